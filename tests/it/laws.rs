//! Laws that hold for every loan on every day, tried on random ones.

use crate::rules::case::{Case, LOAN, SHELF, day};
use proptest::prelude::*;
use tkvv::domain::day::Day;
use tkvv::domain::loan::{ChangeKind, Movement};
use tkvv::domain::money::Dong;
use tkvv::reports::Question;
use tkvv::reports::loans::{LoanRow, loan};

const START: &str = "2025-11-20";
const DAYS: i64 = 400;

/// What may happen to a loan: on which day after the start, and what.
#[derive(Clone, Debug)]
enum Event {
    Principal(i64),
    Interest(i64),
    Freeze(Option<i64>),
    Unfreeze,
    Reschedule(u32, i64),
    Extend(i64),
    WrongUse(Option<i64>),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => (1..9_000_000_i64).prop_map(Event::Principal),
        4 => (1..400_000_i64).prop_map(Event::Interest),
        1 => prop::option::of(1..120_i64).prop_map(Event::Freeze),
        1 => Just(Event::Unfreeze),
        1 => (1..4_u32, 10..500_i64).prop_map(|(no, later)| Event::Reschedule(no, later)),
        1 => (300..500_i64).prop_map(Event::Extend),
        2 => prop::option::of(0..20_000_000_i64).prop_map(Event::WrongUse),
    ]
}

prop_compose! {
    /// A loan of three instalments with up to a dozen events, all of them valid.
    fn a_loan()(
        after in prop::bool::ANY,
        exempt in prop::bool::weighted(0.1),
        dues in prop::array::uniform3(20..360_i64),
        events in prop::collection::vec((0..DAYS, event()), 0..12),
    ) -> Case {
        let start = if after { day("2026-03-02") } else { day(START) };
        let at = |offset: i64| start.plus(offset).to_string();
        let [first, second, third] = dues.map(&at);
        let parts = [(first.as_str(), 10_000_000), (second.as_str(), 16_500_000),
            (third.as_str(), 10_000_000)];
        let mut case = Case::ten_thousand_a_day(&at(0), &third).instalments(&parts);
        if exempt {
            case = case.programme("12");
        }
        let mut events = events;
        events.sort_by_key(|(offset, _)| *offset);
        let mut outstanding = 36_500_000;
        for (offset, event) in events {
            case = match event {
                Event::Principal(amount) if outstanding == 0 || amount == 0 => case,
                Event::Principal(amount) => {
                    let amount = amount.min(outstanding);
                    outstanding -= amount;
                    case.principal(&at(offset), amount)
                }
                Event::Interest(amount) => case.interest(&at(offset), amount),
                Event::Freeze(length) => {
                    let until = length.map(|length| at(offset + length));
                    case.freeze(&at(offset), until.as_deref())
                }
                Event::Unfreeze => case.change(&at(offset), ChangeKind::Unfreeze),
                Event::Reschedule(instalment, later) => {
                    let due_on = start.plus(offset + later);
                    case.change(&at(offset), ChangeKind::Reschedule { instalment, due_on })
                }
                Event::Extend(later) => {
                    case.change(&at(offset), ChangeKind::Extend { due_on: start.plus(later) })
                }
                Event::WrongUse(amount) => case.visit(&at(offset), amount),
            };
        }
        case
    }
}

fn row(case: &Case, on: Day) -> Option<LoanRow> {
    loan(&Question::new(&case.ledger, &SHELF, on), &LOAN.into())
}

/// The same book with the facts after a day torn out.
fn until(case: &Case, on: Day) -> Case {
    let mut cut = Case { ledger: case.ledger.clone() };
    let file = cut.file();
    file.principal_paid.retain(|paid| paid.day <= on);
    file.interest_paid.retain(|paid| paid.day <= on);
    file.changes.retain(|change| change.day <= on);
    file.visits.retain(|visit| visit.day <= on);
    cut
}

fn split(movements: &[Movement]) -> Vec<Movement> {
    let halves = |paid: &Movement| {
        let one = Dong::new(paid.amount.get() / 3);
        [Movement { amount: one, ..*paid }, Movement { amount: paid.amount - one, ..*paid }]
    };
    movements.iter().flat_map(halves).filter(|paid| paid.amount.is_positive()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn overdue_is_never_below_zero_nor_beyond_what_is_outstanding(
        case in a_loan(), offset in 0..DAYS + 200
    ) {
        let Some(row) = row(&case, day(START).plus(offset)) else { return Ok(()) };
        prop_assert!(row.overdue >= Dong::ZERO && row.overdue <= row.outstanding);
        prop_assert_eq!(row.days_overdue > 0, row.overdue.is_positive());
        let all_frozen = row.frozen == row.outstanding && row.overdue.is_zero();
        prop_assert!(row.frozen.is_zero() || all_frozen);
        let paid: Dong = row.instalments.iter().flatten().map(|part| part.paid).sum();
        prop_assert_eq!(paid + row.outstanding, row.principal);
    }

    #[test]
    fn accrued_interest_never_falls_as_days_pass(case in a_loan(), offset in 0..DAYS + 200) {
        let on = day(START).plus(offset);
        // One rulebook for both days: that of 2026, which governs from 11 February on.
        prop_assume!(on >= day("2026-02-11"));
        if let (Some(before), Some(after)) = (row(&case, on), row(&case, on.plus(1))) {
            prop_assert!(before.interest.accrued <= after.interest.accrued);
        }
    }

    #[test]
    fn a_past_day_is_the_same_with_later_facts_torn_out(case in a_loan(), offset in 0..DAYS) {
        let on = day(START).plus(offset);
        prop_assert_eq!(row(&case, on), row(&until(&case, on), on));
    }

    #[test]
    fn a_payment_split_in_two_on_one_day_changes_nothing(case in a_loan(), offset in 0..DAYS) {
        let on = day(START).plus(offset);
        let mut halves = Case { ledger: case.ledger.clone() };
        halves.file().principal_paid = split(&case.ledger.loans[LOAN].principal_paid);
        halves.file().interest_paid = split(&case.ledger.loans[LOAN].interest_paid);
        prop_assert_eq!(row(&case, on), row(&halves, on));
    }

    /// A second way to the same sum: day by day, each day asked for by itself.
    #[test]
    fn interest_adds_up_day_by_day(case in a_loan(), offset in 0..DAYS + 60) {
        let on = day(START).plus(offset);
        prop_assume!(on >= day("2026-02-11"));
        let Some(asked) = row(&case, on) else { return Ok(()) };
        // 10 % and 13 % of a year's 365th, in parts of which 3.650.000 make a đồng.
        let mut parts: i128 = 0;
        let mut one = day(START);
        while one < on {
            if let Some(row) = row(&case, one).filter(|row| row.frozen.is_zero()) {
                let in_term = i128::from((row.outstanding - row.overdue).get());
                parts += in_term * 1_000 + i128::from(row.overdue.get()) * 1_300;
            }
            one = one.plus(1);
        }
        let whole = 3_650_000;
        let rounded = (2 * parts + whole) / (2 * whole);
        prop_assert_eq!(i128::from(asked.interest.accrued.get()), rounded);
    }
}
