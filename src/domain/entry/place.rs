//! Places, transaction points and their sessions.

use super::master::{PlaceEntry, PointEntry, SessionEntry};
use super::{known, text};
use crate::domain::ids::PlaceCode;
use crate::domain::ledger::Ledger;
use crate::domain::place::{Place, PlaceKind};
use crate::domain::refusal::{Field, Refusal, Why};

/// The most characters of a point's code.
const POINT_CODE: usize = 20;

/// Checks a place.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(new: &PlaceEntry, ledger: &Ledger) -> Result<(), Refusal> {
    let place = &new.row;
    let code = place.code.as_str();
    let known = known::row(new, code, ledger.places.get(code), |known| known.name.clone())?;
    match known {
        // What lies in a place, and what is counted in it, rests on what kind it is.
        Some(known) if known.kind != place.kind => {
            return Err(Refusal::at(Field::Kind, Why::Fixed));
        }
        Some(_) => {}
        None => code_of(place)?,
    }
    text::needed(Field::Name, &place.name, text::NAME)?;
    if known.is_none_or(|known| known.parent != place.parent) {
        parent(place, ledger)?;
    }
    Ok(())
}

/// Communes have 6 digits, villages 8 (domain.md, section 1); larger places 2 to 4.
fn code_of(place: &Place) -> Result<(), Refusal> {
    let (least, most) = match place.kind {
        PlaceKind::Province | PlaceKind::District => (2, 4),
        PlaceKind::Commune => (6, 6),
        PlaceKind::Village => (8, 8),
    };
    known::digits(Field::Code, place.code.as_str(), least, most)
}

/// A village lies in a commune; a commune in a district or a province, or the book begins with it;
/// a district likewise; a province in nothing.
fn parent(place: &Place, ledger: &Ledger) -> Result<(), Refusal> {
    let refused = |why| Err(Refusal::at(Field::Parent, why));
    let allowed: &[PlaceKind] = match place.kind {
        PlaceKind::Province => &[],
        PlaceKind::District => &[PlaceKind::Province],
        PlaceKind::Commune => &[PlaceKind::District, PlaceKind::Province],
        PlaceKind::Village => &[PlaceKind::Commune],
    };
    match (&place.parent, allowed) {
        (None, _) if place.kind == PlaceKind::Village => refused(Why::Missing),
        (None, _) => Ok(()),
        (Some(_), []) => refused(Why::NotEmpty),
        (Some(code), _) => match ledger.places.get(code) {
            None => refused(Why::Unknown(code.to_string())),
            Some(above) if allowed.contains(&above.kind) => Ok(()),
            Some(_) => refused(Why::OtherPlace(allowed.to_vec())),
        },
    }
}

/// A place that must be there and of a kind.
pub(super) fn of_kind(
    field: Field,
    code: &PlaceCode,
    kind: PlaceKind,
    ledger: &Ledger,
) -> Result<(), Refusal> {
    if code.as_str().is_empty() {
        return Err(Refusal::at(field, Why::Missing));
    }
    match ledger.places.get(code) {
        None => Err(Refusal::at(field, Why::Unknown(code.to_string()))),
        Some(place) if place.kind == kind => Ok(()),
        Some(_) => Err(Refusal::at(field, Why::OtherPlace(vec![kind]))),
    }
}

/// Checks a point.
///
/// # Errors
/// The first rule that it breaks.
pub fn point(new: &PointEntry, ledger: &Ledger) -> Result<(), Refusal> {
    let point = &new.row;
    let code = point.code.as_str();
    let known = known::row(new, code, ledger.points.get(code), |known| known.name.clone())?;
    if known.is_none() {
        text::needed(Field::Code, code, POINT_CODE)?;
        if code.chars().any(char::is_whitespace) {
            return Err(Refusal::at(Field::Code, Why::Blanks));
        }
    }
    of_kind(Field::Commune, &point.commune, PlaceKind::Commune, ledger)?;
    text::needed(Field::Name, &point.name, text::NAME)?;
    // Every month has these days.
    let fits = (1..=28).contains(&point.session_day);
    fits.then_some(()).ok_or(Refusal::at(Field::SessionDay, Why::OutOf(1, 28)))
}

/// Checks a session that is not held as usual. As in files, the day may lie in another month: it
/// belongs to the month in which it is held (domain.md, section 4).
///
/// # Errors
/// The first rule that it breaks.
pub fn session(new: &SessionEntry, ledger: &Ledger) -> Result<(), Refusal> {
    let change = &new.row;
    let unknown = || Refusal::at(Field::Point, Why::Unknown(change.point.to_string()));
    let point = ledger.points.get(&change.point).ok_or_else(unknown)?;
    let known = point.calendar.changes().get(&change.month);
    known::row(new, &change.month.to_string(), known, |_| point.name.clone()).map_err(
        |refusal| match refusal.field {
            Field::Code => Refusal { field: Field::Month, ..refusal },
            _ => refusal,
        },
    )?;
    Ok(())
}
