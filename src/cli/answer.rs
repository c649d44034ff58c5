//! A report's value as JSON, a table for people, or CSV: one way for all reports.

pub(super) mod list;
mod measures;

use super::failure::Failure;
use super::setting::{Format, Setting};
use super::{csv_text, output, table};
use crate::domain::day::Day;
use crate::domain::ratio::RatioId;
use crate::text::{columns, format};
use serde::Serialize;
use serde_json::{Map, Value};

/// Writes a report as it was asked for.
pub(super) fn write(setting: &Setting, report: &impl Serialize) -> Result<(), Failure> {
    let value =
        serde_json::to_value(report).map_err(|error| Failure::Refused(error.to_string()))?;
    let text = match setting.format() {
        Format::Json => format!("{value:#}\n"),
        Format::Csv => {
            let rows = Rows::of(&value);
            csv_text::write(&rows.columns, &rows.cells)
        }
        Format::Table => for_people(setting, &value),
    };
    output::write(setting, &text)
}

/// Columns and cells of a report.
#[derive(Debug, Default, PartialEq, Eq)]
struct Rows {
    columns: Vec<String>,
    cells: Vec<Vec<Value>>,
}

impl Rows {
    /// A list becomes one line for each thing in it; a single thing becomes one line for each of
    /// its values.
    fn of(value: &Value) -> Rows {
        match value {
            Value::Array(things) => Rows::of_list(things),
            other => {
                let mut flat = Vec::new();
                flatten("", other, &mut flat);
                let columns = vec!["key".to_owned(), "value".to_owned()];
                let cells = flat.into_iter().map(|(key, value)| vec![Value::String(key), value]);
                Rows { columns, cells: cells.collect() }
            }
        }
    }

    fn of_list(things: &[Value]) -> Rows {
        let mut rows = Rows::default();
        for thing in things {
            let mut flat = Vec::new();
            flatten("", thing, &mut flat);
            let mut cells = vec![Value::Null; rows.columns.len()];
            for (column, value) in flat {
                let at = rows.columns.iter().position(|known| *known == column);
                match at.and_then(|at| cells.get_mut(at)) {
                    Some(cell) => *cell = value,
                    None => {
                        rows.columns.push(column);
                        cells.push(value);
                    }
                }
            }
            rows.cells.push(cells);
        }
        rows
    }
}

/// The single values inside a value, with the way to each: `interest.accrued`. What lies in a list
/// is found by its own id or number.
fn flatten(way: &str, value: &Value, flat: &mut Vec<(String, Value)>) {
    let inside =
        |name: &str| if way.is_empty() { name.to_owned() } else { format!("{way}.{name}") };
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                flatten(&inside(name), value, flat);
            }
        }
        Value::Array(things) => {
            for (at, thing) in things.iter().enumerate() {
                let name = own_name(thing).unwrap_or_else(|| (at + 1).to_string());
                let rest = without_name(thing);
                flatten(&inside(&name), &rest, flat);
            }
        }
        single => flat.push((way.to_owned(), single.clone())),
    }
}

fn own_name(thing: &Value) -> Option<String> {
    match thing.get("id").or_else(|| thing.get("no"))? {
        Value::String(id) => Some(id.clone()),
        Value::Number(no) => Some(no.to_string()),
        _ => None,
    }
}

fn without_name(thing: &Value) -> Value {
    let Value::Object(map) = thing else { return thing.clone() };
    let rest: Map<String, Value> = map
        .iter()
        .filter(|(name, _)| *name != "id" && *name != "no")
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    Value::Object(rest)
}

/// Tables with the columns' names in the person's language: one for a list; for a single thing one
/// of its own values, and one for each list inside it.
fn for_people(setting: &Setting, value: &Value) -> String {
    let Value::Object(map) = value else {
        return one_table(setting, &with_measures(setting, with_short_criteria(value)));
    };
    let mut alone = map.clone();
    alone.retain(|_, value| !is_list(value));
    let mut tables = vec![one_table(setting, &Value::Object(alone))];
    for (name, value) in map.iter().filter(|(_, value)| is_list(value)) {
        tables.push(one_table(setting, &as_list(setting, name, value)));
    }
    tables.join("\n")
}

/// Criteria as points of the most points, so that a scorecard fits into one line.
fn with_short_criteria(list: &Value) -> Value {
    let mut list = list.clone();
    for thing in list.as_array_mut().into_iter().flatten() {
        let Some(Value::Array(criteria)) = thing.get_mut("criteria").map(Value::take) else {
            continue;
        };
        let short = criteria.iter().map(|one| {
            let text = |name| one.get(name).and_then(Value::as_str).unwrap_or_default();
            let points = [text("points"), text("max")].map(|of| of.replace('.', ","));
            (text("id").to_owned(), Value::String(points.join("/")))
        });
        if let Some(cell) = thing.get_mut("criteria") {
            *cell = Value::Object(short.collect());
        }
    }
    list
}

/// The measures of a list's things written out.
fn with_measures(setting: &Setting, mut list: Value) -> Value {
    let things = list.as_array_mut().into_iter().flatten();
    for thing in things.filter_map(Value::as_object_mut) {
        measures::say(setting.language, None, thing);
    }
    list
}

/// Whether a value holds several things of one kind.
fn is_list(value: &Value) -> bool {
    match value {
        Value::Array(_) => true,
        Value::Object(map) => !map.is_empty() && map.values().all(Value::is_object),
        _ => false,
    }
}

/// Things by their names as a list, the name in front.
fn as_list(setting: &Setting, name: &str, value: &Value) -> Value {
    let Value::Object(map) = value else {
        return value.clone();
    };
    let things = map.iter().map(|(key, thing)| {
        let said = columns::name(setting.language, key);
        let mut row = Map::from_iter([(name.to_owned(), Value::String(said))]);
        row.extend(thing.as_object().cloned().unwrap_or_default());
        measures::say(setting.language, RatioId::from_id(key), &mut row);
        Value::Object(row)
    });
    Value::Array(things.collect())
}

fn one_table(setting: &Setting, value: &Value) -> String {
    let rows = Rows::of(value);
    let language = setting.language;
    let names: Vec<String> =
        rows.columns.iter().map(|column| columns::name(language, column)).collect();
    let single = !value.is_array();
    let cells: Vec<Vec<table::Cell>> = rows
        .cells
        .iter()
        .map(|row| {
            let shown = row.iter().enumerate().map(|(at, value)| match value {
                Value::String(key) if single && at == 0 => {
                    table::Cell::left(columns::name(language, key))
                }
                Value::String(said) if !single && measures::in_column(name_of(&rows, at)) => {
                    table::Cell::right(said.clone())
                }
                Value::String(word) => {
                    let column = if single { key_of(row) } else { name_of(&rows, at) };
                    shown(&Value::String(columns::word(language, column, word)))
                }
                other => shown(other),
            });
            shown.collect()
        })
        .collect();
    table::draw(&names, &cells)
}

/// The key of an upright row.
fn key_of(row: &[Value]) -> &str {
    row.first().and_then(Value::as_str).unwrap_or_default()
}

fn name_of(rows: &Rows, at: usize) -> &str {
    rows.columns.get(at).map_or("", String::as_str)
}

/// A value as people write it: money and counts with dots, days as day/month/year.
fn shown(value: &Value) -> table::Cell {
    match value {
        Value::Null => table::Cell::left("–".to_owned()),
        Value::Bool(yes) => table::Cell::left(if *yes { "✓" } else { "" }.to_owned()),
        Value::Number(number) => {
            let text = number.as_i64().map_or_else(|| number.to_string(), format::whole);
            table::Cell::right(text)
        }
        Value::String(text) => match Day::parse_iso(text) {
            Some(day) => table::Cell::left(format::day(day)),
            None if text.bytes().all(|byte| byte.is_ascii_digit()) => {
                table::Cell::left(text.clone())
            }
            None if is_decimal(text) => table::Cell::right(text.replace('.', ",")),
            None => table::Cell::left(text.clone()),
        },
        other => table::Cell::left(other.to_string()),
    }
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.split_once('.').is_some_and(|(whole, rest)| {
        let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        all(whole) && all(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_lies_inside_becomes_columns_of_its_own() {
        let list = json!([
            {"loan": "01", "interest": {"due": 5, "paid": 3}},
            {"loan": "02", "interest": {"due": 7, "paid": 0},
             "criteria": [{"id": "par_1", "points": "30.00"}]},
        ]);
        let rows = Rows::of(&list);
        assert_eq!(
            rows.columns,
            ["loan", "interest.due", "interest.paid", "criteria.par_1.points"]
        );
        assert_eq!(rows.cells[1], [json!("02"), json!(7), json!(0), json!("30.00")]);
    }

    #[test]
    fn a_single_thing_stands_upright() {
        let rows = Rows::of(&json!({"as_of": "2026-10-15", "totals": {"loans": 3}}));
        assert_eq!(rows.columns, ["key", "value"]);
        assert_eq!(rows.cells[1], [json!("totals.loans"), json!(3)]);
    }
}
