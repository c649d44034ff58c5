//! How a cash count looks: notes, their sum beside the sheets', the difference in words.

use super::notes::{Cell, Notes};
use crate::domain::cash::{CashCount, NOTES};
use crate::domain::money::Dong;
use crate::reports::sheet::GroupSheet;
use crate::text::{format, spell};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What is counted, and against what.
pub struct Asked<'a> {
    /// The group's sheet.
    pub report: &'a GroupSheet,
    /// What its sheets come to; none where nothing is saved.
    pub sum: Option<Dong>,
    /// The count in the book.
    pub known: Option<&'a CashCount>,
    /// What is typed.
    pub notes: &'a Notes,
    /// What is said against a cell.
    pub refusal: Option<&'a (Cell, String)>,
}

/// The row of the first note.
const FIRST: u16 = 3;
/// The columns: note, how many, what they come to.
const COLUMNS: [(u16, u16); 3] = [(2, 10), (14, 8), (24, 17)];
/// Where labels of sums and words end.
const LABEL: u16 = 22;

fn row_of(cell: Cell) -> u16 {
    let change = FIRST + u16::try_from(NOTES.len()).unwrap_or(0);
    match cell {
        Cell::Note(at) => FIRST + u16::try_from(at).unwrap_or(0),
        Cell::Change => change,
        Cell::By => change + 4,
        Cell::Because => change + 5,
    }
}

/// The cell under a click.
#[must_use]
pub fn cell_at(area: Rect, column: u16, row: u16) -> Option<Cell> {
    let y = row.checked_sub(area.y).filter(|_| area.contains(Position::new(column, row)))?;
    (0..=Cell::LAST.number()).map(Cell::at).find(|cell| row_of(*cell) == y)
}

/// Draws it.
pub fn draw(area: Rect, buffer: &mut Buffer, view: &View, asked: &Asked<'_>) {
    draw_head(area, buffer, view, asked);
    draw_notes(area, buffer, view, asked);
    draw_sums(area, buffer, view, asked);
    draw_words(area, buffer, view, asked);
}

fn draw_head(area: Rect, buffer: &mut Buffer, view: &View, asked: &Asked<'_>) {
    let text = &view.text.session.cash;
    let report = asked.report;
    let money = format::money;
    let day = format::day(report.session);
    let session = format!("{} {day}", view.text.session.sheet.session);
    let said = match asked.sum {
        None => text.no_sheet.to_owned(),
        Some(sum) => money(sum),
    };
    let head = format!("{session} · {} {said}", text.to_hand_in);
    paint::write(buffer, area, 1, 0, &head, view.look.heading());
    let (said, tone) = match (asked.known, asked.sum) {
        (Some(known), Some(sum)) => {
            let by = known.by.as_deref().map(|by| view.name(by)).unwrap_or_default();
            let found = super::difference(known.difference(), view);
            let said = (text.known)(&money(known.counted), &found, &by);
            let again = if known.balances(sum) { text.replaces } else { text.changed };
            (format!("{said} {again}"), Tone::Warn)
        }
        _ => (text.how.to_owned(), Tone::Dim),
    };
    paint::write(buffer, area, 1, 1, &said, view.look.tone(tone));
}

fn draw_notes(area: Rect, buffer: &mut Buffer, view: &View, asked: &Asked<'_>) {
    let text = &view.text.session.cash;
    let heads = [text.note, text.count, text.comes_to];
    for (head, (x, width)) in heads.iter().zip(COLUMNS) {
        let head = paint::pad(head, width, true);
        paint::write(buffer, area, x, FIRST - 1, &head, view.look.heading());
    }
    let [(note_x, note_w), (count_x, count_w), (sum_x, sum_w)] = COLUMNS;
    for (at, (note, field)) in NOTES.iter().zip(&asked.notes.counts).enumerate() {
        let cell = Cell::Note(at);
        let y = row_of(cell);
        let here = asked.notes.at == cell;
        if here {
            paint::write(buffer, area, 0, y, "▸", view.look.heading());
        }
        let label = paint::pad(&format::whole(*note), note_w, true);
        paint::write(buffer, area, note_x, y, &label, view.look.ground());
        let row = paint::row(area, y);
        let place = Rect { x: row.x.saturating_add(count_x), width: count_w, ..row };
        field.draw(place.intersection(area), buffer, view, here);
        let sum = Dong::new(note * i64::from(asked.notes.count(at)));
        if sum.is_positive() {
            let sum = paint::pad(&format::amount(sum), sum_w, true);
            paint::write(buffer, area, sum_x, y, &sum, view.look.ground());
        }
    }
    let y = row_of(Cell::Change);
    let here = asked.notes.at == Cell::Change;
    if here {
        paint::write(buffer, area, 0, y, "▸", view.look.heading());
    }
    paint::write(buffer, area, note_x, y, text.change, view.look.ground());
    let row = paint::row(area, y);
    let place = Rect { x: row.x.saturating_add(sum_x), width: sum_w + 1, ..row };
    asked.notes.change.draw(place.intersection(area), buffer, view, here);
}

fn draw_sums(area: Rect, buffer: &mut Buffer, view: &View, asked: &Asked<'_>) {
    let text = &view.text.session.cash;
    let y = row_of(Cell::Change) + 1;
    let (sum_x, sum_w) = COLUMNS[2];
    let counted = asked.notes.counted();
    let label = |buffer: &mut Buffer, y: u16, label: &str| {
        paint::write(buffer, area, 2, y, label, view.look.tone(Tone::Dim));
    };
    let figure = |buffer: &mut Buffer, y: u16, sum: Dong| {
        let sum = paint::pad(&format::money(sum), sum_w + 2, true);
        paint::write(buffer, area, sum_x, y, &sum, view.look.tone(Tone::Strong));
    };
    label(buffer, y, text.counted);
    figure(buffer, y, counted);
    label(buffer, y + 1, text.expected);
    let Some(sum) = asked.sum else { return };
    figure(buffer, y + 1, sum);
    label(buffer, y + 2, text.difference);
    let difference = counted - sum;
    let (said, tone) = if !asked.notes.is_counted() {
        (text.not_counted.to_owned(), Tone::Dim)
    } else if difference.is_zero() {
        (format!("✓ {}", super::difference(difference, view)), Tone::Good)
    } else {
        let sign = if difference.is_positive() { "▲ +" } else { "▼ −" };
        let amount = if difference.is_positive() { difference } else { -difference };
        let words = spell::spell(view.language(), amount);
        let found = super::difference(difference, view);
        (format!("{sign}{} · {found} ({words})", format::amount(amount)), Tone::Bad)
    };
    paint::write(buffer, area, LABEL, y + 2, &said, view.look.tone(tone));
}

fn draw_words(area: Rect, buffer: &mut Buffer, view: &View, asked: &Asked<'_>) {
    let text = &view.text.session.cash;
    let differs = asked.sum.is_some_and(|sum| asked.notes.counted() != sum);
    let needed = if differs && asked.notes.is_counted() { " *" } else { "" };
    let words =
        [(Cell::By, text.by, &asked.notes.by), (Cell::Because, text.because, &asked.notes.because)];
    for (cell, label, field) in words {
        let y = row_of(cell);
        let here = asked.notes.at == cell;
        if here {
            paint::write(buffer, area, 0, y, "▸", view.look.heading());
        }
        let label = format!("{label}{needed}");
        paint::write(buffer, area, 2, y, &label, view.look.ground());
        let row = paint::row(area, y);
        let width = row.width.saturating_sub(LABEL + 1).min(56);
        let place = Rect { x: row.x.saturating_add(LABEL), width, ..row }.intersection(area);
        if cell == Cell::By && !here {
            let shown = view.name(field.text());
            let shown = crate::ui::widgets::text_field::TextField::with(&shown);
            shown.draw(place, buffer, view, false, false);
        } else {
            field.draw(place, buffer, view, here, false);
        }
    }
    let y = row_of(Cell::LAST) + 1;
    if let Some((_, said)) = asked.refusal {
        paint::write(buffer, area, 2, y, &format!("✗ {said}"), view.look.tone(Tone::Bad));
    } else if asked.notes.at == Cell::Change {
        let (echo, wrong) = asked.notes.change.echo(view);
        let tone = if wrong { Tone::Bad } else { Tone::Dim };
        paint::write(buffer, area, 2, y, &echo, view.look.tone(tone));
    }
}
