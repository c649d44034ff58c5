//! What went wrong with the file, as data: what was being done, where, and why not.

use rusqlite::ErrorCode;
use std::fmt;
use std::path::{Path, PathBuf};

/// What was being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Opening the book.
    Open,
    /// Making a new book.
    Create,
    /// Taking the lock of the one who writes.
    Lock,
    /// Bringing an older book to this program's shape.
    Migrate,
    /// Making a verified copy.
    Copy,
    /// Putting a copy in the place of the book.
    Restore,
    /// Taking over what can be read of a broken book.
    Salvage,
    /// Checking the book.
    Check,
    /// Reading the book.
    Load,
    /// Looking something up.
    Find,
    /// Saving a command.
    Save,
    /// Taking in files.
    Import,
    /// Keeping what is half typed.
    Draft,
}

/// Why it did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// There is no such file.
    NotThere,
    /// There is a file already where a new one was to be made.
    AlreadyThere,
    /// The file is no database.
    NotADatabase,
    /// It is a database, but not a book of this program.
    NotABook,
    /// A newer program wrote it: its shape, and the newest that this program knows.
    Newer {
        /// The shape found.
        found: i64,
        /// The newest known.
        known: i64,
    },
    /// The file or its folder can't be written.
    ReadOnly,
    /// The person may not open it.
    NotAllowed,
    /// The disk is full.
    DiskFull,
    /// The end of the file is missing.
    Truncated,
    /// The file is damaged; what was found.
    Damaged(String),
    /// Another program holds it.
    Busy,
    /// Somebody has it open for writing; who, empty where the name is unknown.
    Held(String),
    /// A copy is not what was written: its SHA-256 is another than the one beside it.
    OtherSum,
    /// The copy to be restored is the book itself.
    SameFile,
    /// A row says what no row can say; what and where.
    Senseless(String),
    /// It was stopped on request; nothing was changed.
    Cancelled,
    /// Anything else, in the words of the system.
    System(String),
}

/// One trouble with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreError {
    /// What was being done.
    pub doing: Doing,
    /// The file, where there is one.
    pub place: Option<PathBuf>,
    /// Why it did not work.
    pub cause: Cause,
}

impl StoreError {
    pub(super) fn new(doing: Doing, place: Option<&Path>, cause: Cause) -> StoreError {
        StoreError { doing, place: place.map(Path::to_path_buf), cause }
    }

    pub(super) fn sql(doing: Doing, place: Option<&Path>, error: &rusqlite::Error) -> StoreError {
        StoreError::new(doing, place, cause_of_sql(error))
    }

    /// What the system says of a file that the office works with.
    pub(crate) fn of_io(doing: Doing, place: &Path, error: &std::io::Error) -> StoreError {
        StoreError::io(doing, place, error)
    }

    pub(super) fn io(doing: Doing, place: &Path, error: &std::io::Error) -> StoreError {
        StoreError::new(doing, Some(place), cause_of_io(error))
    }
}

fn cause_of_sql(error: &rusqlite::Error) -> Cause {
    let detail = error.to_string();
    match error {
        rusqlite::Error::FromSqlConversionFailure(..)
        | rusqlite::Error::InvalidColumnType(..)
        | rusqlite::Error::IntegralValueOutOfRange(..) => Cause::Senseless(detail),
        _ => match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Cause::NotADatabase,
            Some(ErrorCode::DatabaseCorrupt) => Cause::Damaged(detail),
            Some(ErrorCode::DiskFull) => Cause::DiskFull,
            Some(ErrorCode::ReadOnly) => Cause::ReadOnly,
            Some(ErrorCode::PermissionDenied | ErrorCode::AuthorizationForStatementDenied) => {
                Cause::NotAllowed
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Cause::Busy,
            _ => Cause::System(detail),
        },
    }
}

fn cause_of_io(error: &std::io::Error) -> Cause {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => Cause::NotThere,
        ErrorKind::AlreadyExists => Cause::AlreadyThere,
        ErrorKind::PermissionDenied => Cause::NotAllowed,
        ErrorKind::ReadOnlyFilesystem => Cause::ReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Cause::DiskFull
        }
        _ => Cause::System(error.to_string()),
    }
}

impl fmt::Display for StoreError {
    /// For logs and tests; people read the sentences of the text room.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {:?}", self.doing, self.cause)?;
        self.place.as_ref().map_or(Ok(()), |place| write!(f, " ({})", place.display()))
    }
}

impl std::error::Error for StoreError {}
