//! A rulebook's text as TOML, laid over the one that fills its gaps, each value with its line.

use crate::domain::day::Day;
use crate::domain::ids::ProgrammeCode;
use crate::domain::rulebook::{Expected, Fault, FaultKind};
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Parses TOML; the parser finds days that are none and keys that stand twice, too.
pub(super) fn parse(text: &str) -> Result<Spanned<DeTable<'_>>, Fault> {
    DeTable::parse(text).map_err(|error| Fault {
        line: error.span().map_or(1, |span| line_of(text, span.start)),
        kind: FaultKind::Syntax(error.message().to_owned()),
    })
}

pub(super) fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// The given text, and under it the one that fills its gaps.
pub(super) struct Document<'a> {
    pub(super) layers: Vec<(&'a str, &'a DeTable<'a>)>,
}

/// A value with where it stands.
#[derive(Clone)]
pub(super) struct At<'a> {
    text: &'a str,
    name: String,
    value: &'a Spanned<DeValue<'a>>,
}

fn name_of(table: &str, key: &str) -> String {
    if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") }
}

impl<'a> Document<'a> {
    fn of_layer(&self, layer: usize, table: &str, key: &str) -> Option<At<'a>> {
        let (text, whole) = self.layers.get(layer)?;
        let within =
            if table.is_empty() { *whole } else { whole.get(table)?.get_ref().as_table()? };
        Some(At { text, name: name_of(table, key), value: within.get(key)? })
    }

    /// What the given text itself says of a key; the layers below are not asked.
    pub(super) fn own(&self, table: &str, key: &str) -> Option<At<'a>> {
        self.of_layer(0, table, key)
    }

    /// A key of a table (`""`: of the whole), of the first layer that has it.
    pub(super) fn find(&self, table: &str, key: &str) -> Option<At<'a>> {
        (0..self.layers.len()).find_map(|layer| self.of_layer(layer, table, key))
    }

    /// The same where it has to be somewhere.
    pub(super) fn at(&self, table: &str, key: &str) -> Result<At<'a>, Fault> {
        let missing = Fault { line: 1, kind: FaultKind::Missing(name_of(table, key)) };
        self.find(table, key).ok_or(missing)
    }

    /// That keys of a table don't go together; the line is one of the given text.
    pub(super) fn disagree(&self, table: &str, keys: &[&str], expected: Expected) -> Fault {
        let own = keys.iter().find_map(|key| self.own(table, key));
        let found = own.or_else(|| keys.iter().find_map(|key| self.find(table, key)));
        match found {
            Some(at) => at.wrong(expected),
            None => Fault { line: 1, kind: FaultKind::Missing(table.to_owned()) },
        }
    }
}

impl<'a> At<'a> {
    pub(super) fn fault(&self, kind: FaultKind) -> Fault {
        Fault { line: line_of(self.text, self.value.span().start), kind }
    }

    pub(super) fn wrong(&self, expected: Expected) -> Fault {
        self.fault(FaultKind::Value(self.name.clone(), expected))
    }

    /// Text that can be shown: what is laid over several lines becomes one.
    pub(super) fn text(&self) -> Result<String, Fault> {
        let text = self.value.get_ref().as_str().map(|text| text.trim().replace('\n', " "));
        text.filter(|text| !text.chars().any(char::is_control))
            .ok_or_else(|| self.wrong(Expected::Text))
    }

    pub(super) fn boolean(&self) -> Result<bool, Fault> {
        self.value.get_ref().as_bool().ok_or_else(|| self.wrong(Expected::Boolean))
    }

    pub(super) fn whole(&self, least: u32, most: u32) -> Result<u32, Fault> {
        let number = match self.value.get_ref() {
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        number
            .filter(|number| (least..=most).contains(number))
            .ok_or_else(|| self.wrong(Expected::Whole(least, most)))
    }

    /// A decimal. It stands in quotes, since a number of TOML is a binary fraction.
    pub(super) fn decimal(&self, least: i64, most: i64) -> Result<Decimal, Fault> {
        let text = self.value.get_ref().as_str().ok_or_else(|| self.wrong(Expected::Quoted))?;
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b".-".contains(&byte));
        let value = Decimal::from_str_exact(text).ok().filter(|_| plain);
        value
            .filter(|value| *value >= Decimal::from(least) && *value <= Decimal::from(most))
            .ok_or_else(|| self.wrong(Expected::Decimal(least, most)))
    }

    /// A decimal of at most so many places.
    pub(super) fn decimal_of(&self, bounds: (i64, i64), places: u32) -> Result<Decimal, Fault> {
        let value = self.decimal(bounds.0, bounds.1)?;
        let fits = value.normalize().scale() <= places;
        fits.then_some(value).ok_or_else(|| self.wrong(Expected::Places(places)))
    }

    pub(super) fn day(&self) -> Result<Day, Fault> {
        let text = match self.value.get_ref() {
            DeValue::Datetime(datetime) => datetime.to_string(),
            _ => String::new(),
        };
        Day::parse_iso(&text).ok_or_else(|| self.wrong(Expected::Day))
    }

    pub(super) fn items(&self) -> Result<Vec<At<'a>>, Fault> {
        let items = self.value.get_ref().as_array().ok_or_else(|| self.wrong(Expected::List))?;
        let item = |value| At { text: self.text, name: self.name.clone(), value };
        Ok(items.iter().map(item).collect())
    }

    pub(super) fn find(&self, key: &str) -> Result<Option<At<'a>>, Fault> {
        let table = self.value.get_ref().as_table().ok_or_else(|| self.wrong(Expected::Table))?;
        let name = format!("{}.{key}", self.name);
        Ok(table.get(key).map(|value| At { text: self.text, name, value }))
    }

    pub(super) fn at(&self, key: &str) -> Result<At<'a>, Fault> {
        let missing = || self.fault(FaultKind::Missing(format!("{}.{key}", self.name)));
        self.find(key)?.ok_or_else(missing)
    }

    pub(super) fn programmes(&self) -> Result<BTreeSet<ProgrammeCode>, Fault> {
        self.items()?.iter().map(|item| Ok(ProgrammeCode::new(item.text()?))).collect()
    }
}
