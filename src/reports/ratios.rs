//! `report ratios`: totals and ratios of a scope, with what they are made of.

use super::Question;
use crate::domain::day::Day;
use crate::domain::money::Dong;
use crate::domain::ratio::{Ratio, RatioId, six_decimals};
use crate::domain::tally::Tally;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Totals and ratios of a scope on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ratios {
    /// The day asked about.
    pub as_of: Day,
    /// The scope as it was given; none for the whole book.
    pub scope: Option<String>,
    /// The totals.
    pub totals: Totals,
    /// Every measure of domain.md, section 5, but growth.
    #[serde(serialize_with = "by_id")]
    pub ratios: Vec<(RatioId, Ratio)>,
}

/// The totals of a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Groups that count.
    pub groups: i64,
    /// Members that count.
    pub members: i64,
    /// Loans outstanding.
    pub loans: i64,
    /// Members with loans outstanding.
    pub borrowers: i64,
    /// Principal outstanding.
    pub outstanding: Dong,
    /// Overdue principal.
    pub overdue: Dong,
    /// Frozen principal.
    pub frozen: Dong,
    /// Savings.
    pub savings: Dong,
    /// Interest arrears over all loans.
    pub interest_arrears: Dong,
}

impl From<&Tally> for Totals {
    fn from(tally: &Tally) -> Totals {
        Totals {
            groups: tally.groups,
            members: tally.members,
            loans: tally.loans,
            borrowers: tally.borrowers,
            outstanding: tally.outstanding,
            overdue: tally.overdue,
            frozen: tally.frozen,
            savings: tally.savings,
            interest_arrears: tally.interest_arrears,
        }
    }
}

/// What the scope of a question adds up to: a single group alone, else an area of graded groups.
#[must_use]
pub fn tally(question: &Question<'_>) -> Tally {
    let Some(rules) = question.rules() else {
        return Tally::default();
    };
    if question.scope.single_group().is_some() {
        return question
            .groups()
            .map(|group| question.tally_of(group))
            .fold(Tally::default(), std::ops::Add::add);
    }
    question.groups().map(|group| question.tally_of(group).graded(rules)).sum()
}

/// Totals and ratios; `scope` is the text the scope was given as.
#[must_use]
pub fn ratios(question: &Question<'_>, scope: Option<&str>) -> Ratios {
    let tally = tally(question);
    let ids = RatioId::ALL.into_iter().filter(|id| *id != RatioId::Growth);
    Ratios {
        as_of: question.as_of,
        scope: scope.map(ToOwned::to_owned),
        totals: Totals::from(&tally),
        ratios: ids.map(|id| (id, tally.ratio(id))).collect(),
    }
}

#[derive(Serialize)]
struct Opened<'a> {
    numerator: i64,
    denominator: i64,
    #[serde(serialize_with = "six_decimals")]
    value: &'a Ratio,
}

fn by_id<S: Serializer>(ratios: &[(RatioId, Ratio)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(ratios.len()))?;
    for (id, ratio) in ratios {
        let Ratio { numerator, denominator } = *ratio;
        map.serialize_entry(id.id(), &Opened { numerator, denominator, value: ratio })?;
    }
    map.end()
}
