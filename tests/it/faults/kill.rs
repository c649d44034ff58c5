//! `kill -9` while a process writes: what it has said is saved is there, whole.

use crate::store::small::{
    TODAY, day, line, now, office_at, options, run, sheet, visit, visit_line,
};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use tkvv::domain::cash::{CashCount, NOTES};
use tkvv::domain::contact::{Contact, ContactHow, Promise};
use tkvv::domain::day::Day;
use tkvv::domain::meeting::{ActionItem, ActionStep, Meeting, StepKind};
use tkvv::domain::money::Dong;
use tkvv::office::command::{self, NewReversal};
use tkvv::office::{Kept, Office};

const BOOK: &str = "TKVV_TEST_BOOK";
const ROUNDS: u64 = 6;
/// Days of which the process that is killed may save everything before it ends.
const DAYS: usize = 60;
/// What one day saves, each a save of its own.
const SAVES: [&str; 9] =
    ["visit", "sheet", "cash", "back", "contact", "meeting", "action", "note", "done"];

/// One save of a day: the commands of all kinds that a collection day has. The reversal takes the
/// counted sheet back, with the second person that this needs; so each day finds the session empty.
fn save(what: &str, number: usize) -> command::Command {
    let id = |what: &str| format!("{what}{number:03}").as_str().into();
    let on = day("2026-03-20").plus(i64::try_from(number).expect("small"));
    match what {
        "visit" => {
            let lines = vec![visit_line("L1"), visit_line("L3")];
            let mut new = visit(&format!("visit{number:03}"), lines);
            new.visit.day = on;
            command::Command::Visit(new)
        }
        "sheet" => {
            let lines = vec![line("M1", None, Some(7_000)), line("M2", None, Some(5_000))];
            command::Command::Sheet(sheet(&format!("sheet{number:03}"), lines))
        }
        "cash" => command::Command::Cash(counted(id("cash"), day(TODAY))),
        "back" => command::Command::Reversal(NewReversal {
            id: id("back"),
            of: id("sheet"),
            day: day(TODAY),
            reason: "Ghi nhầm".to_owned(),
            confirmed_by: Some("Trần Thị Bích".to_owned()),
        }),
        "contact" => command::Command::Contact(Contact {
            id: id("contact"),
            loan: "L3".into(),
            day: on,
            how: ContactHow::Phone,
            talker: None,
            said: "Hẹn nộp".to_owned(),
            promise: Some(Promise { amount: Dong::new(100_000), by: on.plus(20) }),
        }),
        "meeting" => command::Command::Meeting(Meeting {
            id: id("meeting"),
            area: "960001".into(),
            day: on,
            session: None,
            chair: "Trần Thị Bích".to_owned(),
            present: "Ban quản lý tổ".to_owned(),
            minutes: "Nhắc các tổ".to_owned(),
        }),
        "action" => command::Command::Action(ActionItem {
            id: id("action"),
            area: "960001".into(),
            day: on,
            meeting: Some(id("meeting")),
            what: "Đến nhà hộ quá hạn".to_owned(),
            owner: "Lý Hoa".to_owned(),
            due_on: on.plus(10),
        }),
        step => command::Command::ActionStep(ActionStep {
            id: id(step),
            action: id("action"),
            day: on,
            kind: if step == "done" { StepKind::Done } else { StepKind::Note },
            result: "Đã đến".to_owned(),
        }),
    }
}

fn counted(id: tkvv::domain::ids::FactId, session: Day) -> CashCount {
    let sum = Dong::new(12_000);
    CashCount {
        id,
        group: "0000001".into(),
        session,
        expected: sum,
        counted: sum,
        notes: [0; NOTES.len()],
        by: None,
        because: None,
    }
}

/// Not a test by itself: the process that is killed. It saves day after day what [`SAVES`] lists,
/// and says each when it is saved. What was saved already it saves again, and that is known.
#[test]
fn child() {
    let Ok(book) = std::env::var(BOOK) else { return };
    let mut office = Office::open(Path::new(&book), options("Lan")).expect("opened");
    assert!(!office.read_only(), "the lock of a killed process is free");
    let begun = office.ledger().visits.len().saturating_sub(1);
    for number in begun..DAYS {
        for what in SAVES {
            run(&mut office, save(what, number)).expect("saved");
            println!("saved {what}{number:03}");
        }
    }
}

/// The ids of all saves that are in the book; that each is there whole is asked besides.
fn saved(office: &Office) -> BTreeSet<String> {
    let rows = office.whole().expect("all rows");
    let of = |of: &str| of.to_owned();
    let mut ids: BTreeSet<String> = BTreeSet::new();
    ids.extend(rows.visits.iter().map(|row| of(row.fact.visit.id.as_str())));
    ids.extend(rows.contacts.iter().map(|row| of(row.fact.id.as_str())));
    ids.extend(rows.cash.iter().map(|row| of(row.fact.id.as_str())));
    ids.extend(rows.meetings.iter().map(|row| of(row.fact.id.as_str())));
    ids.extend(rows.actions.iter().map(|row| of(row.fact.id.as_str())));
    ids.extend(rows.steps.iter().map(|row| of(row.fact.id.as_str())));
    // A sheet is there with both deposits, its reversal with both and who confirmed it.
    let mut pieces: BTreeMap<String, usize> = BTreeMap::new();
    for row in &rows.savings {
        *pieces.entry(row.id.as_str().chars().take(8).collect()).or_default() += 1;
    }
    let mut confirmed = 0;
    for (piece, count) in pieces {
        assert!(piece.starts_with("sheet") || piece.starts_with("back"), "{piece}");
        let long = if piece.starts_with("back") { 7 } else { 8 };
        let id: String = piece.chars().take(long).collect();
        assert_eq!(count, 2, "half of {id}");
        confirmed += usize::from(id.starts_with("back"));
        ids.insert(id);
    }
    assert_eq!(rows.confirmations.len(), confirmed, "each reversal has its second person");
    ids
}

#[test]
fn what_was_said_to_be_saved_survives_kill_9_and_nothing_is_there_by_half() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    drop(office_at(&path));
    let mut known: BTreeSet<String> = BTreeSet::new();
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
        // Two days or more, and then another save each round.
        let so_many = 2 * SAVES.len() + 5 * usize::try_from(round).expect("small");
        let mut said: BTreeSet<String> = ids.by_ref().take(so_many).collect();
        // A different moment between two saves each time.
        std::thread::sleep(Duration::from_micros(round * 431));
        child.kill().expect("killed");
        child.wait().expect("gone");
        said.extend(ids);
        let office = Office::open(&path, options("Lan")).expect("opened");
        let there = saved(&office);
        said.extend(known);
        let lost: Vec<&String> = said.difference(&there).collect();
        assert!(lost.is_empty(), "lost in round {round}: {lost:?}");
        let visits = &office.ledger().visits;
        assert!(visits.values().all(|visit| visit.lines.len() == 2), "half in round {round}");
        assert_eq!(office.verify(), [], "round {round}");
        unsaid += there.len() - said.len();
        assert!(visits.len() < DAYS, "the process ended before it was killed");
        known = there;
    }
    for what in SAVES {
        assert!(known.iter().any(|id| id.starts_with(what)), "no {what} among the saves");
    }
    // A save that is there and was not said yet is one that the kill hit.
    println!("{ROUNDS} kills, {} saves, {unsaid} saved unsaid, 0 lost, 0 broken", known.len());
    let office = Office::open(&path, options("Lan")).expect("opened");
    assert_eq!(office.back_up(None, now()).expect("a copy").kept, Kept::ByRule);
}
