//! The phrases of a group's page, on the screen and on paper.
#![allow(missing_docs)]

#[derive(Debug)]
pub struct GroupPage {
    pub title: fn(&str, &str) -> String,
    /// Leader, village, association.
    pub group: fn(&str, &str, &str) -> String,
    /// Session, point, as of.
    pub session: fn(&str, &str, &str) -> String,
    pub no: &'static str,
    pub name: &'static str,
    pub principal: &'static str,
    pub interest: &'static str,
    pub overdue: &'static str,
    pub promise: &'static str,
    pub to_bring: &'static str,
    pub total: &'static str,
    pub bring: [&'static str; 2],
    pub gone: &'static str,
    pub member: &'static str,
    pub sessions: &'static str,
    pub only_group: &'static str,
    pub explains: &'static [&'static str],
}

pub const VI: GroupPage = GroupPage {
    title: |group, session| format!("Tờ giao tổ {group} · phiên {session}"),
    group: |leader, village, association| {
        format!("Tổ trưởng: {leader} · {village} · {association}")
    },
    session: |day, point, as_of| format!("Phiên {day} tại {point} · số liệu đến {as_of}"),
    no: "TT",
    name: "Họ tên",
    principal: "Gốc",
    interest: "Lãi",
    overdue: "Quá hạn",
    promise: "Lời hẹn",
    to_bring: "Phải trả",
    total: "Cộng",
    bring: [
        "Gốc: hộ vay tự mang đến trả ngân hàng tại điểm giao dịch, mang theo sổ vay vốn.",
        "Lãi và tiết kiệm: nộp cho tổ trước phiên, nhớ nhận biên lai.",
    ],
    gone: "Không có tổ này trong sổ.",
    member: "tổ viên",
    sessions: "phiên khác",
    only_group: "tờ này là của một tổ: --scope group:MÃ_TỔ",
    explains: &[
        "Gốc = phần chưa trả của các kỳ phải trả đến phiên này, cộng tiền sai mục đích đã quá hạn \
         hoàn trả; đang khoanh thì bằng 0. Gốc không nộp qua tổ.",
        "Lãi = lãi tính đến phiên − lãi đã trả. Quá hạn đã nằm trong gốc.",
        "Lời hẹn: lời hẹn gần nhất chưa giữ đủ. Số thứ tự như trên bảng kê 13/TD.",
    ],
};

pub const EN: GroupPage = GroupPage {
    title: |group, session| format!("Page of group {group} · session {session}"),
    group: |leader, village, association| format!("Leader: {leader} · {village} · {association}"),
    session: |day, point, as_of| format!("Session {day} at {point} · as of {as_of}"),
    no: "No",
    name: "Name",
    principal: "Principal",
    interest: "Interest",
    overdue: "Overdue",
    promise: "Promise",
    to_bring: "To bring",
    total: "Total",
    bring: [
        "Principal: the borrower brings it to the bank at the point, with the loan book.",
        "Interest and savings: to the group before the session, against a receipt.",
    ],
    gone: "This group is not in the book.",
    member: "member",
    sessions: "other session",
    only_group: "a page is one group's: --scope group:CODE",
    explains: &[
        "Principal = what is unpaid of instalments to be paid by the session, and wrongly used \
         money whose days have passed; 0 while frozen. It never goes through the group.",
        "Interest = interest up to the session − interest paid. Overdue is part of the principal.",
        "Promise: the latest that is not kept in full. Numbers are those of the sheet (13/TD).",
    ],
};
