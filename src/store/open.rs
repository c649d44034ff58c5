//! Opening a book, making one, and saying plainly why that can't be.

use super::error::{Cause, Doing, StoreError};
use super::lock::{Holder, Locked, WriterLock, beside, take};
use super::schema::{MIGRATIONS, migrate, newest, stand_in};
use super::settings::{APPLICATION_ID, apply, number};
use super::{Store, meta};
use crate::domain::stamp::Stamp;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// Above this size the check at the start would be felt.
const QUICK_CHECK_UP_TO: u64 = 100 * 1024 * 1024;

impl Store {
    /// Opens a book. Where somebody else writes in it already, it is opened for reading, and
    /// [`Store::held_by`] says by whom.
    ///
    /// # Errors
    /// Why it can't be opened.
    pub fn open(path: &Path, read_only: bool, who: &str) -> Result<Store, StoreError> {
        look_at_head(path)?;
        let (lock, held_by) = if read_only { (None, None) } else { writer(path, who)? };
        let connection = connect(path, lock.is_none())?;
        check(&connection, path)?;
        let mut store = Store {
            connection,
            location: Some(path.to_path_buf()),
            machine: String::new(),
            held_by,
            lock,
            read_only: false,
        };
        store.read_only = store.lock.is_none();
        if store.read_only {
            stand_in(&store.connection, path, MIGRATIONS)?;
        } else {
            migrate(&mut store.connection, Some(path), MIGRATIONS)?;
        }
        store.machine = store.machine_of_book()?;
        Ok(store)
    }

    /// Opens the file anew after a trouble with it. Who writes stays who writes.
    pub(crate) fn reopen(&mut self) -> Result<(), StoreError> {
        let Some(path) = &self.location else { return Ok(()) };
        let connection = connect(path, self.read_only)?;
        check(&connection, path)?;
        if self.read_only {
            stand_in(&connection, path, MIGRATIONS)?;
        }
        self.connection = connection;
        Ok(())
    }

    /// Makes a new book; it appears whole or not at all.
    ///
    /// # Errors
    /// Why it can't be made.
    pub fn create(path: &Path, who: &str, now: Stamp) -> Result<Store, StoreError> {
        let failed = |error: std::io::Error| match error.kind() {
            ErrorKind::PermissionDenied => {
                StoreError::new(Doing::Create, Some(path), Cause::ReadOnly)
            }
            _ => StoreError::io(Doing::Create, path, &error),
        };
        if path.exists() {
            return Err(StoreError::new(Doing::Create, Some(path), Cause::AlreadyThere));
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        let half = beside(path, &format!(".new-{}", std::process::id()));
        let made = File::create(&half)
            .map_err(failed)
            .and_then(|_| furnish(&half, now))
            .and_then(|()| std::fs::rename(&half, path).map_err(failed));
        if made.is_err() {
            let _ = std::fs::remove_file(&half);
        }
        made?;
        Store::open(path, false, who)
    }

    /// A book that lives only as long as this value.
    ///
    /// # Errors
    /// Only where there is no memory left.
    pub fn in_memory(now: Stamp) -> Result<Store, StoreError> {
        let failed = |error: rusqlite::Error| StoreError::sql(Doing::Create, None, &error);
        let mut connection = Connection::open_in_memory().map_err(failed)?;
        apply(&connection, false).map_err(failed)?;
        migrate(&mut connection, None, MIGRATIONS)?;
        meta::say_once(&connection, "machine", &new_id(now)).map_err(failed)?;
        let mut store = Store {
            connection,
            location: None,
            machine: String::new(),
            held_by: None,
            lock: None,
            read_only: false,
        };
        store.machine = store.machine_of_book()?;
        Ok(store)
    }

    pub(super) fn machine_of_book(&self) -> Result<String, StoreError> {
        let place = self.location.as_deref();
        meta::text(&self.connection, "machine")
            .map_err(|error| self.failed(Doing::Open, &error))?
            .ok_or_else(|| StoreError::new(Doing::Open, place, Cause::NotABook))
    }
}

/// A new id: ordered by time, unique over laptops.
pub(crate) fn new_id(now: Stamp) -> String {
    let millis = now.millis();
    let nanos = u32::try_from(millis % 1000).unwrap_or(0) * 1_000_000;
    let moment = uuid::Timestamp::from_unix(uuid::NoContext, millis / 1000, nanos);
    uuid::Uuid::new_v7(moment).to_string()
}

/// Looks at the file's first bytes before anything is made beside it.
pub(super) fn look_at_head(path: &Path) -> Result<(), StoreError> {
    let failed = |error: std::io::Error| StoreError::io(Doing::Open, path, &error);
    let refused = |cause| Err(StoreError::new(Doing::Open, Some(path), cause));
    if !std::fs::metadata(path).map_err(failed)?.is_file() {
        return refused(Cause::NotADatabase);
    }
    let mut head = Vec::new();
    File::open(path).map_err(failed)?.take(100).read_to_end(&mut head).map_err(failed)?;
    if !head.starts_with(MAGIC) {
        let cut = MAGIC.starts_with(&head);
        return refused(if cut { Cause::Truncated } else { Cause::NotADatabase });
    }
    match number_at(&head, 68, 4) {
        None => refused(Cause::Truncated),
        Some(application) if application.cast_signed() != APPLICATION_ID => {
            refused(Cause::NotABook)
        }
        Some(_) => Ok(()),
    }
}

/// How every SQLite file begins.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// The lock of the one who writes, or who has it.
fn writer(path: &Path, who: &str) -> Result<(Option<WriterLock>, Option<Holder>), StoreError> {
    match take(path, who)? {
        Locked::Ours(lock) => Ok((Some(lock), None)),
        Locked::Theirs(holder) => Ok((None, Some(holder))),
    }
}

/// Makes a whole book of an empty file.
fn furnish(path: &Path, now: Stamp) -> Result<(), StoreError> {
    let failed = |error: rusqlite::Error| StoreError::sql(Doing::Create, Some(path), &error);
    let mut connection = Connection::open(path).map_err(failed)?;
    apply(&connection, false).map_err(failed)?;
    migrate(&mut connection, Some(path), MIGRATIONS)?;
    meta::say_once(&connection, "machine", &new_id(now)).map_err(failed)?;
    connection.close().map_err(|(_, error)| failed(error))
}

pub(super) fn connect(path: &Path, read_only: bool) -> Result<Connection, StoreError> {
    let failed = |error: rusqlite::Error| opening_failed(path, &error);
    if !read_only {
        // SQLite would open a file that can't be written silently for reading.
        let writable = std::fs::OpenOptions::new().append(true).open(path);
        writable.map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied => {
                StoreError::new(Doing::Open, Some(path), Cause::ReadOnly)
            }
            _ => StoreError::io(Doing::Open, path, &error),
        })?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
        apply(&connection, false).map_err(failed)?;
        return Ok(connection);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let plain = Connection::open_with_flags(path, flags).and_then(|connection| {
        apply(&connection, true)?;
        number(&connection, "user_version").map(|_| connection)
    });
    match plain {
        Err(error) if has_no_room(&error) && !log_holds_more(path) => {
            // A folder that can't be written has no room for the side files of WAL; then nobody
            // writes there either, and the file can be read as it stands.
            let connection =
                Connection::open_with_flags(immutable(path), flags | OpenFlags::SQLITE_OPEN_URI)
                    .map_err(failed)?;
            apply(&connection, true).map_err(failed)?;
            Ok(connection)
        }
        other => other.map_err(failed),
    }
}

fn has_no_room(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{CannotOpen, ReadOnly};
    matches!(error.sqlite_error_code(), Some(CannotOpen | ReadOnly))
}

/// Whether the log beside the file holds what the file does not have yet.
fn log_holds_more(path: &Path) -> bool {
    std::fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

fn immutable(path: &Path) -> String {
    let escaped: String = path
        .to_string_lossy()
        .chars()
        .flat_map(|letter| match letter {
            '%' => "%25".chars().collect::<Vec<_>>(),
            '?' => "%3f".chars().collect(),
            '#' => "%23".chars().collect(),
            other => vec![other],
        })
        .collect();
    format!("file:{escaped}?immutable=1")
}

/// Whether it is a whole book that this program knows.
pub(super) fn check(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |error: rusqlite::Error| opening_failed(path, &error);
    let refused = |cause| Err(StoreError::new(Doing::Open, Some(path), cause));
    let found = number(connection, "user_version").map_err(failed)?;
    let known = newest(MIGRATIONS);
    if found > known {
        return refused(Cause::Newer { found, known });
    }
    // A quick check does not see that the end of the last page is missing.
    if is_cut_short(path) {
        return refused(Cause::Truncated);
    }
    let size = std::fs::metadata(path).map_or(0, |file| file.len());
    if size <= QUICK_CHECK_UP_TO {
        let said: String =
            connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(failed)?;
        if said != "ok" {
            return refused(Cause::Damaged(said));
        }
    }
    Ok(())
}

fn opening_failed(path: &Path, error: &rusqlite::Error) -> StoreError {
    let known = StoreError::sql(Doing::Open, Some(path), error);
    match known.cause {
        Cause::Damaged(_) | Cause::NotADatabase if is_cut_short(path) => {
            StoreError { cause: Cause::Truncated, ..known }
        }
        _ => known,
    }
}

/// Whether the file is shorter than its own head says, and no log holds the rest.
fn is_cut_short(path: &Path) -> bool {
    let size = std::fs::metadata(path).map_or(0, |file| file.len());
    if log_holds_more(path) || size == 0 {
        return size == 0;
    }
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(100).read_to_end(&mut head));
    if read.is_err() || !head.starts_with(MAGIC) {
        return false;
    }
    match (number_at(&head, 16, 2), number_at(&head, 28, 4)) {
        // A page size of 65536 stands as 1.
        (Some(page), Some(pages)) => size < (if page == 1 { 65_536 } else { page }) * pages,
        _ => true,
    }
}

fn number_at(head: &[u8], from: usize, bytes: usize) -> Option<u64> {
    let digits = head.get(from..from + bytes)?;
    Some(digits.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
}

/// Where the side files of a book lie: its lock, log and shared memory.
#[must_use]
pub fn side_files(book: &Path) -> Vec<PathBuf> {
    [".lock", "-wal", "-shm"].iter().map(|ending| beside(book, ending)).collect()
}
