//! What other terms would change of a loan, before they are recorded: the loan on a day without
//! and with them.

use super::loans::{LoanRow, row};
use super::{LoanInBook, Question, in_book};
use crate::domain::ids::LoanCode;
use crate::domain::loan::{LoanChange, LoanFile};

/// A loan without and with a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// As it stands.
    pub before: LoanRow,
    /// As it would stand.
    pub after: LoanRow,
}

/// What a change would do to a loan's figures on the question's day. None where the loan is not in
/// the book or does not exist on the day.
#[must_use]
pub fn preview(question: &Question<'_>, code: &LoanCode, change: LoanChange) -> Option<Preview> {
    let file = question.ledger.loans.get(code)?;
    let loan = in_book(question.ledger, file)?;
    let mut changes = file.changes.clone();
    // after all that is known of its day, as what is recorded last is
    let at = changes.partition_point(|known| known.day <= change.day);
    changes.insert(at, change);
    let changed = LoanFile { changes, ..file.clone() };
    let before = row(question, loan, true)?;
    let after = row(question, LoanInBook { file: &changed, ..loan }, true)?;
    Some(Preview { before, after })
}
