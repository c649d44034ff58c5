//! Copies of the book: made by themselves and on request, listed, and put in the book's place.

use super::{Cause, Doing, Office, Stamp, StoreError, in_force};
use crate::domain::day::Day;
use crate::domain::retention::OLD_AFTER;
use crate::store::{self, BackupCopy, Kept, Restored, Salvaged, Store};
use std::path::{Path, PathBuf};

/// What a copy is to what is in the book now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The copy, checked from end to end.
    pub copy: BackupCopy,
    /// How many rows the book has that the copy has not; none where the book can't say.
    pub lost: Option<i64>,
}

impl Office {
    /// The copies that lie in the book's own folder for them, the newest first. `read` says whether
    /// each is read whole and its sum compared.
    #[must_use]
    pub fn copies(&self, read: bool) -> Vec<BackupCopy> {
        let folder = self.store.backup_folder();
        folder.map_or_else(Vec::new, |folder| store::copies(&folder, self.location(), read))
    }

    /// The newest good copy.
    #[must_use]
    pub fn last_copy(&self) -> Option<BackupCopy> {
        self.copies(false).into_iter().find(|copy| copy.good)
    }

    /// Makes a verified copy: in a folder that is given, under a name of its own; under a name that
    /// is given, where no file is; else in the book's own folder for copies, where the rule then
    /// says how long it stays.
    ///
    /// # Errors
    /// Why there is no copy; then nothing is left of it.
    pub fn back_up(&self, to: Option<&Path>, now: Stamp) -> Result<BackupCopy, StoreError> {
        let book = self.location();
        match to {
            Some(folder) if folder.is_dir() => {
                let to = store::free_name(book, folder, now, "");
                self.store.copy_to(&to, Kept::Always, now)
            }
            Some(to) => self.store.copy_to(to, Kept::Always, now),
            None => self.by_rule(now),
        }
    }

    /// Makes a copy where one is due on leaving.
    ///
    /// # Errors
    /// Why there is no copy.
    pub fn back_up_at_close(&self, now: Stamp) -> Result<Option<BackupCopy>, StoreError> {
        if self.is_due_at_close(now)? { self.by_rule(now).map(Some) } else { Ok(None) }
    }

    /// Whether something was recorded that no good copy has, or the last one is old.
    ///
    /// # Errors
    /// What the file says.
    pub fn is_due_at_close(&self, now: Stamp) -> Result<bool, StoreError> {
        if self.read_only() || self.location().is_none() {
            return Ok(false);
        }
        let copies = self.copies(false);
        let heads = self.store.heads()?;
        let fresh = |copy: &&BackupCopy| {
            // One dated after today says nothing of its age.
            copy.good && (0..=OLD_AFTER).contains(&copy.day().days_until(now.day_in_vietnam()))
        };
        let has_all = copies.iter().any(|copy| copy.good && copy.heads == heads);
        Ok(!(has_all && copies.iter().any(|copy| fresh(&copy))))
    }

    /// Makes a copy where the program starts on a day after a session of which something is
    /// recorded, and none was made since: it was cut off before it could.
    ///
    /// # Errors
    /// Why there is no copy.
    pub fn back_up_after_session(
        &self,
        today: Day,
        now: Stamp,
    ) -> Result<Option<BackupCopy>, StoreError> {
        if self.read_only() || self.location().is_none() {
            return Ok(None);
        }
        let Some(session) = self.store.last_session_before(today)? else { return Ok(None) };
        let heads = self.store.heads()?;
        let since = |copy: &BackupCopy| copy.good && (copy.day() > session || copy.heads == heads);
        if self.copies(false).iter().any(since) {
            return Ok(None);
        }
        self.by_rule(now).map(Some)
    }

    fn by_rule(&self, now: Stamp) -> Result<BackupCopy, StoreError> {
        let Some((folder, book)) = self.store.backup_folder().zip(self.location()) else {
            return Err(StoreError { doing: Doing::Copy, place: None, cause: Cause::NotThere });
        };
        std::fs::create_dir_all(&folder)
            .map_err(|error| StoreError::of_io(Doing::Copy, &folder, &error))?;
        let need = std::fs::metadata(book).map_or(0, |file| file.len());
        store::make_room(&folder, Some(book), need);
        let to = store::free_name(Some(book), &folder, now, "");
        let copy = self.store.copy_to(&to, Kept::ByRule, now)?;
        store::thin(&folder, Some(book), &copy);
        Ok(copy)
    }

    /// Checks a copy from end to end and says what the book would lose by it.
    ///
    /// # Errors
    /// Why it can't be restored.
    pub fn weigh(&self, copy: &Path) -> Result<Weighed, StoreError> {
        let copy = Store::check_copy(copy)?;
        let lost = self.store.recorded_since(&copy.heads).ok();
        Ok(Weighed { copy, lost })
    }

    /// Puts a copy in the place of this book, which is kept aside. Whatever happens, the book that
    /// is there then is open.
    ///
    /// # Errors
    /// Why not; then the book is as it was.
    pub fn restore(&mut self, copy: &Path, now: Stamp) -> Result<Restored, StoreError> {
        self.seen = None;
        let done = self.store.restore_here(copy, now);
        let anew = self.read_anew();
        let done = done?;
        anew.map(|()| done)
    }

    /// Puts a copy in the place of a book that may be missing or too damaged to be opened.
    ///
    /// # Errors
    /// Why not; then the book is as it was.
    pub fn restore_file(
        book: &Path,
        copy: &Path,
        who: &str,
        now: Stamp,
    ) -> Result<Restored, StoreError> {
        Store::restore(book, copy, who, now)
    }

    /// Takes over what can be read of a broken book into a new one beside it; the broken file stays
    /// as it is.
    ///
    /// # Errors
    /// Why nothing of it can be read.
    pub fn salvage(from: &Path, who: &str, now: Stamp) -> Result<Salvaged, StoreError> {
        Store::salvage(from, who, now)
    }

    /// Folders outside the book's own to copy to: the one used last, then removable disks.
    #[must_use]
    pub fn copy_folders(&self) -> Vec<PathBuf> {
        self.location().map_or_else(Vec::new, store::copy_folders)
    }

    /// Keeps such a folder for the next time.
    pub fn remember_copy_folder(&self, folder: &Path) {
        if let Some(book) = self.location() {
            store::remember(book, folder);
        }
    }

    /// Where copies of this book lie that are made by themselves.
    #[must_use]
    pub fn backup_folder(&self) -> Option<PathBuf> {
        self.store.backup_folder()
    }

    pub(super) fn read_anew(&mut self) -> Result<(), StoreError> {
        self.remembered.forget_all();
        let generation = self.store.generation()?;
        self.ledger = self.store.load_ledger()?;
        self.shelf = in_force(&self.given, &self.store.rulebooks(None)?)?;
        self.seen = Some(generation);
        Ok(())
    }
}
