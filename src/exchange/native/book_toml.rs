//! `book.toml`: the book's title, its home place, and the day on which a demo stands.

use super::fault::{Faults, Wrong};
use super::loaded::Loaded;
use super::tables::PLACES;
use crate::domain::day::Day;
use crate::domain::ids::PlaceCode;
use crate::domain::record::Batch;
use std::io::ErrorKind;
use std::path::Path;
use toml::{Table, Value};

/// The file's name.
pub(super) const FILE: &str = "book.toml";

/// What it says.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) title: Option<String>,
    pub(super) home: Option<PlaceCode>,
    pub(super) as_of: Option<Day>,
}

/// Reads it; it may be missing.
pub(super) fn read(folder: &Path, loaded: &Loaded, book: &Batch, faults: &mut Faults) -> About {
    let text = match std::fs::read_to_string(folder.join(FILE)) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return About::default(),
        Err(error) => {
            faults.add(FILE, None, "", "", Wrong::Unreadable(error.to_string()));
            return About::default();
        }
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let table: Table = match text.parse() {
        Ok(table) => table,
        Err(error) => {
            let error: toml::de::Error = error;
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count() as u64 + 1;
            faults.add(FILE, Some(line), "", "", Wrong::NotToml(error.message().to_owned()));
            return About::default();
        }
    };
    let mut about = About::default();
    for (key, value) in &table {
        let line = line_of(text, key);
        let found = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
        let mut fault = |wrong| faults.add(FILE, line, key, &found, wrong);
        match key.as_str() {
            "title" => match value.as_str() {
                Some(title) if title.chars().any(char::is_control) => {
                    fault(Wrong::ControlCharacters);
                }
                Some(title) if title.chars().count() > 200 => fault(Wrong::TooLong(200)),
                Some(title) => about.title = Some(title.to_owned()),
                None => fault(Wrong::Empty),
            },
            "place" => {
                let code = PlaceCode::new(found.as_str());
                if knows(loaded, book, &code) {
                    about.home = Some(code);
                } else {
                    fault(Wrong::UnknownCode(PLACES.file));
                }
            }
            "as_of" => match day(value) {
                Some(day) => about.as_of = Some(day),
                None => fault(Wrong::NotADay),
            },
            _ => fault(Wrong::UnknownColumn("title, place, as_of".to_owned())),
        }
    }
    about
}

fn knows(loaded: &Loaded, book: &Batch, code: &PlaceCode) -> bool {
    loaded.places.iter().any(|(_, place)| place.code == *code)
        || book.places.iter().any(|place| place.code == *code)
        || loaded.spoilt.may_hold(&PLACES, code.as_str())
}

/// A day, as text or as TOML's own kind of day.
fn day(value: &Value) -> Option<Day> {
    match value {
        Value::String(text) => Day::parse_iso(text),
        Value::Datetime(day) => Day::parse_iso(&day.to_string()),
        _ => None,
    }
}

fn line_of(text: &str, key: &str) -> Option<u64> {
    (1..).zip(text.lines()).find(|(_, line)| line.trim_start().starts_with(key)).map(|(at, _)| at)
}

/// Writes it, in one order of keys.
pub(super) fn write(book: &Batch) -> String {
    let mut text = String::new();
    let said = [
        ("title", book.title.clone()),
        ("place", book.home.as_ref().map(ToString::to_string)),
        ("as_of", book.as_of.map(|day| day.to_string())),
    ];
    for (key, value) in said {
        if let Some(value) = value {
            text.push_str(&format!("{key} = {}\n", Value::String(value)));
        }
    }
    text
}
