//! A book open for one question to each loan: its loans are read one after another and never all
//! held, so that a long list costs no more memory than a short one.

use super::{OpenOptions, StoreError, in_force};
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::loan::LoanFile;
use crate::domain::rulebook::Shelf;
use crate::store::Store;
use std::ops::ControlFlow;
use std::path::Path;

/// A book, open for reading loan by loan.
#[derive(Debug)]
pub struct Loanwise {
    store: Store,
    ledger: Ledger,
    shelf: Shelf,
    known_on: Option<Day>,
}

impl Loanwise {
    /// Opens a book for reading; where a day is given, as it was known at that day's end in UTC.
    ///
    /// # Errors
    /// Why it can't be opened.
    pub fn open(
        path: &Path,
        options: OpenOptions,
        known_on: Option<Day>,
    ) -> Result<Loanwise, StoreError> {
        let store = Store::open(path, true, &options.who)?;
        let ledger = store.load_without_facts()?;
        let shelf = in_force(&options.shelf, &store.rulebooks(known_on)?)?;
        Ok(Loanwise { store, ledger, shelf, known_on })
    }

    /// Places, points, groups and members; no loan, and no fact.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The rulebooks.
    #[must_use]
    pub const fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Hands on each loan with its facts, by code, until told to stop.
    ///
    /// # Errors
    /// What the file says.
    pub fn each_loan<B>(
        &self,
        take: impl FnMut(LoanFile) -> ControlFlow<B>,
    ) -> Result<ControlFlow<B>, StoreError> {
        self.store.each_loan(self.known_on, take)
    }
}
