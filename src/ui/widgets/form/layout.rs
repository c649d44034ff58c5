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
        usize::from(self.field.rows()) + self.above() + self.under.len()
    }
}

/// What of a form is seen.
struct Seen<'a> {
    fields: Vec<Placed<'a>>,
    /// How many fields are above those.
    above: usize,
    /// How many are below.
    below: usize,
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
            let said = field.echo(view).0;
            let wrapped = paint::wrap(&said, room);
            if self.tight && wrapped.len() > 1 {
                lines.extend(wrapped.into_iter().take(REFUSAL_ROWS));
            } else {
                lines.push(said);
            }
        } else if !self.tight {
            lines.push(String::new());
        }
        (lines, Tone::Dim)
    }

    /// The fields that fit, from the first that must be left out so that the active one is seen.
    /// Where not all fit, a row above and one below are kept to say so.
    fn placed(&self, area: Rect, view: &View) -> Seen<'_> {
        let mut all: Vec<Placed<'_>> = Vec::new();
        for (at, field) in self.fields.iter().enumerate().filter(|(_, field)| !field.hidden) {
            let (under, tone) = self.under(at, field, area, view);
            all.push(Placed { at, field, y: 0, under, tone });
        }
        let whole = self.whole_lines(area).len();
        let rows: usize = all.iter().map(Placed::height).sum();
        let height = usize::from(area.height);
        let all_fit = rows + whole <= height;
        let room = if all_fit { height } else { height.saturating_sub(whole.max(1)) };
        let upto = all.iter().position(|placed| placed.at >= self.at).unwrap_or(0);
        let rows_from = |first: usize| -> usize {
            let rows: usize = all.iter().take(upto + 1).skip(first).map(Placed::height).sum();
            rows + usize::from(first > 0)
        };
        let first = (0..upto).find(|first| rows_from(*first) <= room.max(1)).unwrap_or(upto);
        let (count, mut y) = (all.len(), usize::from(first > 0));
        let mut fields: Vec<Placed<'_>> = Vec::new();
        for one in all.into_iter().skip(first) {
            let (next, row) = (y + one.height(), y + one.above());
            // the active one is seen in part rather than not at all
            let cut = next > room && one.at != self.at;
            if cut || row >= height {
                break;
            }
            fields.push(Placed { y: u16::try_from(row).unwrap_or(u16::MAX), ..one });
            y = next;
        }
        let below = count.saturating_sub(first + fields.len());
        Seen { fields, above: first, below }
    }

    /// The row of each field that is seen, for clicks.
    pub(super) fn field_at(&self, area: Rect, row: u16, view: &View) -> Option<usize> {
        let y = row.checked_sub(area.y)?;
        let seen = self.placed(area, view).fields;
        let hit = |placed: &&Placed<'_>| (placed.y..placed.y + placed.field.rows()).contains(&y);
        seen.iter().find(hit).map(|placed| placed.at)
    }

    /// Rows that it takes, if there is room for all.
    #[must_use]
    pub fn height(&self, area: Rect, view: &View) -> u16 {
        let tall = Rect { height: u16::MAX, ..area };
        let last = self.placed(tall, view).fields.pop();
        let below = |placed: &Placed<'_>| usize::from(placed.field.rows()) + placed.under.len();
        let rows = last.map(|placed| usize::from(placed.y) + below(&placed));
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

    /// Says how many fields are above and below those that are seen.
    fn draw_more(
        &self,
        area: Rect,
        buffer: &mut Buffer,
        view: &View,
        (above, below): (usize, usize),
    ) {
        let style = view.look.tone(Tone::Warn);
        let frame = &view.text.frame;
        if above > 0 {
            paint::write(buffer, area, 1, 0, &(frame.more_above)(above), style);
        }
        if below > 0 && self.whole.is_none() {
            let last = area.height.saturating_sub(1);
            paint::write(buffer, area, 1, last, &(frame.more_below)(below), style);
        }
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let labels = self.label_width(area, view);
        let seen = self.placed(area, view);
        self.draw_more(area, buffer, view, (seen.above, seen.below));
        for placed in seen.fields {
            let field = placed.field;
            if let (Some(heading), Some(y)) = (field.heading, placed.y.checked_sub(1)) {
                paint::write(buffer, area, 0, y, heading(view.text), view.look.heading());
            }
            let rows = field.rows();
            let row = Rect { height: rows, ..paint::row(area, placed.y) }.intersection(area);
            let active = placed.at == self.at && !self.away;
            let mark = if active { "▸" } else { " " };
            let star = if field.needed { " *" } else { "" };
            let label = format!("{mark}{}{star}", (field.label)(view.text));
            paint::write(buffer, row, 0, 0, &paint::cut(&label, labels), view.look.ground());
            let left = labels.min(row.width);
            let place = Rect { x: row.x + left, width: row.width - left, ..row };
            field.draw(place, buffer, view, active);
            for (line, y) in placed.under.iter().zip(placed.y + rows..) {
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
