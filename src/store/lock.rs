//! The side file whose lock says who writes: one at a time, let go when that one dies.

use super::error::{Cause, Doing, StoreError};
use crate::domain::stamp::Stamp;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// The lock, held while it lives.
#[derive(Debug)]
pub(super) struct WriterLock {
    file: File,
}

impl Drop for WriterLock {
    /// Lets go for everybody: a program that is being started at this moment may hold a copy of
    /// the open file until it runs, and closing ours alone would leave the book locked so long.
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

/// Whether the lock was to be had.
#[derive(Debug)]
pub(super) enum Locked {
    /// It is ours.
    Ours(WriterLock),
    /// Somebody else writes; as far as the file can be read.
    Theirs(Holder),
}

/// Who has a book open for writing, as far as the side file of the lock can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// The person's name.
    pub who: Option<String>,
    /// The name of the laptop.
    pub machine: Option<String>,
    /// The number of the program that runs there.
    pub process: Option<u32>,
    /// When it was opened.
    pub since: Option<Stamp>,
}

/// No more of the side file is read.
const MOST: u64 = 1_000;

impl Holder {
    /// This program; a name that says nothing is none.
    fn own(who: &str) -> Holder {
        Holder {
            who: said(who),
            machine: said(&gethostname::gethostname().to_string_lossy()),
            process: Some(std::process::id()),
            since: None,
        }
    }

    /// The four lines of the side file; the moment is the file's own, for who locks has no clock.
    fn text(&self) -> String {
        let words = |text: &Option<String>| text.clone().unwrap_or_default();
        let process = self.process.map(|id| id.to_string()).unwrap_or_default();
        format!("{}\n{process}\n{}\n", words(&self.who), words(&self.machine))
    }

    fn read(file: &mut File) -> Holder {
        let since = file.metadata().and_then(|file| file.modified()).ok();
        let mut bytes = Vec::new();
        let _ = Read::by_ref(file).take(MOST).read_to_end(&mut bytes);
        let holder = Holder::parse(&String::from_utf8_lossy(&bytes));
        let known = holder.who.is_some() || holder.machine.is_some();
        let since = since.filter(|_| known).map(|moment| Stamp::new(moment.into()));
        Holder { since, ..holder }
    }

    fn parse(text: &str) -> Holder {
        let mut lines = text.lines();
        let who = lines.next().and_then(said);
        let process = lines.next().and_then(|line| line.trim().parse().ok());
        Holder { who, process, machine: lines.next().and_then(said), since: None }
    }
}

/// A name as one line of letters; none where it says nothing.
fn said(text: &str) -> Option<String> {
    let letters = |letter: &char| !letter.is_control() && *letter != '\u{fffd}';
    let name: String = text.chars().filter(letters).take(100).collect();
    Some(name.trim().to_owned()).filter(|name| !name.is_empty() && name != "?")
}

/// The lock file beside a book.
pub(super) fn lock_path(book: &Path) -> PathBuf {
    beside(book, ".lock")
}

/// A file beside the book, with a longer name.
pub(super) fn beside(book: &Path, ending: &str) -> PathBuf {
    let mut name = book.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Tries to become the one who writes.
pub(super) fn take(book: &Path, who: &str) -> Result<Locked, StoreError> {
    let path = lock_path(book);
    let failed = |error: &std::io::Error| match error.kind() {
        // A lock file that can't be made says that nothing can be written here.
        ErrorKind::PermissionDenied => StoreError::new(Doing::Lock, Some(book), Cause::ReadOnly),
        _ => StoreError::io(Doing::Lock, &path, error),
    };
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .map_err(|error| failed(&error))?;
    match file.try_lock() {
        Ok(()) => {
            // Who holds it is for people to read; a disk too full for it is no reason to stop.
            let _ = file.set_len(0).and_then(|()| file.rewind());
            let own = Holder::own(who).text();
            let _ = file.write_all(own.as_bytes()).and_then(|()| file.flush());
            Ok(Locked::Ours(WriterLock { file }))
        }
        Err(TryLockError::WouldBlock) => Ok(Locked::Theirs(Holder::read(&mut file))),
        Err(TryLockError::Error(error)) => Err(failed(&error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there(path: &Path) -> Holder {
        match take(path, "Lan").expect("a lock file") {
            Locked::Theirs(holder) => holder,
            Locked::Ours(_) => panic!("it is held"),
        }
    }

    #[test]
    fn who_comes_second_reads_who_has_the_book_where_and_since_when() {
        let folder = tempfile::tempdir().expect("a folder");
        let book = folder.path().join("book.db");
        let before = std::time::SystemTime::now() - std::time::Duration::from_secs(5);
        let Locked::Ours(_lock) = take(&book, "Trần Thị Bích").expect("a lock file") else {
            panic!("nobody has it");
        };
        let holder = there(&book);
        assert_eq!(holder.who.as_deref(), Some("Trần Thị Bích"));
        assert_eq!(holder.process, Some(std::process::id()));
        assert_eq!(holder.machine, Holder::own("").machine);
        assert!(holder.since.is_some_and(|since| since > Stamp::new(before.into())));
    }

    #[test]
    fn a_side_file_that_says_nothing_is_nobody_that_could_be_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let book = folder.path().join("book.db");
        let Locked::Ours(_lock) = take(&book, "?").expect("a lock file") else {
            panic!("nobody has it");
        };
        for text in ["", "?\n", "\n\n\n", "\u{7}\n"] {
            std::fs::write(lock_path(&book), text).expect("written");
            assert_eq!(there(&book), Holder::default(), "{text:?}");
        }
        // One that an older program wrote.
        std::fs::write(lock_path(&book), "Lan\n77\n").expect("written");
        let holder = there(&book);
        assert_eq!((holder.who.as_deref(), holder.process), (Some("Lan"), Some(77)));
        assert_eq!(holder.machine, None);
    }
}
