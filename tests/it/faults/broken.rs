//! Saves that break half way, rows that were changed behind the program's back.

use crate::store::small::{
    day, line, now, office_at, options, payment, run, sheet, visit, visit_line,
};
use rusqlite::Connection;
use std::path::Path;
use tkvv::domain::entry::NewPayment;
use tkvv::domain::ledger::Presence;
use tkvv::office::command::Command;
use tkvv::office::{Fault, FaultKind, Office, Trouble};

fn raw(path: &Path) -> Connection {
    Connection::open(path).expect("a database")
}

/// A book with one fact of each command.
fn filled(path: &Path) -> Office {
    let mut office = office_at(path);
    let why = "Khách trả sớm một phần".to_owned();
    let new = NewPayment { reason: Some(why), ..payment("p1") };
    run(&mut office, Command::Payment(new)).expect("saved");
    let mut new = sheet("s1", vec![line("M1", Some(600_000), Some(50_000))]);
    new.attendance = Some(Presence::Leader);
    run(&mut office, Command::Sheet(new)).expect("saved");
    run(&mut office, Command::Visit(visit("v1", vec![visit_line("L1")]))).expect("saved");
    office
}

#[test]
fn a_save_that_breaks_half_way_leaves_nothing_and_can_be_asked_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    let before = office.ledger().clone();
    let counts = office.counts().expect("counts");
    let boom = "CREATE TRIGGER boom BEFORE INSERT ON savings \
                BEGIN SELECT RAISE (ABORT, 'injected'); END";
    raw(&path).execute_batch(boom).expect("a trigger");
    office.keep_draft("sheet", "0000001", "{}", now()).expect("kept");
    // Its interest is written before its savings fail.
    let new = Command::Sheet(sheet("s1", vec![line("M1", Some(600_000), Some(50_000))]));
    let draft = Some(("sheet", "0000001"));
    let broken = office.execute_from(new.clone(), draft, day("2026-10-15"), now());
    assert!(matches!(broken, Err(Trouble::Store(_))), "{broken:?}");
    assert_eq!(office.counts().expect("counts"), counts);
    assert_eq!(office.ledger(), &before);
    assert!(office.draft("sheet", "0000001").expect("read").is_some());
    raw(&path).execute_batch("DROP TRIGGER boom").expect("dropped");
    let done = office.execute_from(new, draft, day("2026-10-15"), now()).expect("saved");
    assert_eq!((done.already, done.facts), (false, 4));
    assert_eq!(office.verify(), []);
}

#[test]
fn no_fact_can_be_changed_or_deleted() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    drop(filled(&path));
    let raw = raw(&path);
    raw.pragma_update(None, "recursive_triggers", true).expect("set");
    for table in
        ["payments", "savings", "sheets", "attendance", "visits", "visit_lines", "versions"]
    {
        for sql in [
            format!("UPDATE {table} SET recorded_by = 'x'"),
            format!("DELETE FROM {table}"),
            format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"),
        ] {
            let error = raw.execute(&sql, []).expect_err(&sql).to_string();
            assert!(error.contains("only added"), "{sql}: {error}");
        }
    }
    for sql in ["UPDATE journal SET seq = seq + 1", "DELETE FROM journal"] {
        assert!(raw.execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn one_flipped_bit_of_a_fact_is_found_and_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    drop(filled(&path));
    let mut bytes = std::fs::read(&path).expect("read");
    let needle = "Khách trả sớm".as_bytes();
    let at = bytes.windows(needle.len()).position(|window| window == needle).expect("the reason");
    bytes[at] ^= 0b0000_0001;
    std::fs::write(&path, &bytes).expect("written");
    // SQLite itself sees nothing wrong with it.
    let office = Office::open(&path, options("Lan")).expect("opened");
    let faults = office.verify();
    assert_eq!(names(&faults), [(FaultKind::Changed, "payments", "p1")]);
}

/// The table whose triggers are taken away, what is done, and the faults it is found by.
type Trick<'a> = (&'a str, &'a str, &'a [(FaultKind, &'a str, &'a str)]);

#[test]
fn whatever_is_done_to_rows_behind_the_programs_back_is_found_and_named() {
    let tricks: [Trick; 7] = [
        (
            "payments",
            "UPDATE payments SET amount = amount + 1 WHERE id = 'p1'",
            &[(FaultKind::Changed, "payments", "p1")],
        ),
        (
            "attendance",
            "DELETE FROM attendance WHERE id = 's1-a1'",
            &[(FaultKind::Missing, "attendance", "s1-a1")],
        ),
        (
            "savings",
            "INSERT INTO savings SELECT 'x', member, day, kind, 1, NULL, NULL, NULL, NULL, \
             recorded_by, recorded_at, NULL, machine, 9999 FROM savings",
            &[(FaultKind::Foreign, "savings", "x")],
        ),
        (
            "journal",
            "DELETE FROM journal WHERE kind = 'payment' AND fact = 'old-1'",
            &[(FaultKind::Gap, "payments", "p1"), (FaultKind::Foreign, "payments", "old-1")],
        ),
        (
            "journal",
            "UPDATE journal SET hash = zeroblob(32) WHERE kind = 'payment' AND fact = 'old-1'",
            &[
                (FaultKind::Changed, "payments", "old-1"),
                (FaultKind::ChainBroken, "payments", "p1"),
            ],
        ),
        (
            "visits",
            "UPDATE loans SET principal = principal * 2 WHERE code = 'L2'",
            &[(FaultKind::VersionDiffers, "loans", "L2")],
        ),
        (
            "payments",
            "UPDATE payments SET amount = 650000 WHERE id = 's1-001-i1'",
            &[(FaultKind::Changed, "payments", "s1-001-i1"), (FaultKind::Sum, "sheets", "s1")],
        ),
    ];
    for (table, sql, expected) in tricks {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("book.db");
        drop(filled(&path));
        let raw = raw(&path);
        let off = format!("DROP TRIGGER {table}_never_changed; DROP TRIGGER {table}_never_deleted");
        raw.execute_batch(&off).expect("triggers off");
        assert_eq!(raw.execute(sql, []).expect(sql), 1, "{sql}");
        drop(raw);
        let office = Office::open(&path, options("Lan")).expect("opened");
        assert_eq!(names(&office.verify()), expected, "{sql}");
    }
}

fn names(faults: &[Fault]) -> Vec<(FaultKind, &str, &str)> {
    faults.iter().map(|fault| (fault.kind, fault.table.as_str(), fault.key.as_str())).collect()
}
