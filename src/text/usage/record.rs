//! The help of `record`: every kind with its keys, and how a book is begun.

use crate::text::Language;

/// What each kind is: word, Vietnamese, English.
const KINDS: &[(&str, &str, &str)] = &[
    ("place", "địa bàn: tỉnh, huyện, xã, ấp", "a province, district, commune or village"),
    ("point", "điểm giao dịch", "a transaction point"),
    ("session", "phiên dời ngày; held_on trống: không họp", "a moved session; held_on empty: none"),
    ("group", "tổ; tổ trưởng, tổ phó, giải thể", "a group; its leader, deputy, closing"),
    ("member", "tổ viên; vào, ra, chuyển tổ", "a member; joining, leaving, moving"),
    ("loan", "món vay, cả kỳ con và số dư đầu", "a loan, with instalments and opening"),
    ("disbursement", "một lần giải ngân", "a tranche of a loan"),
    ("opening", "số dư khi bắt đầu ghi sổ", "how a loan stood when the book began"),
    ("payment", "thu nợ gốc hoặc lãi", "principal or interest paid"),
    ("sheet", "bảng kê 13/TD của tổ", "a group's collection sheet (13/TD)"),
    ("savings", "gửi hoặc rút tiết kiệm", "a deposit or withdrawal"),
    ("visit", "kiểm tra sử dụng vốn 06/TD", "a loan-use visit (06/TD)"),
    ("check", "kiểm tra hoạt động tổ 16/TD", "a check of a group (16/TD)"),
    ("change", "điều chỉnh kỳ, gia hạn, khoanh", "reschedule, extend, freeze, unfreeze"),
    ("attendance", "ai đi giao dịch", "who came to a session"),
    ("contact", "gặp hộ vay, lời hẹn trả", "a talk with a borrower, a promise"),
    ("cash", "đếm tiền mặt của tổ ở phiên", "a group's cash counted at a session"),
    ("meeting", "họp giao ban", "a meeting after the session"),
    ("action", "việc được giao", "something to be done, by whom and when"),
    ("step", "kết quả của việc được giao", "how far an action item is"),
    ("reverse", "hủy một bút toán đã ghi", "takes a recorded fact back"),
];

/// What stands below the help of `record`: the kinds with their keys, then examples.
#[must_use]
pub fn record_help(language: Language, keys: &[(&str, String)]) -> String {
    let vi = language == Language::Vi;
    let mut help = String::from(if vi { "Loại và khóa:\n" } else { "Kinds and keys:\n" });
    for (word, keys) in keys {
        let said = KINDS.iter().find(|(known, ..)| known == word);
        let said = said.map_or("", |(_, in_vi, in_en)| if vi { in_vi } else { in_en });
        help.push_str(&format!("  {word:<13}{said}\n{}", folded(keys)));
    }
    help.push('\n');
    help.push_str(if vi { VI } else { EN });
    help
}

/// Keys on lines that fit, below their kind.
fn folded(keys: &str) -> String {
    const MOST: usize = 62;
    let mut lines = vec![String::new()];
    for key in keys.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(key),
            Some(line) if line.len() + 1 + key.len() <= MOST => {
                line.push(' ');
                line.push_str(key);
            }
            _ => lines.push(key.to_owned()),
        }
    }
    lines.iter().map(|line| format!("{:15}{line}\n", "")).collect()
}

const VI: &str = "\
Ví dụ, mở sổ mới từ xã của mình:
  tkvv record place code=960001 kind=commune name='Xã Hòa Bình'
  tkvv record place code=96000101 kind=village name='Ấp 1' parent=960001
  tkvv record point code=DGD1 commune=960001 name='Điểm 1' session_day=15
  tkvv record group code=0700001 village=96000101 point=DGD1 association=12 \\
    founded_on=2020-01-15
  tkvv record member code=0000000001 group=0700001 name='Thạch Thị Sa' joined_on=2020-01-15
  tkvv record group code=0700001 leader=0000000001
  tkvv record loan code=6600000000000001 member=0000000001 programme=01 principal=20000000 \\
    disbursed_on=2024-05-15 term_months=36 instalments=2026-05-15:10000000,2027-05-15:10000000 \\
    opening_day=2026-09-30 outstanding=15000000 interest_owed=0
Ghi hằng ngày:
  tkvv record payment loan=6600000000000001 day=2026-10-15 kind=principal amount=500000 \\
    place=point receipt=BL0123
  tkvv record sheet group=0700001 session=2026-10-15 attendance=leader \\
    lines='0000000001:110000:20000;0000000002::30000'
  tkvv record check group=0700001 day=2026-10-15 visitor='Trần Thị Bích' \\
    lines='board:yes;meetings:no:họp thiếu'
  tkvv record change loan=6600000000000001 day=2026-10-15 kind=extend value=2028-05-15
  tkvv record contact loan=6600000000000001 day=2026-10-10 how=home talker='Trần Thị Bích' \\
    said='chờ bán lúa' promised_amount=500000 promised_by=2026-10-15
  tkvv record cash group=0700001 session=2026-10-15 expected=160000 counted=150000 \\
    notes='50000x3' by='Thạch Thị Sa' because='thiếu 10.000, mai nộp bù'
  tkvv record meeting area=960001 day=2026-10-16 session=2026-10-15 chair='Lê Văn Tám' \\
    minutes='NQH giảm; còn 2 tổ chưa kiểm tra'
  tkvv record action area=960001 day=2026-10-16 what='Kiểm tra tổ 0700001' \\
    owner='Trần Thị Bích' due_on=2026-10-30
  tkvv record reverse reverses=MÃ_BÚT_TOÁN reason='ghi nhầm hộ'

Mã đã có trong sổ: chỉ sửa những khóa được ghi; khóa= để trống là xóa ô đó.
Không ghi rate: lấy lãi suất của chương trình; không ghi due_on: ngày giải ngân cộng thời hạn.
instalments = ngày:số tiền, cách nhau bằng dấu phẩy, hoặc kỳ:ngày:số tiền; món đã có trong sổ
giữ số kỳ theo thứ tự. disbursements = ngày:số tiền.
lines của sheet = tổ viên:lãi:tiết kiệm:rút:ghi chú; của check = mục:trả lời:ghi chú; của visit
= JSON. Lãi trả thiếu phải có ghi chú; thu ở điểm hay qua tổ ngoài ngày phiên phải có reason.
Đã đếm tiền của tổ thì hủy tiền của phiên đó cần confirmed_by: tên người thứ hai.
notes = mệnh giá x số tờ: 500000x3 200000x1.
--json: một đối tượng hay một danh sách, ghi tất cả hoặc không gì cả; mỗi đối tượng nói loại
bằng \"record\" nếu lệnh không nói. Tiền là số đồng nguyên.
In ra mã của dòng hay bút toán đã ghi; cho sẵn id thì ghi hai lần vẫn là một.
Chưa có sổ thì record place tạo sổ mới.";

const EN: &str = "\
Examples, beginning a book with one's own commune:
  tkvv record place code=960001 kind=commune name='Xã Hòa Bình'
  tkvv record place code=96000101 kind=village name='Ấp 1' parent=960001
  tkvv record point code=DGD1 commune=960001 name='Điểm 1' session_day=15
  tkvv record group code=0700001 village=96000101 point=DGD1 association=12 \\
    founded_on=2020-01-15
  tkvv record member code=0000000001 group=0700001 name='Thạch Thị Sa' joined_on=2020-01-15
  tkvv record group code=0700001 leader=0000000001
  tkvv record loan code=6600000000000001 member=0000000001 programme=01 principal=20000000 \\
    disbursed_on=2024-05-15 term_months=36 instalments=2026-05-15:10000000,2027-05-15:10000000 \\
    opening_day=2026-09-30 outstanding=15000000 interest_owed=0
Day by day:
  tkvv record payment loan=6600000000000001 day=2026-10-15 kind=principal amount=500000 \\
    place=point receipt=BL0123
  tkvv record sheet group=0700001 session=2026-10-15 attendance=leader \\
    lines='0000000001:110000:20000;0000000002::30000'
  tkvv record check group=0700001 day=2026-10-15 visitor='Trần Thị Bích' \\
    lines='board:yes;meetings:no:two missed'
  tkvv record change loan=6600000000000001 day=2026-10-15 kind=extend value=2028-05-15
  tkvv record contact loan=6600000000000001 day=2026-10-10 how=home talker='Trần Thị Bích' \\
    said='waits for the rice' promised_amount=500000 promised_by=2026-10-15
  tkvv record cash group=0700001 session=2026-10-15 expected=160000 counted=150000 \\
    notes='50000x3' by='Thạch Thị Sa' because='10.000 short, brings it tomorrow'
  tkvv record meeting area=960001 day=2026-10-16 session=2026-10-15 chair='Lê Văn Tám' \\
    minutes='less overdue; 2 groups not visited yet'
  tkvv record action area=960001 day=2026-10-16 what='Visit group 0700001' \\
    owner='Trần Thị Bích' due_on=2026-10-30
  tkvv record reverse reverses=ID reason='wrong household'

Of a code that the book knows only the given keys change; key= with nothing empties the cell.
Without rate: that of the programme; without due_on: the disbursement plus the term.
instalments = day:amount, divided by commas, or no:day:amount; those of a known loan keep their
numbers in order. disbursements = day:amount.
lines of a sheet = member:interest:savings:withdrawal:note; of a check = item:answer:note; of a
visit = JSON. Interest paid in part needs a note; money at a point or through a group on a day
without a session a reason. Once a group's cash is counted, taking money of that session back needs
confirmed_by: a second person's name. notes = note x how many: 500000x3 200000x1.
--json: one object or a list, all of it or nothing; each says its kind under \"record\" where the
command does not. Money is whole đồng.
Prints the code or id of what was recorded; with an id given, saving twice saves once.
Where there is no book yet, record place makes one.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_words_in_both_languages_and_its_keys_fit() {
        let keys = [("loan", "code member ".repeat(12).trim().to_owned())];
        for language in [Language::Vi, Language::En] {
            let help = record_help(language, &keys);
            let named =
                if language == Language::Vi { "món vay, cả kỳ con" } else { "a loan, with" };
            assert!(help.contains(named), "{help}");
            assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
        }
    }
}
