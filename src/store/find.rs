//! Looking things up that the ledger does not hold: receipts, who typed what, what was taken back.

mod any;
mod cash;
mod sheets;

pub(crate) use any::{AnyFact, SheetHead};
pub use sheets::{SheetCell, TakenBack};

use super::convert::a_word;
use super::error::Doing;
use super::kinds::{ALL, ATTENDANCE, Kind, OPENING, PAYMENT, SAVING, SHEET};
use super::load::all;
use super::rows::facts::{read_payment, read_saving};
use super::{Store, StoreError};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode, LoanCode, MemberCode};
use crate::domain::ledger::Presence;
use crate::domain::money::Dong;
use crate::domain::record::{PaymentRecord, SavingsKind, SavingsRecord};
use rusqlite::{Connection, OptionalExtension, Params, Row};
use std::collections::BTreeMap;
use std::path::Path;

/// A payment as it stands in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentRow {
    /// The payment.
    pub payment: PaymentRecord,
    /// The sheet it was saved with.
    pub sheet: Option<FactId>,
    /// The payment that takes it back.
    pub reversed_by: Option<FactId>,
}

/// A deposit or withdrawal as it stands in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavingsRow {
    /// The deposit or withdrawal.
    pub saving: SavingsRecord,
    /// The sheet it was saved with.
    pub sheet: Option<FactId>,
    /// The record that takes it back.
    pub reversed_by: Option<FactId>,
}

/// What a group has handed in on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The group.
    pub group: GroupCode,
    /// The sheets saved; none where its payments came from a file.
    pub sheets: Vec<FactId>,
    /// Interest that the group collected.
    pub interest: Dong,
    /// Savings deposited by its members.
    pub savings: Dong,
    /// Savings withdrawn by its members.
    pub withdrawals: Dong,
    /// Who typed the last sheet.
    pub recorded_by: Option<String>,
    /// When, UTC.
    pub recorded_at: Option<String>,
}

impl SheetRow {
    /// The cash that the group hands in: interest and deposits less withdrawals. Where more was
    /// withdrawn than came in, nothing.
    #[must_use]
    pub fn cash(&self) -> Dong {
        (self.interest + self.savings - self.withdrawals).at_least_zero()
    }

    /// Whether any money of it counts.
    #[must_use]
    pub fn has_money(&self) -> bool {
        [self.interest, self.savings, self.withdrawals].iter().any(|sum| sum.is_positive())
    }
}

/// How many rows of each kind the book has, taken-back ones included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By the kind's word: `place`, `loan`, `payment`, …
    pub rows: BTreeMap<&'static str, usize>,
}

impl Counts {
    /// The rows of a kind; none where there is no such kind.
    #[must_use]
    pub fn of(&self, word: &str) -> usize {
        self.rows.get(word).copied().unwrap_or(0)
    }
}

/// Looks things up, inside a transaction or outside.
pub(crate) struct Look<'c> {
    pub(super) connection: &'c Connection,
    pub(super) location: Option<&'c Path>,
}

impl Store {
    /// Looks things up.
    pub(crate) fn look(&self) -> Look<'_> {
        Look { connection: &self.connection, location: self.location() }
    }
}

impl Look<'_> {
    /// All payments of a loan, by day then id.
    pub(crate) fn payments_of_loan(&self, loan: &LoanCode) -> Result<Vec<PaymentRow>, StoreError> {
        self.rows(&payments("loan = ?1"), [loan.as_str()], read_payment_row)
    }

    /// All savings of a member, by day then id.
    pub(crate) fn savings_of_member(
        &self,
        member: &MemberCode,
    ) -> Result<Vec<SavingsRow>, StoreError> {
        self.rows(&savings("member = ?1"), [member.as_str()], read_savings_row)
    }

    /// One deposit or withdrawal.
    pub(crate) fn saving(&self, id: &FactId) -> Result<Option<SavingsRow>, StoreError> {
        let found = self.rows(&savings("id = ?1"), [id.as_str()], read_savings_row)?;
        Ok(found.into_iter().next())
    }

    /// The payments with a receipt number, by day then id.
    pub(crate) fn receipts(&self, receipt: &str) -> Result<Vec<PaymentRow>, StoreError> {
        self.rows(&payments("receipt = ?1"), [receipt], read_payment_row)
    }

    /// Principal that counts and was paid through a group, or has no receipt number.
    pub(crate) fn odd_principal(&self) -> Result<Vec<PaymentRow>, StoreError> {
        let odd = format!(
            "kind = 'principal' AND (place = 'group' OR receipt IS NULL) AND {}",
            PAYMENT.live()
        );
        self.rows(&payments(&odd), [], read_payment_row)
    }

    /// Who collected money, by fact, where that is said; what was taken back is not in it.
    pub(crate) fn collected(&self) -> Result<Vec<(FactId, String)>, StoreError> {
        let of = |kind: &Kind| {
            let (table, live) = (kind.table, kind.live());
            format!(
                "SELECT id, collected_by FROM {table} WHERE collected_by IS NOT NULL AND {live}"
            )
        };
        let sql = format!("{} UNION ALL {} ORDER BY id", of(&PAYMENT), of(&SAVING));
        self.rows(&sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// One payment.
    pub(crate) fn payment(&self, id: &FactId) -> Result<Option<PaymentRow>, StoreError> {
        let found = self.rows(&payments("id = ?1"), [id.as_str()], read_payment_row)?;
        Ok(found.into_iter().next())
    }

    /// The members who stand on a saved sheet of that session with anything that counts, whatever
    /// group they were in: who has moved since is on the paper of the old one.
    pub(crate) fn members_on_sheets(
        &self,
        session: Day,
    ) -> Result<BTreeMap<MemberCode, FactId>, StoreError> {
        let sql = format!(
            "SELECT loans.member, sheet FROM payments JOIN loans ON loans.code = payments.loan \
             WHERE sheet IN (SELECT id FROM sheets WHERE day = ?1) AND {} \
             UNION SELECT member, sheet FROM savings \
             WHERE sheet IN (SELECT id FROM sheets WHERE day = ?1) AND {}",
            PAYMENT.live(),
            SAVING.live()
        );
        let params = [session.to_string()];
        let found = self.rows(&sql, params, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.into_iter().collect())
    }

    /// The lines of a session's saved sheets as they were typed, the earliest sheet first.
    pub(crate) fn lines_of_sheets(
        &self,
        session: Day,
    ) -> Result<Vec<(GroupCode, FactId, String)>, StoreError> {
        let sql = "SELECT group_code, id, lines FROM sheets AS sheet WHERE day = ?1 \
                   AND reverses IS NULL \
                   AND NOT EXISTS (SELECT 1 FROM sheets WHERE reverses = sheet.id) \
                   ORDER BY recorded_at, id";
        self.rows(sql, [session.to_string()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
    }

    /// The fact that says how a loan stood when the book began.
    pub(super) fn opening_row(&self, loan: &LoanCode) -> rusqlite::Result<Option<FactId>> {
        let sql = format!("SELECT id FROM openings WHERE loan = ?1 AND {}", OPENING.live());
        self.connection
            .prepare_cached(&sql)?
            .query_row([loan.as_str()], |row| row.get(0))
            .optional()
    }

    /// Who came, with the fact that says so.
    pub(super) fn attendance_row(
        &self,
        group: &GroupCode,
        day: Day,
    ) -> rusqlite::Result<Option<(FactId, Presence)>> {
        let sql = format!(
            "SELECT id, presence FROM attendance WHERE group_code = ?1 AND day = ?2 AND {}",
            ATTENDANCE.live()
        );
        self.connection
            .prepare_cached(&sql)?
            .query_row((group.as_str(), day.to_string()), |row| Ok((row.get(0)?, a_word(row, 1)?)))
            .optional()
    }

    /// The fact that says who came for a group: the one with an id, else the one that counts.
    pub(crate) fn came_by(
        &self,
        id: &FactId,
        group: &GroupCode,
        day: Day,
    ) -> Result<Option<FactId>, StoreError> {
        let sql = format!(
            "SELECT id FROM attendance WHERE id = ?1 OR (group_code = ?2 AND day = ?3 AND {}) \
             ORDER BY id = ?1 DESC LIMIT 1",
            ATTENDANCE.live()
        );
        let params = (id.as_str(), group.as_str(), day.to_string());
        Ok(self.rows(&sql, params, |row| row.get(0))?.into_iter().next())
    }

    /// Whether an entry made the master row with a key.
    pub(crate) fn made(&self, entry: &FactId, key: &str) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM versions WHERE id = ?1 AND key = ?2 AND field IS NULL";
        Ok(!self.rows(sql, (entry.as_str(), key), |_| Ok(()))?.is_empty())
    }

    /// Whether an entry made or changed the master row with a key, or what belongs to it.
    pub(crate) fn entered(&self, entry: &FactId, key: &str) -> Result<bool, StoreError> {
        // The versions of an entry have its id, or that and a dash and more: '.' follows '-'.
        let sql = "SELECT 1 FROM versions \
                   WHERE (id = ?1 OR (id > ?1 || '-' AND id < ?1 || '.')) \
                   AND (key = ?2 OR substr(key, 1, length(?2) + 1) = ?2 || '|') LIMIT 1";
        Ok(!self.rows(sql, (entry.as_str(), key), |_| Ok(()))?.is_empty())
    }

    /// What each group has handed in on a session's day, by group: what stands on a sheet by the
    /// sheet's, what came without one by the member's of today.
    pub(crate) fn sheets_of(&self, session: Day) -> Result<Vec<SheetRow>, StoreError> {
        let mut groups: BTreeMap<GroupCode, SheetRow> = BTreeMap::new();
        fn row_of(groups: &mut BTreeMap<GroupCode, SheetRow>, group: GroupCode) -> &mut SheetRow {
            groups.entry(group.clone()).or_insert_with(|| SheetRow {
                group,
                sheets: Vec::new(),
                interest: Dong::ZERO,
                savings: Dong::ZERO,
                withdrawals: Dong::ZERO,
                recorded_by: None,
                recorded_at: None,
            })
        }
        let day = session.to_string();
        let heads = format!(
            "SELECT group_code, id, recorded_by, recorded_at FROM sheets \
             WHERE day = ?1 AND {} ORDER BY recorded_at, id",
            SHEET.live()
        );
        let heads = self
            .rows(&heads, [&day], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        for (group, id, recorded_by, recorded_at) in heads {
            let row = row_of(&mut groups, group);
            row.sheets.push(id);
            (row.recorded_by, row.recorded_at) = (recorded_by, recorded_at);
        }
        let interest = format!(
            "SELECT coalesce(sheets.group_code, members.group_code) AS whose, sum(amount) \
             FROM payments JOIN loans ON loans.code = payments.loan \
             JOIN members ON members.code = loans.member \
             LEFT JOIN sheets ON sheets.id = payments.sheet WHERE payments.day = ?1 \
             AND payments.kind = 'interest' AND place = 'group' AND {} GROUP BY whose",
            PAYMENT.live()
        );
        for (group, sum) in self.rows(&interest, [&day], |row| Ok((row.get(0)?, row.get(1)?)))? {
            row_of(&mut groups, group).interest = sum;
        }
        let savings = format!(
            "SELECT coalesce(sheets.group_code, members.group_code) AS whose, kind, sum(amount) \
             FROM savings JOIN members ON members.code = savings.member \
             LEFT JOIN sheets ON sheets.id = savings.sheet WHERE savings.day = ?1 \
             AND {} GROUP BY whose, kind",
            SAVING.live()
        );
        let read = |row: &Row<'_>| Ok((row.get(0)?, a_word(row, 1)?, row.get(2)?));
        for (group, kind, sum) in self.rows(&savings, [&day], read)? {
            let row = row_of(&mut groups, group);
            match kind {
                SavingsKind::Deposit => row.savings = sum,
                SavingsKind::Withdrawal => row.withdrawals = sum,
            }
        }
        Ok(groups.into_values().collect())
    }

    /// How many rows of each kind there are.
    pub(crate) fn counts(&self) -> Result<Counts, StoreError> {
        let mut counts = Counts::default();
        for kind in ALL {
            let sql = format!("SELECT count(*) FROM {}", kind.table);
            let count = self.rows(&sql, [], |row| row.get::<_, i64>(0))?.into_iter().sum::<i64>();
            counts.rows.insert(kind.word, usize::try_from(count).unwrap_or(0));
        }
        Ok(counts)
    }

    fn rows<T, P: Params>(
        &self,
        sql: &str,
        params: P,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        all(self.connection, sql, params, read)
            .map_err(|error| StoreError::sql(Doing::Find, self.location, &error))
    }
}

fn payments(which: &str) -> String {
    format!(
        "SELECT {}, (SELECT back.id FROM payments AS back WHERE back.reverses = payments.id) \
         FROM payments WHERE {which} ORDER BY day, id",
        PAYMENT.covered()
    )
}

fn read_payment_row(row: &Row<'_>) -> rusqlite::Result<PaymentRow> {
    let (payment, sheet) = read_payment(row)?;
    Ok(PaymentRow { payment, sheet, reversed_by: row.get(14)? })
}

fn savings(which: &str) -> String {
    format!(
        "SELECT {}, (SELECT back.id FROM savings AS back WHERE back.reverses = savings.id) \
         FROM savings WHERE {which} ORDER BY day, id",
        SAVING.covered()
    )
}

fn read_savings_row(row: &Row<'_>) -> rusqlite::Result<SavingsRow> {
    let (saving, sheet) = read_saving(row)?;
    Ok(SavingsRow { saving, sheet, reversed_by: row.get(12)? })
}
