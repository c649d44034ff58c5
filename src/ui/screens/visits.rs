//! Place 4: visits by deadline, the year's coverage, past visits; each a list, Tab goes round.

mod coverage;
mod due;
mod past;
pub mod pick;
pub mod record;

use super::{Entry, Route};
use crate::domain::ids::GroupCode;
use crate::reports::{coverage as coverage_report, visits, visits_due};
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::screens::visit_form;
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Table};
use coverage::CoverageLine;
use due::DueLine;
pub use due::Urgency;
use past::PastLine;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

/// Which list is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    Due,
    Coverage,
    Past,
}

impl List {
    const ALL: [List; 3] = [Self::Due, Self::Coverage, Self::Past];
}

const KEYS_DUE: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter), key('n')], Action::Open, |t| t.visits.key_visit),
    Binding::new(&[key('m')], Action::Own('m'), |t| t.visits.key_member),
    Binding::new(&[key('t')], Action::Own('t'), |t| t.visits.key_pick),
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.visits.key_coverage),
    Binding::new(&[named(KeyCode::Right)], Action::Right, |t| t.visits.key_state),
    Binding::quiet(&[key('c')], Action::Own('c'), |t| t.talks.key),
    Binding::new(&[key('f')], Action::Filter, |t| t.frame.keys.filter),
    Binding::new(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
    Binding::quiet(&[key('d')], Action::Own('d'), |t| t.visits.key_draft),
];

const KEYS_COVERAGE: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter), key('n')], Action::Open, |t| t.visits.key_visit),
    Binding::new(&[key('m')], Action::Own('m'), |t| t.visits.key_group),
    Binding::new(&[key('t')], Action::Own('t'), |t| t.visits.key_pick),
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.visits.key_past),
    Binding::new(&[named(KeyCode::Left)], Action::Left, |t| t.visits.key_year),
    Binding::new(&[key('f')], Action::Filter, |t| t.frame.keys.filter),
    Binding::new(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
    Binding::quiet(&[key('d')], Action::Own('d'), |t| t.visits.key_draft),
];

const KEYS_PAST: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.frame.keys.open),
    Binding::new(&[key('n')], Action::Own('n'), |t| t.visits.key_visit),
    Binding::new(&[key('t')], Action::Own('t'), |t| t.visits.key_pick),
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.visits.key_due),
    Binding::new(&[key('f')], Action::Filter, |t| t.frame.keys.filter),
    Binding::new(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
    Binding::quiet(&[key('d')], Action::Own('d'), |t| t.visits.key_draft),
];

/// From this width on a list has columns for the group's leader and village.
const WIDE: u16 = 118;

/// Columns of a list's last row that its count takes, with the rows in sight.
const SUM: u16 = 19;

/// The three lists.
pub struct Visits {
    list: List,
    due: Table<DueLine>,
    all_due: Vec<DueLine>,
    urgency: Urgency,
    coverage: Table<CoverageLine>,
    /// The year whose coverage is shown; the year of the day where none was chosen.
    year: Option<i32>,
    past: Table<PastLine>,
}

impl Visits {
    /// The place, with the work list.
    #[must_use]
    pub fn new() -> Visits {
        Visits {
            list: List::Due,
            due: Table::new(due::COLUMNS, DueLine::key),
            all_due: Vec::new(),
            urgency: Urgency::All,
            coverage: Table::new(coverage::COLUMNS, |line| line.row.group.to_string()),
            year: None,
            past: Table::new(past::COLUMNS, |line| line.row.visit.to_string()),
        }
    }

    /// The work list with those of an urgency alone.
    #[must_use]
    pub fn at(urgency: Urgency) -> Visits {
        Visits { urgency, ..Visits::new() }
    }

    fn show_due(&mut self, view: &View) {
        let urgency = self.urgency;
        let rows = self.all_due.iter().filter(|line| urgency.holds(line)).cloned().collect();
        self.due.set_rows(rows, view);
    }

    fn show_coverage(&mut self, view: &View) {
        let year = self.year.unwrap_or(view.as_of.year());
        let rows = coverage_report::coverage(&view.question(), year);
        let lines = rows.into_iter().map(|row| CoverageLine::new(row, view)).collect();
        self.coverage.set_rows(lines, view);
    }

    fn on_list(&mut self, action: &Action, view: &View) -> Answer {
        let area = list_of(view.area);
        match self.list {
            List::Due => self.due.on(action, area, view),
            List::Coverage => self.coverage.on(action, area, view),
            List::Past => self.past.on(action, area, view),
        }
    }

    /// The screen behind the row under the cursor.
    fn opened(&self) -> Step {
        let route = match self.list {
            List::Due => self.due.current().map(|line| Route::VisitForm {
                group: line.row.group.clone(),
                loan: Some(line.row.loan.clone()),
            }),
            List::Past => self.past.current().map(|line| Route::Visit(line.row.visit.clone())),
            List::Coverage => return self.visit_group(),
        };
        route.map_or(Step::Stay, Step::Go)
    }

    fn group(&self) -> Option<GroupCode> {
        match self.list {
            List::Due => self.due.current().map(|line| line.row.group.clone()),
            List::Coverage => self.coverage.current().map(|line| line.row.group.clone()),
            List::Past => self.past.current().map(|line| line.row.group.clone()),
        }
    }

    fn visit_group(&self) -> Step {
        let route = |group| Route::VisitForm { group, loan: None };
        self.group().map_or(Step::Stay, |group| Step::Go(route(group)))
    }

    fn own(&mut self, letter: char, view: &View) -> Step {
        match (letter, self.list) {
            ('m', List::Due) => {
                let loan = self.due.current().map(|line| line.row.loan.clone());
                loan.map_or(Step::Stay, |loan| Step::Go(Route::Borrower(loan)))
            }
            ('c', List::Due) => {
                let loan = self.due.current().map(|line| line.row.loan.clone());
                let form = |loan| Step::Go(Route::Entry(Entry::Contact(loan)));
                loan.map_or(Step::Stay, form)
            }
            ('m', _) => self.group().map_or(Step::Stay, |group| Step::Go(Route::Group(group))),
            ('n', _) => self.visit_group(),
            ('t', _) => Step::Go(Route::VisitPick),
            ('d', _) => match half_typed(view).into_iter().next() {
                Some(group) => Step::Go(Route::VisitForm { group, loan: None }),
                None => Step::Notice(view.text.visits.no_draft.to_owned()),
            },
            _ => Step::Ignored,
        }
    }

    fn turn(&mut self, forward: bool, view: &View) -> Step {
        match self.list {
            List::Due => {
                self.urgency = self.urgency.next(forward);
                self.show_due(view);
            }
            List::Coverage => {
                let now = view.as_of.year();
                let year = self.year.unwrap_or(now) + if forward { 1 } else { -1 };
                self.year = Some(year.clamp(now - 9, now));
                self.show_coverage(view);
            }
            List::Past => return Step::Ignored,
        }
        Step::Stay
    }

    fn go(&mut self, forward: bool) {
        let at = List::ALL.iter().position(|list| *list == self.list).unwrap_or(0);
        let step = if forward { 1 } else { List::ALL.len() - 1 };
        self.list = *List::ALL.get((at + step) % List::ALL.len()).unwrap_or(&List::Due);
    }

    /// Says of the row under the cursor what its columns have no room for: money that is to be
    /// repaid, and the group.
    fn draw_said(&self, list: Rect, buffer: &mut Buffer, view: &View) {
        if self.is_typing() {
            return;
        }
        if let Some(line) = self.due.current() {
            let group = (list.width < WIDE).then(|| line.group_said(view));
            let parts: Vec<String> = line.repayment_said(view).into_iter().chain(group).collect();
            let last = list.height.saturating_sub(1);
            let room = list.width.saturating_sub(SUM + 1);
            let said = format!("{} ", paint::cut(&parts.join(" · "), room));
            paint::write_right(buffer, list, last, &said, view.look.tone(Tone::Dim));
        }
    }

    fn is_typing(&self) -> bool {
        match self.list {
            List::Due => self.due.is_typing(),
            List::Coverage => self.coverage.is_typing(),
            List::Past => self.past.is_typing(),
        }
    }

    /// What stands between the names of the lists and the list itself.
    fn summary(&self, view: &View) -> Vec<(String, Tone)> {
        match self.list {
            List::Due => {
                let arrows = [("←→".to_owned(), Tone::Dim)];
                arrows.into_iter().chain(due::counts(&self.all_due, self.urgency, view)).collect()
            }
            List::Coverage => {
                let year = self.year.unwrap_or(view.as_of.year());
                vec![(coverage::summary(self.coverage.rows(), year, view), Tone::Plain)]
            }
            List::Past => vec![(view.text.visits.past_summary.to_owned(), Tone::Dim)],
        }
    }
}

impl Screen for Visits {
    fn title(&self, view: &View) -> String {
        view.text.visits.title.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        match self.list {
            _ if self.is_typing() => &[],
            List::Due => KEYS_DUE,
            List::Coverage => KEYS_COVERAGE,
            List::Past => KEYS_PAST,
        }
    }

    fn mode(&self) -> Mode {
        if self.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        if let Action::Left | Action::Right = action
            && !self.is_typing()
        {
            return self.turn(*action == Action::Right, view);
        }
        match self.on_list(action, view) {
            Answer::Open => return self.opened(),
            Answer::Taken => return Step::Stay,
            Answer::Ignored => {}
        }
        match action {
            Action::Next => self.go(true),
            Action::Previous => self.go(false),
            Action::Own(letter) => return self.own(*letter, view),
            _ => return Step::Ignored,
        }
        Step::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.visits;
        let mut x = 1;
        for (list, name) in List::ALL.into_iter().zip(text.lists) {
            let here = list == self.list;
            let style = if here { view.look.place() } else { view.look.tone(Tone::Dim) };
            let name = if here { format!("▸ {name} ") } else { format!("  {name} ") };
            paint::write(buffer, area, x, 0, &name, style);
            x += paint::width(&name) + 1;
        }
        let drafts = half_typed(view);
        if let Some(group) = drafts.first() {
            let said = (text.draft_waits)(group.as_str(), drafts.len());
            let room = area.width.saturating_sub(x + 1);
            paint::write_right(
                buffer,
                area,
                0,
                &format!("{} ", paint::cut(&said, room)),
                view.look.tone(Tone::Warn),
            );
        }
        let mut x = 1;
        for (part, tone) in self.summary(view) {
            paint::write(buffer, area, x, 1, &part, view.look.tone(tone));
            x += paint::width(&part) + 2;
        }
        let list = list_of(area);
        match self.list {
            List::Due if self.due.rows().is_empty() => {
                let all = self.all_due.is_empty();
                let sentence = if all { text.nothing_due } else { text.nothing_in_state };
                paint::write(buffer, list, 1, 1, sentence, view.look.tone(Tone::Dim));
            }
            List::Past if self.past.rows().is_empty() => {
                paint::write(buffer, list, 1, 1, text.nothing_past, view.look.tone(Tone::Dim));
            }
            List::Due => {
                self.due.draw(list, buffer, view, true);
                self.draw_said(list, buffer, view);
            }
            List::Coverage => self.coverage.draw(list, buffer, view, true),
            List::Past => self.past.draw(list, buffer, view, true),
        }
    }

    fn refresh(&mut self, view: &View) {
        let question = view.question();
        let due = visits_due::visits_due(&question);
        self.all_due = due.into_iter().map(|row| DueLine::new(row, &question, view)).collect();
        self.show_due(view);
        self.show_coverage(view);
        let past = visits::visits(&question);
        self.past.set_rows(past.into_iter().map(PastLine::new).collect(), view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        let text = &view.text.visits;
        let sentences = match self.list {
            List::Due => text.explains_due,
            List::Coverage => text.explains_coverage,
            List::Past => text.explains_past,
        };
        sentences.iter().map(|sentence| (*sentence).to_owned()).collect()
    }
}

/// The groups whose visit is half typed, the latest first. Asked of the book as it is drawn: a form
/// that was just left has its draft on disk only then.
fn half_typed(view: &View) -> Vec<GroupCode> {
    let drafts = view.office().drafts().unwrap_or_default().into_iter();
    let forms = drafts.filter(|draft| draft.kind == visit_form::DRAFT);
    forms.map(|draft| GroupCode::new(draft.key)).collect()
}

fn list_of(area: Rect) -> Rect {
    paint::below(area, 2)
}
