//! The columns of the table of units: score, grade, movement, the bank's, then each criterion.

use super::say;
use crate::domain::ratio::RatioId;
use crate::domain::rulebook::Rulebook;
use crate::reports::scores::{CriterionRow, Level};
use crate::reports::standings::Standing;
use crate::text::Text;
use crate::text::fold::name_key;
use crate::text::format;
use crate::text::quality::measures::measure;
use crate::text::words::Named;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Cell, Column};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// How many columns stand before those of the criteria.
const BEFORE: usize = 9;

/// All of them: those of measures that are no criterion of the level are left out.
pub const UNITS: &[Column<Standing>] = &[
    Column::<Standing>::text(|t| t.quality.code, 8, |row, _| row.unit.code.as_str().into())
        .sorts(|one, other| one.unit.code.cmp(&other.unit.code)),
    Column::<Standing>::text(|t| t.quality.unit, 14, |row, view| name(row, view).into())
        .grows(3)
        .sorts(|one, other| name_key(name_of(one)).cmp(&name_key(name_of(other)))),
    Column::<Standing>::number(
        |t| t.quality.score,
        6,
        |row, _| format::score(row.row.score).into(),
    )
    .sorts(|one, other| one.row.score.cmp(&other.row.score)),
    Column::<Standing>::text(|t| t.quality.grade, 10, |row, view| say::grade(view, row.row.grade))
        .sorts(|one, other| other.row.grade.cmp(&one.row.grade)),
    Column::<Standing>::number(|t| t.quality.moved, 6, moved)
        .sorts(|one, other| one.movement().cmp(&other.movement())),
    Column::<Standing>::number(|t| t.quality.bank, 6, bank_score).drops(8).sorts(by_bank),
    Column::<Standing>::text(|t| t.quality.bank_grade, 10, bank_grade).drops(50),
    Column::<Standing>::text(
        |t| t.quality.village,
        13,
        |row, _| row.village.clone().unwrap_or_default().into(),
    )
    .grows(1)
    .drops(48)
    .sorts(|one, other| one.village.cmp(&other.village)),
    Column::<Standing>::text(|t| t.quality.association, 17, association)
        .drops(49)
        .sorts(|one, other| one.association.cmp(&other.association)),
    points::<0>(),
    points::<2>(),
    points::<1>(),
    points::<3>(),
    points::<4>(),
    points::<5>(),
    points::<9>(),
    points::<7>(),
    points::<6>(),
    points::<14>(),
    points::<11>(),
    points::<10>(),
    points::<12>(),
    points::<8>(),
    points::<13>(),
    points::<15>(),
    points::<16>(),
];

/// The measures of the columns of criteria, in their order.
const ORDER: [usize; 17] = [0, 2, 1, 3, 4, 5, 9, 7, 6, 14, 11, 10, 12, 8, 13, 15, 16];

/// The columns to leave out at a level.
pub fn left_out(level: Level, rules: Option<&Rulebook>) -> Vec<usize> {
    let criteria = rules.map(|rules| match level {
        Level::Group => &rules.group_criteria,
        _ => &rules.area_criteria,
    });
    let counts = |at: &usize| {
        let id = ORDER.get(*at).and_then(|measure| RatioId::ALL.get(*measure));
        criteria.is_some_and(|all| all.iter().any(|one| Some(&one.id) == id))
    };
    let mut out: Vec<usize> =
        (0..ORDER.len()).filter(|at| !counts(at)).map(|at| at + BEFORE).collect();
    if level != Level::Group {
        // only groups lie in a village and under an association
        out.extend([BEFORE - 2, BEFORE - 1]);
    }
    if level.bank().is_none() {
        out.extend([BEFORE - 4, BEFORE - 3]);
    }
    out
}

const fn points<const MEASURE: usize>() -> Column<Standing> {
    // the further to the right, the sooner it drops
    let mut rank = 10;
    let mut at = 0;
    while at < ORDER.len() {
        #[expect(clippy::indexing_slicing, reason = "at is below the length")]
        if ORDER[at] == MEASURE {
            rank += at;
        }
        at += 1;
    }
    #[expect(clippy::cast_possible_truncation, reason = "at most 26")]
    let rank = rank as u8;
    Column::<Standing>::number(head::<MEASURE>, 6, points_of::<MEASURE>)
        .drops(rank)
        .sorts(by_lost::<MEASURE>)
}

fn head<const MEASURE: usize>(text: &Text) -> &'static str {
    RatioId::ALL.get(MEASURE).map_or("", |id| measure(text.language, *id).brief)
}

fn criterion<const MEASURE: usize>(row: &Standing) -> Option<&CriterionRow> {
    let id = RatioId::ALL.get(MEASURE)?;
    row.row.criteria.iter().find(|criterion| criterion.id == *id)
}

fn points_of<const MEASURE: usize>(row: &Standing, _: &View) -> Cell {
    criterion::<MEASURE>(row)
        .map_or_else(Cell::default, |criterion| say::points(criterion.points, criterion.max))
}

fn by_lost<const MEASURE: usize>(one: &Standing, other: &Standing) -> Ordering {
    let lost = |row| criterion::<MEASURE>(row).map(|criterion| criterion.max - criterion.points);
    lost(other).cmp(&lost(one))
}

/// A unit's name as the book has it: a group's is its leader's.
pub fn name_of(row: &Standing) -> &str {
    row.row.name.as_deref().unwrap_or(&row.unit.code)
}

/// The name on the screen: that of a person is hidden where names are.
pub fn name(row: &Standing, view: &View) -> String {
    match (row.unit.level, &row.row.name) {
        (Level::Group, Some(leader)) => view.name(leader),
        _ => name_of(row).to_owned(),
    }
}

fn moved(row: &Standing, view: &View) -> Cell {
    let new = if row.before_on.is_some() { view.text.quality.new_unit } else { "" };
    row.movement().map_or_else(|| Cell::toned(new, Tone::Dim), say::moved)
}

fn bank_score(row: &Standing, _: &View) -> Cell {
    let score = row.bank.as_ref().and_then(|(_, bank)| bank.score);
    score.map_or_else(Cell::default, |score| Cell::toned(format::score(score), Tone::Dim))
}

fn by_bank(one: &Standing, other: &Standing) -> Ordering {
    let score = |row: &Standing| row.bank.as_ref().and_then(|(_, bank)| bank.score);
    score(one).unwrap_or(Decimal::ZERO).cmp(&score(other).unwrap_or(Decimal::ZERO))
}

fn bank_grade(row: &Standing, view: &View) -> Cell {
    let grade = row.bank.as_ref().and_then(|(_, bank)| bank.grade);
    grade.map_or_else(Cell::default, |grade| Cell::toned(grade.say(view.language()), Tone::Dim))
}

fn association(row: &Standing, view: &View) -> Cell {
    row.association.map_or_else(Cell::default, |of| of.say(view.language()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_has_its_column() {
        let mut measures = ORDER.to_vec();
        measures.sort_unstable();
        assert_eq!(measures, (0..RatioId::ALL.len()).collect::<Vec<_>>());
        assert_eq!(UNITS.len(), BEFORE + ORDER.len());
        for (column, measure) in UNITS.iter().skip(BEFORE).zip(ORDER) {
            let text = crate::text::Language::Vi.text();
            let id = RatioId::ALL[measure];
            let brief = super::measure(crate::text::Language::Vi, id).brief;
            assert_eq!((column.head)(text), brief);
        }
    }
}
