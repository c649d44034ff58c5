//! Supervision in Vietnamese.
#![allow(missing_docs)]

use super::Visits;

pub const VI: Visits = Visits {
    title: "Kiểm tra, giám sát",
    lists: ["Cần kiểm tra", "Độ phủ trong năm", "Đã kiểm tra"],
    all: "tất cả",
    missed: "! quá hạn",
    due_soon: "▲ sắp hết",
    pending: "còn hạn",
    no_deadline: "không hạn",
    state: "Hạn",
    borrower: "Hộ vay",
    group: "Tổ",
    association_short: "Hội",
    reason: "Lý do",
    deadline: "Hạn chót",
    days_left: "Còn",
    left: |days| match days {
        0 => "hôm nay".to_owned(),
        1.. => format!("{days} ngày"),
        _ => format!("trễ {}", -days),
    },
    new_on: |day| format!("giải ngân mới {day}"),
    inactive: "3 tháng không hoạt động",
    wrong_left: |dong| format!("chưa trả lại {dong}"),
    repayment_late: "! trễ trả",
    wrong_left_said: |dong, days| match days {
        ..=-1 => format!("Sai MĐ chưa trả lại {dong}, quá hạn trả {} ngày", -days),
        0 => format!("Sai MĐ chưa trả lại {dong}, hôm nay hết hạn trả"),
        _ => format!("Sai MĐ chưa trả lại {dong}, còn {days} ngày để trả"),
    },
    nothing_due: "Không có món vay nào cần kiểm tra. Bấm t để kiểm tra một tổ, Tab để xem độ phủ.",
    nothing_in_state: "Không có món nào ở mức này. Bấm ← → để xem mức khác.",
    draft_waits: |group, count| match count {
        1 => format!("d mở: ghi dở tổ {group}"),
        _ => format!("d mở: ghi dở {count} phiếu"),
    },
    no_draft: "Không có phiếu nào ghi dở.",
    visited: "Đã KT",
    share: "Tỷ lệ",
    required: "Cần",
    no_loans: "không có",
    checked_on: "KT tổ",
    needs: "Còn thiếu",
    met: "✓ đạt",
    needs_loans: |loans| format!("! {loans} món"),
    needs_check: "! kiểm tra tổ",
    needs_both: |loans| format!("! {loans} món, KT tổ"),
    coverage_summary: |year, met, of, shares| {
        format!("Năm {year}: {met}/{of} tổ đạt · món vay từ năm trước, yêu cầu {shares}")
    },
    past_summary: "Phiếu kiểm tra (06/TD) đã ghi sổ, mới nhất trước.",
    nothing_past: "Chưa có lần kiểm tra nào. Bấm t để ghi lần đầu.",
    day: "Ngày",
    kind: "Loại kiểm tra",
    kinds_short: ["sau giải ngân", "không hoạt động", "kế hoạch năm", "đột xuất"],
    visitor: "Người kiểm tra",
    visitor_short: "KT",
    witness: "Người chứng kiến",
    households: "Hộ",
    no: "TT",
    loan: "Mã vay",
    disbursed: "Giải ngân",
    received: "Thực nhận",
    balance_seen: "Dư hộ khai",
    right_use: "Đúng MĐ",
    wrong_use: "Sai MĐ",
    unused: "Chưa SD",
    effect: "Hiệu quả",
    interest_seen: "Lãi chưa trả",
    found: "Kết quả",
    note: "Ghi chú",
    received_long: "Thực nhận",
    balance_long: "Dư nợ hộ khai",
    right_long: "Đúng mục đích",
    wrong_long: "Sai mục đích",
    unused_long: "Chưa sử dụng",
    interest_long: "Lãi chưa trả",
    no_association: "ngân hàng, ban quản lý tổ",
    reported: |day| format!("nộp Hội {day}"),
    gone: "Phiếu kiểm tra này không còn trong sổ.",
    form_title: |group, day| format!("06/TD tổ {group} · {day}"),
    pick_title: "Kiểm tra tổ nào?",
    pick_label: "Tìm tổ",
    visits_due: "Cần KT",
    loans_outstanding: |loans, dong| format!("{loans} món, dư nợ {dong}"),
    as_before: |name| format!("= như lần trước: {name}"),
    due_in_group: |count| format!("Cần kiểm tra trong tổ: {count} món"),
    due_new: "! mới giải ngân",
    due_inactive: "! không hoạt động",
    due_wrong: "! sai mục đích",
    not_this_year: "năm nay chưa KT",
    mend: "✗ cần sửa",
    uses_off: "! cộng chưa khớp",
    wrong_short: |dong| format!("✗ sai {dong}"),
    unused_short: |dong| format!("▲ chưa {dong}"),
    differs: "≠ chênh lệch",
    right_short: "✓ đúng",
    begun: "đang ghi",
    repay: |dong, days, day| {
        format!("✗ Sai mục đích {dong}: phải trả trong {days} ngày, chậm nhất {day}.")
    },
    repay_late: |dong, day, days| {
        format!("✗ Sai mục đích {dong}: hạn trả {day}, đã quá {days} ngày.")
    },
    not_counted: "! chưa tính",
    effect_alone: "! Mới chọn hiệu quả: nhập thêm số tiền hoặc ghi chú thì hộ mới được tính.",
    effect_alone_short: "mới chọn hiệu quả, nhập thêm số tiền hoặc ghi chú (Ctrl+D xóa dòng).",
    uses_more: |dong| format!("✗ Đúng + sai + chưa sử dụng nhiều hơn thực nhận {dong}."),
    uses_less: |dong| format!("! Đúng + sai + chưa sử dụng còn thiếu {dong} so với thực nhận."),
    balance_differs: |dong, more| {
        let than = if more { "cao hơn" } else { "thấp hơn" };
        format!("≠ Chênh lệch dư nợ: hộ khai {than} sổ {dong}.")
    },
    interest_differs: |dong, more| {
        let than = if more { "cao hơn" } else { "thấp hơn" };
        format!("≠ Chênh lệch lãi: hộ khai {than} sổ {dong}.")
    },
    disbursed_on: |day| format!("vay {day}"),
    line_title: |no, name, balance, arrears| {
        format!("{no}. {name} · dư nợ {balance} · lãi tồn {arrears}")
    },
    no_loans_to_visit: "Tổ không có món vay nào còn dư nợ vào ngày này. Bấm F6 để đổi ngày.",
    as_file_filled: "đúng như sổ · ↓ hay Enter: hộ kế",
    rest_filled: |uses| format!("đã điền nốt: {uses} · ↓ hay Enter: hộ kế"),
    wrong_filled: |uses| format!("sai MĐ cũ chưa trả hết: {uses} · Enter: hộ kế"),
    line_is_full: |uses| format!("dòng này đã nhập: {uses} · ↓ hay Enter: hộ kế"),
    uses_short: |right, wrong, unused| match unused {
        "" => format!("đúng {right} · sai {wrong}"),
        _ => format!("đúng {right} · sai {wrong} · chưa SD {unused}"),
    },
    no_such_line: |no| format!("Không có dòng {no}"),
    last_line: "Đã đến dòng cuối. F5 ghi sổ.",
    checked: |households, loans, of, dong| {
        format!("Đã KT {households} hộ, {loans}/{of} món · {dong}")
    },
    uses: |right, wrong, unused| format!("đúng {right} · sai {wrong} · chưa SD {unused}"),
    no_use_yet: "chưa ghi số tiền sử dụng",
    report_by: |day, days| format!("hạn nộp Hội {day} ({days} ngày làm việc)"),
    at_line: |no, sentence| format!("Dòng {no}: {sentence}"),
    review_title: |group, day| format!("Ghi sổ phiếu kiểm tra tổ {group} ngày {day}"),
    review_keys: "Bấm Enter hoặc F5 để ghi, Esc để xem lại.",
    review_found: "Hộ sai mục đích, chưa sử dụng hết hoặc khai dư nợ khác sổ:",
    review_clean: "Không hộ nào sai mục đích, chưa sử dụng hoặc khai dư nợ khác sổ.",
    review_more: |households| format!("và {households} hộ khác"),
    balance_short: |said, book| format!("≠ khai {said}, sổ {book}"),
    discard_question: |lines| format!("Hủy phiếu đang ghi? {lines} dòng đã nhập sẽ mất."),
    key_visit: "kiểm tra",
    key_member: "hồ sơ hộ",
    key_group: "xem tổ",
    key_pick: "chọn tổ",
    key_coverage: "độ phủ",
    key_past: "đã kiểm tra",
    key_due: "cần kiểm tra",
    key_state: "lọc hạn",
    key_year: "→ năm",
    key_draft: "mở phiếu ghi dở",
    key_loan: "món vay",
    key_save: "ghi sổ",
    key_discard: "hủy phiếu",
    key_lines: "các hộ",
    key_head: "đầu phiếu",
    key_keep: "lưu nháp",
    key_clear: "xóa dòng đang đứng",
    key_next: "ô kế",
    key_on: "ô kế, hoặc hộ kế ngay sau =",
    key_as_before: "như lần trước",
    key_as_file: "đúng như sổ",
    key_jump: "tới dòng",
    explains_due: &[
        "Mỗi lần giải ngân phải kiểm tra trong 30 ngày: hạn chót = ngày giải ngân + 30. Sắp hết: \
         còn không quá 7 ngày.",
        "Món 3 tháng không hoạt động phải kiểm tra, không có hạn chót; kiểm tra ngày nào trong \
         thời gian đó cũng được.",
        "Sai MĐ (sai mục đích): còn = số phát hiện ở lần kiểm tra mới nhất − gốc trả sau đó; hạn \
         trả 30 ngày từ lần phát hiện đầu. Trễ trả: quá hạn mà chưa trả hết, không phải thiếu kiểm \
         tra.",
        "Còn: số ngày đến hạn chót; trễ: số ngày đã quá hạn chót.",
    ],
    explains_coverage: &[
        "Đã KT: món giải ngân từ những năm trước, còn dư nợ, đã được kiểm tra trong năm / tất cả \
         các món đó.",
        "Tỷ lệ = hai số trên chia cho nhau. Cần: tỷ lệ phải đạt trong năm, vùng khó khăn thấp \
         hơn.",
        "KT tổ: lần kiểm tra hoạt động tổ (16/TD) gần nhất trong năm. Đạt = đủ tỷ lệ và đã kiểm \
         tra tổ.",
    ],
    explains_past: &["Hộ: số hộ đã kiểm tra. Đúng MĐ, sai MĐ, chưa SD: cộng các dòng của phiếu."],
    explains_form: &[
        "Giải ngân, dư nợ, lãi tồn là số trong sổ vào ngày kiểm tra. Các ô là điều thấy tại nhà \
         hộ vay.",
        "= điền các ô còn trống đúng như sổ: thực nhận = giải ngân, đúng mục đích = thực nhận − \
         sai − chưa sử dụng. Gõ phần khác với sổ trước, rồi bấm =.",
        "= đứng lại ở dòng để xem; ↓, Enter hoặc = lần nữa sang hộ kế. Sai MĐ lần trước chưa trả \
         hết thì = điền phần còn lại đó vào ô sai mục đích.",
        "Dòng để trống không thuộc lần kiểm tra này. Ctrl+D xóa dòng đang đứng.",
        "Tỷ lệ đúng, sai = số tiền đúng, sai ÷ (đúng + sai + chưa sử dụng).",
        "Hạn nộp Hội: 3 ngày làm việc sau ngày kiểm tra, trừ thứ Bảy, Chủ nhật và ngày lễ.",
    ],
};
