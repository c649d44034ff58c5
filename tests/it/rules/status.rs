//! Status, settled and inactive (domain.md, section 4).

use super::case::Case;
use tkvv::domain::figures::LoanStatus::{Frozen, InTerm, Overdue, Settled};

fn loan() -> Case {
    Case::ten_thousand_a_day("2026-03-01", "2026-09-10")
}

#[test]
fn a_loan_is_settled_when_principal_and_interest_are_paid() {
    // Paid off on 11 March: ten days, 100.000.
    let paid = || loan().principal("2026-03-11", 36_500_000);
    let owing = paid().interest("2026-03-11", 99_999).on("2026-03-20");
    assert_eq!((owing.status, owing.settled_on), (InTerm, None));
    let settled = paid().interest("2026-03-11", 99_999).interest("2026-03-18", 1).on("2026-03-20");
    assert_eq!(settled.status, Settled);
    assert_eq!(settled.settled_on.map(|day| day.to_string()), Some("2026-03-18".to_owned()));
}

#[test]
fn interest_paid_ahead_settles_on_the_day_of_the_principal() {
    let case = loan().interest("2026-03-05", 100_000).principal("2026-03-11", 36_500_000);
    let settled = case.on("2026-12-01");
    assert_eq!(settled.settled_on.map(|day| day.to_string()), Some("2026-03-11".to_owned()));
    assert_eq!(case.on("2026-03-10").status, InTerm);
}

#[test]
fn the_status_names_the_gravest_first() {
    assert_eq!(loan().on("2026-09-15").status, InTerm);
    assert_eq!(loan().on("2026-09-16").status, Overdue);
    assert_eq!(loan().freeze("2026-09-16", None).on("2026-09-16").status, Frozen);
}

#[test]
fn three_months_without_movement_are_strictly_before_the_same_day() {
    // The field's own example: for 30/09 a movement on 30/06 does not make it inactive.
    let quiet = |last: &str| loan().interest(last, 1_000).on("2026-09-30").inactive;
    assert!(!quiet("2026-06-30"));
    assert!(quiet("2026-06-29"));
}

#[test]
fn a_short_month_counts_with_its_last_day() {
    // Three months before 31 May is 28 February.
    let case = || Case::ten_thousand_a_day("2025-10-01", "2027-03-10");
    assert!(!case().interest("2026-02-28", 1_000).on("2026-05-31").inactive);
    assert!(case().interest("2026-02-27", 1_000).on("2026-05-31").inactive);
}

#[test]
fn students_and_frozen_loans_are_never_inactive() {
    assert!(loan().on("2026-08-01").inactive);
    assert!(!loan().programme("02").on("2026-08-01").inactive);
    assert!(!loan().freeze("2026-04-01", None).on("2026-08-01").inactive);
    assert!(!loan().principal("2026-03-02", 36_500_000).on("2026-08-01").inactive);
}

#[test]
fn an_opening_gives_the_last_movement_or_counts_as_one() {
    let given = loan().opening("2026-07-01", 10_000_000, 0, Some("2026-04-20"));
    assert!(given.on("2026-08-01").inactive);
    assert_eq!(
        given.on("2026-08-01").last_movement,
        tkvv::domain::day::Day::parse_iso("2026-04-20")
    );
    let silent = loan().opening("2026-07-01", 10_000_000, 0, None);
    assert!(!silent.on("2026-08-01").inactive);
}
