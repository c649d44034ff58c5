//! The entry forms at every size, and in both languages.

use super::{CONTRACT, PLACES, empty, with_member};
use crate::stage::Stage;
use expect_test::expect;
use tkvv::text::Language;

/// Every form of the sample, and where it opens.
const FORMS: [&str; 13] = [
    "5 n",
    "5 e",
    "5 <enter> n",
    "5 <enter> e",
    "5 <enter> <enter> n",
    "5 <enter> <enter> n <f6>",
    "5 <enter> <enter> <enter> e",
    "5 <enter> <enter> <enter> g",
    "5 <enter> <enter> <enter> k",
    "5 <enter> <enter> <enter> o",
    "5 t n",
    "5 t d",
    "5 t p",
];

#[test]
fn no_form_breaks_at_any_size() {
    for form in FORMS {
        let mut stage = Stage::demo(Language::Vi).press(form);
        for (width, height) in [(0, 0), (1, 1), (2, 24), (80, 3), (80, 24), (81, 25), (200, 60)] {
            stage.resize(width, height);
            stage.sees();
            stage = stage.press("<down> <down> <up> <tab>");
            stage.sees();
        }
        for _ in 0..20 {
            stage = stage.press("<down>");
        }
        stage.resize(80, 24);
        let seen = stage.sees();
        assert!(seen.contains('▸'), "the field at work is seen: {form}\n{seen}");
    }
}

#[test]
fn every_form_says_what_its_field_is_in_room_for_it() {
    for language in [Language::Vi, Language::En] {
        for form in FORMS {
            let mut stage = Stage::demo(language).press(form);
            for _ in 0..18 {
                let seen = stage.sees();
                let rows = seen.lines().skip_while(|row| !row.contains('▸')).skip(1);
                let hint = rows.take(1).next().unwrap_or_default();
                assert!(!hint.contains('…'), "{form}\n{seen}");
                stage = stage.press("<down>");
            }
        }
    }
}

#[test]
fn a_wide_screen_holds_the_tables_beside_the_form() {
    let mut stage = with_member(CONTRACT).press("<tab> <tab> <tab> <tab> <tab> <tab> 5 <tab>");
    stage.resize(120, 36);
    expect![[r#"
         Sổ tay TK&VV │ Xã Bưng Lau · tính đến 15/10/2026                                        Trần Thị Bích · đang nhập · VI
         1 Tổng quan   2 Ngày GD   3 Nợ   4 Kiểm tra   5 Tổ & hộ   6 Chất lượng   7 Đề án   8 Sổ
        ── Tổ & hộ › Tổ 0990101 › Tổ viên Thạch Thị Mẫu › Thêm món vay ─────────────────────────────────────────────────────────
         Thạch Thị Mẫu · mã 0990000001 · tổ 0990101
         Phân 5 kỳ, cộng 60.000.000 đ · giải ngân một lần
         ! Giải ngân đã lâu: chưa điền dư nợ ở cuối mẫu thì tính là chưa trả lần nào.

          Mã món vay *      6600990000000001                                                 ─ Phân kỳ trả gốc ────────────────
          Chương trình *    19 Hộ cận nghèo · 7,92 %                                          Kỳ  Hạn trả             Số tiền
          Số tiền vay *               60.000.000                                                1 15/09/2025       12.000.000
          Ngày giải ngân *  15/09/2024                                                          2 15/09/2026       12.000.000
          Thời hạn, tháng * 60                                                                  3 15/09/2027       12.000.000
          Hạn trả cuối *    15/09/2029                                                          4 15/09/2028       12.000.000
          Lãi suất, %/năm * 7,92                                                                5 15/09/2029       12.000.000
          Mục đích                                                                              6
          Nguồn vốn         vốn trung ương
          Ân hạn lãi đến
          Số kỳ trả gốc     5                                                                Cộng 5                60.000.000
         ▸Mỗi kỳ, tháng     12                                                               ✓ khớp số tiền vay
                            mấy tháng một kỳ
         MÓN ĐANG TRẢ DỞ (món mới: bỏ trống)                                                 ─ Giải ngân nhiều lần ────────────
          Số dư đến ngày                                                                      Lần Ngày                Số tiền
          Dư nợ gốc                                                                             1
          Lãi còn nợ
          Lần trả gần nhất





                                                                                             Cộng 0                         0



        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F6 phân kỳ · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F4 bỏ nháp · Ctrl+F tìm · F2 ẩn tên · F1 trợ giúp
    "#]].assert_eq(&stage.sees());
}

#[test]
fn the_same_in_english() {
    let stage = empty(Language::En, 80, 24).press(PLACES);
    let mut stage = stage.press("n 0990101 <tab> <tab> <tab> women");
    expect![[r#"
         S&L │ Xã Bưng Lau · as of 15/10/2026               Trần Thị Bích · typing · EN
         1 Overview  2 Session  3 Debts  4 Visits  5 Groups  6 Quality  7 Plans  8 Book
        ── Groups and households › New group ───────────────────────────────────────────
         Save the group, then type its members; leader and deputy are chosen among
         them.

          Group code *  0990101
          Village *     Ấp Một · 00990101
          Point *       Điểm Bưng Lau · 0099011
         ▸Association * women▏ → Women's Union (WU)
                        1 of 1 that fit · ← → for another
          Founded on *










        ────────────────────────────────────────────────────────────────────────────────
         Tab next · F5 save · Esc keep draft · Ctrl+U empty it · F1 help
    "#]]
    .assert_eq(&stage.sees());
}
