//! A form: fields under each other, each with its echo or refusal in the line under it.

use super::choice_field::ChoiceField;
use super::day_field::DayField;
use super::money_field::MoneyField;
use super::paint;
use super::text_field::TextField;
use crate::domain::day::Day;
use crate::domain::money::Dong;
use crate::domain::refusal::{Field, Refusal};
use crate::text::{Text, refusals};
use crate::ui::keymap::Action;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What is typed into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A text.
    Text(TextField),
    /// An amount.
    Money(MoneyField),
    /// A day.
    Day(DayField),
    /// One of a few values.
    Choice(ChoiceField),
}

/// A field of a form.
#[derive(Clone, Debug)]
pub struct FormField {
    /// Which field it is, so that a refusal finds it.
    pub field: Field,
    /// Its label.
    pub label: fn(&Text) -> &'static str,
    /// What is typed into it.
    pub input: Input,
    refusal: Option<String>,
}

impl FormField {
    /// A field.
    #[must_use]
    pub fn new(field: Field, label: fn(&Text) -> &'static str, input: Input) -> FormField {
        FormField { field, label, input, refusal: None }
    }
}

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
}

impl Form {
    /// A form of these fields.
    #[must_use]
    pub fn new(fields: Vec<FormField>) -> Form {
        Form { fields, at: 0, whole: None, changed: false, fresh: true }
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
            Input::Text(text) => text.trimmed(),
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

    /// Looks for what cannot be read, says it at its field and goes there. True where all reads.
    pub fn reads(&mut self, view: &View) -> bool {
        self.clear_refusals();
        let mut first = None;
        for (at, field) in self.fields.iter_mut().enumerate() {
            let (echo, wrong) = echo(&field.input, view);
            if wrong {
                field.refusal = Some(echo);
                first = first.or(Some(at));
            }
        }
        self.at = first.unwrap_or(self.at);
        first.is_none()
    }

    /// Shows a refusal at its field and goes there; one of no field here stands below.
    pub fn refuse(&mut self, refusal: &Refusal, view: &View) {
        self.clear_refusals();
        let sentence = refusals::sentence(view.language(), refusal);
        let at = self.fields.iter().position(|field| field.field == refusal.field);
        match at.and_then(|at| self.fields.get_mut(at)) {
            Some(field) => {
                field.refusal = Some(sentence);
                self.at = at.unwrap_or(self.at);
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
        let last = self.fields.len().saturating_sub(1);
        match action {
            Action::Save => return FormAnswer::Save,
            Action::Open if self.at == last => return FormAnswer::Save,
            Action::Open | Action::Next | Action::Down => self.go((self.at + 1).min(last), view),
            Action::Previous | Action::Up => self.go(self.at.saturating_sub(1), view),
            Action::Click { column, row } => {
                let hit = (0..self.fields.len())
                    .find(|at| self.field_area(area, *at).contains(Position::new(*column, *row)));
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
        let anew = self.fresh && matches!(action, Action::Type(_) | Action::Paste(_));
        if anew && matches!(field.input, Input::Money(_) | Input::Day(_)) {
            match &mut field.input {
                Input::Money(money) => money.set(None),
                Input::Day(day) => *day = DayField::new(),
                Input::Text(_) | Input::Choice(_) => {}
            }
        }
        let taken = match &mut field.input {
            Input::Text(text) => text.on(action),
            Input::Money(money) => money.on(action),
            Input::Day(day) => day.on(action),
            Input::Choice(choice) => choice.on(action),
        };
        if field.input != before {
            field.refusal = None;
            self.changed = true;
        }
        self.fresh &= !taken;
        if taken { FormAnswer::Taken } else { FormAnswer::Ignored }
    }

    fn go(&mut self, to: usize, view: &View) {
        if let Some(field) = self.fields.get_mut(self.at) {
            match &mut field.input {
                Input::Money(money) => money.tidy(),
                Input::Day(day) => day.tidy(view.today),
                Input::Text(_) | Input::Choice(_) => {}
            }
        }
        self.at = to;
        self.fresh = true;
    }

    /// Whether the field with the keyboard takes any text, not only amounts, days or choices.
    #[must_use]
    pub fn types_words(&self) -> bool {
        self.fields.get(self.at).is_some_and(|field| matches!(field.input, Input::Text(_)))
    }

    /// What was typed, for a draft: one text a field, in order; a choice as its number.
    #[must_use]
    pub fn typed(&self) -> Vec<String> {
        let text = |field: &FormField| match &field.input {
            Input::Text(text) => text.text().to_owned(),
            Input::Money(money) => money.text().to_owned(),
            Input::Day(day) => day.text().to_owned(),
            Input::Choice(choice) => choice.value().map(|at| at.to_string()).unwrap_or_default(),
        };
        self.fields.iter().map(text).collect()
    }

    /// Puts back what a draft kept.
    pub fn restore(&mut self, typed: &[String]) {
        for (field, text) in self.fields.iter_mut().zip(typed) {
            match &mut field.input {
                Input::Text(input) => input.set(text),
                Input::Money(input) => *input = MoneyField::typed(text),
                Input::Day(input) => *input = DayField::typed(text),
                Input::Choice(input) => input.set(text.parse().ok()),
            }
        }
        self.changed = true;
    }

    /// The first field to draw, so that the active one is seen: each takes two rows.
    fn first(&self, area: Rect) -> usize {
        let fit = usize::from(area.height.saturating_sub(1) / 2).max(1);
        (self.at + 1).saturating_sub(fit)
    }

    fn field_area(&self, area: Rect, at: usize) -> Rect {
        let first = self.first(area);
        let offset = at.checked_sub(first).and_then(|rows| u16::try_from(rows * 2).ok());
        offset.map_or(Rect::ZERO, |y| paint::row(area, y))
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let widest = self.fields.iter().map(|field| paint::width((field.label)(view.text))).max();
        let labels = widest.unwrap_or(0).min(area.width / 2) + 2;
        for (at, field) in self.fields.iter().enumerate().skip(self.first(area)) {
            let row = self.field_area(area, at);
            if row.is_empty() {
                break;
            }
            self.draw_field(row, buffer, view, labels, (field, at == self.at));
            let y = row.y - area.y + 1;
            let (echo, wrong) = match &field.refusal {
                Some(refusal) => (refusal.clone(), true),
                None if at == self.at => (echo(&field.input, view).0, false),
                None => continue,
            };
            let text = if wrong { format!("✗ {echo}") } else { echo };
            let tone = if wrong { Tone::Bad } else { Tone::Dim };
            paint::write(buffer, area, labels, y, &text, view.look.tone(tone));
        }
        if let Some(whole) = &self.whole {
            let y = area.height.saturating_sub(1);
            paint::write(buffer, area, 0, y, &format!("✗ {whole}"), view.look.tone(Tone::Bad));
        }
    }

    fn draw_field(
        &self,
        row: Rect,
        buffer: &mut Buffer,
        view: &View,
        labels: u16,
        (field, active): (&FormField, bool),
    ) {
        let mark = if active { "▸" } else { " " };
        let label = format!("{mark}{}", (field.label)(view.text));
        paint::write(buffer, row, 0, 0, &paint::cut(&label, labels), view.look.ground());
        let room = row.width.saturating_sub(labels);
        let wide = match field.input {
            Input::Money(_) => 20,
            Input::Day(_) => 14,
            Input::Choice(_) => 32,
            Input::Text(_) => 48,
        };
        let place = Rect { x: row.x + labels.min(row.width), width: wide.min(room), ..row };
        match &field.input {
            Input::Text(text) => text.draw(place, buffer, view, active, false),
            Input::Money(money) => money.draw(place, buffer, view, active),
            Input::Day(day) => day.draw(place, buffer, view, active),
            Input::Choice(choice) => choice.draw(place, buffer, view, active),
        }
    }
}

fn echo(input: &Input, view: &View) -> (String, bool) {
    match input {
        Input::Money(money) => money.echo(view),
        Input::Day(day) => day.echo(view),
        Input::Text(_) | Input::Choice(_) => (String::new(), false),
    }
}
