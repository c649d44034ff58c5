//! `report worklist`: all loans that need somebody before a session, whom to talk to first on top.

use super::due::{SessionAsked, loans_at};
use super::scope::{Part, Scope};
use super::{LoanInBook, Question};
use crate::domain::contact::{PromiseStanding, PromiseState};
use crate::domain::day::Day;
use crate::domain::debt_reason::DebtReason;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, PlaceCode};
use crate::domain::loan_day::LoanDay;
use crate::domain::money::Dong;
use crate::domain::place::Point;
use crate::domain::talk_first::{self, Need, TalkFirst, TalkReason};
use crate::domain::worklist::VisitReason;
use serde::Serialize;
use std::collections::BTreeMap;

/// A loan that needs somebody before a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WorkRow {
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
    /// The session.
    pub session: Day,
    /// Principal asked for at it.
    pub principal_due: Dong,
    /// Overdue principal on the day asked about.
    pub overdue: Dong,
    /// The largest days late.
    pub days_overdue: i64,
    /// Frozen principal.
    pub frozen: Dong,
    /// Without movement for three months.
    pub inactive: bool,
    /// Interest to pay at the session if nothing is paid before.
    pub interest_due: Dong,
    /// Interest due at past sessions and not paid.
    pub interest_arrears: Dong,
    /// The last day of a visit after a disbursement that is still to be made, where it lies no
    /// later than the session; it may have passed.
    pub visit_deadline: Option<Day>,
    /// The last day to repay wrongly used money, where it is still ahead and no later than the
    /// session.
    pub wrong_use_by: Option<Day>,
    /// The day of the latest promise.
    pub promise_by: Option<Day>,
    /// What was promised.
    pub promise_amount: Option<Dong>,
    /// What of it came in time so far.
    pub promise_paid: Option<Dong>,
    /// How the promise stands.
    pub promise_state: Option<PromiseState>,
    /// The day of the latest talk.
    pub last_contact: Option<Day>,
    /// The last visit to the loan.
    pub last_visit: Option<Day>,
    /// The points by which it stands in the order.
    pub points: u32,
    /// The points of each reason.
    pub reasons: Reasons,
    /// Whether the visit's last day has passed.
    #[serde(skip)]
    pub visit_missed: bool,
    /// The reasons with what they rest on.
    #[serde(skip)]
    pub talk_first: TalkFirst,
    /// Why principal is asked for or overdue.
    #[serde(skip)]
    pub debts: Vec<DebtReason>,
    /// The latest promise.
    #[serde(skip)]
    pub promise: Option<PromiseStanding>,
}

/// The points of each reason, by the rulebook's table `[talk_first]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reasons {
    /// For the overdue principal.
    pub overdue: u32,
    /// For the days overdue.
    pub days_overdue: u32,
    /// For the months of unpaid interest.
    pub interest_months: u32,
    /// For a promise that was broken, or kept in part.
    pub promise: u32,
    /// Because nobody visited this year.
    pub not_visited: u32,
}

impl Reasons {
    fn of(talk: &TalkFirst) -> Reasons {
        let mut reasons = Reasons::default();
        for (reason, points) in &talk.reasons {
            let cell = match reason {
                TalkReason::Overdue(_) => &mut reasons.overdue,
                TalkReason::DaysOverdue(_) => &mut reasons.days_overdue,
                TalkReason::InterestMonths(_) => &mut reasons.interest_months,
                TalkReason::PromiseBroken(_) | TalkReason::PromisePartly(_) => &mut reasons.promise,
                TalkReason::NotVisited => &mut reasons.not_visited,
            };
            *cell += points;
        }
        reasons
    }
}

/// The loans in scope that need somebody before the session: most points first, then most overdue,
/// then by code.
///
/// That interest is to be paid, as by everybody each month, is no reason to be on the list.
#[must_use]
pub fn worklist(question: &Question<'_>, session: SessionAsked) -> Vec<WorkRow> {
    let loans = loans_at(question, session, |_| true);
    let mut rows: Vec<WorkRow> =
        loans.filter_map(|(loan, day)| row(loan, question.as_of, day)).collect();
    sort(&mut rows);
    rows
}

/// The households of a point that need somebody before its session, and how many of them somebody
/// talked to since the session before it.
#[must_use]
pub fn to_meet(question: &Question<'_>, point: &Point, session: Day) -> (usize, usize) {
    let since = point.calendar.last_before(session);
    let until = question.as_of.min(session);
    let of_point = Scope::of(Part::Point(point.code.clone()));
    let then = question.clone().within(of_point).on(until);
    let mut households: BTreeMap<MemberCode, bool> = BTreeMap::new();
    for (loan, day) in then.loans_that(|_| true) {
        let last = loan.file.last_contact(until);
        let met = last.is_some_and(|contact| contact.day > since);
        let Some(row) = row(loan, until, day) else { continue };
        *households.entry(row.member).or_default() |= met;
    }
    (households.len(), households.values().filter(|met| **met).count())
}

pub(super) fn sort(rows: &mut [WorkRow]) {
    let key = |row: &WorkRow| (row.points, row.overdue);
    rows.sort_by(|a, b| {
        let ((points, overdue), (other_points, other_overdue)) = (key(a), key(b));
        talk_first::order(points, overdue, &a.loan).cmp(&talk_first::order(
            other_points,
            other_overdue,
            &b.loan,
        ))
    });
}

/// A loan's row, if it needs somebody before the session.
pub(super) fn row(loan: LoanInBook<'_>, as_of: Day, day: LoanDay) -> Option<WorkRow> {
    let (visit_deadline, wrong_use_by) = deadlines(as_of, &day);
    let LoanDay { standing, arrears, inactive_since, next, talk_first, promise, .. } = day;
    let row = WorkRow {
        loan: loan.code(),
        member: loan.file.loan.member.clone(),
        name: loan.member.member.name.clone(),
        group: loan.group.code.clone(),
        village: loan.group.village.clone(),
        session: next.session,
        principal_due: next.principal,
        overdue: standing.overdue,
        days_overdue: standing.days_overdue,
        frozen: standing.frozen,
        inactive: inactive_since.is_some(),
        interest_due: next.interest,
        interest_arrears: arrears,
        visit_deadline,
        wrong_use_by,
        promise_by: promise.map(|standing| standing.promise.by),
        promise_amount: promise.map(|standing| standing.promise.amount),
        promise_paid: promise.map(|standing| standing.paid),
        promise_state: promise.map(|standing| standing.state),
        last_contact: loan.file.last_contact(as_of).map(|contact| contact.day),
        last_visit: loan.last_visit(as_of),
        points: talk_first.points(),
        reasons: Reasons::of(&talk_first),
        visit_missed: visit_deadline.is_some_and(|deadline| deadline < as_of),
        talk_first,
        debts: next.reasons,
        promise,
    };
    row.needs_somebody().then_some(row)
}

impl WorkRow {
    /// Whether its promise can still be kept, and falls due no later than the session.
    #[must_use]
    pub fn promise_falls_due(&self) -> bool {
        self.promise.is_some_and(|promise| {
            promise.state == PromiseState::Open && promise.until <= self.session
        })
    }

    /// What else than the reasons with points needs somebody, the nearest to money first.
    #[must_use]
    pub fn needs(&self) -> Vec<Need> {
        let falls_due = |reason: &DebtReason| match reason {
            DebtReason::FallsDue { amount, .. } | DebtReason::RolledOn { amount, .. } => *amount,
            _ => Dong::ZERO,
        };
        let falls_due: Dong = self.debts.iter().map(falls_due).sum();
        let promise = self.promise.filter(|_| self.promise_falls_due());
        let promise = promise.map(|of| Need::PromiseDue(of.promise.amount, of.promise.by));
        let visit = self.visit_deadline.map(|deadline| {
            if self.visit_missed { Need::VisitMissed(deadline) } else { Need::VisitBy(deadline) }
        });
        let some =
            |amount: Dong, need: fn(Dong) -> Need| amount.is_positive().then(|| need(amount));
        let needs = [
            some(falls_due, Need::FallsDue),
            promise,
            visit,
            self.wrong_use_by.map(Need::RepayBy),
            some(self.interest_arrears, Need::Arrears),
            self.inactive.then_some(Need::Inactive),
            some(self.frozen, Need::Frozen),
        ];
        needs.into_iter().flatten().collect()
    }

    fn needs_somebody(&self) -> bool {
        let money = [self.principal_due, self.overdue, self.frozen, self.interest_arrears];
        money.iter().any(|amount| amount.is_positive())
            || self.inactive
            || self.visit_deadline.is_some()
            || self.wrong_use_by.is_some()
            || self.promise_falls_due()
            || self.points > 0
    }
}

/// The nearest deadlines up to the session: of a visit after a disbursement, and of repaying what
/// was used wrongly.
fn deadlines(as_of: Day, day: &LoanDay) -> (Option<Day>, Option<Day>) {
    let nearest = |reason: VisitReason| {
        let of = day.visits.iter().filter(|due| due.reason == reason);
        of.filter_map(|due| due.deadline).min().filter(|deadline| *deadline <= day.next.session)
    };
    let ahead = |deadline: &Day| *deadline >= as_of;
    (nearest(VisitReason::NewDisbursement), nearest(VisitReason::WrongUse).filter(ahead))
}
