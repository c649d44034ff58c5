//! The sentences for what is wrong, or unusual, with a folder that is to be imported.

mod collection;

use super::Language;
use super::format::{count, day, money};
use super::rulebooks;
use crate::domain::day::Day;
use crate::exchange::native::{Fault, Unusual, Warning, Wrong};

/// The line for a fault: `file:row:column: what was found; what was expected`.
#[must_use]
pub fn fault(language: Language, fault: &Fault) -> String {
    let mut place = fault.file.clone();
    if let Some(line) = fault.line {
        place.push_str(&format!(":{line}"));
        if !fault.column.is_empty() {
            place.push_str(&format!(":{}", fault.column));
        }
    }
    let (found, expected) = match language {
        Language::Vi => (found_vi(fault), expected_vi(&fault.wrong)),
        Language::En => (found_en(fault), expected_en(&fault.wrong)),
    };
    if found.is_empty() {
        format!("{place}: {expected}")
    } else {
        format!("{place}: {found}; {expected}")
    }
}

/// What would be right, for a fault of one value.
#[must_use]
pub fn expected(language: Language, wrong: &Wrong) -> String {
    match language {
        Language::Vi => expected_vi(wrong),
        Language::En => expected_en(wrong),
    }
}

/// How many faults were not listed.
#[must_use]
pub fn and_more(language: Language, more: usize) -> String {
    match language {
        Language::Vi => format!("và {} lỗi khác", count(more)),
        Language::En => format!("and {} more", count(more)),
    }
}

/// That nothing was imported, for the last line.
#[must_use]
pub fn nothing_imported(language: Language, total: usize) -> String {
    let total = count(total);
    match language {
        Language::Vi => format!("Có {total} lỗi; không nhập gì vào sổ."),
        Language::En => format!("{total} faults; nothing was imported."),
    }
}

/// The line for something unusual.
#[must_use]
pub fn warning(language: Language, warning: &Warning) -> String {
    let place = format!("{}:{}", warning.file, warning.line);
    format!("{place}: {}", unusual(language, &warning.about, warning.unusual))
}

fn unusual(language: Language, about: &str, unusual: Unusual) -> String {
    match (language, unusual) {
        (Language::Vi, Unusual::GroupSize(members, least, most)) => {
            format!("tổ {about} có {members} tổ viên, thường từ {least} đến {most}")
        }
        (Language::En, Unusual::GroupSize(members, least, most)) => {
            format!("group {about} has {members} members, usually from {least} to {most}")
        }
        (Language::Vi, Unusual::PrincipalThroughGroup) => {
            format!("khoản gốc {about} thu qua tổ; gốc phải trả trực tiếp cho ngân hàng")
        }
        (Language::En, Unusual::PrincipalThroughGroup) => {
            format!("principal {about} went through the group; it is to be paid to the bank")
        }
        (Language::Vi, Unusual::PrincipalWithoutReceipt) => {
            format!("khoản gốc {about} không có số biên lai của ngân hàng")
        }
        (Language::En, Unusual::PrincipalWithoutReceipt) => {
            format!("principal {about} has no receipt number of the bank")
        }
    }
}

/// What was found, shortened to what a line can hold, without what would spoil a terminal.
fn shown(found: &str) -> String {
    let clean: String =
        found.chars().map(|letter| if letter.is_control() { '�' } else { letter }).collect();
    match clean.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", clean.get(..end).unwrap_or_default()),
        None => clean,
    }
}

/// Whether a fault is about what is not there.
const fn is_absence(wrong: &Wrong) -> bool {
    matches!(
        wrong,
        Wrong::NoFolder
            | Wrong::MissingFile
            | Wrong::Unreadable(_)
            | Wrong::TooLarge(_)
            | Wrong::TooManyRows(_)
            | Wrong::NotToml(_)
            | Wrong::Rulebook(_)
            | Wrong::MissingColumn(_)
            | Wrong::Empty
            | Wrong::Duplicate(_)
            | Wrong::OtherContent
    )
}

fn found_vi(fault: &Fault) -> String {
    if is_absence(&fault.wrong) {
        return String::new();
    }
    match &fault.wrong {
        Wrong::Cells(_) => format!("có {} ô", fault.found),
        Wrong::InstalmentsSum(sum, _) => format!("các kỳ cộng lại {}", money(*sum)),
        Wrong::BeyondPrincipal(sum, _) => format!("giải ngân cộng lại {}", money(*sum)),
        _ => format!("thấy “{}”", shown(&fault.found)),
    }
}

fn found_en(fault: &Fault) -> String {
    if is_absence(&fault.wrong) {
        return String::new();
    }
    match &fault.wrong {
        Wrong::Cells(_) => format!("has {} cells", fault.found),
        Wrong::InstalmentsSum(sum, _) => format!("the instalments add up to {}", money(*sum)),
        Wrong::BeyondPrincipal(sum, _) => format!("disbursements add up to {}", money(*sum)),
        _ => format!("found “{}”", shown(&fault.found)),
    }
}

/// A day as files have it, and as people read it where they differ.
fn iso(on: Day) -> String {
    format!("{on} ({})", day(on))
}

fn expected_vi(wrong: &Wrong) -> String {
    match wrong {
        Wrong::NoFolder => "không có thư mục này; cần thư mục chứa các tệp CSV của sổ".to_owned(),
        Wrong::MissingFile => "thiếu tệp này trong thư mục".to_owned(),
        Wrong::Unreadable(why) => format!("không đọc được tệp: {why}"),
        Wrong::TooManyRows(most) => format!("tệp có quá nhiều dòng; nhiều nhất là {most}"),
        Wrong::TooLarge(most) => format!("tệp quá lớn; nhiều nhất là {most} byte"),
        Wrong::MissingColumn(all) => format!("thiếu cột này; dòng đầu phải là {all}"),
        Wrong::UnknownColumn(all) => format!("không có cột như vậy; cần {all}"),
        Wrong::ColumnOrder(column) => format!("cột ở chỗ này phải là {column}"),
        Wrong::Cells(count) => format!("dòng phải có {count} ô"),
        Wrong::NotUtf8 => "tệp phải viết bằng UTF-8".to_owned(),
        Wrong::ControlCharacters => {
            "không được có ký tự điều khiển hay xuống dòng trong ô".to_owned()
        }
        Wrong::TooLong(most) => format!("quá dài, nhiều nhất {most} ký tự"),
        Wrong::Empty => "ô này không được để trống".to_owned(),
        Wrong::NotEmpty => "ở dòng này ô phải để trống".to_owned(),
        Wrong::NotADay => "cần ngày có thật, viết như 2026-10-15".to_owned(),
        Wrong::NotAMonth => "cần tháng có thật, viết như 2026-02".to_owned(),
        Wrong::NotATime => {
            "cần thời điểm viết như 2026-10-15T02:30:00Z, hoặc chỉ ngày 2026-10-15".to_owned()
        }
        Wrong::NotMoney => "cần số đồng nguyên từ 0 trở lên, chỉ gồm chữ số".to_owned(),
        Wrong::NotPositive => "cần số đồng nguyên lớn hơn 0, chỉ gồm chữ số".to_owned(),
        Wrong::TooMuch(most) => format!("nhiều nhất là {}", money(*most)),
        Wrong::NotANumber(least, most) => format!("cần số nguyên từ {least} đến {most}"),
        Wrong::NotADecimal(least, most) => {
            format!("cần số từ {least} đến {most}, phần lẻ sau dấu chấm")
        }
        Wrong::NotARate => {
            "cần lãi suất %/năm từ 0 đến 100, viết như 7.92, không quá 4 số lẻ".to_owned()
        }
        Wrong::NotAWord(words) => format!("cần một trong các giá trị: {words}"),
        Wrong::UnknownCode(file) => format!("không có trong {file}, cũng chưa có trong sổ"),
        Wrong::OtherKind(kind) => format!("nơi này phải là loại {kind}"),
        Wrong::Circle => "nơi chứa phải lớn hơn nơi này".to_owned(),
        Wrong::NoInstalment => "món vay không có kỳ số này".to_owned(),
        Wrong::Duplicate(first) => format!("trùng với dòng {first}; mỗi mã chỉ một dòng"),
        Wrong::OtherContent => "mã này đã có trong sổ với nội dung khác".to_owned(),
        Wrong::InstalmentsSum(_, principal) => format!("phải bằng gốc {}", money(*principal)),
        Wrong::BeyondPrincipal(_, principal) => {
            format!("không được quá gốc {}", money(*principal))
        }
        Wrong::BeforeDisbursement(first) => {
            format!("phải từ ngày giải ngân đầu tiên {} trở đi", iso(*first))
        }
        Wrong::BeforeOpening(opening) => format!("phải sau ngày mở sổ {}", iso(*opening)),
        Wrong::BeyondOutstanding(left) => format!("dư nợ gốc khi đó chỉ còn {}", money(*left)),
        Wrong::Before(column, floor) => format!("phải từ {column} {} trở đi", iso(*floor)),
        Wrong::NotAfter(column, floor) => format!("phải sau {column} {}", iso(*floor)),
        Wrong::InTheFuture(today) => format!("không được sau hôm nay {}", iso(*today)),
        Wrong::ReversedTwice(Some(line)) => format!("đã bị hủy ở dòng {line}; chỉ hủy một lần"),
        Wrong::ReversedTwice(None) => "đã bị hủy trong sổ; chỉ hủy một lần".to_owned(),
        Wrong::ReversesReversal => "không hủy được một bút toán hủy".to_owned(),
        Wrong::ReversesOther => {
            "phải ghi giống dòng bị hủy: cùng món vay, tổ viên hoặc tổ, cùng loại, cùng số tiền \
             hay nội dung"
                .to_owned()
        }
        Wrong::Needed(day) => {
            format!("sổ đã có việc ngày {} của món vay này, không khớp với dòng này", iso(*day))
        }
        Wrong::Collected(wrong) => collection::expected(Language::Vi, *wrong),
        Wrong::NotToml(why) => format!("không đọc được: {why}"),
        Wrong::Rulebook(kind) => rulebooks::kind(Language::Vi, kind),
        Wrong::SameDay(other) => format!("tệp {other} cũng có bộ quy định từ ngày này"),
    }
}

fn expected_en(wrong: &Wrong) -> String {
    match wrong {
        Wrong::NoFolder => "there is no such folder; give one with the CSV files".to_owned(),
        Wrong::MissingFile => "the file is missing in the folder".to_owned(),
        Wrong::Unreadable(why) => format!("the file can't be read: {why}"),
        Wrong::TooManyRows(most) => format!("too many lines; at most {most}"),
        Wrong::TooLarge(most) => format!("the file is too large; at most {most} bytes"),
        Wrong::MissingColumn(all) => format!("the column is missing; expected the header {all}"),
        Wrong::UnknownColumn(all) => format!("there is no such column; expected {all}"),
        Wrong::ColumnOrder(column) => format!("expected the column {column} in this place"),
        Wrong::Cells(count) => format!("expected {count} cells"),
        Wrong::NotUtf8 => "expected text in UTF-8".to_owned(),
        Wrong::ControlCharacters => {
            "expected text without control characters or line breaks".to_owned()
        }
        Wrong::TooLong(most) => format!("too long, at most {most} characters"),
        Wrong::Empty => "the cell must not be empty".to_owned(),
        Wrong::NotEmpty => "the cell must be empty in this line".to_owned(),
        Wrong::NotADay => "expected a day of the calendar like 2026-10-15".to_owned(),
        Wrong::NotAMonth => "expected a month like 2026-02".to_owned(),
        Wrong::NotATime => "expected a moment like 2026-10-15T02:30:00Z, or a day alone".to_owned(),
        Wrong::NotMoney => "expected whole đồng, 0 or more, digits only".to_owned(),
        Wrong::NotPositive => "expected whole đồng above 0, digits only".to_owned(),
        Wrong::TooMuch(most) => format!("expected at most {}", money(*most)),
        Wrong::NotANumber(least, most) => {
            format!("expected a whole number from {least} to {most}")
        }
        Wrong::NotADecimal(least, most) => {
            format!("expected a number from {least} to {most} with a decimal point")
        }
        Wrong::NotARate => {
            "expected percent a year from 0 to 100 like 7.92, at most 4 decimals".to_owned()
        }
        Wrong::NotAWord(words) => format!("expected one of: {words}"),
        Wrong::UnknownCode(file) => format!("it is neither in {file} nor in the book"),
        Wrong::OtherKind(kind) => format!("expected a place of the kind {kind}"),
        Wrong::Circle => "expected a place that is larger".to_owned(),
        Wrong::NoInstalment => "the loan has no instalment of that number".to_owned(),
        Wrong::Duplicate(first) => format!("it stands in line {first} already"),
        Wrong::OtherContent => "the book has it already with other content".to_owned(),
        Wrong::InstalmentsSum(_, principal) => {
            format!("expected the principal {}", money(*principal))
        }
        Wrong::BeyondPrincipal(_, principal) => {
            format!("expected at most the principal {}", money(*principal))
        }
        Wrong::BeforeDisbursement(first) => {
            format!("expected the first disbursement {} or later", iso(*first))
        }
        Wrong::BeforeOpening(day) => format!("expected a day after the opening {}", iso(*day)),
        Wrong::BeyondOutstanding(left) => {
            format!("only {} of principal was outstanding then", money(*left))
        }
        Wrong::Before(column, floor) => format!("expected {column} {} or later", iso(*floor)),
        Wrong::NotAfter(column, floor) => {
            format!("expected a day after {column} {}", iso(*floor))
        }
        Wrong::InTheFuture(today) => format!("expected no later than today {}", iso(*today)),
        Wrong::ReversedTwice(Some(line)) => format!("it was taken back in line {line} already"),
        Wrong::ReversedTwice(None) => "the book has it taken back already".to_owned(),
        Wrong::ReversesReversal => "a reversal can't be reversed".to_owned(),
        Wrong::ReversesOther => "expected all that stands in the row it takes back".to_owned(),
        Wrong::Needed(day) => {
            format!("the book has a fact of this loan on {} that can't be with it", iso(*day))
        }
        Wrong::Collected(wrong) => collection::expected(Language::En, *wrong),
        Wrong::NotToml(why) => format!("it can't be understood: {why}"),
        Wrong::Rulebook(kind) => rulebooks::kind(Language::En, kind),
        Wrong::SameDay(other) => format!("{other} has a rulebook from the same day"),
    }
}
