//! `report scores`: the estimated score and grade of each unit of a level, beside the bank's own.

use super::Question;
use super::scope::{Part, Scope};
use crate::domain::group::{Association, Group};
use crate::domain::ids::GroupCode;
use crate::domain::ledger::{BankGrade, BankLevel, Ledger};
use crate::domain::place::PlaceKind;
use crate::domain::ratio::{Ratio, RatioId, six_decimals, two_decimals};
use crate::domain::rulebook::Rulebook;
use crate::domain::score::{CriterionScore, Grade, Scorecard};
use crate::domain::tally::Tally;
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::BTreeMap;

/// The units that have a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Groups, by the group scorecard; all others by the area scorecard.
    Group,
    /// Villages.
    Village,
    /// Associations.
    Association,
    /// Communes.
    Commune,
    /// Districts.
    District,
    /// Provinces.
    Province,
}

impl Level {
    /// All of them with their words, from the smallest.
    pub const ALL: [(&'static str, Level); 6] = [
        ("group", Self::Group),
        ("village", Self::Village),
        ("association", Self::Association),
        ("commune", Self::Commune),
        ("district", Self::District),
        ("province", Self::Province),
    ];

    /// The level of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Level> {
        Self::ALL.into_iter().find(|(known, _)| *known == word).map(|(_, level)| level)
    }

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, level)| *level == self).map_or("", |(word, _)| word)
    }

    /// The kind of place, where the level's units are places.
    #[must_use]
    pub const fn place(self) -> Option<PlaceKind> {
        match self {
            Self::Village => Some(PlaceKind::Village),
            Self::Commune => Some(PlaceKind::Commune),
            Self::District => Some(PlaceKind::District),
            Self::Province => Some(PlaceKind::Province),
            Self::Group | Self::Association => None,
        }
    }

    /// The level at which the bank publishes grades, if it does.
    #[must_use]
    pub const fn bank(self) -> Option<BankLevel> {
        match self {
            Self::Group => Some(BankLevel::Group),
            Self::Commune => Some(BankLevel::Commune),
            Self::District => Some(BankLevel::District),
            Self::Province => Some(BankLevel::Province),
            Self::Village | Self::Association => None,
        }
    }
}

/// A unit's estimated score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScoreRow {
    /// Its code.
    pub code: String,
    /// Its name; that of a group is its leader's, none where it has none.
    pub name: Option<String>,
    /// The score, 0–100.
    #[serde(serialize_with = "two_decimals")]
    pub score: Decimal,
    /// The grade.
    pub grade: Grade,
    /// The criteria in the rulebook's order.
    pub criteria: Vec<CriterionRow>,
    /// What the bank has published of the latest month that has ended on or before the day.
    pub bank: Published,
    /// What it adds up to, for opening a score.
    #[serde(skip)]
    pub tally: Tally,
}

/// One criterion of a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionRow {
    /// The measure.
    pub id: RatioId,
    /// Its value, six decimals; none where there is nothing to measure.
    #[serde(rename = "value", serialize_with = "six_decimals")]
    pub ratio: Ratio,
    /// The points it brings.
    #[serde(serialize_with = "two_decimals")]
    pub points: Decimal,
    /// The most it could bring.
    #[serde(serialize_with = "two_decimals")]
    pub max: Decimal,
}

/// What the bank has published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Published {
    /// The score.
    #[serde(serialize_with = "maybe_two_decimals")]
    pub score: Option<Decimal>,
    /// The grade.
    pub grade: Option<Grade>,
}

#[expect(clippy::ref_option, reason = "serde hands the field as it is")]
fn maybe_two_decimals<S: serde::Serializer>(
    score: &Option<Decimal>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match score {
        Some(score) => two_decimals(score, serializer),
        None => serializer.serialize_none(),
    }
}

/// The scores of a level's units in scope, by code: groups that count on the day; every area,
/// empty ones too.
#[must_use]
pub fn scores(question: &Question<'_>, level: Level) -> Vec<ScoreRow> {
    let Some(rules) = question.rules() else {
        return Vec::new();
    };
    let groups: BTreeMap<&GroupCode, (&Group, Tally)> =
        question.groups().map(|group| (&group.code, (group, question.tally_of(group)))).collect();
    match level {
        Level::Group => groups
            .values()
            .filter(|(group, _)| group.counts_on(question.as_of))
            .map(|(group, tally)| {
                let leader = group.leader.as_ref();
                let leader = leader.and_then(|code| question.ledger.members.get(code));
                let name = leader.map(|file| file.member.name.clone());
                let scorecard = tally.group_scorecard(rules);
                row(question, level, (group.code.to_string(), name), *tally, scorecard)
            })
            .collect(),
        _ => areas(question, level)
            .into_iter()
            .map(|(code, name, scope)| {
                let tally = area_tally(question, &groups, &scope, rules);
                let scorecard = tally.area_scorecard(rules);
                row(question, level, (code, Some(name)), tally, scorecard)
            })
            .collect(),
    }
}

fn area_tally(
    question: &Question<'_>,
    groups: &BTreeMap<&GroupCode, (&Group, Tally)>,
    scope: &Scope,
    rules: &Rulebook,
) -> Tally {
    groups
        .values()
        .filter(|(group, _)| scope.holds(question.ledger, group))
        .map(|(_, tally)| tally.graded(rules))
        .sum()
}

/// The areas of a level with code, name and scope, by code: those of the question's own scope.
fn areas(question: &Question<'_>, level: Level) -> Vec<(String, String, Scope)> {
    let ledger = question.ledger;
    if level == Level::Association {
        return Association::ALL
            .into_iter()
            .filter(|association| question.scope.meets_association(*association))
            .map(|association| {
                let scope = Scope::of(Part::Association(association));
                (association.code().to_owned(), association.name().to_owned(), scope)
            })
            .collect();
    }
    let of_level = ledger.places.values().filter(|place| Some(place.kind) == level.place());
    of_level
        .filter(|place| question.scope.meets_place(ledger, &place.code))
        .map(|place| {
            let scope = Scope::of(Part::Place(place.kind, place.code.clone()));
            (place.code.to_string(), place.name.clone(), scope)
        })
        .collect()
}

/// The name of a level's unit; that of a group is its leader's. Its code where it has none.
#[must_use]
pub fn name_of(ledger: &Ledger, level: Level, code: &str) -> String {
    let name = match level {
        Level::Group => ledger.groups.get(code).map(|group| ledger.group_name(group)),
        Level::Association => Association::from_code(code).map(Association::name),
        _ => ledger.places.get(code).map(|place| place.name.as_str()),
    };
    name.unwrap_or(code).to_owned()
}

fn row(
    question: &Question<'_>,
    level: Level,
    (code, name): (String, Option<String>),
    tally: Tally,
    scorecard: Scorecard,
) -> ScoreRow {
    let criteria = scorecard
        .criteria
        .into_iter()
        .map(|CriterionScore { id, ratio, points, max }| CriterionRow { id, ratio, points, max })
        .collect();
    let bank = published(question, level, &code);
    ScoreRow { code, name, score: scorecard.score, grade: scorecard.grade, criteria, bank, tally }
}

fn published(question: &Question<'_>, level: Level, code: &str) -> Published {
    last_published(question, level, code).map_or_else(Published::default, |grade| Published {
        score: grade.score,
        grade: grade.grade,
    })
}

/// What the bank has published of a unit for the latest month that has ended by the day.
#[must_use]
pub fn last_published<'a>(
    question: &Question<'a>,
    level: Level,
    code: &str,
) -> Option<&'a BankGrade> {
    let of_unit = question.ledger.bank_grades.iter().filter(|grade| {
        Some(grade.level) == level.bank()
            && grade.code == code
            && grade.month.last_day() <= question.as_of
    });
    of_unit.max_by_key(|grade| grade.month)
}
