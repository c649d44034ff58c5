//! The meeting after a session: its page, its forms, and what it wants done until it is done.

use crate::stage::Stage;
use expect_test::expect;
use tkvv::domain::meeting::{Meeting, StepKind};
use tkvv::text::Language;

/// The page of the session of September, whose money is in the sample.
const SEPTEMBER: &str = "2 m -";

fn page(width: u16, height: u16) -> Stage {
    Stage::demo_at(Language::Vi, width, height).press(SEPTEMBER)
}

#[test]
fn a_room_reads_every_figure_against_the_last_session() {
    let mut stage = page(80, 24);
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Giao ban ───────────────────────────────────────────────────
         Phiên thứ Ba 15/09/2026 so với 15/08/2026                    ‹ hội, đoàn thể ›
         Lãi thu 199.250.651 / 204.831.913 đ (97,28 %) · Điểm danh 13/15 tổ
         Gốc thu 708.000.000 / 794.500.000 đ (89,11 %)
         tiền mặt đếm 2/15 tổ, ! lệch -20.000 đ (1 tổ)
         Chưa ghi biên bản giao ban về phiên này: bấm b
         ▸Chỉ tiêu   Thu được   Chuyển loại 7   Việc cần làm 3 (! 2 quá hẹn)     Tất cả
        Chỉ tiêu                     Phiên này    Phiên trước         Thay đổi
        Số tổ                               29             29                =
        Tổ viên                          1.136          1.136                =
        Hộ vay                           1.093          1.076             ▲ 17
        Dư nợ                   63.764.000.000 63.391.500.000    ▲ 372.500.000 tốt lên
        Nợ quá hạn                  77.500.000     54.000.000     ▲ 23.500.000 xấu đi
        Nợ khoanh                   36.000.000     36.000.000                = không đổi
        Lãi tồn                     18.117.151     17.454.809        ▲ 662.342 xấu đi
        Món có lãi tồn                      21             19              ▲ 2 xấu đi
        Món không hoạt động                  3              2              ▲ 1 xấu đi
        Tiết kiệm                3.023.480.000  2.967.670.000     ▲ 55.810.000 tốt lên
        Nợ quá hạn %                    0,12 %         0,09 %           ▲ 0,04 xấu đi
        Quá hạn, khoanh %               0,18 %         0,14 %           ▲ 0,04 xấu đi
        ────────────────────────────────────────────────────────────────────────────────
         c từng đơn vị · Tab phần · → chia theo · b biên bản · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut tall = page(120, 36);
    expect![[r#"
         Sổ tay TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026                                      Trần Thị Bích · đã lưu · VI
         1 Tổng quan   2 Ngày GD   3 Nợ   4 Kiểm tra   5 Tổ & hộ   6 Chất lượng   7 Đề án   8 Sổ
        ── Ngày giao dịch › Giao ban ───────────────────────────────────────────────────────────────────────────────────────────
         Phiên thứ Ba 15/09/2026 so với 15/08/2026                                                            ‹ hội, đoàn thể ›
         Lãi thu 199.250.651 / 204.831.913 đ (97,28 %) · Điểm danh 13/15 tổ
         Gốc thu 708.000.000 / 794.500.000 đ (89,11 %)
         tiền mặt đếm 2/15 tổ, ! lệch -20.000 đ (1 tổ) · gửi TK 38.510.000, rút 8.800.000 đ
         Chưa ghi biên bản giao ban về phiên này: bấm b
         ▸Chỉ tiêu   Thu được   Chuyển loại 7   Việc cần làm 3 (! 2 quá hẹn)                                             Tất cả
        Chỉ tiêu                                                             Phiên này    Phiên trước         Thay đổi
        Số tổ                                                                       29             29                =
        Tổ viên                                                                  1.136          1.136                =
        Hộ vay                                                                   1.093          1.076             ▲ 17
        Dư nợ                                                           63.764.000.000 63.391.500.000    ▲ 372.500.000 tốt lên
        Nợ quá hạn                                                          77.500.000     54.000.000     ▲ 23.500.000 xấu đi
        Nợ khoanh                                                           36.000.000     36.000.000                = không đổi
        Lãi tồn                                                             18.117.151     17.454.809        ▲ 662.342 xấu đi
        Món có lãi tồn                                                              21             19              ▲ 2 xấu đi
        Món không hoạt động                                                          3              2              ▲ 1 xấu đi
        Tiết kiệm                                                        3.023.480.000  2.967.670.000     ▲ 55.810.000 tốt lên
        Nợ quá hạn %                                                            0,12 %         0,09 %           ▲ 0,04 xấu đi
        Quá hạn, khoanh %                                                       0,18 %         0,14 %           ▲ 0,04 xấu đi
        PAR 30 ngày %                                                           0,09 %         0,08 %           ▲ 0,02 xấu đi
        Thu lãi %                                                             101,65 %        99,98 %           ▲ 1,66 tốt lên
        Thu gốc đến hạn %                                                      93,33 %        96,61 %           ▼ 3,28 xấu đi
        Đi giao dịch %                                                         86,67 %        93,33 %           ▼ 6,67 xấu đi
        Tổ viên gửi TK %                                                       45,77 %        45,77 %                = không đổi
        Tăng TK mỗi tổ viên                                                     26.153         20.845          ▲ 5.308 tốt lên
        Món có lãi tồn %                                                        1,49 %         1,37 %           ▲ 0,12 xấu đi
        Kiểm tra 30 ngày %                                                    100,00 %        94,12 %           ▲ 5,88 tốt lên

        Đơn vị                                                               Phiên này    Phiên trước         Thay đổi
        Tất cả                                                                      29             29                =
        Hội Nông dân                                                                10             10                =
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         c từng đơn vị · Tab phần · → chia theo · b biên bản · - phiên trước · Esc quay lại · / tìm · F2 ẩn tên · ? trợ giúp
    "#]].assert_eq(&tall.sees());
}

#[test]
fn one_figure_of_all_units_and_down_to_a_group_and_back() {
    let mut stage = page(80, 24).press("<down> <down> <down> <down> c");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Giao ban ───────────────────────────────────────────────────
         Phiên thứ Ba 15/09/2026 so với 15/08/2026                    ‹ hội, đoàn thể ›
         Lãi thu 199.250.651 / 204.831.913 đ (97,28 %) · Điểm danh 13/15 tổ
         Gốc thu 708.000.000 / 794.500.000 đ (89,11 %)
         tiền mặt đếm 2/15 tổ, ! lệch -20.000 đ (1 tổ)
         Chưa ghi biên bản giao ban về phiên này: bấm b
         ▸Chỉ tiêu   Thu được   Chuyển loại 7   Việc cần làm 3 (! 2 quá hẹn)   Nợ quá …
        Đơn vị                       Phiên này    Phiên trước         Thay đổi
        Tất cả                      77.500.000     54.000.000     ▲ 23.500.000 xấu đi
        Hội Nông dân                41.000.000     33.000.000      ▲ 8.000.000 xấu đi
        Hội Phụ nữ                  14.500.000     11.000.000      ▲ 3.500.000 xấu đi
        Hội Cựu chiến binh          19.500.000      7.500.000     ▲ 12.000.000 xấu đi
        Đoàn Thanh niên              2.500.000      2.500.000                = không đổi







        ────────────────────────────────────────────────────────────────────────────────
         Enter xem bên trong · Tab phần · → chia theo · c mọi chỉ tiêu · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let units = stage.sees();
    let mut groups = stage.press("<down> <enter>");
    assert!(!groups.rows_with("Giao ban Hội Nông dân").is_empty(), "{}", groups.sees());
    assert!(!groups.rows_with("‹ tổ ›").is_empty(), "{}", groups.sees());
    let mut scorecard = groups.press("c <down> <enter>");
    assert!(!scorecard.rows_with("Điểm").is_empty(), "{}", scorecard.sees());
    let mut back = scorecard.press("<esc> <esc> <up>");
    assert_eq!(back.sees(), units, "Esc comes back to where one was");
}

#[test]
fn left_and_right_divide_it_in_another_way() {
    let mut stage = page(80, 24).press("<right>");
    assert!(!stage.rows_with("‹ ấp ›").is_empty(), "{}", stage.sees());
    let mut stage = stage.press("<left> <left>");
    assert!(!stage.rows_with("‹ điểm giao dịch ›").is_empty(), "{}", stage.sees());
}

#[test]
fn what_was_collected_and_who_moved_stand_on_pages_of_their_own() {
    let mut stage = page(80, 24).press("<tab>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Giao ban ───────────────────────────────────────────────────
         Phiên thứ Ba 15/09/2026 so với 15/08/2026                    ‹ hội, đoàn thể ›
         Lãi thu 199.250.651 / 204.831.913 đ (97,28 %) · Điểm danh 13/15 tổ
         Gốc thu 708.000.000 / 794.500.000 đ (89,11 %)
         tiền mặt đếm 2/15 tổ, ! lệch -20.000 đ (1 tổ)
         Chưa ghi biên bản giao ban về phiên này: bấm b
          Chỉ tiêu  ▸Thu được   Chuyển loại 7   Việc cần làm 3 (! 2 quá hẹn)
        Đơn vị                Lãi phải thu       Lãi thu      Đạt  Gốc phải thu      Đạt
        Tất cả                 204.831.913   199.250.651  97,28 %   794.500.000  89,11 %
        Hội Nông dân           108.879.367   103.938.354  95,46 %   438.000.000  88,58 %
        Hội Phụ nữ              78.261.812    77.621.563  99,18 %   308.000.000  89,45 %
        Hội Cựu chiến binh       7.749.703     7.749.703 100,00 %    30.000.000  95,00 %
        Đoàn Thanh niên          9.941.031     9.941.031 100,00 %    18.500.000  86,49 %







        ────────────────────────────────────────────────────────────────────────────────
         Enter xem bên trong · Tab phần · → chia theo · c mọi chỉ tiêu · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut moved = stage.press("<tab>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Giao ban ───────────────────────────────────────────────────
         Phiên thứ Ba 15/09/2026 so với 15/08/2026                    ‹ hội, đoàn thể ›
         Lãi thu 199.250.651 / 204.831.913 đ (97,28 %) · Điểm danh 13/15 tổ
         Gốc thu 708.000.000 / 794.500.000 đ (89,11 %)
         tiền mặt đếm 2/15 tổ, ! lệch -20.000 đ (1 tổ)
         Chưa ghi biên bản giao ban về phiên này: bấm b
          Chỉ tiêu   Thu được  ▸Chuyển loại 7   Việc cần làm 3 (! 2 quá hẹn)
        Cấp            Mã       Đơn vị                Trước      Nay
        tổ             0702006  Trần Văn Đẹp          trung bình yếu        ▼ xấu đi
        tổ             0703009  Huỳnh Văn Út          tốt        khá        ▼ xấu đi
        tổ             0703010  Nguyễn Thị Hồng Thắm  khá        tốt        ▲ tốt lên
        tổ             0704013  Lâm Tú Quyên          tốt        khá        ▼ xấu đi
        tổ             0706021  Lê Thị Phượng         tốt        khá        ▼ xấu đi
        tổ             0707026  Trần Thị Ngọc An      tốt        khá        ▼ xấu đi
        tổ             0708019  Đặng Hữu Tâm          tốt        khá        ▼ xấu đi





        ────────────────────────────────────────────────────────────────────────────────
         Enter xem bên trong · Tab phần · → chia theo · c mọi chỉ tiêu · ? trợ giúp
    "#]]
    .assert_eq(&moved.sees());
    let mut hidden = moved.press("<right> <right> <f2>");
    let seen = hidden.sees();
    assert!(!seen.contains("Lâm Tú Quyên"), "names are hidden for the projector\n{seen}");
}

#[test]
fn another_session_is_looked_at_but_none_that_is_to_come() {
    let mut stage = page(80, 24).press("+");
    assert!(!stage.rows_with("15/10/2026 so với 15/09/2026").is_empty(), "{}", stage.sees());
    let mut stage = stage.press("+");
    assert!(!stage.rows_with("phiên sau chưa tới").is_empty(), "{}", stage.sees());
    let mut stage = stage.press("- -");
    assert!(!stage.rows_with("so với 15/07/2026").is_empty(), "{}", stage.sees());
}

/// The meeting that a test recorded: those of the sample have another chair.
fn mine(stage: &Stage) -> &Meeting {
    let mut all = stage.book().meetings.values();
    all.find(|meeting| meeting.chair == "Trần Thị Bích").expect("the meeting")
}

/// The whole form of a meeting.
fn met(stage: Stage) -> Stage {
    stage
        .press("b Trần<space>Thị<space>Bích <tab> đại<space>diện<space>bốn<space>hội <tab>")
        .paste("Thu lãi đạt khá; ba tổ còn lãi tồn.\nHội Nông dân vận động từng hộ.")
        .press("<f5>")
}

#[test]
fn a_meeting_is_recorded_with_long_minutes_and_stands_on_the_page() {
    let mut form = page(80, 24)
        .press("b Trần<space>Thị<space>Bích <tab> đại<space>diện<space>bốn<space>hội <tab>")
        .paste(&"Ba tổ còn lãi tồn, hội vận động từng hộ. ".repeat(9));
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026  Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Giao ban › Biên bản giao ban ───────────────────────────────
         Việc phải làm giao riêng, từng việc một, ở mục Việc cần làm (bấm n).

          Chủ trì *     Trần Thị Bích
          Thành phần    đại diện bốn hội
         ▸Nội dung      hộ. Ba tổ còn lãi tồn, hội vận động từng hộ. Ba tổ còn lãi
                        tồn, hội vận động từng hộ. Ba tổ còn lãi tồn, hội vận động
                        từng hộ. Ba tổ còn lãi tồn, hội vận động từng hộ. Ba tổ còn
                        lãi tồn, hội vận động từng hộ. Ba tổ còn lãi tồn, hội vận
                        động từng hộ.
                        ghi liền một đoạn, tự xuống dòng; F5 ghi sổ
          Ngày họp *    15/10/2026
          Về phiên ngày 15/09/2026
          Địa bàn *     Xã mẫu Giồng Sen · 003147






        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&form.sees());
    let mut stage = met(page(80, 24));
    let held = stage.rows_with("Đã ghi biên bản giao ban 15/10/2026");
    assert!(held[0].contains("Trần Thị Bích"), "{held:?}");
    let meeting = mine(&stage);
    assert_eq!(meeting.session.map(|day| day.to_string()).as_deref(), Some("2026-09-15"));
    assert_eq!(meeting.area.as_str(), "003147");
    assert!(meeting.minutes.ends_with("Hội Nông dân vận động từng hộ."), "{}", meeting.minutes);
}

/// Gives one thing to be done, from the list of the page.
fn give(stage: Stage, what: &str, owner: &str, more: &str) -> Stage {
    let (what, owner) = (what.replace(' ', "<space>"), owner.replace(' ', "<space>"));
    stage.press(&format!("n {what} <tab> {owner} {more} <f5> <esc>"))
}

#[test]
fn items_are_given_one_after_the_other_and_stand_with_owner_and_day() {
    let stage = met(page(80, 24)).press("<tab> <tab> <tab>");
    let stage = give(stage, "vận động tổ 0705024", "Chị Lan", "");
    let mut stage = give(stage, "rà soát hộ vắng", "Anh Hòa", "<tab> 30/10");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Giao ban ───────────────────────────────────────────────────
         Phiên thứ Ba 15/09/2026 so với 15/08/2026                    ‹ hội, đoàn thể ›
         Lãi thu 199.250.651 / 204.831.913 đ (97,28 %) · Điểm danh 13/15 tổ
         Gốc thu 708.000.000 / 794.500.000 đ (89,11 %)
         tiền mặt đếm 2/15 tổ, ! lệch -20.000 đ (1 tổ)
         ✓ Đã ghi biên bản giao ban 15/10/2026, chủ trì Trần Thị Bích
          Chỉ tiêu   Thu được   Chuyển loại 7  ▸Việc cần làm 5 (! 2 quá hẹn)
        Hạn        Tình trạng  Còn Việc                             Người làm
        10/09/2026 ! quá hẹn   -35 Họp tổ 0702006, củng cố ban quả… Phan Văn Lợi
        14/10/2026 ! quá hẹn    -1 Đến từng hộ quá hạn trên 90 ngà… Phan Văn Lợi
        20/10/2026 đang làm      5 vận động tổ 0705024              Chị Lan
        30/10/2026 đang làm     15 rà soát hộ vắng                  Anh Hòa
        31/10/2026 đang làm     16 Kiểm tra hoạt động năm 2026 các… Sơn Thị Mỹ Duyên



         Giao 21/08/2026: Họp tổ 0702006, củng cố ban quản lý


         09/09/2026 ghi tiến độ: tổ trưởng báo bận, dời sang sau phiên tháng 9
        ────────────────────────────────────────────────────────────────────────────────
         n giao việc · d xong · t tiến độ · x thôi · o làm lại · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let of = |owner: &str| {
        let mut all = stage.book().actions.values();
        all.find(|file| file.item.owner == owner).expect(owner)
    };
    for owner in ["Chị Lan", "Anh Hòa"] {
        assert_eq!(of(owner).item.meeting.as_ref(), Some(&mine(&stage).id), "of the meeting");
    }
}

#[test]
fn a_step_is_typed_on_the_item_and_what_is_closed_is_not_closed_again() {
    // the sample's oldest item is late: the cursor stands on it
    let mut open = page(80, 24).press("<tab> <tab> <tab> o");
    assert!(!open.rows_with("không cần mở lại").is_empty(), "{}", open.sees());
    let mut form = open.press("t");
    assert!(!form.rows_with("Họp tổ 0702006").is_empty(), "{}", form.sees());
    let stage = form.press("đã<space>gặp<space>ba<space>hộ <f5> d xong<space>cả <f5>");
    let mut stage = stage.press("a");
    let closed = stage.rows_with("10/09/2026");
    assert!(closed[0].contains("✓ đã xong"), "{}", stage.sees());
    let mut refused = stage.press("<end> d");
    assert!(!refused.rows_with("Việc này đã đóng").is_empty(), "{}", refused.sees());
    let mut again = refused.press("o");
    assert!(!again.rows_with("› Kết quả việc").is_empty(), "{}", again.sees());
    let mut files = again.book().actions.values();
    let file = files.find(|file| file.item.what.starts_with("Họp tổ 0702006")).expect("the item");
    let mut kinds: Vec<StepKind> = file.steps.iter().map(|step| step.kind).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, [StepKind::Note, StepKind::Note, StepKind::Done]);
}

/// Given at the first meeting, on the page of the second until it is done there.
#[test]
fn an_item_is_carried_to_the_next_meeting_until_it_is_done() {
    let mut first = page(80, 24).press("<tab> <tab> <tab>");
    assert!(!first.rows_with("Họp tổ 0702006").is_empty(), "{}", first.sees());
    let mut second = first.press("+");
    assert!(!second.rows_with("15/10/2026 so với").is_empty(), "{}", second.sees());
    assert!(!second.rows_with("Họp tổ 0702006").is_empty(), "{}", second.sees());
    let mut done = second.press("d xong <f5>");
    assert!(done.rows_with("Họp tổ 0702006").is_empty(), "{}", done.sees());
    let mut back = done.press("-");
    assert!(back.rows_with("Họp tổ 0702006").is_empty(), "{}", back.sees());
}

#[test]
fn the_home_screen_says_how_many_are_open_and_enter_goes_there() {
    let mut home = page(80, 24).press("1");
    let line = home.rows_with("! việc giao ban quá hẹn");
    assert!(line[0].contains("2/3 việc"), "{line:?}");
    // every line opens: the one of the items is found by standing on one after the other
    let mut found = false;
    for _ in 0..20 {
        home = home.press("<tab> <enter>");
        found = home.rows_with("› Việc giao ban").len() == 1;
        if found {
            break;
        }
        home = home.press("<esc> <esc>");
    }
    assert!(found && !home.rows_with("Họp tổ 0702006").is_empty(), "{}", home.sees());
}

#[test]
fn a_draft_of_minutes_comes_back_and_saving_twice_saves_once() {
    let stage = page(80, 24).press("b Trần<space>Thị<space>Bích <tab> <tab>").paste("nửa chừng");
    let left = stage.press("<esc>");
    let before = left.book().meetings.len();
    let stage = left.press("b <f5> <f5>");
    assert_eq!(stage.book().meetings.len(), before + 1);
    assert_eq!(mine(&stage).minutes, "nửa chừng");
}

#[test]
fn nonsense_is_refused_at_its_field_saying_what_would_be_right() {
    let refused = |keys: &str, says: &str| {
        let stage = page(80, 24).press("<tab> <tab> <tab>");
        let before = (stage.book().actions.len(), stage.book().meetings.len());
        let mut stage = stage.press(keys);
        let seen = stage.sees();
        assert!(seen.contains(says), "{keys}: {says}\n{seen}");
        assert_eq!((stage.book().actions.len(), stage.book().meetings.len()), before);
    };
    refused("n <f5>", "✗ Chưa có việc cần làm");
    refused("n việc <tab> <f5>", "✗ Chưa có người làm");
    refused("n việc <tab> Lan <tab> 30/02 <f5>", "30/02");
    refused("n việc <tab> Lan <tab> 14/10 <f5>", "15/10/2026");
    refused("n việc <tab> Lan <tab> 1/1/2031 <f5>", "15/10/2029");
    refused("n việc <tab> Lan <tab> <tab> 16/10 <f5>", "15/10/2026");
    refused("b <f5>", "✗ Chưa có chủ trì");
    refused("b Lan <tab> <tab> <tab> 16/10 <f5>", "15/10/2026");
    refused("b Lan <tab> <tab> <tab> <tab> 16/10 <f5>", "15/10/2026");
}

#[test]
fn it_is_there_in_english_too() {
    let mut stage = Stage::demo_at(Language::En, 120, 36).press(SEPTEMBER);
    assert_eq!(stage.rows_with("against 15/08/2026").len(), 1, "{}", stage.sees());
    assert!(!stage.rows_with("better").is_empty(), "{}", stage.sees());
}
