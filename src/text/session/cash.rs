//! The phrases of the cash count of a group's sheets.
#![allow(missing_docs)]

/// The cash count.
#[derive(Debug)]
pub struct Cash {
    pub title: fn(&str, &str) -> String,
    pub to_hand_in: &'static str,
    pub no_sheet: &'static str,
    pub how: &'static str,
    pub known: fn(&str, &str, &str) -> String,
    pub replaces: &'static str,
    pub changed: &'static str,
    pub note: &'static str,
    pub count: &'static str,
    pub comes_to: &'static str,
    pub change: &'static str,
    pub counted: &'static str,
    pub expected: &'static str,
    pub difference: &'static str,
    pub not_counted: &'static str,
    pub right: &'static str,
    pub over: fn(&str) -> String,
    pub short: fn(&str) -> String,
    pub by: &'static str,
    pub because: &'static str,
    pub nothing: &'static str,
    pub saved: fn(&str, &str) -> String,
    pub discard: fn(&str) -> String,
    pub later: &'static str,
    pub explains: &'static [&'static str],
}

pub const VI: Cash = Cash {
    title: |group, name| format!("Đếm tiền tổ {group} {name}"),
    to_hand_in: "tiền mặt phải nộp:",
    no_sheet: "chưa ghi sổ đồng nào",
    how: "Gõ số tờ của từng mệnh giá, Enter xuống ô sau; F5 ghi sổ, Esc để đếm sau.",
    known: |counted, found, by| match by {
        "" => format!("Đã đếm {counted}: {found}."),
        _ => format!("Đã đếm {counted}: {found} ({by})."),
    },
    replaces: "Đếm lại thì thay lần trước.",
    changed: "Bảng kê đã đổi: đếm lại.",
    note: "Mệnh giá",
    count: "Số tờ",
    comes_to: "Thành tiền",
    change: "Tiền lẻ, hoặc tổng",
    counted: "Đếm được",
    expected: "Theo bảng kê",
    difference: "Chênh lệch",
    not_counted: "chưa đếm",
    right: "khớp, không thừa không thiếu",
    over: |amount| format!("thừa {amount}"),
    short: |amount| format!("thiếu {amount}"),
    by: "Người đếm, nộp",
    because: "Vì sao lệch",
    nothing: "Chưa gõ số tờ nào; xin đếm tiền rồi gõ, hoặc Esc để đếm sau.",
    saved: |counted, found| format!("Đã ghi tiền mặt {counted}: {found}."),
    discard: |counted| format!("Bỏ lần đếm đang nhập? Số đã đếm {counted} sẽ mất."),
    later: "đếm sau",
    explains: &[
        "Tiền mặt phải nộp = lãi tổ thu + tiết kiệm gửi − tiết kiệm rút, của các bảng kê đã ghi \
         trong phiên.",
        "Gõ số tờ của từng mệnh giá; tiền lẻ gõ theo số tiền. Không đếm theo tờ thì gõ cả tổng vào \
         ô cuối.",
        "Thừa hay thiếu thì ghi ai đếm và vì sao: chênh lệch được ghi lại, không che đi. Ghi xong, \
         bảng kê là đã đếm tiền.",
        "Đếm lại thay lần trước. Sau khi đếm, hủy một dòng tiền cần tên người thứ hai.",
    ],
};

pub const EN: Cash = Cash {
    title: |group, name| format!("Cash of group {group} {name}"),
    to_hand_in: "cash to hand in:",
    no_sheet: "nothing is saved yet",
    how: "Type how many of each note, Enter goes on; F5 saves, Esc counts later.",
    known: |counted, found, by| match by {
        "" => format!("Counted {counted}: {found}."),
        _ => format!("Counted {counted}: {found} ({by})."),
    },
    replaces: "Counting again replaces it.",
    changed: "The sheet changed: count again.",
    note: "Note",
    count: "How many",
    comes_to: "Comes to",
    change: "Change, or the sum",
    counted: "Counted",
    expected: "By the sheets",
    difference: "Difference",
    not_counted: "not counted yet",
    right: "right, nothing over or short",
    over: |amount| format!("over by {amount}"),
    short: |amount| format!("short by {amount}"),
    by: "Counted by",
    because: "Why it differs",
    nothing: "No note is typed; please count and type, or Esc to count later.",
    saved: |counted, found| format!("Cash {counted} saved: {found}."),
    discard: |counted| format!("Throw this count away? The {counted} counted is lost."),
    later: "count later",
    explains: &[
        "Cash to hand in = interest the group collected + savings paid in − withdrawn, of the \
         sheets saved at the session.",
        "Type how many of each note; small change by its amount. Without notes, type the whole sum \
         there.",
        "What is over or short needs who counted and why: it is recorded, never hidden. Then the \
         sheet is balanced.",
        "Counting again replaces it. After that, taking back money needs a second person's name.",
    ],
};
