//! Place 3: what falls due, what is overdue, who owes interest; reviewed before the collection day.

mod arrears;
mod chooser;
mod due;
mod line;
mod list;
mod overdue;

use super::Route;
use crate::domain::ids::PointCode;
use crate::domain::money::Dong;
use crate::reports::scope::Scope;
use crate::text::format;
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::table::Answer;
use crate::ui::widgets::{bars, paint};
use arrears::ArrearsLine;
use chooser::{Choice, Chooser, Said};
use due::DueLine;
use list::{AnyList, List, Share};
use overdue::OverdueLine;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.debts.keys.borrower),
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.debts.keys.list),
    Binding::new(&[named(KeyCode::Right)], Action::Right, |t| t.debts.keys.part),
    Binding::quiet(&[named(KeyCode::Left)], Action::Left, |t| t.debts.keys.part),
    Binding::new(&[key('f')], Action::Filter, |t| t.debts.keys.filter),
    Binding::new(&[key('v')], Action::Own('v'), |t| t.debts.keys.visit),
    Binding::new(&[key('t')], Action::Own('t'), |t| t.debts.keys.receipt),
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
}

/// The three lists.
pub struct Debts {
    lists: [Box<dyn AnyList>; 3],
    at: usize,
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
            ],
            at: 0,
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
        };
        if let (Start::Due(point), Some(list)) = (start, debts.lists.first_mut()) {
            list.read(view);
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
    }

    fn turn(&mut self, forward: bool) {
        let count = self.lists.len();
        self.at = if forward { self.at + 1 } else { self.at + count - 1 } % count;
    }

    /// To the next part or the one before; round at the ends.
    fn turn_part(&mut self, forward: bool, view: &View) {
        let Some(list) = self.lists.get_mut(self.at) else { return };
        let count = list.shares().len().max(1);
        let next = if forward { list.part() + 1 } else { list.part() + count - 1 } % count;
        list.show_part(next, view);
    }

    /// Back to everything: first the part, then the filter; false where all is shown.
    fn widen(&mut self, view: &View) -> bool {
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

    /// The lists' names with what they hold; principal and interest apart, or else only the count.
    fn tabs(&self, view: &View, names: &[&str; 3], sums: bool) -> Vec<String> {
        let money = |sum| format::short_money(view.language(), sum);
        let label = |((at, list), name): ((usize, &dyn AnyList), &&str)| {
            let mark = if at == self.at { "▸" } else { " " };
            let all = list.shares().first();
            let count = format::count(all.map_or(0, |all| all.count));
            let sum = match all.and_then(|all| all.split) {
                Some((principal, interest)) if sums => {
                    let split = view.text.debts.split;
                    format!("· {} ", split(&money(principal), &money(interest)))
                }
                Some(_) => String::new(),
                None => format!("· {} ", money(all.map_or(Dong::ZERO, |all| all.sum))),
            };
            format!("{mark}{name} {count} {sum}")
        };
        self.lists.iter().map(|list| &**list).enumerate().zip(names).map(label).collect()
    }

    fn draw_tabs(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let lists = view.text.debts.lists;
        let (long, short) = (lists.map(|(long, _)| long), lists.map(|(_, short)| short));
        let widths = |labels: &Vec<String>| {
            labels.iter().fold(1, |sum, label| sum + paint::width(label) + 1)
        };
        let fuller = [(&long, true), (&short, true), (&long, false)]
            .into_iter()
            .map(|(names, sums)| self.tabs(view, names, sums))
            .find(|labels| widths(labels) <= area.width);
        let labels = fuller.unwrap_or_else(|| self.tabs(view, &short, false));
        let mut x = 1;
        for (at, label) in labels.iter().enumerate() {
            let style = if at == self.at { view.look.place() } else { view.look.ground() };
            paint::write(buffer, area, x, 0, label, style);
            x += paint::width(label) + 1;
        }
    }

    /// Which part of the book is shown.
    fn only(&self, view: &View) -> String {
        let text = &view.text.debts;
        let only = self.only.as_ref().map(|choice| (text.filtered_by)(&choice.say(view)));
        only.unwrap_or_else(|| text.whole_book.to_owned())
    }

    /// The parts in one line, behind what is shown of the book.
    fn draw_parts(&self, area: Rect, buffer: &mut Buffer, view: &View, list: &dyn AnyList) {
        let only = format!("{} │", self.only(view));
        paint::write(buffer, area, 2, 0, &only, view.look.heading());
        let mut x = 3 + paint::width(&only);
        for (at, share) in list.shares().iter().enumerate() {
            let mark = if at == list.part() { "▸" } else { " " };
            let label = format!("{mark}{} {} ", share.part.say(view), format::count(share.count));
            let style =
                if at == list.part() { view.look.place() } else { view.look.tone(Tone::Dim) };
            paint::write(buffer, area, x, 0, &label, style);
            x += paint::width(&label) + 1;
        }
    }

    /// The parts as bars, one to a line.
    fn draw_bars(&self, area: Rect, buffer: &mut Buffer, view: &View, list: &dyn AnyList) {
        let text = &view.text.debts;
        let whole = list.shares().first().map_or(0, |all| all.sum.get());
        for ((at, share), y) in list.shares().iter().enumerate().zip(0..) {
            let chosen = at == list.part();
            let mark = if chosen { "▸" } else { " " };
            let label = format!(" {mark}{}", share.part.say(view));
            let label = paint::pad(&label, 15, false);
            let count = paint::pad(&(text.loans)(share.count), 9, true);
            let sum = paint::pad(&format::amount(share.sum), 15, true);
            let line = format!("{label}{count}{sum}  ");
            let style = if chosen { view.look.place() } else { view.look.ground() };
            paint::write(buffer, area, 0, y, &line, style);
            let room = area.width.saturating_sub(paint::width(&line) + 2).min(40);
            let bar =
                if at == 0 { self.only(view) } else { bars::bar(share.sum.get(), whole, room) };
            let tone = if at == 0 { view.look.heading() } else { view.look.tone(tone_of(share)) };
            paint::write(buffer, area, paint::width(&line), y, &bar, tone);
        }
    }
}

/// The longer overdue, the worse it looks; the days are said in words beside it.
fn tone_of(share: &Share) -> Tone {
    use crate::reports::overdue::Bucket;
    match share.part {
        line::Part::Age(Bucket::To30) => Tone::Plain,
        line::Part::Age(Bucket::To90) => Tone::Warn,
        _ => Tone::Bad,
    }
}

/// The form that a key opens: a visit to the loan's group, or a receipt.
fn form_for(letter: char, who: &line::Who) -> Route {
    match letter {
        'v' => Route::VisitForm { group: who.group.clone(), loan: Some(who.loan.clone()) },
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
        if self.chooser.is_some() { CHOOSER_KEYS } else { KEYS }
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
            Action::Next => self.turn(true),
            Action::Previous => self.turn(false),
            Action::Right => self.turn_part(true, view),
            Action::Left => self.turn_part(false, view),
            Action::Back if self.widen(view) => {}
            Action::Filter => {
                let chooser =
                    self.list().map(|list| Chooser::new(view, |scope| list.count_in(scope, view)));
                self.chooser = chooser;
            }
            Action::Own(letter @ ('t' | 'v')) => {
                let here = self.list().and_then(|list| list.here());
                return here.map_or(Step::Stay, |who| Step::Go(form_for(*letter, who)));
            }
            other => {
                let area = Layout::of(view.area, self.at).table;
                let Some(list) = self.lists.get_mut(self.at) else { return Step::Ignored };
                return match list.on(other, area, view) {
                    Answer::Ignored => Step::Ignored,
                    Answer::Taken => Step::Stay,
                    Answer::Open => list
                        .here()
                        .map_or(Step::Stay, |who| Step::Go(Route::Borrower(who.loan.clone()))),
                };
            }
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
        for list in &mut self.lists {
            list.read(view);
        }
    }

    fn explains(&self, view: &View) -> Vec<String> {
        let sentences = view.text.debts.explains.get(self.at).copied().unwrap_or_default();
        sentences.iter().map(|sentence| (*sentence).to_owned()).collect()
    }
}
