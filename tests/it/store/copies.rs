//! Copies of a small book over weeks: which stay, and what a new one clears away.

use super::small::{day, line, office_at, run, sheet};
use tkvv::office::command::Command;
use tkvv::office::{Office, Stamp};

fn stamp(text: &str) -> Stamp {
    Stamp::parse(text).expect("a moment")
}

#[test]
fn what_the_rule_keeps_stays_and_a_persons_copy_always() {
    let home = tempfile::tempdir().expect("a folder");
    let office = office_at(&home.path().join("book.db"));
    let folder = office.backup_folder().expect("a folder");
    std::fs::create_dir_all(&folder).expect("a folder");
    // Made by a person in the very folder, under a name as the program gives.
    let mine = folder.join("book-20250101-080000.db");
    office.back_up(Some(&mine), stamp("2025-01-01T01:00:00Z")).expect("made");
    // Another book's copy in the same folder is no business of this one.
    let other = office_at(&home.path().join("other.db"));
    other.back_up(None, stamp("2020-01-01T01:00:00Z")).expect("made");
    for later in 0..12 {
        let moment = format!("{}T02:00:00Z", day("2026-09-20").plus(later));
        office.back_up(None, stamp(&moment)).expect("made");
    }
    let days: Vec<String> =
        office.copies(false).iter().map(|copy| copy.day().to_string()).collect();
    // 20/09 is a Sunday, the end of its week.
    let stay = ["10-01", "09-30", "09-29", "09-28", "09-27", "09-26", "09-25", "09-20"];
    let mut stay: Vec<String> = stay.iter().map(|day| format!("2026-{day}")).collect();
    stay.push("2025-01-01".to_owned());
    assert_eq!(days, stay);
    assert!(mine.exists());
    assert_eq!(other.copies(true).len(), 1);
    // What went took its side file with it.
    let files = std::fs::read_dir(&folder).expect("a folder").count();
    assert_eq!(files, 2 * (stay.len() + 1));
}

#[test]
fn a_broken_copy_takes_no_good_ones_place() {
    let home = tempfile::tempdir().expect("a folder");
    let office = office_at(&home.path().join("book.db"));
    let good = office.back_up(None, stamp("2026-10-14T02:00:00Z")).expect("made");
    let cut = office.back_up(None, stamp("2026-10-14T03:00:00Z")).expect("made");
    assert!(!good.path.exists(), "of one day the newest stays");
    std::fs::write(&cut.path, b"SQLite format 3\0").expect("cut");
    assert_eq!(office.last_copy(), None, "it is none that counts");
    let next = office.back_up(None, stamp("2026-10-14T04:00:00Z")).expect("made");
    let later = office.back_up_at_close(stamp("2026-10-14T05:00:00Z"));
    assert_eq!(later, Ok(None), "that one has all");
    assert_eq!(office.last_copy().map(|copy| copy.path), Some(next.path));
}

/// Whether the first start of a day makes a copy.
fn copied_at_start(office: &Office, today: &str) -> bool {
    let now = stamp(&format!("{today}T02:00:00Z"));
    office.back_up_after_session(day(today), now).expect("no trouble").is_some()
}

#[test]
fn the_first_start_after_a_collection_day_makes_up_for_a_copy_that_was_cut_off() {
    let home = tempfile::tempdir().expect("a folder");
    let mut office = office_at(&home.path().join("book.db"));
    office.back_up(None, stamp("2026-10-14T02:00:00Z")).expect("made the day before");
    let typed = vec![line("M1", Some(600_000), Some(50_000))];
    run(&mut office, Command::Sheet(sheet("s1", typed))).expect("saved");
    // On the day itself it is not over.
    assert!(!copied_at_start(&office, "2026-10-15"));
    assert!(copied_at_start(&office, "2026-10-16"));
    assert!(!copied_at_start(&office, "2026-10-16"), "once");
    assert!(!copied_at_start(&office, "2026-10-19"), "until the next collection day");
}

#[test]
fn a_copy_made_at_the_end_of_the_collection_day_is_enough() {
    let home = tempfile::tempdir().expect("a folder");
    let mut office = office_at(&home.path().join("book.db"));
    let typed = vec![line("M1", Some(600_000), Some(50_000))];
    run(&mut office, Command::Sheet(sheet("s1", typed))).expect("saved");
    let made = office.back_up_at_close(stamp("2026-10-15T11:00:00Z")).expect("no trouble");
    assert!(made.is_some());
    assert!(!copied_at_start(&office, "2026-10-16"));
}

#[test]
fn two_books_of_one_stem_with_other_endings_keep_their_own_copies() {
    let home = tempfile::tempdir().expect("a folder");
    let one = office_at(&home.path().join("xa.db"));
    let other = office_at(&home.path().join("xa.sqlite"));
    let of_other = other.back_up(None, stamp("2026-10-14T02:00:00Z")).expect("made");
    // The same day: of one book the newest would stay alone.
    let of_one = one.back_up(None, stamp("2026-10-14T03:00:00Z")).expect("made");
    let paths = |office: &Office| -> Vec<_> {
        office.copies(true).into_iter().map(|copy| copy.path).collect()
    };
    assert_eq!(paths(&one), std::slice::from_ref(&of_one.path));
    assert_eq!(paths(&other), std::slice::from_ref(&of_other.path));
    assert_eq!(one.last_copy().map(|copy| copy.path), Some(of_one.path.clone()));
    // A side file of an older program says nothing of the book: it counts by its name, as it did.
    let side = home.path().join(of_other.path.with_extension("db.sha256"));
    let text = std::fs::read_to_string(&side).expect("read");
    let lines = text.lines().filter(|line| !line.starts_with("# book ")).collect::<Vec<_>>();
    assert!(lines.len() < text.lines().count(), "{text}");
    std::fs::write(&side, lines.join("\n") + "\n").expect("written");
    assert_eq!(paths(&one).len(), 2);
    assert_eq!(paths(&other).len(), 1);
}

#[test]
fn copies_of_a_book_that_lay_in_the_same_place_before_are_listed_and_not_thrown_away() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("book.db");
    let before = office_at(&path);
    let kept = before.back_up(None, stamp("2026-10-14T02:00:00Z")).expect("made");
    drop(before);
    std::fs::remove_file(&path).expect("lost");
    let later = stamp("2026-10-14T02:30:00Z");
    let anew = Office::create(&path, super::small::options("Lan"), later).expect("a new book");
    anew.back_up(None, stamp("2026-10-14T03:00:00Z")).expect("made");
    assert!(kept.path.exists(), "on the same day, but of another book");
    assert_eq!(anew.copies(true).len(), 2, "it can be restored");
}

#[test]
fn a_restored_book_goes_on_with_the_copies_that_it_had() {
    let home = tempfile::tempdir().expect("a folder");
    let mut office = office_at(&home.path().join("book.db"));
    let copy = office.back_up(None, stamp("2026-10-13T02:00:00Z")).expect("made");
    let second = office.back_up(None, stamp("2026-10-14T02:00:00Z")).expect("made");
    office.restore(&copy.path, stamp("2026-10-14T03:00:00Z")).expect("restored");
    office.back_up(None, stamp("2026-10-14T04:00:00Z")).expect("made");
    assert!(!second.path.exists(), "of one day the newest stays, whatever its machine id");
    assert!(copy.path.exists());
}
