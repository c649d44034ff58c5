//! Laws of one loan: what holds of its figures whatever happened to it.

use super::config;
use super::program::{SHELVES, book, report};
use super::random::{Draft, Pick, draft, make, pick};
use super::raw::{Date, Facts};
use crate::rules::case::{Case, day};
use chrono::Days;
use proptest::prelude::*;
use serde_json::Value;
use tkvv::domain::loan::ChangeKind;
use tkvv::domain::rulebook::Shelf;

const SEEDS: &str = "tests/it/laws/seeds/one_loan.txt";

/// A loan and two days, the first not after the second.
fn with_days(draft: &Draft, picks: [Pick; 2]) -> (Facts, [Date; 2]) {
    let (facts, known) = make(draft, shelf());
    let mut days = picks.map(|pick| pick.of(&facts, &known));
    days.sort_unstable();
    (facts, days)
}

fn shelf() -> &'static Shelf {
    &SHELVES[0]
}

fn on(facts: &Facts, on: Date) -> Option<Value> {
    report(&book(facts), shelf(), on)
}

fn money(value: &Value) -> i64 {
    value.as_i64().expect("a number")
}

/// The same loan with the facts after a day torn out.
fn until(facts: &Facts, last: Date) -> Facts {
    let mut cut = facts.clone();
    cut.tranches.retain(|(day, _)| *day <= last);
    cut.principal_paid.retain(|(day, _)| *day <= last);
    cut.interest_paid.retain(|(day, _)| *day <= last);
    cut.changes.retain(|(day, _)| *day <= last);
    cut.visits.retain(|(day, _)| *day <= last);
    cut
}

fn split(paid: &[(Date, i64)]) -> Vec<(Date, i64)> {
    let halves = |(day, amount): &(Date, i64)| [(*day, amount / 3), (*day, amount - amount / 3)];
    paid.iter().flat_map(halves).filter(|(_, amount)| *amount > 0).collect()
}

/// Bounds of one report.
fn within_bounds(answer: &Value) -> Result<(), TestCaseError> {
    let of = |key: &str| money(&answer[key]);
    let (outstanding, overdue, frozen) = (of("outstanding"), of("overdue"), of("frozen"));
    prop_assert!((0..=outstanding).contains(&overdue), "0 ≤ {overdue} ≤ {outstanding}");
    prop_assert!(outstanding <= of("disbursed"));
    prop_assert_eq!(of("days_overdue") > 0, overdue > 0);
    prop_assert!(frozen == 0 || (frozen == outstanding && overdue == 0));
    let parts = answer["instalments"].as_array().expect("instalments");
    let paid: i64 = parts.iter().map(|part| money(&part["paid"])).sum();
    prop_assert_eq!(paid + outstanding, of("disbursed"));
    let next = &answer["next_session"];
    prop_assert!((0..=outstanding).contains(&money(&next["principal"])));
    let interest = |key: &str| money(&answer["interest"][key]);
    prop_assert!(interest("due") <= interest("accrued"));
    prop_assert!(interest("arrears") == 0 || interest("prepaid") == 0);
    prop_assert_eq!(answer["settled_on"].is_null(), answer["status"] != "settled");
    Ok(())
}

proptest! {
    #![proptest_config(config(500, SEEDS))]

    #[test]
    fn overdue_is_never_below_zero_nor_beyond_what_is_outstanding(
        draft in draft(), days in [pick(), pick()]
    ) {
        let (facts, days) = with_days(&draft, days);
        for asked in days {
            if let Some(answer) = on(&facts, asked) {
                within_bounds(&answer)?;
            }
        }
    }

    #[test]
    fn accrued_interest_never_falls_as_days_pass(draft in draft(), days in [pick(), pick()]) {
        let (facts, [before, after]) = with_days(&draft, days);
        for after in [after, before + Days::new(1)] {
            if shelf().on(tkvv_day(before)) != shelf().on(tkvv_day(after)) {
                continue;
            }
            if let (Some(before), Some(after)) = (on(&facts, before), on(&facts, after)) {
                let of = |answer: &Value| money(&answer["interest"]["accrued"]);
                prop_assert!(of(&before) <= of(&after));
            }
        }
    }

    #[test]
    fn a_past_day_is_the_same_with_later_facts_torn_out(
        draft in draft(), days in [pick(), pick()]
    ) {
        let (facts, days) = with_days(&draft, days);
        for asked in days {
            prop_assert_eq!(on(&facts, asked), on(&until(&facts, asked), asked));
        }
    }

    #[test]
    fn a_payment_split_in_two_on_one_day_changes_nothing(
        draft in draft(), days in [pick(), pick()]
    ) {
        let (facts, days) = with_days(&draft, days);
        let mut halves = facts.clone();
        halves.principal_paid = split(&facts.principal_paid);
        halves.interest_paid = split(&facts.interest_paid);
        for asked in days {
            prop_assert_eq!(on(&facts, asked), on(&halves, asked));
        }
    }

    /// But for the one rounding.
    #[test]
    fn ten_times_the_money_is_ten_times_the_figures(draft in draft(), days in [pick(), pick()]) {
        let (facts, [_, asked]) = with_days(&draft, days);
        if let (Some(one), Some(ten)) = (on(&facts, asked), on(&tenfold(&facts), asked)) {
            for key in ["disbursed", "outstanding", "overdue", "frozen"] {
                prop_assert_eq!(money(&one[key]) * 10, money(&ten[key]), "{}", key);
            }
            let of = |answer: &Value| money(&answer["interest"]["accrued"]);
            prop_assert!((of(&one) * 10 - of(&ten)).abs() <= 5);
        }
    }
}

fn tenfold(facts: &Facts) -> Facts {
    let mut ten = facts.clone();
    let rows = [&mut ten.tranches, &mut ten.principal_paid, &mut ten.interest_paid];
    rows.into_iter().flatten().for_each(|(_, amount)| *amount *= 10);
    ten.instalments.iter_mut().for_each(|(_, _, amount)| *amount *= 10);
    ten.visits.iter_mut().filter_map(|(_, found)| found.as_mut()).for_each(|sum| *sum *= 10);
    ten.principal *= 10;
    if let Some(opening) = &mut ten.opening {
        (opening.outstanding, opening.owed) = (opening.outstanding * 10, opening.owed * 10);
    }
    ten
}

fn tkvv_day(day: Date) -> tkvv::domain::day::Day {
    tkvv::domain::day::Day::from_date(day)
}

/// A case that failed once: a freeze that ends on the day on which an open one begins.
#[test]
fn two_freezes_that_touch_are_one() {
    let case = Case::ten_thousand_a_day("2025-11-20", "2025-12-10")
        .instalments(&[
            ("2025-12-10", 10_000_000),
            ("2025-12-10", 16_500_000),
            ("2025-12-10", 10_000_000),
        ])
        .change("2025-11-20", ChangeKind::Freeze { until: Some(day("2025-12-09")) })
        .freeze("2025-12-09", None);
    let row = case.on("2026-02-11");
    assert_eq!((row.frozen.get(), row.overdue.get()), (36_500_000, 0));
    assert_eq!(row.interest.accrued.get(), 0, "frozen from its first day on");
}
