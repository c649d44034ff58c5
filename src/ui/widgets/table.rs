//! A list of rows in columns: only what is seen is drawn; cursor, sorting, filter, count and sums.

mod column;

pub use column::{Cell, Column};

use super::paint;
use super::text_field::TextField;
use crate::domain::money::Dong;
use crate::text::fold::{finds, fold};
use crate::text::format;
use crate::ui::keymap::Action;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cmp::Ordering;

/// What a table did with an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing: it is somebody else's.
    Ignored,
    /// It moved, sorted or filtered.
    Taken,
    /// The row under the cursor is to be opened.
    Open,
}

/// A list.
pub struct Table<R: 'static> {
    columns: &'static [Column<R>],
    key: fn(&R) -> String,
    rows: Vec<R>,
    /// Rows that pass the filter, in the order shown.
    shown: Vec<usize>,
    cursor: usize,
    top: usize,
    sorted: Option<(usize, bool)>,
    filter: Option<TextField>,
    typing: bool,
    texts: Vec<String>,
    foot: bool,
    left_out: Vec<usize>,
}

impl<R> Table<R> {
    /// An empty table; `key` tells rows apart, so that the cursor stays on its row.
    #[must_use]
    pub fn new(columns: &'static [Column<R>], key: fn(&R) -> String) -> Table<R> {
        Table {
            columns,
            key,
            rows: Vec::new(),
            shown: Vec::new(),
            cursor: 0,
            top: 0,
            sorted: None,
            filter: None,
            typing: false,
            texts: Vec::new(),
            foot: true,
            left_out: Vec::new(),
        }
    }

    /// Leaves columns out, by their places from 0, whatever room there is: those that say nothing
    /// about the rows at hand.
    pub fn leave_out(&mut self, columns: Vec<usize>) {
        self.sorted = self.sorted.filter(|(at, _)| !columns.contains(at));
        self.left_out = columns;
    }

    /// Without the line of count and sums below.
    #[must_use]
    pub fn without_foot(self) -> Table<R> {
        Table { foot: false, ..self }
    }

    /// Takes new rows; order, filter and the cursor's row are kept.
    pub fn set_rows(&mut self, rows: Vec<R>, view: &View) {
        let here = self.current().map(self.key);
        self.rows = rows;
        self.texts.clear();
        self.arrange(view);
        if let Some(here) = here {
            self.select(&here);
        }
    }

    /// Puts the cursor on the row of a key, if it is shown.
    pub fn select(&mut self, key: &str) {
        let at = self.shown_rows().position(|row| (self.key)(row) == key);
        if let Some(at) = at {
            self.cursor = at;
        }
    }

    /// The row under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&R> {
        self.rows.get(*self.shown.get(self.cursor)?)
    }

    /// All rows, shown or not.
    #[must_use]
    pub fn rows(&self) -> &[R] {
        &self.rows
    }

    /// The rows that are shown, in the order shown.
    pub fn shown_rows(&self) -> impl Iterator<Item = &R> {
        self.shown.iter().filter_map(|at| self.rows.get(*at))
    }

    /// Whether the filter is being typed: the screen's mode is then [`Typing`].
    ///
    /// [`Typing`]: crate::ui::keymap::Mode::Typing
    #[must_use]
    pub const fn is_typing(&self) -> bool {
        self.typing
    }

    /// Takes an action; `area` is the area in which the table is drawn.
    pub fn on(&mut self, action: &Action, area: Rect, view: &View) -> Answer {
        let answer = if self.typing { self.on_filter(action, view) } else { Answer::Ignored };
        if answer != Answer::Ignored {
            return answer;
        }
        let body = self.body(area);
        let page = usize::from(body.height).max(2) - 1;
        let last = self.shown.len().saturating_sub(1);
        self.top = self.window(body.height);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::PageUp => self.cursor = self.cursor.saturating_sub(page),
            Action::PageDown => self.cursor = (self.cursor + page).min(last),
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = last,
            Action::Jump(line) => self.cursor = line.saturating_sub(1).min(last),
            Action::Scroll(rows) => {
                let by = usize::try_from(rows.unsigned_abs()).unwrap_or(0);
                let moved = if *rows < 0 {
                    self.cursor.saturating_sub(by)
                } else {
                    (self.cursor + by).min(last)
                };
                self.cursor = moved;
            }
            Action::Click { column, row } => return self.clicked(body, *column, *row),
            Action::Open if self.current().is_some() => return Answer::Open,
            Action::Sort => self.sort_next(view),
            Action::Reverse => self.reverse(view),
            Action::Filter => {
                self.filter.get_or_insert_with(TextField::new);
                self.typing = true;
            }
            Action::Back if self.filter.is_some() => {
                self.filter = None;
                self.rearrange(view);
            }
            _ => return Answer::Ignored,
        }
        self.top = self.window(body.height);
        Answer::Taken
    }

    fn on_filter(&mut self, action: &Action, view: &View) -> Answer {
        let Some(filter) = &mut self.filter else { return Answer::Ignored };
        match action {
            Action::Open => self.typing = false,
            Action::Back => {
                self.filter = None;
                self.typing = false;
                self.rearrange(view);
            }
            other if filter.on(other) => self.rearrange(view),
            _ => return Answer::Ignored,
        }
        Answer::Taken
    }

    fn clicked(&mut self, body: Rect, column: u16, row: u16) -> Answer {
        if !body.contains(Position::new(column, row)) {
            return Answer::Ignored;
        }
        let at = self.top + usize::from(row - body.y);
        if at >= self.shown.len() {
            return Answer::Ignored;
        }
        if at == self.cursor {
            return Answer::Open;
        }
        self.cursor = at;
        Answer::Taken
    }

    fn sort_next(&mut self, view: &View) {
        let from = self.sorted.map_or(0, |(at, _)| at + 1);
        let mut columns = self.columns.iter().enumerate().skip(from);
        let next = columns.find(|(at, c)| c.order.is_some() && !self.left_out.contains(at));
        self.sorted = next.map(|(at, _)| (at, false));
        self.rearrange(view);
    }

    fn reverse(&mut self, view: &View) {
        if self.sorted.is_none() {
            self.sort_next(view);
        }
        self.sorted = self.sorted.map(|(at, down)| (at, !down));
        self.rearrange(view);
    }

    /// Arranges again with the cursor on the same row.
    fn rearrange(&mut self, view: &View) {
        let here = self.current().map(self.key);
        self.arrange(view);
        if let Some(here) = here {
            self.select(&here);
        }
    }

    fn arrange(&mut self, view: &View) {
        let query = self.filter.as_ref().map(|filter| fold(filter.text())).unwrap_or_default();
        if !query.is_empty() && self.texts.len() != self.rows.len() {
            let text_of = |row| {
                let cells = self.columns.iter().map(|column| (column.cell)(row, view).text);
                fold(&cells.collect::<Vec<_>>().join(" "))
            };
            self.texts = self.rows.iter().map(text_of).collect();
        }
        self.shown = (0..self.rows.len())
            .filter(|at| query.is_empty() || self.texts.get(*at).is_some_and(|t| finds(t, &query)))
            .collect();
        let order = self.sorted.and_then(|(at, down)| Some((self.columns.get(at)?.order?, down)));
        if let Some((order, down)) = order {
            let rows = &self.rows;
            self.shown.sort_by(|one, other| match (rows.get(*one), rows.get(*other)) {
                (Some(one), Some(other)) if down => order(other, one),
                (Some(one), Some(other)) => order(one, other),
                _ => Ordering::Equal,
            });
        }
        self.cursor = self.cursor.min(self.shown.len().saturating_sub(1));
    }

    /// The area of the rows, below the heading and above the foot.
    fn body(&self, area: Rect) -> Rect {
        paint::above(paint::below(area, 1), self.foot_rows())
    }

    fn foot_rows(&self) -> u16 {
        u16::from(self.foot || self.filter.is_some())
    }

    /// The first row to draw, so that the cursor's row is seen.
    fn window(&self, height: u16) -> usize {
        let height = usize::from(height).max(1);
        let most = self.shown.len().saturating_sub(height);
        let least = (self.cursor + 1).saturating_sub(height);
        self.top.clamp(least, self.cursor.max(least)).min(most)
    }

    /// Draws it; `active` where it has the keyboard.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View, active: bool) {
        if area.is_empty() {
            return;
        }
        let places = self.places(area.width);
        self.draw_heading(area, buffer, view, &places);
        let body = self.body(area);
        let top = self.window(body.height);
        for (at, y) in (top..self.shown.len()).zip(0..body.height) {
            let row = self.shown.get(at).and_then(|at| self.rows.get(*at));
            let Some(row) = row else { continue };
            for (column, x, width) in &places {
                let cell = (column.cell)(row, view);
                let text = paint::pad(&cell.text, *width, column.right);
                paint::write(buffer, body, *x, y, &text, view.look.tone(cell.tone));
            }
            if at == self.cursor {
                let style = if active { view.look.cursor() } else { view.look.cursor_away() };
                paint::tint(buffer, body, y, style);
            }
        }
        if self.shown.is_empty() {
            let style = view.look.tone(Tone::Dim);
            paint::write(buffer, body, 1, 0, view.text.frame.empty_list, style);
        }
        self.draw_foot(area, buffer, view, &places);
    }

    fn draw_heading(&self, area: Rect, buffer: &mut Buffer, view: &View, places: &[Placed<R>]) {
        for (column, x, width) in places {
            let mut head = (column.head)(view.text).to_owned();
            let sorted = self.sorted.and_then(|(at, down)| Some((self.columns.get(at)?, down)));
            if let Some((by, down)) = sorted
                && std::ptr::eq(by, *column)
            {
                let arrow = if down { '↓' } else { '↑' };
                head = format!("{}{arrow}", paint::cut(&head, width.saturating_sub(1)));
            }
            let text = paint::pad(&head, *width, column.right);
            paint::write(buffer, area, *x, 0, &text, view.look.heading());
        }
    }

    fn draw_foot(&self, area: Rect, buffer: &mut Buffer, view: &View, places: &[Placed<R>]) {
        if self.foot_rows() == 0 || area.height < 3 {
            return;
        }
        let y = area.height - 1;
        let style = view.look.heading();
        let frame = &view.text.frame;
        let mut label = format!("{} {}", frame.total, format::count(self.shown.len()));
        if let Some(filter) = &self.filter {
            let caret = if self.typing { "▏" } else { "" };
            let counts = (frame.filtered)(self.shown.len(), self.rows.len());
            label = format!("{}: {}{caret} · {counts}", frame.filter, filter.text());
        }
        let sums: Vec<(u16, String)> = places
            .iter()
            .filter_map(|(column, x, width)| {
                let total: Dong = self.shown_rows().map(column.sum?).sum();
                let text = format::amount(total);
                Some(((x + width).saturating_sub(paint::width(&text)), text))
            })
            .collect();
        // Where there are more rows than fit, those that are seen are named, if there is room.
        let seen = self.seen(area);
        let first_sum = sums.iter().map(|(from, _)| *from).min().unwrap_or(area.width);
        if paint::width(&label) + paint::width(&seen) < first_sum {
            label.push_str(&seen);
        }
        paint::write(buffer, area, 0, y, &label, style);
        for (from, text) in sums.into_iter().filter(|(from, _)| *from > paint::width(&label)) {
            paint::write(buffer, area, from, y, &text, style);
        }
    }

    /// Which rows are seen, by number, where not all of them are: ` (1–14)`.
    fn seen(&self, area: Rect) -> String {
        let height = self.body(area).height;
        let (all, fit) = (self.shown.len(), usize::from(height));
        if all <= fit || fit == 0 {
            return String::new();
        }
        let top = self.window(height);
        format!(" ({}–{})", top + 1, (top + fit).min(all))
    }

    /// The columns that fit, with where they stand and how wide they are. An amount is never cut: a
    /// column is as wide as its sum, or it is not there.
    fn places(&self, room: u16) -> Vec<Placed<R>> {
        let width_of = |column: &'static Column<R>| {
            let sum = column.sum.map(|sum| self.shown_rows().map(sum).sum::<Dong>());
            let needed = sum.map_or(0, |sum| paint::width(&format::amount(sum)));
            (column, column.width.max(needed))
        };
        let columns = self.columns.iter().enumerate();
        let columns = columns.filter(|(at, _)| !self.left_out.contains(at));
        let mut kept: Vec<(&Column<R>, u16)> =
            columns.map(|(_, column)| width_of(column)).collect();
        let needed = |kept: &[(&Column<R>, u16)]| {
            let gaps = u16::try_from(kept.len().saturating_sub(1)).unwrap_or(u16::MAX);
            kept.iter().map(|(_, width)| *width).fold(gaps, u16::saturating_add)
        };
        while needed(&kept) > room {
            let least = kept.iter().map(|(column, _)| column.drops).max().filter(|rank| *rank > 0);
            let Some(least) = least else { break };
            let Some(at) = kept.iter().rposition(|(column, _)| column.drops == least) else {
                break;
            };
            kept.remove(at);
        }
        let spare = room.saturating_sub(needed(&kept));
        let shares: u16 = kept.iter().map(|(column, _)| column.grow).sum();
        let mut x: u16 = 0;
        let mut places = Vec::with_capacity(kept.len());
        for (column, width) in kept {
            let extra = spare.saturating_mul(column.grow).checked_div(shares).unwrap_or(0);
            let width = width.saturating_add(extra);
            places.push((column, x, width));
            x = x.saturating_add(width).saturating_add(1);
        }
        places
    }
}

type Placed<R> = (&'static Column<R>, u16, u16);
