//! `tkvv record visit`: a loan-use visit (06/TD) with its lines as one piece.

use super::cells::Cells;
use crate::cli::failure::Failure;
use crate::domain::visit::{Visit, VisitLine};
use crate::office::command::NewVisit;

pub(super) const KEYS: &[&str] =
    &["id", "group", "day", "kind", "association", "visitor", "witness", "reported_on", "lines"];
const LINE_KEYS: &[&str] = &[
    "loan",
    "received",
    "balance_seen",
    "right_use",
    "wrong_use",
    "unused",
    "effect",
    "interest_seen",
    "note",
];

pub(super) fn read(cells: &mut Cells<'_>) -> Result<NewVisit, Failure> {
    let visit = Visit {
        id: cells.id()?,
        group: cells.code("group")?,
        day: cells.day("day")?,
        kind: cells.word("kind")?,
        association: cells.maybe_association()?,
        visitor: cells.maybe("visitor")?.unwrap_or_default(),
        witness: cells.maybe("witness")?,
        reported_on: cells.maybe_day("reported_on")?,
    };
    let lines = cells.lines("lines", LINE_KEYS, |_| None)?;
    let lines = lines.into_iter().map(line).collect::<Result<_, _>>()?;
    Ok(NewVisit { visit, lines })
}

fn line(mut cells: Cells<'_>) -> Result<VisitLine, Failure> {
    Ok(VisitLine {
        loan: cells.code("loan")?,
        received: cells.maybe_money("received")?,
        balance_seen: cells.maybe_money("balance_seen")?,
        right_use: cells.maybe_money("right_use")?,
        wrong_use: cells.maybe_money("wrong_use")?,
        unused: cells.maybe_money("unused")?,
        effect: cells.maybe_word("effect")?,
        interest_seen: cells.maybe_money("interest_seen")?,
        note: cells.maybe("note")?.unwrap_or_default(),
    })
}
