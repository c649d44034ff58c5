//! Interest by day (domain.md, section 3). 10.000 đ a day in term, 13.000 đ a day overdue.

use super::case::Case;

/// Disbursed on 1 March 2026, due on 10 September 2026, so late after the session of the 15th.
fn loan() -> Case {
    Case::ten_thousand_a_day("2026-03-01", "2026-09-10")
}

#[test]
fn the_disbursement_day_accrues_and_the_day_asked_about_does_not() {
    assert_eq!(loan().on("2026-03-01").interest.accrued.get(), 0);
    assert_eq!(loan().on("2026-03-02").interest.accrued.get(), 10_000);
    // 1–31 March: 31 days.
    assert_eq!(loan().on("2026-04-01").interest.accrued.get(), 310_000);
}

#[test]
fn a_leap_year_has_its_day_and_is_still_divided_by_365() {
    let leap = Case::ten_thousand_a_day("2024-02-01", "2026-02-10");
    // All of February 2024: 29 days.
    assert_eq!(leap.on("2024-03-01").interest.accrued.get(), 290_000);
}

#[test]
fn the_day_of_a_repayment_does_not_accrue_on_the_part_repaid() {
    let paid = loan().principal("2026-03-11", 18_250_000);
    // 1–10 March: 10 days in full; 11–20 March: 10 days on the half.
    assert_eq!(paid.on("2026-03-21").interest.accrued.get(), 100_000 + 50_000);
}

#[test]
fn overdue_principal_accrues_at_130_percent_from_the_day_after_its_session() {
    // 1 March to 15 September: 31+30+31+30+31+31+15 = 199 days in term; 16 September is overdue.
    assert_eq!(loan().on("2026-09-16").interest.accrued.get(), 1_990_000);
    assert_eq!(loan().on("2026-09-17").interest.accrued.get(), 1_990_000 + 13_000);
}

#[test]
fn frozen_days_accrue_nothing() {
    let frozen = loan().freeze("2026-04-01", Some("2026-05-01"));
    // March, then nothing in April, then 1–10 May.
    assert_eq!(frozen.on("2026-04-30").interest.accrued.get(), 310_000);
    assert_eq!(frozen.on("2026-05-11").interest.accrued.get(), 310_000 + 100_000);
}

#[test]
fn the_sum_is_rounded_once_half_up() {
    let mut odd = loan();
    // 1.000.000 đ at 6,6 %: 180,8219… a day; three days 542,46…; four 723,28….
    odd.file().loan.rate = tkvv::domain::rate::Rate::parse("6.6").expect("a rate");
    let odd = odd.tranches(&[("2026-03-01", 1_000_000)]);
    assert_eq!(odd.on("2026-03-02").interest.accrued.get(), 181);
    assert_eq!(odd.on("2026-03-04").interest.accrued.get(), 542);
    assert_eq!(odd.on("2026-03-05").interest.accrued.get(), 723);
    // 365.000 đ at 0,05 %: exactly half a đồng a day.
    let mut half = loan();
    half.file().loan.rate = tkvv::domain::rate::Rate::parse("0.05").expect("a rate");
    let half = half.tranches(&[("2026-03-01", 365_000)]);
    assert_eq!(half.on("2026-03-02").interest.accrued.get(), 1);
    assert_eq!(half.on("2026-03-04").interest.accrued.get(), 2);
}

#[test]
fn interest_falls_due_when_its_session_has_ended_not_on_its_day() {
    // Up to 15 March: 14 days.
    assert_eq!(loan().on("2026-03-15").interest.due.get(), 0);
    assert_eq!(loan().on("2026-03-16").interest.due.get(), 140_000);
    assert_eq!(loan().on("2026-03-16").interest.arrears.get(), 140_000);
    // Up to 15 April: 14 + 31 days.
    assert_eq!(loan().on("2026-04-15").interest.due.get(), 140_000);
    assert_eq!(loan().on("2026-04-16").interest.due.get(), 450_000);
}

#[test]
fn a_payment_on_the_session_leaves_no_arrears_the_day_after() {
    let paid = loan().interest("2026-03-15", 140_000);
    assert_eq!(paid.on("2026-03-16").interest.arrears.get(), 0);
    let short = loan().interest("2026-03-15", 139_999);
    assert_eq!(short.on("2026-03-16").interest.arrears.get(), 1);
}

#[test]
fn what_is_paid_beyond_all_that_accrued_is_prepaid() {
    let ahead = loan().interest("2026-03-05", 100_000);
    // Up to 5 March 40.000 have accrued; on 11 March exactly what was paid.
    assert_eq!(ahead.on("2026-03-05").interest.prepaid.get(), 60_000);
    assert_eq!(ahead.on("2026-03-11").interest.prepaid.get(), 0);
    assert_eq!(ahead.on("2026-03-10").interest.prepaid.get(), 10_000);
}

#[test]
fn what_is_to_pay_at_the_next_session_is_projected_to_its_day() {
    let on = loan().on("2026-03-10");
    assert_eq!(on.next_session.day.to_string(), "2026-03-15");
    assert_eq!(on.next_session.interest.get(), 140_000);
    // On the session's own day it is that session's; the day after, the next one's.
    assert_eq!(loan().on("2026-03-15").next_session.interest.get(), 140_000);
    assert_eq!(loan().on("2026-03-16").next_session.interest.get(), 450_000);
}

#[test]
fn the_projection_counts_what_will_be_overdue_by_then() {
    // On 10 September the loan falls due; the session of 15 October is 29 overdue days on
    // (16 September to 14 October at 13.000) after 199 days in term.
    let on = loan().on("2026-09-16");
    assert_eq!(on.next_session.interest.get(), 1_990_000 + 29 * 13_000);
}

#[test]
fn in_grace_nothing_is_due_and_its_end_brings_everything() {
    let student = loan().grace_until("2026-06-15");
    let in_grace = student.on("2026-06-15");
    // The last session strictly before is 15 May; 106 days have accrued.
    assert_eq!(in_grace.interest.due.get(), 0);
    assert_eq!(in_grace.interest.in_grace.get(), 1_060_000);
    // The session of 15 June is not before the grace's end, so it asks for all.
    assert_eq!(in_grace.next_session.interest.get(), 1_060_000);
    let after = student.on("2026-06-16");
    assert_eq!((after.interest.due.get(), after.interest.in_grace.get()), (1_060_000, 0));
    let later = loan().grace_until("2026-06-16").on("2026-06-15");
    assert_eq!(later.next_session.interest.get(), 0);
}

#[test]
fn an_opening_brings_what_was_owed_and_accrues_from_its_own_day() {
    let opened = loan().opening("2026-05-20", 18_250_000, 77_000, None);
    assert!(!opened.exists_on("2026-05-19"));
    let first = opened.on("2026-05-20");
    assert_eq!((first.outstanding.get(), first.interest.accrued.get()), (18_250_000, 77_000));
    // The last session before is 15 May, on or before the opening: exactly what was owed.
    assert_eq!((first.interest.due.get(), first.interest.arrears.get()), (77_000, 77_000));
    // 20–24 May: five days on the half.
    assert_eq!(opened.on("2026-05-25").interest.accrued.get(), 77_000 + 25_000);
    // The session of 15 June: 26 days.
    assert_eq!(opened.on("2026-06-16").interest.due.get(), 77_000 + 130_000);
}

#[test]
fn each_tranche_accrues_from_its_own_day() {
    let student = loan().tranches(&[("2026-03-01", 18_250_000), ("2026-03-11", 18_250_000)]);
    assert_eq!(student.on("2026-03-21").interest.accrued.get(), 50_000 + 100_000);
    assert_eq!(student.on("2026-03-10").disbursed.get(), 18_250_000);
    assert_eq!(student.on("2026-03-11").disbursed.get(), 36_500_000);
}
