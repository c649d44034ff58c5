//! What is typed into one line of a 06/TD.

use crate::domain::ids::LoanCode;
use crate::domain::money::Dong;
use crate::domain::refusal::Field;
use crate::domain::visit::{Effect, VisitLine};
use crate::domain::words::Words;
use crate::reports::visit_form::VisitFormRow;
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
const EFFECTS: [Effect; 4] = [Effect::Good, Effect::Fair, Effect::Poor, Effect::None];

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

    const fn money_mut(&mut self, field: Field) -> Option<&mut MoneyField> {
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

    /// Whether nothing was typed: the line is not part of the visit.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let blank =
            |field: &Field| self.money(*field).is_none_or(|money| money.text().trim().is_empty());
        ORDER.iter().all(blank) && self.effect.value().is_none() && self.note.is_blank()
    }

    /// Fills what is empty as it should be by the file: all received, the balance as it stands, all
    /// that is not said to be wrong or unused used rightly.
    pub fn fill(&mut self, row: &VisitFormRow) {
        let fill = |money: &mut MoneyField, dong: Dong| {
            if money.text().trim().is_empty() {
                money.set(Some(dong));
            }
        };
        fill(&mut self.received, row.disbursed);
        fill(&mut self.balance_seen, row.outstanding);
        fill(&mut self.wrong_use, Dong::ZERO);
        fill(&mut self.unused, Dong::ZERO);
        fill(&mut self.interest_seen, row.interest_arrears);
        let of = |field| self.value(field).unwrap_or_default();
        let rest = of(Field::Received) - of(Field::WrongUse) - of(Field::Unused);
        fill(&mut self.right_use, rest.at_least_zero());
        if self.effect.value().is_none() {
            self.effect.set(EFFECTS.iter().position(|effect| *effect == Effect::Fair));
        }
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
    use crate::domain::day::Day;
    use crate::domain::ids::{MemberCode, ProgrammeCode};

    fn row() -> VisitFormRow {
        let day = Day::new(2026, 10, 15).expect("a day");
        VisitFormRow {
            loan: LoanCode::new("1"),
            short_code: String::new(),
            member: MemberCode::new("1"),
            name: String::new(),
            programme: ProgrammeCode::new("19"),
            purpose: String::new(),
            disbursed_on: day,
            disbursed: Dong::new(30_000_000),
            outstanding: Dong::new(22_500_000),
            interest_arrears: Dong::new(66_000),
            due: Vec::new(),
            not_yet_this_year: false,
            repay_by: day,
        }
    }

    fn typed(field: Field, text: &str) -> Cells {
        let mut cells = Cells::new(Language::Vi);
        for letter in text.chars() {
            cells.on(field, &Action::Type(letter));
        }
        cells
    }

    #[test]
    fn an_empty_line_is_filled_as_in_the_book() {
        let mut cells = Cells::new(Language::Vi);
        assert!(cells.is_blank());
        cells.fill(&row());
        let line = cells.line(LoanCode::new("1"));
        assert_eq!(line.received, Some(Dong::new(30_000_000)));
        assert_eq!(line.balance_seen, Some(Dong::new(22_500_000)));
        assert_eq!(line.right_use, Some(Dong::new(30_000_000)));
        assert_eq!((line.wrong_use, line.unused), (Some(Dong::ZERO), Some(Dong::ZERO)));
        assert_eq!(line.effect, Some(Effect::Fair));
        assert_eq!(line.interest_seen, Some(Dong::new(66_000)));
    }

    #[test]
    fn what_was_typed_stands_and_right_use_is_what_is_left() {
        let mut cells = typed(Field::WrongUse, "5tr");
        cells.fill(&row());
        assert_eq!(cells.value(Field::WrongUse), Some(Dong::new(5_000_000)));
        assert_eq!(cells.value(Field::RightUse), Some(Dong::new(25_000_000)));
        // more wrong use than was received leaves nothing, and the form says that it is too much
        let mut cells = typed(Field::WrongUse, "31tr");
        cells.fill(&row());
        assert_eq!(cells.value(Field::RightUse), Some(Dong::ZERO));
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
