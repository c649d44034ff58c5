//! The first start, where there is no book: begin an empty one, see the example, or leave.

use super::look::{Look, Theme, Tone};
use super::widgets::paint;
use crate::text::Language;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::Rect;
use std::io;

/// What the person wants to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// An empty book.
    Empty,
    /// The example.
    Example,
    /// Nothing: the program ends.
    Leave,
}

/// The question as it stands.
pub struct First<'a> {
    language: Language,
    path: &'a str,
    look: Look,
}

impl<'a> First<'a> {
    /// The question for a book that would lie at a path.
    #[must_use]
    pub const fn new(path: &'a str, language: Language, theme: Theme) -> First<'a> {
        First { language, path, look: Look::new(theme) }
    }

    /// Takes a key; what it decides, if it does.
    pub fn key(&mut self, key: KeyEvent) -> Option<Beginning> {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('c' | 'q') if ctrl => Some(Beginning::Leave),
            KeyCode::F(9) => {
                self.language = self.language.other();
                None
            }
            KeyCode::Char('l') if ctrl => {
                self.language = self.language.other();
                None
            }
            KeyCode::Char('1') => Some(Beginning::Empty),
            KeyCode::Char('2') => Some(Beginning::Example),
            KeyCode::Char('q' | 'Q') | KeyCode::Esc => Some(Beginning::Leave),
            _ => None,
        }
    }

    /// Draws it.
    pub fn draw(&self, buffer: &mut Buffer) {
        let text = &self.language.text().first;
        let size = buffer.area;
        buffer.set_style(size, self.look.ground());
        let left = size.width.saturating_sub(72) / 2;
        let top = size.height.saturating_sub(16) / 3;
        let area = Rect {
            x: left,
            y: top,
            width: size.width.saturating_sub(left),
            height: size.height.saturating_sub(top),
        };
        paint::write(buffer, area, 0, 0, text.title, self.look.heading());
        paint::write(buffer, area, 0, 2, text.no_book, self.look.ground());
        paint::write(buffer, area, 2, 3, self.path, self.look.tone(Tone::Strong));
        let mut y = 5;
        for (key, what, more) in text.choices {
            let line = format!("{key}  {what}");
            paint::write(buffer, area, 2, y, &line, self.look.tone(Tone::Strong));
            paint::write(buffer, area, 5, y + 1, more, self.look.tone(Tone::Dim));
            y += 3;
        }
        paint::write(buffer, area, 0, y, text.import, self.look.tone(Tone::Dim));
        paint::write(buffer, area, 0, y + 2, text.foot, self.look.heading());
    }
}

/// Asks on the terminal, and gives the language that was chosen with it.
///
/// # Errors
/// What the terminal says.
pub fn ask(path: &str, language: Language, theme: Theme) -> io::Result<(Beginning, Language)> {
    let mut first = First::new(path, language, theme);
    let mut terminal = ratatui::try_init()?;
    let said = loop {
        if let Err(error) = terminal.draw(|frame| first.draw(frame.buffer_mut())) {
            break Err(error);
        }
        match event::read() {
            Ok(Event::Key(key)) if key.kind != KeyEventKind::Release => {
                if let Some(said) = first.key(key) {
                    break Ok(said);
                }
            }
            Ok(_) => {}
            Err(error) => break Err(error),
        }
    };
    ratatui::try_restore()?;
    Ok((said?, first.language))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(first: &mut First, letter: char) -> Option<Beginning> {
        first.key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE))
    }

    #[test]
    fn nothing_begins_but_by_its_own_key() {
        let mut first = First::new("/so/book.db", Language::Vi, Theme::Plain);
        for letter in ['x', ' ', '3', 'c'] {
            assert_eq!(press(&mut first, letter), None);
        }
        let enter = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
        assert_eq!(first.key(enter), None);
        assert_eq!(press(&mut first, '1'), Some(Beginning::Empty));
        assert_eq!(press(&mut first, '2'), Some(Beginning::Example));
        assert_eq!(press(&mut first, 'q'), Some(Beginning::Leave));
        let stop = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        assert_eq!(first.key(stop), Some(Beginning::Leave));
    }

    #[test]
    fn the_other_language_is_one_key_away_and_no_size_is_too_small() {
        let mut first = First::new("/so/book.db", Language::Vi, Theme::Plain);
        assert_eq!(first.key(KeyEvent::new(KeyCode::F(9), KeyModifiers::NONE)), None);
        assert_eq!(first.language, Language::En);
        for (width, height) in [(0, 0), (1, 1), (20, 3), (80, 24)] {
            first.draw(&mut Buffer::empty(Rect::new(0, 0, width, height)));
        }
    }
}
