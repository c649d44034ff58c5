//! What can be recorded: the word of each kind, its keys, and how its cells are read.

use super::cells::Cells;
use super::known::Known;
use super::{collection, facts, loan, payment, people, place, sheet, visit};
use crate::cli::failure::Failure;
use crate::office::command::Command;

/// A kind of thing that can be recorded.
pub(super) struct Kind {
    pub(super) word: &'static str,
    pub(super) keys: &'static [&'static str],
    pub(super) read: fn(&mut Cells<'_>, &Known<'_>) -> Result<Command, Failure>,
}

macro_rules! kinds {
    ($($word:literal: $keys:expr => $read:expr;)+) => {
        /// All of them, in the order in which a book is begun.
        pub(super) const KINDS: &[Kind] =
            &[$(Kind { word: $word, keys: $keys, read: $read }),+];
    };
}

kinds! {
    "place": place::PLACE => place::place;
    "point": place::POINT => place::point;
    "session": place::SESSION => place::session;
    "group": people::GROUP => people::group;
    "member": people::MEMBER => people::member;
    "loan": loan::KEYS => loan::read;
    "disbursement": facts::DISBURSEMENT => facts::disbursement;
    "opening": facts::OPENING => facts::opening;
    "payment": payment::KEYS => |cells, _| payment::read(cells).map(Command::Payment);
    "sheet": sheet::KEYS => |cells, _| sheet::read(cells).map(Command::Sheet);
    "savings": facts::SAVINGS => facts::savings;
    "visit": visit::KEYS => |cells, _| visit::read(cells).map(Command::Visit);
    "check": facts::CHECK => facts::check;
    "change": facts::CHANGE => facts::change;
    "attendance": facts::ATTENDANCE => facts::attendance;
    "contact": collection::CONTACT => collection::contact;
    "cash": collection::CASH => collection::cash;
    "meeting": collection::MEETING => collection::meeting;
    "action": collection::ACTION => collection::action;
    "step": collection::STEP => collection::step;
    "reverse": facts::REVERSE => facts::reverse;
}

/// The kind of a word.
pub(super) fn of(word: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.word == word)
}

/// All words, for saying what there is.
pub(super) fn words() -> Vec<String> {
    KINDS.iter().map(|kind| kind.word.to_owned()).collect()
}

/// By what the result of a master entry is known: its code.
pub(super) fn code_of(command: &Command) -> Option<String> {
    match command {
        Command::Place(entry) => Some(entry.row.code.to_string()),
        Command::Point(entry) => Some(entry.row.code.to_string()),
        Command::Session(entry) => Some(format!("{} {}", entry.row.point, entry.row.month)),
        Command::Group(entry) => Some(entry.row.code.to_string()),
        Command::Member(entry) => Some(entry.row.code.to_string()),
        Command::Loan(entry) => Some(entry.row.loan.code.to_string()),
        _ => None,
    }
}
