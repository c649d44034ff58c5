//! `report coverage`: which groups have been visited and checked enough in a year.

use super::Question;
use crate::domain::day::Day;
use crate::domain::group::Group;
use crate::domain::ids::GroupCode;
use crate::domain::ratio::{Ratio, six_decimals};
use crate::domain::rulebook::Rulebook;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};
use std::cmp::Ordering;

/// A group's coverage by visits in a year (domain.md, section 7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoverageRow {
    /// The group.
    pub group: GroupCode,
    /// Loans disbursed in earlier years with principal outstanding.
    pub earlier_loans: i64,
    /// Those of them with a visit of any kind in the year.
    pub visited: i64,
    /// Their share.
    #[serde(serialize_with = "six_decimals")]
    pub ratio: Ratio,
    /// The share asked for; less in difficult areas.
    #[serde(serialize_with = "share")]
    pub required: Decimal,
    /// The latest check of the group (16/TD) in the year.
    pub checked_on: Option<Day>,
    /// Whether the share is reached, or there are no such loans, and the group was checked.
    pub met: bool,
}

impl CoverageRow {
    /// How many loans are still to be visited before the share is reached.
    #[must_use]
    pub fn loans_missing(&self) -> i64 {
        let wanted = (self.required * Decimal::from(self.earlier_loans)).ceil();
        (i64::try_from(wanted).unwrap_or(self.earlier_loans) - self.visited).max(0)
    }
}

fn share<S: Serializer>(share: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    let rounded = share.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero);
    serializer.serialize_str(&format!("{rounded:.6}"))
}

/// The coverage of the groups in scope that count on the day, by group.
#[must_use]
pub fn coverage(question: &Question<'_>, year: i32) -> Vec<CoverageRow> {
    let bounds = Day::new(year, 1, 1).zip(Day::new(year, 12, 31)).zip(question.rules());
    let Some(((first, last), rules)) = bounds else {
        return Vec::new();
    };
    question
        .groups()
        .filter(|group| group.counts_on(question.as_of))
        .map(|group| row(question, rules, group, (first, last.min(question.as_of))))
        .collect()
}

fn row(
    question: &Question<'_>,
    rules: &Rulebook,
    group: &Group,
    (first, until): (Day, Day),
) -> CoverageRow {
    let ledger = question.ledger;
    let (mut earlier_loans, mut visited) = (0, 0);
    let in_year = |day: Day| (first..=until).contains(&day);
    for file in ledger.loans_of_group(&group.code).filter(|file| file.loan.disbursed_on < first) {
        if file.outstanding_on(until).is_positive() {
            earlier_loans += 1;
            visited += i64::from(file.visits.iter().any(|visit| in_year(visit.day)));
        }
    }
    let difficult = ledger.places_up(&group.village).any(|place| place.difficult);
    let required = if difficult {
        rules.visits.yearly_coverage_difficult
    } else {
        rules.visits.yearly_coverage
    };
    let checks = ledger.checks.get(&group.code).map_or(&[][..], Vec::as_slice);
    let checked_on = checks.iter().copied().filter(|day| in_year(*day)).max();
    let ratio = Ratio::new(visited, earlier_loans);
    let reached = ratio.compare(required).is_none_or(Ordering::is_ge);
    CoverageRow {
        group: group.code.clone(),
        earlier_loans,
        visited,
        ratio,
        required,
        checked_on,
        met: reached && checked_on.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn what_is_missing_is_whole_loans_and_never_below_none() {
        let missing = |visited, earlier_loans, required| {
            let row = CoverageRow {
                group: GroupCode::new("1"),
                earlier_loans,
                visited,
                ratio: Ratio::new(visited, earlier_loans),
                required,
                checked_on: None,
                met: false,
            };
            row.loans_missing()
        };
        // 90 % of 16 are 14,4: fifteen loans; of 20 exactly 18
        assert_eq!(missing(10, 16, dec!(0.9)), 5);
        assert_eq!(missing(17, 20, dec!(0.9)), 1);
        assert_eq!(missing(18, 20, dec!(0.9)), 0);
        assert_eq!(missing(20, 20, dec!(0.9)), 0);
        assert_eq!(missing(0, 0, dec!(0.9)), 0);
    }
}
