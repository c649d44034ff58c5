//! Where the fields of a form stand, and how it is drawn.

use super::{Form, FormField};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The most rows that a refusal takes.
const REFUSAL_ROWS: usize = 3;

/// One field with the rows it takes.
struct Placed<'a> {
    at: usize,
    field: &'a FormField,
    /// The row of its input.
    y: u16,
    /// What stands under it.
    under: Vec<String>,
    tone: Tone,
}

impl Placed<'_> {
    /// Rows above its input.
    fn above(&self) -> usize {
        usize::from(self.field.heading.is_some())
    }

    /// All its rows.
    fn height(&self) -> usize {
        1 + self.above() + self.under.len()
    }
}

impl Form {
    /// The columns of the labels.
    fn label_width(&self, area: Rect, view: &View) -> u16 {
        let widths = self
            .fields
            .iter()
            .map(|field| paint::width((field.label)(view.text)) + u16::from(field.needed) * 2);
        widths.max().unwrap_or(0).min(area.width / 2) + 2
    }

    /// What stands under a field, with its tone.
    fn under(&self, at: usize, field: &FormField, area: Rect, view: &View) -> (Vec<String>, Tone) {
        let room = area.width.saturating_sub(self.label_width(area, view));
        if let Some(refusal) = &field.refusal {
            let said = format!("✗ {refusal}");
            if !self.tight {
                return (vec![said], Tone::Bad);
            }
            let mut lines = paint::wrap(&said, room);
            lines.truncate(REFUSAL_ROWS);
            return (lines, Tone::Bad);
        }
        let active = at == self.at && !self.away;
        let mut lines: Vec<String> = Vec::new();
        if active {
            lines.push(field.echo(view).0);
        } else if !self.tight {
            lines.push(String::new());
        }
        (lines, Tone::Dim)
    }

    /// The fields that fit, from the first that must be left out so that the active one is seen.
    fn placed(&self, area: Rect, view: &View) -> Vec<Placed<'_>> {
        let whole = self.whole_lines(area).len().max(1);
        let room = usize::from(area.height).saturating_sub(whole);
        let mut all: Vec<Placed<'_>> = Vec::new();
        for (at, field) in self.fields.iter().enumerate().filter(|(_, field)| !field.hidden) {
            let (under, tone) = self.under(at, field, area, view);
            all.push(Placed { at, field, y: 0, under, tone });
        }
        let upto = all.iter().position(|placed| placed.at >= self.at).unwrap_or(0);
        let rows_from = |first: usize| -> usize {
            all.iter().take(upto + 1).skip(first).map(Placed::height).sum()
        };
        let first = (0..upto).find(|first| rows_from(*first) <= room.max(1)).unwrap_or(upto);
        let mut y = 0;
        let mut placed = Vec::new();
        for one in all.into_iter().skip(first) {
            let (next, row) = (y + one.height(), y + one.above());
            if row >= usize::from(area.height) {
                break;
            }
            placed.push(Placed { y: u16::try_from(row).unwrap_or(u16::MAX), ..one });
            y = next;
        }
        placed
    }

    /// The row of each field that is seen, for clicks.
    pub(super) fn field_at(&self, area: Rect, row: u16, view: &View) -> Option<usize> {
        let y = row.checked_sub(area.y)?;
        self.placed(area, view).iter().find(|placed| placed.y == y).map(|placed| placed.at)
    }

    /// Rows that it takes, if there is room for all.
    #[must_use]
    pub fn height(&self, area: Rect, view: &View) -> u16 {
        let tall = Rect { height: u16::MAX, ..area };
        let last = self.placed(tall, view).pop();
        let rows = last.map(|placed| usize::from(placed.y) + 1 + placed.under.len());
        u16::try_from(rows.unwrap_or(0)).unwrap_or(u16::MAX)
    }

    /// What is wrong with the whole of it, in rows.
    fn whole_lines(&self, area: Rect) -> Vec<String> {
        let Some(whole) = &self.whole else { return Vec::new() };
        let said = format!("✗ {whole}");
        if !self.tight {
            return vec![said];
        }
        let mut lines = paint::wrap(&said, area.width);
        lines.truncate(REFUSAL_ROWS);
        lines
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let labels = self.label_width(area, view);
        for placed in self.placed(area, view) {
            let field = placed.field;
            if let (Some(heading), Some(y)) = (field.heading, placed.y.checked_sub(1)) {
                paint::write(buffer, area, 0, y, heading(view.text), view.look.heading());
            }
            let row = paint::row(area, placed.y);
            let active = placed.at == self.at && !self.away;
            let mark = if active { "▸" } else { " " };
            let star = if field.needed { " *" } else { "" };
            let label = format!("{mark}{}{star}", (field.label)(view.text));
            paint::write(buffer, row, 0, 0, &paint::cut(&label, labels), view.look.ground());
            let left = labels.min(row.width);
            let place = Rect { x: row.x + left, width: row.width - left, ..row };
            field.draw(place, buffer, view, active);
            for (line, y) in placed.under.iter().zip(placed.y + 1..) {
                paint::write(buffer, area, labels, y, line, view.look.tone(placed.tone));
            }
        }
        let whole = self.whole_lines(area);
        let from = area.height.saturating_sub(u16::try_from(whole.len()).unwrap_or(0));
        for (line, y) in whole.iter().zip(from..) {
            paint::write(buffer, area, 0, y, line, view.look.tone(Tone::Bad));
        }
    }
}
