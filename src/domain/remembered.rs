//! What was worked out of the ledger and is kept in the process as long as nothing of it changes:
//! a screen that shows three months adds each up once, five lists of one day ask each loan once.

use super::day::Day;
use super::ids::{GroupCode, LoanCode};
use super::loan_day::LoanDay;
use super::tallies::Tallies;
use std::cell::RefCell;
use std::collections::HashMap;

/// So many days of loans are kept: the day asked about, and those around a session that is looked
/// at. A day of 5,000 loans takes about 2 MB.
const MOST_DAYS: usize = 4;

/// A memory of figures, never their source: whoever changes the ledger, or the rulebooks, forgets
/// what that touched.
#[derive(Debug, Default)]
pub struct Remembered {
    /// What groups add up to.
    pub tallies: Tallies,
    /// How loans stand.
    pub loans: LoanDays,
}

impl Remembered {
    /// Forgets a group, of which something changed, with its loans.
    pub fn forget<'a>(&mut self, group: &GroupCode, loans: impl IntoIterator<Item = &'a LoanCode>) {
        self.tallies.forget(group);
        for loan in loans {
            self.loans.forget(loan);
        }
    }

    /// Forgets all.
    pub fn forget_all(&mut self) {
        self.tallies.forget_all();
        self.loans.forget_all();
    }
}

/// How loans stand on days that were asked about; none for a loan that does not exist on one.
#[derive(Debug, Default)]
pub struct LoanDays {
    /// The day asked about last at the end.
    days: RefCell<Vec<(Day, OfDay)>>,
}

type OfDay = HashMap<LoanCode, Option<LoanDay>>;

impl LoanDays {
    /// How a loan stands on a day, worked out where it is not known.
    pub fn of(
        &self,
        loan: &LoanCode,
        day: Day,
        work_out: impl FnOnce() -> Option<LoanDay>,
    ) -> Option<LoanDay> {
        if let Some(known) = self.known(loan, day) {
            return known;
        }
        let found = work_out();
        let mut days = self.days.borrow_mut();
        if days.last().is_none_or(|(last, _)| *last != day) {
            let at = days.iter().position(|(known, _)| *known == day);
            let moved = at.map_or_else(|| (day, OfDay::new()), |at| days.remove(at));
            if days.len() == MOST_DAYS {
                days.remove(0);
            }
            days.push(moved);
        }
        if let Some((_, of_day)) = days.last_mut() {
            of_day.insert(loan.clone(), found.clone());
        }
        found
    }

    fn known(&self, loan: &LoanCode, day: Day) -> Option<Option<LoanDay>> {
        let days = self.days.borrow();
        let (_, of_day) = days.iter().rev().find(|(known, _)| *known == day)?;
        of_day.get(loan).cloned()
    }

    /// Forgets a loan, of which something changed.
    pub fn forget(&mut self, loan: &LoanCode) {
        for (_, of_day) in self.days.get_mut() {
            of_day.remove(loan);
        }
    }

    /// Forgets all.
    pub fn forget_all(&mut self) {
        self.days.get_mut().clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i64) -> Day {
        Day::new(2026, 10, 1).expect("a day").plus(number)
    }

    /// Whether it was asked to work out.
    fn asks(days: &LoanDays, loan: &str, on: i64) -> bool {
        let mut asked = false;
        let _ = days.of(&loan.into(), day(on), || {
            asked = true;
            None
        });
        asked
    }

    #[test]
    fn a_loan_is_worked_out_once_a_day_until_it_is_forgotten() {
        let mut days = LoanDays::default();
        assert!(asks(&days, "L1", 0));
        assert!(!asks(&days, "L1", 0));
        assert!(asks(&days, "L2", 0));
        assert!(asks(&days, "L1", 1));
        days.forget(&"L1".into());
        assert!(asks(&days, "L1", 0));
        assert!(asks(&days, "L1", 1));
        assert!(!asks(&days, "L2", 0));
    }

    #[test]
    fn only_the_days_asked_about_last_are_kept() {
        let days = LoanDays::default();
        for on in 0..=i64::try_from(MOST_DAYS).expect("few") {
            assert!(asks(&days, "L1", on));
        }
        assert!(!asks(&days, "L1", 1));
        assert!(asks(&days, "L1", 0));
    }
}
