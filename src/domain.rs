//! The rules of the field: no I/O, no clock, no SQL, no language. The day is always an argument.

pub mod calendar;
pub mod day;
pub mod group;
pub mod ids;
pub mod ledger;
pub mod loan;
pub mod money;
pub mod place;
pub mod rate;
pub mod ratio;
pub mod record;
pub mod refusal;
pub mod rulebook;
pub mod score;
pub mod sheet;
pub mod visit;
pub mod words;
