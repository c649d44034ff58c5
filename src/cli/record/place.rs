//! `tkvv record place`, `point`, `session`: where things are, and when the bank comes.

use super::cells::Cells;
use super::known::Known;
use crate::cli::failure::Failure;
use crate::domain::ids::{FactId, PlaceCode, PointCode};
use crate::domain::place::Place;
use crate::office::command::{Command, MasterEntry, PointRow, SessionChange};

pub(super) const PLACE: &[&str] = &["id", "code", "kind", "name", "parent", "difficult", "reason"];
pub(super) const POINT: &[&str] = &["id", "code", "commune", "name", "session_day", "reason"];
pub(super) const SESSION: &[&str] = &["id", "point", "month", "held_on", "reason"];

/// An entry of master data: its row, and whether that is known.
pub(super) fn entry<T>(
    cells: &mut Cells<'_>,
    id: FactId,
    row: T,
    amends: bool,
) -> Result<MasterEntry<T>, Failure> {
    Ok(MasterEntry { id, row, amends, reason: cells.maybe("reason")? })
}

pub(super) fn place(cells: &mut Cells<'_>, known: &Known<'_>) -> Result<Command, Failure> {
    let id = cells.id()?;
    let code: PlaceCode = cells.code("code")?;
    let old = known.place(&id, code.as_str());
    let old = old.as_ref();
    let row = Place {
        kind: cells.keep("kind", old.map(|it| it.kind), Cells::word)?,
        name: cells.keep("name", old.map(|it| it.name.clone()), Cells::text)?,
        parent: cells.keep("parent", old.map(|it| it.parent.clone()), Cells::maybe_code)?,
        difficult: cells.keep("difficult", old.map(|it| it.difficult), Cells::flag)?,
        code,
    };
    entry(cells, id, row, old.is_some()).map(Command::Place)
}

pub(super) fn point(cells: &mut Cells<'_>, known: &Known<'_>) -> Result<Command, Failure> {
    let id = cells.id()?;
    let code: PointCode = cells.code("code")?;
    let old = known.point(&id, code.as_str());
    let old = old.as_ref();
    let row = PointRow {
        commune: cells.keep("commune", old.map(|it| it.commune.clone()), Cells::code)?,
        name: cells.keep("name", old.map(|it| it.name.clone()), Cells::text)?,
        session_day: cells.keep("session_day", old.map(|it| it.session_day), Cells::number)?,
        code,
    };
    entry(cells, id, row, old.is_some()).map(Command::Point)
}

pub(super) fn session(cells: &mut Cells<'_>, known: &Known<'_>) -> Result<Command, Failure> {
    let id = cells.id()?;
    let point: PointCode = cells.code("point")?;
    let month = cells.month("month")?;
    let amends = known.session(point.as_str(), month);
    let row = SessionChange { point, month, held_on: cells.maybe_day("held_on")? };
    entry(cells, id, row, amends).map(Command::Session)
}
