//! `report migration`: how many units had which grade on two days, and which of them moved.

use super::Question;
use super::scores::{self, Level};
use crate::domain::day::Day;
use crate::domain::score::Grade;
use serde::Serialize;
use std::collections::BTreeMap;

/// Grades on two days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Migration {
    /// How many units had each grade on the first day.
    pub from: GradeCounts,
    /// How many have it on the day asked about.
    pub to: GradeCounts,
    /// The units whose grade is another one, by code.
    pub moved: Vec<Moved>,
}

/// How many units have each grade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GradeCounts {
    /// Tốt.
    pub good: i64,
    /// Khá.
    pub fair: i64,
    /// Trung bình.
    pub average: i64,
    /// Yếu.
    pub weak: i64,
}

/// A unit that moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// Its code.
    pub code: String,
    /// Its grade on the first day.
    pub from: Grade,
    /// Its grade on the day asked about.
    pub to: Grade,
}

impl GradeCounts {
    fn of<'a>(grades: impl Iterator<Item = &'a Grade>) -> GradeCounts {
        let mut counts = GradeCounts::default();
        for grade in grades {
            *match grade {
                Grade::Good => &mut counts.good,
                Grade::Fair => &mut counts.fair,
                Grade::Average => &mut counts.average,
                Grade::Weak => &mut counts.weak,
            } += 1;
        }
        counts
    }
}

/// The grades of a level's units in scope on both days, each by the rulebook of its own day.
///
/// A unit that has a grade on one of the days only (a group founded or closed between them) is
/// counted on that day; it has not moved from one grade to another.
#[must_use]
pub fn migration(question: &Question<'_>, level: Level, from: Day) -> Migration {
    let before = grades(&question.on(from), level);
    let after = grades(question, level);
    let moved = after.iter().filter_map(|(code, to)| {
        let from = before.get(code).filter(|from| *from != to)?;
        Some(Moved { code: code.clone(), from: *from, to: *to })
    });
    Migration {
        from: GradeCounts::of(before.values()),
        to: GradeCounts::of(after.values()),
        moved: moved.collect(),
    }
}

fn grades(question: &Question<'_>, level: Level) -> BTreeMap<String, Grade> {
    scores::scores(question, level).into_iter().map(|row| (row.code, row.grade)).collect()
}
