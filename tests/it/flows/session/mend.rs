//! What is saved and wrong: taken back and recorded rightly, in one step.

use super::cash::counted;
use super::sheet::recorded;
use super::sixty::{self, DUE};
use crate::stage::Stage;
use tkvv::domain::money::Dong;
use tkvv::text::Language;

fn open() -> (tempfile::TempDir, Stage) {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("book.db");
    sixty::make(&book);
    let stage = sixty::open(&book);
    (folder, stage)
}

/// Two lines in full, the second with 50 nghìn of savings.
const SAVED: &str = "2 <enter> = <enter> <enter> = <enter> 50k <f7> <f5> <enter> <esc>";

#[test]
fn a_wrong_line_is_taken_back_and_recorded_rightly_and_the_sheet_shows_both() {
    let (_folder, stage) = open();
    let mut stage = stage.press(SAVED).press("<home> <down> e");
    assert_eq!(stage.rows_with("đã ghi lãi 122.000 đ, gửi 50.000 đ, rút 0 đ").len(), 1);
    let mut stage = stage.press("<f5>");
    assert_eq!(stage.rows_with("▸Lý do sửa").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("gõ<space>nhầm <tab> 100k <tab> 5k <f5>");
    assert_eq!(
        stage.rows_with("Lãi phải thu 122.000 đ; trả chưa đủ thì").len(),
        2,
        "{}",
        stage.sees()
    );
    assert_eq!(recorded(stage.book(), "0000001"), (2 * DUE, 50_000), "all or nothing");
    let mut stage = stage.press("mất<space>mùa <f5>");
    assert_eq!(recorded(stage.book(), "0000001"), (DUE + 100_000, 5_000));
    let second = stage.rows_with("Lý Thị Số 2 ").pop().expect("line 2");
    assert!(second.contains("✓ 100.000") && second.contains("✓ 5.000"), "{second}");
    assert!(second.contains("mất mùa"), "{second}");
    let struck = stage.rows_with("↳ đã hủy").pop().expect("what was taken back");
    assert!(struck.contains("✗ 122.000") && struck.contains("✗ 50.000"), "{struck}");
    assert!(struck.contains("gõ nhầm"), "{struck}");
    assert_eq!(stage.rows_with("lãi 222.000 đ · tiết kiệm 5.000 đ · cộng 227.000 đ").len(), 1);
    assert!(stage.app().office().verify().is_empty());
}

#[test]
fn a_line_of_somebody_who_did_not_pay_is_only_taken_back_and_can_be_typed_again() {
    let (_folder, stage) = open();
    let stage = stage.press(SAVED).press("<home> e nhầm<space>người <tab> <c-u> <f5>");
    let mut stage = stage;
    assert_eq!(recorded(stage.book(), "0000001"), (DUE, 50_000), "{}", stage.sees());
    assert_eq!(stage.rows_with("đã ghi 1/60 dòng").len(), 1, "{}", stage.sees());
    let stage = stage.press("<home> = <f5> <enter>");
    assert_eq!(recorded(stage.book(), "0000001"), (2 * DUE, 50_000));
}

#[test]
fn where_the_cash_is_counted_a_second_person_confirms_and_it_is_counted_again() {
    let (_folder, stage) = open();
    let stage = stage.press(SAVED).press("<f6> <pgdn> <up> <up> 294k <f5>");
    assert_eq!(counted(&stage).map(|count| count.counted), Some(Dong::new(294_000)));
    let mut stage = stage.press("<home> e gõ<space>nhầm <tab> 122k <tab> 50k <f5>");
    assert_eq!(stage.rows_with("▸Người thứ hai").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("Lan <f5>");
    assert_eq!(stage.rows_with("▸Gõ XÁC NHẬN").len(), 1, "{}", stage.sees());
    // who records can't confirm
    let mut stage = stage.press("xac<space>nhan <f5>");
    assert!(!stage.rows_with("người xác nhận phải là người khác").is_empty(), "{}", stage.sees());
    assert_eq!(recorded(stage.book(), "0000001"), (2 * DUE, 50_000));
    let stage = stage.press("<bs> <bs> <bs> Bích <f5>");
    let mut stage = stage;
    assert_eq!(recorded(stage.book(), "0000001"), (2 * DUE, 100_000), "{}", stage.sees());
    assert_eq!(stage.rows_with("Bảng kê đã đổi: đếm lại").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<pgdn> <up> <up> 344k <f5> <esc>");
    assert!(stage.rows_with("0000001")[0].ends_with("✓ khớp tiền"), "{}", stage.sees());
    assert!(stage.app().office().verify().is_empty());
}

#[test]
fn a_wrong_receipt_is_mended_in_one_step_and_its_number_is_free_again() {
    let stage = Stage::demo(Language::Vi).press("2 g 15383 <enter> 1tr <enter> BL9 <f5> <enter>");
    let mut stage = stage.press("<esc> <esc> <backtab> <right> <right> <right> <enter>");
    assert_eq!(stage.rows_with("1 phiếu · gốc 1.000.000 đ").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("e gõ<space>thiếu<space>số<space>0 <tab> 10tr <f5>");
    assert_eq!(stage.rows_with("1 phiếu · gốc 10.000.000 đ").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("✗ đã hủy: gõ").len(), 1, "{}", stage.sees());
    let file = &stage.book().loans["6600311900015383"];
    let today = file.principal_paid.iter().filter(|paid| paid.day.to_string() == "2026-10-15");
    assert_eq!(today.map(|paid| paid.amount.get()).collect::<Vec<_>>(), [10_000_000]);
    // and taken back altogether
    let mut stage = stage.press("<end> <up> e");
    if stage.rows_with("đã hủy rồi").len() == 1 {
        stage = stage.press("<down> e");
    }
    let mut stage = stage.press("trả<space>của<space>người<space>khác <tab> <c-u> <f5>");
    assert_eq!(stage.rows_with("0 phiếu · gốc 0 đ").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("e");
    assert_eq!(stage.rows_with("Phiếu này đã hủy rồi").len(), 1, "{}", stage.sees());
}
