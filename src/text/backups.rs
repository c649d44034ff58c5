//! What is said of copies of the book, on the screen and by `tkvv backup` and `tkvv restore`.
#![allow(missing_docs)]

use super::Language;
use super::format::{count, decimal, whole};
use rust_decimal::Decimal;

#[derive(Debug)]
pub struct Backups {
    /// The home screen.
    pub last: &'static str,
    pub none_yet: &'static str,
    pub today: &'static str,
    pub days_ago: fn(i64) -> String,
    /// Place 8.
    pub title: &'static str,
    pub heading: &'static str,
    pub in_book: fn(&str) -> String,
    pub count: fn(&str) -> String,
    pub columns: (&'static str, &'static str, &'static str, &'static str, &'static str),
    pub by_rule: &'static str,
    pub always: &'static str,
    pub verified: &'static str,
    pub read_back: &'static str,
    pub broken: &'static str,
    pub empty: &'static str,
    pub done: fn(&str, &str) -> String,
    pub checked: fn(usize, usize) -> String,
    pub no_copies_here: &'static str,
    pub reads_only: &'static str,
    pub at_close: &'static str,
    pub at_close_failed: fn(&str) -> String,
    /// Another folder or disk.
    pub elsewhere: &'static str,
    pub folder: &'static str,
    pub folder_hint: &'static str,
    pub no_folder: &'static str,
    pub elsewhere_lines: &'static [&'static str],
    /// Keys.
    pub key_back_up: &'static str,
    pub key_elsewhere: &'static str,
    pub key_restore: &'static str,
    pub key_read: &'static str,
    pub key_copies: &'static str,
    pub key_go: &'static str,
    /// Restoring.
    pub question: fn(&str, &str, &str) -> String,
    pub nothing_lost: &'static str,
    pub lost: fn(&str) -> String,
    pub lost_unknown: &'static str,
    pub restored: fn(&str) -> String,
    pub explains: &'static [&'static str],
}

pub const VI: Backups = Backups {
    last: "bản sao cuối",
    none_yet: "chưa có",
    today: "hôm nay",
    days_ago: |days| match days {
        1 => "hôm qua".to_owned(),
        _ => format!("{days} ngày trước"),
    },
    title: "Bản sao",
    heading: "Bản sao của sổ",
    in_book: |folder| format!("Nơi cất: {folder}"),
    count: |copies| format!("{copies} bản"),
    columns: ("Lúc", "Cách nay", "Cỡ", "Số dòng", "Tình trạng"),
    by_rule: "theo lịch",
    always: "giữ mãi",
    verified: "đã kiểm khi sao",
    read_back: "✓ đã đọc lại, đúng",
    broken: "✗ hỏng, không dùng được",
    empty: "Chưa có bản sao nào. Bấm b để sao ngay; khi thoát chương trình cũng tự sao.",
    done: |path, size| format!("Đã sao và kiểm lại: {path} ({size})."),
    checked: |good, bad| match bad {
        0 => format!("Đã đọc lại {good} bản sao, bản nào cũng đúng."),
        _ => format!("Đã đọc lại {} bản sao: {bad} bản hỏng, không dùng được.", good + bad),
    },
    no_copies_here: "Đây là sổ thử, làm gì cũng không giữ lại, nên không có bản sao.",
    reads_only: "Đang mở chỉ để đọc: không phục hồi được. Xin đóng nơi đang ghi sổ rồi mở lại.",
    at_close: "Đang sao sổ…",
    at_close_failed: |what| format!("Chưa tự sao được sổ: {what}. Sổ vẫn nguyên vẹn."),
    elsewhere: "Sao ra đĩa rời",
    folder: "Thư mục",
    folder_hint: "ổ USB hoặc thư mục khác; Enter để sao vào đó, Esc để thôi",
    no_folder: "Không có thư mục ấy; xin cắm đĩa rồi thử lại, hoặc gõ đường dẫn khác.",
    elsewhere_lines: &[
        "Bản sao được ghi ra, đọc lại từ đĩa và so với sổ rồi mới tính là xong.",
        "Tệp sao chứa tên và số giấy tờ của bà con, không khóa: xin cất nơi kín.",
    ],
    key_back_up: "sao ngay",
    key_elsewhere: "ra đĩa rời",
    key_restore: "phục hồi",
    key_read: "đọc lại các bản",
    key_copies: "bản sao",
    key_go: "sao vào đó",
    question: |when, age, lost| {
        format!(
            "Phục hồi sổ từ bản sao lúc {when} ({age})? {lost} Sổ hiện nay được cất riêng trong \
             thư mục bản sao, không mất. Bản đang gõ dở (nháp) trở về như lúc sao."
        )
    },
    nothing_lost: "Từ đó đến nay chưa ghi gì thêm.",
    lost: |rows| format!("{rows} dòng đã ghi từ đó đến nay sẽ không còn trong sổ."),
    lost_unknown: "Không so được với sổ hiện nay.",
    restored: |aside| format!("Đã phục hồi. Sổ trước đó cất ở: {aside}."),
    explains: &[
        "Tự sao: khi thoát chương trình nếu có ghi thêm, và lần mở đầu tiên sau ngày giao dịch \
         nếu hôm đó chưa kịp sao. Giữ 7 ngày, 4 tuần, 12 tháng gần nhất, mỗi kỳ bản mới nhất; ổ \
         đĩa gần đầy thì giữ ít hơn, nhưng bản tốt cuối cùng thì không xóa.",
        "Bản sao chỉ được tính khi đã mở ra, kiểm chuỗi, so số dòng và tổng với sổ. Tệp .sha256 \
         bên cạnh để sau này biết còn nguyên hay không: bấm v, hoặc sha256sum -c.",
        "Sổ phục hồi mang mã máy mới, để hai sổ không nối tiếp cùng một chuỗi.",
    ],
};

pub const EN: Backups = Backups {
    last: "last copy",
    none_yet: "none yet",
    today: "today",
    days_ago: |days| match days {
        1 => "yesterday".to_owned(),
        _ => format!("{days} days ago"),
    },
    title: "Copies",
    heading: "Copies of the book",
    in_book: |folder| format!("They lie in: {folder}"),
    count: |copies| if copies == "1" { "1 copy".to_owned() } else { format!("{copies} copies") },
    columns: ("Taken", "Age", "Size", "Rows", "State"),
    by_rule: "by rule",
    always: "for good",
    verified: "verified when made",
    read_back: "✓ read again, sound",
    broken: "✗ broken, of no use",
    empty: "There is no copy yet. Press b to make one; leaving the program makes one too.",
    done: |path, size| format!("Copied and verified: {path} ({size})."),
    checked: |good, bad| match (good, bad) {
        (1, 0) => "Read 1 copy again: it is sound.".to_owned(),
        (_, 0) => format!("Read {good} copies again: all are sound."),
        _ => format!("Read {} copies again: {bad} broken, of no use.", good + bad),
    },
    no_copies_here: "This book is for trying, nothing in it is kept, so it has no copies.",
    reads_only: "Open for reading only: nothing can be restored. Close the other program first.",
    at_close: "Copying the book…",
    at_close_failed: |what| format!("No copy was made: {what}. The book itself is sound."),
    elsewhere: "Copy to a disk",
    folder: "Folder",
    folder_hint: "a USB disk or another folder; Enter copies into it, Esc leaves it",
    no_folder: "There is no such folder; plug the disk in and try again, or type another path.",
    elsewhere_lines: &[
        "The copy is written, read back from the disk and compared with the book.",
        "It holds people's names and ID numbers and is not locked: keep it in a safe place.",
    ],
    key_back_up: "copy now",
    key_elsewhere: "to a disk",
    key_restore: "restore",
    key_read: "read all again",
    key_copies: "copies",
    key_go: "copy there",
    question: |when, age, lost| {
        format!(
            "Restore the book from the copy of {when} ({age})? {lost} The book of now is kept \
             aside in the folder of copies. Drafts go back to what they were then."
        )
    },
    nothing_lost: "Nothing was recorded since.",
    lost: |rows| match rows {
        "1" => "1 row recorded since will not be in the book any more.".to_owned(),
        _ => format!("{rows} rows recorded since will not be in the book any more."),
    },
    lost_unknown: "It can't be compared with the book of now.",
    restored: |aside| format!("Restored. The book of before lies in: {aside}."),
    explains: &[
        "Made by itself: on leaving, where something was recorded, and at the first start after a \
         session that was cut off. Kept: the newest of 7 days, 4 weeks, 12 months, fewer on a \
         disk that is nearly full, and never less than the last good one.",
        "A copy counts only after it was opened, its chains checked, its counts and sums compared \
         with the book. The file .sha256 beside it tells later whether it is what was written: \
         press v, or sha256sum -c.",
        "A restored book takes a new machine id, so that two books never continue one chain.",
    ],
};

impl Backups {
    /// How old a copy is.
    #[must_use]
    pub fn age(&self, days: i64) -> String {
        if days <= 0 { self.today.to_owned() } else { (self.days_ago)(days) }
    }

    /// What would be lost by restoring; none where that is not known.
    #[must_use]
    pub fn losing(&self, rows: Option<i64>) -> String {
        match rows {
            None => self.lost_unknown.to_owned(),
            Some(0) => self.nothing_lost.to_owned(),
            Some(rows) => (self.lost)(&whole(rows)),
        }
    }
}

/// A size: `512 B`, `3,2 MB`.
#[must_use]
pub fn size(bytes: u64) -> String {
    let (unit, name) = match bytes {
        1_000_000_000.. => (1_000_000_000, "GB"),
        1_000_000.. => (1_000_000, "MB"),
        1_000.. => (1_000, "kB"),
        _ => return format!("{bytes} B"),
    };
    format!("{} {name}", decimal(Decimal::from(bytes) / Decimal::from(unit), 1))
}

/// That a copy was made, by a command.
#[must_use]
pub fn copied(language: Language, path: &str, bytes: u64, sum: &str) -> String {
    let size = size(bytes);
    match language {
        Language::Vi => format!("Đã sao và kiểm lại: {path} ({size})\nSHA-256: {sum}"),
        Language::En => format!("Copied and verified: {path} ({size})\nSHA-256: {sum}"),
    }
}

/// How many copies there are, and what is wrong with them.
#[must_use]
pub fn listed(language: Language, copies: usize, broken: usize) -> String {
    let copies = count(copies);
    match (language, broken) {
        (Language::Vi, 0) => format!("{copies} bản sao, đều đã đọc lại và đúng."),
        (Language::Vi, _) => format!("{copies} bản sao, {broken} bản hỏng."),
        (Language::En, 0) => format!("{copies} copies, all read again and sound."),
        (Language::En, _) => format!("{copies} copies, {broken} of them broken."),
    }
}

/// That the book was restored, by a command; how many rows it has, and where the one of before is.
#[must_use]
pub fn restored(language: Language, from: &str, rows: i64, aside: Option<&str>) -> String {
    let rows = whole(rows);
    let said = match language {
        Language::Vi => format!("Đã phục hồi sổ từ {from} ({rows} dòng)."),
        Language::En => format!("The book was restored from {from} ({rows} rows)."),
    };
    match (language, aside) {
        (_, None) => said,
        (Language::Vi, Some(aside)) => format!("{said}\nSổ trước đó cất ở: {aside}"),
        (Language::En, Some(aside)) => format!("{said}\nThe book of before lies in: {aside}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_ages_are_said_in_words() {
        assert_eq!(size(512), "512 B");
        assert_eq!(size(999_949), "999,9 kB");
        assert_eq!(size(3_250_000), "3,3 MB");
        assert_eq!(size(912_000_000_000), "912,0 GB");
        assert_eq!([0, 1, 9].map(|days| VI.age(days)), ["hôm nay", "hôm qua", "9 ngày trước"]);
        assert_eq!(EN.losing(Some(1)), "1 row recorded since will not be in the book any more.");
        assert_eq!(VI.losing(Some(0)), "Từ đó đến nay chưa ghi gì thêm.");
    }
}
