//! An answer against the part of it that is expected.

use serde_json::Value;
use std::collections::BTreeSet;

/// Takes down what differs: of an object the expected keys are compared, of a list all of its
/// things in their order, and all else must be equal. The text `null` stands for null.
pub(super) fn compare(at: &str, expect: &toml::Value, answer: &Value, wrong: &mut Vec<String>) {
    match (expect, answer) {
        (toml::Value::Table(expect), Value::Object(answer)) => {
            for (key, expect) in expect {
                match answer.get(key) {
                    Some(answer) => compare(&format!("{at}: {key}"), expect, answer, wrong),
                    None => wrong.push(format!("{at}: the answer has no {key}")),
                }
            }
        }
        (toml::Value::Array(expect), Value::Array(answer)) => {
            if expect.len() != answer.len() {
                wrong.push(format!("{at}: {} expected, not {answer:?}", expect.len()));
                return;
            }
            for (number, (expect, answer)) in (1..).zip(expect.iter().zip(answer)) {
                compare(&format!("{at} [{number}]"), expect, answer, wrong);
            }
        }
        (expect, answer) if single(expect) == *answer => {}
        (expect, answer) => wrong.push(format!("{at}: {expect} expected, not {answer}")),
    }
}

fn single(expect: &toml::Value) -> Value {
    match expect {
        toml::Value::String(text) if text == "null" => Value::Null,
        toml::Value::String(text) => Value::from(text.as_str()),
        toml::Value::Integer(number) => Value::from(*number),
        toml::Value::Boolean(yes) => Value::from(*yes),
        toml::Value::Datetime(day) => Value::from(day.to_string()),
        other => panic!("{other} is in no report"),
    }
}

/// The amounts that are expected: whole numbers from a thousand on.
pub(super) fn amounts(expect: &toml::Value, found: &mut BTreeSet<i64>) {
    match expect {
        toml::Value::Table(table) => table.values().for_each(|value| amounts(value, found)),
        toml::Value::Array(array) => array.iter().for_each(|value| amounts(value, found)),
        toml::Value::Integer(number) if number.abs() >= 1_000 => {
            found.insert(*number);
        }
        _ => {}
    }
}

#[test]
fn a_comparison_finds_what_differs() {
    let differs = |expect: &str, answer: Value| {
        let expect: toml::Table = toml::from_str(expect).expect("TOML");
        let mut wrong = Vec::new();
        compare("here", &toml::Value::Table(expect), &answer, &mut wrong);
        wrong.len()
    };
    let answer = || serde_json::json!({"a": 1, "b": null, "c": [{"d": "2026-03-01", "e": 2}]});
    assert_eq!(differs("a = 1\nb = 'null'\nc = [{ d = 2026-03-01 }]", answer()), 0);
    assert_eq!(differs("a = 2", answer()), 1);
    assert_eq!(differs("a = '1'", answer()), 1);
    assert_eq!(differs("x = 1", answer()), 1);
    assert_eq!(differs("c = []", answer()), 1);
    assert_eq!(differs("c = [{ d = 2026-03-02, e = 3 }]", answer()), 2);
    assert_eq!(differs("b = 0", answer()), 1);
}
