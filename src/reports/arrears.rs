//! Loans that owe interest from earlier sessions, and loans without movement for three months.

use super::{LoanInBook, Question};
use crate::domain::day::Day;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, PlaceCode};
use crate::domain::money::Dong;
use crate::domain::timeline::Timeline;

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
    let row = |loan: LoanInBook<'_>| {
        let timeline = question.ledger.timeline(loan.file, question.rules()?, question.as_of)?;
        row(loan, &timeline)
    };
    let mut rows: Vec<ArrearsRow> = question.loans().filter_map(row).collect();
    sort(&mut rows);
    rows
}

pub(super) fn sort(rows: &mut [ArrearsRow]) {
    rows.sort_by(|a, b| {
        b.interest_arrears.cmp(&a.interest_arrears).then_with(|| a.loan.cmp(&b.loan))
    });
}

/// A loan's row, if it is in interest arrears or inactive.
pub(super) fn row(loan: LoanInBook<'_>, timeline: &Timeline<'_>) -> Option<ArrearsRow> {
    let day = timeline.known_on();
    let interest_arrears = timeline.interest_on(day).arrears;
    let inactive_since = timeline.inactive_since();
    if interest_arrears.is_zero() && inactive_since.is_none() {
        return None;
    }
    Some(ArrearsRow {
        loan: loan.code(),
        member: loan.file.loan.member.clone(),
        name: loan.member.member.name.clone(),
        group: loan.group.code.clone(),
        village: loan.group.village.clone(),
        outstanding: timeline.outstanding_on(day),
        interest_arrears,
        unpaid_since: timeline.interest_unpaid_since(),
        inactive_since,
        last_movement: timeline.last_movement()?,
        last_visit: loan.last_visit(day),
    })
}
