//! Place 1: what needs me today. Every line opens what is behind it.

mod lines;
mod target;

use crate::reports::overview::{at_home, overview};
use crate::ui::keymap::{Action, Binding, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::{paint, panel};
use lines::Line;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.frame.keys.open),
    Binding::quiet(&[named(KeyCode::Tab)], Action::Next, |t| t.frame.keys.next),
];

/// The least height at which the parts stand apart by a free line, and at which there is room for
/// what loses points.
const TALL: u16 = 24;

/// The home screen.
#[derive(Default)]
pub struct Home {
    sessions: Vec<Vec<Line>>,
    work: Vec<Line>,
    quality: Vec<Line>,
    grades: Vec<Line>,
    figures: Vec<Line>,
    lost: Vec<Line>,
    copy: Option<Line>,
    /// Column and row of the cursor.
    cursor: (usize, usize),
    empty: bool,
    placed: bool,
}

impl Home {
    /// The home screen.
    #[must_use]
    pub fn new() -> Home {
        Home::default()
    }

    /// The two columns as they are laid out in a height; a free line is an empty one.
    fn columns(&self, height: u16, view: &View) -> [Vec<Line>; 2] {
        let mut left = Vec::new();
        let rows = usize::from(height);
        let tall = height >= TALL;
        let mut room = rows.saturating_sub(self.work.len());
        for (at, session) in self.sessions.iter().enumerate() {
            let more = self.sessions.len() - at;
            // the last line of the room is for saying how many points there are besides
            if session.len() + usize::from(more > 1) > room {
                let more = (view.text.overview.more_sessions)(more);
                left.push(Line { left: format!("  {more}"), tone: Tone::Dim, ..Line::default() });
                break;
            }
            left.extend(session.iter().cloned());
            room -= session.len();
            if room > 0 {
                left.push(Line::default());
                room -= 1;
            }
        }
        left.extend(self.work.iter().cloned());
        let mut right = self.quality.clone();
        for part in [&self.grades, &self.figures] {
            right.push(Line::default());
            right.extend(part.iter().cloned());
        }
        if tall && self.copy.is_some() {
            right.push(Line::default());
        }
        right.extend(self.copy.clone());
        if tall && !self.lost.is_empty() {
            right.push(Line::default());
            right.extend(self.lost.iter().cloned());
        }
        [left, right]
    }

    /// The lines that can be stood on, in the order of reading: column, row.
    fn stops(columns: &[Vec<Line>; 2]) -> Vec<(usize, usize)> {
        let of = |(column, lines): (usize, &Vec<Line>)| {
            let opens = lines.iter().enumerate().filter(|(_, line)| line.target.is_some());
            opens.map(move |(row, _)| (column, row)).collect::<Vec<_>>()
        };
        columns.iter().enumerate().flat_map(of).collect()
    }

    fn step(&mut self, action: &Action, view: &View) -> Option<Step> {
        let columns = self.columns(view.area.height, view);
        let stops = Home::stops(&columns);
        let at = stops.iter().position(|stop| *stop == self.cursor).unwrap_or(0);
        let (column, row) = self.cursor;
        let in_column: Vec<_> = stops.iter().filter(|stop| stop.0 == column).copied().collect();
        let next = match action {
            Action::Down => in_column.iter().find(|stop| stop.1 > row).copied(),
            Action::Up => in_column.iter().rev().find(|stop| stop.1 < row).copied(),
            Action::Left | Action::Right => {
                let other = usize::from(*action == Action::Right);
                let there = stops.iter().filter(|stop| stop.0 == other && other != column);
                there.min_by_key(|stop| stop.1.abs_diff(row)).copied()
            }
            Action::Next => stops.get((at + 1) % stops.len().max(1)).copied(),
            Action::Previous => {
                stops.get((at + stops.len().max(1) - 1) % stops.len().max(1)).copied()
            }
            Action::First | Action::PageUp => stops.first().copied(),
            Action::Last | Action::PageDown => stops.last().copied(),
            Action::Scroll(by) => {
                let down = if *by > 0 { Action::Down } else { Action::Up };
                return self.step(&down, view);
            }
            Action::Click { column, row } => {
                return Some(self.click(&columns, view, *column, *row));
            }
            Action::Open => return Some(self.open(&columns, view)),
            _ => return None,
        };
        self.cursor = next.unwrap_or(self.cursor);
        Some(Step::Stay)
    }

    fn open(&self, columns: &[Vec<Line>; 2], view: &View) -> Step {
        let (column, row) = self.cursor;
        let line = columns.get(column).and_then(|lines| lines.get(row));
        let target = line.and_then(|line| line.target.as_ref());
        let route = target.and_then(|target| target::route(target, view));
        match (target, route) {
            (_, Some(route)) => Step::Go(route),
            (Some(_), None) => Step::Warning(view.text.frame.not_there_yet.to_owned()),
            (None, None) => Step::Stay,
        }
    }

    fn click(&mut self, columns: &[Vec<Line>; 2], view: &View, x: u16, y: u16) -> Step {
        let areas = parts(view.area);
        let Some(column) = areas.iter().position(|area| area.contains(Position::new(x, y))) else {
            return Step::Stay;
        };
        let at = (column, usize::from(y.saturating_sub(view.area.y)));
        if !Home::stops(columns).contains(&at) {
            return Step::Stay;
        }
        if at == self.cursor {
            return self.open(columns, view);
        }
        self.cursor = at;
        Step::Stay
    }
}

/// Two columns.
fn parts(area: Rect) -> [Rect; 2] {
    panel::side_by_side(area, [1, 1])
}

impl Screen for Home {
    fn title(&self, view: &View) -> String {
        view.text.overview.title.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        self.step(action, view).unwrap_or(Step::Ignored)
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        if self.empty {
            let text = view.text.overview.empty;
            paint::write(buffer, area, 1, 1, text, view.look.tone(Tone::Strong));
            return;
        }
        let columns = self.columns(area.height, view);
        for (number, (lines, part)) in columns.iter().zip(parts(area)).enumerate() {
            for ((row, line), y) in lines.iter().enumerate().zip(0..part.height) {
                let style =
                    if line.heading { view.look.heading() } else { view.look.tone(line.tone) };
                let room = Rect { width: part.width.saturating_sub(1), ..part };
                // a blank at the left, and one between the two
                let left = room.width.saturating_sub(paint::width(&line.right) + 2);
                let said = paint::cut(line.left_in(left), left);
                paint::write(buffer, part, 1, y, &said, style);
                paint::write_right(buffer, room, y, &line.right, style);
                if (number, row) == self.cursor {
                    paint::tint(buffer, part, y, view.look.cursor());
                }
            }
        }
    }

    fn refresh(&mut self, view: &View) {
        let question = at_home(view.question());
        let found = overview(&question);
        self.empty = question.groups().next().is_none();
        self.sessions = found.sessions.iter().map(|one| lines::session(view, one)).collect();
        if self.sessions.is_empty() {
            let none = format!("  {}", view.text.overview.no_sessions);
            self.sessions = vec![vec![Line { left: none, ..Line::default() }]];
        }
        self.work = lines::work(view, &found);
        self.quality = lines::quality(view, &found);
        self.grades = lines::grades(view, &found);
        self.figures = lines::figures(view, &found);
        self.lost = lines::lost(view, &found);
        self.copy = lines::copy(view);
        if !std::mem::replace(&mut self.placed, true) {
            let stops = Home::stops(&self.columns(view.area.height, view));
            self.cursor = stops.first().copied().unwrap_or_default();
        }
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.overview.explains.iter().map(|sentence| (*sentence).to_owned()).collect()
    }
}
