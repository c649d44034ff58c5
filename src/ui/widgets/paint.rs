//! Putting text on the screen by its width in columns, cut by whole letters.

use crate::text::format;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The width of a text in columns.
#[must_use]
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// The text cut to a width by whole letters, with `…` where something was cut.
#[must_use]
pub fn cut(text: &str, room: u16) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used: u16 = 0;
    for letter in text.graphemes(true) {
        let wide = width(letter);
        if used + wide + 1 > room {
            break;
        }
        used += wide;
        out.push_str(letter);
    }
    if room > 0 {
        out.push('…');
    }
    out
}

/// The text filled up with blanks to a width, at the right of them where `right`.
#[must_use]
pub fn pad(text: &str, room: u16, right: bool) -> String {
    let text = cut(text, room);
    let blanks = " ".repeat(usize::from(room.saturating_sub(width(&text))));
    if right { blanks + &text } else { text + &blanks }
}

/// A text broken into lines of at most a width, between words; a longer word is cut.
#[must_use]
pub fn wrap(text: &str, room: u16) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(cut(word, room)),
        }
    }
    lines
}

/// Facts in one line, those that no longer fit left out; the first is cut where it must be.
#[must_use]
pub fn joined(facts: &[String], room: u16) -> String {
    let mut line = String::new();
    for fact in facts {
        if line.is_empty() {
            line = cut(fact, room);
        } else if width(&line) + 3 + width(fact) <= room {
            line = format!("{line} · {fact}");
        } else {
            break;
        }
    }
    line
}

/// Writes a text at a place inside an area, cut to what is left of its row.
pub fn write(buffer: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, style: Style) {
    let area = area.intersection(buffer.area);
    let (Some(column), Some(row)) = (area.x.checked_add(x), area.y.checked_add(y)) else { return };
    if x >= area.width || y >= area.height {
        return;
    }
    buffer.set_string(column, row, cut(text, area.width - x), style);
}

/// Writes a text that ends at the right side of an area.
pub fn write_right(buffer: &mut Buffer, area: Rect, y: u16, text: &str, style: Style) {
    let text = cut(text, area.width);
    write(buffer, area, area.width.saturating_sub(width(&text)), y, &text, style);
}

/// Gives a row of an area a style, over what is written there.
pub fn tint(buffer: &mut Buffer, area: Rect, y: u16, style: Style) {
    if y < area.height {
        let row = Rect { y: area.y.saturating_add(y), height: 1, ..area };
        buffer.set_style(row.intersection(buffer.area), style);
    }
}

/// One row of an area; empty where there is none.
#[must_use]
pub fn row(area: Rect, y: u16) -> Rect {
    let height = u16::from(y < area.height);
    Rect { y: area.y.saturating_add(y.min(area.height)), height, ..area }
}

/// What is left of an area below its first rows.
#[must_use]
pub fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y.saturating_add(rows), height: area.height - rows, ..area }
}

/// What is left of an area above its last rows.
#[must_use]
pub fn above(area: Rect, rows: u16) -> Rect {
    Rect { height: area.height.saturating_sub(rows), ..area }
}

/// A count with its thing: `34 tổ viên`.
#[must_use]
pub fn counted(number: usize, thing: &str) -> String {
    format!("{} {thing}", format::count(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_by_whole_letters_and_columns() {
        assert_eq!(cut("Trần Văn Đực", 12), "Trần Văn Đực");
        assert_eq!(cut("Trần Văn Đực", 8), "Trần Vă…");
        assert_eq!(cut("Tra\u{302}\u{300}n Văn", 4), "Tra\u{302}\u{300}…");
        assert_eq!(cut("陳文德", 4), "陳…");
        assert_eq!((cut("abc", 1), cut("abc", 0)), ("…".into(), String::new()));
    }

    #[test]
    fn facts_that_do_not_fit_are_left_out_whole() {
        let facts = ["một".to_owned(), "hai".to_owned(), "ba".to_owned()];
        assert_eq!(joined(&facts, 10), "một · hai");
        assert_eq!(joined(&facts, 2), "m…");
        assert_eq!(joined(&[], 5), "");
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("một hai ba", 7), ["một hai", "ba"]);
        assert!(wrap("", 5).is_empty());
    }
}
