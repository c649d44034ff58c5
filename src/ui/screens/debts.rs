//! Place 3: what falls due, what is overdue, who owes interest; reviewed before the collection day.

mod areas;
mod arrears;
mod chooser;
mod draw;
mod due;
mod line;
mod list;
mod overdue;
mod work;

use super::{Entry, Route};
use crate::domain::ids::PointCode;
use crate::reports;
use crate::reports::scope::{Part, Scope};
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Table};
use areas::{AreaRow, By};
use arrears::ArrearsLine;
use chooser::{Choice, Chooser, Said};
use due::DueLine;
use list::{AnyList, List, Share};
use overdue::OverdueLine;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use work::WorkLine;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.debts.keys.borrower),
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.debts.keys.list),
    Binding::new(&[named(KeyCode::Right)], Action::Right, |t| t.debts.keys.part),
    Binding::quiet(&[named(KeyCode::Left)], Action::Left, |t| t.debts.keys.part),
    Binding::new(&[key('f')], Action::Filter, |t| t.debts.keys.filter),
    Binding::new(&[key('c')], Action::Own('c'), |t| t.talks.key),
    Binding::new(&[key('v')], Action::Own('v'), |t| t.debts.keys.visit),
    Binding::new(&[key('g')], Action::Own('g'), |t| t.debts.keys.by),
    Binding::new(&[key('l')], Action::Own('l'), |t| t.debts.keys.group_page),
    Binding::new(&[key('t')], Action::Own('t'), |t| t.debts.keys.receipt),
    Binding::new(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
];

/// The same over the sums of villages, associations or groups.
const AREA_KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.debts.keys.only_this),
    Binding::new(&[key('g')], Action::Own('g'), |t| t.debts.keys.by),
    Binding::new(&[key('l')], Action::Own('l'), |t| t.debts.keys.group_page),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.debts.keys.loans),
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.debts.keys.list),
    Binding::new(&[named(KeyCode::Right)], Action::Right, |t| t.debts.keys.part),
    Binding::quiet(&[named(KeyCode::Left)], Action::Left, |t| t.debts.keys.part),
    Binding::new(&[key('f')], Action::Filter, |t| t.debts.keys.filter),
    Binding::new(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
];

const CHOOSER_KEYS: &[Binding] = &[];

/// The list that shows its parts as bars.
const BY_AGE: usize = 1;

/// With which list place 3 is opened from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// What falls due at the coming session of a point.
    Due(PointCode),
    /// What is overdue.
    Overdue,
    /// Who owes interest.
    Arrears,
    /// What needs somebody before the coming session of a point, whom to talk to first on top.
    Work(PointCode),
}

/// The lists.
pub struct Debts {
    lists: [Box<dyn AnyList>; 4],
    at: usize,
    /// By what the list is added up; none where its loans stand by themselves.
    by: Option<By>,
    areas: Table<AreaRow>,
    only: Option<Choice>,
    chooser: Option<Chooser>,
}

impl Debts {
    /// The lists, the one of what falls due first.
    #[must_use]
    pub fn new() -> Debts {
        Debts {
            lists: [
                Box::new(List::<DueLine>::new()),
                Box::new(List::<OverdueLine>::new()),
                Box::new(List::<ArrearsLine>::new()),
                Box::new(List::<WorkLine>::new()),
            ],
            at: 0,
            by: None,
            areas: areas::table(),
            only: None,
            chooser: None,
        }
    }

    /// The lists, opened on one of them; of what falls due, only what does at a point's session.
    #[must_use]
    pub fn at(start: &Start, view: &View) -> Debts {
        let mut debts = Debts::new();
        debts.at = match start {
            Start::Due(_) => 0,
            Start::Overdue => BY_AGE,
            Start::Arrears => 2,
            Start::Work(_) => 3,
        };
        if let Start::Work(code) = start {
            let name = view.ledger().points.get(code).map(|point| point.name.clone());
            let scope = Scope::of(Part::Point(code.clone()));
            debts.keep_to(Some(Choice::of(scope, name.unwrap_or_default(), String::new())), view);
        }
        if let (Start::Due(point), Some(list)) = (start, debts.lists.first_mut()) {
            list.read(&reports::debts::debts(&view.question()), view);
            let of_point = |share: &Share| match &share.part {
                line::Part::Session { point: of, .. } => of == point,
                _ => false,
            };
            if let Some(part) = list.shares().iter().position(of_point) {
                list.show_part(part, view);
            }
        }
        debts
    }

    fn list(&self) -> Option<&dyn AnyList> {
        self.lists.get(self.at).map(|list| &**list)
    }

    fn scope(&self) -> Scope {
        self.only.as_ref().map_or_else(Scope::whole, |choice| choice.scope.clone())
    }

    fn keep_to(&mut self, choice: Option<Choice>, view: &View) {
        self.only = choice.filter(|choice| choice.scope != Scope::whole());
        let scope = self.scope();
        for list in &mut self.lists {
            list.keep_to(&scope, view);
        }
        self.add_up(view);
    }

    /// Adds the list up anew, by what it is added up now.
    fn add_up(&mut self, view: &View) {
        let Some((by, list)) = self.by.zip(self.lists.get(self.at)) else { return };
        areas::fill(&mut self.areas, by, &list.sums(), view);
    }

    fn turn(&mut self, forward: bool, view: &View) {
        let count = self.lists.len();
        self.at = if forward { self.at + 1 } else { self.at + count - 1 } % count;
        self.add_up(view);
    }

    /// To the next part or the one before; round at the ends.
    fn turn_part(&mut self, forward: bool, view: &View) {
        let Some(list) = self.lists.get_mut(self.at) else { return };
        let count = list.shares().len().max(1);
        let next = if forward { list.part() + 1 } else { list.part() + count - 1 } % count;
        list.show_part(next, view);
        self.add_up(view);
    }

    /// Back to everything: first from sums to loans, then the part, then the filter; false where
    /// all is shown.
    fn widen(&mut self, view: &View) -> bool {
        if self.by.take().is_some() {
            return true;
        }
        if let Some(list) = self.lists.get_mut(self.at).filter(|list| list.part() > 0) {
            list.show_part(0, view);
            return true;
        }
        if self.only.is_some() {
            self.keep_to(None, view);
            return true;
        }
        false
    }

    fn on_areas(&mut self, action: &Action, view: &View) -> Step {
        if let Action::Own('l') = action {
            let group = self.areas.current().and_then(AreaRow::group);
            return match group {
                Some(group) => Step::Go(Route::group_page(group, view)),
                None => Step::Warning(view.text.debts.page_of_groups.to_owned()),
            };
        }
        match self.areas.on(action, Layout::of(view.area, self.at).table, view) {
            Answer::Ignored => Step::Ignored,
            Answer::Taken => Step::Stay,
            Answer::Open => {
                let choice = self.areas.current().map(|row| row.choice().clone());
                self.by = None;
                self.keep_to(choice, view);
                Step::Stay
            }
        }
    }

    fn on_loans(&mut self, action: &Action, view: &View) -> Step {
        if let Action::Own(letter @ ('c' | 'l' | 't' | 'v')) = action {
            let here = self.list().and_then(|list| list.here());
            return here.map_or(Step::Stay, |who| Step::Go(form_for(*letter, who, view)));
        }
        let area = Layout::of(view.area, self.at).table;
        let Some(list) = self.lists.get_mut(self.at) else { return Step::Ignored };
        match list.on(action, area, view) {
            Answer::Ignored => Step::Ignored,
            Answer::Taken => Step::Stay,
            Answer::Open => {
                list.here().map_or(Step::Stay, |who| Step::Go(Route::Borrower(who.loan.clone())))
            }
        }
    }

    fn on_chooser(&mut self, action: &Action, view: &View) {
        let said = self.chooser.as_mut().map(|chooser| chooser.on(action, view.area, view));
        match said {
            None | Some(Said::Nothing) => {}
            Some(Said::Close) => self.chooser = None,
            Some(Said::Chosen(choice)) => {
                self.chooser = None;
                self.keep_to(Some(choice), view);
            }
        }
    }
}

/// What a key opens for the loan under the cursor.
fn form_for(letter: char, who: &line::Who, view: &View) -> Route {
    match letter {
        'v' => Route::VisitForm { group: who.group.clone(), loan: Some(who.loan.clone()) },
        'c' => Route::Entry(Entry::Contact(who.loan.clone())),
        'l' => Route::group_page(&who.group, view),
        _ => Route::Receipt(who.loan.clone()),
    }
}

/// The rows of the screen from above: lists, parts, table, what is said of the cursor's row.
struct Layout {
    tabs: Rect,
    parts: Rect,
    table: Rect,
    detail: Rect,
}

impl Layout {
    fn of(area: Rect, at: usize) -> Layout {
        let parts = if at == BY_AGE { 6 } else { 1 };
        let gap = u16::from(area.height >= 28);
        let head = 1 + gap + parts + gap;
        Layout {
            tabs: paint::row(area, 0),
            parts: paint::above(
                paint::below(area, 1 + gap),
                area.height.saturating_sub(1 + gap + parts),
            ),
            table: paint::above(paint::below(area, head), 1),
            detail: paint::row(area, area.height.saturating_sub(1)),
        }
    }
}

impl Screen for Debts {
    fn title(&self, view: &View) -> String {
        view.text.debts.title.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        match (&self.chooser, self.by) {
            (Some(_), _) => CHOOSER_KEYS,
            (None, Some(_)) => AREA_KEYS,
            (None, None) => KEYS,
        }
    }

    fn mode(&self) -> Mode {
        if self.chooser.is_some() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        if self.chooser.is_some() {
            self.on_chooser(action, view);
            return Step::Stay;
        }
        match action {
            Action::Next => self.turn(true, view),
            Action::Previous => self.turn(false, view),
            Action::Right => self.turn_part(true, view),
            Action::Left => self.turn_part(false, view),
            Action::Back if self.widen(view) => {}
            Action::Filter => {
                let chooser =
                    self.list().map(|list| Chooser::new(view, |scope| list.count_in(scope, view)));
                self.chooser = chooser;
            }
            Action::Own('g') => {
                self.by = By::next(self.by);
                self.add_up(view);
            }
            other if self.by.is_some() => return self.on_areas(other, view),
            other => return self.on_loans(other, view),
        }
        Step::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let layout = Layout::of(area, self.at);
        let Some(list) = self.list() else { return };
        self.draw_tabs(layout.tabs, buffer, view);
        if self.at == BY_AGE {
            self.draw_bars(layout.parts, buffer, view, list);
        } else {
            self.draw_parts(layout.parts, buffer, view, list);
        }
        if list.is_empty() {
            let text = &view.text.debts;
            let narrowed = list.part() > 0 || self.only.is_some();
            let empty = text.empty.get(self.at).copied().filter(|_| !narrowed);
            let empty = empty.unwrap_or(text.empty_filtered);
            paint::write(buffer, layout.table, 2, 1, empty, view.look.tone(Tone::Dim));
        } else if self.by.is_some() {
            self.areas.draw(layout.table, buffer, view, true);
        } else {
            list.draw(layout.table, buffer, view);
            let facts = paint::joined(&list.facts(view), area.width.saturating_sub(2));
            paint::write(buffer, layout.detail, 1, 0, &facts, view.look.tone(Tone::Dim));
        }
        if let Some(chooser) = &self.chooser {
            chooser.draw(area, buffer, view);
        }
    }

    fn refresh(&mut self, view: &View) {
        let debts = reports::debts::debts(&view.question());
        for list in &mut self.lists {
            list.read(&debts, view);
        }
        self.add_up(view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        let sentences = view.text.debts.explains.get(self.at).copied().unwrap_or_default();
        let said = sentences.iter().map(|sentence| (*sentence).to_owned());
        let here = self.list().map(|list| list.explains(view)).unwrap_or_default();
        here.into_iter().chain(said).collect()
    }
}
