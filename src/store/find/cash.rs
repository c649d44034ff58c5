//! What a group's sheets of a session come to in cash, and of whose cash a fact is.

use super::{AnyFact, Look};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode};
use crate::domain::loan::{PaymentKind, PaymentPlace};
use crate::domain::money::Dong;
use crate::store::StoreError;

impl Look<'_> {
    /// The cash that a group hands in at a session; none where nothing of it is saved.
    pub(crate) fn sheets_sum(
        &self,
        group: &GroupCode,
        session: Day,
    ) -> Result<Option<Dong>, StoreError> {
        let rows = self.sheets_of(session)?;
        Ok(rows.iter().find(|row| row.group == *group).map(super::SheetRow::cash))
    }

    /// The group and session of whose cash a fact is a part, or says the count; none for others.
    pub(crate) fn cash_of(&self, fact: &AnyFact) -> Result<Option<(GroupCode, Day)>, StoreError> {
        match fact {
            AnyFact::Payment(paid)
                if paid.kind == PaymentKind::Interest && paid.place == PaymentPlace::Group =>
            {
                self.group_of(PAYMENT_OF, &paid.id)
            }
            AnyFact::Saving(saved) => self.group_of(SAVING_OF, &saved.id),
            AnyFact::Sheet(head) => Ok(Some((head.group.clone(), head.session))),
            AnyFact::Cash(count) => Ok(Some((count.group.clone(), count.session))),
            _ => Ok(None),
        }
    }

    fn group_of(&self, sql: &str, id: &FactId) -> Result<Option<(GroupCode, Day)>, StoreError> {
        let found = self.rows(sql, [id.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.into_iter().next())
    }
}

// As `sheets_of` has it: the sheet's group, and of money without a sheet the member's of today.

const PAYMENT_OF: &str = "SELECT coalesce(sheets.group_code, members.group_code), payments.day \
     FROM payments JOIN loans ON loans.code = payments.loan \
     JOIN members ON members.code = loans.member \
     LEFT JOIN sheets ON sheets.id = payments.sheet WHERE payments.id = ?1";

const SAVING_OF: &str = "SELECT coalesce(sheets.group_code, members.group_code), savings.day \
     FROM savings JOIN members ON members.code = savings.member \
     LEFT JOIN sheets ON sheets.id = savings.sheet WHERE savings.id = ?1";
