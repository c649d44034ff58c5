//! The rows of a meeting's tables, out of its report.

use super::columns::{MovedLine, UnitLine};
use crate::reports::meeting::figures::FigureId;
use crate::reports::meeting::units::By;
use crate::reports::meeting::{self, MeetingPage as Report};
use crate::reports::scores::Level;

/// All units together first, then each.
pub fn unit_lines(report: &Report, by: By, figure: FigureId, everything: &str) -> Vec<UnitLine> {
    let line = |code: String, name: String, part: &meeting::units::Part, person| UnitLine {
        code,
        name,
        person,
        figure: part.figures.get(figure).copied(),
        collected: part.collected,
    };
    let all = line(String::new(), everything.to_owned(), &report.all, false);
    let units = report.units.iter().map(|row| {
        let name = row.name.clone().unwrap_or_default();
        line(row.code.clone().unwrap_or_default(), name, &row.part, by == By::Group)
    });
    std::iter::once(all).chain(units).collect()
}

/// Who moved: groups first, then the units of the level.
pub fn moved_lines(report: &Report) -> Vec<MovedLine> {
    let of_level = |grades: &meeting::Grades| {
        let level = Level::from_word(grades.level).unwrap_or(Level::Group);
        let line = move |moved: &meeting::MovedUnit| MovedLine {
            level,
            code: moved.code.clone(),
            name: moved.name.clone(),
            from: moved.from,
            to: moved.to,
            direction: moved.direction,
        };
        grades.moved.iter().map(line).collect::<Vec<_>>()
    };
    report.grades.iter().flat_map(of_level).collect()
}
