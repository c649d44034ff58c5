//! Any fact by its id, with what is needed to take it back.

use super::Look;
use crate::domain::cash::CashCount;
use crate::domain::contact::Contact;
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode, LoanCode};
use crate::domain::ledger::VisitRecord;
use crate::domain::loan::{LoanChange, Opening};
use crate::domain::meeting::{ActionItem, ActionStep, Meeting};
use crate::domain::record::{
    AttendanceRecord, CheckRecord, PaymentRecord, Recorded, SavingsRecord, TrancheRecord,
};
use crate::store::StoreError;
use crate::store::kinds::{
    ACTION, ATTENDANCE, CASH, CHANGE, CHECK, CONTACT, Kind, MEETING, OPENING, PAYMENT, SAVING,
    SHEET, STEP, TRANCHE, VISIT, VISIT_LINE,
};
use crate::store::rows::collection::{
    read_action, read_cash, read_contact, read_meeting, read_step,
};
use crate::store::rows::facts::{
    read_attendance, read_change, read_check, read_opening, read_payment, read_recorded,
    read_saving, read_tranche_record, read_visit, read_visit_line,
};
use rusqlite::{Result, Row};

/// A fact of any kind.
#[derive(Clone, Debug)]
pub(crate) enum AnyFact {
    Payment(PaymentRecord),
    Saving(SavingsRecord),
    Tranche(Recorded<TrancheRecord>),
    Change(Recorded<(LoanCode, LoanChange)>),
    Opening(Recorded<(LoanCode, Opening)>),
    Attendance(Recorded<AttendanceRecord>),
    Visit(Recorded<VisitRecord>),
    /// An answer of a check of a group.
    Check(Recorded<CheckRecord>),
    Sheet(SheetHead),
    Contact(Recorded<Contact>),
    Cash(Recorded<CashCount>),
    Meeting(Recorded<Meeting>),
    Action(Recorded<ActionItem>),
    Step(Recorded<ActionStep>),
}

/// A sheet's head.
#[derive(Clone, Debug)]
pub(crate) struct SheetHead {
    pub(crate) id: FactId,
    pub(crate) group: GroupCode,
    pub(crate) session: Day,
    pub(crate) reverses: Option<FactId>,
}

impl Look<'_> {
    /// The facts that have an id, of whatever kind: each kind has ids of its own.
    pub(crate) fn facts(
        &self,
        id: &FactId,
    ) -> std::result::Result<Vec<(&'static str, AnyFact)>, StoreError> {
        let mut found = Vec::new();
        for (kind, read) in KINDS {
            let sql = kind.select("id = ?1", "id");
            for fact in self.rows(&sql, [id.as_str()], read)? {
                found.push((kind.word, self.with_lines(fact)?));
            }
        }
        Ok(found)
    }

    /// Whether a fact was taken back.
    pub(crate) fn is_reversed(
        &self,
        word: &str,
        id: &FactId,
    ) -> std::result::Result<bool, StoreError> {
        let Some(kind) = Kind::of_word(word) else { return Ok(false) };
        let sql = format!("SELECT 1 FROM {} WHERE reverses = ?1", kind.table);
        Ok(!self.rows(&sql, [id.as_str()], |_| Ok(()))?.is_empty())
    }

    fn with_lines(&self, fact: AnyFact) -> std::result::Result<AnyFact, StoreError> {
        let AnyFact::Visit(mut visit) = fact else { return Ok(fact) };
        let sql = VISIT_LINE.select("visit = ?1", "no");
        let read = |row: &Row<'_>| Ok(read_visit_line(row)?.1);
        visit.fact.lines = self.rows(&sql, [visit.fact.visit.id.as_str()], read)?;
        Ok(AnyFact::Visit(visit))
    }

    /// The answers of a group's check on a day, by id; those taken back left out.
    pub(crate) fn answers(
        &self,
        group: &GroupCode,
        day: Day,
    ) -> std::result::Result<Vec<Recorded<CheckRecord>>, StoreError> {
        let live = format!("group_code = ?1 AND day = ?2 AND {}", CHECK.live());
        let params = (group.as_str(), day.to_string());
        self.rows(&CHECK.select(&live, "id"), params, read_recorded(&CHECK, read_check))
    }

    /// What a sheet has written and still counts: payments, and savings.
    pub(crate) fn of_sheet(
        &self,
        sheet: &FactId,
    ) -> std::result::Result<(Vec<PaymentRecord>, Vec<SavingsRecord>), StoreError> {
        let live = |kind: &Kind| kind.select(&format!("sheet = ?1 AND {}", kind.live()), "id");
        let id = [sheet.as_str()];
        let payments = self.rows(&live(&PAYMENT), id, |row| Ok(read_payment(row)?.0))?;
        let savings = self.rows(&live(&SAVING), id, |row| Ok(read_saving(row)?.0))?;
        Ok((payments, savings))
    }
}

type Read = fn(&Row<'_>) -> Result<AnyFact>;

/// The kinds of facts that can be taken back, each with how it is read.
const KINDS: [(&Kind, Read); 14] = [
    (&PAYMENT, |row| Ok(AnyFact::Payment(read_payment(row)?.0))),
    (&SAVING, |row| Ok(AnyFact::Saving(read_saving(row)?.0))),
    (&TRANCHE, |row| read_recorded(&TRANCHE, read_tranche_record)(row).map(AnyFact::Tranche)),
    (&CHANGE, |row| read_recorded(&CHANGE, read_change)(row).map(AnyFact::Change)),
    (&OPENING, |row| read_recorded(&OPENING, read_opening)(row).map(AnyFact::Opening)),
    (&ATTENDANCE, |row| read_recorded(&ATTENDANCE, read_attendance)(row).map(AnyFact::Attendance)),
    (&VISIT, |row| {
        let record = |visit| VisitRecord { visit, lines: Vec::new() };
        Ok(AnyFact::Visit(read_recorded(&VISIT, read_visit)(row)?.map(record)))
    }),
    (&CHECK, |row| read_recorded(&CHECK, read_check)(row).map(AnyFact::Check)),
    (&SHEET, |row| {
        let (id, group, session) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let reverses = row.get(SHEET.columns.len())?;
        Ok(AnyFact::Sheet(SheetHead { id, group, session, reverses }))
    }),
    (&CONTACT, |row| read_recorded(&CONTACT, read_contact)(row).map(AnyFact::Contact)),
    (&CASH, |row| read_recorded(&CASH, read_cash)(row).map(AnyFact::Cash)),
    (&MEETING, |row| read_recorded(&MEETING, read_meeting)(row).map(AnyFact::Meeting)),
    (&ACTION, |row| read_recorded(&ACTION, read_action)(row).map(AnyFact::Action)),
    (&STEP, |row| read_recorded(&STEP, read_step)(row).map(AnyFact::Step)),
];
