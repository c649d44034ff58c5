//! One field of a form: what is typed into it, and what stands under it.

use crate::domain::day::Day;
use crate::domain::refusal::Field;
use crate::text::{Text, refusals};
use crate::ui::keymap::Action;
use crate::ui::screen::View;
use crate::ui::widgets::choice_field::ChoiceField;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::figure_field::FigureField;
use crate::ui::widgets::money_field::MoneyField;
use crate::ui::widgets::pick_field::PickField;
use crate::ui::widgets::text_field::TextField;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is typed into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A text.
    Text(TextField),
    /// A long text of one paragraph, over several rows.
    Long(TextField),
    /// An amount.
    Money(MoneyField),
    /// A day.
    Day(DayField),
    /// One of a few values.
    Choice(ChoiceField),
    /// One of many.
    Pick(PickField),
    /// A whole number, a rate or a month.
    Figure(FigureField),
}

/// How many rows a long text takes.
const LONG_ROWS: u16 = 5;

/// How much of a text is shown while its field has not the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// All of it.
    #[default]
    Whole,
    /// All of it; a name's initials where names are hidden.
    Name,
    /// A telephone: dots where names are hidden.
    Number,
    /// The last three digits; dots where names are hidden (trust.md, section 6).
    Masked,
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
    /// What stands under it while it has the keyboard and says nothing itself.
    pub(super) hint: Option<fn(&Text) -> &'static str>,
    /// What stands above it: the fields from here on belong together.
    pub(super) heading: Option<fn(&Text) -> &'static str>,
    pub(super) shown: Shown,
    pub(super) needed: bool,
    pub(super) hidden: bool,
    /// Whether it was filled by the program: what is typed first takes its place.
    pub(super) filled: bool,
    /// Whether the person typed in it: then nothing fills it any more.
    pub(super) touched: bool,
    pub(super) refusal: Option<String>,
}

impl FormField {
    /// A field.
    #[must_use]
    pub fn new(field: Field, label: fn(&Text) -> &'static str, input: Input) -> FormField {
        FormField {
            field,
            label,
            input,
            hint: None,
            heading: None,
            shown: Shown::Whole,
            needed: false,
            hidden: false,
            filled: false,
            touched: false,
            refusal: None,
        }
    }

    /// A text field.
    #[must_use]
    pub fn text(field: Field, label: fn(&Text) -> &'static str) -> FormField {
        FormField::new(field, label, Input::Text(TextField::new()))
    }

    /// With a word under it while it has the keyboard.
    #[must_use]
    pub fn hint(self, hint: fn(&Text) -> &'static str) -> FormField {
        FormField { hint: Some(hint), ..self }
    }

    /// With a heading above it.
    #[must_use]
    pub fn heading(self, heading: fn(&Text) -> &'static str) -> FormField {
        FormField { heading: Some(heading), ..self }
    }

    /// Marked as one that may not stay empty.
    #[must_use]
    pub fn needed(self) -> FormField {
        FormField { needed: true, ..self }
    }

    /// Shown in part while it has not the keyboard.
    #[must_use]
    pub fn shown(self, shown: Shown) -> FormField {
        FormField { shown, ..self }
    }

    /// With one of some names picked, from 0.
    #[must_use]
    pub fn names(
        field: Field,
        label: fn(&Text) -> &'static str,
        names: Vec<String>,
        at: Option<usize>,
    ) -> FormField {
        let key = at.map(|at| at.to_string());
        let pick = PickField::of_names(names).with(key.as_deref());
        FormField::new(field, label, Input::Pick(pick))
    }

    /// As it stands in the book: nothing fills it any more.
    #[must_use]
    pub fn own(self) -> FormField {
        FormField { touched: true, ..self }
    }

    /// Filled by the program: what is typed first takes the place of what stands there.
    #[must_use]
    pub fn filled(self) -> FormField {
        FormField { filled: true, ..self }
    }

    /// Takes an action; `fresh` where it was just come to. False where it is none of a field's.
    pub(super) fn on(&mut self, action: &Action, fresh: bool) -> bool {
        let typing = matches!(action, Action::Type(_) | Action::Paste(_));
        if fresh && typing {
            let amount = matches!(self.input, Input::Money(_) | Input::Day(_) | Input::Figure(_));
            let text = matches!(self.input, Input::Text(_));
            if amount || text && self.filled {
                self.set("");
            }
        }
        match &mut self.input {
            Input::Text(input) | Input::Long(input) => input.on(action),
            Input::Money(input) => input.on(action),
            Input::Day(input) => input.on(action),
            Input::Choice(input) => input.on(action),
            Input::Pick(input) => input.on(action),
            Input::Figure(input) => input.on(action),
        }
    }

    /// Writes in full what was typed, once the field is left.
    pub(super) fn tidy(&mut self, today: Day) {
        match &mut self.input {
            Input::Money(money) => money.tidy(),
            Input::Day(day) => day.tidy(today),
            Input::Pick(pick) => pick.tidy(),
            Input::Figure(figure) => figure.tidy(today),
            Input::Text(_) | Input::Long(_) | Input::Choice(_) => {}
        }
    }

    /// What was typed, for a draft; a choice as its number, one of many as its code.
    pub(super) fn typed(&self) -> String {
        match &self.input {
            Input::Text(text) | Input::Long(text) => text.text().to_owned(),
            Input::Money(money) => money.text().to_owned(),
            Input::Day(day) => day.text().to_owned(),
            Input::Choice(choice) => choice.value().map(|at| at.to_string()).unwrap_or_default(),
            Input::Pick(pick) => pick.text(),
            Input::Figure(figure) => figure.text().to_owned(),
        }
    }

    /// Puts a text in, as a draft kept it.
    pub(super) fn set(&mut self, text: &str) {
        match &mut self.input {
            Input::Text(input) | Input::Long(input) => input.set(text),
            Input::Money(input) => *input = MoneyField::typed(text),
            Input::Day(input) => input.set(text),
            Input::Choice(input) => input.set(text.parse().ok()),
            Input::Pick(input) => input.restore(text),
            Input::Figure(input) => input.set(text),
        }
    }

    /// What stands under it; the flag says whether it is wrong.
    pub(super) fn echo(&self, view: &View) -> (String, bool) {
        let said = match &self.input {
            Input::Money(money) => money.echo(view),
            Input::Day(day) => day.echo(view),
            Input::Figure(figure) => figure.echo(view),
            Input::Pick(pick) if pick.finds_nothing() && self.field == Field::Instalment => {
                (refusals::no_instalment(view.language(), &pick.keys()), true)
            }
            Input::Pick(pick) if pick.finds_nothing() => {
                (refusals::none_fits(view.language(), pick.is_fixed()), true)
            }
            Input::Pick(pick) => {
                let place = pick.place();
                let said = place.map(|(at, of)| (view.text.frame.picked)(at, of));
                (said.unwrap_or_default(), false)
            }
            Input::Text(_) | Input::Long(_) | Input::Choice(_) => (String::new(), false),
        };
        match self.hint {
            Some(hint) if said.0.is_empty() => (hint(view.text).to_owned(), false),
            _ => said,
        }
    }

    /// How wide it stands at most.
    const fn wide(&self) -> u16 {
        match self.input {
            Input::Money(_) => 20,
            Input::Day(_) => 14,
            Input::Figure(_) => 10,
            Input::Choice(_) => 32,
            Input::Text(_) => 48,
            Input::Pick(_) | Input::Long(_) => 60,
        }
    }

    /// How many rows its input takes.
    pub(super) const fn rows(&self) -> u16 {
        if matches!(self.input, Input::Long(_)) { LONG_ROWS } else { 1 }
    }

    /// Draws its input into its rows.
    pub(super) fn draw(&self, row: Rect, buffer: &mut Buffer, view: &View, active: bool) {
        let place = Rect { width: self.wide().min(row.width), ..row };
        match &self.input {
            Input::Text(text) if active => text.draw(place, buffer, view, active, false),
            Input::Text(text) => {
                let shown = TextField::with(&self.said_of(text.text(), view));
                shown.draw(place, buffer, view, active, false);
            }
            Input::Long(text) => text.draw_over(place, buffer, view, active),
            Input::Money(money) => money.draw(place, buffer, view, active),
            Input::Day(day) => day.draw(place, buffer, view, active),
            Input::Choice(choice) => choice.draw(place, buffer, view, active),
            Input::Pick(pick) => pick.draw(place, buffer, view, active),
            Input::Figure(figure) => figure.draw(place, buffer, view, active),
        }
    }

    /// A text as it may be seen.
    fn said_of(&self, text: &str, view: &View) -> String {
        match self.shown {
            Shown::Whole => text.to_owned(),
            Shown::Name => view.name(text),
            Shown::Number => view.number(text),
            Shown::Masked if view.hide_names => view.number(text),
            Shown::Masked => masked(text),
        }
    }
}

/// All but the last three digits hidden (trust.md, section 6).
#[must_use]
pub fn masked(number: &str) -> String {
    let hidden = number.chars().count().saturating_sub(3);
    number.chars().enumerate().map(|(at, digit)| if at < hidden { '•' } else { digit }).collect()
}
