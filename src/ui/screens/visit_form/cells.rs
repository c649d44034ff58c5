//! What is typed into one line of a 06/TD.

use crate::domain::ids::LoanCode;
use crate::domain::money::Dong;
use crate::domain::refusal::Field;
use crate::domain::visit::{Effect, VisitLine};
use crate::domain::words::Words;
use crate::text::Language;
use crate::text::parse::MoneyFault;
use crate::text::words::Named;
use crate::ui::keymap::Action;
use crate::ui::widgets::choice_field::ChoiceField;
use crate::ui::widgets::money_field::MoneyField;
use crate::ui::widgets::text_field::TextField;

/// The cells in the order of the keys.
pub const ORDER: [Field; 8] = [
    Field::Received,
    Field::BalanceSeen,
    Field::RightUse,
    Field::WrongUse,
    Field::Unused,
    Field::Effect,
    Field::InterestSeen,
    Field::Note,
];

/// How well an investment does, from the best to the worst.
pub const EFFECTS: [Effect; 4] = [Effect::Good, Effect::Fair, Effect::Poor, Effect::None];

/// One line as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    received: MoneyField,
    balance_seen: MoneyField,
    right_use: MoneyField,
    wrong_use: MoneyField,
    unused: MoneyField,
    interest_seen: MoneyField,
    /// How well the investment does.
    pub effect: ChoiceField,
    /// Anything else.
    pub note: TextField,
}

impl Cells {
    /// An empty line.
    #[must_use]
    pub fn new(language: Language) -> Cells {
        Cells {
            received: MoneyField::new(),
            balance_seen: MoneyField::new(),
            right_use: MoneyField::new(),
            wrong_use: MoneyField::new(),
            unused: MoneyField::new(),
            interest_seen: MoneyField::new(),
            effect: ChoiceField::new(effect_names(language)),
            note: TextField::new(),
        }
    }

    /// The amount of a cell; none where the cell holds none.
    #[must_use]
    pub const fn money(&self, field: Field) -> Option<&MoneyField> {
        Some(match field {
            Field::Received => &self.received,
            Field::BalanceSeen => &self.balance_seen,
            Field::RightUse => &self.right_use,
            Field::WrongUse => &self.wrong_use,
            Field::Unused => &self.unused,
            Field::InterestSeen => &self.interest_seen,
            _ => return None,
        })
    }

    /// The same, to be set.
    pub const fn money_mut(&mut self, field: Field) -> Option<&mut MoneyField> {
        Some(match field {
            Field::Received => &mut self.received,
            Field::BalanceSeen => &mut self.balance_seen,
            Field::RightUse => &mut self.right_use,
            Field::WrongUse => &mut self.wrong_use,
            Field::Unused => &mut self.unused,
            Field::InterestSeen => &mut self.interest_seen,
            _ => return None,
        })
    }

    /// Takes an action in a cell; false where it is none of a cell's.
    pub fn on(&mut self, field: Field, action: &Action) -> bool {
        if let Some(money) = self.money_mut(field) {
            return money.on(action);
        }
        if field == Field::Effect { self.effect.on(action) } else { self.note.on(action) }
    }

    /// The first key in a cell that was just entered: what is typed takes the place of the amount
    /// that stands there.
    pub fn enter(&mut self, field: Field, action: &Action) {
        if let (Action::Type(_) | Action::Paste(_), Some(money)) = (action, self.money_mut(field)) {
            money.set(None);
        }
    }

    /// Writes a cell's amount with its dots once it is left.
    pub fn tidy(&mut self, field: Field) {
        if let Some(money) = self.money_mut(field) {
            money.tidy();
        }
    }

    /// The amount in a cell; none where nothing or nothing readable was typed.
    #[must_use]
    pub fn value(&self, field: Field) -> Option<Dong> {
        self.money(field)?.value().ok()?
    }

    /// The first cell that can't be read, and why.
    #[must_use]
    pub fn unreadable(&self) -> Option<(Field, MoneyFault)> {
        ORDER.into_iter().find_map(|field| Some((field, self.money(field)?.value().err()?)))
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.counts() && self.effect.value().is_none()
    }

    /// Whether the line is part of the visit: an amount or a note was typed. An effect alone is
    /// chosen too easily by accident to make a household a visited one.
    #[must_use]
    pub fn counts(&self) -> bool {
        let typed =
            |field: &Field| self.money(*field).is_some_and(|money| !money.text().trim().is_empty());
        ORDER.iter().any(typed) || !self.note.is_blank()
    }

    /// How well the investment does.
    #[must_use]
    pub fn effect(&self) -> Option<Effect> {
        EFFECTS.get(self.effect.value()?).copied()
    }

    /// The names of the effects in another language.
    pub fn rename(&mut self, language: Language) {
        self.effect.rename(effect_names(language));
    }

    /// The line for the book.
    #[must_use]
    pub fn line(&self, loan: LoanCode) -> VisitLine {
        VisitLine {
            loan,
            received: self.value(Field::Received),
            balance_seen: self.value(Field::BalanceSeen),
            right_use: self.value(Field::RightUse),
            wrong_use: self.value(Field::WrongUse),
            unused: self.value(Field::Unused),
            effect: self.effect(),
            interest_seen: self.value(Field::InterestSeen),
            note: self.note.trimmed().unwrap_or_default(),
        }
    }

    /// What was typed, in the order of the cells; the effect as its word.
    #[must_use]
    pub fn typed(&self) -> Vec<String> {
        let text = |field: Field| match field {
            Field::Effect => self.effect().map(Words::word).unwrap_or_default().to_owned(),
            Field::Note => self.note.text().to_owned(),
            money => self.money(money).map(|money| money.text().to_owned()).unwrap_or_default(),
        };
        ORDER.into_iter().map(text).collect()
    }

    /// A line with what a draft kept of it.
    #[must_use]
    pub fn restored(typed: &[String], language: Language) -> Cells {
        let mut cells = Cells::new(language);
        for (field, text) in ORDER.into_iter().zip(typed) {
            match field {
                Field::Effect => {
                    let known = Effect::from_word(text);
                    let at = EFFECTS.iter().position(|effect| Some(*effect) == known);
                    cells.effect.set(at);
                }
                Field::Note => cells.note.set(text),
                money => {
                    if let Some(field) = cells.money_mut(money) {
                        *field = MoneyField::typed(text);
                    }
                }
            }
        }
        cells
    }
}

fn effect_names(language: Language) -> Vec<String> {
    EFFECTS.iter().map(|effect| effect.say(language).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(field: Field, text: &str) -> Cells {
        let mut cells = Cells::new(Language::Vi);
        for letter in text.chars() {
            cells.on(field, &Action::Type(letter));
        }
        cells
    }

    #[test]
    fn a_draft_brings_back_what_was_typed_letter_by_letter() {
        let mut cells = typed(Field::Received, "1,5t");
        cells.on(Field::Effect, &Action::Type('t'));
        cells.on(Field::Note, &Action::Paste("hẹn trả".to_owned()));
        assert_eq!(Cells::restored(&cells.typed(), Language::Vi), cells);
        assert_eq!(cells.unreadable().map(|(field, _)| field), Some(Field::Received));
        // what another version kept and this one does not know is left empty
        assert!(Cells::restored(&[], Language::En).is_blank());
    }
}
