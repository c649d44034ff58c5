//! The phrases of place 2, the collection day: its page and its keys.
#![allow(missing_docs)]

pub mod cash;
pub mod counter;
pub mod day;
pub mod mend;
pub mod receipt;
pub mod sheet;

pub use cash::Cash;
pub use counter::Counter;
pub use day::Day;
pub use mend::Mend;
pub use receipt::{Receipt, Recorded};
pub use sheet::Sheet;

#[derive(Debug)]
pub struct Session {
    pub title: &'static str,
    /// The page of the day.
    pub today: &'static str,
    pub ahead: &'static str,
    pub past: &'static str,
    pub principal_due: &'static str,
    pub interest_due: &'static str,
    pub loans: fn(usize) -> String,
    pub households: fn(usize) -> String,
    pub asked_head: &'static str,
    pub left_head: &'static str,
    pub savings: &'static str,
    pub sheets: &'static str,
    pub sheets_count: fn(usize, usize, usize, usize) -> String,
    pub group: &'static str,
    pub leader: &'static str,
    pub village: &'static str,
    pub association: &'static str,
    pub members: &'static str,
    pub to_pay: &'static str,
    pub recorded_head: &'static str,
    pub state: &'static str,
    pub not_begun: &'static str,
    pub is_draft: &'static str,
    pub has_came: &'static str,
    pub is_saved: &'static str,
    pub and_draft: &'static str,
    pub no_points: &'static str,
    pub no_groups: &'static str,
    pub no_earlier: &'static str,
    pub no_later: &'static str,
    pub explains: &'static [&'static str],
    pub day: Day,
    pub cash: Cash,
    pub counter: Counter,
    pub mend: Mend,
    pub sheet: Sheet,
    pub receipt: Receipt,
    pub keys: Keys,
}

/// What the keys of place 2 do.
#[derive(Debug)]
pub struct Keys {
    pub open_sheet: &'static str,
    pub receipt: &'static str,
    pub point: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub fill: &'static str,
    pub fill_all: &'static str,
    pub jump: &'static str,
    pub attendance: &'static str,
    pub keep: &'static str,
    pub save: &'static str,
    pub look_again: &'static str,
    pub take_due: &'static str,
    pub take_all: &'static str,
    pub next: &'static str,
    pub pick: &'static str,
    pub back: &'static str,
}

pub const VI: Session = Session {
    title: "Ngày giao dịch",
    today: "hôm nay",
    ahead: "chưa đến",
    past: "đã qua",
    principal_due: "Gốc đến hạn",
    interest_due: "Lãi phải thu",
    loans: |count| format!("{count} món"),
    households: |count| format!("{count} hộ"),
    asked_head: "Phải thu",
    left_head: "Còn phải thu",
    savings: "Tiết kiệm",
    sheets: "Bảng kê các tổ",
    sheets_count: |saved, drafts, not_begun, balanced| {
        format!(
            "{saved} đã ghi · {drafts} bản nháp · {not_begun} chưa nhập · {balanced} đã đếm tiền"
        )
    },
    group: "Tổ",
    leader: "Tổ trưởng",
    village: "Ấp",
    association: "Hội, đoàn thể",
    members: "TV",
    to_pay: "Lãi phải thu",
    recorded_head: "Đã ghi",
    state: "Bảng kê",
    not_begun: "chưa nhập",
    is_draft: "bản nháp",
    has_came: "✓ điểm danh",
    is_saved: "✓ đã ghi",
    and_draft: "✓ đã ghi+nháp",
    no_points: "Sổ chưa có điểm giao dịch nào. Vào mục 8 Sổ để nạp dữ liệu.",
    no_groups: "Điểm này không có tổ nào hoạt động vào ngày đó.",
    no_earlier: "Trước phiên này điểm chưa có tổ nào.",
    no_later: "Chỉ xem trước được phiên tới và phiên kế tiếp.",
    explains: &[
        "Phiên: ngày ngân hàng giao dịch tại điểm, mỗi tháng một ngày; ← → xem phiên khác, Tab \
         đổi điểm.",
        "Gốc đến hạn: phần gốc chưa trả của các kỳ có phiên này hoặc phiên trước là hạn, kể cả \
         quá hạn.",
        "Lãi phải thu = lãi tính đến phiên − lãi đã trả trước ngày phiên. Đã ghi: ghi trong ngày \
         phiên. Còn phải thu: sau khi trừ phần đã ghi, là số ở mục 1 Tổng quan.",
        "TV: tổ viên trên bảng kê, kể cả người đã ra khỏi tổ mà còn nợ. % = (phải thu − còn phải \
         thu) ÷ phải thu.",
        "Các bước theo thứ tự trong ngày: Shift+Tab lên hàng các bước, ← → chọn, Enter mở. \
         ○ chưa · ◐ đang làm · ✓ xong.",
        "Điểm danh ngay ở dòng của tổ: t tổ trưởng, p tổ phó, v vắng; ⌫ bỏ lần vừa bấm. Bấm phím \
         khác là sửa lại, lần trước được hủy.",
        "Bảng kê: chưa nhập → bản nháp → đã ghi → khớp tiền (đã đếm đủ) hoặc lệch đã ghi (đã đếm, \
         chênh lệch có lý do). Đếm lại tiền: sau khi đếm có ghi thêm hoặc hủy.",
    ],
    day: day::VI,
    cash: cash::VI,
    counter: counter::VI,
    mend: mend::VI,
    sheet: sheet::VI,
    receipt: receipt::VI,
    keys: Keys {
        open_sheet: "bảng kê",
        receipt: "thu gốc",
        point: "đổi điểm",
        earlier: "phiên trước",
        later: "phiên sau",
        fill: "thu đủ",
        fill_all: "đủ cả tổ",
        jump: "tới dòng",
        attendance: "đi giao dịch",
        keep: "lưu nháp",
        save: "ghi sổ",
        look_again: "xem lại",
        take_due: "phần đến hạn",
        take_all: "trả hết",
        next: "ô kế",
        pick: "chọn",
        back: "xong",
    },
};

pub const EN: Session = Session {
    title: "Collection day",
    today: "today",
    ahead: "ahead",
    past: "past",
    principal_due: "Principal due",
    interest_due: "Interest due",
    loans: |count| counted(count, "loan"),
    households: |count| counted(count, "household"),
    asked_head: "To collect",
    left_head: "Left to collect",
    savings: "Savings",
    sheets: "Sheets of the groups",
    sheets_count: |saved, drafts, not_begun, balanced| {
        let drafts = counted(drafts, "draft");
        format!("{saved} saved · {drafts} · {not_begun} not begun · {balanced} counted")
    },
    group: "Group",
    leader: "Leader",
    village: "Village",
    association: "Association",
    members: "Mem.",
    to_pay: "Interest due",
    recorded_head: "Recorded",
    state: "Sheet",
    not_begun: "not begun",
    is_draft: "draft",
    has_came: "✓ attendance",
    is_saved: "✓ saved",
    and_draft: "✓ saved+draft",
    no_points: "The book has no transaction point yet. Go to place 8 to import data.",
    no_groups: "No group of this point is active on that day.",
    no_earlier: "The point had no group before this session.",
    no_later: "Only the next session and the one after can be looked at ahead.",
    explains: &[
        "Session: the day each month on which the bank works at the point; ← → other sessions, \
         Tab the point.",
        "Principal due: unpaid parts whose session is this one or an earlier one, overdue parts \
         included.",
        "Interest to pay = accrued up to the session − paid before its day. Recorded: of its day. \
         Still to collect: what is left after that, as place 1 says it.",
        "Mem.: members on the sheet, with those who left and still owe. % = (to collect − left) ÷ \
         to collect.",
        "The steps stand in the order of the day: Shift+Tab goes up to them, ← → choose, Enter \
         opens. ○ not yet · ◐ under way · ✓ done.",
        "Attendance on the group's row: t leader, p deputy, v nobody; ⌫ takes the last one back. \
         Another key corrects, and takes the earlier back.",
        "Sheet: not begun → draft → saved → cash right (counted in full) or differs (counted, the \
         difference on record). Count again: money came in or was taken back since.",
    ],
    day: day::EN,
    cash: cash::EN,
    counter: counter::EN,
    mend: mend::EN,
    sheet: sheet::EN,
    receipt: receipt::EN,
    keys: Keys {
        open_sheet: "sheet",
        receipt: "principal",
        point: "point",
        earlier: "earlier",
        later: "later",
        fill: "in full",
        fill_all: "all in full",
        jump: "to line",
        attendance: "who came",
        keep: "keep draft",
        save: "save",
        look_again: "look again",
        take_due: "what is due",
        take_all: "pay all",
        next: "next field",
        pick: "choose",
        back: "done",
    },
};

/// `1 loan`, `2 loans`.
fn counted(count: usize, thing: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{plural}")
}
