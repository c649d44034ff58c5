//! All that the reports say of a book on a day, as one JSON value.

use serde::Serialize;
use serde_json::{Value, json};
use tkvv::domain::day::Day;
use tkvv::domain::ledger::Ledger;
use tkvv::domain::rulebook::Shelf;
use tkvv::domain::words::Words;
use tkvv::reports::due::{SessionAsked, due};
use tkvv::reports::meeting::units::By as Unit;
use tkvv::reports::portfolio::{By, portfolio};
use tkvv::reports::scope::Scope;
use tkvv::reports::scores::{Level, scores};
use tkvv::reports::{
    Question, actions, contacts, coverage, loans, meeting, overdue, ratios, visits_due, worklist,
};

/// The book on a day: each loan with its instalments, all lists, ratios of every unit.
pub fn every_report(ledger: &Ledger, shelf: &Shelf, on: Day) -> Value {
    let question = Question::new(ledger, shelf, on);
    let loans: Vec<Value> =
        ledger.loans.keys().map(|code| value(loans::loan(&question, code))).collect();
    let levels =
        [Level::Group, Level::Village, Level::Association, Level::Commune, Level::Province];
    let by = [By::Programme, By::Association, By::Commune, By::Village, By::Household, By::Capital];
    json!({
        "loans": loans,
        "due": value(due(&question, SessionAsked::Next)),
        "overdue": value(overdue::overdue(&question)),
        "worklist": value(worklist::worklist(&question, SessionAsked::Next)),
        "contacts": value(contacts::contacts(&question)),
        "visits_due": value(visits_due::visits_due(&question)),
        "coverage": value(coverage::coverage(&question, on.year())),
        "scores": levels.map(|level| value(scores(&question, level))).to_vec(),
        "portfolio": by.map(|by| value(portfolio(&question, by))).to_vec(),
        "ratios": every_scope(&question),
        "whole": value(ratios::ratios(&question, None)),
        "meeting": meetings(&question),
        "actions": value(actions::actions(&question)),
    })
}

/// The page of the last session, divided in every way.
fn meetings(question: &Question<'_>) -> Vec<Value> {
    let held = meeting::held(question, None);
    let pages = held.into_iter().flat_map(|held| {
        Unit::ALL.map(|(_, by)| value(meeting::meeting(question, held.clone(), by, None)))
    });
    pages.collect()
}

fn every_scope(question: &Question<'_>) -> Vec<Value> {
    scopes(question.ledger).iter().map(|scope| ratios_of(question, scope)).collect()
}

/// Ratios and totals of one scope.
pub fn ratios_of(question: &Question<'_>, scope: &str) -> Value {
    let within = Scope::parse(scope, question.ledger).expect("a scope");
    value(ratios::ratios(&question.clone().within(within), Some(scope)))
}

/// Every scope of one part that the book has.
pub fn scopes(ledger: &Ledger) -> Vec<String> {
    let places =
        ledger.places.values().map(|place| format!("{}:{}", place.kind.word(), place.code));
    let groups = ledger.groups.keys().map(|code| format!("group:{code}"));
    let points = ledger.points.keys().map(|code| format!("point:{code}"));
    let associations =
        ["11", "12", "13", "14", "99"].map(|code| format!("association:{code}")).into_iter();
    places.chain(groups).chain(points).chain(associations).collect()
}

fn value(report: impl Serialize) -> Value {
    serde_json::to_value(report).expect("JSON")
}

/// Where two values differ first, for a person to read.
pub fn first_difference(one: &Value, other: &Value) -> String {
    match (one, other) {
        (Value::Object(left), Value::Object(right)) if left.len() == right.len() => {
            left.iter().find(|(key, value)| right.get(*key) != Some(value)).map(|(key, value)| {
                let other = right.get(key).unwrap_or(&Value::Null);
                format!(".{key}{}", first_difference(value, other))
            })
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            let mut rows = left.iter().zip(right).enumerate();
            rows.find(|(_, (value, other))| value != other)
                .map(|(at, (value, other))| format!("[{at}]{}", first_difference(value, other)))
        }
        _ => Some(format!(": {one} against {other}")),
    }
    .unwrap_or_default()
}
