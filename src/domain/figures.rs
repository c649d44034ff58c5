//! All figures of one loan on a day (domain.md, sections 3 and 4).

use super::day::Day;
use super::interest::InterestFigures;
use super::loan::Movement;
use super::money::Dong;
use super::timeline::{Standing, Timeline};
use serde::Serialize;

/// A loan's status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LoanStatus {
    /// Đã tất toán: principal and interest are paid.
    Settled,
    /// Nợ khoanh.
    Frozen,
    /// Nợ quá hạn.
    Overdue,
    /// Trong hạn.
    InTerm,
}

/// The state of an instalment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InstalmentState {
    /// Not due yet.
    Future,
    /// Due, and its session has not passed.
    Due,
    /// Late, but rolled on into the next one.
    Late,
    /// Late and overdue.
    Overdue,
    /// Paid.
    Paid,
}

/// What a loan is to pay at its next session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct NextSession {
    /// The session's day.
    pub day: Day,
    /// Principal asked for.
    pub principal: Dong,
    /// Interest to pay if nothing is paid before.
    pub interest: Dong,
}

/// An instalment as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct InstalmentFigures {
    /// Its number.
    pub no: u32,
    /// Its due day in force.
    pub due_on: Day,
    /// The session up to which it can be paid in time.
    pub effective_due_on: Day,
    /// Its amount.
    pub amount: Dong,
    /// What is paid of it.
    pub paid: Dong,
    /// Its state.
    pub state: InstalmentState,
    /// Days late, frozen days left out; 0 where it is not late.
    pub days_late: i64,
}

/// The figures of one loan on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoanFigures {
    /// Disbursed so far.
    pub disbursed: Dong,
    /// How the principal stands.
    pub standing: Standing,
    /// Its status.
    pub status: LoanStatus,
    /// Ba tháng không hoạt động.
    pub inactive: bool,
    /// The last movement of principal or interest; none where nothing has moved yet.
    pub last_movement: Option<Day>,
    /// Since when it is settled.
    pub settled_on: Option<Day>,
    /// Its interest.
    pub interest: InterestFigures,
    /// Its next session.
    pub next_session: NextSession,
}

impl Timeline<'_> {
    /// The figures on the known day.
    #[must_use]
    pub fn figures(&self) -> LoanFigures {
        let day = self.known;
        let standing = self.standing_on(day);
        let next = self.calendar.first_on_or_after(day);
        LoanFigures {
            disbursed: self.disbursed_on(day),
            standing,
            status: self.status_of(standing),
            inactive: self.inactive_since().is_some(),
            last_movement: self.last_movement(),
            settled_on: self.settled_since(day),
            interest: self.interest_on(day),
            next_session: NextSession {
                day: next,
                principal: self.principal_to_pay_at(next),
                interest: self.interest_to_pay_at(next),
            },
        }
    }

    /// The status of a loan whose principal stands like that on the known day.
    pub(super) fn status_of(&self, standing: Standing) -> LoanStatus {
        if standing.outstanding.is_zero() && self.is_settled_on(self.known) {
            LoanStatus::Settled
        } else if standing.frozen.is_positive() {
            LoanStatus::Frozen
        } else if standing.overdue.is_positive() {
            LoanStatus::Overdue
        } else {
            LoanStatus::InTerm
        }
    }

    /// The instalments as they stand on the known day, by number.
    #[must_use]
    pub fn instalment_figures(&self) -> Vec<InstalmentFigures> {
        let day = self.known;
        let filled: Vec<_> = self.filled_on(day).collect();
        let frozen = self.is_frozen_on(day);
        let last_is_late = filled
            .last()
            .is_some_and(|(due, paid)| day > due.effective_due_on && *paid < due.amount);
        let counts = !frozen && (self.each_instalment_counts() || last_is_late);
        let mut figures: Vec<InstalmentFigures> = filled
            .into_iter()
            .map(|(due, paid)| {
                let late = day > due.effective_due_on;
                let state = if paid >= due.amount {
                    InstalmentState::Paid
                } else if late && counts {
                    InstalmentState::Overdue
                } else if late {
                    InstalmentState::Late
                } else if due.due_on <= day {
                    InstalmentState::Due
                } else {
                    InstalmentState::Future
                };
                let is_late = matches!(state, InstalmentState::Late | InstalmentState::Overdue);
                let days_late =
                    if is_late { self.freezes.free_days(due.effective_due_on, day) } else { 0 };
                InstalmentFigures {
                    no: due.no,
                    due_on: due.due_on,
                    effective_due_on: due.effective_due_on,
                    amount: due.amount,
                    paid,
                    state,
                    days_late,
                }
            })
            .collect();
        figures.sort_by_key(|instalment| instalment.no);
        figures
    }

    /// The last movement of principal or interest up to the known day; disbursements count. None
    /// where nothing has moved: a contract whose first tranche is still to come.
    #[must_use]
    pub fn last_movement(&self) -> Option<Day> {
        let opening = self.file.opening.as_ref();
        let begin = opening.map(|opening| opening.last_movement.unwrap_or(opening.day));
        let after = opening.map(|opening| opening.day);
        let counts = |day: &Day| *day <= self.known && after.is_none_or(|after| *day > after);
        let tranches = self.file.tranches.iter().map(|tranche| tranche.day);
        let last = |movements: &[Movement]| {
            movements.iter().rev().map(|movement| movement.day).find(|day| counts(day))
        };
        tranches
            .filter(counts)
            .chain(last(&self.file.principal_paid))
            .chain(last(&self.file.interest_paid))
            .chain(begin)
            .max()
    }

    /// The first day of the unbroken run of inactive days that reaches the known day; none where
    /// the loan is not inactive: outstanding, not frozen, no student programme, and its last
    /// movement strictly before the same day three months earlier (domain.md, section 4).
    #[must_use]
    pub fn inactive_since(&self) -> Option<Day> {
        let rules = &self.rules.visits;
        let day = self.known;
        if rules.inactive_exempt_programmes.contains(&self.file.loan.programme)
            || !self.outstanding_on(day).is_positive()
            || self.is_frozen_on(day)
        {
            return None;
        }
        let last = self.last_movement()?;
        let inactive_on = |day: Day| last < day.months_before(rules.inactive_months);
        if !inactive_on(day) {
            return None;
        }
        // Walk from a day that is surely too early: months differ by a few days only.
        let mut since = last.months_after(rules.inactive_months);
        while !inactive_on(since) {
            since = since.plus(1);
        }
        let since = since.max(self.file.exists_from());
        Some(self.freezes.last_end_by(day).map_or(since, |end| since.max(end)))
    }

    /// The first day of the unbroken run of settled days that reaches `day`; none where the loan
    /// is not settled: principal is 0 and accrued less paid interest is not above 0.
    #[must_use]
    pub fn settled_since(&self, day: Day) -> Option<Day> {
        if !self.is_settled_on(day) {
            return None;
        }
        // Without principal nothing accrues, so it changes only on days with a movement.
        let mut events: Vec<Day> = vec![self.file.exists_from()];
        events.extend(self.file.tranches.iter().map(|tranche| tranche.day));
        events.extend(self.file.principal_paid.iter().map(|paid| paid.day));
        events.extend(self.file.interest_paid.iter().map(|paid| paid.day));
        events.retain(|event| *event <= day && *event >= self.file.exists_from());
        events.sort_unstable();
        events.dedup();
        events.into_iter().rev().take_while(|event| self.is_settled_on(*event)).last()
    }

    /// Whether principal is 0 on a day and accrued less paid interest is not above 0.
    #[must_use]
    pub fn is_settled_on(&self, day: Day) -> bool {
        self.outstanding_on(day).is_zero() && self.accrued_until(day) <= self.interest_paid_on(day)
    }
}
