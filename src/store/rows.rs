//! The book's records as rows, and rows as records: one pair of functions a kind.

pub(super) mod collection;
pub(super) mod facts;
pub(super) mod master;

use super::kinds::Kind;
use super::writer::Draft;
use crate::domain::ids::FactId;
use crate::domain::record::Trail;
use rusqlite::types::Value;

use super::convert::Cell;

/// A row without trail: master data.
fn plain(kind: &'static Kind, cells: Vec<Value>) -> Draft {
    Draft { kind, cells, reverses: Value::Null, trail: Trail::default() }
}

/// A fact with its trail.
fn fact(kind: &'static Kind, cells: Vec<Value>, reverses: Option<&FactId>, trail: &Trail) -> Draft {
    Draft { kind, cells, reverses: reverses.cell(), trail: trail.clone() }
}
