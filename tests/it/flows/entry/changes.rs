//! What happens to a loan later: tranches, an opening, other terms, a freeze; and taking back.

use super::{CONTRACT, message, under, with_member};
use crate::stage::Stage;
use expect_test::expect;
use tkvv::domain::day::Day;
use tkvv::domain::loan::ChangeKind;
use tkvv::domain::money::Dong;

const CODE: &str = "6600990000000001";

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a day")
}

/// The page of a loan in five instalments of 12 triệu, from 15/09/2025 to 15/09/2029.
fn loan() -> Stage {
    let five = "<tab> <tab> <tab> <tab> <tab> <tab> 5 <tab> <f5>";
    with_member(CONTRACT).press(five)
}

fn changes(stage: &Stage) -> Vec<ChangeKind> {
    stage.book().loans[CODE].changes.iter().map(|change| change.kind.clone()).collect()
}

#[test]
fn what_the_rule_allows_is_said_before_anything_is_typed() {
    let mut stage = loan().press("k");
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026          Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── … › Món vay 6600990000000001 · Thạch Thị Mẫu › Đổi kỳ hạn, khoanh nợ ────────
         Thạch Thị Mẫu · 6600990000000001
         Dời hạn của một kỳ, trước kỳ cuối. Kỳ cuối thì dùng gia hạn.

         ▸Việc *     ‹ điều chỉnh kỳ hạn ›
                     ← → hoặc Space chọn, hay gõ vài chữ; Ctrl+U bỏ trống
          Từ ngày *  15/10/2026
          Kỳ *
          Hạn mới *
          Quyết định










        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<right>");
    assert_eq!(
        stage.rows_with("Hạn cuối hiện nay 15/09/2029; gia hạn tối đa đến 15/03/2032.").len(),
        1,
        "{}",
        stage.sees()
    );
    let mut stage = stage.press("<right> <right>");
    assert_eq!(stage.rows_with("! Món này không khoanh vào ngày đó.").len(), 1);
}

#[test]
fn an_instalment_is_rescheduled_and_the_loan_extended_and_frozen() {
    let mut stage = loan().press("k <tab> <tab> <right> <tab> 15/3/2027 <tab> QĐ<space>5 <f5> c");
    assert!(message(&mut stage).contains("Đã ghi sổ"), "{}", stage.sees());
    let first = ChangeKind::Reschedule { instalment: 1, due_on: day("2027-03-15") };
    assert_eq!(changes(&stage), std::slice::from_ref(&first));
    let stage = stage.press("k <right> <tab> <tab> 15/3/2032 <f5> c");
    let second = ChangeKind::Extend { due_on: day("2032-03-15") };
    assert_eq!(changes(&stage).len(), 2);
    let mut stage = stage.press("k khoanh <tab> <tab> 15/10/2027 <f5> c");
    let third = ChangeKind::Freeze { until: Some(day("2027-10-15")) };
    for change in [first, second, third] {
        assert!(changes(&stage).contains(&change), "{change:?}");
    }
    assert!(stage.rows_with("Tình trạng")[0].contains("khoanh"), "{}", stage.sees());
    let mut stage = stage.press("k thôi");
    assert_eq!(stage.rows_with("Món này đang khoanh, đến 15/10/2027.").len(), 1);
}

#[test]
fn what_a_change_will_change_is_shown_while_typing_and_asked_before_it_is_recorded() {
    // two instalments rolled on to the session of 15/10/2026; one of them moves away from it
    let mut stage = loan().press("k <tab> <tab> <right> <tab> 15/3/2027");
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026       Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── … › Món vay 6600990000000001 · Thạch Thị Mẫu › Đổi kỳ hạn, khoanh nợ ────────
         Thạch Thị Mẫu · 6600990000000001
         Dời hạn của một kỳ, trước kỳ cuối. Kỳ cuối thì dùng gia hạn.
         Sẽ đổi, tính đến 15/10/2026:
         kỳ 1: hạn 15/09/2025 → 15/03/2027, trả ở phiên 15/03/2027
         ! kỳ 1 sẽ đến hạn sau kỳ 2 (hạn 15/09/2026): thứ tự trả đổi theo; xin xem lại
         gốc phải trả phiên 15/10/2026: 24.000.000 đ → 12.000.000 đ

          Việc *     điều chỉnh kỳ hạn
          Từ ngày *  15/10/2026
          Kỳ *       kỳ 1 · hạn 15/09/2025 · 12.000.000 đ
         ▸Hạn mới *  15/3/2027
                     thứ Hai, 15/03/2027
          Quyết định






        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<f5>");
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026       Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── … › Món vay 6600990000000001 · Thạch Thị Mẫu › Đổi kỳ hạn, khoanh nợ ────────
         Thạch Thị Mẫu · 6600990000000001
         Dời hạn của một kỳ, trước kỳ cuối. Kỳ cuối thì dùng gia hạn.
         Sẽ đổi, tính đến 15/10/2026:
         kỳ 1: hạn 15/09/2025 → 15/03/2027, trả ở phiên 15/03/2027
         ! kỳ 1┌─ ? ────────────────────────────────────────────────────────────┐m lại
         gốc ph│ Sẽ đổi, tính đến 15/10/2026: kỳ 1: hạn 15/09/2025 →            │
               │ 15/03/2027, trả ở phiên 15/03/2027; ! kỳ 1 sẽ đến hạn sau kỳ   │
          Việc │ 2 (hạn 15/09/2026): thứ tự trả đổi theo; xin xem lại; gốc      │
          Từ ng│ phải trả phiên 15/10/2026: 24.000.000 đ → 12.000.000 đ. Ghi    │
          Kỳ * │ sổ thay đổi này?                                               │
         ▸Hạn m│                                                                │
               │                                                 c có   k không │
          Quyết└────────────────────────────────────────────────────────────────┘






        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("k");
    assert_eq!(changes(&stage), [], "{}", stage.sees());
    let stage = stage.press("<f5> c");
    assert_eq!(changes(&stage).len(), 1);
    // what is no change yet shows nothing
    let mut stage = stage.press("k <right>");
    assert!(stage.rows_with("Sẽ đổi").is_empty(), "{}", stage.sees());
}

#[test]
fn what_a_change_can_not_be_is_said_at_its_field() {
    for (keys, label, said) in [
        ("<f5>", "Kỳ *", "Chưa có kỳ"),
        ("<tab> <tab> <right> <f5>", "Hạn mới", "Chưa có ngày mới"),
        ("<tab> 16/10 <tab> <right> <tab> 1/1/2027 <f5>", "Từ ngày *", "15/10/2026"),
        ("<tab> <tab> <right> <tab> 1/1/2030 <f5>", "Hạn mới", "15/09/2029"),
        ("<right> <tab> <tab> 16/3/2032 <f5>", "Hạn mới", "15/03/2032"),
        ("<right> <tab> <tab> 15/9/2029 <f5>", "Hạn mới", "15/09/2029"),
        ("khoanh <tab> <tab> 15/10/2026 <f5>", "Khoanh đến ngày", "15/10/2026"),
        ("thôi <f5>", "Từ ngày *", "khoanh"),
    ] {
        let mut stage = loan().press("k").press(keys);
        assert!(under(&mut stage, label).contains(said), "{keys}\n{}", stage.sees());
        assert!(changes(&stage).is_empty());
    }
}

#[test]
fn a_further_tranche_is_paid_out_up_to_the_principal() {
    let student = "6600990000000001 <tab> 02 <tab> 40tr <tab> 15/9/2025 <tab> 72 <f6> <f6>";
    let student = || with_member(student).press("15/9/2025 <tab> 10tr <f5> g");
    let mut stage = student().press("20tr <tab> 15/2/2026");
    assert_eq!(stage.rows_with("Số tiền vay 40.000.000 đ, còn được nhận 30.000.000 đ").len(), 1);
    let stage = stage.press("<f5>");
    let sums: Vec<Dong> =
        stage.book().loans[CODE].tranches.iter().map(|tranche| tranche.amount).collect();
    assert_eq!(sums, [Dong::new(10_000_000), Dong::new(20_000_000)]);
    for (keys, label, said) in [
        ("<f5>", "Số tiền *", "Chưa có số tiền"),
        ("31tr <f5>", "Số tiền *", "30.000.000"),
        ("1tr <tab> 16/10 <f5>", "Ngày giải ngân *", "15/10/2026"),
        ("1tr <tab> 14/9/2025 <f5>", "Ngày giải ngân *", "15/09/2025"),
    ] {
        let mut stage = student().press(keys);
        assert!(under(&mut stage, label).contains(said), "{keys}\n{}", stage.sees());
        assert_eq!(stage.book().loans[CODE].tranches.len(), 1);
    }
}

#[test]
fn an_opening_is_given_to_a_loan_that_is_in_the_book() {
    let mut stage = loan().press("o 30/9 <tab> 36tr <tab> 0 <f5>");
    let opening = stage.book().loans[CODE].opening.clone().expect("an opening");
    assert_eq!((opening.day, opening.outstanding), (day("2026-09-30"), Dong::new(36_000_000)));
    assert_eq!(stage.rows_with("36.000.000 đ").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("o");
    assert_eq!(stage.rows_with("! Món này đã có số dư đầu ngày 30/09/2026.").len(), 1);
    let mut stage = stage.press("<f5>");
    assert!(under(&mut stage, "Số dư đến ngày *").contains("Chưa có ngày"), "{}", stage.sees());
}

#[test]
fn a_change_is_taken_back_with_a_reason_from_the_members_page() {
    let stage = loan().press("k <right> <tab> <tab> 15/3/2030 <f5> c <esc> <tab>");
    let mut stage = stage.press("<home> h");
    expect![[r#"
         TK&VV │ Xã Bưng Lau · tính đến 15/10/2026          Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Tổ & hộ › Tổ 0990101 › Tổ viên Thạch Thị Mẫu › Hủy một dòng đã ghi ──────────
         15/10/2026 · Gia hạn đến 15/03/2030 · 6600990000000001
         Sổ không xóa: ghi thêm một bút toán hủy kèm lý do, giữ cả hai.

         ▸Lý do *

          Ngày hủy * 15/10/2026













        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F5 ghi sổ · Esc để nháp · Ctrl+U xóa ô · F4 bỏ nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<f5>");
    assert!(under(&mut stage, "Lý do *").contains("Chưa có lý do"), "{}", stage.sees());
    let stage = stage.press("nhập<space>nhầm <f5>");
    assert_eq!(changes(&stage), []);
    // what is no fact, as joining, is not taken back
    let mut stage = stage.press("<end> h");
    assert!(message(&mut stage).contains("không hủy được"), "{}", stage.sees());
}

#[test]
fn a_payment_and_a_tranche_on_which_nothing_rests_are_taken_back_too() {
    let student = "6600990000000001 <tab> 02 <tab> 40tr <tab> 15/9/2025 <tab> 72 <f6> <f6>";
    let stage = with_member(student).press("15/9/2025 <tab> 10tr <f5> g 20tr <f5>");
    let stage = stage.press("t 5tr <tab> BL1 <f5> <enter> <enter> <esc> <tab> <home>");
    let paid = |stage: &Stage| stage.book().loans[CODE].principal_paid.len();
    assert_eq!(paid(&stage), 1);
    let mut stage = stage.press("h sai<space>số <f5>");
    assert_eq!(paid(&stage), 0, "{}", stage.sees());
    let tranches = |stage: &Stage| stage.book().loans[CODE].tranches.len();
    assert_eq!(tranches(&stage), 2);
    let mut stage = stage.press("<home> <down> <down> h sai<space>ngày <f5>");
    assert_eq!(tranches(&stage), 1, "{}", stage.sees());
}

#[test]
fn the_earlier_tranche_of_an_opened_loan_is_asked_for_and_can_be_taken_back() {
    let opened = "6600990000000001 <tab> 02 <tab> 40tr <tab> 15/9/2025 <tab> 72 <pgdn> \
        <up> <up> <up> 30/9 <tab> 10tr <tab> 0 <f5> g";
    let mut stage = with_member(opened);
    let said = "Số dư đến ngày 30/09/2026 là 10.000.000 đ: ghi trước";
    assert_eq!(stage.rows_with(said).len(), 1, "{}", stage.sees());
    let mut stage = stage.press("10tr <tab> 1/10 <f5>");
    assert!(under(&mut stage, "Ngày giải ngân *").contains("Xin ghi trước"), "{}", stage.sees());
    let stage = stage.press("15/9/2025 <f5> g 10tr <tab> 1/10 <f5>");
    let sums = |stage: &Stage| -> Vec<i64> {
        let tranches = &stage.book().loans[CODE].tranches;
        tranches.iter().map(|tranche| tranche.amount.get() / 1_000_000).collect()
    };
    assert_eq!(sums(&stage), [10, 10]);
    // the earlier one stands in the history, without a balance: the opening says that
    let mut stage = stage.press("<esc> <tab> <home>");
    let rows = stage.rows_with("Giải ngân lần 1");
    assert_eq!(rows.len(), 1, "{}", stage.sees());
    assert_eq!(rows[0].matches("10.000.000").count(), 1, "{}", rows[0]);
    // what rests on it goes first
    let mut stage = stage.press("<down> <down> h sai<space>ngày <f5>");
    assert_eq!(sums(&stage), [10, 10], "{}", stage.sees());
    assert_eq!(stage.rows_with("Hủy một dòng đã ghi").len(), 1, "{}", stage.sees());
    let stage = stage.press("<f4> c <home> h sai<space>số <f5>");
    assert_eq!(sums(&stage), [10]);
    let mut stage = stage.press("<home> <down> h sai<space>ngày <f5>");
    // none is left: the loan is again one without rows
    assert_eq!(sums(&stage), [40], "{}", stage.sees());
}

#[test]
fn a_first_tranche_says_that_it_takes_the_place_of_the_one_at_once() {
    let at_once = "6600990000000001 <tab> 02 <tab> 40tr <tab> 15/9/2026 <tab> 72 <f5> g";
    let mut stage = with_member(at_once);
    let said = "Đang ghi giải ngân một lần 40.000.000 đ ngày 15/09/2026; lần ghi ở đây thay";
    assert_eq!(stage.rows_with(said).len(), 1, "{}", stage.sees());
    let stage = stage.press("10tr <tab> 15/9 <f5>");
    let sums: Vec<Dong> =
        stage.book().loans[CODE].tranches.iter().map(|tranche| tranche.amount).collect();
    assert_eq!(sums, [Dong::new(10_000_000)]);
}

#[test]
fn an_instalment_that_is_not_there_is_answered_with_those_that_are() {
    let mut stage = loan().press("k <tab> <tab> 99");
    assert_eq!(stage.rows_with("Chỉ dời được kỳ 1, 2, 3 hoặc 4.").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("Hạn mới *").len(), 1);
    let mut stage = loan().press("k khoanh");
    assert!(stage.rows_with("Khoanh đến ngày *").is_empty(), "a freeze may be open");
}

#[test]
fn a_new_day_after_the_next_instalments_is_warned_of_before_it_is_recorded() {
    let warned = |stage: &mut Stage| stage.rows_with("! kỳ 1 sẽ đến hạn sau kỳ 2").len();
    // instalment 2 is due on 15/09/2026, as the form says
    let mut stage = loan().press("k <tab> <tab> <right> <tab> 15/3/2029");
    assert_eq!(warned(&mut stage), 1, "{}", stage.sees());
    let mut stage = loan().press("k <tab> <tab> <right> <right> <right> <tab> 15/3/2028");
    assert!(stage.rows_with("sẽ đến hạn sau kỳ").is_empty(), "{}", stage.sees());
}
