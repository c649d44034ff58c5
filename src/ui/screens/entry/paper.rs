//! What one entry form is: its fields, what follows from what is typed, and the command it makes.

use super::lines::Lines;
use crate::domain::ids::FactId;
use crate::domain::refusal::{Field, Refusal, Why};
use crate::office::command::Command;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::Route;
use crate::ui::widgets::form::Form;

/// Why a form makes no command yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// A rule.
    Refused(Refusal),
    /// A sentence at a field.
    Said(Field, String),
    /// The row that it changes is in the book no more.
    Gone,
}

impl Fault {
    /// That a field may not stay empty.
    pub const fn missing(field: Field) -> Fault {
        Fault::Refused(Refusal::at(field, Why::Missing))
    }
}

/// What is typed into an entry form: its fields, and the tables beside them.
pub struct Typed {
    /// The fields.
    pub form: Form,
    /// Tables of days and amounts, none for most forms.
    pub lines: Vec<Lines>,
}

/// What comes once it is saved.
pub enum After {
    /// Back to where one was.
    Back,
    /// Another screen in its place.
    To(Route),
    /// The same form for the next one; what is said of the one saved.
    Again(Box<Typed>, String),
}

/// One kind of entry form.
pub trait Paper {
    /// Where one is.
    fn title(&self, view: &View) -> String;

    /// The form as it opens.
    fn blank(&self, view: &View) -> Typed;

    /// Names and lists anew: another language, or the book changed.
    fn rename(&self, typed: &mut Typed, view: &View);

    /// Sentences above the form.
    fn head(&self, _typed: &Typed, _view: &View) -> Vec<(String, Tone)> {
        Vec::new()
    }

    /// Fills what follows from what was typed.
    fn follow(&self, _typed: &mut Typed, _view: &View) {}

    /// What is to be done.
    ///
    /// # Errors
    /// Why it can't be said yet.
    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault>;

    /// The same where it takes several commands, done all or none.
    ///
    /// # Errors
    /// Why it can't be said yet.
    fn commands(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Vec<Command>, Fault> {
        self.command(id, typed, view).map(|command| vec![command])
    }

    /// The table and line, from 0, at which a refusal is shown; none where a field shows it.
    fn line_of(&self, _refusal: &Refusal, _typed: &Typed) -> Option<(usize, usize)> {
        None
    }

    /// What is asked before it is recorded, though no rule refuses it.
    fn doubt(&self, _typed: &Typed, _view: &View) -> Option<String> {
        None
    }

    /// What comes once it is saved.
    fn after(&self, _typed: &Typed, _view: &View) -> After {
        After::Back
    }

    /// Sentences for the help.
    fn explains(&self, view: &View) -> &'static [&'static str];
}
