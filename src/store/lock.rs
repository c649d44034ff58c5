//! The side file whose lock says who writes: one at a time, let go when that one dies.

use super::error::{Cause, Doing, StoreError};
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
    /// Somebody else writes; who, where the file can be read.
    Theirs(Option<String>),
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
            let _ = write!(file, "{who}\n{}\n", std::process::id()).and_then(|()| file.flush());
            Ok(Locked::Ours(WriterLock { file }))
        }
        Err(TryLockError::WouldBlock) => {
            let mut text = String::new();
            let _ = Read::by_ref(&mut file).take(300).read_to_string(&mut text);
            let holder = text.lines().next().map(str::trim).filter(|name| !name.is_empty());
            Ok(Locked::Theirs(holder.map(str::to_owned)))
        }
        Err(TryLockError::Error(error)) => Err(failed(&error)),
    }
}
