//! What a meeting does to a laptop: closed lids, pulled plugs, small windows.

use super::pty::Terminal;
use super::sample::Sample;
use std::time::{Duration, Instant};

const ENTER: &str = "\r";
/// How long a busy machine may take before the test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until a draft on disk has what was typed. Who looks reads the file beside the program.
fn until_draft(sample: &Sample, typed: &str) {
    let begin = Instant::now();
    let there = || {
        let drafts = sample.ask().drafts().expect("the drafts");
        drafts.iter().any(|draft| draft.content.contains(typed))
    };
    while !there() {
        assert!(begin.elapsed() < PATIENCE, "{typed:?} never came to the disk");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn cut_off_in_the_middle_of_a_sheet_what_was_typed_comes_back() {
    let sample = Sample::new();
    let mut terminal = Terminal::start(&["--book", &sample.book()], 80, 24);
    terminal.until("PHIÊN HÔM NAY");
    terminal.press("2");
    terminal.until("chưa nhập");
    terminal.press(ENTER);
    terminal.until("0/24");
    terminal.press("=77k");
    terminal.until("bảy mươi bảy nghìn đồng");
    // On disk as soon as the hand pauses (trust.md, section 1); then the plug.
    until_draft(&sample, "77k");
    terminal.cut_off();
    let mut again = Terminal::start(&["--book", &sample.book()], 80, 24);
    again.until("PHIÊN HÔM NAY");
    again.press("2");
    again.until("bản nháp");
    again.press(ENTER);
    let screen = again.until("77.000");
    assert!(screen.contains("1/24"), "{screen}");
    // Nothing of it is in the book before it is saved.
    let session = tkvv::domain::day::Day::parse_iso("2026-10-15").expect("a day");
    assert!(sample.ask().sheets_of(session).expect("the sheets").is_empty());
}

#[test]
fn a_closed_window_ends_the_program_and_keeps_what_was_typed() {
    let sample = Sample::new();
    let mut terminal = Terminal::start(&["--book", &sample.book()], 80, 24);
    terminal.until("PHIÊN HÔM NAY");
    terminal.press("2");
    terminal.until("chưa nhập");
    terminal.press(ENTER);
    terminal.until("0/24");
    terminal.press("77k");
    terminal.until("bảy mươi bảy nghìn đồng");
    // At once: the program itself keeps the draft on its way out.
    terminal.hang_up();
    assert!(terminal.ends());
    let office = sample.ask();
    let drafts = office.drafts().expect("the drafts");
    assert!(drafts.iter().any(|draft| draft.kind == "sheet" && draft.content.contains("77")));
}

#[test]
fn ctrl_c_and_q_end_the_program_and_give_the_terminal_back() {
    for key in ["\x03", "q"] {
        let sample = Sample::new();
        let mut terminal = Terminal::start(&["--book", &sample.book()], 80, 24);
        terminal.until("PHIÊN HÔM NAY");
        terminal.press(key);
        assert!(terminal.ends(), "{key:?} ends it well");
        assert!(terminal.is_given_back(), "{key:?} gives the terminal back");
    }
}

#[test]
fn a_small_window_is_said_politely_and_the_screen_comes_back() {
    let sample = Sample::new();
    let terminal = Terminal::start(&["--book", &sample.book()], 80, 24);
    terminal.until("PHIÊN HÔM NAY");
    terminal.resize(60, 15);
    terminal.until("80");
    terminal.resize(120, 36);
    terminal.until("PHIÊN HÔM NAY");
    terminal.until("Chất lượng");
}

#[test]
fn the_demo_opens_on_its_own_day_and_keeps_nothing() {
    let mut terminal = Terminal::start(&["demo"], 120, 36);
    let screen = terminal.until("PHIÊN HÔM NAY");
    assert!(screen.contains("15/10/2026"), "{screen}");
    terminal.press("q");
    assert!(terminal.ends());
}
