//! A real book from nothing: places, points, groups, members and loans, each by a command.

use super::small::{TODAY, ask, day, now, options, run};
use rusqlite::Connection;
use tkvv::domain::day::Month;
use tkvv::domain::group::{Association, Group, Member};
use tkvv::domain::loan::{Instalment, Loan, Opening};
use tkvv::domain::money::Dong;
use tkvv::domain::place::{Place, PlaceKind};
use tkvv::domain::rate::Rate;
use tkvv::domain::record::TrancheRecord;
use tkvv::domain::refusal::{Field, Refusal, Why};
use tkvv::office::command::{Command, LoanRow, MasterEntry, PointRow, SessionChange};
use tkvv::office::{FaultKind, Office};

pub fn entry<T>(id: &str, row: T) -> MasterEntry<T> {
    MasterEntry { id: id.into(), row, amends: false, reason: None }
}

pub fn amended<T>(id: &str, row: T) -> MasterEntry<T> {
    MasterEntry { amends: true, reason: Some("Sửa cho đúng".to_owned()), ..entry(id, row) }
}

fn place(code: &str, kind: PlaceKind, parent: Option<&str>) -> Place {
    let name = format!("Nơi {code}");
    Place { code: code.into(), kind, name, parent: parent.map(Into::into), difficult: false }
}

fn point() -> PointRow {
    let (code, commune, name) = ("DGD-1".into(), "960001".into(), "Điểm 1".to_owned());
    PointRow { code, commune, name, session_day: 15 }
}

pub fn group(code: &str) -> Group {
    Group {
        code: code.into(),
        village: "96000101".into(),
        point: "DGD-1".into(),
        association: Association::Women,
        leader: None,
        deputy: None,
        founded_on: day("2020-01-01"),
        closed_on: None,
    }
}

pub fn member(number: u32, group: &str) -> Member {
    Member {
        code: format!("{number:010}").as_str().into(),
        group: group.into(),
        name: format!("Người {number}"),
        born: Some(day("1980-02-29")),
        sex: None,
        household: None,
        ethnicity: None,
        phone: None,
        id_number: Some(format!("{number:012}")),
        joined_on: day("2020-01-01"),
        left_on: None,
    }
}

pub fn loan(number: u32, member: u32) -> LoanRow {
    LoanRow {
        loan: Loan {
            code: format!("{number:016}").as_str().into(),
            member: format!("{member:010}").as_str().into(),
            programme: "01".into(),
            principal: Dong::new(10_000_000),
            disbursed_on: day("2025-01-15"),
            rate: Rate::parse("6.6").expect("a rate"),
            term_months: 36,
            due_on: day("2028-01-15"),
            purpose: "Nuôi bò".to_owned(),
            interest_grace_until: None,
            capital: None,
        },
        instalments: vec![],
        tranches: vec![],
        opening: None,
    }
}

/// A commune with a point, and a group of five with its leader and deputy.
pub fn begun() -> Office {
    begin(Office::in_memory().expect("a book"))
}

pub fn begin(mut office: Office) -> Office {
    let with_leader = Group {
        leader: Some("0000000001".into()),
        deputy: Some("0000000002".into()),
        ..group("0000001")
    };
    let mut all = vec![
        Command::Place(entry("e1", place("960001", PlaceKind::Commune, None))),
        Command::Place(entry("e2", place("96000101", PlaceKind::Village, Some("960001")))),
        Command::Point(entry("e3", point())),
        Command::Group(entry("e4", group("0000001"))),
        Command::Group(entry("e5", group("0000002"))),
    ];
    all.extend(
        (1..=5)
            .map(|number| Command::Member(entry(&format!("m{number}"), member(number, "0000001")))),
    );
    all.push(Command::Group(amended("e6", with_leader)));
    let done = office.execute_all(all, day(TODAY), now()).expect("all of it");
    assert!(done.iter().all(|done| !done.already && done.facts >= 1));
    office
}

pub fn refused(office: &mut Office, command: Command) -> (Field, Why) {
    let Refusal { field, why, .. } = ask(office, command).expect_err("it is refused");
    (field, why)
}

#[test]
fn a_book_made_by_commands_is_the_same_read_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = begin(Office::create(&path, options("Lan"), now()).expect("a book"));
    run(&mut office, Command::Loan(entry("l1", loan(1, 1)))).expect("a loan");
    let moved = SessionChange {
        point: "DGD-1".into(),
        month: Month::new(2026, 2).expect("a month"),
        held_on: Some(day("2026-03-02")),
    };
    run(&mut office, Command::Session(entry("s1", moved))).expect("a session");
    let ledger = office.ledger().clone();
    assert_eq!(ledger.members_of["0000001"].len(), 5);
    assert_eq!(ledger.loans["0000000000000001"].tranches.len(), 1);
    assert!(ledger.points["DGD-1"].calendar.is_session(day("2026-03-02")));
    assert_eq!(office.verify(), []);
    drop(office);
    let anew = Office::open(&path, options("Lan")).expect("opened");
    assert_eq!(anew.ledger(), &ledger);
}

#[test]
fn saved_twice_is_saved_once_and_the_same_id_for_something_else_is_refused() {
    let mut office = begun();
    let new = || Command::Member(entry("m6", member(6, "0000001")));
    assert!(!ask(&mut office, new()).expect("new").already);
    let again = ask(&mut office, new()).expect("known");
    assert_eq!((again.already, again.facts), (true, 0));
    let other = entry("m6", member(7, "0000001"));
    assert_eq!(
        refused(&mut office, Command::Member(other)),
        (Field::Id, Why::IdTaken("m6".into()))
    );
    // It made the row, so it is no amendment of it either.
    let mut renamed = member(6, "0000001");
    renamed.name = "Lý Hoa".to_owned();
    ask(&mut office, Command::Member(amended("c6", renamed.clone()))).expect("changed");
    let again = amended("m6", member(6, "0000001"));
    assert!(ask(&mut office, Command::Member(again)).expect("known").already);
    assert_eq!(office.ledger().members["0000000006"].member, renamed);
    // The same code from another form is somebody whom the book knows.
    let twice = entry("m8", member(6, "0000001"));
    let why = Why::CodeKnown("Lý Hoa (0000000006)".to_owned());
    assert_eq!(refused(&mut office, Command::Member(twice)), (Field::Code, why));
    let unknown = amended("m9", member(9, "0000001"));
    let why = Why::Unknown("0000000009".to_owned());
    assert_eq!(refused(&mut office, Command::Member(unknown)), (Field::Code, why));
}

#[test]
fn a_change_is_one_version_a_field_based_on_the_one_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = begin(Office::create(&path, options("Lan"), now()).expect("a book"));
    let named = |id: &str, name: &str| {
        let mut row = member(3, "0000001");
        row.name = name.to_owned();
        Command::Member(amended(id, row))
    };
    for (id, name) in [("c1", "Lý Hoa"), ("c2", "Lý Thị Hoa")] {
        let done = ask(&mut office, named(id, name)).expect("changed");
        assert_eq!((done.already, done.facts), (false, 1));
    }
    // Nothing to change, and asked again.
    assert!(ask(&mut office, named("c3", "Lý Thị Hoa")).expect("the same").already);
    assert!(ask(&mut office, named("c1", "Lý Hoa")).expect("known").already);
    assert_eq!(office.ledger().members["0000000003"].member.name, "Lý Thị Hoa");
    assert_eq!(office.verify(), []);
    drop(office);
    let raw = Connection::open(&path).expect("opened");
    let mut rows = raw
        .prepare(
            "SELECT id, field, value, based_on, reason, recorded_by FROM versions \
             WHERE entity = 'member' AND key = '0000000003' ORDER BY seq",
        )
        .expect("a question");
    let rows: Vec<[Option<String>; 6]> = rows
        .query_map([], |row| {
            Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?])
        })
        .and_then(Iterator::collect)
        .expect("rows");
    let said = |row: &[Option<String>; 6]| row.clone().map(Option::unwrap_or_default).join(" ");
    assert_eq!(
        rows[1..].iter().map(said).collect::<Vec<_>>(),
        [
            "c1-name name \"Lý Hoa\" m3 Sửa cho đúng Lan",
            "c2-name name \"Lý Thị Hoa\" c1-name Sửa cho đúng Lan",
        ]
    );
}

#[test]
fn a_row_or_version_that_was_tampered_with_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = begin(Office::create(&path, options("Lan"), now()).expect("a book"));
    let mut row = member(3, "0000001");
    row.name = "Lý Hoa".to_owned();
    run(&mut office, Command::Member(amended("c1", row))).expect("changed");
    drop(office);
    let faults = |sql: &str| {
        let copy = folder.path().join("copy.db");
        std::fs::copy(&path, &copy).expect("a copy");
        Connection::open(&copy).and_then(|raw| raw.execute_batch(sql)).expect("tampered");
        let office = Office::open(&copy, options("Lan")).expect("opened");
        let faults = office.verify();
        faults.into_iter().map(|it| (it.kind, it.table, it.key)).collect::<Vec<_>>()
    };
    assert_eq!(faults(""), []);
    let of = |kind, table: &str, key: &str| (kind, table.to_owned(), key.to_owned());
    let differs = FaultKind::VersionDiffers;
    // The name back to what it was before, another field, another group's leader, a row gone.
    for (sql, fault) in [
        (
            "UPDATE members SET name = 'Người 3' WHERE code = '0000000003'",
            of(differs, "members", "0000000003"),
        ),
        (
            "UPDATE members SET phone = '0901234567' WHERE code = '0000000003'",
            of(differs, "members", "0000000003"),
        ),
        (
            "UPDATE groups SET leader = '0000000003' WHERE code = '0000001'",
            of(differs, "groups", "0000001"),
        ),
        (
            "DELETE FROM members WHERE code = '0000000004'",
            of(FaultKind::Missing, "members", "0000000004"),
        ),
        (
            "DROP TRIGGER versions_never_changed; \
             UPDATE versions SET value = '\"Lý Hoà\"' WHERE id = 'c1-name'",
            of(differs, "members", "0000000003"),
        ),
        (
            "DROP TRIGGER versions_never_changed; \
             UPDATE versions SET based_on = 'm4' WHERE id = 'c1-name'",
            of(differs, "versions", "c1-name"),
        ),
    ] {
        let found = faults(sql);
        assert!(found.contains(&fault), "{sql}: {found:?}");
    }
}

#[test]
fn a_loan_comes_with_instalments_tranches_and_its_opening_as_one_piece() {
    let mut office = begun();
    let mut row = loan(1, 1);
    let part =
        |no, due_on, amount| Instalment { no, due_on: day(due_on), amount: Dong::new(amount) };
    row.instalments = vec![part(1, "2027-01-15", 4_000_000), part(2, "2028-01-15", 6_000_000)];
    row.tranches = vec![TrancheRecord {
        id: "d1".into(),
        loan: row.loan.code.clone(),
        day: day("2025-01-15"),
        amount: Dong::new(8_000_000),
    }];
    row.opening = Some(Opening {
        day: day("2026-09-30"),
        outstanding: Dong::new(7_000_000),
        interest_owed: Dong::new(50_000),
        last_movement: None,
    });
    let done = ask(&mut office, Command::Loan(entry("l1", row.clone()))).expect("new");
    // The contract, two instalments, a tranche, the opening.
    assert_eq!(done.facts, 5);
    assert!(ask(&mut office, Command::Loan(entry("l1", row.clone()))).expect("known").already);
    let file = &office.ledger().loans["0000000000000001"];
    assert_eq!((file.instalments.clone(), file.opening.clone()), (row.instalments, row.opening));
    assert_eq!(office.verify(), []);
}

#[test]
fn the_instalments_of_a_loan_change_with_it_and_none_is_left_over() {
    let mut office = begun();
    let part =
        |no, due_on, amount| Instalment { no, due_on: day(due_on), amount: Dong::new(amount) };
    let mut row = loan(1, 1);
    ask(&mut office, Command::Loan(entry("l1", row.clone()))).expect("new");
    let plans = [
        vec![part(1, "2027-01-15", 5_000_000), part(2, "2028-01-15", 5_000_000)],
        vec![part(1, "2027-01-15", 10_000_000)],
        vec![part(1, "2027-06-15", 1_000_000), part(2, "2028-01-15", 9_000_000)],
        // the one that follows from the contract, as if there had never been rows
        vec![part(1, "2028-01-15", 10_000_000)],
        vec![part(1, "2027-06-15", 1_000_000), part(2, "2028-01-15", 9_000_000)],
    ];
    for (number, plan) in plans.iter().enumerate() {
        row.instalments = plan.clone();
        let command = || Command::Loan(amended(&format!("c{number}"), row.clone()));
        assert!(!ask(&mut office, command()).expect("changed").already);
        assert!(ask(&mut office, command()).expect("known").already);
        assert_eq!(&office.ledger().loans["0000000000000001"].instalments, plan);
        assert_eq!(office.verify(), []);
    }
    // None given: they stay; the principal alone can't change under them.
    row.instalments = vec![];
    row.loan.purpose = "Nuôi heo".to_owned();
    ask(&mut office, Command::Loan(amended("c5", row.clone()))).expect("changed");
    assert_eq!(office.ledger().loans["0000000000000001"].loan.purpose, "Nuôi heo");
    row.loan.principal = Dong::new(11_000_000);
    let why = Why::InstalmentsSum(Dong::new(10_000_000), Dong::new(11_000_000));
    assert_eq!(refused(&mut office, Command::Loan(amended("c6", row))), (Field::Instalment, why));
    assert_eq!(office.verify(), []);
}
