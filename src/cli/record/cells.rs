//! The cells of one thing to record, by key, each read as what it has to be.

use crate::cli::failure::Failure;
use crate::cli::setting::Setting;
use crate::domain::day::{Day, Month};
use crate::domain::group::Association;
use crate::domain::ids::FactId;
use crate::domain::money::Dong;
use crate::domain::rate::Rate;
use crate::domain::words::Words;
use crate::exchange::native::Wrong;
use crate::office::new_id;
use crate::text::{commands, imports};
use serde_json::{Map, Value};

/// Cells by key; those that were read are taken out.
#[derive(Debug)]
pub(super) struct Cells<'s> {
    pub(super) setting: &'s Setting,
    map: Map<String, Value>,
    /// Which of several it is, or which line.
    number: Option<usize>,
}

impl<'s> Cells<'s> {
    /// Takes the cells; a key that nobody knows is wrong usage.
    pub(super) fn new(
        setting: &'s Setting,
        map: Map<String, Value>,
        keys: &[&str],
        number: Option<usize>,
    ) -> Result<Cells<'s>, Failure> {
        match map.keys().find(|key| !keys.contains(&key.as_str())) {
            Some(unknown) => {
                let known: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
                let message = commands::unknown(setting.language, "key", unknown, &known);
                Err(Failure::Usage(message))
            }
            None => Ok(Cells { setting, map, number }),
        }
    }

    /// That a cell can't be what was given.
    pub(super) fn wrong(&self, key: &str, given: &str, wrong: &Wrong) -> Failure {
        let language = self.setting.language;
        let expected = imports::expected(language, wrong);
        let message = commands::wrong_value(language, key, given, &expected);
        Failure::Refused(match self.number {
            Some(number) => commands::numbered(language, number, &message),
            None => message,
        })
    }

    /// The text of a cell; none where it is empty or was not given.
    pub(super) fn maybe(&mut self, key: &str) -> Result<Option<String>, Failure> {
        match self.map.remove(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(other) => Err(self.wrong(key, &other.to_string(), &Wrong::Empty)),
        }
    }

    /// The text of a cell that must be given.
    pub(super) fn text(&mut self, key: &str) -> Result<String, Failure> {
        self.maybe(key)?.ok_or_else(|| self.wrong(key, "", &Wrong::Empty))
    }

    /// A code or id.
    pub(super) fn code<T: for<'t> From<&'t str>>(&mut self, key: &str) -> Result<T, Failure> {
        Ok(T::from(&self.text(key)?))
    }

    /// The id: as given, so that saving twice saves once, or a new one.
    pub(super) fn id(&mut self) -> Result<FactId, Failure> {
        let given = self.maybe("id")?;
        Ok(given.map_or_else(|| new_id(Setting::now()), FactId::new))
    }

    fn read<T>(
        &self,
        key: &str,
        text: Option<String>,
        wrong: &Wrong,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Failure> {
        text.map(|text| read(&text).ok_or_else(|| self.wrong(key, &text, wrong))).transpose()
    }

    /// A day that may be missing.
    pub(super) fn maybe_day(&mut self, key: &str) -> Result<Option<Day>, Failure> {
        let text = self.maybe(key)?;
        self.read(key, text, &Wrong::NotADay, Day::parse_iso)
    }

    /// A day.
    pub(super) fn day(&mut self, key: &str) -> Result<Day, Failure> {
        self.maybe_day(key)?.ok_or_else(|| self.wrong(key, "", &Wrong::Empty))
    }

    /// Whole đồng that may be missing; what is below zero is for the rules to refuse.
    pub(super) fn maybe_money(&mut self, key: &str) -> Result<Option<Dong>, Failure> {
        let text = self.maybe(key)?;
        self.read(key, text, &Wrong::NotMoney, whole)
    }

    /// Whole đồng.
    pub(super) fn money(&mut self, key: &str) -> Result<Dong, Failure> {
        self.maybe_money(key)?.ok_or_else(|| self.wrong(key, "", &Wrong::Empty))
    }

    /// One of the words of a kind, which may be missing.
    pub(super) fn maybe_word<T: Words>(&mut self, key: &str) -> Result<Option<T>, Failure> {
        let text = self.maybe(key)?;
        self.read(key, text, &Wrong::NotAWord(T::all_words()), T::from_word)
    }

    /// One of the words of a kind.
    pub(super) fn word<T: Words>(&mut self, key: &str) -> Result<T, Failure> {
        let word = self.maybe_word(key)?;
        word.ok_or_else(|| self.wrong(key, "", &Wrong::NotAWord(T::all_words())))
    }

    /// The code of an association.
    pub(super) fn association(&mut self) -> Result<Association, Failure> {
        let codes = Association::ALL.map(Association::code).join(", ");
        let association = self.maybe_association()?;
        association.ok_or_else(|| self.wrong("association", "", &Wrong::NotAWord(codes)))
    }

    /// The code of an association, which may be missing.
    pub(super) fn maybe_association(&mut self) -> Result<Option<Association>, Failure> {
        let codes = Association::ALL.map(Association::code).join(", ");
        let text = self.maybe("association")?;
        self.read("association", text, &Wrong::NotAWord(codes), Association::from_code)
    }

    /// What a row is to have in a cell: what is given, also where that is nothing, else what is
    /// known of it.
    pub(super) fn keep<T>(
        &mut self,
        key: &str,
        known: Option<T>,
        read: impl FnOnce(&mut Self, &str) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match known {
            Some(known) if !self.map.contains_key(key) => Ok(known),
            _ => read(self, key),
        }
    }

    /// Whether a key was given, with or without something.
    pub(super) fn is_given(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    /// A code or id that may be missing.
    pub(super) fn maybe_code<T: for<'t> From<&'t str>>(
        &mut self,
        key: &str,
    ) -> Result<Option<T>, Failure> {
        Ok(self.maybe(key)?.map(|text| T::from(&text)))
    }

    /// A whole number that may be missing; its bounds are for the rules to say.
    pub(super) fn maybe_number(&mut self, key: &str) -> Result<Option<u32>, Failure> {
        let text = self.maybe(key)?;
        self.read(key, text, &Wrong::NotANumber(0, u32::MAX), |text| text.parse().ok())
    }

    /// A whole number.
    pub(super) fn number(&mut self, key: &str) -> Result<u32, Failure> {
        self.maybe_number(key)?.ok_or_else(|| self.wrong(key, "", &Wrong::Empty))
    }

    /// A month.
    pub(super) fn month(&mut self, key: &str) -> Result<Month, Failure> {
        let text = self.maybe(key)?;
        let month = self.read(key, text, &Wrong::NotAMonth, Month::parse_iso)?;
        month.ok_or_else(|| self.wrong(key, "", &Wrong::Empty))
    }

    /// A rate in percent a year that may be missing.
    pub(super) fn maybe_rate(&mut self, key: &str) -> Result<Option<Rate>, Failure> {
        let text = self.maybe(key)?;
        self.read(key, text, &Wrong::NotARate, Rate::parse)
    }

    /// Yes or no, as 1 or 0; no where it is missing.
    pub(super) fn flag(&mut self, key: &str) -> Result<bool, Failure> {
        if let Some(Value::Bool(flag)) = self.map.get(key) {
            let flag = *flag;
            self.map.remove(key);
            return Ok(flag);
        }
        let text = self.maybe(key)?;
        let read = |text: &str| match text {
            "0" => Some(false),
            "1" => Some(true),
            _ => None,
        };
        let flag = self.read(key, text, &Wrong::NotAWord("0, 1".to_owned()), read)?;
        Ok(flag.unwrap_or_default())
    }

    /// The one thing under a key, as cells of its own; none where it is missing.
    pub(super) fn nested(
        &mut self,
        key: &str,
        keys: &[&str],
    ) -> Result<Option<Cells<'s>>, Failure> {
        match self.map.remove(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(map)) => Cells::new(self.setting, map, keys, self.number).map(Some),
            Some(other) => {
                let expected = Wrong::NotAWord(format!("{{{}}}", keys.join(", ")));
                Err(self.wrong(key, &other.to_string(), &expected))
            }
        }
    }

    /// The lines under a key, each with these keys: a JSON list, or text that is one, or text
    /// that `short` understands.
    pub(super) fn lines(
        &mut self,
        key: &str,
        keys: &[&str],
        short: impl Fn(&str) -> Option<Vec<Map<String, Value>>>,
    ) -> Result<Vec<Cells<'s>>, Failure> {
        let given = match self.map.remove(key) {
            Some(Value::String(text)) if text.is_empty() => return Ok(Vec::new()),
            None | Some(Value::Null) => return Ok(Vec::new()),
            Some(Value::String(text)) => match serde_json::from_str(&text) {
                Ok(value @ Value::Array(_)) => value,
                _ => match short(&text) {
                    Some(lines) => Value::Array(lines.into_iter().map(Value::Object).collect()),
                    None => Value::String(text),
                },
            },
            Some(other) => other,
        };
        let expected = || Wrong::NotAWord(format!("[{{{}}}]", keys.join(", ")));
        let Value::Array(lines) = given else {
            return Err(self.wrong(key, &given.to_string(), &expected()));
        };
        let mut all = Vec::new();
        for (at, line) in lines.into_iter().enumerate() {
            let Value::Object(map) = line else {
                return Err(self.wrong(key, &line.to_string(), &expected()));
            };
            all.push(Cells::new(self.setting, map, keys, Some(at + 1))?);
        }
        Ok(all)
    }
}

/// Whole đồng: an optional minus and digits.
fn whole(text: &str) -> Option<Dong> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| {
        let most = if text.starts_with('-') { i64::MIN } else { i64::MAX };
        Dong::new(text.parse().unwrap_or(most))
    })
}
