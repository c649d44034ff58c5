//! The receipt for principal.

use crate::stage::Stage;
use expect_test::expect;
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
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Thu gốc: chọn món vay ──────────────────────────────────────
         Tìm  phan thuy

        Họ tên              Tổ      Món vay                 Dư nợ    Phải trả    Quá hạn
        Phan Thị Thúy An    0702006 6600311900015383   30.000.000   5.000.000  5.000.000














        Cộng 1                                         30.000.000   5.000.000  5.000.000
        ────────────────────────────────────────────────────────────────────────────────
         Enter chọn · Esc quay lại · Ctrl+F tìm · F2 ẩn tên · F9 English · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<enter> = <enter> BL2600777");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026  Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Thu gốc: chọn món vay › Phiếu thu gốc · Phan Thị Thúy An ───
          Món vay                 6600311900015383 · Hộ cận nghèo
          Dư nợ                   30.000.000 đ · ! quá hạn 5.000.000 đ
          Phải trả phiên 15/10    5.000.000 đ
          Kỳ chưa trả gần nhất    kỳ 1, hạn 02/09/2026, còn 5.000.000 đ
          Lãi đến nay chưa trả    204.727 đ (thu riêng, không gộp vào gốc)
          Dư nợ sau khi trả       25.000.000 đ

        ─ Phiếu thu gốc ────────────────────────────────────────────────────────────────
          Số tiền gốc            5.000.000

         ▸Số biên lai BL2600777

          Ngày trả    15/10/2026

          Nơi trả     tại điểm giao dịch

          Ghi chú


        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F6 trả hết · F5 ghi sổ · Esc lưu nháp · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<f5>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026  Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Thu gốc: chọn món vay › Phiếu thu gốc · Phan Thị Thúy An ───
          Món vay                 6600311900015383 · Hộ cận nghèo
          Dư nợ                   30.000.000 đ · ! quá hạn 5.000.000 đ
          Phải trả phiên 15/10    5.000.000 đ
          Kỳ chưa trả gần nhất    kỳ 1, hạn 02/09/2026, còn 5.000.000 đ
          Lãi đến nay chưa trả    204.727 đ (thu riêng, không gộp vào gốc)
          Dư nợ sau khi trả       25.000.000 đ

        ─ ▸ Ghi sổ phiếu thu gốc ───────────────────────────────────────────────────────

          Số biên lai             BL2600777 · 15/10/2026 · tại điểm giao dịch
          Họ tên                  Phan Thị Thúy An
          Số tiền gốc             5.000.000 đ
                                  năm triệu đồng
          Dư nợ sau khi trả       25.000.000 đ
          Ghi chú



          Bấm Enter hoặc F5 để ghi, Esc để xem lại.
        ────────────────────────────────────────────────────────────────────────────────
         Enter ghi sổ · Esc xem lại · / tìm · F2 ẩn tên · F9 English · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    assert!(paid_today(&stage).is_empty());
}

#[test]
fn a_receipt_is_saved_after_a_second_look_and_says_what_is_outstanding() {
    let stage = Stage::demo(Language::Vi).press("2 g phan<space>thuy <enter> = <enter> BL2600777");
    let stage = stage.press("<f5>");
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.rows_with("▸Số biên lai").len(), 1, "looked at again");
    let mut stage = stage.press("<f5> <enter>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Thu gốc: chọn món vay › Phiếu thu gốc · Phan Thị Thúy An ───
          Món vay                 6600311900015383 · Hộ cận nghèo
          Dư nợ                   25.000.000 đ
          Phải trả phiên 15/10    0 đ
          Kỳ chưa trả gần nhất    kỳ 2, hạn 02/03/2027, còn 5.000.000 đ
          Lãi đến nay chưa trả    204.727 đ (thu riêng, không gộp vào gốc)


        ─ ▸ Đã ghi sổ ──────────────────────────────────────────────────────────────────

          ✓ Biên lai BL2600777 ngày 15/10/2026: Phan Thị Thúy An trả gốc 5.000.000 đ
          món 6600311900015383. Dư nợ mới 25.000.000 đ.








         ✓ Đã ghi sổ.
         Enter xong · Esc quay lại · / tìm · F2 ẩn tên · F9 English · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    assert_eq!(paid_today(&stage), [5_000_000]);
    // back in the list, the loan owes nothing at this session any more
    let mut stage = stage.press("<enter>");
    let row = stage.rows_with("Phan Thị Thúy An");
    assert!(row[0].contains("25.000.000") && !row[0].contains("5.000.000  "), "{row:?}");
    let mut stage = stage.press("<esc>");
    let head = stage.rows_with("Gốc đến hạn");
    assert!(head[0].contains(" 5.000.000 đ    1 %  914.000.000 đ"), "{head:?}");
}

#[test]
fn more_than_outstanding_is_refused_at_the_amount() {
    let mut stage = Stage::demo(Language::Vi).press("2 g 15383 <enter> 30tr1 <enter> BL1 <f5>");
    assert_eq!(stage.rows_with("✗ vượt dư nợ").len(), 1);
    let refused = stage.rows_with("✗ Dư nợ gốc chỉ còn 30.000.000 đ");
    assert_eq!(refused.len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("▸Số tiền gốc").len(), 1);
    // exactly what is outstanding is taken
    let mut stage = stage.press("<f6>");
    assert_eq!(stage.rows_with("0 đ · hết gốc").len(), 1);
    let stage = stage.press("<f5> <enter>");
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
    let stage = stage.press("<bs>9999 <f5> <enter>");
    assert_eq!(paid_today(&stage), [1_000_000]);
}

#[test]
fn the_loan_page_opens_the_receipt_and_the_draft_is_kept() {
    let mut stage = Stage::demo(Language::Vi).press("5 / 15383 <enter> t 2,5tr <tab> BL7 <esc>");
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
    let mut stage = Stage::demo_at(Language::En, 120, 36).press("5 / 8072 <enter> t");
    assert_eq!(stage.rows_with("36.000.000 đ · frozen").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("=");
    assert_eq!(stage.rows_with("No principal is due").len(), 1);
    expect![[r#"
         Savings & loan book │ Xã mẫu Giồng Sen · as of 15/10/2026                                   Trần Thị Bích · saved · EN
         1 Overview   2 Session   3 Debts   4 Visits   5 Groups   6 Quality   7 Plans   8 Book
        ── Groups and households › Loan 6600311900008072 · Danh Phi Rum › Principal receipt · Danh Phi Rum ─────────────────────
          Loan                    6600311900008072 · Hộ cận nghèo
          Outstanding             36.000.000 đ · frozen
          To pay by 20/10         0 đ
          Next unpaid instalment  no. 3, due 20/04/2026, 12.000.000 đ left
          Interest unpaid so far  0 đ (collected apart, not with principal)


        ─ Principal receipt ────────────────────────────────────────────────────────────────────────────────────────────────────
         ▸Principal

          Receipt no.

          Day                  15/10/2026

          Paid at              at the point

          Why off the calendar














         ! No principal is due; type an amount or press F6 to repay all.
         = what is due · F6 pay all · F5 save · Esc keep draft · F4 throw away · Ctrl+F find · F2 hide names · F1 help
    "#]].assert_eq(&stage.sees());
}
