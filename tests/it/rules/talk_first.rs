//! Whom to talk to first: each reason's points on both sides of its edge, reckoned by hand.
//!
//! A loan of 36.500.000 đ accrues 10.000 đ a day in term, and its sessions are on the 15th.

use super::case::{Case, LOAN, SHELF, day};
use tkvv::domain::contact::{Contact, ContactHow, Promise};
use tkvv::domain::money::Dong;
use tkvv::domain::rulebook::Shelf;
use tkvv::domain::talk_first::{TalkReason, order};

fn reasons_by(shelf: &Shelf, case: &Case, as_of: &str) -> Vec<(TalkReason, u32)> {
    let rules = shelf.on(day(as_of)).expect("a rulebook");
    let file = &case.ledger.loans[LOAN];
    case.ledger.timeline(file, rules, day(as_of)).expect("the loan").talk_first().reasons
}

fn reasons(case: &Case, as_of: &str) -> Vec<(TalkReason, u32)> {
    reasons_by(&SHELF, case, as_of)
}

/// A talk at which 300.000 đ were promised by a day.
fn promised(mut case: Case, on: &str, by: &str) -> Case {
    let promise = Promise { amount: Dong::new(300_000), by: day(by) };
    case.file().contacts.push(Contact {
        id: on.into(),
        loan: LOAN.into(),
        day: day(on),
        how: ContactHow::Home,
        talker: None,
        said: String::new(),
        promise: Some(promise),
    });
    case
}

/// All interest is paid up to far ahead, and the loan was visited each year.
fn quiet(due_on: &str) -> Case {
    let case = Case::ten_thousand_a_day("2026-03-05", due_on).interest("2026-03-06", 90_000_000);
    case.visit("2026-04-01", None)
}

#[test]
fn a_loan_with_nothing_wrong_has_no_reason_though_nobody_visited_it() {
    let case = Case::ten_thousand_a_day("2026-03-05", "2029-03-05");
    let case = case.interest("2026-03-06", 90_000_000);
    assert_eq!(reasons(&case, "2026-10-01"), []);
}

#[test]
fn overdue_principal_brings_points_by_amount_and_by_days() {
    // due on 01/08, to be paid at the session of 15/08
    let case = |amount: i64| quiet("2026-08-01").principal("2026-04-02", 36_500_000 - amount);
    let of = |amount, points, days, by_days| {
        let amount = TalkReason::Overdue(Dong::new(amount));
        vec![(amount, points), (TalkReason::DaysOverdue(days), by_days)]
    };
    assert_eq!(reasons(&case(1), "2026-08-15"), []);
    assert_eq!(reasons(&case(1), "2026-08-16"), of(1, 10, 1, 10));
    assert_eq!(reasons(&case(4_999_999), "2026-09-14"), of(4_999_999, 10, 30, 10));
    assert_eq!(reasons(&case(5_000_000), "2026-09-15"), of(5_000_000, 20, 31, 20));
    assert_eq!(reasons(&case(19_999_999), "2026-11-13"), of(19_999_999, 20, 90, 20));
    assert_eq!(reasons(&case(20_000_000), "2026-11-14"), of(20_000_000, 30, 91, 25));
}

#[test]
fn the_new_year_makes_the_visit_one_of_last_year() {
    let case = quiet("2026-08-01");
    let with = |as_of| reasons(&case, as_of).contains(&(TalkReason::NotVisited, 10));
    assert!(!with("2026-12-31"));
    assert!(with("2027-01-01"));
    let seen = case.visit("2027-02-01", None);
    assert!(reasons(&seen, "2027-01-31").contains(&(TalkReason::NotVisited, 10)));
    assert!(!reasons(&seen, "2027-02-01").contains(&(TalkReason::NotVisited, 10)));
}

#[test]
fn interest_counts_from_three_whole_months_after_the_first_session_not_all_paid() {
    let mut case = quiet("2029-03-05");
    case.file().interest_paid.clear();
    // up to 15/03 ten days are 100.000 đ, which are paid; the session of 15/04 is not
    let case = case.interest("2026-03-15", 100_000);
    let months = |months, points| vec![(TalkReason::InterestMonths(months), points)];
    assert_eq!(reasons(&case, "2026-07-14"), []);
    assert_eq!(reasons(&case, "2026-07-15"), months(3, 10));
    assert_eq!(reasons(&case, "2026-10-14"), months(5, 10));
    assert_eq!(reasons(&case, "2026-10-15"), months(6, 20));
}

#[test]
fn a_promise_counts_while_what_was_promised_is_not_paid() {
    let case = promised(quiet("2029-03-05"), "2026-09-20", "2026-10-01");
    let broken = (TalkReason::PromiseBroken(day("2026-10-01")), 25);
    let partly = (TalkReason::PromisePartly(day("2026-10-01")), 10);
    // it runs to the session of 15/10
    assert_eq!(reasons(&case, "2026-10-15"), []);
    assert_eq!(reasons(&case, "2026-10-16"), [broken]);
    let late = case.principal("2026-10-20", 299_999);
    assert_eq!(reasons(&late, "2026-10-20"), [broken]);
    // the last đồng, though late, ends it
    assert_eq!(reasons(&late.principal("2026-10-21", 1), "2026-10-21"), []);
    let some = promised(quiet("2029-03-05"), "2026-09-20", "2026-10-01");
    let some = some.principal("2026-10-15", 1);
    assert_eq!(reasons(&some, "2026-10-16"), [partly]);
    // the latest promise is the one that counts
    let again = promised(some, "2026-10-17", "2026-11-15");
    assert_eq!(reasons(&again, "2026-10-17"), []);
}

#[test]
fn nobody_is_talked_to_about_a_settled_loan() {
    let case = promised(quiet("2029-03-05"), "2026-09-20", "2026-10-01");
    let settled = case.principal("2026-09-20", 36_500_000);
    assert_eq!(reasons(&settled, "2026-11-01"), []);
}

#[test]
fn a_rulebook_can_leave_a_reason_out() {
    let text = "effective_from = 2020-01-01\n[talk_first]\noverdue = []\nnot_visited = 0\n";
    let shelf = Shelf::given(&[text.to_owned()]).expect("no fault");
    let case = quiet("2026-08-01");
    assert_eq!(reasons_by(&shelf, &case, "2027-01-01"), [(TalkReason::DaysOverdue(139), 25)]);
}

#[test]
fn most_points_come_first_then_most_overdue_then_the_lowest_code() {
    let mut rows = [(20, 5_000_000, "3"), (30, 1, "9"), (20, 6_000_000, "8"), (20, 5_000_000, "2")]
        .map(|(points, overdue, loan)| (points, Dong::new(overdue), loan.into()));
    rows.sort_by(|a, b| order(a.0, a.1, &a.2).cmp(&order(b.0, b.1, &b.2)));
    let codes = rows.map(|(_, _, loan)| loan.to_string());
    assert_eq!(codes, ["9", "8", "2", "3"]);
}
