//! `tkvv record sheet`: a group's collection sheet (13/TD) as one piece.

use super::cells::Cells;
use crate::cli::failure::Failure;
use crate::office::command::{NewSheet, SheetLine};
use serde_json::{Map, Value};

pub(super) const KEYS: &[&str] = &["id", "group", "session", "attendance", "lines"];
const LINE_KEYS: &[&str] = &["member", "interest", "savings", "withdrawal", "note"];

pub(super) fn read(cells: &mut Cells<'_>) -> Result<NewSheet, Failure> {
    Ok(NewSheet {
        id: cells.id()?,
        group: cells.code("group")?,
        session: cells.day("session")?,
        attendance: cells.maybe_word("attendance")?,
        lines: lines(cells)?,
    })
}

fn lines(cells: &mut Cells<'_>) -> Result<Vec<SheetLine>, Failure> {
    let lines = cells.lines("lines", LINE_KEYS, short)?;
    lines.into_iter().map(line).collect()
}

fn line(mut cells: Cells<'_>) -> Result<SheetLine, Failure> {
    Ok(SheetLine {
        member: cells.code("member")?,
        interest: cells.maybe_money("interest")?,
        savings: cells.maybe_money("savings")?,
        withdrawal: cells.maybe_money("withdrawal")?,
        note: cells.maybe("note")?.unwrap_or_default(),
    })
}

/// `member:interest:savings:withdrawal:note;…`, where a sum may be left empty, and what stands at
/// the end left out.
fn short(text: &str) -> Option<Vec<Map<String, Value>>> {
    let lines = text.split(';').map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let cells: Vec<&str> = line.splitn(LINE_KEYS.len(), ':').map(str::trim).collect();
            let fits = cells.len() >= 2;
            let named = LINE_KEYS.iter().zip(cells);
            fits.then(|| named.map(|(key, cell)| ((*key).to_owned(), Value::from(cell))).collect())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_short_line_is_member_interest_savings_withdrawal_and_note() {
        let text = "0070000002:110000:20000; 0070000011::30000; 0070000012:5000:::hẹn: 20/10";
        let lines = short(text).expect("lines");
        let expected = [
            json!({"member": "0070000002", "interest": "110000", "savings": "20000"}),
            json!({"member": "0070000011", "interest": "", "savings": "30000"}),
            json!({"member": "0070000012", "interest": "5000", "savings": "", "withdrawal": "",
                "note": "hẹn: 20/10"}),
        ];
        assert_eq!(lines.into_iter().map(Value::Object).collect::<Vec<_>>(), expected);
        assert_eq!(short("0070000002"), None);
    }
}
