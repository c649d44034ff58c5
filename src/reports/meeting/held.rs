//! Which session a meeting looks at, and which one it is held against.

use crate::domain::day::Day;
use crate::domain::group::Group;
use crate::domain::ids::PointCode;
use crate::domain::place::Point;
use crate::reports::Question;
use crate::reports::due::points;
use serde::Serialize;

/// A session that was held on or before the day asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Held {
    /// Its day.
    pub session: Day,
    /// The session before it: the latest where several points that hold it have different ones.
    pub before: Day,
    /// The next one: the first where they have different ones.
    #[serde(skip)]
    pub next: Day,
    /// The points in scope that hold it, by code.
    pub points: Vec<PointCode>,
}

impl Held {
    /// Whether a group hands in at it.
    #[must_use]
    pub fn is_of(&self, group: &Group) -> bool {
        self.points.contains(&group.point)
    }
}

/// The session of that day, or the last one of the points in scope; none where no point in scope
/// holds one then, or the day lies after the one asked about.
#[must_use]
pub fn held(question: &Question<'_>, day: Option<Day>) -> Option<Held> {
    let points = points(question);
    let last = |point: &&Point| point.calendar.last_before(question.as_of.plus(1));
    let session = day.or_else(|| points.iter().map(last).max())?;
    if session > question.as_of {
        return None;
    }
    let holding: Vec<&Point> =
        points.into_iter().filter(|point| point.calendar.is_session(session)).collect();
    let before = holding.iter().map(|point| point.calendar.last_before(session)).max()?;
    let after = session.plus(1);
    let next = holding.iter().map(|point| point.calendar.first_on_or_after(after)).min()?;
    let codes = holding.iter().map(|point| point.code.clone()).collect();
    Some(Held { session, before, next, points: codes })
}

/// Whether a session was held on the day by any point in scope.
#[must_use]
pub fn is_held(question: &Question<'_>, day: Day) -> bool {
    held(question, Some(day)).is_some()
}

/// The sessions nearest to a day that is none, of those that were held, by day.
#[must_use]
pub fn nearest(question: &Question<'_>, day: Day) -> Vec<Day> {
    let day = day.min(question.as_of);
    let mut nearest: Vec<Day> = points(question)
        .into_iter()
        .flat_map(|point| {
            let calendar = &point.calendar;
            [calendar.last_before(day.plus(1)), calendar.first_on_or_after(day)]
        })
        .filter(|session| *session <= question.as_of)
        .collect();
    nearest.sort_unstable();
    nearest.dedup();
    nearest
}
