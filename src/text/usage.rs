//! The help of the command line, and what is said of arguments that can't be understood.

mod record;

pub use record::record_help;

use super::Language;

/// Command or argument, Vietnamese, English. Arguments of one command stand as `command argument`.
const HELP: &[(&str, &str, &str)] = &[
    (
        "tkvv",
        "Sổ của tổ tiết kiệm và vay vốn. Không có lệnh: mở màn hình làm việc.",
        "The book of savings-and-loan groups. Without a command: opens the screens.",
    ),
    (
        "demo",
        "Mở thử sổ mẫu; không giữ lại gì khi thoát",
        "Opens a throw-away copy of the sample data",
    ),
    (
        "import",
        "Nhập thư mục CSV vào sổ: tất cả hoặc không gì cả",
        "Takes CSV folders into the book: all of them or nothing",
    ),
    ("export", "Xuất cả sổ ra thư mục CSV", "Writes the whole book as a CSV folder"),
    (
        "report",
        "Báo cáo: loan, loans, due, overdue, worklist, contacts, group-page, ratios, scores, \
         migration, visits-due, coverage, portfolio, progress, meeting, actions, audit",
        "Reports: loan, loans, due, overdue, worklist, contacts, group-page, ratios, scores, \
         migration, visits-due, coverage, portfolio, progress, meeting, actions, audit",
    ),
    (
        "record",
        "Ghi sổ: địa bàn, tổ, tổ viên, món vay, thu nợ, bảng kê 13/TD, kiểm tra, hủy bút toán…",
        "Records: places, groups, members, loans, payments, sheets, visits, checks, reversals…",
    ),
    (
        "generate",
        "Tạo xã giả lập (không có người thật) thành thư mục CSV, để thử và tập dùng",
        "Makes synthetic communes (nobody real) as a CSV folder, for trials and practice",
    ),
    ("generate communes", "Số xã", "How many communes"),
    ("generate province", "Cả tỉnh: 109 xã", "A whole province: 109 communes"),
    (
        "generate seed",
        "Hạt giống: cùng số thì cùng dữ liệu, trên mọi máy",
        "The seed: the same number gives the same data on every machine",
    ),
    ("generate years", "Số năm có số liệu (mặc định: 5)", "Years of facts (default: 5)"),
    ("generate folder", "Thư mục mới", "The folder to be made"),
    ("check", "Kiểm tra sổ có nguyên vẹn không", "Checks whether the book is what was recorded"),
    (
        "check rebuild",
        "Tính lại các số lưu sẵn (bản này không lưu sẵn số nào)",
        "Makes stored sums anew (this version stores none)",
    ),
    (
        "backup",
        "Sao sổ: bản sao được mở ra, kiểm và so với sổ rồi mới tính",
        "Copies the book: a copy counts only after it was opened, checked and compared",
    ),
    (
        "backup file",
        "Tệp mới hoặc thư mục có sẵn; bỏ trống: thư mục backups bên cạnh sổ",
        "A new file or a folder; nothing: the folder backups beside the book",
    ),
    (
        "backup list",
        "Liệt kê các bản sao, mỗi bản đọc lại và so mã SHA-256",
        "Lists the copies, each read again and compared with its SHA-256",
    ),
    (
        "restore",
        "Phục hồi sổ từ bản sao; sổ hiện nay được cất riêng, không mất",
        "Puts a copy in the book's place; the book of now is kept aside",
    ),
    ("restore file", "Bản sao", "The copy"),
    (
        "restore salvage",
        "Vớt phần còn đọc được của sổ hỏng sang một sổ mới bên cạnh",
        "Takes over what can be read of a broken book into a new one beside it",
    ),
    ("book", "Tệp sổ", "The book's file"),
    ("as_of", "Tính đến ngày này (mặc định: hôm nay)", "The day asked about (default: today)"),
    (
        "known_on",
        "Chỉ tính những gì đã ghi vào sổ đến hết ngày này (cho report)",
        "Only what had been recorded by the end of this day (for report)",
    ),
    ("lang", "Tiếng Việt (vi) hoặc tiếng Anh (en)", "Vietnamese (vi) or English (en)"),
    (
        "rules",
        "Bộ quy tắc thay cho bộ có sẵn; dùng được nhiều lần",
        "A rulebook in place of the shipped ones; may be repeated",
    ),
    ("format", "table, json hoặc csv", "table, json or csv"),
    ("output", "Ghi kết quả vào tệp này", "Writes the answer into this file"),
    ("no_color", "Không dùng màu", "Uses no colours"),
    ("quiet", "Không nói gì ngoài kết quả và lỗi", "Says nothing but the answer and faults"),
    ("help", "Xem hướng dẫn", "Shows this help"),
    ("version", "Xem phiên bản", "Shows the version"),
    ("import paths", "Thư mục CSV, hoặc tệp quy định .toml", "CSV folders, or rulebooks (.toml)"),
    ("import dry_run", "Chỉ đọc thử, không ghi", "Only reads, writes nothing"),
    ("import undo", "Hủy một lần nhập (chưa có)", "Takes an import back (not yet)"),
    ("export folder", "Thư mục mới", "The folder to be made"),
    ("report name", "Tên báo cáo", "The report's name"),
    ("report code", "Mã món vay, cho báo cáo loan", "The loan's code, for the report loan"),
    (
        "report scope",
        "Phạm vi: province:, district:, commune:, point:, village:, association:, group:",
        "A part: province:, district:, commune:, point:, village:, association:, group:",
    ),
    (
        "report session",
        "Phiên: ngày, next (phiên tới) hoặc last (phiên vừa qua, cho meeting)",
        "The session: a day, next, or last (of meeting)",
    ),
    (
        "report level",
        "Cấp chấm điểm: group, village, association, commune, district, province",
        "The level: group, village, association, commune, district, province",
    ),
    (
        "report by",
        "Chia theo: programme, association, commune, village, household, capital; meeting: \
         commune, point, association, village, group",
        "Divided by: programme, association, commune, village, household, capital; meeting: \
         commune, point, association, village, group",
    ),
    ("report year", "Năm, cho báo cáo coverage", "The year, for the report coverage"),
    (
        "report from",
        "Từ ngày: ngày so xếp loại (migration), ngày ghi đầu tiên (audit)",
        "The day to compare grades with (migration), the first day of recording (audit)",
    ),
    (
        "report all",
        "Cả món vay đã tất toán, cả việc đã xong",
        "Settled loans, closed action items as well",
    ),
    (
        "record kind",
        "Loại cần ghi; với --json có thể bỏ, mỗi đối tượng tự nói",
        "What to record; with --json it may be left out, each object says it",
    ),
    (
        "record cells",
        "Các ô khóa=giá trị; khóa là tên cột trong tệp CSV",
        "Cells as key=value; keys are the CSV columns",
    ),
    (
        "record json",
        "Đọc JSON từ đầu vào: một đối tượng, hoặc một danh sách được ghi tất cả hoặc không",
        "Reads JSON from stdin: one object, or a list of them, all or nothing",
    ),
];

/// The help of a command or argument.
#[must_use]
pub fn help(language: Language, command: &str, argument: Option<&str>) -> Option<&'static str> {
    let find = |key: &str| HELP.iter().find(|(known, ..)| *known == key);
    let row = match argument {
        None => find(command),
        Some(argument) => find(&format!("{command} {argument}")).or_else(|| find(argument)),
    };
    row.map(|(_, vi, en)| if language == Language::Vi { *vi } else { *en })
}

/// The heads of the help's parts: usage, commands, arguments, options.
#[must_use]
pub const fn heads(language: Language) -> [&'static str; 4] {
    match language {
        Language::Vi => ["Cách dùng", "Lệnh", "Tham số", "Tùy chọn"],
        Language::En => ["Usage", "Commands", "Arguments", "Options"],
    }
}

/// What can be wrong with arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong<'a> {
    /// An argument that is not known; the nearest one.
    Unknown(&'a str, Option<&'a str>),
    /// A command that is not known.
    NoCommand(&'a str),
    /// Something needed is missing.
    Missing(&'a str),
    /// An option without its value.
    NoValue(&'a str),
    /// An option that was given twice.
    Twice(&'a str),
    /// A text that is not UTF-8.
    NotUtf8,
    /// Anything else.
    Other(&'a str),
}

/// What was wrong, in one line.
#[must_use]
pub fn wrong(language: Language, wrong: Wrong<'_>) -> String {
    let said = match (language, wrong) {
        (Language::Vi, Wrong::Unknown(given, near)) => {
            let near = near.map(|near| format!("; ý bạn là {near}?")).unwrap_or_default();
            format!("không có tham số “{given}”{near}")
        }
        (Language::En, Wrong::Unknown(given, near)) => {
            let near = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
            format!("there is no argument “{given}”{near}")
        }
        (Language::Vi, Wrong::NoCommand(given)) => {
            format!(
                "không có lệnh “{given}”; hiện có: demo, import, export, report, record, \
                 generate, check, backup, restore"
            )
        }
        (Language::En, Wrong::NoCommand(given)) => format!(
            "there is no command “{given}”; there is: demo, import, export, report, record, \
             generate, check, backup, restore"
        ),
        (Language::Vi, Wrong::Missing(what)) => format!("thiếu {what}"),
        (Language::En, Wrong::Missing(what)) => format!("{what} is missing"),
        (Language::Vi, Wrong::NoValue(option)) => format!("{option} cần một giá trị"),
        (Language::En, Wrong::NoValue(option)) => format!("{option} needs a value"),
        (Language::Vi, Wrong::Twice(option)) => format!("{option} có hai lần"),
        (Language::En, Wrong::Twice(option)) => format!("{option} is given twice"),
        (Language::Vi, Wrong::NotUtf8) => "tham số phải viết bằng UTF-8".to_owned(),
        (Language::En, Wrong::NotUtf8) => "arguments must be UTF-8".to_owned(),
        (_, Wrong::Other(said)) => said.to_owned(),
    };
    match language {
        Language::Vi => format!("{said}. Xem tkvv --help."),
        Language::En => format!("{said}. See tkvv --help."),
    }
}
