//! The program behind the terminal: a stack of screens in each place, and what happens to a step.

mod backups;
mod idle;
mod save;
mod stacks;

use super::frame::{self, Around};
use super::keymap::{self, Action, Mode};
use super::look::{Look, Theme, Tone};
use super::overlay::{Overlay, Said};
use super::screen::{Draft, Screen, Step, View};
use super::screens::{self, Route};
use crate::domain::day::Day;
use crate::domain::stamp::Stamp;
use crate::office::Office;
use crate::text::Language;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use std::collections::BTreeMap;

/// What stays the same over all screens.
struct Settings {
    office: Office,
    clock: fn() -> Stamp,
    new_day: Option<fn() -> Day>,
    today: Day,
    as_of: Day,
    /// The day asked about is today, whatever day that is.
    as_of_follows: bool,
    language: Language,
    look: Look,
    hide_names: bool,
    who: String,
    demo: bool,
    size: Rect,
}

impl Settings {
    fn view(&self) -> View<'_> {
        View {
            office: &self.office,
            clock: self.clock,
            today: self.today,
            as_of: self.as_of,
            text: self.language.text(),
            look: self.look,
            hide_names: self.hide_names,
            keeps_copies: !self.demo && self.office.location().is_some(),
            area: frame::body(self.size),
        }
    }
}

/// A screen that is open, with what of it is on disk.
struct Entry {
    route: Route,
    screen: Box<dyn Screen>,
    kept: Option<Draft>,
}

/// The program.
pub struct App {
    settings: Settings,
    stacks: BTreeMap<u8, Vec<Entry>>,
    place: u8,
    overlay: Option<Overlay>,
    message: Option<(String, Tone)>,
    done: bool,
    /// The key at work came in a burst with others, as pasted text does.
    pasted: bool,
}

impl App {
    /// The program on an office, standing in the first place there is.
    #[must_use]
    pub fn new(office: Office, options: &super::UiOptions) -> App {
        let settings = Settings {
            office,
            clock: options.clock,
            today: options.today,
            new_day: options.new_day,
            as_of: options.as_of.unwrap_or(options.today),
            as_of_follows: options.as_of.is_none(),
            language: options.language,
            look: Look::new(options.theme),
            hide_names: false,
            who: options.who.clone(),
            demo: options.demo,
            size: Rect::new(0, 0, frame::LEAST.0, frame::LEAST.1),
        };
        let mut app = App {
            settings,
            stacks: BTreeMap::new(),
            place: 0,
            overlay: None,
            message: None,
            done: false,
            pasted: false,
        };
        // an empty book opens where it is filled
        let ledger = app.settings.office.ledger();
        let empty = ledger.groups.is_empty() && ledger.points.is_empty();
        let first = if empty { 5..=8 } else { 1..=8 };
        if let Some(first) = first.into_iter().find(|number| screens::place(*number).is_some()) {
            app.go_to_place(first);
        }
        app.say_read_only();
        app
    }

    /// Whether the program is to end.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.done
    }

    /// The language in force.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.settings.language
    }

    /// The office, to be asked by tests what is in the book.
    #[must_use]
    pub const fn office(&self) -> &Office {
        &self.settings.office
    }

    /// The clock's moment, for the loop.
    #[must_use]
    pub fn now(&self) -> Stamp {
        (self.settings.clock)()
    }

    /// Takes the terminal's size.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.settings.size = Rect::new(0, 0, width, height);
    }

    /// Takes a key. `pasted` where it came in a burst with others, as pasted text does: then Enter
    /// never saves.
    pub fn key(&mut self, event: KeyEvent, pasted: bool) {
        let action = match (&self.overlay, self.top()) {
            (Some(overlay), _) => keymap::action(event, overlay.mode(), overlay.keys()),
            (None, Some(screen)) => keymap::action(event, screen.mode(), screen.keys()),
            (None, None) => keymap::action(event, Mode::Keys, &[]),
        };
        // What can't be seen is not typed: a window too small takes nothing but the way out.
        let hidden = frame::too_small(self.settings.size);
        let action = action.filter(|action| !hidden || *action == Action::Leave);
        // No amount and no day has a question mark: there it asks for help, as everywhere.
        let asks = action == Some(Action::Type('?')) && self.overlay.is_none();
        let action = match self.top() {
            Some(top) if asks && !top.types_words() => Some(Action::Help),
            _ => action,
        };
        if let Some(action) = action {
            self.pasted = pasted && action == Action::Open;
            self.act(&action);
            self.pasted = false;
        }
    }

    /// Takes pasted text; on a screen where nothing is typed it does nothing.
    pub fn paste(&mut self, text: String) {
        let hidden = frame::too_small(self.settings.size) || self.overlay.is_some();
        if !hidden && self.top().is_some_and(|top| top.mode() == Mode::Typing) {
            self.act(&Action::Paste(text));
        }
    }

    /// Takes an action.
    pub fn act(&mut self, action: &Action) {
        if *action == Action::Leave {
            self.leave();
            return;
        }
        if self.overlay.is_some() {
            self.answer_overlay(action);
            return;
        }
        self.message = None;
        match action {
            Action::Place(number) => self.go_to_place(*number),
            Action::Find => {
                let stack = self.stacks.get(&self.place);
                let top = stack.and_then(|stack| stack.last());
                if top.is_none_or(|entry| entry.route != Route::Find) {
                    self.push(&Route::Find);
                }
            }
            Action::Help => self.open_help(),
            Action::Language => {
                self.settings.language = self.settings.language.other();
                self.refresh();
            }
            Action::HideNames => {
                self.settings.hide_names = !self.settings.hide_names;
                self.refresh();
            }
            Action::Theme => self.settings.look.theme = self.settings.look.theme.next(),
            Action::Quit => self.quit(),
            Action::StartJump => self.overlay = Some(Overlay::jump()),
            Action::Click { column, row } => {
                let (size, text) = (self.settings.size, self.settings.language.text());
                match frame::place_at(size, text, *column, *row) {
                    Some(number) => self.go_to_place(number),
                    None => self.pass_on(action),
                }
            }
            other => self.pass_on(other),
        }
    }

    /// The program ends; what was typed is kept.
    pub fn leave(&mut self) {
        self.keep_drafts();
        self.done = true;
    }

    /// Draws everything.
    pub fn draw(&self, buffer: &mut Buffer) {
        let size = buffer.area;
        let view = View { area: frame::body(size), ..self.settings.view() };
        buffer.set_style(size, view.look.ground());
        if frame::too_small(size) {
            frame::draw_too_small(size, buffer, view.text);
            return;
        }
        let stack = self.stacks.get(&self.place).map_or(&[][..], Vec::as_slice);
        let top = stack.last().map(|entry| &entry.screen);
        if let Some(screen) = top {
            screen.draw(view.area, buffer, &view);
        }
        let around = Around {
            who: &self.settings.who,
            place: self.place,
            path: stack.iter().map(|entry| entry.screen.title(&view)).collect(),
            keys: top.map_or(&[], |screen| screen.keys()),
            mode: top.map_or(Mode::Keys, |screen| screen.mode()),
            unsaved: self.has_drafts(),
            read_only: self.settings.office.read_only(),
            held_by: self.settings.office.held_by(),
            demo: self.settings.demo,
            message: self.message.as_ref().map(|(text, tone)| (text.as_str(), *tone)),
        };
        frame::draw(size, buffer, &view, &around);
        if let Some(overlay) = &self.overlay {
            overlay.draw(size, buffer, &view);
        }
    }

    fn top(&self) -> Option<&dyn Screen> {
        self.stacks.get(&self.place)?.last().map(|entry| &*entry.screen)
    }

    fn has_drafts(&self) -> bool {
        self.stacks.values().flatten().any(|entry| entry.screen.draft().is_some())
    }

    fn pass_on(&mut self, action: &Action) {
        let view = self.settings.view();
        let top = self.stacks.get_mut(&self.place).and_then(|stack| stack.last_mut());
        let Some(entry) = top else { return };
        let step = entry.screen.on(action, &view);
        match (step, action) {
            (Step::Ignored, Action::Back) => self.back(),
            (step, _) => self.take(step),
        }
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Ignored | Step::Stay => {}
            Step::Go(route) => self.push(&route),
            Step::Replace(route) => self.replace(&route),
            Step::Back => self.back(),
            Step::Discard => self.discard(),
            Step::Saying(text, step) => {
                self.take(*step);
                self.message = self.message.take().or(Some((text, Tone::Good)));
            }
            Step::Submit(_) | Step::SubmitAll(_) if self.pasted => {
                let text = self.settings.language.text().frame.pasted_enter;
                self.message = Some((text.to_owned(), Tone::Warn));
            }
            Step::Submit(command) => self.submit(*command),
            Step::BackUp(to) => self.back_up(to.as_deref()),
            Step::Restore(copy) => self.restore(&copy),
            Step::SubmitAll(commands) => self.submit_all(commands),
            Step::Confirm { question, action } => {
                self.overlay = Some(Overlay::confirm(question, action));
            }
            Step::Notice(text) => self.message = Some((text, Tone::Good)),
            Step::Warning(text) => self.message = Some((text, Tone::Warn)),
        }
    }

    fn quit(&mut self) {
        if self.has_drafts() {
            let question = self.settings.language.text().frame.quit_question.to_owned();
            self.overlay = Some(Overlay::confirm(question, Action::Leave));
        } else {
            self.leave();
        }
    }

    fn open_help(&mut self) {
        let view = self.settings.view();
        let help = self.top().map(|screen| Overlay::help(screen, &view));
        self.overlay = help;
    }

    fn answer_overlay(&mut self, action: &Action) {
        let Some(overlay) = &mut self.overlay else { return };
        match overlay.on(action) {
            Said::Nothing => {}
            Said::Close => self.overlay = None,
            Said::Act(action) => {
                self.overlay = None;
                match action {
                    Action::Leave => self.leave(),
                    other => self.pass_on(&other),
                }
            }
        }
    }

    /// The theme in force.
    #[must_use]
    pub const fn theme(&self) -> Theme {
        self.settings.look.theme
    }
}

#[cfg(test)]
mod tests;
