//! What is taken back with all that came with it: sheets, visits; and a commit that fails.

use super::entries::{amended, begin, entry, member};
use super::small::{
    TODAY, ask, day, line, now, office, office_at, options, run, sheet, visit, visit_line,
};
use rusqlite::Connection;
use tkvv::domain::ledger::Presence;
use tkvv::domain::money::Dong;
use tkvv::domain::refusal::{Field, Why};
use tkvv::office::command::{Command, NewAttendance, NewReversal};
use tkvv::office::{Office, Trouble};

fn back(id: &str, of: &str) -> Command {
    let (id, of, reason) = (id.into(), of.into(), "Ghi nhầm tổ".to_owned());
    Command::Reversal(NewReversal { id, of, day: day(TODAY), reason, confirmed_by: None })
}

#[test]
fn a_sheet_goes_with_all_it_wrote_and_can_be_typed_again() {
    let mut office = office();
    let before = office.ledger().clone();
    let mut new =
        sheet("s1", vec![line("M1", Some(900_000), Some(50_000)), line("M3", None, Some(1))]);
    new.attendance = Some(Presence::Leader);
    ask(&mut office, Command::Sheet(new.clone())).expect("saved");
    // One of its payments was taken back before.
    ask(&mut office, back("r0", "s1-001-i1")).expect("taken back");
    let done = ask(&mut office, back("r1", "s1")).expect("taken back");
    // The head, the other share of interest, two deposits, who came.
    assert_eq!((done.already, done.facts), (false, 5));
    assert!(ask(&mut office, back("r1", "s1")).expect("known").already);
    assert_eq!(office.ledger(), &before);
    assert_eq!(office.sheets_of(day(TODAY)).expect("sheets"), []);
    let twice = ask(&mut office, back("r2", "s1")).expect_err("once");
    assert_eq!((twice.field, twice.why), (Field::Reverses, Why::ReversedAlready));
    new.id = "s2".into();
    ask(&mut office, Command::Sheet(new)).expect("typed again");
    assert_eq!(office.sheets_of(day(TODAY)).expect("sheets").len(), 1);
    assert_eq!(office.verify(), []);
}

#[test]
fn a_correction_of_who_came_that_is_taken_back_restores_what_was_said_before_it() {
    let mut office = office();
    let key = ("0000001".into(), day(TODAY));
    let said = |id: &str, by| {
        let mut new = sheet(id, vec![]);
        new.attendance = Some(by);
        Command::Sheet(new)
    };
    ask(&mut office, said("s1", Presence::Leader)).expect("said");
    ask(&mut office, said("s2", Presence::Deputy)).expect("corrected by a sheet");
    ask(&mut office, back("r1", "s2")).expect("the sheet is taken back");
    assert_eq!(office.ledger().attendance.get(&key), Some(&Presence::Leader));
    let none = NewAttendance {
        id: "at1".into(),
        group: "0000001".into(),
        session: day(TODAY),
        by: Presence::None,
        reason: Some("Không ai đến".to_owned()),
    };
    ask(&mut office, Command::Attendance(none)).expect("corrected");
    ask(&mut office, back("r2", "at1")).expect("the correction is taken back");
    assert_eq!(office.ledger().attendance.get(&key), Some(&Presence::Leader));
    assert!(ask(&mut office, back("r2", "at1")).expect("known").already);
    assert_eq!(office.verify(), []);
}

#[test]
fn a_visit_goes_with_its_lines() {
    let mut office = office();
    let before = office.ledger().clone();
    let mut wrong = visit_line("L3");
    wrong.wrong_use = Some(Dong::new(3_000_000));
    ask(&mut office, Command::Visit(visit("v1", vec![visit_line("L1"), wrong]))).expect("saved");
    ask(&mut office, back("r1", "v1")).expect("taken back");
    assert_eq!(office.ledger(), &before);
    // The same day can be recorded again.
    ask(&mut office, Command::Visit(visit("v2", vec![visit_line("L1")]))).expect("saved");
    assert_eq!(office.verify(), []);
}

#[test]
fn the_book_read_anew_agrees_after_reversals() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    let mut new = sheet("s1", vec![line("M1", Some(900_000), Some(50_000))]);
    new.attendance = Some(Presence::Deputy);
    run(&mut office, Command::Sheet(new)).expect("saved");
    run(&mut office, Command::Visit(visit("v1", vec![visit_line("L1")]))).expect("saved");
    for (id, of) in [("r1", "v1"), ("r2", "s1")] {
        run(&mut office, back(id, of)).expect("taken back");
    }
    let ledger = office.ledger().clone();
    drop(office);
    let anew = Office::open(&path, options("Lan")).expect("opened");
    assert_eq!(anew.ledger(), &ledger);
    assert_eq!(anew.verify(), []);
}

#[test]
fn an_entry_whose_commit_fails_leaves_nothing_and_can_be_asked_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = begin(Office::create(&path, options("Lan"), now()).expect("a book"));
    let before = office.ledger().clone();
    // Lets the commit fail after a version was written, as a full disk can.
    let doom = "CREATE TABLE known (id INTEGER PRIMARY KEY) STRICT; \
        CREATE TABLE doom (id INTEGER REFERENCES known DEFERRABLE INITIALLY DEFERRED) STRICT; \
        CREATE TRIGGER boom AFTER INSERT ON versions BEGIN INSERT INTO doom VALUES (1); END";
    Connection::open(&path).and_then(|raw| raw.execute_batch(doom)).expect("doomed");
    let moves = || Command::Member(amended("c1", member(3, "0000002")));
    let joins = || Command::Member(entry("n1", member(6, "0000001")));
    for command in [moves(), joins()] {
        let failed = run(&mut office, command);
        assert!(matches!(failed, Err(Trouble::Store(_))), "{failed:?}");
        assert_eq!(office.ledger(), &before);
    }
    let relieve = "DROP TRIGGER boom; DROP TABLE doom; DROP TABLE known";
    Connection::open(&path).and_then(|raw| raw.execute_batch(relieve)).expect("relieved");
    for command in [moves(), joins()] {
        assert!(!run(&mut office, command).expect("done").already);
    }
    assert_eq!(office.ledger().members_of["0000001"].len(), 5);
    assert_eq!(office.verify(), []);
}
