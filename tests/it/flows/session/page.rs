//! The page of a session: what is due, and how far the sheets are.

use crate::stage::{Stage, TODAY};
use expect_test::expect;
use tkvv::domain::day::Day;
use tkvv::domain::money::Dong;
use tkvv::domain::rulebook::Shelf;
use tkvv::reports::Question;
use tkvv::reports::overview::sessions;
use tkvv::reports::sheet::session_day;
use tkvv::text::Language;

#[test]
fn the_day_opens_at_the_coming_session_with_what_is_due() {
    let mut stage = Stage::demo(Language::Vi).press("2");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Ngày giao dịch ──────────────────────────────────────────────────────────────
         Điểm giao dịch Giồng Sen · Phiên ‹ thứ Năm 15/10/2026 › hôm nay
         Trước: ◐ cần gặp 109 hộ, đã gặp 5  Trong: ○ điểm danh 0/15  ○ bảng kê 0/15
         ○ thu gốc 0/91  ○ giải ngân 0  ○ đếm tiền 0/0  Sau: ○ giao ban
                                         Phải thu          Đã ghi          Còn phải thu
           Gốc đến hạn      91 món  919.000.000 đ             0 đ    0 %  919.000.000 đ
           Lãi phải thu     545 hộ  199.737.612 đ             0 đ    0 %  199.737.612 đ
           Tiết kiệm                                          0 đ
        ─ Bảng kê các tổ · 0 đã ghi · 0 bản nháp · 15 chưa nhập · 0 đã đếm tiền ────────
        Tổ      Tổ trưởng              TV Đi GD  Lãi phải thu      Đã ghi Bảng kê
        0701001 Thạch Thị Sa Rên       24           6.841.027             chưa nhập
        0701002 Sơn Thanh Tùng         22           5.404.683             chưa nhập
        0701003 Kim Sà Ươl             19           3.816.211             chưa nhập
        0701004 Danh Thị Ngọc Mai      18           4.980.461             chưa nhập
        0702005 Nguyễn Thị Hồng Thắm   26           7.403.770             chưa nhập
        0702006 Trần Văn Đẹp           23           6.479.119             chưa nhập
        0702007 Lê Văn Bảy             19           4.037.055             chưa nhập
        0702008 Phạm Quốc Khải         20           5.434.966             chưa nhập
        0705016 Trương Thị Thanh Hi…   60          24.379.726             chưa nhập
        Cộng 15 (1–9)                             199.737.612           0
        ────────────────────────────────────────────────────────────────────────────────
         Enter bảng kê · t tổ trưởng đến · p tổ phó đến · v tổ vắng · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn a_wide_screen_in_english_has_room_for_the_association() {
    let mut stage = Stage::demo_at(Language::En, 120, 36).press("2");
    expect![[r#"
         Savings & loan book │ Xã mẫu Giồng Sen · as of 15/10/2026                                   Trần Thị Bích · saved · EN
         1 Overview   2 Session   3 Debts   4 Visits   5 Groups   6 Quality   7 Plans   8 Book
        ── Collection day ──────────────────────────────────────────────────────────────────────────────────────────────────────
         Điểm giao dịch Giồng Sen · Session ‹ Thursday 15/10/2026 › today
         Before: ◐ to meet 109 hh., 5 met  During: ○ attendance 0/15  ○ sheets 0/15  ○ principal 0/91  ○ paid out 0
         ○ cash 0/0  After: ○ meeting
                                       To collect        Recorded       Left to collect
           Principal du   91 loans  919.000.000 đ             0 đ    0 %  919.000.000 đ
           Interest due545 househ…  199.737.612 đ             0 đ    0 %  199.737.612 đ
           Savings                                            0 đ
        ─ Sheets of the groups · 0 saved · 0 drafts · 15 not begun · 0 counted ─────────────────────────────────────────────────
        Group   Leader                Village             Association       Mem. Came   Interest due    Recorded Sheet
        0701001 Thạch Thị Sa Rên      Giồng Chùa          Women's Union       24           6.841.027             not begun
        0701002 Sơn Thanh Tùng        Giồng Chùa          Farmers' Union      22           5.404.683             not begun
        0701003 Kim Sà Ươl            Giồng Chùa          Veterans' Associ…   19           3.816.211             not begun
        0701004 Danh Thị Ngọc Mai     Giồng Chùa          Youth Union         18           4.980.461             not begun
        0702005 Nguyễn Thị Hồng Thắm  Bưng Sen            Women's Union       26           7.403.770             not begun
        0702006 Trần Văn Đẹp          Bưng Sen            Farmers' Union      23           6.479.119             not begun
        0702007 Lê Văn Bảy            Bưng Sen            Veterans' Associ…   19           4.037.055             not begun
        0702008 Phạm Quốc Khải        Bưng Sen            Youth Union         20           5.434.966             not begun
        0705016 Trương Thị Thanh Hiền Giồng Lức           Women's Union       60          24.379.726             not begun
        0705020 Trương Thị Thanh Bảy  Giồng Lức           Farmers' Union      60          27.545.551             not begun
        0705024 Huỳnh Tố Nga          Giồng Lức           Farmers' Union      60          22.458.782             not begun
        0705028 Trương Thị Hồng Loan  Giồng Lức           Farmers' Union      60          21.815.025             not begun
        0707018 Dương Thị Cẩm Thắm    Xóm Dừa             Women's Union       51          21.240.640             not begun
        0707022 Nguyễn Công Bình      Xóm Dừa             Farmers' Union      60          21.936.939             not begun
        0707026 Trần Thị Ngọc An      Xóm Dừa             Women's Union       45          15.963.657             not begun






        Total 15                                                                         199.737.612           0
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Enter sheet · t leader came · p deputy came · v nobody came · F6 count cash · g principal · d pay out · ? help
    "#]].assert_eq(&stage.sees());
}

#[test]
fn tab_goes_to_the_other_point_and_the_arrows_to_other_sessions() {
    let mut stage = Stage::demo(Language::Vi).press("2 <tab>");
    assert_eq!(stage.rows_with("thứ Ba 20/10/2026 › chưa đến").len(), 1);
    assert_eq!(stage.rows_with("0703009").len(), 1);
    let mut stage = stage.press("<tab> <left>");
    assert_eq!(stage.rows_with("thứ Ba 15/09/2026 › đã qua").len(), 1);
    assert_eq!(stage.rows_with("13 đã ghi · 0 bản nháp · 0 chưa nhập · 2 đã đếm").len(), 1);
    assert_eq!(stage.rows_with("✓ đã ghi").len(), 7, "{}", stage.sees());
    let mut stage = stage.press("<right> <right> <right>");
    assert_eq!(stage.rows_with("15/11/2026 › chưa đến").len(), 1);
    assert_eq!(stage.rows_with("Chỉ xem trước được").len(), 1);
}

#[test]
fn the_page_says_the_same_as_the_home_screen_and_as_its_sheets_add_up_to() {
    let stage = Stage::demo(Language::Vi);
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    let question = Question::new(stage.book(), &shelf, Day::parse_iso(TODAY).expect("a day"));
    let ahead = sessions(&question);
    assert_eq!(ahead.len(), 2);
    for session in ahead {
        let day = session_day(&question, &session.point, session.day).expect("a point");
        assert_eq!((day.principal, day.interest), (session.principal, session.interest));
        let sheets: Dong = day.sheets.iter().map(|sheet| sheet.due()).sum();
        assert_eq!(sheets, day.interest.1);
        let lines = day.sheets.iter().flat_map(|sheet| &sheet.lines);
        let to_pay = lines.filter(|line| line.due.is_positive()).count();
        assert_eq!(to_pay, day.interest.0);
    }
}

#[test]
fn who_has_left_and_still_owes_stands_on_the_sheet() {
    let stage = Stage::demo(Language::Vi).press("2 <tab> <down> <enter>");
    let mut stage = stage;
    let row = stage.rows_with("Lê Hoài Nam");
    assert!(row[0].contains("đã ra khỏi tổ"), "{row:?}");
}

#[test]
fn attendance_alone_is_not_a_sheet_and_a_supplement_in_draft_does_not_hide_a_saved_one() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> <f7> <f5> <enter> <esc>");
    let row = stage.rows_with("0701001").pop().expect("the group");
    assert!(row.ends_with("✓ điểm danh"), "{row}");
    assert_eq!(stage.rows_with("0 đã ghi · 0 bản nháp · 15 chưa nhập").len(), 1);
    let mut stage = stage.press("<enter> = <f5> <enter> <esc> <down> = <esc>");
    let row = stage.rows_with("0701001").pop().expect("the group");
    assert!(row.ends_with("✓ đã ghi+nháp"), "{row}");
    assert_eq!(stage.rows_with("1 đã ghi · 0 bản nháp · 14 chưa nhập").len(), 1);
    // what is left is what is asked without what is recorded
    let sums = stage.rows_with("545 hộ").pop().expect("the interest");
    assert!(sums.contains("199.737.612 đ        81.370 đ    0 %  199.656.242 đ"), "{sums}");
}

#[test]
fn the_first_step_counts_who_is_to_be_met_and_is_done_when_all_were_or_the_session_is_over() {
    let step = |stage: &mut Stage| stage.rows_with("Trước:").remove(0);
    let mut stage = Stage::demo(Language::Vi).press("2");
    let before = step(&mut stage);
    assert!(before.contains("◐ cần gặp 109 hộ, đã gặp 5"), "{before}");
    // its Enter opens the list; with the fourth on it nobody has talked yet
    let mut stage = stage.press("<backtab> <enter> <down> <down> <down>");
    assert_eq!(stage.rows_with("▸Cần gặp").len(), 1, "{}", stage.sees());
    let stage = stage.press("c <tab> nhắc<space>trả<space>gốc <f5>");
    let talks = stage.book().loans.values().flat_map(|file| &file.contacts);
    assert_eq!(talks.filter(|talk| talk.said == "nhắc trả gốc").count(), 1);
    let mut stage = stage.press("<esc> <esc> 2");
    let after = step(&mut stage);
    assert!(after.contains("◐ cần gặp 109 hộ, đã gặp 6"), "{after}");
    let mut stage = stage.press("<esc> <left>");
    assert!(step(&mut stage).contains("✓ cần gặp"), "{}", stage.sees());
}

#[test]
fn the_last_step_of_the_day_does_not_stand_alone() {
    for (width, height) in [(80, 24), (100, 30), (120, 36)] {
        let mut stage = Stage::demo_at(Language::Vi, width, height).press("2");
        let row = stage.rows_with("Sau: ○ giao ban").remove(0);
        assert!(row.contains("đếm tiền") || row.contains("Trước:"), "{width}: {row}");
    }
}
