//! `report loan` and `report loans`: all figures of loans on a day.

use super::{LoanInBook, Question};
use crate::domain::day::Day;
use crate::domain::figures::{InstalmentFigures, LoanFigures, LoanStatus, NextSession};
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, ProgrammeCode};
use crate::domain::interest::InterestFigures;
use crate::domain::loan::LoanFile;
use crate::domain::money::Dong;
use serde::Serialize;

/// One loan on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LoanRow {
    /// The day asked about.
    pub as_of: Day,
    /// The loan.
    pub loan: LoanCode,
    /// The borrower.
    pub member: MemberCode,
    /// The borrower's name.
    pub name: String,
    /// The borrower's group.
    pub group: GroupCode,
    /// The programme.
    pub programme: ProgrammeCode,
    /// The contract's principal.
    pub principal: Dong,
    /// Disbursed so far.
    pub disbursed: Dong,
    /// Principal outstanding.
    pub outstanding: Dong,
    /// Overdue principal.
    pub overdue: Dong,
    /// Frozen principal.
    pub frozen: Dong,
    /// The largest days late.
    pub days_overdue: i64,
    /// Its status.
    pub status: LoanStatus,
    /// Three months without movement.
    pub inactive: bool,
    /// The last movement; none where nothing has moved yet.
    pub last_movement: Option<Day>,
    /// Since when it is settled.
    pub settled_on: Option<Day>,
    /// Its interest.
    pub interest: InterestFigures,
    /// What it is to pay at the next session.
    pub next_session: NextSession,
    /// Its instalments, by number; only in the report of one loan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instalments: Option<Vec<InstalmentFigures>>,
}

/// One loan with its instalments; none where it is not in the book or does not exist on the day.
#[must_use]
pub fn loan(question: &Question<'_>, code: &LoanCode) -> Option<LoanRow> {
    let file = question.ledger.loans.get(code)?;
    let loan = super::in_book(question.ledger, file)?;
    row(question, loan, true)
}

/// The loans in scope that exist on the day, by code; settled ones only with `all`.
#[must_use]
pub fn loans(question: &Question<'_>, all: bool) -> Vec<LoanRow> {
    question.ledger.loans.values().filter_map(|file| listed(question, file, all)).collect()
}

/// The row of one loan in the list, given by itself: the question's ledger need not hold it. None
/// where it is out of scope, does not exist on the day, or is settled and not asked for.
#[must_use]
pub fn listed(question: &Question<'_>, file: &LoanFile, all: bool) -> Option<LoanRow> {
    let loan = super::in_book(question.ledger, file)?;
    let in_scope = question.scope.holds(question.ledger, loan.group);
    let row = in_scope.then(|| row(question, loan, false)).flatten()?;
    (all || row.status != LoanStatus::Settled).then_some(row)
}

/// One loan of the book on the question's day.
#[must_use]
pub fn row(question: &Question<'_>, loan: LoanInBook<'_>, instalments: bool) -> Option<LoanRow> {
    let timeline = question.ledger.timeline(loan.file, question.rules()?, question.as_of)?;
    let LoanFigures {
        disbursed,
        standing,
        status,
        inactive,
        last_movement,
        settled_on,
        interest,
        next_session,
    } = timeline.figures();
    Some(LoanRow {
        as_of: question.as_of,
        loan: loan.code(),
        member: loan.file.loan.member.clone(),
        name: loan.member.member.name.clone(),
        group: loan.group.code.clone(),
        programme: loan.file.loan.programme.clone(),
        principal: loan.file.loan.principal,
        disbursed,
        outstanding: standing.outstanding,
        overdue: standing.overdue,
        frozen: standing.frozen,
        days_overdue: standing.days_overdue,
        status,
        inactive,
        last_movement,
        settled_on,
        interest,
        next_session,
        instalments: instalments.then(|| timeline.instalment_figures()),
    })
}
