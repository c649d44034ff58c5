//! What was known on a day, over random days of work: the book as it stood at that day's end; and
//! the same of a book that was written out and taken in again.

use super::laws::{command, moves};
use super::small::{day, import, office};
use proptest::prelude::*;
use tkvv::domain::ledger::Ledger;
use tkvv::office::{Office, Stamp};

/// One command is done each day, from the day after the book was made.
fn evening(number: usize) -> (tkvv::domain::day::Day, Stamp) {
    let on = day("2026-10-16").plus(i64::try_from(number).expect("a few"));
    (on, Stamp::parse(&format!("{on}T23:59:59.999Z")).expect("a moment"))
}

/// A ledger without who came: of a correction a file has the last row alone.
fn without_attendance(mut ledger: Ledger) -> Ledger {
    ledger.attendance.clear();
    ledger
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_was_known_on_a_day_is_the_book_as_it_stood_that_evening(moves in moves()) {
        let mut office = office();
        let mut evenings = vec![(day("2026-10-15"), office.ledger().clone())];
        for (number, step) in moves.into_iter().enumerate() {
            let (on, now) = evening(number);
            // Some are refused: then nothing is new that evening.
            let _ = office.execute(command(number, step), day("2026-10-15"), now);
            evenings.push((on, office.ledger().clone()));
        }
        let whole = office.whole().expect("rows");
        let mut copy = Office::in_memory().expect("a book");
        import(&mut copy, &whole).expect("taken in");
        prop_assert_eq!(copy.whole(), Ok(whole));
        prop_assert_eq!(copy.ledger(), office.ledger());
        for (on, then) in evenings {
            prop_assert_eq!(&office.known_on(on).expect("read"), &then, "{}", on);
            let copied = without_attendance(copy.known_on(on).expect("read"));
            prop_assert_eq!(copied, without_attendance(then), "{} in the copy", on);
        }
        let nothing = office.known_on(day("2026-10-14")).expect("read");
        prop_assert!(nothing.loans.values().all(|file| file.principal_paid.is_empty()));
        prop_assert_eq!(nothing.loans.len(), office.ledger().loans.len());
    }
}
