//! What was recorded, in one sentence a row: for the audit that people read.

use super::Language;
use super::format;
use crate::domain::stamp::Stamp;
use crate::office::AuditRow;

/// What was recorded, Vietnamese, English; a part of a kind stands as `kind part`.
const SAID: &[(&str, &str, &str)] = &[
    ("payment principal", "thu gốc", "principal paid"),
    ("payment interest", "thu lãi", "interest paid"),
    ("saving deposit", "gửi tiết kiệm", "savings deposited"),
    ("saving withdrawal", "rút tiết kiệm", "savings withdrawn"),
    ("opening", "số dư mang sang", "opening balance"),
    ("disbursement", "giải ngân", "disbursed"),
    ("sheet", "bảng kê 13/TD", "collection sheet 13/TD"),
    ("loan_change reschedule", "điều chỉnh kỳ hạn", "instalment rescheduled"),
    ("loan_change extend", "gia hạn", "extended"),
    ("loan_change freeze", "khoanh nợ", "frozen"),
    ("loan_change unfreeze", "thôi khoanh nợ", "no longer frozen"),
    ("attendance leader", "dự phiên: tổ trưởng", "at the session: the leader"),
    ("attendance deputy", "dự phiên: tổ phó", "at the session: the deputy"),
    ("attendance none", "dự phiên: vắng", "at the session: nobody"),
    ("visit post_disbursement", "kiểm tra sau giải ngân", "visit after disbursement"),
    ("visit inactive", "kiểm tra món không hoạt động", "visit to inactive loans"),
    ("visit annual", "kiểm tra hằng năm", "yearly visit"),
    ("visit unannounced", "kiểm tra đột xuất", "unannounced visit"),
    ("check", "kiểm tra hoạt động tổ 16/TD", "group check 16/TD"),
    ("contact home", "đến nhà hộ vay", "visit to the borrower's home"),
    ("contact phone", "gọi điện cho hộ vay", "phone call to the borrower"),
    ("contact session", "gặp hộ vay ở phiên", "talk with the borrower at the session"),
    ("contact meeting", "gặp hộ vay ở họp tổ", "talk with the borrower at a group meeting"),
    ("contact letter", "gửi giấy báo cho hộ vay", "letter to the borrower"),
    ("contact other", "liên hệ hộ vay", "contact with the borrower"),
    ("cash_count", "đếm tiền mặt của tổ", "group's cash counted"),
    ("meeting", "họp giao ban", "meeting"),
    ("action", "giao việc", "action item"),
    ("action_step note", "việc đang làm", "word on an action item"),
    ("action_step done", "việc đã xong", "action item done"),
    ("action_step dropped", "việc thôi không làm", "action item dropped"),
    ("action_step reopened", "mở lại việc", "action item opened again"),
    ("confirmation", "người thứ hai xác nhận", "confirmed by a second person"),
    ("place", "địa bàn", "place"),
    ("point", "điểm giao dịch", "point"),
    ("session_change", "đổi phiên giao dịch", "session moved or cancelled"),
    ("group", "hồ sơ tổ", "group's entry"),
    ("member", "hồ sơ tổ viên", "member's entry"),
    ("loan", "hồ sơ món vay", "loan's entry"),
    ("instalment", "kỳ trả nợ", "instalment"),
    ("bank_grade", "xếp loại NHCSXH công bố", "grade published by the bank"),
    ("target", "chỉ tiêu đề án", "target of a plan"),
    ("capital", "vốn ủy thác địa phương", "local capital entrusted"),
    ("rulebook", "bộ quy tắc", "rulebook"),
];

/// What it is about, Vietnamese, English.
const ABOUT: &[(&str, &str, &str)] = &[
    ("loan", "món vay", "loan"),
    ("member", "tổ viên", "member"),
    ("group", "tổ", "group"),
    ("place", "địa bàn", "place"),
    ("point", "điểm giao dịch", "point"),
    ("action", "việc", "action item"),
    ("fact", "bút toán", "entry"),
];

fn look_up(
    table: &[(&'static str, &'static str, &'static str)],
    key: &str,
    language: Language,
) -> Option<&'static str> {
    let (_, vi, en) = table.iter().find(|(known, ..)| *known == key)?;
    Some(if language == Language::Vi { vi } else { en })
}

/// What was recorded: `thu lãi 100.000 đ; món vay 66…; ngày 15/06/2025`.
#[must_use]
pub fn sentence(language: Language, row: &AuditRow) -> String {
    let vi = language == Language::Vi;
    let own = row.of.as_deref() == Some(row.kind.as_str());
    let mut said = head(language, row, own);
    if let Some(amount) = row.amount {
        said = format!("{said} {}", format::money(amount));
    }
    if let Some(reversed) = &row.reverses {
        let word = if vi { "hủy" } else { "takes back" };
        said = format!("{word} {reversed}: {said}");
    }
    let mut parts = vec![said];
    if let (Some(of), Some(code), false) = (&row.of, &row.code, own) {
        let about = look_up(ABOUT, of, language).map(|about| format!("{about} {code}"));
        parts.push(about.unwrap_or_else(|| code.clone()));
    }
    parts.extend(row.day.map(|day| {
        let word = if vi { "ngày" } else { "on" };
        format!("{word} {}", format::day(day))
    }));
    parts.extend(row.reason.as_ref().map(|reason| {
        let word = if vi { "lý do" } else { "reason" };
        format!("{word}: {reason}")
    }));
    parts.join("; ")
}

/// What was recorded, and of what: the entry of a thing names the thing itself.
fn head(language: Language, row: &AuditRow, own: bool) -> String {
    let what = row.what.as_deref().unwrap_or_default();
    if let Some(whole) = look_up(SAID, &format!("{} {what}", row.kind), language) {
        return whole.to_owned();
    }
    let kind = look_up(SAID, &row.kind, language).unwrap_or(row.kind.as_str());
    let code = row.code.as_ref().filter(|_| own);
    let kind = code.map_or_else(|| kind.to_owned(), |code| format!("{kind} {code}"));
    if what.is_empty() { kind } else { format!("{kind}: {what}") }
}

/// A moment as a clock in Việt Nam shows it; a text that is none, as it is.
#[must_use]
pub fn moment(utc: &str) -> String {
    Stamp::parse(utc).map_or_else(|| utc.to_owned(), Stamp::in_vietnam)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::ids::FactId;
    use crate::domain::money::Dong;

    fn row() -> AuditRow {
        AuditRow {
            recorded_at: "2026-10-15T23:30:00.000Z".to_owned(),
            recorded_by: "Lan".to_owned(),
            machine: "m".to_owned(),
            seq: 7,
            kind: "payment".to_owned(),
            id: FactId::new("p2"),
            day: Day::new(2026, 10, 15),
            of: Some("loan".to_owned()),
            code: Some("6600000000000001".to_owned()),
            what: Some("interest".to_owned()),
            amount: Some(Dong::new(100_000)),
            reverses: None,
            reason: None,
        }
    }

    #[test]
    fn a_row_is_one_sentence_in_both_languages() {
        assert_eq!(
            sentence(Language::Vi, &row()),
            "thu lãi 100.000 đ; món vay 6600000000000001; ngày 15/10/2026"
        );
        let back = AuditRow {
            reverses: Some(FactId::new("p1")),
            reason: Some("typed twice".to_owned()),
            ..row()
        };
        assert_eq!(
            sentence(Language::En, &back),
            "takes back p1: interest paid 100.000 đ; loan 6600000000000001; on 15/10/2026; \
             reason: typed twice"
        );
    }

    #[test]
    fn a_changed_field_is_named_and_a_kind_unknown_here_stays_as_it_is() {
        let field = |kind: &str, what: Option<&str>| AuditRow {
            kind: kind.to_owned(),
            of: Some(kind.to_owned()),
            code: Some("0000000001".to_owned()),
            what: what.map(ToOwned::to_owned),
            day: None,
            amount: None,
            ..row()
        };
        assert_eq!(
            sentence(Language::Vi, &field("member", Some("phone"))),
            "hồ sơ tổ viên 0000000001: phone"
        );
        assert_eq!(sentence(Language::Vi, &field("contact", None)), "contact 0000000001");
    }

    #[test]
    fn a_moment_is_that_of_a_clock_in_vietnam() {
        assert_eq!(moment("2026-10-15T23:30:00.000Z"), "16/10/2026 06:30");
        assert_eq!(moment("yesterday"), "yesterday");
    }
}
