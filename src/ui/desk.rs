//! What the screens need of the office: the book to read, commands, drafts.

use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::Shelf;
use crate::office::command::{Command, Done};

/// Why a command was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// A rule says no: the person can mend it.
    Refused(Vec<Refusal>),
    /// The machine failed; what it was doing.
    Failed(String),
}

/// The office as the screens see it.
pub trait Desk {
    /// The whole book, for computing.
    fn ledger(&self) -> &Ledger;
    /// The rulebooks.
    fn shelf(&self) -> &Shelf;
    /// Does a command, or says why not.
    ///
    /// # Errors
    /// Refused by a rule, or failed in the machine; nothing was changed.
    fn execute(&mut self, command: &Command, today: Day) -> Result<Done, NotDone>;
    /// What a form kept when it was left.
    fn draft(&self, kind: &str, key: &str) -> Option<String>;
    /// Keeps what was typed in a form.
    ///
    /// # Errors
    /// What the machine said.
    fn keep_draft(&mut self, kind: &str, key: &str, json: &str) -> Result<(), String>;
    /// Throws a form's draft away.
    ///
    /// # Errors
    /// What the machine said.
    fn drop_draft(&mut self, kind: &str, key: &str) -> Result<(), String>;
    /// Where the book lies.
    fn place(&self) -> String;
    /// What an integrity check finds; empty where all is well.
    ///
    /// # Errors
    /// What the machine said.
    fn check(&self) -> Result<Vec<String>, String>;
}
