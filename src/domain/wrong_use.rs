//! Money that a visit found used for a wrong purpose: to be repaid within 30 days (domain.md,
//! section 4).

use super::day::Day;
use super::loan::Movement;
use super::money::Dong;
use super::visit::SeenAtLoan;

/// A finding of wrong use that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongUse {
    /// The first visit of the unbroken run that found wrong use: the days run from here.
    pub since: Day,
    /// The latest visit that said anything about it.
    pub latest: Day,
    /// What the latest visit found.
    pub found: Dong,
}

impl WrongUse {
    /// The finding that stands on a day, by the visits up to and including it. A visit that finds
    /// zero ends the run, an empty cell says nothing.
    #[must_use]
    pub fn on(visits: &[SeenAtLoan], day: Day) -> Option<WrongUse> {
        let mut standing: Option<WrongUse> = None;
        for visit in visits.iter().filter(|visit| visit.day <= day) {
            let Some(found) = visit.wrong_use else { continue };
            standing = found.is_positive().then(|| WrongUse {
                since: standing.map_or(visit.day, |run| run.since),
                latest: visit.day,
                found,
            });
        }
        standing
    }

    /// What remains to be repaid on a day: less the principal paid after the latest visit's day.
    #[must_use]
    pub fn remains(&self, principal_paid: &[Movement], day: Day) -> Dong {
        let repaid: Dong = principal_paid
            .iter()
            .filter(|paid| paid.day > self.latest && paid.day <= day)
            .map(|paid| paid.amount)
            .sum();
        (self.found - repaid).at_least_zero()
    }

    /// The last day on which it may be repaid.
    #[must_use]
    pub fn deadline(&self, days: u32) -> Day {
        self.since.plus(i64::from(days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::FactId;
    use crate::domain::visit::VisitKind;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect(text)
    }

    fn seen(text: &str, wrong_use: Option<i64>) -> SeenAtLoan {
        SeenAtLoan {
            visit: FactId::new(text),
            day: day(text),
            kind: VisitKind::Annual,
            wrong_use: wrong_use.map(Dong::new),
        }
    }

    #[test]
    fn a_further_finding_does_not_start_the_days_again_and_says_how_much() {
        let visits =
            [seen("2026-03-01", Some(10)), seen("2026-03-20", None), seen("2026-04-01", Some(7))];
        let standing = WrongUse::on(&visits, day("2026-04-01"));
        assert_eq!(
            standing,
            Some(WrongUse {
                since: day("2026-03-01"),
                latest: day("2026-04-01"),
                found: Dong::new(7)
            })
        );
        assert_eq!(WrongUse::on(&visits, day("2026-02-28")), None);
    }

    #[test]
    fn a_visit_that_finds_nothing_wrong_ends_the_run() {
        let visits = [
            seen("2026-03-01", Some(10)),
            seen("2026-03-20", Some(0)),
            seen("2026-04-01", Some(7)),
        ];
        assert_eq!(WrongUse::on(&visits, day("2026-03-20")), None);
        assert_eq!(
            WrongUse::on(&visits, day("2026-04-01")).map(|run| run.since),
            Some(day("2026-04-01"))
        );
    }

    #[test]
    fn only_principal_paid_after_the_latest_visits_day_counts() {
        let standing =
            WrongUse { since: day("2026-03-01"), latest: day("2026-03-01"), found: Dong::new(10) };
        let paid = |text, amount| Movement { day: day(text), amount: Dong::new(amount) };
        assert_eq!(standing.remains(&[paid("2026-03-01", 4)], day("2026-03-31")), Dong::new(10));
        assert_eq!(standing.remains(&[paid("2026-03-02", 4)], day("2026-03-31")), Dong::new(6));
        assert_eq!(standing.remains(&[paid("2026-03-02", 40)], day("2026-03-31")), Dong::ZERO);
        assert_eq!(standing.deadline(30), day("2026-03-31"));
    }
}
