//! How one line of a sheet looks, with what of it was taken back below it.

use super::Columns;
use crate::domain::money::Dong;
use crate::text::format;
use crate::text::parse::MoneyFault;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::session::sheet::grid::Grid;
use crate::ui::screens::session::sheet::row::{Cancelled, Col, Row};
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// Draws a member's line.
pub(super) fn draw(
    area: Rect,
    buffer: &mut Buffer,
    view: &View,
    places: &Columns,
    (row, active, grid): (&Row, bool, &Grid),
) {
    let text = &view.text.session.sheet;
    let look = view.look;
    let plain = if row.saved { look.tone(Tone::Dim) } else { look.ground() };
    let strong = if active { look.tone(Tone::Strong) } else { plain };
    if active {
        paint::write(buffer, area, 0, 0, "▸", look.heading());
    }
    let mut put = |(x, width): (u16, u16), said: &str, right: bool, style| {
        paint::write(buffer, area, x, 0, &paint::pad(said, width, right), style);
    };
    put(places.no, &row.line.no.to_string(), true, plain);
    put(places.name, &view.name(&row.line.name), false, strong);
    let due = if row.line.has_loan { format::amount(row.line.due) } else { "–".to_owned() };
    put(places.due, &due, true, plain);
    if row.note.text().is_empty() {
        let left = row.line.left.then_some(text.has_left);
        let said = row.said_note().or(left).unwrap_or_default();
        put(places.note, said, false, look.tone(Tone::Dim));
    }
    let here = |col| active && grid.col == col;
    let savings = row.line.savings - row.line.withdrawn;
    let of_book = [(Col::Interest, row.line.interest), (Col::Savings, savings)];
    for (col, recorded) in of_book {
        let (x, width) = if col == Col::Interest { places.interest } else { places.savings };
        let place = Rect { x: area.x + x, width, ..area }.intersection(area);
        draw_amount(place, buffer, view, (row, col, recorded), (here(col), grid.fresh));
    }
    let (x, width) = places.note;
    let place = Rect { x: area.x.saturating_add(x), width, ..area }.intersection(area);
    if here(Col::Note) && !row.saved && (!row.note.text().is_empty() || row.said_note().is_none()) {
        row.note.draw(place, buffer, view, true, false);
    } else if !row.note.is_blank() {
        paint::write(buffer, place, 0, 0, row.note.text(), plain);
    }
}

/// An amount as typed; where nothing is typed, what the book has already.
fn draw_amount(
    place: Rect,
    buffer: &mut Buffer,
    view: &View,
    (row, col, recorded): (&Row, Col, Dong),
    (here, fresh): (bool, bool),
) {
    let Some(field) = row.money(col) else { return };
    let look = view.look;
    if here && !fresh && !row.saved {
        field.draw(place, buffer, view, true);
        return;
    }
    let (said, tone) = match (field.text(), row.fault(col)) {
        ("", _) if !recorded.is_zero() => (format!("✓ {}", format::amount(recorded)), Tone::Good),
        ("", _) if row.said_zero(col) => ("✓ 0".to_owned(), Tone::Good),
        (typed, Some(MoneyFault::Small(_))) => (format!("? {typed}"), Tone::Warn),
        (typed, Some(_)) if !typed.is_empty() => (format!("✗ {typed}"), Tone::Bad),
        (typed, _) => (typed.to_owned(), Tone::Plain),
    };
    let bad = row.refusal.as_ref().is_some_and(|(at, _)| *at == col);
    let said = if bad { format!("✗ {said}") } else { said };
    let tone = if bad { Tone::Bad } else { tone };
    let style = if here { look.field_active() } else { look.tone(tone) };
    // one column stays free where the caret would stand
    let said = paint::pad(&format!("{said} "), place.width, true);
    paint::write(buffer, place, 0, 0, &said, style);
}

/// Draws what was taken back of a line, struck out, with why.
pub(super) fn draw_cancelled(
    area: Rect,
    buffer: &mut Buffer,
    view: &View,
    places: &Columns,
    cancelled: &[Cancelled],
) {
    let dim = view.look.tone(Tone::Dim);
    let struck = dim.add_modifier(Modifier::CROSSED_OUT);
    for (gone, y) in cancelled.iter().zip(0..area.height) {
        let (x, width) = places.name;
        let said = format!("  ↳ {}", view.text.session.sheet.cancelled);
        paint::write(buffer, area, x, y, &paint::cut(&said, width), dim);
        let amounts = [(places.interest, gone.interest), (places.savings, gone.savings)];
        for ((x, width), amount) in amounts.into_iter().filter(|(_, amount)| !amount.is_zero()) {
            let text = format!("✗ {}", format::amount(amount));
            // one column stays free where the caret would stand
            let from = (x + width).saturating_sub(paint::width(&text) + 1);
            paint::write(buffer, area, from, y, &text, struck);
        }
        let (x, width) = places.note;
        paint::write(buffer, area, x, y, &paint::cut(&gone.why, width), dim);
    }
}
