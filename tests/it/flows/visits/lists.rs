//! The three lists of place 4: what is to be visited, what is covered, what was visited.

use super::*;
use crate::stage::Stage;
use expect_test::expect;
use tkvv::reports::{Question, coverage};
use tkvv::text::Language;

#[test]
fn the_work_list_says_what_is_late_what_is_near_and_what_has_time() {
    let mut stage = Stage::demo(Language::Vi).press("4");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát ──────────────────────────────────────────────────────────
         ▸ Cần kiểm tra    Độ phủ trong năm    Đã kiểm tra
         ←→  [tất cả 28]   ! quá hạn 5    ▲ sắp hết 10    còn hạn 8    không hạn 5
        Hạn       Hộ vay            Tổ      Lý do                     Hạn chót      Còn
        ! quá hạn Đặng Văn Tám      0703010 giải ngân mới 20/07     19/08/2026   trễ 57
        ! trễ trả Thạch Đa Rít      0703012 chưa trả lại 15.000.000 23/09/2026   trễ 22
        ! quá hạn Châu Thị Sa Mone  0701001 giải ngân mới 03/09     03/10/2026   trễ 12
        ! quá hạn Ngô Thị Tuyết Mai 0702005 giải ngân mới 08/09     08/10/2026    trễ 7
        ! quá hạn Lâm Thanh Sà Phép 0703011 giải ngân mới 10/09     10/10/2026    trễ 5
        ▲ sắp hết Tăng Ươl          0701002 giải ngân mới 15/09     15/10/2026  hôm nay
        ▲ sắp hết Sơn Thị Sà Vane   0701004 giải ngân mới 15/09     15/10/2026  hôm nay
        ▲ sắp hết Đào Thị Ươl       0701003 giải ngân mới 15/09     15/10/2026  hôm nay
        ▲ sắp hết Sơn Pho Lươl      0706021 giải ngân mới 15/09     15/10/2026  hôm nay
        ▲ sắp hết Nguyễn Thị Chi    0708019 giải ngân mới 16/09     16/10/2026   1 ngày
        ▲ sắp hết Đoàn Thị Mỹ Mười  0706017 giải ngân mới 16/09     16/10/2026   1 ngày
        ▲ sắp hết Cao Hồng Hoàng    0707018 giải ngân mới 18/09     18/10/2026   3 ngày
        ▲ sắp hết Đỗ Thị Phượng     0704013 giải ngân mới 20/09     20/10/2026   5 ngày
        ▲ sắp hết Hồ Thị Hoàng Yến  0704014 giải ngân mới 20/09     20/10/2026   5 ngày
        ▲ sắp hết Phạm Thị Bảy      0704015 giải ngân mới 20/09     20/10/2026   5 ngày
        Cộng 28 (1–15)                  Nguyễn Thị Hồng Thắm · Ấp Rạch Vẹt · Hội Phụ nữ
        ────────────────────────────────────────────────────────────────────────────────
         Enter kiểm tra · m hồ sơ hộ · t chọn tổ · Tab độ phủ · → lọc hạn · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<right>");
    assert_eq!(stage.rows_with("[! quá hạn 5]").len(), 1);
    assert_eq!(stage.rows_with("Cộng 5").len(), 1);
    let mut stage = stage.press("<left> fbung<space>sen");
    assert_eq!(stage.rows_with("0702").len(), 6);
    assert_eq!(stage.rows_with("0703").len(), 0);
}

#[test]
fn a_row_opens_the_visit_or_the_borrower_and_esc_comes_back_to_it() {
    let mut stage = Stage::demo(Language::Vi).press("4 <down> <down>");
    let before = stage.sees();
    let mut stage = stage.press("m");
    assert!(!stage.rows_with("Châu Thị Sa Mone · 0070000086").is_empty(), "{}", stage.sees());
    let mut stage = stage.press("<esc> n");
    assert_eq!(stage.rows_with("06/TD tổ 0701001").len(), 1);
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.sees(), before);
}

#[test]
fn the_coverage_of_the_year_says_what_each_group_still_needs() {
    let mut stage = Stage::demo(Language::Vi).press("4 <tab>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát ──────────────────────────────────────────────────────────
           Cần kiểm tra  ▸ Độ phủ trong năm    Đã kiểm tra
         Năm 2026: 23/29 tổ đạt · món vay từ năm trước, yêu cầu 90 % / 75 %
        Tổ      Tổ trưởng             Đã KT    Tỷ lệ  Cần      KT tổ Còn thiếu
        0701001 Thạch Thị Sa Rên      23/23 100,00 % 90 % 10/07/2026 ✓ đạt
        0701002 Sơn Thanh Tùng        15/15 100,00 % 90 % 24/08/2026 ✓ đạt
        0701003 Kim Sà Ươl            15/15 100,00 % 90 % 09/03/2026 ✓ đạt
        0701004 Danh Thị Ngọc Mai     14/14 100,00 % 90 % 10/06/2026 ✓ đạt
        0702005 Nguyễn Thị Hồng …     21/21 100,00 % 90 % 13/04/2026 ✓ đạt
        0702006 Trần Văn Đẹp          14/20  70,00 % 90 % 24/06/2026 ! 4 món
        0702007 Lê Văn Bảy            15/15 100,00 % 90 % 25/05/2026 ✓ đạt
        0702008 Phạm Quốc Khải        16/16 100,00 % 90 % 19/06/2026 ✓ đạt
        0703009 Huỳnh Văn Út          21/21 100,00 % 75 % 05/03/2026 ✓ đạt
        0703010 Nguyễn Thị Hồng …     14/20  70,00 % 75 %            ! 1 món, KT tổ
        0703011 Võ Thanh Bình         16/16 100,00 % 75 % 18/05/2026 ✓ đạt
        0703012 Lý Thị Sà Vươl        15/18  83,33 % 75 % 03/04/2026 ✓ đạt
        0704013 Lâm Tú Quyên          27/27 100,00 % 90 % 15/06/2026 ✓ đạt
        0704014 Quách Minh Phát       14/14 100,00 % 90 % 23/04/2026 ✓ đạt
        0704015 Trịnh Lệ Hoa          10/16  62,50 % 90 %            ! 5 món, KT tổ
        Cộng 29 (1–15)
        ────────────────────────────────────────────────────────────────────────────────
         Enter kiểm tra · m xem tổ · t chọn tổ · Tab đã kiểm tra · ← → năm · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let office = stage.app().office();
    let question = Question::new(office.ledger(), office.shelf(), day("2026-10-15"));
    let rows = coverage::coverage(&question, 2026);
    let open: Vec<_> = rows.iter().filter(|row| !row.met).collect();
    let figures = |at: usize| {
        let row = open[at];
        (row.group.as_str(), row.visited, row.earlier_loans, row.checked_on.is_some())
    };
    assert_eq!(open.len(), 6);
    assert_eq!(figures(0), ("0702006", 14, 20, true));
    assert_eq!(figures(1), ("0703010", 14, 20, false));
    assert_eq!(figures(2), ("0704015", 10, 16, false));
    assert_eq!(figures(3), ("0705024", 41, 62, true));
    assert_eq!(figures(4), ("0707018", 57, 59, false));
    assert_eq!(figures(5), ("0707026", 50, 52, false));
    // 90 % of 20 are 18; in the difficult area 75 % of 20 are 15; 90 % of 16 are 14,4: 15;
    // 90 % of 62 are 55,8: 56
    assert_eq!(open.iter().map(|row| row.loans_missing()).collect::<Vec<_>>(), [4, 1, 5, 15, 0, 0]);
    let mut stage = stage.press("<left>");
    assert_eq!(stage.rows_with("Năm 2025").len(), 1);
}

#[test]
fn visits_that_were_made_open_to_their_lines() {
    let mut stage = form().press(TYPED).press("<f5> <enter> <tab> <tab>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát ──────────────────────────────────────────────────────────
           Cần kiểm tra    Độ phủ trong năm  ▸ Đã kiểm tra
         Phiếu kiểm tra (06/TD) đã ghi sổ, mới nhất trước.
        Ngày       Tổ      Loại kiểm tra      Hộ         Đúng MĐ      Sai MĐ     Chưa SD
        15/10/2026 0703010 sau giải ngân       2      73.000.000   5.000.000
        13/10/2026 0706021 sau giải ngân       2     100.000.000
        07/10/2026 0703010 sau giải ngân       1      60.000.000
        06/10/2026 0702007 sau giải ngân       1      50.000.000
        06/10/2026 0706025 sau giải ngân       3     244.000.000
        06/10/2026 0707022 sau giải ngân       2      66.000.000
        05/10/2026 0705028 sau giải ngân       1      60.000.000
        05/10/2026 0707022 sau giải ngân       1      80.000.000
        02/10/2026 0701004 sau giải ngân       1      70.000.000
        01/10/2026 0701004 đột xuất            6     295.000.000
        29/09/2026 0703012 không hoạt động     1      40.000.000
        28/09/2026 0707018 sau giải ngân       1      16.000.000
        28/09/2026 0708019 sau giải ngân       1      80.000.000
        28/09/2026 0708023 sau giải ngân       1     100.000.000
        28/09/2026 0708027 sau giải ngân       4     138.000.000
        Cộng 620 (1–15)                          126.671.000.000  85.000.000 175.000.000
        ────────────────────────────────────────────────────────────────────────────────
         Enter mở · n kiểm tra · t chọn tổ · Tab cần kiểm tra · f lọc · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<enter>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát › 06/TD tổ 0706021 · 13/10/2026 ──────────────────────────
         Tổ 0706021 Lê Thị Phượng · sau giải ngân · Hội Nông dân
         Người kiểm tra: Nguyễn Minh Cảnh · Người chứng kiến: Chau Sa Thươl (trưởng ấp …

        TT Họ tên              Thực nhận  Dư hộ khai     Đúng MĐ      Sai MĐ     Chưa SD
         1 Lê Quốc Tư         50.000.000  50.000.000  50.000.000           0           0
         2 Trương Hồng Phúc   50.000.000  50.000.000  50.000.000           0           0








        Cộng 2               100.000.000 100.000.000 100.000.000           0           0
         Hiệu quả tốt · Lãi chưa trả 0 đ · Thực nhận 50.000.000 đ · Dư hộ khai 50.000.0…

         Đã KT 2 hộ, 2/2 món · 100.000.000 đ
         đúng 100.000.000 đ (100,00 %) · sai 0 đ (0,00 %) · chưa SD 0 đ
        ────────────────────────────────────────────────────────────────────────────────
         Enter món vay · Esc quay lại · / tìm · F2 ẩn tên · F9 English · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn a_group_is_found_without_diacritics() {
    let mut stage = Stage::demo(Language::Vi).press("4 t tham<space>bung");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát › Kiểm tra tổ nào? ───────────────────────────────────────
         Tìm tổ  tham bung

        Tổ       Tổ trưởng                Ấp                 Hội, đoàn thể        Cần KT
        0702005  Nguyễn Thị Hồng Thắm     Ấp Bưng Sen        Hội Phụ nữ                2














        Cộng 1
        ────────────────────────────────────────────────────────────────────────────────
         Enter kiểm tra · Esc quay lại · Ctrl+F tìm · F2 ẩn tên · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<enter>");
    assert_eq!(stage.rows_with("06/TD tổ 0702005").len(), 1);
}

#[test]
fn money_that_is_late_to_be_repaid_does_not_sound_like_a_missed_visit() {
    let mut stage = Stage::demo(Language::Vi).press("4 <down>");
    let row = stage.rows_with("Thạch Đa Rít").join("");
    assert!(row.contains("! trễ trả") && row.contains("chưa trả lại 15.000.000"), "{row}");
    let said = "Sai MĐ chưa trả lại 15.000.000 đ, quá hạn trả 22 ngày";
    assert_eq!(stage.rows_with(said).len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("Cộng 28 (1–15) ").len(), 1, "the count stays in sight");
    // where there is time, it is only what is still to be repaid
    let mut stage = stage.press("<end>");
    let row = stage.rows_with("Võ Tấn Tài").join("");
    assert!(row.contains("còn hạn") && row.contains("chưa trả lại 15.000.000"), "{row}");
}
