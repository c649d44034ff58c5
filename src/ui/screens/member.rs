//! A member's page: who it is, the loans, and all that happened, newest first.

mod events;
mod head;
mod loans;

use super::{Entry, Route};
use crate::domain::ids::{LoanCode, MemberCode};
use crate::domain::money::Dong;
use crate::reports::history::{Balance, Event, What, balances, history};
use crate::text::format;
use crate::ui::keymap::{Action, Binding, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::spark::spark;
use crate::ui::widgets::table::{Answer, Table};
use crate::ui::widgets::{paint, panel};
use events::{EVENTS, EventLine, Part};
use loans::{LOANS, LoanLine};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const OPEN: Binding = Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.history.keys.loan);
const PANE: Binding = Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.history.keys.pane);
const PART: Binding =
    Binding::new(&[named(KeyCode::Right)], Action::Right, |t| t.history.keys.part);
const PART_BACK: Binding =
    Binding::quiet(&[named(KeyCode::Left)], Action::Left, |t| t.history.keys.part);
const VISIT: Binding = Binding::new(&[key('v')], Action::Own('v'), |t| t.debts.keys.visit);
const TALK: Binding = Binding::new(&[key('c')], Action::Own('c'), |t| t.talks.key);
const RECEIPT: Binding = Binding::new(&[key('t')], Action::Own('t'), |t| t.debts.keys.receipt);
const LOAN: Binding = Binding::new(&[key('n')], Action::Own('n'), |t| t.entry.key.new_loan);
const EDIT: Binding = Binding::new(&[key('e')], Action::Own('e'), |t| t.entry.key.edit_member);
const ONE: Binding = Binding::new(&[key('m')], Action::Own('m'), |t| t.history.keys.one_loan);
const BACK: Binding = Binding::new(&[key('h')], Action::Own('h'), |t| t.entry.key.take_back);

const KEYS: &[Binding] = &[OPEN, PANE, PART, PART_BACK, TALK, VISIT, RECEIPT, LOAN, EDIT, ONE];

/// The same in the timeline, where a row can be taken back.
const KEYS_EVENTS: &[Binding] =
    &[OPEN, PANE, PART, PART_BACK, BACK, TALK, VISIT, RECEIPT, LOAN, EDIT, ONE];

/// The same where there is no loan yet: it is what is typed next.
const KEYS_NO_LOAN: &[Binding] = &[LOAN, EDIT, PANE, PART, PART_BACK, VISIT];

/// Month ends in the chart, at most.
const MONTHS: usize = 36;

/// Loans shown at once; more scroll.
const LOANS_SHOWN: usize = 4;

/// The least height at which the chart has room.
const TALL: u16 = 26;

/// The page.
pub struct MemberPage {
    code: MemberCode,
    loans: Table<LoanLine>,
    events: Table<EventLine>,
    /// All that happened, newest first.
    all: Vec<Event>,
    /// Whether the timeline has the keyboard.
    in_events: bool,
    part: usize,
    only_loan: bool,
    counts: [usize; 5],
    saved: Dong,
    chart: Vec<Balance>,
    /// Whether payments or savings could not be read.
    unread: bool,
    wanted: Option<LoanCode>,
}

impl MemberPage {
    /// The page of a member.
    #[must_use]
    pub fn new(code: MemberCode) -> MemberPage {
        MemberPage {
            code,
            loans: Table::new(LOANS, |line: &LoanLine| line.code.to_string()).without_foot(),
            events: Table::new(EVENTS, |line: &EventLine| line.no.to_string()).without_foot(),
            all: Vec::new(),
            in_events: false,
            part: 0,
            only_loan: false,
            counts: [0; 5],
            saved: Dong::ZERO,
            chart: Vec::new(),
            unread: false,
            wanted: None,
        }
    }

    /// The page of a loan's borrower, with that loan chosen.
    #[must_use]
    pub fn of_borrower(loan: &LoanCode, view: &View) -> MemberPage {
        let member = view.ledger().loans.get(loan).map(|file| file.loan.member.clone());
        let page = MemberPage::new(member.unwrap_or_else(|| MemberCode::new("")));
        MemberPage { wanted: Some(loan.clone()), ..page }
    }

    /// Reads all that happened; payments and savings from the file, which has the receipts.
    fn read_events(&mut self, view: &View) {
        let office = view.office();
        let mut payments = Vec::new();
        self.unread = false;
        for line in self.loans.rows() {
            match office.payments_of_loan(&line.code) {
                Ok(rows) => payments.extend(rows),
                Err(_) => self.unread = true,
            }
        }
        let savings = office.savings_of_member(&self.code).unwrap_or_else(|_| {
            self.unread = true;
            Vec::new()
        });
        self.all = history(&view.question(), &self.code, &payments, &savings);
        let saved = |event: &Event| event.balance.filter(|_| matches!(event.what, What::Saved(_)));
        self.saved = self.all.iter().find_map(saved).unwrap_or_default();
    }

    /// Shows the part and loan chosen.
    fn arrange_events(&mut self, view: &View) {
        let only = self.loans.current().map(|line| line.code.clone()).filter(|_| self.only_loan);
        let shown = |event: &Event| only.is_none() || event.loan == only;
        let count =
            |part: Part| self.all.iter().filter(|one| shown(one) && part.holds(one)).count();
        self.counts = Part::ALL.map(count);
        let part = Part::ALL.get(self.part).copied().unwrap_or(Part::All);
        let oldest_first = self.all.iter().rev().zip(1..);
        let lines = oldest_first.filter(|(event, _)| shown(event) && part.holds(event));
        let lines = lines.map(|(event, no)| EventLine { no, event: event.clone() });
        let mut lines: Vec<EventLine> = lines.collect();
        lines.reverse();
        self.events.set_rows(lines, view);
        let loans: Vec<LoanCode> = match only {
            Some(loan) => vec![loan],
            None => self.loans.rows().iter().map(|line| line.code.clone()).collect(),
        };
        self.chart = balances(&view.question(), &loans, MONTHS);
    }

    fn turn_part(&mut self, forward: bool, view: &View) {
        let count = Part::ALL.len();
        self.part = if forward { self.part + 1 } else { self.part + count - 1 } % count;
        self.arrange_events(view);
    }

    /// The loan to open: the one under the cursor, or the one of the event under it.
    fn loan_here(&self) -> Option<LoanCode> {
        if self.in_events {
            return self.events.current()?.event.loan.clone();
        }
        self.loans.current().map(|line| line.code.clone())
    }

    /// The form that takes back what is under the cursor of the timeline.
    fn take_back(&self, view: &View) -> Step {
        let line = self.events.current().filter(|_| self.in_events);
        let entry = line.and_then(|line| events::take_back(&line.event, view));
        let cannot = view.text.entry.loan.fact.cannot_take_back;
        entry
            .map_or_else(|| Step::Warning(cannot.to_owned()), |entry| Step::Go(Route::Entry(entry)))
    }

    fn on_tables(&mut self, action: &Action, view: &View) -> Step {
        let layout = Layout::of(view.area, self.loans.rows().len());
        let answer = if self.in_events {
            self.events.on(action, layout.events, view)
        } else {
            self.loans.on(action, layout.loans, view)
        };
        match answer {
            Answer::Open => self.loan_here().map_or(Step::Stay, |loan| Step::Go(Route::Loan(loan))),
            Answer::Taken => {
                if !self.in_events && self.only_loan {
                    self.arrange_events(view);
                }
                Step::Stay
            }
            Answer::Ignored => Step::Ignored,
        }
    }

    fn draw_loans(&self, layout: &Layout, buffer: &mut Buffer, view: &View) {
        let text = &view.text.history;
        let count = self.loans.rows().len();
        let title = (text.loans)(count);
        panel::titled(layout.loans_title, buffer, view, &title, !self.in_events);
        if count == 0 {
            let style = view.look.tone(Tone::Dim);
            paint::write(buffer, layout.loans, 1, 0, text.no_loans, style);
            return;
        }
        self.loans.draw(layout.loans, buffer, view, !self.in_events);
        if let Some(line) = self.loans.current() {
            let facts = loans::facts(line, view);
            let said = paint::joined(&facts, layout.about_loan.width.saturating_sub(2));
            paint::write(buffer, layout.about_loan, 1, 0, &said, view.look.tone(Tone::Dim));
        }
    }

    fn draw_chart(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let (Some(first), Some(last)) = (self.chart.first(), self.chart.last()) else { return };
        let values: Vec<i64> = self.chart.iter().map(|at| at.outstanding.get()).collect();
        let day = |balance: &Balance| format::month(balance.day.month());
        let label = (view.text.history.facts.chart)(&day(first), &day(last));
        let line = format!("{label}  {}  {}", spark(&values), format::money(last.outstanding));
        paint::write(buffer, area, 1, 0, &line, view.look.ground());
    }

    fn draw_events(&self, layout: &Layout, buffer: &mut Buffer, view: &View) {
        let text = &view.text.history;
        let area = layout.events_title;
        panel::titled(area, buffer, view, text.events, self.in_events);
        let mut x = paint::width(text.events) + if self.in_events { 6 } else { 4 };
        for (at, (name, count)) in text.parts.iter().zip(self.counts).enumerate() {
            let chosen = at == self.part;
            let label = format!("{}{name} {} ", if chosen { "▸" } else { " " }, count);
            let style = if chosen { view.look.place() } else { view.look.tone(Tone::Dim) };
            paint::write(buffer, area, x, 0, &label, style);
            x += paint::width(&label);
        }
        if self.unread {
            paint::write(buffer, layout.events, 1, 0, text.unread, view.look.tone(Tone::Bad));
        } else if self.events.rows().is_empty() {
            paint::write(buffer, layout.events, 1, 0, text.no_events, view.look.tone(Tone::Dim));
        } else {
            self.events.draw(layout.events, buffer, view, self.in_events);
            let facts = self.events.current().map(|line| events::facts(&line.event, view));
            let room = layout.about_event.width.saturating_sub(2);
            let said = paint::joined(&facts.unwrap_or_default(), room);
            paint::write(buffer, layout.about_event, 1, 0, &said, view.look.tone(Tone::Dim));
        }
    }
}

/// The rows of the page from above.
struct Layout {
    head: Rect,
    loans_title: Rect,
    loans: Rect,
    about_loan: Rect,
    chart: Rect,
    events_title: Rect,
    events: Rect,
    about_event: Rect,
}

impl Layout {
    fn of(area: Rect, loans: usize) -> Layout {
        let loans = u16::try_from(loans.min(LOANS_SHOWN)).unwrap_or(0).max(1) + 1;
        let chart = u16::from(area.height >= TALL);
        let rows = |from: u16, count: u16| {
            let part = paint::below(area, from);
            paint::above(part, part.height.saturating_sub(count))
        };
        let events_title = 3 + loans + 1 + chart;
        Layout {
            head: rows(0, 2),
            loans_title: rows(2, 1),
            loans: rows(3, loans),
            about_loan: rows(3 + loans, 1),
            chart: rows(4 + loans, chart),
            events_title: rows(events_title, 1),
            events: paint::above(paint::below(area, events_title + 1), 1),
            about_event: paint::row(area, area.height.saturating_sub(1)),
        }
    }
}

impl Screen for MemberPage {
    fn title(&self, view: &View) -> String {
        let file = view.ledger().members.get(&self.code);
        let name = file.map(|file| view.name(&file.member.name)).unwrap_or_default();
        format!("{} {name}", view.text.people.member)
    }

    fn keys(&self) -> &'static [Binding] {
        match (self.in_events, self.loans.rows().is_empty()) {
            (true, _) => KEYS_EVENTS,
            (false, true) => KEYS_NO_LOAN,
            (false, false) => KEYS,
        }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        match action {
            Action::Next | Action::Previous => self.in_events = !self.in_events,
            Action::Right => self.turn_part(true, view),
            Action::Left => self.turn_part(false, view),
            Action::Own('m') => {
                self.only_loan = !self.only_loan;
                self.arrange_events(view);
            }
            Action::Own('t') => {
                let loan = self.loans.current().map(|line| line.code.clone());
                return loan.map_or(Step::Stay, |loan| Step::Go(Route::Receipt(loan)));
            }
            Action::Own('c') => {
                let loan = self.loans.current().map(|line| line.code.clone());
                let form = |loan| Step::Go(Route::Entry(Entry::Contact(loan)));
                return loan.map_or(Step::Stay, form);
            }
            Action::Own('h') => return self.take_back(view),
            Action::Own('n') => return Step::Go(Route::Entry(Entry::NewLoan(self.code.clone()))),
            Action::Own('e') => return Step::Go(Route::Entry(Entry::Member(self.code.clone()))),
            Action::Own('v') => {
                let file = view.ledger().members.get(&self.code);
                let Some(group) = file.map(|file| file.member.group.clone()) else {
                    return Step::Stay;
                };
                let loan = self.loans.current().map(|line| line.code.clone());
                return Step::Go(Route::VisitForm { group, loan });
            }
            // the lists are short or read by kind: typing is left to the search
            Action::Filter => return Step::Ignored,
            other => return self.on_tables(other, view),
        }
        Step::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let layout = Layout::of(area, self.loans.rows().len());
        head::draw(layout.head, buffer, view, &self.code, &format::money(self.saved));
        self.draw_loans(&layout, buffer, view);
        if !layout.chart.is_empty() {
            self.draw_chart(layout.chart, buffer, view);
        }
        self.draw_events(&layout, buffer, view);
    }

    fn refresh(&mut self, view: &View) {
        self.loans.set_rows(loans::lines(view, &self.code), view);
        if let Some(loan) = self.wanted.take() {
            self.loans.select(loan.as_str());
        }
        self.read_events(view);
        self.arrange_events(view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.history.explains.iter().map(|sentence| (*sentence).to_owned()).collect()
    }
}
