//! Interest by day on the actual balance, on a 365-day year, kept exact and rounded once
//! (domain.md, section 3).

use super::day::Day;
use super::ledger::Ledger;
use super::loan::LoanFile;
use super::money::Dong;
use super::rate::Rate;
use super::rulebook::Rulebook;
use super::timeline::Timeline;

/// The parts of a factor: 1.30 is 13,000 of 10,000.
const FACTOR_PARTS: i128 = 10_000;

/// What a loan accrues, as a sum that is straight between breaks.
#[derive(Clone, Debug, Default)]
pub(super) struct Accrual {
    /// For each break: its day, what had accrued before it, and what each day from it on adds, in
    /// parts of a đồng of which `whole` make one.
    pieces: Vec<(Day, i128, i128)>,
    whole: i128,
    end: Option<Day>,
}

impl Accrual {
    /// Works it out from the loan's first day to `end`.
    pub(super) fn of(timeline: &Timeline<'_>, end: Day) -> Accrual {
        let rate = timeline.file.loan.rate.parts();
        let factor = factor_parts(timeline.rules);
        // đồng × rate in percent × factor: hundredths, ten-thousandths, ten-thousandths, days.
        let whole = 100 * Rate::PARTS * FACTOR_PARTS * i128::from(timeline.rules.day_count);
        let mut pieces: Vec<(Day, i128, i128)> = Vec::new();
        for day in timeline.breaks(end) {
            let standing = timeline.standing_on(day);
            let in_term = i128::from((standing.outstanding - standing.overdue).get());
            let overdue = i128::from(standing.overdue.get());
            let a_day = if standing.frozen.is_positive() {
                0
            } else {
                (in_term * FACTOR_PARTS + overdue * factor) * rate
            };
            let before = pieces.last().map_or(0, |(since, before, a_day)| {
                before + a_day * i128::from(since.days_until(day))
            });
            pieces.push((day, before, a_day));
        }
        Accrual { pieces, whole, end: Some(end) }
    }

    /// What has accrued before a day, rounded half up. Not beyond the end it was worked out to.
    pub(super) fn until(&self, day: Day) -> Dong {
        debug_assert!(self.end.is_none_or(|end| day <= end), "beyond the horizon");
        let at = self.pieces.partition_point(|(since, _, _)| *since <= day);
        let Some((since, before, a_day)) = at.checked_sub(1).and_then(|at| self.pieces.get(at))
        else {
            return Dong::ZERO;
        };
        let parts = before + a_day * i128::from(since.days_until(day));
        let rounded = (2 * parts + self.whole) / (2 * self.whole);
        Dong::new(i64::try_from(rounded).unwrap_or(i64::MAX))
    }
}

fn factor_parts(rules: &Rulebook) -> i128 {
    // The rulebook is read with at most four decimals.
    let factor = rules.overdue_factor.normalize();
    factor.mantissa() * 10_i128.pow(4_u32.saturating_sub(factor.scale()))
}

/// The interest of a loan on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct InterestFigures {
    /// All that has accrued.
    pub accrued: Dong,
    /// All that was paid.
    pub paid: Dong,
    /// What had fallen due at the last session strictly before the day.
    pub due: Dong,
    /// Lãi tồn: what had fallen due and is not paid.
    pub arrears: Dong,
    /// Lãi tồn ân hạn: what has accrued while nothing falls due yet.
    pub in_grace: Dong,
    /// What was paid beyond all that has accrued.
    pub prepaid: Dong,
}

impl Timeline<'_> {
    /// The interest that is due once a session has ended: all that has accrued up to its day, and
    /// nothing while in grace.
    #[must_use]
    pub fn due_at_session(&self, session: Day) -> Dong {
        if self.in_grace_at(session) {
            return Dong::ZERO;
        }
        match &self.file.opening {
            Some(opening) if session <= opening.day => opening.interest_owed,
            _ => self.accrued_until(session),
        }
    }

    /// Whether a session lies before the end of the loan's interest grace.
    #[must_use]
    pub fn in_grace_at(&self, session: Day) -> bool {
        self.file.loan.interest_grace_until.is_some_and(|until| session < until)
    }

    /// The interest on a day that is not after the known day.
    #[must_use]
    pub fn interest_on(&self, day: Day) -> InterestFigures {
        let session = self.calendar.last_before(day);
        let accrued = self.accrued_until(day);
        let paid = self.interest_paid_on(day);
        let due = self.due_at_session(session);
        InterestFigures {
            accrued,
            paid,
            due,
            arrears: (due - paid).at_least_zero(),
            in_grace: if self.in_grace_at(session) { accrued } else { Dong::ZERO },
            prepaid: (paid - accrued).at_least_zero(),
        }
    }

    /// Interest that had fallen due at the last session strictly before a day, and is not paid.
    #[must_use]
    pub fn arrears_on(&self, day: Day) -> Dong {
        let due = self.due_at_session(self.calendar.last_before(day));
        (due - self.interest_paid_on(day)).at_least_zero()
    }

    /// Interest to pay at a session, as known on the known day.
    #[must_use]
    pub fn interest_to_pay_at(&self, session: Day) -> Dong {
        if self.in_grace_at(session) {
            return Dong::ZERO;
        }
        (self.due_at_session(session) - self.interest_paid_on(self.known)).at_least_zero()
    }

    /// Principal asked for at a session: the unpaid parts whose effective due day has come by then,
    /// parts that rolled on included; nothing while frozen, never more than is outstanding.
    #[must_use]
    pub fn principal_to_pay_at(&self, session: Day) -> Dong {
        if self.is_frozen_on(session) {
            return Dong::ZERO;
        }
        let unpaid: Dong = self
            .filled_on(self.known)
            .filter(|(due, _)| due.effective_due_on <= session)
            .map(|(due, paid)| due.amount - paid)
            .sum();
        unpaid.min(self.outstanding_on(self.known))
    }
}

impl Ledger {
    /// A loan's timeline as known on a day, worked out to the day's next session.
    #[must_use]
    pub fn timeline<'a>(
        &'a self,
        file: &'a LoanFile,
        rules: &'a Rulebook,
        known: Day,
    ) -> Option<Timeline<'a>> {
        let calendar = &self.point_of_loan(file)?.calendar;
        Timeline::new(file, calendar, rules, known, calendar.first_on_or_after(known))
    }
}
