//! Which band of a criterion a ratio has reached, and what the next better one asks for
//! (domain.md, section 6: every score can be opened).

use super::ratio::{Ratio, RatioId};
use super::rulebook::{Band, Bound, Criterion};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// The next better band and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextBand {
    /// Its bound.
    pub bound: Bound,
    /// The points it brings.
    pub points: Decimal,
    /// How many points more than now.
    pub gain: Decimal,
    /// The least change that reaches it, one or more: đồng to repay or collect, members to
    /// deposit, groups to attend, loans to move.
    pub missing: i64,
}

/// The place of the band that a ratio has reached, from the best; none where there is nothing to
/// measure.
#[must_use]
pub fn reached(criterion: &Criterion, ratio: Ratio) -> Option<usize> {
    if ratio.is_none() {
        return None;
    }
    criterion.bands.iter().position(|band| match &band.bound {
        Bound::UpTo(bound) => ratio.compare(*bound).is_some_and(Ordering::is_le),
        Bound::AtLeast(bound) => ratio.compare(*bound).is_some_and(Ordering::is_ge),
        Bound::Always => true,
    })
}

/// The nearest band that brings more points; none at the best, or with nothing to measure.
#[must_use]
pub fn next_band(criterion: &Criterion, ratio: Ratio) -> Option<NextBand> {
    let at = reached(criterion, ratio)?;
    let now = criterion.bands.get(at)?.points;
    let better = |band: &&Band| band.points > now;
    let next = criterion.bands.iter().take(at).rev().find(better)?;
    Some(NextBand {
        bound: next.bound.clone(),
        points: next.points,
        gain: next.points - now,
        missing: missing(criterion.id, ratio, &next.bound)?,
    })
}

fn missing(id: RatioId, ratio: Ratio, bound: &Bound) -> Option<i64> {
    let (numerator, denominator) = (i128::from(ratio.numerator), i128::from(ratio.denominator));
    let (Bound::UpTo(bound) | Bound::AtLeast(bound)) = bound else { return None };
    let scale = 10_i128.checked_pow(bound.scale())?;
    let asked = bound.mantissa().checked_mul(denominator)?;
    let has = numerator.checked_mul(scale)?;
    let (lacks, each) = if id.less_is_better() {
        // what is repaid leaves the outstanding principal too, so the bound falls with it
        let repaid = matches!(id, RatioId::OverdueRatio | RatioId::OverdueFrozenRatio);
        (has - asked, if repaid { scale - bound.mantissa() } else { scale })
    } else {
        (asked - has, scale)
    };
    if each <= 0 || lacks <= 0 {
        return None;
    }
    i64::try_from((lacks + each - 1) / each).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rulebook::Shelf;
    use crate::domain::score::points_of;
    use rust_decimal::dec;

    fn criteria() -> Vec<Criterion> {
        let shelf = Shelf::shipped().expect("the shipped rulebooks");
        let day = crate::domain::day::Day::parse_iso("2026-09-30").expect("a day");
        let book = shelf.on(day).expect("a rulebook");
        book.area_criteria.iter().chain(&book.group_criteria).cloned().collect()
    }

    #[test]
    fn overdue_repaid_leaves_the_outstanding_too() {
        let overdue = criteria().into_iter().find(|c| c.id == RatioId::OverdueRatio);
        let overdue = overdue.expect("a criterion");
        // 40 of 10.000 is 0,4 %: the next band asks for 0,2 %; repaying 20 leaves 20 of 9.980
        let next = next_band(&overdue, Ratio::new(40, 10_000)).expect("a next band");
        assert_eq!((next.points, next.gain, next.missing), (dec!(21), dec!(3), 21));
        assert_eq!(next_band(&overdue, Ratio::new(0, 10_000)), None);
        assert_eq!(next_band(&overdue, Ratio::new(0, 0)), None);
    }

    #[test]
    fn a_count_lacks_whole_things() {
        let attendance = criteria().into_iter().find(|c| c.id == RatioId::AttendanceRatio);
        let next = next_band(&attendance.expect("a criterion"), Ratio::new(14, 15));
        let next = next.expect("a next band");
        assert_eq!((next.bound, next.missing), (Bound::AtLeast(dec!(0.95)), 1));
    }

    #[test]
    fn what_is_missing_reaches_the_next_band_and_one_less_does_not() {
        for criterion in criteria() {
            for numerator in [-7, 0, 1, 3, 40, 333, 560, 999, 5_000_000] {
                let ratio = Ratio::new(numerator, 1_000);
                let Some(next) = next_band(&criterion, ratio) else { continue };
                let after = |by: i64| match criterion.id {
                    RatioId::OverdueRatio | RatioId::OverdueFrozenRatio => {
                        Ratio::new(numerator - by, 1_000 - by)
                    }
                    id if id.less_is_better() => Ratio::new(numerator - by, 1_000),
                    _ => Ratio::new(numerator + by, 1_000),
                };
                if after(next.missing).denominator <= 0 {
                    continue;
                }
                assert!(points_of(&criterion, after(next.missing)) >= next.points);
                assert!(points_of(&criterion, after(next.missing - 1)) < next.points);
            }
        }
    }
}
