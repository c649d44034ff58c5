//! Visits that are due (domain.md, section 7; contract.md, `visits-due`).

use super::case::{Case, SHELF, day};
use tkvv::domain::worklist::{VisitReason, VisitState};
use tkvv::reports::Question;
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
