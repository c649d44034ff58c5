//! What the home screen compares with what, on the last day of a month and on the next.

use super::case::{Case, SHELF, day};
use tkvv::domain::ledger::Presence;
use tkvv::reports::Question;
use tkvv::reports::overview::{Overview, overview};

fn case() -> Case {
    Case::ten_thousand_a_day("2026-03-01", "2027-03-10").attends("2026-06-15", Presence::Leader)
}

fn home(case: &Case, on: &str) -> Overview {
    overview(&Question::new(&case.ledger, &SHELF, day(on)))
}

#[test]
fn on_a_month_end_that_month_is_graded_and_none_is_running() {
    let case = case();
    let end = home(&case, "2026-06-30");
    assert_eq!((end.ended_on, end.month_end), (day("2026-06-30"), day("2026-05-31")));
    assert_eq!((end.score.is_some(), end.running), (true, None));
    let next = home(&case, "2026-07-01");
    assert_eq!((next.ended_on, next.month_end), (day("2026-06-30"), day("2026-06-30")));
    assert_eq!(next.score, end.score);
    assert!(next.running.is_some());
}

#[test]
fn attendance_of_a_later_day_is_not_known_yet() {
    let case = case();
    let seen = |on| home(&case, on).sessions.first().map(|session| session.groups);
    assert_eq!(seen("2026-06-14"), Some((1, 0)));
    assert_eq!(seen("2026-06-15"), Some((1, 1)));
}
