//! One table of keys: it handles them, fills the key bar and writes the help.

use crate::text::Text;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What a key asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go to a place, 1–8.
    Place(u8),
    /// Find a group, member or loan.
    Find,
    /// All keys.
    Help,
    /// The other language.
    Language,
    /// Hide names.
    HideNames,
    /// The next theme.
    Theme,
    /// Leave the program; asks where something would be lost.
    Quit,
    /// Leave the program at once.
    Leave,
    /// Back to where one was.
    Back,
    /// Open what the cursor is on.
    Open,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// The next field or pane.
    Next,
    /// The field or pane before.
    Previous,
    /// Sort by the next column.
    Sort,
    /// Turn the order round.
    Reverse,
    /// Filter the list.
    Filter,
    /// Asks for a line number.
    StartJump,
    /// To the line of that number, from 1.
    Jump(usize),
    /// Save the form.
    Save,
    /// Throw the form's draft away.
    Discard,
    /// A typed letter.
    Type(char),
    /// Pasted text, line breaks already blanks.
    Paste(String),
    /// Take the letter before the cursor away.
    Erase,
    /// Take the letter under the cursor away.
    EraseForward,
    /// Take the word before the cursor away.
    EraseWord,
    /// Empty the field.
    EraseAll,
    /// A key of the screen's own, by its letter.
    Own(char),
    /// Yes to the screen's question with that letter.
    Confirmed(char),
    /// A click.
    Click {
        /// Column on the terminal.
        column: u16,
        /// Row on the terminal.
        row: u16,
    },
    /// The mouse wheel: rows down, negative up.
    Scroll(i32),
}

/// Whether letters are keys or text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Letters and digits are keys.
    Keys,
    /// Letters and digits go to a field; places with Alt, other keys with Ctrl or F.
    Typing,
}

/// One key on the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// A letter, digit or sign. Capitals are keys of their own.
#[must_use]
pub const fn key(letter: char) -> Press {
    Press { code: KeyCode::Char(letter), modifiers: KeyModifiers::NONE }
}

/// A letter with Ctrl.
#[must_use]
pub const fn ctrl(letter: char) -> Press {
    Press { code: KeyCode::Char(letter), modifiers: KeyModifiers::CONTROL }
}

/// A letter with Alt.
#[must_use]
pub const fn alt(letter: char) -> Press {
    Press { code: KeyCode::Char(letter), modifiers: KeyModifiers::ALT }
}

/// A function key.
#[must_use]
pub const fn f(number: u8) -> Press {
    Press { code: KeyCode::F(number), modifiers: KeyModifiers::NONE }
}

/// A key with a name: Enter, Esc, Tab, the arrows.
#[must_use]
pub const fn named(code: KeyCode) -> Press {
    Press { code, modifiers: KeyModifiers::NONE }
}

impl Press {
    /// The press of a key event: Shift is in the letter already.
    #[must_use]
    pub fn of(event: KeyEvent) -> Press {
        let kept = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let modifiers = event.modifiers & kept;
        let code = match event.code {
            KeyCode::Char(letter) if modifiers.contains(KeyModifiers::CONTROL) => {
                KeyCode::Char(letter.to_ascii_lowercase())
            }
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            other => other,
        };
        Press { code, modifiers }
    }

    /// Whether it types a letter while a field has the keyboard.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.modifiers.is_empty()
    }

    /// How the key is written on screen: `F5`, `Ctrl+S`, `Enter`.
    #[must_use]
    pub fn label(self) -> String {
        let key = match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(letter) if self.modifiers.is_empty() => letter.to_string(),
            KeyCode::Char(letter) => letter.to_uppercase().to_string(),
            KeyCode::F(number) => format!("F{number}"),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::BackTab => "Shift+Tab".to_owned(),
            other => format!("{other:?}"),
        };
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            format!("Ctrl+{key}")
        } else if self.modifiers.contains(KeyModifiers::ALT) {
            format!("Alt+{key}")
        } else {
            key
        }
    }
}

/// A key, what it asks for and how that is said.
#[derive(Debug)]
pub struct Binding {
    /// The keys that do it; the first is the one shown in the key bar.
    pub presses: &'static [Press],
    /// What they ask for.
    pub action: Action,
    /// How that is said, in one or two words.
    pub label: fn(&Text) -> &'static str,
    /// Whether it stands in the key bar; else only in the help.
    pub bar: bool,
}

impl Binding {
    /// A key of a screen, shown in the key bar.
    #[must_use]
    pub const fn new(
        presses: &'static [Press],
        action: Action,
        label: fn(&Text) -> &'static str,
    ) -> Binding {
        Binding { presses, action, label, bar: true }
    }

    /// The same, only in the help.
    #[must_use]
    pub const fn quiet(
        presses: &'static [Press],
        action: Action,
        label: fn(&Text) -> &'static str,
    ) -> Binding {
        Binding { presses, action, label, bar: false }
    }

    /// All its keys: `F5, Ctrl+S`.
    #[must_use]
    pub fn all_keys(&self) -> String {
        self.presses.iter().map(|press| press.label()).collect::<Vec<_>>().join(", ")
    }
}

/// The keys that mean the same everywhere. A screen's own keys go before them.
pub const EVERYWHERE: &[Binding] = &[
    Binding::quiet(&[named(KeyCode::Enter), ctrl('j')], Action::Open, |t| t.frame.keys.open),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.frame.keys.back),
    Binding::new(&[key('/'), ctrl('f')], Action::Find, |t| t.frame.keys.find),
    Binding::new(&[key('?'), f(1), ctrl('g')], Action::Help, |t| t.frame.keys.help),
    Binding::new(&[f(2), ctrl('n')], Action::HideNames, |t| t.frame.keys.hide_names),
    Binding::new(&[f(9), ctrl('l')], Action::Language, |t| t.frame.keys.language),
    Binding::new(&[key('q'), ctrl('q')], Action::Quit, |t| t.frame.keys.quit),
    Binding::quiet(&[ctrl('c')], Action::Leave, |t| t.frame.keys.leave),
    Binding::quiet(&[f(3), ctrl('t')], Action::Theme, |t| t.frame.keys.theme),
    Binding::quiet(&[key('1'), alt('1')], Action::Place(1), |t| t.frame.keys.place),
    Binding::quiet(&[key('2'), alt('2')], Action::Place(2), |t| t.frame.keys.place),
    Binding::quiet(&[key('3'), alt('3')], Action::Place(3), |t| t.frame.keys.place),
    Binding::quiet(&[key('4'), alt('4')], Action::Place(4), |t| t.frame.keys.place),
    Binding::quiet(&[key('5'), alt('5')], Action::Place(5), |t| t.frame.keys.place),
    Binding::quiet(&[key('6'), alt('6')], Action::Place(6), |t| t.frame.keys.place),
    Binding::quiet(&[key('7'), alt('7')], Action::Place(7), |t| t.frame.keys.place),
    Binding::quiet(&[key('8'), alt('8')], Action::Place(8), |t| t.frame.keys.place),
    Binding::quiet(&[named(KeyCode::Up)], Action::Up, |t| t.frame.keys.up_down),
    Binding::quiet(&[named(KeyCode::Down)], Action::Down, |t| t.frame.keys.up_down),
    Binding::quiet(&[named(KeyCode::Left)], Action::Left, |t| t.frame.keys.left_right),
    Binding::quiet(&[named(KeyCode::Right)], Action::Right, |t| t.frame.keys.left_right),
    Binding::quiet(&[named(KeyCode::PageUp)], Action::PageUp, |t| t.frame.keys.page),
    Binding::quiet(&[named(KeyCode::PageDown)], Action::PageDown, |t| t.frame.keys.page),
    Binding::quiet(&[named(KeyCode::Home)], Action::First, |t| t.frame.keys.ends),
    Binding::quiet(&[named(KeyCode::End)], Action::Last, |t| t.frame.keys.ends),
    Binding::quiet(&[named(KeyCode::Tab)], Action::Next, |t| t.frame.keys.next),
    Binding::quiet(&[named(KeyCode::BackTab)], Action::Previous, |t| t.frame.keys.previous),
    Binding::quiet(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
    Binding::quiet(&[key('S')], Action::Reverse, |t| t.frame.keys.reverse),
    Binding::quiet(&[key('f')], Action::Filter, |t| t.frame.keys.filter),
    Binding::quiet(&[key(':')], Action::StartJump, |t| t.frame.keys.jump),
    Binding::quiet(&[f(5), ctrl('s')], Action::Save, |t| t.frame.keys.save),
    Binding::quiet(&[f(4), ctrl('x')], Action::Discard, |t| t.frame.keys.discard),
    Binding::quiet(&[named(KeyCode::Backspace), ctrl('h')], Action::Erase, |t| t.frame.keys.erase),
    Binding::quiet(&[named(KeyCode::Delete)], Action::EraseForward, |t| t.frame.keys.erase),
    Binding::quiet(&[ctrl('w')], Action::EraseWord, |t| t.frame.keys.erase),
    Binding::quiet(&[ctrl('u')], Action::EraseAll, |t| t.frame.keys.erase),
];

/// What a key asks for on a screen with keys of its own: first the screen's, then those that are
/// the same everywhere, then, while typing, its letter.
#[must_use]
pub fn action(event: KeyEvent, mode: Mode, own: &[Binding]) -> Option<Action> {
    let press = Press::of(event);
    let of = |table: &[Binding]| {
        let found = table.iter().find(|binding| binding.presses.contains(&press));
        found.map(|binding| binding.action.clone())
    };
    if let Some(found) = of(own) {
        return Some(found);
    }
    match (press.code, mode) {
        (KeyCode::Char(letter), Mode::Typing) if press.is_text() => Some(Action::Type(letter)),
        _ => of(EVERYWHERE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(code, modifiers)
    }

    #[test]
    fn a_digit_goes_to_the_field_while_typing_and_with_alt_to_the_place() {
        let two = event(KeyCode::Char('2'), KeyModifiers::NONE);
        assert_eq!(action(two, Mode::Keys, &[]), Some(Action::Place(2)));
        assert_eq!(action(two, Mode::Typing, &[]), Some(Action::Type('2')));
        let alt_two = event(KeyCode::Char('2'), KeyModifiers::ALT);
        assert_eq!(action(alt_two, Mode::Typing, &[]), Some(Action::Place(2)));
    }

    #[test]
    fn both_bytes_of_backspace_erase() {
        for event in [
            event(KeyCode::Backspace, KeyModifiers::NONE),
            event(KeyCode::Char('h'), KeyModifiers::CONTROL),
        ] {
            assert_eq!(action(event, Mode::Typing, &[]), Some(Action::Erase));
        }
    }

    #[test]
    fn a_screens_own_key_goes_first_and_a_capital_is_a_key_of_its_own() {
        const OWN: &[Binding] =
            &[Binding::new(&[key('S')], Action::Own('S'), |t| t.frame.keys.save)];
        let shift = event(KeyCode::Char('S'), KeyModifiers::SHIFT);
        assert_eq!(action(shift, Mode::Keys, OWN), Some(Action::Own('S')));
        let small = event(KeyCode::Char('s'), KeyModifiers::NONE);
        assert_eq!(action(small, Mode::Keys, OWN), Some(Action::Sort));
    }

    #[test]
    fn no_key_is_bound_twice_and_each_function_key_has_a_second_way() {
        let mut seen = Vec::new();
        for binding in EVERYWHERE {
            for press in binding.presses {
                assert!(!seen.contains(press), "{} twice", press.label());
                seen.push(*press);
            }
            let is_function = |press: &&Press| matches!(press.code, KeyCode::F(_));
            let functions = binding.presses.iter().filter(is_function).count();
            assert!(functions == 0 || binding.presses.len() > functions, "{}", binding.all_keys());
        }
    }
}
