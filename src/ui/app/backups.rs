//! Copies of the book: by a key, at the start after a collection day, on leaving; and restoring.

use super::App;
use crate::office::{BackupCopy, StoreError};
use crate::text::{backups, troubles};
use crate::ui::look::Tone;
use std::path::Path;

impl App {
    /// Makes a copy; in the book's own folder for copies where no other is given.
    pub(super) fn back_up(&mut self, to: Option<&Path>) {
        let made = self.settings.office.back_up(to, self.now());
        let text = &self.settings.language.text().backups;
        match made {
            Ok(copy) => {
                let (path, size) = (copy.path.display().to_string(), backups::size(copy.bytes));
                if let Some(folder) = to {
                    self.settings.office.remember_copy_folder(folder);
                    self.back();
                }
                self.message = Some(((text.done)(&path, &size), Tone::Good));
                self.refresh();
            }
            Err(error) => self.say_failed(&error),
        }
    }

    /// Puts a copy in the book's place. All screens of the old book are closed.
    pub(super) fn restore(&mut self, copy: &Path) {
        // What is half typed goes with the book that it was typed into.
        self.keep_drafts();
        let now = self.now();
        match self.settings.office.restore(copy, now) {
            Ok(done) => {
                self.stacks.clear();
                self.go_to_place(8);
                let aside = done.aside.as_deref().map(|path| path.display().to_string());
                let text = &self.settings.language.text().backups;
                let said = (text.restored)(&aside.unwrap_or_default());
                self.message = Some((said, Tone::Good));
            }
            Err(error) => {
                self.say_failed(&error);
                self.refresh();
            }
        }
    }

    /// The program starts: where it was cut off after a collection day, the copy is made now.
    pub(in crate::ui) fn back_up_after_session(&mut self) {
        if self.settings.demo {
            return;
        }
        let made = self.settings.office.back_up_after_session(self.settings.today, self.now());
        match made {
            Ok(None) => {}
            Ok(Some(_)) => self.refresh(),
            Err(error) => {
                let text = self.settings.language.text();
                let what = troubles::store_error(text.language, &error);
                let said = (text.backups.at_close_failed)(&what);
                self.message = Some((said, Tone::Warn));
            }
        }
    }

    /// Whether a copy is made when the program ends, so that it can be said what takes a moment.
    #[must_use]
    pub fn copy_is_due(&self) -> bool {
        !self.settings.demo && self.settings.office.is_due_at_close(self.now()).unwrap_or(false)
    }

    /// The program ends: a copy is made where something was recorded that no copy has.
    ///
    /// # Errors
    /// Why there is no copy; the book is as it was.
    pub fn back_up_at_close(&self) -> Result<Option<BackupCopy>, StoreError> {
        if self.settings.demo {
            return Ok(None);
        }
        self.settings.office.back_up_at_close(self.now())
    }
}
