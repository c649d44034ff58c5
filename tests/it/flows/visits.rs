//! Place 4 at the keys: the work list, the 06/TD form, and what was visited.

mod form;
mod kept;
mod lists;

use crate::stage::Stage;
use tkvv::domain::day::Day;
use tkvv::domain::ids::{GroupCode, LoanCode};
use tkvv::domain::ledger::VisitRecord;
use tkvv::domain::worklist::{VisitReason, VisitState};
use tkvv::reports::{Question, visits_due};
use tkvv::text::Language;

pub fn day(text: &str) -> Day {
    Day::parse_iso(text).expect(text)
}

/// The visits due to a loan, by the book behind the stage.
pub fn due_to(stage: &mut Stage, loan: &str) -> Vec<(VisitReason, Option<Day>, VisitState)> {
    let office = stage.app().office();
    let question = Question::new(office.ledger(), office.shelf(), day("2026-10-15"));
    let rows = visits_due::visits_due(&question).into_iter();
    let rows = rows.filter(|row| row.loan == LoanCode::new(loan));
    rows.map(|row| (row.reason, row.deadline, row.state)).collect()
}

/// The form of group 0703010 with its head filled: day and kind as offered, the names as the last
/// time. The loan due stands first.
pub fn form() -> Stage {
    Stage::demo(Language::Vi).press("4 <enter> <enter> <enter> <enter> = <enter> <enter>")
}

/// The visit of today to group 0703010.
pub fn made(stage: &Stage) -> &VisitRecord {
    let of_today = |record: &&VisitRecord| {
        record.visit.group == GroupCode::new("0703010") && record.visit.day == day("2026-10-15")
    };
    stage.book().visits.values().find(of_today).expect("the visit")
}

/// Wrong use on the first line and the rest as in the book; another balance on the second line.
pub const TYPED: &str = "<tab> <tab> <tab> 5tr = <enter> = <tab> 4000k";
