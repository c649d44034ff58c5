//! The cash of a group's sheets, counted by note: the difference is said at once, and recorded with
//! a sentence and a name, never hidden (domain.md, section 9).

mod notes;
mod paper;

use crate::domain::cash::CashCount;
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode};
use crate::domain::money::Dong;
use crate::domain::refusal::{Field, Refusal};
use crate::office::SheetRow;
use crate::office::command::{Command, Done};
use crate::reports::sheet::{self, GroupSheet};
use crate::text::{format, refusals};
use crate::ui::keymap::{Action, Binding, Mode, ctrl, f, named};
use crate::ui::screen::{Draft, Screen, Step, View};
use notes::{Cell, Notes};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The kind of its drafts.
pub const DRAFT: &str = "cash";

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.session.keys.next),
    Binding::new(&[f(5), ctrl('s')], Action::Save, |t| t.frame.keys.save),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.session.cash.later),
    Binding::new(&[f(4), ctrl('x')], Action::Discard, |t| t.frame.keys.discard),
];

/// What each group hands in at a session by what is saved now: the one sum against which its cash
/// is counted. Nothing where the session is after the day that is looked at.
#[must_use]
pub fn handed_in(session: Day, view: &View) -> BTreeMap<GroupCode, SheetRow> {
    if session > view.as_of {
        return BTreeMap::new();
    }
    let rows = view.office().sheets_of(session).unwrap_or_default();
    rows.into_iter().map(|row| (row.group.clone(), row)).collect()
}

/// A count that is half typed.
#[derive(Serialize, Deserialize)]
struct Kept {
    id: FactId,
    at: usize,
    cells: Vec<String>,
}

/// The cash of a group and session.
pub struct Cash {
    group: GroupCode,
    session: Day,
    /// The id of what will be saved: made when the form opens, kept in the draft.
    id: FactId,
    report: Option<GroupSheet>,
    /// What the sheets come to; none where nothing is saved.
    sum: Option<Dong>,
    notes: Notes,
    refusal: Option<(Cell, String)>,
}

impl Cash {
    /// The form, with what was typed into it before.
    #[must_use]
    pub fn new(group: GroupCode, session: Day, view: &View) -> Cash {
        let json = view.draft(DRAFT, &super::sheet::draft_key(&group, session));
        let kept = json.and_then(|json| serde_json::from_str::<Kept>(&json).ok());
        // a count that was saved just before the power went has its id in the book
        let known = view.ledger().cash_count(&group, session).map(|count| &count.id);
        let kept = kept.filter(|kept| Some(&kept.id) != known);
        let id = kept.as_ref().map_or_else(|| view.new_id(), |kept| kept.id.clone());
        let mut notes = Notes::new();
        if let Some(kept) = kept {
            notes.restore(&kept.cells, kept.at);
        }
        Cash { group, session, id, report: None, sum: None, notes, refusal: None }
    }

    /// The count that is in the book.
    fn known<'a>(&self, view: &View<'a>) -> Option<&'a CashCount> {
        view.ledger().cash_count(&self.group, self.session)
    }

    fn command(&self) -> CashCount {
        CashCount {
            id: self.id.clone(),
            group: self.group.clone(),
            session: self.session,
            expected: self.sum.unwrap_or_default(),
            counted: self.notes.counted(),
            notes: self.notes.counts(),
            by: self.notes.by.trimmed(),
            because: self.notes.because.trimmed(),
        }
    }

    fn save(&mut self, view: &View) -> Step {
        if let Some((cell, said)) = self.notes.fault(view) {
            self.notes.go(cell);
            self.refusal = Some((cell, said));
            return Step::Stay;
        }
        if !self.notes.is_counted() && self.sum.is_some_and(Dong::is_positive) {
            return Step::Warning(view.text.session.cash.nothing.to_owned());
        }
        let command = Command::Cash(self.command());
        if let Err(refusal) = view.check(&command) {
            self.refused(&refusal, view);
            return Step::Warning(refusals::sentence(view.language(), &refusal));
        }
        Step::submit(command)
    }

    fn on_cell(&mut self, action: &Action, view: &View) -> Step {
        if matches!(action, Action::Open | Action::Next | Action::Down)
            && let Some((cell, said)) = self.notes.fault_here(view)
        {
            self.refusal = Some((cell, said));
            return Step::Stay;
        }
        if *action == Action::Open && self.notes.at == Cell::LAST {
            return self.save(view);
        }
        if let Action::Click { column, row } = action {
            let hit = paper::cell_at(view.area, *column, *row);
            return hit.map_or(Step::Ignored, |cell| {
                self.notes.go(cell);
                Step::Stay
            });
        }
        if self.notes.on(action) {
            self.refusal = None;
            return Step::Stay;
        }
        Step::Ignored
    }
}

/// A difference in words: `thiếu 20.000 đ`, `thừa 5.000 đ`, or that there is none.
#[must_use]
pub fn difference(difference: Dong, view: &View) -> String {
    let text = &view.text.session.cash;
    if difference.is_zero() {
        text.right.to_owned()
    } else if difference.is_positive() {
        (text.over)(&format::money(difference))
    } else {
        (text.short)(&format::money(-difference))
    }
}

impl Screen for Cash {
    fn title(&self, view: &View) -> String {
        let name = self.report.as_ref().map(|sheet| view.name(&sheet.leader)).unwrap_or_default();
        (view.text.session.cash.title)(self.group.as_str(), &name)
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn mode(&self) -> Mode {
        Mode::Typing
    }

    fn types_words(&self) -> bool {
        matches!(self.notes.at, Cell::By | Cell::Because)
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        match action {
            Action::Save => self.save(view),
            Action::Discard if !self.notes.is_empty() => Step::Confirm {
                question: (view.text.session.cash.discard)(&format::money(self.notes.counted())),
                action: Action::Confirmed('x'),
            },
            Action::Confirmed('x') => Step::Discard,
            other => self.on_cell(other, view),
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let Some(report) = &self.report else { return };
        let asked = paper::Asked {
            report,
            sum: self.sum,
            known: self.known(view),
            notes: &self.notes,
            refusal: self.refusal.as_ref(),
        };
        paper::draw(area, buffer, view, &asked);
    }

    fn refresh(&mut self, view: &View) {
        self.report = sheet::sheet(&view.question(), &self.group, self.session);
        self.sum = view.office().sheets_sum(&self.group, self.session).ok().flatten();
    }

    fn refused(&mut self, refusal: &Refusal, view: &View) {
        let cell = match refusal.field {
            Field::CountedBy => Cell::By,
            Field::Because => Cell::Because,
            _ => self.notes.at,
        };
        self.notes.go(cell);
        self.refusal = Some((cell, refusals::sentence(view.language(), refusal)));
    }

    fn saved(&mut self, _done: &Done, view: &View) -> Step {
        let text = &view.text.session.cash;
        let found = difference(self.command().difference(), view);
        let said = (text.saved)(&format::money(self.notes.counted()), &found);
        self.notes = Notes::new();
        Step::Saying(said, Box::new(Step::Back))
    }

    fn draft(&self) -> Option<Draft> {
        if self.notes.is_empty() {
            return None;
        }
        let kept =
            Kept { id: self.id.clone(), at: self.notes.at.number(), cells: self.notes.typed() };
        Some(Draft {
            kind: DRAFT,
            key: super::sheet::draft_key(&self.group, self.session),
            json: serde_json::to_string(&kept).ok()?,
        })
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.session.cash.explains.iter().map(|said| (*said).to_owned()).collect()
    }
}
