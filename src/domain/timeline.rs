//! One loan over time, as known on a day: how it stands on any day, and what it has accrued.

use super::calendar::Calendar;
use super::day::Day;
use super::freeze::Freezes;
use super::interest::Accrual;
use super::loan::{LoanFile, paid_until};
use super::money::Dong;
use super::rulebook::Rulebook;
use super::schedule::{DueInstalment, Regime, fill, regimes};
use super::wrong_use::WrongUse;

/// How a loan's principal stands on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Principal outstanding at the end of the day.
    pub outstanding: Dong,
    /// What of it is overdue (nợ quá hạn).
    pub overdue: Dong,
    /// What of it is frozen (nợ khoanh): all or nothing.
    pub frozen: Dong,
    /// The largest days late among the causes; 0 where nothing is overdue.
    pub days_overdue: i64,
}

/// A loan with all that is known of it on a day (facts of that day included).
///
/// Days after the known day are a projection: nothing more is paid, what is unpaid becomes late.
#[derive(Debug)]
pub struct Timeline<'a> {
    pub(super) file: &'a LoanFile,
    pub(super) calendar: &'a Calendar,
    pub(super) rules: &'a Rulebook,
    pub(super) known: Day,
    pub(super) freezes: Freezes,
    regimes: Vec<Regime>,
    each_instalment: bool,
    paid_before_opening: Dong,
    accrual: Accrual,
}

impl<'a> Timeline<'a> {
    /// The loan as known on a day; none where it does not exist yet. Interest is worked out up to
    /// the later of the known day and `horizon`.
    #[must_use]
    pub fn new(
        file: &'a LoanFile,
        calendar: &'a Calendar,
        rules: &'a Rulebook,
        known: Day,
        horizon: Day,
    ) -> Option<Timeline<'a>> {
        if !file.exists_on(known) {
            return None;
        }
        let loan = &file.loan;
        let each_instalment = loan.disbursed_on >= rules.instalments_overdue_from
            && !rules.exempt_programmes.contains(&loan.programme);
        let mut timeline = Timeline {
            file,
            calendar,
            rules,
            known,
            freezes: Freezes::known_on(&file.changes, known),
            regimes: regimes(file, calendar, known),
            each_instalment,
            paid_before_opening: file.paid_before_opening(),
            accrual: Accrual::default(),
        };
        timeline.accrual = Accrual::of(&timeline, horizon.max(known));
        Some(timeline)
    }

    /// The day on which it is known.
    #[must_use]
    pub const fn known_on(&self) -> Day {
        self.known
    }

    /// The sessions that it follows.
    #[must_use]
    pub const fn calendar(&self) -> &'a Calendar {
        self.calendar
    }

    /// What was disbursed up to and including a day.
    #[must_use]
    pub fn disbursed_on(&self, day: Day) -> Dong {
        self.file.disbursed_by(day.min(self.known))
    }

    /// Principal paid up to and including a day, that paid before an opening included.
    #[must_use]
    pub fn principal_paid_on(&self, day: Day) -> Dong {
        self.paid_before_opening + paid_until(&self.file.principal_paid, day.min(self.known))
    }

    /// Principal outstanding at the end of a day; zero before the loan exists.
    #[must_use]
    pub fn outstanding_on(&self, day: Day) -> Dong {
        if !self.file.exists_on(day) {
            return Dong::ZERO;
        }
        (self.disbursed_on(day) - self.principal_paid_on(day)).at_least_zero()
    }

    /// Whether it is frozen on a day.
    #[must_use]
    pub fn is_frozen_on(&self, day: Day) -> bool {
        self.freezes.holds_on(day)
    }

    /// The instalments with the due days in force on a day, oldest first.
    #[must_use]
    pub fn instalments_on(&self, day: Day) -> &[DueInstalment] {
        let in_force = self.regimes.iter().rev().find(|regime| regime.from <= day);
        in_force.or_else(|| self.regimes.first()).map_or(&[], |regime| &regime.instalments)
    }

    /// The instalments in force on a day, each with what is paid of it.
    pub fn filled_on(&self, day: Day) -> impl Iterator<Item = (&DueInstalment, Dong)> {
        fill(self.instalments_on(day), self.principal_paid_on(day))
    }

    /// Whether late instalments that are not the last are overdue already: loans disbursed from
    /// the rule's day on, but for exempt programmes (domain.md, section 4).
    #[must_use]
    pub const fn each_instalment_counts(&self) -> bool {
        self.each_instalment
    }

    /// How the principal stands on a day.
    #[must_use]
    pub fn standing_on(&self, day: Day) -> Standing {
        let outstanding = self.outstanding_on(day);
        if self.is_frozen_on(day) {
            return Standing { outstanding, frozen: outstanding, ..Standing::default() };
        }
        if outstanding.is_zero() {
            return Standing::default();
        }
        let (late, days_late) = self.late_overdue_on(day);
        let (wrong, days_wrong) = self.wrong_use_overdue_on(day);
        let overdue = (late + wrong).min(outstanding);
        let days_overdue = if overdue.is_zero() { 0 } else { days_late.max(days_wrong) };
        Standing { outstanding, overdue, frozen: Dong::ZERO, days_overdue }
    }

    /// The unpaid parts of late instalments that are overdue on a day, and their largest days late.
    fn late_overdue_on(&self, day: Day) -> (Dong, i64) {
        let instalments = self.instalments_on(day);
        let last_is_late = instalments.last().is_some_and(|last| day > last.effective_due_on);
        if !self.each_instalment && !last_is_late {
            return (Dong::ZERO, 0);
        }
        let mut overdue = Dong::ZERO;
        let mut first_unpaid_late = None;
        for (instalment, paid) in fill(instalments, self.principal_paid_on(day)) {
            let unpaid = instalment.amount - paid;
            if unpaid.is_positive() && day > instalment.effective_due_on {
                overdue += unpaid;
                first_unpaid_late.get_or_insert(instalment.effective_due_on);
            }
        }
        if overdue.is_zero() {
            return (Dong::ZERO, 0);
        }
        // Under the earlier rule the days are those of the last instalment.
        let since = if self.each_instalment {
            first_unpaid_late
        } else {
            instalments.last().map(|last| last.effective_due_on)
        };
        (overdue, since.map_or(0, |since| self.freezes.free_days(since, day)))
    }

    /// What remains of wrongly used money after its days have passed, and the days since then.
    fn wrong_use_overdue_on(&self, day: Day) -> (Dong, i64) {
        let Some(wrong_use) = self.wrong_use_on(day) else {
            return (Dong::ZERO, 0);
        };
        let deadline = wrong_use.deadline(self.rules.wrong_use_days);
        let remains = wrong_use.remains(&self.file.principal_paid, day.min(self.known));
        if day <= deadline || remains.is_zero() {
            return (Dong::ZERO, 0);
        }
        (remains, deadline.days_until(day))
    }

    /// The finding of wrong use that stands on a day.
    #[must_use]
    pub fn wrong_use_on(&self, day: Day) -> Option<WrongUse> {
        if self.file.visits.is_empty() {
            return None;
        }
        WrongUse::on(&self.file.visits, day.min(self.known))
    }

    /// Interest accrued up to a day (that day itself not included), to whole đồng, rounded once,
    /// half up. On the opening's day it is what was owed then.
    #[must_use]
    pub fn accrued_until(&self, day: Day) -> Dong {
        let owed = match &self.file.opening {
            Some(opening) if opening.day <= day => opening.interest_owed,
            _ => Dong::ZERO,
        };
        owed + self.accrual.until(day)
    }

    /// Interest paid up to and including a day.
    #[must_use]
    pub fn interest_paid_on(&self, day: Day) -> Dong {
        paid_until(&self.file.interest_paid, day.min(self.known))
    }

    /// The days on which outstanding, overdue or frozen principal may change, from the loan's
    /// first day up to `end` (not included), in order.
    pub(super) fn breaks(&self, end: Day) -> Vec<Day> {
        let start = self.file.exists_from();
        let known = |day: &Day| *day <= self.known;
        let wrong_use_days = i64::from(self.rules.wrong_use_days);
        let mut breaks = vec![start];
        breaks.extend(self.file.tranches.iter().map(|tranche| tranche.day).filter(known));
        breaks.extend(self.file.principal_paid.iter().map(|paid| paid.day).filter(known));
        breaks.extend(self.freezes.edges());
        for regime in &self.regimes {
            breaks.push(regime.from);
            breaks.extend(regime.instalments.iter().map(|due| due.effective_due_on.plus(1)));
        }
        for visit in self.file.visits.iter().filter(|visit| visit.wrong_use.is_some()) {
            if known(&visit.day) {
                breaks.push(visit.day);
                breaks.push(visit.day.plus(wrong_use_days + 1));
            }
        }
        breaks.retain(|day| (start..end).contains(day));
        breaks.sort_unstable();
        breaks.dedup();
        breaks
    }
}
