//! The phrases of place 3, due and overdue.
#![allow(missing_docs)]

use super::{Language, format};
use crate::domain::debt_reason::DebtReason;

#[derive(Debug)]
pub struct Debts {
    pub title: &'static str,
    /// The three lists, long and short.
    pub lists: [(&'static str, &'static str); 3],
    /// The principal and the interest of a list.
    pub split: fn(&str, &str) -> String,
    pub all: &'static str,
    pub session_of: fn(&str, &str) -> String,
    pub owes_interest: &'static str,
    pub inactive: &'static str,
    pub days: &'static str,
    pub whole_book: &'static str,
    pub filtered_by: fn(&str) -> String,
    pub loans: fn(usize) -> String,
    pub empty: [&'static str; 3],
    pub empty_filtered: &'static str,
    pub head: Head,
    pub keys: Keys,
    pub choose: Choose,
    pub detail: Detail,
    pub explains: [&'static [&'static str]; 3],
}

/// Headings of columns.
#[derive(Debug)]
pub struct Head {
    pub name: &'static str,
    pub leader: &'static str,
    pub group: &'static str,
    pub village: &'static str,
    pub session: &'static str,
    pub principal: &'static str,
    pub interest: &'static str,
    pub outstanding: &'static str,
    pub overdue: &'static str,
    pub days: &'static str,
    pub arrears: &'static str,
    pub visit: &'static str,
    pub reason: &'static str,
    pub unpaid_since: &'static str,
    pub last_movement: &'static str,
    pub inactive_since: &'static str,
    pub loan: &'static str,
}

#[derive(Debug)]
pub struct Keys {
    pub list: &'static str,
    pub part: &'static str,
    pub borrower: &'static str,
    pub filter: &'static str,
    pub visit: &'static str,
    pub receipt: &'static str,
}

/// The chooser of a village, association or group.
#[derive(Debug)]
pub struct Choose {
    pub title: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub nothing: &'static str,
    pub everything: &'static str,
    pub kind: &'static str,
    pub what: &'static str,
    pub count: &'static str,
    pub village: &'static str,
    pub association: &'static str,
    pub group: &'static str,
}

/// The line about the row under the cursor.
#[derive(Debug)]
pub struct Detail {
    pub loan: fn(&str) -> String,
    pub group: fn(&str) -> String,
    pub phone: fn(&str) -> String,
    pub visited: fn(&str) -> String,
    pub never_visited: &'static str,
    pub unpaid_since: fn(&str) -> String,
    pub inactive_since: fn(&str) -> String,
}

pub const VI: Debts = Debts {
    title: "Nợ đến hạn, quá hạn",
    lists: [
        ("Đến hạn kỳ này", "Đến hạn"),
        ("Quá hạn theo tuổi nợ", "Quá hạn"),
        ("Lãi tồn, không hoạt động", "Lãi tồn"),
    ],
    split: |principal, interest| format!("gốc {principal} · lãi {interest}"),
    all: "tất cả",
    session_of: |day, point| format!("phiên {day} {point}"),
    owes_interest: "có lãi tồn",
    inactive: "3 tháng không hoạt động",
    days: "ngày",
    whole_book: "Cả sổ",
    filtered_by: |what| format!("Chỉ xem: {what}"),
    loans: |count| format!("{} món", format::count(count)),
    empty: [
        "Không món nào phải trả ở phiên tới.",
        "Không có nợ quá hạn.",
        "Không có lãi tồn, không món nào 3 tháng không hoạt động.",
    ],
    empty_filtered: "Không có món nào ở phần đang chọn. Bấm Esc để xem tất cả.",
    head: Head {
        name: "Họ tên",
        leader: "Tổ trưởng",
        group: "Mã tổ",
        village: "Ấp",
        session: "Phiên",
        principal: "Gốc phải trả",
        interest: "Lãi phải trả",
        outstanding: "Dư nợ",
        overdue: "Quá hạn",
        days: "Ngày",
        arrears: "Lãi tồn",
        visit: "KT cuối",
        reason: "Vì sao",
        unpaid_since: "Nợ lãi từ",
        last_movement: "Trả lần cuối",
        inactive_since: "Không HĐ từ",
        loan: "Mã vay",
    },
    keys: Keys {
        list: "danh sách",
        part: "phần",
        borrower: "hộ vay",
        filter: "lọc",
        visit: "kiểm tra",
        receipt: "thu gốc",
    },
    choose: Choose {
        title: "Chỉ xem một ấp, hội hoặc tổ",
        label: "Gõ tên hoặc mã, không cần dấu",
        hint: "↑↓ chọn · Enter xem · Esc thôi",
        nothing: "Không tìm thấy.",
        everything: "tất cả",
        kind: "Loại",
        what: "Tên",
        count: "Món",
        village: "ấp",
        association: "hội",
        group: "tổ",
    },
    detail: Detail {
        loan: |code| format!("món {code}"),
        group: |code| format!("tổ {code}"),
        phone: |number| format!("ĐT {number}"),
        visited: |day| format!("kiểm tra {day}"),
        never_visited: "chưa kiểm tra lần nào",
        unpaid_since: |day| format!("nợ lãi từ phiên {day}"),
        inactive_since: |day| format!("không hoạt động từ {day}"),
    },
    explains: [
        &[
            "Đến hạn kỳ này: mỗi món tính theo phiên tới của điểm giao dịch mình.",
            "Gốc phải trả = phần chưa trả của các kỳ có phiên phải trả đến phiên này, kể cả kỳ đã \
             chuyển sang; món đang khoanh thì bằng 0.",
            "Lãi phải trả = lãi tính đến phiên − lãi đã trả, nếu từ nay chưa trả thêm; đang ân hạn \
             thì bằng 0.",
            "Quá hạn = gốc quá hạn đến ngày đang xem. Ngày = số ngày trễ dài nhất.",
            "Dùng sai mục đích không nằm trong Gốc phải trả mà nằm trong Quá hạn khi đã quá 30 \
             ngày.",
        ],
        &[
            "Quá hạn: món giải ngân từ 01/03/2026 thì mỗi kỳ trễ là quá hạn; món trước đó thì kỳ \
             trễ chuyển sang kỳ sau, khi kỳ cuối trễ thì tất cả phần chưa trả là quá hạn.",
            "Ngày = số ngày sau phiên phải trả (không tính những ngày khoanh).",
            "Dùng sai mục đích: phải hoàn trả trong 30 ngày từ lần kiểm tra phát hiện; từ ngày 31 \
             phần còn lại là quá hạn.",
            "Lãi tồn = lãi đến hạn ở phiên đã qua − lãi đã trả, không nhỏ hơn 0.",
            "Bấm ← → để chỉ xem một nhóm tuổi nợ.",
        ],
        &[
            "Lãi tồn = lãi đến hạn ở phiên đã qua − lãi đã trả, không nhỏ hơn 0.",
            "Nợ lãi từ: phiên đầu tiên của chuỗi phiên liền nhau chưa trả hết lãi.",
            "Không HĐ từ: ngày đầu tiên món vay đủ 3 tháng không có gốc, lãi hay giải ngân (món \
             khoanh và học sinh, sinh viên không tính).",
            "Trả lần cuối: lần trả gốc, trả lãi hoặc giải ngân gần nhất.",
        ],
    ],
};

pub const EN: Debts = Debts {
    title: "Due and overdue",
    lists: [
        ("Due at the next session", "Due"),
        ("Overdue by age", "Overdue"),
        ("Interest arrears, inactive", "Arrears"),
    ],
    split: |principal, interest| format!("princ. {principal} · int. {interest}"),
    all: "all",
    session_of: |day, point| format!("session {day} {point}"),
    owes_interest: "in interest arrears",
    inactive: "inactive for 3 months",
    days: "days",
    whole_book: "Whole book",
    filtered_by: |what| format!("Only: {what}"),
    loans: |count| match count {
        1 => "1 loan".to_owned(),
        _ => format!("{} loans", format::count(count)),
    },
    empty: [
        "Nothing is to be paid at the next session.",
        "Nothing is overdue.",
        "No interest arrears, and no loan inactive for 3 months.",
    ],
    empty_filtered: "No loan in what is chosen. Press Esc to see all.",
    head: Head {
        name: "Name",
        leader: "Group leader",
        group: "Group",
        village: "Village",
        session: "Sess.",
        principal: "Princ. due",
        interest: "Int. due",
        outstanding: "Outstanding",
        overdue: "Overdue",
        days: "Days",
        arrears: "Arrears",
        visit: "Last visit",
        reason: "Why",
        unpaid_since: "Unpaid since",
        last_movement: "Last payment",
        inactive_since: "Inactive from",
        loan: "Loan",
    },
    keys: Keys {
        list: "list",
        part: "part",
        borrower: "borrower",
        filter: "filter",
        visit: "visit",
        receipt: "receipt",
    },
    choose: Choose {
        title: "Only one village, association or group",
        label: "Type a name or code",
        hint: "↑↓ choose · Enter show · Esc leave",
        nothing: "Nothing found.",
        everything: "all",
        kind: "Kind",
        what: "Name",
        count: "Loans",
        village: "village",
        association: "assoc.",
        group: "group",
    },
    detail: Detail {
        loan: |code| format!("loan {code}"),
        group: |code| format!("group {code}"),
        phone: |number| format!("tel. {number}"),
        visited: |day| format!("visited {day}"),
        never_visited: "never visited",
        unpaid_since: |day| format!("interest unpaid since {day}"),
        inactive_since: |day| format!("inactive since {day}"),
    },
    explains: [
        &[
            "Due: each loan at the next session of its own point.",
            "Princ. due = principal to pay at the session: what is unpaid of instalments whose \
             session has come by then, those that rolled on included; 0 while frozen.",
            "Interest due = interest up to the session − interest paid, if nothing is paid \
             before; 0 while in grace.",
            "Overdue = overdue principal on the day asked about. Days = the largest days late.",
            "Wrongly used money is not in Princ. due; it is in Overdue once its 30 days have \
             passed.",
        ],
        &[
            "Overdue: for loans disbursed from 01/03/2026 on each late instalment; for earlier \
             ones a late instalment rolls on, and once the last is late, all that is unpaid.",
            "Days = days after the session at which it was to be paid, frozen days left out.",
            "Wrongly used money is to be repaid within 30 days of the visit that found it; from \
             day 31 what remains is overdue.",
            "Interest arrears = interest due at past sessions − interest paid, at least 0.",
            "← → show one age only.",
        ],
        &[
            "Interest arrears = interest due at past sessions − interest paid, at least 0.",
            "Unpaid since: the first of the unbroken run of sessions whose interest is not all \
             paid.",
            "Inactive from: the first day on which three months had passed without principal, \
             interest or disbursement (frozen and student loans are never inactive).",
            "Last payment: the last payment or disbursement.",
        ],
    ],
};

/// Why principal is owed, in a few words.
#[must_use]
pub fn reason(language: Language, reason: &DebtReason) -> String {
    match language {
        Language::Vi => vi(reason),
        Language::En => en(reason),
    }
}

fn vi(reason: &DebtReason) -> String {
    match reason {
        DebtReason::WrongUse { days, .. } => format!("trễ {days} ngày, sai mục đích"),
        DebtReason::WrongUseToRepay { deadline, .. } => {
            format!("sai mục đích, trả trước {}", format::day(*deadline))
        }
        DebtReason::LastLate { days, .. } => format!("kỳ cuối trễ {days} ngày"),
        DebtReason::Late { no, days, .. } => format!("kỳ {no} trễ {days} ngày"),
        DebtReason::RolledOn { no, days, .. } => {
            format!("kỳ {no} trễ {days} ngày, chuyển kỳ sau")
        }
        DebtReason::FallsDue { last: true, .. } => "kỳ cuối đến hạn".to_owned(),
        DebtReason::FallsDue { no, .. } => format!("kỳ {no} đến hạn"),
        DebtReason::Frozen { .. } => "đang khoanh".to_owned(),
    }
}

fn en(reason: &DebtReason) -> String {
    match reason {
        DebtReason::WrongUse { days, .. } => format!("{days} days late, used wrongly"),
        DebtReason::WrongUseToRepay { deadline, .. } => {
            format!("used wrongly, repay by {}", format::day(*deadline))
        }
        DebtReason::LastLate { days, .. } => format!("{days} days late, last instal."),
        DebtReason::Late { no, days, .. } => format!("{days} days late, instal. {no}"),
        DebtReason::RolledOn { no, days, .. } => {
            format!("{days} days late, instal. {no} rolled on")
        }
        DebtReason::FallsDue { last: true, .. } => "last instalment falls due".to_owned(),
        DebtReason::FallsDue { no, .. } => format!("instalment {no} falls due"),
        DebtReason::Frozen { .. } => "frozen".to_owned(),
    }
}
