//! The phrases of the receipt for principal.
#![allow(missing_docs)]

/// The receipt for principal.
#[derive(Debug)]
pub struct Receipt {
    pub pick_title: &'static str,
    pub pick_label: &'static str,
    pub pick_none: &'static str,
    pub loan: &'static str,
    pub name: &'static str,
    pub group: &'static str,
    pub outstanding: &'static str,
    pub due_now: &'static str,
    pub overdue: &'static str,
    pub next: &'static str,
    pub title: &'static str,
    pub amount: &'static str,
    pub day: &'static str,
    pub place: &'static str,
    pub number: &'static str,
    pub note: &'static str,
    pub programme: &'static str,
    pub due_at: fn(&str) -> String,
    pub next_instalment: &'static str,
    pub instalment: fn(u32, &str, &str) -> String,
    pub no_instalment: &'static str,
    pub interest_left: &'static str,
    pub interest_hint: &'static str,
    pub after: &'static str,
    pub too_much: &'static str,
    pub settles: &'static str,
    pub frozen: &'static str,
    pub none_due: &'static str,
    pub gone: &'static str,
    pub ask_title: &'static str,
    pub ask_keys: &'static str,
    pub done: &'static str,
    pub done_lines: fn(&Recorded<'_>) -> String,
    pub discard: fn(Option<&str>) -> String,
    pub title_interest: &'static str,
    pub amount_interest: &'static str,
    pub interest_at: fn(&str) -> String,
    pub interest_after: &'static str,
    pub already_prepaid: &'static str,
    pub prepaid_label: &'static str,
    pub prepaid: fn(&str) -> String,
    pub none_prepaid: &'static str,
    pub no_interest_due: &'static str,
    pub ask_title_interest: &'static str,
    pub done_interest: fn(&Recorded<'_>) -> String,
    pub number_known: fn(&str, &str, &str, &str) -> String,
    pub off_reason: &'static str,
    pub off_hint: &'static str,
    pub explains: &'static [&'static str],
}

/// What a receipt that was recorded says.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    pub number: &'a str,
    pub amount: &'a str,
    pub name: &'a str,
    pub loan: &'a str,
    pub day: &'a str,
    pub left: &'a str,
}

pub const VI: Receipt = Receipt {
    pick_title: "Thu gốc: chọn món vay",
    pick_label: "Tìm",
    pick_none: "Không có món nào còn dư nợ khớp. Gõ một phần tên, mã tổ hoặc mã món vay.",
    loan: "Món vay",
    name: "Họ tên",
    group: "Tổ",
    outstanding: "Dư nợ",
    due_now: "Phải trả",
    overdue: "Quá hạn",
    next: "Kỳ tới",
    title: "Phiếu thu gốc",
    amount: "Số tiền gốc",
    day: "Ngày trả",
    place: "Nơi trả",
    number: "Số biên lai",
    note: "Ghi chú",
    programme: "Chương trình",
    due_at: |day| format!("Phải trả phiên {day}"),
    next_instalment: "Kỳ chưa trả gần nhất",
    instalment: |no, day, amount| format!("kỳ {no}, hạn {day}, còn {amount}"),
    no_instalment: "đã trả hết các kỳ",
    interest_left: "Lãi đến nay chưa trả",
    interest_hint: "thu riêng, không gộp vào gốc",
    after: "Dư nợ sau khi trả",
    too_much: "vượt dư nợ",
    settles: "hết gốc",
    frozen: "đang khoanh",
    none_due: "Không có phần gốc nào đến hạn; xin gõ số tiền hoặc bấm F6 để trả hết.",
    gone: "Món vay này không có trong sổ vào ngày đang xem.",
    ask_title: "Ghi sổ phiếu thu gốc",
    ask_keys: "Bấm Enter hoặc F5 để ghi, Esc để xem lại.",
    done: "Đã ghi sổ",
    done_lines: |it| {
        format!(
            "Biên lai {} ngày {}: {} trả gốc {} món {}. Dư nợ mới {}.",
            it.number, it.day, it.name, it.amount, it.loan, it.left
        )
    },
    discard: |amount| match amount {
        Some(amount) => format!("Bỏ phiếu thu đang nhập? Số tiền {amount} đã nhập sẽ mất."),
        None => "Bỏ phiếu thu đang nhập? Những gì đã nhập sẽ mất.".to_owned(),
    },
    title_interest: "Phiếu thu lãi tại ngân hàng",
    amount_interest: "Số tiền lãi",
    interest_at: |day| format!("Lãi trả đến phiên {day}"),
    interest_after: "Lãi còn chưa trả",
    already_prepaid: "Đã trả trước",
    prepaid_label: "Lãi trả trước",
    prepaid: |amount| format!("! {amount} chưa phát sinh, ghi là lãi trả trước"),
    none_prepaid: "không có",
    no_interest_due: "Không có lãi phải trả; xin gõ số tiền.",
    ask_title_interest: "Ghi sổ phiếu thu lãi",
    done_interest: |it| {
        let number = match it.number {
            "" => "Phiếu thu lãi".to_owned(),
            number => format!("Biên lai {number}"),
        };
        format!(
            "{number} ngày {}: {} trả lãi {} món {}. Lãi đến nay còn chưa trả {}.",
            it.day, it.name, it.amount, it.loan, it.left
        )
    },
    number_known: |day, name, amount, loan| {
        format!(
            "Số biên lai này đã ghi ngày {day}: {name} trả gốc {amount}, món {loan}. Xem lại số \
             trên biên lai."
        )
    },
    off_reason: "Lý do thu ngoài phiên",
    off_hint: "ngày này không có phiên: ghi một câu vì sao thu",
    explains: &[
        "Tiền gốc do hộ vay trả thẳng cho ngân hàng tại điểm hoặc trụ sở, có số biên lai của ngân \
         hàng.",
        "Phải trả phiên tới: phần gốc đến hạn chưa trả, kể cả phần đã chuyển kỳ và quá hạn.",
        "= điền phần đến hạn; F6 điền toàn bộ dư nợ để trả hết gốc. Món chỉ tất toán khi hết cả \
         lãi.",
    ],
};

pub const EN: Receipt = Receipt {
    pick_title: "Principal: choose the loan",
    pick_label: "Find",
    pick_none: "No loan with principal fits. Type part of a name, group code or loan code.",
    loan: "Loan",
    name: "Name",
    group: "Group",
    outstanding: "Outstanding",
    due_now: "To pay",
    overdue: "Overdue",
    next: "Next due",
    title: "Principal receipt",
    amount: "Principal",
    day: "Day",
    place: "Paid at",
    number: "Receipt no.",
    note: "Note",
    programme: "Programme",
    due_at: |day| format!("To pay by {day}"),
    next_instalment: "Next unpaid instalment",
    instalment: |no, day, amount| format!("no. {no}, due {day}, {amount} left"),
    no_instalment: "all instalments are paid",
    interest_left: "Interest unpaid so far",
    interest_hint: "collected apart, not with principal",
    after: "Outstanding after",
    too_much: "more than is outstanding",
    settles: "principal all paid",
    frozen: "frozen",
    none_due: "No principal is due; type an amount or press F6 to repay all.",
    gone: "This loan does not exist on the day asked about.",
    ask_title: "Save the principal receipt",
    ask_keys: "Enter or F5 saves, Esc looks again.",
    done: "Saved",
    done_lines: |it| {
        format!(
            "Receipt {} of {}: {} repaid {} of loan {}. Outstanding is now {}.",
            it.number, it.day, it.name, it.amount, it.loan, it.left
        )
    },
    discard: |amount| match amount {
        Some(amount) => format!("Throw this receipt away? The {amount} typed is lost."),
        None => "Throw this receipt away? What is typed is lost.".to_owned(),
    },
    title_interest: "Interest receipt at the bank",
    amount_interest: "Interest",
    interest_at: |day| format!("To pay by {day}"),
    interest_after: "Interest left unpaid",
    already_prepaid: "Prepaid already",
    prepaid_label: "Prepaid interest",
    prepaid: |amount| format!("! {amount} has not accrued yet and is recorded as prepaid"),
    none_prepaid: "none",
    no_interest_due: "No interest is to pay; please type an amount.",
    ask_title_interest: "Save the interest receipt",
    done_interest: |it| {
        let number = match it.number {
            "" => "Interest receipt".to_owned(),
            number => format!("Receipt {number}"),
        };
        format!(
            "{number} of {}: {} paid {} interest of loan {}. {} is unpaid so far.",
            it.day, it.name, it.amount, it.loan, it.left
        )
    },
    number_known: |day, name, amount, loan| {
        format!(
            "This number is recorded on {day}: {name} repaid {amount} of loan {loan}. Look at the \
             number on the receipt again."
        )
    },
    off_reason: "Why off the calendar",
    off_hint: "there is no session on this day: say why money came in",
    explains: &[
        "The borrower pays principal to the bank at the point or office, with the bank's receipt \
         number.",
        "To pay: principal due and unpaid, with what rolled on and what is overdue.",
        "= fills what is due; F6 all that is outstanding. A loan is settled once interest is paid \
         too.",
    ],
};
