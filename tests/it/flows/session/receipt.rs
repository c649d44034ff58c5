//! The receipt for principal.

use crate::stage::Stage;
use expect_test::expect;
use tkvv::domain::money::Dong;
use tkvv::text::Language;

/// The loan of Phan Thị Thúy An: 30 million outstanding, 5 million overdue.
const LOAN: &str = "6600311900015383";

fn paid_today(stage: &Stage) -> Vec<i64> {
    let file = &stage.book().loans[LOAN];
    let today = file.principal_paid.iter().filter(|paid| paid.day.to_string() == "2026-10-15");
    today.map(|paid| paid.amount.get()).collect()
}

#[test]
fn a_loan_is_found_without_diacritics_and_pays_what_is_due() {
    let mut stage = Stage::demo(Language::Vi).press("2 g phan<space>thuy");
    expect![[""]].assert_eq(&stage.sees());
    let mut stage = stage.press("<enter> = <enter> BL2600777");
    expect![[""]].assert_eq(&stage.sees());
    let mut stage = stage.press("<f5>");
    assert_eq!(stage.rows_with("Dư nợ còn 25.000.000 đ. Ghi sổ?").len(), 1, "{}", stage.sees());
    assert!(paid_today(&stage).is_empty());
    let mut stage = stage.press("c");
    expect![[""]].assert_eq(&stage.sees());
    assert_eq!(paid_today(&stage), [5_000_000]);
    // back in the list, the loan owes nothing at this session any more
    let mut stage = stage.press("<enter>");
    let row = stage.rows_with("Phan Thị Thúy An");
    assert!(row[0].contains("25.000.000") && !row[0].contains("5.000.000  "), "{row:?}");
    let mut stage = stage.press("<esc>");
    let head = stage.rows_with("Gốc đến hạn");
    assert!(head[0].contains("đã ghi") && head[0].contains("5.000.000 đ"), "{head:?}");
}

#[test]
fn more_than_outstanding_is_refused_at_the_amount() {
    let mut stage =
        Stage::demo(Language::Vi).press("2 g 15383 <enter> 30tr1 <enter> BL1 <f5>");
    assert_eq!(stage.rows_with("✗ vượt dư nợ").len(), 1);
    let refused = stage.rows_with("✗ Dư nợ gốc chỉ còn 30.000.000 đ");
    assert_eq!(refused.len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("▸Số tiền gốc").len(), 1);
    // exactly what is outstanding is taken
    let mut stage = stage.press("<f6>");
    assert_eq!(stage.rows_with("0 đ · hết gốc").len(), 1);
    let stage = stage.press("<f5> c");
    assert_eq!(paid_today(&stage), [30_000_000]);
}

#[test]
fn a_receipt_number_is_needed_and_is_good_once() {
    let mut stage = Stage::demo(Language::Vi).press("2 g 15383 <enter> 1tr <f5>");
    assert_eq!(stage.rows_with("✗ Trả gốc phải có số biên lai").len(), 1);
    assert_eq!(stage.rows_with("▸Số biên lai").len(), 1);
    // the number of a receipt that the sample has of 20 September
    let mut stage = stage.press("BL2600328 <f5>");
    assert_eq!(stage.rows_with("✗ Số biên lai này đã ghi ngày 20/09/2026").len(), 1);
    let stage = stage.press("<bs>9999 <f5> c");
    assert_eq!(paid_today(&stage), [1_000_000]);
}

#[test]
fn the_loan_page_opens_the_receipt_and_the_draft_is_kept() {
    let mut stage = Stage::demo(Language::Vi).press("/ 15383 <enter> t 2,5tr <tab> BL7 <esc>");
    assert_eq!(stage.rows_with("Đã giữ nháp").len(), 1);
    let mut stage = stage.press("t");
    assert!(stage.rows_with("Số tiền gốc")[0].contains("2.500.000"));
    assert!(stage.rows_with("Số biên lai")[0].contains("BL7"));
    let mut stage = stage.press("2 <esc> <a-2> g");
    let first = stage.sees().lines().nth(6).expect("the first loan").to_owned();
    assert!(first.contains(LOAN), "a draft stands first: {first}");
    let mut stage = stage.press("15383 <enter> <f4> c <enter>");
    assert!(!stage.rows_with("Số tiền gốc")[0].contains("2.500.000"));
}

#[test]
fn a_frozen_loan_says_so_and_owes_nothing_at_the_session() {
    let mut stage = Stage::demo_at(Language::En, 120, 36).press("/ 8072 <enter> t");
    assert_eq!(stage.rows_with("36.000.000 đ · frozen").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("=");
    assert_eq!(stage.rows_with("No principal is due").len(), 1);
    expect![[""]].assert_eq(&stage.sees());
    let file = &stage.book().loans["6600311900008072"];
    assert_eq!(file.principal_paid.iter().map(|paid| paid.amount).sum::<Dong>(), {
        Dong::new(14_000_000)
    });
}
