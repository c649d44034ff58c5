//! The frame: language, names, help, places, leaving.

use crate::stage::Stage;
use expect_test::expect;
use tkvv::text::Language;

#[test]
fn the_language_changes_while_it_runs_and_the_cursor_stays() {
    let mut stage = Stage::demo(Language::Vi).press("5 <down> <enter> <down>");
    let before = stage.sees();
    let mut stage = stage.press("<f9>");
    assert_eq!(stage.rows_with("as of 15/10/2026").len(), 1);
    let mut stage = stage.press("<c-l>");
    assert_eq!(stage.sees(), before);
}

#[test]
fn hidden_names_stand_on_no_screen() {
    let mut stage = Stage::demo(Language::Vi).press("<f2> 5");
    let names: Vec<String> =
        stage.book().members.values().map(|file| file.member.name.clone()).collect();
    for keys in ["", "<enter>", "<enter>", "<enter>", "/", "an"] {
        stage = stage.press(keys);
        let seen = stage.sees();
        for name in names.iter().filter(|name| name.contains(' ')) {
            assert!(!seen.contains(name.as_str()), "{name} stands on\n{seen}");
        }
    }
}

#[test]
fn the_help_says_all_keys_of_the_screen_and_what_the_columns_mean() {
    let mut stage = Stage::demo(Language::Vi).press("5 ?");
    expect![[r#"
         ┌─ Trợ giúp ────────────────────────────────────────────────────────────────┐I
         │ Tổ mang tên tổ trưởng. Hội: ND Nông dân, PN Phụ nữ, CCB Cựu chiến binh,   │
        ─│ ĐTN Đoàn Thanh niên. TV: số tổ viên đang sinh hoạt. Số liệu tính đến      │──
        T│ ngày ở dòng đầu.                                                          │n
        T│ Dư nợ = gốc đã giải ngân − gốc đã trả. Quá hạn = phần gốc không trả khi   │
        S│ phiên giao dịch đã qua.                                                   │
        K│ Lãi tồn = lãi đến hạn đến phiên trước − lãi đã trả, không nhỏ hơn 0.      │0
        D│                                                                           │0
        N│ Phím ở màn hình này                                                       │
        T│   Enter                      mở                                           │0
        L│   n                          thêm tổ                                      │
        P│   e                          sửa                                          │
        H│   l                          tờ của tổ                                    │0
        N│   t                          địa bàn                                      │0
        V│   s                          sắp xếp                                      │
        L│   f                          lọc                                          │0
        L│                                                                           │0
        Q│ Phím ở mọi nơi                                                            │
        T│   Esc                        quay lại                                     │0
        T│   /, Ctrl+F                  tìm                                          │
        T│   ?, F1, Ctrl+G              trợ giúp                                     │
        C│   F2, Ctrl+N                 ẩn tên                                       │0
        ─│ ↓ còn nữa                                                        Esc đóng │──
         └───────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<esc>");
    assert!(stage.rows_with("Trợ giúp").is_empty());
}

#[test]
fn esc_never_leaves_the_program_and_q_does() {
    let mut stage = Stage::demo(Language::Vi).press("5 <esc> <esc> <esc>");
    assert!(!stage.app().is_done());
    assert_eq!(stage.rows_with("Bấm q để thoát").len(), 1);
    let mut stage = stage.press("q");
    assert!(stage.app().is_done());
    let mut stage = Stage::demo(Language::Vi).press("5 / abc <c-c>");
    assert!(stage.app().is_done());
}

#[test]
fn each_place_stays_as_it_was_left_and_its_digit_again_goes_to_its_root() {
    let mut stage = Stage::demo(Language::Vi).press("5 <down> <enter> <enter> <enter>");
    let before = stage.sees();
    let mut stage = stage.press("8");
    assert!(stage.rows_with("Tệp sổ").len() == 1);
    let mut stage = stage.press("5");
    assert_eq!(stage.sees(), before);
    let mut stage = stage.press("5");
    assert!(stage.rows_with("Món vay 66").is_empty());
}

#[test]
fn while_a_field_has_the_keyboard_places_are_gone_to_with_alt() {
    let mut stage = Stage::demo(Language::Vi).press("/ 8");
    assert_eq!(stage.rows_with("Tìm  8").len(), 1);
    let mut stage = stage.press("<a-8>");
    assert_eq!(stage.rows_with("Tệp sổ").len(), 1);
}

#[test]
fn a_colon_and_a_number_jump_to_the_line() {
    let mut stage = Stage::demo(Language::Vi).press("5 :3 <enter> <enter>");
    assert_eq!(stage.rows_with("Tổ 0701003").len(), 1);
}

#[test]
fn pasted_text_goes_into_the_field_in_one_line() {
    let mut stage = Stage::demo(Language::Vi).press("/").paste("Thạch\nThị Sa Rên\n");
    assert!(stage.rows_with("0070000002").len() == 1);
}
