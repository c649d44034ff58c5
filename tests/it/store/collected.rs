//! The collection day in the book: talks, cash, meetings; and the second person behind the taking
//! back of counted money.

mod cash;
mod meetings;
mod moved;
mod talks;

use super::small::{TODAY, ask, day};
use tkvv::domain::refusal::{Field, Refusal, Why};
use tkvv::office::Office;
use tkvv::office::command::{Command, NewReversal};

fn refused(office: &mut Office, command: Command) -> (Field, Why) {
    let before = office.ledger().clone();
    let Refusal { field, why, .. } = ask(office, command).expect_err("it is refused");
    assert_eq!(office.ledger(), &before);
    (field, why)
}

fn saved(office: &mut Office, command: Command) {
    assert!(!ask(office, command.clone()).expect("it is saved").already);
    // Asked again it is known; a form that is sent twice saves once.
    assert!(ask(office, command).expect("it is known").already);
}

fn back(id: &str, of: &str, confirmed_by: Option<&str>) -> Command {
    Command::Reversal(NewReversal {
        id: id.into(),
        of: of.into(),
        day: day(TODAY),
        reason: "Ghi nhầm".to_owned(),
        confirmed_by: confirmed_by.map(ToOwned::to_owned),
    })
}

/// That a book read anew is the book in memory, and sound.
fn hold(path: &std::path::Path, office: Office) {
    let ledger = office.ledger().clone();
    drop(office);
    let anew = Office::open(path, super::small::options("Lan")).expect("opened");
    assert_eq!(anew.ledger(), &ledger);
    assert_eq!(anew.verify(), []);
}
