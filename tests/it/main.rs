//! The tests that stand outside the rooms: rules, flows, the file, the program as a process.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that can't go on stops, and says where"
)]

mod cli;
mod faults;
mod flows;
mod generate;
mod growth;
mod laws;
mod rules;
mod scenarios;
mod stage;
mod store;
mod terminal;
mod tidy;
