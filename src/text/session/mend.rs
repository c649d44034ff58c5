//! The phrases of the forms that mend what is saved and wrong.
#![allow(missing_docs)]

/// Mending.
#[derive(Debug)]
pub struct Mend {
    pub title_line: fn(&str) -> String,
    pub title_payment: &'static str,
    pub was: fn(&str, &str, &str) -> String,
    pub was_payment: fn(&str, &str, &str, &str) -> String,
    pub head: &'static str,
    pub counted: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub interest: &'static str,
    pub deposit: &'static str,
    pub withdrawal: &'static str,
    pub note: &'static str,
    pub amount: &'static str,
    pub amount_hint: &'static str,
    pub second: &'static str,
    pub second_hint: &'static str,
    pub word: &'static str,
    pub word_hint: &'static str,
    pub word_wrong: &'static str,
    pub explains: &'static [&'static str],
}

pub const VI: Mend = Mend {
    title_line: |name| format!("Sửa dòng đã ghi · {name}"),
    title_payment: "Sửa phiếu thu đã ghi",
    was: |interest, deposit, withdrawal| {
        format!("đã ghi lãi {interest}, gửi {deposit}, rút {withdrawal}")
    },
    was_payment: |number, kind, amount, day| match number {
        "" => format!("đã ghi {kind} {amount} ngày {day}"),
        _ => format!("biên lai {number}: đã ghi {kind} {amount} ngày {day}"),
    },
    head: "Bút toán cũ được hủy, bút toán đúng được ghi, cùng một lần; sổ giữ cả hai.",
    counted: "! Tiền phiên này đã đếm: cần người thứ hai xác nhận, rồi đếm lại tiền.",
    reason: "Lý do sửa",
    reason_hint: "ví dụ: gõ nhầm số, nhầm người, biên lai hủy",
    interest: "Lãi đúng",
    deposit: "Gửi tiết kiệm đúng",
    withdrawal: "Rút tiết kiệm đúng",
    note: "Ghi chú",
    amount: "Số tiền đúng",
    amount_hint: "xóa trống: chỉ hủy, không ghi lại",
    second: "Người thứ hai",
    second_hint: "người khác người đang ghi sổ, có mặt và đồng ý sửa",
    word: "Gõ XÁC NHẬN",
    word_hint: "người thứ hai tự gõ: XÁC NHẬN (không dấu cũng được)",
    word_wrong: "Người thứ hai gõ hai chữ XÁC NHẬN vào đây để đồng ý sửa.",
    explains: &[
        "Dòng đã ghi không sửa đè: ghi lý do và số đúng, F5. Bút toán cũ được hủy và bút toán đúng \
         được ghi cùng một lần, hoặc không ghi gì cả. Bảng kê hiện cả hai.",
        "Ô để trống: người đó không nộp khoản ấy. Xóa hết các ô: chỉ hủy dòng.",
        "Tiền của phiên đã đếm thì cần người thứ hai: gõ tên mình và hai chữ XÁC NHẬN; sau đó đếm \
         lại tiền.",
    ],
};

pub const EN: Mend = Mend {
    title_line: |name| format!("Correct a saved line · {name}"),
    title_payment: "Correct a saved receipt",
    was: |interest, deposit, withdrawal| {
        format!("recorded: interest {interest}, in {deposit}, out {withdrawal}")
    },
    was_payment: |number, kind, amount, day| match number {
        "" => format!("recorded: {kind} {amount} on {day}"),
        _ => format!("receipt {number}: {kind} {amount} on {day}"),
    },
    head: "The old entry is taken back and the right one recorded in one step; both are kept.",
    counted: "! This session's cash is counted: a second person confirms, then count again.",
    reason: "Why",
    reason_hint: "such as: mistyped, another person's money, receipt cancelled",
    interest: "Right interest",
    deposit: "Right savings in",
    withdrawal: "Right savings out",
    note: "Note",
    amount: "Right amount",
    amount_hint: "empty: only taken back, not recorded again",
    second: "Second person",
    second_hint: "somebody else than who records, present and in agreement",
    word: "Type CONFIRM",
    word_hint: "the second person types: CONFIRM",
    word_wrong: "The second person types the word CONFIRM here to agree.",
    explains: &[
        "A saved line is not overwritten: say why and what is right, F5. The old entry is taken \
         back and the right one recorded in one step, or nothing is done. The sheet shows both.",
        "An empty cell: that person paid none of it. All cells empty: the line is only taken back.",
        "Where the session's cash is counted a second person types name and CONFIRM; then the cash \
         is counted again.",
    ],
};
