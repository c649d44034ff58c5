//! Meetings, what they want done, and how far that is.

use super::{id, not_in_the_future, text};
use crate::domain::day::Day;
use crate::domain::ids::PlaceCode;
use crate::domain::ledger::Ledger;
use crate::domain::meeting::{ActionItem, ActionStep, Meeting, StepKind};
use crate::domain::refusal::{Collection, Field, Refusal, Why};

/// The last day that an action item can be due, in days after it was given: three years.
const LONGEST: i64 = 1_096;

/// The most characters of minutes.
pub const MINUTES: usize = 10_000;

fn area(code: &PlaceCode, ledger: &Ledger) -> Result<(), Refusal> {
    let known = ledger.places.contains_key(code);
    known.then_some(()).ok_or_else(|| Refusal::at(Field::Area, Why::Unknown(code.to_string())))
}

/// Checks a meeting.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(new: &Meeting, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    id(&new.id)?;
    area(&new.area, ledger)?;
    not_in_the_future(Field::Day, new.day, today)?;
    if let Some(session) = new.session
        && session > new.day
    {
        return Err(Refusal::at(Field::Session, Why::TooLate(new.day)));
    }
    text::needed(Field::Chair, &new.chair, text::NAME)?;
    text::allowed(Field::Present, &new.present, text::NOTE)?;
    text::allowed(Field::Minutes, &new.minutes, MINUTES)
}

/// Checks an action item.
///
/// # Errors
/// The first rule that it breaks.
pub fn action(new: &ActionItem, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    id(&new.id)?;
    area(&new.area, ledger)?;
    not_in_the_future(Field::Day, new.day, today)?;
    if let Some(meeting) = &new.meeting {
        let unknown = || Refusal::at(Field::Meeting, Why::Unknown(meeting.to_string()));
        let meeting = ledger.meetings.get(meeting).ok_or_else(unknown)?;
        if new.day < meeting.day {
            return Err(Refusal::at(Field::Day, Why::Before(meeting.day)));
        }
    }
    text::needed(Field::What, &new.what, text::NOTE)?;
    text::needed(Field::Owner, &new.owner, text::NAME)?;
    if new.due_on < new.day {
        return Err(Refusal::at(Field::DueOn, Why::Before(new.day)));
    }
    let last = new.day.plus(LONGEST);
    if new.due_on > last {
        return Err(Refusal::at(Field::DueOn, Why::TooLate(last)));
    }
    Ok(())
}

/// Checks a step. What closes or opens an item says how it went; a closed one is opened before it
/// is closed again.
///
/// # Errors
/// The first rule that it breaks.
pub fn step(new: &ActionStep, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    id(&new.id)?;
    let unknown = || Refusal::at(Field::Action, Why::Unknown(new.action.to_string()));
    let file = ledger.actions.get(&new.action).ok_or_else(unknown)?;
    not_in_the_future(Field::Day, new.day, today)?;
    let last = file.steps.last().map_or(file.item.day, |step| step.day.max(file.item.day));
    if new.day < last {
        return Err(Refusal::at(Field::Day, Why::Before(last)));
    }
    text::needed(Field::Result, &new.result, text::NOTE)?;
    match (new.kind, file.closed_by(new.day)) {
        (StepKind::Done | StepKind::Dropped, Some(closed)) => {
            Err(Refusal::at(Field::Kind, Collection::ClosedAlready(closed.day).into()))
        }
        (StepKind::Reopened, None) => Err(Refusal::at(Field::Kind, Collection::NotClosed.into())),
        _ => Ok(()),
    }
}
