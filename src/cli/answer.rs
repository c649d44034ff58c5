//! A report's value as JSON, a table for people, or CSV: one way for all reports.

mod flat;
mod measures;

use super::failure::Failure;
use super::output::Sink;
use super::setting::{Format, Setting};
use super::{csv_text, output, table};
use crate::domain::day::Day;
use crate::domain::ratio::RatioId;
use crate::text::{columns, format};
use flat::{Rows, flatten};
use serde::Serialize;
use serde_json::{Map, Value};

/// Writes a report of one thing as it was asked for.
pub(super) fn write(setting: &Setting, report: &impl Serialize) -> Result<(), Failure> {
    write_saying(setting, report, "")
}

/// The same; below a table for people stands a word about it.
pub(super) fn write_saying(
    setting: &Setting,
    report: &impl Serialize,
    word: &str,
) -> Result<(), Failure> {
    let value = value_of(report)?;
    let text = match setting.format() {
        Format::Json => format!("{value:#}\n"),
        Format::Csv => {
            let rows = Rows::of(&value);
            csv_text::write(&rows.columns, &rows.cells)
        }
        Format::Table => for_people(setting, &value) + &below(word),
    };
    output::write(setting, &text)
}

/// Writes a report that is a list, each row as it comes; `columns` are those of an empty one.
pub(super) fn list<R: Serialize>(
    setting: &Setting,
    columns: &[&str],
    rows: impl IntoIterator<Item = R>,
) -> Result<(), Failure> {
    list_saying(setting, columns, rows, "")
}

/// The same; below a table for people stands a word about it.
pub(super) fn list_saying<R: Serialize>(
    setting: &Setting,
    columns: &[&str],
    rows: impl IntoIterator<Item = R>,
    word: &str,
) -> Result<(), Failure> {
    let mut list = List::open(setting, columns)?;
    rows.into_iter().try_for_each(|row| list.put(&row))?;
    if setting.format() == Format::Table {
        list.word = below(word);
    }
    list.finish()
}

fn below(word: &str) -> String {
    if word.is_empty() { String::new() } else { format!("\n{word}\n") }
}

fn value_of(report: &impl Serialize) -> Result<Value, Failure> {
    serde_json::to_value(report).map_err(refused)
}

fn refused(error: serde_json::Error) -> Failure {
    Failure::Refused(error.to_string())
}

/// A list that is written while it is made. Only a table needs all of it: its columns are as wide
/// as their widest cell.
pub(super) struct List<'s> {
    setting: &'s Setting,
    sink: Sink<'s>,
    /// The columns of a CSV file: those of its first row.
    columns: Vec<String>,
    rows: usize,
    kept: Vec<Value>,
    /// What stands below it.
    word: String,
}

impl<'s> List<'s> {
    /// Opens it; `columns` are those of an empty list.
    pub(super) fn open(setting: &'s Setting, columns: &[&str]) -> Result<List<'s>, Failure> {
        let columns = columns.iter().map(|column| (*column).to_owned()).collect();
        let sink = Sink::open(setting)?;
        Ok(List { setting, sink, columns, rows: 0, kept: Vec::new(), word: String::new() })
    }

    /// Takes a row.
    pub(super) fn put(&mut self, row: &impl Serialize) -> Result<(), Failure> {
        let first = self.rows == 0;
        self.rows += 1;
        match self.setting.format() {
            Format::Json => {
                let row = serde_json::to_string_pretty(row).map_err(refused)?;
                self.sink.put(if first { "[\n  " } else { ",\n  " })?;
                self.sink.put(&row.replace('\n', "\n  "))
            }
            Format::Csv => {
                let mut flat = Vec::new();
                flatten("", &value_of(row)?, &mut flat);
                if first {
                    self.columns = flat.iter().map(|(column, _)| column.clone()).collect();
                    self.sink.put(&csv_text::head(&self.columns))?;
                }
                let cells = self.columns.iter().map(|column| {
                    let found = flat.iter().find(|(known, _)| known == column);
                    found.map_or(Value::Null, |(_, value)| value.clone())
                });
                self.sink.put(&csv_text::row(&cells.collect::<Vec<_>>()))
            }
            Format::Table => {
                self.kept.push(value_of(row)?);
                Ok(())
            }
        }
    }

    /// The list is whole.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        match (self.setting.format(), self.rows) {
            (Format::Json, 0) => self.sink.put("[]\n")?,
            (Format::Json, _) => self.sink.put("\n]\n")?,
            (Format::Csv, 0) => self.sink.put(&csv_text::head(&self.columns))?,
            (Format::Csv, _) => {}
            (Format::Table, 0) => {
                let names = self.columns.iter().map(|at| columns::name(self.setting.language, at));
                self.sink.put(&table::draw(&names.collect::<Vec<_>>(), &[]))?;
            }
            (Format::Table, _) => {
                let rows = Value::Array(std::mem::take(&mut self.kept));
                self.sink.put(&for_people(self.setting, &rows))?;
            }
        }
        self.sink.put(&self.word)?;
        self.sink.finish()
    }
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
