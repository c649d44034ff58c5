//! A box over the screen: a question, or the help.

use super::paint;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear, Widget};

/// Draws a box of lines in the middle of an area, from line `from` on where they do not all fit.
pub fn draw(
    area: Rect,
    buffer: &mut Buffer,
    view: &View,
    (title, foot): (&str, &str),
    lines: &[String],
    from: usize,
) {
    let widest = lines.iter().map(|line| paint::width(line)).max().unwrap_or(0);
    let width = (widest.max(paint::width(title)).max(paint::width(foot)) + 6).min(area.width);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(4).min(area.height);
    let place = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
    .intersection(buffer.area);
    if place.width < 4 || place.height < 3 {
        return;
    }
    Clear.render(place, buffer);
    buffer.set_style(place, view.look.ground());
    let block = Block::bordered().border_style(view.look.heading());
    let inside = block.inner(place);
    block.render(place, buffer);
    let heading = format!(" {title} ");
    paint::write(buffer, place, 2, 0, &paint::cut(&heading, width - 3), view.look.heading());
    let text = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    let body = paint::above(text, 1);
    for (line, y) in lines.iter().skip(from.min(last_start(lines.len(), body.height))).zip(0..) {
        if y >= body.height {
            break;
        }
        paint::write(buffer, body, 0, y, line, view.look.ground());
    }
    let shown = usize::from(body.height) + from.min(last_start(lines.len(), body.height));
    if text.height > 0 && shown < lines.len() {
        let more = view.text.frame.more_lines;
        paint::write(buffer, text, 0, text.height - 1, more, view.look.tone(Tone::Warn));
    }
    if text.height > 0 {
        paint::write_right(buffer, text, text.height - 1, foot, view.look.heading());
    }
}

/// The last line from which a box of that height is still full.
#[must_use]
pub fn last_start(lines: usize, height: u16) -> usize {
    lines.saturating_sub(usize::from(height))
}
