//! Verified copies of the book: a copy counts only after it was opened, checked and compared.

mod disks;
mod list;
mod note;
mod picture;
mod restore;

pub(crate) use disks::{copy_folders, remember};
pub use list::BackupCopy;
pub(crate) use list::{copies, make_room, thin};
pub use note::{ChainHead, Kept, Whose};
pub use restore::Restored;
pub(super) use restore::keep_bytes;

use super::Store;
use super::error::{Cause, Doing, StoreError};
use super::lock::beside;
use super::open::connect;
use super::settings::number;
use crate::domain::stamp::Stamp;
use note::CopyNote;
use picture::{Picture, check_made};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// How often a copy is begun anew where somebody else writes in the book meanwhile.
const TRIES: usize = 3;

impl Store {
    /// Makes a verified copy at a place where no file is.
    pub(crate) fn copy_to(
        &self,
        to: &Path,
        kept: Kept,
        now: Stamp,
    ) -> Result<BackupCopy, StoreError> {
        copy(&self.connection, to, kept, Some(now)).map_err(|error| self.of_copy(error, to))
    }

    /// Where copies of a book lie that are made by themselves; none for a book in memory.
    pub(crate) fn backup_folder(&self) -> Option<PathBuf> {
        self.location().map(backup_folder)
    }

    /// How many journal rows the book has that a copy with those heads has not.
    pub(crate) fn recorded_since(&self, heads: &[ChainHead]) -> Result<i64, StoreError> {
        let failed = |error| self.failed(Doing::Load, &error);
        let mut since = 0;
        for head in picture::heads(&self.connection).map_err(failed)? {
            let then = heads.iter().find(|then| then.machine == head.machine);
            // A chain that went on otherwise shares nothing that could be counted.
            let same = match then {
                Some(then) => {
                    picture::stands(&self.connection, then).map_err(failed)?.then_some(then.seq)
                }
                None => None,
            };
            since += head.seq - same.unwrap_or(0);
        }
        Ok(since)
    }

    /// Where each chain of the book has got to.
    pub(crate) fn heads(&self) -> Result<Vec<ChainHead>, StoreError> {
        picture::heads(&self.connection).map_err(|error| self.failed(Doing::Load, &error))
    }

    /// The last day before `today` of a session of which something is recorded.
    pub(crate) fn last_session_before(
        &self,
        today: crate::domain::day::Day,
    ) -> Result<Option<crate::domain::day::Day>, StoreError> {
        let sql = "SELECT max(day) FROM (SELECT max(day) AS day FROM sheets WHERE day < ?1 \
                   UNION ALL SELECT max(day) FROM attendance WHERE day < ?1)";
        let text: Option<String> = self
            .connection
            .query_row(sql, [today.to_string()], |row| row.get(0))
            .map_err(|error| self.failed(Doing::Load, &error))?;
        Ok(text.as_deref().and_then(crate::domain::day::Day::parse_iso))
    }

    /// A trouble that names no file is one with the copy.
    fn of_copy(&self, error: StoreError, to: &Path) -> StoreError {
        StoreError { place: error.place.or_else(|| Some(to.to_path_buf())), ..error }
    }
}

/// Where copies of a book lie: a folder beside it.
pub(crate) fn backup_folder(book: &Path) -> PathBuf {
    folder_of(book).join("backups")
}

/// The folder in which a path lies.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A free name for a copy of a book in a folder: `book-20261015-093000.db`; `what` stands behind
/// the moment.
pub(crate) fn free_name(book: Option<&Path>, folder: &Path, now: Stamp, what: &str) -> PathBuf {
    let stem = stem_of(book);
    let name =
        |later: u32| folder.join(format!("{stem}-{}{what}.db", now.later(later).in_a_name()));
    (0..3_600).map(name).find(|path| !taken(path)).unwrap_or_else(|| name(0))
}

/// What a copy's name begins with.
fn stem_of(book: Option<&Path>) -> String {
    let stem = book.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    stem.unwrap_or_else(|| "book".to_owned())
}

fn taken(path: &Path) -> bool {
    path.exists() || note::path_of(path).exists()
}

/// Makes a verified copy: a half one first, which takes its name only once it is known to be good.
/// The side file with its sum comes before it, so that what has a copy's name has its sum.
pub(super) fn copy(
    source: &Connection,
    to: &Path,
    kept: Kept,
    now: Option<Stamp>,
) -> Result<BackupCopy, StoreError> {
    if to.exists() {
        return Err(StoreError::new(Doing::Copy, Some(to), Cause::AlreadyThere));
    }
    let half = half_of(to);
    let half_note = half_of(&note::path_of(to));
    let whose =
        Whose::of(source).map_err(|error| StoreError::sql(Doing::Copy, Some(to), &error))?;
    let made = write_half(source, &half).and_then(|picture| {
        let failed = |error| StoreError::io(Doing::Copy, to, &error);
        let note = CopyNote { whose, ..describe(&half, &picture, kept, now)? };
        note.write(&half_note, to).map_err(failed)?;
        std::fs::rename(&half_note, note::path_of(to)).map_err(failed)?;
        std::fs::rename(&half, to).map_err(failed)?;
        sync_folder(folder_of(to)).map_err(failed)?;
        Ok(BackupCopy::new(to, note))
    });
    if made.is_err() {
        forget(&half);
        forget(&half_note);
    }
    made.map_err(|error| StoreError { place: Some(to.to_path_buf()), ..error })
}

/// A copy under a name of its own, checked and compared with the book.
fn write_half(source: &Connection, half: &Path) -> Result<Picture, StoreError> {
    let failed = |error: rusqlite::Error| StoreError::sql(Doing::Copy, Some(half), &error);
    let target = half.to_str().ok_or_else(|| {
        let said = format!("{} is not UTF-8", half.display());
        StoreError::new(Doing::Copy, Some(half), Cause::System(said))
    })?;
    for _ in 0..TRIES {
        forget(half);
        let generation = number(source, "data_version").map_err(failed)?;
        let picture = Picture::of(source).map_err(failed)?;
        source.execute("VACUUM INTO ?1", [target]).map_err(failed)?;
        if number(source, "data_version").map_err(failed)? != generation {
            continue;
        }
        sync(half).map_err(|error| StoreError::io(Doing::Copy, half, &error))?;
        check_made(half)?;
        let opened = connect(half, true)?;
        if Picture::of(&opened).map_err(failed)? != picture {
            let said = "the copy differs from the book".to_owned();
            return Err(StoreError::new(Doing::Copy, Some(half), Cause::Damaged(said)));
        }
        return Ok(picture);
    }
    Err(StoreError::new(Doing::Copy, Some(half), Cause::Busy))
}

/// What the side file says of a copy.
fn describe(
    half: &Path,
    picture: &Picture,
    kept: Kept,
    now: Option<Stamp>,
) -> Result<CopyNote, StoreError> {
    let failed = |error| StoreError::io(Doing::Copy, half, &error);
    let file = std::fs::metadata(half).map_err(failed)?;
    // A migration has no clock; the file system has said when the copy was written.
    let written = || file.modified().ok().map(|moment| Stamp::new(moment.into()));
    Ok(CopyNote {
        taken: now.or_else(written).unwrap_or(Stamp::EPOCH),
        kept,
        bytes: file.len(),
        heads: picture.heads.clone(),
        whose: None,
        sum: sum_of(half).map_err(failed)?,
    })
}

/// The SHA-256 of a file, read from the disk and not from what the system remembers of it, where
/// the system can be asked for that.
pub(super) fn sum_of(path: &Path) -> std::io::Result<String> {
    let mut file = File::open(path)?;
    #[cfg(target_os = "linux")]
    let _ = rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed);
    let mut sha = Sha256::new();
    let mut bytes = vec![0; 1 << 16];
    loop {
        let count = file.read(&mut bytes)?;
        let Some(read) = bytes.get(..count).filter(|read| !read.is_empty()) else { break };
        sha.update(read);
    }
    Ok(note::hex(&sha.finalize()))
}

/// The name of a file that is not whole yet.
fn half_of(path: &Path) -> PathBuf {
    beside(path, &format!(".half-{}", std::process::id()))
}

/// Removes a half file and what SQLite has beside it.
pub(super) fn forget(half: &Path) {
    for ending in ["", "-journal", "-wal", "-shm"] {
        let _ = std::fs::remove_file(beside(half, ending));
    }
}

/// Waits until a file is on the disk.
pub(super) fn sync(path: &Path) -> std::io::Result<()> {
    std::fs::OpenOptions::new().write(true).open(path)?.sync_all()
}

/// Waits until a folder's names are on the disk, where the system has that.
pub(super) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
