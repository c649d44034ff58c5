//! Whom to talk to first: a loan's reasons with their points, by the rulebook's own table.
//!
//! No black box: every point has a reason beside it, and the order follows from the points alone.

use super::contact::{Contact, PromiseState};
use super::day::Day;
use super::ids::LoanCode;
use super::money::Dong;
use super::timeline::Timeline;
use std::cmp::Reverse;

/// A reason to talk to a borrower.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TalkReason {
    /// So much principal is overdue.
    Overdue(Dong),
    /// It has been for so many days.
    DaysOverdue(i64),
    /// Interest is unpaid for so many whole months.
    InterestMonths(i64),
    /// Nothing came in time of what was promised by this day, and it is not all paid since.
    PromiseBroken(Day),
    /// A part came in time of what was promised by this day, and it is not all paid since.
    PromisePartly(Day),
    /// No visit since 1 January.
    NotVisited,
}

/// What else needs somebody before a session; it brings no points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// So much principal falls due by it, what rolled on included, what is overdue not.
    FallsDue(Dong),
    /// So much was promised by this day, and can still be paid in time.
    PromiseDue(Dong, Day),
    /// The visit after a disbursement is to be made by this day.
    VisitBy(Day),
    /// That day has passed, and the visit was not made.
    VisitMissed(Day),
    /// Wrongly used money is to be repaid by this day.
    RepayBy(Day),
    /// So much interest from earlier sessions is unpaid.
    Arrears(Dong),
    /// Without movement for three months.
    Inactive,
    /// So much is frozen.
    Frozen(Dong),
}

/// The reasons of one loan, each with the points that it brings, above zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TalkFirst {
    /// In the order of [`TalkReason`].
    pub reasons: Vec<(TalkReason, u32)>,
}

impl TalkFirst {
    /// What they add up to.
    #[must_use]
    pub fn points(&self) -> u32 {
        self.reasons.iter().map(|(_, points)| *points).sum()
    }
}

/// How two loans stand in the order: most points first, then most overdue, then by code.
#[must_use]
pub fn order(
    points: u32,
    overdue: Dong,
    loan: &LoanCode,
) -> (Reverse<u32>, Reverse<Dong>, &LoanCode) {
    (Reverse(points), Reverse(overdue), loan)
}

impl Timeline<'_> {
    /// Why its borrower is to be talked to on the known day; nothing for a settled loan.
    ///
    /// That it was not visited this year counts only beside another reason: alone it is a matter of
    /// the year's visits, not of debts.
    #[must_use]
    pub fn talk_first(&self) -> TalkFirst {
        let day = self.known;
        let table = &self.rules.talk_first;
        let mut found = TalkFirst::default();
        if self.is_settled_on(day) {
            return found;
        }
        let mut add = |reason, points| {
            if points > 0 {
                found.reasons.push((reason, points));
            }
        };
        let standing = self.standing_on(day);
        if standing.overdue.is_positive() {
            let (amount, days) = (standing.overdue, standing.days_overdue);
            add(TalkReason::Overdue(amount), table.overdue.points(amount.get()));
            add(TalkReason::DaysOverdue(days), table.days_overdue.points(days));
        }
        if let Some(since) = self.interest_unpaid_since() {
            let months = since.whole_months_until(day);
            add(TalkReason::InterestMonths(months), table.interest_months.points(months));
        }
        match self.promise_not_kept() {
            Some((PromiseState::Partly, by)) => {
                add(TalkReason::PromisePartly(by), table.promise_partly);
            }
            Some((_, by)) => add(TalkReason::PromiseBroken(by), table.promise_broken),
            None => {}
        }
        if !found.reasons.is_empty() && !self.visited_this_year() && table.not_visited > 0 {
            found.reasons.push((TalkReason::NotVisited, table.not_visited));
        }
        found
    }

    /// The latest promise, broken or kept in part, with its day; none once all of it is paid, be it
    /// late, and none where another promise was made since.
    #[must_use]
    pub fn promise_not_kept(&self) -> Option<(PromiseState, Day)> {
        let contact: &Contact = self.file.last_promise(self.known)?;
        let standing = contact.standing(self.file, self.calendar, self.known)?;
        let missed = matches!(standing.state, PromiseState::Broken | PromiseState::Partly);
        let paid = contact.paid_since(self.file, self.known);
        (missed && paid < standing.promise.amount).then_some((standing.state, standing.promise.by))
    }

    fn visited_this_year(&self) -> bool {
        let year = self.known.year();
        let in_year = |day: Day| day.year() == year && day <= self.known;
        self.file.visits.iter().any(|visit| in_year(visit.day))
    }

    /// The session from which on interest has never been all paid, for a loan in arrears on the
    /// known day.
    ///
    /// Between two sessions what is due stays and what is paid grows: the run is broken only where
    /// all that one session brought is paid by the end of the next (domain.md, section 3). What was
    /// owed already when the book began is owed since its opening.
    #[must_use]
    pub fn interest_unpaid_since(&self) -> Option<Day> {
        let day = self.known;
        if !self.arrears_on(day).is_positive() {
            return None;
        }
        let from = self.file.exists_from();
        let mut since = self.calendar.last_before(day);
        loop {
            let before = self.calendar.last_before(since);
            if self.due_at_session(before) <= self.interest_paid_on(since) {
                return Some(since);
            }
            if before < from {
                return Some(from);
            }
            since = before;
        }
    }
}
