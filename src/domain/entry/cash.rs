//! The cash of a group's sheets, counted.

use super::sheet::session_of;
use super::{amount_or_none, id, text};
use crate::domain::cash::CashCount;
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::money::Dong;
use crate::domain::refusal::{Collection, Field, Refusal};

/// Checks a count. `sum` is what the group's sheets of the session come to now; none where nothing
/// of it is saved. A difference is recorded with a sentence and a name, never hidden (domain.md,
/// section 9).
///
/// # Errors
/// The first rule that it breaks.
pub fn check(
    new: &CashCount,
    ledger: &Ledger,
    sum: Option<Dong>,
    today: Day,
) -> Result<(), Refusal> {
    id(&new.id)?;
    session_of(&new.group, new.session, ledger, today)?;
    let sum = sum.ok_or(Refusal::at(Field::Session, Collection::NoSheet.into()))?;
    if new.expected != sum {
        return Err(Refusal::at(Field::Expected, Collection::SheetsComeTo(sum).into()));
    }
    amount_or_none(Field::Counted, Some(new.counted))?;
    let notes = CashCount::of_notes(&new.notes);
    if notes > new.counted {
        return Err(Refusal::at(Field::Notes, Collection::NotesBeyond(notes).into()));
    }
    let (by, because) = (new.by.as_deref(), new.because.as_deref());
    text::allowed(Field::CountedBy, by.unwrap_or_default(), text::NAME)?;
    text::allowed(Field::Because, because.unwrap_or_default(), text::NOTE)?;
    let difference = new.difference();
    if difference.is_zero() {
        return Ok(());
    }
    if because.is_none_or(|because| because.trim().is_empty()) {
        return Err(Refusal::at(
            Field::Because,
            Collection::DifferenceUnexplained(difference).into(),
        ));
    }
    text::needed(Field::CountedBy, by.unwrap_or_default(), text::NAME)
}
