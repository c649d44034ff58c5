//! "Đúng như sổ": what `=` writes into a line of a 06/TD, and what it says of it.

use super::cells::{Cells, EFFECTS};
use crate::domain::money::Dong;
use crate::domain::refusal::Field;
use crate::domain::visit::Effect;
use crate::reports::visit_form::VisitFormRow;
use crate::text::format;
use crate::ui::screen::{Step, View};

/// The cells of amounts.
const AMOUNTS: [Field; 6] = [
    Field::Received,
    Field::BalanceSeen,
    Field::WrongUse,
    Field::Unused,
    Field::RightUse,
    Field::InterestSeen,
];

impl Cells {
    /// Fills what is empty as it should be by the file: all received, the balance as it stands,
    /// wrong use as far as an earlier finding still remains (domain.md, section 4), all else used
    /// rightly. False where no amount was empty.
    pub fn fill(&mut self, row: &VisitFormRow) -> bool {
        let of = |cells: &Cells, field| cells.value(field).unwrap_or_default();
        let filled = AMOUNTS.into_iter().any(|field| self.is_empty(field));
        self.put(Field::Received, row.disbursed);
        self.put(Field::BalanceSeen, row.outstanding);
        self.put(Field::Unused, Dong::ZERO);
        // what was typed to be used rightly can't be wrong use too
        let given = of(self, Field::Received) - of(self, Field::RightUse) - of(self, Field::Unused);
        self.put(Field::WrongUse, row.wrong_use_left.min(given.at_least_zero()));
        self.put(Field::InterestSeen, row.interest_arrears);
        let used = of(self, Field::WrongUse) + of(self, Field::Unused);
        self.put(Field::RightUse, (of(self, Field::Received) - used).at_least_zero());
        if self.effect.value().is_none() {
            self.effect.set(EFFECTS.iter().position(|effect| *effect == Effect::Fair));
        }
        filled
    }

    fn is_empty(&self, field: Field) -> bool {
        self.money(field).is_none_or(|money| money.text().trim().is_empty())
    }

    fn put(&mut self, field: Field, dong: Dong) {
        if self.is_empty(field)
            && let Some(money) = self.money_mut(field)
        {
            money.set(Some(dong));
        }
    }

    /// Whether every amount is the one that `=` writes into an empty line.
    fn is_as_filled(&self, row: &VisitFormRow, view: &View) -> bool {
        let mut file = Cells::new(view.language());
        file.fill(row);
        AMOUNTS.into_iter().all(|field| self.value(field) == file.value(field))
    }

    /// Right, wrong and unused use in short; nothing of unused money where there is none.
    fn uses_said(&self, view: &View) -> String {
        let money = |field| format::amount(self.value(field).unwrap_or_default());
        let unused = self.value(Field::Unused).filter(|unused| unused.is_positive());
        (view.text.visits.uses_short)(
            &money(Field::RightUse),
            &money(Field::WrongUse),
            &unused.map(format::amount).unwrap_or_default(),
        )
    }
}

/// What `=` says of a line it filled, or that was full before; nothing where it was full and as in
/// the book, so that there is nothing to look at.
pub fn said(cells: &Cells, row: &VisitFormRow, filled: bool, view: &View) -> Option<Step> {
    let text = &view.text.visits;
    let as_filled = cells.is_as_filled(row, view);
    if !filled {
        return (!as_filled).then(|| Step::Warning((text.line_is_full)(&cells.uses_said(view))));
    }
    if !as_filled {
        return Some(Step::Notice((text.rest_filled)(&cells.uses_said(view))));
    }
    Some(if row.wrong_use_left.is_positive() {
        Step::Warning((text.wrong_filled)(&cells.uses_said(view)))
    } else {
        Step::Notice(text.as_file_filled.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::ids::{LoanCode, MemberCode, ProgrammeCode};
    use crate::text::Language;
    use crate::ui::keymap::Action;

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
            wrong_use_left: Dong::ZERO,
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
        assert!(cells.fill(&row()));
        let line = cells.line(LoanCode::new("1"));
        assert_eq!(line.received, Some(Dong::new(30_000_000)));
        assert_eq!(line.balance_seen, Some(Dong::new(22_500_000)));
        assert_eq!(line.right_use, Some(Dong::new(30_000_000)));
        assert_eq!((line.wrong_use, line.unused), (Some(Dong::ZERO), Some(Dong::ZERO)));
        assert_eq!(line.effect, Some(Effect::Fair));
        assert_eq!(line.interest_seen, Some(Dong::new(66_000)));
        assert!(!cells.fill(&row()), "a full line has nothing to fill");
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
    fn wrong_use_that_remains_from_an_earlier_finding_is_not_filled_as_right_use() {
        let found = VisitFormRow { wrong_use_left: Dong::new(15_000_000), ..row() };
        let mut cells = Cells::new(Language::Vi);
        cells.fill(&found);
        assert_eq!(cells.value(Field::WrongUse), Some(Dong::new(15_000_000)));
        assert_eq!(cells.value(Field::RightUse), Some(Dong::new(15_000_000)));
        // the visitor saw that all is put right: what was typed stands
        let mut cells = typed(Field::WrongUse, "0");
        cells.fill(&found);
        assert_eq!(cells.value(Field::RightUse), Some(Dong::new(30_000_000)));
        let mut cells = typed(Field::RightUse, "20tr");
        cells.fill(&found);
        assert_eq!(cells.value(Field::WrongUse), Some(Dong::new(10_000_000)));
    }

    #[test]
    fn an_effect_alone_makes_no_visited_household() {
        let mut cells = Cells::new(Language::Vi);
        cells.on(Field::Effect, &Action::Type('t'));
        assert!(!cells.is_blank() && !cells.counts());
        cells.on(Field::Note, &Action::Type('t'));
        assert!(cells.counts());
        assert!(typed(Field::Unused, "0").counts());
    }
}
