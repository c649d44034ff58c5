//! How a sheet looks: its head, a line for each member, the words under the cursor, the totals.

use super::grid::Grid;
use super::row::{Col, Row};
use crate::domain::ledger::Presence;
use crate::domain::money::Dong;
use crate::reports::sheet::GroupSheet;
use crate::text::parse::MoneyFault;
use crate::text::session::Sheet as Phrases;
use crate::text::{format, refusals, spell};
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
    u16::try_from(at.checked_sub(from)? + below_words).ok()
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
        draw_line(paint::row(lines, y), buffer, view, &places, (row, at == grid.at, grid));
        if at == grid.at {
            let (words, tone) = words(row, grid, view);
            let below = paint::row(lines, y + 1);
            paint::write(buffer, below, places.name.0, 0, &words, view.look.tone(tone));
        }
    }
    draw_foot(area, buffer, view, head, grid);
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

fn draw_line(
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
    let of_book = [(Col::Interest, row.line.interest), (Col::Savings, row.line.savings)];
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
        ("", _) if recorded.is_positive() => {
            (format!("✓ {}", format::amount(recorded)), Tone::Good)
        }
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

/// What stands under the cursor's line: a refusal, a question, or the amount in words and what it
/// means beside what is due.
fn words(row: &Row, grid: &Grid, view: &View) -> (String, Tone) {
    let text = &view.text.session.sheet;
    if let Some((_, said)) = row.refusal.as_ref().filter(|(col, _)| *col == grid.col) {
        return (format!("✗ {said}"), Tone::Bad);
    }
    if row.saved {
        return (text.closed.to_owned(), Tone::Dim);
    }
    match row.fault(grid.col) {
        Some(MoneyFault::Small(number)) if grid.asked => ((text.small)(number), Tone::Warn),
        Some(fault @ MoneyFault::Small(_)) => {
            (refusals::money_fault(view.language(), &fault), Tone::Dim)
        }
        Some(fault) if row.money(grid.col).is_some_and(|field| !field.text().is_empty()) => {
            (format!("✗ {}", refusals::money_fault(view.language(), &fault)), Tone::Bad)
        }
        _ => meaning(row, grid.col, view),
    }
}

fn meaning(row: &Row, col: Col, view: &View) -> (String, Tone) {
    let text = &view.text.session.sheet;
    let recorded = match col {
        Col::Interest => row.line.interest,
        Col::Savings => row.line.savings,
        Col::Note => return (String::new(), Tone::Dim),
    };
    let mut parts = Vec::new();
    let mut tone = Tone::Dim;
    if recorded.is_positive() {
        parts.push((text.already)(&format::money(recorded)));
    } else if row.said_zero(col) {
        parts.push(text.asked.to_owned());
    }
    let amount = row.amount(col);
    if let Some(amount) = amount {
        parts.push(spell::spell(view.language(), amount));
    }
    if col == Col::Interest && !row.line.has_loan {
        parts.push(text.no_loan.to_owned());
        tone = if amount.is_some_and(Dong::is_positive) { Tone::Warn } else { Tone::Dim };
    } else if let (Col::Interest, Some(amount)) = (col, amount) {
        let over = amount - row.line.left_to_pay;
        if over.is_positive() {
            parts.push((text.prepaid)(&format::money(over)));
            tone = Tone::Warn;
        } else if over.is_zero() {
            parts.push(text.in_full.to_owned());
        } else {
            parts.push((text.short)(&format::money(-over)));
            tone = Tone::Warn;
        }
    }
    (parts.join(" · "), tone)
}

fn draw_foot(area: Rect, buffer: &mut Buffer, view: &View, head: &Head<'_>, grid: &Grid) {
    let text = &view.text.session.sheet;
    let foot = paint::below(area, area.height.saturating_sub(BELOW));
    let rule = "─".repeat(usize::from(area.width));
    paint::write(buffer, foot, 0, 0, &rule, view.look.line());
    if let Some(refusal) = head.refusal {
        let said = format!(" ✗ {refusal} ");
        paint::write(buffer, foot, 1, 0, &said, view.look.tone(Tone::Bad));
    } else if head.report.session > view.today {
        let said = format!(" ! {} ", (text.not_yet)(&format::day(head.report.session)));
        paint::write(buffer, foot, 1, 0, &said, view.look.tone(Tone::Warn));
    }
    let [first, second] = totals(view, head.report, grid);
    paint::write(buffer, foot, 1, 1, &first, view.look.ground());
    paint::write(buffer, foot, 1, 2, &second, view.look.tone(Tone::Strong));
}

/// What the lines add up to: what is typed, or, where nothing is, what is recorded.
fn totals(view: &View, report: &GroupSheet, grid: &Grid) -> [String; 2] {
    let text = &view.text.session.sheet;
    let money = format::money;
    let all = grid.rows.len();
    let due = (text.total_due)(all, &money(report.due()));
    let (was_interest, was_savings) = (report.interest(), report.savings());
    let was = was_interest + was_savings;
    let lines = grid.recorded();
    if grid.is_empty() && (was.is_positive() || lines > 0) {
        let said = (text.recorded_money)(&money(was_interest), &money(was_savings), &money(was));
        let due = if lines > 0 { format!("{due} · {}", (text.lines)(lines, all)) } else { due };
        return [due, said];
    }
    let typed = grid.rows.iter().filter(|row| !row.is_empty()).count();
    let mut first = format!("{due} · {}", (text.total_typed)(typed, all));
    if was.is_positive() {
        first = format!("{first} · {}", (text.recorded_before)(&money(was)));
    }
    let (interest, savings) = (grid.sum(Col::Interest), grid.sum(Col::Savings));
    let said = (text.total_money)(&money(interest), &money(savings));
    [first, format!("{said} · {}", (text.cash)(&money(interest + savings)))]
}
