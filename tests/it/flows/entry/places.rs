//! Communes, villages, points and sessions, typed into an empty book.

use super::{PLACES, empty, under};
use crate::stage::Stage;
use expect_test::expect;
use tkvv::domain::day::{Day, Month};
use tkvv::domain::place::PlaceKind;
use tkvv::text::Language;

#[test]
fn an_empty_book_opens_where_it_is_filled_and_says_how() {
    let mut stage = empty(Language::Vi, 80, 24);
    expect![[r#"
         TK&VV │ tính đến 15/10/2026                        Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ ─────────────────────────────────────────────────────────────────────

          Sổ còn trống. Nhập theo thứ tự sau:

          1. Bấm t: nhập xã, các ấp, rồi điểm giao dịch và ngày giao dịch hằng tháng.
          2. Bấm n ở đây: nhập từng tổ.
          3. Enter vào tổ, n: nhập tổ viên, người này xong đến người kế.
          4. Enter vào tổ viên, n: nhập món vay, kể cả dư nợ của món đang trả dở.
          Có sẵn tệp CSV thì thoát ra và chạy: tkvv import THƯ_MỤC.











        ────────────────────────────────────────────────────────────────────────────────
         Enter mở · n thêm tổ · e sửa · l tờ của tổ · t địa bàn · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut english = empty(Language::En, 120, 36);
    assert_eq!(english.rows_with("1. Press t: the commune").len(), 1, "{}", english.sees());
}

#[test]
fn a_commune_its_village_and_its_point_are_typed_one_after_the_other() {
    let mut stage = empty(Language::Vi, 80, 24).press("t n");
    let seen = stage.sees();
    assert!(seen.contains(" xã\n"), "the first is the commune\n{seen}");
    let mut stage = stage.press("009901 <tab> Xã<space>Bưng<space>Lau <f5>");
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026          Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Địa bàn và điểm giao dịch › Thêm xã, ấp ───────────────────────────
         Nhập xã trước, rồi các ấp của xã. Tỉnh, huyện không bắt buộc.

          Là *          ấp
         ▸Mã *
                        xã 6 chữ số, ấp 8 chữ số
          Tên *
          Thuộc         Xã Bưng Lau · 009901
          Vùng khó khăn không











         ✓ Đã ghi: Xã Bưng Lau. Nhập nơi kế, Esc khi hết.
         Tab ô kế · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let stage = stage.press("00990101 <tab> Ấp<space>Một <f5> <esc> d 0099011 <tab>");
    let mut stage = stage.press("Điểm<space>Bưng<space>Lau <tab> <tab> 15 <f5>");
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026          Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Địa bàn và điểm giao dịch ─────────────────────────────────────────
        Là       Tên                                   Mã       Ghi chú               Tổ
        điểm GD  Điểm Bưng Lau                         0099011  ngày 15 hằng tháng
        xã       Xã Bưng Lau                           009901
        ấp       Ấp Một                                00990101















         ✓ Đã ghi sổ.
         Enter sửa · n thêm xã, ấp · d thêm điểm GD · p dời phiên · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let book = stage.book();
    let village = &book.places["00990101"];
    assert_eq!(village.kind, PlaceKind::Village);
    assert_eq!(village.parent.as_ref().map(|it| it.as_str()), Some("009901"));
    assert_eq!(book.points["0099011"].calendar.session_day(), 15);
    assert_eq!(book.points["0099011"].commune.as_str(), "009901");
}

#[test]
fn what_a_place_or_point_can_not_be_is_said_at_its_field() {
    // a code that is missing, too short, known; a name that is missing
    for (keys, label, said) in [
        ("<f5>", "Mã *", "Chưa có mã; xin nhập mã."),
        ("0099 <tab> Ấp <f5>", "Mã *", "8 chữ số"),
        ("00990101 <tab> Ấp<space>Hai <f5>", "Mã *", "Ấp Một"),
        ("00990102 <f5>", "Tên *", "Chưa có tên; xin nhập tên."),
    ] {
        let mut seen = stage_with(&stage_keys("t n", keys));
        assert!(under(&mut seen, label).contains(said), "{keys}\n{}", seen.sees());
    }
    for (keys, label, said) in [
        ("x<space>y <tab> Điểm <tab> <tab> 5 <f5>", "Mã điểm *", "khoảng trắng"),
        ("P2 <tab> <tab> <tab> 5 <f5>", "Tên điểm *", "Chưa có tên"),
        ("P2 <tab> Điểm <tab> <bs> <tab> 5 <f5>", "Phục vụ xã *", "Chưa có xã"),
        ("P2 <tab> Điểm <tab> zz <tab> 5 <f5>", "Phục vụ xã *", "Không có trong sổ"),
        ("P2 <tab> Điểm <tab> <tab> 29 <f5>", "Ngày giao dịch *", "từ 1 đến 28"),
        ("P2 <tab> Điểm <tab> <tab> x <f5>", "Ngày giao dịch *", "số nguyên"),
    ] {
        let mut seen = stage_with(&stage_keys("t d", keys));
        assert!(under(&mut seen, label).contains(said), "{keys}\n{}", seen.sees());
    }
}

fn stage_keys(first: &str, keys: &str) -> String {
    format!("{PLACES} {first} {keys}")
}

fn stage_with(keys: &str) -> Stage {
    empty(Language::Vi, 80, 24).press(keys)
}

#[test]
fn a_session_is_moved_and_then_cancelled() {
    let mut stage = stage_with(&stage_keys("t p", "<c-u> 11 <tab> 17/11"));
    let seen = stage.sees();
    assert!(seen.contains("Phiên của tháng đó thường là 15/11/2026."), "{seen}");
    assert!(seen.contains("thứ Ba, 17/11/2026"), "{seen}");
    let mut stage = stage.press("<f5>");
    let november = Month::new(2026, 11).expect("a month");
    let held = Day::new(2026, 11, 17);
    let changes = |stage: &Stage| stage.book().points["0099011"].calendar.changes().clone();
    assert_eq!(changes(&stage).get(&november), Some(&held), "{}", stage.sees());
    let mut stage = stage.press("p 11");
    assert_eq!(stage.rows_with("Hiện đã dời sang 17/11/2026.").len(), 1, "{}", stage.sees());
    let stage = stage.press("<tab> <tab> bão <f5>");
    assert_eq!(changes(&stage).get(&november), Some(&None));
}

#[test]
fn a_place_is_edited_with_a_reason_and_the_list_shows_it() {
    let mut stage = Stage::demo(Language::Vi).press("5 t <end> <enter>");
    assert_eq!(stage.rows_with("Sửa Ấp Bàu Cát").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<f5>");
    assert_eq!(stage.rows_with("Chưa sửa gì nên không ghi.").len(), 1);
    let mut stage = stage.press("<tab> <tab> <tab> có <tab> QĐ<space>12 <f5>");
    assert!(stage.book().places["00314708"].difficult);
    assert!(stage.rows_with("Ấp Bàu Cát")[0].contains("vùng khó khăn"), "{}", stage.sees());
}
