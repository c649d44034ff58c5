//! Place 1: what needs somebody today, each line open to what is behind it.

use crate::stage::Stage;
use expect_test::expect;
use tkvv::text::Language;

#[test]
fn the_program_opens_on_what_needs_somebody_today() {
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổng quan ───────────────────────────────────────────────────────────────────
         PHIÊN HÔM NAY      thứ Năm 15/10/2026   CHẤT LƯỢNG, ước tính 30/09/2026
          Điểm giao dịch Giồng Sen                79,00 KHÁ            ▼ 5 so với 31/08
          gốc đến hạn   91 món   919.000.000 đ    ██████████████▏░░░ thiếu 6,00 tới tốt
          lãi phải thu  545 hộ   199.737.612 đ    NHCSXH công bố 09/2026      82,35 khá
          chưa điểm danh              15/15 tổ    tháng đang chạy 15/10   mới 0/2 phiên

         PHIÊN TỚI           thứ Ba 20/10/2026   XẾP LOẠI TỔ 30/09
          Điểm giao dịch Rạch Vẹt   còn 5 ngày    tốt        █████████▌     23 tổ  ▲ 1
          gốc đến hạn   74 món   628.000.000 đ    khá        █▏              3 tổ  ▼ 3
          lãi phải thu  544 hộ   216.674.046 đ    trung bình ▊               2 tổ  ▲ 2
          chưa điểm danh              14/14 tổ    yếu        ▍               1 tổ  =

         VIỆC CẦN LÀM                            DƯ NỢ, so với 30/09
         ! việc giao ban quá hẹn      2/3 việc    dư nợ 64.268.500.000 đ  ▲ 220.000.000
         ! quá hạn kiểm tra              5 món    nợ quá hạn 0,22 %         = không đổi
         ! sắp hết hạn (15/10–20/10)    10 món      28 món · 144.500.000 đ  = không đổi
           còn thời gian                 8 món    lãi tồn 2,65 %         ▼ 0,01 tốt lên
           3 tháng không hoạt động       5 món      38 món · 23.950.761 đ   = không đổi
         ! dùng sai mục đích, chưa trả   2 món   ! bản sao cuối                 chưa có
        ────────────────────────────────────────────────────────────────────────────────
         Enter mở · / tìm · F2 ẩn tên · F9 English · q thoát · ? trợ giúp
    "#]]
    .assert_eq(&Stage::demo(Language::Vi).sees());
    expect![[r#"
         Sổ tay TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026                                      Trần Thị Bích · đã lưu · VI
         1 Tổng quan   2 Ngày GD   3 Nợ   4 Kiểm tra   5 Tổ & hộ   6 Chất lượng   7 Đề án   8 Sổ
        ── Tổng quan ───────────────────────────────────────────────────────────────────────────────────────────────────────────
         PHIÊN HÔM NAY                          thứ Năm 15/10/2026   CHẤT LƯỢNG, ước tính 30/09/2026
          Điểm giao dịch Giồng Sen                                    79,00 KHÁ                                ▼ 5 so với 31/08
          gốc đến hạn                       91 món   919.000.000 đ    ██████████████▏░░░                     thiếu 6,00 tới tốt
          lãi phải thu                      545 hộ   199.737.612 đ    NHCSXH công bố 09/2026                          82,35 khá
          chưa điểm danh                                  15/15 tổ    tháng đang chạy 15/10                       mới 0/2 phiên

         PHIÊN TỚI                               thứ Ba 20/10/2026   XẾP LOẠI TỔ 30/09
          Điểm giao dịch Rạch Vẹt                       còn 5 ngày    tốt        █████████▌                         23 tổ  ▲ 1
          gốc đến hạn                       74 món   628.000.000 đ    khá        █▏                                  3 tổ  ▼ 3
          lãi phải thu                      544 hộ   216.674.046 đ    trung bình ▊                                   2 tổ  ▲ 2
          chưa điểm danh                                  14/14 tổ    yếu        ▍                                   1 tổ  =

         VIỆC CẦN LÀM                                                DƯ NỢ, so với 30/09
         ! việc giao ban quá hẹn                          2/3 việc    dư nợ 64.268.500.000 đ                      ▲ 220.000.000
         ! quá hạn kiểm tra                                  5 món    nợ quá hạn 0,22 %                             = không đổi
         ! sắp hết hạn (15/10–20/10)                        10 món      28 món · 144.500.000 đ                      = không đổi
           còn thời gian                                     8 món    lãi tồn 2,65 %                             ▼ 0,01 tốt lên
           3 tháng không hoạt động                           5 món      38 món · 23.950.761 đ                       = không đổi
         ! dùng sai mục đích, chưa trả                       2 món
                                                                     ! bản sao cuối                                     chưa có

                                                                     MẤT ĐIỂM NHIỀU NHẤT
                                                                      tỷ lệ nợ quá hạn 0,23 %                             18/25
                                                                      tổ xếp loại tốt 79,31 %                              9/15
                                                                      thu gốc đến hạn 94,01 %                             10/15
                                                                      tỷ lệ quá hạn và khoanh 0,28 %                       8/10
                                                                      giao dịch đúng phiên 93,10 %                          4/5




        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Enter mở · / tìm · F2 ẩn tên · F9 English · q thoát · ? trợ giúp
    "#]].assert_eq(&Stage::demo_at(Language::Vi, 120, 36).sees());
}

#[test]
fn it_opens_in_english_too() {
    expect![[r#"
         S&L │ Xã mẫu Giồng Sen · as of 15/10/2026           Trần Thị Bích · saved · EN
         1 Overview  2 Session  3 Debts  4 Visits  5 Groups  6 Quality  7 Plans  8 Book
        ── Overview ────────────────────────────────────────────────────────────────────
         SESSION TODAY     Thursday 15/10/2026   QUALITY, estimate 30/09/2026
          Điểm giao dịch Giồng Sen                79,00 FAIR            ▼ 5 since 31/08
          principal   91 loans   919.000.000 đ    ██████████████▏░░░ 6,00 short of good
          interest      545 hh   199.737.612 đ    the bank, 09/2026          82,35 fair
          no attendance yet       15/15 groups    running month 15/10   0 of 2 sessions

         SESSION AHEAD      Tuesday 20/10/2026   GROUPS BY GRADE 30/09
          Điểm giao dịch Rạch Vẹt    in 5 days    good       ██████▎    23 groups  ▲ 1
          principal   74 loans   628.000.000 đ    fair       ▊           3 groups  ▼ 3
          interest      544 hh   216.674.046 đ    average    ▌           2 groups  ▲ 2
          no attendance yet       14/14 groups    weak       ▎            1 group  =

         WORK TO DO                              PORTFOLIO, since 30/09
         ! meeting items late           2 of 3    debt 64.268.500.000 đ   ▲ 220.000.000
         ! past their deadline         5 loans    overdue 0,22 %            = unchanged
         ! due soon (15/10–20/10)     10 loans      144.500.000 đ           = unchanged
           with time left              8 loans    int. arrears 2,65 %     ▼ 0,01 better
           inactive for 3 months       5 loans      38 loans · 23.950.761 đ = unchanged
         ! wrong use, to be repaid     2 loans   ! last copy                   none yet
        ────────────────────────────────────────────────────────────────────────────────
         Enter open · / find · F2 hide names · F9 Tiếng Việt · q quit · ? help
    "#]]
    .assert_eq(&Stage::demo(Language::En).sees());
}

#[test]
fn the_score_opens_its_scorecard_and_esc_comes_back_to_it() {
    let mut stage = Stage::demo(Language::Vi).press("<right>");
    let before = stage.sees();
    let mut stage = stage.press("<enter>");
    assert_eq!(stage.rows_with("› Xã mẫu Giồng Sen · 30/09/2026").len(), 1);
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.sees(), before);
}

#[test]
fn a_grade_opens_the_groups_that_have_it() {
    // the score, the bank's, the running month, then tốt, khá, trung bình
    let mut stage = Stage::demo(Language::Vi);
    stage = stage.press("<right> <down> <down> <down> <down> <down> <enter>");
    assert_eq!(stage.rows_with("chỉ loại trung bình").len(), 1);
    assert_eq!(stage.rows_with("0703012").len(), 1);
    assert_eq!(stage.rows_with("Cộng 2").len(), 1);
}

#[test]
fn each_line_opens_the_place_where_its_rows_are() {
    // the last line is the copies; above it stand the arrears
    let mut stage = Stage::demo(Language::Vi).press("<end> <up> <enter>");
    assert_eq!(stage.rows_with("── Tổng quan › Nợ").len(), 1);
    assert_eq!(stage.rows_with("▸Lãi tồn").len(), 1);
    stage = stage.press("<esc> <up> <enter>");
    assert_eq!(stage.rows_with("▸Quá hạn").len(), 1);
    // the second point's session, and what falls due at it alone
    stage = stage.press("<esc> <home> <down> <down> <down> <down> <enter>");
    assert_eq!(stage.rows_with("20/10/2026").len(), 1);
    assert!(!stage.rows_with("Rạch Vẹt").is_empty());
    stage = stage.press("<esc> <down> <enter>");
    assert_eq!(stage.rows_with("▸phiên 20/10").len(), 1);
}

#[test]
fn the_visits_open_as_many_as_were_counted() {
    // two sessions with four stops each, what meetings want done, then the visits
    let mut stage = Stage::demo(Language::Vi);
    for _ in 0..8 {
        stage = stage.press("<tab>");
    }
    for (line, chosen) in [
        ("quá hạn kiểm tra              5", "quá hạn 5]"),
        ("sắp hết hạn (15/10–20/10)    10", "sắp hết 10]"),
        ("còn thời gian                 8", "còn hạn 8]"),
        ("3 tháng không hoạt động       5", "không hạn 5]"),
        ("dùng sai mục đích, chưa trả   2", "2]"),
    ] {
        stage = stage.press("<tab>");
        assert_eq!(stage.rows_with(line).len(), 1, "{line}");
        stage = stage.press("<enter>");
        assert_eq!(stage.rows_with(chosen).len(), 1, "{chosen}\n{}", stage.sees());
        stage = stage.press("<esc>");
    }
}

#[test]
fn every_stop_opens_something_or_says_why_not() {
    let mut stage = Stage::demo(Language::Vi);
    let home = stage.sees();
    for _ in 0..30 {
        stage = stage.press("<enter>");
        assert_ne!(stage.sees(), home);
        stage = stage.press("1 <tab>");
    }
}
