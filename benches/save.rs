//! What a save costs: a sheet of 60 lines, and a bare row written by SQLite alone, one after the
//! other on the same disk: `cargo bench --bench save`. With `TKVV_SAVES=N` only N sheets are
//! saved, and nothing is measured: for counting what the system is asked to do (`syncs.sh`).
#![allow(missing_docs, clippy::expect_used, clippy::print_stdout, reason = "a benchmark")]

use rusqlite::Connection;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};
use tkvv::domain::day::Day;
use tkvv::domain::group::{Association, Group, Member};
use tkvv::domain::loan::Loan;
use tkvv::domain::money::Dong;
use tkvv::domain::place::{Place, PlaceKind};
use tkvv::domain::rate::Rate;
use tkvv::domain::record::Batch;
use tkvv::domain::rulebook::Shelf;
use tkvv::office::command::{Command, NewSheet, SheetLine};
use tkvv::office::{Office, OpenOptions, Stamp};

/// The members of the group, each with a loan.
const MEMBERS: usize = 60;

/// Pairs of saves that are measured.
const ROUNDS: usize = 60;

/// What each pays a session; in part, so that every line has a word too.
const PAID: i64 = 50_000;

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
        joined_on: day("2010-01-01"),
        left_on: None,
    }
}

fn loan(no: usize) -> Loan {
    Loan {
        code: format!("{no:016}").as_str().into(),
        member: format!("{no:010}").as_str().into(),
        programme: "01".into(),
        principal: Dong::new(50_000_000),
        disbursed_on: day("2019-01-15"),
        rate: Rate::parse("6.6").expect("a rate"),
        term_months: 120,
        due_on: day("2029-01-15"),
        purpose: "Nuôi bò".to_owned(),
        interest_grace_until: None,
        capital: None,
    }
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
            leader: Some("0000000001".into()),
            deputy: None,
            founded_on: day("2010-01-01"),
            closed_on: None,
        }],
        members: (1..=MEMBERS).map(member).collect(),
        loans: (1..=MEMBERS).map(loan).collect(),
        ..Batch::default()
    }
}

fn office(path: &Path) -> Office {
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    let options = OpenOptions { read_only: false, who: "Lan".to_owned(), shelf };
    let mut office = Office::create(path, options, Stamp::EPOCH).expect("a book");
    let never = AtomicBool::new(false);
    office.import(&batch(), Stamp::EPOCH, &mut |_| {}, &never).expect("taken in");
    office
}

/// The sheet of a session, so many months after the first: all 60 members pay and save.
fn sheet(month: usize) -> Command {
    let month = u32::try_from(month).expect("a small number");
    let session = day("2019-03-15").months_after(month);
    let line = |no: usize| SheetLine {
        member: format!("{no:010}").as_str().into(),
        interest: Some(Dong::new(PAID)),
        savings: Some(Dong::new(PAID)),
        withdrawal: None,
        note: "nộp một phần".to_owned(),
    };
    Command::Sheet(NewSheet {
        id: format!("s{month:03}").as_str().into(),
        group: "0000001".into(),
        session,
        attendance: None,
        lines: (1..=MEMBERS).map(line).collect(),
    })
}

fn save(office: &mut Office, month: usize) -> Duration {
    let command = sheet(month);
    let begun = Instant::now();
    let done = office.execute(command, day("2026-10-15"), Stamp::EPOCH).expect("saved");
    let took = begun.elapsed();
    // The head, and interest and savings of each.
    assert_eq!(done.facts, 1 + 2 * MEMBERS);
    took
}

/// A table in a book of its own, set up as ours is (trust.md, section 2).
fn bare(path: &Path) -> Connection {
    let connection = Connection::open(path).expect("a database");
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
             CREATE TABLE rows (id INTEGER PRIMARY KEY, said TEXT NOT NULL) STRICT;",
        )
        .expect("a table");
    connection
}

fn write(connection: &Connection) -> Duration {
    let begun = Instant::now();
    connection.execute("INSERT INTO rows (said) VALUES ('one row')", []).expect("written");
    begun.elapsed()
}

fn median(mut took: Vec<Duration>) -> Duration {
    took.sort();
    took.get(took.len() / 2).copied().expect("some rounds")
}

fn main() {
    // Beside the build, on a disk: a temporary folder in memory would sync for nothing.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = tempfile::tempdir_in(target).expect("a folder");
    let mut office = office(&folder.path().join("book.db"));
    if let Some(saves) = std::env::var("TKVV_SAVES").ok().and_then(|text| text.parse().ok()) {
        for month in 0..saves {
            save(&mut office, month);
        }
        return;
    }
    let bare = bare(&folder.path().join("bare.db"));
    let mut rows = Vec::new();
    let mut sheets = Vec::new();
    for month in 0..ROUNDS {
        rows.push(write(&bare));
        sheets.push(save(&mut office, month));
    }
    let (row, sheet) = (median(rows), median(sheets));
    let hundredths = sheet.as_micros() * 100 / row.as_micros().max(1);
    println!("a bare row    {:>8} µs (median of {ROUNDS})", row.as_micros());
    println!("a sheet of {MEMBERS} {:>8} µs (median of {ROUNDS})", sheet.as_micros());
    println!("ratio         {:>5},{:02}", hundredths / 100, hundredths % 100);
}
