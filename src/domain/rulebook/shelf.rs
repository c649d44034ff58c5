//! The rulebooks at hand, and which one governs a day.

#[cfg(test)]
mod tests;

use super::{Fault, OwnRulebook, Rulebook, read};
use crate::domain::day::Day;

/// The texts of the shipped ones.
pub(super) const SHIPPED: [&str; 2] =
    [include_str!("rulebook-2013.toml"), include_str!("rulebook-2026.toml")];

/// Where the rulebooks of a shelf come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Shipped with the program.
    Shipped,
    /// Kept in the book.
    Own,
    /// Given for this run alone (`--rules`).
    Given,
}

/// A rulebook that is at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The first day on which it counts.
    pub effective_from: Day,
    /// Its title; empty where it has none.
    pub title: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// Why rulebooks can't stand on one shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unshelved {
    /// One has a fault: which, from 0, and its first fault.
    Fault(usize, Fault),
    /// Two count from the same day: which, from 0.
    SameDay(usize, usize),
}

/// Rulebooks in the order of the days from which they count.
///
/// For a day the latest counts that is in force; before all of them, the earliest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// From which day on which rulebook governs. A given one stands here once for each shipped one
    /// that fills its gaps.
    spans: Vec<(Day, Rulebook)>,
    origin: Origin,
    listed: Vec<Listed>,
}

impl Shelf {
    /// The rulebooks shipped with the program.
    ///
    /// # Errors
    /// The first fault in one of them; a test keeps them free of faults.
    pub fn shipped() -> Result<Shelf, Fault> {
        let books = SHIPPED.iter().map(|text| read(text, None)).collect::<Result<Vec<_>, _>>()?;
        let mut spans: Vec<(Day, Rulebook)> =
            books.into_iter().map(|book| (book.effective_from, book)).collect();
        spans.sort_by_key(|(start, _)| *start);
        let listed = spans.iter().map(|(_, book)| listed(book, Origin::Shipped)).collect();
        Ok(Shelf { spans, origin: Origin::Shipped, listed })
    }

    /// Given rulebooks take the place of the shipped ones, whatever their days; what they do not
    /// say falls back to the shipped rulebook that would govern the day asked about.
    ///
    /// # Errors
    /// What keeps them from standing beside each other.
    pub fn given(texts: &[String]) -> Result<Shelf, Unshelved> {
        Shelf::over_shipped(texts, Origin::Given)
    }

    /// The same for the rulebooks that a book has of its own; without any, the shipped ones.
    ///
    /// # Errors
    /// What keeps them from standing beside each other.
    pub fn own(rulebooks: &[OwnRulebook]) -> Result<Shelf, Unshelved> {
        if rulebooks.is_empty() {
            return Shelf::shipped().map_err(|fault| Unshelved::Fault(0, fault));
        }
        let texts: Vec<&str> = rulebooks.iter().map(OwnRulebook::text).collect();
        Shelf::over_shipped(&texts, Origin::Own)
    }

    /// Whether it holds the shipped rulebooks and nothing else.
    #[must_use]
    pub fn is_shipped(&self) -> bool {
        self.origin == Origin::Shipped
    }

    /// Where the rulebooks come from that govern.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        self.origin
    }

    /// The rulebook that governs a day.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<&Rulebook> {
        let in_force = self.spans.iter().rev().find(|(start, _)| *start <= day);
        in_force.or_else(|| self.spans.first()).map(|(_, book)| book)
    }

    /// All that are at hand, by their first days: those that govern, then the shipped ones that
    /// only fill their gaps.
    #[must_use]
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    fn over_shipped(texts: &[impl AsRef<str>], origin: Origin) -> Result<Shelf, Unshelved> {
        let shipped = Shelf::shipped().map_err(|fault| Unshelved::Fault(0, fault))?;
        let mut given: Vec<(usize, Vec<Rulebook>)> = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let copies = SHIPPED.iter().map(|base| read(text.as_ref(), Some(base)));
            let copies = copies.collect::<Result<Vec<_>, _>>();
            given.push((at, copies.map_err(|fault| Unshelved::Fault(at, fault))?));
        }
        given.sort_by_key(|(_, copies)| first_day(copies));
        let pairs = given.iter().zip(given.iter().skip(1));
        for ((one, copies), (other, next)) in pairs {
            if first_day(copies) == first_day(next) {
                return Err(Unshelved::SameDay(*one, *other));
            }
        }
        let given: Vec<Vec<Rulebook>> = given.into_iter().map(|(_, copies)| copies).collect();
        let mut list: Vec<Listed> =
            given.iter().filter_map(|copies| Some(listed(copies.first()?, origin))).collect();
        list.extend(shipped.listed.iter().cloned());
        Ok(Shelf { spans: layered(&given, &shipped), origin, listed: list })
    }
}

fn first_day(copies: &[Rulebook]) -> Option<Day> {
    copies.first().map(|book| book.effective_from)
}

fn listed(book: &Rulebook, origin: Origin) -> Listed {
    Listed { effective_from: book.effective_from, title: book.title.clone(), origin }
}

/// Lays given rulebooks (by day, each in a copy for each shipped one, in the shipped order) over
/// time: a new span begins where another one of either begins.
fn layered(given: &[Vec<Rulebook>], shipped: &Shelf) -> Vec<(Day, Rulebook)> {
    let mut starts: Vec<Day> = shipped.spans.iter().map(|(start, _)| *start).collect();
    starts.extend(given.iter().filter_map(|copies| first_day(copies)));
    starts.sort_unstable();
    starts.dedup();
    let spans = starts.into_iter().filter_map(|start| {
        let base = shipped.spans.iter().rposition(|(first, _)| *first <= start);
        let in_force = given
            .iter()
            .rev()
            .find(|copies| first_day(copies).is_some_and(|first| first <= start))
            .or_else(|| given.first())?;
        Some((start, in_force.get(base.unwrap_or(0))?.clone()))
    });
    spans.collect()
}
