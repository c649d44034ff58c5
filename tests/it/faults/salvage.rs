//! What can still be read of a broken book, taken over into a new one that is sound.

use crate::store::small::{line, now, office_at, options, payment, run, sheet};
use crate::terminal::sample::Sample;
use assert_cmd::cargo::cargo_bin_cmd;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tkvv::office::command::Command;
use tkvv::office::{Cause, Office, Salvaged, StoreError};

fn raw(path: &Path) -> Connection {
    Connection::open(path).expect("a database")
}

/// Every fact by table and id: what it says and its trail, and the machine that recorded it. Its
/// place in a chain is another in another book.
fn facts(path: &Path) -> BTreeMap<(String, String), String> {
    let raw = raw(path);
    let sql = "SELECT tables.name FROM sqlite_schema AS tables \
               JOIN pragma_table_info(tables.name) AS cell ON cell.name = 'origin' \
               WHERE tables.type = 'table'";
    let mut tables = raw.prepare(sql).expect("the tables");
    let tables: Vec<String> = tables
        .query_map([], |row| row.get(0))
        .expect("read")
        .map(|name| name.expect("one"))
        .collect();
    assert!(tables.len() >= 15, "{tables:?}");
    let mut facts = BTreeMap::new();
    for table in tables {
        let mut rows = raw.prepare(&format!("SELECT * FROM {table}")).expect("a table");
        let names: Vec<String> = rows.column_names().map(ToOwned::to_owned).collect();
        let mut rows = rows.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            let cell = |name: &str| row.get::<_, Value>(name).expect("a cell");
            let mut said: Vec<(String, Value)> = names
                .iter()
                .filter(|name| !["machine", "seq", "origin"].contains(&name.as_str()))
                .map(|name| (name.clone(), cell(name)))
                .collect();
            let origin = cell("origin");
            let recorder = if origin == Value::Null { cell("machine") } else { origin };
            said.push(("recorder".to_owned(), recorder));
            facts.insert((table.clone(), row.get("id").expect("an id")), format!("{said:?}"));
        }
    }
    facts
}

/// A book in one file, without a log.
fn settle(book: &Path) {
    raw(book).execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("in one file");
}

/// Fills pages with rubbish: of those that begin with the mark of leaves of tables (13) or of
/// indexes (10), so many, evenly spread.
fn destroy(book: &Path, mark: u8, count: usize) {
    let page = 4_096;
    let mut bytes = std::fs::read(book).expect("read");
    assert_eq!(u16::from_be_bytes([bytes[16], bytes[17]]), 4_096);
    let leaves: Vec<usize> =
        (1..bytes.len() / page).filter(|at| bytes[at * page] == mark).collect();
    for nth in 1..=count {
        let at = leaves[leaves.len() * nth / (count + 1)] * page;
        bytes[at..at + page].fill(0xa5);
    }
    std::fs::write(book, bytes).expect("written");
}

fn salvage(book: &Path) -> Result<Salvaged, StoreError> {
    Office::salvage(book, "Lan", now())
}

fn sound(done: &Salvaged) -> Office {
    assert_eq!(done.faults, []);
    let office = Office::open(&done.book, options("Lan")).expect("opened");
    assert_eq!(office.verify(), []);
    assert_eq!(office.machine(), done.machine);
    // A copy of it can be made, as of any book.
    assert!(office.back_up(None, now()).expect("made").good);
    office
}

#[test]
fn of_a_sample_with_three_destroyed_pages_nearly_all_comes_over_byte_for_byte() {
    let sample = Sample::new();
    let book = PathBuf::from(sample.book());
    settle(&book);
    let before = facts(&book);
    destroy(&book, 13, 3);
    let broken = std::fs::read(&book).expect("read");
    assert!(Office::open(&book, options("Lan")).is_err(), "it is broken");
    let done = salvage(&book).expect("salvaged");
    assert_eq!(std::fs::read(&book).expect("read"), broken, "the broken file is as it was");
    drop(sound(&done));
    let after = facts(&done.book);
    let fresh = after.keys().filter(|key| !before.contains_key(*key)).count();
    assert_eq!(fresh, done.renewed, "nothing is made up but histories that begin anew");
    let kept = after.iter().filter(|(key, said)| before.get(*key) == Some(said)).count();
    assert_eq!(kept + fresh, after.len(), "each is byte for byte what it was");
    let lost: BTreeSet<_> = before.keys().filter(|key| !after.contains_key(*key)).collect();
    let dropped: usize = done.tables.iter().map(|table| table.dropped).sum();
    assert_eq!(lost.len(), done.lost.len() + done.nameless + dropped, "every loss is counted");
    assert!(done.lost.iter().all(|name| lost.contains(name)), "and named");
    let share = kept * 1_000 / before.len();
    println!("3 pages destroyed: {kept} of {} facts came over", before.len());
    assert!(!lost.is_empty() && share >= 980, "{share} of 1000");
    let unverified: usize = done.tables.iter().map(|table| table.unverified).sum();
    assert_eq!(unverified, 0, "the journal vouches for each");
}

#[test]
fn where_the_journal_is_destroyed_facts_come_over_and_are_counted_as_unverified() {
    let sample = Sample::new();
    let book = PathBuf::from(sample.book());
    settle(&book);
    let before = facts(&book);
    let office = sample.ask();
    let ledger = office.ledger().clone();
    drop(office);
    // The indexes too: they are not needed.
    destroy(&book, 10, 60);
    let done = salvage(&book).expect("salvaged");
    let unverified: usize = done.tables.iter().map(|table| table.unverified).sum();
    assert!(unverified > 0);
    assert_eq!((done.lost.len(), done.nameless, done.renewed), (0, 0, 0));
    let office = sound(&done);
    assert_eq!(*office.ledger(), ledger);
    assert_eq!(facts(&done.book), before);
}

#[test]
fn what_was_changed_or_lost_is_left_out_and_what_names_it_is_mended() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("book.db");
    let mut office = office_at(&book);
    run(&mut office, Command::Payment(payment("p1"))).expect("saved");
    let lines = vec![line("M1", Some(600_000), Some(50_000))];
    run(&mut office, Command::Sheet(sheet("s1", lines))).expect("saved");
    office.keep_draft("sheet", "0000001", "{}", now()).expect("kept");
    drop(office);
    let raw = raw(&book);
    for table in ["payments", "versions"] {
        let off = format!("DROP TRIGGER {table}_never_changed; DROP TRIGGER {table}_never_deleted");
        raw.execute_batch(&off).expect("triggers off");
    }
    raw.execute_batch(
        "PRAGMA foreign_keys = OFF;
         UPDATE payments SET amount = amount + 1 WHERE id = 'p1';
         DELETE FROM payments WHERE id = 's1-001-i1';
         DELETE FROM members WHERE code = 'M3';
         DELETE FROM versions WHERE id = 'member:M2';",
    )
    .expect("broken");
    drop(raw);
    let done = salvage(&book).expect("salvaged");
    let of = |name: &str| {
        done.tables.iter().find(|table| table.table == name).cloned().unwrap_or_default()
    };
    let lost = [("payments", "s1-001-i1"), ("versions", "member:M2")];
    let lost: BTreeSet<_> =
        lost.iter().map(|(table, id)| (table.to_string(), id.to_string())).collect();
    assert!(done.lost.iter().cloned().collect::<BTreeSet<_>>().is_superset(&lost), "{done:?}");
    assert_eq!(of("payments").changed, 1, "the one that was altered");
    assert_eq!(of("members").rebuilt, 1, "of its versions");
    assert_eq!(done.renewed, 1, "its history is lost");
    assert_eq!(of("sheets").dropped, 1, "it missed a payment");
    assert!(done.loosened >= 1, "its savings stay");
    let office = sound(&done);
    assert!(office.ledger().members.contains_key("M3"));
    assert!(office.ledger().members.contains_key("M2"));
    drop(office);
    let facts = facts(&done.book);
    assert!(facts.keys().all(|(table, _)| table != "sheets"));
    assert!(facts.contains_key(&("savings".to_owned(), "s1-001-s".to_owned())));
    let office = Office::open(&done.book, options("Lan")).expect("opened");
    assert!(office.draft("sheet", "0000001").expect("read").is_some(), "drafts too");
}

#[test]
fn what_is_no_book_is_refused_with_one_sentence_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("letter.txt");
    std::fs::write(&file, "Kính gửi ông bà, ".repeat(50)).expect("written");
    assert_eq!(salvage(&file).expect_err("no book").cause, Cause::NotADatabase);
    let run = |language: &str| {
        let mut command = cargo_bin_cmd!("tkvv");
        command.env("TKVV_LANG", language).args(["restore", "--salvage"]).arg(&file);
        let ran = command.output().expect("run");
        assert_eq!(ran.status.code(), Some(1));
        assert!(ran.stdout.is_empty());
        String::from_utf8(ran.stderr).expect("UTF-8")
    };
    let (vi, en) = (run("vi"), run("en"));
    assert_eq!((vi.lines().count(), en.lines().count()), (1, 1), "{vi}{en}");
    assert!(vi.contains("không phải là sổ"), "{vi}");
    assert!(en.contains("is no book"), "{en}");
    let names = std::fs::read_dir(folder.path()).expect("read").count();
    assert_eq!(names, 1, "nothing is left");
}

#[test]
fn the_page_says_what_was_saved_what_is_lost_and_how_to_go_on() {
    let sample = Sample::new();
    let book = PathBuf::from(sample.book());
    settle(&book);
    destroy(&book, 13, 3);
    let mut command = cargo_bin_cmd!("tkvv");
    command.env("TKVV_TODAY", "2026-10-15").args(["restore", "--salvage"]).arg(&book);
    let ran = command.output().expect("run");
    let page = String::from_utf8(ran.stdout).expect("UTF-8");
    assert_eq!(ran.status.code(), Some(0), "{page}");
    for said in ["Đã vớt ", "Tệp hỏng vẫn để nguyên", "Mất ", "  và ", "Đã kiểm sổ mới: đúng"]
    {
        assert!(page.contains(said), "{said}:\n{page}");
    }
    println!("{page}");
    // The very next step that the page names puts it in the broken one's place.
    let new = page.lines().next().and_then(|line| line.split("sổ mới: ").nth(1)).expect("a path");
    let mut restore = cargo_bin_cmd!("tkvv");
    restore.env("TKVV_TODAY", "2026-10-15").arg("--book").arg(&book).args(["restore", new]);
    restore.assert().success();
    assert_eq!(sample.ask().verify(), []);
}
