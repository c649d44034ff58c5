//! Visits that are refused.

use crate::store::small::{ask, day, office, visit, visit_line};
use tkvv::domain::entry::NewVisit;
use tkvv::domain::money::Dong;
use tkvv::domain::refusal::{Field, Refusal, Why};
use tkvv::domain::visit::{Visit, VisitLine};
use tkvv::office::Office;
use tkvv::office::command::Command;

fn refused(office: &mut Office, new: NewVisit) -> (Option<usize>, Field, Why) {
    let Refusal { line, field, why } = ask(office, Command::Visit(new)).expect_err("it is refused");
    (line, field, why)
}

fn saved(office: &mut Office, new: NewVisit) {
    ask(office, Command::Visit(new)).expect("it is saved");
}

fn one() -> NewVisit {
    visit("v", vec![visit_line("L1")])
}

fn head(change: impl FnOnce(&mut Visit)) -> NewVisit {
    let mut new = one();
    change(&mut new.visit);
    new
}

fn cells(change: impl FnOnce(&mut VisitLine)) -> NewVisit {
    let mut new = one();
    change(&mut new.lines[0]);
    new
}

#[test]
fn a_group_that_is_unknown_or_was_not_founded_yet() {
    let mut office = office();
    let unknown = head(|visit| visit.group = "0000007".into());
    let why = Why::Unknown("0000007".to_owned());
    assert_eq!(refused(&mut office, unknown), (None, Field::Group, why));
    let early = head(|visit| visit.day = day("2019-12-31"));
    let why = Why::GroupNotThere(day("2020-01-01"));
    assert_eq!(refused(&mut office, early), (None, Field::Day, why));
}

#[test]
fn a_day_ahead_but_not_today() {
    let mut office = office();
    let ahead = head(|visit| visit.day = day("2026-10-16"));
    let why = Why::InTheFuture(day("2026-10-15"));
    assert_eq!(refused(&mut office, ahead), (None, Field::Day, why));
    saved(&mut office, head(|visit| visit.day = day("2026-10-15")));
}

#[test]
fn a_visitor_who_has_no_name_or_too_long_a_one() {
    let mut office = office();
    for none in ["", "  "] {
        let nobody = head(|visit| visit.visitor = none.to_owned());
        assert_eq!(refused(&mut office, nobody), (None, Field::Visitor, Why::Missing));
    }
    let long = head(|visit| visit.visitor = "a".repeat(201));
    assert_eq!(refused(&mut office, long), (None, Field::Visitor, Why::TooLong(200)));
    let steering = head(|visit| visit.witness = Some("a\u{7}".to_owned()));
    assert_eq!(refused(&mut office, steering), (None, Field::Witness, Why::ControlCharacters));
    saved(&mut office, head(|visit| visit.visitor = "a".repeat(200)));
}

#[test]
fn a_report_before_the_visit_or_ahead_but_not_on_either_day() {
    let mut office = office();
    let reported = |text: &str| head(|visit| visit.reported_on = Some(day(text)));
    let before = (None, Field::ReportedOn, Why::Before(day("2026-10-14")));
    assert_eq!(refused(&mut office, reported("2026-10-13")), before);
    let ahead = (None, Field::ReportedOn, Why::InTheFuture(day("2026-10-15")));
    assert_eq!(refused(&mut office, reported("2026-10-16")), ahead);
    saved(&mut office, reported("2026-10-14"));
    let mut today = reported("2026-10-15");
    today.visit.id = "v2".into();
    today.lines = vec![visit_line("L2")];
    saved(&mut office, today);
}

#[test]
fn no_line_at_all() {
    let mut office = office();
    assert_eq!(refused(&mut office, visit("v", vec![])), (None, Field::Whole, Why::Empty));
}

#[test]
fn a_loan_that_is_unknown_of_another_group_there_twice_or_not_begun() {
    let mut office = office();
    let second = |code: &str| visit("v", vec![visit_line("L1"), visit_line(code)]);
    let at = |why| (Some(2), Field::Loan, why);
    assert_eq!(refused(&mut office, second("L8")), at(Why::Unknown("L8".to_owned())));
    let other = Why::OfAnotherGroup("0000002".to_owned());
    assert_eq!(refused(&mut office, second("L9")), at(other));
    assert_eq!(refused(&mut office, second("L1")), at(Why::Twice(1)));
    let mut early = second("L2");
    early.visit.day = day("2026-06-09");
    assert_eq!(refused(&mut office, early.clone()), at(Why::BeforeDisbursement(day("2026-06-10"))));
    early.visit.day = day("2026-06-10");
    saved(&mut office, early);
}

#[test]
fn a_loan_visited_that_day_but_not_the_day_after() {
    let mut office = office();
    saved(&mut office, one());
    let again = head(|visit| visit.id = "v2".into());
    assert_eq!(refused(&mut office, again.clone()), (Some(1), Field::Loan, Why::VisitedThatDay));
    let mut after = again;
    after.visit.day = day("2026-10-15");
    saved(&mut office, after);
}

#[test]
fn one_dong_more_received_than_was_disbursed() {
    let mut office = office();
    let received = |amount| cells(|line| line.received = Some(Dong::new(amount)));
    let why = Why::ReceivedBeyondDisbursed(Dong::new(10_000_000));
    assert_eq!(refused(&mut office, received(10_000_001)), (Some(1), Field::Received, why));
    let negative = (Some(1), Field::Received, Why::Negative);
    assert_eq!(refused(&mut office, received(-1)), negative);
    saved(&mut office, received(10_000_000));
}

#[test]
fn one_dong_more_used_than_was_received() {
    let mut office = office();
    let used = |received: Option<i64>, right, wrong, unused| {
        cells(|line| {
            line.received = received.map(Dong::new);
            line.right_use = Some(Dong::new(right));
            line.wrong_use = Some(Dong::new(wrong));
            line.unused = Some(Dong::new(unused));
        })
    };
    let beyond = |used, received| Why::UseBeyondReceived(Dong::new(used), Dong::new(received));
    assert_eq!(
        refused(&mut office, used(Some(6), 3, 2, 2)),
        (Some(1), Field::WrongUse, beyond(7, 6))
    );
    // Without a word on what was received it is what was disbursed.
    assert_eq!(
        refused(&mut office, used(None, 10_000_000, 0, 1)),
        (Some(1), Field::RightUse, beyond(10_000_001, 10_000_000))
    );
    saved(&mut office, used(Some(7), 3, 2, 2));
}

#[test]
fn a_note_that_is_too_long() {
    let mut office = office();
    let note = |count: usize| cells(|line| line.note = "ữ".repeat(count));
    assert_eq!(refused(&mut office, note(1001)), (Some(1), Field::Note, Why::TooLong(1000)));
    saved(&mut office, note(1000));
}
