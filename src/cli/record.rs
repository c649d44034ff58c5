//! `tkvv record KIND key=value…`: what a screen records, by the same rules and refusals.

mod cells;
mod payment;
mod sheet;
mod visit;

use super::arguments::Record;
use super::failure::Failure;
use super::setting::{Format, Setting};
use super::{book, output};
use crate::office::Trouble;
use crate::office::command::{Command, Done};
use crate::text::{commands, fields, refusals};
use cells::Cells;
use serde_json::{Map, Value, json};
use std::io::Read;

/// What can be recorded, with the keys that each understands.
const KINDS: [(&str, &[&str]); 3] =
    [("payment", payment::KEYS), ("sheet", sheet::KEYS), ("visit", visit::KEYS)];

pub(super) fn run(setting: &Setting, asked: &Record) -> Result<(), Failure> {
    let language = setting.language;
    let Some((_, keys)) = KINDS.iter().find(|(kind, _)| *kind == asked.kind) else {
        let kinds = KINDS.map(|(kind, _)| kind.to_owned());
        return Err(Failure::Usage(commands::unknown(language, "record", &asked.kind, &kinds)));
    };
    let (things, several) = things(setting, asked)?;
    let mut all = Vec::new();
    for (at, thing) in things.into_iter().enumerate() {
        let mut cells = Cells::new(setting, thing, keys, several.then_some(at + 1))?;
        all.push(match asked.kind.as_str() {
            "payment" => Command::Payment(payment::read(&mut cells)?),
            "sheet" => Command::Sheet(sheet::read(&mut cells)?),
            _ => Command::Visit(visit::read(&mut cells)?),
        });
    }
    let mut office = book::to_write(setting)?;
    let done = match <[Command; 1]>::try_from(all) {
        Ok([command]) => {
            let done = office.execute(command, setting.today, Setting::now());
            vec![done.map_err(|trouble| refused(setting, several.then_some(1), &trouble))?]
        }
        Err(all) => office
            .execute_all(all, setting.today, Setting::now())
            .map_err(|(at, trouble)| refused(setting, Some(at + 1), &trouble))?,
    };
    say(setting, &done, several)
}

/// What is to be recorded, one map of cells each, and whether a list was given.
fn things(setting: &Setting, asked: &Record) -> Result<(Vec<Map<String, Value>>, bool), Failure> {
    let language = setting.language;
    if !asked.json {
        return Ok((vec![pairs(setting, &asked.cells)?], false));
    }
    if let Some(cell) = asked.cells.first() {
        return Err(Failure::Usage(commands::useless_option(language, "record --json", cell)));
    }
    let mut text = String::new();
    let read = std::io::stdin().lock().read_to_string(&mut text);
    read.map_err(|error| Failure::Refused(error.to_string()))?;
    let not_json = |why: String| Failure::Refused(commands::not_json(language, &why));
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let value = serde_json::from_str(text).map_err(|error| not_json(error.to_string()))?;
    let an_object = |value| match value {
        Value::Object(map) => Ok(map),
        other => Err(not_json(other.to_string().chars().take(60).collect())),
    };
    match value {
        Value::Array(list) if list.is_empty() => Err(not_json("[]".to_owned())),
        Value::Array(list) => {
            Ok((list.into_iter().map(an_object).collect::<Result<_, _>>()?, true))
        }
        one => Ok((vec![an_object(one)?], false)),
    }
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

/// The ids of what was recorded.
fn say(setting: &Setting, done: &[Done], several: bool) -> Result<(), Failure> {
    let one = |done: &Done| json!({"id": done.id, "already": done.already, "facts": done.facts});
    let text = match (setting.format(), done) {
        (Format::Json, [only]) if !several => format!("{:#}\n", one(only)),
        (Format::Json, all) => {
            format!("{:#}\n", Value::Array(all.iter().map(one).collect()))
        }
        (Format::Table | Format::Csv, all) => {
            all.iter().map(|done| format!("{}\n", done.id)).collect()
        }
    };
    output::write(setting, &text)
}
