//! Laws of the office over random entries of every kind: what is accepted stands, what is refused
//! leaves nothing, and the folder of the book makes the same book again.

use super::entries::{amended, begin, entry, group, loan, member};
use super::small::{TODAY, day, import, now, options};
use proptest::prelude::*;
use tkvv::domain::entry::NewPayment;
use tkvv::domain::entry::payment::sound;
use tkvv::domain::ids::FactId;
use tkvv::domain::ledger::Presence;
use tkvv::domain::loan::{ChangeKind, Instalment, LoanChange, Opening, PaymentKind, PaymentPlace};
use tkvv::domain::money::Dong;
use tkvv::domain::record::{Batch, CheckRecord, SavingsKind, SavingsRecord, Trail, TrancheRecord};
use tkvv::exchange::native::{self, Reader};
use tkvv::office::command::{
    Command, LoanRow, MasterEntry, NewAttendance, NewCheck, NewDisbursement, NewLoanChange,
    NewOpening, NewReversal, NewSavings,
};
use tkvv::office::{Office, OpenOptions, Trouble};

/// One entry: what kind, about what, when, how much.
type Move = (u8, u8, u16, i64);

fn command(number: usize, step: Move) -> Command {
    let (kind, about, when, amount) = step;
    let id = format!("f{number:03}");
    let one = u32::from(about) % 3 + 1;
    match kind {
        0 => Command::Loan(loan_of(&id, one, about, Dong::new(amount))),
        1..=4 => money(FactId::new(id), one, step),
        5..=7 => said(FactId::new(id), one, step),
        8 => {
            let mut row = member(one + 2, "0000001");
            let on = day("2025-01-10").plus(i64::from(when));
            match about / 3 % 4 {
                0 => row.group = "0000002".into(),
                1 => row.left_on = Some(on),
                2 => row.name = format!("Tên {about}"),
                _ => row.joined_on = on,
            }
            Command::Member(amended(&id, row))
        }
        9 => {
            let mut row = group("0000001");
            row.leader = Some(member(one, "").code);
            row.deputy = (about % 2 == 0).then(|| member(u32::from(about / 3) % 4 + 1, "").code);
            Command::Group(amended(&id, row))
        }
        // Takes back whatever stands there, fitting or not.
        _ => Command::Reversal(NewReversal {
            id: FactId::new(id),
            of: FactId::new(format!("f{:03}", usize::from(about) % (number + 1))),
            day: day(TODAY),
            reason: "Nhầm".to_owned(),
        }),
    }
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
            reason: None,
            collected_by: None,
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
        }),
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
fn loan_of(id: &str, number: u32, about: u8, amount: Dong) -> MasterEntry<LoanRow> {
    let mut row = loan(number, number);
    if about & 8 > 0 {
        row.loan.principal = amount;
    }
    let part = |no, due_on, amount| Instalment { no, due_on: day(due_on), amount };
    if about & 16 > 0 {
        let half = Dong::new(row.loan.principal.get() / 2);
        let rest = row.loan.principal - half;
        row.instalments = vec![part(1, "2026-06-15", half), part(2, "2028-01-15", rest)];
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

fn moves() -> impl Strategy<Value = Vec<Move>> {
    // Few amounts and days, so that entries meet.
    let amount = prop_oneof![Just(0_i64), Just(1_000_000), Just(5_000_000), 1_i64..12_000_000];
    let when = prop_oneof![Just(5_u16), Just(300), Just(600), 0_u16..660];
    let one = (0_u8..13, any::<u8>(), when, amount);
    proptest::collection::vec(one, 5..60)
}

/// The book through its folder of files, as the door of the program reads it.
fn through_files(office: &Office) -> Batch {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("out");
    native::export::write(&target, &office.whole().expect("rows")).expect("written");
    let empty = Batch::default();
    let reader = Reader { book: &empty, today: day(TODAY), group_size: (5, 60) };
    match reader.read(&target, &mut |_| ()) {
        Ok(reading) => reading.batch,
        Err(refused) => panic!("{:?}", refused.faults),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_entered_the_book_is_whole_and_its_folder_makes_it_again(moves in moves()) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("book.db");
        let mut office = begin(Office::create(&path, options("Lan"), now()).expect("a book"));
        for number in 1..=3 {
            let new = Command::Loan(entry(&format!("l{number}"), loan(number, number)));
            office.execute(new, day(TODAY), now()).expect("a loan");
        }
        for (number, step) in moves.into_iter().enumerate() {
            let command = command(number, step);
            let before = office.ledger().clone();
            match office.execute(command.clone(), day(TODAY), now()) {
                Ok(_) => {
                    let again = office.execute(command.clone(), day(TODAY), now());
                    let again = again.map(|done| done.already);
                    prop_assert_eq!(again, Ok(true), "{:?}", command);
                }
                Err(Trouble::Refused(_)) => prop_assert_eq!(office.ledger(), &before),
                Err(Trouble::Store(error)) => prop_assert!(false, "{} {:?}", error, command),
            }
        }
        prop_assert_eq!(office.verify(), vec![]);
        prop_assert!(office.ledger().loans.values().all(|file| sound(file).is_ok()));
        let reader = OpenOptions { read_only: true, ..options("Hoa") };
        let anew = Office::open(&path, reader).expect("opened");
        prop_assert_eq!(anew.ledger(), office.ledger());
        let mut copy = Office::in_memory().expect("a book");
        import(&mut copy, &through_files(&office)).expect("taken in");
        prop_assert_eq!(copy.ledger(), office.ledger());
        prop_assert_eq!(copy.verify(), vec![]);
    }
}
