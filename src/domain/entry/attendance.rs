//! Who came for a group to a session.

use super::master::NewAttendance;
use super::sheet::session_of;
use super::{id, text};
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::refusal::{Field, Refusal};

/// Checks who came. Where the book says otherwise already, that is taken back, and why is needed.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(new: &NewAttendance, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    id(&new.id)?;
    session_of(&new.group, new.session, ledger, today)?;
    let reason = new.reason.as_deref().unwrap_or_default();
    let said = ledger.attendance.get(&(new.group.clone(), new.session));
    if said.is_some_and(|said| *said != new.by) {
        return text::needed(Field::Reason, reason, text::NOTE);
    }
    text::allowed(Field::Reason, reason, text::NOTE)
}
