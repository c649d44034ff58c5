//! What a sheet (13/TD) says is to pay (domain.md, sections 3 and 9). 10.000 đ a day.

use super::case::{Case, GROUP, SHELF, day};
use tkvv::domain::ledger::Presence;
use tkvv::reports::Question;
use tkvv::reports::sheet::{GroupSheet, sheet};

/// Disbursed on 1 March 2026: 16 March falls after the first session, which is of the 15th.
fn loan() -> Case {
    Case::ten_thousand_a_day("2026-03-01", "2028-03-10")
}

fn at(case: &Case, as_of: &str, session: &str) -> GroupSheet {
    let question = Question::new(&case.ledger, &SHELF, day(as_of));
    sheet(&question, &GROUP.into(), day(session)).expect("the group")
}

/// Due, what of it is left, interest and savings recorded of the day.
fn line(case: &Case, as_of: &str, session: &str) -> [i64; 4] {
    let sheet = at(case, as_of, session);
    let line = sheet.lines.first().expect("the member");
    [line.due, line.left_to_pay, line.interest, line.savings].map(|amount| amount.get())
}

#[test]
fn what_is_paid_on_the_day_stands_beside_what_was_due_and_not_in_it() {
    // 1–31 March and 1–14 April: 45 days.
    assert_eq!(line(&loan(), "2026-04-15", "2026-04-15"), [450_000, 450_000, 0, 0]);
    let paid = loan().interest("2026-04-15", 300_000).deposit("2026-04-15", 50_000);
    assert_eq!(line(&paid, "2026-04-15", "2026-04-15"), [450_000, 150_000, 300_000, 50_000]);
    // a day later it is said of that session all the same
    assert_eq!(line(&paid, "2026-04-16", "2026-04-15"), [450_000, 150_000, 300_000, 50_000]);
}

#[test]
fn what_was_paid_before_the_day_is_not_due_any_more() {
    let before = loan().interest("2026-04-14", 300_000).deposit("2026-04-14", 50_000);
    assert_eq!(line(&before, "2026-04-15", "2026-04-15"), [150_000, 150_000, 0, 0]);
    // 2 days more than what accrues by then are prepaid: nothing is due
    let prepaid = loan().interest("2026-04-14", 470_000);
    assert_eq!(line(&prepaid, "2026-04-15", "2026-04-15"), [0, 0, 0, 0]);
}

#[test]
fn more_than_was_due_leaves_nothing_to_pay() {
    let more = loan().interest("2026-04-15", 500_000);
    assert_eq!(line(&more, "2026-04-15", "2026-04-15"), [450_000, 0, 500_000, 0]);
}

#[test]
fn a_session_ahead_is_worked_out_from_what_is_known_today() {
    let paid = loan().interest("2026-04-10", 100_000);
    assert_eq!(line(&paid, "2026-04-09", "2026-04-15"), [450_000, 450_000, 0, 0]);
    assert_eq!(line(&paid, "2026-04-10", "2026-04-15"), [350_000, 350_000, 0, 0]);
}

#[test]
fn in_the_grace_of_a_student_nothing_is_due_but_something_can_be_paid() {
    let student = loan().grace_until("2026-04-16");
    let sheet = at(&student, "2026-04-15", "2026-04-15");
    assert!(sheet.lines[0].has_loan);
    assert_eq!(sheet.due().get(), 0);
    let over = loan().grace_until("2026-04-15");
    assert_eq!(at(&over, "2026-04-15", "2026-04-15").due().get(), 450_000);
}

#[test]
fn who_has_left_stands_on_the_sheet_while_something_is_owed() {
    let mut left = loan();
    left.member().member.left_on = Some(day("2026-04-15"));
    let sheet = at(&left, "2026-04-15", "2026-04-15");
    assert!(sheet.lines[0].left && sheet.lines[0].has_loan);
    let mut settled = loan().principal("2026-04-10", 36_500_000).interest("2026-04-10", 400_000);
    settled.member().member.left_on = Some(day("2026-04-15"));
    assert!(at(&settled, "2026-04-15", "2026-04-15").lines.is_empty());
    settled.member().member.left_on = Some(day("2026-04-16"));
    assert_eq!(at(&settled, "2026-04-15", "2026-04-15").lines.len(), 1, "still a member");
}

#[test]
fn who_came_is_no_money_and_money_is_known_on_its_day_only() {
    let came = loan().attends("2026-04-15", Presence::None);
    let sheet = at(&came, "2026-04-15", "2026-04-15");
    assert!(sheet.attendance.is_some());
    assert_eq!((sheet.interest().get(), sheet.savings().get(), sheet.withdrawn().get()), (0, 0, 0));
    let saved = loan().deposit("2026-04-15", 10_000);
    assert_eq!(at(&saved, "2026-04-15", "2026-04-15").savings().get(), 10_000);
    assert_eq!(at(&saved, "2026-04-14", "2026-04-15").savings().get(), 0, "the day before");
}
