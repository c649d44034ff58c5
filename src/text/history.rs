//! The phrases of a member's page: who it is, loans, and what happened.
#![allow(missing_docs)]

use super::format;
use crate::domain::day::Day;
use crate::domain::money::Dong;

#[derive(Debug)]
pub struct History {
    pub born: fn(i32) -> String,
    pub group: fn(&str, &str) -> String,
    pub phone: fn(&str) -> String,
    pub household: fn(&str) -> String,
    pub id_number: fn(&str) -> String,
    pub joined: fn(&str) -> String,
    pub left: fn(&str) -> String,
    pub savings: fn(&str) -> String,
    pub not_in_book: &'static str,
    pub unread: &'static str,
    pub loans: fn(usize) -> String,
    pub no_loans: &'static str,
    pub events: &'static str,
    pub no_events: &'static str,
    pub parts: [&'static str; 5],
    pub head: Head,
    pub keys: Keys,
    pub facts: Facts,
    pub what: What,
    pub explains: &'static [&'static str],
}

/// Headings of columns.
#[derive(Debug)]
pub struct Head {
    pub programme: &'static str,
    pub purpose: &'static str,
    pub principal: &'static str,
    pub outstanding: &'static str,
    pub overdue: &'static str,
    pub status: &'static str,
    pub next_due: &'static str,
    pub next_interest: &'static str,
    pub day: &'static str,
    pub what: &'static str,
    pub loan: &'static str,
    pub amount: &'static str,
    pub balance: &'static str,
}

#[derive(Debug)]
pub struct Keys {
    pub loan: &'static str,
    pub pane: &'static str,
    pub part: &'static str,
    pub one_loan: &'static str,
}

/// What is said of the loan under the cursor.
#[derive(Debug)]
pub struct Facts {
    pub loan: fn(&str) -> String,
    pub session: fn(Day, Dong, Dong) -> String,
    pub session_nothing: fn(Day) -> String,
    pub arrears: fn(Dong) -> String,
    pub in_grace: fn(Dong, Option<Day>) -> String,
    pub prepaid: fn(Dong) -> String,
    pub inactive: fn(Day) -> String,
    pub chart: fn(&str, &str) -> String,
}

/// What happened.
#[derive(Debug)]
pub struct What {
    pub joined: &'static str,
    pub left: &'static str,
    pub opened: &'static str,
    pub disbursed: &'static str,
    pub tranche: fn(usize) -> String,
    pub principal: &'static str,
    pub interest: &'static str,
    pub deposit: &'static str,
    pub withdrawal: &'static str,
    pub visit: fn(&str) -> String,
    pub wrong_use: &'static str,
    pub balance_differs: &'static str,
    pub right_use: &'static str,
    pub balance_seen: fn(&str) -> String,
    pub effect: fn(&str) -> String,
    pub visitor: fn(&str) -> String,
    pub talked: fn(&str) -> String,
    pub talker: fn(&str) -> String,
    pub rescheduled: fn(u32, Day) -> String,
    pub extended: fn(Day) -> String,
    pub due_before: fn(Day) -> String,
    pub frozen: fn(Option<Day>) -> String,
    pub unfrozen: &'static str,
    pub settled: &'static str,
    pub taken_back: fn(&str) -> String,
    pub takes_back: fn(&str) -> String,
    pub reason: fn(&str) -> String,
    pub receipt: fn(&str) -> String,
}

pub const VI: History = History {
    born: |year| format!("sinh {year}"),
    group: |code, leader| format!("Tổ {code} {leader}"),
    phone: |number| format!("ĐT {number}"),
    household: |kind| format!("hộ {kind}"),
    id_number: |number| format!("CCCD {number}"),
    joined: |day| format!("vào tổ {day}"),
    left: |day| format!("đã ra khỏi tổ {day}"),
    savings: |amount| format!("tiết kiệm {amount}"),
    not_in_book: "Không có tổ viên này trong sổ.",
    unread: "Không đọc được các khoản trả trong tệp sổ; vào 8 Sổ để kiểm tra.",
    loans: |count| format!("Món vay ({})", format::count(count)),
    no_loans: "Chưa vay món nào. Bấm n để nhập món vay.",
    events: "Diễn biến",
    no_events: "Chưa có gì ở phần này. Bấm ← → để xem phần khác.",
    parts: ["tất cả", "gốc", "lãi", "tiết kiệm", "kiểm tra, khác"],
    head: Head {
        programme: "Chương trình",
        purpose: "Mục đích",
        principal: "Số tiền vay",
        outstanding: "Dư nợ",
        overdue: "Quá hạn",
        status: "Tình trạng",
        next_due: "Kỳ tới",
        next_interest: "Lãi phiên tới",
        day: "Ngày",
        what: "Việc",
        loan: "Món",
        amount: "Số tiền",
        balance: "Còn lại",
    },
    keys: Keys { loan: "món vay", pane: "đổi bảng", part: "phần", one_loan: "một món" },
    facts: Facts {
        loan: |code| format!("món {code}"),
        session: |day, principal, interest| {
            let day = format::short_day(day);
            let interest = format!("lãi {}", format::money(interest));
            if principal.is_zero() {
                return format!("phiên {day}: {interest}");
            }
            format!("phiên {day}: gốc {} + {interest}", format::money(principal))
        },
        session_nothing: |day| format!("phiên {}: không phải trả", format::short_day(day)),
        arrears: |amount| format!("lãi tồn {}", format::money(amount)),
        in_grace: |amount, until| {
            let until = until.map(|day| format!(" (ân hạn đến {})", format::day(day)));
            format!("lãi ân hạn {}{}", format::money(amount), until.unwrap_or_default())
        },
        prepaid: |amount| format!("lãi nộp trước còn {}", format::money(amount)),
        inactive: |day| format!("3 tháng không hoạt động, lần cuối {}", format::day(day)),
        chart: |from, to| format!("Dư nợ từ {from} đến {to}"),
    },
    what: What {
        joined: "Vào tổ",
        left: "Ra khỏi tổ",
        opened: "Số dư mang sang",
        disbursed: "Giải ngân",
        tranche: |no| format!("Giải ngân lần {no}"),
        principal: "Trả gốc",
        interest: "Trả lãi",
        deposit: "Gửi tiết kiệm",
        withdrawal: "Rút tiết kiệm",
        visit: |kind| format!("Kiểm tra {kind}"),
        wrong_use: "sai mục đích",
        balance_differs: "số dư lệch",
        right_use: "không sai mục đích",
        balance_seen: |amount| format!("hộ nói còn nợ {amount}"),
        effect: |effect| format!("hiệu quả {effect}"),
        visitor: |name| format!("người kiểm tra {name}"),
        talked: |how| format!("Liên hệ {how}"),
        talker: |name| format!("người liên hệ {name}"),
        rescheduled: |no, to| format!("Điều chỉnh kỳ {no} đến {}", format::day(to)),
        extended: |to| format!("Gia hạn đến {}", format::day(to)),
        due_before: |day| format!("hạn cũ {}", format::day(day)),
        frozen: |last| {
            last.map_or_else(
                || "Khoanh nợ".to_owned(),
                |last| format!("Khoanh nợ đến hết {}", format::day(last)),
            )
        },
        unfrozen: "Thôi khoanh nợ",
        settled: "Tất toán",
        taken_back: |what| format!("{what} (đã hủy)"),
        takes_back: |what| format!("Hủy: {what}"),
        reason: |why| format!("lý do: {why}"),
        receipt: |number| format!("phiếu {number}"),
    },
    explains: &[
        "Mới nhất ở trên. Còn lại: dư nợ của món vay sau khoản đó; với tiết kiệm là số dư tiết \
         kiệm.",
        "Khoản đã hủy và dòng hủy (kèm lý do) vẫn hiện để đối chiếu, nhưng không tính vào số liệu \
         của ngày nào.",
        "Kỳ tới: phiên phải trả của kỳ chưa trả hết gần nhất chưa qua; kỳ trễ nói ở dòng dưới. Lãi \
         phiên tới = lãi tính đến phiên − lãi đã trả; đang ân hạn thì bằng 0.",
        "Tab đổi giữa món vay và diễn biến; ← → chọn loại việc; m chỉ xem món vay đang chọn.",
    ],
};

pub const EN: History = History {
    born: |year| format!("born {year}"),
    group: |code, leader| format!("Group {code} {leader}"),
    phone: |number| format!("tel. {number}"),
    household: |kind| format!("{kind} household"),
    id_number: |number| format!("ID {number}"),
    joined: |day| format!("joined {day}"),
    left: |day| format!("left {day}"),
    savings: |amount| format!("savings {amount}"),
    not_in_book: "This member is not in the book.",
    unread: "The payments in the book's file can't be read; go to 8 Book to check it.",
    loans: |count| format!("Loans ({})", format::count(count)),
    no_loans: "No loan yet. Press n to enter one.",
    events: "History",
    no_events: "Nothing in this part yet. Press ← → for another.",
    parts: ["all", "principal", "interest", "savings", "visits, other"],
    head: Head {
        programme: "Programme",
        purpose: "Purpose",
        principal: "Principal",
        outstanding: "Outstanding",
        overdue: "Overdue",
        status: "Status",
        next_due: "Next due",
        next_interest: "Next interest",
        day: "Day",
        what: "What",
        loan: "Loan",
        amount: "Amount",
        balance: "Left",
    },
    keys: Keys { loan: "loan", pane: "pane", part: "part", one_loan: "one loan" },
    facts: Facts {
        loan: |code| format!("loan {code}"),
        session: |day, principal, interest| {
            let day = format::short_day(day);
            let interest = format!("interest {}", format::money(interest));
            if principal.is_zero() {
                return format!("session {day}: {interest}");
            }
            format!("session {day}: principal {} + {interest}", format::money(principal))
        },
        session_nothing: |day| format!("session {}: nothing to pay", format::short_day(day)),
        arrears: |amount| format!("interest arrears {}", format::money(amount)),
        in_grace: |amount, until| {
            let until = until.map(|day| format!(" (grace until {})", format::day(day)));
            format!("interest in grace {}{}", format::money(amount), until.unwrap_or_default())
        },
        prepaid: |amount| format!("interest prepaid {}", format::money(amount)),
        inactive: |day| format!("inactive for 3 months, last {}", format::day(day)),
        chart: |from, to| format!("Outstanding from {from} to {to}"),
    },
    what: What {
        joined: "Joined the group",
        left: "Left the group",
        opened: "Balance brought forward",
        disbursed: "Disbursed",
        tranche: |no| format!("Disbursed, tranche {no}"),
        principal: "Principal paid",
        interest: "Interest paid",
        deposit: "Deposit",
        withdrawal: "Withdrawal",
        visit: |kind| format!("Visit ({kind})"),
        wrong_use: "wrong use",
        balance_differs: "balance differs",
        right_use: "no wrong use",
        balance_seen: |amount| format!("borrower says {amount} is owed"),
        effect: |effect| format!("effect {effect}"),
        visitor: |name| format!("visitor {name}"),
        talked: |how| format!("Talk {how}"),
        talker: |name| format!("talked with {name}"),
        rescheduled: |no, to| format!("Instalment {no} moved to {}", format::day(to)),
        extended: |to| format!("Extended to {}", format::day(to)),
        due_before: |day| format!("due before on {}", format::day(day)),
        frozen: |last| {
            last.map_or_else(
                || "Frozen".to_owned(),
                |last| format!("Frozen up to and including {}", format::day(last)),
            )
        },
        unfrozen: "No longer frozen",
        settled: "Settled",
        taken_back: |what| format!("{what} (taken back)"),
        takes_back: |what| format!("Takes back {what}"),
        reason: |why| format!("reason: {why}"),
        receipt: |number| format!("receipt {number}"),
    },
    explains: &[
        "The newest first. Left: the loan's outstanding after the entry; for savings their \
         balance.",
        "An entry that was taken back and the one that takes it back are shown, but count on no \
         day.",
        "Next due: the session of the next instalment not all paid; late ones are told below the \
         list. Next interest = interest up to the session − interest paid; 0 while in grace.",
        "Tab changes between loans and history; ← → choose the kind; m shows only the loan chosen.",
    ],
};
