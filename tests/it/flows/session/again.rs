//! A sheet that is opened again after it was saved: what it shows, and what can still be added.

use super::sheet::recorded;
use crate::stage::Stage;
use tkvv::text::Language;

#[test]
fn a_saved_sheet_takes_a_supplement_for_members_without_a_line() {
    let stage = Stage::demo(Language::Vi).press("2 <enter> = <f7> <f5> <enter> <esc>");
    let mut stage = stage.press("<home> 5tr");
    assert_eq!(stage.rows_with("Bấm e để sửa").len(), 2, "said, and nothing typed");
    assert_eq!(stage.rows_with("Thạch Thị Sa Rên · bổ sung").len(), 1);
    let mut stage = stage.press("<down> = <f5>");
    assert_eq!(stage.rows_with("Tổ viên có nộp").len(), 1);
    assert_eq!(stage.rows_with("Ghi sổ bảng kê 13/TD · bổ sung").len(), 1);
    let mut stage = stage.press("<enter> <esc>");
    assert_eq!(recorded(stage.book(), "0701001"), (81_370 + 182_269, 0));
    assert!(stage.rows_with("Danh Thị Sa Oanh")[0].contains("✓ 182.269"));
}

#[test]
fn a_zero_and_a_note_without_a_payment_are_saved_and_seen_again() {
    let typed = "2 <enter> 0 <enter> <down> <tab> đi<space>vắng <f5> <enter>";
    let mut stage = Stage::demo(Language::Vi).press(typed);
    assert_eq!(recorded(stage.book(), "0701001"), (0, 0));
    for again in ["", "<esc> <enter>"] {
        stage = stage.press(again);
        let asked = stage.rows_with("Thạch Thị Sa Rên").pop().expect("line 1");
        assert!(asked.contains("✓ 0"), "{asked}");
        assert!(stage.rows_with("Danh Thị Sa Oanh")[0].contains("đi vắng"), "{}", stage.sees());
        assert_eq!(stage.rows_with("đã ghi 2/24 dòng").len(), 1, "{}", stage.sees());
    }
    assert_eq!(stage.rows_with("▸  3 ").len(), 1, "the first line without a word");
    let mut stage = stage.press("<home>");
    assert_eq!(stage.rows_with("đã ghi 0: có hỏi mà không nộp").len(), 1);
    // who was asked and is written down is not filled with the others, and may still pay
    let stage = stage.press("A <home> 10k <enter> bớt <f5> <enter>");
    let (paid, _) = recorded(stage.book(), "0701001");
    assert_eq!(paid, 6_841_027 - 81_370 - 182_269 + 10_000);
}
