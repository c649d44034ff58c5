//! Place 8, the copies: made by a key, on leaving and after a collection day; restored; their age.

use crate::stage::{Stage, now};
use crate::store::small::options;
use std::path::Path;
use tkvv::domain::day::Day;
use tkvv::office::{Kept, Office, Stamp};
use tkvv::text::Language;

fn stamp(text: &str) -> Stamp {
    Stamp::parse(text).expect("a moment")
}

fn file_name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

/// Whether one row of the screen has a word, and ends with another.
fn ends(stage: &mut Stage, word: &str, end: &str) -> bool {
    let rows = stage.rows_with(word);
    rows.len() == 1 && rows[0].ends_with(end)
}

/// The words of the box over the screen in one line.
fn question(stage: &mut Stage) -> String {
    let rows = stage.rows_with("│");
    let boxed = rows.iter().filter_map(|row| row.trim().strip_prefix('│')?.strip_suffix('│'));
    boxed.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// Saves the first group's sheet, all paid.
const SHEET: &str = "2 <enter> A <f7> <f5> <enter>";

#[test]
fn b_makes_a_copy_that_the_list_shows_with_age_size_and_state() {
    let mut stage = Stage::demo(Language::Vi).press("8");
    assert_eq!(stage.rows_with("Chưa có bản sao nào").len(), 1, "{}", stage.sees());
    stage = stage.press("b");
    assert_eq!(stage.rows_with("Đã sao và kiểm lại").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("hôm nay (15/10/2026 09:00)").len(), 1, "{}", stage.sees());
    stage = stage.press("<enter>");
    let rows = stage.rows_with("15/10/2026 09:00");
    assert_eq!(rows.len(), 1, "{}", stage.sees());
    assert!(rows[0].contains("hôm nay") && rows[0].contains(" MB"), "{rows:?}");
    assert!(rows[0].contains("đã kiểm khi sao · theo lịch"), "{rows:?}");
    stage = stage.press("v");
    assert_eq!(stage.rows_with("✓ đã đọc lại, đúng").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("Đã đọc lại 1 bản sao, bản nào cũng đúng").len(), 1);
    let copies = stage.app().office().copies(true);
    assert_eq!(file_name(&copies[0].path), "book-20261015-090000.db");
    assert_eq!(copies[0].kept, Kept::ByRule);
    // One that was touched is shown as broken, and restores nothing.
    let mut bytes = std::fs::read(&copies[0].path).expect("read");
    bytes[97] ^= 1;
    std::fs::write(&copies[0].path, bytes).expect("written");
    stage = stage.press("v");
    assert_eq!(stage.rows_with("✗ hỏng, không dùng được").len(), 1, "{}", stage.sees());
    stage = stage.press("r");
    assert_eq!(stage.rows_with("khác mã SHA-256").len(), 1, "{}", stage.sees());
}

#[test]
fn restoring_asks_back_with_what_would_be_lost_and_brings_the_old_book() {
    let mut stage = Stage::demo(Language::Vi).press("8 b").press(SHEET);
    let copy = stage.app().office().copies(false).remove(0);
    let machine = stage.app().office().machine().to_owned();
    let lost = stage.app().office().weigh(&copy.path).expect("sound").lost.expect("counted");
    assert!(lost > 20, "24 payments, the sheet and who came: {lost}");
    let session = Day::parse_iso("2026-10-15").expect("a day");
    assert_eq!(stage.app().office().sheets_of(session).expect("sheets").len(), 1);
    stage = stage.press("<a-8> <enter> r");
    let seen = question(&mut stage);
    assert!(seen.contains("lúc 15/10/2026 09:00 (hôm nay)?"), "{seen}");
    assert!(seen.contains(&format!("{lost} dòng đã ghi")), "{seen}");
    // No: nothing happens.
    stage = stage.press("k");
    assert_eq!(stage.app().office().sheets_of(session).expect("sheets").len(), 1);
    stage = stage.press("r c");
    assert!(stage.sees().contains("Đã phục hồi"), "{}", stage.sees());
    let office = stage.app().office();
    assert!(office.sheets_of(session).expect("sheets").is_empty());
    assert_ne!(office.machine(), machine);
    assert_eq!(office.verify(), []);
    // The book of before is in the list, and it goes on as any book does.
    stage = stage.press("<enter>");
    assert_eq!(stage.rows_with("giữ mãi").len(), 1, "{}", stage.sees());
    stage = stage.press(SHEET);
    assert_eq!(stage.app().office().sheets_of(session).expect("sheets").len(), 1);
    assert_eq!(stage.app().office().verify(), []);
}

#[test]
fn a_copy_goes_to_another_folder_by_d_and_enter_which_is_remembered() {
    let disk = tempfile::tempdir().expect("a folder");
    let path = disk.path().display().to_string();
    let mut stage = Stage::demo(Language::Vi).press("8 d <c-u>").paste(&path).press("<enter>");
    assert!(stage.sees().contains("Đã sao và kiểm lại"), "{}", stage.sees());
    let count = || std::fs::read_dir(disk.path()).expect("read").count();
    assert_eq!(count(), 2, "the copy and its sum");
    stage = stage.press("d <enter>");
    assert_eq!(count(), 4, "{}", stage.sees());
    stage = stage.press("d x <enter>");
    assert_eq!(stage.rows_with("Không có thư mục ấy").len(), 1, "{}", stage.sees());
    assert!(stage.app().office().copies(false).is_empty(), "the book's own folder has none");
}

#[test]
fn leaving_makes_a_copy_where_something_was_recorded_and_else_none() {
    let mut stage = Stage::demo(Language::Vi);
    let at_close = |stage: &mut Stage| stage.app().back_up_at_close().expect("made").is_some();
    assert!(at_close(&mut stage), "there was none yet");
    assert!(!at_close(&mut stage), "nothing was recorded since");
    stage = stage.press(SHEET);
    assert!(at_close(&mut stage));
    assert!(!at_close(&mut stage));
    let copies = stage.app().office().copies(true);
    assert!(copies.iter().all(|copy| copy.good && copy.kept == Kept::ByRule));
    assert_eq!(copies.len(), 1, "of one day the newest stays");
    assert_eq!(stage.app().office().back_up_at_close(stamp("2026-10-22T03:00:00Z")), Ok(None));
    let old = stage.app().office().back_up_at_close(stamp("2026-10-23T03:00:00Z")).expect("made");
    assert!(old.is_some(), "more than 7 days old, though nothing was recorded");
}

#[test]
fn a_book_that_others_write_in_or_that_is_for_trying_is_not_copied_by_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut stage = Stage::demo(Language::Vi);
    let first = stage.app().office().location().expect("a file").to_path_buf();
    let second = Office::open(&first, options("Hoa")).expect("opened");
    assert!(second.read_only());
    assert_eq!(second.back_up_at_close(now()), Ok(None));
    let memory = Office::in_memory().expect("memory");
    assert_eq!(memory.back_up_at_close(now()), Ok(None));
    let made = memory.back_up(Some(&path), now()).expect("a copy of a book in memory");
    assert!(made.good && path.exists());
}

#[test]
fn the_home_screen_says_how_old_the_last_good_copy_is_and_warns() {
    let mut stage = Stage::demo(Language::Vi);
    assert!(ends(&mut stage, "! bản sao cuối", " chưa có"), "{}", stage.sees());
    let office = stage.app().office();
    office.back_up(None, stamp("2026-10-07T02:00:00Z")).expect("made");
    stage = stage.press("2 1");
    assert!(ends(&mut stage, "! bản sao cuối", " 8 ngày trước"), "{}", stage.sees());
    stage.app().office().back_up(None, stamp("2026-10-08T02:00:00Z")).expect("made");
    stage = stage.press("2 1");
    assert!(ends(&mut stage, "  bản sao cuối", " 7 ngày trước"), "{}", stage.sees());
    stage = stage.press("8 b 1 <f9>");
    assert!(ends(&mut stage, "  last copy", " today"), "{}", stage.sees());
    // The line opens the list.
    stage = stage.press("<end> <enter>");
    assert!(stage.sees().contains("They lie in: "), "{}", stage.sees());
}
