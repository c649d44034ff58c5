//! Visits that are due (domain.md, section 7; contract.md, `visits-due`).

use super::case::{Case, GROUP, LOAN, SHELF, day};
use std::collections::BTreeSet;
use tkvv::domain::money::Dong;
use tkvv::domain::worklist::{VisitReason, VisitState};
use tkvv::reports::Question;
use tkvv::reports::visit_form::{VisitFormRow, visit_form};
use tkvv::reports::visits_due::visits_due;

fn case() -> Case {
    Case::ten_thousand_a_day("2026-03-01", "2027-03-10")
}

fn due(case: &Case, on: &str) -> Vec<(VisitReason, String, Option<i64>, VisitState)> {
    let question = Question::new(&case.ledger, &SHELF, day(on));
    let rows = visits_due(&question);
    rows.into_iter()
        .map(|row| (row.reason, row.since.to_string(), row.days_left, row.state))
        .collect()
}

fn new(days_left: i64, state: VisitState) -> Vec<(VisitReason, String, Option<i64>, VisitState)> {
    vec![(VisitReason::NewDisbursement, "2026-03-01".to_owned(), Some(days_left), state)]
}

#[test]
fn a_disbursement_is_pending_then_due_soon_then_missed() {
    assert_eq!(due(&case(), "2026-03-23"), new(8, VisitState::Pending));
    assert_eq!(due(&case(), "2026-03-24"), new(7, VisitState::DueSoon));
    assert_eq!(due(&case(), "2026-03-31"), new(0, VisitState::DueSoon));
    assert_eq!(due(&case(), "2026-04-01"), new(-1, VisitState::Missed));
}

#[test]
fn any_visit_on_or_after_the_disbursement_takes_it_off_the_list() {
    assert_eq!(due(&case().visit("2026-03-01", None), "2026-03-20"), []);
    assert_eq!(due(&case().visit("2026-05-01", None), "2026-05-01"), []);
}

#[test]
fn an_inactive_loan_stays_until_it_was_visited_in_its_run() {
    // Last movement 1 March: inactive from 2 June on.
    let run = |visit: &str| due(&case().visit("2026-03-02", None).visit(visit, None), "2026-07-01");
    let expected =
        vec![(VisitReason::Inactive, "2026-06-02".to_owned(), None, VisitState::Pending)];
    assert_eq!(run("2026-06-01"), expected);
    assert_eq!(run("2026-06-02"), []);
}

#[test]
fn wrong_use_is_listed_while_something_remains() {
    let wrong = case().visit("2026-03-10", Some(5_000_000));
    let expected =
        vec![(VisitReason::WrongUse, "2026-03-10".to_owned(), Some(0), VisitState::DueSoon)];
    assert_eq!(due(&wrong, "2026-04-09"), expected);
    let repaid = case().visit("2026-03-10", Some(5_000_000)).principal("2026-04-01", 5_000_000);
    assert_eq!(due(&repaid, "2026-04-09"), []);
}

#[test]
fn a_settled_loan_is_not_visited() {
    let settled = case().principal("2026-03-01", 36_500_000);
    assert_eq!(due(&settled, "2026-03-20"), []);
}

#[test]
fn tranches_before_an_opening_count_as_visited() {
    let opened = case().opening("2026-03-10", 36_500_000, 0, None);
    assert_eq!(due(&opened, "2026-03-20"), []);
}

/// The form's lines of the one group on a day.
fn form(case: &Case, on: &str) -> Vec<VisitFormRow> {
    let question = Question::new(&case.ledger, &SHELF, day(on));
    visit_form(&question, &GROUP.into(), &BTreeSet::new())
}

#[test]
fn the_form_says_how_the_loan_stands_on_the_day_of_the_visit() {
    let case = case().principal("2026-04-10", 6_500_000);
    let before = form(&case, "2026-04-09");
    assert_eq!(before[0].outstanding, Dong::new(36_500_000));
    let after = form(&case, "2026-04-10");
    assert_eq!(after[0].outstanding, Dong::new(30_000_000));
    assert_eq!(after[0].disbursed, Dong::new(36_500_000));
    assert_eq!(after[0].due, [VisitReason::NewDisbursement]);
    // at the session of 15 March 14 days had accrued 10.000 đ each
    assert_eq!(after[0].interest_arrears, Dong::new(140_000));
}

#[test]
fn a_loan_before_its_money_or_without_debt_has_no_line_but_when_asked_for() {
    assert_eq!(form(&case(), "2026-02-28"), []);
    let settled = case().principal("2026-03-01", 36_500_000);
    assert_eq!(form(&settled, "2026-03-20"), []);
    let question = Question::new(&settled.ledger, &SHELF, day("2026-02-28"));
    let asked = visit_form(&question, &GROUP.into(), &BTreeSet::from([LOAN.into()]));
    assert_eq!(asked[0].outstanding, Dong::ZERO);
}

#[test]
fn money_found_wrongly_used_again_is_to_be_repaid_from_the_first_finding() {
    assert_eq!(form(&case(), "2026-04-01")[0].repay_by, day("2026-05-01"));
    let found = case().visit("2026-03-10", Some(5_000_000));
    assert_eq!(form(&found, "2026-04-01")[0].repay_by, day("2026-04-09"));
    let healed = found.visit("2026-03-20", Some(0));
    assert_eq!(form(&healed, "2026-04-01")[0].repay_by, day("2026-05-01"));
}

#[test]
fn the_years_coverage_wants_loans_of_earlier_years_that_were_not_visited_in_it() {
    let wants = |case: &Case, on: &str| form(case, on)[0].not_yet_this_year;
    let seen_last_year = case().visit("2026-12-31", None);
    assert!(!wants(&case(), "2026-12-31"), "a loan of the year itself");
    assert!(wants(&seen_last_year, "2027-01-01"));
    assert!(!wants(&case().visit("2027-01-01", None), "2027-01-01"));
}
