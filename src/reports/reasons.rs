//! Why principal of a loan is asked for or overdue.

use super::Question;
use crate::domain::day::Day;
use crate::domain::debt_reason::DebtReason;
use crate::domain::ids::LoanCode;

/// The reasons of a loan on the question's day, the gravest first; instalments that fall due count
/// up to the session `until`. None for a loan that does not exist on the day.
#[must_use]
pub fn reasons(question: &Question<'_>, loan: &LoanCode, until: Day) -> Vec<DebtReason> {
    let found = question.ledger.loans.get(loan).zip(question.rules());
    found
        .and_then(|(file, rules)| question.ledger.timeline(file, rules, question.as_of))
        .map(|timeline| timeline.debt_reasons(until))
        .unwrap_or_default()
}
