//! `kill -9` while a process writes: what it has said is saved is there, whole.

use crate::store::small::{day, office_at, options, run, visit, visit_line};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use tkvv::office::{Office, command};

const BOOK: &str = "TKVV_TEST_BOOK";
const ROUNDS: u64 = 6;

/// Not a test by itself: the process that is killed. It saves one visit of two loans a day, and
/// says each when it is saved.
#[test]
fn child() {
    let Ok(book) = std::env::var(BOOK) else { return };
    let mut office = Office::open(Path::new(&book), options("Lan")).expect("opened");
    assert!(!office.read_only(), "the lock of a killed process is free");
    for number in office.ledger().visits.len()..200 {
        let id = format!("v{number:03}");
        let mut new = visit(&id, vec![visit_line("L1"), visit_line("L3")]);
        new.visit.day = day("2026-03-20").plus(i64::try_from(number).expect("small"));
        run(&mut office, command::Command::Visit(new)).expect("saved");
        println!("saved {id}");
    }
}

#[test]
fn what_was_said_to_be_saved_survives_kill_9_and_nothing_is_there_by_half() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    drop(office_at(&path));
    let mut said = Vec::new();
    let mut unsaid = 0;
    for round in 0..ROUNDS {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "faults::kill::child", "--nocapture"])
            .env(BOOK, &path)
            .stdout(Stdio::piped())
            .spawn()
            .expect("started");
        let output = BufReader::new(child.stdout.take().expect("its words"));
        let ids = output
            .lines()
            .map_while(Result::ok)
            .filter_map(|line| line.split_once("saved ").map(|(_, id)| id.to_owned()));
        let mut ids = ids.fuse();
        said.extend(ids.by_ref().take(10 + usize::try_from(round).expect("small")));
        // A different moment between two saves each time.
        std::thread::sleep(Duration::from_micros(round * 431));
        child.kill().expect("killed");
        child.wait().expect("gone");
        said.extend(ids);
        let office = Office::open(&path, options("Lan")).expect("opened");
        let visits = &office.ledger().visits;
        assert!(said.iter().all(|id| visits.contains_key(id.as_str())), "lost in round {round}");
        assert!(visits.values().all(|visit| visit.lines.len() == 2), "half in round {round}");
        assert_eq!(office.verify(), [], "round {round}");
        unsaid += visits.len() - said.len();
        assert!(visits.len() < 200, "the process ended before it was killed");
        said = visits.keys().map(ToString::to_string).collect();
    }
    println!("{ROUNDS} kills, {} saves, {unsaid} saved unsaid, 0 lost, 0 broken", said.len());
}
