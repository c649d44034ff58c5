//! Place 8: where the book lies, what is in it, and whether it is sound.

use crate::domain::rulebook::Listed;
use crate::office::Fault;
use crate::text::{format, rulebooks, troubles};
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
        for (label, value) in rows(view).into_iter().chain(rules(view)) {
            paint::write(buffer, area, 2, y, label, view.look.ground());
            for line in paint::wrap(&value, area.width.saturating_sub(25)) {
                paint::write(buffer, area, 24, y, &line, view.look.tone(Tone::Strong));
                y += 1;
            }
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
    ]
}

/// The rulebook in force, where its figures come from and how sure they are; and the others.
fn rules(view: &View) -> Vec<(&'static str, String)> {
    let people = &view.text.people;
    let language = view.language();
    let Some(rules) = view.rules() else { return Vec::new() };
    let shelf = view.shelf();
    let titled = |title: &str| if title.is_empty() { people.untitled } else { title }.to_owned();
    let origin = rulebooks::origin(language, shelf.origin());
    let from = (people.rules_from)(rules.effective_from);
    let mut rows = vec![
        (people.rules, format!("{} ({from}; {origin})", titled(&rules.title))),
        ("", rulebooks::verified(language, rules.verified).to_owned()),
    ];
    if !rules.source.is_empty() {
        rows.push((people.rules_source, rules.source.clone()));
    }
    let in_force =
        |one: &&Listed| one.origin == shelf.origin() && one.effective_from == rules.effective_from;
    let others = shelf.listed().iter().filter(|one| !in_force(one));
    for (at, one) in others.enumerate() {
        let label = if at == 0 { people.other_rules } else { "" };
        let origin = rulebooks::origin(language, one.origin);
        let from = (people.rules_from)(one.effective_from);
        rows.push((label, format!("{} ({from}; {origin})", titled(&one.title))));
    }
    rows
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
