//! Fields of forms and commands: the key by which `record` knows each, and its name in a sentence.

use super::Language;
use crate::domain::refusal::Field;

/// Each field with its key (the CSV column), its Vietnamese and its English name.
const FIELDS: &[(Field, &str, &str, &str)] = &[
    (Field::Whole, "", "nội dung", "the entry"),
    (Field::Id, "id", "mã bút toán", "id"),
    (Field::Loan, "loan", "món vay", "loan"),
    (Field::Member, "member", "tổ viên", "member"),
    (Field::Group, "group", "tổ", "group"),
    (Field::Day, "day", "ngày", "day"),
    (Field::Session, "session", "phiên giao dịch", "session"),
    (Field::Kind, "kind", "loại", "kind"),
    (Field::Amount, "amount", "số tiền", "amount"),
    (Field::Place, "place", "nơi trả", "place of payment"),
    (Field::Receipt, "receipt", "số biên lai", "receipt number"),
    (Field::CollectedBy, "collected_by", "người thu", "collector"),
    (Field::Reason, "reason", "lý do", "reason"),
    (Field::Reverses, "reverses", "bút toán được hủy", "entry taken back"),
    (Field::Interest, "interest", "lãi thu", "interest"),
    (Field::Savings, "savings", "tiết kiệm", "savings"),
    (Field::Attendance, "attendance", "người đi giao dịch", "attendance"),
    (Field::Association, "association", "hội, đoàn thể", "association"),
    (Field::Visitor, "visitor", "người kiểm tra", "visitor"),
    (Field::Witness, "witness", "người chứng kiến", "witness"),
    (Field::ReportedOn, "reported_on", "ngày báo cáo", "day of the report"),
    (Field::Received, "received", "số thực nhận", "amount received"),
    (Field::BalanceSeen, "balance_seen", "dư nợ theo hộ vay", "balance as seen"),
    (Field::RightUse, "right_use", "số sử dụng đúng mục đích", "right use"),
    (Field::WrongUse, "wrong_use", "số sử dụng sai mục đích", "wrong use"),
    (Field::Unused, "unused", "số chưa sử dụng", "unused amount"),
    (Field::Effect, "effect", "hiệu quả", "effect"),
    (Field::InterestSeen, "interest_seen", "lãi chưa trả theo hộ vay", "interest as seen"),
    (Field::Note, "note", "ghi chú", "note"),
    (Field::Code, "code", "mã", "code"),
    (Field::Name, "name", "tên", "name"),
    (Field::Village, "village", "ấp", "village"),
    (Field::Point, "point", "điểm giao dịch", "transaction point"),
    (Field::Commune, "commune", "xã", "commune"),
    (Field::Parent, "parent", "thuộc", "lies in"),
    (Field::Difficult, "difficult", "vùng khó khăn", "difficult area"),
    (Field::SessionDay, "session_day", "ngày phiên hằng tháng", "session day"),
    (Field::Month, "month", "tháng", "month"),
    (Field::HeldOn, "held_on", "ngày họp phiên", "day held"),
    (Field::Leader, "leader", "tổ trưởng", "leader"),
    (Field::Deputy, "deputy", "tổ phó", "deputy"),
    (Field::FoundedOn, "founded_on", "ngày thành lập", "founded on"),
    (Field::ClosedOn, "closed_on", "ngày giải thể", "closed on"),
    (Field::Born, "born", "ngày sinh", "day of birth"),
    (Field::Sex, "sex", "giới tính", "sex"),
    (Field::Household, "household", "loại hộ", "kind of household"),
    (Field::Ethnicity, "ethnicity", "dân tộc", "ethnicity"),
    (Field::Phone, "phone", "điện thoại", "telephone"),
    (Field::IdNumber, "id_number", "số căn cước", "ID number"),
    (Field::JoinedOn, "joined_on", "ngày vào tổ", "joined on"),
    (Field::LeftOn, "left_on", "ngày ra tổ", "left on"),
    (Field::Programme, "programme", "chương trình", "programme"),
    (Field::Principal, "principal", "số tiền vay", "principal"),
    (Field::DisbursedOn, "disbursed_on", "ngày giải ngân", "disbursed on"),
    (Field::Rate, "rate", "lãi suất", "rate"),
    (Field::TermMonths, "term_months", "thời hạn (tháng)", "term in months"),
    (Field::DueOn, "due_on", "hạn trả cuối", "due on"),
    (Field::Purpose, "purpose", "mục đích", "purpose"),
    (Field::InterestGraceUntil, "interest_grace_until", "ân hạn lãi đến", "interest grace until"),
    (Field::Capital, "capital", "nguồn vốn", "capital"),
    (Field::Outstanding, "outstanding", "dư nợ", "outstanding"),
    (Field::InterestOwed, "interest_owed", "lãi còn nợ", "interest owed"),
    (Field::LastMovement, "last_movement", "lần trả gần nhất", "last movement"),
    (Field::OpeningDay, "opening_day", "ngày số dư đầu", "day of the opening"),
    (Field::Instalment, "instalment", "kỳ con", "instalment"),
    (Field::Value, "value", "ngày mới", "new day"),
    (Field::Item, "item", "mục kiểm tra", "item"),
    (Field::Answer, "answer", "trả lời", "answer"),
    (Field::Withdrawal, "withdrawal", "rút tiết kiệm", "withdrawal"),
    (Field::ConfirmedBy, "confirmed_by", "người thứ hai xác nhận", "second person"),
    (Field::How, "how", "cách liên hệ", "how"),
    (Field::Talker, "talker", "người liên hệ", "who talked"),
    (Field::Said, "said", "nội dung trao đổi", "what was said"),
    (Field::PromisedAmount, "promised_amount", "số tiền hẹn trả", "amount promised"),
    (Field::PromisedBy, "promised_by", "ngày hẹn trả", "day promised"),
    (Field::Expected, "expected", "số tiền theo bảng kê", "sum of the sheets"),
    (Field::Counted, "counted", "tiền mặt đếm được", "cash counted"),
    (Field::Notes, "notes", "tờ tiền", "notes"),
    (Field::CountedBy, "by", "người đếm tiền", "who counted"),
    (Field::Because, "because", "lý do chênh lệch", "why it differs"),
    (Field::Area, "area", "địa bàn", "place"),
    (Field::Meeting, "meeting", "cuộc họp", "meeting"),
    (Field::Chair, "chair", "chủ trì", "chair"),
    (Field::Present, "present", "thành phần dự", "who was there"),
    (Field::Minutes, "minutes", "nội dung họp", "minutes"),
    (Field::What, "what", "việc cần làm", "what is to be done"),
    (Field::Owner, "owner", "người làm", "owner"),
    (Field::Action, "action", "việc", "action item"),
    (Field::Result, "result", "kết quả", "result"),
];

fn of(field: Field) -> Option<&'static (Field, &'static str, &'static str, &'static str)> {
    FIELDS.iter().find(|(known, ..)| *known == field)
}

/// The key of `record` for a field; empty for the whole.
#[must_use]
pub fn key_of(field: Field) -> &'static str {
    of(field).map_or("", |(_, key, ..)| key)
}

/// A field's name in the middle of a sentence.
#[must_use]
pub fn field_name(language: Language, field: Field) -> &'static str {
    let names = of(field).map(|(_, _, vi, en)| (*vi, *en));
    names.map_or("", |(vi, en)| match language {
        Language::Vi => vi,
        Language::En => en,
    })
}
