//! Place 4: visits due, the year's coverage, and the 06/TD typed by keyboard.

use crate::stage::Stage;
use expect_test::expect;
use tkvv::domain::day::Day;
use tkvv::domain::ids::{GroupCode, LoanCode};
use tkvv::domain::ledger::VisitRecord;
use tkvv::domain::money::Dong;
use tkvv::domain::rulebook::Shelf;
use tkvv::domain::visit::{Effect, VisitKind};
use tkvv::domain::worklist::{VisitReason, VisitState};
use tkvv::office::{Office, OpenOptions};
use tkvv::reports::{Question, coverage, visits_due};
use tkvv::text::Language;

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect(text)
}

/// The visits due to a loan, by the book behind the stage.
fn due_to(stage: &mut Stage, loan: &str) -> Vec<(VisitReason, Option<Day>, VisitState)> {
    let office = stage.app().office();
    let question = Question::new(office.ledger(), office.shelf(), day("2026-10-15"));
    let rows = visits_due::visits_due(&question).into_iter();
    let rows = rows.filter(|row| row.loan == LoanCode::new(loan));
    rows.map(|row| (row.reason, row.deadline, row.state)).collect()
}

/// The form of group 0703010 with its head filled: day and kind as offered, the names as the last
/// time. The loan due stands first.
fn form() -> Stage {
    Stage::demo(Language::Vi).press("4 <enter> <enter> <enter> <enter> = <enter> <enter>")
}

#[test]
fn the_work_list_says_what_is_late_what_is_near_and_what_has_time() {
    let mut stage = Stage::demo(Language::Vi).press("4");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát ──────────────────────────────────────────────────────────
         ▸ Cần kiểm tra    Độ phủ trong năm    Đã kiểm tra
         ←→  [tất cả 21]   ! quá hạn 5    ▲ sắp hết 6    còn hạn 6    không hạn 4
        Hạn       Hộ vay            Tổ      Lý do                     Hạn chót      Còn
        ! quá hạn Đặng Văn Tám      0703010 giải ngân mới 20/07     19/08/2026   trễ 57
        ! quá hạn Thạch Đa Rít      0703012 sai MĐ còn 15.000.000 đ 23/09/2026   trễ 22
        ! quá hạn Châu Thị Sa Mone  0701001 giải ngân mới 03/09     03/10/2026   trễ 12
        ! quá hạn Ngô Thị Tuyết Mai 0702005 giải ngân mới 08/09     08/10/2026    trễ 7
        ! quá hạn Lâm Thanh Sà Phép 0703011 giải ngân mới 10/09     10/10/2026    trễ 5
        ▲ sắp hết Tăng Ươl          0701002 giải ngân mới 15/09     15/10/2026  hôm nay
        ▲ sắp hết Sơn Thị Sà Vane   0701004 giải ngân mới 15/09     15/10/2026  hôm nay
        ▲ sắp hết Đào Thị Ươl       0701003 giải ngân mới 15/09     15/10/2026  hôm nay
        ▲ sắp hết Đỗ Thị Phượng     0704013 giải ngân mới 20/09     20/10/2026   5 ngày
        ▲ sắp hết Hồ Thị Hoàng Yến  0704014 giải ngân mới 20/09     20/10/2026   5 ngày
        ▲ sắp hết Phạm Thị Bảy      0704015 giải ngân mới 20/09     20/10/2026   5 ngày
        còn hạn   Võ Tấn Tài        0702008 sai MĐ còn 15.000.000 đ 24/10/2026   9 ngày
        còn hạn   Đoàn Thanh Tùng   0702008 giải ngân mới 28/09     28/10/2026  13 ngày
        còn hạn   Hồ Văn Lực        0704013 giải ngân mới 29/09     29/10/2026  14 ngày
        còn hạn   Đỗ Thị Kim Ngân   0702005 giải ngân mới 06/10     05/11/2026  21 ngày
        Cộng 21                         Nguyễn Thị Hồng Thắm · Ấp Rạch Vẹt · Hội Phụ nữ
        ────────────────────────────────────────────────────────────────────────────────
         Enter kiểm tra · m hồ sơ hộ · t chọn tổ · Tab độ phủ · → lọc hạn · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<right>");
    assert_eq!(stage.rows_with("[! quá hạn 5]").len(), 1);
    assert_eq!(stage.rows_with("Cộng 5").len(), 1);
    let mut stage = stage.press("<left> fbung<space>sen");
    assert_eq!(stage.rows_with("0702").len(), 6);
    assert_eq!(stage.rows_with("0703").len(), 0);
}

#[test]
fn a_row_opens_the_visit_or_the_borrower_and_esc_comes_back_to_it() {
    let mut stage = Stage::demo(Language::Vi).press("4 <down> <down>");
    let before = stage.sees();
    let mut stage = stage.press("m");
    assert!(!stage.rows_with("Châu Thị Sa Mone · 0070000086").is_empty(), "{}", stage.sees());
    let mut stage = stage.press("<esc> n");
    assert_eq!(stage.rows_with("06/TD tổ 0701001").len(), 1);
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.sees(), before);
}

#[test]
fn the_coverage_of_the_year_says_what_each_group_still_needs() {
    let mut stage = Stage::demo(Language::Vi).press("4 <tab>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát ──────────────────────────────────────────────────────────
           Cần kiểm tra  ▸ Độ phủ trong năm    Đã kiểm tra
         Năm 2026: 12/15 tổ đạt · món vay từ năm trước, yêu cầu 90 % / 75 %
        Tổ      Tổ trưởng             Đã KT    Tỷ lệ  Cần      KT tổ Còn thiếu
        0701001 Thạch Thị Sa Rên      23/23 100,00 % 90 % 10/07/2026 ✓ đạt
        0701002 Sơn Thanh Tùng        15/15 100,00 % 90 % 24/08/2026 ✓ đạt
        0701003 Kim Sà Ươl            15/15 100,00 % 90 % 09/03/2026 ✓ đạt
        0701004 Danh Thị Ngọc Mai     14/14 100,00 % 90 % 10/06/2026 ✓ đạt
        0702005 Nguyễn Thị Hồng …     21/21 100,00 % 90 % 13/04/2026 ✓ đạt
        0702006 Trần Văn Đẹp          14/20  70,00 % 90 % 24/06/2026 ! 4 món
        0702007 Lê Văn Bảy            15/15 100,00 % 90 % 25/05/2026 ✓ đạt
        0702008 Phạm Quốc Khải        16/16 100,00 % 90 % 19/06/2026 ✓ đạt
        0703009 Huỳnh Văn Út          21/21 100,00 % 75 % 05/03/2026 ✓ đạt
        0703010 Nguyễn Thị Hồng …     14/20  70,00 % 75 %            ! 1 món, KT tổ
        0703011 Võ Thanh Bình         16/16 100,00 % 75 % 18/05/2026 ✓ đạt
        0703012 Lý Thị Sà Vươl        15/18  83,33 % 75 % 03/04/2026 ✓ đạt
        0704013 Lâm Tú Quyên          27/27 100,00 % 90 % 15/06/2026 ✓ đạt
        0704014 Quách Minh Phát       14/14 100,00 % 90 % 23/04/2026 ✓ đạt
        0704015 Trịnh Lệ Hoa          10/16  62,50 % 90 %            ! 5 món, KT tổ
        Cộng 15
        ────────────────────────────────────────────────────────────────────────────────
         Enter kiểm tra · m hồ sơ tổ · t chọn tổ · Tab đã kiểm tra · → năm · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let office = stage.app().office();
    let question = Question::new(office.ledger(), office.shelf(), day("2026-10-15"));
    let rows = coverage::coverage(&question, 2026);
    let open: Vec<_> = rows.iter().filter(|row| !row.met).collect();
    let figures = |at: usize| {
        let row = open[at];
        (row.group.as_str(), row.visited, row.earlier_loans, row.checked_on.is_some())
    };
    assert_eq!(open.len(), 3);
    assert_eq!(figures(0), ("0702006", 14, 20, true));
    assert_eq!(figures(1), ("0703010", 14, 20, false));
    assert_eq!(figures(2), ("0704015", 10, 16, false));
    // 90 % of 20 are 18; in the difficult area 75 % of 20 are 15; 90 % of 16 are 14,4: 15
    assert_eq!(open.iter().map(|row| row.loans_missing()).collect::<Vec<_>>(), [4, 1, 5]);
    let mut stage = stage.press("<left>");
    assert_eq!(stage.rows_with("Năm 2025").len(), 1);
}

/// The visit of today to group 0703010.
fn made(stage: &Stage) -> &VisitRecord {
    let of_today = |record: &&VisitRecord| {
        record.visit.group == GroupCode::new("0703010") && record.visit.day == day("2026-10-15")
    };
    stage.book().visits.values().find(of_today).expect("the visit")
}

/// Wrong use on the first line and the rest as in the book; another balance on the second line.
const TYPED: &str = "<tab> <tab> <tab> 5tr = = <up> <tab> 4000k";

#[test]
fn a_visit_that_finds_wrong_use_is_saved_and_then_due_to_be_repaid() {
    let loan = "6600311900016109";
    let mut stage = form();
    let new = (VisitReason::NewDisbursement, Some(day("2026-08-19")), VisitState::Missed);
    assert_eq!(due_to(&mut stage, loan), [new]);
    let mut stage = stage.press("<tab> <tab> <tab> 5tr");
    assert_eq!(stage.rows_with("phải trả trong 30 ngày, chậm nhất 14/11/2026").len(), 1);
    assert_eq!(stage.rows_with("năm triệu đồng").len(), 1);
    let mut stage = stage.press("= = <up> <tab> 4000k <f5> c");
    assert_eq!(stage.rows_with("Đã ghi sổ").len(), 1);
    let wrong = (VisitReason::WrongUse, Some(day("2026-11-14")), VisitState::Pending);
    assert_eq!(due_to(&mut stage, loan), [wrong]);
    let made = made(&stage);
    assert_eq!(made.visit.kind, VisitKind::PostDisbursement);
    assert_eq!(made.visit.visitor, "Sơn Thị Mỹ Duyên");
    let first = &made.lines[0];
    assert_eq!(first.loan, LoanCode::new(loan));
    assert_eq!(first.right_use, Some(Dong::new(55_000_000)));
    assert_eq!(first.wrong_use, Some(Dong::new(5_000_000)));
    assert_eq!(first.effect, Some(Effect::Fair));
    assert_eq!(made.lines[1].balance_seen, Some(Dong::new(4_000_000)));
}

#[test]
fn the_form_begins_with_its_head_and_what_is_due() {
    let mut stage = Stage::demo(Language::Vi).press("4 <enter>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát › 06/TD tổ 0703010 · 15/10/2026 ──────────────────────────
         Nguyễn Thị Hồng Thắm · Ấp Rạch Vẹt · 24 món, dư nợ 840.500.000 đ
        ▸Ngày             15/10/2026
                          thứ Năm, 15/10/2026
         Loại kiểm tra    sau giải ngân

         Hội, đoàn thể    Hội Phụ nữ

         Người kiểm tra

         Người chứng kiến



        ─ Cần kiểm tra trong tổ: 2 món ─────────────────────────────────────────────────
          1  Đặng Văn Tám                  ! mới giải ngân · vay 20/07/2026 · Hộ cận ng…
          2  Lê Hoài Nam                   ! không hoạt động · vay 20/07/2023 · Hộ cận …



        ────────────────────────────────────────────────────────────────────────────────
         Enter ô kế · F6 các hộ · F5 ghi sổ · Esc để nháp · F4 bỏ phiếu · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn households_stand_above_and_the_cells_of_one_of_them_below() {
    let mut stage = form().press(TYPED);
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026  Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát › 06/TD tổ 0703010 · 15/10/2026 ──────────────────────────
         thứ Năm 15/10/2026 · sau giải ngân · Hội Phụ nữ · KT: Sơn Thị Mỹ Duyên
        TT Họ tên                Mã vay        Giải ngân         Dư nợ Kết quả
         1 Đặng Văn Tám          66…6109      60.000.000    60.000.000 ✗ sai 5.000.000
         2 Lê Hoài Nam           66…8592      18.000.000     6.000.000 ≠ chênh lệch
         3 Võ Thị Bé Ba          66…8775      40.000.000    10.000.000 năm nay chưa KT
         4 Phạm Công Danh        66…1084     100.000.000    60.000.000 năm nay chưa KT
         5 Châu Thị Thia Vy      66…1218      60.000.000    36.000.000 năm nay chưa KT
         6 Châu Thị Rịa          66…9168      60.000.000    24.000.000 năm nay chưa KT
        Cộng 24                            1.278.000.000   840.500.000
        ─ 2. Lê Hoài Nam · dư nợ 6.000.000 đ · lãi tồn 223.019 đ ───────────────────────
         Thực nhận                18.000.000     Chưa sử dụng                      0
        ▸Dư nợ hộ nói                 4000k      Hiệu quả         khá, trung bình
         Đúng mục đích            18.000.000     Lãi chưa trả                223.019
         Sai mục đích                      0     Ghi chú
         bốn triệu đồng
         ≠ Chênh lệch dư nợ: hộ nói thấp hơn sổ 2.000.000 đ.
         ! không hoạt động · vay 20/07/2023 · Hộ cận nghèo · Mua bán nhỏ
         Đã KT 2 hộ, 2/24 món · 78.000.000 đ        hạn nộp Hội 20/10 (3 ngày làm việc)
         đúng 73.000.000 đ (93,59 %) · sai 5.000.000 đ (6,41 %) · chưa SD 0 đ
        ────────────────────────────────────────────────────────────────────────────────
         = đúng như sổ · : tới dòng · F5 ghi sổ · F6 đầu phiếu · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn what_will_be_saved_is_said_before() {
    let mut stage = form().press(TYPED).press("<f5>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026  Trần Thị Bích · đang nhập · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát › 06/TD tổ 0703010 · 15/10/2026 ──────────────────────────
         thứ Năm 15/10/2026 · sau giải ngân · Hội Phụ nữ · KT: Sơn Thị Mỹ Duyên
        TT Họ tên                Mã vay        Giải ngân         Dư nợ Kết quả
         1 Đặng Văn Tám          66…6109      60.000.000    60.000.000 ✗ sai 5.000.000
         2 Lê Hoài Nam           66…8592      18.000.000     6.000.000 ≠ chênh lệch
         3 Võ Thị Bé Ba          66…8775      40.000.000    10.000.000 năm nay chưa KT
         4 Phạm┌─ ? ────────────────────────────────────────────────────────────┐ưa KT
         5 Châu│ Ghi sổ phiếu kiểm tra tổ 0703010 ngày 15/10/2026? 2 hộ; đúng   │ưa KT
         6 Châu│ mục đích 73.000.000 đ, sai mục đích 5.000.000 đ, chưa sử       │ưa KT
        Cộng 24│ dụng 0 đ.                                                      │
        ─ 2. Lê│                                                                │───────
         Thực n│                                                 c có   k không │  0
        ▸Dư nợ └────────────────────────────────────────────────────────────────┘
         Đúng mục đích            18.000.000     Lãi chưa trả                223.019
         Sai mục đích                      0     Ghi chú
         bốn triệu đồng
         ≠ Chênh lệch dư nợ: hộ nói thấp hơn sổ 2.000.000 đ.
         ! không hoạt động · vay 20/07/2023 · Hộ cận nghèo · Mua bán nhỏ
         Đã KT 2 hộ, 2/24 món · 78.000.000 đ        hạn nộp Hội 20/10 (3 ngày làm việc)
         đúng 73.000.000 đ (93,59 %) · sai 5.000.000 đ (6,41 %) · chưa SD 0 đ
        ────────────────────────────────────────────────────────────────────────────────
         = đúng như sổ · : tới dòng · F5 ghi sổ · F6 đầu phiếu · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn visits_that_were_made_open_to_their_lines() {
    let mut stage = form().press(TYPED).press("<f5> c <tab> <tab>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát ──────────────────────────────────────────────────────────
           Cần kiểm tra    Độ phủ trong năm  ▸ Đã kiểm tra
         Phiếu kiểm tra (06/TD) đã ghi sổ, mới nhất trước.
        Ngày       Tổ      Loại kiểm tra       Hộ        Đúng MĐ      Sai MĐ     Chưa SD
        15/10/2026 0703010 sau giải ngân        2     73.000.000   5.000.000
        07/10/2026 0703010 sau giải ngân        1     60.000.000
        06/10/2026 0702007 sau giải ngân        1     50.000.000
        02/10/2026 0701004 sau giải ngân        1     70.000.000
        01/10/2026 0701004 đột xuất             6    295.000.000
        29/09/2026 0703012 không hoạt động      1     40.000.000
        24/09/2026 0702008 sau giải ngân        1     25.000.000  15.000.000
        23/09/2026 0702006 kế hoạch năm         4    210.000.000
        21/09/2026 0701004 kế hoạch năm         6    330.000.000
        15/09/2026 0702007 kế hoạch năm         7    400.000.000
        15/09/2026 0704014 sau giải ngân        1     60.000.000
        14/09/2026 0701003 kế hoạch năm         7    365.000.000
        14/09/2026 0703011 sau giải ngân        1     70.000.000
        11/09/2026 0702007 sau giải ngân        1     50.000.000
        11/09/2026 0704013 sau giải ngân        1     50.000.000
        Cộng 423                                  49.214.000.000  65.000.000  85.000.000
        ────────────────────────────────────────────────────────────────────────────────
         Enter mở · n kiểm tra · t chọn tổ · Tab cần kiểm tra · f lọc · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<enter>");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát › 06/TD tổ 0703010 · 07/10/2026 ──────────────────────────
         Tổ 0703010 Nguyễn Thị Hồng Thắm · sau giải ngân · Hội Phụ nữ
         Người kiểm tra: Sơn Thị Mỹ Duyên · Người chứng kiến: Huỳnh Văn Tòng (trưởng ấp…

        TT Họ tên              Thực nhận   Dư hộ nói     Đúng MĐ      Sai MĐ     Chưa SD
         1 Ngô Văn Mừng       60.000.000  60.000.000  60.000.000           0           0









        Cộng 1                60.000.000  60.000.000  60.000.000           0           0
         Hiệu quả tốt · Lãi chưa trả 0 đ · Thực nhận 60.000.000 đ · Dư hộ nói 60.000.00…

         Đã KT 1 hộ, 1/1 món · 60.000.000 đ
         đúng 60.000.000 đ (100,00 %) · sai 0 đ (0,00 %) · chưa SD 0 đ
        ────────────────────────────────────────────────────────────────────────────────
         Enter món vay · Esc quay lại · / tìm · F2 ẩn tên · F9 English · ? trợ giúp
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn eight_households_take_fewer_than_eighty_keys_beyond_their_amounts() {
    // seven as in the book, one with an amount of its own
    let keys = "4 <enter> <enter> <enter> <enter> = <enter> = <enter> = = = = = = = <tab> <tab> \
                <tab> AMOUNT = <f5> c";
    let count = keys.split_whitespace().filter(|key| *key != "AMOUNT").count();
    assert!(count < 80, "{count} keys");
    let stage = Stage::demo(Language::Vi).press(&keys.replace("AMOUNT", "2tr"));
    let lines = &made(&stage).lines;
    assert_eq!(lines.len(), 8);
    assert_eq!(lines[7].wrong_use, Some(Dong::new(2_000_000)));
}

#[test]
fn a_line_number_is_reached_by_its_digits_and_a_cleared_line_is_no_part_of_the_visit() {
    let mut stage = form().press("= :9<enter> =");
    assert_eq!(stage.rows_with("Đã KT 2 hộ, 2/24 món").len(), 1);
    let mut stage = stage.press(":9<enter> <c-d>");
    assert_eq!(stage.rows_with("Đã KT 1 hộ, 1/24 món").len(), 1);
}

#[test]
fn what_does_not_add_up_is_said_at_once_under_the_line() {
    let mut stage = form().press("60tr <tab> 58tr <tab> 40tr");
    assert_eq!(stage.rows_with("còn thiếu 20.000.000 đ so với thực nhận").len(), 1);
    assert_eq!(stage.rows_with("hộ nói thấp hơn sổ 2.000.000 đ").len(), 1);
    let mut stage = stage.press("<tab> <tab> 25tr");
    assert_eq!(stage.rows_with("nhiều hơn thực nhận 5.000.000 đ").len(), 1);
}

#[test]
fn a_refusal_stands_at_its_line_and_cell_with_what_would_be_right() {
    // more used than received, on the second line of the form, which is the first of the visit
    let mut stage = form().press("<down> 18tr <tab> <tab> 20tr <f5>");
    assert_eq!(stage.rows_with("Dòng 2: Đúng, sai và chưa sử dụng").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("▸Đúng mục đích").len(), 1);
    // an amount that can't be read
    let mut stage = form().press("500 <f5>");
    assert_eq!(stage.rows_with("Dòng 1: 500 đ, hay 500 nghìn?").len(), 1, "{}", stage.sees());
    // nothing filled in
    let mut stage = form().press("<f5>");
    assert_eq!(stage.rows_with("Chưa nhập gì").len(), 1, "{}", stage.sees());
    // a day to come, seen when the head is left
    let mut stage = Stage::demo(Language::Vi)
        .press("4 <enter> <c-u> 20/10/2026 <enter> <enter> <enter> = <enter> <enter>");
    assert_eq!(stage.rows_with("hôm nay là 15/10/2026").len(), 1, "{}", stage.sees());
    // no visitor, seen at the latest when it is to be saved
    let mut stage = Stage::demo(Language::Vi).press("4 <enter> <f6> = <f5>");
    assert_eq!(stage.rows_with("Chưa có người kiểm tra").len(), 2, "{}", stage.sees());
    assert_eq!(stage.rows_with("▸Người kiểm tra").len(), 1);
}

#[test]
fn a_visit_before_the_loan_or_twice_on_a_day_is_refused_at_its_line() {
    // the loan of 20/07/2026 is asked for on 19/07: its line is kept, and refused
    let mut stage = Stage::demo(Language::Vi)
        .press("4 <enter> <c-u> 19/07/2026 <enter> <enter> <enter> = <enter> <enter> 1tr <f5>");
    assert_eq!(stage.rows_with("Món vay giải ngân ngày 20/07/2026").len(), 2, "{}", stage.sees());
    let stage = form().press("= <f5> c <tab> <enter>");
    let mut stage = stage.press("<enter> <enter> <enter> = <enter> <enter>");
    assert_eq!(stage.rows_with("06/TD tổ 0701001").len(), 1, "{}", stage.sees());
    let stage = form().press("= <f5> c t 0703010 <enter> <f6> :24<enter>");
    let mut stage = stage.press("<home>");
    assert_eq!(stage.rows_with("06/TD tổ 0703010").len(), 1, "{}", stage.sees());
}

#[test]
fn a_draft_is_found_again_to_the_letter_even_after_a_power_cut() {
    let mut stage = form().press("= 17tr <tab> <tab> 5");
    let typed = stage.sees();
    let image = tempfile::tempdir().expect("a folder");
    stage.app().keep_drafts();
    // the machine dies here: what the next start finds is what lies on disk
    let book = stage.app().office().location().expect("a file").to_owned();
    let folder = book.parent().expect("a folder");
    for file in std::fs::read_dir(folder).expect("the folder") {
        let file = file.expect("a file");
        std::fs::copy(file.path(), image.path().join(file.file_name())).expect("a copy");
    }
    let options = OpenOptions {
        read_only: false,
        who: "Trần Thị Bích".to_owned(),
        shelf: Shelf::shipped().expect("the shipped rulebooks"),
    };
    let name = book.file_name().expect("a name");
    let office = Office::open(&image.path().join(name), options).expect("it opens again");
    let mut again = Stage::new(office, 80, 24, Language::Vi).press("4");
    assert_eq!(again.rows_with("ghi dở: tổ 0703010 · d mở").len(), 1);
    let mut again = again.press("d");
    assert_eq!(again.rows_with("Đã mở lại bản nháp.").len(), 1);
    // the first key takes the notice away, and all stands as it was
    let mut again = again.press("<end>");
    assert_eq!(again.sees(), typed);
    // thrown away on purpose only, after a question
    let again = again.press("<f4> k");
    let mut again = again.press("<f4> c");
    assert_eq!(again.rows_with("ghi dở:").len(), 0);
    assert!(again.app().office().drafts().expect("drafts").is_empty());
}

#[test]
fn esc_keeps_what_was_typed_and_the_row_opens_it_again() {
    let mut stage = form().press("= 17tr");
    let typed = stage.sees();
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.rows_with("Đã giữ nháp").len(), 1);
    assert_eq!(stage.rows_with("ghi dở: tổ 0703010 · d mở").len(), 1);
    let mut stage = stage.press("<enter> <end>");
    assert_eq!(stage.sees(), typed);
}

#[test]
fn a_group_is_found_without_diacritics() {
    let mut stage = Stage::demo(Language::Vi).press("4 t tham<space>bung");
    expect![[r#"
         TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026     Trần Thị Bích · đã lưu · VI
         1 Tổng  2 GD  3 Nợ  4 K.tra  5 Tổ  6 C.lượng  7 Đ.án  8 Sổ
        ── Kiểm tra, giám sát › Kiểm tra tổ nào? ───────────────────────────────────────
         Tìm tổ  tham bung

        Tổ       Tổ trưởng                Ấp                 Hội, đoàn thể        Cần KT
        0702005  Nguyễn Thị Hồng Thắm     Ấp Bưng Sen        Hội Phụ nữ                2














        Cộng 1
        ────────────────────────────────────────────────────────────────────────────────
         Enter kiểm tra · Esc quay lại · Ctrl+F tìm · F2 ẩn tên · F1 trợ giúp
    "#]]
    .assert_eq(&stage.sees());
    let mut stage = stage.press("<enter>");
    assert_eq!(stage.rows_with("06/TD tổ 0702005").len(), 1);
}

#[test]
fn two_codes_with_the_same_last_digits_show_six() {
    let mut stage = Stage::demo(Language::Vi).press("4 t 0704013 <enter> <f6> <end>");
    stage.resize(120, 60);
    assert_eq!(stage.rows_with("66…008441").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("66…018441").len(), 1);
}

#[test]
fn a_wide_screen_shows_what_was_typed_beside_the_book() {
    let mut stage = Stage::demo_at(Language::Vi, 120, 36)
        .press("4 <enter> <enter> <enter> <enter> = <enter> <enter> = <tab> <tab> <tab> 5tr =");
    expect![[r#"
         Sổ tay TK&VV │ Xã mẫu Giồng Sen · tính đến 15/10/2026                                   Trần Thị Bích · đang nhập · VI
         1 Tổng quan   2 Ngày GD   3 Nợ   4 Kiểm tra   5 Tổ & hộ   6 Chất lượng   7 Đề án   8 Sổ
        ── Kiểm tra, giám sát › 06/TD tổ 0703010 · 15/10/2026 ──────────────────────────────────────────────────────────────────
         thứ Năm 15/10/2026 · sau giải ngân · Hội Phụ nữ · KT: Sơn Thị Mỹ Duyên
        TT Họ tên                  Mã vay        Giải ngân         Dư nợ    Thực nhận      Đúng MĐ      Sai MĐ Kết quả
         1 Đặng Văn Tám            66…6109      60.000.000    60.000.000   60.000.000   60.000.000           0 ✓ đúng
         2 Lê Hoài Nam             66…8592      18.000.000     6.000.000   18.000.000   13.000.000   5.000.000 ✗ sai 5.000.000
         3 Võ Thị Bé Ba            66…8775      40.000.000    10.000.000                                       năm nay chưa KT
         4 Phạm Công Danh          66…1084     100.000.000    60.000.000                                       năm nay chưa KT
         5 Châu Thị Thia Vy        66…1218      60.000.000    36.000.000                                       năm nay chưa KT
         6 Châu Thị Rịa            66…9168      60.000.000    24.000.000                                       năm nay chưa KT
         7 Phan Thị Ngọc Giàu      66…2133      50.000.000    40.000.000                                       năm nay chưa KT
         8 Nguyễn Thị Hồng Thắm    66…4182      40.000.000    32.000.000                                       năm nay chưa KT
         9 Đặng Thị Cẩm Tú         66…2445      40.000.000    32.000.000
        10 Phan Thị Kiều Oanh      66…3172      40.000.000    28.000.000
        11 Đặng Thị Thu Hà         66…3959      50.000.000    40.000.000
        12 Trần Thị Kim Cúc        66…6963      60.000.000    51.500.000
        13 Kim Thị Mô Ni           66…0461      90.000.000    30.000.000
        14 Lê Thị Bảy              66…5251      50.000.000    50.000.000
        15 Phạm Công Danh          66…1611      20.000.000    12.000.000
        16 Tăng Thị Kim Sang       66…2787      20.000.000    16.000.000
        17 Phan Thị Cẩm Tú         66…5759      40.000.000     8.000.000
        18 Trương Thị Lan Chi      66…8268      70.000.000    17.500.000
        Cộng 24                              1.278.000.000   840.500.000   78.000.000   73.000.000   5.000.000
        ─ 3. Võ Thị Bé Ba · dư nợ 10.000.000 đ · lãi tồn 0 đ ───────────────────────────────────────────────────────────────────
        ▸Thực nhận                                                   Chưa sử dụng
         Dư nợ hộ nói                                                Hiệu quả
         Đúng mục đích                                               Lãi chưa trả
         Sai mục đích                                                Ghi chú

         vay 20/08/2023 · Hộ nghèo · Trồng hành tím

         Đã KT 2 hộ, 2/24 món · 78.000.000 đ                                                hạn nộp Hội 20/10 (3 ngày làm việc)
         đúng 73.000.000 đ (93,59 %) · sai 5.000.000 đ (6,41 %) · chưa SD 0 đ
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         = đúng như sổ · : tới dòng · F5 ghi sổ · F6 đầu phiếu · Esc để nháp · F4 bỏ phiếu · Ctrl+F tìm · F1 trợ giúp
    "#]].assert_eq(&stage.sees());
}

#[test]
fn in_english_too() {
    let mut stage =
        Stage::demo(Language::En).press("4 <enter> <enter> <enter> <enter> = <enter> <enter> =");
    expect![[r#"
         S&L │ Xã mẫu Giồng Sen · as of 15/10/2026          Trần Thị Bích · typing · EN
         1 Overview  2 Session  3 Debts  4 Visits  5 Groups  6 Quality  7 Plans  8 Book
        ── Supervision › 06/TD group 0703010 · 15/10/2026 ──────────────────────────────
         Thursday 15/10/2026 · after disbursement · Women's Union · by: Sơn Thị Mỹ Duyên
        No Name                  Loan          Disbursed   Outstanding Found
         1 Đặng Văn Tám          66…6109      60.000.000    60.000.000 ✓ right
         2 Lê Hoài Nam           66…8592      18.000.000     6.000.000 ! inactive
         3 Võ Thị Bé Ba          66…8775      40.000.000    10.000.000 not this year
         4 Phạm Công Danh        66…1084     100.000.000    60.000.000 not this year
         5 Châu Thị Thia Vy      66…1218      60.000.000    36.000.000 not this year
         6 Châu Thị Rịa          66…9168      60.000.000    24.000.000 not this year
        Total 24                           1.278.000.000   840.500.000
        ─ 2. Lê Hoài Nam · owes 6.000.000 đ · int. arrears 223.019 đ ───────────────────
        ▸Received                                Not yet used
         Balance said                            Effect
         Right use                               Unpaid interest
         Wrong use                               Note

         ! inactive · since 20/07/2023 · Hộ cận nghèo · Mua bán nhỏ

         Checked: households 1, loans 1/24 · 60.000.000 đ  report by 20/10 (3 workdays)
         right 60.000.000 đ (100,00 %) · wrong 0 đ (0,00 %) · unused 0 đ
        ────────────────────────────────────────────────────────────────────────────────
         = as in the book · : to line · F5 save · F6 head · Esc keep draft · F1 help
    "#]]
    .assert_eq(&stage.sees());
}

#[test]
fn the_form_and_a_visits_page_survive_every_size() {
    for keys in ["", "<f5>", "<esc> <tab> <tab> <enter>", "<f6>", "<esc> t x"] {
        // the next key takes the message of a refusal away
        let mut stage =
            form().press("<tab> <tab> <tab> 5tr = 500").press(keys).press("<down> <up>");
        let before = stage.sees();
        for (width, height) in [(0, 0), (1, 1), (79, 24), (80, 24), (120, 36), (300, 9), (90, 60)] {
            stage.resize(width, height);
            stage.sees();
            stage = stage.press("<down> <up>");
        }
        stage.resize(80, 24);
        assert_eq!(stage.sees(), before, "after {keys}");
    }
}
