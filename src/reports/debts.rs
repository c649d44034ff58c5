//! The lists of place 3 in one pass: each loan is worked out once for all of them.

use super::arrears::{self, ArrearsRow};
use super::due::{self, DueRow, SessionAsked};
use super::overdue::{self, OverdueRow};
use super::worklist::{self, WorkRow};
use super::{LoanInBook, Question};
use crate::domain::timeline::Timeline;

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
    for loan in question.loans() {
        debts.add(question, loan);
    }
    due::sort(&mut debts.due);
    overdue::sort(&mut debts.overdue);
    arrears::sort(&mut debts.arrears);
    worklist::sort(&mut debts.work);
    debts
}

impl Debts {
    /// A loan's rows; none where it does not exist yet.
    fn add(&mut self, question: &Question<'_>, loan: LoanInBook<'_>) -> Option<()> {
        let (calendar, session) = due::session_of(question, loan, SessionAsked::Next)?;
        let rules = question.rules()?;
        let timeline = Timeline::new(loan.file, calendar, rules, question.as_of, session)?;
        self.due.extend(due::row(loan, &timeline, session));
        self.overdue.extend(overdue::row(loan, &timeline));
        self.arrears.extend(arrears::row(loan, &timeline));
        self.work.extend(worklist::row(loan, &timeline, session));
        Some(())
    }
}
