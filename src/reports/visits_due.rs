//! `report visits-due`: the visits that are to be made, by deadline.

use super::Question;
use crate::domain::day::Day;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode};
use crate::domain::worklist::{self, VisitDue, VisitReason, VisitState};
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
    let Some(rules) = question.rules() else {
        return Vec::new();
    };
    worklist::visits_due(question.ledger, rules, question.as_of)
        .into_iter()
        .filter_map(|due| row(question, due))
        .collect()
}

fn row(question: &Question<'_>, due: VisitDue) -> Option<VisitDueRow> {
    let file = question.ledger.loans.get(&due.loan)?;
    let loan = super::in_book(question.ledger, file)?;
    if !question.scope.holds(question.ledger, loan.group) {
        return None;
    }
    let VisitDue { loan: code, reason, since, deadline, days_left, state } = due;
    Some(VisitDueRow {
        loan: code,
        member: file.loan.member.clone(),
        name: loan.member.member.name.clone(),
        group: loan.group.code.clone(),
        reason,
        since,
        deadline,
        days_left,
        state,
    })
}
