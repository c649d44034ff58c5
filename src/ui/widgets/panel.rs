//! A titled part of a screen, and how an area is shared out between parts side by side.

use super::paint;
use crate::ui::screen::View;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws a title with a rule behind it in the first row of an area and gives what is below it.
pub fn titled(area: Rect, buffer: &mut Buffer, view: &View, title: &str, active: bool) -> Rect {
    let rule = "─".repeat(usize::from(area.width));
    paint::write(buffer, area, 0, 0, &rule, view.look.line());
    let mark = if active { "▸ " } else { "" };
    if !title.is_empty() {
        let text = format!(" {mark}{title} ");
        let style = if active { view.look.place() } else { view.look.heading() };
        paint::write(buffer, area, 1, 0, &paint::cut(&text, area.width.saturating_sub(2)), style);
    }
    inside(area)
}

/// What is below the title of a panel.
#[must_use]
pub fn inside(area: Rect) -> Rect {
    paint::below(area, 1)
}

/// Shares an area out from left to right by weights, with one column between the parts.
#[must_use]
pub fn side_by_side<const N: usize>(area: Rect, weights: [u16; N]) -> [Rect; N] {
    let gaps = u16::try_from(N.saturating_sub(1)).unwrap_or(0);
    let room = area.width.saturating_sub(gaps);
    let all: u16 = weights.iter().sum::<u16>().max(1);
    let mut x = area.x;
    let mut before: u16 = 0;
    weights.map(|weight| {
        let from = u32::from(room) * u32::from(before) / u32::from(all);
        before += weight;
        let to = u32::from(room) * u32::from(before) / u32::from(all);
        let width = u16::try_from(to - from).unwrap_or(0);
        let left = area.right().saturating_sub(x);
        let part = Rect { x: x.min(area.right()), width: width.min(left), ..area };
        x = x.saturating_add(width).saturating_add(1);
        part
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_fill_the_area_with_one_column_between() {
        let parts = side_by_side(Rect::new(0, 0, 120, 10), [1, 1, 1]);
        let widths: Vec<u16> = parts.iter().map(|part| part.width).collect();
        assert_eq!(widths.iter().sum::<u16>() + 2, 120);
        let last = parts.last().expect("three parts");
        assert_eq!(last.x + last.width, 120);
        let none = side_by_side(Rect::new(0, 0, 1, 1), [1, 1, 1]);
        assert!(none.iter().all(|part| part.x + part.width <= 1));
    }
}
