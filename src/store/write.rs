//! Saving: one IMMEDIATE transaction, in which the rule is asked and the facts are written.

mod loans;
mod masters;
mod rows;

use super::change::Change;
use super::error::{Doing, StoreError};
use super::find::Look;
use super::kinds::Known;
use super::rows::facts;
use super::writer::{Draft, Put, Writer, key_text};
use super::{Store, Touched, drafts};
use crate::domain::ids::FactId;
use crate::domain::ledger::Ledger;
use crate::domain::rulebook::OwnRulebook;
use crate::domain::stamp::Stamp;
use masters::master_draft;
use rusqlite::{Transaction, TransactionBehavior};
use std::path::Path;

/// One transaction. Dropped without [`Saving::commit`], it leaves nothing behind.
pub(crate) struct Saving<'s> {
    transaction: Transaction<'s>,
    location: Option<&'s Path>,
    machine: &'s str,
    doing: Doing,
}

impl Store {
    /// Begins to save.
    pub(crate) fn begin(&mut self, doing: Doing) -> Result<Saving<'_>, StoreError> {
        let location = self.location.as_deref();
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| StoreError::sql(doing, location, &error))?;
        Ok(Saving { transaction, location, machine: &self.machine, doing })
    }

    /// A number that changes when another connection has changed the book.
    pub(crate) fn generation(&self) -> Result<i64, StoreError> {
        super::settings::number(&self.connection, "data_version")
            .map_err(|error| self.failed(Doing::Load, &error))
    }
}

impl Saving<'_> {
    /// Looks things up inside the transaction.
    pub(crate) fn look(&self) -> Look<'_> {
        Look { connection: &self.transaction, location: self.location }
    }

    /// See [`Store::generation`].
    pub(crate) fn generation(&self) -> Result<i64, StoreError> {
        super::settings::number(&self.transaction, "data_version").map_err(|e| self.failed(&e))
    }

    /// The whole book, as it stands inside the transaction.
    pub(crate) fn ledger(&self) -> Result<Ledger, StoreError> {
        super::load::whole(&self.transaction).map_err(|error| self.failed(&error))
    }

    /// The book's own rulebooks, as they stand inside the transaction.
    pub(crate) fn rulebooks(&self) -> Result<Vec<OwnRulebook>, StoreError> {
        super::rulebooks::that_count(&self.transaction, Known::Now)
            .map_err(|error| self.failed(&error))
    }

    /// Makes a ledger true again, as the book stands inside the transaction.
    pub(crate) fn reload(&self, ledger: &mut Ledger, touched: &Touched) -> Result<(), StoreError> {
        super::load::again(&self.transaction, ledger, touched).map_err(|error| self.failed(&error))
    }

    /// Whether what a command is to write stands in the book already.
    pub(crate) fn standing(&self, change: &Change) -> Result<Put, StoreError> {
        let standing = match change {
            // The head says it: what was shared out, or taken back with it, is not known yet.
            Change::Sheet(sheet) => self.compare(&[facts::sheet(sheet)]),
            Change::Attendance(id, row) => self.attendance_standing(id, row),
            Change::Back(back) => self.back_standing(back),
            Change::Loan(loan) => self.loan_standing(loan),
            Change::Check(rows) => self.check_standing(rows),
            other => match master_draft(other) {
                Some(entry) => self.master_standing(&entry),
                None => rows::drafts(self, other).and_then(|drafts| self.compare(&drafts)),
            },
        };
        standing.map_err(|error| self.failed(&error))
    }

    fn compare(&self, drafts: &[Draft]) -> rusqlite::Result<Put> {
        let writer = Writer::new(&self.transaction, self.machine, "", Stamp::EPOCH)?;
        let mut verdict = Put::New;
        for (at, draft) in drafts.iter().enumerate() {
            match (at, writer.find(draft)?) {
                // The head says whether it is known at all.
                (0, Put::New) => return Ok(Put::New),
                (_, Put::Same) => verdict = Put::Same,
                _ => return Ok(Put::Other),
            }
        }
        Ok(verdict)
    }

    /// Writes what a command says; how many facts it was, or the id of one that another fact has.
    pub(crate) fn write(
        &mut self,
        change: &Change,
        who: &str,
        now: Stamp,
    ) -> Result<Result<usize, FactId>, StoreError> {
        self.put_all(change, who, now).map_err(|error| self.failed(&error))
    }

    fn put_all(
        &self,
        change: &Change,
        who: &str,
        now: Stamp,
    ) -> rusqlite::Result<Result<usize, FactId>> {
        let mut writer = Writer::new(&self.transaction, self.machine, who, now)?;
        if let Some(entry) = master_draft(change) {
            masters::home(&self.transaction, change)?;
            return Ok(Ok(writer.put_master(&entry)?));
        }
        if let Change::Loan(loan) = change {
            return loans::write(&self.transaction, &mut writer, loan);
        }
        let drafts = rows::drafts(self, change)?;
        for draft in &drafts {
            // The head was new, so a row of it that is known is somebody else's.
            if writer.put(draft)? != Put::New {
                return Ok(Err(FactId::new(key_text(draft.kind, &draft.cells))));
            }
        }
        Ok(Ok(drafts.len()))
    }

    /// Forgets the draft from which a command came.
    pub(crate) fn forget_draft(&self, kind: &str, key: &str) -> Result<(), StoreError> {
        drafts::forget(&self.transaction, kind, key).map_err(|error| self.failed(&error))
    }

    /// Ends it: from here on it is saved.
    pub(crate) fn commit(self) -> Result<(), StoreError> {
        let Saving { transaction, location, doing, .. } = self;
        transaction.commit().map_err(|error| StoreError::sql(doing, location, &error))
    }

    fn failed(&self, error: &rusqlite::Error) -> StoreError {
        StoreError::sql(self.doing, self.location, error)
    }
}
