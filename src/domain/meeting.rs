//! The meeting after a collection day (giao ban), and what it wants done (domain.md, section 9).

use super::day::Day;
use super::ids::{FactId, PlaceCode};
use serde::{Deserialize, Serialize};

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its fact.
    pub id: FactId,
    /// The place whose meeting it is: a commune, district or province.
    pub area: PlaceCode,
    /// The day.
    pub day: Day,
    /// The session that was looked at, if it was about one.
    pub session: Option<Day>,
    /// Who chaired.
    pub chair: String,
    /// Who was there, as it is written down.
    pub present: String,
    /// What was said.
    pub minutes: String,
}

/// Something to be done, by somebody, by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionItem {
    /// Its fact.
    pub id: FactId,
    /// The place whose item it is.
    pub area: PlaceCode,
    /// The day on which it was given.
    pub day: Day,
    /// The meeting that wanted it.
    pub meeting: Option<FactId>,
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub owner: String,
    /// By which day; not before it was given.
    pub due_on: Day,
}

/// What a step does to an action item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// A word on how far it is.
    Note,
    /// It is done.
    Done,
    /// It is no longer wanted.
    Dropped,
    /// It was not done after all.
    Reopened,
}

impl StepKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [StepKind; 4] = [Self::Done, Self::Note, Self::Dropped, Self::Reopened];
}

/// A step of an action item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionStep {
    /// Its fact.
    pub id: FactId,
    /// The action item.
    pub action: FactId,
    /// The day; not before the item's.
    pub day: Day,
    /// What it does.
    pub kind: StepKind,
    /// The result, or why.
    pub result: String,
}

/// How an action item stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// To be done, and its day has not passed.
    Open,
    /// To be done, and its day has passed.
    Late,
    /// Done.
    Done,
    /// No longer wanted.
    Dropped,
}

impl ActionState {
    /// Whether it is still to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Late)
    }
}

/// An action item with its steps, by day then id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionFile {
    /// The item.
    pub item: ActionItem,
    /// Its steps.
    pub steps: Vec<ActionStep>,
}

impl ActionFile {
    /// The step that closed it, on a day; none while it is open.
    #[must_use]
    pub fn closed_by(&self, day: Day) -> Option<&ActionStep> {
        let mut closed = None;
        for step in self.steps.iter().filter(|step| step.day <= day) {
            match step.kind {
                StepKind::Done | StepKind::Dropped => closed = Some(step),
                StepKind::Reopened => closed = None,
                StepKind::Note => {}
            }
        }
        closed
    }

    /// How it stands on a day: on its due day it is not late yet.
    #[must_use]
    pub fn state(&self, day: Day) -> ActionState {
        match self.closed_by(day).map(|step| step.kind) {
            Some(StepKind::Dropped) => ActionState::Dropped,
            Some(_) => ActionState::Done,
            None if self.item.due_on < day => ActionState::Late,
            None => ActionState::Open,
        }
    }

    /// Whether it was given by a day and is still to be done on it.
    #[must_use]
    pub fn is_open(&self, day: Day) -> bool {
        self.item.day <= day && self.closed_by(day).is_none()
    }
}
