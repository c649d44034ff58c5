//! What is said of a salvage: one page of what was saved, what was not, and how to go on.

use super::Language;
use super::format::count;
use crate::office::{Salvaged, SalvagedTable};

/// The page; of what is lost so many rows are named.
#[must_use]
pub fn page(language: Language, done: &Salvaged, faults: &[String], named: usize) -> String {
    let vi = language == Language::Vi;
    let (from, book) = (done.from.display(), done.book.display());
    let taken = count(done.taken());
    let mut lines = if vi {
        vec![
            format!("Đã vớt {taken} dòng của {from} sang sổ mới: {book}"),
            "Tệp hỏng vẫn để nguyên ở chỗ cũ; sổ mới mang mã máy mới.".to_owned(),
        ]
    } else {
        vec![
            format!("{taken} rows of {from} were taken over into a new book: {book}"),
            "The broken file is as it was; the new book has a machine id of its own.".to_owned(),
        ]
    };
    lines.extend(done.tables.iter().map(|table| of_table(vi, table)));
    lines.extend(losses(vi, done, named));
    lines.extend(faults.iter().cloned());
    lines.push(how_on(vi, &book.to_string(), faults.len()));
    lines.push(String::new());
    lines.join("\n")
}

/// One table: `payments: 1.204 taken, 3 of them unverified`.
fn of_table(vi: bool, table: &SalvagedTable) -> String {
    let words: [(usize, &str, &str); 5] = [
        (table.taken, "vớt được", "taken"),
        (table.unverified, "trong đó không còn mã để kiểm", "of them without a sum to check"),
        (table.changed, "sai mã, không lấy", "not what was recorded, left out"),
        (table.dropped, "bỏ vì thiếu phần liên quan", "left out, as what they need is lost"),
        (table.rebuilt, "dựng lại từ lịch sử thay đổi", "made again of their history"),
    ];
    let parts: Vec<String> = words
        .iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, said_vi, said_en)| {
            format!("{} {}", count(*number), if vi { said_vi } else { said_en })
        })
        .collect();
    format!("  {}: {}", table.table, parts.join(", "))
}

/// The table of what master rows were before: what is lost of it nobody records again.
const HISTORY: &str = "versions";

/// What is lost, by name where it has one, and what stayed without something.
fn losses(vi: bool, done: &Salvaged, named: usize) -> Vec<String> {
    let (history, facts): (Vec<_>, Vec<_>) =
        done.lost.iter().partition(|(table, _)| table == HISTORY);
    let all = facts.len() + done.nameless;
    let mut lines = Vec::new();
    lines.push(match (vi, all) {
        (true, 0) => "Không mất dòng nào mà chuỗi ghi nhận.".to_owned(),
        (false, 0) => "No row that the chains know of is lost.".to_owned(),
        (true, _) => format!("Mất {} dòng, xin ghi lại từ giấy tờ:", count(all)),
        (false, _) => format!("{} rows are lost, please record them from paper:", count(all)),
    });
    let shown = facts.iter().take(named);
    lines.extend(shown.map(|(table, id)| format!("  {table} {id}")));
    let more = facts.len().saturating_sub(named);
    if more > 0 {
        let more = count(more);
        lines.push(if vi {
            format!("  và {more} dòng nữa (--format json kể hết)")
        } else {
            format!("  and {more} more (--format json names them all)")
        });
    }
    if done.nameless > 0 {
        let nameless = count(done.nameless);
        lines.push(if vi {
            format!("  {nameless} dòng không còn biết là dòng nào; có thể có dòng hủy")
        } else {
            format!("  {nameless} that nothing names any more; some may have taken others back")
        });
    }
    if !history.is_empty() {
        let history = count(history.len());
        lines.push(if vi {
            format!("Mất {history} dòng lịch sử thay đổi của hộ, món vay, tổ…")
        } else {
            format!("{history} rows of the history of members, loans, groups, … are lost.")
        });
    }
    if done.loosened > 0 {
        let loosened = count(done.loosened);
        lines.push(if vi {
            format!("{loosened} dòng giữ lại, nhưng không còn gắn với bảng kê, tổ trưởng… đã mất.")
        } else {
            format!("{loosened} rows stayed without the sheet, leader, … that is lost.")
        });
    }
    if done.renewed > 0 {
        let renewed = count(done.renewed);
        lines.push(if vi {
            format!("{renewed} hộ, món vay, tổ… còn nguyên; lịch sử thay đổi bắt đầu lại.")
        } else {
            format!("{renewed} members, loans, groups, … are there; their history begins anew.")
        });
    }
    lines
}

/// What the check of the new book says, and what to do with it.
fn how_on(vi: bool, book: &str, faults: usize) -> String {
    let faults_said = count(faults);
    match (vi, faults) {
        (true, 0) => format!(
            "Đã kiểm sổ mới: đúng. Dùng thử: tkvv --book {book}\n\
             Thay sổ hỏng: tkvv restore {book} (sổ hỏng được cất riêng)."
        ),
        (false, 0) => format!(
            "The new book was checked: it is sound. To look at it: tkvv --book {book}\n\
             To put it in the broken one's place: tkvv restore {book} (which keeps that aside)."
        ),
        (true, _) => format!(
            "Đã kiểm sổ mới: {faults_said} chỗ sai như trên. Chỉ nên xem: tkvv --book {book}"
        ),
        (false, _) => format!(
            "The new book was checked: {faults_said} faults, see above. For reading: \
             tkvv --book {book}"
        ),
    }
}
