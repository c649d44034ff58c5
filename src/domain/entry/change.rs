//! Rescheduling, extension, freezing of a loan and its end (domain.md, section 4).

use super::master::NewLoanChange;
use super::payment::after_beginning;
use super::{id, not_in_the_future, text};
use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::freeze::Freezes;
use crate::domain::ledger::Ledger;
use crate::domain::loan::{ChangeKind, LoanChange, LoanFile};
use crate::domain::refusal::{Field, Refusal, Why};
use crate::domain::rulebook::Rulebook;
use crate::domain::schedule::{DueInstalment, regimes};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Checks a change, `rules` being the rulebook of its day.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(
    new: &NewLoanChange,
    ledger: &Ledger,
    rules: Option<&Rulebook>,
    today: Day,
) -> Result<(), Refusal> {
    id(&new.change.id)?;
    let unknown = || Refusal::at(Field::Loan, Why::Unknown(new.loan.to_string()));
    let file = ledger.loans.get(&new.loan).ok_or_else(unknown)?;
    let point = ledger.point_of_loan(file).ok_or_else(unknown)?;
    not_in_the_future(Field::Day, new.change.day, today)?;
    after_beginning(Field::Day, file, new.change.day)?;
    text::allowed(Field::Reason, new.reason.as_deref().unwrap_or_default(), text::NOTE)?;
    match &new.change.kind {
        ChangeKind::Freeze { until } => freeze(*until, file, new.change.day),
        ChangeKind::Unfreeze => unfreeze(file, new.change.day),
        _ => within_limits(&new.change, file, &point.calendar, rules),
    }
}

/// Whether a rescheduling or extension stays within what domain.md, section 4, allows, `file` being
/// the loan without it. A freeze has no limits of this kind.
///
/// # Errors
/// The limit that it goes beyond.
pub fn within_limits(
    change: &LoanChange,
    file: &LoanFile,
    calendar: &Calendar,
    rules: Option<&Rulebook>,
) -> Result<(), Refusal> {
    let before = || in_force(file, calendar, change.day);
    match &change.kind {
        ChangeKind::Reschedule { instalment, due_on } => {
            reschedule(*instalment, *due_on, &before(), change.day)
        }
        ChangeKind::Extend { due_on } => extend(*due_on, file, &before(), rules),
        ChangeKind::Freeze { .. } | ChangeKind::Unfreeze => Ok(()),
    }
}

/// The instalments with the due days in force on a day, oldest first.
fn in_force(file: &LoanFile, calendar: &Calendar, day: Day) -> Vec<DueInstalment> {
    regimes(file, calendar, day).pop().map_or_else(Vec::new, |regime| regime.instalments)
}

/// Moves an instalment before the last one, to a day that is still to come and within the loan.
fn reschedule(
    no: u32,
    due_on: Day,
    instalments: &[DueInstalment],
    day: Day,
) -> Result<(), Refusal> {
    let last = instalments.last();
    if !instalments.iter().any(|instalment| instalment.no == no) {
        return Err(Refusal::at(Field::Instalment, Why::Unknown(no.to_string())));
    }
    if last.is_some_and(|last| last.no == no) {
        return Err(Refusal::at(Field::Instalment, Why::LastInstalment));
    }
    if due_on <= day {
        return Err(Refusal::at(Field::Value, Why::NotLater(day)));
    }
    match last {
        Some(last) if due_on > last.due_on => {
            Err(Refusal::at(Field::Value, Why::TooLate(last.due_on)))
        }
        _ => Ok(()),
    }
}

/// Moves the last due day, as far as the rulebook allows.
fn extend(
    due_on: Day,
    file: &LoanFile,
    instalments: &[DueInstalment],
    rules: Option<&Rulebook>,
) -> Result<(), Refusal> {
    if let Some(last) = instalments.last().filter(|last| due_on <= last.due_on) {
        return Err(Refusal::at(Field::Value, Why::NotLater(last.due_on)));
    }
    match rules.map(|rules| latest_extension(file, rules)) {
        Some(latest) if due_on > latest => Err(Refusal::at(Field::Value, Why::TooLate(latest))),
        _ => Ok(()),
    }
}

/// The latest day to which a loan may be extended in all: a short one by so many months beyond its
/// original last due day, a longer one by a share of its original term, in whole months.
#[must_use]
pub fn latest_extension(file: &LoanFile, rules: &Rulebook) -> Day {
    let (term, limits) = (file.loan.term_months, &rules.extension);
    let months = if term <= limits.short_term_months {
        limits.short_max_months
    } else {
        let share = (Decimal::from(term) * limits.long_max_share).floor();
        share.to_u32().unwrap_or_default()
    };
    let last = file.instalments.iter().map(|instalment| instalment.due_on).max();
    last.unwrap_or(file.loan.due_on).months_after(months)
}

/// A freeze has an end after its beginning, or none yet; one that holds is not begun again.
fn freeze(until: Option<Day>, file: &LoanFile, day: Day) -> Result<(), Refusal> {
    if until.is_some_and(|until| until <= day) {
        return Err(Refusal::at(Field::Value, Why::NotLater(day)));
    }
    if Freezes::known_on(&file.changes, day).holds_on(day) {
        return Err(Refusal::at(Field::Day, Why::FrozenAlready));
    }
    Ok(())
}

/// What ends is a freeze that began earlier and still holds; one that begins on this very day is
/// taken back instead.
fn unfreeze(file: &LoanFile, day: Day) -> Result<(), Refusal> {
    let frozen = Freezes::known_on(&file.changes, day);
    let holds = frozen.holds_on(day.plus(-1)) && frozen.holds_on(day);
    holds.then_some(()).ok_or(Refusal::at(Field::Day, Why::NotFrozen))
}
