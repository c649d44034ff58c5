//! A group of sixty members in a book of its own, on disk, so that a program can be killed over it.

use crate::stage::{Stage, TODAY, now};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use tkvv::domain::day::Day;
use tkvv::domain::group::{Association, Group, Member};
use tkvv::domain::loan::Loan;
use tkvv::domain::money::Dong;
use tkvv::domain::place::{Place, PlaceKind};
use tkvv::domain::rate::Rate;
use tkvv::domain::record::Batch;
use tkvv::domain::rulebook::Shelf;
use tkvv::office::{Office, OpenOptions};
use tkvv::text::Language;

/// Members of the group; the last of them has no loan.
pub const MEMBERS: usize = 60;

/// What each of those with a loan is to pay: 10 million at 7,3 % are 2.000 đ a day; the loan is
/// of the session before the one before, 15 August, and nothing was paid.
pub const DUE: i64 = 61 * 2_000;

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a day")
}

fn member(no: usize) -> Member {
    Member {
        code: format!("{no:010}").as_str().into(),
        group: "0000001".into(),
        name: format!("Lý Thị Số {no}"),
        born: None,
        sex: None,
        household: None,
        ethnicity: None,
        phone: None,
        id_number: None,
        joined_on: day("2020-01-01"),
        left_on: None,
    }
}

fn loan(no: usize) -> Loan {
    Loan {
        code: format!("{no:016}").as_str().into(),
        member: format!("{no:010}").as_str().into(),
        programme: "01".into(),
        principal: Dong::new(10_000_000),
        disbursed_on: day("2026-08-15"),
        rate: Rate::parse("7.3").expect("a rate"),
        term_months: 36,
        due_on: day("2029-08-15"),
        purpose: "Nuôi bò".to_owned(),
        interest_grace_until: None,
        capital: None,
    }
}

fn batch(count: usize) -> Batch {
    let place = |code: &str, kind, name: &str, parent: Option<&str>| Place {
        code: code.into(),
        kind,
        name: name.to_owned(),
        parent: parent.map(Into::into),
        difficult: false,
    };
    Batch {
        home: Some("960001".into()),
        places: vec![
            place("96000101", PlaceKind::Village, "Ấp 1", Some("960001")),
            place("960001", PlaceKind::Commune, "Xã thử", None),
        ],
        points: vec![("P1".into(), "960001".into(), "Điểm 1".to_owned(), 15)],
        groups: vec![Group {
            code: "0000001".into(),
            village: "96000101".into(),
            point: "P1".into(),
            association: Association::Women,
            leader: Some("0000000001".into()),
            deputy: None,
            founded_on: day("2020-01-01"),
            closed_on: None,
        }],
        members: (1..=count).map(member).collect(),
        loans: (1..count).map(loan).collect(),
        ..Batch::default()
    }
}

fn options() -> OpenOptions {
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    OpenOptions { read_only: false, who: "Lan".to_owned(), shelf }
}

/// Makes the book at a path.
pub fn make(path: &Path) {
    make_of(path, MEMBERS);
}

/// The same with another number of members, of whom the last has no loan.
pub fn make_of(path: &Path, count: usize) {
    let mut office = Office::create(path, options(), now()).expect("a new book");
    office.import(&batch(count), now(), &mut |_| {}, &AtomicBool::new(false)).expect("taken in");
}

/// The program on the book at a path.
pub fn open(path: &Path) -> Stage {
    assert_eq!(TODAY, "2026-10-15", "the session on which the amounts rest");
    Stage::new(Office::open(path, options()).expect("the book opens"), 80, 24, Language::Vi)
}
