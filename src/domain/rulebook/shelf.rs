//! The rulebooks at hand, and which one governs a day.

use super::{Fault, Rulebook, read};
use crate::domain::day::Day;

const SHIPPED: [&str; 2] = [include_str!("rulebook-2013.toml"), include_str!("rulebook-2026.toml")];

/// Rulebooks in the order of the days from which they count.
///
/// For a day the latest counts that is in force; before all of them, the earliest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    books: Vec<Rulebook>,
}

impl Shelf {
    /// The rulebooks shipped with the program.
    ///
    /// # Errors
    /// The first fault in one of them; a test keeps them free of faults.
    pub fn shipped() -> Result<Shelf, Fault> {
        Shelf::of(&SHIPPED)
    }

    /// Given rulebooks take the place of the shipped ones, whatever their days; what they do not
    /// say falls back to the shipped rulebook that would govern the day asked about.
    ///
    /// # Errors
    /// The number of the rulebook, from 0, and its first fault.
    pub fn given(texts: &[String]) -> Result<Shelf, (usize, Fault)> {
        let mut books = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            // A rulebook is filled up from each shipped one that is in force while it governs, so
            // it stands on the shelf once for each of them.
            for base in SHIPPED {
                books.push(read(text, Some(base)).map_err(|fault| (at, fault))?);
            }
        }
        let shipped = Shelf::shipped().map_err(|fault| (0, fault))?;
        Ok(Shelf::layered(&books, &shipped))
    }

    /// The rulebook that governs a day.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<&Rulebook> {
        self.books
            .iter()
            .rev()
            .find(|book| book.effective_from <= day)
            .or_else(|| self.books.first())
    }

    fn of(texts: &[&str]) -> Result<Shelf, Fault> {
        let mut books = texts.iter().map(|text| read(text, None)).collect::<Result<Vec<_>, _>>()?;
        books.sort_by_key(|book| book.effective_from);
        Ok(Shelf { books })
    }

    /// Lays given rulebooks (one copy for each shipped one, in the shipped order) over time.
    fn layered(copies: &[Rulebook], shipped: &Shelf) -> Shelf {
        let mut given: Vec<&[Rulebook]> = copies.chunks(shipped.books.len().max(1)).collect();
        given.sort_by_key(|copies| copies.first().map(|book| book.effective_from));
        let mut starts: Vec<Day> = shipped.books.iter().map(|book| book.effective_from).collect();
        starts.extend(given.iter().filter_map(|copies| Some(copies.first()?.effective_from)));
        starts.sort_unstable();
        starts.dedup();
        let books = starts
            .into_iter()
            .filter_map(|start| {
                let base = shipped.books.iter().rposition(|book| book.effective_from <= start);
                let in_force = given
                    .iter()
                    .rev()
                    .find(|copies| copies.first().is_some_and(|book| book.effective_from <= start))
                    .or_else(|| given.first())?;
                let book = in_force.get(base.unwrap_or(0))?;
                Some(Rulebook { effective_from: start, ..book.clone() })
            })
            .collect();
        Shelf { books }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect(text)
    }

    #[test]
    fn the_shipped_rulebook_of_a_day_is_the_latest_in_force() {
        let shelf = Shelf::shipped().expect("the shipped rulebooks have no fault");
        let coverage = |text| shelf.on(day(text)).map(|book| book.visits.yearly_coverage);
        assert_eq!(coverage("2026-02-10"), Some(dec!(0.15)));
        assert_eq!(coverage("2026-02-11"), Some(dec!(0.90)));
        assert_eq!(coverage("1999-01-01"), Some(dec!(0.15)));
    }

    #[test]
    fn a_given_rulebook_replaces_the_shipped_ones_and_falls_back_to_that_of_the_day() {
        let given = "effective_from = 2026-06-01\n[interest]\novertime = 1\n"
            .replace("overtime = 1", "overdue_factor = \"1.5\"");
        let shelf = Shelf::given(&[given]).expect("no fault");
        let of = |text| {
            shelf.on(day(text)).map(|book| (book.overdue_factor, book.visits.yearly_coverage))
        };
        assert_eq!(of("2025-01-01"), Some((dec!(1.5), dec!(0.15))));
        assert_eq!(of("2026-05-01"), Some((dec!(1.5), dec!(0.90))));
        assert_eq!(of("2026-07-01"), Some((dec!(1.5), dec!(0.90))));
    }
}
