//! The cash of a group's sheets, counted by note.

use super::sixty::{self, DUE};
use crate::stage::{Stage, TODAY, now};
use expect_test::expect;
use tkvv::domain::cash::CashCount;
use tkvv::domain::day::Day;
use tkvv::domain::money::Dong;

fn open() -> (tempfile::TempDir, Stage) {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("book.db");
    sixty::make(&book);
    let stage = sixty::open(&book);
    (folder, stage)
}

/// The count that stands in the book.
pub fn counted(stage: &Stage) -> Option<&CashCount> {
    stage.book().cash_count(&"0000001".into(), Day::parse_iso(TODAY).expect("a day"))
}

/// Two lines in full: 244.000 đ.
const SAVED: &str = "2 <enter> = <enter> <enter> = <f7> <f5> <enter>";

#[test]
fn saving_a_sheet_asks_for_the_cash_and_a_right_count_needs_no_word() {
    let (_folder, stage) = open();
    // 200.000 + 2 × 20.000 + 2 × 2.000
    let mut stage = stage.press(SAVED).press("<enter> 1 <enter> <enter> <enter> 2 <enter>");
    let mut stage = {
        assert_eq!(stage.rows_with("Đã ghi bảng kê").len(), 0);
        stage.press("<enter> <enter> 2")
    };
    expect![[r#"
         TK&VV │ Xã thử · tính đến 15/10/2026            Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── … › Tổ 0000001 Lý Thị Số 1 · bổ sung › Đếm tiền tổ 0000001 Lý Thị Số 1 ──────
         Phiên 15/10/2026 · tiền mặt phải nộp: 244.000 đ
         Gõ số tờ của từng mệnh giá, Enter xuống ô sau; F5 ghi sổ, Esc để đếm sau.
            Mệnh giá     Số tờ         Thành tiền
             500.000
             200.000  1                   200.000
             100.000
              50.000
              20.000  2                    40.000
              10.000
               5.000
        ▸      2.000  2                     4.000
               1.000
          Tiền lẻ, hoặc tổng
          Đếm được                        244.000 đ
          Theo bảng kê                    244.000 đ
          Chênh lệch          ✓ khớp, không thừa không thiếu
          Người đếm, nộp
          Vì sao lệch

        ────────────────────────────────────────────────────────────────────────────────
         Tab ô kế · F5 ghi sổ · Esc đếm sau · F4 bỏ nháp · Ctrl+F tìm · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<f5>");
    assert_eq!(stage.rows_with("tiền: khớp").len(), 1, "{}", stage.sees());
    let count = counted(&stage).expect("a count");
    assert_eq!((count.counted, count.expected), (Dong::new(2 * DUE), Dong::new(2 * DUE)));
    assert_eq!(count.notes, [0, 1, 0, 0, 2, 0, 0, 2, 0]);
}

#[test]
fn what_is_short_is_said_at_once_and_needs_a_sentence_and_a_name() {
    let (_folder, stage) = open();
    let mut stage = stage.press(SAVED).press("<down> 1 <down> <down> <down> 1 <f5>");
    assert_eq!(
        stage.rows_with("▼ −24.000 · thiếu 24.000 đ (hai mươi tư nghìn đồng)").len(),
        1,
        "{}",
        stage.sees()
    );
    assert_eq!(stage.rows_with("✗ Tiền mặt thiếu 24.000 đ; ghi một câu vì sao.").len(), 1);
    assert_eq!(stage.rows_with("▸ Vì sao lệch").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("đếm<space>thiếu,<space>mai<space>bù <f5>");
    assert_eq!(stage.rows_with("▸ Người đếm").len(), 1, "{}", stage.sees());
    assert!(counted(&stage).is_none());
    let mut stage = stage.press("Lý<space>Thị<space>Số<space>1 <f5>");
    assert_eq!(stage.rows_with("tiền: thiếu 24.000 đ").len(), 1, "{}", stage.sees());
    let count = counted(&stage).expect("a count");
    assert_eq!(count.difference(), Dong::new(-24_000));
    assert_eq!(count.because.as_deref(), Some("đếm thiếu, mai bù"));
    let mut stage = stage.press("<esc>");
    assert!(stage.rows_with("0000001")[0].ends_with("✓ lệch đã ghi"), "{}", stage.sees());
    // counting again replaces it
    let mut stage = stage.press("<f6>");
    assert_eq!(stage.rows_with("Đếm lại thì thay lần trước").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<pgdn> <up> <up> 244k <f5>");
    assert!(stage.rows_with("0000001")[0].ends_with("✓ khớp tiền"), "{}", stage.sees());
    assert_eq!(counted(&stage).map(CashCount::difference), Some(Dong::ZERO));
    // more money after the count: to be counted again
    let mut stage = stage.press("<enter> = <f5> <enter> <esc> <esc>");
    assert!(stage.rows_with("0000001")[0].ends_with("! đếm lại tiền"), "{}", stage.sees());
    assert!(stage.app().office().verify().is_empty());
}

#[test]
fn a_count_is_kept_as_a_draft_and_saved_once() {
    let (folder, stage) = open();
    let mut stage = stage.press(SAVED).press("<down> 1 <down> <down> <down> 2 <pgdn> mất");
    stage.app().keep_drafts();
    let draft = stage.app().office().drafts().expect("drafts").remove(0);
    assert_eq!(draft.kind, "cash");
    let before = stage.sees();
    drop(stage);
    let book = folder.path().join("book.db");
    let mut stage = sixty::open(&book).press("2 <f6>");
    let body = |seen: &str| seen.lines().skip(3).take(19).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(body(&stage.sees()), body(&before), "to the cursor");
    let mut stage = stage.press("<up> Lan <f5>");
    assert_eq!(counted(&stage).map(|count| count.counted), Some(Dong::new(240_000)));
    assert_eq!(stage.app().office().drafts(), Ok(Vec::new()));
    // the power went before the draft was known to be done: what was saved is not typed again
    let office = stage.app().office();
    office.keep_draft(&draft.kind, &draft.key, &draft.content, now()).expect("kept");
    drop(stage);
    let mut stage = sixty::open(&book).press("2 <f6>");
    assert_eq!(stage.rows_with("chưa đếm").len(), 1, "{}", stage.sees());
}

#[test]
fn without_a_saved_sheet_there_is_nothing_to_count() {
    let (_folder, stage) = open();
    let mut stage = stage.press("2 <enter> = <f6>");
    assert_eq!(stage.rows_with("Chưa tổ nào ghi bảng kê").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<esc> <f6> 5 <f5>");
    assert_eq!(stage.rows_with("Tổ chưa ghi sổ đồng nào ở phiên này").len(), 2);
}

#[test]
fn interest_paid_at_the_counter_leaves_a_group_without_a_sheet_or_cash_to_count() {
    let (_folder, stage) = open();
    let paid = "2 <backtab> <right> <right> <right> <enter> l 0000000000000002 <enter> <f6> <f5>";
    let mut stage = stage.press(paid).press("<enter> <esc> <esc> <esc> 1 2");
    let interest = &stage.book().loans["0000000000000002"].interest_paid;
    assert_eq!(interest.iter().map(|paid| paid.amount.get()).collect::<Vec<_>>(), [DUE]);
    let row = stage.rows_with("0000001");
    assert!(row[0].contains("chưa nhập"), "{}", stage.sees());
    assert_eq!(stage.rows_with("đếm tiền 0/0").len(), 1, "{}", stage.sees());
    // on the sheet it stands apart from what the group hands in
    let mut stage = stage.press("<down> <enter>");
    assert_eq!(stage.rows_with("· ngoài bảng kê 122.000 đ").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<f6>");
    assert_eq!(stage.rows_with("Chưa tổ nào ghi bảng kê").len(), 1, "{}", stage.sees());
}
