//! The book on disk: one SQLite file, and the only SQL of the program.

mod audit;
mod backup;
mod chain;
mod change;
mod convert;
mod drafts;
mod error;
mod find;
mod import;
mod kinds;
mod load;
mod lock;
mod meta;
mod open;
mod rows;
mod rulebooks;
mod salvage;
mod schema;
mod settings;
mod verify;
mod versions;
mod whole;
mod write;
mod writer;

pub use audit::AuditRow;
pub use backup::{BackupCopy, ChainHead, Kept, Restored, Whose};
pub(crate) use backup::{copies, copy_folders, free_name, make_room, remember, thin};
pub(crate) use change::{Back, Change, LoanFacts, SheetFacts};
pub use drafts::DraftRow;
pub use error::{Cause, Doing, StoreError};
pub(crate) use find::{AnyFact, Look, SheetHead};
pub use find::{Counts, PaymentRow, SavingsRow, SheetCell, SheetRow, TakenBack};
pub(crate) use import::Stopped;
pub use import::{Imported, Progress, Taken};
pub(crate) use load::{MasterKey, Touched};
pub use lock::Holder;
pub(crate) use open::new_id;
pub use open::side_files;
pub use salvage::{Salvaged, SalvagedTable};
pub use verify::{Fault, FaultKind};
pub(crate) use write::Saving;
pub(crate) use writer::Put;

use crate::domain::day::Day;
use lock::WriterLock;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// A book, open.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    location: Option<PathBuf>,
    machine: String,
    held_by: Option<Holder>,
    lock: Option<WriterLock>,
    read_only: bool,
}

impl Store {
    /// Where it lies; none in memory.
    #[must_use]
    pub fn location(&self) -> Option<&Path> {
        self.location.as_deref()
    }

    /// Whether it is open for reading only.
    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Who writes in it, where that kept us from writing.
    #[must_use]
    pub const fn held_by(&self) -> Option<&Holder> {
        self.held_by.as_ref()
    }

    /// The id of the machine whose chain this book continues.
    #[must_use]
    pub fn machine(&self) -> &str {
        &self.machine
    }

    /// The day on which a demo book stands.
    ///
    /// # Errors
    /// What the file says.
    pub fn as_of(&self) -> Result<Option<Day>, StoreError> {
        let text = meta::text(&self.connection, "as_of");
        let text = text.map_err(|error| self.failed(Doing::Load, &error))?;
        Ok(text.as_deref().and_then(Day::parse_iso))
    }

    fn failed(&self, doing: Doing, error: &rusqlite::Error) -> StoreError {
        StoreError::sql(doing, self.location(), error)
    }
}
