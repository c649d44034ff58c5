//! Place 7: says honestly that improvement plans come later.

use crate::ui::keymap::Action;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The page.
pub struct Plans;

impl Screen for Plans {
    fn title(&self, view: &View) -> String {
        view.text.people.plans.to_owned()
    }

    fn on(&mut self, _action: &Action, _view: &View) -> Step {
        Step::Ignored
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let lines = paint::wrap(view.text.people.plans_later, area.width.saturating_sub(4));
        for (line, y) in lines.iter().zip(1..) {
            paint::write(buffer, area, 2, y, line, view.look.ground());
        }
    }
}
