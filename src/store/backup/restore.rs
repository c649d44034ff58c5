//! Putting a copy in the place of the book: whole or not at all, and the book of now kept aside.

use super::note::{CopyNote, Kept};
use super::picture::{check_whole, open_to_read};
use super::{
    BackupCopy, backup_folder, copy, folder_of, forget, free_name, note, sum_of, sync, sync_folder,
};
use crate::domain::stamp::Stamp;
use crate::store::error::{Cause, Doing, StoreError};
use crate::store::lock::{Locked, beside, take};
use crate::store::open::{connect, new_id};
use crate::store::schema::{MIGRATIONS, migrate};
use crate::store::{Store, meta, settings};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The copy that is the book now.
    pub from: PathBuf,
    /// How many journal rows it has.
    pub rows: i64,
    /// Where the book of before lies; none where there was none.
    pub aside: Option<PathBuf>,
    /// The book's new machine id.
    pub machine: String,
}

impl Store {
    /// Checks a copy from end to end, without a book; what it holds.
    pub(crate) fn check_copy(path: &Path) -> Result<BackupCopy, StoreError> {
        let failed = |error: rusqlite::Error| StoreError::sql(Doing::Restore, Some(path), &error);
        let connection = sound(path)?;
        let heads = super::picture::heads(&connection).map_err(failed)?;
        let file = std::fs::metadata(path);
        let file = file.map_err(|error| StoreError::io(Doing::Restore, path, &error))?;
        let written = file.modified().map_or(Stamp::EPOCH, |moment| Stamp::new(moment.into()));
        let note = CopyNote::read(path).unwrap_or(CopyNote {
            taken: written,
            kept: Kept::Always,
            bytes: file.len(),
            heads: Vec::new(),
            whose: None,
            sum: String::new(),
        });
        Ok(BackupCopy::new(path, CopyNote { heads, ..note }))
    }

    /// Puts a copy in the place of a book that nobody writes in.
    pub(crate) fn restore(
        book: &Path,
        from: &Path,
        who: &str,
        now: Stamp,
    ) -> Result<Restored, StoreError> {
        let failed = |error| StoreError::io(Doing::Restore, book, &error);
        std::fs::create_dir_all(folder_of(book)).map_err(failed)?;
        match take(book, who)? {
            Locked::Ours(_lock) => replace(book, from, now),
            Locked::Theirs(holder) => {
                let cause = Cause::Held(holder.who.unwrap_or_default());
                Err(StoreError::new(Doing::Restore, Some(book), cause))
            }
        }
    }

    /// Puts a copy in the place of this book, which stays locked. Whatever happens, the book that
    /// is there then is open.
    pub(crate) fn restore_here(&mut self, from: &Path, now: Stamp) -> Result<Restored, StoreError> {
        let Some(book) = self.location.clone().filter(|_| !self.read_only) else {
            return Err(StoreError::new(Doing::Restore, self.location(), Cause::ReadOnly));
        };
        let nothing = Connection::open_in_memory();
        let nothing = nothing.map_err(|error| self.failed(Doing::Restore, &error))?;
        // Closed, so that no log of the old book is left to be taken for one of the new.
        drop(std::mem::replace(&mut self.connection, nothing));
        let done = replace(&book, from, now);
        self.reopen()?;
        self.machine = self.machine_of_book()?;
        done
    }
}

/// Whether a copy is what was written, and sound from end to end; all of it is read.
pub(super) fn is_sound(path: &Path) -> bool {
    sound(path).is_ok()
}

/// Opens a copy that is what was written, and sound from end to end.
fn sound(path: &Path) -> Result<Connection, StoreError> {
    let connection = open_to_read(path, Doing::Restore)?;
    if note::path_of(path).exists() {
        let sum = sum_of(path).map_err(|error| StoreError::io(Doing::Restore, path, &error))?;
        if CopyNote::read(path).is_none_or(|note| note.sum != sum) {
            return Err(StoreError::new(Doing::Restore, Some(path), Cause::OtherSum));
        }
    }
    check_whole(&connection, path, Doing::Restore)?;
    Ok(connection)
}

fn replace(book: &Path, from: &Path, now: Stamp) -> Result<Restored, StoreError> {
    let same = |path: &Path| path.canonicalize().ok();
    if same(book).is_some_and(|book| same(from) == Some(book)) {
        return Err(StoreError::new(Doing::Restore, Some(from), Cause::SameFile));
    }
    let source = sound(from)?;
    let half = beside(book, ".restored");
    let done = furnish(&source, &half, now).and_then(|(rows, machine)| {
        let aside = if book.exists() { Some(set_aside(book, now)?) } else { None };
        let failed = |error| StoreError::io(Doing::Restore, book, &error);
        std::fs::rename(&half, book).map_err(failed)?;
        sync_folder(folder_of(book)).map_err(failed)?;
        Ok(Restored { from: from.to_path_buf(), rows, aside, machine })
    });
    clear(&half);
    done.map_err(|error| StoreError { doing: Doing::Restore, ..error })
}

/// Removes the half book, and one that a program that died has left.
fn clear(half: &Path) {
    forget(half);
    let _ = std::fs::remove_file(note::path_of(half));
}

/// Makes the new book of a copy: the same rows, this program's shape, a machine id of its own, so
/// that two books never continue one chain.
fn furnish(source: &Connection, half: &Path, now: Stamp) -> Result<(i64, String), StoreError> {
    clear(half);
    let rows = copy(source, half, Kept::Always, Some(now))?.rows();
    let _ = std::fs::remove_file(note::path_of(half));
    let failed = |error: rusqlite::Error| StoreError::sql(Doing::Restore, Some(half), &error);
    let mut connection = Connection::open(half).map_err(failed)?;
    settings::apply(&connection, false).map_err(failed)?;
    migrate(&mut connection, None, MIGRATIONS)?;
    let machine = new_id(now);
    meta::say_anew(&connection, "machine", &machine).map_err(failed)?;
    connection.close().map_err(|(_, error)| failed(error))?;
    sync(half).map_err(|error| StoreError::io(Doing::Restore, half, &error))?;
    Ok((rows, machine))
}

/// Keeps the book of now: as a verified copy; where it is too damaged for that, byte for byte. Then
/// no log of it is left beside its place.
fn set_aside(book: &Path, now: Stamp) -> Result<PathBuf, StoreError> {
    let folder = backup_folder(book);
    let failed = |error| StoreError::io(Doing::Copy, &folder, &error);
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let aside = free_name(Some(book), &folder, now, "-before-restore");
    let readable = connect(book, false).and_then(|connection| {
        copy(&connection, &aside, Kept::Always, Some(now))?;
        let said = |error: rusqlite::Error| StoreError::sql(Doing::Restore, Some(book), &error);
        let busy: i64 = connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map_err(said)?;
        if busy != 0 {
            return Err(StoreError::new(Doing::Restore, Some(book), Cause::Busy));
        }
        connection.close().map_err(|(_, error)| said(error))
    });
    let aside = match readable {
        Ok(()) => aside,
        Err(error) if is_damage(&error.cause) => {
            let aside = free_name(Some(book), &folder, now, "-damaged");
            keep_bytes(book, &aside)?;
            aside
        }
        Err(error) => return Err(error),
    };
    for log in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(beside(book, log));
    }
    Ok(aside)
}

const fn is_damage(cause: &Cause) -> bool {
    matches!(
        cause,
        Cause::Damaged(_)
            | Cause::Truncated
            | Cause::NotADatabase
            | Cause::NotABook
            | Cause::Senseless(_)
            | Cause::System(_)
    )
}

/// Copies a file and its log byte for byte, and reads the copies back.
pub(in crate::store) fn keep_bytes(book: &Path, aside: &Path) -> Result<(), StoreError> {
    for ending in ["", "-wal"] {
        let (from, to) = (beside(book, ending), beside(aside, ending));
        if !from.exists() {
            continue;
        }
        let failed = |error| StoreError::io(Doing::Copy, &to, &error);
        std::fs::copy(&from, &to).map_err(failed)?;
        sync(&to).map_err(failed)?;
        if sum_of(&from).map_err(failed)? != sum_of(&to).map_err(failed)? {
            return Err(StoreError::new(Doing::Copy, Some(&to), Cause::OtherSum));
        }
    }
    Ok(())
}
