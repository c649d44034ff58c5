//! Place 8: where the book lies, what is in it, and whether it is sound.

use crate::text::format;
use crate::ui::keymap::{Action, Binding, key};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[Binding::new(&[key('c')], Action::Own('c'), |t| t.frame.keys.check)];

/// The page.
pub struct BookPage {
    checked: Option<Result<Vec<String>, String>>,
}

impl BookPage {
    /// The page, nothing checked yet.
    #[must_use]
    pub const fn new() -> BookPage {
        BookPage { checked: None }
    }
}

impl Screen for BookPage {
    fn title(&self, view: &View) -> String {
        view.text.people.book.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        match action {
            Action::Own('c') => {
                self.checked = Some(view.check());
                Step::Stay
            }
            _ => Step::Ignored,
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let mut y = 1;
        for (label, value) in rows(view) {
            paint::write(buffer, area, 2, y, label, view.look.ground());
            paint::write(buffer, area, 24, y, &value, view.look.tone(Tone::Strong));
            y += 1;
        }
        let people = &view.text.people;
        y += 1;
        match &self.checked {
            None => paint::write(buffer, area, 2, y, people.not_checked, view.look.tone(Tone::Dim)),
            Some(Ok(found)) if found.is_empty() => {
                let text = format!("✓ {}", people.sound);
                paint::write(buffer, area, 2, y, &text, view.look.tone(Tone::Good));
            }
            Some(Ok(found)) => draw_found(paint::below(area, y), buffer, view, found),
            Some(Err(what)) => {
                draw_found(paint::below(area, y), buffer, view, std::slice::from_ref(what));
            }
        }
    }
}

fn rows(view: &View) -> Vec<(&'static str, String)> {
    let people = &view.text.people;
    let ledger = view.ledger();
    vec![
        (people.lies_at, view.book_lies_at()),
        (people.book_title, ledger.title.clone()),
        (people.groups, format::count(ledger.groups.len())),
        (people.members, format::count(ledger.members.len())),
        (people.loans, format::count(ledger.loans.len())),
        (people.visits, format::count(ledger.visits.len())),
        (people.rules, view.rules().map(|rules| rules.title.clone()).unwrap_or_default()),
    ]
}

fn draw_found(area: Rect, buffer: &mut Buffer, view: &View, found: &[String]) {
    let lines = found.iter().flat_map(|line| paint::wrap(line, area.width.saturating_sub(6)));
    for (line, y) in lines.zip(0..area.height) {
        let text = format!("✗ {line}");
        paint::write(buffer, area, 2, y, &text, view.look.tone(Tone::Bad));
    }
}
