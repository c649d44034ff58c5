//! Money at the bank's counter: interest, days without a session, what is paid out.

use crate::stage::Stage;
use tkvv::text::Language;

/// Opens the interest receipt of Phan Thị Thúy An: 204.727 accrued and unpaid, 30 million out.
const INTEREST: &str = "2 <backtab> <right> <right> <right> <enter> l 15383 <enter>";
const LOAN: &str = "6600311900015383";

fn interest_today(stage: &Stage) -> Vec<i64> {
    let paid = stage.book().loans[LOAN].interest_paid.iter();
    let today = paid.filter(|paid| paid.day.to_string() == "2026-10-15");
    today.map(|paid| paid.amount.get()).collect()
}

#[test]
fn interest_beyond_what_has_accrued_is_said_to_be_prepaid_with_how_much() {
    let mut stage = Stage::demo(Language::Vi).press(INTEREST).press("300k");
    assert_eq!(stage.rows_with("! 95.273 đ chưa phát sinh").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<f5>");
    assert_eq!(stage.rows_with("Ghi sổ phiếu thu lãi").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("! 95.273 đ chưa phát sinh").len(), 2, "asked once more");
    let mut stage = stage.press("<enter>");
    assert_eq!(interest_today(&stage), [300_000]);
    assert_eq!(stage.rows_with("trả lãi 300.000 đ").len(), 1, "{}", stage.sees());
}

#[test]
fn what_is_accrued_is_paid_in_one_key_and_nothing_of_it_is_prepaid() {
    let mut stage = Stage::demo(Language::Vi).press(INTEREST).press("<f6>");
    assert!(stage.rows_with("chưa phát sinh").is_empty(), "{}", stage.sees());
    let stage = stage.press("<f5> <enter>");
    assert_eq!(interest_today(&stage), [204_727]);
}

#[test]
fn money_on_a_day_without_a_session_asks_for_a_reason_and_at_the_office_for_none() {
    let pick = "2 g 15383 <enter> 1tr <tab> BL77 <tab> 12/10";
    let mut stage = Stage::demo(Language::Vi).press(pick).press("<f5>");
    assert_eq!(stage.rows_with("▸Lý do thu ngoài phiên").len(), 1, "{}", stage.sees());
    let said = "Ngày này không có phiên (phiên trước 15/09/2026, phiên sau 15/10/2026)";
    assert!(!stage.rows_with(said).is_empty(), "{}", stage.sees());
    let stage = stage.press("hộ<space>đi<space>xa <f5> <enter>");
    let paid = &stage.book().loans[LOAN].principal_paid;
    assert!(paid.iter().any(|paid| paid.day.to_string() == "2026-10-12"));
    // at the office any day will do, and the note is a note again
    let mut stage = Stage::demo(Language::Vi).press(pick).press("<tab> <right>");
    assert!(stage.rows_with("ngoài phiên").is_empty(), "{}", stage.sees());
    let stage = stage.press("<f5> <enter>");
    assert!(
        stage.book().loans[LOAN].principal_paid.iter().any(|paid| paid.amount.get() == 1_000_000)
    );
}

#[test]
fn the_same_receipt_twice_is_refused_with_the_payment_that_has_it() {
    let stage = Stage::demo(Language::Vi).press("2 g 15383 <enter> 1tr <tab> BL9 <f5> <enter>");
    let mut stage = stage.press("<enter>").press("<c-u> dao<space>thi<space>sray <enter>");
    stage = stage.press("1tr <tab> BL9 <f5>");
    let said = stage.rows_with("Số biên lai này đã ghi ngày 15/10/2026");
    assert!(said.iter().any(|row| row.contains("Phan Thị Thúy An")), "{}", stage.sees());
}

#[test]
fn what_is_paid_out_says_until_when_it_is_to_be_visited() {
    let mut stage = Stage::demo(Language::Vi).press("2 d");
    let rule = "kiểm tra sử dụng vốn trong 30 ngày, đến 14/11/2026";
    assert_eq!(stage.rows_with(rule).len(), 1, "{}", stage.sees());
    let mut stage = stage.press("n 0070000011 <enter>");
    assert_eq!(stage.rows_with("Thêm món vay").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<f4>");
    let _ = stage.sees();
    // the next tranche of a loan that is not paid out in full
    let mut stage = Stage::demo(Language::Vi).press("2 <tab> d g");
    let none = stage.rows_with("Không có dòng nào khớp").len();
    if none == 0 {
        let mut stage = stage.press("<enter>");
        let said = "trong 30 ngày kể từ ngày này: đến 14/11/2026";
        assert_eq!(stage.rows_with(said).len(), 1, "{}", stage.sees());
    }
}
