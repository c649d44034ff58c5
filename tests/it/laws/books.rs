//! Laws of whole books: they go in as folders, through every check, and are asked every report.

use super::config;
use super::every_report::{every_report, ratios_of, scopes};
use super::folder::{Folder, Table};
use super::program::SHELVES;
use super::random_book::{SPAN, at, book, folder};
use super::two_ways::compare;
use proptest::prelude::*;
use serde_json::Value;
use tkvv::domain::day::Day;
use tkvv::generate::{Plan, batch};
use tkvv::office::Office;
use tkvv::reports::Question;
use tkvv::reports::ratios::ratios;

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

/// Every kind of part of a book against the whole of it.
fn adds_up(office: &Office, on: Day) -> Result<(), TestCaseError> {
    let ledger = office.ledger();
    let question = Question::new(ledger, &SHELVES[0], on);
    let whole = serde_json::to_value(ratios(&question, None)).expect("JSON");
    for kind in ["group", "village", "commune", "province", "association", "point"] {
        let of_groups = kind == "group";
        let parts: Vec<String> =
            scopes(ledger).into_iter().filter(|scope| scope.starts_with(kind)).collect();
        let sum = sum_of(&question, &parts, of_groups);
        prop_assert_eq!(sum, addable(&whole, of_groups), "{}", kind);
    }
    Ok(())
}

/// The rows of a file as they were told, in order, without what the program says besides.
fn told(table: &Table, columns: usize) -> Vec<&[String]> {
    let mut rows: Vec<&[String]> = table.rows.iter().map(|row| &row[..columns]).collect();
    rows.sort_unstable();
    rows
}

/// Out with every cell that came in, in again, and out.
fn comes_back(came: &Folder, office: &Office, on: Day) -> Result<(), TestCaseError> {
    let out = Folder::written(&office.whole().expect("the book"));
    for (name, table) in &came.files {
        let columns = table.header.len();
        prop_assert_eq!(told(table, columns), told(&out.files[name], columns), "{}", name);
    }
    let again = out.taken_in();
    prop_assert_eq!(&out, &Folder::written(&again.whole().expect("the book")));
    prop_assert_eq!(says(office, on), says(&again, on));
    Ok(())
}

proptest! {
    #![proptest_config(config(60, SEEDS))]

    #[test]
    fn parts_add_up_to_the_whole(draft in book(), on in 0..SPAN) {
        adds_up(&folder(&draft).taken_in(), day(on))?;
    }

    #[test]
    fn what_goes_out_comes_in_again_and_goes_out_the_same(draft in book(), on in 0..SPAN) {
        let came = folder(&draft);
        comes_back(&came, &came.taken_in(), day(on))?;
    }
}

proptest! {
    #![proptest_config(config(12, "tests/it/laws/seeds/generated.txt"))]

    /// The books that `generate` makes are larger, and told as lives rather than by chance.
    #[test]
    fn generated_books_obey_the_laws(seed in any::<u64>(), back in 0..700_i64) {
        let plan = Plan::small(seed);
        let on = plan.as_of.plus(-back);
        let whole = Folder::written(&batch(&plan));
        let office = whole.taken_in();
        adds_up(&office, on)?;
        comes_back(&whole, &office, on)?;
        compare(&whole, &[plan.as_of.date(), on.date()]).map_err(TestCaseError::fail)?;
    }
}
