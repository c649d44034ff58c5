//! `report due`: what loans are to pay at a session.

use super::{LoanInBook, Question};
use crate::domain::day::Day;
use crate::domain::debt_reason::DebtReason;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, PointCode};
use crate::domain::loan_day::{Asked, LoanDay};
use crate::domain::money::Dong;
use crate::domain::place::Point;
use crate::domain::timeline::Timeline;
use serde::Serialize;
use std::collections::BTreeSet;

/// Which session is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionAsked {
    /// Each point's own next session, on or after the day.
    Next,
    /// The points that hold a session on this day.
    On(Day),
}

/// A loan that is to pay something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueRow {
    /// The group.
    pub group: GroupCode,
    /// The borrower.
    pub member: MemberCode,
    /// The borrower's name.
    pub name: String,
    /// The loan.
    pub loan: LoanCode,
    /// Principal asked for at the session.
    pub principal_due: Dong,
    /// Interest to pay at the session if nothing is paid before.
    pub interest_due: Dong,
    /// Overdue principal on the day asked about.
    pub overdue: Dong,
    /// The largest days late.
    pub days_overdue: i64,
    /// The last visit to the loan.
    pub last_visit: Option<Day>,
    /// The day promised at the latest talk at which something was.
    pub last_promise: Option<Day>,
    /// The session.
    #[serde(skip)]
    pub session: Day,
    /// Why principal is asked for.
    #[serde(skip)]
    pub reasons: Vec<DebtReason>,
}

/// The loans in scope with principal or interest to pay at the session, or overdue, by group,
/// member and loan.
#[must_use]
pub fn due(question: &Question<'_>, session: SessionAsked) -> Vec<DueRow> {
    let loans = loans_at(question, session, asks);
    let mut rows: Vec<DueRow> =
        loans.filter_map(|(loan, day)| row(loan, question.as_of, &day)).collect();
    sort(&mut rows);
    rows
}

pub(super) fn sort(rows: &mut [DueRow]) {
    rows.sort_by(|a, b| (&a.group, &a.member, &a.loan).cmp(&(&b.group, &b.member, &b.loan)));
}

/// The loans in scope that a list shows, each with what it is asked for at the session; those whose
/// point holds none on its day are left out. Of a session that is not a loan's next one, what it is
/// asked for is known only afterwards: such loans are handed on all.
pub(super) fn loans_at<'q>(
    question: &'q Question<'_>,
    session: SessionAsked,
    shows: fn(&LoanDay) -> bool,
) -> impl Iterator<Item = (LoanInBook<'q>, LoanDay)> {
    let other = move |day: &LoanDay| match session {
        SessionAsked::On(on) => Some(on).filter(|on| *on != day.next.session),
        SessionAsked::Next => None,
    };
    let loans = question.loans_that(move |day| other(day).is_some() || shows(day));
    loans.filter_map(move |(loan, day)| {
        let next = match other(&day) {
            Some(session) => asked_at(question, loan, session)?,
            None => return Some((loan, day)),
        };
        Some((loan, LoanDay { next, ..day }))
    })
}

/// What is asked for at a session; none where the loan's point holds none on that day.
fn asked_at(question: &Question<'_>, loan: LoanInBook<'_>, session: Day) -> Option<Asked> {
    let calendar = &question.ledger.point_of(loan.group)?.calendar;
    if !calendar.is_session(session) {
        return None;
    }
    let rules = question.rules()?;
    let timeline = Timeline::new(loan.file, calendar, rules, question.as_of, session)?;
    Some(timeline.asked_at(session))
}

fn asks(day: &LoanDay) -> bool {
    let asked = [day.next.principal, day.next.interest, day.standing.overdue];
    asked.iter().any(|amount| amount.is_positive())
}

/// A loan's row, if it is to pay anything at the session or is overdue.
pub(super) fn row(loan: LoanInBook<'_>, as_of: Day, day: &LoanDay) -> Option<DueRow> {
    let LoanDay { standing, next, .. } = day;
    asks(day).then(|| DueRow {
        group: loan.group.code.clone(),
        member: loan.file.loan.member.clone(),
        name: loan.member.member.name.clone(),
        loan: loan.code(),
        principal_due: next.principal,
        interest_due: next.interest,
        overdue: standing.overdue,
        days_overdue: standing.days_overdue,
        last_visit: loan.last_visit(as_of),
        last_promise: loan.promised(as_of).map(|promise| promise.by),
        session: next.session,
        reasons: next.reasons.clone(),
    })
}

/// The sessions nearest to a day that is none, of the points in scope: before and after it, by day.
#[must_use]
pub fn nearest_sessions(question: &Question<'_>, day: Day) -> Vec<Day> {
    let points = points(question);
    let mut nearest: Vec<Day> = points
        .into_iter()
        .flat_map(|point| [point.calendar.last_before(day), point.calendar.first_on_or_after(day)])
        .collect();
    nearest.sort_unstable();
    nearest.dedup();
    nearest
}

/// Whether any point in scope holds a session on the day.
#[must_use]
pub fn is_session(question: &Question<'_>, day: Day) -> bool {
    points(question).into_iter().any(|point| point.calendar.is_session(day))
}

/// The points at which groups in scope hand in; all of them for the whole book, and where no group
/// is in scope.
pub(super) fn points<'a>(question: &Question<'a>) -> Vec<&'a Point> {
    let all = question.ledger.points.values();
    let of_groups: BTreeSet<&PointCode> = question.groups().map(|group| &group.point).collect();
    if question.scope.parts().is_empty() || of_groups.is_empty() {
        return all.collect();
    }
    all.filter(|point| of_groups.contains(&point.code)).collect()
}
