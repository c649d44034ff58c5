//! What holds for every form: its draft, its question before it is thrown away, its bounds.

use crate::stage::{Stage, now};
use tkvv::text::Language;

#[test]
fn each_form_asks_with_what_is_lost_before_it_is_thrown_away() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> = <tab> 20k <down> 5tr <f4>");
    assert_eq!(stage.rows_with("Bỏ bảng kê đang nhập? 2 dòng, cộng 5.101.370 đ").len(), 1);
    let mut stage = stage.press("k <f9> <f4>");
    assert_eq!(stage.rows_with("2 lines, 5.101.370 đ in all").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("y");
    assert_eq!(stage.rows_with("The draft was thrown away").len(), 1);
    assert!(stage.app().office().drafts().expect("drafts").is_empty());
    let mut stage = Stage::demo(Language::Vi).press("2 g <enter> 1tr5 <f4>");
    assert_eq!(stage.rows_with("Số tiền 1.500.000 đ đã nhập sẽ mất").len(), 1);
    let mut stage = stage.press("c");
    assert_eq!(stage.rows_with("Đã bỏ bản nháp").len(), 1);
}

#[test]
fn a_draft_of_a_member_who_was_saved_meanwhile_does_not_block_the_sheet() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> = <tab> 20k");
    stage.app().keep_drafts();
    let draft = stage.app().office().drafts().expect("drafts").remove(0);
    let mut stage = stage.press("<f7> <f5> <enter> <esc>");
    // another program kept the same under an id of its own
    let id = draft.content.split('"').nth(3).expect("an id");
    let other = draft.content.replace(id, "another");
    stage.app().office().keep_draft(&draft.kind, &draft.key, &other, now()).expect("kept");
    let mut stage = stage.press("<enter>");
    assert_eq!(stage.rows_with("BẢN NHÁP").len(), 0, "{}", stage.sees());
    let mut stage = stage.press("<home> <down> <left> = <f5>");
    assert_eq!(stage.rows_with("Ghi cả bảng kê một lần").len(), 1, "{}", stage.sees());
}

#[test]
fn of_a_paste_beyond_the_bound_as_much_is_taken_as_a_note_may_have() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> = <tab> 20k <tab>");
    stage = stage.paste(&"ghi chú dài ".repeat(1_000)).press("<f7> <f5> <enter>");
    assert_eq!(stage.rows_with("Đã ghi bảng kê").len(), 1, "{}", stage.sees());
}
