//! Laws of the office over random entries of every kind: what is accepted stands, what is refused
//! leaves nothing, what comes again changes nothing, and the folder of the book makes the same book
//! and the same folder again: what `record` accepts, `import` accepts.

use super::entries::{amended, begin, entry, group, loan, member};
use super::laws_collection::{self, second};
use super::out_and_in::goes_out_and_in;
use super::remembered::hold_that_memory_is_true;
use super::small::{TODAY, day, now, options, visit, visit_line};
use crate::laws::config;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use tkvv::domain::day::Month;
use tkvv::domain::entry::payment::sound;
use tkvv::domain::ids::FactId;
use tkvv::domain::ledger::Presence;
use tkvv::domain::loan::{ChangeKind, Instalment, LoanChange, Opening, PaymentKind, PaymentPlace};
use tkvv::domain::money::Dong;
use tkvv::domain::record::{CheckRecord, SavingsKind, SavingsRecord, Trail, TrancheRecord};
use tkvv::domain::visit::VisitLine;
use tkvv::office::command::{
    Command, LoanRow, MasterEntry, NewAttendance, NewCheck, NewDisbursement, NewLoanChange,
    NewOpening, NewPayment, NewReversal, NewSavings, NewSheet, NewVisit, SessionChange, SheetLine,
};
use tkvv::office::{Office, OpenOptions, Trouble};

/// One entry: what kind, about what, when, how much.
pub type Move = (u8, u8, u16, i64);

pub fn command(number: usize, step: Move, before: &[Command], office: &Office) -> Command {
    let (kind, about, when, amount) = step;
    let id = format!("f{number:03}");
    let one = u32::from(about) % 3 + 1;
    match kind {
        0 => Command::Loan(loan_of(&id, one, step)),
        1..=4 => money(FactId::new(id), one, step),
        5..=7 => said(FactId::new(id), one, step),
        8 => {
            let mut row = member(one + 2, "0000001");
            let on = day("2025-01-10").plus(i64::from(when));
            match about / 3 % 5 {
                0 => row.group = "0000002".into(),
                1 => row.left_on = Some(on),
                2 => row.name = format!("Tên {about}"),
                3 => row.born = Some(on.months_before(12 * u32::from(about))),
                _ => row.joined_on = on,
            }
            Command::Member(amended(&id, row))
        }
        9 => {
            let mut row = group("0000001");
            row.leader = Some(member(one, "").code);
            row.deputy = (about % 2 == 0).then(|| member(u32::from(about / 3) % 4 + 1, "").code);
            let on = day("2025-01-10").plus(i64::from(when));
            row.founded_on = if about & 64 > 0 { on } else { row.founded_on };
            row.closed_on = (about & 128 > 0).then_some(on);
            Command::Group(amended(&id, row))
        }
        10 => Command::Sheet(sheet_of(FactId::new(id), one, step)),
        11 => Command::Visit(visit_of(FactId::new(id), one, step)),
        12 => again(FactId::new(id), one, step, before),
        13 => {
            let held_on = (amount % 3 > 0).then(|| day("2025-01-10").plus(i64::from(when)));
            let month = Month::new(2025, one).expect("a month");
            let row = SessionChange { point: "DGD-1".into(), month, held_on };
            let new = if about % 2 == 0 { entry(&id, row) } else { amended(&id, row) };
            Command::Session(new)
        }
        18.. => {
            let step = (kind - 18, about, when, amount);
            laws_collection::command(&id, step, before, office)
        }
        // Takes back whatever was recorded, fitting or not, confirmed or not.
        _ => Command::Reversal(NewReversal {
            id: FactId::new(id),
            of: any(before, about).map_or_else(|| FactId::new("f000"), |it| it.id().clone()),
            day: day(TODAY),
            reason: "Nhầm".to_owned(),
            confirmed_by: second(about),
        }),
    }
}

fn any(before: &[Command], about: u8) -> Option<&Command> {
    before.get(usize::from(about) % before.len().max(1))
}

/// What moves money: payments, tranches, openings, savings.
fn money(id: FactId, one: u32, (kind, about, when, amount): Move) -> Command {
    let on = day("2025-01-10").plus(i64::from(when));
    let amount = Dong::new(amount);
    let loan = loan(one, 1).loan.code;
    match kind {
        1 => Command::Payment(NewPayment {
            receipt: Some(format!("R{id}")),
            id,
            loan,
            day: on,
            kind: if about % 2 == 0 { PaymentKind::Principal } else { PaymentKind::Interest },
            amount,
            place: PaymentPlace::Point,
            reverses: None,
            reason: (about % 8 > 0).then(|| "Nộp sớm".to_owned()),
            collected_by: None,
            confirmed_by: None,
        }),
        2 => {
            let tranche = TrancheRecord { id, loan, day: on, amount };
            Command::Disbursement(NewDisbursement { tranche, reason: None })
        }
        3 => {
            let interest_owed = Dong::new(1_000);
            let opening =
                Opening { day: on, outstanding: amount, interest_owed, last_movement: None };
            Command::Opening(NewOpening { id, loan, opening, reason: None })
        }
        _ => Command::Savings(NewSavings {
            saving: SavingsRecord {
                id,
                member: member(one, "").code,
                day: on,
                kind: [SavingsKind::Deposit, SavingsKind::Withdrawal][usize::from(about / 3) % 2],
                amount,
                reverses: None,
                trail: Trail::default(),
            },
            confirmed_by: None,
        }),
    }
}

/// A group's sheet with lines of its members and others.
fn sheet_of(id: FactId, one: u32, (_, about, when, amount): Move) -> NewSheet {
    let cell = |bit: u8, amount| (about & bit > 0).then(|| Dong::new(amount));
    let line = |number: u32| SheetLine {
        member: member(number, "").code,
        interest: cell(8, amount / 10),
        savings: cell(16, amount / 100),
        withdrawal: cell(4, amount / 200),
        note: "đủ".repeat(usize::from(about / 64)),
    };
    NewSheet {
        id,
        group: if about % 8 == 0 { "0000002" } else { "0000001" }.into(),
        session: day(TODAY).months_before(u32::from(when) % 6),
        attendance: (about & 32 > 0).then_some(Presence::Deputy),
        lines: vec![line(one), line(one + 1)],
    }
}

fn visit_of(id: FactId, one: u32, (_, about, when, amount): Move) -> NewVisit {
    let on = day("2025-01-10").plus(i64::from(when));
    let seen = |number: u32| VisitLine {
        received: (about & 8 > 0).then(|| Dong::new(amount)),
        wrong_use: (about & 16 > 0).then(|| Dong::new(amount / 2)),
        note: "có".repeat(usize::from(about / 64)),
        ..visit_line(loan(number, 1).loan.code.as_str())
    };
    let mut new = visit(id.as_str(), vec![seen(one)]);
    if about & 32 > 0 {
        new.lines.push(seen(one % 3 + 1));
    }
    new.visit.day = on;
    new.visit.reported_on = (about % 2 == 0).then(|| on.plus(i64::from(about % 5)));
    new
}

/// A payment, deposit or withdrawal by a row that itself takes an earlier one back, fitting or not.
fn again(id: FactId, one: u32, step: Move, before: &[Command]) -> Command {
    let (_, about, when, amount) = step;
    let on = day("2025-01-10").plus(i64::from(when).max(300));
    match any(before, about) {
        Some(Command::Payment(old)) => Command::Payment(NewPayment {
            reverses: Some(old.id.clone()),
            reason: Some("Nhầm".to_owned()),
            id,
            day: on,
            confirmed_by: second(about),
            ..old.clone()
        }),
        Some(Command::Savings(NewSavings { saving: old, .. })) => {
            let reverses = Some(old.id.clone());
            let trail = Trail { reason: Some("Nhầm".to_owned()), ..Trail::default() };
            let saving = SavingsRecord { id, reverses, day: on, trail, ..old.clone() };
            Command::Savings(NewSavings { saving, confirmed_by: second(about) })
        }
        _ => money(id, one, (1 + about % 4, about, when, amount)),
    }
}

/// What moves none: changes of loans, who came, checks.
fn said(id: FactId, one: u32, (kind, about, when, amount): Move) -> Command {
    let on = day("2025-01-10").plus(i64::from(when));
    let reason = (about % 4 > 0).then(|| "Nhầm".to_owned());
    match kind {
        5 => {
            let later = on.plus(amount % 900);
            let kind = match about / 3 % 4 {
                0 => ChangeKind::Reschedule { instalment: one, due_on: later },
                1 => ChangeKind::Extend { due_on: later },
                2 => ChangeKind::Freeze { until: (about % 2 == 0).then_some(later) },
                _ => ChangeKind::Unfreeze,
            };
            let change = LoanChange { id, day: on, kind };
            Command::Change(NewLoanChange { loan: loan(one, 1).loan.code, change, reason })
        }
        6 => Command::Attendance(NewAttendance {
            id,
            group: "0000001".into(),
            session: day(TODAY).months_before(u32::from(when) % 12),
            by: [Presence::Leader, Presence::Deputy, Presence::None][usize::from(about) % 3],
            reason,
        }),
        _ => Command::Check(check(id, on, about)),
    }
}

/// A new loan or a change of a known one, with instalments or without.
fn loan_of(id: &str, number: u32, (_, about, when, amount): Move) -> MasterEntry<LoanRow> {
    let mut row = loan(number, number);
    if about & 8 > 0 {
        row.loan.principal = Dong::new(amount);
    }
    let part = |no, due_on, amount| Instalment { no, due_on: day(due_on), amount };
    if about & 16 > 0 {
        let half = Dong::new(row.loan.principal.get() / 2);
        let rest = row.loan.principal - half;
        let no = if about & 128 > 0 { 3 } else { 1 };
        row.instalments = vec![part(no, "2026-06-15", half), part(no + 1, "2028-01-15", rest)];
    }
    if about & 64 > 0 {
        row.loan.disbursed_on = day("2025-01-10").plus(i64::from(when));
    }
    if about & 32 > 0 { amended(id, row) } else { entry(id, row) }
}

fn check(id: FactId, on: tkvv::domain::day::Day, about: u8) -> NewCheck {
    let answer = |item: &str| CheckRecord {
        id: "".into(),
        group: "0000001".into(),
        day: on,
        association: None,
        visitor: String::new(),
        item: item.to_owned(),
        answer: "yes".to_owned(),
        note: String::new(),
    };
    let items = ["board", "filing", ["reports", "board"][usize::from(about) % 2]];
    NewCheck {
        id,
        group: "0000001".into(),
        day: on,
        association: None,
        visitor: "Trần Thị Bích".to_owned(),
        answers: items.map(answer).to_vec(),
    }
}

pub fn moves() -> impl Strategy<Value = Vec<Move>> {
    // Few amounts and days, so that entries meet.
    let amount = prop_oneof![Just(0_i64), Just(1_000_000), Just(5_000_000), 1_i64..12_000_000];
    let when = prop_oneof![Just(5_u16), Just(300), Just(600), 0_u16..660];
    let one = (0_u8..18 + laws_collection::KINDS, 0_u8..=255, when, amount);
    proptest::collection::vec(one, 5..80)
}

proptest! {
    #![proptest_config(config(20, "tests/it/laws/seeds/entries.txt"))]

    #[test]
    fn whatever_is_entered_the_book_is_whole_and_its_folder_makes_it_again(moves in moves()) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("book.db");
        let mut office = begin(Office::create(&path, options("Lan"), now()).expect("a book"));
        for number in 1..=3 {
            let new = Command::Loan(entry(&format!("l{number}"), loan(number, number)));
            office.execute(new, day(TODAY), now()).expect("a loan");
        }
        let mut written: Vec<Command> = Vec::new();
        for (number, step) in moves.into_iter().enumerate() {
            let command = command(number, step, &written, &office);
            let before = office.ledger().clone();
            match office.execute(command.clone(), day(TODAY), now()) {
                Ok(done) => {
                    let again = office.execute(command.clone(), day(TODAY), now());
                    let again = again.map(|done| done.already);
                    prop_assert_eq!(again, Ok(true), "{:?}", command);
                    written.extend((done.facts > 0).then_some(command));
                }
                Err(Trouble::Refused(_)) => prop_assert_eq!(office.ledger(), &before),
                Err(Trouble::Store(error)) => prop_assert!(false, "{} {:?}", error, command),
            }
            hold_that_memory_is_true(&office, &format!("after command {number}"));
        }
        let before = office.ledger().clone();
        for command in written {
            let again = office.execute(command.clone(), day(TODAY), now()).map(|done| done.already);
            prop_assert_eq!(again, Ok(true), "{:?}", command);
        }
        prop_assert_eq!(office.ledger(), &before);
        prop_assert_eq!(office.verify(), vec![]);
        prop_assert!(office.ledger().loans.values().all(|file| sound(file).is_ok()));
        let reader = OpenOptions { read_only: true, ..options("Hoa") };
        let anew = Office::open(&path, reader).expect("opened");
        prop_assert_eq!(anew.ledger(), office.ledger());
        goes_out_and_in(&office);
    }
}
