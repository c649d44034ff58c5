//! `report visits-due`: the visits that are to be made, by deadline.

use super::{LoanInBook, Question};
use crate::domain::day::Day;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode};
use crate::domain::worklist::{VisitDue, VisitReason, VisitState, order};
use serde::Serialize;

/// A visit that is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VisitDueRow {
    /// The loan.
    pub loan: LoanCode,
    /// The borrower.
    pub member: MemberCode,
    /// The borrower's name.
    pub name: String,
    /// The group.
    pub group: GroupCode,
    /// Why.
    pub reason: VisitReason,
    /// Since when.
    pub since: Day,
    /// Its last day.
    pub deadline: Option<Day>,
    /// Days left; negative where the deadline has passed.
    pub days_left: Option<i64>,
    /// How urgent.
    pub state: VisitState,
}

/// The visits due in scope: by deadline, then loan; those without deadline last.
#[must_use]
pub fn visits_due(question: &Question<'_>) -> Vec<VisitDueRow> {
    let mut all: Vec<(LoanInBook<'_>, VisitDue)> = question
        .loans_that(|day| !day.visits.is_empty())
        .flat_map(|(loan, day)| day.visits.into_iter().map(move |due| (loan, due)))
        .collect();
    all.sort_by(|(_, one), (_, other)| order(one).cmp(&order(other)));
    all.into_iter().map(|(loan, due)| row(loan, due)).collect()
}

fn row(loan: LoanInBook<'_>, due: VisitDue) -> VisitDueRow {
    let VisitDue { loan: code, reason, since, deadline, days_left, state } = due;
    VisitDueRow {
        loan: code,
        member: loan.file.loan.member.clone(),
        name: loan.member.member.name.clone(),
        group: loan.group.code.clone(),
        reason,
        since,
        deadline,
        days_left,
        state,
    }
}
