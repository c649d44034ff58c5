//! `tkvv backup` and `tkvv restore`: a restore really done, and everything that is refused.

use crate::cli::folder::{Folder, LOAN, Ran, TODAY, run_in};
use crate::store::small::options;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use tkvv::office::Office;

/// What the book answers to every report, and its whole content as files.
fn answers(folder: &Folder) -> Vec<String> {
    let loan = ["loan", LOAN];
    let reports: [&[&str]; 9] = [
        &loan,
        &["loans", "--all"],
        &["due", "--session", "next"],
        &["overdue"],
        &["ratios"],
        &["scores", "--level", "commune"],
        &["portfolio", "--by", "programme"],
        &["visits-due"],
        &["audit"],
    ];
    let mut said: Vec<String> = reports
        .iter()
        .map(|report| {
            let ran = folder.run(&[&["report"], *report, &["--format", "json"]].concat());
            assert_eq!(ran.code, 0, "{ran:?}");
            ran.out
        })
        .collect();
    let out = tempfile::tempdir().expect("a folder");
    let target = out.path().join("csv").display().to_string();
    assert_eq!(folder.run(&["export", &target]).code, 0);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(&target).expect("files").map(|file| file.expect("one").path()).collect();
    files.sort();
    said.extend(files.iter().map(|file| std::fs::read_to_string(file).expect("a file")));
    said
}

fn pay(folder: &Folder, receipt: &str) -> Ran {
    let cells = [format!("loan={LOAN}"), format!("receipt={receipt}")];
    let rest = ["day=2026-10-15", "kind=principal", "amount=500000", "place=point"];
    let ran = folder.run(&[&["record", "payment", &cells[0], &cells[1]], &rest[..]].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    ran
}

fn raw(book: &Path) -> Connection {
    Connection::open(book).expect("a database")
}

fn machine(book: &Path) -> String {
    let sql = "SELECT value FROM meta WHERE key = 'machine'";
    raw(book).query_row(sql, [], |row| row.get(0)).expect("a machine")
}

fn chains(book: &Path) -> i64 {
    let sql = "SELECT count(DISTINCT machine) FROM journal";
    raw(book).query_row(sql, [], |row| row.get(0)).expect("a count")
}

fn backed_up(folder: &Folder, name: &str) -> String {
    let copy = folder.beside(name).display().to_string();
    let ran = folder.run(&["backup", &copy]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    copy
}

#[test]
fn a_restored_book_answers_byte_for_byte_as_before_and_goes_on_as_another_machine() {
    let folder = Folder::new().imported();
    let before = answers(&folder);
    let copy = backed_up(&folder, "copy.db");
    let first = machine(&folder.book());
    pay(&folder, "BL90");
    let after = answers(&folder);
    assert!(after != before, "a payment changes answers");
    let ran = folder.run(&["restore", &copy, "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    assert!(answers(&folder) == before, "byte for byte");
    let said: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_ne!(machine(&folder.book()), first, "two books never continue one chain");
    assert_eq!(said["machine"].as_str(), Some(machine(&folder.book()).as_str()));
    pay(&folder, "BL91");
    assert_eq!(folder.run(&["check"]).code, 0);
    assert_eq!(chains(&folder.book()), 2, "what is recorded now begins a chain of its own");
    // The book of before lost nothing: it is a copy like any other.
    let aside = said["aside"].as_str().expect("kept aside").to_owned();
    assert_eq!(folder.run(&["restore", &aside]).code, 0);
    assert!(answers(&folder) == after, "byte for byte");
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn a_copy_says_later_without_the_book_whether_it_is_what_was_written() {
    let folder = Folder::new().imported();
    let ran = folder.run(&["backup", "--format", "json"]);
    let made: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let file = PathBuf::from(made["file"].as_str().expect("a file"));
    assert_eq!(file.parent(), Some(folder.beside("backups").as_path()));
    let listed = folder.run(&["backup", "--list", "--format", "json"]);
    assert_eq!(listed.code, 0, "{listed:?}");
    let listed: serde_json::Value = serde_json::from_str(&listed.out).expect("JSON");
    assert_eq!(listed, serde_json::json!([made]));
    let note = std::fs::read_to_string(folder.beside("note").with_file_name(format!(
        "backups/{}.sha256",
        file.file_name().expect("a name").to_string_lossy()
    )));
    let note = note.expect("its side file");
    assert!(note.contains(made["sha256"].as_str().expect("a sum")), "{note}");
    assert!(!note.contains("Thạch"), "no names of people");
    // One bit, somewhere in the middle of a page.
    let mut bytes = std::fs::read(&file).expect("read");
    let middle = bytes.len() / 2 + 77;
    bytes[middle] ^= 0b0001_0000;
    std::fs::write(&file, bytes).expect("written");
    let listed = folder.run(&["backup", "--list"]);
    assert_eq!(listed.code, 1, "{listed:?}");
    assert!(listed.out.contains("1 copies, 1 of them broken"), "{listed:?}");
}

#[test]
fn no_file_is_overwritten_and_a_folder_gets_a_copy_under_a_name_of_its_own() {
    let folder = Folder::new().imported();
    std::fs::write(folder.beside("mine.txt"), "mine").expect("written");
    let mine = folder.beside("mine.txt").display().to_string();
    let ran = folder.run(&["backup", &mine]);
    assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{ran:?}");
    assert!(ran.err.contains("a file is there already"), "{ran:?}");
    assert_eq!(std::fs::read(&mine).expect("read"), b"mine");
    let stick = folder.beside("stick");
    std::fs::create_dir(&stick).expect("a folder");
    for _ in 0..2 {
        let ran = folder.run(&["backup", &stick.display().to_string()]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    assert_eq!(std::fs::read_dir(&stick).expect("read").count(), 4, "two copies, two sums");
    for wrong in [&["backup", "--list", "x"][..], &["restore"]] {
        assert_eq!(folder.run(wrong).code, 2, "{wrong:?}");
    }
}

/// Makes of a good copy one that is to be refused.
type Spoil = fn(&Path);

#[test]
fn what_is_no_sound_copy_is_refused_in_one_sentence_and_the_book_stays() {
    let spoils: [(&str, Spoil, &str); 7] = [
        ("letter", |path| std::fs::write(path, "Kính gửi").expect("written"), "is no book"),
        ("gone", |path| std::fs::remove_file(path).expect("removed"), "no such file"),
        ("other", other_database, "no book of this program"),
        ("newer", newer, "a newer program made the copy (shape 99"),
        ("cut", cut, "the end of the copy is missing"),
        ("flipped", flipped, "not what the SHA-256 beside it says"),
        ("changed", changed, "the copy is damaged (payments p1)"),
    ];
    for (name, spoil, said) in spoils {
        let folder = Folder::new().imported();
        let copy = backed_up(&folder, &format!("{name}.db"));
        pay(&folder, "BL90");
        let before = answers(&folder);
        spoil(Path::new(&copy));
        let ran = folder.run(&["restore", &copy]);
        assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{name}: {ran:?}");
        assert!(ran.err.contains(said) && ran.err.contains(name), "{name}: {ran:?}");
        assert!(answers(&folder) == before, "{name}: byte for byte");
        assert!(!folder.beside("backups").exists(), "{name}: nothing was set aside");
        assert!(!folder.beside("book.db.restored").exists(), "{name}");
    }
}

fn other_database(path: &Path) {
    std::fs::remove_file(path).expect("removed");
    raw(path).execute_batch("CREATE TABLE contacts (name TEXT)").expect("a table");
}

fn newer(path: &Path) {
    raw(path).pragma_update(None, "user_version", 99).expect("set");
}

fn cut(path: &Path) {
    let bytes = std::fs::read(path).expect("read");
    std::fs::write(path, &bytes[..bytes.len() - 4096]).expect("cut");
}

/// A bit that the file's own checks can't see: of a name that nothing hashes before the sum does.
fn flipped(path: &Path) {
    let mut bytes = std::fs::read(path).expect("read");
    // The version of SQLite that wrote the file, in its head.
    bytes[97] ^= 1;
    std::fs::write(path, bytes).expect("written");
}

/// A row changed with all care, its side file thrown away: the chain sees it.
fn changed(path: &Path) {
    let mut note = path.as_os_str().to_owned();
    note.push(".sha256");
    std::fs::remove_file(note).expect("removed");
    let raw = raw(path);
    raw.execute_batch("DROP TRIGGER payments_never_changed").expect("dropped");
    raw.execute("UPDATE payments SET amount = amount - 1 WHERE id = 'p1'", []).expect("changed");
}

#[test]
fn the_book_is_no_copy_of_itself_and_one_that_somebody_writes_in_is_left_alone() {
    let folder = Folder::new().imported();
    let copy = backed_up(&folder, "copy.db");
    let itself = folder.run(&["restore", &folder.book().display().to_string()]);
    assert_eq!(itself.code, 1);
    assert!(itself.err.contains("this is the book itself"), "{itself:?}");
    let writer = Office::open(&folder.book(), options("Chị Hoa")).expect("opened");
    let ran = folder.run(&["restore", &copy]);
    assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{ran:?}");
    assert!(ran.err.contains("Chị Hoa has the book open for writing"), "{ran:?}");
    // A copy can be made all the same.
    assert_eq!(folder.run(&["backup"]).code, 0);
    drop(writer);
    assert_eq!(folder.run(&["restore", &copy]).code, 0);
}

#[test]
fn a_lost_book_and_a_broken_one_come_back_and_the_broken_one_is_kept_byte_for_byte() {
    let folder = Folder::new().imported();
    let before = answers(&folder);
    let copy = backed_up(&folder, "copy.db");
    std::fs::remove_file(folder.book()).expect("lost");
    let ran = folder.run(&["restore", &copy, "--format", "json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("\"aside\": null"), "{ran:?}");
    assert!(answers(&folder) == before, "byte for byte");
    let broken = b"SQLite format 3\0 and nothing more".repeat(9);
    std::fs::write(folder.book(), &broken).expect("broken");
    let ran = folder.run(&["restore", &copy, "--format", "json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let said: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let aside = said["aside"].as_str().expect("kept");
    assert!(aside.contains("-damaged"), "{aside}");
    assert_eq!(std::fs::read(aside).expect("read"), broken);
    assert!(answers(&folder) == before, "byte for byte");
}

#[test]
fn a_book_that_is_not_sound_is_not_copied_and_that_is_said() {
    let folder = Folder::new().imported();
    changed_behind_its_back(&folder);
    let ran = folder.run(&["backup"]);
    assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{ran:?}");
    assert!(ran.err.contains("the book is not sound (payments p1)"), "{ran:?}");
    let left: Vec<_> = std::fs::read_dir(folder.beside("backups")).expect("a folder").collect();
    assert!(left.is_empty(), "{left:?}");
}

fn changed_behind_its_back(folder: &Folder) {
    let raw = raw(&folder.book());
    raw.execute_batch("DROP TRIGGER payments_never_changed").expect("dropped");
    raw.execute("UPDATE payments SET amount = amount - 1 WHERE id = 'p1'", []).expect("changed");
}

#[test]
fn there_is_nothing_to_copy_where_there_is_no_book() {
    let folder = Folder::new();
    let ran = run_in(&folder.book(), &["backup"], "");
    assert_eq!((ran.code, TODAY), (1, "2026-10-15"), "{ran:?}");
    assert!(!folder.beside("backups").exists());
}
