//! A form: fields under each other, each with its echo or refusal in the line under it.

mod field;
mod layout;

pub use field::{FormField, Input, Shown, masked};

use super::pick_field::{Choice, named};
use crate::domain::day::{Day, Month};
use crate::domain::money::Dong;
use crate::domain::rate::Rate;
use crate::domain::refusal::{Field, Refusal};
use crate::text::{Text, refusals};
use crate::ui::keymap::Action;
use crate::ui::screen::View;
use ratatui::layout::{Position, Rect};

/// What a form did with an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormAnswer {
    /// Nothing: it is somebody else's.
    Ignored,
    /// It typed or moved.
    Taken,
    /// Save was asked for: by F5, or by Enter in the last field.
    Save,
}

/// Fields under each other.
#[derive(Clone, Debug)]
pub struct Form {
    fields: Vec<FormField>,
    at: usize,
    /// What is wrong with the whole of it.
    whole: Option<String>,
    changed: bool,
    /// Whether the field was just come to: then an amount or a day typed takes the place of what
    /// stands there.
    fresh: bool,
    /// Whether a field takes one row, and more only where something is said under it.
    tight: bool,
    /// Whether something beside the form has the keyboard.
    away: bool,
}

impl Form {
    /// A form of these fields.
    #[must_use]
    pub fn new(fields: Vec<FormField>) -> Form {
        Form { fields, at: 0, whole: None, changed: false, fresh: true, tight: false, away: false }
    }

    /// The same with a field to a row; what is said of one stands under it.
    #[must_use]
    pub fn tight(self) -> Form {
        Form { tight: true, ..self }
    }

    /// Whether anything was typed.
    #[must_use]
    pub const fn is_changed(&self) -> bool {
        self.changed
    }

    /// The field that has the keyboard.
    #[must_use]
    pub fn active(&self) -> Option<Field> {
        self.fields.get(self.at).map(|field| field.field)
    }

    /// A field's input.
    #[must_use]
    pub fn input(&self, field: Field) -> Option<&Input> {
        self.fields.iter().find(|known| known.field == field).map(|known| &known.input)
    }

    /// A field's input, to be set.
    pub fn input_mut(&mut self, field: Field) -> Option<&mut Input> {
        self.fields.iter_mut().find(|known| known.field == field).map(|known| &mut known.input)
    }

    /// The text of a field, none where it is blank or no text field.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<String> {
        match self.input(field)? {
            Input::Text(text) | Input::Long(text) => text.trimmed(),
            _ => None,
        }
    }

    /// The amount of a field; none where nothing or nothing readable was typed.
    #[must_use]
    pub fn money(&self, field: Field) -> Option<Dong> {
        match self.input(field)? {
            Input::Money(money) => money.value().ok()?,
            _ => None,
        }
    }

    /// The day of a field; none where nothing or nothing readable was typed.
    #[must_use]
    pub fn day(&self, field: Field, today: Day) -> Option<Day> {
        match self.input(field)? {
            Input::Day(day) => day.value(today).ok()?,
            _ => None,
        }
    }

    /// The chosen value of a field, from 0.
    #[must_use]
    pub fn choice(&self, field: Field) -> Option<usize> {
        match self.input(field)? {
            Input::Choice(choice) => choice.value(),
            _ => None,
        }
    }

    /// The code of the one picked in a field.
    #[must_use]
    pub fn picked(&self, field: Field) -> Option<&str> {
        match self.input(field)? {
            Input::Pick(pick) => pick.value(),
            _ => None,
        }
    }

    /// The place, from 0, of the one picked among names.
    #[must_use]
    pub fn picked_at(&self, field: Field) -> Option<usize> {
        self.picked(field).and_then(|key| key.parse().ok())
    }

    /// The whole number in a field; none where nothing or nothing readable was typed.
    #[must_use]
    pub fn whole(&self, field: Field) -> Option<u32> {
        match self.input(field)? {
            Input::Figure(figure) => figure.whole(),
            _ => None,
        }
    }

    /// The rate in a field; none where nothing or nothing readable was typed.
    #[must_use]
    pub fn rate(&self, field: Field) -> Option<Rate> {
        match self.input(field)? {
            Input::Figure(figure) => figure.percent(),
            _ => None,
        }
    }

    /// The month in a field; none where nothing or nothing readable was typed.
    #[must_use]
    pub fn month(&self, field: Field, today: Day) -> Option<Month> {
        match self.input(field)? {
            Input::Figure(figure) => figure.month(today),
            _ => None,
        }
    }

    /// Puts a text into a field for the person: what is typed first takes its place.
    pub fn fill(&mut self, field: Field, text: &str) {
        if let Some(known) = self.fields.iter_mut().find(|known| known.field == field) {
            known.set(text);
            known.filled = true;
            known.refusal = None;
        }
    }

    /// The same, unless the person typed something there or is there now.
    pub fn offer(&mut self, field: Field, text: &str) {
        let here = self.active() == Some(field);
        let known = self.fields.iter().find(|known| known.field == field);
        if known.is_some_and(|known| !here && !known.touched) {
            self.fill(field, text);
        }
    }

    /// Another label and hint for a field: what it asks depends on what was typed.
    pub fn relabel(
        &mut self,
        field: Field,
        label: fn(&Text) -> &'static str,
        hint: fn(&Text) -> &'static str,
    ) {
        if let Some(known) = self.fields.iter_mut().find(|known| known.field == field) {
            (known.label, known.hint) = (label, Some(hint));
        }
    }

    /// What one can pick from in a field.
    pub fn set_choices(&mut self, field: Field, choices: Vec<Choice>) {
        if let Some(Input::Pick(pick)) = self.input_mut(field) {
            pick.set_choices(choices);
        }
    }

    /// The names one can pick from, in another language.
    pub fn rename(&mut self, field: Field, names: Vec<String>) {
        self.set_choices(field, named(names));
    }

    /// Shows a field, or leaves it out.
    pub fn show(&mut self, field: Field, seen: bool) {
        if let Some(known) = self.fields.iter_mut().find(|known| known.field == field) {
            known.hidden = !seen;
        }
    }

    /// Marks a field as one that has to be filled, or not.
    pub fn need(&mut self, field: Field, needed: bool) {
        if let Some(known) = self.fields.iter_mut().find(|known| known.field == field) {
            known.needed = needed;
        }
    }

    /// Says that something beside the form has the keyboard, or that it has it again.
    pub const fn leave(&mut self, away: bool) {
        self.away = away;
    }

    /// Goes to a field.
    pub fn go_to(&mut self, field: Field) {
        if let Some(at) = self.fields.iter().position(|known| known.field == field) {
            self.at = at;
            self.fresh = true;
        }
    }

    /// Looks for what cannot be read, says it at its field and goes there. True where all reads.
    pub fn reads(&mut self, view: &View) -> bool {
        self.clear_refusals();
        if let Some(field) = self.fields.get_mut(self.at) {
            field.tidy(view.today);
        }
        let mut first = None;
        for (at, field) in self.fields.iter_mut().enumerate() {
            let (echo, wrong) = field.echo(view);
            if wrong && !field.hidden {
                field.refusal = Some(echo);
                first = first.or(Some(at));
            }
        }
        // what is typed there next takes the place of what is wrong
        self.fresh |= first.is_some();
        self.at = first.unwrap_or(self.at);
        first.is_none()
    }

    /// Shows a refusal at its field and goes there; one of no field here stands below.
    pub fn refuse(&mut self, refusal: &Refusal, view: &View) {
        self.say(refusal.field, refusals::sentence(view.language(), refusal));
    }

    /// Says what is wrong at a field and goes there; of no field here, below.
    pub fn say(&mut self, field: Field, sentence: String) {
        self.clear_refusals();
        let at = self.fields.iter().position(|known| known.field == field && !known.hidden);
        match at.and_then(|at| self.fields.get_mut(at)) {
            Some(field) => {
                field.refusal = Some(sentence);
                self.at = at.unwrap_or(self.at);
                self.fresh = true;
            }
            None => self.whole = Some(sentence),
        }
    }

    fn clear_refusals(&mut self) {
        self.whole = None;
        for field in &mut self.fields {
            field.refusal = None;
        }
    }

    /// Takes an action; `area` is the area in which the form is drawn.
    pub fn on(&mut self, action: &Action, area: Rect, view: &View) -> FormAnswer {
        let last = self.fields.iter().rposition(|field| !field.hidden).unwrap_or(0);
        match action {
            Action::Save => return FormAnswer::Save,
            Action::Open if self.at >= last => return FormAnswer::Save,
            Action::Open | Action::Next | Action::Down => self.go(self.after(), view),
            Action::Previous | Action::Up => self.go(self.before(), view),
            Action::PageDown => self.go(last, view),
            Action::PageUp => {
                let first = self.fields.iter().position(|field| !field.hidden).unwrap_or(0);
                self.go(first, view);
            }
            Action::Click { column, row } => {
                let inside = area.contains(Position::new(*column, *row));
                let hit = self.field_at(area, *row, view).filter(|_| inside);
                let Some(at) = hit else { return FormAnswer::Ignored };
                self.go(at, view);
            }
            other => return self.edit(other),
        }
        FormAnswer::Taken
    }

    fn edit(&mut self, action: &Action) -> FormAnswer {
        let Some(field) = self.fields.get_mut(self.at) else { return FormAnswer::Ignored };
        let before = field.input.clone();
        let taken = field.on(action, self.fresh);
        if field.input != before {
            field.refusal = None;
            (field.filled, field.touched) = (false, true);
            self.changed = true;
        }
        self.fresh &= !taken;
        if taken { FormAnswer::Taken } else { FormAnswer::Ignored }
    }

    /// The next field that is shown.
    fn after(&self) -> usize {
        let later = self.fields.iter().enumerate().skip(self.at + 1);
        later.filter(|(_, field)| !field.hidden).map(|(at, _)| at).next().unwrap_or(self.at)
    }

    /// The field shown before.
    fn before(&self) -> usize {
        let earlier = self.fields.iter().take(self.at);
        earlier.clone().rposition(|field| !field.hidden).unwrap_or(self.at)
    }

    fn go(&mut self, to: usize, view: &View) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.tidy(view.today);
        }
        self.at = to;
        self.fresh = true;
    }

    /// Whether the field with the keyboard takes any text, not only amounts, days or choices.
    #[must_use]
    pub fn types_words(&self) -> bool {
        self.fields
            .get(self.at)
            .is_some_and(|field| matches!(field.input, Input::Text(_) | Input::Long(_)))
    }

    /// What was typed, for a draft: one text a field, in order; a choice as its number.
    #[must_use]
    pub fn typed(&self) -> Vec<String> {
        self.fields.iter().map(FormField::typed).collect()
    }

    /// Puts back what a draft kept.
    pub fn restore(&mut self, typed: &[String]) {
        for (field, text) in self.fields.iter_mut().zip(typed) {
            field.set(text);
            field.touched = !text.trim().is_empty();
        }
        self.changed = true;
    }
}
