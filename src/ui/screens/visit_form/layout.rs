//! Where things stand in a 06/TD: households above, the current one's cells below, totals at the
//! foot; and how the cells are drawn.

use super::cells::ORDER;
use super::lines::Line;
use crate::domain::refusal::Field;
use crate::text::Text;
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::{paint, panel};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The title of the current line, its cells, its echo and two remarks.
const DETAIL: u16 = 1 + ROWS + 3;
/// Cells under each other: they stand in two columns.
const ROWS: u16 = 4;
/// The totals.
const FOOT: u16 = 2;
/// Columns that a label takes.
const LABEL: u16 = 18;

/// The parts of the form while its lines have the keyboard.
pub struct Places {
    /// The head in one line.
    pub summary: Rect,
    /// The households.
    pub list: Rect,
    /// The current household.
    pub detail: Rect,
    /// The totals.
    pub foot: Rect,
}

/// Shares out the area.
pub fn places(area: Rect) -> Places {
    let rest = paint::below(area, 1);
    let above_foot = paint::above(rest, FOOT);
    let list = paint::above(above_foot, DETAIL);
    Places {
        summary: paint::row(area, 0),
        list,
        detail: paint::below(above_foot, list.height),
        foot: paint::below(rest, above_foot.height),
    }
}

/// Where a cell stands: its label and what is typed.
fn cell_area(detail: Rect, at: usize) -> Rect {
    let inside = panel::inside(detail);
    let at = u16::try_from(at).unwrap_or(0);
    let half = inside.width / 2;
    let row = paint::row(inside, at % ROWS);
    let x = if at < ROWS { inside.x } else { inside.x + half };
    Rect { x, width: if at < ROWS { half } else { inside.width - half }, ..row }
}

/// The cell at a place on the terminal.
pub fn cell_at(detail: Rect, column: u16, row: u16) -> Option<usize> {
    (0..ORDER.len()).find(|at| cell_area(detail, *at).contains(Position::new(column, row)))
}

fn label(field: Field) -> fn(&Text) -> &'static str {
    match field {
        Field::Received => |t| t.visits.received_long,
        Field::BalanceSeen => |t| t.visits.balance_long,
        Field::RightUse => |t| t.visits.right_long,
        Field::WrongUse => |t| t.visits.wrong_long,
        Field::Unused => |t| t.visits.unused_long,
        Field::Effect => |t| t.visits.effect,
        Field::InterestSeen => |t| t.visits.interest_long,
        _ => |t| t.visits.note,
    }
}

/// Draws the current line: title, cells, what the active cell says in words or why it was refused,
/// and what is to be said at once.
pub fn draw_detail(
    area: Rect,
    buffer: &mut Buffer,
    view: &View,
    line: &Line,
    (cell, refusal): (usize, Option<&(Field, String)>),
) {
    let row = &line.row;
    let title = (view.text.visits.line_title)(
        line.no,
        &view.name(&row.name),
        &format::money(row.outstanding),
        &format::money(row.interest_arrears),
    );
    let inside = panel::titled(area, buffer, view, &title, false);
    for (at, field) in ORDER.into_iter().enumerate() {
        draw_cell(cell_area(area, at), buffer, view, (line, field), at == cell);
    }
    let said = paint::below(inside, ROWS);
    let active = ORDER.get(cell).copied().unwrap_or(Field::Received);
    let echo = line.cells.money(active).map(|money| money.echo(view)).unwrap_or_default();
    let (text, tone) = match (refusal, echo) {
        (Some((_, sentence)), _) => (format!("✗ {sentence}"), Tone::Bad),
        (None, (fault, true)) => (format!("✗ {fault}"), Tone::Bad),
        (None, (words, false)) => (words, Tone::Dim),
    };
    paint::write(buffer, said, 1, 0, &text, view.look.tone(tone));
    let mut remarks = line.remarks(view);
    remarks.truncate(2);
    if remarks.len() < 2 {
        remarks.push((line.about(view), Tone::Dim));
    }
    for ((remark, tone), y) in remarks.iter().zip(1..) {
        paint::write(buffer, said, 1, y, remark, view.look.tone(*tone));
    }
}

fn draw_cell(
    area: Rect,
    buffer: &mut Buffer,
    view: &View,
    (line, field): (&Line, Field),
    active: bool,
) {
    let mark = if active { "▸" } else { " " };
    let text = format!("{mark}{}", label(field)(view.text));
    paint::write(buffer, area, 0, 0, &paint::cut(&text, LABEL), view.look.ground());
    let room = area.width.saturating_sub(LABEL + 1);
    let place =
        |width: u16| Rect { x: area.x + LABEL, width: width.min(room), ..area }.intersection(area);
    match (line.cells.money(field), field) {
        (Some(money), _) => money.draw(place(18), buffer, view, active),
        (None, Field::Effect) => line.cells.effect.draw(place(22), buffer, view, active),
        (None, _) => line.cells.note.draw(place(60), buffer, view, active, false),
    }
}
