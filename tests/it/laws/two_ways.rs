//! The program's figures against the second way to them, field by field.

use super::folder::Folder;
use super::program::{SHELVES, book, report, rules_on, without_names};
use super::random::{Pick, draft, make, pick};
use super::raw::Date;
use super::{config, random_book, read_back, second};
use expect_test::expect;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use tkvv::domain::day::Day;
use tkvv::reports::Question;
use tkvv::reports::loans::loan;

/// Where two reports differ: field, here, there.
fn differences(path: &str, ours: &Value, second: &Value, found: &mut Vec<String>) {
    match (ours, second) {
        (Value::Object(left), Value::Object(right)) if left.keys().eq(right.keys()) => {
            for (key, value) in left {
                differences(&format!("{path}.{key}"), value, &right[key], found);
            }
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            for (at, value) in left.iter().enumerate() {
                differences(&format!("{path}[{at}]"), value, &right[at], found);
            }
        }
        _ if ours == second => {}
        _ => found.push(format!("{path}: the program {ours}, the second way {second}")),
    }
}

proptest! {
    #![proptest_config(config(3_000, "tests/it/laws/seeds/two_ways.txt"))]

    #[test]
    fn every_figure_of_a_loan_is_the_same_by_both_ways(
        draft in draft(),
        days in prop::collection::vec(pick(), 3),
        shelf in prop::sample::select(vec![0_usize, 0, 1]),
    ) {
        let shelf = &SHELVES[shelf];
        let (facts, known) = make(&draft, shelf);
        let case = book(&facts);
        for asked in days {
            let on = Pick::of(asked, &facts, &known);
            let ours = report(&case, shelf, on);
            let second = second::report(&facts, &rules_on(shelf, on), on);
            prop_assert_eq!(ours.is_some(), second.is_some(), "whether it exists on {}", on);
            let (Some(ours), Some(second)) = (ours, second) else { continue };
            let mut found = Vec::new();
            differences("", &ours, &second, &mut found);
            prop_assert!(found.is_empty(), "on {on}:\n{}\n{facts:#?}", found.join("\n"));
        }
    }
}

/// What a report says in words: statuses, states of instalments and what is above zero.
fn said(answer: &Value, into: &mut BTreeSet<String>) {
    let mut say = |key: &str, value: &Value| match value {
        Value::String(word) if key == "status" || key == "state" => {
            into.insert(format!("{key} {word}"));
        }
        Value::Bool(true) => {
            into.insert(key.to_owned());
        }
        Value::Number(number) if number.as_i64().is_some_and(|number| number > 0) => {
            into.insert(key.to_owned());
        }
        _ => {}
    };
    for (key, value) in answer.as_object().expect("an object") {
        match value {
            Value::Object(inner) => inner.iter().for_each(|(key, value)| say(key, value)),
            Value::Array(rows) => {
                rows.iter().filter_map(|row| row.get("state")).for_each(|s| say("state", s));
            }
            _ => say(key, value),
        }
    }
}

/// Without this the comparison could be one of loans to which nothing happens.
#[test]
fn the_random_loans_come_into_every_state() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..300 {
        let draft = draft().new_tree(&mut runner).expect("a loan").current();
        let asked = pick().new_tree(&mut runner).expect("a day").current();
        let (facts, known) = make(&draft, &SHELVES[0]);
        let on = Pick::of(asked, &facts, &known);
        if let Some(answer) = report(&book(&facts), &SHELVES[0], on) {
            said(&answer, &mut seen);
        }
    }
    expect![[r#"
        {
            "accrued",
            "arrears",
            "days_overdue",
            "disbursed",
            "due",
            "frozen",
            "in_grace",
            "inactive",
            "interest",
            "outstanding",
            "overdue",
            "paid",
            "prepaid",
            "principal",
            "state due",
            "state future",
            "state late",
            "state overdue",
            "state paid",
            "status frozen",
            "status in_term",
            "status overdue",
            "status settled",
        }
    "#]]
    .assert_debug_eq(&seen);
}

/// Every loan of a folder that the program takes in, against the second way, which reads the
/// folder by itself.
pub fn compare(folder: &Folder, days: &[Date]) -> Result<(), String> {
    let office = folder.taken_in();
    for (code, (facts, of)) in read_back::loans(folder) {
        for on in days {
            let question = Question::new(office.ledger(), &SHELVES[0], Day::from_date(*on));
            let row = loan(&question, &code.as_str().into());
            let second = second::report(&facts, &rules_on(&SHELVES[0], *on), *on);
            let (Some(row), Some(second)) = (&row, &second) else {
                if row.is_some() == second.is_some() {
                    continue;
                }
                return Err(format!("whether {code} exists on {on}"));
            };
            let mut found = Vec::new();
            if [row.member.as_str(), row.group.as_str()] != of {
                found.push("whose it is".to_owned());
            }
            differences("", &without_names(row), second, &mut found);
            if !found.is_empty() {
                return Err(format!("{code} on {on}:\n{}\n{facts:#?}", found.join("\n")));
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(100, "tests/it/laws/seeds/folders.txt"))]

    #[test]
    fn every_loan_of_a_folder_is_the_same_by_both_ways(
        draft in random_book::book(), days in prop::collection::vec(0..random_book::SPAN, 3),
    ) {
        let days: Vec<Date> = days.into_iter().map(random_book::at).collect();
        compare(&random_book::folder(&draft), &days).map_err(TestCaseError::fail)?;
    }
}

/// The sample commune, whose loans were told as stories and not by chance.
#[test]
fn every_loan_of_the_sample_is_the_same_by_both_ways() {
    let folder = Folder::read(Path::new("sample-data"));
    let days = ["2021-12-31", "2024-02-29", "2026-03-02", "2026-10-14", "2026-10-15"];
    let days = days.map(|day| Date::parse_from_str(day, "%Y-%m-%d").expect("a day"));
    compare(&folder, &days).unwrap_or_else(|found| panic!("{found}"));
}
