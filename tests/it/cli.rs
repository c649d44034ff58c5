//! The program as a process: what it takes in, refuses, records and answers, and its exit codes.

mod answers;
mod backups;
mod begin;
mod collection_day;
pub mod folder;
mod generate;
mod known_on;
mod meetings;
mod record;
mod record_keys;
mod refused;
mod refused_cells;
mod refused_days;
mod refused_sums;
mod reports;
mod rulebooks;
mod student_tranche;
mod taken_in;
mod trails;
mod vanishing;
