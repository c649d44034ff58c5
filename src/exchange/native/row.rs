//! One line of a file: its cells by the name of their column, each read as what it has to be.

use super::fault::{Faults, Wrong};
use super::tables::Table;
use crate::domain::day::{Day, Month};
use crate::domain::ids::FactId;
use crate::domain::money::Dong;
use crate::domain::rate::Rate;
use crate::domain::record::Trail;
use crate::domain::stamp::recorded_on;
use crate::domain::words::Words;
use csv::ByteRecord;
use rust_decimal::Decimal;

/// The most characters of a cell.
const MOST_CHARACTERS: usize = 4_000;
/// The most characters of the minutes of a meeting.
const MOST_OF_MINUTES: usize = 10_000;
/// The most characters of a name, code or id.
const MOST_OF_A_NAME: usize = 200;

/// A line being read. What is wrong with a cell is taken down at once, and the cell is none.
pub(super) struct Row<'r> {
    pub(super) table: &'static Table,
    pub(super) line: u64,
    record: &'r ByteRecord,
    pub(super) faults: &'r mut Faults,
}

impl<'r> Row<'r> {
    pub(super) fn new(
        table: &'static Table,
        line: u64,
        record: &'r ByteRecord,
        faults: &'r mut Faults,
    ) -> Row<'r> {
        Row { table, line, record, faults }
    }

    /// The bytes of a cell, whatever they are; empty where the file has no such column.
    fn bytes(&self, column: &str) -> &'r [u8] {
        self.table.column(column).and_then(|at| self.record.get(at)).unwrap_or_default()
    }

    /// The text of a cell as it is found, for codes of lines that have faults.
    pub(super) fn found(&self, column: &str) -> String {
        String::from_utf8_lossy(self.bytes(column)).into_owned()
    }

    /// Takes a fault down.
    pub(super) fn fault(&mut self, column: &str, wrong: Wrong) {
        let found = self.found(column);
        self.faults.at(self.table, self.line, column, &found, wrong);
    }

    /// Any text, which may be empty.
    pub(super) fn text(&mut self, column: &str) -> Option<&'r str> {
        self.short(column, MOST_CHARACTERS)
    }

    /// Any text, which may be as long as the minutes of a meeting.
    pub(super) fn long_text(&mut self, column: &str) -> Option<&'r str> {
        self.short(column, MOST_OF_MINUTES)
    }

    /// Text that must be there.
    pub(super) fn needed_text(&mut self, column: &str) -> Option<String> {
        let text = self.text(column)?;
        if text.trim().is_empty() {
            self.fault(column, Wrong::Empty);
            return None;
        }
        Some(text.to_owned())
    }

    fn short(&mut self, column: &str, most: usize) -> Option<&'r str> {
        let Ok(text) = str::from_utf8(self.bytes(column)) else {
            self.fault(column, Wrong::NotUtf8);
            return None;
        };
        // The names of the field have no line breaks either: a cell is one line.
        if text.chars().any(char::is_control) {
            self.fault(column, Wrong::ControlCharacters);
            return None;
        }
        if text.len() > most && text.chars().count() > most {
            self.fault(column, Wrong::TooLong(most));
            return None;
        }
        Some(text)
    }

    /// Text that may be missing.
    pub(super) fn maybe_text(&mut self, column: &str) -> Option<Option<String>> {
        let text = self.text(column)?;
        Some((!text.is_empty()).then(|| text.to_owned()))
    }

    /// A name, which must be there.
    pub(super) fn name(&mut self, column: &str) -> Option<String> {
        let text = self.short(column, MOST_OF_A_NAME)?;
        if text.trim().is_empty() {
            self.fault(column, Wrong::Empty);
            return None;
        }
        Some(text.to_owned())
    }

    /// A name that may be missing.
    pub(super) fn maybe_name(&mut self, column: &str) -> Option<Option<String>> {
        let text = self.short(column, MOST_OF_A_NAME)?;
        Some((!text.is_empty()).then(|| text.to_owned()))
    }

    /// A code or id, which must be there.
    pub(super) fn code<T: for<'t> From<&'t str>>(&mut self, column: &str) -> Option<T> {
        self.name(column).map(|text| T::from(&text))
    }

    /// A code or id that may be missing.
    pub(super) fn maybe_code<T: for<'t> From<&'t str>>(
        &mut self,
        column: &str,
    ) -> Option<Option<T>> {
        Some(self.maybe_name(column)?.map(|text| T::from(&text)))
    }

    /// A cell that may be empty, read by `read`.
    pub(super) fn maybe<T>(
        &mut self,
        column: &str,
        wrong: Wrong,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<Option<T>> {
        let text = self.text(column)?;
        if text.is_empty() {
            return Some(None);
        }
        let value = read(text);
        if value.is_none() {
            self.fault(column, wrong);
        }
        value.map(Some)
    }

    /// A cell that must not be empty, read by `read`.
    pub(super) fn needed<T>(
        &mut self,
        column: &str,
        wrong: Wrong,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = self.maybe(column, wrong, read)?;
        if value.is_none() {
            self.fault(column, Wrong::Empty);
        }
        value
    }

    /// A day.
    pub(super) fn day(&mut self, column: &str) -> Option<Day> {
        self.needed(column, Wrong::NotADay, Day::parse_iso)
    }

    /// A day that may be missing.
    pub(super) fn maybe_day(&mut self, column: &str) -> Option<Option<Day>> {
        self.maybe(column, Wrong::NotADay, Day::parse_iso)
    }

    /// A month.
    pub(super) fn month(&mut self, column: &str) -> Option<Month> {
        self.needed(column, Wrong::NotAMonth, Month::parse_iso)
    }

    /// One of the words of a kind.
    pub(super) fn word<T: Words>(&mut self, column: &str) -> Option<T> {
        self.needed(column, Wrong::NotAWord(T::all_words()), T::from_word)
    }

    /// One of the words of a kind, which may be missing.
    pub(super) fn maybe_word<T: Words>(&mut self, column: &str) -> Option<Option<T>> {
        self.maybe(column, Wrong::NotAWord(T::all_words()), T::from_word)
    }

    /// 0 or 1.
    pub(super) fn flag(&mut self, column: &str) -> Option<bool> {
        self.needed(column, Wrong::NotAWord("0, 1".to_owned()), |text| match text {
            "0" => Some(false),
            "1" => Some(true),
            _ => None,
        })
    }

    /// A whole number within bounds.
    pub(super) fn number(&mut self, column: &str, least: u32, most: u32) -> Option<u32> {
        self.needed(column, Wrong::NotANumber(least, most), |text| whole_number(text, least, most))
    }

    /// A rate.
    pub(super) fn rate(&mut self, column: &str) -> Option<Rate> {
        self.needed(column, Wrong::NotARate, Rate::parse)
    }

    /// A decimal within bounds, which may be missing.
    pub(super) fn maybe_decimal(
        &mut self,
        column: &str,
        least: i64,
        most: i64,
    ) -> Option<Option<Decimal>> {
        self.maybe(column, Wrong::NotADecimal(least, most), |text| {
            let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b".-".contains(&byte));
            let value = Decimal::from_str_exact(text).ok().filter(|_| plain)?;
            (Decimal::from(least)..=Decimal::from(most)).contains(&value).then_some(value)
        })
    }

    /// Money, zero or more, which may be missing.
    pub(super) fn maybe_money(&mut self, column: &str) -> Option<Option<Dong>> {
        let money = self.maybe(column, Wrong::NotMoney, whole_dong)?;
        self.within(column, money)
    }

    /// Money, zero or more.
    pub(super) fn money(&mut self, column: &str) -> Option<Dong> {
        let money = self.needed(column, Wrong::NotMoney, whole_dong)?;
        self.within(column, Some(money))?
    }

    /// Money above zero.
    pub(super) fn amount(&mut self, column: &str) -> Option<Dong> {
        let read = |text: &str| whole_dong(text).filter(|amount| amount.is_positive());
        let amount = self.needed(column, Wrong::NotPositive, read)?;
        self.within(column, Some(amount))?
    }

    fn within(&mut self, column: &str, money: Option<Dong>) -> Option<Option<Dong>> {
        if money.is_some_and(|money| money > Dong::MOST) {
            self.fault(column, Wrong::TooMuch(Dong::MOST));
            return None;
        }
        Some(money)
    }

    /// What the line takes back: only one with an id can be.
    pub(super) fn taken_back(&mut self) -> Option<Option<FactId>> {
        let target = self.maybe_code("reverses")?;
        if target.is_some() && !self.table.columns.contains(&"id") {
            self.fault("reverses", Wrong::NotEmpty);
            return None;
        }
        Some(target)
    }

    /// What else a fact may say.
    pub(super) fn trail(&mut self) -> Option<Trail> {
        let reason = self.maybe_text("reason");
        let collected_by = self.maybe_name("collected_by");
        let recorded_by = self.maybe_name("recorded_by");
        let recorded_at = self.maybe("recorded_at", Wrong::NotATime, |text| {
            recorded_on(text).map(|_| text.to_owned())
        });
        let machine = self.maybe_name("machine");
        Some(Trail {
            reason: reason?,
            collected_by: collected_by?,
            recorded_by: recorded_by?,
            recorded_at: recorded_at?,
            machine: machine?,
        })
    }
}

/// Whole đồng: digits and nothing else. What is too large for a number is the largest one.
fn whole_dong(text: &str) -> Option<Dong> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| Dong::new(text.parse().unwrap_or(i64::MAX)))
}

fn whole_number(text: &str, least: u32, most: u32) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && (least..=most).contains(number))
}
