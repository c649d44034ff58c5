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
    /// Whether it is for small change, where a bare number under 1.000 is đồng without a question.
    change: bool,
}

impl MoneyField {
    /// An empty field.
    #[must_use]
    pub fn new() -> MoneyField {
        MoneyField::default()
    }

    /// An empty field for small change.
    #[must_use]
    pub fn of_change() -> MoneyField {
        MoneyField { change: true, ..MoneyField::default() }
    }

    /// A field with an amount in it.
    #[must_use]
    pub fn with(dong: Dong) -> MoneyField {
        MoneyField::typed(&written(dong))
    }

    /// A field with what was typed.
    #[must_use]
    pub fn typed(text: &str) -> MoneyField {
        MoneyField { field: TextField::with(text), change: false }
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
            Err(MoneyFault::Small(bare)) if self.change => Ok(Some(Dong::new(bare))),
            Err(fault) => Err(fault),
        }
    }

    /// Puts an amount in, or nothing.
    pub fn set(&mut self, dong: Option<Dong>) {
        self.field.set(&dong.map(written).unwrap_or_default());
    }

    /// Puts in what was typed before.
    pub fn retype(&mut self, text: &str) {
        self.field.set(text);
    }

    /// Takes an action; false where it is none of a field's.
    pub fn on(&mut self, action: &Action) -> bool {
        self.field.on(action)
    }

    /// Writes the amount with its dots once it is left, if it is one.
    pub fn tidy(&mut self) {
        if let Ok(Some(dong)) = self.value() {
            self.field.set(&written(dong));
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

/// An amount as the field writes it, so that it is read again as the same: one under 1.000 keeps
/// its sign, since a bare one is asked about.
fn written(dong: Dong) -> String {
    let small = dong.is_positive() && dong < Dong::new(1_000);
    if small { format!("{}đ", dong.get()) } else { format::amount(dong) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_field_writes_is_read_again_as_the_same_amount() {
        for amount in [0, 1, 72, 999, 1_000, 1_001, 65_096, 1_500_000] {
            let mut field = MoneyField::with(Dong::new(amount));
            field.tidy();
            assert_eq!(field.value(), Ok(Some(Dong::new(amount))), "{}", field.text());
        }
    }

    #[test]
    fn small_change_needs_no_sign_and_any_other_small_amount_does() {
        let mut change = MoneyField::of_change();
        change.retype("72");
        assert_eq!(change.value(), Ok(Some(Dong::new(72))));
        assert_eq!(MoneyField::typed("72").value(), Err(MoneyFault::Small(72)));
        assert_eq!(MoneyField::typed("72đ").value(), Ok(Some(Dong::new(72))));
    }
}
