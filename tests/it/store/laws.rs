//! Laws of the office over random days of work.

use super::remembered::hold_that_memory_is_true;
use super::small::{day, line, now, office_at, options, payment, sheet, visit, visit_line};
use proptest::prelude::*;
use tkvv::domain::entry::NewPayment;
use tkvv::domain::entry::payment::sound;
use tkvv::domain::ids::FactId;
use tkvv::domain::ledger::Presence;
use tkvv::domain::loan::{PaymentKind, PaymentPlace};
use tkvv::domain::money::Dong;
use tkvv::office::command::Command;
use tkvv::office::{Office, OpenOptions, Trouble};

/// One command: what kind, about what, when, how much.
pub type Move = (u8, u8, u16, i64);

pub fn command(number: usize, (kind, about, when, amount): Move) -> Command {
    let id = format!("f{number:03}");
    let loan = ["L1", "L2", "L3"][usize::from(about) % 3];
    let on = day("2026-03-01").plus(i64::from(when));
    let session = day("2026-10-15").months_before(u32::from(when) % 8);
    match kind % 5 {
        0 | 1 => Command::Payment(NewPayment {
            loan: loan.into(),
            day: on,
            amount: Dong::new(amount),
            kind: if kind == 0 { PaymentKind::Principal } else { PaymentKind::Interest },
            place: PaymentPlace::Point,
            // Mostly there is a word for money on a day without a session.
            reason: (about % 8 > 0).then(|| "Nộp sớm".to_owned()),
            ..payment(&id)
        }),
        // Takes back whatever stands there, fitting or not.
        2 => Command::Payment(NewPayment {
            loan: loan.into(),
            day: day("2026-10-15"),
            amount: Dong::new(amount),
            reverses: Some(FactId::new(format!("f{:03}", usize::from(about) % (number + 1)))),
            reason: Some("Nhầm".to_owned()),
            ..payment(&id)
        }),
        3 => {
            let member = ["M1", "M2", "M3"][usize::from(about) % 3];
            let mut new = sheet(&id, vec![line(member, Some(amount), Some(amount / 7))]);
            new.session = session;
            new.attendance =
                [None, Some(Presence::Leader), Some(Presence::None)][usize::from(about / 3) % 3];
            Command::Sheet(new)
        }
        _ => {
            let mut seen = visit_line(loan);
            seen.wrong_use = Some(Dong::new(amount));
            let mut new = visit(&id, vec![seen]);
            new.visit.day = on;
            Command::Visit(new)
        }
    }
}

pub fn moves() -> impl Strategy<Value = Vec<Move>> {
    // Few amounts, so that reversals find what they fit.
    let amount = prop_oneof![Just(0_i64), Just(1_000_000), Just(5_000_000), 1_i64..30_000_000];
    proptest::collection::vec((0_u8..5, any::<u8>(), 0_u16..240, amount), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_the_book_read_anew_is_the_book_in_memory(moves in moves()) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("book.db");
        let mut office = office_at(&path);
        for (number, step) in moves.into_iter().enumerate() {
            let command = command(number, step);
            let before = office.ledger().clone();
            match office.execute(command.clone(), day("2026-10-15"), now()) {
                Ok(done) => {
                    prop_assert!(!done.already);
                    let again = office.execute(command, day("2026-10-15"), now());
                    prop_assert!(again.is_ok_and(|again| again.already));
                }
                Err(Trouble::Refused(_)) => prop_assert_eq!(office.ledger(), &before),
                Err(Trouble::Store(error)) => prop_assert!(false, "{}", error),
            }
            hold_that_memory_is_true(&office, "after a random command");
        }
        let reader = OpenOptions { read_only: true, ..options("Hoa") };
        let anew = Office::open(&path, reader).expect("opened");
        prop_assert_eq!(anew.ledger(), office.ledger());
        prop_assert!(anew.ledger().loans.values().all(|file| sound(file).is_ok()));
        prop_assert_eq!(anew.verify(), vec![]);
    }
}
