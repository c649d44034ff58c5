//! Withdrawals and parts on a sheet, the cash that it comes to, and who may take it back.

use super::{back, hold, refused, saved};
use crate::store::small::{TODAY, day, line, office, office_at, payment, sheet};
use tkvv::domain::cash::NOTES;
use tkvv::domain::entry::{NewPayment, SheetLine};
use tkvv::domain::ledger::Presence;
use tkvv::domain::loan::{PaymentKind, PaymentPlace};
use tkvv::domain::money::Dong;
use tkvv::domain::record::{SavingsKind, SavingsRecord, Trail};
use tkvv::domain::refusal::{Collection, Field, Why};
use tkvv::office::Office;
use tkvv::office::command::{CashCount, Command, NewSavings};

fn count(id: &str, expected: i64, counted: i64) -> CashCount {
    CashCount {
        id: id.into(),
        group: "0000001".into(),
        session: day(TODAY),
        expected: Dong::new(expected),
        counted: Dong::new(counted),
        notes: [0; NOTES.len()],
        by: None,
        because: None,
    }
}

fn explained(count: CashCount) -> Command {
    let by = Some("Thạch Thị Sa Rinh".to_owned());
    Command::Cash(CashCount { by, because: Some("Thiếu một tờ".to_owned()), ..count })
}

fn withdrawing(member: &str, savings: Option<i64>, withdrawal: i64) -> SheetLine {
    SheetLine { withdrawal: Some(Dong::new(withdrawal)), ..line(member, None, savings) }
}

fn sum(office: &Office) -> Option<i64> {
    office.sheets_sum(&"0000001".into(), day(TODAY)).expect("asked").map(Dong::get)
}

/// The group hands in 2.090.000 of interest and 50.000 of savings, and its cash is counted.
fn counted(office: &mut Office) {
    let lines = vec![line("M2", Some(2_090_000), Some(50_000))];
    saved(office, Command::Sheet(sheet("s1", lines)));
    saved(office, Command::Cash(count("c1", 2_140_000, 2_140_000)));
}

#[test]
fn interest_paid_in_part_says_why_but_neither_all_of_it_nor_nothing() {
    let mut office = office();
    let silent = |id: &str, interest| {
        let line = SheetLine { note: " ".to_owned(), ..line("M2", Some(interest), None) };
        Command::Sheet(sheet(id, vec![line]))
    };
    // 209 days at 10.000 đ up to the session.
    let due = Dong::new(2_090_000);
    let partial = (Field::Note, Collection::PartialUnexplained(due).into());
    assert_eq!(refused(&mut office, silent("s1", 1)), partial);
    assert_eq!(refused(&mut office, silent("s1", 2_089_999)), partial);
    saved(&mut office, silent("s0", 0));
    saved(&mut office, Command::Sheet(sheet("s1", vec![line("M2", Some(2_089_999), None)])));
    saved(&mut office, back("r1", "s1", None));
    saved(&mut office, silent("s2", 2_090_000));
}

#[test]
fn no_more_is_withdrawn_than_is_saved_and_what_the_line_deposits() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    let mut before = sheet("s0", vec![line("M3", None, Some(30_000))]);
    before.session = day("2026-09-15");
    saved(&mut office, Command::Sheet(before));
    let of = |savings, withdrawal| {
        Command::Sheet(sheet("s1", vec![withdrawing("M3", savings, withdrawal)]))
    };
    let most = |most| (Field::Withdrawal, Why::MoreThanSaved(Dong::new(most)));
    assert_eq!(refused(&mut office, of(None, 30_001)), most(30_000));
    assert_eq!(refused(&mut office, of(Some(5_000), 35_001)), most(35_000));
    assert_eq!(refused(&mut office, of(None, -1)), (Field::Withdrawal, Why::Negative));
    saved(&mut office, of(Some(5_000), 35_000));
    assert_eq!(office.ledger().members["M3"].withdrawals[0].amount, Dong::new(35_000));
    // More was handed out than came in: no cash is handed in.
    assert_eq!(sum(&office), Some(0));
    let other = Command::Sheet(sheet("s2", vec![withdrawing("M3", None, 0)]));
    saved(&mut office, other);
    // The deposit goes with the withdrawal that it made possible, and alone it can't.
    let rests = (Field::Reverses, Why::MoreThanSaved(Dong::ZERO));
    assert_eq!(refused(&mut office, back("r0", "s1-001-s", None)), rests);
    saved(&mut office, back("r1", "s1", None));
    assert_eq!(office.ledger().members["M3"].withdrawals, []);
    hold(&path, office);
}

#[test]
fn the_cash_of_a_group_is_what_came_in_less_what_went_out() {
    let mut office = office();
    assert_eq!(sum(&office), None);
    let mut came = sheet("s0", vec![]);
    came.attendance = Some(Presence::Leader);
    saved(&mut office, Command::Sheet(came));
    assert_eq!(sum(&office), Some(0), "a sheet without money comes to nothing");
    let lines =
        vec![line("M2", Some(2_090_000), Some(50_000)), withdrawing("M3", Some(9_000), 4_000)];
    saved(&mut office, Command::Sheet(sheet("s1", lines)));
    assert_eq!(sum(&office), Some(2_145_000));
    // Money without a sheet counts where the member belongs; what the bank takes itself does not.
    let interest = |id: &str, place| {
        let kind = PaymentKind::Interest;
        let new = NewPayment { kind, place, receipt: None, ..payment(id) };
        Command::Payment(NewPayment { amount: Dong::new(1_000), ..new })
    };
    saved(&mut office, interest("p1", PaymentPlace::Group));
    saved(&mut office, interest("p2", PaymentPlace::Point));
    assert_eq!(sum(&office), Some(2_146_000));
    assert_eq!(office.sheets_sum(&"0000002".into(), day(TODAY)), Ok(None));
}

#[test]
fn a_count_names_the_sum_and_explains_what_differs() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    let none = (Field::Session, Collection::NoSheet.into());
    assert_eq!(refused(&mut office, Command::Cash(count("c1", 0, 0))), none);
    saved(&mut office, Command::Sheet(sheet("s1", vec![line("M2", None, Some(50_000))])));
    let other = (Field::Expected, Collection::SheetsComeTo(Dong::new(50_000)).into());
    assert_eq!(refused(&mut office, Command::Cash(count("c1", 49_999, 49_999))), other);
    for (counted, differs) in [(30_000, -20_000), (50_001, 1)] {
        let why = Collection::DifferenceUnexplained(Dong::new(differs)).into();
        let new = count("c1", 50_000, counted);
        assert_eq!(refused(&mut office, Command::Cash(new.clone())), (Field::Because, why));
        let because = Some("Thiếu".to_owned());
        let nobody = Command::Cash(CashCount { because, ..new });
        assert_eq!(refused(&mut office, nobody), (Field::CountedBy, Why::Missing));
    }
    let mut notes = [0; NOTES.len()];
    (notes[4], notes[5]) = (2, 1);
    let with = |counted| CashCount { notes, ..count("c1", 50_000, counted) };
    let beyond = (Field::Notes, Collection::NotesBeyond(Dong::new(50_000)).into());
    assert_eq!(refused(&mut office, explained(with(49_999))), beyond);
    saved(&mut office, Command::Cash(with(50_000)));
    // The last count holds; taken back by two, the one before it does.
    saved(&mut office, explained(count("c2", 50_000, 30_000)));
    let held = |office: &Office| {
        office.ledger().cash_count(&"0000001".into(), day(TODAY)).map(|it| it.counted.get())
    };
    assert_eq!(held(&office), Some(30_000));
    saved(&mut office, back("r1", "c2", Some("Trần Thị Bích")));
    assert_eq!(held(&office), Some(50_000));
    let more = Command::Sheet(sheet("s2", vec![line("M3", None, Some(1))]));
    saved(&mut office, more);
    let count = office.ledger().cash_count(&"0000001".into(), day(TODAY)).expect("a count");
    assert!(!count.balances(Dong::new(50_001)));
    hold(&path, office);
}

#[test]
fn counted_money_is_taken_back_by_two_whichever_way_it_is_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    counted(&mut office);
    let alone = (Field::ConfirmedBy, Collection::SecondPerson.into());
    let same = (Field::ConfirmedBy, Collection::SecondPersonSame("LAN".to_owned()).into());
    let interest = |by: Option<&str>| {
        Command::Payment(NewPayment {
            kind: PaymentKind::Interest,
            amount: Dong::new(2_090_000),
            place: PaymentPlace::Group,
            receipt: None,
            reverses: Some("s1-001-i1".into()),
            reason: Some("Ghi nhầm".to_owned()),
            confirmed_by: by.map(ToOwned::to_owned),
            ..payment("b1")
        })
    };
    let saving = |by: Option<&str>| {
        let saving = SavingsRecord {
            id: "b2".into(),
            member: "M2".into(),
            day: day(TODAY),
            kind: SavingsKind::Deposit,
            amount: Dong::new(50_000),
            reverses: Some("s1-001-s".into()),
            trail: Trail { reason: Some("Ghi nhầm".to_owned()), ..Trail::default() },
        };
        Command::Savings(NewSavings { saving, confirmed_by: by.map(ToOwned::to_owned) })
    };
    for of in ["s1", "s1-001-i1", "s1-001-s", "c1"] {
        assert_eq!(refused(&mut office, back("r", of, None)), alone, "{of}");
        assert_eq!(refused(&mut office, back("r", of, Some(" LAN "))), same, "{of}");
    }
    assert_eq!(refused(&mut office, interest(None)), alone);
    assert_eq!(refused(&mut office, interest(Some("LAN"))), same);
    assert_eq!(refused(&mut office, saving(None)), alone);
    saved(&mut office, interest(Some("Bích")));
    saved(&mut office, saving(Some("Bích")));
    // Who confirmed is part of what was said.
    assert_eq!(refused(&mut office, interest(Some("Hoa"))).0, Field::Id);
    saved(&mut office, back("r1", "s1", Some("Bích")));
    assert_eq!(refused(&mut office, back("r1", "s1", Some("Hoa"))).0, Field::Id);
    let whole = office.whole().expect("rows");
    let behind: Vec<_> = whole
        .confirmations
        .iter()
        .map(|row| (row.id.to_string(), row.fact.fact.to_string(), row.by.clone()))
        .collect();
    let row = |id: &str, fact: &str| (id.to_owned(), fact.to_owned(), "Bích".to_owned());
    // The head of a sheet is in no file, and its money was taken back before.
    assert_eq!(behind, [row("b1-c", "b1"), row("b2-c", "b2")]);
    assert_eq!(office.counts().expect("counts").of("confirmation"), 3);
    hold(&path, office);
}

#[test]
fn a_whole_counted_sheet_goes_by_two_and_its_first_money_names_them() {
    let mut office = office();
    counted(&mut office);
    saved(&mut office, back("r1", "s1", Some("Bích")));
    let whole = office.whole().expect("rows");
    assert_eq!(whole.confirmations.len(), 1);
    assert_eq!(whole.confirmations[0].fact.fact.as_str(), "r1-i001");
    assert!(whole.payments.iter().any(|row| row.id.as_str() == "r1-i001"));
}

#[test]
fn money_that_is_not_of_the_counted_cash_is_taken_back_alone() {
    let mut office = office();
    counted(&mut office);
    // Principal goes to the bank, interest at the point too; another group is not counted.
    saved(&mut office, Command::Payment(payment("p1")));
    let point = NewPayment { kind: PaymentKind::Interest, receipt: None, ..payment("p2") };
    saved(&mut office, Command::Payment(point));
    let mut other = sheet("s2", vec![line("M9", Some(1_000), None)]);
    other.group = "0000002".into();
    saved(&mut office, Command::Sheet(other));
    let mut earlier = sheet("s3", vec![line("M3", None, Some(1))]);
    earlier.session = day("2026-09-15");
    saved(&mut office, Command::Sheet(earlier));
    for (id, of) in [("r1", "p1"), ("r2", "p2"), ("r3", "s2"), ("r4", "s3")] {
        saved(&mut office, back(id, of, None));
    }
    assert_eq!(office.verify(), []);
}
