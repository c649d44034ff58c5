//! Laws of whole books: they go in as folders, through every check, and are asked every report.

use super::config;
use super::every_report::{every_report, ratios_of, scopes};
use super::folder::Folder;
use super::program::SHELVES;
use super::random_book::{SPAN, at, book, folder};
use proptest::prelude::*;
use serde_json::Value;
use tkvv::domain::day::Day;
use tkvv::office::Office;
use tkvv::reports::Question;

const SEEDS: &str = "tests/it/laws/seeds/books.txt";

fn day(offset: u64) -> Day {
    Day::from_date(at(offset))
}

/// All that the reports say on a day.
pub fn says(office: &Office, on: Day) -> Value {
    every_report(office.ledger(), &SHELVES[0], on)
}

/// Adds numbers up, field by field.
fn add(sum: &mut Value, more: &Value) {
    match (sum, more) {
        (Value::Object(sum), Value::Object(more)) => {
            for (key, value) in more {
                add(sum.entry(key.clone()).or_insert(Value::from(0)), value);
            }
        }
        (sum, Value::Number(more)) => {
            *sum = Value::from(sum.as_i64().expect("a number") + more.as_i64().expect("a number"));
        }
        (sum, Value::Object(_)) if *sum == 0 => {
            *sum = Value::Object(serde_json::Map::new());
            add(sum, more);
        }
        _ => {}
    }
}

/// What can be added: totals, numerators and denominators, but of shares of graded groups, which
/// a group alone does not have.
fn addable(ratios: &Value, of_groups: bool) -> Value {
    let mut parts = ratios["ratios"].clone();
    let fields = parts.as_object_mut().expect("ratios");
    if of_groups {
        for id in ["good_group_share", "weak_group_share"] {
            fields.shift_remove(id).expect(id);
        }
    }
    fields.values_mut().for_each(|ratio| {
        ratio.as_object_mut().expect("a ratio").shift_remove("value");
    });
    serde_json::json!({ "totals": ratios["totals"], "ratios": parts })
}

fn sum_of(question: &Question<'_>, scopes: &[String], of_groups: bool) -> Value {
    let mut sum = Value::Object(serde_json::Map::new());
    scopes.iter().for_each(|scope| add(&mut sum, &addable(&ratios_of(question, scope), of_groups)));
    sum
}

proptest! {
    #![proptest_config(config(60, SEEDS))]

    #[test]
    fn parts_add_up_to_the_whole(draft in book(), on in 0..SPAN) {
        let office = folder(&draft).taken_in();
        let ledger = office.ledger();
        let question = Question::new(ledger, &SHELVES[0], day(on));
        let whole = serde_json::to_value(tkvv::reports::ratios::ratios(&question, None));
        let whole = whole.expect("JSON");
        for kind in ["group", "village", "commune", "province", "association", "point"] {
            let of_groups = kind == "group";
            let parts: Vec<String> =
                scopes(ledger).into_iter().filter(|scope| scope.starts_with(kind)).collect();
            let sum = sum_of(&question, &parts, of_groups);
            prop_assert_eq!(sum, addable(&whole, of_groups), "{}", kind);
        }
    }

    #[test]
    fn what_goes_out_comes_in_again_and_goes_out_the_same(draft in book(), on in 0..SPAN) {
        let office = folder(&draft).taken_in();
        let out = Folder::written(&office.whole().expect("the book"));
        let again = out.taken_in();
        prop_assert_eq!(&out, &Folder::written(&again.whole().expect("the book")));
        prop_assert_eq!(says(&office, day(on)), says(&again, day(on)));
    }
}
