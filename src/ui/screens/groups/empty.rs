//! What stands in an empty list of place 5: that it is empty, and how to fill it.

use super::Depth;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Says in an empty list what to do.
pub fn draw(depth: Depth, area: Rect, buffer: &mut Buffer, view: &View) {
    let empty = &view.text.entry.empty;
    let said: &[&str] = match depth {
        Depth::Groups if view.ledger().points.is_empty() => empty.book,
        Depth::Groups => empty.groups,
        Depth::Members => empty.members,
        Depth::Loans => empty.loans,
    };
    let mut y = 1;
    for (at, sentence) in said.iter().enumerate() {
        let tone = if at == 0 { Tone::Strong } else { Tone::Plain };
        for line in paint::wrap(sentence, area.width.saturating_sub(4)) {
            paint::write(buffer, area, 2, y, &line, view.look.tone(tone));
            y += 1;
        }
        y += u16::from(at == 0);
    }
}
