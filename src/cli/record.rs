//! `tkvv record KIND key=value…`: what a screen records, by the same rules and refusals.

mod cells;
mod collection;
mod facts;
mod kinds;
mod known;
mod loan;
mod payment;
mod people;
mod place;
mod sheet;
mod visit;

use super::arguments::Record;
use super::failure::Failure;
use super::setting::{Format, Setting};
use super::{book, output};
use crate::office::command::{Command, Done};
use crate::office::{Office, Trouble};
use crate::text::{commands, fields, refusals};
use cells::Cells;
use kinds::{Kind, code_of};
use known::Known;
use serde_json::{Map, Value, json};
use std::io::Read;

/// A thing to record: its kind and its cells.
type Thing = (&'static Kind, Map<String, Value>);

/// The kinds with their keys, for the help.
pub(super) fn keys() -> Vec<(&'static str, String)> {
    kinds::KINDS.iter().map(|kind| (kind.word, kind.keys.join(" "))).collect()
}

pub(super) fn run(setting: &Setting, asked: &Record) -> Result<(), Failure> {
    let (things, several) = things(setting, asked)?;
    let mut all = Vec::new();
    for (at, (kind, cells)) in things.into_iter().enumerate() {
        all.push((kind, Cells::new(setting, cells, kind.keys, several.then_some(at + 1))?));
    }
    // A book is begun by its first place; anything else needs one that is there.
    let begins = all.first().is_some_and(|(kind, _)| kind.word == "place");
    if begins && !setting.book_path()?.exists() {
        return book::make(setting, |office| record(setting, office, all, several));
    }
    record(setting, &mut book::to_write(setting)?, all, several)
}

/// Reads the cells of all, then does all of them or none.
fn record(
    setting: &Setting,
    office: &mut Office,
    all: Vec<(&Kind, Cells<'_>)>,
    several: bool,
) -> Result<(), Failure> {
    let mut known = Known::new(office, setting.today);
    let mut commands = Vec::new();
    for (kind, mut cells) in all {
        let command = (kind.read)(&mut cells, &known)?;
        known.add(&command);
        commands.push(command);
    }
    let codes: Vec<Option<String>> = commands.iter().map(code_of).collect();
    let done = match <[Command; 1]>::try_from(commands) {
        Ok([command]) => {
            let done = office.execute(command, setting.today, Setting::now());
            vec![done.map_err(|trouble| refused(setting, several.then_some(1), &trouble))?]
        }
        Err(all) => office
            .execute_all(all, setting.today, Setting::now())
            .map_err(|(at, trouble)| refused(setting, Some(at + 1), &trouble))?,
    };
    say(setting, &done, &codes, several)
}

/// What is to be recorded, and whether a list was given.
fn things(setting: &Setting, asked: &Record) -> Result<(Vec<Thing>, bool), Failure> {
    let language = setting.language;
    let kind = asked.kind.as_deref().map(|word| kind_of(setting, word)).transpose()?;
    let Some(kind) = kind.filter(|_| !asked.json) else {
        if let Some(cell) = asked.cells.first() {
            let message = commands::useless_option(language, "record --json", cell);
            return Err(Failure::Usage(message));
        }
        return from_json(setting, kind);
    };
    Ok((vec![(kind, pairs(setting, &asked.cells)?)], false))
}

fn kind_of(setting: &Setting, word: &str) -> Result<&'static Kind, Failure> {
    kinds::of(word).ok_or_else(|| {
        let message = commands::unknown(setting.language, "record", word, &kinds::words());
        Failure::Usage(message)
    })
}

/// One thing or a list from stdin: all of the kind given, else each of the kind that it names.
fn from_json(
    setting: &Setting,
    given: Option<&'static Kind>,
) -> Result<(Vec<Thing>, bool), Failure> {
    let not_json = |why: String| Failure::Refused(commands::not_json(setting.language, &why));
    let mut text = String::new();
    let read = std::io::stdin().lock().read_to_string(&mut text);
    read.map_err(|error| Failure::Refused(error.to_string()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let value = serde_json::from_str(text).map_err(|error| not_json(error.to_string()))?;
    let thing = |value| match value {
        Value::Object(map) => named(setting, given, map),
        other => Err(not_json(other.to_string().chars().take(60).collect())),
    };
    match value {
        Value::Array(list) if list.is_empty() => Err(not_json("[]".to_owned())),
        Value::Array(list) => Ok((list.into_iter().map(thing).collect::<Result<_, _>>()?, true)),
        one => Ok((vec![thing(one)?], false)),
    }
}

/// An object with its kind. It says that itself under `record`; under `kind` too, where it is of a
/// kind that has no such column.
fn named(
    setting: &Setting,
    given: Option<&'static Kind>,
    mut map: Map<String, Value>,
) -> Result<Thing, Failure> {
    if let Some(kind) = given {
        return Ok((kind, map));
    }
    if let Some(word) = map.remove("record") {
        return Ok((kind_of(setting, word.as_str().unwrap_or_default())?, map));
    }
    let word = map.get("kind").and_then(Value::as_str).unwrap_or_default();
    let kind = kind_of(setting, word)?;
    if kind.keys.contains(&"kind") {
        let message = commands::says_no_kind(setting.language, kind.word);
        return Err(Failure::Usage(message));
    }
    map.remove("kind");
    Ok((kind, map))
}

/// `key=value` as cells.
fn pairs(setting: &Setting, cells: &[String]) -> Result<Map<String, Value>, Failure> {
    let mut map = Map::new();
    for cell in cells {
        let Some((key, value)) = cell.split_once('=') else {
            return Err(Failure::Usage(commands::not_a_pair(setting.language, cell)));
        };
        if map.insert(key.to_owned(), Value::String(value.to_owned())).is_some() {
            return Err(Failure::Usage(commands::given_twice(setting.language, key)));
        }
    }
    Ok(map)
}

fn refused(setting: &Setting, number: Option<usize>, trouble: &Trouble) -> Failure {
    let failure = match trouble {
        Trouble::Refused(refusal) => {
            let key = fields::key_of(refusal.field);
            let sentence = refusals::sentence(setting.language, refusal);
            Failure::Refused(if key.is_empty() { sentence } else { format!("{key}: {sentence}") })
        }
        Trouble::Store(error) => Failure::store(setting.language, error),
    };
    match (number, failure) {
        (Some(number), Failure::Refused(message)) => {
            Failure::Refused(commands::numbered(setting.language, number, &message))
        }
        (_, failure) => failure,
    }
}

/// The codes or ids of what was recorded.
fn say(
    setting: &Setting,
    done: &[Done],
    codes: &[Option<String>],
    several: bool,
) -> Result<(), Failure> {
    let one = |(done, code): (&Done, &Option<String>)| match code {
        None => json!({"id": done.id, "already": done.already, "facts": done.facts}),
        Some(code) => {
            json!({"code": code, "id": done.id, "already": done.already, "facts": done.facts})
        }
    };
    let mut all = done.iter().zip(codes);
    let text = match setting.format() {
        Format::Json if several => {
            format!("{:#}\n", Value::Array(all.map(one).collect()))
        }
        Format::Json => all.next().map(|only| format!("{:#}\n", one(only))).unwrap_or_default(),
        Format::Table | Format::Csv => all
            .map(|(done, code)| {
                let name = code.clone().unwrap_or_else(|| done.id.to_string());
                format!("{name}\n")
            })
            .collect(),
    };
    output::write(setting, &text)
}
