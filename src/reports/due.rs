//! `report due`: what loans are to pay at a session.

use super::{LoanInBook, Question};
use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::debt_reason::DebtReason;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, PointCode};
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
    let row = |loan: LoanInBook<'_>| {
        let (calendar, session) = session_of(question, loan, session)?;
        let rules = question.rules()?;
        let timeline = Timeline::new(loan.file, calendar, rules, question.as_of, session)?;
        row(loan, &timeline, session)
    };
    let mut rows: Vec<DueRow> = question.loans().filter_map(row).collect();
    sort(&mut rows);
    rows
}

pub(super) fn sort(rows: &mut [DueRow]) {
    rows.sort_by(|a, b| (&a.group, &a.member, &a.loan).cmp(&(&b.group, &b.member, &b.loan)));
}

/// The session of a loan's point that is asked about, with the point's calendar.
pub(super) fn session_of<'a>(
    question: &Question<'a>,
    loan: LoanInBook<'a>,
    asked: SessionAsked,
) -> Option<(&'a Calendar, Day)> {
    let calendar = &question.ledger.point_of(loan.group)?.calendar;
    let session = match asked {
        SessionAsked::Next => calendar.first_on_or_after(question.as_of),
        SessionAsked::On(day) => Some(day).filter(|day| calendar.is_session(*day))?,
    };
    Some((calendar, session))
}

/// A loan's row, if it is to pay anything at the session or is overdue.
pub(super) fn row(loan: LoanInBook<'_>, timeline: &Timeline<'_>, session: Day) -> Option<DueRow> {
    let day = timeline.known_on();
    let standing = timeline.standing_on(day);
    let (principal_due, interest_due) =
        (timeline.principal_to_pay_at(session), timeline.interest_to_pay_at(session));
    let asked = [principal_due, interest_due, standing.overdue];
    asked.iter().any(|amount| amount.is_positive()).then(|| DueRow {
        group: loan.group.code.clone(),
        member: loan.file.loan.member.clone(),
        name: loan.member.member.name.clone(),
        loan: loan.code(),
        principal_due,
        interest_due,
        overdue: standing.overdue,
        days_overdue: standing.days_overdue,
        last_visit: loan.last_visit(day),
        last_promise: loan.promised(day).map(|promise| promise.by),
        session,
        reasons: timeline.debt_reasons(session),
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
