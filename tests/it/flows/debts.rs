//! Place 3: due, overdue, interest arrears.

use crate::stage::Stage;
use expect_test::expect;
use tkvv::text::Language;

#[test]
fn what_falls_due_is_told_by_the_session_of_each_point() {
    let mut stage = Stage::demo(Language::Vi).press("3 <right>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Nợ đến hạn, quá hạn ─────────────────────────────────────────────────────────
         ▸Đến hạn 1.404   Quá hạn 28   Lãi tồn 38   Cần gặp 214
          Cả sổ │  tất cả 1.404  ▸phiên 15/10 Giồng Sen 702   phiên 20/10 Rạch Vẹt 702
        Họ tên           Tổ trưởng      Phiên Gốc phải trả Lãi phải trả     Quá hạn Ngày
        Thạch Thị Sa Rên Thạch Thị Sa … 15/10                    81.370
        Danh Thị Sa Oanh Thạch Thị Sa … 15/10                   182.269
        Đào Thị Srây     Thạch Thị Sa … 15/10   13.000.000      351.518
        Thạch Thị Ươl    Thạch Thị Sa … 15/10                    78.115
        Tăng Thị Sa Oanh Thạch Thị Sa … 15/10                    88.767
        Tăng Thị Sa Oanh Thạch Thị Sa … 15/10    5.000.000      162.740
        Sơn Thị Chanh Đa Thạch Thị Sa … 15/10                   130.192
        Trà Thị Sô Phi   Thạch Thị Sa … 15/10    7.500.000      390.576
        Ngô Văn Sang     Thạch Thị Sa … 15/10                    88.767
        Trương Thị Tám   Thạch Thị Sa … 15/10                   423.558
        Tăng Thị Rịa     Thạch Thị Sa … 15/10   10.000.000      260.384
        Lâm Thị Thia Vy  Thạch Thị Sa … 15/10                   520.767
        Kim Thị Na Quy   Thạch Thị Sa … 15/10                   273.945
        Tăng Thị Mô Ni   Thạch Thị Sa … 15/10                   390.575
        Cộng 702 (1–14)                        919.000.000  199.737.612  51.000.000
         kiểm tra 11/05/2026 · Ấp Giồng Chùa · ĐT 0900000601 · món 6600310900006867
        ────────────────────────────────────────────────────────────────────────────────
         Enter hộ vay · Tab danh sách · → phần · f lọc · c liên hệ · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<right>");
    let sums = stage.rows_with("Cộng 702");
    assert!(sums[0].contains("628.000.000") && sums[0].contains("216.674.046"), "{sums:?}");
}

#[test]
fn overdue_loans_stand_by_age_and_a_bar_narrows_the_list() {
    let mut stage = Stage::demo(Language::Vi).press("3 <tab>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Nợ đến hạn, quá hạn ─────────────────────────────────────────────────────────
          Đến hạn 1.404  ▸Quá hạn 28 · 144,5 triệu   Lãi tồn 38   Cần gặp 214
         ▸tất cả          28 món    144.500.000  Cả sổ
          1-30 ngày       10 món     67.000.000  █████████████████▏
          31-90 ngày       6 món     29.500.000  ███████▌
          91-180 ngày      6 món     24.500.000  ██████▎
          181-360 ngày     4 món     17.500.000  ████▍
          361+ ngày        2 món      6.000.000  █▌
        Họ tên            Tổ trưởng            Dư nợ     Quá hạn Ngày    Lãi tồn KT cuối
        Ngô Thị Lài       Trịnh Lệ Hoa     2.000.000   2.000.000  513              03/07
        Dương Văn Chơn    Trần Văn Đẹp     4.000.000   4.000.000  426    115.654   20/08
        Trương Thị Yến N… Danh Thị Ngọc…   2.500.000   2.500.000  273              20/03
        Tăng Đa Rít       Trần Văn Đẹp     6.000.000   6.000.000  214     52.467   27/05
        Chau Rít Thu      Lê Thị Phượng    6.000.000   6.000.000  209              26/05
        Phạm Công Lực     Dương Thị Cẩm…   3.000.000   3.000.000  183              21/08
        Thạch Thị Đa Ra   Huỳnh Văn Út     6.000.000   6.000.000  148              03/06
        Lý Sô Phát        Trần Văn Đẹp     6.000.000   6.000.000  122    104.934   07/05
        Tăng Thị Na Vươl  Huỳnh Thị Mỹ …   3.000.000   3.000.000  117              17/08
        Cộng 28 (1–9)                    378.500.000 144.500.000         636.681
         kỳ cuối trễ 513 ngày · liên hệ 12/10/2026 · kiểm tra 03/07/2026 · Ấp Chợ Cũ
        ────────────────────────────────────────────────────────────────────────────────
         Enter hộ vay · Tab danh sách · → phần · f lọc · c liên hệ · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<right>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Nợ đến hạn, quá hạn ─────────────────────────────────────────────────────────
          Đến hạn 1.404  ▸Quá hạn 28 · 144,5 triệu   Lãi tồn 38   Cần gặp 214
          tất cả          28 món    144.500.000  Cả sổ
         ▸1-30 ngày       10 món     67.000.000  █████████████████▏
          31-90 ngày       6 món     29.500.000  ███████▌
          91-180 ngày      6 món     24.500.000  ██████▎
          181-360 ngày     4 món     17.500.000  ████▍
          361+ ngày        2 món      6.000.000  █▌
        Họ tên            Tổ trưởng            Dư nợ     Quá hạn Ngày    Lãi tồn KT cuối
        Phan Thị Thúy An  Trần Văn Đẹp    30.000.000   5.000.000   30              23/03
        Trương Thị Thu S… Nguyễn Công B…   2.000.000   2.000.000   30              07/09
        Ngô Công Kiên     Huỳnh Tố Nga     4.000.000   4.000.000   30              19/08
        Đoàn Ngọc Sang    Huỳnh Tố Nga    50.000.000   8.000.000   30              30/03
        Trịnh Huệ Phụng   Lý Thu Châu      3.000.000   3.000.000   25              27/04
        Đoàn Hoàng Công   Huỳnh Thị Mỹ …   2.000.000   2.000.000   25              25/03
        Chau Hoàng Phép   Lê Thị Phượng   60.000.000  10.000.000   25              06/04
        Lâm Thị Sa Ươl    Trà Thị Thol    60.000.000  10.000.000   25              13/04
        Trần Văn Út       Huỳnh Thị Mỹ …  50.000.000   8.000.000   25              02/04
        Cộng 10 (1–9)                    301.000.000  67.000.000               0
         kỳ 1 trễ 30 ngày · hẹn 5.000.000 đ: còn hạn 15/10 · liên hệ 09/10/2026
        ────────────────────────────────────────────────────────────────────────────────
         Enter hộ vay · Tab danh sách · → phần · f lọc · c liên hệ · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    // Esc first goes back to all ages, then there is nothing left to widen
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.rows_with("Cộng 28").len(), 1);
}

#[test]
fn the_oldest_age_is_one_step_to_the_left() {
    let mut stage = Stage::demo(Language::Vi).press("3 <tab> <left>");
    assert_eq!(stage.rows_with("▸361+ ngày        2 món      6.000.000").len(), 1);
    assert_eq!(stage.rows_with("Cộng 2").len(), 1);
}

#[test]
fn interest_arrears_and_inactive_loans_stand_in_one_list() {
    let mut stage = Stage::demo(Language::Vi).press("3 <tab> <tab> <right> <right>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Nợ đến hạn, quá hạn ─────────────────────────────────────────────────────────
          Đến hạn 1.404   Quá hạn 28  ▸Lãi tồn 38 · 24,0 triệu   Cần gặp 214
          Cả sổ │  tất cả 38   có lãi tồn 38  ▸3 tháng không hoạt động 7
        Họ tên                  Tổ trưởng             Lãi tồn Trả lần cuối   Không HĐ từ
        Hứa Chấn Hưng           Lý Thu Châu         1.247.671   20/03/2026  ! 21/06/2026
        Đỗ Thị Huệ              Huỳnh Văn Út          499.937   10/07/2026  ! 11/10/2026
        Nguyễn Thị Ngọc Ánh     Lý Thị Sà Vươl        479.106   20/06/2026  ! 21/09/2026
        Lê Thị Lan Chi          Trần Văn Đẹp          479.106   08/07/2026  ! 09/10/2026
        Châu Thị Na Ry          Trần Văn Đẹp          451.603   03/07/2026  ! 04/10/2026
        Lê Hoài Nam             Nguyễn Thị Hồng T…    223.019   20/04/2026  ! 21/07/2026
        Dương Văn Chơn          Trần Văn Đẹp          115.654   15/05/2026  ! 16/08/2026







        Cộng 7                                      3.496.096
         nợ lãi từ phiên 20/04/2026 · không hoạt động từ 21/06/2026
        ────────────────────────────────────────────────────────────────────────────────
         Enter hộ vay · Tab danh sách · → phần · f lọc · c liên hệ · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn a_wide_screen_shows_every_column_and_the_reason() {
    let mut stage = Stage::demo_at(Language::Vi, 120, 36).press("3 <tab> <end>");
    expect![[r#"
         Sổ tay TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026                                      Trần Thị Bích · đã lưu · VI
         1 Tổng quan   2 Ngày GD   3 Nợ   4 Kiểm tra   5 Tổ & hộ   6 Chất lượng   7 Đề án   8 Sổ
        ── Nợ đến hạn, quá hạn ─────────────────────────────────────────────────────────────────────────────────────────────────
          Đến hạn 1.404  ▸Quá hạn 28 · 144,5 triệu   Lãi tồn 38 · 24,0 triệu   Cần gặp 214

         ▸tất cả          28 món    144.500.000  Cả sổ
          1-30 ngày       10 món     67.000.000  ██████████████████▌
          31-90 ngày       6 món     29.500.000  ████████▏
          91-180 ngày      6 món     24.500.000  ██████▊
          181-360 ngày     4 món     17.500.000  ████▊
          361+ ngày        2 món      6.000.000  █▋

        Họ tên            Tổ trưởng      Ấp                  Dư nợ     Quá hạn Ngày    Lãi tồn KT cuối Liên hệ Lời hẹn
        Phan Thị Bé Sáu   Huỳnh Thị Mỹ … Ấp Vàm Bần      3.000.000   3.000.000  117              25/03
        Nguyễn Thị Bé Di… Huỳnh Tố Nga   Ấp Giồng Lức    5.000.000   5.000.000   92              18/05
        Kim Thị Sà Vane   Kim Sà Ươl     Ấp Giồng Chùa   1.500.000   1.500.000   92              24/07   20/07 ! một phần 15/08
        Lê Hoài Nam       Nguyễn Thị Hồ… Ấp Rạch Vẹt     6.000.000   6.000.000   87    223.019   09/06   04/09 ✗ thất hứa 20/08
        Lưu Chí Sáng      Huỳnh Tố Nga   Ấp Giồng Lức    4.000.000   4.000.000   61    140.607   18/05
        Trần Lệ Hoa       Lâm Tú Quyên   Ấp Chợ Cũ       3.500.000   3.500.000   56              20/07   06/10 còn hạn 20/10
        Trần Chí Công     Đặng Hữu Tâm   Ấp Bàu Cát      7.000.000   7.000.000   56              04/03
        Phan Hữu Phước    Đặng Hữu Tâm   Ấp Bàu Cát      5.000.000   5.000.000   56              04/03
        Lê Thị Thanh Lệ   Lê Thị Phượng  Ấp Vàm Bần      4.000.000   4.000.000   56
        Phan Thị Thúy An  Trần Văn Đẹp   Ấp Bưng Sen    30.000.000   5.000.000   30              23/03   09/10 còn hạn 15/10
        Trương Thị Thu S… Nguyễn Công B… Ấp Xóm Dừa      2.000.000   2.000.000   30              07/09
        Ngô Công Kiên     Huỳnh Tố Nga   Ấp Giồng Lức    4.000.000   4.000.000   30              19/08
        Đoàn Ngọc Sang    Huỳnh Tố Nga   Ấp Giồng Lức   50.000.000   8.000.000   30              30/03
        Trịnh Huệ Phụng   Lý Thu Châu    Ấp Vàm Bần      3.000.000   3.000.000   25              27/04
        Đoàn Hoàng Công   Huỳnh Thị Mỹ … Ấp Vàm Bần      2.000.000   2.000.000   25              25/03
        Chau Hoàng Phép   Lê Thị Phượng  Ấp Vàm Bần     60.000.000  10.000.000   25              06/04
        Lâm Thị Sa Ươl    Trà Thị Thol   Ấp Vàm Bần     60.000.000  10.000.000   25              13/04
        Trần Văn Út       Huỳnh Thị Mỹ … Ấp Vàm Bần     50.000.000   8.000.000   25              02/04
        Thạch Đa Rít      Lý Thị Sà Vươl Ấp Rạch Vẹt    40.000.000  15.000.000   22              24/08   26/08 ✓ giữ lời 20/09
        Cộng 28 (10–28)                                378.500.000 144.500.000         636.681
         trễ 22 ngày, sai mục đích · hẹn 10.000.000 đ: ✓ giữ lời 20/09 · liên hệ 26/08/2026 · kiểm tra 24/08/2026 · Ấp Rạch Vẹt
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Enter hộ vay · Tab danh sách · → phần · f lọc · c liên hệ · v kiểm tra · g theo ấp, hội, tổ · l tờ của tổ · ? trợ giúp
    "#]].assert_eq(&stage.sees());
}

#[test]
fn the_same_in_english() {
    let mut stage = Stage::demo_at(Language::En, 120, 36).press("3 <tab> <tab>");
    expect![[r#"
         Savings & loan book │ Xã mẫu Giồng Sen · as of 15/10/2026                                   Trần Thị Bích · saved · EN
         1 Overview   2 Session   3 Debts   4 Visits   5 Groups   6 Quality   7 Plans   8 Book
        ── Due and overdue ─────────────────────────────────────────────────────────────────────────────────────────────────────
          Due 1.404   Overdue 28 · 144,5 m  ▸Arrears 38 · 24,0 m   To see 214

          Whole book │ ▸all 38   in interest arrears 38   inactive for 3 months 7

        Name                       Group leader           Outstanding    Arrears Unpaid since Last payment Inactive from Visited
        Đào Rít Rương              Lê Thị Phượng           80.000.000  7.879.890   20/04/2026   20/09/2026                 26/05
        Trần Thị Kim Cúc           Nguyễn Thị Hồng Thắm    51.500.000  3.977.534   20/12/2025   20/09/2026                 04/06
        Sơn Thị Mone               Lê Thị Phượng          100.000.000  1.345.315   20/08/2026   20/07/2026                 13/07
        Hứa Chấn Hưng              Lý Thu Châu             30.000.000  1.247.671   20/04/2026   20/03/2026  ! 21/06/2026   09/06
        Huỳnh Hồng Tài             Huỳnh Tố Nga            50.000.000    560.548   15/08/2026   15/07/2026                 17/02
        Đỗ Trung Hai               Huỳnh Tố Nga            60.000.000    556.027   15/08/2026   05/08/2026                 26/08
        Đỗ Thanh Khởi              Lê Thị Phượng           75.000.000    504.493   20/09/2026   20/08/2026                 26/05
        Đỗ Thị Huệ                 Huỳnh Văn Út            32.000.000    499.937   20/07/2026   10/07/2026  ! 11/10/2026   03/06
        Nguyễn Thị Ngọc Ánh        Lý Thị Sà Vươl          24.000.000    479.106   20/07/2026   20/06/2026  ! 21/09/2026   29/09
        Lê Thị Lan Chi             Trần Văn Đẹp            32.000.000    479.106   15/07/2026   08/07/2026  ! 09/10/2026   27/05
        Châu Thị Na Ry             Trần Văn Đẹp            27.000.000    451.603   15/07/2026   03/07/2026  ! 04/10/2026   07/05
        Lê Công Mừng               Lê Thị Phượng           64.000.000    448.439   20/09/2026   20/08/2026                 26/05
        Phạm Thị Hồng Huệ          Huỳnh Tố Nga            60.000.000    403.595   15/09/2026   15/08/2026                 17/02
        Trần Hồng Phước            Trần Văn Đẹp            32.000.000    358.750   15/08/2026   15/07/2026               10/2025
        Huỳnh Hồng Tài             Huỳnh Tố Nga            60.000.000    336.329   15/09/2026   15/08/2026                 19/08
        Thạch Thị Sóc Vy           Huỳnh Tố Nga            60.000.000    336.329   15/09/2026   15/08/2026                 18/05
        Huỳnh Ngọc Khởi            Lý Thu Châu             40.000.000    336.328   20/09/2026   20/09/2026                 09/06
        Võ Trung Công              Huỳnh Tố Nga            45.000.000    302.696   15/09/2026   15/08/2026
        Lâm Xa Lươl                Huỳnh Văn Út            40.000.000    280.274   20/09/2026   20/08/2026                 19/05
        Kim Thị Pha Ly             Lý Thị Sà Vươl          40.000.000    269.063   20/09/2026   20/08/2026                 22/04
        Trương Thị Hoàng Yến       Trần Văn Đẹp            40.000.000    269.063   15/09/2026   15/08/2026                 27/05
        Lý Thị Rịa                 Lý Thị Sà Vươl          36.000.000    252.246   20/09/2026   20/08/2026               03/2025
        Lê Minh Đực                Huỳnh Tố Nga            34.000.000    228.703   15/09/2026   15/08/2026                 19/08
        Hồ Quốc Sang               Đặng Hữu Tâm            32.000.000    224.220   20/09/2026   20/08/2026                 25/08
        Total 38 (1–24)                                 1.359.500.000 23.950.761
         interest unpaid since 20/04/2026 · visited 26/05/2026 · Ấp Vàm Bần · tel. 0900001307 · loan 6600310200022045
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Enter borrower · Tab list · → part · f filter · c talk · v visit · g by area · l group's page · t receipt · ? help
    "#]].assert_eq(&stage.sees());
}

#[test]
fn one_village_association_or_group_is_chosen_by_typing_part_of_its_name() {
    let mut stage = Stage::demo(Language::Vi).press("3 <tab> f bung");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Nợ đến hạn, quá hạn ─────────────────────────────────────────────────────────
          Đến h┌─ Chỉ xem một ấp, điểm, hội hoặc tổ ────────────────────────────┐
         ▸tất c│ Gõ tên hoặc mã, không cần dấu: bung▏                           │
          1-30 │                                                                │
          31-90│ Loại    Tên                                                Món │
          91-18│ ấp      Ấp Bưng Sen                                          4 │
          181-3│ tổ      0702005 Nguyễn Thị Hồng Thắm                         0 │
          361+ │ tổ      0702006 Trần Văn Đẹp                                 4 │
        Họ tên │ tổ      0702007 Lê Văn Bảy                                   0 │KT cuối
        Ngô Thị│ tổ      0702008 Phạm Quốc Khải                               0 │  03/07
        Dương V│                                                                │  20/08
        Trương │                                                                │  20/03
        Tăng Đa│                                                                │  27/05
        Chau Rí│                                                                │  26/05
        Phạm Cô│                                                                │  21/08
        Thạch T│                                                                │  03/06
        Lý Sô P│                                                                │  07/05
        Tăng Th│                                                                │  17/08
        Cộng 28└─ ↑↓ chọn · Enter xem · Esc thôi ───────────────────────────────┘
         kỳ cuối trễ 513 ngày · liên hệ 12/10/2026 · kiểm tra 03/07/2026 · Ấp Chợ Cũ
        ────────────────────────────────────────────────────────────────────────────────
         Ctrl+F tìm · F2 ẩn tên · F9 English · Ctrl+Q thoát · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<enter>");
    assert_eq!(stage.rows_with("Chỉ xem: Ấp Bưng Sen").len(), 1);
    assert_eq!(stage.rows_with("Cộng 4").len(), 1);
    // the filter holds for the other lists too
    let mut stage = stage.press("<tab>");
    assert!(stage.rows_with("Lãi tồn 7").len() == 1, "{}", stage.sees());
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.rows_with("Lãi tồn 38").len(), 1);
}

#[test]
fn a_chooser_that_finds_nothing_says_so_and_a_filter_without_loans_too() {
    let mut stage = Stage::demo(Language::Vi).press("3 f xyz");
    assert_eq!(stage.rows_with("Không tìm thấy.").len(), 1);
    let mut stage = stage.press("<esc> <tab> f 0702005 <enter>");
    assert_eq!(stage.rows_with("Không có món nào ở phần đang chọn").len(), 1);
}

#[test]
fn the_cursor_stays_on_its_loan_when_the_order_turns() {
    let mut stage = Stage::demo(Language::Vi).press("3 <tab> <end>");
    assert_eq!(stage.rows_with("trễ 22 ngày, sai mục đích").len(), 1);
    let mut stage = stage.press("s s S");
    assert_eq!(stage.rows_with("trễ 22 ngày, sai mục đích").len(), 1);
}

#[test]
fn names_and_telephones_are_hidden_on_the_projector() {
    let mut stage = Stage::demo(Language::Vi).press("3 <tab> <f2>");
    let seen = stage.sees();
    assert!(!seen.contains("Ngô Thị Lài") && !seen.contains("Trịnh Lệ Hoa"), "{seen}");
    assert!(!seen.contains("0900000030"), "{seen}");
    let mut stage = stage.press("<enter>");
    let seen = stage.sees();
    assert!(!seen.contains("Lài") && !seen.contains("0900000030"), "{seen}");
}

#[test]
fn the_keys_and_columns_are_explained() {
    let mut stage = Stage::demo_at(Language::Vi, 100, 40).press("3 <tab> ?");
    assert_eq!(stage.rows_with("từ ngày 31").len(), 1);
}

#[test]
fn no_size_makes_the_lists_panic() {
    let mut stage = Stage::demo(Language::Vi).press("3");
    for (width, height) in [(0, 0), (1, 1), (2, 2), (80, 24), (81, 25), (200, 60), (80, 1)] {
        for keys in ["<tab>", "<right> <down> <end>", "f b <esc>", "<enter> <tab> <down> <esc>"] {
            stage.resize(width, height);
            stage = stage.press(keys);
            stage.sees();
        }
    }
}

#[test]
fn a_receipt_is_given_from_the_list_and_the_loan_is_no_longer_overdue() {
    let up = "<up> ".repeat(9);
    let mut stage = Stage::demo(Language::Vi).press(&format!("3 <tab> <end> {up} t"));
    assert_eq!(stage.rows_with("6600311900015383").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("= <tab> BL777 <f5> <enter> <enter>");
    assert_eq!(stage.rows_with("Quá hạn 27 · 139,5 triệu").len(), 1, "{}", stage.sees());
    assert!(stage.rows_with("Phan Thị Thúy An").is_empty());
    let file = &stage.book().loans["6600311900015383"];
    let paid: Vec<i64> = file.principal_paid.iter().map(|paid| paid.amount.get()).collect();
    assert_eq!(paid, [5_000_000]);
}

#[test]
fn a_visit_is_begun_from_the_list_with_the_loan_on_it() {
    let mut stage = Stage::demo(Language::Vi).press("3 <tab> <end> v");
    assert_eq!(stage.rows_with("06/TD tổ 0703012").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("Thạch Đa Rít").len(), 1);
}
