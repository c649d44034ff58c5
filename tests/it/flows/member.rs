//! A member's page, on the stories of the sample commune (sample-data/README.md).

use crate::stage::Stage;
use expect_test::expect;
use tkvv::text::Language;

/// The page of a member, found by code.
fn page(code: &str) -> Stage {
    Stage::demo(Language::Vi).press(&format!("5 / {code} <enter>"))
}

/// The same with the timeline's part that many steps to the right.
fn part(code: &str, steps: usize) -> Stage {
    page(code).press(&"<right> ".repeat(steps))
}

#[test]
fn misused_money_is_overdue_from_the_thirty_first_day() {
    let mut stage = page("0070001290");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ viên Thạch Đa Rít ──────────────────────────────────────────────
         Thạch Đa Rít · 0070001290 · ĐT 0900000227 · hộ cận nghèo · nam · sinh 1979
         Tổ 0703012 Lý Thị Sà Vươl · Ấp Rạch Vẹt · tiết kiệm 1.100.000 đ · Hội Phụ nữ
        ─ ▸ Món vay (1) ────────────────────────────────────────────────────────────────
        Chương trình               Dư nợ    Quá hạn Tình trạng      Kỳ tới Lãi phiên tới
        Hộ cận nghèo          40.000.000 15.000.000 ✗ quá hạn   20/07/2027       285.770
         trễ 22 ngày, sai mục đích · phiên 20/10: lãi 285.770 đ · món 6600311900016164
        ─ Diễn biến ─▸tất cả 58  gốc 2  lãi 2  tiết kiệm 50  kiểm tra, khác 4 ──────────
              Ngày Việc                                  Món        Số tiền      Còn lại
        20/09/2026 Gửi tiết kiệm                                     20.000    1.100.000
        20/09/2026 Trả lãi qua tổ                        …6164      336.329   40.000.000
        20/09/2026 Trả gốc BL2600328 tại điểm giao dịch  …6164   10.000.000   40.000.000
        26/08/2026 Liên hệ đến nhà · ✓ giữ lời 20/09     …6164
        24/08/2026 ! Kiểm tra đột xuất: sai mục đích     …6164   25.000.000   50.000.000
        20/08/2026 Gửi tiết kiệm                                     20.000    1.080.000
        20/08/2026 Trả lãi qua tổ                        …6164      336.329   50.000.000
        06/08/2026 Kiểm tra sau giải ngân                …6164                50.000.000
        20/07/2026 Gửi tiết kiệm                                     20.000    1.060.000
        20/07/2026 Giải ngân                             …6164   50.000.000   50.000.000

        ────────────────────────────────────────────────────────────────────────────────
         Enter món vay · Tab đổi bảng · → phần · c liên hệ · v kiểm tra · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<left> <tab>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ viên Thạch Đa Rít ──────────────────────────────────────────────
         Thạch Đa Rít · 0070001290 · ĐT 0900000227 · hộ cận nghèo · nam · sinh 1979
         Tổ 0703012 Lý Thị Sà Vươl · Ấp Rạch Vẹt · tiết kiệm 1.100.000 đ · Hội Phụ nữ
        ─ Món vay (1) ──────────────────────────────────────────────────────────────────
        Chương trình               Dư nợ    Quá hạn Tình trạng      Kỳ tới Lãi phiên tới
        Hộ cận nghèo          40.000.000 15.000.000 ✗ quá hạn   20/07/2027       285.770
         trễ 22 ngày, sai mục đích · phiên 20/10: lãi 285.770 đ · món 6600311900016164
        ─ ▸ Diễn biến ─ tất cả 58  gốc 2  lãi 2  tiết kiệm 50 ▸kiểm tra, khác 4 ────────
              Ngày Việc                                  Món        Số tiền      Còn lại
        26/08/2026 Liên hệ đến nhà · ✓ giữ lời 20/09     …6164
        24/08/2026 ! Kiểm tra đột xuất: sai mục đích     …6164   25.000.000   50.000.000
        06/08/2026 Kiểm tra sau giải ngân                …6164                50.000.000
        20/10/2019 Vào tổ






         hẹn trả 10.000.000 đ trước hết 20/09/2026: giữ lời
        ────────────────────────────────────────────────────────────────────────────────
         Enter món vay · Tab đổi bảng · → phần · h hủy dòng · c liên hệ · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn a_late_instalment_rolls_on_before_the_rule_and_is_overdue_after_it() {
    let mut before = page("0070000491");
    assert_eq!(before.rows_with("kỳ 1 trễ 30 ngày, chuyển kỳ sau").len(), 1);
    assert_eq!(before.rows_with("trong hạn").len(), 1);
    let mut after = page("0070000644");
    assert_eq!(after.rows_with("kỳ 1 trễ 30 ngày · phiên 15/10: gốc 5.000.000 đ").len(), 1);
    assert!(after.rows_with("✗ quá hạn")[0].contains("5.000.000"));
}

#[test]
fn a_wrong_receipt_and_its_reversal_are_shown_and_count_for_nothing() {
    let mut stage = part("0070000032", 1);
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ viên Sơn Thị Chanh Đa ──────────────────────────────────────────
         Sơn Thị Chanh Đa · 0070000032 · ĐT 0900000182 · hộ cận nghèo · nữ · sinh 1967
         Tổ 0701001 Thạch Thị Sa Rên · Ấp Giồng Chùa · tiết kiệm 3.460.000 đ
        ─ ▸ Món vay (1) ────────────────────────────────────────────────────────────────
        Chương trình               Dư nợ    Quá hạn Tình trạng      Kỳ tới Lãi phiên tới
        Hộ cận nghèo          20.000.000            trong hạn   15/06/2027       130.192
         phiên 15/10: lãi 130.192 đ · món 6600311900008316 · Trồng hành tím
        ─ Diễn biến ─ tất cả 108 ▸gốc 6  lãi 38  tiết kiệm 61  kiểm tra, khác 3 ────────
              Ngày Việc                                  Món        Số tiền      Còn lại
        15/06/2026 Trả gốc BL2600140 tại điểm giao dịch  …8316   10.000.000   20.000.000
        15/06/2026 ✗ Hủy: BL2600139                      …8316   15.000.000
        15/06/2026 ✗ Trả gốc BL2600139 (đã hủy)          …8316   15.000.000
        15/06/2025 Trả gốc BL2500103 tại điểm giao dịch  …8316   10.000.000   30.000.000
        15/06/2024 Trả gốc BL2400065 tại điểm giao dịch  …8316   10.000.000   40.000.000
        15/06/2023 Giải ngân                             …8316   50.000.000   50.000.000




         món 6600311900008316
        ────────────────────────────────────────────────────────────────────────────────
         Enter món vay · Tab đổi bảng · → phần · c liên hệ · v kiểm tra · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn a_frozen_farm_is_asked_for_nothing() {
    let mut stage = page("0070000952");
    assert_eq!(stage.rows_with("! khoanh").len(), 1);
    assert_eq!(stage.rows_with("đang khoanh · phiên 20/10: không phải trả").len(), 1);
    let mut stage = stage.press("<left> <tab> <down>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ viên Danh Phi Rum ──────────────────────────────────────────────
         Danh Phi Rum · 0070000952 · ĐT 0900000472 · hộ cận nghèo · nam · sinh 1987
         Tổ 0703009 Huỳnh Văn Út · Ấp Rạch Vẹt · tiết kiệm 1.640.000 đ · Hội Nông dân
        ─ Món vay (1) ──────────────────────────────────────────────────────────────────
        Chương trình               Dư nợ    Quá hạn Tình trạng      Kỳ tới Lãi phiên tới
        Hộ cận nghèo          36.000.000            ! khoanh
         đang khoanh · phiên 20/10: không phải trả · món 6600311900008072
        ─ ▸ Diễn biến ─ tất cả 98  gốc 3  lãi 33  tiết kiệm 57 ▸kiểm tra, khác 5 ───────
              Ngày Việc                                  Món        Số tiền      Còn lại
        10/04/2026 ! Khoanh nợ đến hết 09/04/2029        …8072
        26/03/2026 Kiểm tra theo kế hoạch năm            …8072                36.000.000
        23/06/2025 Kiểm tra theo kế hoạch năm            …8072                36.000.000
        05/05/2023 Kiểm tra sau giải ngân                …8072                60.000.000
        20/05/2013 Vào tổ





         Nước mặn xâm nhập, tôm chết toàn bộ hai ao; lập biên bản đề nghị khoanh nợ
        ────────────────────────────────────────────────────────────────────────────────
         Enter món vay · Tab đổi bảng · → phần · h hủy dòng · c liên hệ · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn a_student_in_grace_owes_nothing_yet_and_each_tranche_is_told() {
    let mut stage = page("0070000380").press("<down> m <right>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ viên Sơn Thị Sà Vane ───────────────────────────────────────────
         Sơn Thị Sà Vane · 0070000380 · ĐT 0900000160 · hộ nghèo · nữ · sinh 1998
         Tổ 0701004 Danh Thị Ngọc Mai · Ấp Giồng Chùa · tiết kiệm 5.740.000 đ
        ─ ▸ Món vay (2) ────────────────────────────────────────────────────────────────
        Chương trình               Dư nợ    Quá hạn Tình trạng      Kỳ tới Lãi phiên tới
        Hộ nghèo              24.000.000            trong hạn   15/06/2027       130.192
        Học sinh, sinh viên… 140.000.000            trong hạn   15/09/2027
         phiên 15/10: không phải trả · lãi ân hạn 14.946.740 đ (ân hạn đến 15/09/2027)
        ─ Diễn biến ─ tất cả 13 ▸gốc 7  lãi 0  tiết kiệm 0  kiểm tra, khác 6 ───────────
              Ngày Việc                                  Món        Số tiền      Còn lại
        15/09/2026 Giải ngân lần 7                       …9043   20.000.000  140.000.000
        10/02/2026 Giải ngân lần 6                       …9043   20.000.000  120.000.000
        15/09/2025 Giải ngân lần 5                       …9043   20.000.000  100.000.000
        15/02/2025 Giải ngân lần 4                       …9043   20.000.000   80.000.000
        16/09/2024 Giải ngân lần 3                       …9043   20.000.000   60.000.000
        19/02/2024 Giải ngân lần 2                       …9043   20.000.000   40.000.000
        15/09/2023 Giải ngân lần 1                       …9043   20.000.000   20.000.000


         món 6600310200009043
        ────────────────────────────────────────────────────────────────────────────────
         Enter món vay · Tab đổi bảng · → phần · c liên hệ · v kiểm tra · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn changes_of_a_contract_are_told_from_what_to_what() {
    let mut moved = part("0070000289", 4).press("<tab> <down>");
    assert_eq!(moved.rows_with("Điều chỉnh kỳ 3 đến 15/02/2027").len(), 1);
    assert_eq!(moved.rows_with("hạn cũ 15/08/2026 · món 6600311900008720").len(), 1);
    let mut longer = part("0070000763", 4).press("<tab> <down>");
    assert_eq!(longer.rows_with("Gia hạn đến 15/01/2028").len(), 1);
    assert_eq!(longer.rows_with("hạn cũ 15/09/2026").len(), 1);
}

#[test]
fn a_settled_loan_stands_last_and_says_when_it_was_settled() {
    let mut stage = part("0070000873", 1);
    assert_eq!(stage.rows_with("✓ tất toán").len(), 1);
    assert_eq!(stage.rows_with("15/01/2026 ✓ Tất toán").len(), 1);
}

#[test]
fn prepaid_interest_and_a_family_that_left_are_said() {
    let mut prepaid = page("0070001413");
    assert_eq!(prepaid.rows_with("lãi nộp trước còn 3.849.909 đ").len(), 1);
    assert_eq!(prepaid.rows_with("phiên 20/10: không phải trả").len(), 1);
    let mut gone = page("0070001091");
    assert_eq!(gone.rows_with("! đã ra khỏi tổ 12/05/2026").len(), 1);
    assert_eq!(gone.rows_with("kỳ cuối trễ 87 ngày").len(), 1);
}

#[test]
fn a_balance_that_the_borrower_names_otherwise_is_marked() {
    let ledger_says = "Kiểm tra đột xuất: số dư lệch";
    let stage = Stage::demo(Language::Vi);
    let member = stage.book().loans["6600310300008341"].loan.member.to_string();
    let mut stage = part(&member, 4);
    assert_eq!(stage.rows_with(ledger_says).len(), 1, "{}", stage.sees());
}

#[test]
fn a_wide_screen_has_the_balances_over_time() {
    let mut stage = Stage::demo_at(Language::Vi, 120, 36).press("3 <tab> <enter> <tab> <right>");
    expect![[r#"
         Sổ tay TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026                                      Trần Thị Bích · đã lưu · VI
         1 Tổng quan   2 Ngày GD   3 Nợ   4 Kiểm tra   5 Tổ & hộ   6 Chất lượng   7 Đề án   8 Sổ
        ── Nợ đến hạn, quá hạn › Tổ viên Ngô Thị Lài ───────────────────────────────────────────────────────────────────────────
         Ngô Thị Lài · 0070001704 · ĐT 0900000030 · hộ cận nghèo · nữ · sinh 1970 · CCCD •••••••••364
         Tổ 0704015 Trịnh Lệ Hoa · Ấp Chợ Cũ · tiết kiệm 4.810.000 đ · Hội Phụ nữ · vào tổ 20/12/2018
        ─ Món vay (1) ──────────────────────────────────────────────────────────────────────────────────────────────────────────
        Chương trình               Mục đích             Số tiền vay       Dư nợ    Quá hạn Tình trạng      Kỳ tới Lãi phiên tới
        Hộ nghèo                   Nuôi bò sinh sản      20.000.000   2.000.000  2.000.000 ✗ quá hạn                     14.105
         kỳ cuối trễ 513 ngày · phiên 20/10: gốc 2.000.000 đ + lãi 14.105 đ · món 6600310100006436 · Nuôi bò sinh sản
         Dư nợ từ 11/2023 đến 10/2026  ██████▅▅▅▅▅▅▅▅▅▅▅▅▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂  2.000.000 đ
        ─ ▸ Diễn biến ─ tất cả 120 ▸gốc 4  lãi 50  tiết kiệm 60  kiểm tra, khác 6 ──────────────────────────────────────────────
              Ngày Việc                                                                          Món        Số tiền      Còn lại
        20/05/2025 Trả gốc BL2500100 tại điểm giao dịch                                          …6436    5.000.000    2.000.000
        20/05/2024 Trả gốc BL2400064 tại điểm giao dịch                                          …6436    6.500.000    7.000.000
        20/05/2023 Trả gốc BL2300036 tại điểm giao dịch                                          …6436    6.500.000   13.500.000
        20/05/2022 Giải ngân                                                                     …6436   20.000.000   20.000.000

















         món 6600310100006436
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Enter món vay · Tab đổi bảng · → phần · h hủy dòng · c liên hệ · v kiểm tra · t thu gốc · n thêm món vay · ? trợ giúp
    "#]].assert_eq(&stage.sees());
}

#[test]
fn the_same_in_english() {
    let mut stage = Stage::demo(Language::En).press("5 / 0070000032 <enter> <right>");
    expect![[r#"
         S&L │ Xã mẫu Giồng Sen · as of 15/10/2026           Trần Thị Bích · saved · EN
         1 Overview  2 Session  3 Debts  4 Visits  5 Groups  6 Quality  7 Plans  8 Book
        ── Groups and households › Member Sơn Thị Chanh Đa ─────────────────────────────
         Sơn Thị Chanh Đa · 0070000032 · tel. 0900000182 · near-poor household · female
         Group 0701001 Thạch Thị Sa Rên · Ấp Giồng Chùa · savings 3.460.000 đ
        ─ ▸ Loans (1) ──────────────────────────────────────────────────────────────────
        Programme            Outstanding    Overdue Status        Next due Next interest
        Hộ cận nghèo          20.000.000            in term     15/06/2027       130.192
         session 15/10: interest 130.192 đ · loan 6600311900008316 · Trồng hành tím
        ─ History ─ all 108 ▸principal 6  interest 38  savings 61  visits, other 3 ─────
               Day What                                  Loan        Amount         Left
        15/06/2026 Principal paid BL2600140 at the point …8316   10.000.000   20.000.000
        15/06/2026 ✗ Takes back BL2600139                …8316   15.000.000
        15/06/2026 ✗ Principal paid BL2600139 (taken ba… …8316   15.000.000
        15/06/2025 Principal paid BL2500103 at the point …8316   10.000.000   30.000.000
        15/06/2024 Principal paid BL2400065 at the point …8316   10.000.000   40.000.000
        15/06/2023 Disbursed                             …8316   50.000.000   50.000.000




         loan 6600311900008316
        ────────────────────────────────────────────────────────────────────────────────
         Enter loan · Tab pane · → part · c talk · v visit · t receipt · ? help
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn a_loan_opens_from_the_page_and_esc_comes_back_to_it() {
    let mut stage = page("0070000380").press("<down> <enter>");
    assert!(stage.rows_with("Món vay 6600310200009043").len() == 1, "{}", stage.sees());
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.rows_with("Tổ viên Sơn Thị Sà Vane").len(), 1);
}

#[test]
fn the_id_number_is_masked_and_hidden_whole_with_the_names() {
    let mut stage = Stage::demo_at(Language::Vi, 120, 36).press("5 / 0070000002 <enter>");
    let seen = stage.sees();
    assert!(seen.contains("CCCD •••••••••645") && !seen.contains("000188741645"), "{seen}");
    let seen = stage.press("<f2>").sees();
    assert!(seen.contains("CCCD ••••••••••••") && !seen.contains("645"), "{seen}");
}

#[test]
fn no_size_makes_the_page_panic() {
    let mut stage = page("0070000380");
    for (width, height) in [(0, 0), (1, 1), (3, 2), (80, 24), (80, 30), (200, 60), (80, 1)] {
        for keys in ["<tab> <down>", "<right> <end>", "m <tab> <down>", "<left> <pgup>"] {
            stage.resize(width, height);
            stage = stage.press(keys);
            stage.sees();
        }
    }
}
