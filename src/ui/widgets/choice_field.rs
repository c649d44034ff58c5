//! A field in which one of a few values is chosen: ← → or the first letter.

use super::paint;
use crate::text::fold::fold;
use crate::ui::keymap::Action;
use crate::ui::screen::View;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Values with their names, one of them chosen or none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChoiceField {
    names: Vec<String>,
    chosen: Option<usize>,
}

impl ChoiceField {
    /// A field of these names, none chosen yet.
    #[must_use]
    pub fn new(names: Vec<String>) -> ChoiceField {
        ChoiceField { names, chosen: None }
    }

    /// The same with one chosen.
    #[must_use]
    pub fn chosen(self, at: usize) -> ChoiceField {
        let chosen = (at < self.names.len()).then_some(at);
        ChoiceField { chosen, ..self }
    }

    /// Which one is chosen, from 0.
    #[must_use]
    pub const fn value(&self) -> Option<usize> {
        self.chosen
    }

    /// Chooses one, or none.
    pub fn set(&mut self, at: Option<usize>) {
        self.chosen = at.filter(|at| *at < self.names.len());
    }

    /// The names in another language, in the same order.
    pub fn rename(&mut self, names: Vec<String>) {
        self.names = names;
        self.set(self.chosen);
    }

    /// Takes an action; false where it is none of a field's.
    pub fn on(&mut self, action: &Action) -> bool {
        let count = self.names.len();
        if count == 0 {
            return false;
        }
        match action {
            Action::Right | Action::Type(' ') => {
                self.chosen = Some(self.chosen.map_or(0, |at| (at + 1) % count));
            }
            Action::Left => {
                self.chosen = Some(self.chosen.map_or(count - 1, |at| (at + count - 1) % count));
            }
            Action::Type(letter) => {
                let wanted = fold(&letter.to_string());
                let from = self.chosen.map_or(0, |at| at + 1);
                let order = (from..count).chain(0..from);
                let starts =
                    |at: &usize| self.names.get(*at).is_some_and(|n| fold(n).starts_with(&wanted));
                if let Some(at) = order.into_iter().find(starts) {
                    self.chosen = Some(at);
                }
            }
            Action::Erase | Action::EraseForward | Action::EraseAll => self.chosen = None,
            _ => return false,
        }
        true
    }

    /// Draws it over the width of an area's first row.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View, active: bool) {
        let style = if active { view.look.field_active() } else { view.look.field() };
        let name = self.chosen.and_then(|at| self.names.get(at)).map_or("", String::as_str);
        let name = if active { format!("‹ {name} ›") } else { name.to_owned() };
        paint::write(buffer, area, 0, 0, &paint::pad(&name, area.width, false), style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_chosen_by_arrows_or_by_its_first_letter() {
        let mut field = ChoiceField::new(vec!["gốc".into(), "lãi".into(), "đủ".into()]);
        field.on(&Action::Right);
        assert_eq!(field.value(), Some(0));
        field.on(&Action::Left);
        assert_eq!(field.value(), Some(2));
        field.on(&Action::Type('l'));
        assert_eq!(field.value(), Some(1));
        field.on(&Action::Type('d'));
        assert_eq!(field.value(), Some(2));
        field.on(&Action::Erase);
        assert_eq!(field.value(), None);
        assert!(!ChoiceField::new(Vec::new()).on(&Action::Right));
    }
}
