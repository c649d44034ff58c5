//! An aligned table for a terminal; widths are those of what is seen, not of bytes.

use unicode_width::UnicodeWidthStr;

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    text: String,
    right: bool,
}

impl Cell {
    /// A word.
    pub(super) const fn left(text: String) -> Cell {
        Cell { text, right: false }
    }

    /// A number.
    pub(super) const fn right(text: String) -> Cell {
        Cell { text, right: true }
    }
}

/// Draws columns with their names; without a row only the names.
pub(super) fn draw(names: &[String], rows: &[Vec<Cell>]) -> String {
    let width = |text: &str| UnicodeWidthStr::width(text);
    let mut widths: Vec<usize> = names.iter().map(|name| width(name)).collect();
    for row in rows {
        for (cell, widest) in row.iter().zip(&mut widths) {
            *widest = (*widest).max(width(&cell.text));
        }
    }
    let numbers: Vec<bool> = (0..names.len()).map(|at| is_number(rows, at)).collect();
    let heads = names.iter().zip(&numbers).map(|(name, right)| {
        let text = name.clone();
        Cell { text, right: *right }
    });
    let mut out = line(&heads.collect::<Vec<_>>(), &widths);
    let rule: Vec<String> = widths.iter().map(|widest| "─".repeat(*widest)).collect();
    out.push_str(&rule.join("  "));
    out.push('\n');
    for row in rows {
        out.push_str(&line(row, &widths));
    }
    out
}

/// Whether a column holds numbers, and so stands to the right.
fn is_number(rows: &[Vec<Cell>], at: usize) -> bool {
    rows.iter().filter_map(|row| row.get(at)).any(|cell| cell.right)
}

fn line(cells: &[Cell], widths: &[usize]) -> String {
    let mut out = String::new();
    for (cell, widest) in cells.iter().zip(widths) {
        let space = " ".repeat(widest.saturating_sub(UnicodeWidthStr::width(cell.text.as_str())));
        if !out.is_empty() {
            out.push_str("  ");
        }
        if cell.right {
            out.push_str(&space);
            out.push_str(&cell.text);
        } else {
            out.push_str(&cell.text);
            out.push_str(&space);
        }
    }
    let mut out = out.trim_end().to_owned();
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_their_names_whatever_letters_they_have() {
        let names = ["tên".to_owned(), "nợ".to_owned()];
        let rows = [
            vec![Cell::left("Thạch Thị Sa Rên".to_owned()), Cell::right("5".to_owned())],
            vec![Cell::left("An".to_owned()), Cell::right("1.000".to_owned())],
        ];
        let expected = "\
tên                  nợ
────────────────  ─────
Thạch Thị Sa Rên      5
An                1.000
";
        assert_eq!(draw(&names, &rows), expected);
    }
}
