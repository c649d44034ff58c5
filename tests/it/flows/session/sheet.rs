//! A group's sheet: typed from the paper, saved as one piece.

use super::sixty::{self, DUE, MEMBERS};
use crate::stage::{Stage, TODAY, now};
use expect_test::expect;
use tkvv::domain::day::Day;
use tkvv::domain::ledger::{Ledger, Presence};
use tkvv::domain::money::Dong;
use tkvv::text::Language;

fn today() -> Day {
    Day::parse_iso(TODAY).expect("a day")
}

/// Interest and savings that the book has of a group and today.
pub fn recorded(book: &Ledger, group: &str) -> (i64, i64) {
    let on_day = |moved: &[tkvv::domain::loan::Movement]| -> Dong {
        moved.iter().filter(|moved| moved.day == today()).map(|moved| moved.amount).sum()
    };
    let interest: Dong =
        book.loans_of_group(&group.into()).map(|loan| on_day(&loan.interest_paid)).sum();
    let members = &book.members_of[group];
    let savings: Dong = members.iter().map(|member| on_day(&book.members[member].deposits)).sum();
    (interest.get(), savings.get())
}

#[test]
fn paid_equals_due_for_the_whole_group_then_one_exception_by_its_line() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> A :3 <enter> 0 <enter> 50k");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026  Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Tổ 0701001 Thạch Thị Sa Rên ────────────────────────────────
         Phiên thứ Năm 15/10/2026 · BẢN NHÁP · Ấp Giồng …  Đi giao dịch: ‹chưa chọn› F7
          TT Họ tên                Lãi phải thu      Lãi thu Gửi/-rút TK  Ghi chú
           1 Thạch Thị Sa Rên            81.370      81.370
           2 Danh Thị Sa Oanh           182.269     182.269
        ▸  3 Đào Thị Srây               351.518           0         50k
             năm mươi nghìn đồng
           4 Thạch Thị Ươl               78.115      78.115
           5 Tăng Thị Sa Oanh           251.507     251.507
           6 Sơn Thị Chanh Đa           130.192     130.192
           7 Trà Thị Sô Phi             390.576     390.576
           8 Ngô Văn Sang                88.767      88.767
           9 Trương Thị Tám             423.558     423.558
          10 Tăng Thị Rịa               260.384     260.384
          11 Lâm Thị Thia Vy            520.767     520.767
          12 Kim Thị Na Quy             273.945     273.945
          13 Tăng Thị Mô Ni             390.575     390.575
        ────────────────────────────────────────────────────────────────────────────────
         24 tổ viên · phải thu 6.841.027 đ · đã nhập 24/24 dòng
         lãi 6.489.509 đ · tiết kiệm 50.000 đ · tiền mặt phải nộp 6.539.509 đ
        ────────────────────────────────────────────────────────────────────────────────
         = thu đủ · A đủ cả tổ · : tới dòng · F5 ghi sổ · Esc lưu nháp · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<f7> <f5>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026  Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Tổ 0701001 Thạch Thị Sa Rên ────────────────────────────────
        ─ ▸ Ghi sổ bảng kê 13/TD ───────────────────────────────────────────────────────

          Phiên                 thứ Năm 15/10/2026 · Đi giao dịch: tổ trưởng
          Tổ viên có nộp        24 trong 24

          Lãi thu               6.489.509 đ
                                sáu triệu bốn trăm tám mươi chín nghìn năm trăm linh
                                chín đồng
          Gửi tiết kiệm         50.000 đ
                                năm mươi nghìn đồng
          Tiền mặt phải nộp     6.539.509 đ
                                sáu triệu năm trăm ba mươi chín nghìn năm trăm linh
                                chín đồng

          ! 1 tổ viên nộp thiếu 351.518 đ: Đào Thị Srây 351.518 đ



          Ghi cả bảng kê một lần. Bấm Enter hoặc F5 để ghi, Esc để xem lại.
        ────────────────────────────────────────────────────────────────────────────────
         Enter ghi sổ · F7 đi giao dịch · Esc xem lại · / tìm · F2 ẩn tên · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    assert_eq!(recorded(stage.book(), "0701001"), (0, 0), "asked, not saved");
}

#[test]
fn a_saved_sheet_is_in_the_book_and_on_every_open_screen() {
    let stage = Stage::demo(Language::Vi).press("5 2 <enter> A :3 <enter> 0 <enter> 50k <f7>");
    let mut stage = stage.press("<f5> <enter> <esc>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch › Tổ 0701001 Thạch Thị Sa Rên · bổ sung ──────────────────────
         Phiên thứ Năm 15/10/2026 · Ấp Giồng Chùa          Đi giao dịch: ‹tổ trưởng› F7
          TT Họ tên                Lãi phải thu      Lãi thu Gửi/-rút TK  Ghi chú
           1 Thạch Thị Sa Rên            81.370    ✓ 81.370
           2 Danh Thị Sa Oanh           182.269   ✓ 182.269
        ▸  3 Đào Thị Srây               351.518         ✓ 0    ✓ 50.000
             Dòng đã ghi. Bấm e để sửa: hủy dòng cũ và ghi dòng đúng, cùng một lần.
           4 Thạch Thị Ươl               78.115    ✓ 78.115
           5 Tăng Thị Sa Oanh           251.507   ✓ 251.507
           6 Sơn Thị Chanh Đa           130.192   ✓ 130.192
           7 Trà Thị Sô Phi             390.576   ✓ 390.576
           8 Ngô Văn Sang                88.767    ✓ 88.767
           9 Trương Thị Tám             423.558   ✓ 423.558
          10 Tăng Thị Rịa               260.384   ✓ 260.384
          11 Lâm Thị Thia Vy            520.767   ✓ 520.767
          12 Kim Thị Na Quy             273.945   ✓ 273.945
          13 Tăng Thị Mô Ni             390.575   ✓ 390.575
        ────────────────────────────────────────────────────────────────────────────────
         24 tổ viên · phải thu 6.841.027 đ · đã ghi 24/24 dòng
         đã ghi: lãi 6.489.509 đ · tiết kiệm 50.000 đ · cộng 6.539.509 đ · tiền: chưa đ…
        ────────────────────────────────────────────────────────────────────────────────
         e sửa dòng · c lời hẹn · F6 đếm tiền · : tới dòng · A đủ cả tổ · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    // 6.841.027 were due; line 3 owed 351.518 of it
    assert_eq!(recorded(stage.book(), "0701001"), (6_841_027 - 351_518, 50_000));
    let came = stage.book().attendance.get(&("0701001".into(), today()));
    assert_eq!(came, Some(&Presence::Leader));
    let mut stage = stage.press("<esc>");
    let row = stage.rows_with("0701001");
    assert!(row[0].contains("6.489.509") && row[0].contains("✓ đã ghi"), "{row:?}");
    // every other open screen shows the new truth
    let shown = stage.press("5 <enter> <down> <down>").rows_with("Đào Thị Srây");
    assert!(shown[0].contains("1.860.000"), "{shown:?}");
}

#[test]
fn less_than_due_is_short_and_more_is_prepaid_and_both_are_said() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> 80k");
    assert_eq!(stage.rows_with("tám mươi nghìn đồng · còn thiếu 1.370 đ").len(), 1);
    // a part alone needs a word
    let mut stage = stage.press("<enter> 3 <enter> 200.000");
    assert_eq!(stage.rows_with("hai trăm nghìn đồng · trả trước 17.731 đ").len(), 1);
    let mut stage = stage.press("<f7> <f7> <f5>");
    assert_eq!(stage.rows_with("1 tổ viên trả trước 17.731 đ").len(), 1);
    let short = "1 tổ viên nộp thiếu 1.370 đ: Thạch Thị Sa Rên 1.370 đ";
    assert_eq!(stage.rows_with(short).len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("22 tổ viên còn phải thu mà để trống").len(), 1);
    let stage = stage.press("<f5>");
    assert_eq!(recorded(stage.book(), "0701001"), (280_000, 0));
    let came = stage.book().attendance.get(&("0701001".into(), today()));
    assert_eq!(came, Some(&Presence::Deputy));
}

#[test]
fn a_bare_number_under_a_thousand_is_asked_about_and_answered_in_one_letter() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> 81 <enter>");
    assert_eq!(stage.rows_with("81 đ, hay 81 nghìn?").len(), 1);
    assert_eq!(stage.rows_with("▸  1 ").len(), 1, "the cell is not left");
    let mut stage = stage.press("k");
    assert!(stage.rows_with("▸  1 ")[0].contains("81.000"));
    let mut stage = stage.press("1 10tr");
    assert_eq!(stage.rows_with("mười triệu đồng").len(), 1, "the savings were next");
    let mut stage = stage.press("<down> 5x <enter>");
    assert_eq!(stage.rows_with("✗ Không đọc được số tiền").len(), 1);
    let mut stage = stage.press("<up> <f5>");
    assert_eq!(stage.rows_with("▸  2 ").len(), 1, "saving goes to what can't be read");
}

#[test]
fn sixty_lines_with_five_exceptions_take_under_forty_keys_beyond_the_amounts() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("book.db");
    sixty::make(&book);
    let mut stage = sixty::open(&book).press("2 <enter>");
    let mut pressed = 0;
    let mut press = |stage: Stage, keys: &str| {
        pressed += keys.split_whitespace().count();
        stage.press(keys)
    };
    stage = press(stage, "A");
    // two pay nothing, two a part of it for a reason, one more than is due
    for (line, amount, reason) in [
        ("0 7", "0", ""),
        ("1 2", "50k", "2"),
        ("3 3", "100k", "4"),
        ("4 8", "0", ""),
        ("5 9", "1tr", ""),
    ] {
        stage = press(stage, ":");
        stage = press(stage, line);
        stage = press(stage, "<enter>");
        // the amount itself is not counted: it has to be typed whatever the program
        stage = stage.press(amount);
        // who pays a part has a reason, which one digit picks
        stage = press(stage, "<enter>");
        stage = press(stage, reason);
    }
    stage = press(stage, "<f7> <f5> <enter>");
    assert!(pressed < 40, "{pressed} keys");
    let in_full = i64::try_from(MEMBERS - 1 - 5).expect("small");
    let all = in_full * DUE + 50_000 + 100_000 + 1_000_000;
    assert_eq!(recorded(stage.book(), "0000001"), (all, 0));
}

#[test]
fn what_is_typed_outlives_a_killed_program_to_the_cursor() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("book.db");
    sixty::make(&book);
    let typed = "2 <enter> <f7> = <tab> 20k <tab> hẹn<space>20/10 :15 <enter> 122.00";
    let mut stage = sixty::open(&book).press(typed);
    let before = stage.sees();
    // nobody types for a second; then the power goes: nothing is told to the program
    stage.app().keep_drafts();
    drop(stage);
    let mut stage = sixty::open(&book).press("2");
    assert!(stage.rows_with("0000001")[0].contains("bản nháp"));
    let mut stage = stage.press("<enter>");
    assert_eq!(stage.sees(), before);
    // and one goes on where one was
    let stage = stage.press("0 <f5> <enter>");
    assert_eq!(recorded(stage.book(), "0000001"), (2 * DUE, 20_000));
}

#[test]
fn leaving_keeps_the_draft_and_throwing_it_away_is_asked_about() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> = <esc>");
    assert_eq!(stage.rows_with("Đã giữ nháp").len(), 1);
    assert!(stage.rows_with("0701001")[0].contains("bản nháp"));
    assert_eq!(stage.rows_with("0 đã ghi · 1 bản nháp · 14 chưa nhập").len(), 1);
    let mut stage = stage.press("<enter>");
    assert_eq!(stage.rows_with("BẢN NHÁP").len(), 1);
    let mut stage = stage.press("<f4> k");
    assert_eq!(stage.rows_with("BẢN NHÁP").len(), 1);
    let mut stage = stage.press("<f4> c");
    assert!(stage.rows_with("0701001")[0].contains("chưa nhập"));
    assert_eq!(stage.press("<enter>").rows_with("BẢN NHÁP").len(), 0);
}

#[test]
fn saving_twice_saves_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("book.db");
    sixty::make(&book);
    let mut stage = sixty::open(&book).press("2 <enter> A <f7>");
    stage.app().keep_drafts();
    let draft = stage.app().office().drafts().expect("drafts").remove(0);
    let mut stage = stage.press("<f5> <enter> <esc> <f5> <enter> <f5>");
    let all = i64::try_from(MEMBERS - 1).expect("small") * DUE;
    assert_eq!(recorded(stage.book(), "0000001"), (all, 0));
    assert_eq!(stage.rows_with("Chưa nhập gì").len(), 1);
    assert_eq!(stage.app().office().drafts(), Ok(Vec::new()));
    // the power went after the book was written and before the draft was known to be done
    let office = stage.app().office();
    office.keep_draft(&draft.kind, &draft.key, &draft.content, now()).expect("kept");
    drop(stage);
    let mut stage = sixty::open(&book).press("2 <enter>");
    assert_eq!(stage.rows_with("BẢN NHÁP").len(), 0, "it is known to be in the book");
    let stage = stage.press("<f5> <enter>");
    assert_eq!(recorded(stage.book(), "0000001"), (all, 0));
}

#[test]
fn interest_of_a_member_without_a_loan_is_refused_at_its_cell() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("book.db");
    sixty::make(&book);
    let mut stage = sixty::open(&book).press("2 <enter> :60 <enter> 50k");
    assert!(stage.rows_with("▸ 60 ")[0].contains("–"));
    let mut stage = stage.press("<f5>");
    assert_eq!(stage.rows_with("▸ 60 ").len(), 1);
    expect![[r#"
        ▸ 60 Lý Thị Số 60                     –    ✗ 50.000
             ✗ Tổ viên này không có món vay nào để thu lãi."#]]
    .assert_eq(&stage.rows_with("✗").join("\n"));
    let stage = stage.press("<del> <tab> 50k <f5> <enter>");
    assert_eq!(recorded(stage.book(), "0000001"), (0, 50_000), "savings need no loan");
}

#[test]
fn a_session_that_is_ahead_keeps_a_draft_and_saves_nothing() {
    let mut stage = Stage::demo(Language::Vi).press("2 <tab> <enter> =");
    assert_eq!(stage.rows_with("phiên 20/10/2026 chưa đến: chỉ giữ nháp").len(), 1);
    let mut stage = stage.press("<f5>");
    assert!(!stage.rows_with("chưa đến; hôm nay là 15/10/2026").is_empty(), "{}", stage.sees());
    assert_eq!(stage.rows_with("Ghi sổ bảng kê").len(), 0);
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.rows_with("1 bản nháp").len(), 1);
}

#[test]
fn the_same_key_again_takes_back_what_it_filled_and_nothing_else() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> 50k <enter> 4 A A");
    assert_eq!(stage.rows_with("lãi 50.000 đ").len(), 1);
    assert_eq!(stage.press("A").rows_with("đã nhập 24/24 dòng").len(), 1);
}

#[test]
fn equals_fills_the_interest_and_stays_on_it_and_again_goes_to_the_next_line() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> =");
    assert!(stage.rows_with("▸  1 ")[0].contains("81.370"), "{}", stage.sees());
    assert_eq!(stage.rows_with("ba trăm bảy mươi đồng · thu đủ").len(), 1, "said at once");
    let mut stage = stage.press("<tab> 50k <tab> = <enter>");
    let first = stage.rows_with("Thạch Thị Sa Rên").pop().expect("line 1");
    assert!(first.contains("81.370      50.000   ="), "money is savings, = is a note: {first}");
    let mut stage = stage.press("= =");
    assert!(stage.rows_with("▸  3 ")[0].contains("Đào Thị Srây"), "{}", stage.sees());
    // from the savings: the exception that was typed stands
    let mut stage = stage.press("100k <enter> 3 =");
    assert!(stage.rows_with("Đào Thị Srây")[0].contains("100.000"));
    assert!(stage.rows_with("▸  4 ")[0].contains("Thạch Thị Ươl"), "{}", stage.sees());
}

#[test]
fn the_review_names_five_who_pay_short_and_counts_the_others() {
    let keys = format!("2 <enter> {}<f5>", "1k <enter> 3 <enter> ".repeat(7));
    let mut stage = Stage::demo(Language::Vi).press(&keys);
    assert_eq!(stage.rows_with("7 tổ viên nộp thiếu").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("và 2 người").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("Bấm F7 để chọn").len(), 1, "nothing is cut off");
    assert_eq!(stage.rows_with("để trống").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("Ghi cả bảng kê một lần").len(), 1);
}

#[test]
fn a_jump_to_a_line_that_does_not_exist_says_so() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> <down> :99 <enter>");
    assert_eq!(stage.rows_with("Không có dòng 99.").len(), 1);
    assert_eq!(stage.rows_with("▸  2 ").len(), 1, "the cursor stays");
}

#[test]
fn the_keys_of_a_note_are_letters() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> <tab> <tab> a");
    let keys = stage.sees().lines().last().expect("the key bar").to_owned();
    assert!(!keys.contains("thu đủ") && !keys.contains("tới dòng"), "{keys}");
}

#[test]
fn a_wide_sheet_in_english_shows_the_whole_group() {
    let stage = Stage::demo_at(Language::En, 120, 36).press("2 <enter>");
    let mut stage = stage.press("= <tab> 20k <tab> paid<space>by<space>her<space>son <enter> A");
    expect![[r#"
         Savings & loan book │ Xã mẫu Giồng Sen · as of 15/10/2026                                  Trần Thị Bích · typing · EN
         1 Overview   2 Session   3 Debts   4 Visits   5 Groups   6 Quality   7 Plans   8 Book
        ── Collection day › Group 0701001 Thạch Thị Sa Rên ─────────────────────────────────────────────────────────────────────
         Session Thursday 15/10/2026 · DRAFT · Ấp Giồng Chùa                                                Came: ‹not said› F7
         No. Name                             Interest due     Interest     In/-out  Note
           1 Thạch Thị Sa Rên                       81.370      81.370      20.000   paid by her son
        ▸  2 Danh Thị Sa Oanh                      182.269     182.269
             one hundred eighty-two thousand two hundred sixty-nine dong · in full
           3 Đào Thị Srây                          351.518     351.518
           4 Thạch Thị Ươl                          78.115      78.115
           5 Tăng Thị Sa Oanh                      251.507     251.507
           6 Sơn Thị Chanh Đa                      130.192     130.192
           7 Trà Thị Sô Phi                        390.576     390.576
           8 Ngô Văn Sang                           88.767      88.767
           9 Trương Thị Tám                        423.558     423.558
          10 Tăng Thị Rịa                          260.384     260.384
          11 Lâm Thị Thia Vy                       520.767     520.767
          12 Kim Thị Na Quy                        273.945     273.945
          13 Tăng Thị Mô Ni                        390.575     390.575
          14 Châu Thị Sa Mone                      455.672     455.672
          15 Lý Thị Đa Ra                          251.508     251.508
          16 Kim Thị Sa Oanh                       339.041     339.041
          17 Tăng Thị Ươl                          390.575     390.575
          18 Kim Thị Na Ry                         169.249     169.249
          19 Đặng Thị Sáu                          251.507     251.507
          20 Đào Thị Sa Rên                        284.054     284.054
          21 Huỳnh Thị Tám                         433.972     433.972
          22 Đặng Thị Tám                          260.383     260.383
          23 Trương Văn Tám                        364.537     364.537
          24 Lý Thị Thia Vy                        216.986     216.986

        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         24 members · to pay 6.841.027 đ · 24/24 lines typed
         interest 6.841.027 đ · savings 20.000 đ · cash to hand in 6.861.027 đ
         ✓ Filled in full for 23 members. Press A again to undo.
         = in full · A all in full · : to line · F5 save · Esc keep draft · F7 who came · c promise · F6 count cash · F1 help
    "#]].assert_eq(&stage.sees());
}

#[test]
fn a_click_goes_to_the_cell_and_to_the_one_below_the_words() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> :3 <enter>");
    let rows: Vec<String> = stage.sees().lines().map(str::to_owned).collect();
    let fifth = rows.iter().position(|row| row.starts_with("   5 ")).expect("line 5");
    let row = u16::try_from(fifth).expect("small");
    stage.app().act(&tkvv::ui::keymap::Action::Click { column: 55, row });
    let mut stage = stage.press("30k <f7>");
    assert!(stage.rows_with("▸  5 ")[0].contains("30k"), "{}", stage.sees());
    assert_eq!(stage.rows_with("tiết kiệm 30.000 đ").len(), 1);
}

#[test]
fn a_sheet_with_nothing_but_blanks_is_refused_at_its_foot_until_something_is_typed() {
    let typed = "2 <enter> <tab> <tab> <space> <f5>";
    let mut stage = Stage::demo(Language::Vi).press(typed);
    assert_eq!(stage.rows_with("✗ Chưa nhập gì").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<f7>");
    assert_eq!(stage.rows_with("✗ Chưa nhập gì").len(), 0);
    let stage = stage.press("<f5> <enter>");
    let came = stage.book().attendance.get(&("0701001".into(), today()));
    assert_eq!(came, Some(&Presence::Leader));
}
