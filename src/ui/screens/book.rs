//! Place 8: where the book lies, what is in it, and whether it is sound.

use crate::office::Fault;
use crate::text::{format, troubles};
use crate::ui::keymap::{Action, Binding, key};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[Binding::new(&[key('c')], Action::Own('c'), |t| t.frame.keys.check)];

/// The page.
pub struct BookPage {
    checked: Option<Vec<Fault>>,
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
                self.checked = Some(view.office().verify());
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
            Some(found) if found.is_empty() => {
                let text = format!("✓ {}", people.sound);
                paint::write(buffer, area, 2, y, &text, view.look.tone(Tone::Good));
            }
            Some(found) => draw_found(paint::below(area, y), buffer, view, found),
        }
    }
}

fn rows(view: &View) -> Vec<(&'static str, String)> {
    let people = &view.text.people;
    let ledger = view.ledger();
    vec![
        (people.lies_at, lies_at(view)),
        (people.book_title, ledger.title.clone()),
        (people.groups, format::count(ledger.groups.len())),
        (people.members, format::count(ledger.members.len())),
        (people.loans, format::count(ledger.loans.len())),
        (people.visits, format::count(ledger.visits.len())),
        (people.rules, view.rules().map(|rules| rules.title.clone()).unwrap_or_default()),
    ]
}

fn lies_at(view: &View) -> String {
    let place = view.office().location();
    place.map_or_else(|| view.text.people.in_memory.to_owned(), |path| path.display().to_string())
}

fn draw_found(area: Rect, buffer: &mut Buffer, view: &View, found: &[Fault]) {
    let lines = found.iter().flat_map(|fault| {
        paint::wrap(&troubles::book_fault(view.language(), fault), area.width.saturating_sub(6))
    });
    for (line, y) in lines.zip(0..area.height) {
        let text = format!("✗ {line}");
        paint::write(buffer, area, 2, y, &text, view.look.tone(Tone::Bad));
    }
}
