//! What a trouble with the file leaves behind, and what is said of it.

use super::*;
use crate::domain::entry::NewPayment;
use crate::domain::group::{Association, Group, Member};
use crate::domain::loan::{Loan, PaymentKind, PaymentPlace};
use crate::domain::money::Dong;
use crate::domain::place::{Place, PlaceKind};
use crate::domain::rate::Rate;
use crate::domain::record::Batch;
use std::sync::atomic::AtomicBool;

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect(text)
}

fn batch() -> Batch {
    let place = |code: &str, kind, parent: Option<&str>| Place {
        code: code.into(),
        kind,
        name: code.to_owned(),
        parent: parent.map(Into::into),
        difficult: false,
    };
    Batch {
        places: vec![
            place("960001", PlaceKind::Commune, None),
            place("96000101", PlaceKind::Village, Some("960001")),
        ],
        points: vec![("P1".into(), "960001".into(), "Điểm 1".to_owned(), 15)],
        groups: vec![Group {
            code: "0000001".into(),
            village: "96000101".into(),
            point: "P1".into(),
            association: Association::Women,
            leader: None,
            deputy: None,
            founded_on: day("2020-01-01"),
            closed_on: None,
        }],
        members: vec![Member {
            code: "M1".into(),
            group: "0000001".into(),
            name: "Trần Văn Út".to_owned(),
            born: None,
            sex: None,
            household: None,
            ethnicity: None,
            phone: None,
            id_number: None,
            joined_on: day("2020-01-01"),
            left_on: None,
        }],
        loans: vec![Loan {
            code: "L1".into(),
            member: "M1".into(),
            programme: "01".into(),
            principal: Dong::new(10_000_000),
            disbursed_on: day("2026-01-10"),
            rate: Rate::parse("7.3").expect("a rate"),
            term_months: 36,
            due_on: day("2029-01-15"),
            purpose: "Nuôi bò".to_owned(),
            interest_grace_until: None,
            capital: None,
        }],
        ..Batch::default()
    }
}

fn interest(id: &str) -> Command {
    Command::Payment(NewPayment {
        id: id.into(),
        loan: "L1".into(),
        day: day("2026-10-15"),
        kind: PaymentKind::Interest,
        amount: Dong::new(50_000),
        place: PaymentPlace::Point,
        receipt: None,
        reverses: None,
        reason: None,
        collected_by: None,
        confirmed_by: None,
    })
}

fn office() -> Office {
    let mut office = Office::in_memory().expect("a book");
    let imported =
        office.import(&batch(), Stamp::EPOCH, &mut |_| {}, &AtomicBool::new(false)).expect("in");
    assert_eq!(imported.rows(), 6);
    office
}

#[test]
fn what_the_book_has_after_a_trouble_was_done_and_is_not_done_again() {
    let mut office = office();
    let both = [interest("p1"), interest("p2")];
    let done = office.execute_all(both.to_vec(), day("2026-10-15"), Stamp::EPOCH).expect("done");
    assert!(done.iter().all(|done| !done.already));
    let done = office.after_trouble(&both).expect("both are in the book");
    let said: Vec<_> = done.iter().map(|done| (done.id.to_string(), done.already)).collect();
    assert_eq!(said, [("p1".to_owned(), true), ("p2".to_owned(), true)]);
    // One that is missing, or another with the same id, is not done.
    assert_eq!(office.after_trouble(&[interest("p1"), interest("p3")]), None);
    let Command::Payment(mut other) = interest("p2") else { panic!("a payment") };
    other.amount = Dong::new(60_000);
    assert_eq!(office.after_trouble(&[interest("p1"), Command::Payment(other)]), None);
}

#[test]
fn a_batch_that_the_book_has_after_a_trouble_was_taken_in() {
    let mut office = office();
    let known = office.taken_in_already(&batch(), Stamp::EPOCH).expect("all of it is in the book");
    assert_eq!((known.rows(), known.skipped), (0, 6));
    let mut more = batch();
    more.loans.extend(batch().loans.into_iter().map(|loan| Loan { code: "L2".into(), ..loan }));
    assert_eq!(office.taken_in_already(&more, Stamp::EPOCH), None);
    // Asking has changed nothing.
    let ledger = office.ledger().clone();
    office.seen = None;
    assert_eq!(office.refresh(), Ok(true));
    assert_eq!(office.ledger(), &ledger);
    assert_eq!(office.verify(), []);
}
