//! What all entries of master data have in common: codes, and whether their row is known.

use super::text;
use crate::domain::entry::master::MasterEntry;
use crate::domain::refusal::{Field, Refusal, Why};

/// The row that an entry changes; none where it makes a new one. `whose` says of a known row who
/// or what it is.
pub(super) fn row<'a, T, K: ?Sized>(
    new: &MasterEntry<T>,
    code: &str,
    known: Option<&'a K>,
    whose: impl FnOnce(&K) -> String,
) -> Result<Option<&'a K>, Refusal> {
    super::id(&new.id)?;
    text::allowed(Field::Reason, new.reason.as_deref().unwrap_or_default(), text::NOTE)?;
    match (new.amends, known) {
        (true, None) => Err(Refusal::at(Field::Code, Why::Unknown(code.to_owned()))),
        (false, Some(row)) => Err(Refusal::at(Field::Code, Why::CodeKnown(whose(row)))),
        (_, known) => Ok(known),
    }
}

/// A code of digits, leading zeros included (domain.md, section 1).
pub(super) fn digits(field: Field, code: &str, least: usize, most: usize) -> Result<(), Refusal> {
    if code.is_empty() {
        return Err(Refusal::at(field, Why::Missing));
    }
    let fits = (least..=most).contains(&code.len()) && code.bytes().all(|it| it.is_ascii_digit());
    fits.then_some(()).ok_or(Refusal::at(field, Why::Digits(least, most)))
}
