//! The page of the meeting after a session (giao ban), as a room reads it: each figure against the
//! last session, what was collected of what was due, who moved a grade, what is to be done.

pub mod actions;
mod columns;
mod head;
mod lines;

use super::{Entry, Route};
use crate::domain::day::Day;
use crate::domain::group::Association;
use crate::domain::ids::{PlaceCode, PointCode};
use crate::domain::place::PlaceKind;
use crate::reports::Question;
use crate::reports::actions::late_and_open;
use crate::reports::meeting::figures::{Figure, FigureId};
use crate::reports::meeting::units::By;
use crate::reports::meeting::{self, MeetingPage as Report};
use crate::reports::overview::at_home;
use crate::reports::scope::{Part, Scope};
use crate::reports::scores::Level;
use crate::reports::standings::Unit;
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Table};
use actions::ActionList;
use columns::{MovedLine, UnitLine};
use lines::{moved_lines, unit_lines};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.meeting.keys.down),
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.meeting.keys.part),
    Binding::new(&[named(KeyCode::Right)], Action::Right, |t| t.meeting.keys.by),
    Binding::quiet(&[named(KeyCode::Left)], Action::Left, |t| t.meeting.keys.by),
    Binding::new(&[key('c')], Action::Own('c'), |t| t.meeting.keys.by_figure),
    Binding::new(&[key('b')], Action::Own('b'), |t| t.meeting.keys.minutes),
    Binding::new(&[key('-')], Action::Own('-'), |t| t.meeting.keys.earlier),
    Binding::quiet(&[key('+'), key('=')], Action::Own('+'), |t| t.meeting.keys.later),
    Binding::quiet(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
    Binding::quiet(&[key('f')], Action::Filter, |t| t.frame.keys.filter),
];

/// The same while all figures of a unit are shown.
const KEYS_FIGURES: &[Binding] = &[
    Binding::new(&[key('c'), named(KeyCode::Enter)], Action::Own('c'), |t| t.meeting.keys.by_unit),
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.meeting.keys.part),
    Binding::new(&[named(KeyCode::Right)], Action::Right, |t| t.meeting.keys.by),
    Binding::quiet(&[named(KeyCode::Left)], Action::Left, |t| t.meeting.keys.by),
    Binding::new(&[key('b')], Action::Own('b'), |t| t.meeting.keys.minutes),
    Binding::new(&[key('-')], Action::Own('-'), |t| t.meeting.keys.earlier),
    Binding::quiet(&[key('+'), key('=')], Action::Own('+'), |t| t.meeting.keys.later),
];

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Figures,
    Collected,
    Moved,
    Actions,
}

const TABS: [Tab; 4] = [Tab::Figures, Tab::Collected, Tab::Moved, Tab::Actions];

/// Rows above the tables: session, interest, principal, cash, the minutes, the parts.
const HEAD: u16 = 6;

/// The least height at which all figures stand above the units.
const TALL: u16 = 30;

/// Which page it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// The session; the last one where none is given, or it was not held yet.
    pub session: Option<Day>,
    /// The part of the book; the home place where it is the whole.
    pub scope: Scope,
    /// Its name; none for the home place.
    pub name: Option<String>,
    /// What it is divided by.
    pub by: By,
}

/// The page.
pub struct MeetingPage {
    at: At,
    tab: Tab,
    /// Whether all figures of a unit have the keyboard, not the units.
    figures_first: bool,
    report: Option<Report>,
    figures: Table<Figure>,
    units: Table<UnitLine>,
    collected: Table<UnitLine>,
    moved: Table<MovedLine>,
    actions: ActionList,
    /// Action items that are late, and all that are open, on the day asked about.
    open: (usize, usize),
}

fn by_code(row: &UnitLine) -> String {
    row.code.clone()
}

impl MeetingPage {
    /// A page.
    pub fn new(at: At) -> MeetingPage {
        MeetingPage {
            tab: Tab::Figures,
            figures_first: true,
            report: None,
            figures: Table::new(columns::FIGURES, |row: &Figure| row.id.id().to_owned())
                .without_foot(),
            units: Table::new(columns::UNITS, by_code).without_foot(),
            collected: Table::new(columns::COLLECTED, by_code).without_foot(),
            moved: Table::new(columns::MOVED, |row: &MovedLine| row.code.clone()).without_foot(),
            actions: ActionList::new(at.session),
            open: (0, 0),
            at,
        }
    }

    fn question<'a>(&self, view: &View<'a>) -> Question<'a> {
        if self.at.scope.parts().is_empty() {
            return at_home(view.question());
        }
        view.question().within(self.at.scope.clone())
    }

    /// Another session: the one before, or the next that was held.
    fn other_session(&mut self, back: bool, view: &View) -> Step {
        let Some(report) = &self.report else { return Step::Stay };
        let to = if back { report.held.before } else { report.held.next };
        let text = &view.text.meeting;
        if !back && to > view.as_of {
            return Step::Notice(text.no_later.to_owned());
        }
        if back && !self.question(view).groups().any(|group| group.counts_on(to)) {
            return Step::Notice(text.no_earlier.to_owned());
        }
        self.at.session = Some(to);
        self.refresh(view);
        Step::Stay
    }

    fn turn_by(&mut self, forward: bool, view: &View) -> Step {
        let at = By::ALL.iter().position(|(_, by)| *by == self.at.by).unwrap_or(0);
        let next = turned(at, By::ALL.len(), forward);
        if let Some((_, by)) = By::ALL.get(next) {
            self.at.by = *by;
        }
        self.refresh(view);
        Step::Stay
    }

    fn turn_tab(&mut self, forward: bool) -> Step {
        let at = TABS.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        let next = turned(at, TABS.len(), forward);
        self.tab = TABS.get(next).copied().unwrap_or(Tab::Figures);
        Step::Stay
    }

    /// One level down: a place to its associations, an association or point to its groups, a group
    /// to its scorecard. All units together have nothing inside that is not here already.
    fn down(&self, row: &UnitLine, view: &View) -> Step {
        let Some(report) = self.report.as_ref().filter(|_| !row.code.is_empty()) else {
            return Step::Stay;
        };
        let code = row.code.as_str();
        let (part, by) = match self.at.by {
            By::Commune => (Part::Place(PlaceKind::Commune, PlaceCode::new(code)), By::Association),
            By::Village => (Part::Place(PlaceKind::Village, PlaceCode::new(code)), By::Group),
            By::Point => (Part::Point(PointCode::new(code)), By::Association),
            By::Association => match Association::from_code(code) {
                Some(association) => (Part::Association(association), By::Group),
                None => return Step::Stay,
            },
            By::Group => {
                let unit = Unit { level: Level::Group, code: row.code.clone() };
                return Step::Go(Route::Scorecard { unit, day: report.held.session });
            }
        };
        let scope = self.question(view).scope.and(part);
        let session = Some(report.held.session);
        Step::Go(Route::Meeting(At { session, scope, name: Some(row.name.clone()), by }))
    }

    fn on_table(&mut self, action: &Action, view: &View) -> Step {
        let area = self.body(view.area);
        let answer = match self.tab {
            Tab::Figures if self.figures_first => {
                self.figures.on(action, self.figures_area(area), view)
            }
            Tab::Figures => self.units.on(action, self.units_area(area), view),
            Tab::Collected => self.collected.on(action, area, view),
            Tab::Moved => self.moved.on(action, area, view),
            Tab::Actions => return self.actions.on(action, area, view),
        };
        match answer {
            Answer::Ignored => return Step::Ignored,
            Answer::Open => return self.open(view),
            Answer::Taken => {}
        }
        if self.tab == Tab::Figures {
            self.follow(view);
        }
        Step::Stay
    }

    fn open(&self, view: &View) -> Step {
        let row = match self.tab {
            Tab::Figures => self.units.current(),
            Tab::Collected => self.collected.current(),
            Tab::Moved => {
                let to_day = self.report.as_ref().and_then(|page| page.grades.first());
                let row = self.moved.current().zip(to_day);
                return row.map_or(Step::Stay, |(row, grades)| {
                    let unit = Unit { level: row.level, code: row.code.clone() };
                    Step::Go(Route::Scorecard { unit, day: grades.to_day })
                });
            }
            Tab::Actions => None,
        };
        row.map_or(Step::Stay, |row| self.down(row, view))
    }

    /// The units show the figure under the cursor, the figures the unit under it.
    fn follow(&mut self, view: &View) {
        let Some(report) = &self.report else { return };
        let figure = self.figures.current().map_or(FigureId::Outstanding, |row| row.id);
        let unit = self.units.current().map(|row| row.code.clone()).unwrap_or_default();
        let rows = || unit_lines(report, self.at.by, figure, view.text.meeting.everything);
        let found = report.units.iter().find(|row| row.code.as_deref() == Some(unit.as_str()));
        let of_unit = found.map_or(&report.all, |row| &row.part);
        self.units.set_rows(rows(), view);
        self.collected.set_rows(rows(), view);
        self.figures.set_rows(of_unit.figures.0.clone(), view);
    }

    fn body(&self, area: Rect) -> Rect {
        paint::below(area, HEAD)
    }

    /// All figures: above the units where there is room for both.
    fn figures_area(&self, body: Rect) -> Rect {
        if is_tall(body) {
            paint::above(body, body.height.saturating_sub(FIGURE_ROWS))
        } else {
            body
        }
    }

    fn units_area(&self, body: Rect) -> Rect {
        if is_tall(body) { paint::below(body, FIGURE_ROWS + 1) } else { body }
    }
}

/// The next place of so many, or the one before; behind the last comes the first.
const fn turned(at: usize, many: usize, forward: bool) -> usize {
    (at + if forward { 1 } else { many - 1 }) % many
}

/// The rows of all figures with their heading.
const FIGURE_ROWS: u16 = 21;

const fn is_tall(body: Rect) -> bool {
    body.height + HEAD >= TALL
}

impl Screen for MeetingPage {
    fn title(&self, view: &View) -> String {
        let title = view.text.meeting.title;
        self.at.name.as_ref().map_or_else(|| title.to_owned(), |name| format!("{title} {name}"))
    }

    fn keys(&self) -> &'static [Binding] {
        match self.tab {
            _ if self.mode() == Mode::Typing => &[],
            Tab::Actions => actions::KEYS,
            Tab::Figures if self.figures_first => KEYS_FIGURES,
            _ => KEYS,
        }
    }

    fn mode(&self) -> Mode {
        let typing = match self.tab {
            Tab::Figures if self.figures_first => self.figures.is_typing(),
            Tab::Figures => self.units.is_typing(),
            Tab::Collected => self.collected.is_typing(),
            Tab::Moved => self.moved.is_typing(),
            Tab::Actions => self.actions.is_typing(),
        };
        if typing { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        if self.report.is_none() || self.mode() == Mode::Typing {
            return self.on_table(action, view);
        }
        match action {
            Action::Next => self.turn_tab(true),
            Action::Previous => self.turn_tab(false),
            Action::Left | Action::Right if self.tab != Tab::Actions => {
                self.turn_by(*action == Action::Right, view)
            }
            Action::Own('-') => self.other_session(true, view),
            Action::Own('+') => self.other_session(false, view),
            Action::Own('c') => {
                self.figures_first = !self.figures_first || self.tab != Tab::Figures;
                self.tab = Tab::Figures;
                Step::Stay
            }
            Action::Own('b') => {
                let session = self.report.as_ref().map(|report| report.held.session);
                Step::Go(Route::Entry(Entry::Meeting(session)))
            }
            Action::Own('a') => {
                let step = self.actions.on(action, self.body(view.area), view);
                self.refresh(view);
                step
            }
            other => self.on_table(other, view),
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.meeting;
        let Some(report) = &self.report else {
            paint::write(buffer, area, 1, 1, text.no_session, view.look.tone(Tone::Dim));
            return;
        };
        head::draw(area, buffer, view, report);
        let at = TABS.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        let shown = match self.tab {
            Tab::Figures if self.figures_first => self.units.current().map(|row| row.said(view)),
            Tab::Figures => {
                self.figures.current().map(|row| columns::name(view, row.id).to_owned())
            }
            _ => None,
        };
        head::draw_tabs(paint::below(area, HEAD - 1), buffer, view, (report, at, shown), self.open);
        let body = self.body(area);
        match self.tab {
            Tab::Figures => {
                if is_tall(body) || self.figures_first {
                    self.figures.draw(self.figures_area(body), buffer, view, self.figures_first);
                }
                if is_tall(body) || !self.figures_first {
                    self.units.draw(self.units_area(body), buffer, view, !self.figures_first);
                }
            }
            Tab::Collected => self.collected.draw(body, buffer, view, true),
            Tab::Moved if self.moved.rows().is_empty() => {
                head::draw_no_move(body, buffer, view, report);
            }
            Tab::Moved => self.moved.draw(body, buffer, view, true),
            Tab::Actions => self.actions.draw(body, buffer, view),
        }
    }

    fn refresh(&mut self, view: &View) {
        let question = self.question(view);
        let held = self.at.session.and_then(|day| meeting::held(&question, Some(day)));
        let held = held.or_else(|| meeting::held(&question, None));
        self.report = held.map(|held| meeting::meeting(&question, held, self.at.by, None));
        if let Some(report) = &self.report {
            self.actions.about(Some(report.held.session));
            self.moved.set_rows(moved_lines(report), view);
        }
        // what is to be done is carried on until it is done: it is that of the day asked about
        self.actions.refresh(&question, view);
        self.open = late_and_open(&question);
        self.follow(view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        let text = &view.text.meeting;
        let all = text.explains.iter().chain(text.actions_explain);
        all.map(|sentence| (*sentence).to_owned()).collect()
    }
}
