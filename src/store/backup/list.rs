//! The copies of a book in a folder, and which of them go when a new one comes.

use super::note::{self, ChainHead, CopyNote, Kept};
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
    /// Whether the file is what was written: by its size, until it is read.
    pub good: bool,
    /// Whether all of it was read for that, and its sum compared.
    pub read: bool,
}

impl BackupCopy {
    pub(super) fn new(path: &Path, note: CopyNote) -> BackupCopy {
        let CopyNote { taken, kept, bytes, heads, sum } = note;
        let path = path.to_path_buf();
        BackupCopy { path, taken, kept, bytes, sum, heads, good: true, read: true }
    }

    /// A copy as its side file has it; none without a side file.
    fn find(path: &Path, read: bool) -> Option<BackupCopy> {
        let copy = BackupCopy::new(path, CopyNote::read(path)?);
        let size = std::fs::metadata(path).ok()?.len();
        let good = size == copy.bytes && (!read || sum_of(path).is_ok_and(|sum| sum == copy.sum));
        Some(BackupCopy { good, read, ..copy })
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
        .collect();
    found.sort_by(|one, other| (other.taken, &other.path).cmp(&(one.taken, &one.path)));
    found
}

/// Lets go of the copies that the rule does not keep; `newest` was made just now.
pub(crate) fn thin(folder: &Path, book: Option<&Path>, newest: &BackupCopy) {
    let mut by_rule = by_rule(folder, book, newest);
    by_rule.push(newest.clone());
    let days: Vec<Day> = by_rule.iter().map(BackupCopy::day).collect();
    for (copy, stays) in by_rule.iter().zip(retention::kept(&days)) {
        if !stays {
            remove(copy);
        }
    }
    sweep(folder, book, newest);
}

/// Makes room for a copy of so many bytes where the disk is nearly full; the newest good copy stays
/// whatever happens.
pub(crate) fn make_room(folder: &Path, book: Option<&Path>, need: u64) {
    let Ok(free) = fs4::available_space(folder) else { return };
    let copies = copies(folder, book, false);
    let Some(newest) = copies.iter().find(|copy| copy.good) else { return };
    let may_go = by_rule(folder, book, newest);
    let sizes: Vec<u64> = may_go.iter().map(|copy| copy.bytes).collect();
    may_go.iter().take(retention::too_many(&sizes, free, need)).for_each(remove);
}

/// The copies that the rule governs, the oldest first, but for one.
fn by_rule(folder: &Path, book: Option<&Path>, but: &BackupCopy) -> Vec<BackupCopy> {
    let mut copies = copies(folder, book, false);
    // A copy that is not what was written keeps no good one from staying.
    copies.retain(|copy| copy.kept == Kept::ByRule && copy.good && copy.path != but.path);
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
    use super::belongs;

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
