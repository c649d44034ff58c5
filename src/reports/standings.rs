//! How units stand: score and grade on a day beside the month end before and beside what the bank
//! has published.

use super::Question;
use super::scope::Part;
use super::scores::{Level, Published, ScoreRow, last_published, scores};
use crate::domain::day::Day;
use crate::domain::group::Association;
use crate::domain::ids::{GroupCode, PlaceCode};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A unit that has a score.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unit {
    /// What it is.
    pub level: Level,
    /// Its code.
    pub code: String,
}

impl Unit {
    /// A group.
    #[must_use]
    pub fn group(code: &GroupCode) -> Unit {
        Unit { level: Level::Group, code: code.to_string() }
    }

    /// The book's home place; none where it has none.
    #[must_use]
    pub fn home(question: &Question<'_>) -> Option<Unit> {
        let ledger = question.ledger;
        let place = ledger.places.get(ledger.home.as_ref()?)?;
        let level = Level::ALL.into_iter().find(|(_, level)| level.place() == Some(place.kind));
        level.map(|(_, level)| Unit { level, code: place.code.to_string() })
    }

    /// The question about the unit alone; an association is asked about in the scope the question
    /// had.
    #[must_use]
    pub fn narrow<'a>(&self, question: Question<'a>) -> Question<'a> {
        let part = match (self.level, self.level.place()) {
            (_, Some(kind)) => Part::Place(kind, PlaceCode::new(self.code.as_str())),
            (Level::Association, None) => match Association::from_code(&self.code) {
                Some(association) => Part::Association(association),
                None => return question,
            },
            (_, None) => Part::Group(GroupCode::new(self.code.as_str())),
        };
        let scope = question.scope.clone().and(part);
        question.within(scope)
    }
}

/// How a unit stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The unit.
    pub unit: Unit,
    /// Its score with all that it is made of.
    pub row: ScoreRow,
    /// The village of a group.
    pub village: Option<String>,
    /// The association of a group.
    pub association: Option<Association>,
    /// The month end before; none in a running month, which has too few sessions behind it to be
    /// compared with a whole one.
    pub before_on: Option<Day>,
    /// The score on it; none where the unit did not count yet.
    pub before: Option<Decimal>,
    /// What the bank has published last, and the last day of its month.
    pub bank: Option<(Day, Published)>,
}

impl Standing {
    /// How the score moved since the month end before.
    #[must_use]
    pub fn movement(&self) -> Option<Decimal> {
        self.before.map(|before| self.row.score - before)
    }

    /// The estimate less the bank's score.
    #[must_use]
    pub fn against_bank(&self) -> Option<Decimal> {
        let (_, bank) = self.bank.as_ref()?;
        bank.score.map(|score| self.row.score - score)
    }
}

/// The units of a level in scope by code; areas without any group or money are left out.
#[must_use]
pub fn standings(question: &Question<'_>, level: Level) -> Vec<Standing> {
    let has_ended = question.as_of == question.as_of.last_month_end();
    let before_on = has_ended.then(|| question.as_of.month_end_before());
    let before: BTreeMap<String, Decimal> = before_on
        .map(|before_on| scores(&question.on(before_on), level))
        .into_iter()
        .flatten()
        .filter(has_something)
        .map(|row| (row.code, row.score))
        .collect();
    let rows = scores(question, level).into_iter().filter(has_something);
    rows.map(|row| {
        let unit = Unit { level, code: row.code.clone() };
        let group = question.ledger.groups.get(row.code.as_str());
        let group = group.filter(|_| level == Level::Group);
        let village = group.and_then(|group| question.ledger.places.get(&group.village));
        let bank = last_published(question, level, &row.code).map(|grade| {
            let published = Published { score: grade.score, grade: grade.grade };
            (grade.month.last_day(), published)
        });
        Standing {
            before: before.get(&row.code).copied(),
            village: village.map(|place| place.name.clone()),
            association: group.map(|group| group.association),
            unit,
            row,
            before_on,
            bank,
        }
    })
    .collect()
}

/// How one unit stands; none where it does not count on the day.
#[must_use]
pub fn standing(question: &Question<'_>, unit: &Unit) -> Option<Standing> {
    let narrow = unit.narrow(question.clone());
    standings(&narrow, unit.level).into_iter().find(|standing| standing.unit == *unit)
}

fn has_something(row: &ScoreRow) -> bool {
    row.tally.groups > 0 || row.tally.outstanding.is_positive()
}

/// The levels that units of the question's scope have, from groups up to the home place.
#[must_use]
pub fn levels(question: &Question<'_>) -> Vec<Level> {
    let most = Unit::home(question).map_or(Level::Province, |unit| unit.level);
    let mut levels = vec![Level::Group, Level::Village, Level::Association];
    let areas = [Level::Commune, Level::District, Level::Province];
    levels.extend(areas.into_iter().filter(|level| {
        let kind = level.place();
        *level <= most && question.ledger.places.values().any(|place| Some(place.kind) == kind)
    }));
    levels
}
