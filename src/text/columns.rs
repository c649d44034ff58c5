//! The names of the columns of reports, and of the words in them, for tables that people read.

use super::Language;
use super::words::Named;
use crate::domain::ratio::RatioId;

/// Column, Vietnamese, English.
const NAMES: &[(&str, &str, &str)] = &[
    ("as_of", "tính đến", "as of"),
    ("loan", "món vay", "loan"),
    ("member", "mã KH", "member"),
    ("name", "họ tên", "name"),
    ("group", "tổ", "group"),
    ("village", "ấp", "village"),
    ("programme", "chương trình", "programme"),
    ("principal", "gốc", "principal"),
    ("disbursed", "đã giải ngân", "disbursed"),
    ("outstanding", "dư nợ", "outstanding"),
    ("overdue", "quá hạn", "overdue"),
    ("frozen", "khoanh", "frozen"),
    ("days_overdue", "số ngày quá hạn", "days overdue"),
    ("status", "trạng thái", "status"),
    ("inactive", "không hoạt động", "inactive"),
    ("last_movement", "biến động cuối", "last movement"),
    ("settled_on", "tất toán ngày", "settled on"),
    ("interest", "lãi", "interest"),
    ("accrued", "phát sinh", "accrued"),
    ("paid", "đã trả", "paid"),
    ("due", "đến hạn", "due"),
    ("arrears", "tồn", "arrears"),
    ("in_grace", "ân hạn", "in grace"),
    ("prepaid", "trả trước", "prepaid"),
    ("next_session", "phiên tới", "next session"),
    ("day", "ngày", "day"),
    ("instalments", "kỳ", "instalment"),
    ("due_on", "hạn", "due on"),
    ("effective_due_on", "hạn theo phiên", "effective due on"),
    ("amount", "số tiền", "amount"),
    ("state", "tình trạng", "state"),
    ("days_late", "số ngày trễ", "days late"),
    ("principal_due", "gốc phải thu", "principal due"),
    ("interest_due", "lãi phải thu", "interest due"),
    ("last_visit", "kiểm tra cuối", "last visit"),
    ("last_promise", "hẹn trả", "last promise"),
    ("last_contact", "liên hệ cuối", "last contact"),
    ("bucket", "nhóm ngày", "bucket"),
    ("session", "phiên", "session"),
    ("visit_deadline", "kiểm tra trước", "visit by"),
    ("wrong_use_by", "hoàn trả sai mục đích trước", "repay wrong use by"),
    ("promise", "hẹn trả", "promise"),
    ("promise_by", "hẹn trả trước", "promised by"),
    ("promise_amount", "số tiền hẹn", "promised"),
    ("promise_paid", "đã trả theo hẹn", "paid of it"),
    ("promise_state", "lời hẹn", "promise is"),
    ("promised_by", "hẹn trả trước", "promised by"),
    ("promised_amount", "số tiền hẹn", "promised"),
    ("until", "tính đến phiên", "runs to"),
    ("how", "cách liên hệ", "how"),
    ("talker", "người liên hệ", "who talked"),
    ("why", "vì sao", "why"),
    ("reasons", "điểm", "points"),
    ("interest_months", "nợ lãi lâu", "interest unpaid"),
    ("not_visited", "năm nay chưa kiểm tra", "not visited this year"),
    ("interest_arrears", "lãi tồn", "interest arrears"),
    ("scope", "phạm vi", "scope"),
    ("totals", "tổng", "totals"),
    ("groups", "số tổ", "groups"),
    ("members", "tổ viên", "members"),
    ("loans", "số món", "loans"),
    ("borrowers", "hộ vay", "borrowers"),
    ("savings", "tiết kiệm", "savings"),
    ("ratios", "tỷ lệ", "ratio"),
    ("no", "kỳ số", "no."),
    ("numerator", "tử số", "numerator"),
    ("denominator", "mẫu số", "denominator"),
    ("value", "giá trị", "value"),
    ("code", "mã", "code"),
    ("score", "điểm", "score"),
    ("grade", "xếp loại", "grade"),
    ("criteria", "", ""),
    ("points", "điểm", "points"),
    ("max", "tối đa", "most"),
    ("bank", "ngân hàng công bố", "published by the bank"),
    ("reason", "lý do", "reason"),
    ("since", "từ ngày", "since"),
    ("deadline", "hạn chót", "deadline"),
    ("days_left", "còn lại (ngày)", "days left"),
    ("earlier_loans", "món vay từ năm trước", "earlier loans"),
    ("visited", "đã kiểm tra", "visited"),
    ("ratio", "tỷ lệ", "ratio"),
    ("required", "yêu cầu", "required"),
    ("checked_on", "kiểm tra tổ ngày", "checked on"),
    ("met", "đạt", "met"),
    ("key", "mục", "item"),
    ("share", "tỷ trọng", "share"),
    ("from", "loại ước tính ban đầu", "estimated grade before"),
    ("to", "loại ước tính nay", "estimated grade now"),
    ("moved", "chuyển loại", "moved"),
    ("good", "tốt", "good"),
    ("fair", "khá", "fair"),
    ("average", "trung bình", "average"),
    ("weak", "yếu", "weak"),
    ("area", "địa bàn", "area"),
    ("indicator", "chỉ tiêu", "indicator"),
    ("baseline", "ban đầu", "baseline"),
    ("target", "mục tiêu", "target"),
    ("now", "hiện nay", "now"),
    ("expected_today", "lẽ ra hôm nay", "expected today"),
    ("recorded_at", "ghi lúc", "recorded at"),
    ("recorded_by", "người ghi", "recorded by"),
    ("machine", "máy", "machine"),
    ("said", "nội dung", "what"),
    ("before", "phiên trước", "session before"),
    ("by", "chia theo", "by"),
    ("part", "phần", "part"),
    ("figure", "chỉ tiêu", "figure"),
    ("change", "thay đổi", "change"),
    ("direction", "chiều hướng", "direction"),
    ("collected", "thu được", "collected"),
    ("deposits", "gửi", "deposits"),
    ("withdrawals", "rút", "withdrawals"),
    ("attendance", "điểm danh", "attendance"),
    ("represented", "có mặt", "represented"),
    ("cash", "tiền mặt", "cash"),
    ("counted", "đã đếm", "counted"),
    ("difference", "chênh lệch", "difference"),
    ("loans_in_arrears", "món có lãi tồn", "loans in interest arrears"),
    ("inactive_loans", "món 3 tháng không hoạt động", "inactive loans"),
    ("level", "cấp", "level"),
    ("meeting", "cuộc họp", "meeting"),
    ("what", "việc", "what"),
    ("owner", "người làm", "owner"),
    ("last_step", "bước cuối", "last step"),
    ("kind", "loại", "kind"),
    ("result", "kết quả", "result"),
    ("closed_on", "xong ngày", "closed on"),
    ("because", "lý do", "because"),
    ("taken", "lúc", "taken"),
    ("file", "tệp", "file"),
    ("bytes", "cỡ (byte)", "bytes"),
    ("rows", "số dòng", "rows"),
    ("kept", "giữ", "kept"),
    ("sound", "đúng", "sound"),
    ("sha256", "SHA-256", "SHA-256"),
];

/// Word in a report, Vietnamese, English.
const WORDS: &[(&str, &str, &str)] = &[
    ("settled", "đã tất toán", "settled"),
    ("frozen", "nợ khoanh", "frozen"),
    ("overdue", "quá hạn", "overdue"),
    ("in_term", "trong hạn", "in term"),
    ("future", "chưa đến hạn", "future"),
    ("due", "đến hạn", "due"),
    ("late", "trễ, dồn kỳ sau", "late, rolled on"),
    ("paid", "đã trả", "paid"),
    ("missed", "trễ hạn", "missed"),
    ("due_soon", "sắp đến hạn", "due soon"),
    ("pending", "chưa đến hạn", "pending"),
    ("new_disbursement", "mới giải ngân", "new disbursement"),
    ("inactive", "3 tháng không hoạt động", "inactive for 3 months"),
    ("wrong_use", "sử dụng sai mục đích", "wrong use"),
    ("good", "tốt", "good"),
    ("fair", "khá", "fair"),
    ("average", "trung bình", "average"),
    ("weak", "yếu", "weak"),
    ("open", "còn hạn", "open"),
    ("kept", "giữ lời", "kept"),
    ("partly", "trả một phần", "kept in part"),
    ("broken", "thất hứa", "broken"),
    ("home", "đến nhà", "at home"),
    ("phone", "gọi điện", "by telephone"),
    ("session", "gặp ở phiên", "at the session"),
    ("meeting", "họp tổ", "at a meeting"),
    ("letter", "gửi giấy báo", "by letter"),
    ("other", "cách khác", "otherwise"),
    ("better", "tốt lên", "better"),
    ("worse", "xấu đi", "worse"),
    ("same", "không đổi", "unchanged"),
    ("all", "tất cả", "all"),
    ("commune", "xã", "commune"),
    ("point", "điểm giao dịch", "point"),
    ("association", "hội, đoàn thể", "association"),
    ("village", "ấp", "village"),
    ("group", "tổ", "group"),
    ("rule", "theo lịch", "by rule"),
    ("always", "mãi", "for good"),
];

fn look_up(table: &[(&str, &str, &str)], key: &str, language: Language) -> Option<String> {
    let (_, vi, en) = table.iter().find(|(known, ..)| *known == key)?;
    Some(if language == Language::Vi { *vi } else { *en }.to_owned())
}

/// The name of a column; the way to it (`interest.accrued`) becomes the names along it.
#[must_use]
pub fn name(language: Language, column: &str) -> String {
    let part = |part: &str| {
        look_up(NAMES, part, language)
            .or_else(|| RatioId::from_id(part).map(|id| id.say(language).to_owned()))
            .unwrap_or_else(|| part.to_owned())
    };
    // Our own score is an estimate, and says so; the bank's is not.
    if column == "score" {
        return if language == Language::Vi { "điểm ước tính" } else { "estimated score" }.into();
    }
    let parts: Vec<String> = column.split('.').map(part).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// A word of a column that holds words of the program; anything else as it is.
#[must_use]
pub fn word(language: Language, column: &str, word: &str) -> String {
    let last = column.rsplit('.').next().unwrap_or(column);
    let words = [
        "status",
        "state",
        "promise_state",
        "how",
        "reason",
        "grade",
        "from",
        "to",
        "kept",
        "direction",
        "by",
        "level",
        "part",
    ];
    let words = words.contains(&last);
    let known = words.then(|| look_up(WORDS, word, language)).flatten();
    known.unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_inside_another_names_both() {
        assert_eq!(name(Language::Vi, "score"), "điểm ước tính");
        assert_eq!(name(Language::Vi, "bank.score"), "ngân hàng công bố · điểm");
        assert_eq!(name(Language::Vi, "interest.arrears"), "lãi · tồn");
        assert_eq!(name(Language::En, "ratios.par_30.value"), "ratio · PAR 30 · value");
    }

    #[test]
    fn a_word_is_only_translated_where_the_program_wrote_it() {
        assert_eq!(word(Language::Vi, "status", "overdue"), "quá hạn");
        assert_eq!(word(Language::Vi, "name", "overdue"), "overdue");
    }
}
