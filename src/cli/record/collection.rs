//! `tkvv record contact`, `cash`, `meeting`, `action`, `step`: the collection day.

use super::cells::Cells;
use super::known::Known;
use crate::cli::failure::Failure;
use crate::domain::cash;
use crate::domain::contact::Promise;
use crate::exchange::native::{Collected, Wrong};
use crate::office::command::{ActionItem, ActionStep, CashCount, Command, Contact, Meeting};

pub(super) const CONTACT: &[&str] =
    &["id", "loan", "day", "how", "talker", "said", "promised_amount", "promised_by"];
pub(super) const CASH: &[&str] =
    &["id", "group", "session", "expected", "counted", "notes", "by", "because"];
pub(super) const MEETING: &[&str] =
    &["id", "area", "day", "session", "chair", "present", "minutes"];
pub(super) const ACTION: &[&str] = &["id", "area", "day", "meeting", "what", "owner", "due_on"];
pub(super) const STEP: &[&str] = &["id", "action", "day", "kind", "result"];

pub(super) fn contact(cells: &mut Cells<'_>, _: &Known<'_>) -> Result<Command, Failure> {
    Ok(Command::Contact(Contact {
        id: cells.id()?,
        loan: cells.code("loan")?,
        day: cells.day("day")?,
        how: cells.word("how")?,
        talker: cells.maybe("talker")?,
        said: cells.maybe("said")?.unwrap_or_default(),
        promise: promise(cells)?,
    }))
}

/// Both of a promise, or neither.
fn promise(cells: &mut Cells<'_>) -> Result<Option<Promise>, Failure> {
    let amount = cells.maybe_money("promised_amount")?;
    let by = cells.maybe_day("promised_by")?;
    let half = |key| Err(cells.wrong(key, "", &Wrong::Collected(Collected::HalfAPromise)));
    match (amount, by) {
        (None, None) => Ok(None),
        (Some(amount), Some(by)) => Ok(Some(Promise { amount, by })),
        (None, Some(_)) => half("promised_amount"),
        (Some(_), None) => half("promised_by"),
    }
}

pub(super) fn cash(cells: &mut Cells<'_>, _: &Known<'_>) -> Result<Command, Failure> {
    Ok(Command::Cash(CashCount {
        id: cells.id()?,
        group: cells.code("group")?,
        session: cells.day("session")?,
        expected: cells.money("expected")?,
        counted: cells.money("counted")?,
        notes: match cells.maybe("notes")? {
            None => Default::default(),
            Some(text) => cash::from_text(&text).ok_or_else(|| {
                cells.wrong("notes", &text, &Wrong::Collected(Collected::NotNotes))
            })?,
        },
        by: cells.maybe("by")?,
        because: cells.maybe("because")?,
    }))
}

pub(super) fn meeting(cells: &mut Cells<'_>, _: &Known<'_>) -> Result<Command, Failure> {
    Ok(Command::Meeting(Meeting {
        id: cells.id()?,
        area: cells.code("area")?,
        day: cells.day("day")?,
        session: cells.maybe_day("session")?,
        chair: cells.maybe("chair")?.unwrap_or_default(),
        present: cells.maybe("present")?.unwrap_or_default(),
        minutes: cells.maybe("minutes")?.unwrap_or_default(),
    }))
}

pub(super) fn action(cells: &mut Cells<'_>, _: &Known<'_>) -> Result<Command, Failure> {
    Ok(Command::Action(ActionItem {
        id: cells.id()?,
        area: cells.code("area")?,
        day: cells.day("day")?,
        meeting: cells.maybe_code("meeting")?,
        what: cells.maybe("what")?.unwrap_or_default(),
        owner: cells.maybe("owner")?.unwrap_or_default(),
        due_on: cells.day("due_on")?,
    }))
}

pub(super) fn step(cells: &mut Cells<'_>, _: &Known<'_>) -> Result<Command, Failure> {
    Ok(Command::ActionStep(ActionStep {
        id: cells.id()?,
        action: cells.code("action")?,
        day: cells.day("day")?,
        kind: cells.word("kind")?,
        result: cells.maybe("result")?.unwrap_or_default(),
    }))
}
