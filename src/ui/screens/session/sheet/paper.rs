//! How a sheet looks: its head, a line for each member, the words under the cursor, the totals.

mod foot;
mod line;
mod words;

use super::grid::Grid;
use super::row::Col;
use crate::domain::ledger::Presence;
use crate::office::SheetRow;
use crate::reports::sheet::GroupSheet;
use crate::text::format;
use crate::text::session::Sheet as Phrases;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What stands above the lines.
pub struct Head<'a> {
    /// The sheet as the book has it.
    pub report: &'a GroupSheet,
    /// Who came.
    pub presence: Option<Presence>,
    /// Whether anything is typed that is not saved.
    pub draft: bool,
    /// What the office said against the whole of it.
    pub refusal: Option<&'a str>,
    /// What is saved of it and of its cash; none where nothing is.
    pub handed_in: Option<&'a SheetRow>,
    /// How its cash stands, in words.
    pub cash: &'a str,
}

/// Rows above the lines: the head and the headings.
const ABOVE: u16 = 2;
/// Rows below them: a rule and two rows of totals.
const BELOW: u16 = 3;

/// Where the columns stand: start and width.
#[derive(Clone, Copy)]
struct Columns {
    no: (u16, u16),
    name: (u16, u16),
    due: (u16, u16),
    interest: (u16, u16),
    savings: (u16, u16),
    note: (u16, u16),
}

fn columns(width: u16) -> Columns {
    let name = (width.saturating_mul(27) / 100).clamp(14, 34);
    let no = (1, 3);
    let name = (no.0 + no.1 + 1, name);
    let due = (name.0 + name.1 + 1, 12);
    let interest = (due.0 + due.1 + 1, 12);
    let savings = (interest.0 + interest.1 + 1, 11);
    let note = savings.0 + savings.1 + 2;
    Columns { no, name, due, interest, savings, note: (note, width.saturating_sub(note + 1)) }
}

fn lines_of(area: Rect) -> Rect {
    paint::above(paint::below(area, ABOVE), BELOW)
}

/// How many members are seen at once: the line under the cursor's is kept for words.
#[must_use]
pub fn rows_seen(area: Rect) -> usize {
    usize::from(lines_of(area).height.saturating_sub(1))
}

/// The row of the terminal, from the first line, on which a member stands.
fn offset(grid: &Grid, from: usize, at: usize) -> Option<u16> {
    let below_words = usize::from(at > grid.at);
    let above = grid.rows.get(from..at)?.iter().map(super::row::Row::height).sum::<usize>();
    u16::try_from(above + below_words).ok()
}

/// The cell under a click.
#[must_use]
pub fn cell_at(area: Rect, grid: &Grid, column: u16, row: u16) -> Option<(usize, Col)> {
    let lines = lines_of(area);
    if !lines.contains(Position::new(column, row)) {
        return None;
    }
    let from = grid.window(rows_seen(area));
    let wanted = row - lines.y;
    let at = (from..grid.rows.len()).find(|at| offset(grid, from, *at) == Some(wanted))?;
    let places = columns(lines.width);
    let x = column - lines.x;
    let col = if x >= places.note.0 {
        Col::Note
    } else if x >= places.savings.0 {
        Col::Savings
    } else {
        Col::Interest
    };
    Some((at, col))
}

/// Draws the sheet.
pub fn draw(area: Rect, buffer: &mut Buffer, view: &View, head: &Head<'_>, grid: &Grid) {
    draw_head(area, buffer, view, head);
    let places = columns(area.width);
    draw_headings(paint::row(area, 1), buffer, view, &places);
    let lines = lines_of(area);
    if grid.rows.is_empty() {
        let empty = view.text.session.sheet.empty;
        paint::write(buffer, lines, 2, 1, empty, view.look.tone(Tone::Dim));
    }
    let from = grid.window(rows_seen(area));
    for (at, row) in grid.rows.iter().enumerate().skip(from) {
        let Some(y) = offset(grid, from, at).filter(|y| *y < lines.height) else { break };
        let here = at == grid.at;
        line::draw(paint::row(lines, y), buffer, view, &places, (row, here, grid));
        if here {
            let (words, tone) = words::under(row, grid, view);
            let below = paint::row(lines, y + 1);
            paint::write(buffer, below, places.name.0, 0, &words, view.look.tone(tone));
        }
        let below = paint::below(lines, y + 1 + u16::from(here));
        line::draw_cancelled(below, buffer, view, &places, &row.cancelled);
    }
    foot::draw(area, buffer, view, head, grid);
}

fn draw_head(area: Rect, buffer: &mut Buffer, view: &View, head: &Head<'_>) {
    let text = &view.text.session.sheet;
    let row = paint::row(area, 0);
    let day = head.report.session;
    let weekday = format::weekday(view.language(), day.weekday());
    let session = format!("{} {weekday} {}", text.session, format::day(day));
    let mark = if head.draft { format!(" · {}", text.draft) } else { String::new() };
    let left = format!("{session}{mark} · {}", head.report.village);
    let who = presence(head.presence, text);
    let right = format!("{}: ‹{who}› F7 ", text.attendance);
    let tone = if head.presence.is_none() { Tone::Warn } else { Tone::Strong };
    paint::write_right(buffer, row, 0, &right, view.look.tone(tone));
    let room = row.width.saturating_sub(paint::width(&right) + 3);
    paint::write(buffer, row, 1, 0, &paint::cut(&left, room), view.look.heading());
}

/// Who came, in words.
#[must_use]
pub const fn presence(presence: Option<Presence>, text: &Phrases) -> &'static str {
    match presence {
        None => text.not_chosen,
        Some(Presence::Leader) => text.leader,
        Some(Presence::Deputy) => text.deputy,
        Some(Presence::None) => text.nobody,
    }
}

fn draw_headings(row: Rect, buffer: &mut Buffer, view: &View, places: &Columns) {
    let text = &view.text.session.sheet;
    let style = view.look.heading();
    let mut put = |(x, width): (u16, u16), head: &str, right: bool| {
        paint::write(buffer, row, x, 0, &paint::pad(head, width, right), style);
    };
    put(places.no, text.number, true);
    put(places.name, text.name, false);
    put(places.due, text.due, true);
    put(places.interest, text.interest, true);
    put(places.savings, text.savings, true);
    put(places.note, text.note, false);
}
