//! Groups: new ones, and their leaders, deputies and ends.

use super::{GROUP, PLACES, empty, message, under};
use crate::stage::Stage;
use expect_test::expect;
use tkvv::domain::day::Day;
use tkvv::domain::group::Association;
use tkvv::text::Language;

fn with(keys: &str) -> Stage {
    empty(Language::Vi, 80, 24).press(PLACES).press(keys)
}

#[test]
fn a_new_group_is_saved_and_its_empty_list_of_members_opens() {
    let mut stage = with(GROUP);
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026          Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ 0990101 ────────────────────────────────────────────────────────

          Tổ chưa có tổ viên.

          Bấm n để nhập; ghi xong mẫu mở sẵn cho người kế.















         ✓ Đã ghi sổ.
         Enter mở · Esc quay lại · n thêm tổ viên · e sửa, chuyển · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let group = &stage.book().groups["0990101"];
    assert_eq!(group.village.as_str(), "00990101");
    assert_eq!(group.point.as_str(), "0099011", "the only one there is");
    assert_eq!(group.association, Association::Women);
    assert_eq!(Some(group.founded_on), Day::new(2020, 3, 1));
    assert_eq!(group.leader, None);
}

#[test]
fn what_a_group_can_not_be_is_said_at_its_field() {
    let filled = "<tab> <tab> <tab> 11 <tab> 1/3/2020";
    for (keys, label, said) in [
        ("<f5>".to_owned(), "Mã tổ *", "Chưa có mã; xin nhập mã."),
        (format!("099 {filled} <f5>"), "Mã tổ *", "7 chữ số"),
        ("0990102 <tab> <bs> <f5>".to_owned(), "Ấp *", "Chưa có ấp; xin nhập ấp."),
        ("0990102 <tab> zz <f5>".to_owned(), "Ấp *", "Không có trong sổ"),
        ("0990102 <tab> <tab> <bs> <f5>".to_owned(), "Điểm giao dịch *", "Chưa có điểm"),
        ("0990102 <f5>".to_owned(), "Hội, đoàn thể *", "Chưa có hội"),
        ("0990102 <tab> <tab> <tab> 12 <f5>".to_owned(), "Ngày thành lập *", "Chưa có ngày"),
        (
            "0990102 <tab> <tab> <tab> 12 <tab> 16/10 <f5>".to_owned(),
            "Ngày thành lập *",
            "15/10/2026",
        ),
        (
            "0990102 <tab> <tab> <tab> 12 <tab> 31/2 <f5>".to_owned(),
            "Ngày thành lập *",
            "Tháng 2/2026 chỉ từ ngày 1 đến 28.",
        ),
    ] {
        let mut stage = with(&format!("n {keys}"));
        assert!(under(&mut stage, label).contains(said), "{keys}\n{}", stage.sees());
        assert!(stage.book().groups.is_empty());
    }
    let mut stage = with(&format!("{GROUP} <esc> {GROUP}"));
    assert!(under(&mut stage, "Mã tổ *").contains("0990101"), "{}", stage.sees());
}

#[test]
fn leader_and_deputy_are_changed_for_present_members_of_the_group() {
    let mut stage = Stage::demo(Language::Vi).press("5 e");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Sửa tổ · Thạch Thị Sa Rên ─────────────────────────────────────────
         Mã tổ 0701001 · 24 tổ viên đang sinh hoạt

          Ấp *             Ấp Giồng Chùa · 00314701
          Điểm giao dịch * Điểm giao dịch Giồng Sen · 0031471
          Hội, đoàn thể *  Hội Phụ nữ (PN)
          Ngày thành lập * 15/03/2014
         ▸Tổ trưởng        ‹ Thạch Thị Sa Rên · 0070000002 ›
                           ← → chọn tổ viên đang sinh hoạt; Ctrl+U bỏ trống
          Tổ phó           Danh Thị Sa Oanh · 0070000011
          Ngày giải thể
          Lý do








        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("sa<space>oanh");
    assert_eq!(stage.rows_with("sa oanh▏ → ").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<right> <f5>");
    assert!(message(&mut stage).contains("Đã ghi sổ"), "{}", stage.sees());
    let leader = stage.book().groups["0701001"].leader.clone();
    assert_eq!(leader.as_ref().map(|it| it.as_str()), Some("0070000099"));
    assert_eq!(stage.rows_with("Kim Thị Sa Oanh").len(), 1, "the group bears the new name");
}

#[test]
fn what_leaders_and_ends_can_not_be_is_said_at_their_fields() {
    for (keys, label, said) in [
        // the deputy as leader
        ("0070000011 <f5>", "Tổ trưởng", "hai người"),
        ("<tab> <tab> 1/1/2010 <f5>", "Ngày giải thể", "15/03/2014"),
        ("zz <f5>", "Tổ trưởng", "Không có trong sổ"),
    ] {
        let mut stage = Stage::demo(Language::Vi).press(&format!("5 e {keys}"));
        assert!(under(&mut stage, label).contains(said), "{keys}\n{}", stage.sees());
    }
}

#[test]
fn a_half_typed_group_is_kept_and_opens_again_as_it_was() {
    let mut stage = with("n 0990102 <tab> <tab> <tab> 14");
    let typed = stage.sees();
    let mut stage = stage.press("<esc>");
    assert!(message(&mut stage).contains("Đã giữ nháp"), "{}", stage.sees());
    let mut stage = stage.press("n <tab> <tab> <tab> 14");
    assert_eq!(stage.sees(), typed);
    let mut stage = stage.press("<f4>");
    assert_eq!(stage.rows_with("Bỏ những gì đang nhập ở đây?").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("c n");
    assert_eq!(stage.rows_with("0990102").len(), 0, "{}", stage.sees());
}
