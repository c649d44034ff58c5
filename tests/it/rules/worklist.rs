//! What needs somebody before a session, on both sides of each edge; the sessions are on the 15th.

use super::case::{Case, LOAN, SHELF, day};
use tkvv::domain::contact::{Contact, ContactHow, Promise};
use tkvv::domain::money::Dong;
use tkvv::domain::talk_first::Need;
use tkvv::reports::Question;
use tkvv::reports::due::{SessionAsked, due};
use tkvv::reports::overdue::overdue;
use tkvv::reports::worklist::{WorkRow, worklist};

fn row(case: &Case, as_of: &str) -> Option<WorkRow> {
    let question = Question::new(&case.ledger, &SHELF, day(as_of));
    worklist(&question, SessionAsked::Next).into_iter().next()
}

fn needs(case: &Case, as_of: &str) -> Vec<Need> {
    row(case, as_of).map(|row| row.needs()).unwrap_or_default()
}

fn promised(mut case: Case, on: &str, amount: i64, by: &str) -> Case {
    case.file().contacts.push(Contact {
        id: on.into(),
        loan: LOAN.into(),
        day: day(on),
        how: ContactHow::Phone,
        talker: None,
        said: "xin hẹn".to_owned(),
        promise: Some(Promise { amount: Dong::new(amount), by: day(by) }),
    });
    case
}

/// Interest paid far ahead, visited after the disbursement.
fn paid_ahead() -> Case {
    let case = Case::ten_thousand_a_day("2026-03-05", "2029-03-05");
    case.interest("2026-03-06", 90_000_000).visit("2026-03-10", None)
}

/// The same with a movement in August, so that it is not inactive.
fn quiet() -> Case {
    paid_ahead().interest("2026-08-14", 1)
}

#[test]
fn interest_of_the_month_alone_puts_nobody_on_the_list() {
    let case = Case::ten_thousand_a_day("2026-03-05", "2029-03-05").visit("2026-03-10", None);
    assert_eq!(row(&case, "2026-03-15"), None);
    let arrears = row(&case, "2026-03-16").expect("it is owed from the session's end on");
    assert_eq!(arrears.interest_arrears, Dong::new(100_000));
    assert_eq!(arrears.needs(), [Need::Arrears(Dong::new(100_000))]);
}

#[test]
fn principal_that_falls_due_by_the_session_is_on_the_list_from_the_session_before_on() {
    let case = quiet().instalments(&[("2026-08-16", 500_000), ("2029-03-05", 36_000_000)]);
    // due on 16/08, so at the session of 15/09
    assert_eq!(needs(&case, "2026-08-15"), []);
    assert_eq!(needs(&case, "2026-08-16"), [Need::FallsDue(Dong::new(500_000))]);
    assert_eq!(needs(&case, "2026-09-15"), [Need::FallsDue(Dong::new(500_000))]);
    let late = row(&case, "2026-09-16").expect("overdue");
    assert_eq!((late.overdue, late.needs()), (Dong::new(500_000), Vec::new()));
}

#[test]
fn a_visit_is_on_the_list_once_its_last_day_lies_no_later_than_the_session() {
    let of = |disbursed: &str| {
        Case::ten_thousand_a_day(disbursed, "2029-03-05").interest(disbursed, 90_000_000)
    };
    // 30 days after 16/03 is 15/04, after 17/03 the day after the session
    assert_eq!(needs(&of("2026-03-16"), "2026-03-16"), [Need::VisitBy(day("2026-04-15"))]);
    assert_eq!(needs(&of("2026-03-17"), "2026-03-17"), []);
    assert_eq!(needs(&of("2026-03-17"), "2026-04-16"), [Need::VisitBy(day("2026-04-16"))]);
    assert_eq!(needs(&of("2026-03-17"), "2026-04-17"), [Need::VisitMissed(day("2026-04-16"))]);
}

#[test]
fn a_promise_is_on_the_list_before_the_session_at_which_it_falls_due() {
    let case = promised(quiet(), "2026-08-20", 700_000, "2026-09-16");
    // by 16/09, so it runs to 15/10
    assert_eq!(needs(&case, "2026-09-15"), []);
    let due = Need::PromiseDue(Dong::new(700_000), day("2026-09-16"));
    assert_eq!(needs(&case, "2026-09-16"), [due]);
    assert_eq!(needs(&case, "2026-10-15"), [due]);
    let broken = row(&case, "2026-10-16").expect("broken");
    assert_eq!((broken.points, broken.reasons.promise, broken.needs()), (25, 25, Vec::new()));
    let kept = case.principal("2026-09-20", 700_000);
    assert_eq!(row(&kept, "2026-09-20"), None);
}

#[test]
fn wrongly_used_money_is_on_the_list_before_its_last_day_and_overdue_after_it() {
    let case = quiet().visit("2026-08-20", Some(4_000_000));
    // 30 days: 19/09
    assert_eq!(needs(&case, "2026-09-15"), []);
    assert_eq!(needs(&case, "2026-09-16"), [Need::RepayBy(day("2026-09-19"))]);
    let late = row(&case, "2026-09-20").expect("overdue");
    assert_eq!((late.overdue, late.needs()), (Dong::new(4_000_000), Vec::new()));
}

#[test]
fn a_frozen_and_an_inactive_loan_are_on_the_list() {
    let frozen = paid_ahead().freeze("2026-06-01", None);
    assert_eq!(needs(&frozen, "2026-05-31"), []);
    assert_eq!(needs(&frozen, "2026-06-01"), [Need::Frozen(Dong::new(36_500_000))]);
    // the last movement was on 06/03
    assert_eq!(needs(&paid_ahead(), "2026-06-06"), []);
    assert_eq!(needs(&paid_ahead(), "2026-06-07"), [Need::Inactive]);
}

#[test]
fn the_latest_promise_and_talk_stand_in_the_reports_cells() {
    let case = quiet().instalments(&[("2026-08-01", 500_000), ("2029-03-05", 36_000_000)]);
    let case = promised(case, "2026-08-20", 700_000, "2026-10-01");
    let mut case = promised(case, "2026-08-25", 800_000, "2026-09-01");
    let talk = case.file().contacts.last().expect("a talk").clone();
    case.file().contacts.push(Contact { day: day("2026-08-28"), promise: None, ..talk });
    let question = |as_of| Question::new(&case.ledger, &SHELF, day(as_of));
    let promise = |as_of| due(&question(as_of), SessionAsked::Next).remove(0).last_promise;
    assert_eq!(promise("2026-08-19"), None);
    assert_eq!(promise("2026-08-20"), Some(day("2026-10-01")));
    assert_eq!(promise("2026-08-28"), Some(day("2026-09-01")));
    let contact = |as_of| overdue(&question(as_of)).remove(0).last_contact;
    assert_eq!(contact("2026-08-27"), Some(day("2026-08-25")));
    assert_eq!(contact("2026-08-28"), Some(day("2026-08-28")));
}
