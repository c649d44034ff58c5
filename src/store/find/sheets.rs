//! Looking up what a collection day has left behind: who came, what was paid at the counter, what
//! of a sheet was taken back.

use super::{Look, StoreError, payments, read_payment_row};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode, MemberCode};
use crate::domain::money::Dong;
use crate::store::PaymentRow;
use crate::store::error::Doing;
use crate::store::kinds::{PAYMENT, SAVING};

/// Which cell of a sheet's line an amount stood in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetCell {
    /// Interest.
    Interest,
    /// A deposit.
    Deposit,
    /// A withdrawal.
    Withdrawal,
}

/// An amount of a sheet's line that was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// Whose line.
    pub member: MemberCode,
    /// Which cell.
    pub cell: SheetCell,
    /// How much.
    pub amount: Dong,
    /// Why.
    pub reason: Option<String>,
    /// Who took it back.
    pub by: Option<String>,
    /// When, UTC: what was taken back in one step has one moment.
    pub at: Option<String>,
}

impl Look<'_> {
    /// The fact that says who came for a group to a session.
    pub(crate) fn attendance_of(
        &self,
        group: &GroupCode,
        session: Day,
    ) -> Result<Option<FactId>, StoreError> {
        let found = self.attendance_row(group, session);
        found
            .map(|row| row.map(|(id, _)| id))
            .map_err(|error| StoreError::sql(Doing::Find, self.location, &error))
    }

    /// What was paid to the bank on a day, at its points and its office, by id: payments that take
    /// others back left out, those taken back not.
    pub(crate) fn paid_to_bank(&self, day: Day) -> Result<Vec<PaymentRow>, StoreError> {
        let which = "day = ?1 AND place <> 'group' AND reverses IS NULL";
        self.rows(&payments(which), [day.to_string()], read_payment_row)
    }

    /// What of a group's sheets of a session was taken back, by the moment; whose it is as
    /// `sheets_of` has it.
    pub(crate) fn taken_back(
        &self,
        group: &GroupCode,
        session: Day,
    ) -> Result<Vec<TakenBack>, StoreError> {
        let sql = "SELECT member, cell, amount, reason, recorded_by, recorded_at FROM ( \
            SELECT loans.member AS member, 'interest' AS cell, paid.amount AS amount, \
                back.reason AS reason, back.recorded_by AS recorded_by, \
                back.recorded_at AS recorded_at, back.id AS id \
            FROM payments AS paid JOIN payments AS back ON back.reverses = paid.id \
            JOIN loans ON loans.code = paid.loan JOIN members ON members.code = loans.member \
            LEFT JOIN sheets ON sheets.id = paid.sheet \
            WHERE paid.day = ?1 AND paid.place = 'group' \
                AND coalesce(sheets.group_code, members.group_code) = ?2 \
            UNION ALL \
            SELECT saved.member, saved.kind, saved.amount, back.reason, back.recorded_by, \
                back.recorded_at, back.id \
            FROM savings AS saved JOIN savings AS back ON back.reverses = saved.id \
            JOIN members ON members.code = saved.member \
            LEFT JOIN sheets ON sheets.id = saved.sheet \
            WHERE saved.day = ?1 AND coalesce(sheets.group_code, members.group_code) = ?2) \
            ORDER BY recorded_at, id";
        let cell = |word: &str| match word {
            "deposit" => SheetCell::Deposit,
            "withdrawal" => SheetCell::Withdrawal,
            _ => SheetCell::Interest,
        };
        self.rows(sql, (session.to_string(), group.as_str()), |row| {
            Ok(TakenBack {
                member: row.get(0)?,
                cell: cell(&row.get::<_, String>(1)?),
                amount: row.get(2)?,
                reason: row.get(3)?,
                by: row.get(4)?,
                at: row.get(5)?,
            })
        })
    }

    /// The members of whom a saved sheet of a session has money that counts, with the sheet.
    pub(crate) fn lines_that_count(
        &self,
        session: Day,
    ) -> Result<Vec<(FactId, MemberCode)>, StoreError> {
        let sql = format!(
            "SELECT sheet, loans.member FROM payments JOIN loans ON loans.code = payments.loan \
             WHERE payments.day = ?1 AND sheet IS NOT NULL AND {} \
             UNION SELECT sheet, member FROM savings \
             WHERE savings.day = ?1 AND sheet IS NOT NULL AND {}",
            PAYMENT.live(),
            SAVING.live()
        );
        self.rows(&sql, [session.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}
