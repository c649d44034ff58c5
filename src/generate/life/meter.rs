//! A quick meter for a loan that pays all its principal in time: what is due, and what has accrued.
//! The rules themselves are asked as soon as anything is out of the ordinary.

use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::loan::{LoanFile, PaymentKind};
use crate::domain::money::Dong;
use crate::domain::rate::Rate;
use crate::domain::rulebook::Rulebook;

#[derive(Clone, Debug)]
pub(super) struct Meter {
    /// Effective due days with the sum of all instalments up to each.
    due: Vec<(Day, Dong)>,
    /// Money that comes later.
    tranches: Vec<(Day, Dong)>,
    grace: Option<Day>,
    opening: Option<Day>,
    owed: Dong,
    rate: i128,
    /// Parts of a đồng that make one.
    whole: i128,
    /// What had accrued before `since`, in those parts.
    accrued: i128,
    since: Day,
    disbursed: Dong,
    principal_paid: Dong,
    interest_paid: Dong,
}

impl Meter {
    pub(super) fn new(file: &LoanFile, calendar: &Calendar, rules: &Rulebook) -> Meter {
        let start = file.exists_from();
        let mut due: Vec<(Day, Dong)> = file
            .instalments
            .iter()
            .map(|part| (calendar.first_on_or_after(part.due_on), part.amount))
            .collect();
        let mut sum = Dong::ZERO;
        for (_, amount) in &mut due {
            sum += *amount;
            *amount = sum;
        }
        let drawn = file.tranches.iter().map(|tranche| (tranche.day, tranche.amount));
        let (early, tranches): (Vec<_>, Vec<_>) = drawn.partition(|(day, _)| *day <= start);
        let disbursed: Dong = early.into_iter().map(|(_, amount)| amount).sum();
        let opening = file.opening.as_ref();
        let paid = opening.map_or(Dong::ZERO, |opening| disbursed - opening.outstanding);
        Meter {
            due,
            tranches,
            grace: file.loan.interest_grace_until,
            opening: opening.map(|opening| opening.day),
            owed: opening.map_or(Dong::ZERO, |opening| opening.interest_owed),
            rate: file.loan.rate.parts(),
            whole: 100 * Rate::PARTS * i128::from(rules.day_count),
            accrued: 0,
            since: start,
            disbursed,
            principal_paid: paid,
            interest_paid: Dong::ZERO,
        }
    }

    /// Lets days pass, tranches among them.
    fn advance(&mut self, day: Day) {
        let later = self.tranches.iter().take_while(|(on, _)| *on <= day).count();
        for (on, amount) in self.tranches.drain(..later).collect::<Vec<_>>() {
            self.straight(on);
            self.disbursed += amount;
        }
        self.straight(day);
    }

    fn straight(&mut self, day: Day) {
        let outstanding = (self.disbursed - self.principal_paid).at_least_zero();
        let days = self.since.days_until(day);
        self.accrued += i128::from(outstanding.get()) * self.rate * i128::from(days);
        self.since = day;
    }

    /// Principal asked for at a session.
    pub(super) fn principal(&mut self, day: Day) -> Dong {
        self.advance(day);
        let due = self.due.iter().rev().find(|(on, _)| *on <= day).map_or(Dong::ZERO, |due| due.1);
        let outstanding = (self.disbursed - self.principal_paid).at_least_zero();
        (due - self.principal_paid).at_least_zero().min(outstanding)
    }

    /// Interest to pay at a session.
    pub(super) fn interest(&mut self, day: Day) -> Dong {
        self.advance(day);
        if self.grace.is_some_and(|until| day < until) {
            return Dong::ZERO;
        }
        let accrued = (2 * self.accrued + self.whole) / (2 * self.whole);
        let accrued = Dong::new(i64::try_from(accrued).unwrap_or(i64::MAX));
        let accrued = if self.opening.is_some_and(|opening| day <= opening) {
            self.owed
        } else {
            self.owed + accrued
        };
        (accrued - self.interest_paid).at_least_zero()
    }

    /// Takes note of a payment, whose day does not accrue any more.
    pub(super) fn paid(&mut self, day: Day, kind: PaymentKind, amount: Dong) {
        self.advance(day);
        match kind {
            PaymentKind::Principal => self.principal_paid += amount,
            PaymentKind::Interest => self.interest_paid += amount,
        }
    }
}
