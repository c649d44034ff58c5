//! Principal: due, late, overdue, frozen, rescheduled, wrongly used (domain.md, section 4).

use super::case::{Case, day};
use tkvv::domain::figures::InstalmentState::{Due, Future, Late, Overdue, Paid};
use tkvv::domain::loan::ChangeKind;
use tkvv::reports::loans::LoanRow;

const HALVES: [(&str, i64); 2] = [("2026-06-10", 18_250_000), ("2027-03-10", 18_250_000)];

fn after_the_rule() -> Case {
    Case::ten_thousand_a_day("2026-03-01", "2027-03-10").instalments(&HALVES)
}

fn before_the_rule() -> Case {
    Case::ten_thousand_a_day("2026-02-28", "2027-03-10").instalments(&HALVES)
}

fn principal(row: &LoanRow) -> (i64, i64, i64) {
    (row.overdue.get(), row.days_overdue, row.frozen.get())
}

#[test]
fn nobody_is_late_on_the_session_itself() {
    assert_eq!(principal(&after_the_rule().on("2026-06-15")), (0, 0, 0));
    assert_eq!(principal(&after_the_rule().on("2026-06-16")), (18_250_000, 1, 0));
}

#[test]
fn a_due_day_on_a_session_is_late_after_that_very_session() {
    let on_it = after_the_rule().instalments(&[("2026-06-15", 18_250_000), HALVES[1]]);
    assert_eq!(principal(&on_it.on("2026-06-16")), (18_250_000, 1, 0));
    let day_after = after_the_rule().instalments(&[("2026-06-16", 18_250_000), HALVES[1]]);
    assert_eq!(principal(&day_after.on("2026-07-15")), (0, 0, 0));
    assert_eq!(principal(&day_after.on("2026-07-16")), (18_250_000, 1, 0));
}

#[test]
fn before_the_rules_day_a_late_instalment_rolls_into_the_next_one() {
    let on = before_the_rule().on("2026-06-16");
    assert_eq!(principal(&on), (0, 0, 0));
    let states: Vec<_> = on.instalments.expect("instalments").iter().map(|it| it.state).collect();
    assert_eq!(states, [Late, Future]);
    // It is asked for all the same.
    assert_eq!(on.next_session.principal.get(), 18_250_000);
    // When the last one is late, all that is unpaid is overdue, for the days of the last one.
    assert_eq!(principal(&before_the_rule().on("2027-03-15")), (0, 0, 0));
    assert_eq!(principal(&before_the_rule().on("2027-03-20")), (36_500_000, 5, 0));
}

#[test]
fn from_the_rules_day_each_late_instalment_is_overdue_since_its_own_session() {
    // 15 June 2026 to 20 March 2027: 15 + 31 + 31 + 30 + 31 + 30 + 31 + 31 + 28 + 20 = 278 days.
    assert_eq!(principal(&after_the_rule().on("2027-03-20")), (36_500_000, 278, 0));
}

#[test]
fn an_exempt_programme_follows_the_older_rule() {
    let exempt = after_the_rule().programme("12");
    assert_eq!(principal(&exempt.on("2026-06-16")), (0, 0, 0));
}

#[test]
fn payments_fill_the_oldest_instalment_first() {
    let paid = after_the_rule().principal("2026-06-01", 18_250_000).on("2026-06-16");
    let states: Vec<_> =
        paid.instalments.clone().expect("instalments").iter().map(|it| it.state).collect();
    assert_eq!((principal(&paid), states), ((0, 0, 0), vec![Paid, Future]));
    let part = after_the_rule().principal("2026-06-01", 18_249_999).on("2026-06-16");
    assert_eq!(principal(&part), (1, 1, 0));
}

#[test]
fn an_instalment_is_due_from_its_due_day_to_its_session() {
    let state = |on: &str| after_the_rule().on(on).instalments.expect("instalments")[0].state;
    assert_eq!(state("2026-06-09"), Future);
    assert_eq!(state("2026-06-10"), Due);
    assert_eq!(state("2026-06-15"), Due);
    assert_eq!(state("2026-06-16"), Overdue);
}

#[test]
fn a_moved_session_moves_the_day_from_which_one_is_late() {
    let moved = after_the_rule().session("2026-06", Some("2026-06-12"));
    assert_eq!(principal(&moved.on("2026-06-12")), (0, 0, 0));
    assert_eq!(principal(&moved.on("2026-06-13")), (18_250_000, 1, 0));
    let cancelled = after_the_rule().session("2026-06", None);
    assert_eq!(principal(&cancelled.on("2026-07-15")), (0, 0, 0));
    assert_eq!(principal(&cancelled.on("2026-07-16")), (18_250_000, 1, 0));
}

#[test]
fn rescheduling_counts_from_its_own_day_and_leaves_what_accrued_before() {
    let kind = || ChangeKind::Reschedule { instalment: 1, due_on: day("2026-12-10") };
    let case = after_the_rule().change("2026-06-26", kind());
    assert_eq!(principal(&case.on("2026-06-25")), (18_250_000, 10, 0));
    assert_eq!(principal(&case.on("2026-06-26")), (0, 0, 0));
    // 1 March to 25 June: 117 days at 10.000, and the half's 30 % on 16–25 June: 10 × 1.500.
    assert_eq!(case.on("2026-06-26").interest.accrued.get(), 1_170_000 + 15_000);
}

#[test]
fn an_extension_moves_the_last_due_day() {
    let case = after_the_rule()
        .principal("2026-06-15", 18_250_000)
        .change("2027-03-01", ChangeKind::Extend { due_on: day("2027-09-10") });
    assert_eq!(principal(&case.on("2027-03-20")), (0, 0, 0));
    assert_eq!(principal(&case.on("2027-09-16")), (18_250_000, 1, 0));
}

#[test]
fn while_frozen_all_that_is_outstanding_is_frozen_and_nothing_is_overdue() {
    let case = after_the_rule().freeze("2026-06-26", Some("2026-08-26"));
    assert_eq!(principal(&case.on("2026-06-25")), (18_250_000, 10, 0));
    assert_eq!(principal(&case.on("2026-06-26")), (0, 0, 36_500_000));
    assert_eq!(case.on("2026-06-26").next_session.principal.get(), 0);
    // The frozen days are not days late: 10 before, and 26 August is the 11th.
    assert_eq!(principal(&case.on("2026-08-25")), (0, 0, 36_500_000));
    assert_eq!(principal(&case.on("2026-08-26")), (18_250_000, 11, 0));
}

#[test]
fn an_instalment_that_falls_due_after_the_freeze_loses_nothing() {
    let case = after_the_rule().freeze("2026-04-01", Some("2026-05-01"));
    assert_eq!(principal(&case.on("2026-06-20")), (18_250_000, 5, 0));
}

#[test]
fn wrongly_used_money_is_overdue_from_day_31() {
    let case = after_the_rule().visit("2026-03-10", Some(5_000_000));
    assert_eq!(principal(&case.on("2026-04-09")), (0, 0, 0));
    assert_eq!(principal(&case.on("2026-04-10")), (5_000_000, 1, 0));
    // What is repaid after the visit's day is taken off.
    let repaid =
        after_the_rule().visit("2026-03-10", Some(5_000_000)).principal("2026-03-11", 4_999_999);
    assert_eq!(principal(&repaid.on("2026-04-10")), (1, 1, 0));
}

#[test]
fn wrong_use_and_late_instalments_together_never_exceed_what_is_outstanding() {
    let case = after_the_rule().visit("2026-03-10", Some(30_000_000));
    // Late: 18.250.000, wrong: 30.000.000, outstanding: 36.500.000; days from 9 April to 16 June.
    assert_eq!(principal(&case.on("2026-06-16")), (36_500_000, 68, 0));
}

#[test]
fn a_freeze_does_not_stop_the_days_of_wrong_use() {
    let case = after_the_rule()
        .visit("2026-03-10", Some(5_000_000))
        .freeze("2026-03-20", Some("2026-05-01"));
    assert_eq!(principal(&case.on("2026-04-30")), (0, 0, 36_500_000));
    // 9 April to 1 May: 22 days.
    assert_eq!(principal(&case.on("2026-05-01")), (5_000_000, 22, 0));
}

#[test]
fn an_opening_counts_what_is_missing_as_paid() {
    // 36.500.000 disbursed, 10.000.000 outstanding: the first half is paid.
    let case = after_the_rule().opening("2026-07-01", 10_000_000, 0, None);
    assert_eq!(principal(&case.on("2026-07-01")), (0, 0, 0));
    let short = after_the_rule().opening("2026-07-01", 20_000_000, 0, None);
    assert_eq!(principal(&short.on("2026-07-01")), (1_750_000, 16, 0));
}
