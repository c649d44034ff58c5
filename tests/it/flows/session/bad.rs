//! Bad input: every field of the forms of place 2, tried with nonsense, too much, negative, huge,
//! pasted text and days that are none. Each refusal says what would be right; nothing is saved.

use crate::stage::Stage;
use tkvv::text::Language;

/// Opens the cash of a group with 81.370 đ.
const CASH: &str = "2 <enter> = <f7> <f5> <enter>";
const RECEIPT: &str = "2 g 15383 <enter>";
const INTEREST: &str = "2 <backtab> <right> <right> <right> <enter> l 15383 <enter>";
/// Opens the form that mends a saved line.
const MEND: &str = "2 <enter> = <f7> <f5> <enter> <esc> <home> e nhầm <tab>";

/// What opens the form, what is pasted into the field, the keys that save, what is said.
type Case = (&'static str, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    // a sheet's interest
    ("2 <enter>", "abc", "<f5>", "Không đọc được số tiền"),
    ("2 <enter>", "-50k", "<f5>", "không"),
    ("2 <enter>", "81", "<f5>", "81 đ, hay 81 nghìn"),
    ("2 <enter>", "99999999999999999999", "<f5>", "quá lớn"),
    ("2 <enter>", "1,2345", "<f5>", "số đồng chẵn"),
    ("2 <enter>", "50.000\n60.000", "<f5>", "Không đọc được số tiền"),
    ("2 <enter>", "50k", "<f5>", "ghi lý do"),
    // its savings
    ("2 <enter> <tab>", "-", "<f5>", "Không đọc được số tiền"),
    ("2 <enter> <tab>", "--5k", "<f5>", "không"),
    ("2 <enter> <tab>", "-9tỷ", "<f5>", "số rút không được lớn hơn"),
    // cash: how many notes, small change
    (CASH, "abc", "<f5>", "số nguyên"),
    (CASH, "-1", "<f5>", "số nguyên"),
    (CASH, "1,5", "<f5>", "số nguyên"),
    (CASH, "99999999999999999999", "<f5>", "số"),
    ("2 <enter> = <f7> <f5> <enter> <pgdn> <up> <up>", "x", "<f5>", "Không đọc được số tiền"),
    ("2 <enter> = <f7> <f5> <enter> <pgdn> <up> <up>", "-5k", "<f5>", "không"),
    (CASH, "1", "<f5>", "ghi một câu vì sao"),
    // a receipt of principal
    (RECEIPT, "abc", "<f5>", "Không đọc được số tiền"),
    (RECEIPT, "-1tr", "<f5>", "không"),
    (RECEIPT, "999tr", "<tab> BL1 <f5>", "Dư nợ gốc chỉ còn 30.000.000 đ"),
    (RECEIPT, "99999999999999999999", "<f5>", "quá lớn"),
    (RECEIPT, "1tr", "<f5>", "Trả gốc phải có số biên lai"),
    (RECEIPT, "1tr", "<tab> BL1 <tab> 30/02 <f5>", "28"),
    (RECEIPT, "1tr", "<tab> BL1 <tab> abc <f5>", "ngày"),
    (RECEIPT, "1tr", "<tab> BL1 <tab> 16/10 <f5>", "hôm nay là 15/10/2026"),
    (RECEIPT, "1tr", "<tab> BL1 <tab> 15/10/1999 <f5>", "giải ngân"),
    // of interest
    (INTEREST, "0", "<f5>", "lớn hơn 0"),
    (INTEREST, "abc", "<f5>", "Không đọc được số tiền"),
    (INTEREST, "-5k", "<f5>", "không"),
    (INTEREST, "50k", "<tab> <tab> 31/04 <f5>", "30"),
    (INTEREST, "50k", "<tab> <tab> 12/10 <f5>", "phiên sau 15/10/2026"),
    // a line that is mended
    (MEND, "abc", "<f5>", "Không đọc được số tiền"),
    (MEND, "-5k", "<f5>", "không"),
    (MEND, "50k", "<f5>", "ghi lý do"),
    (MEND, "81.370", "<tab> <tab> 99tr <f5>", "rút"),
];

#[test]
fn every_field_says_what_would_be_right_and_nothing_is_saved() {
    for (opens, pasted, saves, said) in CASES {
        let stage = Stage::demo(Language::Vi).press(opens);
        let before = stage.book().clone();
        let mut stage = stage.paste(pasted).press(saves);
        let seen = stage.sees();
        let found = stage.rows_with(said);
        assert!(!found.is_empty(), "{opens} {pasted:?} {saves}: {said:?}\n{seen}");
        let marked = seen.lines().any(|row| row.contains(['✗', '?', '!']));
        assert!(marked, "{opens} {pasted:?}\n{seen}");
        let after = stage.press("<enter> <enter>");
        assert!(*after.book() == before, "{opens} {pasted:?}: something was saved\n{seen}");
    }
}

#[test]
fn a_note_and_a_name_take_pasted_text_without_controls_and_within_bounds() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> 50k <enter>");
    stage = stage.paste("mất\u{7}mùa\r\nở ấp").press("<f7> <f5> <enter>");
    assert_eq!(stage.rows_with("tiền mặt phải nộp: 50.000 đ").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<pgdn>").paste(&"dài ".repeat(5_000)).press("<up> Lan <f5>");
    assert!(stage.rows_with("chưa gõ số tờ").len() + stage.rows_with("Chưa gõ số tờ").len() > 0);
}
