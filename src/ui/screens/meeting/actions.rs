//! What meetings want done: the list, by itself and as a part of a meeting's page.

use super::super::{Entry, Route};
use crate::domain::day::Day;
use crate::domain::meeting::{ActionState, StepKind};
use crate::reports::Question;
use crate::reports::actions::{self, ActionRow};
use crate::reports::overview::at_home;
use crate::text::fold::name_key;
use crate::text::format;
use crate::text::words::Named;
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

/// Keys of the list; those of a page it lies in stand behind them.
pub const KEYS: &[Binding] = &[
    Binding::new(&[key('n')], Action::Own('n'), |t| t.meeting.keys.new),
    Binding::new(&[key('d')], Action::Own('d'), |t| t.meeting.keys.done),
    Binding::new(&[key('t'), named(KeyCode::Enter)], Action::Own('t'), |t| t.meeting.keys.note),
    Binding::new(&[key('x')], Action::Own('x'), |t| t.meeting.keys.dropped),
    Binding::new(&[key('o')], Action::Own('o'), |t| t.meeting.keys.reopened),
    Binding::new(&[key('a')], Action::Own('a'), |t| t.meeting.keys.closed_too),
    Binding::new(&[key('b')], Action::Own('b'), |t| t.meeting.keys.minutes),
    Binding::quiet(&[key('-')], Action::Own('-'), |t| t.meeting.keys.earlier),
    Binding::quiet(&[key('+'), key('=')], Action::Own('+'), |t| t.meeting.keys.later),
    Binding::quiet(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
    Binding::quiet(&[key('f')], Action::Filter, |t| t.frame.keys.filter),
    Binding::quiet(&[named(KeyCode::Tab)], Action::Next, |t| t.meeting.keys.part),
    Binding::quiet(&[named(KeyCode::BackTab)], Action::Previous, |t| t.meeting.keys.part),
];

const COLUMNS: &[Column<ActionRow>] = &[
    Column::<ActionRow>::text(|t| t.meeting.due_on, 10, |row, _| format::day(row.due_on).into())
        .sorts(|one, other| one.due_on.cmp(&other.due_on)),
    Column::<ActionRow>::text(|t| t.meeting.state, 10, state)
        .sorts(|one, other| one.state.cmp(&other.state)),
    Column::<ActionRow>::number(
        |t| t.meeting.days_left,
        4,
        |row, _| row.days_left.map(|days| days.to_string()).unwrap_or_default().into(),
    )
    .drops(1)
    .sorts(|one, other| one.days_left.cmp(&other.days_left)),
    Column::<ActionRow>::text(|t| t.meeting.what, 20, |row, _| row.what.as_str().into())
        .grows(3)
        .sorts(|one, other| name_key(&one.what).cmp(&name_key(&other.what))),
    Column::<ActionRow>::text(|t| t.meeting.owner, 16, |row, view| view.name(&row.owner).into())
        .grows(1)
        .sorts(|one, other| name_key(&one.owner).cmp(&name_key(&other.owner))),
];

fn state(row: &ActionRow, view: &View) -> Cell {
    let said = row.state.say(view.language());
    match row.state {
        ActionState::Late => Cell::toned(format!("! {said}"), Tone::Bad),
        ActionState::Done => Cell::toned(format!("✓ {said}"), Tone::Good),
        ActionState::Open | ActionState::Dropped => Cell::toned(said, Tone::Plain),
    }
}

/// The list.
pub struct ActionList {
    table: Table<ActionRow>,
    closed_too: bool,
    /// The session on whose page it lies.
    session: Option<Day>,
}

/// Rows below the list: what the item says in full, who gave it, its last step.
const BELOW: u16 = 4;

impl ActionList {
    /// An empty list.
    pub fn new(session: Option<Day>) -> ActionList {
        let table = Table::new(COLUMNS, |row: &ActionRow| row.id.to_string()).without_foot();
        ActionList { table, closed_too: false, session }
    }

    /// The session on whose page it lies from now on.
    pub const fn about(&mut self, session: Option<Day>) {
        self.session = session;
    }

    /// Reads its rows again.
    pub fn refresh(&mut self, question: &Question<'_>, view: &View) {
        let all = actions::actions(question);
        let shown = all.into_iter().filter(|row| self.closed_too || row.is_open());
        self.table.set_rows(shown.collect(), view);
    }

    /// Takes an action; the area is its own.
    pub fn on(&mut self, action: &Action, area: Rect, view: &View) -> Step {
        let kind = match action {
            Action::Own('n') => return Step::Go(Route::Entry(Entry::Action(self.session))),
            Action::Own('b') => return Step::Go(Route::Entry(Entry::Meeting(self.session))),
            Action::Own('a') => {
                self.closed_too = !self.closed_too;
                return Step::Stay;
            }
            Action::Own('d') => StepKind::Done,
            Action::Own('t') | Action::Open => StepKind::Note,
            Action::Own('x') => StepKind::Dropped,
            Action::Own('o') => StepKind::Reopened,
            other => {
                return match self.table.on(other, paint::above(area, BELOW), view) {
                    Answer::Ignored => Step::Ignored,
                    Answer::Taken | Answer::Open => Step::Stay,
                };
            }
        };
        let Some(row) = self.table.current() else { return Step::Stay };
        let text = &view.text.meeting;
        match (kind, row.is_open()) {
            (StepKind::Done | StepKind::Dropped, false) => {
                Step::Notice(text.closed_already.to_owned())
            }
            (StepKind::Reopened, true) => Step::Notice(text.not_closed.to_owned()),
            _ => Step::Go(Route::Entry(Entry::Step(row.id.clone(), kind))),
        }
    }

    /// Draws it, with what the item under the cursor says in full.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.meeting;
        if self.table.rows().is_empty() {
            paint::write(buffer, area, 1, 1, text.no_actions, view.look.tone(Tone::Dim));
            return;
        }
        self.table.draw(paint::above(area, BELOW), buffer, view, true);
        let below = paint::below(area, area.height.saturating_sub(BELOW));
        let Some(row) = self.table.current() else { return };
        let given = (text.given)(&format::day(row.day), &row.what);
        let room = area.width.saturating_sub(2);
        let lines = paint::wrap(&given, room);
        for (line, y) in lines.iter().take(usize::from(BELOW - 1)).zip(0..) {
            paint::write(buffer, below, 1, y, line, view.look.ground());
        }
        let step = &row.last_step;
        if let (Some(day), Some(kind), Some(said)) = (step.day, step.kind, &step.result) {
            let said = (text.last_step)(&format::day(day), kind.say(view.language()), said);
            let said = paint::cut(&said, room);
            paint::write(buffer, below, 1, BELOW - 1, &said, view.look.tone(Tone::Dim));
        }
    }

    /// Whether the filter is being typed.
    pub const fn is_typing(&self) -> bool {
        self.table.is_typing()
    }
}

/// The list by itself, opened from the home screen.
pub struct ActionsPage {
    list: ActionList,
}

impl ActionsPage {
    /// Of the book's home place.
    pub fn new() -> ActionsPage {
        ActionsPage { list: ActionList::new(None) }
    }
}

impl Screen for ActionsPage {
    fn title(&self, view: &View) -> String {
        view.text.meeting.actions_title.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        if self.list.is_typing() { &[] } else { KEYS }
    }

    fn mode(&self) -> Mode {
        if self.list.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        let step = self.list.on(action, view.area, view);
        if *action == Action::Own('a') {
            self.refresh(view);
        }
        step
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        self.list.draw(area, buffer, view);
    }

    fn refresh(&mut self, view: &View) {
        self.list.refresh(&at_home(view.question()), view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        let text = &view.text.meeting;
        let all = text.actions_explain.iter().chain(text.form.explains);
        all.map(|sentence| (*sentence).to_owned()).collect()
    }
}
