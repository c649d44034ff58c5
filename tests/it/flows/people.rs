//! Place 5: groups, members, loans; and the search that opens them.

use crate::stage::Stage;
use expect_test::expect;
use tkvv::text::Language;

#[test]
fn a_group_opens_to_its_members_and_a_member_to_the_loans() {
    let mut stage = Stage::demo(Language::Vi).press("5 <enter>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ 0701001 · Thạch Thị Sa Rên ─────────────────────────────────────
        Họ tên                            Mã          Tiết kiệm         Dư nợ    Quá hạn
        Thạch Thị Sa Rên                  0070000002  3.190.000    12.000.000
        Danh Thị Sa Oanh                  0070000011  3.780.000    28.000.000
        Đào Thị Srây                      0070000014  1.810.000    54.000.000
        Thạch Thị Ươl                     0070000016  7.000.000    12.000.000
        Tăng Thị Sa Oanh                  0070000023  1.950.000    37.000.000
        Sơn Thị Chanh Đa                  0070000032  3.460.000    20.000.000
        Trà Thị Sô Phi                    0070000041  7.050.000    60.000.000
        Ngô Văn Sang                      0070000048  1.980.000    12.000.000
        Trương Thị Tám                    0070000053  2.950.000    32.000.000
        Tăng Thị Rịa                      0070000061  1.850.000    40.000.000
        Lâm Thị Thia Vy                   0070000069  7.070.000    80.000.000
        Kim Thị Na Quy                    0070000075  1.290.000    50.500.000
        Tăng Thị Mô Ni                    0070000082  8.850.000    60.000.000
        Châu Thị Sa Mone                  0070000086  8.280.000    70.000.000
        Lý Thị Đa Ra                      0070000092  1.870.000    42.000.000
        Kim Thị Sa Oanh                   0070000099  7.350.000    50.000.000
        Tăng Thị Ươl                      0070000101  3.690.000    60.000.000
        Cộng 24 (1–17)                               89.900.000 1.045.500.000          0
        ────────────────────────────────────────────────────────────────────────────────
         Enter mở · Esc quay lại · n thêm tổ viên · e sửa, chuyển · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<enter> <enter>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── … › Tổ viên Thạch Thị Sa Rên › Món vay 6600310900006867 · Thạch Thị Sa Rên ──
         Chương trình     Hộ mới thoát nghèo     Tình trạng       trong hạn
         Mục đích         Nuôi cá lóc            Dư nợ            12.000.000 đ
         Số tiền vay      60.000.000 đ           Quá hạn          0 đ
         Lãi suất         8,25 %                 Lãi tồn          0 đ
         Giải ngân        15/09/2022             Biến động cuối   15/09/2026
         Đến hạn          15/09/2027             Phiên tới        15/10/2026
         Nguồn vốn        vốn trung ương         Gốc phải trả     0 đ
                                                 Lãi phải trả     81.370 đ


        ─ Phân kỳ trả gốc ──────────────────────────────────────────────────────────────
         Kỳ    Đến hạn      Phiên       Số tiền        Đã trả Tình trạng      Số ngày
          1 15/09/2023 15/09/2023    12.000.000    12.000.000 đã trả
          2 15/09/2024 15/09/2024    12.000.000    12.000.000 đã trả
          3 15/09/2025 15/09/2025    12.000.000    12.000.000 đã trả
          4 15/09/2026 15/09/2026    12.000.000    12.000.000 đã trả
          5 15/09/2027 15/09/2027    12.000.000               chưa đến hạn

        Cộng 5                       60.000.000    48.000.000
        ────────────────────────────────────────────────────────────────────────────────
         t thu gốc · c liên hệ · g giải ngân · k đổi kỳ hạn · o số dư đầu · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn esc_goes_back_to_exactly_where_one_was() {
    let mut stage = Stage::demo(Language::Vi).press("5 <down> <down> <enter> <down>");
    let before = stage.sees();
    let mut stage = stage.press("<enter> <enter> <esc> <esc>");
    assert_eq!(stage.sees(), before);
}

#[test]
fn where_there_is_room_the_three_lists_stand_side_by_side() {
    let mut stage = Stage::demo_at(Language::En, 120, 36).press("5 <down> <enter>");
    expect![[r#"
         Savings & loan book │ Xã mẫu Giồng Sen · as of 15/10/2026                                   Trần Thị Bích · saved · EN
         1 Overview   2 Session   3 Debts   4 Visits   5 Groups   6 Quality   7 Plans   8 Book
        ── Groups and households ───────────────────────────────────────────────────────────────────────────────────────────────
        ─ Groups ────────────────────────────────────── ─ ▸ Group 0701002 · Sơn Thanh Tùn…─ ─ Sơn Thanh Tùng · 0070000142 ──────
        Leader                  Outstanding     Overdue Name                    Outstanding Programme     Outstanding    Overdue
        Thạch Thị Sa Rên      1.045.500.000             Sơn Thanh Tùng           50.000.000 Giải quyết …   50.000.000
        Sơn Thanh Tùng        1.003.500.000             Sơn Chanh Thu            60.000.000
        Kim Sà Ươl              609.000.000   1.500.000 Đoàn Thị Cẩm Tú          12.500.000
        Danh Thị Ngọc Mai       894.000.000   2.500.000 Đào Thươl                70.000.000
        Nguyễn Thị Hồng Thắm  1.352.500.000             Liêu Thị Kim Sang        80.000.000
        Trần Văn Đẹp            717.000.000  21.000.000 Phan Thị Bé Ba           20.000.000
        Lê Văn Bảy              660.000.000             Trương Văn Mừng          36.000.000
        Phạm Quốc Khải          877.000.000             Lâm Thị Kim Sang         53.500.000
        Huỳnh Văn Út            913.000.000   6.000.000 Thạch Thị Sô Phi         10.000.000
        Nguyễn Thị Hồng Thắm    840.500.000   6.000.000 Liêu Thị Sóc Kha         14.000.000
        Võ Thanh Bình           849.500.000             Lý Thị Sóc Kha           24.000.000
        Lý Thị Sà Vươl          878.000.000  15.000.000 Kim Bươl                240.500.000
        Lâm Tú Quyên          1.554.500.000   3.500.000 Châu Sóc Kha             70.000.000
        Quách Minh Phát         790.500.000             Phan Trung Kiên
        Trịnh Lệ Hoa          1.019.500.000   2.000.000 Tăng Ươl                 40.000.000
        Trương Thị Thanh Hi…  4.028.500.000             Kim Thị Phol La          50.000.000
        Trương Thị Thanh Bảy  4.384.500.000             Thạch Hên                20.000.000
        Huỳnh Tố Nga          3.224.000.000  21.000.000 Đào Thị Sa Mone          70.000.000
        Trương Thị Hồng Loan  3.508.500.000             Sơn Sô Phát              30.000.000
        Lý Thu Châu           3.682.000.000   3.000.000 Bùi Trung Kiên           16.000.000
        Lê Thị Phượng         3.524.000.000  20.000.000 Tăng Thị Sà Vane         32.000.000
        Trà Thị Thol          3.221.000.000  10.000.000 Trương Thị Ngọc Giàu      5.000.000
        Huỳnh Thị Mỹ Ly       4.354.000.000  16.000.000
        Dương Thị Cẩm Thắm    3.608.500.000   3.000.000
        Nguyễn Công Bình      3.434.000.000   2.000.000
        Trần Thị Ngọc An      2.633.000.000
        Đặng Hữu Tâm          3.067.000.000  12.000.000
        Nguyễn Tấn Lực        3.907.500.000
        Total 29 (1–28)      64.268.500.000 144.500.000 Total 22              1.003.500.000 Total 1        50.000.000          0
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Enter open · Esc back · n new member · e edit, move · l group's page · s sort · f filter · / find · ? help
    "#]].assert_eq(&stage.sees());
}

#[test]
fn a_list_is_sorted_and_filtered_and_its_sums_are_those_of_what_is_shown() {
    let mut stage = Stage::demo(Language::Vi).press("5 fxyz");
    assert_eq!(stage.rows_with("Lọc: xyz▏ · 0 trong 29").len(), 1);
    let mut stage = stage.press("<esc> frach<space>vet <enter> s");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ ─────────────────────────────────────────────────────────────────────
        Tổ trưởng↑            Mã      Ấp             Hội    TV         Dư nợ    Quá hạn
        Võ Thanh Bình         0703011 Ấp Rạch Vẹt    CCB    18   849.500.000
        Nguyễn Thị Hồng Thắm  0703010 Ấp Rạch Vẹt    PN     23   840.500.000  6.000.000
        Huỳnh Văn Út          0703009 Ấp Rạch Vẹt    ND     25   913.000.000  6.000.000
        Lý Thị Sà Vươl        0703012 Ấp Rạch Vẹt    PN     22   878.000.000 15.000.000













        Lọc: rach vet · 4 trong 29                             3.481.000.000 27.000.000
        ────────────────────────────────────────────────────────────────────────────────
         Enter mở · n thêm tổ · e sửa · l tờ của tổ · t địa bàn · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn anything_is_found_without_diacritics_and_opened() {
    let mut stage = Stage::demo(Language::Vi).press("5 / ren<space>sa");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tìm tổ, tổ viên, món vay ──────────────────────────────────────────
         Tìm  ren sa

        Loại      Họ tên                     Mã               Ấp
        tổ        Thạch Thị Sa Rên           0701001          Ấp Giồng Chùa
        tổ viên   Thạch Thị Sa Rên           0070000002       Ấp Giồng Chùa
        tổ viên   Đào Thị Sa Rên             0070000115       Ấp Giồng Chùa
        món vay   Đào Thị Sa Rên             6600310600010399 Ấp Giồng Chùa
        món vay   Thạch Thị Sa Rên           6600310900006867 Ấp Giồng Chùa
        món vay   Đào Thị Sa Rên             6600311900011114 Ấp Giồng Chùa









        Cộng 6
        ────────────────────────────────────────────────────────────────────────────────
         Enter mở · Esc quay lại · F2 ẩn tên · F9 English · Ctrl+Q thoát · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<down> <down> <down> <enter>");
    assert_eq!(stage.rows_with("Món vay 6600310600010399").len(), 1);
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.rows_with("Tổ trưởng").len(), 1);
}

#[test]
fn a_phone_number_finds_its_owner() {
    let mut stage = Stage::demo(Language::Vi).press("/ 0900000601");
    assert_eq!(stage.rows_with("0070000002").len(), 1);
    assert_eq!(stage.rows_with("Cộng 1").len(), 1);
}

#[test]
fn the_book_is_checked_on_a_key() {
    let mut stage = Stage::demo(Language::Vi).press("8 c");
    assert_eq!(stage.rows_with("✓ Sổ nguyên vẹn").len(), 1);
}

#[test]
fn the_book_says_by_which_rulebook_it_goes_and_how_sure_that_is() {
    let mut stage = Stage::demo(Language::Vi).press("8");
    let sees = stage.sees();
    // The path of the book differs from run to run.
    let lines = sees.lines().skip_while(|line| !line.contains("Bộ quy định")).take(9);
    let lines = lines.map(|line| line.strip_prefix("  ").unwrap_or(line));
    expect![[r#"
          Bộ quy định           Hướng dẫn kiểm tra, giám sát áp dụng từ 11/02/2026 (từ
                                11/02/2026; có sẵn trong chương trình)
                                ước tính, chưa đối chiếu văn bản
          Nguồn số liệu         Trọng số và mức xếp loại của tổ: theo tài liệu cán bộ
                                chi nhánh đã công bố. Các bậc trong từng chỉ tiêu và
                                toàn bộ bảng điểm của xã, huyện, tỉnh: ước tính của
                                chương trình, không phải của NHCSXH.
          Các bộ khác           Trước hướng dẫn kiểm tra, giám sát năm 2026 (từ
                                01/01/2013; có sẵn trong chương trình)"#]]
    .assert_eq(&lines.collect::<Vec<_>>().join("\n"));
}
