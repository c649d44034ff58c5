//! What other terms of a loan would change, as it is said before they are recorded.
#![allow(missing_docs)]

/// Words of the preview.
#[derive(Debug)]
pub struct TermWords {
    /// Its heading, with the day on which the figures stand.
    pub heading: fn(&str) -> String,
    /// No figure of that day moves.
    pub nothing: &'static str,
    /// A figure with what it was and will be.
    pub moves: fn(&str, &str, &str) -> String,
    /// An instalment's number, due day, new due day and the session that counts.
    pub due_moves: fn(u32, &str, &str, &str) -> String,
    /// An instalment would be due after the next one: its number, the next one's, that one's day.
    pub after_next: fn(u32, u32, &str) -> String,
    pub status: &'static str,
    pub overdue: &'static str,
    /// A sum with days.
    pub overdue_days: fn(&str, i64) -> String,
    pub frozen: &'static str,
    /// To pay at a session.
    pub principal_at: fn(&str) -> String,
    pub interest_at: fn(&str) -> String,
    /// Asked before it is recorded, with all that moves.
    pub ask: fn(&str) -> String,
}

pub const VI: TermWords = TermWords {
    heading: |day| format!("Sẽ đổi, tính đến {day}:"),
    nothing: "chưa con số nào của hôm nay thay đổi.",
    moves: |what, from, to| format!("{what}: {from} → {to}"),
    due_moves: |no, from, to, session| format!("kỳ {no}: hạn {from} → {to}, trả ở phiên {session}"),
    after_next: |no, next, day| {
        format!("! kỳ {no} sẽ đến hạn sau kỳ {next} (hạn {day}): thứ tự trả đổi theo; xin xem lại")
    },
    status: "tình trạng",
    overdue: "quá hạn",
    overdue_days: |sum, days| format!("{sum} ({days} ngày)"),
    frozen: "nợ khoanh",
    principal_at: |session| format!("gốc phải trả phiên {session}"),
    interest_at: |session| format!("lãi phải trả phiên {session}"),
    ask: |all| format!("{all} Ghi sổ thay đổi này?"),
};

pub const EN: TermWords = TermWords {
    heading: |day| format!("Will change, as of {day}:"),
    nothing: "no figure of today changes yet.",
    moves: |what, from, to| format!("{what}: {from} → {to}"),
    due_moves: |no, from, to, session| {
        format!("instalment {no}: due {from} → {to}, paid at the session of {session}")
    },
    after_next: |no, next, day| {
        format!(
            "! instalment {no} would be due after instalment {next} (due {day}), and paid after \
             it; please look again"
        )
    },
    status: "status",
    overdue: "overdue",
    overdue_days: |sum, days| format!("{sum} ({days} days)"),
    frozen: "frozen",
    principal_at: |session| format!("principal to pay on {session}"),
    interest_at: |session| format!("interest to pay on {session}"),
    ask: |all| format!("{all} Record this change?"),
};
