//! The cells of a sheet: what was typed for each member, and the cell that has the keyboard.

use super::row::{CellField, Col, Row};
use crate::domain::entry::SheetLine;
use crate::domain::ids::MemberCode;
use crate::domain::money::Dong;
use crate::domain::refusal::{Field, Refusal};
use crate::reports::sheet::MemberLine;
use crate::text::parse::MoneyFault;
use crate::text::refusals;
use crate::ui::keymap::Action;
use crate::ui::screen::View;
use std::collections::BTreeMap;

/// What the cells did with an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Nothing: it is somebody else's.
    Ignored,
    /// It moved or typed.
    Taken,
    /// The member's line is saved and takes nothing.
    Closed,
    /// The cell can't be left: what is in it can't be read, or is asked about.
    Stuck,
}

/// Which cell comes next: Enter serves the clerk who types amounts, Tab stops at the note as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Onward {
    /// The next amount.
    Money,
    /// Whatever cell comes next.
    Any,
}

/// The rows with the cell that has the keyboard.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The rows, in the order of the paper.
    pub rows: Vec<Row>,
    /// The row of the cursor.
    pub at: usize,
    /// The column of the cursor.
    pub col: Col,
    /// Whether the cell was just come to: then typing takes the place of what is in it.
    pub fresh: bool,
    /// The first row that is drawn.
    pub top: usize,
    /// Whether "500 đ, hay 500 nghìn?" is asked: then one letter answers.
    pub asked: bool,
    /// Rows that the last "paid = due for all" filled; the same key again empties them.
    filled: Vec<usize>,
}

impl Grid {
    /// Takes the book's lines anew; what was typed stays with its member, but for a member who
    /// stands on a saved sheet by now: such a line takes nothing and could not be emptied.
    pub fn set_lines(&mut self, lines: Vec<MemberLine>, saved: impl Fn(&MemberCode) -> bool) {
        let mut old = std::mem::take(&mut self.rows);
        for line in lines {
            let known = old.iter().position(|row| row.line.member == line.member);
            let saved = saved(&line.member);
            let row = known.map(|at| old.swap_remove(at));
            self.rows.push(match row {
                Some(row) if !saved => Row { line, saved, ..row },
                _ => Row::new(line, saved),
            });
        }
        self.at = self.at.min(self.rows.len().saturating_sub(1));
    }

    /// Takes what saved sheets say of members beside money.
    pub fn set_said(&mut self, mut said: BTreeMap<MemberCode, SheetLine>) {
        for row in &mut self.rows {
            row.said = said.remove(&row.line.member);
        }
    }

    /// Goes to the first row of which nothing is recorded.
    pub fn go_to_open(&mut self) {
        self.at = self.rows.iter().position(|row| !row.is_recorded()).unwrap_or(0);
        self.fresh = true;
    }

    /// How many rows are recorded.
    #[must_use]
    pub fn recorded(&self) -> usize {
        self.rows.iter().filter(|row| row.is_recorded()).count()
    }

    /// Empties every cell: what was in them is in the book.
    pub fn clear(&mut self) {
        for row in &mut self.rows {
            let said = row.said.take();
            *row = Row { said, ..Row::new(row.line.clone(), row.saved) };
        }
        self.filled.clear();
        self.fresh = true;
        self.col = Col::Interest;
    }

    /// The row of the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&Row> {
        self.rows.get(self.at)
    }

    /// Whether nothing is typed anywhere.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(Row::is_empty)
    }

    /// The sum of what is typed in a column.
    #[must_use]
    pub fn sum(&self, col: Col) -> Dong {
        self.rows.iter().filter_map(|row| row.amount(col)).sum()
    }

    /// What the sheet says, a line for every row, so that a refusal's line is the row's number.
    #[must_use]
    pub fn lines(&self) -> Vec<SheetLine> {
        let line = |row: &Row| SheetLine {
            member: row.line.member.clone(),
            interest: row.amount(Col::Interest),
            savings: row.amount(Col::Savings),
            withdrawal: None,
            note: row.note.trimmed().unwrap_or_default(),
        };
        self.rows.iter().map(line).collect()
    }

    /// Goes to the first cell that can't be read. True where there is none.
    pub fn reads(&mut self) -> bool {
        let faults = self.rows.iter().enumerate().find_map(|(at, row)| {
            [Col::Interest, Col::Savings]
                .into_iter()
                .find(|col| row.fault(*col).is_some())
                .map(|col| (at, col))
        });
        if let Some((at, col)) = faults {
            self.go(at, col);
            self.fresh = false;
        }
        faults.is_none()
    }

    /// Shows a refusal at its cell and goes there. False where it is of no line.
    pub fn refuse(&mut self, refusal: &Refusal, view: &View) -> bool {
        let Some(at) = refusal.line.and_then(|line| line.checked_sub(1)) else { return false };
        let Some(row) = self.rows.get_mut(at) else { return false };
        let col = match refusal.field {
            Field::Savings => Col::Savings,
            Field::Note => Col::Note,
            _ => Col::Interest,
        };
        let said = Refusal { line: None, ..refusal.clone() };
        row.refusal = Some((col, refusals::sentence(view.language(), &said)));
        self.go(at, col);
        true
    }

    /// Takes an action; `page` is how many rows are seen.
    pub fn on(&mut self, action: &Action, page: usize) -> Typed {
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
            other => return self.edit(other),
        }
        Typed::Taken
    }

    fn edit(&mut self, action: &Action) -> Typed {
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
        let mut field = row.field(col);
        if let (Some(dong), CellField::Money(money)) = (answered, &mut field) {
            money.set(Some(dong));
            self.asked = false;
            return self.forward(Onward::Money);
        }
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
    fn forward(&mut self, onward: Onward) -> Typed {
        if let Some(fault) = self.current().and_then(|row| row.fault(self.col)) {
            self.fresh = false;
            self.asked = matches!(fault, MoneyFault::Small(_));
            return Typed::Stuck;
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
            match self.col {
                Col::Interest => row.interest.tidy(),
                Col::Savings => row.savings.tidy(),
                Col::Note => {}
            }
        }
        self.at = at;
        self.col = col;
        self.fresh = true;
        self.asked = false;
    }

    /// Paid = due for the line of the cursor, which stays on the interest, so that what it comes to
    /// is read before going on; where it is filled already, to the next member.
    pub fn fill_line(&mut self) -> Typed {
        let col = self.col;
        let Some(row) = self.rows.get_mut(self.at) else { return Typed::Ignored };
        if row.saved {
            return Typed::Closed;
        }
        let due = row.line.left_to_pay;
        let filled = match col {
            Col::Interest => row.amount(Col::Interest) == Some(due),
            // an exception that was typed is not overwritten from the cell beside it
            Col::Savings | Col::Note => !row.interest.text().is_empty(),
        };
        if filled || !due.is_positive() {
            if col == Col::Interest && row.fault(col).is_none() {
                self.go(self.at, Col::Savings);
            }
            return self.forward(Onward::Money);
        }
        row.interest.set(Some(due));
        row.refusal = None;
        self.filled.clear();
        self.go(self.at, Col::Interest);
        Typed::Taken
    }

    /// Paid = due in every line where nothing is typed yet: how many were filled. The same again
    /// empties them, as long as nothing else was done: none then.
    pub fn fill_all(&mut self) -> Option<usize> {
        let filled = std::mem::take(&mut self.filled);
        if !filled.is_empty() {
            for at in filled {
                if let Some(row) = self.rows.get_mut(at) {
                    row.interest.set(None);
                }
            }
            return None;
        }
        for (at, row) in self.rows.iter_mut().enumerate() {
            let open = !row.is_recorded() && row.interest.text().is_empty();
            if open && row.line.left_to_pay.is_positive() {
                row.interest.set(Some(row.line.left_to_pay));
                row.refusal = None;
                self.filled.push(at);
            }
        }
        self.fresh = true;
        Some(self.filled.len())
    }

    /// The first row to draw so that the cursor and the line under it are seen.
    #[must_use]
    pub fn window(&self, rows: usize) -> usize {
        let most = self.rows.len().saturating_sub(rows);
        let from = self.top.min(self.at).max((self.at + 1).saturating_sub(rows));
        from.min(most)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn line(no: usize) -> MemberLine {
        MemberLine {
            no,
            member: format!("m{no}").as_str().into(),
            name: String::new(),
            left: false,
            has_loan: true,
            due: Dong::new(50_000),
            left_to_pay: Dong::new(50_000),
            interest: Dong::ZERO,
            savings: Dong::ZERO,
        }
    }

    #[test]
    fn a_row_that_was_saved_elsewhere_is_emptied_and_the_others_keep_what_was_typed() {
        let mut grid = Grid::default();
        grid.set_lines(vec![line(1), line(2)], |_| false);
        assert_eq!(grid.fill_all(), Some(2));
        grid.set_lines(vec![line(1), line(2)], |member| member.as_str() == "m1");
        let paid: Vec<_> = grid.rows.iter().map(|row| row.amount(Col::Interest)).collect();
        assert_eq!(paid, [None, Some(Dong::new(50_000))]);
        assert!(grid.rows.first().is_some_and(|row| row.saved && row.is_empty()));
    }
}
