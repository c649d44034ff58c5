//! What is typed of a cash count: how many of each note, small change, who and why.

use crate::domain::cash::{CashCount, NOTES};
use crate::domain::money::Dong;
use crate::text::refusals;
use crate::ui::keymap::Action;
use crate::ui::screen::View;
use crate::ui::widgets::figure_field::{Figure, FigureField};
use crate::ui::widgets::money_field::MoneyField;
use crate::ui::widgets::text_field::TextField;

/// A cell of the count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// How many of a note, by its place in [`NOTES`].
    Note(usize),
    /// What is smaller than any note.
    Change,
    /// Who counted and hands in.
    By,
    /// Why it differs.
    Because,
}

impl Cell {
    /// The last cell.
    pub const LAST: Cell = Cell::Because;

    /// Its place, from 0.
    #[must_use]
    pub const fn number(self) -> usize {
        match self {
            Self::Note(at) => at,
            Self::Change => NOTES.len(),
            Self::By => NOTES.len() + 1,
            Self::Because => NOTES.len() + 2,
        }
    }

    /// The cell at a place; the last one beyond it.
    #[must_use]
    pub const fn at(number: usize) -> Cell {
        match number {
            at if at < NOTES.len() => Self::Note(at),
            at if at == NOTES.len() => Self::Change,
            at if at == NOTES.len() + 1 => Self::By,
            _ => Self::Because,
        }
    }
}

/// What is typed.
#[derive(Clone, Debug)]
pub struct Notes {
    /// The cell that has the keyboard.
    pub at: Cell,
    /// Whether it was just come to: then typing takes the place of what is in it.
    pub fresh: bool,
    /// How many of each note.
    pub counts: Vec<FigureField>,
    /// Small change.
    pub change: MoneyField,
    /// Who counted and hands in.
    pub by: TextField,
    /// Why it differs.
    pub because: TextField,
}

impl Notes {
    /// Nothing typed.
    #[must_use]
    pub fn new() -> Notes {
        Notes {
            at: Cell::Note(0),
            fresh: true,
            counts: vec![FigureField::new(Figure::Whole); NOTES.len()],
            change: MoneyField::of_change(),
            by: TextField::new(),
            because: TextField::new(),
        }
    }

    /// How many of a note are typed.
    #[must_use]
    pub fn count(&self, at: usize) -> u32 {
        self.counts.get(at).and_then(FigureField::whole).unwrap_or(0)
    }

    /// How many of each note are typed.
    #[must_use]
    pub fn counts(&self) -> [u32; NOTES.len()] {
        let mut counts = [0; NOTES.len()];
        for (at, count) in counts.iter_mut().enumerate() {
            *count = self.count(at);
        }
        counts
    }

    /// What all of it comes to.
    #[must_use]
    pub fn counted(&self) -> Dong {
        let change = self.change.value().ok().flatten().unwrap_or_default();
        CashCount::of_notes(&self.counts()) + change
    }

    /// Whether any cash is typed, be it a 0.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        !self.change.text().is_empty() || self.counts.iter().any(|field| !field.text().is_empty())
    }

    /// Whether nothing at all is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.is_counted() && self.by.text().is_empty() && self.because.text().is_empty()
    }

    /// The first cell that can't be read, and why.
    #[must_use]
    pub fn fault(&self, view: &View) -> Option<(Cell, String)> {
        (0..=Cell::Change.number()).find_map(|at| self.fault_of(Cell::at(at), view))
    }

    /// Why the cell with the keyboard can't be read.
    #[must_use]
    pub fn fault_here(&self, view: &View) -> Option<(Cell, String)> {
        self.fault_of(self.at, view)
    }

    fn fault_of(&self, cell: Cell, view: &View) -> Option<(Cell, String)> {
        let said = match cell {
            Cell::Note(at) => {
                let fault = self.counts.get(at)?.fault(view.today)?;
                refusals::figure_fault(view.language(), fault)
            }
            Cell::Change => refusals::money_fault(view.language(), &self.change.value().err()?),
            Cell::By | Cell::Because => return None,
        };
        Some((cell, said))
    }

    /// Goes to a cell; an amount that is left gets its dots.
    pub fn go(&mut self, to: Cell) {
        if self.at == Cell::Change {
            self.change.tidy();
        }
        self.at = to;
        self.fresh = true;
    }

    /// Takes an action; false where it is none of a cell's.
    pub fn on(&mut self, action: &Action) -> bool {
        let here = self.at.number();
        match action {
            Action::Open | Action::Next | Action::Down => self.go(Cell::at(here + 1)),
            Action::Previous | Action::Up => self.go(Cell::at(here.saturating_sub(1))),
            Action::PageUp => self.go(Cell::Note(0)),
            Action::PageDown => self.go(Cell::LAST),
            other => return self.edit(other),
        }
        true
    }

    fn edit(&mut self, action: &Action) -> bool {
        let typing = matches!(action, Action::Type(_) | Action::Paste(_));
        let anew = self.fresh && typing;
        let taken = match self.at {
            Cell::Note(at) => self.counts.get_mut(at).is_some_and(|field| {
                if anew {
                    field.set("");
                }
                field.on(action)
            }),
            Cell::Change => {
                if anew {
                    self.change.set(None);
                }
                self.change.on(action)
            }
            Cell::By => self.by.on(action),
            Cell::Because => self.because.on(action),
        };
        self.fresh &= !taken;
        taken
    }

    /// What is typed, cell by cell, for a draft.
    #[must_use]
    pub fn typed(&self) -> Vec<String> {
        let counts = self.counts.iter().map(FigureField::text);
        let rest = [self.change.text(), self.by.text(), self.because.text()];
        counts.chain(rest).map(str::to_owned).collect()
    }

    /// Puts back what a draft kept.
    pub fn restore(&mut self, cells: &[String], at: usize) {
        for (cell, text) in cells.iter().enumerate() {
            match Cell::at(cell) {
                Cell::Note(at) => {
                    if let Some(field) = self.counts.get_mut(at) {
                        field.set(text);
                    }
                }
                Cell::Change => self.change.retype(text),
                Cell::By => self.by.set(text),
                Cell::Because => self.because.set(text),
            }
        }
        self.at = Cell::at(at);
    }
}
