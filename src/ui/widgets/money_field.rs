//! A field for an amount, with what it reads said in words under it.

use super::text_field::TextField;
use crate::domain::money::Dong;
use crate::text::parse::{self, MoneyFault};
use crate::text::{format, refusals, spell};
use crate::ui::keymap::Action;
use crate::ui::screen::View;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// An amount as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoneyField {
    field: TextField,
}

impl MoneyField {
    /// An empty field.
    #[must_use]
    pub fn new() -> MoneyField {
        MoneyField::default()
    }

    /// A field with an amount in it.
    #[must_use]
    pub fn with(dong: Dong) -> MoneyField {
        MoneyField::typed(&format::amount(dong))
    }

    /// A field with what was typed.
    #[must_use]
    pub fn typed(text: &str) -> MoneyField {
        MoneyField { field: TextField::with(text) }
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// The amount; none where nothing was typed.
    ///
    /// # Errors
    /// Why what was typed is no amount.
    pub fn value(&self) -> Result<Option<Dong>, MoneyFault> {
        match parse::money(self.field.text()) {
            Ok(dong) => Ok(Some(dong)),
            Err(MoneyFault::Empty) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// Puts an amount in, or nothing.
    pub fn set(&mut self, dong: Option<Dong>) {
        self.field.set(&dong.map(format::amount).unwrap_or_default());
    }

    /// Takes an action; false where it is none of a field's.
    pub fn on(&mut self, action: &Action) -> bool {
        self.field.on(action)
    }

    /// Writes the amount with its dots once it is left, if it is one.
    pub fn tidy(&mut self) {
        if let Ok(Some(dong)) = self.value() {
            self.field.set(&format::amount(dong));
        }
    }

    /// What stands under the field: the amount in words, or what is wrong with it. The flag says
    /// whether it is wrong.
    #[must_use]
    pub fn echo(&self, view: &View) -> (String, bool) {
        match self.value() {
            Ok(None) => (String::new(), false),
            Ok(Some(dong)) => (spell::spell(view.language(), dong), false),
            Err(fault) => (refusals::money_fault(view.language(), &fault), true),
        }
    }

    /// Draws it over the width of an area's first row, at the right.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View, active: bool) {
        self.field.draw(area, buffer, view, active, true);
    }
}
