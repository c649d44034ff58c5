//! What the command line says: what it wants, what was wrong, what was done.

use super::format::{count, day};
use super::{Language, refusals};
use crate::domain::day::Day;
use crate::domain::stamp::Stamp;
use crate::office::{Holder, Warning};

fn of(language: Language, vi: String, en: String) -> String {
    if language == Language::Vi { vi } else { en }
}

/// What a day looks like.
#[must_use]
pub const fn a_day(language: Language) -> &'static str {
    match language {
        Language::Vi => "ngày có thật, như 2026-10-15",
        Language::En => "a day of the calendar like 2026-10-15",
    }
}

/// What a day looks like that is not after another.
#[must_use]
pub fn a_day_until(language: Language, until: Day) -> String {
    of(
        language,
        format!("{}, không sau {until}", a_day(language)),
        format!("{} not after {until}", a_day(language)),
    )
}

/// An option or variable has a value that can't be used.
#[must_use]
pub fn wrong_option(language: Language, option: &str, given: &str, expected: &str) -> String {
    if given.is_empty() {
        return of(
            language,
            format!("thiếu {option}; cần {expected}."),
            format!("{option} is missing; expected {expected}."),
        );
    }
    of(
        language,
        format!("{option} không nhận “{given}”; cần {expected}."),
        format!("{option} can't be “{given}”; expected {expected}."),
    )
}

/// An option that this version does not have yet.
#[must_use]
pub fn not_yet(language: Language, option: &str) -> String {
    of(
        language,
        format!("bản này chưa làm được {option}."),
        format!("this version can't do {option} yet."),
    )
}

/// An option or argument that the command does not know.
#[must_use]
pub fn useless_option(language: Language, command: &str, option: &str) -> String {
    of(
        language,
        format!("{command} không dùng {option}; xin bỏ đi."),
        format!("{command} does not use {option}; please leave it out."),
    )
}

/// A name that is in no list; what there is, shortened.
#[must_use]
pub fn unknown(language: Language, what: &str, given: &str, known: &[String]) -> String {
    let mut list = known.iter().take(20).cloned().collect::<Vec<_>>().join(", ");
    if known.len() > 20 {
        list.push_str(", …");
    }
    let none = of(language, "(trống)".to_owned(), "(none)".to_owned());
    let list = if list.is_empty() { none } else { list };
    of(
        language,
        format!("{what} không có “{given}”; hiện có: {list}."),
        format!("{what}: there is no “{given}”; there is: {list}."),
    )
}

/// A day that is no session; the nearest ones.
#[must_use]
pub fn no_session(language: Language, given: &str, nearest: &[Day]) -> String {
    let list = nearest.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    of(
        language,
        format!("--session: “{given}” không phải phiên giao dịch; các phiên gần nhất: {list}."),
        format!("--session: “{given}” is no session; the nearest ones: {list}."),
    )
}

/// A book without a transaction point has no sessions.
#[must_use]
pub const fn no_points(language: Language) -> &'static str {
    match language {
        Language::Vi => {
            "sổ chưa có điểm giao dịch nào, nên chưa có phiên nào; hãy nhập điểm trước."
        }
        Language::En => "the book has no transaction point, so no session yet; record one first.",
    }
}

/// A loan that does not exist yet on the day asked about.
#[must_use]
pub fn not_there_yet(language: Language, loan: &str, asked: Day, first: Day) -> String {
    of(
        language,
        format!("ngày {} chưa có món vay {loan}; có từ {}.", day(asked), day(first)),
        format!("there is no loan {loan} on {asked} yet; it is there from {first} on."),
    )
}

/// A cell of `record` that can't be used.
#[must_use]
pub fn wrong_value(language: Language, key: &str, given: &str, expected: &str) -> String {
    if given.is_empty() {
        return format!("{key}: {expected}.");
    }
    let given: String = given.chars().take(60).collect();
    of(
        language,
        format!("{key}: thấy “{given}”; {expected}."),
        format!("{key}: found “{given}”; {expected}."),
    )
}

/// One of several things; its number.
#[must_use]
pub fn numbered(language: Language, number: usize, message: &str) -> String {
    of(language, format!("mục {number}: {message}"), format!("item {number}: {message}"))
}

/// An argument that is not `key=value`.
#[must_use]
pub fn not_a_pair(language: Language, given: &str) -> String {
    of(
        language,
        format!("“{given}” phải viết dạng khóa=giá trị, như amount=500000."),
        format!("“{given}” must be key=value, like amount=500000."),
    )
}

/// A key that was given twice.
#[must_use]
pub fn given_twice(language: Language, key: &str) -> String {
    of(language, format!("{key} có hai lần."), format!("{key} is given twice."))
}

/// A JSON object of a mixed list whose kind is also the name of a column.
#[must_use]
pub fn says_no_kind(language: Language, word: &str) -> String {
    of(
        language,
        format!("mục {word} có cột kind riêng; xin ghi \"record\": \"{word}\" để nói loại."),
        format!("a {word} has a kind of its own; say \"record\": \"{word}\" for what it is."),
    )
}

/// What came in is no JSON object or list of them.
#[must_use]
pub fn not_json(language: Language, why: &str) -> String {
    of(
        language,
        format!("cần một đối tượng JSON hoặc danh sách các đối tượng: {why}"),
        format!("expected a JSON object or a list of them: {why}"),
    )
}

/// A file that could not be read or written.
#[must_use]
pub fn file_error(language: Language, path: &str, error: &std::io::Error) -> String {
    of(
        language,
        format!("không đọc hoặc ghi được {path}: {error}"),
        format!("{path} can't be read or written: {error}"),
    )
}

/// A person without a folder for data.
#[must_use]
pub fn no_home(language: Language) -> String {
    of(
        language,
        "không tìm thấy thư mục dữ liệu của người dùng; xin dùng --book TỆP.".to_owned(),
        "the user's data folder can't be found; please use --book FILE.".to_owned(),
    )
}

/// There is no book yet, and what to do.
#[must_use]
pub fn no_book(language: Language, path: &str) -> String {
    of(
        language,
        format!(
            "chưa có sổ ở {path}. Xem thử: tkvv demo. Nhập dữ liệu: tkvv import THƯ_MỤC. \
             Sổ ở nơi khác: --book TỆP."
        ),
        format!(
            "there is no book at {path} yet. To look around: tkvv demo. To take in data: \
             tkvv import FOLDER. A book elsewhere: --book FILE."
        ),
    )
}

/// Somebody else writes in the book: who, on which machine, since when, as far as that is known.
#[must_use]
pub fn held_by(language: Language, holder: &Holder) -> String {
    let (vi, en) = (language == Language::Vi, language == Language::En);
    let mut known = Vec::new();
    if let Some(machine) = &holder.machine {
        known.push(of(language, format!("máy {machine}"), format!("on {machine}")));
    }
    if let Some(process) = holder.process.filter(|_| !known.is_empty()) {
        known.push(of(language, format!("tiến trình {process}"), format!("process {process}")));
    }
    if let Some(since) = holder.since.map(Stamp::in_vietnam) {
        known.push(of(language, format!("từ {since}"), format!("since {since}")));
    }
    let known = if known.is_empty() { String::new() } else { format!(" ({})", known.join(", ")) };
    match &holder.who {
        Some(who) if vi => format!("{who} đang mở sổ để ghi{known}; ở đây chỉ đọc được."),
        Some(who) => {
            format!("{who} has the book open for writing{known}; it can only be read here.")
        }
        None if en => {
            format!("the book is open for writing in another window{known}; here it is only read.")
        }
        None => format!("sổ đang mở ở cửa sổ khác{known}; ở đây chỉ đọc được."),
    }
}

/// Screens need a terminal.
#[must_use]
pub fn no_terminal(language: Language) -> String {
    of(
        language,
        "màn hình cần chạy trong cửa sổ dòng lệnh; để lấy số liệu, dùng tkvv report.".to_owned(),
        "screens need a terminal; for figures use tkvv report.".to_owned(),
    )
}

/// The sample data is being laid out.
#[must_use]
pub fn making_demo(language: Language) -> String {
    of(
        language,
        "Đang soạn sổ mẫu; không có gì được giữ lại khi thoát.".to_owned(),
        "Laying out the sample book; nothing is kept when you leave.".to_owned(),
    )
}

/// Rows of one file that were brought.
#[must_use]
pub fn rows_of_file(file: &str, rows: usize) -> String {
    format!("{file:<22}{:>12}", count(rows))
}

/// What an import did, or would do.
#[must_use]
pub fn imported(language: Language, added: usize, known: usize, dry_run: bool) -> String {
    let (added, known) = (count(added), count(known));
    match (language, dry_run) {
        (Language::Vi, false) => format!("Đã nhập {added} dòng; {known} dòng có sẵn, bỏ qua."),
        (Language::Vi, true) => {
            format!("Đọc thử: {added} dòng mới, {known} dòng có sẵn; chưa nhập gì.")
        }
        (Language::En, false) => format!("Imported {added} rows; {known} were known, skipped."),
        (Language::En, true) => {
            format!("Dry run: {added} new rows, {known} known; nothing was imported.")
        }
    }
}

/// What an export wrote.
#[must_use]
pub fn exported(language: Language, rows: usize, folder: &str) -> String {
    let rows = count(rows);
    of(
        language,
        format!("Đã xuất {rows} dòng vào {folder}."),
        format!("Wrote {rows} rows into {folder}."),
    )
}

/// What was generated.
#[must_use]
pub fn generated(language: Language, communes: u32, rows: usize, folder: &str) -> String {
    let rows = count(rows);
    of(
        language,
        format!("Đã tạo {communes} xã giả lập, {rows} dòng, vào {folder}."),
        format!("Made {communes} synthetic communes, {rows} rows, in {folder}."),
    )
}

/// How much to generate was not said.
#[must_use]
pub fn communes_or_province(language: Language) -> String {
    of(
        language,
        "thiếu --communes N (số xã) hoặc --province (109 xã).".to_owned(),
        "--communes N or --province (109 communes) is missing.".to_owned(),
    )
}

/// A warning.
#[must_use]
pub fn warning(language: Language, text: &str) -> String {
    of(language, format!("Lưu ý: {text}"), format!("Warning: {text}"))
}

/// Warnings that were not listed.
#[must_use]
pub fn more_warnings(language: Language, more: usize) -> String {
    let more = count(more);
    of(language, format!("và {more} lưu ý khác"), format!("and {more} more warnings"))
}

/// Something odd in the book.
#[must_use]
pub fn odd(language: Language, warning: &Warning) -> String {
    match warning {
        Warning::PrincipalThroughGroup(loan, id) => of(
            language,
            format!("món vay {loan}: khoản gốc {id} thu qua tổ"),
            format!("loan {loan}: principal {id} went through the group"),
        ),
        Warning::PrincipalWithoutReceipt(loan, id) => of(
            language,
            format!("món vay {loan}: khoản gốc {id} không có số biên lai"),
            format!("loan {loan}: principal {id} has no receipt number"),
        ),
        Warning::AssociationCollected(id, name) => of(
            language,
            format!("khoản thu {id}: người thu là {name}, mà hội, đoàn thể không thu tiền"),
            format!("entry {id}: collected by {name}, but associations collect nothing"),
        ),
        Warning::ChangeBeyondLimits(loan, id, refusal) => {
            let why = refusals::sentence(language, refusal);
            of(
                language,
                format!("món vay {loan}: điều chỉnh {id} ngoài mức cho phép. {why}"),
                format!("loan {loan}: change {id} is beyond what is allowed. {why}"),
            )
        }
        Warning::GroupSize { group, members, allowed: (least, most) } => of(
            language,
            format!("tổ {group} có {members} tổ viên, thường từ {least} đến {most}"),
            format!("group {group} has {members} members, usually from {least} to {most}"),
        ),
    }
}

/// There are no stored sums to make anew.
#[must_use]
pub const fn nothing_to_rebuild(language: Language) -> &'static str {
    match language {
        Language::Vi => {
            "Bản này không lưu sẵn con số nào: mọi số đều tính từ bút toán, nên không có gì phải \
             tính lại."
        }
        Language::En => {
            "This version stores no sums: every figure is computed from facts, so there is nothing \
             to rebuild."
        }
    }
}

/// What a check came to.
#[must_use]
pub fn checked(language: Language, faults: usize, warnings: usize) -> String {
    let (faults_text, warnings) = (count(faults), count(warnings));
    match (language, faults) {
        (Language::Vi, 0) => format!("Sổ nguyên vẹn; {warnings} lưu ý."),
        (Language::Vi, _) => format!("Sổ có {faults_text} lỗi và {warnings} lưu ý."),
        (Language::En, 0) => format!("The book is whole; {warnings} warnings."),
        (Language::En, _) => format!("The book has {faults_text} faults and {warnings} warnings."),
    }
}
