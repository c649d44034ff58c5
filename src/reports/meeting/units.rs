//! The units that a meeting goes through, and what their groups add up to.

use super::UnitRow;
use super::collected::{Collected, by_group};
use super::figures::Figures;
use super::held::Held;
use crate::domain::group::Group;
use crate::domain::ledger::Ledger;
use crate::domain::place::PlaceKind;
use crate::domain::tally::Tally;
use crate::reports::Question;
use crate::reports::scores::Level;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the page is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The commune in which the group's village lies.
    Commune,
    /// The point at which the group hands in.
    Point,
    /// The association above the group.
    Association,
    /// The group's village.
    Village,
    /// The group itself.
    Group,
}

impl By {
    /// All of them with their words, the largest first.
    pub const ALL: [(&'static str, By); 5] = [
        ("commune", Self::Commune),
        ("point", Self::Point),
        ("association", Self::Association),
        ("village", Self::Village),
        ("group", Self::Group),
    ];

    /// The one of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<By> {
        Self::ALL.into_iter().find(|(known, _)| *known == word).map(|(_, by)| by)
    }

    /// The level whose units have grades; a point has none.
    #[must_use]
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Commune => Some(Level::Commune),
            Self::Point => None,
            Self::Association => Some(Level::Association),
            Self::Village => Some(Level::Village),
            Self::Group => Some(Level::Group),
        }
    }

    /// Code and name of the unit that a group belongs to.
    fn unit(self, ledger: &Ledger, group: &Group) -> (Option<String>, Option<String>) {
        let of = |code: &str, name: &str| (Some(code.to_owned()), Some(name.to_owned()));
        match self {
            Self::Commune => ledger
                .area_of(group, PlaceKind::Commune)
                .map_or((None, None), |place| of(place.code.as_str(), &place.name)),
            Self::Point => {
                let name = ledger.point_of(group).map_or("", |point| point.name.as_str());
                of(group.point.as_str(), name)
            }
            Self::Association => of(group.association.code(), group.association.name()),
            Self::Village => {
                let name = ledger.places.get(&group.village).map_or("", |at| at.name.as_str());
                of(group.village.as_str(), name)
            }
            Self::Group => of(group.code.as_str(), ledger.group_name(group)),
        }
    }
}

/// What was collected of a part of the book, and its figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What was collected at the session.
    pub collected: Collected,
    /// The figures at the end of the session and of the one before.
    pub figures: Figures,
}

/// What groups add up to at the end of both sessions.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    now: Tally,
    before: Tally,
    collected: Collected,
}

impl Sums {
    fn add(&mut self, other: &Sums) {
        self.now += other.now;
        self.before += other.before;
        self.collected += other.collected;
    }

    /// Whether it has been anything on either day.
    fn is_there(&self) -> bool {
        let there = |tally: &Tally| {
            tally.groups > 0 || !tally.outstanding.is_zero() || !tally.savings.is_zero()
        };
        there(&self.now) || there(&self.before) || self.collected != Collected::default()
    }

    fn part(&self) -> Part {
        let figures = Figures::of(&self.now, &self.before);
        Part { collected: self.collected, figures }
    }
}

/// The groups in scope, each with its sums.
pub(super) fn groups<'a>(question: &Question<'a>, held: &Held) -> Vec<(&'a Group, Sums)> {
    let (now, before) = (question.on(held.session), question.on(held.before));
    let mut collected = by_group(question, held);
    let sums = question.groups().map(|group| {
        let sums = Sums {
            now: now.tally_of(group),
            before: before.tally_of(group),
            collected: collected.remove(&group.code).unwrap_or_default(),
        };
        (group, sums)
    });
    sums.collect()
}

/// All groups together.
pub(super) fn all(groups: &[(&Group, Sums)]) -> Part {
    let mut sums = Sums::default();
    groups.iter().for_each(|(_, group)| sums.add(group));
    sums.part()
}

/// The units, by code: those with a group that counts, money or savings on either day.
pub(super) fn units(question: &Question<'_>, groups: &[(&Group, Sums)], by: By) -> Vec<UnitRow> {
    let mut units: BTreeMap<Option<String>, (Option<String>, Sums)> = BTreeMap::new();
    for (group, sums) in groups {
        let (code, name) = by.unit(question.ledger, group);
        units.entry(code).or_insert_with(|| (name, Sums::default())).1.add(sums);
    }
    let there = units.into_iter().filter(|(_, (_, sums))| sums.is_there());
    there.map(|(code, (name, sums))| UnitRow { code, name, part: sums.part() }).collect()
}
