//! A small book for tests: one commune, one point (session on the 15th), two groups.

use std::sync::atomic::AtomicBool;
use tkvv::domain::day::Day;
use tkvv::domain::entry::{NewPayment, NewSheet, NewVisit, SheetLine};
use tkvv::domain::group::{Association, Group, Member};
use tkvv::domain::loan::{Loan, PaymentKind, PaymentPlace};
use tkvv::domain::money::Dong;
use tkvv::domain::place::{Place, PlaceKind};
use tkvv::domain::rate::Rate;
use tkvv::domain::record::{Batch, PaymentRecord, Trail};
use tkvv::domain::refusal::Refusal;
use tkvv::domain::rulebook::Shelf;
use tkvv::domain::visit::{Visit, VisitKind, VisitLine};
use tkvv::office::command::{Command, Done};
use tkvv::office::{Office, OpenOptions, Stamp, Trouble};

/// The day on which the tests stand: the session of October.
pub const TODAY: &str = "2026-10-15";

pub fn day(text: &str) -> Day {
    Day::parse_iso(text).expect(text)
}

pub fn now() -> Stamp {
    Stamp::parse("2026-10-15T03:00:00Z").expect("a moment")
}

pub fn options(who: &str) -> OpenOptions {
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    OpenOptions { read_only: false, who: who.to_owned(), shelf }
}

fn member(code: &str, group: &str, name: &str) -> Member {
    Member {
        code: code.into(),
        group: group.into(),
        name: name.to_owned(),
        born: Day::new(1980, 2, 29),
        sex: None,
        household: None,
        ethnicity: Some("Khmer".to_owned()),
        phone: None,
        id_number: None,
        joined_on: day("2020-01-01"),
        left_on: None,
    }
}

fn group(code: &str, leader: &str) -> Group {
    Group {
        code: code.into(),
        village: "96000101".into(),
        point: "P1".into(),
        association: Association::Women,
        leader: Some(leader.into()),
        deputy: None,
        founded_on: day("2020-01-01"),
        closed_on: None,
    }
}

fn loan(code: &str, member: &str, disbursed_on: &str, principal: i64) -> Loan {
    Loan {
        code: code.into(),
        member: member.into(),
        programme: "01".into(),
        principal: Dong::new(principal),
        disbursed_on: day(disbursed_on),
        rate: Rate::parse("7.3").expect("a rate"),
        term_months: 36,
        due_on: day("2029-01-15"),
        purpose: "Nuôi bò".to_owned(),
        interest_grace_until: None,
        capital: None,
    }
}

/// Two groups; the first with three members, of whom the first has two loans, the last none.
pub fn batch() -> Batch {
    let place = |code: &str, kind, name: &str, parent: Option<&str>| Place {
        code: code.into(),
        kind,
        name: name.to_owned(),
        parent: parent.map(Into::into),
        difficult: false,
    };
    Batch {
        title: Some("Xã thử".to_owned()),
        home: Some("960001".into()),
        as_of: Some(day(TODAY)),
        places: vec![
            place("96000101", PlaceKind::Village, "Ấp 1", Some("960001")),
            place("960001", PlaceKind::Commune, "Xã thử", None),
        ],
        points: vec![("P1".into(), "960001".into(), "Điểm 1".to_owned(), 15)],
        groups: vec![group("0000001", "M1"), group("0000002", "M9")],
        members: vec![
            member("M1", "0000001", "Thạch Thị Sa Rinh"),
            member("M2", "0000001", "Trần Văn Út"),
            member("M3", "0000001", "Lý Hoa"),
            member("M9", "0000002", "Kim Sơn"),
        ],
        loans: vec![
            loan("L1", "M1", "2026-01-10", 10_000_000),
            loan("L2", "M1", "2026-06-10", 20_000_000),
            loan("L3", "M2", "2026-03-20", 50_000_000),
            loan("L9", "M9", "2026-03-20", 50_000_000),
        ],
        payments: vec![PaymentRecord {
            id: "old-1".into(),
            loan: "L1".into(),
            day: day("2026-08-15"),
            kind: PaymentKind::Principal,
            amount: Dong::new(1_000_000),
            place: PaymentPlace::Point,
            receipt: Some("R-1".to_owned()),
            reverses: None,
            trail: Trail::default(),
        }],
        ..Batch::default()
    }
}

pub fn import(office: &mut Office, batch: &Batch) -> Result<usize, Trouble> {
    let imported = office.import(batch, now(), &mut |_| {}, &AtomicBool::new(false))?;
    Ok(imported.rows())
}

/// The small book, in memory.
pub fn office() -> Office {
    let mut office = Office::in_memory().expect("a book");
    import(&mut office, &batch()).expect("the small book");
    office
}

/// The small book in a file.
pub fn office_at(path: &std::path::Path) -> Office {
    let mut office = Office::create(path, options("Lan"), now()).expect("a book");
    import(&mut office, &batch()).expect("the small book");
    office
}

pub fn run(office: &mut Office, command: Command) -> Result<Done, Trouble> {
    office.execute(command, day(TODAY), now())
}

/// Does it, and holds that a form that only asks would have heard the same.
pub fn ask(office: &mut Office, command: Command) -> Result<Done, Refusal> {
    let asked = office.check(&command, day(TODAY));
    match run(office, command) {
        Ok(done) => {
            assert!(done.already || asked == Ok(()), "asking says no: {asked:?}");
            Ok(done)
        }
        Err(Trouble::Refused(refusal)) => {
            if !matches!(refusal.why, tkvv::domain::refusal::Why::IdTaken(_)) {
                assert_eq!(asked, Err(refusal.clone()));
            }
            Err(refusal)
        }
        Err(Trouble::Store(error)) => panic!("{error}"),
    }
}

/// A principal payment of the third loan that keeps all rules.
pub fn payment(id: &str) -> NewPayment {
    NewPayment {
        id: id.into(),
        loan: "L3".into(),
        day: day(TODAY),
        kind: PaymentKind::Principal,
        amount: Dong::new(5_000_000),
        place: PaymentPlace::Point,
        receipt: Some(format!("R-{id}")),
        reverses: None,
        reason: None,
        collected_by: None,
        confirmed_by: None,
    }
}

/// A line of a sheet; whoever pays interest has a word, in case it is a part of it.
pub fn line(member: &str, interest: Option<i64>, savings: Option<i64>) -> SheetLine {
    SheetLine {
        member: member.into(),
        interest: interest.map(Dong::new),
        savings: savings.map(Dong::new),
        withdrawal: None,
        note: if interest > Some(0) { "nộp một phần" } else { "" }.to_owned(),
    }
}

pub fn sheet(id: &str, lines: Vec<SheetLine>) -> NewSheet {
    NewSheet {
        id: id.into(),
        group: "0000001".into(),
        session: day(TODAY),
        attendance: None,
        lines,
    }
}

pub fn visit_line(loan: &str) -> VisitLine {
    VisitLine {
        loan: loan.into(),
        received: None,
        balance_seen: None,
        right_use: None,
        wrong_use: None,
        unused: None,
        effect: None,
        interest_seen: None,
        note: String::new(),
    }
}

pub fn visit(id: &str, lines: Vec<VisitLine>) -> NewVisit {
    NewVisit {
        visit: Visit {
            id: id.into(),
            group: "0000001".into(),
            day: day("2026-10-14"),
            kind: VisitKind::PostDisbursement,
            association: Some(Association::Women),
            visitor: "Nguyễn Thị Năm".to_owned(),
            witness: None,
            reported_on: None,
        },
        lines,
    }
}
