//! Talks with borrowers and their promises.

use super::{back, hold, refused, saved};
use crate::store::entries::{begun, entry, loan};
use crate::store::out_and_in::goes_out_and_in;
use crate::store::small::{day, office, office_at};
use tkvv::domain::contact::{ContactHow, Promise};
use tkvv::domain::loan::Opening;
use tkvv::domain::money::Dong;
use tkvv::domain::refusal::{Field, Why};
use tkvv::office::command::{Command, Contact, NewOpening};

fn talk(id: &str) -> Contact {
    Contact {
        id: id.into(),
        loan: "L3".into(),
        day: day("2026-10-10"),
        how: ContactHow::Home,
        talker: Some("Trần Thị Bích".to_owned()),
        said: "Chờ bán lúa".to_owned(),
        promise: Some(Promise { amount: Dong::new(500_000), by: day("2026-10-15") }),
    }
}

fn promised(id: &str, amount: i64, by: &str) -> Command {
    let promise = Some(Promise { amount: Dong::new(amount), by: day(by) });
    Command::Contact(Contact { promise, ..talk(id) })
}

#[test]
fn talks_stand_in_their_loans_by_day_and_go_when_they_are_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    saved(&mut office, Command::Contact(Contact { day: day("2026-10-12"), ..talk("a") }));
    saved(&mut office, Command::Contact(talk("b")));
    let ids = |office: &tkvv::office::Office| -> Vec<String> {
        office.ledger().loans["L3"].contacts.iter().map(|talk| talk.id.to_string()).collect()
    };
    assert_eq!(ids(&office), ["b", "a"]);
    assert_eq!(office.ledger().loans["L3"].last_contact(day("2026-10-11")), Some(&talk("b")));
    saved(&mut office, back("r", "a", None));
    assert_eq!(ids(&office), ["b"]);
    hold(&path, office);
}

#[test]
fn the_same_talk_with_other_content_is_refused() {
    let mut office = office();
    saved(&mut office, Command::Contact(talk("a")));
    let taken = (Field::Id, Why::IdTaken("a".into()));
    assert_eq!(refused(&mut office, promised("a", 500_001, "2026-10-15")), taken);
}

#[test]
fn a_talk_of_no_loan_or_on_a_day_on_which_there_can_be_none() {
    let mut office = office();
    let with = |loan: &str, on| {
        Command::Contact(Contact { loan: loan.into(), day: day(on), promise: None, ..talk("a") })
    };
    let unknown = (Field::Loan, Why::Unknown("L8".to_owned()));
    assert_eq!(refused(&mut office, with("L8", "2026-10-10")), unknown);
    let ahead = (Field::Day, Why::InTheFuture(day("2026-10-15")));
    assert_eq!(refused(&mut office, with("L3", "2026-10-16")), ahead);
    let early = (Field::Day, Why::BeforeDisbursement(day("2026-03-20")));
    assert_eq!(refused(&mut office, with("L3", "2026-03-19")), early);
    saved(&mut office, with("L3", "2026-03-20"));
}

#[test]
fn a_promise_has_an_amount_and_a_day_from_the_talk_to_two_years_on() {
    let mut office = office();
    let nothing = (Field::PromisedAmount, Why::NotPositive);
    assert_eq!(refused(&mut office, promised("a", 0, "2026-10-15")), nothing);
    let large = (Field::PromisedAmount, Why::TooLarge(Dong::MOST));
    assert_eq!(refused(&mut office, promised("a", Dong::MOST.get() + 1, "2026-10-15")), large);
    let before = (Field::PromisedBy, Why::Before(day("2026-10-10")));
    assert_eq!(refused(&mut office, promised("a", 1, "2026-10-09")), before);
    let late = (Field::PromisedBy, Why::TooLate(day("2028-10-10")));
    assert_eq!(refused(&mut office, promised("a", 1, "2028-10-11")), late);
    saved(&mut office, promised("a", 1, "2026-10-10"));
    saved(&mut office, promised("b", Dong::MOST.get(), "2028-10-10"));
}

#[test]
fn something_was_said_or_promised() {
    let mut office = office();
    let silent =
        |promise| Command::Contact(Contact { said: "  ".to_owned(), promise, ..talk("a") });
    assert_eq!(refused(&mut office, silent(None)), (Field::Said, Why::Missing));
    saved(&mut office, silent(talk("a").promise));
    let long = |said: String| Command::Contact(Contact { said, promise: None, ..talk("b") });
    let too_long = (Field::Said, Why::TooLong(1000));
    assert_eq!(refused(&mut office, long("ờ".repeat(1001))), too_long);
    let steering = (Field::Said, Why::ControlCharacters);
    assert_eq!(refused(&mut office, long("a\u{1b}[2J".to_owned())), steering);
    saved(&mut office, long("ờ".repeat(1000)));
}

#[test]
fn a_loan_does_not_begin_on_or_before_the_day_of_a_talk_about_it() {
    let mut office = begun();
    saved(&mut office, Command::Loan(entry("l1", loan(1, 1))));
    let code = loan(1, 1).loan.code;
    let about = Contact { loan: code.clone(), promise: None, ..talk("a") };
    saved(&mut office, Command::Contact(about));
    let opening = |id: &str, on: &str| {
        let opening = Opening {
            day: day(on),
            outstanding: Dong::new(10_000_000),
            interest_owed: Dong::ZERO,
            last_movement: None,
        };
        let (id, loan) = (id.into(), code.clone());
        Command::Opening(NewOpening { id, loan, opening, reason: None })
    };
    let before = (Field::Day, Why::OpensBefore(day("2026-10-10")));
    assert_eq!(refused(&mut office, opening("o1", "2026-10-12")), before);
    assert_eq!(refused(&mut office, opening("o1", "2026-10-10")), before);
    saved(&mut office, opening("o1", "2026-10-09"));
    // so its folder can be taken in again
    goes_out_and_in(&office);
}
