//! What meetings want done, until it is done (domain.md, section 9).

use super::case::{Case, SHELF, day};
use serde_json::{Value, json};
use tkvv::domain::meeting::{ActionFile, ActionItem, ActionStep, StepKind};
use tkvv::reports::meeting::units::By;
use tkvv::reports::scope::Scope;
use tkvv::reports::{Question, actions, meeting};

/// A plain book with an item given on 16 April, due on 15 May.
fn given() -> Case {
    let mut case = Case::ten_thousand_a_day("2026-03-01", "2028-03-10");
    give(&mut case, "a1", "2026-04-16", "2026-05-15");
    case
}

fn give(case: &mut Case, id: &str, on: &str, due: &str) {
    let item = ActionItem {
        id: id.into(),
        area: "940001".into(),
        day: day(on),
        meeting: None,
        what: format!("việc {id}"),
        owner: "Chị Lan".to_owned(),
        due_on: day(due),
    };
    case.ledger.actions.insert(id.into(), ActionFile { item, steps: Vec::new() });
}

fn step(case: &mut Case, id: &str, on: &str, kind: StepKind) {
    let file = case.ledger.actions.get_mut(id).expect("the item");
    let result = format!("{on} {kind:?}");
    let (no, day) = (file.steps.len(), day(on));
    let (id, action) = (tkvv::domain::ids::FactId::new(format!("{id}-{no}")), id.into());
    file.steps.push(ActionStep { id, action, day, kind, result });
}

fn all(case: &Case, as_of: &str) -> Vec<Value> {
    let question = Question::new(&case.ledger, &SHELF, day(as_of));
    actions::actions(&question).iter().map(|row| json!(row)).collect()
}

fn state(case: &Case, as_of: &str) -> (Value, Value) {
    let rows = all(case, as_of);
    (rows[0]["state"].clone(), rows[0]["days_left"].clone())
}

/// The items of the page of a session: those open and those closed.
fn on_page(case: &Case, as_of: &str, session: &str) -> (Vec<String>, Vec<String>) {
    let question = Question::new(&case.ledger, &SHELF, day(as_of));
    let held = meeting::held(&question, Some(day(session))).expect("a session");
    let page = meeting::meeting(&question, held, By::Commune, None);
    let ids = |rows: &[actions::ActionRow]| rows.iter().map(|row| row.id.to_string()).collect();
    (ids(&page.actions.open), ids(&page.actions.closed))
}

#[test]
fn it_is_there_from_its_day_and_late_from_the_day_after_it_was_due() {
    assert!(all(&given(), "2026-04-15").is_empty());
    assert_eq!(state(&given(), "2026-04-16"), (json!("open"), json!(29)));
    assert_eq!(state(&given(), "2026-05-15"), (json!("open"), json!(0)));
    assert_eq!(state(&given(), "2026-05-16"), (json!("late"), json!(-1)));
}

#[test]
fn a_step_closes_it_on_its_day_and_another_opens_it_again() {
    let mut case = given();
    step(&mut case, "a1", "2026-05-01", StepKind::Note);
    step(&mut case, "a1", "2026-05-16", StepKind::Done);
    step(&mut case, "a1", "2026-05-20", StepKind::Reopened);
    step(&mut case, "a1", "2026-06-01", StepKind::Dropped);
    assert_eq!(state(&case, "2026-05-15"), (json!("open"), json!(0)));
    assert_eq!(state(&case, "2026-05-16"), (json!("done"), Value::Null));
    assert_eq!(state(&case, "2026-05-20"), (json!("late"), json!(-5)));
    assert_eq!(state(&case, "2026-06-01"), (json!("dropped"), Value::Null));
    let last = json!({"day": "2026-05-01", "kind": "note", "result": "2026-05-01 Note"});
    assert_eq!(all(&case, "2026-05-15")[0]["last_step"], last);
    assert_eq!(all(&case, "2026-05-16")[0]["closed_on"], "2026-05-16");
    assert_eq!(all(&case, "2026-05-16")[0]["result"], "2026-05-16 Done");
    let none = json!({"day": null, "kind": null, "result": null});
    assert_eq!(all(&case, "2026-04-30")[0]["last_step"], none);
    assert_eq!(all(&case, "2026-05-20")[0]["closed_on"], Value::Null);
}

#[test]
fn open_ones_come_first_then_by_due_day() {
    let mut case = given();
    give(&mut case, "a2", "2026-04-16", "2026-05-10");
    give(&mut case, "a3", "2026-04-16", "2026-05-01");
    step(&mut case, "a3", "2026-04-20", StepKind::Done);
    let ids: Vec<Value> =
        all(&case, "2026-05-12").into_iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, ["a2", "a1", "a3"]);
    let question = Question::new(&case.ledger, &SHELF, day("2026-05-12"));
    assert_eq!(actions::late_and_open(&question), (1, 2));
    assert_eq!(actions::open(&question).len(), 2);
}

/// Given at the first meeting, carried to the second, done there, gone at the third.
#[test]
fn it_is_carried_to_the_next_meeting_until_it_is_done() {
    let mut case = given();
    let none: Vec<String> = Vec::new();
    let one = || vec!["a1".to_owned()];
    step(&mut case, "a1", "2026-05-16", StepKind::Done);
    // the meetings are on the 16th, the day after each session
    assert_eq!(on_page(&case, "2026-04-15", "2026-04-15"), (none.clone(), none.clone()));
    assert_eq!(on_page(&case, "2026-04-16", "2026-04-15"), (one(), none.clone()));
    assert_eq!(on_page(&case, "2026-05-15", "2026-05-15"), (one(), none.clone()));
    assert_eq!(on_page(&case, "2026-05-16", "2026-05-15"), (none.clone(), one()));
    // the third says what was done since the second session, the fourth no more
    assert_eq!(on_page(&case, "2026-06-16", "2026-06-15"), (none.clone(), one()));
    assert_eq!(on_page(&case, "2026-07-16", "2026-07-15"), (none.clone(), none));
    // the page of the first session says later what was to be done then
    assert_eq!(on_page(&case, "2026-07-16", "2026-04-15"), (one(), Vec::new()));
}

#[test]
fn a_communes_item_concerns_its_villages_and_its_province_and_no_other_place() {
    let mut case = given();
    let other = case.ledger.places.get("940001").expect("the commune").clone();
    let other = tkvv::domain::place::Place { code: "940002".into(), ..other };
    case.ledger.places.insert("940002".into(), other);
    let count = |scope: &str| {
        let scope = Scope::parse(scope, &case.ledger).expect(scope);
        let question = Question::new(&case.ledger, &SHELF, day("2026-05-12"));
        actions::actions(&question.within(scope)).len()
    };
    for scope in ["commune:940001", "province:94", "village:94000101", "group:0000001"] {
        assert_eq!(count(scope), 1, "{scope}");
    }
    assert_eq!(count("commune:940002"), 0);
}
