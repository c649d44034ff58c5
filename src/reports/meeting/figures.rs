//! A unit's figures at the end of two sessions, how they changed, and whether that is good.

use crate::domain::direction::Direction;
use crate::domain::money::Dong;
use crate::domain::ratio::{Ratio, RatioId};
use crate::domain::tally::Tally;
use rust_decimal::Decimal;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A figure of the meeting's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureId {
    /// Groups that count.
    Groups,
    /// Members that count.
    Members,
    /// Members with loans outstanding.
    Borrowers,
    /// Principal outstanding.
    Outstanding,
    /// Overdue principal.
    Overdue,
    /// Frozen principal.
    Frozen,
    /// Interest arrears.
    InterestArrears,
    /// Loans outstanding with interest arrears.
    LoansInArrears,
    /// Loans without a movement for three months.
    Inactive,
    /// Savings.
    Savings,
    /// A measure of domain.md, section 5.
    Ratio(RatioId),
}

/// How much a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// So many.
    Count(i64),
    /// So much money.
    Money(Dong),
    /// A measure; none where there is nothing to measure.
    Ratio(Ratio),
}

/// A figure at the end of two sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Which.
    pub id: FigureId,
    /// At the end of the session.
    pub now: Value,
    /// At the end of the session before.
    pub before: Value,
}

/// All figures of a unit, in the order of [`FigureId::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures(pub Vec<Figure>);

impl FigureId {
    /// All of them, in the order of the page.
    pub const ALL: [FigureId; 20] = [
        Self::Groups,
        Self::Members,
        Self::Borrowers,
        Self::Outstanding,
        Self::Overdue,
        Self::Frozen,
        Self::InterestArrears,
        Self::LoansInArrears,
        Self::Inactive,
        Self::Savings,
        Self::Ratio(RatioId::OverdueRatio),
        Self::Ratio(RatioId::OverdueFrozenRatio),
        Self::Ratio(RatioId::Par30),
        Self::Ratio(RatioId::InterestRatio),
        Self::Ratio(RatioId::PrincipalDueRatio),
        Self::Ratio(RatioId::AttendanceRatio),
        Self::Ratio(RatioId::SavingsParticipation),
        Self::Ratio(RatioId::SavingsIncrease),
        Self::Ratio(RatioId::InterestArrearsRatio),
        Self::Ratio(RatioId::Visit30dRatio),
    ];

    /// Its id in the report.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::Members => "members",
            Self::Borrowers => "borrowers",
            Self::Outstanding => "outstanding",
            Self::Overdue => "overdue",
            Self::Frozen => "frozen",
            Self::InterestArrears => "interest_arrears",
            Self::LoansInArrears => "loans_in_arrears",
            Self::Inactive => "inactive_loans",
            Self::Savings => "savings",
            Self::Ratio(id) => id.id(),
        }
    }

    /// Whether more of it is good (`Some(true)`) or bad (`Some(false)`); none where it is neither.
    #[must_use]
    pub const fn more_is_good(self) -> Option<bool> {
        match self {
            Self::Groups | Self::Members | Self::Borrowers => None,
            Self::Outstanding | Self::Savings => Some(true),
            Self::Overdue
            | Self::Frozen
            | Self::InterestArrears
            | Self::LoansInArrears
            | Self::Inactive => Some(false),
            Self::Ratio(id) => Some(!id.less_is_better()),
        }
    }

    fn of(self, tally: &Tally) -> Value {
        match self {
            Self::Groups => Value::Count(tally.groups),
            Self::Members => Value::Count(tally.members),
            Self::Borrowers => Value::Count(tally.borrowers),
            Self::Outstanding => Value::Money(tally.outstanding),
            Self::Overdue => Value::Money(tally.overdue),
            Self::Frozen => Value::Money(tally.frozen),
            Self::InterestArrears => Value::Money(tally.interest_arrears),
            Self::LoansInArrears => Value::Count(tally.loans_in_arrears),
            Self::Inactive => Value::Count(tally.inactive),
            Self::Savings => Value::Money(tally.savings),
            Self::Ratio(id) => Value::Ratio(tally.ratio(id)),
        }
    }
}

impl Value {
    /// Its number, a measure with six decimals; none where there is nothing to measure.
    #[must_use]
    pub fn number(self) -> Option<Decimal> {
        match self {
            Self::Count(count) => Some(count.into()),
            Self::Money(money) => Some(money.get().into()),
            Self::Ratio(ratio) => ratio.rounded(6),
        }
    }
}

impl Figure {
    /// How much more it is than before, of a measure between its six decimals; none where either
    /// has nothing to measure.
    #[must_use]
    pub fn change(&self) -> Option<Decimal> {
        Some(self.now.number()? - self.before.number()?)
    }

    /// Whether that is good; none of a figure that is neither good nor bad, and where there is
    /// nothing to compare.
    #[must_use]
    pub fn direction(&self) -> Option<Direction> {
        let more_is_good = self.id.more_is_good()?;
        Some(Direction::of(self.change()?.cmp(&Decimal::ZERO), more_is_good))
    }
}

impl Figures {
    /// The figures of what a unit adds up to on two days.
    #[must_use]
    pub fn of(now: &Tally, before: &Tally) -> Figures {
        let figure = |id: FigureId| Figure { id, now: id.of(now), before: id.of(before) };
        Figures(FigureId::ALL.map(figure).to_vec())
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, id: FigureId) -> Option<&Figure> {
        self.0.iter().find(|figure| figure.id == id)
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for figure in &self.0 {
            map.serialize_entry(figure.id.id(), figure)?;
        }
        map.end()
    }
}

/// A whole number as one, a measure as six decimals in text (contract.md, section 3).
struct Said(Option<Decimal>, bool);

impl Serialize for Said {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.0, self.1) {
            (None, _) => serializer.serialize_none(),
            (Some(number), true) => serializer.serialize_str(&format!("{number:.6}")),
            (Some(number), false) => {
                i64::try_from(number).unwrap_or(i64::MAX).serialize(serializer)
            }
        }
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Row {
            now: Said,
            before: Said,
            change: Said,
            direction: Option<Direction>,
        }
        let measure = matches!(self.id, FigureId::Ratio(_));
        let said = |number| Said(number, measure);
        Row {
            now: said(self.now.number()),
            before: said(self.before.number()),
            change: said(self.change()),
            direction: self.direction(),
        }
        .serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    fn ratio(id: RatioId, now: (i64, i64), before: (i64, i64)) -> Figure {
        let value = |(of, all)| Value::Ratio(Ratio::new(of, all));
        Figure { id: FigureId::Ratio(id), now: value(now), before: value(before) }
    }

    fn money(id: FigureId, now: i64, before: i64) -> Figure {
        let value = |amount| Value::Money(Dong::new(amount));
        Figure { id, now: value(now), before: value(before) }
    }

    #[test]
    fn one_dong_more_is_good_where_more_is_good_and_bad_where_less_is() {
        let direction = |id, now, before| money(id, now, before).direction();
        assert_eq!(direction(FigureId::Outstanding, 6, 5), Some(Direction::Better));
        assert_eq!(direction(FigureId::Outstanding, 5, 5), Some(Direction::Same));
        assert_eq!(direction(FigureId::Outstanding, 4, 5), Some(Direction::Worse));
        assert_eq!(direction(FigureId::Overdue, 6, 5), Some(Direction::Worse));
        assert_eq!(direction(FigureId::Overdue, 4, 5), Some(Direction::Better));
    }

    #[test]
    fn members_are_neither_good_nor_bad() {
        let members =
            Figure { id: FigureId::Members, now: Value::Count(9), before: Value::Count(8) };
        assert_eq!((members.change(), members.direction()), (Some(dec!(1)), None));
    }

    #[test]
    fn where_nothing_is_measured_nothing_has_changed_and_nothing_is_good() {
        let none_now = ratio(RatioId::InterestRatio, (0, 0), (1, 2));
        let none_before = ratio(RatioId::InterestRatio, (1, 2), (0, 0));
        for figure in [none_now, none_before] {
            assert_eq!((figure.change(), figure.direction()), (None, None));
        }
    }

    #[test]
    fn a_change_below_the_sixth_decimal_is_none() {
        let unseen = ratio(RatioId::OverdueRatio, (1, 10_000_000), (0, 1));
        assert_eq!(unseen.direction(), Some(Direction::Same));
        let seen = ratio(RatioId::OverdueRatio, (5, 10_000_000), (0, 1));
        assert_eq!(seen.direction(), Some(Direction::Worse));
        assert_eq!(serde_json::to_value(seen).expect("JSON")["change"], "0.000001");
    }
}
