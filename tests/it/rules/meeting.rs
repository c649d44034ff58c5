//! The page of the meeting after a session (domain.md, section 9). 10.000 đ a day.

use super::case::{Case, GROUP, MEMBER, SHELF, day};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tkvv::domain::calendar::Calendar;
use tkvv::domain::cash::{CashCount, NOTES};
use tkvv::domain::ledger::{Ledger, Presence};
use tkvv::domain::money::Dong;
use tkvv::domain::place::Point;
use tkvv::reports::Question;
use tkvv::reports::meeting::units::By;
use tkvv::reports::meeting::{self, Held};
use tkvv::reports::scope::Scope;

/// Disbursed on 1 March 2026; the sessions are on the 15th.
fn loan() -> Case {
    Case::ten_thousand_a_day("2026-03-01", "2028-03-10")
}

fn held(ledger: &Ledger, as_of: &str, asked: Option<&str>) -> Option<Held> {
    meeting::held(&Question::new(ledger, &SHELF, day(as_of)), asked.map(day))
}

/// Session, the one before, and who holds it.
fn days(ledger: &Ledger, as_of: &str, asked: Option<&str>) -> Option<(String, String, String)> {
    let held = held(ledger, as_of, asked)?;
    let points: Vec<&str> = held.points.iter().map(|point| point.as_str()).collect();
    Some((held.session.to_string(), held.before.to_string(), points.join(" ")))
}

fn page(case: &Case, as_of: &str, by: By) -> Value {
    let question = Question::new(&case.ledger, &SHELF, day(as_of));
    let held = meeting::held(&question, None).expect("a session");
    serde_json::to_value(meeting::meeting(&question, held, by, None)).expect("JSON")
}

fn three(session: &str, before: &str, points: &str) -> Option<(String, String, String)> {
    Some((session.to_owned(), before.to_owned(), points.to_owned()))
}

/// The same book with a second point, whose session is on another day.
fn with_point(mut case: Case, code: &str, calendar: Calendar) -> Case {
    let of = case.ledger.points.get("P1").expect("the point").clone();
    let point = Point { code: code.into(), calendar, ..of };
    case.ledger.points.insert(code.into(), point);
    case
}

#[test]
fn the_last_session_is_todays_own_and_not_one_to_come() {
    let book = loan().ledger;
    let may = three("2026-05-15", "2026-04-15", "P1");
    assert_eq!(days(&book, "2026-05-14", None), three("2026-04-15", "2026-03-15", "P1"));
    assert_eq!(days(&book, "2026-05-15", None), may);
    assert_eq!(days(&book, "2026-06-14", None), may);
    assert_eq!(days(&book, "2026-06-14", Some("2026-05-15")), may);
    assert_eq!(days(&book, "2026-06-14", Some("2026-06-15")), None, "it is to come");
    assert_eq!(days(&book, "2026-06-14", Some("2026-05-16")), None, "it is none");
    assert_eq!(days(&Ledger::default(), "2026-06-14", None), None, "without a point");
}

#[test]
fn points_with_one_session_are_held_against_the_latest_before_it() {
    let plain = Calendar::new(20, BTreeMap::new()).expect("a calendar");
    let book = with_point(loan(), "P2", plain).ledger;
    assert_eq!(days(&book, "2026-05-25", None), three("2026-05-20", "2026-04-20", "P2"));
    let first = three("2026-05-15", "2026-04-15", "P1");
    assert_eq!(days(&book, "2026-05-25", Some("2026-05-15")), first);
    // P2 holds its session of May on the 15th: before it, it held one on 20 April
    let moved = BTreeMap::from([(day("2026-05-15").month(), Some(day("2026-05-15")))]);
    let book = with_point(loan(), "P2", Calendar::new(20, moved).expect("a calendar")).ledger;
    assert_eq!(days(&book, "2026-05-25", None), three("2026-05-15", "2026-04-20", "P1 P2"));
}

#[test]
fn of_what_was_due_the_evening_before_the_part_paid_on_the_day_was_collected() {
    // Up to 15 April 45 days, all paid; up to 15 May 30 more.
    let case = loan().interest("2026-04-15", 450_000).interest("2026-05-15", 200_000);
    let interest = &page(&case, "2026-05-20", By::Group)["all"]["collected"]["interest"];
    let expected = json!({
        "asked": 1, "due": 300_000, "collected": 200_000, "paid": 200_000, "share": "0.666667",
    });
    assert_eq!(interest, &expected);
    // more than was due is not collected of it
    let case = case.interest("2026-05-15", 150_000);
    let interest = &page(&case, "2026-05-20", By::Group)["all"]["collected"]["interest"];
    assert_eq!((&interest["collected"], &interest["paid"]), (&json!(300_000), &json!(350_000)));
    // paid the day before it was not due, paid the day after it was not collected at the session
    let early = loan().interest("2026-05-14", 750_000).interest("2026-05-16", 10_000);
    let interest = &page(&early, "2026-05-20", By::Group)["all"]["collected"]["interest"];
    let none = json!({"asked": 0, "due": 0, "collected": 0, "paid": 0, "share": null});
    assert_eq!(interest, &none);
}

#[test]
fn principal_is_collected_up_to_what_was_asked_for() {
    let halves = [("2026-05-10", 18_250_000), ("2028-03-10", 18_250_000)];
    let case = loan().instalments(&halves).principal("2026-05-15", 20_000_000);
    let principal = &page(&case, "2026-05-15", By::Group)["all"]["collected"]["principal"];
    let expected = json!({
        "asked": 1, "due": 18_250_000, "collected": 18_250_000, "paid": 20_000_000,
        "share": "1.000000",
    });
    assert_eq!(principal, &expected);
}

#[test]
fn savings_attendance_and_cash_are_those_of_the_sessions_own_day() {
    let mut case = loan().deposit("2026-05-14", 1_000).deposit("2026-05-15", 50_000);
    case = case.attends("2026-05-15", Presence::Deputy);
    let count = CashCount {
        id: "k1".into(),
        group: GROUP.into(),
        session: day("2026-05-15"),
        expected: Dong::new(50_000),
        counted: Dong::new(30_000),
        notes: [0; NOTES.len()],
        by: Some("Chị Lan".to_owned()),
        because: Some("thiếu một tờ".to_owned()),
    };
    case.ledger.cash.insert((GROUP.into(), day("2026-05-15")), count);
    let whole = page(&case, "2026-05-20", By::Commune);
    let collected = &whole["all"]["collected"];
    assert_eq!(collected["savings"], json!({"deposits": 50_000, "withdrawals": 0}));
    let attendance = json!({"groups": 1, "represented": 1, "share": "1.000000"});
    assert_eq!(collected["attendance"], attendance);
    let cash = json!({
        "groups": 1, "expected": 50_000, "counted": 30_000, "differing": 1, "difference": -20_000,
    });
    assert_eq!(collected["cash"], cash);
    assert_eq!(whole["differences"][0]["because"], "thiếu một tờ");
    // a group that closed on the day is not expected to come
    case.ledger.groups.get_mut(GROUP).expect("the group").closed_on = Some(day("2026-05-15"));
    let attendance = &page(&case, "2026-05-20", By::Commune)["all"]["collected"]["attendance"];
    assert_eq!(attendance["groups"], 0);
}

#[test]
fn nothing_is_collected_of_a_group_whose_point_holds_no_session_that_day() {
    let calendar = Calendar::new(20, BTreeMap::new()).expect("a calendar");
    let case = with_point(loan().interest("2026-05-20", 10_000), "P2", calendar);
    let whole = page(&case, "2026-05-25", By::Group);
    assert_eq!(whole["session"], "2026-05-20");
    assert_eq!(whole["all"]["collected"]["interest"]["due"], 0);
    assert_eq!(whole["all"]["collected"]["interest"]["paid"], 0);
    // its figures are there all the same
    assert_eq!(whole["units"][0]["figures"]["outstanding"]["now"], 36_500_000);
}

#[test]
fn each_figure_stands_beside_that_of_the_session_before_with_what_it_means() {
    let case = loan()
        .instalments(&[("2026-04-10", 10_000_000), ("2028-03-10", 26_500_000)])
        .deposit("2026-05-01", 20_000);
    let whole = page(&case, "2026-05-15", By::Group);
    let figures = &whole["units"][0]["figures"];
    let overdue = json!({
        "now": 10_000_000, "before": 0, "change": 10_000_000, "direction": "worse",
    });
    assert_eq!(figures["overdue"], overdue);
    let ratio = json!({
        "now": "0.273973", "before": "0.000000", "change": "0.273973", "direction": "worse",
    });
    assert_eq!(figures["overdue_ratio"], ratio);
    let savings = json!({"now": 20_000, "before": 0, "change": 20_000, "direction": "better"});
    assert_eq!(figures["savings"], savings);
    let members = json!({"now": 1, "before": 1, "change": 0, "direction": null});
    assert_eq!(figures["members"], members);
    // 15 March: 14 days; 15 April: 45 days, none of them paid
    let arrears = json!({
        "now": 450_000, "before": 140_000, "change": 310_000, "direction": "worse",
    });
    assert_eq!(figures["interest_arrears"], arrears);
    // no instalment fell due in May
    let none = json!({"now": null, "before": "0.000000", "change": null, "direction": null});
    assert_eq!(figures["principal_due_ratio"], none);
}

#[test]
fn a_unit_is_where_its_groups_belong_and_has_its_code_and_name() {
    for (by, code, name) in [
        (By::Commune, "940001", "940001"),
        (By::Point, "P1", "P1"),
        (By::Association, "12", "Hội Phụ nữ"),
        (By::Village, "94000101", "94000101"),
        (By::Group, GROUP, GROUP),
    ] {
        let whole = page(&loan(), "2026-05-15", by);
        let unit = &whole["units"][0];
        assert_eq!((&unit["code"], &unit["name"]), (&json!(code), &json!(name)), "{by:?}");
        assert_eq!(unit["figures"], whole["all"]["figures"], "{by:?}");
    }
}

#[test]
fn a_unit_stands_on_the_page_while_its_groups_count_or_have_money() {
    let mut case = loan();
    let group = case.ledger.groups.get_mut(GROUP).expect("the group");
    group.closed_on = Some(day("2026-04-15"));
    assert_eq!(page(&case, "2026-05-15", By::Group)["units"][0]["code"], GROUP, "it has debts");
    case.ledger.loans.clear();
    case.ledger.members.get_mut(MEMBER).expect("the member").loans.clear();
    assert_eq!(page(&case, "2026-05-15", By::Group)["units"], json!([]));
    let group = case.ledger.groups.get_mut(GROUP).expect("the group");
    group.closed_on = Some(day("2026-04-16"));
    assert_eq!(page(&case, "2026-05-15", By::Group)["units"][0]["code"], GROUP, "it counted");
}

#[test]
fn grades_are_those_of_the_month_ends_before_the_sessions() {
    // March: the leader came and all interest was paid; April: nobody came, nothing was paid.
    let case = loan().interest("2026-03-15", 140_000).attends("2026-03-15", Presence::Leader);
    let case = case.deposit("2026-03-15", 50_000);
    let grades = &page(&case, "2026-05-20", By::Commune)["grades"];
    assert_eq!(grades[0]["level"], "group");
    assert_eq!(
        (&grades[0]["from_day"], &grades[0]["to_day"]),
        (&json!("2026-03-31"), &json!("2026-04-30"))
    );
    let moved = &grades[0]["moved"][0];
    assert_eq!((&moved["code"], &moved["from"]), (&json!(GROUP), &json!("good")));
    assert_eq!(moved["direction"], "worse");
    assert_eq!(grades[1]["level"], "commune");
    // a point has no grade, and by group there is one level only
    for by in [By::Point, By::Group] {
        let levels = page(&case, "2026-05-20", by)["grades"].as_array().map(Vec::len);
        assert_eq!(levels, Some(1));
    }
}

#[test]
fn what_lies_outside_the_scope_is_not_on_the_page() {
    let case = loan();
    let scope = Scope::parse("association:11", &case.ledger).expect("a scope");
    let question = Question::new(&case.ledger, &SHELF, day("2026-05-20")).within(scope);
    let held = meeting::held(&question, None).expect("the session of the book's point");
    let page = meeting::meeting(&question, held, By::Group, Some("association:11"));
    assert!(page.units.is_empty());
    assert_eq!(page.scope.as_deref(), Some("association:11"));
}
