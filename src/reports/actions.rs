//! `report actions`: what meetings want done, by whom and by when, and how far it is.

use super::Question;
use crate::domain::day::Day;
use crate::domain::ids::{FactId, PlaceCode};
use crate::domain::meeting::{ActionFile, ActionState, ActionStep, StepKind};
use serde::Serialize;

/// An action item on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActionRow {
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
    /// By which day.
    pub due_on: Day,
    /// How it stands.
    pub state: ActionState,
    /// Days until it is due, below zero where it is late; none where it is closed.
    pub days_left: Option<i64>,
    /// Its last step.
    pub last_step: LastStep,
    /// Since when it is closed.
    pub closed_on: Option<Day>,
    /// With which result it was closed.
    pub result: Option<String>,
}

/// The last step of an action item; all none where there is none yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LastStep {
    /// Its day.
    pub day: Option<Day>,
    /// What it did.
    pub kind: Option<StepKind>,
    /// What was said.
    pub result: Option<String>,
}

impl ActionRow {
    /// Whether it is still to be done.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.state.is_open()
    }

    fn of(file: &ActionFile, day: Day) -> ActionRow {
        let item = &file.item;
        let closed = file.closed_by(day);
        ActionRow {
            id: item.id.clone(),
            area: item.area.clone(),
            day: item.day,
            meeting: item.meeting.clone(),
            what: item.what.clone(),
            owner: item.owner.clone(),
            due_on: item.due_on,
            state: file.state(day),
            days_left: closed.is_none().then(|| day.days_until(item.due_on)),
            last_step: LastStep::of(file.steps.iter().rfind(|step| step.day <= day)),
            closed_on: closed.map(|step| step.day),
            result: closed.map(|step| step.result.clone()),
        }
    }
}

impl LastStep {
    fn of(step: Option<&ActionStep>) -> LastStep {
        step.map_or_else(LastStep::default, |step| LastStep {
            day: Some(step.day),
            kind: Some(step.kind),
            result: Some(step.result.clone()),
        })
    }
}

/// All action items in scope that had been given by the day: the open ones first, then by due day.
///
/// An item is in scope where its place lies in it, or it in its place: what a commune's meeting
/// wants done is on the page of its villages as well.
#[must_use]
pub fn actions(question: &Question<'_>) -> Vec<ActionRow> {
    let given = question.ledger.actions.values().filter(|file| {
        file.item.day <= question.as_of
            && question.scope.meets_place(question.ledger, &file.item.area)
    });
    let mut rows: Vec<ActionRow> = given.map(|file| ActionRow::of(file, question.as_of)).collect();
    rows.sort_by(|a, b| (!a.is_open(), a.due_on, &a.id).cmp(&(!b.is_open(), b.due_on, &b.id)));
    rows
}

/// The open ones, by due day.
#[must_use]
pub fn open(question: &Question<'_>) -> Vec<ActionRow> {
    actions(question).into_iter().filter(ActionRow::is_open).collect()
}

/// How many are late, and how many are open in all, the late ones among them.
#[must_use]
pub fn late_and_open(question: &Question<'_>) -> (usize, usize) {
    let open = open(question);
    let late = open.iter().filter(|row| row.state == ActionState::Late).count();
    (late, open.len())
}
