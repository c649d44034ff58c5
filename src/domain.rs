//! The rules of the field: no I/O, no clock, no SQL, no language. The day is always an argument.

pub mod calendar;
pub mod day;
pub mod figures;
pub mod freeze;
pub mod group;
pub mod ids;
pub mod interest;
pub mod ledger;
pub mod loan;
pub mod money;
pub mod place;
pub mod rate;
pub mod ratio;
pub mod record;
pub mod refusal;
pub mod rulebook;
pub mod schedule;
pub mod score;
pub mod sheet;
pub mod tally;
pub mod timeline;
pub mod visit;
pub mod words;
pub mod worklist;
pub mod wrong_use;
