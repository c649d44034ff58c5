//! A field for a day, with the day it reads said in full beside it.

use super::text_field::TextField;
use crate::domain::day::Day;
use crate::text::parse::{self, DayFault};
use crate::text::{format, refusals};
use crate::ui::keymap::Action;
use crate::ui::screen::View;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A day as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayField {
    field: TextField,
    /// A year of two digits is one that has been: `80` is 1980.
    past: bool,
}

impl DayField {
    /// An empty field.
    #[must_use]
    pub fn new() -> DayField {
        DayField::default()
    }

    /// A field with a day in it.
    #[must_use]
    pub fn with(day: Day) -> DayField {
        DayField::typed(&format::day(day))
    }

    /// A field with what was typed.
    #[must_use]
    pub fn typed(text: &str) -> DayField {
        DayField { field: TextField::with(text), past: false }
    }

    /// The same for a day that lies behind: a year of two digits is one that has been.
    #[must_use]
    pub fn in_the_past(self) -> DayField {
        DayField { past: true, ..self }
    }

    /// Empties it, or puts a text in.
    pub fn set(&mut self, text: &str) {
        self.field.set(text);
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// The day, seen from today; none where nothing was typed.
    ///
    /// # Errors
    /// Why what was typed is no day.
    pub fn value(&self, today: Day) -> Result<Option<Day>, DayFault> {
        match parse::day(self.field.text(), today) {
            Ok(day) if self.past && day > today && self.has_short_year() => {
                let years = 12 * 100;
                Ok(Some(day.months_before(years)))
            }
            Ok(day) => Ok(Some(day)),
            Err(DayFault::Empty) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// Whether it can only be a year: `1985`, `85`.
    fn is_year(&self) -> bool {
        let text = self.text().trim();
        matches!(text.len(), 2 | 4) && text.chars().all(|letter| letter.is_ascii_digit())
    }

    fn has_short_year(&self) -> bool {
        let digits = self.text().chars().filter(char::is_ascii_digit).count();
        let last = self.text().split(['/', '-', '.', ' ']).next_back().unwrap_or_default();
        let parted = last.len() < self.text().len();
        if parted { last.len() == 2 } else { digits == 6 }
    }

    /// Takes an action; false where it is none of a field's.
    pub fn on(&mut self, action: &Action) -> bool {
        self.field.on(action)
    }

    /// Writes the day in full once it is left, if it is one.
    pub fn tidy(&mut self, today: Day) {
        if let Ok(Some(day)) = self.value(today) {
            self.field.set(&format::day(day));
        }
    }

    /// What stands under the field: the day in words, or what is wrong with it. The flag says
    /// whether it is wrong.
    #[must_use]
    pub fn echo(&self, view: &View) -> (String, bool) {
        let language = view.language();
        match self.value(view.today) {
            Ok(None) => (String::new(), false),
            Ok(Some(day)) => {
                let weekday = format::weekday(language, day.weekday());
                (format!("{weekday}, {}", format::day(day)), false)
            }
            Err(_) if self.past && self.is_year() => (refusals::only_a_year(language), true),
            Err(DayFault::Unreadable) if self.past => (refusals::no_birth_day(language), true),
            Err(fault) => (refusals::day_fault(language, &fault), true),
        }
    }

    /// Draws it over the width of an area's first row.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View, active: bool) {
        self.field.draw(area, buffer, view, active, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_year_of_a_day_of_birth_lies_behind() {
        let today = Day::new(2026, 10, 15).expect("a day");
        for text in ["1/5/80", "010580", "01051980", "1-5-1980"] {
            let field = DayField::typed(text).in_the_past();
            assert_eq!(field.value(today), Ok(Day::new(1980, 5, 1)), "{text}");
        }
        let child = DayField::typed("1/5/20").in_the_past();
        assert_eq!(child.value(today), Ok(Day::new(2020, 5, 1)));
        let ahead = DayField::typed("1/5/2080").in_the_past();
        assert_eq!(ahead.value(today), Ok(Day::new(2080, 5, 1)), "as it was typed");
    }
}
