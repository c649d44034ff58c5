//! The cells of a sheet: what was typed for each member, and the cell that has the keyboard.

mod fill;
mod typing;

use super::row::{Cancelled, Col, Row};
use crate::domain::entry::SheetLine;
use crate::domain::ids::MemberCode;
use crate::domain::money::Dong;
use crate::domain::refusal::{Field, Refusal};
use crate::reports::sheet::MemberLine;
use crate::text::refusals;
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
    /// Whether the note was come to because less was paid than is due: then the reason leads back.
    pub explaining: bool,
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

    /// Takes what was taken back of each line.
    pub fn set_cancelled(&mut self, mut cancelled: BTreeMap<MemberCode, Vec<Cancelled>>) {
        for row in &mut self.rows {
            row.cancelled = cancelled.remove(&row.line.member).unwrap_or_default();
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
            let (said, cancelled) = (row.said.take(), std::mem::take(&mut row.cancelled));
            *row = Row { said, cancelled, ..Row::new(row.line.clone(), row.saved) };
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

    /// The sum of what is typed in a column; of savings, what comes in less what is withdrawn.
    #[must_use]
    pub fn sum(&self, col: Col) -> Dong {
        self.rows.iter().filter_map(|row| row.amount(col)).sum()
    }

    /// The sums of what is deposited and of what is withdrawn.
    #[must_use]
    pub fn savings(&self) -> (Dong, Dong) {
        let all = || self.rows.iter().filter_map(|row| row.amount(Col::Savings));
        let deposits = all().filter(|dong| dong.is_positive()).sum();
        (deposits, all().filter(|dong| *dong < Dong::ZERO).map(|dong| -dong).sum())
    }

    /// What the sheet says, a line for every row, so that a refusal's line is the row's number.
    #[must_use]
    pub fn lines(&self) -> Vec<SheetLine> {
        let line = |row: &Row| {
            let savings = row.amount(Col::Savings);
            SheetLine {
                member: row.line.member.clone(),
                interest: row.amount(Col::Interest),
                savings: savings.filter(|dong| *dong >= Dong::ZERO),
                withdrawal: savings.filter(|dong| *dong < Dong::ZERO).map(|dong| -dong),
                note: row.note.trimmed().unwrap_or_default(),
            }
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
            Field::Savings | Field::Withdrawal => Col::Savings,
            Field::Note => Col::Note,
            _ => Col::Interest,
        };
        let said = Refusal { line: None, ..refusal.clone() };
        row.refusal = Some((col, refusals::sentence(view.language(), &said)));
        self.go(at, col);
        true
    }

    /// The first row to draw so that the cursor and the line under it are seen; `rows` are rows of
    /// the screen, of which a line with something taken back takes more than one.
    #[must_use]
    pub fn window(&self, rows: usize) -> usize {
        let back_from = |end: usize| {
            let mut used = 0;
            let mut from = end;
            for row in self.rows.iter().take(end).rev() {
                used += row.height();
                if used > rows {
                    break;
                }
                from -= 1;
            }
            from
        };
        let least = back_from(self.at + 1).min(self.at);
        self.top.min(self.at).max(least).min(back_from(self.rows.len()).max(least))
    }

    /// Whether the line of the cursor is saved.
    #[must_use]
    pub fn recorded_here(&self) -> bool {
        self.current().is_some_and(|row| row.saved)
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
            withdrawn: Dong::ZERO,
            saved: Dong::ZERO,
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
