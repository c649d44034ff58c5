//! The copies of a book in a folder, and which of them go when a new one comes.

use super::note::{self, ChainHead, CopyNote, Kept, Whose};
use super::restore::is_sound;
use super::{stem_of, sum_of};
use crate::domain::day::Day;
use crate::domain::retention;
use crate::domain::stamp::Stamp;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A half file that is so much older than a new copy was left by a program that died.
const STALE: Duration = Duration::from_secs(600);

/// A copy that was verified when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupCopy {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was taken.
    pub taken: Stamp,
    /// How long it stays.
    pub kept: Kept,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal digits.
    pub sum: String,
    /// Where each chain had got to.
    pub heads: Vec<ChainHead>,
    /// Which book it is of; none where an older program made it.
    pub whose: Option<Whose>,
    /// Whether the file is what was written: by its size, until it is read.
    pub good: bool,
    /// Whether all of it was read for that, and its sum compared.
    pub read: bool,
}

impl BackupCopy {
    pub(super) fn new(path: &Path, note: CopyNote) -> BackupCopy {
        let CopyNote { taken, kept, bytes, heads, whose, sum } = note;
        let path = path.to_path_buf();
        BackupCopy { path, taken, kept, bytes, sum, heads, whose, good: true, read: true }
    }

    /// A copy as its side file has it; none without a side file.
    fn find(path: &Path, read: bool) -> Option<BackupCopy> {
        let copy = BackupCopy::new(path, CopyNote::read(path)?);
        let size = std::fs::metadata(path).ok()?.len();
        let good = size == copy.bytes && (!read || sum_of(path).is_ok_and(|sum| sum == copy.sum));
        Some(BackupCopy { good, read, ..copy })
    }

    /// Whether it is a copy of the file of that name. Two books of one stem and different endings
    /// have their copies in one folder; what an older program made says nothing of it, and counts
    /// by its name.
    fn is_of(&self, book: Option<&Path>) -> bool {
        let file = book.and_then(Path::file_name).map(|name| name.to_string_lossy());
        match (&self.whose, file) {
            (Some(whose), Some(file)) => whose.file == file,
            _ => true,
        }
    }

    /// Whether a copy is of the same book: of one chain, or one goes on from the other. Another one
    /// may have lain in the book's place before.
    fn is_kin_of(&self, other: &BackupCopy) -> bool {
        let goes_on = |one: &BackupCopy, other: &BackupCopy| {
            one.whose.as_ref().is_none_or(|whose| {
                other.whose.as_ref().is_none_or(|of| of.machine == whose.machine)
                    || other.heads.iter().any(|head| head.machine == whose.machine)
            })
        };
        goes_on(self, other) || goes_on(other, self)
    }

    /// How many rows of the journal it has.
    #[must_use]
    pub fn rows(&self) -> i64 {
        self.heads.iter().map(|head| head.seq).sum()
    }

    /// The day on which it was taken, in Việt Nam.
    #[must_use]
    pub fn day(&self) -> Day {
        self.taken.day_in_vietnam()
    }
}

/// The copies of a book in a folder, the newest first; `read` says whether each is read whole.
pub(crate) fn copies(folder: &Path, book: Option<&Path>, read: bool) -> Vec<BackupCopy> {
    let mut found: Vec<BackupCopy> = names_of(folder, book)
        .iter()
        .filter_map(|name| name.strip_suffix(note::ENDING))
        .filter_map(|name| BackupCopy::find(&folder.join(name), read))
        .filter(|copy| copy.is_of(book))
        .collect();
    found.sort_by(|one, other| (other.taken, &other.path).cmp(&(one.taken, &one.path)));
    found
}

/// Lets go of the copies that the rule does not keep; `newest` was made just now.
pub(crate) fn thin(folder: &Path, book: Option<&Path>, newest: &BackupCopy) {
    let mut by_rule = ruled(folder, book);
    by_rule.retain(|copy| copy.path != newest.path && copy.is_kin_of(newest));
    by_rule.push(newest.clone());
    let days: Vec<Day> = by_rule.iter().map(BackupCopy::day).collect();
    for (copy, stays) in by_rule.iter().zip(retention::kept(&days, newest.day())) {
        if !stays {
            remove(copy);
        }
    }
    sweep(folder, book, newest);
}

/// Makes room for a copy of so many bytes where the disk is nearly full.
pub(crate) fn make_room(folder: &Path, book: Option<&Path>, need: u64) {
    let Ok(free) = fs4::available_space(folder) else { return };
    let sizes = |copies: &[BackupCopy]| copies.iter().map(|copy| copy.bytes).collect::<Vec<_>>();
    let all = ruled(folder, book);
    if retention::too_many(&sizes(&all), free, need) == 0 {
        return;
    }
    let may_go = spare(folder, book);
    may_go.iter().take(retention::too_many(&sizes(&may_go), free, need)).for_each(remove);
}

/// The copies that may go for room, the oldest first: those that the rule governs and that are
/// older than the newest one that is sound now. That one stays whatever happens, and where there is
/// none, all stay. What turns out to be rotten stands for no good one, and is not removed either.
fn spare(folder: &Path, book: Option<&Path>) -> Vec<BackupCopy> {
    let copies = copies(folder, book, false);
    let mut copies = copies.into_iter().filter(|copy| copy.good);
    // Read and opened: by its size alone a copy whose bytes rotted is as good as any.
    let Some(sound) = copies.find(|copy| is_sound(&copy.path)) else { return Vec::new() };
    let mut older: Vec<BackupCopy> =
        copies.filter(|copy| copy.kept == Kept::ByRule && copy.is_kin_of(&sound)).collect();
    older.reverse();
    older
}

/// The copies that the rule governs, the oldest first.
fn ruled(folder: &Path, book: Option<&Path>) -> Vec<BackupCopy> {
    let mut copies = copies(folder, book, false);
    // A copy that is not what was written keeps no good one from staying.
    copies.retain(|copy| copy.kept == Kept::ByRule && copy.good);
    copies.reverse();
    copies
}

/// Removes a copy, its sum last: what has a copy's name has its sum.
fn remove(copy: &BackupCopy) {
    let _ = std::fs::remove_file(&copy.path);
    let _ = std::fs::remove_file(note::path_of(&copy.path));
}

/// Removes what programs that died have left: half files, and sums without a copy.
fn sweep(folder: &Path, book: Option<&Path>, newest: &BackupCopy) {
    let written = |path: &Path| std::fs::metadata(path).and_then(|file| file.modified()).ok();
    let Some(now) = written(&newest.path) else { return };
    for name in &names_of(folder, book) {
        let path = folder.join(name);
        let orphan = name.strip_suffix(note::ENDING).is_some_and(|of| !folder.join(of).exists());
        let stale = written(&path).is_some_and(|then| then + STALE < now);
        if stale && (orphan || name.contains(".half-")) {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// The names in a folder that are those of a book's copies.
fn names_of(folder: &Path, book: Option<&Path>) -> Vec<String> {
    let stem = stem_of(book);
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|name| belongs(name, &stem)).collect()
}

/// Whether a copy's name is one of the book's with that stem. What stands behind the stem begins
/// with the moment, if it has one: `an-20261015-093000.db` behind `book-` is a copy of `book-an`,
/// which may lie in the same folder.
fn belongs(name: &str, stem: &str) -> bool {
    let Some(rest) = name.strip_prefix(stem).and_then(|rest| rest.strip_prefix('-')) else {
        return false;
    };
    let words: Vec<&str> = rest.split(['-', '.']).collect();
    let digits =
        |word: &str, many| word.len() == many && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_moment = |two: &[&str]| matches!(two, [day, at] if digits(day, 8) && digits(at, 6));
    words.windows(2).rposition(is_moment).is_none_or(|at| at == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    /// Changes one byte in the middle, so that the size stays.
    fn rot(copy: &Path) {
        let mut bytes = std::fs::read(copy).expect("read");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        std::fs::write(copy, bytes).expect("written");
    }

    #[test]
    fn for_room_nothing_goes_but_what_is_older_than_a_copy_that_is_sound_now() {
        let home = tempfile::tempdir().expect("a folder");
        let book = home.path().join("book.db");
        let stamp = |day: u32| Stamp::parse(&format!("2026-10-{day}T02:00:00Z")).expect("a moment");
        let store = Store::create(&book, "Lan", stamp(10)).expect("a book");
        let folder = store.backup_folder().expect("a folder");
        std::fs::create_dir_all(&folder).expect("a folder");
        let made: Vec<PathBuf> = (11..15)
            .map(|day| {
                let to = super::super::free_name(Some(&book), &folder, stamp(day), "");
                store.copy_to(&to, Kept::ByRule, stamp(day)).expect("made").path
            })
            .collect();
        let may_go = || -> Vec<PathBuf> {
            spare(&folder, Some(&book)).into_iter().map(|copy| copy.path).collect()
        };
        assert_eq!(may_go(), made[..3]);
        rot(&made[3]);
        assert_eq!(may_go(), made[..2], "the newest is rotten, so the next one stays");
        rot(&made[2]);
        rot(&made[1]);
        assert_eq!(may_go(), [] as [PathBuf; 0], "the last one that is sound");
        rot(&made[0]);
        assert_eq!(may_go(), [] as [PathBuf; 0], "none is sound: all stay");
        // A disk as small as can be takes none of them for a copy that no disk could hold.
        make_room(&folder, Some(&book), u64::MAX / 4);
        assert!(made.iter().all(|copy| copy.exists()));
    }

    #[test]
    fn a_copy_of_another_book_whose_name_begins_alike_is_none_of_this_one() {
        for (name, stem) in [
            ("xa-20261015-093000.db.sha256", "xa"),
            ("xa-20261015-093000-before-restore.db", "xa"),
            ("xa-20261015-093000.db.half-77", "xa"),
            ("xa-an-20261015-093000.db", "xa-an"),
            ("xa-2025-20261015-093000.db", "xa-2025"),
            ("xa-20250101-080000-20261015-093000.db", "xa-20250101-080000"),
            // a name that a person gave
            ("xa-truoc-tet.db.sha256", "xa"),
        ] {
            assert!(belongs(name, stem), "{name}");
        }
        for (name, stem) in [
            ("xa-an-20261015-093000.db", "xa"),
            ("xa-an-20261015-093000.db.sha256", "xa"),
            ("xa-2025-20261015-093000.db", "xa"),
            ("xa-20250101-080000-20261015-093000.db", "xa"),
            ("xa-20261015-093000.db", "xa-an"),
            ("xa20261015-093000.db", "xa"),
        ] {
            assert!(!belongs(name, stem), "{name}");
        }
    }
}
