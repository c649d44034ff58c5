//! `kill -9` and a full disk while a copy is made or restored: the old book or the new one, and no
//! copy that is none.

use crate::cli::folder::{Folder, LOAN};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use tkvv::domain::rulebook::Shelf;
use tkvv::office::{Office, OpenOptions};

const ROUNDS: u64 = 12;

fn open(book: &Path) -> Office {
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    let options = OpenOptions { read_only: true, who: "test".to_owned(), shelf };
    Office::open(book, options).expect("opened")
}

fn program(folder: &Folder, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tkvv"));
    command.env("TKVV_TODAY", "2026-10-15").env("TKVV_LANG", "en");
    command.arg("--book").arg(folder.book()).args(arguments);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Whether a file that is being made lies in a folder.
fn half_made(folder: &Path) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.contains(".half-") || name.contains(".restored")
    })
}

/// Starts the program and kills it, each round somewhat later after its first write; whether it was
/// killed in the middle.
fn cut_off(mut command: Command, round: u64, writes_in: &[PathBuf]) -> bool {
    let mut child = command.spawn().expect("started");
    while child.try_wait().expect("a status").is_none() {
        if writes_in.iter().any(|folder| half_made(folder)) {
            std::thread::sleep(Duration::from_micros(round * round * 700));
            break;
        }
    }
    child.kill().expect("killed");
    !child.wait().expect("gone").success()
}

#[test]
fn kill_9_while_a_copy_is_made_leaves_no_copy_that_is_none() {
    let folder = Folder::new().imported();
    let copies = folder.beside("backups");
    std::fs::create_dir(&copies).expect("a folder");
    let mut cut = 0;
    for round in 0..ROUNDS {
        let command = program(&folder, &["backup"]);
        cut += u64::from(cut_off(command, round, std::slice::from_ref(&copies)));
        let office = open(&folder.book());
        assert_eq!(office.verify(), [], "round {round}");
        for copy in office.copies(true) {
            assert!(copy.good, "round {round}: {}", copy.path.display());
        }
        // What has a copy's name is a whole book.
        for entry in std::fs::read_dir(&copies).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|ending| ending == "db") {
                assert_eq!(open(&path).verify(), [], "round {round}");
            }
        }
    }
    println!("{cut} of {ROUNDS} killed in the middle of a copy, 0 lost, 0 broken");
    assert!(cut > 0, "no kill hit");
    assert!(program(&folder, &["backup"]).status().expect("run").success());
}

#[test]
fn kill_9_while_a_copy_is_restored_leaves_the_old_book_or_the_new_one() {
    let folder = Folder::new().imported();
    let copy = folder.beside("copy.db").display().to_string();
    assert_eq!(folder.run(&["backup", &copy]).code, 0);
    let pay = |receipt: &str| {
        let (loan, receipt) = (format!("loan={LOAN}"), format!("receipt={receipt}"));
        let rest = ["day=2026-10-15", "kind=principal", "amount=500000", "place=point"];
        folder.run(&[&["record", "payment", &loan, &receipt], &rest[..]].concat())
    };
    let new = open(Path::new(&copy)).ledger().clone();
    let home = folder.book().parent().expect("a folder").to_path_buf();
    let (mut cut, mut stayed, mut taken) = (0, 0, 0);
    for round in 0..ROUNDS {
        let receipt = format!("K{round}");
        assert_eq!(pay(&receipt).code, 0, "the book can be written in");
        let old = open(&folder.book()).ledger().clone();
        let places = [home.clone(), folder.beside("backups")];
        cut += u64::from(cut_off(program(&folder, &["restore", &copy]), round, &places));
        let office = open(&folder.book());
        assert_eq!(office.verify(), [], "round {round}");
        if *office.ledger() == old {
            stayed += 1;
        } else {
            assert_eq!(*office.ledger(), new, "round {round}");
            taken += 1;
        }
    }
    println!("{cut} of {ROUNDS} killed; {stayed} old books, {taken} new ones, 0 broken");
    assert!(cut > 0 && stayed > 0, "no kill hit");
    assert_eq!(folder.run(&["restore", &copy]).code, 0);
    assert_eq!(*open(&folder.book()).ledger(), new);
}

/// Runs a script with a folder of little room at `$1`; none where the system allows no such folder.
#[cfg(target_os = "linux")]
fn on_a_small_disk(folder: &Folder, kilobytes: u32, script: &str) -> Option<(i32, String)> {
    let small = folder.beside("small");
    std::fs::create_dir_all(&small).expect("a folder");
    let mount = format!("mount -t tmpfs -o size={kilobytes}k none \"$1\" || exit 77\n{script}");
    let run = |command: &mut Command| {
        let ran = command
            .env("TKVV_TODAY", "2026-10-15")
            .env("TKVV_LANG", "en")
            .args(["sh", "-c", &mount, "sh"])
            .arg(&small)
            .arg(env!("CARGO_BIN_EXE_tkvv"))
            .arg(folder.book())
            .output()
            .ok()?;
        let code = ran.status.code().filter(|code| *code != 77)?;
        let said = String::from_utf8_lossy(&ran.stderr).into_owned();
        (!said.starts_with("unshare")).then_some((code, said))
    };
    run(Command::new("unshare").arg("-Urm"))
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_one_sentence_and_neither_book_nor_disk_keeps_anything_of_it() {
    let folder = Folder::new().imported();
    let script = "\"$2\" --book \"$3\" backup \"$1/copy.db\"; code=$?\n\
                  test -z \"$(ls -A \"$1\")\" || exit 99\nexit $code";
    let Some((code, said)) = on_a_small_disk(&folder, 100, script) else { return };
    assert_eq!((code, said.lines().count()), (1, 1), "{said}");
    assert!(said.contains("the disk is full"), "{said}");
    assert_eq!(open(&folder.book()).verify(), []);
    // The control: with room it is made.
    let (code, said) = on_a_small_disk(&folder, 50_000, &script.replace("test -z", "test -n"))
        .expect("a disk as before");
    assert_eq!(code, 0, "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_too_full_for_a_restore_leaves_the_book_as_it_was() {
    let folder = Folder::new().imported();
    let size = std::fs::metadata(folder.book()).expect("a book").len() / 1024;
    // Room for the book and half of another.
    let room = u32::try_from(size * 3 / 2 + 60).expect("small");
    let script = "cp \"$3\" \"$1/book.db\"; \"$2\" --quiet --book \"$1/book.db\" restore \"$3\"; \
                  code=$?\n\"$2\" --quiet --book \"$1/book.db\" check >/dev/null || exit 98\n\
                  exit $code";
    // In one file, without a log, so that it can be copied by a script.
    let raw = Connection::open(folder.book()).expect("a database");
    raw.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("in one file");
    drop(raw);
    let Some((code, said)) = on_a_small_disk(&folder, room, script) else { return };
    assert_eq!((code, said.lines().count()), (1, 1), "{said}");
    assert!(said.contains("the disk is full"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_at_the_end_of_the_day_is_one_sentence_and_the_good_copies_stay() {
    let folder = Folder::new().imported();
    let size = std::fs::metadata(folder.book()).expect("a book").len() / 1024;
    // Room for the book and one copy, and then for half of another.
    let room = u32::try_from(size * 5 / 2 + 160).expect("small");
    let script = "cp \"$3\" \"$1/book.db\"; t=\"$2 --quiet --book $1/book.db\"\n\
                  $t backup >/dev/null || exit 90\nls \"$1\"/backups/*.db > \"$1/one\"\n\
                  sleep 1; $t backup >/dev/null; code=$?\n\
                  ls \"$1\"/backups/*.db | cmp - \"$1/one\" || exit 91\n\
                  test -z \"$(ls \"$1/backups\" | grep half)\" || exit 92\n\
                  $t backup --list >/dev/null || exit 93\n$t check >/dev/null || exit 94\n\
                  exit $code";
    let raw = Connection::open(folder.book()).expect("a database");
    raw.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("in one file");
    drop(raw);
    let Some((code, said)) = on_a_small_disk(&folder, room, script) else { return };
    assert_eq!((code, said.lines().count()), (1, 1), "{said}");
    assert!(said.contains("the disk is full"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_folder_of_copies_that_cant_be_written_is_one_sentence_and_the_good_copies_stay() {
    let folder = Folder::new().imported();
    assert_eq!(folder.run(&["backup"]).code, 0);
    let copies = folder.beside("backups");
    let before = open(&folder.book()).copies(true);
    assert!(before.len() == 1 && before[0].good);
    // Whoever may do everything is stopped by nothing but a file in the folder's place.
    let away = folder.beside("away");
    std::fs::rename(&copies, &away).expect("moved");
    std::fs::write(&copies, "").expect("a file in its place");
    let ran = folder.run(&["backup"]);
    assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{}", ran.err);
    std::fs::remove_file(&copies).expect("removed");
    std::fs::rename(&away, &copies).expect("moved back");
    let read_only = |on: bool| {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::Permissions::from_mode(if on { 0o555 } else { 0o755 });
        std::fs::set_permissions(&copies, mode).expect("permissions");
    };
    read_only(true);
    let writable = std::fs::write(copies.join("probe"), "").is_ok();
    let ran = folder.run(&["backup"]);
    read_only(false);
    if !writable {
        assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{}", ran.err);
        assert_eq!(open(&folder.book()).copies(true), before);
    }
    assert_eq!(open(&folder.book()).verify(), []);
}
