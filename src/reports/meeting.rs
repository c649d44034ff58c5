//! `report meeting`: what the meeting after a collection day (giao ban) looks at: each figure
//! against the last session, what was collected of what was due, which units moved a grade, what
//! is to be done (domain.md, section 9).

pub mod collected;
pub mod figures;
mod held;
pub mod units;

pub use held::{Held, held, is_held, nearest};

use super::Question;
use super::actions::{self, ActionRow};
use super::migration::{GradeCounts, Migration, migration};
use super::scores::{self, Level};
use crate::domain::day::Day;
use crate::domain::direction::Direction;
use crate::domain::ids::{FactId, GroupCode, PlaceCode};
use crate::domain::ledger::Ledger;
use crate::domain::money::Dong;
use crate::domain::score::Grade;
use serde::Serialize;
use units::{By, Part};

/// The page of the meeting after a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeetingPage {
    /// The day asked about.
    pub as_of: Day,
    /// The scope as it was given; none for the whole book.
    pub scope: Option<String>,
    /// The session that is looked at, and the one before it.
    #[serde(flatten)]
    pub held: Held,
    /// What the units are.
    pub by: By,
    /// What was collected at the session, and the figures, of all that is in scope.
    pub all: Part,
    /// The same of each unit, by code.
    pub units: Vec<UnitRow>,
    /// Cash that differed from its sheets, by group.
    pub differences: Vec<CashDifference>,
    /// The grades of the last month ends before the two sessions: of groups, then of the units.
    pub grades: Vec<Grades>,
    /// What is to be done.
    pub actions: ActionsOnPage,
    /// The meetings about this session, by day.
    pub meetings: Vec<MeetingRow>,
}

/// A unit with what was collected of it, and its figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnitRow {
    /// Its code; none where a village lies in no commune.
    pub code: Option<String>,
    /// Its name; that of a group is its leader's.
    pub name: Option<String>,
    /// What it adds up to.
    #[serde(flatten)]
    pub part: Part,
}

/// Cash that was more or less than its sheets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CashDifference {
    /// The group.
    pub group: GroupCode,
    /// Its leader.
    pub name: String,
    /// What the sheets came to.
    pub expected: Dong,
    /// What was counted.
    pub counted: Dong,
    /// What was counted above what the sheets say; negative where it is short.
    pub difference: Dong,
    /// Who counted.
    pub by: Option<String>,
    /// Why it differs.
    pub because: Option<String>,
}

/// How the units of a level were graded on the last month ends before the two sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Grades {
    /// The level: `group`, `village`, `association`, `commune`.
    pub level: &'static str,
    /// The last month end before the session before.
    pub from_day: Day,
    /// The last month end before the session.
    pub to_day: Day,
    /// How many units had each grade on the first of them.
    pub from: GradeCounts,
    /// How many had it on the second.
    pub to: GradeCounts,
    /// The units that have another grade, by code.
    pub moved: Vec<MovedUnit>,
}

/// A unit that moved from one grade to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MovedUnit {
    /// Its code.
    pub code: String,
    /// Its name; that of a group is its leader's.
    pub name: String,
    /// Its grade before.
    pub from: Grade,
    /// Its grade since.
    pub to: Grade,
    /// Whether that is good.
    pub direction: Direction,
}

/// What is to be done, on the page of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActionsOnPage {
    /// The day that counts: the one asked about, but no later than the eve of the next session,
    /// so that a page of long ago says what was to be done then.
    pub day: Day,
    /// What is open on it, by due day.
    pub open: Vec<ActionRow>,
    /// What was closed after the session before, up to it.
    pub closed: Vec<ActionRow>,
}

/// A meeting that was held about the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeetingRow {
    /// Its fact.
    pub id: FactId,
    /// The place whose meeting it was.
    pub area: PlaceCode,
    /// Its day.
    pub day: Day,
    /// Who chaired.
    pub chair: String,
    /// Who was there.
    pub present: String,
    /// What was said.
    pub minutes: String,
}

/// The page of a session that was held; `scope` is the text the scope was given as.
#[must_use]
pub fn meeting(question: &Question<'_>, held: Held, by: By, scope: Option<&str>) -> MeetingPage {
    let groups = units::groups(question, &held);
    let day = question.as_of.min(held.next.plus(-1));
    MeetingPage {
        as_of: question.as_of,
        scope: scope.map(ToOwned::to_owned),
        by,
        all: units::all(&groups),
        units: units::units(question, &groups, by),
        differences: differences(question, &held),
        grades: grades(question, &held, by),
        actions: actions_on(question, held.before, day),
        meetings: meetings(question, &held),
        held,
    }
}

fn differences(question: &Question<'_>, held: &Held) -> Vec<CashDifference> {
    let ledger = question.ledger;
    let of_groups = question.groups().filter(|group| held.is_of(group)).filter_map(|group| {
        let count = ledger.cash.get(&(group.code.clone(), held.session))?;
        (!count.difference().is_zero()).then(|| CashDifference {
            group: group.code.clone(),
            name: ledger.group_name(group).to_owned(),
            expected: count.expected,
            counted: count.counted,
            difference: count.difference(),
            by: count.by.clone(),
            because: count.because.clone(),
        })
    });
    of_groups.collect()
}

/// Month-end grades (domain.md, section 6): a running month has hardly any sessions behind it.
fn grades(question: &Question<'_>, held: &Held, by: By) -> Vec<Grades> {
    let from_day = held.before.month_end_before();
    let to_day = held.session.month_end_before();
    let of_level = |level: Level| {
        let Migration { from, to, moved } = migration(&question.on(to_day), level, from_day);
        let moved = moved.into_iter().map(|moved| MovedUnit {
            name: scores::name_of(question.ledger, level, &moved.code),
            direction: Direction::of_grades(moved.from, moved.to),
            code: moved.code,
            from: moved.from,
            to: moved.to,
        });
        Grades { level: level.word(), from_day, to_day, from, to, moved: moved.collect() }
    };
    let units = by.level().filter(|level| *level != Level::Group);
    std::iter::once(Level::Group).chain(units).map(of_level).collect()
}

fn actions_on(question: &Question<'_>, before: Day, day: Day) -> ActionsOnPage {
    let all = actions::actions(&question.on(day));
    let (open, closed): (Vec<ActionRow>, Vec<ActionRow>) =
        all.into_iter().partition(ActionRow::is_open);
    let since = |row: &ActionRow| row.closed_on.is_some_and(|closed| closed > before);
    ActionsOnPage { day, open, closed: closed.into_iter().filter(since).collect() }
}

fn meetings(question: &Question<'_>, held: &Held) -> Vec<MeetingRow> {
    let ledger: &Ledger = question.ledger;
    let about = ledger.meetings.values().filter(|meeting| {
        meeting.session == Some(held.session)
            && meeting.day <= question.as_of
            && question.scope.meets_place(ledger, &meeting.area)
    });
    let mut rows: Vec<MeetingRow> = about
        .map(|meeting| MeetingRow {
            id: meeting.id.clone(),
            area: meeting.area.clone(),
            day: meeting.day,
            chair: meeting.chair.clone(),
            present: meeting.present.clone(),
            minutes: meeting.minutes.clone(),
        })
        .collect();
    rows.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    rows
}
