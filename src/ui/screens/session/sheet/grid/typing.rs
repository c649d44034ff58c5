//! Typing into a sheet: what a key does to the cell that has the keyboard, and which cell is next.

use super::{Grid, Typed};
use crate::domain::money::Dong;
use crate::text::parse::MoneyFault;
use crate::ui::keymap::Action;
use crate::ui::screens::session::sheet::row::{Col, Row};

/// Which cell comes next: Enter serves the clerk who types amounts, Tab stops at the note as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Onward {
    /// The next amount.
    Money,
    /// Whatever cell comes next.
    Any,
}

impl Grid {
    /// Takes an action; `page` is how many rows are seen.
    pub fn on(&mut self, action: &Action, page: usize, reasons: &[&str]) -> Typed {
        let last = self.rows.len().saturating_sub(1);
        match action {
            Action::Open => return self.forward(Onward::Money),
            Action::Next => return self.forward(Onward::Any),
            Action::Previous => self.backward(),
            Action::Up => self.go(self.at.saturating_sub(1), self.col),
            Action::Down => self.go((self.at + 1).min(last), self.col),
            Action::PageUp => self.go(self.at.saturating_sub(page), self.col),
            Action::PageDown => self.go((self.at + page).min(last), self.col),
            Action::Jump(line) => self.go(line.saturating_sub(1).min(last), Col::Interest),
            Action::Scroll(rows) => self.scroll(*rows, last),
            Action::Left if self.fresh => self.go(self.at, self.col.before()),
            Action::Right if self.fresh => self.go(self.at, self.col.after()),
            Action::First if self.fresh => self.go(0, self.col),
            Action::Last if self.fresh => self.go(last, self.col),
            other => return self.edit(other, reasons),
        }
        Typed::Taken
    }

    fn edit(&mut self, action: &Action, reasons: &[&str]) -> Typed {
        let types = matches!(
            action,
            Action::Type(_)
                | Action::Paste(_)
                | Action::Erase
                | Action::EraseForward
                | Action::EraseWord
                | Action::EraseAll
        );
        let (col, fresh) = (self.col, self.fresh);
        let Some(row) = self.rows.get_mut(self.at) else { return Typed::Ignored };
        if types && row.saved {
            return Typed::Closed;
        }
        let answered = match (row.fault(col), action) {
            (Some(MoneyFault::Small(number)), Action::Type(letter)) if self.asked => {
                answer(number, *letter)
            }
            _ => None,
        };
        if let Some(dong) = answered {
            row.set(col, dong);
            self.asked = false;
            return self.forward(Onward::Money);
        }
        if let (Col::Note, true, Some(reason)) = (col, row.note.is_blank(), picked(action, reasons))
        {
            row.note.set(reason);
            row.refusal = None;
            return self.forward(Onward::Any);
        }
        let mut field = row.field(col);
        // a note is gone on with, an amount is typed anew
        if types && fresh && col != Col::Note {
            field.on(&Action::EraseAll);
        }
        if !field.on(action) {
            return Typed::Ignored;
        }
        if types {
            row.refusal = None;
            self.filled.clear();
            self.fresh = false;
            self.asked = false;
        }
        Typed::Taken
    }

    /// To the next cell, that of the next member after the last; one that can't be read is not
    /// left.
    pub(super) fn forward(&mut self, onward: Onward) -> Typed {
        if let Some(fault) = self.current().and_then(|row| row.fault(self.col)) {
            self.fresh = false;
            self.asked = matches!(fault, MoneyFault::Small(_));
            return Typed::Stuck;
        }
        let unexplained = self.current().is_some_and(Row::is_unexplained);
        if self.col == Col::Interest && unexplained {
            self.go(self.at, Col::Note);
            self.explaining = true;
            return Typed::Taken;
        }
        if self.explaining && self.col == Col::Note {
            self.go(self.at, Col::Savings);
            return Typed::Taken;
        }
        let last_of_line = match onward {
            Onward::Money => self.col != Col::Interest,
            Onward::Any => self.col == Col::Note,
        };
        if !last_of_line {
            self.go(self.at, self.col.after());
            return Typed::Taken;
        }
        let mut next = self.rows.iter().enumerate().skip(self.at + 1);
        let next = next.find(|(_, row)| !row.is_recorded());
        let last = self.rows.len().saturating_sub(1);
        let to = next.map_or((self.at + 1).min(last), |(at, _)| at);
        self.go(to, Col::Interest);
        Typed::Taken
    }

    fn backward(&mut self) {
        match (self.col, self.at.checked_sub(1)) {
            (Col::Interest, Some(above)) => self.go(above, Col::Note),
            (col, _) => self.go(self.at, col.before()),
        }
    }

    fn scroll(&mut self, rows: i32, last: usize) {
        let by = usize::try_from(rows.unsigned_abs()).unwrap_or(0);
        let to = if rows < 0 { self.at.saturating_sub(by) } else { (self.at + by).min(last) };
        self.go(to, self.col);
    }

    /// Puts the cursor on a cell; the one that is left gets its amount written with dots.
    pub fn go(&mut self, at: usize, col: Col) {
        if let Some(row) = self.rows.get_mut(self.at) {
            row.tidy(self.col);
        }
        self.at = at;
        self.col = col;
        self.fresh = true;
        self.asked = false;
        self.explaining = false;
    }
}

/// The answer to "500 đ, hay 500 nghìn?" in one letter.
fn answer(number: i64, letter: char) -> Option<Dong> {
    match letter {
        'k' | 'K' | 'n' | 'N' => Some(Dong::new(number.saturating_mul(1_000))),
        'd' | 'D' | 'đ' | 'Đ' => Some(Dong::new(number)),
        _ => None,
    }
}

/// The reason that a digit picks.
fn picked<'a>(action: &Action, reasons: &[&'a str]) -> Option<&'a str> {
    let Action::Type(letter) = action else { return None };
    let at = usize::try_from(letter.to_digit(10)?).ok()?.checked_sub(1)?;
    reasons.get(at).copied()
}
