//! Loans that owe interest from earlier sessions, and loans without movement for three months.

use super::{LoanInBook, Question};
use crate::domain::day::Day;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, PlaceCode};
use crate::domain::loan_day::LoanDay;
use crate::domain::money::Dong;

/// A loan with interest arrears, or inactive, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrearsRow {
    /// The loan.
    pub loan: LoanCode,
    /// The borrower.
    pub member: MemberCode,
    /// The borrower's name.
    pub name: String,
    /// The group.
    pub group: GroupCode,
    /// The group's village.
    pub village: PlaceCode,
    /// Principal outstanding.
    pub outstanding: Dong,
    /// Interest due and not paid (lãi tồn).
    pub interest_arrears: Dong,
    /// The first session of the unbroken run of sessions whose interest is not all paid.
    pub unpaid_since: Option<Day>,
    /// The first day of the unbroken run of inactive days.
    pub inactive_since: Option<Day>,
    /// The last movement of principal or interest.
    pub last_movement: Day,
    /// The last visit to the loan.
    pub last_visit: Option<Day>,
}

/// The loans in scope with interest arrears or inactive, the largest arrears first, then by loan.
#[must_use]
pub fn arrears(question: &Question<'_>) -> Vec<ArrearsRow> {
    let listed = |day: &LoanDay| day.arrears.is_positive() || day.inactive_since.is_some();
    let loans = question.loans_that(listed);
    let mut rows: Vec<ArrearsRow> =
        loans.filter_map(|(loan, day)| row(loan, question.as_of, &day)).collect();
    sort(&mut rows);
    rows
}

pub(super) fn sort(rows: &mut [ArrearsRow]) {
    rows.sort_by(|a, b| {
        b.interest_arrears.cmp(&a.interest_arrears).then_with(|| a.loan.cmp(&b.loan))
    });
}

/// A loan's row, if it is in interest arrears or inactive.
pub(super) fn row(loan: LoanInBook<'_>, as_of: Day, day: &LoanDay) -> Option<ArrearsRow> {
    if day.arrears.is_zero() && day.inactive_since.is_none() {
        return None;
    }
    Some(ArrearsRow {
        loan: loan.code(),
        member: loan.file.loan.member.clone(),
        name: loan.member.member.name.clone(),
        group: loan.group.code.clone(),
        village: loan.group.village.clone(),
        outstanding: day.standing.outstanding,
        interest_arrears: day.arrears,
        unpaid_since: day.unpaid_since,
        inactive_since: day.inactive_since,
        last_movement: day.last_movement?,
        last_visit: loan.last_visit(as_of),
    })
}
