//! A screen: pure state that answers keys with a step and draws itself; and what it may look at.

use super::keymap::{Action, Binding, Mode};
use super::look::Look;
use super::screens::Route;
use crate::domain::day::Day;
use crate::domain::ids::FactId;
use crate::domain::ledger::Ledger;
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::{Rulebook, Shelf};
use crate::domain::stamp::Stamp;
use crate::office::command::{Command, Done};
use crate::office::{self, Office};
use crate::reports::Question;
use crate::text::{Language, Text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::PathBuf;

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
    /// Makes a copy of the book, in a folder where one is given.
    BackUp(Option<PathBuf>),
    /// Puts a copy in the place of the book.
    Restore(PathBuf),
    /// Does several commands, all or none; the screen hears of them as of one, whose id is the
    /// last one's.
    SubmitAll(Vec<Command>),
    /// Asks a question; on yes the screen gets the action.
    Confirm {
        /// The question, with what will happen.
        question: String,
        /// What the screen gets on yes.
        action: Action,
    },
    /// Says one sentence in the message line.
    Notice(String),
    /// Does something and says one sentence in the message line.
    Saying(String, Box<Step>),
    /// Says that something is wrong in the message line.
    Warning(String),
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
    pub(super) office: &'a Office,
    pub(super) clock: fn() -> Stamp,
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
    /// Whether the book is one of which copies are kept: a file, and none for trying.
    pub keeps_copies: bool,
    /// Where the screen is drawn: what `draw` gets as its area.
    pub area: Rect,
}

impl<'a> View<'a> {
    /// The book.
    #[must_use]
    pub fn ledger(&self) -> &'a Ledger {
        self.office.ledger()
    }

    /// The rulebooks.
    #[must_use]
    pub fn shelf(&self) -> &'a Shelf {
        self.office.shelf()
    }

    /// The rulebook that governs the day asked about.
    #[must_use]
    pub fn rules(&self) -> Option<&'a Rulebook> {
        self.shelf().on(self.as_of)
    }

    /// A question to the whole book as of the day asked about, for the reports.
    #[must_use]
    pub fn question(&self) -> Question<'a> {
        Question::new(self.ledger(), self.shelf(), self.as_of).remembering(self.office.remembered())
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.text.language
    }

    /// The office, to look things up that the ledger does not hold: payments with their receipts,
    /// sheets, drafts. Nothing can be changed through it.
    #[must_use]
    pub const fn office(&self) -> &'a Office {
        self.office
    }

    /// How many days ago a moment was, by a calendar in Việt Nam.
    #[must_use]
    pub fn days_since(&self, then: Stamp) -> i64 {
        then.day_in_vietnam().days_until((self.clock)().day_in_vietnam())
    }

    /// What a form kept when it was left; none where it can't be read.
    #[must_use]
    pub fn draft(&self, kind: &str, key: &str) -> Option<String> {
        self.office.draft(kind, key).ok().flatten()
    }

    /// A new id, made when a form opens, so that saving twice saves once.
    #[must_use]
    pub fn new_id(&self) -> FactId {
        office::new_id((self.clock)())
    }

    /// Whether a command keeps the rules, without doing it: for forms that say so while typing.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn check(&self, command: &Command) -> Result<(), Refusal> {
        self.office.check(command, self.today)
    }

    /// A person's name, or its initials where names are hidden. Every name on a screen goes
    /// through here.
    #[must_use]
    pub fn name(&self, name: &str) -> String {
        // A group without a leader goes by its code, which is nobody's name.
        let code = name.bytes().all(|byte| byte.is_ascii_digit());
        if !self.hide_names || code {
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

    /// Whether the field that has the keyboard takes any text; one for amounts, days or choices
    /// does not, so that `?` is help there.
    fn types_words(&self) -> bool {
        true
    }

    /// Takes an action. Esc and everything else that is not answered goes to the frame by
    /// [`Step::Ignored`].
    fn on(&mut self, action: &Action, view: &View) -> Step;

    /// Draws it; changes nothing.
    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View);

    /// Reads its rows again: when it opens, after each command, when the language changes.
    fn refresh(&mut self, _view: &View) {}

    /// A command of this screen was refused: show the reason at the field that caused it, keep
    /// what was typed.
    fn refused(&mut self, _refusal: &Refusal, _view: &View) {}

    /// A command of this screen was done. It still has what was typed, and the rows from before;
    /// it is refreshed after this.
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
