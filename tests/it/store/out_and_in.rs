//! The folder of a book makes the same book again: an export is a backup, whatever was recorded.

use super::entries::{amended, begun, entry, loan, refused};
use super::small::{TODAY, ask, day, import};
use std::collections::BTreeMap;
use std::path::Path;
use tkvv::domain::ids::FactId;
use tkvv::domain::loan::{ChangeKind, Instalment, LoanChange};
use tkvv::domain::money::Dong;
use tkvv::domain::record::{Batch, CheckRecord, TrancheRecord};
use tkvv::domain::refusal::{Field, Why};
use tkvv::exchange::native::{self, Reader};
use tkvv::office::Office;
use tkvv::office::command::{
    Command, LoanRow, NewCheck, NewDisbursement, NewLoanChange, NewReversal,
};

/// What stands in each file of a folder.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let files = std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file"));
    let text = |file: &std::fs::DirEntry| std::fs::read_to_string(file.path()).expect("a text");
    files.map(|file| (file.file_name().to_string_lossy().into_owned(), text(&file))).collect()
}

/// Writes the book out, takes it into an empty one and writes that one out: the same bytes, and a
/// whole book that says the same.
pub fn goes_out_and_in(office: &Office) {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    native::export::write(&one, &office.whole().expect("rows")).expect("written");
    let empty = Batch::default();
    let reader = Reader { book: &empty, today: day(TODAY), group_size: (5, 60) };
    let batch = match reader.read(&one, &mut |_| ()) {
        Ok(reading) => reading.batch,
        Err(refused) => panic!("{:?}", refused.faults),
    };
    let mut copy = Office::in_memory().expect("a book");
    import(&mut copy, &batch).expect("taken in");
    assert_eq!(copy.ledger(), office.ledger());
    assert_eq!(copy.verify(), []);
    native::export::write(&two, &copy.whole().expect("rows")).expect("written");
    assert_eq!(texts(&two), texts(&one));
}

fn instalments(plan: &[(u32, &str, i64)]) -> Vec<Instalment> {
    let row = |(no, due_on, amount): &(u32, &str, i64)| Instalment {
        no: *no,
        due_on: day(due_on),
        amount: Dong::new(*amount),
    };
    plan.iter().map(row).collect()
}

fn lent(plan: &[(u32, &str, i64)]) -> (Office, LoanRow) {
    let mut office = begun();
    let row = LoanRow { instalments: instalments(plan), ..loan(1, 1) };
    ask(&mut office, Command::Loan(entry("l1", row.clone()))).expect("a loan");
    (office, row)
}

fn change(id: &str, kind: ChangeKind) -> Command {
    let change = LoanChange { id: id.into(), day: day("2025-06-15"), kind };
    Command::Change(NewLoanChange { loan: loan(1, 1).loan.code, change, reason: None })
}

fn take_back(office: &mut Office, of: &str) {
    let start: String = of.chars().take(2).collect();
    let (id, reason) = (FactId::new(format!("back-{start}")), "Nhầm".to_owned());
    let new = NewReversal { id, of: of.into(), day: day(TODAY), reason, confirmed_by: None };
    ask(office, Command::Reversal(new)).expect("taken back");
}

#[test]
fn facts_that_were_taken_back_lie_before_the_contracts_new_day() {
    let (mut office, mut row) = lent(&[]);
    let tranche = TrancheRecord {
        id: "d1".into(),
        loan: row.loan.code.clone(),
        day: day("2025-01-20"),
        amount: Dong::new(10_000_000),
    };
    let tranche = Command::Disbursement(NewDisbursement { tranche, reason: None });
    ask(&mut office, tranche).expect("disbursed");
    ask(&mut office, change("f1", ChangeKind::Freeze { until: Some(day("2025-07-15")) }))
        .expect("frozen");
    ask(&mut office, change("x1", ChangeKind::Extend { due_on: day("2028-06-15") }))
        .expect("extended");
    row.loan.disbursed_on = day("2026-06-10");
    row.loan.due_on = day("2029-06-10");
    let later = || Command::Loan(amended("c1", row.clone()));
    assert_eq!(refused(&mut office, later()), (Field::DisbursedOn, Why::Fixed));
    for id in ["x1", "f1", "d1"] {
        take_back(&mut office, id);
    }
    ask(&mut office, later()).expect("changed");
    goes_out_and_in(&office);
}

#[test]
fn a_rescheduling_that_was_taken_back_needs_no_instalment() {
    let (mut office, mut row) = lent(&[(1, "2026-01-15", 4_000_000), (2, "2028-01-15", 6_000_000)]);
    let due_on = day("2026-06-15");
    ask(&mut office, change("r1", ChangeKind::Reschedule { instalment: 1, due_on }))
        .expect("rescheduled");
    goes_out_and_in(&office);
    row.instalments = instalments(&[(3, "2026-01-15", 4_000_000), (4, "2028-01-15", 6_000_000)]);
    let renumbered = || Command::Loan(amended("c1", row.clone()));
    let why = Why::Rescheduled(1, day("2025-06-15"));
    assert_eq!(refused(&mut office, renumbered()), (Field::Instalment, why));
    take_back(&mut office, "r1");
    ask(&mut office, renumbered()).expect("renumbered");
    goes_out_and_in(&office);
}

#[test]
fn a_contract_does_not_begin_after_an_instalment_falls_due() {
    let (mut office, row) = lent(&[(1, "2026-01-15", 4_000_000), (2, "2028-01-15", 6_000_000)]);
    let on = |text: &str| {
        let mut row = row.clone();
        row.loan.disbursed_on = day(text);
        Command::Loan(amended(text, row))
    };
    let why = Why::NotLater(day("2026-01-15"));
    assert_eq!(refused(&mut office, on("2026-01-15")), (Field::DueOn, why));
    ask(&mut office, on("2026-01-14")).expect("changed");
    ask(&mut office, on("2025-01-10")).expect("changed");
    goes_out_and_in(&office);
}

#[test]
fn an_id_leaves_room_for_those_that_begin_with_it() {
    let mut office = begun();
    let answer = |id: &str, item: &str| CheckRecord {
        id: id.into(),
        group: "0000001".into(),
        day: day(TODAY),
        association: None,
        visitor: String::new(),
        item: item.to_owned(),
        answer: "yes".to_owned(),
        note: String::new(),
    };
    let check = |id: &str, own: &str| {
        Command::Check(NewCheck {
            id: id.into(),
            group: "0000001".into(),
            day: day(TODAY),
            association: None,
            visitor: "Trần Thị Bích".to_owned(),
            answers: vec![answer(own, "board"), answer("", "reports")],
        })
    };
    let (long, fits) = ("x".repeat(161), "x".repeat(160));
    let why = || Why::TooLong(160);
    assert_eq!(refused(&mut office, check(&long, "")), (Field::Id, why()));
    assert_eq!(refused(&mut office, check("k1", &long)), (Field::Id, why()));
    assert_eq!(refused(&mut office, check("k1", "a\tb")), (Field::Id, Why::ControlCharacters));
    ask(&mut office, check(&fits, "")).expect("recorded");
    take_back(&mut office, "x".repeat(160).as_str());
    goes_out_and_in(&office);
}
