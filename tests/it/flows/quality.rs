//! Place 6: why a unit stands where it stands, and who is behind it.

use crate::stage::Stage;
use expect_test::expect;
use tkvv::text::Language;

#[test]
fn the_groups_stand_below_their_commune() {
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Chất lượng tín dụng ─────────────────────────────────────────────────────────
         [tổ] ấp  hội  xã                             cuối tháng, 30/09/2026 (ước tính)
         Xã mẫu Giồng Sen  79,00  KHÁ  ▼ 5 so với 31/08                NHCSXH 82,35 khá
        Mã       Đơn vị               Điểm Xếp loại       ▲▼ NHCSXH  Q.hạn  Phiên    Lãi
        0701001  Thạch Thị Sa Rên    96,00 tốt           ▲ 6  96,00  30/30  20/20  16/20
        0701002  Sơn Thanh Tùng     100,00 tốt          ▲ 10 100,00  30/30  20/20  20/20
        0701003  Kim Sà Ươl          94,00 tốt             =  84,00  24/30  20/20  20/20
        0701004  Danh Thị Ngọc Mai   94,00 tốt             =  94,00  24/30  20/20  20/20
        0702005  Nguyễn Thị Hồng T…  93,00 tốt           ▲ 3  93,00  30/30  20/20  20/20
        0702006  Trần Văn Đẹp        25,00 yếu          ▼ 12  30,50   6/30   0/20   6/20
        0702007  Lê Văn Bảy         100,00 tốt             = 100,00  30/30  20/20  20/20
        0702008  Phạm Quốc Khải     100,00 tốt          ▲ 10  97,00  30/30  20/20  20/20
        0703009  Huỳnh Văn Út        73,00 khá           ▼ 2  70,50  20/30  20/20  12/20
        0703010  Nguyễn Thị Hồng T…  90,00 tốt             =  90,00  20/30  20/20  20/20
        0703011  Võ Thanh Bình       99,00 tốt           ▲ 4  99,00  30/30  20/20  20/20
        0703012  Lý Thị Sà Vươl      65,00 trung bình   ▼ 24  63,00  12/30  20/20   6/20
        0704013  Lâm Tú Quyên        94,00 tốt          ▲ 22  94,00  24/30  20/20  20/20
        0704014  Quách Minh Phát     99,00 tốt           ▼ 1 100,00  30/30  20/20  20/20
        0704015  Trịnh Lệ Hoa        94,00 tốt           ▲ 5  93,00  24/30  20/20  20/20
        Cộng 29 (1–15)
        ────────────────────────────────────────────────────────────────────────────────
         Enter mở · Tab tổ/ấp/hội/xã · m tháng đang chạy · g lọc loại · ? trợ giúp
    "#]]
    .assert_eq(&Stage::demo(Language::Vi).press("6").sees());
    expect![[r#"
         Sổ tay TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026                                      Trần Thị Bích · đã lưu · VI
         1 Tổng quan   2 Ngày GD   3 Nợ   4 Kiểm tra   5 Tổ & hộ   6 Chất lượng   7 Đề án   8 Sổ
        ── Chất lượng tín dụng ─────────────────────────────────────────────────────────────────────────────────────────────────
         [tổ] ấp  hội  xã                                                                     cuối tháng, 30/09/2026 (ước tính)
         Xã mẫu Giồng Sen  79,00  KHÁ  ▼ 5 so với 31/08                                       NHCSXH công bố 09/2026: 82,35 khá
        Mã       Đơn vị                 Điểm Xếp loại       ▲▼ NHCSXH Ấp               Q.hạn  Phiên    Lãi    Gốc   Tăng Gửi TK
        0701001  Thạch Thị Sa Rên      96,00 tốt           ▲ 6  96,00 Ấp Giồng Chùa    30/30  20/20  16/20  15/15  10/10    5/5
        0701002  Sơn Thanh Tùng       100,00 tốt          ▲ 10 100,00 Ấp Giồng Chùa    30/30  20/20  20/20  15/15  10/10    5/5
        0701003  Kim Sà Ươl            94,00 tốt             =  84,00 Ấp Giồng Chùa    24/30  20/20  20/20  15/15  10/10    5/5
        0701004  Danh Thị Ngọc Mai     94,00 tốt             =  94,00 Ấp Giồng Chùa    24/30  20/20  20/20  15/15  10/10    5/5
        0702005  Nguyễn Thị Hồng Thắm  93,00 tốt           ▲ 3  93,00 Ấp Bưng Sen      30/30  20/20  20/20   8/15  10/10    5/5
        0702006  Trần Văn Đẹp          25,00 yếu          ▼ 12  30,50 Ấp Bưng Sen       6/30   0/20   6/20   8/15   5/10    0/5
        0702007  Lê Văn Bảy           100,00 tốt             = 100,00 Ấp Bưng Sen      30/30  20/20  20/20  15/15  10/10    5/5
        0702008  Phạm Quốc Khải       100,00 tốt          ▲ 10  97,00 Ấp Bưng Sen      30/30  20/20  20/20  15/15  10/10    5/5
        0703009  Huỳnh Văn Út          73,00 khá           ▼ 2  70,50 Ấp Rạch Vẹt      20/30  20/20  12/20   8/15   8/10    5/5
        0703010  Nguyễn Thị Hồng Thắm  90,00 tốt             =  90,00 Ấp Rạch Vẹt      20/30  20/20  20/20  15/15  10/10    5/5
        0703011  Võ Thanh Bình         99,00 tốt           ▲ 4  99,00 Ấp Rạch Vẹt      30/30  20/20  20/20  15/15  10/10    4/5
        0703012  Lý Thị Sà Vươl        65,00 trung bình   ▼ 24  63,00 Ấp Rạch Vẹt      12/30  20/20   6/20  15/15   8/10    4/5
        0704013  Lâm Tú Quyên          94,00 tốt          ▲ 22  94,00 Ấp Chợ Cũ        24/30  20/20  20/20  15/15  10/10    5/5
        0704014  Quách Minh Phát       99,00 tốt           ▼ 1 100,00 Ấp Chợ Cũ        30/30  20/20  20/20  15/15  10/10    4/5
        0704015  Trịnh Lệ Hoa          94,00 tốt           ▲ 5  93,00 Ấp Chợ Cũ        24/30  20/20  20/20  15/15  10/10    5/5
        0705016  Trương Thị Thanh Hi… 100,00 tốt             = 100,00 Ấp Giồng Lức     30/30  20/20  20/20  15/15  10/10    5/5
        0705020  Trương Thị Thanh Bảy  96,00 tốt           ▼ 4  96,00 Ấp Giồng Lức     30/30  20/20  20/20  11/15  10/10    5/5
        0705024  Huỳnh Tố Nga          50,00 trung bình   ▼ 25  50,00 Ấp Giồng Lức     20/30   0/20  20/20   8/15   0/10    2/5
        0705028  Trương Thị Hồng Loan 100,00 tốt             = 100,00 Ấp Giồng Lức     30/30  20/20  20/20  15/15  10/10    5/5
        0706017  Lý Thu Châu           89,00 tốt          ▼ 11  89,00 Ấp Vàm Bần       27/30  20/20  16/20  11/15  10/10    5/5
        0706021  Lê Thị Phượng         79,00 khá           ▼ 3  79,00 Ấp Vàm Bần       20/30  20/20  16/20  11/15   8/10    4/5
        0706025  Trà Thị Thol          87,00 tốt          ▼ 13  87,00 Ấp Vàm Bần       24/30  20/20  20/20   8/15  10/10    5/5
        0706029  Huỳnh Thị Mỹ Ly       87,00 tốt           ▼ 8  84,00 Ấp Vàm Bần       24/30  20/20  20/20   8/15  10/10    5/5
        0707018  Dương Thị Cẩm Thắm    77,00 khá          ▼ 17  77,00 Ấp Xóm Dừa       27/30  20/20  18/20   8/15   0/10    4/5
        0707022  Nguyễn Công Bình      95,00 tốt           ▼ 5  95,00 Ấp Xóm Dừa       27/30  20/20  20/20  13/15  10/10    5/5
        0707026  Trần Thị Ngọc An      89,00 tốt           ▲ 9  89,00 Ấp Xóm Dừa       30/30  20/20  20/20  13/15   2/10    4/5
        0708019  Đặng Hữu Tâm          94,00 tốt          ▲ 14  95,00 Ấp Bàu Cát       24/30  20/20  20/20  15/15  10/10    5/5
        Cộng 29 (1–27)
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Enter mở · Tab tổ/ấp/hội/xã · m tháng đang chạy · g lọc loại · s sắp xếp · f lọc · / tìm · F2 ẩn tên · ? trợ giúp
    "#]].assert_eq(&Stage::demo_at(Language::Vi, 120, 36).press("6").sees());
}

#[test]
fn why_the_commune_is_fair_and_who_is_behind_it_takes_three_keys() {
    let mut stage = Stage::demo(Language::Vi).press("6 <enter>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Chất lượng tín dụng › Xã mẫu Giồng Sen · 30/09/2026 ─────────────────────────
         79,00  KHÁ  ▼ 5 so với 31/08   ███████████████░░░░  thiếu 6,00 điểm nữa là tốt
         NHCSXH công bố 09/2026: 82,35 khá (ước tính thấp hơn 3,35)
         Ước tính theo bộ quy định của sổ, không thay kết quả của NHCSXH.
        Tiêu chí                        Đạt   Điểm        Mất Còn thiếu để thêm điểm
        tỷ lệ nợ quá hạn             0,23 %  18/25 ███▌░    7 +3: thu 16.435.872 đ
        tỷ lệ quá hạn và khoanh      0,28 %   8/10 ████░    2 +2: thu 52.508.017 đ
        thu gốc đến hạn             94,01 %  10/15 ███▎░    5 +3: thu thêm 16.325.000 đ
        thu lãi                    101,40 %  15/15 █████      đủ điểm
        tổ xếp loại tốt             79,31 %   9/15 ███░░    6 +3: nâng thêm 1 tổ
        giao dịch đúng phiên        93,10 %    4/5 ████░    1 +1: dự thêm 1 lượt
        tổ viên gửi tiết kiệm       94,37 %    5/5 █████      đủ điểm
        kiểm tra trong 30 ngày     100,00 %    5/5 █████      đủ điểm
        món không hoạt động          0,28 %    5/5 █████      đủ điểm
        ─ tỷ lệ nợ quá hạn ─────────────────────────────────────────────────────────────
         Cách tính: gốc quá hạn ÷ tổng dư nợ (kể cả nợ khoanh)
         144.500.000 đ ÷ 64.048.500.000 đ = 0,23 %
         Còn thiếu để thêm 3 điểm: thu 16.435.872 đ nợ quá hạn.
         Các bậc: ≤ 0 %: 25 · ≤ 0,1 %: 23 · ≤ 0,2 %: 21 · ▸≤ 0,5 %: 18 · ≤ 1 %: 14
         ≤ 2 %: 8 · ≤ 3 %: 4 · còn lại: 0
        ────────────────────────────────────────────────────────────────────────────────
         Enter mở · s xếp theo điểm mất · Esc quay lại · / tìm · F2 ẩn tên · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<enter>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Chất lượng tín dụng › Xã mẫu Giồng Sen · 30/09/2026 › tỷ lệ nợ quá hạn ──────
         Cách tính: gốc quá hạn ÷ tổng dư nợ (kể cả nợ khoanh)
         144.500.000 đ ÷ 64.048.500.000 đ = 0,23 %  (30/09/2026)
         28 trong 1.428 dòng kéo điểm xuống
        Họ tên                  Tổ       Mã vay                  Quá hạn           Dư nợ
        Thạch Đa Rít            0703012  6600311900016164     15.000.000      40.000.000
        Chau Hoàng Phép         0706021  6600311900039969     10.000.000      60.000.000
        Lâm Thị Sa Ươl          0706025  6600311900040042     10.000.000      60.000.000
        Đoàn Ngọc Sang          0705024  6600311900039767      8.000.000      50.000.000
        Trần Văn Út             0706029  6600311900040167      8.000.000      50.000.000
        Trần Chí Công           0708019  6600312600030319      7.000.000       7.000.000
        Tăng Đa Rít             0702006  6600311900007876      6.000.000       6.000.000
        Lý Sô Phát              0702006  6600311900008360      6.000.000       6.000.000
        Thạch Thị Đa Ra         0703009  6600311900008230      6.000.000       6.000.000
        Lê Hoài Nam             0703010  6600311900008592      6.000.000       6.000.000
        Chau Rít Thu            0706021  6600310100020847      6.000.000       6.000.000
        Phan Thị Thúy An        0702006  6600311900015383      5.000.000      30.000.000
        Nguyễn Thị Bé Diễm      0705024  6600311900022998      5.000.000       5.000.000
        Phan Hữu Phước          0708019  6600312600030321      5.000.000       5.000.000
        Cộng 1.428 (1–14)                                    144.500.000  64.048.500.000
        ────────────────────────────────────────────────────────────────────────────────
         Enter mở · h chỉ dòng kéo xuống · s sắp xếp · f lọc · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let list = stage.sees();
    let mut stage = stage.press("<down> <enter>");
    assert_eq!(stage.rows_with("Chau Hoàng Phép").len(), 1);
    assert_ne!(stage.sees(), list);
    // back to exactly where one was: the cursor on the second household
    let mut stage = stage.press("<esc> <enter>");
    assert_eq!(stage.rows_with("6600311900039969").len(), 1);
    let mut stage = stage.press("<esc> <esc> <esc>");
    assert_eq!(stage.rows_with("[tổ]").len(), 1);
}

#[test]
fn the_share_of_good_groups_opens_groups_and_a_group_its_scorecard() {
    let keys = "6 <enter> <home> <down> <down> <down> <down> <enter>";
    let mut stage = Stage::demo(Language::Vi).press(keys);
    assert_eq!(stage.rows_with("23 tổ ÷ 29 tổ = 79,31 %").len(), 1);
    let worst = stage.rows_with("25,00 yếu");
    assert!(worst.len() == 1 && worst[0].contains("Trần Văn Đẹp"), "{worst:?}");
    let mut stage = stage.press("<enter>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── … › tổ xếp loại tốt › Tổ 0702006 · Trần Văn Đẹp · 30/09/2026 ────────────────
         25,00  YẾU  ▼ 12 so với 31/08   ██▌░░░░░░░  thiếu 25,00 điểm nữa là trung bình
         NHCSXH công bố 09/2026: 30,50 yếu (ước tính thấp hơn 5,50)
         Ước tính theo bộ quy định của sổ, không thay kết quả của NHCSXH.
        Tiêu chí                        Đạt   Điểm        Mất Còn thiếu để thêm điểm
        tỷ lệ nợ quá hạn             2,93 %   6/30 █░░░░   24 +6: thu 6.795.919 đ
        giao dịch đúng phiên         0,00 %   0/20 ░░░░░   20 +10: dự thêm 1 lượt
        thu lãi                     80,53 %   6/20 █▌░░░   14 +6: thu thêm 480.080 đ
        thu gốc đến hạn             88,89 %   8/15 ██▋░░    7 +3: thu thêm 500.000 đ
        tăng tiết kiệm mỗi tổ vi…  27.826 đ   5/10 ██▌░░    5 +3: tăng thêm 50.000 đ
        tổ viên gửi tiết kiệm       56,52 %    0/5 ░░░░░    5 +2: vận động thêm 1 người

        ─ tỷ lệ nợ quá hạn ─────────────────────────────────────────────────────────────
         Cách tính: gốc quá hạn ÷ tổng dư nợ (kể cả nợ khoanh)
         21.000.000 đ ÷ 717.000.000 đ = 2,93 %
         Còn thiếu để thêm 6 điểm: thu 6.795.919 đ nợ quá hạn.
         Các bậc: ≤ 0 %: 30 · ≤ 0,2 %: 27 · ≤ 0,5 %: 24 · ≤ 1 %: 20 · ≤ 2 %: 12
         ▸≤ 3 %: 6 · còn lại: 0


        ────────────────────────────────────────────────────────────────────────────────
         Enter mở · s xếp theo điểm mất · Esc quay lại · / tìm · F2 ẩn tên · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn the_running_month_stands_apart_and_is_not_compared() {
    let mut stage = Stage::demo(Language::Vi).press("6 m");
    assert_eq!(stage.rows_with("tháng đang chạy, đến 15/10/2026").len(), 1);
    assert_eq!(stage.rows_with("chưa so được với cuối tháng").len(), 1);
    let group = stage.rows_with("0701001");
    assert!(group.iter().all(|row| row.contains("30,00 yếu") && !row.contains('▼')));
    assert_eq!(stage.press("m").rows_with("cuối tháng, 30/09/2026").len(), 1);
}

#[test]
fn tab_goes_through_the_levels_and_g_through_the_grades() {
    let mut stage = Stage::demo(Language::Vi).press("6 <tab>");
    assert_eq!(stage.rows_with("Ấp Bưng Sen").len(), 1);
    let mut stage = stage.press("<tab>");
    assert_eq!(stage.rows_with("Hội Nông dân").len(), 1);
    let mut stage = stage.press("<tab>");
    assert_eq!(stage.rows_with("003147").len(), 1);
    let mut stage = stage.press("<tab> g g");
    assert_eq!(stage.rows_with("Huỳnh Văn Út").len(), 1);
    assert_eq!(stage.rows_with("Cộng 3").len(), 1);
    let mut stage = stage.press("g g g");
    assert_eq!(stage.rows_with("Cộng 29").len(), 1);
}

#[test]
fn groups_are_found_by_their_association_and_sorted_by_score() {
    let mut stage = Stage::demo_at(Language::Vi, 80, 40).press("6 f nong<space>dan <enter>");
    assert_eq!(stage.rows_with("Lọc: nong dan · 10 trong 29").len(), 1);
    let mut stage = stage.press("<esc> s s s");
    let rows = stage.sees();
    let at = |name: &str| rows.find(name).expect("a row");
    assert!(at("Trần Văn Đẹp") < at("Lý Thị Sà Vươl"));
}

#[test]
fn only_the_rows_that_harm_are_shown_on_wish() {
    let mut stage = Stage::demo(Language::Vi).press("6 <enter> <enter>");
    assert_eq!(stage.rows_with("Cộng 1.428").len(), 1);
    let mut stage = stage.press("h");
    assert_eq!(stage.rows_with("Cộng 28 ").len(), 1);
}

#[test]
fn the_rows_behind_each_criterion_add_up_to_its_numbers() {
    let mut stage = Stage::demo_at(Language::Vi, 140, 40).press("6 <enter> <home>");
    for _ in 0..9 {
        stage = stage.press("<enter>");
        let said = stage.rows_with(" ÷ ").pop().expect("the numbers");
        let foot = stage.rows_with("Cộng").pop().expect("a foot");
        let numbers = said.split(" = ").next().expect("two numbers");
        for number in numbers.split(" ÷ ") {
            let digits = number.split_whitespace().next().expect("a number");
            assert!(foot.split_whitespace().any(|word| word == digits), "{said}\n{foot}");
        }
        stage = stage.press("<esc> <down>");
    }
}

#[test]
fn names_are_hidden_and_english_is_natural() {
    let mut stage = Stage::demo(Language::En).press("<f2> 6 <enter> <enter>");
    expect![[r#"
         S&L │ Xã mẫu Giồng Sen · as of 15/10/2026            names hidden · saved · EN
         1 Overview  2 Session  3 Debts  4 Visits  5 Groups  6 Quality  7 Plans  8 Book
        ── Quality › Xã mẫu Giồng Sen · 30/09/2026 › overdue ratio ─────────────────────
         Formula: overdue principal ÷ outstanding principal (frozen included)
         144.500.000 đ ÷ 64.048.500.000 đ = 0,23 %  (30/09/2026)
         28 of 1.428 rows pull it down
        Name                    Group    Loan                    Overdue     Outstanding
        T.Đ.R.                  0703012  6600311900016164     15.000.000      40.000.000
        C.H.P.                  0706021  6600311900039969     10.000.000      60.000.000
        L.T.S.Ư.                0706025  6600311900040042     10.000.000      60.000.000
        Đ.N.S.                  0705024  6600311900039767      8.000.000      50.000.000
        T.V.Ú.                  0706029  6600311900040167      8.000.000      50.000.000
        T.C.C.                  0708019  6600312600030319      7.000.000       7.000.000
        T.Đ.R.                  0702006  6600311900007876      6.000.000       6.000.000
        L.S.P.                  0702006  6600311900008360      6.000.000       6.000.000
        T.T.Đ.R.                0703009  6600311900008230      6.000.000       6.000.000
        L.H.N.                  0703010  6600311900008592      6.000.000       6.000.000
        C.R.T.                  0706021  6600310100020847      6.000.000       6.000.000
        P.T.T.A.                0702006  6600311900015383      5.000.000      30.000.000
        N.T.B.D.                0705024  6600311900022998      5.000.000       5.000.000
        P.H.P.                  0708019  6600312600030321      5.000.000       5.000.000
        Total 1.428 (1–14)                                   144.500.000  64.048.500.000
        ────────────────────────────────────────────────────────────────────────────────
         Enter open · h only what harms · s sort · f filter · Esc back · ? help
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn no_size_and_no_depth_breaks_the_screens() {
    for keys in ["1", "6", "6 <enter>", "6 <enter> <enter>", "6 <tab> m"] {
        let mut stage = Stage::demo(Language::Vi).press(keys);
        for (width, height) in [(1, 1), (10, 3), (80, 24), (81, 25), (200, 60), (80, 200)] {
            stage.resize(width, height);
            stage = stage.press("<down> <pgdn> <end> <home> <left> <right> <up>");
            let _ = stage.sees();
        }
    }
}

#[test]
fn wherever_a_score_is_shown_it_says_that_it_is_an_estimate() {
    for (language, word) in [(Language::Vi, "ước tính"), (Language::En, "estimate")] {
        for keys in ["1", "6", "6 <right>", "6 <enter>", "6 <right> <enter>"] {
            let sees = Stage::demo(language).press(keys).sees();
            assert!(sees.to_lowercase().contains(word), "{keys}: {sees}");
        }
    }
}
