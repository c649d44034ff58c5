//! A screen: pure state that answers keys with a step and draws itself; and what it may look at.

use super::desk::Desk;
use super::keymap::{Action, Binding, Mode};
use super::look::Look;
use super::screens::Route;
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::{Rulebook, Shelf};
use crate::office::command::{Command, Done};
use crate::reports::Question;
use crate::text::{Language, Text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What a screen wants to happen after a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The screen has no use for the key: the frame does with it what it does everywhere.
    Ignored,
    /// Done with it; nothing else happens.
    Stay,
    /// Opens a screen on top of this one; Esc comes back.
    Go(Route),
    /// Opens a screen in the place of this one.
    Replace(Route),
    /// Leaves the screen; its draft is kept.
    Back,
    /// Throws the screen's draft away and leaves.
    Discard,
    /// Does a command; the screen then hears [`Screen::saved`] or [`Screen::refused`].
    Submit(Box<Command>),
    /// Asks a question; on yes the screen gets the action.
    Confirm {
        /// The question, with what will happen.
        question: String,
        /// What the screen gets on yes.
        action: Action,
    },
    /// Says one sentence in the message line.
    Notice(String),
    /// Says that something is wrong in the message line.
    Warning(String),
    /// Leaves the program.
    Quit,
}

impl Step {
    /// The step that does a command.
    #[must_use]
    pub fn submit(command: Command) -> Step {
        Step::Submit(Box::new(command))
    }
}

/// What a form keeps on disk until it is saved or thrown away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The form.
    pub kind: &'static str,
    /// Which one: a group and day, a loan.
    pub key: String,
    /// What was typed.
    pub json: String,
}

/// What a screen may look at: the book, the day, the language and the looks. Nothing in it changes
/// the book.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub(super) desk: &'a dyn Desk,
    /// What "today" is: alone decides what lies in the future.
    pub today: Day,
    /// The day asked about.
    pub as_of: Day,
    /// The phrases of the language chosen.
    pub text: &'static Text,
    /// The theme.
    pub look: Look,
    /// Whether names and ID numbers are hidden.
    pub hide_names: bool,
    /// Where the screen is drawn: what `draw` gets as its area.
    pub area: Rect,
}

impl<'a> View<'a> {
    /// The book.
    #[must_use]
    pub fn ledger(&self) -> &'a Ledger {
        self.desk.ledger()
    }

    /// The rulebooks.
    #[must_use]
    pub fn shelf(&self) -> &'a Shelf {
        self.desk.shelf()
    }

    /// The rulebook that governs the day asked about.
    #[must_use]
    pub fn rules(&self) -> Option<&'a Rulebook> {
        self.shelf().on(self.as_of)
    }

    /// A question to the whole book as of the day asked about, for the reports.
    #[must_use]
    pub fn question(&self) -> Question<'a> {
        Question::new(self.ledger(), self.shelf(), self.as_of)
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.text.language
    }

    /// What a form kept when it was left.
    #[must_use]
    pub fn draft(&self, kind: &str, key: &str) -> Option<String> {
        self.desk.draft(kind, key)
    }

    /// Where the book lies.
    #[must_use]
    pub fn book_lies_at(&self) -> String {
        self.desk.place()
    }

    /// What an integrity check finds; empty where all is well.
    ///
    /// # Errors
    /// What the machine said.
    pub fn check(&self) -> Result<Vec<String>, String> {
        self.desk.check()
    }

    /// A person's name, or its initials where names are hidden. Every name on a screen goes
    /// through here.
    #[must_use]
    pub fn name(&self, name: &str) -> String {
        if !self.hide_names {
            return name.to_owned();
        }
        let initials = name.split_whitespace().filter_map(|word| word.chars().next());
        initials.flat_map(|letter| letter.to_uppercase().chain(['.'])).collect()
    }

    /// A phone or ID number, or dots where names are hidden.
    #[must_use]
    pub fn number(&self, number: &str) -> String {
        if self.hide_names { "•".repeat(number.chars().count()) } else { number.to_owned() }
    }
}

/// One screen. It owns its fields and nothing else; it never talks to another screen.
pub trait Screen {
    /// Where one is, for the line above the screen.
    fn title(&self, view: &View) -> String;

    /// The screen's own keys, as they are now, in the order of the key bar.
    fn keys(&self) -> &'static [Binding] {
        &[]
    }

    /// Whether letters and digits are typed or are keys.
    fn mode(&self) -> Mode {
        Mode::Keys
    }

    /// Takes an action. Esc and everything else that is not answered goes to the frame by
    /// [`Step::Ignored`].
    fn on(&mut self, action: &Action, view: &View) -> Step;

    /// Draws it; changes nothing.
    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View);

    /// Reads its rows again: when it opens, after each command, when the language changes.
    fn refresh(&mut self, _view: &View) {}

    /// A command of this screen was refused: show each reason at the field that caused it, keep
    /// what was typed.
    fn refused(&mut self, _refusals: &[Refusal], _view: &View) {}

    /// A command of this screen was done.
    fn saved(&mut self, _done: &Done, _view: &View) -> Step {
        Step::Back
    }

    /// What to keep on disk; none where nothing was typed.
    fn draft(&self) -> Option<Draft> {
        None
    }

    /// Sentences for the help: what the columns mean, with formulas.
    fn explains(&self, _view: &View) -> Vec<String> {
        Vec::new()
    }
}
