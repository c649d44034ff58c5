//! Loans: new ones with their instalments, tranches and openings; and their changes.

use super::{CONTRACT, under, with_member as with};
use crate::stage::Stage;
use expect_test::expect;
use tkvv::domain::day::Day;
use tkvv::domain::money::Dong;
use tkvv::text::Language;

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a day")
}

#[test]
fn a_contract_fills_its_rate_its_last_day_and_equal_instalments() {
    let stage = with(CONTRACT).press("<tab> <tab> <tab> chăn<space>nuôi <tab> <tab> <tab> 5");
    let mut stage = stage.press("<tab>");
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026       Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ 0990101 › Tổ viên Thạch Thị Mẫu › Thêm món vay ─────────────────
         Thạch Thị Mẫu · mã 0990000001 · tổ 0990101
         Phân 5 kỳ, cộng 60.000.000 đ · giải ngân một lần
         ! Giải ngân đã lâu: chưa điền dư nợ ở cuối mẫu thì tính là chưa trả lần nào.

          Mã món vay *      6600990000000001
          Chương trình *    19 Hộ cận nghèo · 7,92 %
          Số tiền vay *               60.000.000
          Ngày giải ngân *  15/09/2024
          Thời hạn, tháng * 60
          Hạn trả cuối *    15/09/2029
          Lãi suất, %/năm * 7,92
          Mục đích          chăn nuôi
          Nguồn vốn         vốn trung ương
          Ân hạn lãi đến
          Số kỳ trả gốc     5
         ▸Mỗi kỳ, tháng     12
                            mấy tháng một kỳ

          ↓ còn nữa: 4 ô ở dưới (↓, PgDn)
        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F6 phân kỳ · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn a_table_beside_the_form_holds_the_instalments() {
    let five = "<tab> <tab> <tab> chăn<space>nuôi <tab> <tab> <tab> 5 <tab>";
    let stage = with(CONTRACT).press(five);
    let mut stage = stage.press("<f6>");
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026       Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ 0990101 › Tổ viên Thạch Thị Mẫu › Thêm món vay ─────────────────
         Thạch Thị Mẫu · mã 0990000001 · tổ 0990101
         Phân 5 kỳ, cộng 60.000.000 đ · giải ngân một lần
         ! Giải ngân đã lâu: chưa điền dư nợ ở cuối mẫu thì tính là chưa trả lần nào.

          Mã món vay *      6600990000000001         ─ ▸ Phân kỳ trả gốc ──────────────
          Chương trình *    19 Hộ cận nghèo · 7,92 %  Kỳ  Hạn trả             Số tiền
          Số tiền vay *               60.000.000     ▸  1 15/09/2025       12.000.000
          Ngày giải ngân *  15/09/2024                  2 15/09/2026       12.000.000
          Thời hạn, tháng * 60                          3 15/09/2027       12.000.000
          Hạn trả cuối *    15/09/2029                  4 15/09/2028       12.000.000
          Lãi suất, %/năm * 7,92                        5 15/09/2029       12.000.000
          Mục đích          chăn nuôi                   6
          Nguồn vốn         vốn trung ương
          Ân hạn lãi đến
          Số kỳ trả gốc     5
          Mỗi kỳ, tháng     12
         MÓN ĐANG TRẢ DỞ (món mới: bỏ trống)         Cộng 5                60.000.000
          Số dư đến ngày                             ✓ khớp số tiền vay
          ↓ còn nữa: 3 ô ở dưới (↓, PgDn)            thứ Hai, 15/09/2025
        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F6 về mẫu · F5 ghi sổ · Ctrl+U xóa ô · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn a_new_loan_opens_with_its_figures_once_it_is_saved() {
    let five = "<tab> <tab> <tab> chăn<space>nuôi <tab> <tab> <tab> 5 <tab>";
    let stage = with(CONTRACT).press(five);
    let mut stage = stage.press("<f5>");
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026          Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── … › Tổ viên Thạch Thị Mẫu › Món vay 6600990000000001 · Thạch Thị Mẫu ────────
         Chương trình     Hộ cận nghèo           Tình trạng       trong hạn
         Mục đích         chăn nuôi              Dư nợ            60.000.000 đ
         Số tiền vay      60.000.000 đ           Quá hạn          0 đ
         Lãi suất         7,92 %                 Lãi tồn          9.504.000 đ
         Giải ngân        15/09/2024             Biến động cuối   15/09/2024
         Đến hạn          15/09/2029             Phiên tới        15/10/2026
         Nguồn vốn        vốn trung ương         Gốc phải trả     24.000.000 đ
                                                 Lãi phải trả     9.894.575 đ


        ─ Phân kỳ trả gốc ──────────────────────────────────────────────────────────────
         Kỳ    Đến hạn      Phiên       Số tiền        Đã trả Tình trạng      Số ngày
          1 15/09/2025 15/09/2025    12.000.000               chuyển kỳ sau       395
          2 15/09/2026 15/09/2026    12.000.000               chuyển kỳ sau        30
          3 15/09/2027 15/09/2027    12.000.000               chưa đến hạn
          4 15/09/2028 15/09/2028    12.000.000               chưa đến hạn
          5 15/09/2029 15/09/2029    12.000.000               chưa đến hạn

        Cộng 5                       60.000.000             0
         ✓ Đã ghi sổ.
         t thu gốc · c liên hệ · g giải ngân · k đổi kỳ hạn · o số dư đầu · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let file = &stage.book().loans["6600990000000001"];
    assert_eq!(file.loan.rate.to_string(), "7.92");
    assert_eq!(file.loan.due_on, day("2029-09-15"));
    assert_eq!(file.loan.purpose, "chăn nuôi");
    assert_eq!(file.instalments.len(), 5);
    assert!(file.instalments.iter().all(|it| it.amount == Dong::new(12_000_000)));
    assert_eq!(file.opening, None);
}

#[test]
fn instalments_are_edited_line_by_line_against_the_principal() {
    let five = "<tab> <tab> <tab> <tab> <tab> <tab> 5 <tab> <f6>";
    let mut stage = with(CONTRACT).press(five).press("<tab> 10tr <down>");
    let seen = stage.sees();
    assert!(seen.contains("! còn thiếu 2.000.000 đ"), "{seen}");
    let mut stage = stage.press("<f5>");
    let seen = stage.sees();
    assert!(seen.contains("60.000.000"), "the refusal names the principal\n{seen}");
    assert!(stage.book().loans.is_empty());
    let stage = stage.press("<down> <down> <down> 14tr <f5>");
    let amounts: Vec<i64> = stage.book().loans["6600990000000001"]
        .instalments
        .iter()
        .map(|it| it.amount.get() / 1_000_000)
        .collect();
    assert_eq!(amounts.iter().sum::<i64>(), 60, "{amounts:?}");
}

#[test]
fn a_loan_that_is_half_repaid_begins_with_what_is_outstanding() {
    let to_opening = "<tab> <tab> <tab> <tab> <tab> <tab> <tab> <tab>";
    let stage = with(CONTRACT).press(to_opening);
    let mut stage = stage.press("30/9 <tab> 36tr <tab> 250k <tab> 15/9");
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026       Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ 0990101 › Tổ viên Thạch Thị Mẫu › Thêm món vay ─────────────────
         Thạch Thị Mẫu · mã 0990000001 · tổ 0990101
         Trả gốc một lần, hạn 15/09/2029 · giải ngân một lần

          ↑ còn nữa: 4 ô ở trên (↑, PgUp)
          Thời hạn, tháng * 60
          Hạn trả cuối *    15/09/2029
          Lãi suất, %/năm * 7,92
          Mục đích
          Nguồn vốn         vốn trung ương
          Ân hạn lãi đến
          Số kỳ trả gốc
          Mỗi kỳ, tháng
         MÓN ĐANG TRẢ DỞ (món mới: bỏ trống)
          Số dư đến ngày    30/09/2026
          Dư nợ gốc                   36.000.000
          Lãi còn nợ                     250.000
         ▸Lần trả gần nhất  15/9
                            thứ Ba, 15/09/2026

        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F6 phân kỳ · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let stage = stage.press("<enter>");
    let opening = stage.book().loans["6600990000000001"].opening.clone().expect("an opening");
    assert_eq!(opening.day, day("2026-09-30"));
    assert_eq!(opening.outstanding, Dong::new(36_000_000));
    assert_eq!(opening.interest_owed, Dong::new(250_000));
    assert_eq!(opening.last_movement, Some(day("2026-09-15")));
    let mut stage = stage;
    assert_eq!(stage.rows_with("36.000.000 đ").len(), 1, "{}", stage.sees());
}

#[test]
fn tranches_of_a_student_are_typed_in_a_table_of_their_own() {
    let student = "6600990000000002 <tab> 02 <tab> 40tr <tab> 15/9/2025 <tab> 72 <f6> <f6>";
    let stage = with(student).press("15/9/2025 <tab> 10tr <tab> 15/2/2026 <tab> 10tr <f5>");
    let file = &stage.book().loans["6600990000000002"];
    let tranches: Vec<(Day, i64)> =
        file.tranches.iter().map(|it| (it.day, it.amount.get())).collect();
    let expected = [(day("2025-09-15"), 10_000_000), (day("2026-02-15"), 10_000_000)];
    assert_eq!(tranches, expected);
}

#[test]
fn what_a_loan_can_not_be_is_said_at_its_field() {
    for (keys, label, said) in [
        ("<f5>", "Mã món vay *", "Chưa có mã"),
        ("66 <tab> 19 <f5>", "Số tiền vay *", "Chưa có số tiền vay"),
        ("66 <tab> 77 <f5>", "Chương trình *", "Không có trong sổ"),
        ("66 <tab> 19 <tab> 500 <f5>", "Số tiền vay *", "500 đ, hay 500 nghìn?"),
        ("66 <tab> 19 <tab> 60tr <f5>", "Ngày giải ngân *", "Chưa có ngày giải ngân"),
        ("66 <tab> 19 <tab> 60tr <tab> 15/9/2024 <f5>", "Thời hạn, tháng *", "Chưa có thời hạn"),
        ("66 <tab> 19 <tab> 60tr <tab> 15/9/2024 <tab> 60 <f5>", "Mã món vay *", "16 chữ số"),
        (
            "6600990000000001 <tab> 19 <tab> 60tr <tab> 15/9/2024 <tab> 400 <tab> 1/1/2030 <f5>",
            "Thời hạn, tháng *",
            "360",
        ),
        (
            "6600990000000001 <tab> 19 <tab> 60tr <tab> 1/1/2020 <tab> 60 <f5>",
            "Ngày giải ngân *",
            "05/03/2020",
        ),
        (
            "6600990000000001 <tab> 19 <tab> 60tr <tab> 16/10/2026 <tab> 60 <f5>",
            "Ngày giải ngân *",
            "15/10/2026",
        ),
    ] {
        let mut stage = with(keys);
        assert!(under(&mut stage, label).contains(said), "{keys}\n{}", stage.sees());
        assert!(stage.book().loans.is_empty());
    }
    let to_due = format!("{CONTRACT} <tab>");
    let to_opening = format!("{CONTRACT} <tab> <tab> <tab> <tab> <tab> <tab> <tab> <tab>");
    for (keys, label, said) in [
        (format!("{to_due} 1/1/2024 <f5>"), "Hạn trả cuối *", "15/09/2024"),
        (format!("{to_due} <tab> 120 <f5>"), "Lãi suất, %/năm *", "từ 0 đến 100"),
        (format!("{to_due} <tab> <tab> <tab> <tab> 1/1/2024 <f5>"), "Ân hạn lãi đến", "15/09/2024"),
        (format!("{to_opening} 1/1/2024 <tab> 1tr <tab> 0 <f5>"), "Số dư đến ngày", "15/09/2024"),
        (format!("{to_opening} 30/9 <tab> 61tr <tab> 0 <f5>"), "Dư nợ gốc", "60.000.000"),
        (format!("{to_opening} 30/9 <f5>"), "Dư nợ gốc", "Chưa có dư nợ"),
        (format!("{to_opening} <tab> 30tr <f5>"), "Số dư đến ngày", "Điền dư nợ"),
        (format!("{to_opening} 30/9 <tab> 30tr <f5>"), "Lãi còn nợ", "Chưa có lãi còn nợ"),
        (
            format!("{to_opening} 30/9 <tab> 30tr <tab> 0 <tab> 1/10 <f5>"),
            "Lần trả gần nhất",
            "30/09/2026",
        ),
    ] {
        let mut stage = with(&keys);
        assert!(under(&mut stage, label).contains(said), "{keys}\n{}", stage.sees());
        assert!(stage.book().loans.is_empty());
    }
}

#[test]
fn a_contract_in_the_book_is_edited_and_its_rate_is_not_touched() {
    let mut stage = Stage::demo(Language::Vi).press("/ 6600310900006867 <enter> e");
    let seen = stage.sees();
    assert!(seen.contains("8,25") && seen.contains("Nuôi cá lóc"), "{seen}");
    let to_purpose = "<tab> <tab> <tab> <tab> <tab> <tab>";
    let stage = stage.press(to_purpose).press("<c-u> Nuôi<space>vịt <f5>");
    let loan = &stage.book().loans["6600310900006867"];
    assert_eq!(loan.loan.purpose, "Nuôi vịt");
    assert_eq!(loan.loan.rate.to_string(), "8.25");
    assert_eq!(loan.instalments.len(), 5);
}

#[test]
fn a_half_typed_loan_is_kept_with_its_tables() {
    let five = "<tab> <tab> <tab> <tab> <tab> <tab> 5 <tab> <f6> <tab> 10tr <down>";
    let mut stage = with(CONTRACT).press(five);
    let typed = stage.sees();
    let mut stage = stage.press("<esc> <esc>");
    assert_eq!(stage.rows_with("Đã giữ nháp").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("n <f6> <tab> <down>");
    let again = stage.sees();
    for row in ["10.000.000", "còn thiếu 2.000.000 đ", "6600990000000001"] {
        assert!(typed.contains(row) && again.contains(row), "{row}\n{again}");
    }
}

const CODE: &str = "6600990000000001";

/// The numbers of the loan's instalments and their amounts in triệu.
fn instalments(stage: &Stage) -> Vec<(u32, i64)> {
    let rows = &stage.book().loans[CODE].instalments;
    rows.iter().map(|it| (it.no, it.amount.get() / 1_000_000)).collect()
}

/// The page of a loan in five instalments of 12 triệu, from 15/09/2025 to 15/09/2029.
fn in_five() -> Stage {
    with(CONTRACT).press("<tab> <tab> <tab> <tab> <tab> <tab> 5 <tab> <f5>")
}

#[test]
fn a_loan_whose_instalments_are_all_deleted_is_repaid_at_once() {
    let stage = in_five();
    assert_eq!(instalments(&stage).len(), 5);
    // A line that was emptied is gone once it is left; the next one is begun where it was left.
    let delete = "<c-u> <tab> <c-u> <down> <backtab> ";
    let mut stage = stage.press("e <f6>").press(&delete.repeat(5));
    let seen = stage.sees();
    assert!(seen.contains("Trả gốc một lần, hạn 15/09/2029"), "{seen}");
    let stage = stage.press("<f5>");
    assert_eq!(instalments(&stage), [(1, 60)]);
}

#[test]
fn instalments_keep_their_numbers_when_the_loan_is_edited() {
    let first_gone = "e <f6> <c-u> <tab> <c-u> <down> 24tr <f5>";
    let stage = in_five().press(first_gone);
    let kept = [(2, 24), (3, 12), (4, 12), (5, 12)];
    assert_eq!(instalments(&stage), kept);
    // Only the purpose changes; the numbers are seen in the table, and the next one below them.
    let to_purpose = "<tab> <tab> <tab> <tab> <tab> <tab> ";
    let mut stage = stage.press("e").press(to_purpose).press("vịt <f6>");
    let seen = stage.sees();
    for row in [" 2 15/09/2026       24.000.000", " 5 15/09/2029       12.000.000"] {
        assert!(seen.contains(row), "{row}\n{seen}");
    }
    let stage = stage.press("<f5>");
    assert_eq!(stage.book().loans[CODE].loan.purpose, "vịt");
    assert_eq!(instalments(&stage), kept);
}

#[test]
fn a_draft_keeps_the_numbers_of_the_instalments() {
    let stage = in_five().press("e <f6> <c-u> <tab> <c-u> <down> 24tr <tab>");
    let stage = stage.press("<esc> <esc> e <f5>");
    assert_eq!(instalments(&stage), [(2, 24), (3, 12), (4, 12), (5, 12)]);
}

#[test]
fn a_rescheduled_instalment_is_not_made_another_one() {
    let moved = "k <tab> <tab> <right> <tab> 15/3/2027 <tab> QĐ<space>5 <f5> c";
    let mut stage = in_five().press(moved).press("e <f6> <c-u> <tab> <c-u> <down> 24tr <f5>");
    let seen = stage.sees();
    assert!(seen.contains("Kỳ 1 đã được điều chỉnh hạn"), "{seen}");
    assert_eq!(instalments(&stage).len(), 5);
}
