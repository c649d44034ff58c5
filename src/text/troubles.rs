//! Sentences for what the machine or a file is at fault for: the book, its rows, a rulebook.

use super::Language;
use super::format::decimal;
use crate::domain::rulebook::{Fault as RuleFault, FaultKind as RuleFaultKind};
use crate::office::{Cause, Doing, Fault, FaultKind, StoreError};

/// What went wrong with the book's file, as the middle of a sentence, and what helps.
#[must_use]
pub fn store_error(language: Language, error: &StoreError) -> String {
    let place = error.place.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
    let said = match language {
        Language::Vi => format!("{}: {}", doing_vi(error.doing), cause_vi(&error.cause)),
        Language::En => format!("{}: {}", doing_en(error.doing), cause_en(&error.cause)),
    };
    if place.is_empty() { said } else { format!("{said} ({place})") }
}

const fn doing_vi(doing: Doing) -> &'static str {
    match doing {
        Doing::Open => "mở sổ",
        Doing::Create => "tạo sổ mới",
        Doing::Lock => "giữ quyền ghi sổ",
        Doing::Migrate => "nâng sổ cũ lên bản mới",
        Doing::Copy => "sao chép sổ",
        Doing::Check => "kiểm tra sổ",
        Doing::Load => "đọc sổ",
        Doing::Find => "tra cứu",
        Doing::Save => "ghi sổ",
        Doing::Import => "nhập tệp",
        Doing::Draft => "giữ nháp",
    }
}

const fn doing_en(doing: Doing) -> &'static str {
    match doing {
        Doing::Open => "opening the book",
        Doing::Create => "making a new book",
        Doing::Lock => "taking the book for writing",
        Doing::Migrate => "bringing an older book up to date",
        Doing::Copy => "copying the book",
        Doing::Check => "checking the book",
        Doing::Load => "reading the book",
        Doing::Find => "looking something up",
        Doing::Save => "saving",
        Doing::Import => "taking in files",
        Doing::Draft => "keeping the draft",
    }
}

fn cause_vi(cause: &Cause) -> String {
    match cause {
        Cause::NotThere => "không có tệp này; xin xem lại đường dẫn".to_owned(),
        Cause::AlreadyThere => "đã có tệp ở đó; xin chọn tên khác".to_owned(),
        Cause::NotADatabase => "tệp này không phải là sổ; xin chọn tệp khác".to_owned(),
        Cause::NotABook => {
            "tệp dữ liệu này không phải sổ của chương trình; xin chọn tệp khác".into()
        }
        Cause::Newer { found, known } => format!(
            "sổ do bản mới hơn ghi (bản {found}, ở đây đọc đến {known}); xin dùng bản mới nhất"
        ),
        Cause::ReadOnly => "tệp hoặc thư mục chỉ cho đọc; xin chép sang nơi ghi được".to_owned(),
        Cause::NotAllowed => "không có quyền mở tệp; xin hỏi người quản lý máy".to_owned(),
        Cause::DiskFull => "ổ đĩa đã đầy; xin xóa bớt rồi làm lại".to_owned(),
        Cause::Truncated => "tệp bị cụt phần cuối; xin phục hồi từ bản sao".to_owned(),
        Cause::Damaged(what) => format!("tệp bị hỏng ({what}); xin phục hồi từ bản sao"),
        Cause::Busy => "chương trình khác đang giữ sổ; xin đóng chương trình đó rồi làm lại".into(),
        Cause::Senseless(what) => format!("có dòng không hợp lệ ({what}); xin kiểm tra sổ"),
        Cause::Cancelled => "đã dừng theo yêu cầu, sổ không thay đổi".to_owned(),
        Cause::System(what) => what.clone(),
    }
}

fn cause_en(cause: &Cause) -> String {
    match cause {
        Cause::NotThere => "there is no such file; please check the path".to_owned(),
        Cause::AlreadyThere => "a file is there already; please choose another name".to_owned(),
        Cause::NotADatabase => "this file is no book; please choose another".to_owned(),
        Cause::NotABook => "this is no book of this program; please choose another file".to_owned(),
        Cause::Newer { found, known } => format!(
            "a newer program wrote the book (shape {found}, known up to {known}); please use that"
        ),
        Cause::ReadOnly => {
            "the file or its folder can only be read; please copy it elsewhere".into()
        }
        Cause::NotAllowed => "it may not be opened; please ask who looks after the machine".into(),
        Cause::DiskFull => "the disk is full; please make room and try again".to_owned(),
        Cause::Truncated => "the end of the file is missing; please restore a copy".to_owned(),
        Cause::Damaged(what) => format!("the file is damaged ({what}); please restore a copy"),
        Cause::Busy => "another program holds the book; please close it and try again".to_owned(),
        Cause::Senseless(what) => format!("a row makes no sense ({what}); please check the book"),
        Cause::Cancelled => "stopped as asked; nothing was changed".to_owned(),
        Cause::System(what) => what.clone(),
    }
}

/// One thing that an integrity check found.
#[must_use]
pub fn book_fault(language: Language, fault: &Fault) -> String {
    let (vi, en) = match fault.kind {
        FaultKind::File => ("tệp sổ bị hỏng", "the file is damaged"),
        FaultKind::PointsNowhere => ("trỏ đến mục không có", "names something that is not there"),
        FaultKind::Changed => ("bị sửa sau khi ghi", "was changed after it was recorded"),
        FaultKind::Missing => ("có trong nhật ký nhưng đã mất", "is in the journal but gone"),
        FaultKind::Foreign => ("không có trong nhật ký", "is not in the journal"),
        FaultKind::ChainBroken => ("chuỗi nhật ký bị đứt", "breaks the chain of the journal"),
        FaultKind::Gap => ("nhật ký thiếu số", "leaves a gap in the journal"),
        FaultKind::VersionDiffers => ("khác với bản đã lưu", "differs from its kept version"),
        FaultKind::Reversal => ("hủy sai bút toán", "takes back what it may not"),
        FaultKind::Sum => ("cộng không khớp", "does not add up"),
    };
    let said = if language == Language::Vi { vi } else { en };
    let row = format!("{} {}", fault.table, fault.key);
    match (row.trim(), fault.detail.as_str()) {
        ("", "") => said.to_owned(),
        ("", detail) => format!("{said}: {detail}"),
        (row, "") => format!("{row}: {said}"),
        (row, detail) => format!("{row}: {said} ({detail})"),
    }
}

/// One fault of a rulebook, with its line.
#[must_use]
pub fn rule_fault(language: Language, fault: &RuleFault) -> String {
    let said = match language {
        Language::Vi => rule_vi(&fault.kind),
        Language::En => rule_en(&fault.kind),
    };
    match (fault.line, language) {
        (0, _) => said,
        (line, Language::Vi) => format!("dòng {line}: {said}"),
        (line, Language::En) => format!("line {line}: {said}"),
    }
}

fn rule_vi(kind: &RuleFaultKind) -> String {
    match kind {
        RuleFaultKind::Syntax(what) => format!("không đúng cú pháp TOML: {what}"),
        RuleFaultKind::Missing(key) => format!("thiếu “{key}”"),
        RuleFaultKind::Value(key, expected) => {
            format!("giá trị của “{key}” không đúng; cần {}", expected_vi(expected))
        }
        RuleFaultKind::NotHundred(card, sum) => {
            format!("điểm tối đa của “{card}” cộng lại là {}, phải đúng 100", decimal(*sum, 2))
        }
        RuleFaultKind::BandOrder(id) => format!("các bậc của “{id}” không theo thứ tự"),
        RuleFaultKind::BandGap(id) => {
            format!("các bậc của “{id}” có khoảng trống; chỉ bậc cuối không có giới hạn")
        }
        RuleFaultKind::FirstBand(id) => format!("bậc đầu của “{id}” phải cho điểm tối đa"),
        RuleFaultKind::UnknownRatio(id) => format!("không có chỉ tiêu “{id}” cho bảng điểm này"),
        RuleFaultKind::Twice(what) => format!("“{what}” có hai lần"),
    }
}

fn rule_en(kind: &RuleFaultKind) -> String {
    match kind {
        RuleFaultKind::Syntax(what) => format!("this is not TOML: {what}"),
        RuleFaultKind::Missing(key) => format!("“{key}” is missing"),
        RuleFaultKind::Value(key, expected) => format!("“{key}” must be {expected}"),
        RuleFaultKind::NotHundred(card, sum) => {
            format!("the most points of “{card}” add up to {}, not 100", decimal(*sum, 2))
        }
        RuleFaultKind::BandOrder(id) => format!("the bands of “{id}” are not in order"),
        RuleFaultKind::BandGap(id) => {
            format!("the bands of “{id}” leave a gap; only the last is without a bound")
        }
        RuleFaultKind::FirstBand(id) => {
            format!("the first band of “{id}” must give the most points")
        }
        RuleFaultKind::UnknownRatio(id) => format!("this scorecard can't use a measure “{id}”"),
        RuleFaultKind::Twice(what) => format!("“{what}” is given twice"),
    }
}

/// What the rulebook's reader expects, in Vietnamese.
fn expected_vi(expected: &str) -> &str {
    const TABLE: [(&str, &str); 14] = [
        ("a decimal of at most four places", "số thập phân nhiều nhất bốn chữ số lẻ"),
        ("text in quotes", "chữ trong ngoặc kép"),
        ("true or false", "true hoặc false"),
        ("a whole number within its bounds", "số nguyên trong giới hạn cho phép"),
        ("a decimal in quotes within its bounds", "số thập phân trong ngoặc kép, trong giới hạn"),
        ("a day, 2026-03-01", "một ngày, như 2026-03-01"),
        ("a list", "một danh sách"),
        ("a table", "một bảng"),
        (
            "steps in order, the last without a bound",
            "các bậc theo thứ tự, bậc cuối không giới hạn",
        ),
        ("a rate of at most four places", "lãi suất nhiều nhất bốn chữ số lẻ"),
        ("good above fair above average", "tốt cao hơn khá, khá cao hơn trung bình"),
        ("\"full\" or \"zero\"", "\"full\" hoặc \"zero\""),
        ("at most two decimals", "nhiều nhất hai chữ số lẻ"),
        ("at most six decimals", "nhiều nhất sáu chữ số lẻ"),
    ];
    TABLE.iter().find(|(en, _)| *en == expected).map_or(expected, |(_, vi)| *vi)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rulebook::read;

    #[test]
    fn a_rulebooks_fault_names_its_line_and_what_would_be_right() {
        let fault = read("effective_from = 2026-01-01\ntitle = 5\n", None).expect_err("a fault");
        assert_eq!(
            rule_fault(Language::Vi, &fault),
            "dòng 2: giá trị của “title” không đúng; cần chữ trong ngoặc kép"
        );
        assert_eq!(rule_fault(Language::En, &fault), "line 2: “title” must be text in quotes");
    }

    #[test]
    fn a_trouble_of_the_file_says_what_was_being_done_and_what_helps() {
        let error = StoreError {
            doing: Doing::Save,
            place: Some("/a/book.db".into()),
            cause: Cause::DiskFull,
        };
        assert_eq!(
            store_error(Language::Vi, &error),
            "ghi sổ: ổ đĩa đã đầy; xin xóa bớt rồi làm lại (/a/book.db)"
        );
    }
}
