//! The phrases of the forms of a loan: the contract, its tranches, changes and opening.
#![allow(missing_docs)]

use super::terms::{self, TermWords};

/// The form of a contract.
#[derive(Debug)]
pub struct LoanWords {
    pub title_new: &'static str,
    pub title: fn(&str) -> String,
    pub head: fn(&str, &str, &str) -> String,
    pub code: &'static str,
    pub programme: &'static str,
    pub principal: &'static str,
    pub disbursed_on: &'static str,
    pub term: &'static str,
    pub due_on: &'static str,
    pub rate: &'static str,
    pub purpose: &'static str,
    pub capital: &'static str,
    pub grace: &'static str,
    pub count: &'static str,
    pub every: &'static str,
    pub begins: &'static str,
    pub opening_day: &'static str,
    pub outstanding: &'static str,
    pub interest_owed: &'static str,
    pub last_movement: &'static str,
    pub hint_code: &'static str,
    pub hint_term: &'static str,
    pub hint_due_on: &'static str,
    pub hint_rate: &'static str,
    pub hint_grace: &'static str,
    pub hint_count: &'static str,
    pub hint_every: &'static str,
    pub hint_opening: &'static str,
    pub hint_outstanding: &'static str,
    pub hint_interest: &'static str,
    pub hint_movement: &'static str,
    pub plan: &'static str,
    pub tranches: &'static str,
    pub one_instalment: fn(&str) -> String,
    pub instalments: fn(usize, &str) -> String,
    pub one_tranche: &'static str,
    pub some_tranches: fn(usize, &str) -> String,
    /// The even instalments do not reach the last due day, or go beyond it: count, months between,
    /// their product, the last due day.
    pub uneven: fn(u32, u32, u32, &str) -> String,
    pub uneven_sure: &'static str,
    pub recorded_rate: fn(&str) -> String,
    pub never_paid: &'static str,
    pub needs_opening: &'static str,
    pub needs_outstanding: &'static str,
    pub explains: &'static [&'static str],
    pub fact: FactWords,
    pub terms: TermWords,
}

/// The forms of what happens to a loan later.
#[derive(Debug)]
pub struct FactWords {
    pub tranche: &'static str,
    pub tranche_head: fn(&str, &str) -> String,
    /// The loan has no row of its own yet: what a first one does.
    pub tranche_replaces: fn(&str, &str) -> String,
    pub tranche_opened: fn(&str, &str) -> String,
    pub visit_by: fn(i64, &str) -> String,
    pub tranche_amount: &'static str,
    pub tranche_day: &'static str,
    pub note: &'static str,
    pub opening: &'static str,
    pub opening_head: &'static str,
    pub opening_known: fn(&str) -> String,
    pub change: &'static str,
    pub change_kind: &'static str,
    pub kinds: [&'static str; 4],
    pub change_day: &'static str,
    pub instalment: &'static str,
    pub instalment_name: fn(u32, &str, &str) -> String,
    pub new_day: &'static str,
    pub until: &'static str,
    pub decision: &'static str,
    pub hint_change_day: &'static str,
    pub hint_until: &'static str,
    pub hint_decision: &'static str,
    pub may_reschedule: &'static str,
    pub none_to_reschedule: &'static str,
    pub may_extend: fn(&str, &str) -> String,
    pub may_freeze: &'static str,
    pub may_unfreeze: fn(Option<&str>) -> String,
    pub not_frozen: &'static str,
    pub explains: &'static [&'static str],
    pub take_back: &'static str,
    pub take_back_head: &'static str,
    pub take_back_day: &'static str,
    pub cannot_take_back: &'static str,
}

pub const VI: LoanWords = LoanWords {
    title_new: "Thêm món vay",
    title: |code| format!("Sửa món vay {code}"),
    head: |name, group, member| format!("{name} · mã {member} · tổ {group}"),
    code: "Mã món vay",
    programme: "Chương trình",
    principal: "Số tiền vay",
    disbursed_on: "Ngày giải ngân",
    term: "Thời hạn, tháng",
    due_on: "Hạn trả cuối",
    rate: "Lãi suất, %/năm",
    purpose: "Mục đích",
    capital: "Nguồn vốn",
    grace: "Ân hạn lãi đến",
    count: "Số kỳ trả gốc",
    every: "Mỗi kỳ, tháng",
    begins: "MÓN ĐANG TRẢ DỞ (món mới: bỏ trống)",
    opening_day: "Số dư đến ngày",
    outstanding: "Dư nợ gốc",
    interest_owed: "Lãi còn nợ",
    last_movement: "Lần trả gần nhất",
    hint_code: "16 chữ số, như trên khế ước",
    hint_term: "số tháng trên khế ước; hạn trả cuối tự điền",
    hint_due_on: "tự điền theo thời hạn; khế ước khác thì gõ lại",
    hint_rate: "lãi suất trên khế ước; tự điền theo chương trình",
    hint_grace: "học sinh, sinh viên; món khác bỏ trống",
    hint_count: "1 là trả một lần; nhiều kỳ thì chia đều, F6 sửa từng kỳ",
    hint_every: "mấy tháng một kỳ",
    hint_opening: "ngày của danh sách ngân hàng: số liệu cuối ngày đó",
    hint_outstanding: "gốc còn lại cuối ngày đó",
    hint_interest: "lãi đến hạn mà chưa trả (lãi tồn); không có thì gõ 0",
    hint_movement: "ngày trả gốc hoặc lãi gần nhất; chưa biết thì bỏ trống",
    plan: "Phân kỳ trả gốc",
    tranches: "Giải ngân nhiều lần",
    one_instalment: |day| format!("Trả gốc một lần, hạn {day}"),
    instalments: |count, sum| format!("Phân {count} kỳ, cộng {sum}"),
    one_tranche: "giải ngân một lần",
    some_tranches: |count, sum| format!("giải ngân {count} lần, cộng {sum}"),
    uneven: |count, every, months, last| {
        format!(
            "{count} kỳ × {every} tháng = {months} tháng, không khớp hạn trả cuối {last}; kỳ cuối \
                 xếp vào hạn đó."
        )
    },
    uneven_sure: "Ghi như vậy? (k: xem lại ở bảng phân kỳ, F6)",
    recorded_rate: |rate| format!("chương trình này hiện {rate} %/năm"),
    never_paid: "! Giải ngân đã lâu: chưa điền dư nợ ở cuối mẫu thì tính là chưa trả lần nào.",
    needs_outstanding: "Chưa có dư nợ đến ngày đó. Món mới thì xóa ô ngày ở trên (Ctrl+U).",
    needs_opening: "Điền dư nợ, lãi còn nợ thì cần cả ngày của danh sách.",
    explains: &[
        "Món mới: từ mã món vay đến phân kỳ. Chọn chương trình thì lãi suất tự điền; gõ thời hạn \
            thì hạn trả cuối tự điền; khế ước ghi khác thì gõ lại.",
        "Số kỳ trả gốc: chia đều, làm tròn nghìn, kỳ cuối nhận phần lẻ. F6 sang bảng phân kỳ để \
            sửa từng kỳ, F6 nữa sang bảng giải ngân nhiều lần (học sinh, sinh viên).",
        "Món đang trả dở: ghi dư nợ và lãi còn nợ cuối một ngày, thường là ngày của danh sách \
            ngân hàng. Các kỳ trước ngày đó coi như đã trả đúng phần chênh lệch; không ghi lại \
            từng lần trả cũ.",
        "Ân hạn lãi đến: trước ngày này lãi chưa đến hạn (cho vay học sinh, sinh viên).",
    ],
    fact: FactWords {
        tranche: "Giải ngân thêm",
        tranche_head: |principal, left| format!("Số tiền vay {principal}, còn được nhận {left}"),
        tranche_replaces: |sum, day| {
            format!("Đang ghi giải ngân một lần {sum} ngày {day}; lần ghi ở đây thay cho lần đó.")
        },
        tranche_opened: |day, sum| {
            format!(
                "Số dư đến ngày {day} là {sum}: ghi trước các lần giải ngân đến ngày đó, rồi mới \
                     ghi lần sau."
            )
        },
        visit_by: |days, until| {
            format!("! Kiểm tra sử dụng vốn trong {days} ngày kể từ ngày này: đến {until}.")
        },
        tranche_amount: "Số tiền",
        tranche_day: "Ngày giải ngân",
        note: "Ghi chú",
        opening: "Số dư đầu của món vay",
        opening_head: "Thay cho mọi lần giải ngân, trả nợ đến hết ngày đó.",
        opening_known: |day| format!("! Món này đã có số dư đầu ngày {day}."),
        change: "Đổi kỳ hạn, khoanh nợ",
        change_kind: "Việc",
        kinds: ["điều chỉnh kỳ hạn", "gia hạn", "khoanh nợ", "thôi khoanh"],
        change_day: "Từ ngày",
        instalment: "Kỳ",
        instalment_name: |no, day, amount| format!("kỳ {no} · hạn {day} · {amount}"),
        new_day: "Hạn mới",
        until: "Khoanh đến ngày",
        decision: "Quyết định",
        hint_change_day: "ngày quyết định có hiệu lực; số liệu trước ngày này không đổi",
        hint_until: "từ ngày này hết khoanh; chưa biết thì bỏ trống",
        hint_decision: "số, ngày của quyết định; lý do",
        may_reschedule: "Dời hạn của một kỳ, trước kỳ cuối. Kỳ cuối thì dùng gia hạn.",
        none_to_reschedule: "! Món này chỉ có một kỳ; muốn lùi hạn thì dùng gia hạn.",
        may_extend: |now, most| format!("Hạn cuối hiện nay {now}; gia hạn tối đa đến {most}."),
        may_freeze: "Trong thời gian khoanh không tính lãi, không tính quá hạn.",
        may_unfreeze: |until| match until {
            Some(until) => format!("Món này đang khoanh, đến {until}."),
            None => "Món này đang khoanh, chưa có ngày hết.".to_owned(),
        },
        not_frozen: "! Món này không khoanh vào ngày đó.",
        explains: &[
            "Điều chỉnh kỳ hạn dời hạn một kỳ trong thời hạn vay. Gia hạn lùi hạn trả cuối: vay \
                đến 12 tháng thì thêm tối đa 12 tháng, dài hơn thì tối đa nửa thời hạn vay.",
            "Khoanh: tạm ngừng thu trong một khoảng thời gian theo quyết định.",
            "Các thay đổi chỉ có hiệu lực từ ngày ghi; số liệu ngày trước giữ nguyên.",
        ],
        take_back: "Hủy một dòng đã ghi",
        take_back_head: "Sổ không xóa: ghi thêm một bút toán hủy kèm lý do, giữ cả hai.",
        take_back_day: "Ngày hủy",
        cannot_take_back: "Dòng này không hủy được ở đây.",
    },
    terms: terms::VI,
};

pub const EN: LoanWords = LoanWords {
    title_new: "New loan",
    title: |code| format!("Edit loan {code}"),
    head: |name, group, member| format!("{name} · {member} · group {group}"),
    code: "Loan code",
    programme: "Programme",
    principal: "Principal",
    disbursed_on: "Disbursed on",
    term: "Term, months",
    due_on: "Last due day",
    rate: "Rate, % a year",
    purpose: "Purpose",
    capital: "Capital",
    grace: "Interest grace",
    count: "Instalments",
    every: "Months between",
    begins: "HALF REPAID (new loan: leave empty)",
    opening_day: "As at the end of",
    outstanding: "Outstanding",
    interest_owed: "Interest owed",
    last_movement: "Last payment",
    hint_code: "16 digits, as in the contract",
    hint_term: "months in the contract; the last due day follows",
    hint_due_on: "follows from the term; type what the contract says instead",
    hint_rate: "the contract's; the programme's is filled in",
    hint_grace: "students: no interest falls due before; else empty",
    hint_count: "1: all at the end; more are equal, F6 edits each",
    hint_every: "months from one to the next",
    hint_opening: "the day of the bank's list: figures at its end",
    hint_outstanding: "principal left at the end of that day",
    hint_interest: "interest due and not paid; 0 if none",
    hint_movement: "last payment of principal or interest; else empty",
    plan: "Instalments",
    tranches: "Disbursed in parts",
    one_instalment: |day| format!("Repaid at once, by {day}"),
    instalments: |count, sum| format!("{count} instalments, {sum} in all"),
    one_tranche: "disbursed at once",
    some_tranches: |count, sum| format!("disbursed in {count} parts, {sum} in all"),
    uneven: |count, every, months, last| {
        format!(
            "{count} instalments × {every} months = {months} months, which is not the last due day \
                 {last}; the last one is put there."
        )
    },
    uneven_sure: "Record it so? (n: look at the instalments, F6)",
    recorded_rate: |rate| format!("this programme has {rate} % a year now"),
    never_paid: "! Disbursed long ago: without an outstanding sum below, nothing counts as paid.",
    needs_outstanding: "No outstanding sum at that day. For a new loan empty the day (Ctrl+U).",
    needs_opening: "With an outstanding sum or interest owed, the day of the list is needed.",
    explains: &[
        "A new loan: from its code to its instalments. The programme fills the rate, the term the \
            last due day; type what the contract says instead.",
        "Instalments are equal, in whole thousands, the last takes the rest. F6 goes to their \
            table to edit each, F6 again to that of tranches (students).",
        "Half repaid: outstanding and interest owed at the end of a day, usually that of the \
            bank's list. What was paid before is not typed again.",
        "Interest grace: before this day no interest falls due (students).",
    ],
    fact: FactWords {
        tranche: "A further tranche",
        tranche_head: |principal, left| format!("Principal {principal}, {left} not yet paid out"),
        tranche_replaces: |sum, day| {
            format!("It has {sum} at once on {day}; what is recorded here takes its place.")
        },
        tranche_opened: |day, sum| {
            format!(
                "Outstanding on {day}: {sum}. Record what was disbursed by then first, then later \
                     tranches."
            )
        },
        visit_by: |days, until| {
            format!("! To be visited within {days} days from this day: until {until}.")
        },
        tranche_amount: "Amount",
        tranche_day: "Disbursed on",
        note: "Note",
        opening: "Opening balance of the loan",
        opening_head: "Takes the place of all money moved up to the end of that day.",
        opening_known: |day| format!("! This loan has an opening of {day} already."),
        change: "Change terms, freeze",
        change_kind: "What",
        kinds: ["reschedule", "extend", "freeze", "end a freeze"],
        change_day: "From",
        instalment: "Instalment",
        instalment_name: |no, day, amount| format!("no. {no} · due {day} · {amount}"),
        new_day: "New due day",
        until: "Frozen until",
        decision: "Decision",
        hint_change_day: "the day it takes effect; earlier figures stay",
        hint_until: "frozen no more from this day on; empty if unknown",
        hint_decision: "number and day of the decision; why",
        may_reschedule: "Moves one instalment before the last. For the last, extend.",
        none_to_reschedule: "! This loan has one instalment; to move it, extend.",
        may_extend: |now, most| format!("Last due day now {now}; it can be moved to {most}."),
        may_freeze: "While frozen nothing accrues and nothing is overdue.",
        may_unfreeze: |until| match until {
            Some(until) => format!("This loan is frozen until {until}."),
            None => "This loan is frozen, without an end.".to_owned(),
        },
        not_frozen: "! This loan is not frozen on that day.",
        explains: &[
            "A rescheduling moves one instalment within the term. An extension moves the last due \
                day: by 12 months for loans up to 12 months, else by half the term.",
            "Frozen: recovery is suspended for a time.",
            "Changes count from their day on; earlier figures stay as they were.",
        ],
        take_back: "Take a row back",
        take_back_head: "Nothing is erased: a reversing entry with a reason is added.",
        take_back_day: "On",
        cannot_take_back: "This row can't be taken back here.",
    },
    terms: terms::EN,
};
