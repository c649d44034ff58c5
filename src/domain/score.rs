//! Scores and grades: ratios mapped to points by the rulebook's bands (domain.md, section 6).
//!
//! Always an estimate, beside what the bank itself has published.

use super::ratio::{Ratio, RatioId};
use super::rulebook::{Bound, Criterion, Grades, WhenNone};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// The four grades, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// Tốt.
    Good,
    /// Khá.
    Fair,
    /// Trung bình.
    Average,
    /// Yếu.
    Weak,
}

impl Grade {
    /// All of them, best first.
    pub const ALL: [Grade; 4] = [Self::Good, Self::Fair, Self::Average, Self::Weak];

    /// The grade of a score.
    #[must_use]
    pub fn of(score: Decimal, grades: &Grades) -> Grade {
        if score >= grades.good {
            Grade::Good
        } else if score >= grades.fair {
            Grade::Fair
        } else if score >= grades.average {
            Grade::Average
        } else {
            Grade::Weak
        }
    }

    /// The next better grade, none above the best.
    #[must_use]
    pub const fn better(self) -> Option<Grade> {
        match self {
            Self::Good => None,
            Self::Fair => Some(Self::Good),
            Self::Average => Some(Self::Fair),
            Self::Weak => Some(Self::Average),
        }
    }
}

/// One criterion of a scorecard with what it came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionScore {
    /// The measure.
    pub id: RatioId,
    /// Its ratio.
    pub ratio: Ratio,
    /// The points it brings.
    pub points: Decimal,
    /// The most it could bring.
    pub max: Decimal,
}

/// A unit's score with all that it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    /// The sum of the points, 0–100.
    pub score: Decimal,
    /// Its grade.
    pub grade: Grade,
    /// The criteria, in the rulebook's order.
    pub criteria: Vec<CriterionScore>,
}

/// Scores a unit by criteria whose ratios `ratio_of` knows.
pub fn score(
    criteria: &[Criterion],
    grades: &Grades,
    ratio_of: impl Fn(RatioId) -> Ratio,
) -> Scorecard {
    let criteria: Vec<CriterionScore> = criteria
        .iter()
        .map(|criterion| {
            let ratio = ratio_of(criterion.id);
            let points = points_of(criterion, ratio);
            CriterionScore { id: criterion.id, ratio, points, max: criterion.max }
        })
        .collect();
    let score = criteria.iter().map(|criterion| criterion.points).sum();
    Scorecard { score, grade: Grade::of(score, grades), criteria }
}

/// The points a ratio brings: those of the first band that fits; the last band fits always.
#[must_use]
pub fn points_of(criterion: &Criterion, ratio: Ratio) -> Decimal {
    if ratio.is_none() {
        return match criterion.when_none {
            WhenNone::Full => criterion.max,
            WhenNone::Zero => Decimal::ZERO,
        };
    }
    let fits = |bound: &Bound| match bound {
        Bound::UpTo(bound) => ratio.compare(*bound).is_some_and(Ordering::is_le),
        Bound::AtLeast(bound) => ratio.compare(*bound).is_some_and(Ordering::is_ge),
        Bound::Always => true,
    };
    criterion.bands.iter().find(|band| fits(&band.bound)).map_or(Decimal::ZERO, |band| band.points)
}
