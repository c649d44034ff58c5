//! What a group's sheets of a session come to in cash, and of whose cash a fact is.

use super::{AnyFact, Look};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode, MemberCode};
use crate::domain::loan::{PaymentKind, PaymentPlace};
use crate::domain::money::Dong;
use crate::store::StoreError;
use rusqlite::Row;

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

    /// The groups, with the session, to whose cash a fact may have been counted: the one of whose
    /// cash it is a part now, or says the count, and those in which its member was before, for a
    /// move after the count takes nothing off what was counted. None for other facts.
    pub(crate) fn cash_of(&self, fact: &AnyFact) -> Result<Vec<(GroupCode, Day)>, StoreError> {
        match fact {
            AnyFact::Payment(paid)
                if paid.kind == PaymentKind::Interest && paid.place == PaymentPlace::Group =>
            {
                self.groups_of(PAYMENT_OF, &paid.id)
            }
            AnyFact::Saving(saved) => self.groups_of(SAVING_OF, &saved.id),
            AnyFact::Sheet(head) => Ok(vec![(head.group.clone(), head.session)]),
            AnyFact::Cash(count) => Ok(vec![(count.group.clone(), count.session)]),
            _ => Ok(Vec::new()),
        }
    }

    fn groups_of(&self, sql: &str, id: &FactId) -> Result<Vec<(GroupCode, Day)>, StoreError> {
        type Found = (Option<GroupCode>, Day, MemberCode, GroupCode);
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        let found: Vec<Found> = self.rows(sql, [id.as_str()], read)?;
        let Some((of_sheet, day, member, now)) = found.into_iter().next() else {
            return Ok(Vec::new());
        };
        // a sheet names its group for good
        let groups = match of_sheet {
            Some(group) => vec![group],
            None => [vec![now], self.rows(WAS_IN, [member.as_str()], |row| row.get(0))?].concat(),
        };
        Ok(groups.into_iter().map(|group| (group, day)).collect())
    }
}

// As `sheets_of` has it: the sheet's group, and of money without a sheet the member's.

const PAYMENT_OF: &str = "SELECT sheets.group_code, payments.day, members.code, \
     members.group_code FROM payments JOIN loans ON loans.code = payments.loan \
     JOIN members ON members.code = loans.member \
     LEFT JOIN sheets ON sheets.id = payments.sheet WHERE payments.id = ?1";

const SAVING_OF: &str = "SELECT sheets.group_code, savings.day, members.code, \
     members.group_code FROM savings JOIN members ON members.code = savings.member \
     LEFT JOIN sheets ON sheets.id = savings.sheet WHERE savings.id = ?1";

/// The groups in which a member is or was, by the versions of the row.
const WAS_IN: &str = "SELECT DISTINCT json_extract(value, iif(field IS NULL, '$[1]', '$')) \
     FROM versions WHERE entity = 'member' AND key = ?1 AND value <> 'null' \
     AND (field IS NULL OR field = 'group_code')";
