//! What is behind each line of the home screen.

use super::super::{DebtStart, Route, VisitUrgency};
use crate::domain::day::Day;
use crate::domain::ids::PointCode;
use crate::domain::ratio::RatioId;
use crate::domain::score::Grade;
use crate::reports::overview::at_home;
use crate::reports::scores::Level;
use crate::reports::standings::Unit;
use crate::ui::screen::View;

/// What a line opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A session of a point.
    Session(PointCode, Day),
    /// What falls due at the coming session of a point.
    Due(PointCode),
    /// The collection day.
    Sessions,
    /// A form that is half typed.
    Form(Route),
    /// The visits to make.
    Visits(VisitUrgency),
    /// What meetings want done.
    Actions,
    /// The score on a day.
    Score(Day),
    /// The groups of a grade.
    Grade(Grade),
    /// All groups with their outstanding principal.
    Outstanding,
    /// What is overdue.
    Overdue,
    /// Who owes interest.
    Arrears,
    /// The copies of the book.
    Copies,
    /// The rows behind a measure on a day.
    Measure(RatioId, Day),
}

/// Where a target lies; none in a book without a home place.
pub fn route(target: &Target, view: &View) -> Option<Route> {
    let home = || Unit::home(&at_home(view.question()));
    Some(match target {
        Target::Session(point, day) => Route::SessionOf(point.clone(), *day),
        Target::Due(point) => Route::DebtList(DebtStart::Due(point.clone())),
        Target::Form(route) => route.clone(),
        Target::Sessions => Route::Session,
        Target::Overdue => Route::DebtList(DebtStart::Overdue),
        Target::Arrears => Route::DebtList(DebtStart::Arrears),
        Target::Actions => Route::Actions,
        Target::Visits(urgency) => Route::VisitList(*urgency),
        Target::Score(day) => match home() {
            Some(unit) => Route::Scorecard { unit, day: *day },
            None => Route::Quality { level: Level::Group, grade: None },
        },
        Target::Grade(grade) => Route::Quality { level: Level::Group, grade: Some(*grade) },
        Target::Outstanding => Route::Groups,
        Target::Copies => Route::Copies,
        Target::Measure(measure, day) => {
            Route::Behind { unit: home()?, day: *day, measure: *measure }
        }
    })
}
