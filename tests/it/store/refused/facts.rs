//! Tranches, openings, savings, changes, who came, checks and reversals: each refused at its field,
//! each bound on both sides.

use crate::store::entries::{begun, entry, loan, refused};
use crate::store::small::{ask, day, payment};
use tkvv::domain::ledger::Presence;
use tkvv::domain::loan::{ChangeKind, Instalment, LoanChange, Opening, PaymentKind};
use tkvv::domain::money::Dong;
use tkvv::domain::record::{CheckRecord, SavingsKind, SavingsRecord, Trail, TrancheRecord};
use tkvv::domain::refusal::{Field, Why};
use tkvv::office::Office;
use tkvv::office::command::{
    Command, NewAttendance, NewCheck, NewDisbursement, NewLoanChange, NewOpening, NewPayment,
    NewReversal, NewSavings,
};

const LOAN: &str = "0000000000000001";
const TODAY: &str = "2026-10-15";

/// A group of five with one loan of 10 million from 15/01/2025, over three years.
fn lent() -> Office {
    let mut office = begun();
    ask(&mut office, Command::Loan(entry("l1", loan(1, 1)))).expect("a loan");
    office
}

fn pays(id: &str, on: &str, amount: i64) -> Command {
    Command::Payment(NewPayment {
        loan: LOAN.into(),
        day: day(on),
        kind: PaymentKind::Principal,
        amount: Dong::new(amount),
        ..payment(id)
    })
}

fn tranche(id: &str, on: &str, amount: i64) -> Command {
    let (loan, amount) = (LOAN.into(), Dong::new(amount));
    let tranche = TrancheRecord { id: id.into(), loan, day: day(on), amount };
    Command::Disbursement(NewDisbursement { tranche, reason: None })
}

fn opening(id: &str, on: &str, outstanding: i64, last: Option<&str>) -> Command {
    Command::Opening(NewOpening {
        id: id.into(),
        loan: LOAN.into(),
        opening: Opening {
            day: day(on),
            outstanding: Dong::new(outstanding),
            interest_owed: Dong::ZERO,
            last_movement: last.map(day),
        },
        reason: None,
    })
}

fn saves(id: &str, on: &str, kind: SavingsKind, amount: i64) -> Command {
    Command::Savings(NewSavings {
        saving: SavingsRecord {
            id: id.into(),
            member: "0000000001".into(),
            day: day(on),
            kind,
            amount: Dong::new(amount),
            reverses: None,
            trail: Trail::default(),
        },
        confirmed_by: None,
    })
}

fn changes(id: &str, on: &str, kind: ChangeKind) -> Command {
    let change = LoanChange { id: id.into(), day: day(on), kind };
    Command::Change(NewLoanChange { loan: LOAN.into(), change, reason: None })
}

fn back(id: &str, of: &str, on: &str) -> Command {
    let (id, of, reason) = (id.into(), of.into(), "Ghi nhầm".to_owned());
    Command::Reversal(NewReversal { id, of, day: day(on), reason, confirmed_by: None })
}

#[test]
fn the_first_tranche_takes_the_place_of_the_one_without_a_row() {
    let mut office = lent();
    ask(&mut office, pays("p1", "2026-03-15", 3_000_000)).expect("paid");
    let low = (Field::Amount, Why::LessThan(Dong::new(3_000_000)));
    assert_eq!(refused(&mut office, tranche("x", "2025-01-15", 2_999_999)), low);
    let late = (Field::Day, Why::FactsFrom(day("2026-03-15")));
    assert_eq!(refused(&mut office, tranche("x", "2026-03-16", 5_000_000)), late);
    let early = (Field::Day, Why::BeforeDisbursement(day("2025-01-15")));
    assert_eq!(refused(&mut office, tranche("x", "2025-01-14", 5_000_000)), early);
    ask(&mut office, tranche("d1", "2026-03-15", 3_000_000)).expect("what was paid");
    let more = (Field::Amount, Why::BeyondPrincipal(Dong::new(7_000_000)));
    assert_eq!(refused(&mut office, tranche("x", "2026-04-15", 7_000_001)), more);
    ask(&mut office, tranche("d2", "2026-04-15", 7_000_000)).expect("what is left");
    // What was paid rests on the first; on the second rests nothing.
    let rests = (Field::Reverses, Why::FactsFrom(day("2026-03-15")));
    assert_eq!(refused(&mut office, back("x", "d1", TODAY)), rests);
    ask(&mut office, back("r1", "d2", TODAY)).expect("taken back");
    assert_eq!(office.ledger().loans[LOAN].tranches.len(), 1);
    let twice = (Field::Reverses, Why::ReversedAlready);
    assert_eq!(refused(&mut office, back("x", "d2", TODAY)), twice);
    assert_eq!(office.verify(), []);
}

#[test]
fn an_opening_stands_before_all_other_facts_and_once() {
    let mut office = lent();
    ask(&mut office, pays("p1", "2026-03-15", 3_000_000)).expect("paid");
    let from = (Field::Day, Why::OpensBefore(day("2026-03-15")));
    assert_eq!(refused(&mut office, opening("x", "2026-03-15", 5_000_000, None)), from);
    let first = (Field::Day, Why::BeforeDisbursement(day("2025-01-15")));
    assert_eq!(refused(&mut office, opening("x", "2025-01-14", 5_000_000, None)), first);
    let low = (Field::Outstanding, Why::LessThan(Dong::new(3_000_000)));
    assert_eq!(refused(&mut office, opening("x", "2026-03-14", 2_999_999, None)), low);
    let last = (Field::LastMovement, Why::TooLate(day("2026-03-14")));
    let later = opening("x", "2026-03-14", 3_000_000, Some("2026-03-15"));
    assert_eq!(refused(&mut office, later), last);
    let fits = opening("o1", "2026-03-14", 3_000_000, Some("2026-03-14"));
    ask(&mut office, fits).expect("what was paid after it");
    let known = (Field::Loan, Why::OpeningKnown(day("2026-03-14")));
    assert_eq!(refused(&mut office, opening("x", "2026-03-10", 5_000_000, None)), known);
    let before = (Field::Day, Why::BeforeOpening(day("2026-03-14")));
    assert_eq!(refused(&mut office, pays("x", "2026-03-14", 1)), before);
    // A mistyped one is taken back, although a payment came after it, and said again.
    ask(&mut office, back("r1", "o1", TODAY)).expect("taken back");
    ask(&mut office, opening("o2", "2026-03-14", 4_000_000, None)).expect("said again");
    assert_eq!(office.verify(), []);
}

#[test]
fn no_more_is_withdrawn_than_is_saved_on_that_and_every_later_day() {
    let mut office = lent();
    let (deposit, withdrawal) = (SavingsKind::Deposit, SavingsKind::Withdrawal);
    ask(&mut office, saves("s1", "2026-01-15", deposit, 50_000)).expect("saved");
    ask(&mut office, saves("s2", "2026-06-15", withdrawal, 20_000)).expect("withdrawn");
    let most = (Field::Amount, Why::MoreThanSaved(Dong::new(30_000)));
    assert_eq!(refused(&mut office, saves("x", "2026-03-15", withdrawal, 30_001)), most);
    let joined = (Field::Day, Why::Before(day("2020-01-01")));
    assert_eq!(refused(&mut office, saves("x", "2019-12-31", deposit, 1)), joined);
    let nothing = (Field::Amount, Why::NotPositive);
    assert_eq!(refused(&mut office, saves("x", "2026-03-15", deposit, 0)), nothing);
    let kept = (Field::Reverses, Why::MoreThanSaved(Dong::new(30_000)));
    assert_eq!(refused(&mut office, back("x", "s1", TODAY)), kept);
    ask(&mut office, saves("s3", "2026-03-15", withdrawal, 30_000)).expect("all of it");
    for (id, of) in [("r3", "s3"), ("r2", "s2"), ("r1", "s1")] {
        ask(&mut office, back(id, of, TODAY)).expect("the last first");
    }
    let file = &office.ledger().members["0000000001"];
    assert_eq!((file.deposits.len(), file.withdrawals.len()), (0, 0));
}

#[test]
fn due_days_move_within_the_loan_and_no_further_than_the_rulebook_says() {
    let mut office = begun();
    let part = |no, due_on| Instalment { no, due_on: day(due_on), amount: Dong::new(5_000_000) };
    let mut row = loan(1, 1);
    row.instalments = vec![part(1, "2027-01-15"), part(2, "2028-01-15")];
    ask(&mut office, Command::Loan(entry("l1", row))).expect("a loan");
    let moves =
        |instalment, due_on: &str| ChangeKind::Reschedule { instalment, due_on: day(due_on) };
    let extends = |due_on: &str| ChangeKind::Extend { due_on: day(due_on) };
    for (kind, field, why) in [
        (moves(3, "2027-06-15"), Field::Instalment, Why::Unknown("3".to_owned())),
        (moves(2, "2027-06-15"), Field::Instalment, Why::LastInstalment),
        (moves(1, TODAY), Field::Value, Why::NotLater(day(TODAY))),
        (moves(1, "2028-01-16"), Field::Value, Why::TooLate(day("2028-01-15"))),
        (extends("2028-01-15"), Field::Value, Why::NotLater(day("2028-01-15"))),
        // Half of 36 months beyond the original last due day.
        (extends("2029-07-16"), Field::Value, Why::TooLate(day("2029-07-15"))),
    ] {
        assert_eq!(refused(&mut office, changes("x", TODAY, kind)), (field, why));
    }
    let early = (Field::Day, Why::BeforeDisbursement(day("2025-01-15")));
    assert_eq!(refused(&mut office, changes("x", "2025-01-14", extends("2029-01-15"))), early);
    ask(&mut office, changes("c1", TODAY, moves(1, "2028-01-15"))).expect("the last day");
    ask(&mut office, changes("c2", TODAY, extends("2029-07-15"))).expect("the most");
    assert_eq!(office.verify(), []);
}

#[test]
fn a_short_loan_is_extended_by_a_year_at_most_and_files_may_bring_more() {
    let mut office = begun();
    let mut row = loan(1, 1);
    (row.loan.term_months, row.loan.due_on) = (12, day("2026-01-15"));
    ask(&mut office, Command::Loan(entry("l1", row))).expect("a loan");
    let extends = |due_on: &str| ChangeKind::Extend { due_on: day(due_on) };
    let far = (Field::Value, Why::TooLate(day("2027-01-15")));
    assert_eq!(refused(&mut office, changes("x", TODAY, extends("2027-01-16"))), far);
    ask(&mut office, changes("c1", TODAY, extends("2027-01-15"))).expect("a year");
    let odd = |office: &Office| {
        let all = office.warnings(day(TODAY)).expect("warnings");
        let too_far = |it: &&tkvv::office::Warning| {
            matches!(it, tkvv::office::Warning::ChangeBeyondLimits(..))
        };
        all.iter().filter(too_far).count()
    };
    assert_eq!(odd(&office), 0);
    let mut folder = office.whole().expect("rows");
    folder.changes[0].fact.1.kind = extends("2027-01-16");
    let mut other = Office::in_memory().expect("a book");
    crate::store::small::import(&mut other, &folder).expect("taken in");
    assert_eq!(odd(&other), 1);
}

#[test]
fn a_freeze_begins_once_and_ends_once() {
    let mut office = lent();
    let freeze = |until: Option<&str>| ChangeKind::Freeze { until: until.map(day) };
    let none = (Field::Day, Why::NotFrozen);
    assert_eq!(refused(&mut office, changes("x", "2026-03-15", ChangeKind::Unfreeze)), none);
    let ends = (Field::Value, Why::NotLater(day("2026-03-15")));
    let same = changes("x", "2026-03-15", freeze(Some("2026-03-15")));
    assert_eq!(refused(&mut office, same), ends);
    ask(&mut office, changes("c1", "2026-03-15", freeze(None))).expect("frozen");
    let again = (Field::Day, Why::FrozenAlready);
    assert_eq!(refused(&mut office, changes("x", "2026-03-16", freeze(None))), again);
    // On its first day there is nothing to end: it would be taken back.
    assert_eq!(refused(&mut office, changes("x", "2026-03-15", ChangeKind::Unfreeze)), none);
    ask(&mut office, changes("c2", "2026-03-16", ChangeKind::Unfreeze)).expect("ended");
    assert_eq!(refused(&mut office, changes("x", "2026-03-16", ChangeKind::Unfreeze)), none);
    ask(&mut office, changes("c3", "2026-03-16", freeze(Some("2026-03-17")))).expect("a day");
}

#[test]
fn who_came_is_said_of_a_session_and_said_again_with_a_reason() {
    let mut office = lent();
    let said = |id: &str, session: &str, by, reason: Option<&str>| {
        Command::Attendance(NewAttendance {
            id: id.into(),
            group: "0000001".into(),
            session: day(session),
            by,
            reason: reason.map(ToOwned::to_owned),
        })
    };
    let none = Why::NoSession(day("2026-09-15"), day(TODAY));
    let command = said("x", "2026-10-14", Presence::Leader, None);
    assert_eq!(refused(&mut office, command), (Field::Session, none));
    let early = said("x", "2019-12-15", Presence::Leader, None);
    let why = Why::GroupNotThere(day("2020-01-01"));
    assert_eq!(refused(&mut office, early), (Field::Session, why));
    ask(&mut office, said("a1", TODAY, Presence::Leader, None)).expect("said");
    assert!(ask(&mut office, said("a2", TODAY, Presence::Leader, None)).expect("known").already);
    let other = said("a3", TODAY, Presence::Deputy, None);
    assert_eq!(refused(&mut office, other), (Field::Reason, Why::Missing));
    ask(&mut office, said("a3", TODAY, Presence::Deputy, Some("Nhầm"))).expect("said again");
    let key = ("0000001".into(), day(TODAY));
    assert_eq!(office.ledger().attendance.get(&key), Some(&Presence::Deputy));
    ask(&mut office, back("r1", "a3", TODAY)).expect("taken back");
    assert_eq!(office.ledger().attendance.get(&key), Some(&Presence::Leader));
}

#[test]
fn a_check_has_each_item_once_and_is_taken_back_as_one() {
    let mut office = lent();
    let answer = |item: &str, answer: &str| CheckRecord {
        id: "".into(),
        group: "0000001".into(),
        day: day(TODAY),
        association: None,
        visitor: String::new(),
        item: item.to_owned(),
        answer: answer.to_owned(),
        note: String::new(),
    };
    let check = |id: &str, visitor: &str, answers: &[CheckRecord]| {
        Command::Check(NewCheck {
            id: id.into(),
            group: "0000001".into(),
            day: day(TODAY),
            association: None,
            visitor: visitor.to_owned(),
            answers: answers.to_vec(),
        })
    };
    let board = answer("board", "yes");
    let answers = Why::NotOneOf("maybe".to_owned(), "yes, no, n/a".to_owned());
    for (command, field, why) in [
        (check("x", " ", std::slice::from_ref(&board)), Field::Visitor, Why::Missing),
        (check("x", "Bích", &[]), Field::Whole, Why::Empty),
        (check("x", "Bích", &[board.clone(), board.clone()]), Field::Item, Why::Twice(1)),
        (check("x", "Bích", &[answer("board", "maybe")]), Field::Answer, answers),
    ] {
        assert_eq!(refused(&mut office, command), (field, why));
    }
    let both = [board, answer("filing", "n/a")];
    ask(&mut office, check("k1", "Bích", &both)).expect("checked");
    let twice = (Field::Day, Why::CheckedThatDay);
    assert_eq!(refused(&mut office, check("k2", "Bích", &both)), twice);
    ask(&mut office, back("r1", "k1-02", TODAY)).expect("taken back, by any of its answers");
    assert!(office.ledger().checks.get("0000001").is_none_or(Vec::is_empty));
    ask(&mut office, check("k2", "Bích", &both)).expect("said again");
    assert_eq!(office.verify(), []);
}

#[test]
fn a_fact_is_taken_back_once_for_a_reason_and_not_before_its_day() {
    let mut office = lent();
    ask(&mut office, pays("p1", "2026-03-15", 3_000_000)).expect("paid");
    let unknown = (Field::Reverses, Why::Unknown("p9".to_owned()));
    assert_eq!(refused(&mut office, back("x", "p9", TODAY)), unknown);
    let early = (Field::Day, Why::Before(day("2026-03-15")));
    assert_eq!(refused(&mut office, back("x", "p1", "2026-03-14")), early);
    let Command::Reversal(new) = back("x", "p1", TODAY) else { panic!("a reversal") };
    let silent = Command::Reversal(NewReversal { reason: " ".to_owned(), ..new });
    assert_eq!(refused(&mut office, silent), (Field::Reason, Why::Missing));
    ask(&mut office, back("r1", "p1", "2026-03-15")).expect("on its day");
    assert!(ask(&mut office, back("r1", "p1", "2026-03-15")).expect("known").already);
    let reversal = (Field::Reverses, Why::ReversesReversal);
    assert_eq!(refused(&mut office, back("x", "r1", TODAY)), reversal);
    assert_eq!(office.ledger().loans[LOAN].principal_paid, []);
}
