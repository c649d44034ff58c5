//! Talks and promises from the row to the book, and a group's page.

use crate::stage::Stage;
use expect_test::expect;
use tkvv::domain::contact::ContactHow;
use tkvv::text::Language;

/// The loan of Trương Thị Yến Nhi, the third by age; the sample has no talk about it.
const NHI: &str = "6600310100007600";

/// How many talks the book has.
fn talks(stage: &Stage) -> usize {
    stage.book().loans.values().map(|file| file.contacts.len()).sum()
}

#[test]
fn a_promise_is_recorded_from_a_row_and_the_cursor_stays_on_it() {
    let mut stage = Stage::demo(Language::Vi).press("3 <tab> <down> <down> c");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Nợ đến hạn, quá hạn › Ghi liên hệ ───────────────────────────────────────────
         Trương Thị Yến Nhi · 6600310100007600
         Phải trả đến phiên 15/10/2026: 2.517.630 đ
         Chưa có liên hệ nào được ghi.

         ▸Cách liên hệ *         ‹ đến nhà ›
                                 ← → hoặc Space chọn, hay gõ vài chữ; Ctrl+U bỏ trống
          Nội dung
          Hẹn trả số tiền
          Hẹn trả trước hết ngày
          Ngày *                 15/10/2026
          Người liên hệ          Trần Thị Bích








        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("g <tab> sẽ<space>bán<space>lúa <tab> 2tr <tab> 20/10");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026  Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Nợ đến hạn, quá hạn › Ghi liên hệ ───────────────────────────────────────────
         Trương Thị Yến Nhi · 6600310100007600
         Phải trả đến phiên 15/10/2026: 2.517.630 đ
         Chưa có liên hệ nào được ghi.
         Lời hẹn này tính đến hết phiên 15/11/2026.

          Cách liên hệ *         gọi điện
          Nội dung               sẽ bán lúa
          Hẹn trả số tiền                   2.000.000
         ▸Hẹn trả trước hết ngày 20/10
                                 thứ Ba, 20/10/2026
          Ngày *                 15/10/2026
          Người liên hệ          Trần Thị Bích







        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<f5>");
    let here = "kỳ cuối trễ 273 ngày · hẹn 2.000.000 đ: còn hạn 20/10";
    assert_eq!(stage.rows_with(here).len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("✓ Đã ghi sổ.").len(), 1);
    let loan = &stage.book().loans[NHI];
    let talk = loan.contacts.last().expect("a talk").clone();
    assert_eq!((talk.how, talk.said.as_str()), (ContactHow::Phone, "sẽ bán lúa"));
    assert_eq!(talk.talker.as_deref(), Some("Trần Thị Bích"));
    let promise = talk.promise.expect("a promise");
    assert_eq!((promise.amount.get(), promise.by.to_string().as_str()), (2_000_000, "2026-10-20"));
}

#[test]
fn a_talk_stands_in_the_timeline_of_the_borrowers_page() {
    let keys = "3 <tab> <down> <down> c g <tab> sẽ<space>bán<space>lúa <tab> 2tr <tab> 20/10 <f5>";
    let mut stage = Stage::demo(Language::Vi).press(keys).press("<enter> <tab>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Nợ đến hạn, quá hạn › Tổ viên Trương Thị Yến Nhi ────────────────────────────
         Trương Thị Yến Nhi · 0070000395 · ĐT 0900000444 · hộ cận nghèo · nữ
         Tổ 0701004 Danh Thị Ngọc Mai · Ấp Giồng Chùa · tiết kiệm 8.900.000 đ
        ─ Món vay (1) ──────────────────────────────────────────────────────────────────
        Chương trình               Dư nợ    Quá hạn Tình trạng      Kỳ tới Lãi phiên tới
        Hộ nghèo               2.500.000  2.500.000 ✗ quá hạn                     17.630
         kỳ cuối trễ 273 ngày · phiên 15/10: gốc 2.500.000 đ + lãi 17.630 đ
        ─ ▸ Diễn biến ─▸tất cả 113  gốc 4  lãi 44  tiết kiệm 59  kiểm tra, khác 6 ──────
              Ngày Việc                                  Món        Số tiền      Còn lại
        15/10/2026 Liên hệ gọi điện · còn hạn 20/10      …7600
        15/09/2026 Gửi tiết kiệm                                    150.000    8.900.000
        15/09/2026 Trả lãi qua tổ                        …7600       18.218    2.500.000
        15/08/2026 Gửi tiết kiệm                                    150.000    8.750.000
        15/08/2026 Trả lãi qua tổ                        …7600       18.218    2.500.000
        15/07/2026 Gửi tiết kiệm                                    150.000    8.600.000
        15/07/2026 Trả lãi qua tổ                        …7600       17.630    2.500.000
        15/06/2026 Gửi tiết kiệm                                    150.000    8.450.000
        15/06/2026 Trả lãi qua tổ                        …7600       18.218    2.500.000
        15/05/2026 Gửi tiết kiệm                                    150.000    8.300.000
         hẹn trả 2.000.000 đ trước hết 20/10/2026, tính đến phiên 15/11 · sẽ bán lúa
        ────────────────────────────────────────────────────────────────────────────────
         Enter món vay · Tab đổi bảng · → phần · h hủy dòng · c liên hệ · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn a_payment_from_the_same_row_keeps_the_promise_of_the_day_before() {
    let keys = "3 <tab> <down> <down> c g <tab> <tab> 2tr <tab> 20/10 <tab> 14/10 <f5>";
    let mut stage = Stage::demo_at(Language::Vi, 120, 36).press(keys);
    assert!(stage.rows_with("Trương Thị Yến N").len() == 1, "{}", stage.sees());
    assert!(stage.rows_with(" 14/10 còn hạn 20/10").len() == 1, "{}", stage.sees());
    // a part is not enough
    let mut stage = stage.press("t 1,5tr <tab> BL771 <f5> <enter> <enter>");
    let row = stage.rows_with("Trương Thị Yến N");
    assert!(row.len() == 1 && row[0].contains("còn hạn 20/10"), "{}", stage.sees());
    let mut stage = stage.press("t 500k <tab> BL772 <f5> <enter> <enter>");
    let row = stage.rows_with("Trương Thị Yến N");
    assert!(row.len() == 1 && row[0].contains("✓ giữ lời 20/10"), "{}", stage.sees());
    let file = &stage.book().loans[NHI];
    let paid: i64 = file.principal_paid.iter().rev().take(2).map(|paid| paid.amount.get()).sum();
    assert_eq!(
        (paid, file.contacts.last().expect("a talk").day.to_string().as_str()),
        (2_000_000, "2026-10-14")
    );
}

#[test]
fn a_half_promise_and_nonsense_are_refused_at_their_fields() {
    let before = talks(&Stage::demo(Language::Vi));
    let wrong = |keys: &str| {
        let mut stage = Stage::demo(Language::Vi).press("3 <tab> c").press(keys).press("<f5>");
        let seen = stage.sees();
        assert_eq!(talks(&stage), before, "{seen}");
        seen
    };
    let mut missed: Vec<String> = Vec::new();
    for (keys, said) in [
        ("", "Chưa có nội dung trao đổi"),
        ("<tab> hứa <tab> 500k", "ghi cả số tiền và ngày hẹn"),
        ("<tab> hứa <tab> <tab> 20/10", "ghi cả số tiền và ngày hẹn"),
        ("<tab> hứa <tab> 0đ <tab> 20/10", "lớn hơn 0"),
        ("<tab> hứa <tab> 99999999999999999999 <tab> 20/10", "quá lớn"),
        ("<tab> hứa <tab> abc <tab> 20/10", "số tiền"),
        ("<tab> hứa <tab> 500k <tab> 30/02", "chỉ từ ngày 1 đến 28"),
        ("<tab> hứa <tab> 500k <tab> 14/10/2026", "15/10/2026"),
        ("<tab> hứa <tab> 500k <tab> 16/10/2028", "15/10/2028"),
        ("<tab> hứa <tab> <tab> <tab> 16/10/2026", "15/10/2026"),
        ("<tab> hứa <tab> <tab> <tab> 01/01/2001", "giải ngân"),
    ] {
        let seen = wrong(keys);
        if !seen.contains(said) {
            missed.push(format!("{keys}: {said}\n{seen}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_talk_that_was_mistyped_is_taken_back_on_the_borrowers_page() {
    let keys = "3 <tab> <down> <down> c <tab> nhầm <f5> <enter> <tab>";
    let stage = Stage::demo(Language::Vi).press(keys);
    let with = talks(&stage);
    let mut stage = stage.press("h nhầm<space>hộ <f5>");
    assert_eq!(talks(&stage) + 1, with, "{}", stage.sees());
    assert!(stage.rows_with("Liên hệ").is_empty(), "{}", stage.sees());
}

#[test]
fn what_was_typed_of_a_talk_comes_back_and_is_gone_once_thrown_away() {
    let stage = Stage::demo(Language::Vi).press("3 <tab> c <tab> hẹn<space>mùa<space>sau <esc>");
    let mut stage = stage.press("c");
    assert_eq!(stage.rows_with("hẹn mùa sau").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<f4> <enter> c");
    assert!(stage.rows_with("hẹn mùa sau").is_empty(), "{}", stage.sees());
}

#[test]
fn a_group_has_a_page_to_hand_to_its_leader() {
    let mut stage = Stage::demo(Language::Vi).press("3 <tab> l");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Nợ đến hạn, quá hạn › Tờ giao tổ 0704015 · phiên 20/10/2026 ─────────────────
         Tổ trưởng: Trịnh Lệ Hoa · Ấp Chợ Cũ · Hội Phụ nữ
         Phiên 20/10/2026 tại Điểm giao dịch Rạch Vẹt · số liệu đến 15/10/2026

        TT Họ tên                 Gốc        Lãi    Phải trả    Quá hạn Lời hẹn
         1 Trịnh Lệ Hoa                  678.082     678.082
         2 Đoàn Thị Thu Hà               325.479     325.479
         3 Dương Thị Hồng…                81.370      81.370
         4 Ngô Muội                      433.972     433.972
         5 Khưu Lệ Kiều                  433.972     433.972
         6 Ngô Thị Lài      2.000.000     14.105   2.014.105  2.000.000
         7 Phan Thị Bảy                  597.329     597.329
         8 Trương Thị Bảy                244.109     244.109
         9 Trần Bích Châu  15.000.000    292.932  15.292.932
        10 Khưu Bích Châu  12.000.000    156.230  12.156.230
        11 Quách Kiến Quốc               433.973     433.973
        12 Vương Thu Nghi                195.287     195.287
        Cộng 20 (1–12)     29.000.000  6.176.638  35.176.638  2.000.000
         Gốc: hộ vay tự mang đến trả ngân hàng tại điểm giao dịch, mang theo sổ vay vốn.
         Lãi và tiết kiệm: nộp cho tổ trước phiên, nhớ nhận biên lai.
        ────────────────────────────────────────────────────────────────────────────────
         Enter tổ viên · → phiên khác · c liên hệ · s sắp xếp · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = Stage::demo_at(Language::Vi, 120, 36).press("5 l <right>");
    expect![[r#"
         Sổ tay TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026                                      Trần Thị Bích · đã lưu · VI
         1 Tổng quan   2 Ngày GD   3 Nợ   4 Kiểm tra   5 Tổ & hộ   6 Chất lượng   7 Đề án   8 Sổ
        ── Tổ & hộ › Tờ giao tổ 0701001 · phiên 15/11/2026 ─────────────────────────────────────────────────────────────────────
         Tổ trưởng: Thạch Thị Sa Rên · Ấp Giồng Chùa · Hội Phụ nữ
         Phiên 15/11/2026 tại Điểm giao dịch Giồng Sen · số liệu đến 15/10/2026

        TT Họ tên                                                         Gốc        Lãi    Phải trả    Quá hạn Lời hẹn
         1 Thạch Thị Sa Rên                                                      165.452     165.452
         2 Danh Thị Sa Oanh                                                      370.613     370.613
         3 Đào Thị Srây                                            13.000.000    714.753  13.714.753
         4 Thạch Thị Ươl                                                         158.834     158.834
         5 Tăng Thị Sa Oanh                                         5.000.000    511.397   5.511.397
         6 Sơn Thị Chanh Đa                                                      264.723     264.723
         7 Trà Thị Sô Phi                                           7.500.000    808.817   8.308.817
         8 Ngô Văn Sang                                                          180.493     180.493
         9 Trương Thị Tám                                                        638.808     638.808
        10 Tăng Thị Rịa                                            10.000.000    529.447  10.529.447
        11 Lâm Thị Thia Vy                                                     1.058.893   1.058.893
        12 Kim Thị Na Quy                                          16.500.000    557.022  17.057.022
        13 Tăng Thị Mô Ni                                                        794.169     794.169
        14 Châu Thị Sa Mone                                                      926.532     926.532
        15 Lý Thị Đa Ra                                             4.000.000    511.398   4.511.398
        16 Kim Thị Sa Oanh                                                       689.384     689.384
        17 Tăng Thị Ươl                                                          794.170     794.170
        18 Kim Thị Na Ry                                                         344.140     344.140
        19 Đặng Thị Sáu                                                          511.397     511.397
        20 Đào Thị Sa Rên                                                        577.578     577.578
        21 Huỳnh Thị Tám                                                         882.411     882.411
        22 Đặng Thị Tám                                                          529.446     529.446
        23 Trương Văn Tám                                           7.000.000    741.225   7.741.225
        24 Lý Thị Thia Vy                                                        441.205     441.205
        Cộng 24                                                    63.000.000 13.702.307  76.702.307          0
         Gốc: hộ vay tự mang đến trả ngân hàng tại điểm giao dịch, mang theo sổ vay vốn.
         Lãi và tiết kiệm: nộp cho tổ trước phiên, nhớ nhận biên lai.
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Enter tổ viên · → phiên khác · c liên hệ · s sắp xếp · Esc quay lại · / tìm · F2 ẩn tên · F9 English · ? trợ giúp
    "#]].assert_eq(&stage.sees());
    // a talk is recorded from its rows too, and the row is the same afterwards
    let mut stage = stage.press("<down> <down> c <tab> nhắc<space>nộp<space>lãi <f5>");
    assert_eq!(stage.rows_with("Tờ giao tổ").len(), 1, "{}", stage.sees());
    assert_eq!(talks(&stage), talks(&Stage::demo(Language::Vi)) + 1);
}

#[test]
fn the_form_in_english() {
    let mut stage = Stage::demo_at(Language::En, 120, 36).press("3 <backtab> c");
    expect![[r#"
         Savings & loan book │ Xã mẫu Giồng Sen · as of 15/10/2026                                   Trần Thị Bích · saved · EN
         1 Overview   2 Session   3 Debts   4 Visits   5 Groups   6 Quality   7 Plans   8 Book
        ── Due and overdue › Record a talk ─────────────────────────────────────────────────────────────────────────────────────
         Lê Hoài Nam · 6600311900008592
         To pay by the session of 20/10/2026: 6.273.794 đ
         The last talk 04/09/2026: gửi giấy báo về nhà mẹ ruột, chưa trả lời

         ▸How *           ‹ at home ›
                          ← → or Space, or a few letters; Ctrl+U empties
          What was said
          Promised to pay
          By the end of
          Day *           15/10/2026
          Who talked      Trần Thị Bích




















        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Tab next · F5 save · Esc keep draft · Ctrl+U empty it · F4 throw away · Ctrl+F find · F2 hide names · F1 help
    "#]].assert_eq(&stage.sees());
}
