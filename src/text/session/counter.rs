//! The phrases of money at the bank's counter: receipts of a day, and what was paid out.
#![allow(missing_docs)]

/// Money at the counter.
#[derive(Debug)]
pub struct Counter {
    pub receipts: fn(&str) -> String,
    pub receipts_sum: fn(usize, &str, &str) -> String,
    pub no_receipts: &'static str,
    pub kind: &'static str,
    pub taken_back: fn(&str) -> String,
    pub gone_already: &'static str,
    pub take_interest: &'static str,
    pub mend: &'static str,
    pub pick_interest: &'static str,
    pub pick_tranche: &'static str,
    pub pick_member: &'static str,
    pub pick_none: &'static str,
    pub interest_due: &'static str,
    pub principal: &'static str,
    pub left: &'static str,
    pub member: &'static str,
    pub paid_out: fn(&str) -> String,
    pub none_out: &'static str,
    pub visit_rule: fn(i64, &str) -> String,
    pub amount_out: &'static str,
    pub visit_until: &'static str,
    pub visited: &'static str,
    pub missed: &'static str,
    pub not_yet: &'static str,
    pub next_tranche: &'static str,
    pub new_loan: &'static str,
    pub explains: &'static [&'static str],
    pub explains_out: &'static [&'static str],
}

pub const VI: Counter = Counter {
    receipts: |day| format!("Phiếu thu ngày {day}"),
    receipts_sum: |count, principal, interest| {
        format!("{count} phiếu · gốc {principal} · lãi nộp tại ngân hàng {interest}")
    },
    no_receipts: "Chưa có phiếu thu nào trong ngày. g thu gốc · l thu lãi tại ngân hàng.",
    kind: "Loại",
    taken_back: |why| match why {
        "" => "✗ đã hủy".to_owned(),
        _ => format!("✗ đã hủy: {why}"),
    },
    gone_already: "Phiếu này đã hủy rồi.",
    take_interest: "thu lãi",
    mend: "sửa phiếu",
    pick_interest: "Thu lãi tại ngân hàng: chọn món vay",
    pick_tranche: "Giải ngân: chọn món vay",
    pick_member: "Món vay mới: chọn tổ viên",
    pick_none: "Không có dòng nào khớp. Gõ một phần tên, mã tổ hoặc mã.",
    interest_due: "Lãi phải trả",
    principal: "Số tiền vay",
    left: "Còn được nhận",
    member: "Mã TV",
    paid_out: |day| format!("Giải ngân ngày {day}"),
    none_out: "Chưa giải ngân món nào trong ngày. g giải ngân tiếp · n món vay mới.",
    visit_rule: |days, until| {
        format!("Giải ngân ngày này thì kiểm tra sử dụng vốn trong {days} ngày, đến {until}.")
    },
    amount_out: "Giải ngân",
    visit_until: "Kiểm tra đến",
    visited: "Kiểm tra",
    missed: "quá hạn",
    not_yet: "chưa",
    next_tranche: "giải ngân tiếp",
    new_loan: "món vay mới",
    explains: &[
        "Phiếu thu của các hộ nộp thẳng cho ngân hàng trong ngày, gốc và lãi. Tổng không tính \
         phiếu đã hủy.",
        "Ghi sai thì không sửa đè: Enter trên phiếu, ghi lý do và số đúng; phiếu cũ được hủy, \
         phiếu đúng được ghi, cùng một lần.",
    ],
    explains_out: &[
        "Mỗi lần giải ngân phải được kiểm tra sử dụng vốn trong số ngày của bộ quy định, tính từ \
         ngày giải ngân.",
        "g: món đã có, giải ngân đợt tiếp theo; n: món vay mới của một tổ viên.",
    ],
};

pub const EN: Counter = Counter {
    receipts: |day| format!("Receipts of {day}"),
    receipts_sum: |count, principal, interest| {
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} receipt{plural} · principal {principal} · interest at the bank {interest}")
    },
    no_receipts: "No receipt of this day yet. g principal · l interest at the bank.",
    kind: "Kind",
    taken_back: |why| match why {
        "" => "✗ taken back".to_owned(),
        _ => format!("✗ taken back: {why}"),
    },
    gone_already: "This receipt is taken back already.",
    take_interest: "interest",
    mend: "correct",
    pick_interest: "Interest at the bank: choose the loan",
    pick_tranche: "Pay out: choose the loan",
    pick_member: "New loan: choose the member",
    pick_none: "Nothing fits. Type part of a name, group code or code.",
    interest_due: "Interest",
    principal: "Principal",
    left: "Left to pay out",
    member: "Code",
    paid_out: |day| format!("Paid out on {day}"),
    none_out: "Nothing is paid out on this day yet. g next tranche · n new loan.",
    visit_rule: |days, until| {
        format!("What is paid out on this day is to be visited within {days} days, until {until}.")
    },
    amount_out: "Paid out",
    visit_until: "Visit until",
    visited: "Visit",
    missed: "missed",
    not_yet: "not yet",
    next_tranche: "next tranche",
    new_loan: "new loan",
    explains: &[
        "What borrowers paid to the bank on the day, principal and interest. Sums leave out what \
         was taken back.",
        "What is wrong is not overwritten: Enter on a receipt, say why and what is right; the old \
         one is taken back and the right one recorded in one step.",
    ],
    explains_out: &[
        "What is paid out is to be visited within the days of the rulebook, counted from that day.",
        "g: the next tranche of a known loan; n: a new loan of a member.",
    ],
};
