//! The columns of a list and what stands in their cells.

use crate::domain::money::Dong;
use crate::text::{Text, format};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use std::cmp::Ordering;

/// What stands in one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text.
    pub text: String,
    /// What its colour says a second time.
    pub tone: Tone,
}

impl Cell {
    /// A text with a tone.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Cell {
        Cell { text: text.into(), tone }
    }

    /// An amount without its unit, nothing where it is zero.
    #[must_use]
    pub fn amount(dong: Dong) -> Cell {
        if dong.is_zero() { Cell::default() } else { format::amount(dong).into() }
    }

    /// An amount that is bad news where it is not zero.
    #[must_use]
    pub fn bad_amount(dong: Dong) -> Cell {
        Cell { tone: Tone::Bad, ..Cell::amount(dong) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell { text, tone: Tone::Plain }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        text.to_owned().into()
    }
}

/// A column over rows of a kind.
#[derive(Debug)]
pub struct Column<R: 'static> {
    /// Its heading.
    pub head: fn(&Text) -> &'static str,
    /// Its least width in columns of the terminal.
    pub width: u16,
    /// Its share of what room is left; 0 keeps it at its least width.
    pub grow: u16,
    /// Whether it stands at the right, as amounts do.
    pub right: bool,
    /// What drops first where room is short: the largest number; 0 never drops.
    pub drops: u8,
    /// What stands in it.
    pub cell: fn(&R, &View) -> Cell,
    /// How it sorts; none: it does not.
    pub order: Option<fn(&R, &R) -> Ordering>,
    /// What it adds up to below the list.
    pub sum: Option<fn(&R) -> Dong>,
}

impl<R> Column<R> {
    /// A column of text.
    #[must_use]
    pub const fn text(
        head: fn(&Text) -> &'static str,
        width: u16,
        cell: fn(&R, &View) -> Cell,
    ) -> Column<R> {
        Column { head, width, grow: 0, right: false, drops: 0, cell, order: None, sum: None }
    }

    /// A column at the right: amounts, counts, days.
    #[must_use]
    pub const fn number(
        head: fn(&Text) -> &'static str,
        width: u16,
        cell: fn(&R, &View) -> Cell,
    ) -> Column<R> {
        Column { right: true, ..Column::text(head, width, cell) }
    }

    /// With a share of the room that is left.
    #[must_use]
    pub const fn grows(self, share: u16) -> Column<R> {
        Column { grow: share, ..self }
    }

    /// Dropped where room is short, the largest number first.
    #[must_use]
    pub const fn drops(self, rank: u8) -> Column<R> {
        Column { drops: rank, ..self }
    }

    /// Sorted by.
    #[must_use]
    pub const fn sorts(self, order: fn(&R, &R) -> Ordering) -> Column<R> {
        Column { order: Some(order), ..self }
    }

    /// Added up below the list.
    #[must_use]
    pub const fn sums(self, sum: fn(&R) -> Dong) -> Column<R> {
        Column { sum: Some(sum), ..self }
    }
}
