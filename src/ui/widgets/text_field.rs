//! One line of text, edited by whole letters and kept in NFC.

use super::paint;
use crate::ui::keymap::Action;
use crate::ui::screen::View;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// The most letters a field takes: what the longest text of any rule may have.
const MOST_LETTERS: usize = crate::domain::entry::text::NOTE;

/// The most letters of a long text: what minutes may have.
const MOST_LONG: usize = crate::domain::entry::meeting::MINUTES;

/// A text with a place in it where the next letter goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextField {
    text: String,
    /// Letters (grapheme clusters) before the caret.
    caret: usize,
    /// Whether it is a long text, which is drawn over several rows.
    long: bool,
}

impl TextField {
    /// An empty field.
    #[must_use]
    pub fn new() -> TextField {
        TextField::default()
    }

    /// An empty field for a long text of one paragraph, to be drawn with [`TextField::draw_over`].
    #[must_use]
    pub fn long() -> TextField {
        TextField { long: true, ..TextField::default() }
    }

    const fn most(&self) -> usize {
        if self.long { MOST_LONG } else { MOST_LETTERS }
    }

    /// A field with text in it, the caret at its end.
    #[must_use]
    pub fn with(text: &str) -> TextField {
        let mut field = TextField::new();
        field.insert(text);
        field
    }

    /// What is in it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing but blanks is in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// What is in it without blanks around, none where that is nothing.
    #[must_use]
    pub fn trimmed(&self) -> Option<String> {
        let text = self.text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Puts another text in.
    pub fn set(&mut self, text: &str) {
        self.clear();
        self.insert(text);
    }

    fn clear(&mut self) {
        *self = TextField { long: self.long, ..TextField::default() };
    }

    /// Takes an action; false where it is none of a field's.
    pub fn on(&mut self, action: &Action) -> bool {
        match action {
            Action::Type(letter) => self.insert(letter.encode_utf8(&mut [0; 4])),
            Action::Paste(text) => self.insert(text),
            Action::Erase => self.erase(1),
            Action::EraseForward => {
                if self.caret < self.letters() {
                    self.caret += 1;
                    self.erase(1);
                }
            }
            Action::EraseWord => self.erase(self.word_before()),
            Action::EraseAll => self.clear(),
            Action::Left => self.caret = self.caret.saturating_sub(1),
            Action::Right => self.caret = (self.caret + 1).min(self.letters()),
            Action::First => self.caret = 0,
            Action::Last => self.caret = self.letters(),
            _ => return false,
        }
        true
    }

    fn letters(&self) -> usize {
        self.text.graphemes(true).count()
    }

    /// What stands before and after the caret.
    fn halves(&self) -> (String, String) {
        let letters = self.text.graphemes(true);
        (letters.clone().take(self.caret).collect(), letters.skip(self.caret).collect())
    }

    fn insert(&mut self, more: &str) {
        let (mut before, after) = self.halves();
        let blank = |letter: char| if letter.is_whitespace() { ' ' } else { letter };
        before.extend(more.chars().map(blank).filter(|letter| !letter.is_control()));
        // a mark typed after its letter joins it: the letters before the caret are counted anew
        let before: String = before.nfc().collect();
        // of a paste beyond the bound its beginning is taken
        let room = self.most().saturating_sub(after.graphemes(true).count());
        let before: String = before.graphemes(true).take(room).collect();
        self.caret = before.graphemes(true).count();
        self.text = before.chars().chain(after.chars()).nfc().collect();
        self.caret = self.caret.min(self.letters());
    }

    fn erase(&mut self, letters: usize) {
        let (before, after) = self.halves();
        let kept = self.caret.saturating_sub(letters);
        let before: String = before.graphemes(true).take(kept).collect();
        self.text = before + &after;
        self.caret = kept.min(self.letters());
    }

    fn word_before(&self) -> usize {
        let (before, _) = self.halves();
        let trimmed = before.trim_end();
        let kept = trimmed
            .rfind(' ')
            .map_or(0, |at| trimmed.char_indices().take_while(|(place, _)| *place <= at).count());
        let kept_text: String = before.chars().take(kept).collect();
        self.caret.saturating_sub(kept_text.graphemes(true).count())
    }

    /// Draws it over the whole width of an area's first row; `right` as amounts stand.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View, active: bool, right: bool) {
        if area.is_empty() {
            return;
        }
        let style = if active { view.look.field_active() } else { view.look.field() };
        let blank = " ".repeat(usize::from(area.width));
        paint::write(buffer, area, 0, 0, &blank, style);
        // One column is kept for the caret behind the last letter; what is before it scrolls out.
        let room = area.width.saturating_sub(u16::from(active));
        let (before, after) = self.halves();
        let shown = tail(&before, room);
        let text = paint::cut(&format!("{shown}{after}"), room);
        let start = if right { room.saturating_sub(paint::width(&text)) } else { 0 };
        paint::write(buffer, area, start, 0, &text, style);
        if active {
            let under = after.graphemes(true).next().unwrap_or(" ");
            let at = start + paint::width(&shown);
            paint::write(buffer, area, at, 0, under, view.look.caret());
        }
    }
}

impl TextField {
    /// Draws a long text over all rows of an area, broken between words; where it has more lines
    /// than there are rows, those around the caret are seen.
    pub fn draw_over(&self, area: Rect, buffer: &mut Buffer, view: &View, active: bool) {
        if area.is_empty() {
            return;
        }
        let style = if active { view.look.field_active() } else { view.look.field() };
        let letters: Vec<&str> = self.text.graphemes(true).collect();
        let lines = lines(&letters, area.width.saturating_sub(1));
        let at = lines.iter().rposition(|(from, _)| *from <= self.caret).unwrap_or(0);
        let rows = usize::from(area.height);
        let last = (at + 1).saturating_sub(rows);
        let first = if active { last } else { 0 };
        for y in 0..area.height {
            let blank = " ".repeat(usize::from(area.width));
            paint::write(buffer, area, 0, y, &blank, style);
            let Some((from, to)) = lines.get(first + usize::from(y)).copied() else { continue };
            let line: String = letters.iter().skip(from).take(to - from).copied().collect();
            paint::write(buffer, area, 0, y, &line, style);
            if active && first + usize::from(y) == at {
                let before: String =
                    letters.iter().skip(from).take(self.caret - from).copied().collect();
                let under = letters.get(self.caret).copied().unwrap_or(" ");
                paint::write(buffer, area, paint::width(&before), y, under, view.look.caret());
            }
        }
    }
}

/// The lines of a text as letters from and to, no wider than the room: broken after a blank where
/// there is one. A blank at a line's end may stand beyond it.
fn lines(letters: &[&str], room: u16) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let (mut from, mut used, mut blank) = (0, 0_u16, None);
    for (at, letter) in letters.iter().enumerate() {
        let wide = paint::width(letter);
        if used.saturating_add(wide) > room && *letter != " " {
            let to = blank.unwrap_or(at).max(from + 1);
            lines.push((from, to));
            from = to;
            used = letters.iter().take(at).skip(from).map(|letter| paint::width(letter)).sum();
            blank = None;
        }
        used = used.saturating_add(wide);
        if *letter == " " {
            blank = Some(at + 1);
        }
    }
    lines.push((from, letters.len()));
    lines
}

/// The last letters of a text that fit a width.
fn tail(text: &str, room: u16) -> String {
    let letters: Vec<&str> = text.graphemes(true).collect();
    let mut used: u16 = 0;
    let mut from = letters.len();
    for letter in letters.iter().rev() {
        used = used.saturating_add(paint::width(letter));
        if used > room {
            break;
        }
        from -= 1;
    }
    letters.into_iter().skip(from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> TextField {
        let mut field = TextField::new();
        for letter in text.chars() {
            field.on(&Action::Type(letter));
        }
        field
    }

    #[test]
    fn a_mark_typed_after_its_letter_joins_it() {
        let field = typed("Nguye\u{302}\u{303}n");
        assert_eq!(field.text(), "Nguyễn");
    }

    #[test]
    fn a_long_text_breaks_between_words_and_keeps_every_letter() {
        let letters: Vec<&str> = "Họp tổ vay vốn".graphemes(true).collect();
        let broken = |room| {
            let lines = lines(&letters, room).into_iter();
            lines.map(|(from, to)| letters[from..to].concat()).collect::<Vec<_>>()
        };
        assert_eq!(broken(8), ["Họp tổ ", "vay vốn"]);
        assert_eq!(broken(6), ["Họp tổ ", "vay ", "vốn"]);
        assert_eq!(broken(2), ["Họ", "p ", "tổ ", "va", "y ", "vố", "n"]);
        assert_eq!(broken(40), ["Họp tổ vay vốn"]);
        assert_eq!(lines(&[], 5), [(0, 0)]);
    }

    #[test]
    fn a_long_text_takes_as_much_as_minutes_may_have() {
        let mut field = TextField::long();
        field.on(&Action::Paste("x".repeat(20_000)));
        assert_eq!(field.text().len(), 10_000);
        field.on(&Action::EraseAll);
        field.set(&"y".repeat(2_000));
        assert_eq!(field.text().len(), 2_000);
    }

    #[test]
    fn erasing_takes_whole_letters() {
        let mut field = TextField::with("Rượng");
        field.on(&Action::Erase);
        field.on(&Action::Erase);
        field.on(&Action::Erase);
        assert_eq!(field.text(), "Rư");
        field.on(&Action::First);
        field.on(&Action::Erase);
        field.on(&Action::EraseForward);
        assert_eq!(field.text(), "ư");
    }

    #[test]
    fn letters_go_in_where_the_caret_is() {
        let mut field = typed("Lý Hoa");
        field.on(&Action::Left);
        field.on(&Action::Left);
        field.on(&Action::Left);
        field.on(&Action::Paste("Thị\n".into()));
        assert_eq!(field.text(), "Lý Thị Hoa");
        field.on(&Action::EraseWord);
        assert_eq!(field.text(), "Lý Hoa");
        field.on(&Action::EraseAll);
        assert!(field.is_blank());
        assert_eq!(field.trimmed(), None);
    }

    #[test]
    fn of_a_paste_beyond_the_bound_as_much_is_taken_as_fits() {
        let mut field = typed("ab");
        field.on(&Action::Left);
        field.on(&Action::Paste("x".repeat(100_000)));
        assert_eq!(field.text(), format!("a{}b", "x".repeat(998)));
        assert_eq!(field.caret, 999);
        field.on(&Action::Type('y'));
        assert_eq!((field.letters(), field.caret), (1_000, 999));
        field.on(&Action::Erase);
        field.on(&Action::Paste("ộộ".to_owned()));
        assert!(field.text().ends_with("xộb"), "one fits");
    }
}
