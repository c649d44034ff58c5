//! Members: one after the other from the list, edited, leaving, moving.

use super::{GROUP, PLACES, empty, message, under};
use crate::stage::Stage;
use expect_test::expect;
use tkvv::domain::day::Day;
use tkvv::domain::group::{Household, Sex};
use tkvv::text::Language;

fn with(keys: &str) -> Stage {
    empty(Language::Vi, 80, 24).press(PLACES).press(GROUP).press(keys)
}

const FIRST: &str = "0990000001 <tab> Thạch<space>Thị<space>Mẫu <tab> 010580 <tab> nữ <tab> can \
    <tab> Khmer <tab> 0900000001 <tab> 001080000001 <tab> 5/3/2020";

#[test]
fn members_are_typed_one_after_the_other_and_what_they_share_is_kept() {
    let mut stage = with("n").press(FIRST);
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026       Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ 0990101 › Thêm tổ viên ─────────────────────────────────────────
         Tổ 0990101 · Ấp Một · 0 tổ viên

          Mã khách hàng * 0990000001
          Họ và tên *     Thạch Thị Mẫu
          Ngày sinh       01/05/1980
          Giới tính       nữ
          Loại hộ         cận nghèo
          Dân tộc         Khmer
          Điện thoại      0900000001
          Số căn cước     •••••••••001
         ▸Ngày vào tổ *   5/3/2020
                          thứ Năm, 05/03/2020







        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<enter>");
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026          Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ 0990101 › Thêm tổ viên ─────────────────────────────────────────
         Tổ 0990101 · Ấp Một · 1 tổ viên

         ▸Mã khách hàng *
                          10 chữ số, như trên sổ vay vốn
          Họ và tên *
          Ngày sinh
          Giới tính
          Loại hộ
          Dân tộc
          Điện thoại
          Số căn cước
          Ngày vào tổ *   05/03/2020







         ✓ Đã ghi: Thạch Thị Mẫu. Nhập người kế (giữ ngày vào tổ), Esc khi hết.
         Tab ô kế · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("0990000002 <tab> Danh<space>Văn<space>Thử <f5>");
    assert!(message(&mut stage).contains("Đã ghi: Danh Văn Thử."), "{}", stage.sees());
    let book = stage.book();
    let first = &book.members["0990000001"].member;
    assert_eq!(first.name, "Thạch Thị Mẫu");
    assert_eq!(first.born, Day::new(1980, 5, 1));
    assert_eq!((first.sex, first.household), (Some(Sex::Female), Some(Household::NearPoor)));
    assert_eq!(first.id_number.as_deref(), Some("001080000001"));
    let second = &book.members["0990000002"].member;
    assert_eq!(second.ethnicity, None, "what is a person's own is not carried over");
    assert_eq!(Some(second.joined_on), Day::new(2020, 3, 5));
    assert_eq!((second.born, second.phone.as_ref()), (None, None));
    // the list behind it has both, and nothing is half typed
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.rows_with("Cộng 2").len(), 1, "{}", stage.sees());
    assert!(stage.app().office().drafts().expect("drafts").is_empty());
}

#[test]
fn what_is_kept_from_the_one_before_is_replaced_by_what_is_typed() {
    let stage = with("n").press(FIRST).press("<enter> 0990000002 <tab> Lý<space>An <tab> <tab>");
    let stage = stage.press("<tab> <tab> Hoa <tab> <tab> <tab> 6/4/2021 <enter>");
    let second = &stage.book().members["0990000002"].member;
    assert_eq!(second.ethnicity.as_deref(), Some("Hoa"));
    assert_eq!(Some(second.joined_on), Day::new(2021, 4, 6));
}

#[test]
fn what_a_member_can_not_be_is_said_at_its_field() {
    for (keys, label, said) in [
        ("<f5>", "Mã khách hàng *", "Chưa có mã"),
        ("123 <tab> An <c-s>", "Ngày vào tổ *", "Chưa có ngày vào tổ"),
        ("0990000001 <f5>", "Họ và tên *", "Chưa có tên"),
        ("0990000001 <tab> An <tab> 1/13/80 <f5>", "Ngày sinh", "Không có tháng 13"),
        ("0990000001 <tab> An <tab> <tab> x <f5>", "Giới tính", "Không có lựa chọn này"),
    ] {
        let mut stage = with(&format!("n {keys}"));
        assert!(under(&mut stage, label).contains(said), "{keys}\n{}", stage.sees());
    }
    let last = "<backtab> <tab> 5/3/2020 <f5>";
    for (cells, label, said) in [
        (["09900", "", "", ""], "Mã khách hàng *", "10 chữ số"),
        (["0990000001", "1/5/2015", "", ""], "Ngày sinh", "18"),
        (["0990000001", "", "090", ""], "Điện thoại", "9"),
        (["0990000001", "", "", "00108"], "Số căn cước", "12 chữ số"),
    ] {
        let [code, born, phone, id] = cells;
        let keys = format!(
            "n {code} <tab> An <tab> {born} <tab> <tab> <tab> <tab> {phone} <tab> {id} <tab> {last}"
        );
        let mut stage = with(&keys);
        assert!(under(&mut stage, label).contains(said), "{keys}\n{}", stage.sees());
        assert!(stage.book().members.is_empty());
    }
    // the same code, the same ID number, a day before the group
    let stage = with("n").press(FIRST).press("<enter>");
    let mut stage = stage.press("0990000001 <tab> An <f5>");
    assert!(under(&mut stage, "Mã khách hàng *").contains("Thạch Thị Mẫu"), "{}", stage.sees());
    let mut stage = stage.press("<c-u> 0990000003 <tab> <tab> <tab> <tab> <tab> <tab> <tab>");
    stage = stage.press("001080000001 <f5>");
    assert!(under(&mut stage, "Số căn cước").contains("Thạch Thị Mẫu"), "{}", stage.sees());
    stage = stage.press("<c-u> <tab> 1/2/2020 <f5>");
    assert!(under(&mut stage, "Ngày vào tổ *").contains("01/03/2020"), "{}", stage.sees());
}

#[test]
fn the_id_number_is_masked_outside_its_own_field_and_names_are_hidden() {
    let mut stage = with("n").press(FIRST);
    assert_eq!(stage.rows_with("•••••••••001").len(), 1, "{}", stage.sees());
    assert!(!stage.sees().contains("001080000001"));
    stage = stage.press("<up>");
    assert_eq!(stage.rows_with("001080000001").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<down> <f2>");
    let seen = stage.sees();
    assert!(!seen.contains("Thạch Thị Mẫu") && seen.contains("T.T.M."), "{seen}");
    assert!(!seen.contains("0900000001") && !seen.contains("•001"), "{seen}");
}

#[test]
fn a_member_moves_to_another_group_and_one_leaves() {
    let mut stage = Stage::demo(Language::Vi).press("5 <enter> <down> <down> e");
    assert_eq!(stage.rows_with("Sửa tổ viên · Đào Thị Srây").len(), 1, "{}", stage.sees());
    let to_group = "<tab> <tab> <tab> <tab> <tab> <tab> <tab> <tab>";
    stage = stage.press(to_group).press("0701002");
    let seen = stage.sees();
    assert!(seen.contains("Sẽ chuyển sang tổ 0701002"), "{seen}");
    let stage = stage.press("<tab> <tab> chuyển<space>ấp <f5>");
    assert_eq!(stage.book().members["0070000014"].member.group.as_str(), "0701002");
    let keys = format!("e {to_group} <tab> 1/10 <tab> đi<space>xa <f5>");
    let stage = Stage::demo(Language::Vi).press("5 <enter> <down> <down>").press(&keys);
    let left = stage.book().members["0070000014"].member.left_on;
    assert_eq!(left, Day::new(2026, 10, 1));
}

#[test]
fn a_leader_does_not_leave_before_there_is_another() {
    let to_left = "<tab> <tab> <tab> <tab> <tab> <tab> <tab> <tab> <tab>";
    let stage = Stage::demo(Language::Vi).press("5 <enter> e").press(to_left);
    let mut stage = stage.press("1/10 <f5>");
    assert!(under(&mut stage, "Ngày ra tổ").contains("0701001"), "{}", stage.sees());
}

#[test]
fn a_member_costs_few_keys_beside_what_is_on_the_paper() {
    // the cells of the paper, and between them one key each; the last saves
    let cells = ["0990000002", "Danh Văn Thử", "010580", "nam", "ngheo", "0900000002"];
    let typed: usize = cells.iter().map(|cell| cell.chars().count()).sum();
    let keys = "0990000002 <tab> Danh<space>Văn<space>Thử <tab> 010580 <tab> nam <tab> ngheo \
        <tab> <tab> 0900000002 <f5>";
    let pressed = keys.split_whitespace().map(|token| {
        let named = token.matches('<').count();
        let inside: usize = token.split('<').skip(1).filter_map(|it| it.find('>')).sum();
        token.chars().count() - inside - 2 * named + named
    });
    assert_eq!(pressed.sum::<usize>(), typed + 7, "six to the next field, one to save");
    let stage = with("n").press(FIRST).press("<enter>").press(keys);
    let second = &stage.book().members["0990000002"].member;
    assert_eq!((second.sex, second.household), (Some(Sex::Male), Some(Household::Poor)));
}
