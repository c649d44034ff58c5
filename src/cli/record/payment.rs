//! `tkvv record payment`: one payment, or the taking back of one.

use super::cells::Cells;
use crate::cli::failure::Failure;
use crate::domain::ids::FactId;
use crate::office::command::NewPayment;

pub(super) const KEYS: &[&str] = &[
    "id",
    "loan",
    "day",
    "kind",
    "amount",
    "place",
    "receipt",
    "reverses",
    "reason",
    "collected_by",
    "confirmed_by",
];

pub(super) fn read(cells: &mut Cells<'_>) -> Result<NewPayment, Failure> {
    Ok(NewPayment {
        id: cells.id()?,
        loan: cells.code("loan")?,
        day: cells.day("day")?,
        kind: cells.word("kind")?,
        amount: cells.money("amount")?,
        place: cells.word("place")?,
        receipt: cells.maybe("receipt")?,
        reverses: cells.maybe("reverses")?.map(FactId::new),
        reason: cells.maybe("reason")?,
        collected_by: cells.maybe("collected_by")?,
        confirmed_by: cells.maybe("confirmed_by")?,
    })
}
