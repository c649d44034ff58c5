//! Sentences for what the machine or a file is at fault for: the book, its rows, a rulebook.

use super::Language;
use crate::office::{Cause, Doing, Fault, FaultKind, StoreError};

/// What went wrong with the book's file, as the middle of a sentence, and what helps.
#[must_use]
pub fn store_error(language: Language, error: &StoreError) -> String {
    let place = error.place.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
    let cause = of_copy(language, error.doing, &error.cause).unwrap_or_else(|| match language {
        Language::Vi => cause_vi(&error.cause),
        Language::En => cause_en(&error.cause),
    });
    let doing = match language {
        Language::Vi => doing_vi(error.doing),
        Language::En => doing_en(error.doing),
    };
    let said = format!("{doing}: {cause}");
    if place.is_empty() { said } else { format!("{said} ({place})") }
}

/// What helps is another thing where a copy is made of the book, or the book is made of a copy.
fn of_copy(language: Language, doing: Doing, cause: &Cause) -> Option<String> {
    let (vi, en) = match (doing, cause) {
        (Doing::Copy, Cause::Damaged(what)) => (
            format!("sổ có chỗ không khớp ({what}) nên không sao; xin chạy tkvv check"),
            format!("the book is not sound ({what}), so it is not copied; please run tkvv check"),
        ),
        (Doing::Restore, Cause::Damaged(what)) => (
            format!("bản sao bị hỏng ({what}); xin chọn bản khác"),
            format!("the copy is damaged ({what}); please choose another"),
        ),
        (Doing::Salvage, Cause::Damaged(_)) => (
            "không còn đọc được dòng nào; tệp hỏng vẫn để nguyên".to_owned(),
            "not a row of it can be read any more; the broken file is as it was".to_owned(),
        ),
        (Doing::Salvage, Cause::Truncated) => (
            "tệp bị cụt, không còn gì để đọc".to_owned(),
            "the file is cut off, nothing of it is left to be read".to_owned(),
        ),
        (Doing::Restore, Cause::Truncated) => (
            "bản sao bị cụt phần cuối; xin chọn bản khác".to_owned(),
            "the end of the copy is missing; please choose another".to_owned(),
        ),
        (Doing::Restore, Cause::Newer { found, known }) => (
            format!(
                "bản sao do chương trình mới hơn ghi (bản {found}, ở đây đọc đến {known}); xin \
                 dùng bản mới nhất"
            ),
            format!(
                "a newer program made the copy (shape {found}, known up to {known}); please use \
                 that"
            ),
        ),
        _ => return None,
    };
    Some(if language == Language::Vi { vi } else { en })
}

const fn doing_vi(doing: Doing) -> &'static str {
    match doing {
        Doing::Open => "mở sổ",
        Doing::Create => "tạo sổ mới",
        Doing::Lock => "giữ quyền ghi sổ",
        Doing::Migrate => "nâng sổ cũ lên bản mới",
        Doing::Copy => "sao chép sổ",
        Doing::Restore => "phục hồi sổ",
        Doing::Salvage => "vớt sổ hỏng",
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
        Doing::Restore => "restoring the book",
        Doing::Salvage => "salvaging a broken book",
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
        Cause::Held(who) if who.is_empty() => {
            "người khác đang mở sổ để ghi; xin đóng nơi đó".into()
        }
        Cause::Held(who) => format!("{who} đang mở sổ để ghi; xin đóng nơi đó rồi làm lại"),
        Cause::OtherSum => "nội dung khác mã SHA-256 ghi bên cạnh; xin chọn bản khác".to_owned(),
        Cause::SameFile => "đây chính là tệp sổ đang dùng; xin chọn một bản sao".to_owned(),
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
        Cause::Held(who) if who.is_empty() => {
            "somebody has the book open for writing; please close it there".to_owned()
        }
        Cause::Held(who) => {
            format!("{who} has the book open for writing; please close it there and try again")
        }
        Cause::OtherSum => {
            "it is not what the SHA-256 beside it says; please choose another copy".to_owned()
        }
        Cause::SameFile => "this is the book itself; please choose a copy".to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;

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
