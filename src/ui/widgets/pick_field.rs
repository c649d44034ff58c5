//! A field in which one of many is picked: by typing a part of its name or code, or with ← → or the
//! space bar.

use super::paint;
use super::text_field::TextField;
use crate::text::fold::{finds, fold};
use crate::ui::keymap::Action;
use crate::ui::screen::View;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// One that can be picked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Its code.
    pub key: String,
    /// How it is shown: name and code.
    pub name: String,
}

/// Many, one of them picked or none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PickField {
    choices: Vec<Choice>,
    picked: Option<usize>,
    typed: TextField,
    /// They are words of the program, not rows of the book.
    fixed: bool,
}

impl PickField {
    /// A field of these, none picked yet.
    #[must_use]
    pub fn new(choices: Vec<Choice>) -> PickField {
        PickField { choices, ..PickField::default() }
    }

    /// The same with one picked, if it is there.
    #[must_use]
    pub fn with(self, key: Option<&str>) -> PickField {
        let picked = key.and_then(|key| self.choices.iter().position(|one| one.key == key));
        PickField { picked, ..self }
    }

    /// A field of names, whose codes are their places from 0.
    #[must_use]
    pub fn of_names(names: Vec<String>) -> PickField {
        PickField { fixed: true, ..PickField::new(named(names)) }
    }

    /// The code of the one picked; none where none is, or what was typed fits none.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        if self.finds_nothing() {
            return None;
        }
        self.choices.get(self.picked?).map(|one| one.key.as_str())
    }

    /// Whether something was typed that fits none.
    #[must_use]
    pub fn finds_nothing(&self) -> bool {
        !self.typed.is_blank() && self.found().is_empty()
    }

    /// Whether they are words of the program, not rows of the book.
    #[must_use]
    pub const fn is_fixed(&self) -> bool {
        self.fixed
    }

    /// What a draft keeps: the code, or what was typed in vain.
    #[must_use]
    pub fn text(&self) -> String {
        let in_vain = || self.typed.text().to_owned();
        self.value().map_or_else(in_vain, str::to_owned)
    }

    /// Puts back what a draft kept.
    pub fn restore(&mut self, text: &str) {
        self.picked = self.choices.iter().position(|one| one.key == text);
        self.typed = TextField::with(if self.picked.is_none() { text } else { "" });
    }

    /// Others to pick from; the one picked stays where it is among them.
    pub fn set_choices(&mut self, choices: Vec<Choice>) {
        let key = self.picked.and_then(|at| self.choices.get(at)).map(|one| one.key.clone());
        self.choices = choices;
        self.picked = key.and_then(|key| self.choices.iter().position(|one| one.key == key));
    }

    /// How many fit what is typed, and which of them is picked, from 1; none while nothing is
    /// typed.
    #[must_use]
    pub fn place(&self) -> Option<(usize, usize)> {
        if self.typed.is_blank() {
            return None;
        }
        let found = self.found();
        let at = found.iter().position(|at| Some(*at) == self.picked).unwrap_or(0);
        Some((at + 1, found.len()))
    }

    /// How many there are to pick from.
    #[must_use]
    pub fn count(&self) -> usize {
        self.choices.len()
    }

    /// The keys of all there is to pick from, in their order.
    #[must_use]
    pub fn keys(&self) -> Vec<&str> {
        self.choices.iter().map(|choice| choice.key.as_str()).collect()
    }

    /// Takes an action; false where it is none of a field's.
    pub fn on(&mut self, action: &Action) -> bool {
        match action {
            Action::Right => self.turn(1),
            // no name begins with a blank
            Action::Type(' ') if self.typed.is_blank() => self.turn(1),
            Action::Left => self.turn(-1),
            Action::Erase | Action::EraseForward | Action::EraseAll | Action::EraseWord
                if self.typed.is_blank() =>
            {
                self.picked = None;
            }
            Action::EraseAll => {
                self.typed = TextField::new();
                self.picked = None;
            }
            Action::First | Action::Last => return false,
            other => {
                if !self.typed.on(other) {
                    return false;
                }
                if !self.typed.is_blank() {
                    self.picked = self.found().first().copied().or(self.picked);
                }
            }
        }
        true
    }

    /// Once it is left: what was typed to find one has done its work.
    pub fn tidy(&mut self) {
        if !self.finds_nothing() {
            self.typed = TextField::new();
        }
    }

    fn turn(&mut self, by: isize) {
        let found = self.found();
        let Ok(count) = isize::try_from(found.len()) else { return };
        if count == 0 {
            return;
        }
        let here = found.iter().position(|at| Some(*at) == self.picked);
        let here = here.and_then(|at| isize::try_from(at).ok());
        let next = match here {
            Some(at) => (at + by).rem_euclid(count),
            None if by > 0 => 0,
            None => count - 1,
        };
        self.picked = usize::try_from(next).ok().and_then(|at| found.get(at).copied());
    }

    /// Those that fit what is typed: whose code it begins first, then those in which it occurs.
    fn found(&self) -> Vec<usize> {
        let query = fold(self.typed.text());
        let all = self.choices.iter().enumerate();
        if query.is_empty() {
            return all.map(|(at, _)| at).collect();
        }
        let fits = |one: &Choice| finds(&fold(&format!("{} {}", one.name, one.key)), &query);
        let mut found: Vec<usize> = all.filter(|(_, one)| fits(one)).map(|(at, _)| at).collect();
        let begins = |at: &usize| {
            self.choices.get(*at).is_some_and(|one| {
                one.key.starts_with(&query) || fold(&one.name).starts_with(&query)
            })
        };
        found.sort_by_key(|at| !begins(at));
        found
    }

    /// Draws it over the width of an area's first row.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View, active: bool) {
        let style = if active { view.look.field_active() } else { view.look.field() };
        let name = self.picked.and_then(|at| self.choices.get(at)).map_or("", |one| &one.name);
        let text = match (active, self.typed.is_blank()) {
            (false, _) if self.finds_nothing() => self.typed.text().to_owned(),
            (false, _) => name.to_owned(),
            (true, true) => format!("‹ {name} ›"),
            (true, false) if self.finds_nothing() => format!("{}▏", self.typed.text()),
            (true, false) => format!("{}▏ → {name}", self.typed.text()),
        };
        paint::write(buffer, area, 0, 0, &paint::pad(&text, area.width, false), style);
    }
}

/// Names with their places from 0 as codes.
#[must_use]
pub fn named(names: Vec<String>) -> Vec<Choice> {
    let one = |(at, name): (usize, String)| Choice { key: at.to_string(), name };
    names.into_iter().enumerate().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field() -> PickField {
        let one = |key: &str, name: &str| Choice { key: key.into(), name: name.into() };
        PickField::new(vec![
            one("0070000002", "Thạch Thị Sa Rên · 0070000002"),
            one("0070000011", "Danh Thị Sa Oanh · 0070000011"),
            one("0070000115", "Đào Thị Sa Rên · 0070000115"),
        ])
    }

    fn typed(text: &str) -> PickField {
        let mut field = field();
        for letter in text.chars() {
            field.on(&Action::Type(letter));
        }
        field
    }

    #[test]
    fn a_part_of_a_name_picks_the_first_that_fits_and_the_arrows_the_next() {
        let mut field = typed("sa ren");
        assert_eq!((field.value(), field.place()), (Some("0070000002"), Some((1, 2))));
        field.on(&Action::Right);
        assert_eq!((field.value(), field.place()), (Some("0070000115"), Some((2, 2))));
        field.on(&Action::Right);
        assert_eq!(field.value(), Some("0070000002"));
        field.tidy();
        assert_eq!((field.value(), field.place()), (Some("0070000002"), None));
    }

    #[test]
    fn the_space_bar_turns_to_the_next_until_something_is_typed() {
        let mut field = PickField::of_names(vec!["không".into(), "có".into()]).with(Some("0"));
        field.on(&Action::Type(' '));
        assert_eq!(field.value(), Some("1"));
        field.on(&Action::Type(' '));
        assert_eq!(field.value(), Some("0"));
        assert_eq!(typed("sa ren").place(), Some((1, 2)), "a blank within a name is typed");
    }

    #[test]
    fn what_fits_none_is_none_and_stays_to_be_read() {
        let mut field = typed("0070000002x");
        assert!(field.finds_nothing());
        assert_eq!(field.value(), None);
        field.tidy();
        assert_eq!(field.text(), "0070000002x");
        field.on(&Action::Erase);
        assert_eq!(field.value(), Some("0070000002"));
    }

    #[test]
    fn a_draft_gives_back_what_was_picked() {
        let kept = typed("dao").text();
        let mut field = field();
        field.restore(&kept);
        assert_eq!(field.value(), Some("0070000115"));
        field.on(&Action::Erase);
        assert_eq!(field.value(), None);
        assert!(!PickField::new(Vec::new()).finds_nothing());
    }

    #[test]
    fn the_one_picked_stays_picked_among_others() {
        let mut field = field().with(Some("0070000115"));
        let mut others = field.choices.clone();
        others.reverse();
        field.set_choices(others);
        assert_eq!(field.value(), Some("0070000115"));
    }
}
