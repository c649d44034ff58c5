//! The collection day on a real terminal, cut off in the middle of each form: what was typed is on
//! disk within two seconds, comes back to the cursor, and is saved once (trust.md, section 1).

use super::pty::Terminal;
use super::sample::Sample;
use std::time::Duration;
use tkvv::domain::day::Day;
use tkvv::domain::money::Dong;

const ENTER: &str = "\r";
const ESC: &str = "\x1b";
const F5: &str = "\x1b[15~";
const F6: &str = "\x1b[17~";
const F7: &str = "\x1b[18~";

fn start(sample: &Sample) -> Terminal {
    let mut terminal = Terminal::start(&["--book", &sample.book()], 80, 24);
    terminal.until("PHIÊN HÔM NAY");
    terminal.press("2");
    terminal.until("chưa nhập");
    terminal
}

/// Waits as long as what was typed may take to be on disk; then the plug.
fn cut_off(terminal: Terminal) {
    std::thread::sleep(Duration::from_millis(2_500));
    terminal.cut_off();
}

/// Saves the first line of the first group's sheet; the cash is asked for.
fn save_a_line(terminal: &mut Terminal) {
    terminal.press(ENTER);
    terminal.until("0/24");
    terminal.press("=");
    terminal.until("thu đủ");
    terminal.press(F7);
    terminal.press(F5);
    terminal.until("Ghi sổ bảng kê");
    terminal.press(F5);
    terminal.until("Mệnh giá");
}

#[test]
fn a_cash_count_cut_off_in_the_middle_comes_back_and_is_saved_once() {
    let sample = Sample::new();
    let known = sample.ask().counts().expect("counts").of("cash_count");
    let mut terminal = start(&sample);
    save_a_line(&mut terminal);
    terminal.press("\r\r\r1\r1");
    terminal.until("70.000 đ");
    cut_off(terminal);
    let mut terminal = start(&sample);
    terminal.press(F6);
    terminal.until("70.000 đ");
    terminal.press("\r1\r\r\r1\r370d");
    terminal.until("khớp");
    terminal.press(F5);
    terminal.until("khớp tiền");
    terminal.press(F5);
    terminal.cut_off();
    let office = sample.ask();
    let session = Day::parse_iso("2026-10-15").expect("a day");
    let count = office.ledger().cash_count(&"0701001".into(), session).expect("a count");
    assert_eq!(count.counted, Dong::new(81_370));
    assert_eq!(office.counts().expect("counts").of("cash_count"), known + 1);
    assert!(office.verify().is_empty());
}

#[test]
fn a_line_that_is_being_mended_comes_back_and_is_mended_once() {
    let sample = Sample::new();
    let mut terminal = start(&sample);
    save_a_line(&mut terminal);
    terminal.press(ESC);
    terminal.until("tiền: chưa đếm");
    terminal.press("\x1b[H");
    terminal.until("▸  1");
    terminal.press("e");
    terminal.until("Lý do sửa");
    terminal.press("go nham\t90k");
    terminal.until("chín mươi nghìn đồng");
    cut_off(terminal);
    let mut terminal = start(&sample);
    terminal.press(ENTER);
    terminal.until("81.370");
    terminal.press("\x1b[H");
    terminal.until("▸  1");
    terminal.press("e");
    terminal.until("go nham");
    terminal.press(F5);
    terminal.until("đã hủy");
    terminal.press(F5);
    terminal.cut_off();
    let office = sample.ask();
    let session = Day::parse_iso("2026-10-15").expect("a day");
    let rows = office.sheets_of(session).expect("the sheets");
    let interest: Dong = rows.iter().map(|row| row.interest).sum();
    assert_eq!(interest, Dong::new(90_000));
    assert!(office.verify().is_empty());
}

#[test]
fn an_interest_receipt_cut_off_in_the_middle_comes_back() {
    let sample = Sample::new();
    let open = |terminal: &mut Terminal| {
        terminal.press("\x1b[Z\x1b[C\x1b[C\x1b[C");
        terminal.press(ENTER);
        terminal.until("Phiếu thu ngày");
        terminal.press("l");
        terminal.until("Thu lãi tại ngân hàng");
        terminal.press("15383");
        terminal.until("6600311900015383");
        terminal.press(ENTER);
        terminal.until("Số tiền lãi");
    };
    let mut terminal = start(&sample);
    open(&mut terminal);
    terminal.press("55k\tBL 8");
    terminal.until("BL 8");
    cut_off(terminal);
    let mut terminal = start(&sample);
    open(&mut terminal);
    let screen = terminal.until("55.000");
    assert!(screen.contains("BL 8"), "{screen}");
    let drafts = sample.ask().drafts().expect("the drafts");
    assert_eq!(drafts.len(), 1);
    terminal.cut_off();
}
