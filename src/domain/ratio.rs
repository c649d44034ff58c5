//! A ratio as its two whole numbers, compared exactly and rounded only when it is shown.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize, Serializer};
use std::cmp::Ordering;

/// The measures of domain.md, section 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RatioId {
    /// Overdue principal of outstanding principal.
    OverdueRatio,
    /// Frozen principal of outstanding principal.
    FrozenRatio,
    /// Overdue and frozen principal of outstanding principal.
    OverdueFrozenRatio,
    /// Outstanding principal of loans overdue at all, of outstanding principal.
    #[serde(rename = "par_1")]
    Par1,
    /// The same for loans more than 30 days overdue.
    #[serde(rename = "par_30")]
    Par30,
    /// The same for loans more than 90 days overdue.
    #[serde(rename = "par_90")]
    Par90,
    /// Principal collected of what fell due in the period.
    PrincipalDueRatio,
    /// Interest collected of what fell due in the period.
    InterestRatio,
    /// Loans with interest arrears, of loans outstanding.
    InterestArrearsRatio,
    /// Sessions at which the group was represented.
    AttendanceRatio,
    /// Members who deposited in the period.
    SavingsParticipation,
    /// Increase of savings per member, in đồng.
    SavingsIncrease,
    /// Disbursements visited within 30 days, of those whose deadline falls in the period.
    #[serde(rename = "visit_30d_ratio")]
    Visit30dRatio,
    /// Inactive loans of loans outstanding.
    InactiveRatio,
    /// Groups graded good.
    GoodGroupShare,
    /// Groups graded weak.
    WeakGroupShare,
    /// Growth of outstanding principal since the baseline day.
    Growth,
}

impl RatioId {
    /// All of them, in the order of domain.md.
    pub const ALL: [RatioId; 17] = [
        Self::OverdueRatio,
        Self::FrozenRatio,
        Self::OverdueFrozenRatio,
        Self::Par1,
        Self::Par30,
        Self::Par90,
        Self::PrincipalDueRatio,
        Self::InterestRatio,
        Self::InterestArrearsRatio,
        Self::AttendanceRatio,
        Self::SavingsParticipation,
        Self::SavingsIncrease,
        Self::Visit30dRatio,
        Self::InactiveRatio,
        Self::GoodGroupShare,
        Self::WeakGroupShare,
        Self::Growth,
    ];

    /// Its id in files and reports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::OverdueRatio => "overdue_ratio",
            Self::FrozenRatio => "frozen_ratio",
            Self::OverdueFrozenRatio => "overdue_frozen_ratio",
            Self::Par1 => "par_1",
            Self::Par30 => "par_30",
            Self::Par90 => "par_90",
            Self::PrincipalDueRatio => "principal_due_ratio",
            Self::InterestRatio => "interest_ratio",
            Self::InterestArrearsRatio => "interest_arrears_ratio",
            Self::AttendanceRatio => "attendance_ratio",
            Self::SavingsParticipation => "savings_participation",
            Self::SavingsIncrease => "savings_increase",
            Self::Visit30dRatio => "visit_30d_ratio",
            Self::InactiveRatio => "inactive_ratio",
            Self::GoodGroupShare => "good_group_share",
            Self::WeakGroupShare => "weak_group_share",
            Self::Growth => "growth",
        }
    }

    /// The measure of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<RatioId> {
        Self::ALL.into_iter().find(|ratio| ratio.id() == id)
    }

    /// Whether it is an amount of đồng per member rather than a share.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::SavingsIncrease)
    }

    /// Whether less of it is better.
    #[must_use]
    pub const fn less_is_better(self) -> bool {
        matches!(
            self,
            Self::OverdueRatio
                | Self::FrozenRatio
                | Self::OverdueFrozenRatio
                | Self::Par1
                | Self::Par30
                | Self::Par90
                | Self::InterestArrearsRatio
                | Self::InactiveRatio
                | Self::WeakGroupShare
        )
    }
}

/// Numerator and denominator; none where the denominator is zero ("không phát sinh").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratio {
    /// What is counted: loans, members, or đồng. May be negative (a fall of savings).
    pub numerator: i64,
    /// Of what: zero or more.
    pub denominator: i64,
}

impl Ratio {
    /// The two numbers.
    #[must_use]
    pub const fn new(numerator: i64, denominator: i64) -> Ratio {
        Ratio { numerator, denominator }
    }

    /// Whether there is nothing to divide by.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.denominator == 0
    }

    /// Compares it exactly with a bound: numerator against bound × denominator, never as a rounded
    /// decimal. None where there is nothing to divide by.
    #[must_use]
    pub fn compare(self, bound: Decimal) -> Option<Ordering> {
        if self.is_none() {
            return None;
        }
        // bound = mantissa / 10^scale, so: numerator × 10^scale against mantissa × denominator.
        let scale = 10_i128.checked_pow(bound.scale())?;
        let left = i128::from(self.numerator).checked_mul(scale)?;
        let right = bound.mantissa().checked_mul(i128::from(self.denominator))?;
        Some(left.cmp(&right))
    }

    /// Its value with that many decimals, half away from zero; none where there is none.
    #[must_use]
    pub fn rounded(self, decimals: u32) -> Option<Decimal> {
        if self.is_none() {
            return None;
        }
        // By whole numbers: a quotient of decimals is cut at 28 digits before it is rounded.
        let scale = 10_i128.checked_pow(decimals)?;
        let top = i128::from(self.numerator).checked_mul(scale)?;
        let bottom = i128::from(self.denominator);
        let half_up = (2 * top.abs() + bottom.abs()) / (2 * bottom.abs());
        let sign = top.signum() * bottom.signum();
        Decimal::try_from_i128_with_scale(sign * half_up, decimals).ok()
    }
}

/// Writes a ratio's value as JSON has it: six decimals as text, or null.
///
/// # Errors
/// Those of the serializer.
pub fn six_decimals<S: Serializer>(ratio: &Ratio, serializer: S) -> Result<S::Ok, S::Error> {
    ratio.rounded(6).map(|value| format!("{value:.6}")).serialize(serializer)
}

/// Writes points or a score as JSON has them: two decimals as text.
///
/// # Errors
/// Those of the serializer.
pub fn two_decimals<S: Serializer>(points: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    let rounded = points.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    serializer.serialize_str(&format!("{rounded:.2}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_ratio_is_compared_exactly_at_its_bound() {
        assert_eq!(Ratio::new(95, 100).compare(dec!(0.95)), Some(Ordering::Equal));
        // 0.9499999…, which six decimals would show as 0.950000.
        let just_below = Ratio::new(949_999_999_999, 1_000_000_000_000);
        assert_eq!(just_below.compare(dec!(0.95)), Some(Ordering::Less));
        assert_eq!(Ratio::new(0, 0).compare(dec!(0.95)), None);
    }

    #[test]
    fn a_value_is_rounded_half_away_from_zero() {
        assert_eq!(Ratio::new(1, 3).rounded(6), Some(dec!(0.333333)));
        assert_eq!(Ratio::new(5, 10_000_000).rounded(6), Some(dec!(0.000001)));
        assert_eq!(Ratio::new(-5, 10_000_000).rounded(6), Some(dec!(-0.000001)));
        assert_eq!(Ratio::new(1, 0).rounded(6), None);
    }
}
