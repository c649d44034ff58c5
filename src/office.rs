//! Every change of the book goes through here: a command, in one transaction, or a refusal.

mod backups;
pub mod command;
mod commands;
mod execute;
mod loanwise;
mod lookup;
mod several;
mod take_in;
mod warnings;

pub use crate::domain::stamp::Stamp;
pub use crate::store::{
    AuditRow, BackupCopy, Cause, Counts, Doing, DraftRow, Fault, FaultKind, Holder, Imported, Kept,
    PaymentRow, Progress, Restored, Salvaged, SalvagedTable, SavingsRow, SheetCell, SheetRow,
    StoreError, TakenBack,
};
pub use backups::Weighed;

pub use loanwise::Loanwise;
pub use lookup::SaidOnSheets;
pub use warnings::Warning;

use crate::domain::day::Day;
use crate::domain::ids::FactId;
use crate::domain::ledger::Ledger;
use crate::domain::refusal::Refusal;
use crate::domain::remembered::Remembered;
use crate::domain::rulebook::{OwnRulebook, Shelf};
use crate::store::Store;
use std::path::Path;

/// How a book is opened.
#[derive(Clone, Debug)]
pub struct OpenOptions {
    /// Nothing will be written.
    pub read_only: bool,
    /// Who records what is recorded.
    pub who: String,
    /// The rulebooks: where they are the shipped ones, the book's own take their place.
    pub shelf: Shelf,
}

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A rule says no; the person can mend it.
    Refused(Refusal),
    /// The file can't; the machine has to be mended.
    Store(StoreError),
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Trouble {
        Trouble::Refused(refusal)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Trouble {
        Trouble::Store(error)
    }
}

/// A book with the rules that govern it, and the person at work.
#[derive(Debug)]
pub struct Office {
    store: Store,
    ledger: Ledger,
    /// The rulebooks in force: those given, else the book's own, else the shipped ones.
    shelf: Shelf,
    given: Shelf,
    who: String,
    /// What was worked out of this ledger under these rulebooks.
    remembered: Remembered,
    /// The store's generation of which the ledger is true; none where it has to be read again.
    seen: Option<i64>,
}

impl Office {
    /// Opens a book. Where somebody else writes in it already, it is open for reading only, and
    /// [`Office::held_by`] says by whom.
    ///
    /// # Errors
    /// Why it can't be opened.
    pub fn open(path: &Path, options: OpenOptions) -> Result<Office, StoreError> {
        let store = Store::open(path, options.read_only, &options.who)?;
        Office::of(store, options)
    }

    /// Makes a new book, whole or not at all, and opens it.
    ///
    /// # Errors
    /// Why it can't be made.
    pub fn create(path: &Path, options: OpenOptions, now: Stamp) -> Result<Office, StoreError> {
        let store = Store::create(path, &options.who, now)?;
        Office::of(store, options)
    }

    /// A book that lives only as long as this value, under the shipped rulebooks: for tests, and
    /// for looking at files before they are taken in.
    ///
    /// # Errors
    /// Where there is no memory left.
    pub fn in_memory() -> Result<Office, StoreError> {
        let shelf = Shelf::shipped().map_err(|fault| StoreError {
            doing: Doing::Create,
            place: None,
            cause: Cause::Senseless(format!("{fault:?}")),
        })?;
        let options = OpenOptions { read_only: false, who: "test".to_owned(), shelf };
        Office::of(Store::in_memory(Stamp::EPOCH)?, options)
    }

    fn of(store: Store, options: OpenOptions) -> Result<Office, StoreError> {
        let seen = Some(store.generation()?);
        let ledger = store.load_ledger()?;
        let shelf = in_force(&options.shelf, &store.rulebooks(None)?)?;
        Ok(Office {
            store,
            ledger,
            shelf,
            given: options.shelf,
            who: options.who,
            remembered: Remembered::default(),
            seen,
        })
    }

    /// The book, for computing.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The rulebooks in force.
    #[must_use]
    pub const fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// What was worked out already: for questions about this ledger as of any day.
    #[must_use]
    pub const fn remembered(&self) -> &Remembered {
        &self.remembered
    }

    /// Who records.
    #[must_use]
    pub fn who(&self) -> &str {
        &self.who
    }

    /// Where the book lies; none in memory.
    #[must_use]
    pub fn location(&self) -> Option<&Path> {
        self.store.location()
    }

    /// Whether the book is open for reading only.
    #[must_use]
    pub const fn read_only(&self) -> bool {
        self.store.is_read_only()
    }

    /// Who writes in the book, where that kept us from writing.
    #[must_use]
    pub const fn held_by(&self) -> Option<&Holder> {
        self.store.held_by()
    }

    /// The id of the machine whose chain this book continues.
    #[must_use]
    pub fn machine(&self) -> &str {
        self.store.machine()
    }

    /// The day on which a demo book stands.
    ///
    /// # Errors
    /// What the file says.
    pub fn as_of(&self) -> Result<Option<Day>, StoreError> {
        self.store.as_of()
    }

    /// Checks all of the book: file, chains, versions, sums.
    #[must_use]
    pub fn verify(&self) -> Vec<Fault> {
        self.store.check()
    }

    /// Checks a book that may be too damaged to be read whole: the same, and no more of it is read.
    ///
    /// # Errors
    /// Why it can't even be opened.
    pub fn verify_file(path: &Path) -> Result<Vec<Fault>, StoreError> {
        Ok(Store::open(path, true, "")?.check())
    }

    /// The book as it was known at the end of a day in UTC: with those facts alone that had been
    /// recorded by then. Master data are as they are now.
    ///
    /// # Errors
    /// What the file says.
    pub fn known_on(&self, day: Day) -> Result<Ledger, StoreError> {
        self.store.load_known_on(day)
    }

    /// The rulebooks that would have been in force with what was known at the end of a day in UTC.
    ///
    /// # Errors
    /// What the file says.
    pub fn shelf_known_on(&self, day: Day) -> Result<Shelf, StoreError> {
        in_force(&self.given, &self.store.rulebooks(Some(day))?)
    }

    /// Reads the book again where another program has changed it; whether it had.
    ///
    /// # Errors
    /// What the file says.
    pub fn refresh(&mut self) -> Result<bool, StoreError> {
        let generation = self.store.generation()?;
        if self.seen == Some(generation) {
            return Ok(false);
        }
        self.seen = None;
        self.read_anew()?;
        Ok(true)
    }
}

/// The rulebooks in force: those given for this run, else the book's own, else the shipped ones.
fn in_force(given: &Shelf, own: &[OwnRulebook]) -> Result<Shelf, StoreError> {
    if !given.is_shipped() || own.is_empty() {
        return Ok(given.clone());
    }
    // They were read before they were kept; a newer program may ask for more.
    Shelf::own(own).map_err(|why| {
        let cause = Cause::Senseless(format!("rulebooks: {why:?}"));
        StoreError { doing: Doing::Load, place: None, cause }
    })
}

/// A new id for a form that opens: ordered by time, unique over laptops.
#[must_use]
pub fn new_id(now: Stamp) -> FactId {
    FactId::new(crate::store::new_id(now))
}
