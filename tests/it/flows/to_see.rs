//! Place 3, what needs somebody before the session: whom to see first, and the sums of each list.

use crate::stage::Stage;
use expect_test::expect;
use tkvv::text::Language;

/// Place 3, the list of what needs somebody.
const TO_SEE: &str = "3 <backtab>";

#[test]
fn whom_to_see_first_stands_on_top_with_the_reasons_in_words() {
    let mut stage = Stage::demo(Language::Vi).press(TO_SEE);
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Nợ đến hạn, quá hạn ─────────────────────────────────────────────────────────
          Đến hạn 1.404   Quá hạn 28   Lãi tồn 38  ▸Cần gặp 214
          Cả sổ │ ▸tất cả 214   đến hạn 165   quá hạn 28   có lãi tồn 38   hẹn trả 10  …
        Điểm Họ tên              Vì sao
          75 Lê Hoài Nam         quá hạn 6.000.000 đ · 87 ngày · nợ lãi 4 tháng · thất…
          75 Dương Văn Chơn      quá hạn 4.000.000 đ · 426 ngày · nợ lãi 4 tháng · thấ…
          55 Thạch Thị Đa Ra     quá hạn 6.000.000 đ · 148 ngày · hẹn 20/09 trả một ph…
          50 Chau Rít Thu        quá hạn 6.000.000 đ · 209 ngày
          50 Tăng Đa Rít         quá hạn 6.000.000 đ · 214 ngày · hẹn trả 1.500.000 đ …
          45 Lý Sô Phát          quá hạn 6.000.000 đ · 122 ngày · hẹn trả 6.000.000 đ …
          45 Nguyễn Thị Bé Diễm  quá hạn 5.000.000 đ · 92 ngày
          45 Kim Thị Sà Vane     quá hạn 1.500.000 đ · 92 ngày · hẹn 15/08 trả một phần
          40 Trần Chí Công       quá hạn 7.000.000 đ · 56 ngày
          40 Phan Hữu Phước      quá hạn 5.000.000 đ · 56 ngày
          40 Lưu Chí Sáng        quá hạn 4.000.000 đ · 61 ngày · nợ lãi 3 tháng · lãi …
          40 Lê Thị Thanh Lệ     quá hạn 4.000.000 đ · 56 ngày · năm nay chưa kiểm tra
          40 Phạm Công Lực       quá hạn 3.000.000 đ · 183 ngày
          40 Trương Thị Yến Nhi  quá hạn 2.500.000 đ · 273 ngày
        Cộng 214 (1–14)
         75 điểm = quá hạn 6.000.000 đ (20) + 87 ngày (20) + nợ lãi 4 tháng (10) + thấ…
        ────────────────────────────────────────────────────────────────────────────────
         Enter hộ vay · Tab danh sách · → phần · f lọc · c liên hệ · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = Stage::demo_at(Language::Vi, 120, 36).press(TO_SEE);
    expect![[r#"
         Sổ tay TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026                                      Trần Thị Bích · đã lưu · VI
         1 Tổng quan   2 Ngày GD   3 Nợ   4 Kiểm tra   5 Tổ & hộ   6 Chất lượng   7 Đề án   8 Sổ
        ── Nợ đến hạn, quá hạn ─────────────────────────────────────────────────────────────────────────────────────────────────
          Đến hạn 1.404   Quá hạn 28 · 144,5 triệu   Lãi tồn 38 · 24,0 triệu  ▸Cần gặp 214

          Cả sổ │ ▸tất cả 214   đến hạn 165   quá hạn 28   có lãi tồn 38   hẹn trả 10   hạn kiểm tra 13   3 tháng không hoạt độ…

        Điểm Họ tên               Tổ trưởng      Ấp            Vì sao                                                    Liên hệ
          75 Lê Hoài Nam          Nguyễn Thị Hồ… Ấp Rạch Vẹt   quá hạn 6.000.000 đ · 87 ngày · nợ lãi 4 tháng · thất hứ…   04/09
          75 Dương Văn Chơn       Trần Văn Đẹp   Ấp Bưng Sen   quá hạn 4.000.000 đ · 426 ngày · nợ lãi 4 tháng · thất h…   16/09
          55 Thạch Thị Đa Ra      Huỳnh Văn Út   Ấp Rạch Vẹt   quá hạn 6.000.000 đ · 148 ngày · hẹn 20/09 trả một phần     05/09
          50 Chau Rít Thu         Lê Thị Phượng  Ấp Vàm Bần    quá hạn 6.000.000 đ · 209 ngày
          50 Tăng Đa Rít          Trần Văn Đẹp   Ấp Bưng Sen   quá hạn 6.000.000 đ · 214 ngày · hẹn trả 1.500.000 đ ngà…   28/09
          45 Lý Sô Phát           Trần Văn Đẹp   Ấp Bưng Sen   quá hạn 6.000.000 đ · 122 ngày · hẹn trả 6.000.000 đ ngà…   02/10
          45 Nguyễn Thị Bé Diễm   Huỳnh Tố Nga   Ấp Giồng Lức  quá hạn 5.000.000 đ · 92 ngày
          45 Kim Thị Sà Vane      Kim Sà Ươl     Ấp Giồng Chùa quá hạn 1.500.000 đ · 92 ngày · hẹn 15/08 trả một phần      20/07
          40 Trần Chí Công        Đặng Hữu Tâm   Ấp Bàu Cát    quá hạn 7.000.000 đ · 56 ngày
          40 Phan Hữu Phước       Đặng Hữu Tâm   Ấp Bàu Cát    quá hạn 5.000.000 đ · 56 ngày
          40 Lưu Chí Sáng         Huỳnh Tố Nga   Ấp Giồng Lức  quá hạn 4.000.000 đ · 61 ngày · nợ lãi 3 tháng · lãi tồn…
          40 Lê Thị Thanh Lệ      Lê Thị Phượng  Ấp Vàm Bần    quá hạn 4.000.000 đ · 56 ngày · năm nay chưa kiểm tra
          40 Phạm Công Lực        Dương Thị Cẩm… Ấp Xóm Dừa    quá hạn 3.000.000 đ · 183 ngày
          40 Trương Thị Yến Nhi   Danh Thị Ngọc… Ấp Giồng Chùa quá hạn 2.500.000 đ · 273 ngày
          40 Ngô Thị Lài          Trịnh Lệ Hoa   Ấp Chợ Cũ     quá hạn 2.000.000 đ · 513 ngày                              12/10
          35 Tăng Thị Na Vươl     Huỳnh Thị Mỹ … Ấp Vàm Bần    quá hạn 3.000.000 đ · 117 ngày
          35 Phan Thị Bé Sáu      Huỳnh Thị Mỹ … Ấp Vàm Bần    quá hạn 3.000.000 đ · 117 ngày
          30 Thạch Đa Rít         Lý Thị Sà Vươl Ấp Rạch Vẹt   quá hạn 15.000.000 đ · 22 ngày                              26/08
          30 Chau Hoàng Phép      Lê Thị Phượng  Ấp Vàm Bần    quá hạn 10.000.000 đ · 25 ngày
          30 Lâm Thị Sa Ươl       Trà Thị Thol   Ấp Vàm Bần    quá hạn 10.000.000 đ · 25 ngày
          30 Đoàn Ngọc Sang       Huỳnh Tố Nga   Ấp Giồng Lức  quá hạn 8.000.000 đ · 30 ngày
          30 Trần Văn Út          Huỳnh Thị Mỹ … Ấp Vàm Bần    quá hạn 8.000.000 đ · 25 ngày
          30 Phan Thị Thúy An     Trần Văn Đẹp   Ấp Bưng Sen   quá hạn 5.000.000 đ · 30 ngày · hẹn trả 5.000.000 đ ngày…   09/10
          30 Trần Lệ Hoa          Lâm Tú Quyên   Ấp Chợ Cũ     quá hạn 3.500.000 đ · 56 ngày · hẹn trả 3.500.000 đ ngày…   06/10
        Cộng 214 (1–24)
         75 điểm = quá hạn 6.000.000 đ (20) + 87 ngày (20) + nợ lãi 4 tháng (10) + thất hứa 20/08 (25)
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Enter hộ vay · Tab danh sách · → phần · f lọc · c liên hệ · v kiểm tra · g theo ấp, hội, tổ · l tờ của tổ · ? trợ giúp
    "#]].assert_eq(&stage.sees());
}

#[test]
fn the_points_of_the_row_and_the_whole_table_are_in_the_help() {
    let mut stage = Stage::demo_at(Language::Vi, 120, 50).press(TO_SEE).press("?");
    expect![[r#"
         Sổ tay TK&VV │ Xã mẫ┌─ Trợ giúp ─────────────────────────────────────────────────────────────────┐ị Bích · đã lưu · VI
         1 Tổng quan   2 Ngày│ Điểm của Lê Hoài Nam:                                                      │
        ── Nợ đến hạn, quá hạ│ 20 quá hạn 6.000.000 đ                                                     │─────────────────────
          Đến hạn 1.404   Quá│ 20 87 ngày                                                                 │
                             │ 10 nợ lãi 4 tháng                                                          │
          Cả sổ │ ▸tất cả 214│ 25 thất hứa 20/08                                                          │ tháng không hoạt độ…
                             │ 75 cộng                                                                    │
        Điểm Họ tên          │ Bảng điểm (mỗi lý do lấy bậc đầu tiên đạt được, rồi cộng lại):             │              Liên hệ
          75 Lê Hoài Nam     │ Gốc quá hạn: từ 20.000.000 đ: 30 · từ 5.000.000 đ: 20 · từ 1 đ: 10         │ng · thất hứ…   04/09
          75 Dương Văn Chơn  │ Số ngày quá hạn: từ 181: 30 · từ 91: 25 · từ 31: 20 · từ 1: 10             │áng · thất h…   16/09
          55 Thạch Thị Đa Ra │ Số tháng chưa trả hết lãi: từ 6: 20 · từ 3: 10                             │rả một phần     05/09
          50 Chau Rít Thu    │ Lời hẹn gần nhất chưa trả đủ: thất hứa 25 · trả một phần 10                │
          50 Tăng Đa Rít     │ Từ 01/01 chưa kiểm tra lần nào (khi đã có lý do khác): 10                  │00.000 đ ngà…   28/09
          45 Lý Sô Phát      │ Bằng điểm thì ai quá hạn nhiều hơn đứng trước, rồi theo mã vay.            │00.000 đ ngà…   02/10
          45 Nguyễn Thị Bé Di│ Cần gặp trước phiên: gốc đến hạn, quá hạn, khoanh, lãi tồn, 3 tháng        │
          45 Kim Thị Sà Vane │ không hoạt động, hạn kiểm tra sau giải ngân và hẹn trả rơi vào từ nay      │ả một phần      20/07
          40 Trần Chí Công   │ đến phiên. Chỉ phải trả lãi tháng thì không có trong danh sách.            │
          40 Phan Hữu Phước  │ Lời hẹn: giữ lời khi đến hết phiên đầu tiên từ ngày hẹn trở đi đã trả      │
          40 Lưu Chí Sáng    │ đủ; trả ít hơn là một phần; không trả là thất hứa; chưa đến phiên đó thì   │ng · lãi tồn…
          40 Lê Thị Thanh Lệ │ còn hạn.                                                                   │ kiểm tra
          40 Phạm Công Lực   │ Ai đứng trước: cộng điểm từng lý do theo bảng “gặp ai trước” của bộ quy    │
          40 Trương Thị Yến N│ định; đề xuất của chương trình, không phải của NHCSXH.                     │
          40 Ngô Thị Lài     │                                                                            │                12/10
          35 Tăng Thị Na Vươl│ Phím ở màn hình này                                                        │
          35 Phan Thị Bé Sáu │   Enter                      hộ vay                                        │
          30 Thạch Đa Rít    │   Tab                        danh sách                                     │                26/08
          30 Chau Hoàng Phép │   →, ←                       phần                                          │
          30 Lâm Thị Sa Ươl  │   f                          lọc                                           │
          30 Đoàn Ngọc Sang  │   c                          liên hệ                                       │
          30 Trần Văn Út     │   v                          kiểm tra                                      │
          30 Phan Thị Thúy An│   g                          theo ấp, hội, tổ                              │0.000 đ ngày…   09/10
          30 Trần Lệ Hoa     │   l                          tờ của tổ                                     │0.000 đ ngày…   06/10
          30 Trần Thị Kim Cúc│   t                          thu gốc                                       │i tồn 3.977.…   12/09
          20 Ngô Công Kiên   │   s                          sắp xếp                                       │
          20 Trịnh Huệ Phụng │                                                                            │
          20 Trương Thị Thu S│ Phím ở mọi nơi                                                             │
          20 Đoàn Hoàng Công │   Esc                        quay lại                                      │
          10 Đào Rít Rương   │   /, Ctrl+F                  tìm                                           │
          10 Châu Thị Na Ry  │   ?, F1, Ctrl+G              trợ giúp                                      │ không hoạt …
          10 Hứa Chấn Hưng   │   F2, Ctrl+N                 ẩn tên                                        │ng không hoạ…
          10 Lê Thị Lan Chi  │   F9, Ctrl+L                 English                                       │ không hoạt …
           0 Liêu Thị Sóc Kha│   q, Ctrl+Q                  thoát                                         │
           0 Bùi Thị Mười    │   Ctrl+C                     thoát ngay, nháp được giữ                     │
           0 Dương Thị Bé Ba │   F3, Ctrl+T                 đổi màu                                       │
           0 Trần Hồng Phước │   1–8, Alt+1–8               đến mục                                       │
           0 Nguyễn Thị Mười │   ↑, ↓                       lên, xuống                                    │
        Cộng 214 (1–38)      │   PgUp, PgDn                 trang trước, trang sau                        │
         75 điểm = quá hạn 6.│   Home, End                  về đầu, về cuối                               │
        ─────────────────────│ ↓ còn nữa                                                         Esc đóng │─────────────────────
         Enter hộ vay · Tab d└────────────────────────────────────────────────────────────────────────────┘ của tổ · ? trợ giúp
    "#]].assert_eq(&stage.sees());
}

#[test]
fn a_part_keeps_to_one_kind_of_need_and_is_seen_at_80_columns() {
    let mut stage = Stage::demo(Language::Vi).press(TO_SEE).press("<left>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Nợ đến hạn, quá hạn ─────────────────────────────────────────────────────────
          Đến hạn 1.404   Quá hạn 28   Lãi tồn 38  ▸Cần gặp 214
          Cả sổ │  hẹn trả 10   hạn kiểm tra 13   3 tháng không hoạt động 7  ▸khoanh 1
        Điểm Họ tên              Vì sao
           0 Danh Phi Rum        đang khoanh













        Cộng 1
         phiên 20/10: gốc 0 đ, lãi 0 đ · kiểm tra 26/03/2026 · Ấp Rạch Vẹt
        ────────────────────────────────────────────────────────────────────────────────
         Enter hộ vay · Tab danh sách · → phần · f lọc · c liên hệ · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn the_list_is_added_up_by_village_association_and_group_and_enter_keeps_to_one() {
    let mut stage = Stage::demo(Language::Vi).press("3 <tab> g");
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
        Tên                                     Món         Dư nợ     Quá hạn    Lãi tồn
        Ấp Giồng Chùa                             2     4.000.000   4.000.000
        Ấp Bưng Sen                               4    46.000.000  21.000.000    273.055
        Ấp Rạch Vẹt                               3    52.000.000  27.000.000    223.019
        Ấp Chợ Cũ                                 2     5.500.000   5.500.000
        Ấp Giồng Lức                              4    63.000.000  21.000.000    140.607
        Ấp Vàm Bần                                9   191.000.000  49.000.000
        Ấp Xóm Dừa                                2     5.000.000   5.000.000
        Ấp Bàu Cát                                2    12.000.000  12.000.000

        Cộng 8                                        378.500.000 144.500.000    636.681

        ────────────────────────────────────────────────────────────────────────────────
         Enter chỉ xem · g theo ấp, hội, tổ · l tờ của tổ · Esc các món · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("g");
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
        Tên                                     Món         Dư nợ     Quá hạn    Lãi tồn
        Hội Nông dân                             14   190.000.000  73.000.000    413.662
        Hội Phụ nữ                                6   114.500.000  39.500.000    223.019
        Hội Cựu chiến binh                        7    71.500.000  29.500.000
        Đoàn Thanh niên                           1     2.500.000   2.500.000





        Cộng 4                                        378.500.000 144.500.000    636.681

        ────────────────────────────────────────────────────────────────────────────────
         Enter chỉ xem · g theo ấp, hội, tổ · l tờ của tổ · Esc các món · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("g s <down> <enter>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Nợ đến hạn, quá hạn ─────────────────────────────────────────────────────────
          Đến hạn 18  ▸Quá hạn 1 · 2,5 triệu   Lãi tồn 0 · 0 đ   Cần gặp 6
         ▸tất cả           1 món      2.500.000  Chỉ xem: 0701004 Danh Thị Ngọc Mai
          1-30 ngày        0 món              0
          31-90 ngày       0 món              0
          91-180 ngày      0 món              0
          181-360 ngày     1 món      2.500.000  █████████████████████████████████████
          361+ ngày        0 món              0
        Họ tên            Tổ trưởng            Dư nợ     Quá hạn Ngày    Lãi tồn KT cuối
        Trương Thị Yến N… Danh Thị Ngọc…   2.500.000   2.500.000  273              20/03








        Cộng 1                             2.500.000   2.500.000               0
         kỳ cuối trễ 273 ngày · kiểm tra 20/03/2026 · Ấp Giồng Chùa · ĐT 0900000444
        ────────────────────────────────────────────────────────────────────────────────
         Enter hộ vay · Tab danh sách · → phần · f lọc · c liên hệ · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    // back to the whole book, then there is nothing left to widen
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.rows_with("Cả sổ").len(), 1);
}

#[test]
fn sums_follow_the_part_and_the_other_lists() {
    let mut stage = Stage::demo_at(Language::Vi, 120, 36).press("3 <tab> g <right>");
    assert_eq!(stage.rows_with("67.000.000").len(), 2, "{}", stage.sees());
    let mut stage = stage.press("<backtab>");
    expect![[r#"
         Sổ tay TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026                                      Trần Thị Bích · đã lưu · VI
         1 Tổng quan   2 Ngày GD   3 Nợ   4 Kiểm tra   5 Tổ & hộ   6 Chất lượng   7 Đề án   8 Sổ
        ── Nợ đến hạn, quá hạn ─────────────────────────────────────────────────────────────────────────────────────────────────
         ▸Đến hạn 1.404   Quá hạn 28 · 144,5 triệu   Lãi tồn 38 · 24,0 triệu   Cần gặp 214

          Cả sổ │ ▸tất cả 1.404   phiên 15/10 Giồng Sen 702   phiên 20/10 Rạch Vẹt 702

        Tên                                                                           Món  Gốc phải trả Lãi phải trả     Quá hạn
        Ấp Giồng Chùa                                                                  85   146.500.000   21.042.382   4.000.000
        Ấp Bưng Sen                                                                    89   114.500.000   23.354.910  21.000.000
        Ấp Rạch Vẹt                                                                    89    65.000.000   27.733.370  27.000.000
        Ấp Chợ Cũ                                                                      73   104.500.000   19.977.972   5.500.000
        Ấp Giồng Lức                                                                  322   434.000.000   96.199.084  21.000.000
        Ấp Vàm Bần                                                                    305   304.000.000  103.242.000  49.000.000
        Ấp Xóm Dừa                                                                    206   224.000.000   59.141.236   5.000.000
        Ấp Bàu Cát                                                                    235   154.500.000   65.720.704  12.000.000
















        Cộng 8                                                                            1.547.000.000  416.411.658 144.500.000

        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Enter chỉ xem · g theo ấp, hội, tổ · l tờ của tổ · Esc các món · Tab danh sách · → phần · f lọc · ? trợ giúp
    "#]].assert_eq(&stage.sees());
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.rows_with("Họ tên").len(), 1, "{}", stage.sees());
}

#[test]
fn the_same_in_english() {
    let mut stage = Stage::demo_at(Language::En, 120, 36).press(TO_SEE);
    expect![[r#"
         Savings & loan book │ Xã mẫu Giồng Sen · as of 15/10/2026                                   Trần Thị Bích · saved · EN
         1 Overview   2 Session   3 Debts   4 Visits   5 Groups   6 Quality   7 Plans   8 Book
        ── Due and overdue ─────────────────────────────────────────────────────────────────────────────────────────────────────
          Due 1.404   Overdue 28 · 144,5 m   Arrears 38 · 24,0 m  ▸To see 214

          Whole book │ ▸all 214   due 165   overdue 28   in interest arrears 38   promised 10   visit by 13   inactive for 3 mo…

         Pts Name                 Group leader   Village       Why                                                        Talked
          75 Lê Hoài Nam          Nguyễn Thị Hồ… Ấp Rạch Vẹt   overdue 6.000.000 đ · 87 days · interest unpaid for 4 mo…   04/09
          75 Dương Văn Chơn       Trần Văn Đẹp   Ấp Bưng Sen   overdue 4.000.000 đ · 426 days · interest unpaid for 4 m…   16/09
          55 Thạch Thị Đa Ra      Huỳnh Văn Út   Ấp Rạch Vẹt   overdue 6.000.000 đ · 148 days · kept in part what was p…   05/09
          50 Chau Rít Thu         Lê Thị Phượng  Ấp Vàm Bần    overdue 6.000.000 đ · 209 days
          50 Tăng Đa Rít          Trần Văn Đẹp   Ấp Bưng Sen   overdue 6.000.000 đ · 214 days · promised 1.500.000 đ by…   28/09
          45 Lý Sô Phát           Trần Văn Đẹp   Ấp Bưng Sen   overdue 6.000.000 đ · 122 days · promised 6.000.000 đ by…   02/10
          45 Nguyễn Thị Bé Diễm   Huỳnh Tố Nga   Ấp Giồng Lức  overdue 5.000.000 đ · 92 days
          45 Kim Thị Sà Vane      Kim Sà Ươl     Ấp Giồng Chùa overdue 1.500.000 đ · 92 days · kept in part what was pr…   20/07
          40 Trần Chí Công        Đặng Hữu Tâm   Ấp Bàu Cát    overdue 7.000.000 đ · 56 days
          40 Phan Hữu Phước       Đặng Hữu Tâm   Ấp Bàu Cát    overdue 5.000.000 đ · 56 days
          40 Lưu Chí Sáng         Huỳnh Tố Nga   Ấp Giồng Lức  overdue 4.000.000 đ · 61 days · interest unpaid for 3 mo…
          40 Lê Thị Thanh Lệ      Lê Thị Phượng  Ấp Vàm Bần    overdue 4.000.000 đ · 56 days · not visited this year
          40 Phạm Công Lực        Dương Thị Cẩm… Ấp Xóm Dừa    overdue 3.000.000 đ · 183 days
          40 Trương Thị Yến Nhi   Danh Thị Ngọc… Ấp Giồng Chùa overdue 2.500.000 đ · 273 days
          40 Ngô Thị Lài          Trịnh Lệ Hoa   Ấp Chợ Cũ     overdue 2.000.000 đ · 513 days                              12/10
          35 Tăng Thị Na Vươl     Huỳnh Thị Mỹ … Ấp Vàm Bần    overdue 3.000.000 đ · 117 days
          35 Phan Thị Bé Sáu      Huỳnh Thị Mỹ … Ấp Vàm Bần    overdue 3.000.000 đ · 117 days
          30 Thạch Đa Rít         Lý Thị Sà Vươl Ấp Rạch Vẹt   overdue 15.000.000 đ · 22 days                              26/08
          30 Chau Hoàng Phép      Lê Thị Phượng  Ấp Vàm Bần    overdue 10.000.000 đ · 25 days
          30 Lâm Thị Sa Ươl       Trà Thị Thol   Ấp Vàm Bần    overdue 10.000.000 đ · 25 days
          30 Đoàn Ngọc Sang       Huỳnh Tố Nga   Ấp Giồng Lức  overdue 8.000.000 đ · 30 days
          30 Trần Văn Út          Huỳnh Thị Mỹ … Ấp Vàm Bần    overdue 8.000.000 đ · 25 days
          30 Phan Thị Thúy An     Trần Văn Đẹp   Ấp Bưng Sen   overdue 5.000.000 đ · 30 days · promised 5.000.000 đ by …   09/10
          30 Trần Lệ Hoa          Lâm Tú Quyên   Ấp Chợ Cũ     overdue 3.500.000 đ · 56 days · promised 3.500.000 đ by …   06/10
        Total 214 (1–24)
         75 points = overdue 6.000.000 đ (20) + 87 days (20) + interest unpaid for 4 months (10) + broke the promise of 20/08 …
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Enter borrower · Tab list · → part · f filter · c talk · v visit · g by area · l group's page · t receipt · ? help
    "#]].assert_eq(&stage.sees());
}
