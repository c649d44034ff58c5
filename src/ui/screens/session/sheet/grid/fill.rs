//! Paid = due: for one line, and for all that are empty.

use super::typing::Onward;
use super::{Grid, Typed};
use crate::ui::screens::session::sheet::row::Col;

impl Grid {
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
}
