//! A talk with a borrower, and what was promised.

use super::{amount, id, not_in_the_future, payment, text};
use crate::domain::contact::Contact;
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::refusal::{Field, Refusal, Why};

/// The last day that a promise can name, in days after the talk: two years.
const LONGEST: i64 = 731;

/// Checks a talk. What was said may be left out where something was promised.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(new: &Contact, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    id(&new.id)?;
    let unknown = || Refusal::at(Field::Loan, Why::Unknown(new.loan.to_string()));
    let file = ledger.loans.get(&new.loan).ok_or_else(unknown)?;
    not_in_the_future(Field::Day, new.day, today)?;
    payment::after_beginning(Field::Day, file, new.day)?;
    text::allowed(Field::Talker, new.talker.as_deref().unwrap_or_default(), text::NAME)?;
    let Some(promise) = new.promise else {
        return text::needed(Field::Said, &new.said, text::NOTE);
    };
    text::allowed(Field::Said, &new.said, text::NOTE)?;
    amount(Field::PromisedAmount, promise.amount)?;
    if promise.by < new.day {
        return Err(Refusal::at(Field::PromisedBy, Why::Before(new.day)));
    }
    let last = new.day.plus(LONGEST);
    if promise.by > last {
        return Err(Refusal::at(Field::PromisedBy, Why::TooLate(last)));
    }
    Ok(())
}
