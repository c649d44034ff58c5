//! The lists of place 3 in one pass: each loan is worked out once for all of them.

use super::Question;
use super::arrears::{self, ArrearsRow};
use super::due::{self, DueRow};
use super::overdue::{self, OverdueRow};
use super::worklist::{self, WorkRow};

/// What falls due at each point's next session, what is overdue, who owes interest or pays nothing,
/// and whom to talk to first. Each list is that of the report of its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Debts {
    /// `report due --session next`.
    pub due: Vec<DueRow>,
    /// `report overdue`.
    pub overdue: Vec<OverdueRow>,
    /// Interest arrears and inactive loans.
    pub arrears: Vec<ArrearsRow>,
    /// `report worklist --session next`.
    pub work: Vec<WorkRow>,
}

/// All four lists of the scope.
#[must_use]
pub fn debts(question: &Question<'_>) -> Debts {
    let mut debts = Debts::default();
    for (loan, day) in question.loans_that(|_| true) {
        let as_of = question.as_of;
        debts.due.extend(due::row(loan, as_of, &day));
        debts.overdue.extend(overdue::row(question, loan, &day));
        debts.arrears.extend(arrears::row(loan, as_of, &day));
        debts.work.extend(worklist::row(loan, as_of, day));
    }
    due::sort(&mut debts.due);
    overdue::sort(&mut debts.overdue);
    arrears::sort(&mut debts.arrears);
    worklist::sort(&mut debts.work);
    debts
}
