//! What holds for every form: its draft, its question before it is thrown away, its bounds.

use crate::stage::{Stage, now};
use tkvv::domain::rulebook::Shelf;
use tkvv::office::{Office, OpenOptions};
use tkvv::text::Language;

/// A second window on a stage's book, while the first has it open.
fn second(first: &mut Stage, width: u16) -> Stage {
    let book = first.app().office().location().expect("a file").to_owned();
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    let options = OpenOptions { read_only: false, who: "Lý Hoa".to_owned(), shelf };
    Stage::new(Office::open(&book, options).expect("it opens"), width, 24, Language::Vi)
}

#[test]
fn a_second_window_says_that_it_reads_only_and_refuses_every_form_at_once() {
    let mut first = Stage::demo(Language::Vi);
    for width in [80, 120] {
        let mut stage = second(&mut first, width);
        let seen = stage.sees();
        assert!(seen.contains("chỉ đọc · đang mở ở Trần Thị Bích · VI"), "{seen}");
        assert!(seen.contains("tính đến 15/10/2026") && !seen.contains("đã lưu"), "{seen}");
        let said = seen.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains("! Trần Thị Bích đang mở sổ để ghi (máy "), "{seen}");
        let process = format!("tiến trình {}, từ ", std::process::id());
        assert!(said.contains(&process) && said.contains("; ở đây chỉ đọc được."), "{seen}");
        // the sheet, the receipt, the visit
        for keys in ["2 <enter>", "2 g <enter>", "4 <enter>"] {
            stage = stage.press(keys);
            let seen = stage.sees();
            assert!(seen.contains("✗ Sổ đang mở chỉ để đọc"), "{keys}\n{seen}");
            let mut after = stage.press("1tr <esc>");
            assert_eq!(after.rows_with("giữ nháp").len(), 0, "{}", after.sees());
            stage = after.press("2 2");
        }
        let mut stage = stage.press("<f2>");
        assert_eq!(stage.rows_with("đang mở ở T.T.B.").len(), 1, "{}", stage.sees());
        let mut stage = stage.press("<f9>");
        assert_eq!(stage.rows_with("read only · open at T.T.B.").len(), 1);
        assert!(stage.app().office().drafts().expect("drafts").is_empty());
        assert!(stage.press("q").app().is_done(), "there is nothing to ask about");
    }
}

#[test]
fn a_second_window_shows_what_the_first_has_saved() {
    let mut first = Stage::demo(Language::Vi);
    let mut reader = second(&mut first, 80).press("2");
    let _first = first.press("2 <enter> = <f7> <f5> <enter>");
    assert_eq!(reader.rows_with("0 đã ghi").len(), 1, "{}", reader.sees());
    reader.app().idle();
    assert_eq!(reader.rows_with("1 đã ghi").len(), 1, "{}", reader.sees());
}

#[test]
fn a_form_that_is_half_typed_is_gone_to_and_not_opened_twice() {
    // the sheet from place 2, then the same from the overview's first session
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> = <enter> 20k");
    let typed = stage.sees();
    let mut stage = stage.press("<a-1> <home> <enter>");
    assert!(stage.rows_with("0701001")[0].contains("bản nháp"), "{}", stage.sees());
    let mut stage = stage.press("<enter>");
    assert_eq!(stage.sees(), typed);
    // saved there, it is a draft nowhere
    let mut stage = stage.press("<f7> <f5> <enter> <esc>");
    stage.app().keep_drafts();
    assert!(stage.app().office().drafts().expect("drafts").is_empty());
    let mut stage = stage.press("<a-1>");
    assert!(stage.rows_with("0701001")[0].contains("đã ghi"), "{}", stage.sees());
}

#[test]
fn a_form_without_a_letter_in_it_opens_where_it_is_asked_for() {
    let stage = Stage::demo(Language::Vi).press("2 <enter> <a-1> <home> <enter> <enter>");
    let mut stage = stage.press("= <enter> 20k");
    assert_eq!(stage.rows_with("── Tổng quan ›").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<a-2>");
    assert_eq!(stage.rows_with("BẢN NHÁP").len(), 0, "{}", stage.sees());
    assert_eq!(stage.rows_with("── Ngày giao dịch ──").len(), 1, "{}", stage.sees());
    assert!(stage.rows_with("0701001")[0].contains("bản nháp"), "{}", stage.sees());
}

#[test]
fn the_places_digit_keeps_a_half_typed_sheet_and_shows_it_at_the_root() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> = <a-2>");
    assert_eq!(stage.rows_with("Đã giữ nháp").len(), 1, "{}", stage.sees());
    assert!(stage.rows_with("0701001")[0].contains("bản nháp"), "{}", stage.sees());
    assert_eq!(stage.rows_with("0 đã ghi · 1 bản nháp · 14 chưa nhập").len(), 1);
}

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
    let mut stage = stage.press("<f7> <f5> <enter> <esc> <esc>");
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

#[test]
fn the_home_screen_leads_back_into_the_very_form_that_is_half_typed() {
    let forms = [
        ("2 m - b Lan", "› Biên bản giao ban", "Lan"),
        ("2 m - <backtab> n Vận<space>động", "› Giao việc", "Vận động"),
        ("3 <tab> c <tab> hẹn<space>mai", "› Ghi liên hệ", "hẹn mai"),
    ];
    for (keys, title, typed) in forms {
        let mut stage = Stage::demo(Language::Vi).press(keys);
        assert_eq!(stage.rows_with(typed).len(), 1, "{}", stage.sees());
        // a book that is opened again has its drafts on disk alone
        let mut stage = stage.press("<esc> <esc> <esc> 1");
        assert_eq!(stage.rows_with("! bản nháp chưa ghi sổ").len(), 1, "{}", stage.sees());
        // the lines of two sessions stand above it
        let mut stage = stage.press("<home>").press(&"<down> ".repeat(8)).press("<enter>");
        assert_eq!(stage.rows_with(title).len(), 1, "{}", stage.sees());
        assert_eq!(stage.rows_with(typed).len(), 1, "{}", stage.sees());
    }
}
