//! The keys of a 06/TD, and what they do in its head and its lines.

use super::cells::{Cells, ORDER};
use super::{Part, VisitForm, fill, head_of, layout};
use crate::domain::refusal::{Field, Refusal, Why};
use crate::reports::visits;
use crate::ui::keymap::{Action, Binding, ctrl, f, key, named};
use crate::ui::screen::{Step, View};
use crate::ui::widgets::form::FormAnswer;
use crate::ui::widgets::table::Answer;
use ratatui::crossterm::event::KeyCode;

const SAVE: Binding = Binding::new(&[f(5), ctrl('s')], Action::Save, |t| t.visits.key_save);
const DISCARD: Binding =
    Binding::new(&[f(4), ctrl('x')], Action::Discard, |t| t.visits.key_discard);
const TO_LINES: Binding =
    Binding::new(&[f(6), ctrl('o')], Action::Own('h'), |t| t.visits.key_lines);
const TO_HEAD: Binding = Binding::new(&[f(6), ctrl('o')], Action::Own('h'), |t| t.visits.key_head);
const KEEP: Binding = Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.visits.key_keep);
const CLEAR: Binding = Binding::quiet(&[ctrl('d')], Action::Own('d'), |t| t.visits.key_clear);
const NEXT_FIELD: Binding =
    Binding::new(&[named(KeyCode::Enter), named(KeyCode::Tab)], Action::Open, |t| {
        t.visits.key_next
    });
const NEXT_CELL: Binding =
    Binding::quiet(&[named(KeyCode::Tab)], Action::Next, |t| t.visits.key_next);
/// To the next cell too, but for a line that `=` has just filled: to the next household.
const ON: Binding = Binding::quiet(&[named(KeyCode::Enter)], Action::Open, |t| t.visits.key_on);

/// In the head.
pub const HEAD: &[Binding] = &[NEXT_FIELD, TO_LINES, SAVE, KEEP, DISCARD];

/// In the head's names.
pub const NAMES: &[Binding] = &[
    Binding::quiet(&[key('=')], Action::Own('='), |t| t.visits.key_as_before),
    NEXT_FIELD,
    TO_LINES,
    SAVE,
    KEEP,
    DISCARD,
];

/// In the lines: signs are keys, as no amount has them.
pub const LINES: &[Binding] = &[
    Binding::new(&[key('=')], Action::Own('='), |t| t.visits.key_as_file),
    Binding::new(&[key(':')], Action::StartJump, |t| t.visits.key_jump),
    SAVE,
    TO_HEAD,
    KEEP,
    DISCARD,
    NEXT_CELL,
    ON,
    CLEAR,
];

/// In a note every sign is text.
pub const NOTE: &[Binding] = &[NEXT_FIELD, SAVE, TO_HEAD, KEEP, DISCARD, CLEAR];

impl VisitForm {
    pub(super) fn enter_lines(&mut self) -> Step {
        self.part = Part::Lines;
        Step::Stay
    }

    /// To the lines, by way of the visitor where none is written yet: the form offers the one of
    /// the last time there, and can't be saved without. A second time goes on.
    pub(super) fn go_to_lines(&mut self, view: &View) -> Step {
        let missing = self.head.text(Field::Visitor).is_none();
        if !missing || self.head.active() == Some(Field::Visitor) {
            return self.enter_lines();
        }
        self.head.refuse(&Refusal::at(Field::Visitor, Why::Missing), view);
        Step::Stay
    }

    pub(super) fn enter_head(&mut self, view: &View) -> Step {
        self.leave_cell(view);
        self.part = Part::Head;
        Step::Stay
    }

    pub(super) fn on_head(&mut self, action: &Action, view: &View) -> Step {
        if *action == Action::Own('=') {
            return self.fill_name(view);
        }
        let day = self.day(view);
        if self.head.active() == Some(Field::Witness) && *action == Action::Down {
            return self.leave_head(view);
        }
        let answer = self.head.on(action, head_of(view.area), view);
        if self.day(view) != day {
            // figures and order are those of the day of the visit
            self.read(view);
        }
        match answer {
            FormAnswer::Save => self.leave_head(view),
            FormAnswer::Taken => Step::Stay,
            FormAnswer::Ignored => Step::Ignored,
        }
    }

    /// As the last time, where the field is empty; else the sign is text.
    fn fill_name(&mut self, view: &View) -> Step {
        let action = self.name_offered(view).map_or(Action::Type('='), Action::Paste);
        self.head.on(&action, head_of(view.area), view);
        Step::Stay
    }

    /// The visitor or witness of the group's last visit, for the field that has the keyboard while
    /// it is empty.
    pub(super) fn name_offered(&self, view: &View) -> Option<String> {
        let field = self.head.active()?;
        if self.head.text(field).is_some() {
            return None;
        }
        let last = visits::last_to(view.ledger(), &self.group);
        match field {
            Field::Visitor => last.map_or_else(
                || Some(view.office().who().to_owned()).filter(|who| !who.is_empty()),
                |last| Some(last.visitor.clone()),
            ),
            Field::Witness => last?.witness.clone(),
            _ => None,
        }
    }

    pub(super) fn on_lines(&mut self, action: &Action, view: &View) -> Step {
        let places = layout::places(view.area);
        match action {
            Action::Next | Action::Open => self.next_cell(view),
            Action::Previous => self.previous_cell(view),
            Action::Own('=') => self.fill_line(view),
            Action::Jump(no) if *no == 0 || *no > self.table.rows().len() => {
                Step::Warning((view.text.visits.no_such_line)(*no))
            }
            Action::Own('d') => self.clear_line(view),
            Action::Click { column, row } => {
                self.leave_cell(view);
                self.fresh = true;
                match layout::cell_at(places.detail, *column, *row) {
                    Some(cell) => self.cell = cell,
                    None => {
                        self.table.on(action, places.list, view);
                    }
                }
                Step::Stay
            }
            Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::Jump(_)
            | Action::Scroll(_) => {
                self.leave_cell(view);
                self.fresh = true;
                if matches!(action, Action::Jump(_)) {
                    self.cell = 0;
                }
                match self.table.on(action, places.list, view) {
                    Answer::Ignored => Step::Ignored,
                    Answer::Taken | Answer::Open => Step::Stay,
                }
            }
            other => self.edit(other, view),
        }
    }

    fn edit(&mut self, action: &Action, view: &View) -> Step {
        let Some(line) = self.table.current() else { return Step::Ignored };
        let (loan, field) = (line.row.loan.clone(), self.field());
        let cells = self.cells.entry(loan.clone()).or_insert_with(|| Cells::new(view.language()));
        let before = cells.clone();
        if std::mem::take(&mut self.fresh) {
            cells.enter(field, action);
        }
        if !cells.on(field, action) {
            return Step::Ignored;
        }
        if *cells != before && self.refusal.as_ref().is_some_and(|(refused, ..)| *refused == loan) {
            self.refusal = None;
        }
        self.show_typed(view);
        Step::Stay
    }

    /// Writes an amount with its dots once its cell is left.
    fn leave_cell(&mut self, view: &View) {
        let field = self.field();
        let Some(line) = self.table.current() else { return };
        if let Some(cells) = self.cells.get_mut(&line.row.loan) {
            cells.tidy(field);
            self.show_typed(view);
        }
    }

    fn next_cell(&mut self, view: &View) -> Step {
        self.leave_cell(view);
        self.fresh = true;
        if self.cell + 1 < ORDER.len() {
            self.cell += 1;
            return Step::Stay;
        }
        self.next_line(view)
    }

    /// To the first cell of the next line; behind the last line there is only saving.
    pub(super) fn next_line(&mut self, view: &View) -> Step {
        let here = self.table.current().map(|line| line.no);
        if here == Some(self.table.rows().len()) {
            return Step::Notice(view.text.visits.last_line.to_owned());
        }
        self.cell = 0;
        self.fresh = true;
        self.table.on(&Action::Down, layout::places(view.area).list, view);
        Step::Stay
    }

    fn previous_cell(&mut self, view: &View) -> Step {
        self.leave_cell(view);
        self.fresh = true;
        if self.cell > 0 {
            self.cell -= 1;
            return Step::Stay;
        }
        if self.table.current().is_none_or(|line| line.no == 1) {
            return self.enter_head(view);
        }
        self.cell = ORDER.len() - 1;
        self.table.on(&Action::Up, layout::places(view.area).list, view);
        Step::Stay
    }

    /// "Đúng như sổ": fills what is empty as it should be, says so and stays, so that an amount
    /// typed next lands on this household. A line that was full before has nothing to wait for,
    /// unless it says something else than the book.
    fn fill_line(&mut self, view: &View) -> Step {
        let Some(line) = self.table.current() else { return Step::Stay };
        let row = line.row.clone();
        let cells =
            self.cells.entry(row.loan.clone()).or_insert_with(|| Cells::new(view.language()));
        cells.tidy(ORDER.get(self.cell).copied().unwrap_or(Field::Received));
        let filled = cells.fill(&row);
        let said = fill::said(cells, &row, filled, view);
        self.fresh = true;
        self.show_typed(view);
        let Some(said) = said else { return self.next_line(view) };
        self.told = true;
        said
    }

    fn clear_line(&mut self, view: &View) -> Step {
        let Some(line) = self.table.current() else { return Step::Stay };
        let loan = line.row.loan.clone();
        self.cells.remove(&loan);
        if self.refusal.as_ref().is_some_and(|(refused, ..)| *refused == loan) {
            self.refusal = None;
        }
        self.cell = 0;
        self.show_typed(view);
        Step::Stay
    }
}
