//! Place 8: where the book lies, what is in it, and whether it is sound.

use super::Route;
use crate::domain::retention::OLD_AFTER;
use crate::domain::rulebook::Listed;
use crate::office::{BackupCopy, Fault};
use crate::text::{backups, format, rulebooks, troubles};
use crate::ui::keymap::{Action, Binding, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.backups.key_copies),
    Binding::new(&[key('b')], Action::Own('b'), |t| t.backups.key_back_up),
    Binding::new(&[key('d')], Action::Own('d'), |t| t.backups.key_elsewhere),
    Binding::new(&[key('c')], Action::Own('c'), |t| t.frame.keys.check),
];

/// The page.
pub struct BookPage {
    checked: Option<Vec<Fault>>,
    copies: Vec<BackupCopy>,
}

impl BookPage {
    /// The page, nothing checked yet.
    #[must_use]
    pub const fn new() -> BookPage {
        BookPage { checked: None, copies: Vec::new() }
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
            Action::Open => Step::Go(Route::Copies),
            Action::Own('b' | 'd') if !view.keeps_copies => {
                Step::Warning(view.text.backups.no_copies_here.to_owned())
            }
            Action::Own('b') => Step::BackUp(None),
            Action::Own('d') => Step::Go(Route::CopyElsewhere),
            _ => Step::Ignored,
        }
    }

    fn refresh(&mut self, view: &View) {
        self.copies = if view.keeps_copies { view.office().copies(false) } else { Vec::new() };
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.backups.explains.iter().map(|sentence| (*sentence).to_owned()).collect()
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let mut y = 1;
        let mut put = |label: &str, value: &str, tone: Tone| {
            paint::write(buffer, area, 2, y, label, view.look.ground());
            for line in paint::wrap(value, area.width.saturating_sub(25)) {
                paint::write(buffer, area, 24, y, &line, view.look.tone(tone));
                y += 1;
            }
        };
        // What a person has to see stands above what may not fit.
        if let Some((said, tone)) = self.last_copy(view) {
            put(view.text.backups.heading, &said, tone);
        }
        let people = &view.text.people;
        match &self.checked {
            None => put(people.checked, people.not_checked, Tone::Dim),
            Some(found) if found.is_empty() => {
                put(people.checked, &format!("✓ {}", people.sound), Tone::Good);
            }
            Some(found) => {
                draw_found(paint::below(area, y), buffer, view, found);
                return;
            }
        }
        for (label, value) in rows(view).into_iter().chain(rules(view)) {
            put(label, &value, Tone::Strong);
        }
    }
}

impl BookPage {
    /// The newest good copy in one line; none where the book keeps no copies.
    fn last_copy(&self, view: &View) -> Option<(String, Tone)> {
        let text = &view.text.backups;
        if !view.keeps_copies {
            return None;
        }
        let Some(last) = self.copies.iter().find(|copy| copy.good) else {
            return Some((format!("! {}", text.empty), Tone::Warn));
        };
        let days = view.days_since(last.taken);
        let (sign, tone) = if days > OLD_AFTER { ("! ", Tone::Warn) } else { ("", Tone::Strong) };
        let parts = [
            format!("{sign}{} ({})", text.age(days), last.taken.in_vietnam()),
            backups::size(last.bytes),
            text.verified.to_owned(),
            (text.count)(&format::count(self.copies.len())),
        ];
        Some((parts.join(" · "), tone))
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
