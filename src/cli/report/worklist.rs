//! `tkvv report worklist`: all cells for programs; for people who comes first, and why in words.

use super::empty;
use crate::cli::answer;
use crate::cli::failure::Failure;
use crate::cli::setting::{Format, Setting};
use crate::domain::day::Day;
use crate::domain::ids::{GroupCode, LoanCode};
use crate::domain::money::Dong;
use crate::reports::Question;
use crate::reports::due::SessionAsked;
use crate::reports::worklist::{WorkRow, worklist};
use crate::text::talks;
use serde::Serialize;

/// A row as people read it.
#[derive(Serialize)]
struct Said {
    name: String,
    loan: LoanCode,
    group: GroupCode,
    session: Day,
    principal_due: Dong,
    overdue: Dong,
    interest_arrears: Dong,
    promise: Option<String>,
    points: u32,
    why: String,
}

const SAID: &[&str] = &[
    "name",
    "loan",
    "group",
    "session",
    "principal_due",
    "overdue",
    "interest_arrears",
    "promise",
    "points",
    "why",
];

pub(super) fn write(
    setting: &Setting,
    question: &Question<'_>,
    session: SessionAsked,
) -> Result<(), Failure> {
    let rows = worklist(question, session);
    if setting.format() != Format::Table {
        return answer::list(setting, empty::WORKLIST, rows);
    }
    answer::list(setting, SAID, rows.into_iter().map(|row| said(setting, row)))
}

fn said(setting: &Setting, row: WorkRow) -> Said {
    let language = setting.language;
    let talk = talks::reasons(language, &row.talk_first);
    let needs = talks::needs(language, &row.needs());
    Said {
        name: row.name,
        loan: row.loan,
        group: row.group,
        session: row.session,
        principal_due: row.principal_due,
        overdue: row.overdue,
        interest_arrears: row.interest_arrears,
        promise: row.promise.map(|promise| talks::promise(language, &promise)),
        points: row.points,
        why: talk.into_iter().chain(needs).collect::<Vec<_>>().join(" · "),
    }
}
