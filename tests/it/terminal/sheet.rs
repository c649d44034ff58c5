//! The main job on a real terminal: a sheet, a principal receipt, a visit; then the book is asked.

use super::pty::Terminal;
use super::sample::Sample;
use tkvv::domain::day::Day;
use tkvv::domain::money::Dong;

const ESC: &str = "\x1b";
const ENTER: &str = "\r";
const F5: &str = "\x1b[15~";
const F7: &str = "\x1b[18~";

fn session() -> Day {
    Day::parse_iso("2026-10-15").expect("a day")
}

#[test]
fn a_sheet_typed_on_a_terminal_stands_in_the_book() {
    let sample = Sample::new();
    let mut terminal = Terminal::start(&["--book", &sample.book()], 80, 24);
    terminal.until("PHIÊN HÔM NAY");
    terminal.press("2");
    terminal.until("chưa nhập");
    terminal.press(ENTER);
    let screen = terminal.until("0/24");
    assert!(screen.contains("81.370"), "what is due stands on the sheet:\n{screen}");
    // The first pays what is due and saves 50 nghìn; then all others pay what is due.
    terminal.press("=");
    terminal.until("thu đủ");
    terminal.press("\t50k");
    terminal.until("năm mươi nghìn đồng");
    terminal.press(ENTER);
    terminal.press("A");
    terminal.until("6.891.027");
    terminal.press(F7);
    terminal.press(F5);
    terminal.until("Ghi sổ bảng kê");
    terminal.press(F5);
    terminal.until("Đã ghi bảng kê");
    // The screen has said it: cut off now, and it stands all the same.
    terminal.cut_off();
    let office = sample.ask();
    let sheets = office.sheets_of(session()).expect("the sheets");
    let total: Dong = sheets.iter().map(|sheet| sheet.interest).sum();
    assert_eq!(total, Dong::new(6_841_027));
    let savings: Dong = sheets.iter().map(|sheet| sheet.savings).sum();
    assert_eq!(savings, Dong::new(50_000));
    assert!(office.ledger().attendance.contains_key(&("0701001".into(), session())));
    assert!(office.verify().is_empty());
}

#[test]
fn a_principal_receipt_typed_on_a_terminal_lowers_what_is_outstanding() {
    let sample = Sample::new();
    let mut terminal = Terminal::start(&["--book", &sample.book()], 120, 36);
    terminal.until("PHIÊN HÔM NAY");
    terminal.press("2");
    terminal.until("chưa nhập");
    terminal.press("g");
    terminal.until("Thu gốc");
    terminal.press("dao thi sray");
    terminal.until("13.000.000");
    terminal.press(ENTER);
    terminal.until("Số tiền");
    let before = sample.ask().ledger().loans.clone();
    terminal.press("5tr");
    terminal.until("năm triệu đồng");
    terminal.press("\tBL-PTY-1");
    terminal.until("BL-PTY-1");
    terminal.press(F5);
    terminal.until_that("a question or the saved receipt", |screen| {
        screen.contains("Bấm Enter") || screen.contains("Đã ghi")
    });
    terminal.press(ENTER);
    terminal.until_that("the receipt is saved", |screen| screen.to_lowercase().contains("đã ghi"));
    terminal.press(ESC);
    terminal.cut_off();
    let after = sample.ask();
    let paid = |loans: &std::collections::BTreeMap<_, tkvv::domain::loan::LoanFile>| -> Dong {
        loans.values().flat_map(|file| &file.principal_paid).map(|paid| paid.amount).sum()
    };
    assert_eq!(paid(&after.ledger().loans) - paid(&before), Dong::new(5_000_000));
}
