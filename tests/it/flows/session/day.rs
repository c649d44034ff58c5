//! The checklist of the day, and who came, said on the group's row.

use crate::stage::{Stage, TODAY};
use tkvv::domain::day::Day;
use tkvv::domain::ledger::Presence;
use tkvv::text::Language;

fn came(stage: &Stage, group: &str) -> Option<Presence> {
    let today = Day::parse_iso(TODAY).expect("a day");
    stage.book().attendance.get(&(group.into(), today)).copied()
}

#[test]
fn who_came_is_said_by_one_key_on_the_groups_row_corrected_and_taken_back() {
    let mut stage = Stage::demo(Language::Vi).press("2 t <down> v");
    assert_eq!(came(&stage, "0701001"), Some(Presence::Leader));
    assert_eq!(came(&stage, "0701002"), Some(Presence::None));
    assert!(stage.rows_with("0701001")[0].contains("trưởng"), "{}", stage.sees());
    assert_eq!(stage.rows_with("điểm danh 2/15").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<up> p");
    assert_eq!(came(&stage, "0701001"), Some(Presence::Deputy), "{}", stage.sees());
    assert_eq!(stage.rows_with("đã điểm danh, tổ phó").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("p");
    assert_eq!(stage.rows_with("đã điểm danh tổ phó rồi").len(), 1, "the same again is nothing");
    let stage = stage.press("<bs>");
    assert_eq!(came(&stage, "0701001"), Some(Presence::Leader), "the earlier word stands again");
    let mut stage = stage.press("<bs>");
    assert_eq!(came(&stage, "0701001"), None);
    let mut stage = {
        assert_eq!(stage.rows_with("điểm danh 1/15").len(), 1, "{}", stage.sees());
        stage.press("<bs>")
    };
    assert_eq!(stage.rows_with("chưa điểm danh, không có gì để bỏ").len(), 1);
    assert!(stage.app().office().verify().is_empty());
}

#[test]
fn of_a_session_that_is_ahead_nobody_is_said_to_have_come() {
    let mut stage = Stage::demo(Language::Vi).press("2 <tab> t");
    assert_eq!(stage.rows_with("hôm nay là 15/10/2026").len(), 1, "{}", stage.sees());
    assert!(stage.rows_with("điểm danh 0/").len() == 1);
}

#[test]
fn the_steps_stand_in_the_days_order_and_each_opens_what_it_is_about() {
    let mut stage = Stage::demo(Language::Vi).press("2");
    let seen = stage.sees();
    let order = ["Trước:", "Trong:", "bảng kê", "thu gốc", "giải ngân", "đếm tiền", "Sau:"];
    let places: Vec<usize> =
        order.iter().map(|word| seen.find(word).unwrap_or_else(|| panic!("{word}"))).collect();
    assert!(places.is_sorted(), "{places:?}\n{seen}");
    for (right, opens) in
        [(0, "▸Cần gặp"), (3, "Phiếu thu ngày 15/10"), (4, "Giải ngân ngày 15/10"), (6, "Giao ban")]
    {
        let keys = format!("<backtab> {}<enter>", "<right> ".repeat(right));
        stage = stage.press(&keys);
        assert!(!stage.rows_with(opens).is_empty(), "{opens}\n{}", stage.sees());
        stage = stage.press("<a-2> <esc>");
        stage = stage.press("2");
    }
    // who came is said on the rows; cash is counted where a sheet is saved
    let mut stage = stage.press("<up> <right> <enter>");
    assert_eq!(stage.rows_with("t tổ trưởng · p tổ phó · v vắng").len(), 1, "{}", stage.sees());
    let keys = format!("<backtab> {}<enter>", "<right> ".repeat(5));
    let mut stage = stage.press(&keys);
    assert_eq!(stage.rows_with("chưa có tiền để đếm").len(), 1, "{}", stage.sees());
}

#[test]
fn the_counts_of_the_states_add_up_to_the_groups() {
    // one saved and counted, one saved, one in draft
    let stage = Stage::demo(Language::Vi).press("2 <enter> = <f5> <enter>");
    let stage = stage.press("<end> <pgdn> <up> <up> 81.370 <f5> <esc> <down>");
    let stage = stage.press("<enter> = <f5> <enter> <esc> <esc> <down> <enter> = <esc>");
    let mut stage = stage;
    let line = "1 đã ghi · 1 bản nháp · 12 chưa nhập · 1 đã đếm tiền";
    assert_eq!(stage.rows_with(line).len(), 1, "{}", stage.sees());
    assert!(stage.rows_with("0701001")[0].ends_with("✓ khớp tiền"), "{}", stage.sees());
    assert_eq!(stage.rows_with("bảng kê 2/15").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("đếm tiền 1/2").len(), 1, "{}", stage.sees());
}
