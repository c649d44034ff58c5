//! A rulebook that a book keeps as its own: its text, read and found without a fault.

use super::shelf::SHIPPED;
use super::{Fault, FaultKind, read};
use crate::domain::day::Day;

/// The text of a book's own rulebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRulebook {
    effective_from: Day,
    text: String,
}

impl OwnRulebook {
    /// Takes a text that is a rulebook without a fault, whatever shipped one fills its gaps.
    ///
    /// # Errors
    /// The first fault, with its line.
    pub fn read(text: &str) -> Result<OwnRulebook, Fault> {
        let read = |base: &&str| read(text, Some(base)).map(|book| book.effective_from);
        let days = SHIPPED.iter().map(read).collect::<Result<Vec<Day>, Fault>>()?;
        let missing = Fault { line: 1, kind: FaultKind::Missing("effective_from".to_owned()) };
        let effective_from = days.first().copied().ok_or(missing)?;
        Ok(OwnRulebook { effective_from, text: text.to_owned() })
    }

    /// One that the book has: it was read before it was kept.
    pub(crate) const fn kept(effective_from: Day, text: String) -> OwnRulebook {
        OwnRulebook { effective_from, text }
    }

    /// The first day on which it counts. A book has one of a day.
    #[must_use]
    pub const fn effective_from(&self) -> Day {
        self.effective_from
    }

    /// Its text, to the byte as it came.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}
