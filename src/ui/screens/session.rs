//! Place 2, the collection day: the steps of a point's session, what is due at it, the sheets of
//! its groups.

pub mod cash;
mod head;
mod list;
pub mod paid_out;
pub mod pick;
pub mod receipt;
pub mod receipts;
pub mod sheet;
mod steps;

use super::{DebtStart, Route};
use crate::domain::day::Day;
use crate::domain::entry::master::{NewAttendance, NewReversal};
use crate::domain::ids::PointCode;
use crate::domain::ledger::Presence;
use crate::office::command::{Command, Done};
use crate::reports::sheet::{self as reports, SessionDay};
use crate::ui::keymap::{Action, Binding, Mode, ctrl, f, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::table::{Answer, Table};
use crate::ui::widgets::{paint, panel};
use list::{GroupRow, State};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use steps::DayStep;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.session.keys.open_sheet),
    Binding::new(&[key('t')], Action::Own('t'), |t| t.session.day.keys.leader),
    Binding::new(&[key('p')], Action::Own('p'), |t| t.session.day.keys.deputy),
    Binding::new(&[key('v')], Action::Own('v'), |t| t.session.day.keys.nobody),
    Binding::new(&[f(6), ctrl('e')], Action::Own('e'), |t| t.session.day.keys.cash),
    Binding::new(&[key('g')], Action::Own('g'), |t| t.session.keys.receipt),
    Binding::new(&[key('d')], Action::Own('d'), |t| t.session.day.keys.disburse),
    Binding::new(&[named(KeyCode::BackTab)], Action::Previous, |t| t.session.day.keys.steps),
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.session.keys.point),
    Binding::new(&[named(KeyCode::Left)], Action::Left, |t| t.session.keys.earlier),
    Binding::new(&[named(KeyCode::Right)], Action::Right, |t| t.session.keys.later),
    Binding::quiet(&[named(KeyCode::Backspace)], Action::Erase, |t| t.session.day.keys.back),
    Binding::quiet(&[key('m')], Action::Own('m'), |t| t.meeting.keys.meeting),
    Binding::quiet(&[key('l')], Action::Own('l'), |t| t.debts.keys.group_page),
    Binding::quiet(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
    Binding::quiet(&[key('f')], Action::Filter, |t| t.frame.keys.filter),
];

/// Keys while the steps have the keyboard.
const STEPS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.session.day.keys.open_step),
    Binding::new(&[named(KeyCode::Left)], Action::Left, |t| t.frame.keys.left_right),
    Binding::quiet(&[named(KeyCode::Right)], Action::Right, |t| t.frame.keys.left_right),
    Binding::new(
        &[named(KeyCode::Down), named(KeyCode::Esc), named(KeyCode::BackTab)],
        Action::Down,
        |t| t.session.day.keys.to_groups,
    ),
];

/// The page of a point's session.
pub struct SessionPage {
    point: Option<PointCode>,
    day: Option<Day>,
    report: Option<SessionDay>,
    groups: Table<GroupRow>,
    steps: Vec<steps::Said>,
    /// The step that has the keyboard; none: the groups have it.
    step: Option<usize>,
    /// What is said once the command under way is done.
    saying: String,
}

impl SessionPage {
    /// The page of the session that comes first; today's counts as coming.
    #[must_use]
    pub fn new(view: &View) -> SessionPage {
        let points = view.ledger().points.values();
        let next = |point: &crate::domain::place::Point| {
            (point.calendar.first_on_or_after(view.as_of), point.code.clone())
        };
        let first = points.map(next).min();
        SessionPage {
            day: first.as_ref().map(|(day, _)| *day),
            point: first.map(|(_, point)| point),
            report: None,
            groups: Table::new(list::GROUPS, |row: &GroupRow| row.code.to_string()),
            steps: Vec::new(),
            step: None,
            saying: String::new(),
        }
    }

    /// The page of a point's session on a day.
    #[must_use]
    pub fn at(point: PointCode, day: Day, view: &View) -> SessionPage {
        SessionPage { point: Some(point), day: Some(day), ..SessionPage::new(view) }
    }

    /// The next point, at its coming session.
    fn next_point(&mut self, view: &View) -> Step {
        let points = &view.ledger().points;
        let after = self.point.as_ref().and_then(|here| points.keys().find(|code| *code > here));
        let Some(next) = after.or_else(|| points.keys().next()) else { return Step::Stay };
        let calendar = points.get(next).map(|point| &point.calendar);
        self.day = calendar.map(|calendar| calendar.first_on_or_after(view.as_of));
        self.point = Some(next.clone());
        self.refresh(view);
        Step::Stay
    }

    /// Another session of the same point: any that is past, and the two that are coming.
    fn move_session(&mut self, back: bool, view: &View) -> Step {
        let point = self.point.as_ref().and_then(|code| view.ledger().points.get(code));
        let (Some(point), Some(day)) = (point, self.day) else { return Step::Stay };
        let text = &view.text.session;
        let to = if back {
            point.calendar.last_before(day)
        } else {
            point.calendar.first_on_or_after(day.plus(1))
        };
        if back {
            let mut groups = view.ledger().groups.values();
            if !groups.any(|group| group.point == point.code && group.counts_on(to)) {
                return Step::Notice(text.no_earlier.to_owned());
            }
        } else {
            let coming = point.calendar.first_on_or_after(view.as_of);
            if to > point.calendar.first_on_or_after(coming.plus(1)) {
                return Step::Notice(text.no_later.to_owned());
            }
        }
        self.day = Some(to);
        self.refresh(view);
        Step::Stay
    }

    /// Says who came for the group under the cursor; a correction takes the earlier word back.
    fn came(&mut self, by: Presence, view: &View) -> Step {
        let Some((row, session)) = self.groups.current().zip(self.day) else { return Step::Stay };
        let text = &view.text.session;
        let who = sheet::presence(Some(by), &text.sheet);
        if row.attendance == Some(by) {
            return Step::Notice((text.day.said_already)(row.code.as_str(), who));
        }
        self.saying = (text.day.has_come)(row.code.as_str(), who);
        let (id, group) = (view.new_id(), row.code.clone());
        // another word takes the earlier one back, and says why
        let reason = row.attendance.map(|_| text.day.again_reason.to_owned());
        let new = NewAttendance { id, group, session, by, reason };
        Step::submit(Command::Attendance(new))
    }

    /// Takes back what was said last of who came for the group under the cursor.
    fn came_back(&mut self, view: &View) -> Step {
        let Some((row, session)) = self.groups.current().zip(self.day) else { return Step::Stay };
        let text = &view.text.session.day;
        let known = view.office().attendance_fact(&row.code, session).ok().flatten();
        let Some(of) = known else {
            return Step::Warning((text.nothing_to_take_back)(row.code.as_str()));
        };
        self.saying = (text.taken_back)(row.code.as_str());
        Step::submit(Command::Reversal(NewReversal {
            id: view.new_id(),
            of,
            day: view.today,
            reason: text.back_reason.to_owned(),
            confirmed_by: None,
        }))
    }

    /// Puts the cursor on the first group of which something is so; whether there is one.
    fn go_to(&mut self, is: impl Fn(&GroupRow) -> bool) -> bool {
        let found = self.groups.shown_rows().find(|row| is(row)).map(|row| row.code.to_string());
        if let Some(code) = &found {
            self.groups.select(code);
            self.step = None;
        }
        found.is_some()
    }

    /// What Enter does on a step.
    fn open_step(&mut self, at: usize, view: &View) -> Step {
        let (Some(point), Some(day)) = (self.point.clone(), self.day) else { return Step::Stay };
        let text = &view.text.session.day;
        match self.steps.get(at).map(|said| said.step) {
            Some(DayStep::Before) => Step::Go(Route::DebtList(DebtStart::Work(point))),
            Some(DayStep::Attendance) => {
                self.go_to(|row| row.attendance.is_none());
                self.step = None;
                Step::Notice(text.how_to_say.to_owned())
            }
            Some(DayStep::Sheets) => {
                if self.go_to(|row| row.draft || !row.state.is_saved()) {
                    return Step::Stay;
                }
                Step::Notice(text.all_saved.to_owned())
            }
            Some(DayStep::Receipts) => Step::Go(Route::Receipts(point, day)),
            Some(DayStep::Disbursements) => Step::Go(Route::PaidOut(point, day)),
            Some(DayStep::Cash) => self.open_cash(view),
            Some(DayStep::After) => Step::Go(Route::meeting(Some(day))),
            None => Step::Stay,
        }
    }

    /// To the cash of the first group that has to count.
    fn open_cash(&mut self, view: &View) -> Step {
        let text = &view.text.session.day;
        if self.go_to(|row| row.state.is_saved() && !row.state.is_counted()) {
            return self.cash_here();
        }
        let any = self.groups.rows().iter().any(|row| row.state.is_saved());
        Step::Notice(if any { text.all_counted } else { text.nothing_to_count }.to_owned())
    }

    /// To the cash of the group under the cursor.
    fn cash_here(&self) -> Step {
        let here = self.groups.current().zip(self.day);
        here.map_or(Step::Stay, |(row, day)| Step::Go(Route::Cash(row.code.clone(), day)))
    }

    fn on_steps(&mut self, at: usize, action: &Action, view: &View) -> Step {
        let last = self.steps.len().saturating_sub(1);
        match action {
            Action::Open => return self.open_step(at, view),
            Action::Left => self.step = Some(at.saturating_sub(1)),
            Action::Right => self.step = Some((at + 1).min(last)),
            Action::Down | Action::Back | Action::Previous => self.step = None,
            _ => return Step::Ignored,
        }
        Step::Stay
    }

    /// The first row of groups has the cursor.
    fn is_on_top(&self) -> bool {
        let first = self.groups.shown_rows().next().map(|row| &row.code);
        first == self.groups.current().map(|row| &row.code)
    }

    /// Rows above the list.
    fn head(&self, area: Rect, view: &View) -> u16 {
        1 + steps::height(&self.steps, area.width, view) + head::SUMS
    }

    fn list_of(&self, view: &View) -> Rect {
        panel::inside(paint::below(view.area, self.head(view.area, view)))
    }

    fn on_click(&mut self, column: u16, row: u16, view: &View) -> Option<Step> {
        let at = steps::at_click(paint::below(view.area, 1), view, &self.steps, column, row)?;
        if self.step == Some(at) {
            return Some(self.open_step(at, view));
        }
        self.step = Some(at);
        Some(Step::Stay)
    }
}

impl Screen for SessionPage {
    fn title(&self, view: &View) -> String {
        view.text.session.title.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        match self.step {
            Some(_) => STEPS,
            None if self.groups.is_typing() => &[],
            None => KEYS,
        }
    }

    fn mode(&self) -> Mode {
        if self.groups.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        if let Action::Click { column, row } = action
            && let Some(step) = self.on_click(*column, *row, view)
        {
            return step;
        }
        if let Some(at) = self.step {
            let step = self.on_steps(at, action, view);
            if step != Step::Ignored {
                return step;
            }
        }
        if *action == Action::Up && self.is_on_top() && !self.groups.is_typing() {
            self.step = Some(0);
            return Step::Stay;
        }
        match self.groups.on(action, self.list_of(view), view) {
            Answer::Taken => {
                self.step = None;
                return Step::Stay;
            }
            Answer::Open => {
                let sheet = self.groups.current().zip(self.day);
                return sheet.map_or(Step::Stay, |(row, day)| {
                    Step::Go(Route::Sheet(row.code.clone(), day))
                });
            }
            Answer::Ignored => {}
        }
        let at = self.point.clone().zip(self.day);
        match action {
            Action::Next => self.next_point(view),
            Action::Previous => {
                self.step = Some(0);
                Step::Stay
            }
            Action::Left => self.move_session(true, view),
            Action::Right => self.move_session(false, view),
            Action::Erase => self.came_back(view),
            Action::Own('t') => self.came(Presence::Leader, view),
            Action::Own('p') => self.came(Presence::Deputy, view),
            Action::Own('v') => self.came(Presence::None, view),
            Action::Own('e') => self.cash_here(),
            Action::Own('m') => Step::Go(Route::meeting(self.day)),
            Action::Own('g') => {
                at.map_or(Step::Stay, |(point, _)| Step::Go(Route::PickLoan(point)))
            }
            Action::Own('l') => {
                let group = self.groups.current().map(|row| row.code.clone());
                let page = |(group, day)| Step::Go(Route::GroupPage(group, day));
                group.zip(self.day).map_or(Step::Stay, page)
            }
            Action::Own('d') => {
                at.map_or(Step::Stay, |(point, day)| Step::Go(Route::PaidOut(point, day)))
            }
            _ => Step::Ignored,
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.session;
        let Some(report) = &self.report else {
            paint::write(buffer, area, 2, 1, text.no_points, view.look.tone(Tone::Dim));
            return;
        };
        head::draw_session(area, buffer, view, report);
        let strip = paint::below(area, 1);
        steps::draw(strip, buffer, view, &self.steps, self.step);
        let high = steps::height(&self.steps, area.width, view);
        head::draw_sums(paint::below(strip, high), buffer, view, report);
        let part = paint::below(area, self.head(area, view));
        let count =
            |is: fn(State) -> bool| self.groups.rows().iter().filter(|row| is(row.state)).count();
        // of a sheet with nothing but who came, no line is typed yet
        let counts = (text.sheets_count)(
            count(|state| state.is_saved() && !state.is_counted()),
            count(|state| state == State::Draft),
            count(|state| matches!(state, State::NotBegun | State::Came)),
            count(State::is_counted),
        );
        let title = format!("{} · {counts}", text.sheets);
        let list = panel::titled(part, buffer, view, &title, false);
        if self.groups.rows().is_empty() {
            paint::write(buffer, list, 2, 1, text.no_groups, view.look.tone(Tone::Dim));
        } else {
            self.groups.draw(list, buffer, view, self.step.is_none());
        }
    }

    fn refresh(&mut self, view: &View) {
        let of = self.point.as_ref().zip(self.day);
        self.report =
            of.and_then(|(point, day)| reports::session_day(&view.question(), point, day));
        let rows = self.report.as_ref().map(|report| list::rows(report, view));
        self.groups.set_rows(rows.unwrap_or_default(), view);
        let said = self.report.as_ref();
        let said = said.map(|report| steps::all(report, self.groups.rows(), view));
        self.steps = said.unwrap_or_default();
    }

    fn saved(&mut self, _done: &Done, _view: &View) -> Step {
        Step::Notice(std::mem::take(&mut self.saying))
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.session.explains.iter().map(|sentence| (*sentence).to_owned()).collect()
    }
}
