//! Files that can't be opened, or not for writing: each says its own reason.

use crate::store::small::{day, now, office_at, options, payment, run};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tkvv::domain::refusal::{Field, Refusal, Why};
use tkvv::office::command::Command;
use tkvv::office::{Cause, Doing, Office, Trouble};

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    (folder, path)
}

fn cause(path: &Path) -> Cause {
    let error = Office::open(path, options("Lan")).expect_err("it can't be opened");
    assert_eq!(error.place.as_deref(), Some(path));
    error.cause
}

#[test]
fn a_file_that_is_not_there_a_folder_and_a_letter() {
    let (folder, path) = folder();
    assert_eq!(cause(&path), Cause::NotThere);
    assert_eq!(cause(folder.path()), Cause::NotADatabase);
    std::fs::write(&path, "Kính gửi Ngân hàng Chính sách xã hội").expect("written");
    assert_eq!(cause(&path), Cause::NotADatabase);
    // Nothing was made beside them.
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[test]
fn another_programs_database() {
    let (_folder, path) = folder();
    let other = rusqlite::Connection::open(&path).expect("a database");
    other.execute_batch("CREATE TABLE contacts (name TEXT)").expect("a table");
    drop(other);
    assert_eq!(cause(&path), Cause::NotABook);
}

#[test]
fn a_newer_programs_book_is_left_alone() {
    let (_folder, path) = folder();
    drop(office_at(&path));
    let newer = rusqlite::Connection::open(&path).expect("a database");
    newer.pragma_update(None, "user_version", 99).expect("set");
    drop(newer);
    assert_eq!(cause(&path), Cause::Newer { found: 99, known: 4 });
}

#[test]
fn a_file_whose_end_is_missing_at_whatever_length() {
    let (_folder, path) = folder();
    drop(office_at(&path));
    let whole = std::fs::read(&path).expect("read");
    for length in
        [0, 10, 50, 99, 100, 512, 4096, whole.len() / 2, whole.len() - 4096, whole.len() - 1]
    {
        std::fs::write(&path, &whole[..length]).expect("cut");
        assert_eq!(cause(&path), Cause::Truncated, "{length} of {}", whole.len());
    }
    std::fs::write(&path, &whole).expect("mended");
    assert_eq!(Office::open(&path, options("Lan")).expect("opened").verify(), []);
}

#[test]
fn pages_of_noise_are_damage() {
    let (_folder, path) = folder();
    drop(office_at(&path));
    let mut bytes = std::fs::read(&path).expect("read");
    for byte in bytes.iter_mut().skip(4096) {
        *byte = 0xA5;
    }
    std::fs::write(&path, &bytes).expect("written");
    assert!(matches!(cause(&path), Cause::Damaged(_)));
}

#[test]
fn a_new_book_takes_no_other_files_place() {
    let (_folder, path) = folder();
    std::fs::write(&path, "mine").expect("written");
    let error = Office::create(&path, options("Lan"), now()).expect_err("it is taken");
    assert_eq!((error.doing, error.cause), (Doing::Create, Cause::AlreadyThere));
    assert_eq!(std::fs::read(&path).expect("read"), b"mine");
}

#[test]
fn a_second_start_reads_says_who_writes_and_sees_what_was_written() {
    let (_folder, path) = folder();
    let mut first = office_at(&path);
    let mut second = Office::open(&path, options("Hoa")).expect("opened");
    assert_eq!((second.read_only(), holder(&second)), (true, Some("Lan")));
    let refused = run(&mut second, Command::Payment(payment("p")));
    assert_eq!(refused, Err(Trouble::Refused(Refusal::at(Field::Whole, Why::ReadOnly))));
    run(&mut first, Command::Payment(payment("p"))).expect("saved");
    assert_eq!(second.refresh(), Ok(true));
    assert_eq!(second.refresh(), Ok(false));
    assert_eq!(second.ledger(), first.ledger());
    drop(first);
    drop(second);
    let third = Office::open(&path, options("Hoa")).expect("opened");
    assert_eq!((third.read_only(), holder(&third)), (false, None));
}

#[test]
fn asked_for_reading_only_a_book_takes_no_lock_and_keeps_nothing() {
    let (_folder, path) = folder();
    drop(office_at(&path));
    let mut only = options("Hoa");
    only.read_only = true;
    let reader = Office::open(&path, only).expect("opened");
    assert_eq!((reader.read_only(), holder(&reader)), (true, None));
    assert_eq!(reader.keep_draft("sheet", "1", "{}", now()), Ok(false), "not kept, no trouble");
    assert_eq!(reader.drafts().expect("read"), []);
    let writer = Office::open(&path, options("Lan")).expect("opened");
    assert!(!writer.read_only());
    let refused = reader.check(&Command::Payment(payment("p")), day("2026-10-15"));
    assert_eq!(refused, Err(Refusal::at(Field::Whole, Why::ReadOnly)), "said while it is typed");
}

#[cfg(unix)]
#[test]
fn a_folder_that_can_not_be_written_is_read_and_says_so_when_it_is_to_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("set");
    };
    let (folder, path) = folder();
    let before = office_at(&path).ledger().clone();
    std::fs::remove_file(folder.path().join("book.db.lock")).expect("removed");
    mode(&path, 0o444);
    mode(folder.path(), 0o555);
    if std::fs::write(folder.path().join("probe"), "").is_ok() {
        // The owner of the machine may write everywhere; there is nothing to see.
        return;
    }
    assert_eq!(cause(&path), Cause::ReadOnly);
    let mut only = options("Hoa");
    only.read_only = true;
    let reader = Office::open(&path, only).expect("opened");
    assert_eq!(reader.ledger(), &before);
    let error = Office::create(&folder.path().join("new.db"), options("Lan"), now());
    assert!(matches!(error.map_err(|error| error.cause), Err(Cause::ReadOnly)));
    drop(reader);
    mode(folder.path(), 0o755);
}

#[test]
fn a_book_can_be_handed_to_another_thread() {
    fn hand_over<T: Send>(_: &T) {}
    let (_folder, path) = folder();
    hand_over(&office_at(&path));
}

/// The name of who has the book, where somebody else has it.
fn holder(office: &Office) -> Option<&str> {
    office.held_by().map(|holder| holder.who.as_deref().unwrap_or_default())
}
