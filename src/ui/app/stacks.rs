//! Which screens are open in which place: opening one, coming back, going to another place.

use super::save::keep;
use super::{App, Entry};
use crate::domain::refusal::{Field, Refusal, Why};
use crate::text::refusals;
use crate::ui::look::Tone;
use crate::ui::screens::{self, Route};

/// What became of a screen that was to be left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// It is closed; nothing was typed in it.
    Closed,
    /// It is closed, and its draft is on disk.
    Kept,
    /// It is still open: its draft could not be kept.
    Open,
}

impl App {
    pub(super) fn push(&mut self, route: &Route) {
        if self.refuses(route) {
            return;
        }
        // what is typed elsewhere is on disk before another screen looks for it
        self.keep_drafts();
        if route.form().is_some() && self.goes_to_open_form(route) {
            return;
        }
        let view = self.settings.view();
        let mut screen = screens::open(route, &view);
        screen.refresh(&view);
        // a form that opens with its draft has it on disk already
        let kept = screen.draft();
        self.stacks.entry(self.place).or_default().push(Entry {
            route: route.clone(),
            screen,
            kept,
        });
    }

    /// Opens a screen in the place of the one on top.
    pub(super) fn replace(&mut self, route: &Route) {
        if !self.refuses(route) && self.pop() != Left::Open {
            self.push(route);
        }
    }

    /// In a book that is open for reading no form opens: what is typed could not be kept.
    fn refuses(&mut self, route: &Route) -> bool {
        let refused = self.settings.office.read_only() && route.form().is_some();
        if refused {
            let refusal = Refusal::at(Field::Whole, Why::ReadOnly);
            let sentence = refusals::sentence(self.settings.language, &refusal);
            self.message = Some((sentence, Tone::Bad));
        }
        refused
    }

    /// One form is open once: two of them would write over each other's draft. Goes to the one in
    /// which something is typed; one without is closed, for the new one to take its place.
    fn goes_to_open_form(&mut self, route: &Route) -> bool {
        let form = route.form();
        let found = self.stacks.iter().find_map(|(place, stack)| {
            let at = stack.iter().position(|entry| entry.route.form() == form)?;
            Some((*place, at))
        });
        let Some((place, at)) = found else { return false };
        let Some(stack) = self.stacks.get_mut(&place) else { return false };
        if stack.get(at).is_some_and(|entry| entry.screen.draft().is_none()) {
            stack.remove(at);
            return false;
        }
        self.place = place;
        while self.stacks.get(&place).is_some_and(|stack| stack.len() > at + 1) {
            if self.pop() == Left::Open {
                break;
            }
        }
        self.refresh();
        true
    }

    /// Takes the top screen away; its draft is kept. Where that fails it stays.
    fn pop(&mut self) -> Left {
        let now = self.now();
        let Some(stack) = self.stacks.get_mut(&self.place) else { return Left::Open };
        let Some(entry) = stack.last_mut() else { return Left::Open };
        match keep(entry, &self.settings.office, now) {
            Ok(()) => {
                let kept = entry.kept.is_some();
                stack.pop();
                if kept { Left::Kept } else { Left::Closed }
            }
            Err(error) => {
                self.say_failed(&error);
                Left::Open
            }
        }
    }

    pub(super) fn back(&mut self) {
        let text = &self.settings.language.text().frame;
        if self.stacks.get(&self.place).is_none_or(|stack| stack.len() < 2) {
            self.message = Some((text.quit_hint.to_owned(), Tone::Plain));
            return;
        }
        if self.pop() == Left::Kept {
            self.message = Some((text.draft_kept.to_owned(), Tone::Plain));
        }
        self.refresh_top();
    }

    /// The screen that one comes back to may show which forms are half typed.
    pub(super) fn refresh_top(&mut self) {
        let view = self.settings.view();
        let stack = self.stacks.get_mut(&self.place);
        if let Some(entry) = stack.and_then(|stack| stack.last_mut()) {
            entry.screen.refresh(&view);
        }
    }

    /// The screens of the place one is in read the book again; those of another place do so when
    /// one goes there, so that no key costs more than the screens it shows.
    pub(super) fn refresh(&mut self) {
        let view = self.settings.view();
        for entry in self.stacks.get_mut(&self.place).into_iter().flatten() {
            entry.screen.refresh(&view);
        }
    }

    pub(super) fn go_to_place(&mut self, number: u8) {
        let Some(route) = screens::place(number) else {
            let text = self.settings.language.text().frame.not_there_yet;
            self.message = Some((text.to_owned(), Tone::Plain));
            return;
        };
        if number == self.place {
            self.go_to_root();
        }
        // what is half typed where one comes from is to be seen where one goes
        self.keep_drafts();
        self.place = number;
        if self.stacks.get(&number).is_none_or(Vec::is_empty) {
            self.push(&route);
        } else {
            self.refresh();
        }
    }

    /// The same digit again goes to the root of the place.
    fn go_to_root(&mut self) {
        while self.stacks.get(&self.place).is_some_and(|stack| stack.len() > 1) {
            match self.pop() {
                Left::Closed => {}
                Left::Open => return,
                Left::Kept => {
                    let text = self.settings.language.text().frame.draft_kept;
                    self.message = Some((text.to_owned(), Tone::Plain));
                }
            }
        }
    }
}
