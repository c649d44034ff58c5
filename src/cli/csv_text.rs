//! CSV for spreadsheets. A cell that a spreadsheet would run as a formula is made text.

use serde_json::Value;

/// Writes columns and rows as RFC 4180 has it, with plain line ends.
pub(super) fn write(columns: &[String], rows: &[Vec<Value>]) -> String {
    let mut out = head(columns);
    for cells in rows {
        // A row that is shorter than others lacks its last cells.
        let missing = std::iter::repeat_n(String::new(), columns.len().saturating_sub(cells.len()));
        out.push_str(&line(cells.iter().map(cell).chain(missing)));
    }
    out
}

/// The line of the columns' names.
pub(super) fn head(columns: &[String]) -> String {
    line(columns.iter().map(|column| as_text(column)))
}

/// The line of a row that has a cell for each column.
pub(super) fn row(cells: &[Value]) -> String {
    line(cells.iter().map(cell))
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let mut line = cells.map(|cell| quoted(&cell)).collect::<Vec<_>>().join(",");
    line.push('\n');
    line
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => as_text(text),
        other => other.to_string(),
    }
}

/// An apostrophe in front keeps a spreadsheet from taking text as a formula. A negative decimal is
/// a number, not text.
fn as_text(text: &str) -> String {
    let number = text.strip_prefix('-').is_some_and(|rest| {
        rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && !rest.is_empty()
    });
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn formulas_become_text_and_negative_numbers_stay_numbers() {
        let columns = ["a".to_owned(), "b".to_owned()];
        let rows = [
            vec![json!("=1+1"), json!("@x")],
            vec![json!("-0.5"), json!(-3)],
            vec![json!("-x"), json!("a, \"b\"")],
            vec![json!(null)],
        ];
        let expected = "a,b\n'=1+1,'@x\n-0.5,-3\n'-x,\"a, \"\"b\"\"\"\n,\n";
        assert_eq!(write(&columns, &rows), expected);
    }
}
