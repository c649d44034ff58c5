//! Taking in a whole batch: in one transaction, all of it or nothing.

use super::error::{Cause, Doing, StoreError};
use super::find::Look;
use super::kinds::{ATTENDANCE, Kind, OPENING, RULEBOOK};
use super::rows::{collection, facts, master};
use super::writer::{Draft, Put, Writer};
use super::{Store, meta, rulebooks, verify};
use crate::domain::ids::FactId;
use crate::domain::ledger::Ledger;
use crate::domain::record::Batch;
use crate::domain::stamp::Stamp;
use rusqlite::{Connection, TransactionBehavior};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

/// How far an import is, in rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Rows seen.
    pub done: usize,
    /// Rows in all.
    pub total: usize,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Rows that are new, by the kind's word.
    pub added: BTreeMap<&'static str, usize>,
    /// Rows that were known with the same content.
    pub skipped: usize,
}

impl Imported {
    /// All rows that are new.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.added.values().sum()
    }
}

/// A row whose id or code is in the book with other content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The kind's word: `member`, `payment`, …
    pub kind: &'static str,
    /// Which row of its kind in the batch, from 1.
    pub row: usize,
    /// Its id or code.
    pub key: String,
}

/// Why an import stopped.
#[derive(Debug)]
pub(crate) enum Stopped<R> {
    /// Nothing of it was kept.
    Taken(Taken),
    /// Nothing of it was kept.
    Judged(R),
    /// It came not as far as the commit: nothing of it was kept.
    Store(StoreError),
    /// The commit failed. All of it was kept or nothing: only the book, opened anew, can say which.
    Unsure(StoreError),
}

/// How often to say how far it is, and to look whether it is to stop.
const EVERY: usize = 256;

impl Store {
    /// Takes in a batch. `judge` sees the book as it would be and may still refuse it.
    pub(crate) fn import<R>(
        &mut self,
        batch: &Batch,
        (who, now): (&str, Stamp),
        progress: &mut dyn FnMut(Progress),
        cancel: &AtomicBool,
        judge: impl FnOnce(&Ledger) -> Result<(), R>,
    ) -> Result<(Imported, Ledger), Stopped<R>> {
        let location = self.location.clone();
        let stop =
            |cause| Stopped::Store(StoreError::new(Doing::Import, location.as_deref(), cause));
        let failed = |error: rusqlite::Error| {
            Stopped::Store(StoreError::sql(Doing::Import, location.as_deref(), &error))
        };
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        let mut run = Run {
            writer: Writer::new(&transaction, &self.machine, who, now).map_err(failed)?,
            progress,
            cancel,
            imported: Imported::default(),
            at: Progress { done: 0, total: rows_of(batch) },
        };
        run.everything(&transaction, batch).map_err(|halt| match halt {
            Halt::Cancelled => stop(Cause::Cancelled),
            Halt::Taken(taken) => Stopped::Taken(taken),
            Halt::Sql(error) => failed(error),
        })?;
        let imported = run.imported;
        say_of_itself(&transaction, batch).map_err(failed)?;
        if let Some(fault) = verify::ties(&transaction).map_err(failed)?.first() {
            return Err(stop(Cause::Senseless(format!("{} {}", fault.table, fault.key))));
        }
        let ledger = super::load::whole(&transaction).map_err(failed)?;
        judge(&ledger).map_err(Stopped::Judged)?;
        transaction.commit().map_err(|error| {
            Stopped::Unsure(StoreError::sql(Doing::Import, location.as_deref(), &error))
        })?;
        Ok((imported, ledger))
    }

    /// The batch as one whose rows all stand in the book already; none where one does not, or the
    /// book can't say. It is tried as an import is, in a transaction that ends without a commit.
    pub(crate) fn known(&mut self, batch: &Batch, (who, now): (&str, Stamp)) -> Option<Imported> {
        let immediate = TransactionBehavior::Immediate;
        let transaction = self.connection.transaction_with_behavior(immediate).ok()?;
        let mut run = Run {
            writer: Writer::new(&transaction, &self.machine, who, now).ok()?,
            progress: &mut |_| (),
            cancel: &AtomicBool::new(false),
            imported: Imported::default(),
            at: Progress { done: 0, total: rows_of(batch) },
        };
        run.everything(&transaction, batch).ok()?;
        (run.imported.rows() == 0).then_some(run.imported)
    }
}

/// What the batch says of the book itself, where the book says nothing yet.
fn say_of_itself(connection: &Connection, batch: &Batch) -> rusqlite::Result<()> {
    let said = [
        ("title", batch.title.clone()),
        ("place", batch.home.as_ref().map(ToString::to_string)),
        ("as_of", batch.as_of.map(|day| day.to_string())),
    ];
    for (key, value) in said {
        if let Some(value) = value {
            meta::say_once(connection, key, &value)?;
        }
    }
    Ok(())
}

fn rows_of(batch: &Batch) -> usize {
    [
        batch.places.len(),
        batch.points.len(),
        batch.session_changes.len(),
        batch.groups.len(),
        batch.members.len(),
        batch.loans.len(),
        batch.openings.len(),
        batch.tranches.len(),
        batch.instalments.len(),
        batch.payments.len(),
        batch.savings.len(),
        batch.changes.len(),
        batch.attendance.len(),
        batch.visits.iter().map(|visit| visit.lines.len() + 1).sum(),
        batch.checks.len(),
        batch.contacts.len(),
        batch.cash.len(),
        batch.meetings.len(),
        batch.actions.len(),
        batch.steps.len(),
        batch.confirmations.len(),
        batch.bank_grades.len(),
        batch.targets.len(),
        batch.capital.len(),
        batch.rulebooks.len(),
    ]
    .iter()
    .sum()
}

enum Halt {
    Cancelled,
    Taken(Taken),
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for Halt {
    fn from(error: rusqlite::Error) -> Halt {
        Halt::Sql(error)
    }
}

struct Run<'r> {
    writer: Writer<'r>,
    progress: &'r mut dyn FnMut(Progress),
    cancel: &'r AtomicBool,
    imported: Imported,
    at: Progress,
}

impl Run<'_> {
    fn everything(&mut self, connection: &Connection, batch: &Batch) -> Result<(), Halt> {
        self.table(batch.places.iter().map(master::place))?;
        self.table(batch.points.iter().map(master::point))?;
        self.table(batch.session_changes.iter().map(master::session_change))?;
        self.table(batch.groups.iter().map(master::group))?;
        self.table(batch.members.iter().map(master::member))?;
        self.table(batch.loans.iter().map(master::loan))?;
        self.table(batch.instalments.iter().map(master::instalment))?;
        self.openings(connection, batch)?;
        self.table(batch.tranches.iter().map(facts::tranche))?;
        self.table(batch.payments.iter().map(|paid| facts::payment(paid, None)))?;
        self.table(batch.savings.iter().map(|saved| facts::saving(saved, None)))?;
        self.table(batch.changes.iter().map(facts::change))?;
        self.attendance(connection, batch)?;
        for (at, visit) in (1..).zip(&batch.visits) {
            for draft in facts::visit(visit) {
                self.row(at, &draft)?;
            }
        }
        self.table(batch.checks.iter().map(facts::check))?;
        self.table(batch.contacts.iter().map(collection::contact))?;
        self.table(batch.cash.iter().map(collection::cash))?;
        self.table(batch.meetings.iter().map(collection::meeting))?;
        self.table(batch.actions.iter().map(collection::action))?;
        self.table(batch.steps.iter().map(collection::step))?;
        self.table(batch.confirmations.iter().map(collection::confirmation))?;
        self.table(batch.bank_grades.iter().map(master::bank_grade))?;
        self.table(batch.targets.iter().map(master::target))?;
        self.table(batch.capital.iter().map(master::capital))?;
        for (at, rulebook) in (1..).zip(&batch.rulebooks) {
            let put = rulebooks::put(connection, &mut self.writer, rulebook)?;
            self.count(at, &RULEBOOK, put, || rulebook.effective_from().to_string())?;
        }
        (self.progress)(self.at);
        Ok(())
    }

    fn table(&mut self, drafts: impl Iterator<Item = Draft>) -> Result<(), Halt> {
        for (at, draft) in (1..).zip(drafts) {
            self.row(at, &draft)?;
        }
        Ok(())
    }

    fn row(&mut self, at: usize, draft: &Draft) -> Result<(), Halt> {
        let put = self.writer.put(draft)?;
        self.count(at, draft.kind, put, || super::writer::key_text(draft.kind, &draft.cells))
    }

    fn count(
        &mut self,
        at: usize,
        kind: &'static Kind,
        put: Put,
        key: impl FnOnce() -> String,
    ) -> Result<(), Halt> {
        match put {
            Put::New => *self.imported.added.entry(kind.word).or_default() += 1,
            Put::Same => self.imported.skipped += 1,
            Put::Other => return Err(Halt::Taken(Taken { kind: kind.word, row: at, key: key() })),
        }
        self.at.done += 1;
        if self.at.done.is_multiple_of(EVERY) {
            if self.cancel.load(Ordering::Relaxed) {
                return Err(Halt::Cancelled);
            }
            (self.progress)(self.at);
        }
        Ok(())
    }

    /// An opening has no id in a file: its loan says which row it is.
    fn openings(&mut self, connection: &Connection, batch: &Batch) -> Result<(), Halt> {
        let look = Look { connection, location: None };
        for (at, row) in (1..).zip(&batch.openings) {
            let loan = &row.0;
            let known = look.opening_row(loan)?;
            let put =
                self.unnamed(known, &format!("opening:{loan}"), |id| facts::opening(id, row))?;
            self.count(at, &OPENING, put, || loan.to_string())?;
        }
        Ok(())
    }

    /// Attendance has no id in a file: a group and session say which row it is.
    fn attendance(&mut self, connection: &Connection, batch: &Batch) -> Result<(), Halt> {
        let look = Look { connection, location: None };
        for (at, row) in (1..).zip(&batch.attendance) {
            let (group, day, _) = &row.fact;
            let known = look.attendance_row(group, *day)?.map(|(id, _)| id);
            let put = self.unnamed(known, &format!("attendance:{group}:{day}"), |id| {
                facts::attendance(id, row)
            })?;
            self.count(at, &ATTENDANCE, put, || format!("{group} {day}"))?;
        }
        Ok(())
    }

    /// A fact without an id: held against the row that counts, else written under a free id, since
    /// one that was taken back keeps its own.
    fn unnamed(
        &mut self,
        known: Option<FactId>,
        stem: &str,
        draft: impl Fn(&FactId) -> Draft,
    ) -> rusqlite::Result<Put> {
        if let Some(id) = known {
            return self.writer.find(&draft(&id));
        }
        let mut id = FactId::new(stem);
        let mut number = 1_u32;
        while self.writer.find(&draft(&id))? != Put::New {
            number += 1;
            id = FactId::new(format!("{stem}:{number}"));
        }
        self.writer.put(&draft(&id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::place::{Place, PlaceKind};

    fn batch(count: usize) -> Batch {
        let place = |number: usize| Place {
            code: format!("{number:06}").as_str().into(),
            kind: PlaceKind::Commune,
            name: "Xã".repeat(20),
            parent: None,
            difficult: false,
        };
        Batch { places: (0..count).map(place).collect(), ..Batch::default() }
    }

    fn run(store: &mut Store, batch: &Batch, cancel: bool) -> Result<usize, Stopped<()>> {
        let cancel = AtomicBool::new(cancel);
        let who = ("Lan", Stamp::EPOCH);
        let result = store.import(batch, who, &mut |_| {}, &cancel, |_| Ok(()));
        result.map(|(imported, _)| imported.rows())
    }

    #[test]
    fn a_full_disk_takes_in_nothing_and_says_so() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("book.db");
        let mut store = Store::create(&path, "Lan", Stamp::EPOCH).expect("a book");
        let pages = crate::store::settings::number(&store.connection, "page_count").expect("pages");
        let full = |store: &Store, pages: i64| {
            store.connection.pragma_update(None, "max_page_count", pages).expect("set");
        };
        full(&store, pages + 20);
        let stopped = run(&mut store, &batch(2_000), false).expect_err("no room");
        let Stopped::Store(error) = stopped else { panic!("{stopped:?}") };
        assert_eq!((error.doing, error.cause), (Doing::Import, Cause::DiskFull));
        assert_eq!(store.load_ledger().expect("read").places.len(), 0);
        full(&store, 1_000_000);
        assert_eq!(run(&mut store, &batch(2_000), false).expect("room"), 2_000);
        assert_eq!(store.check(), []);
    }

    #[test]
    fn stopped_on_request_it_takes_in_nothing() {
        let mut store = Store::in_memory(Stamp::EPOCH).expect("a book");
        let stopped = run(&mut store, &batch(EVERY), true).expect_err("stopped");
        assert!(matches!(stopped, Stopped::Store(StoreError { cause: Cause::Cancelled, .. })));
        assert_eq!(store.load_ledger().expect("read").places.len(), 0);
    }

    #[test]
    fn a_batch_that_is_judged_wrong_leaves_nothing() {
        let mut store = Store::in_memory(Stamp::EPOCH).expect("a book");
        let who = ("Lan", Stamp::EPOCH);
        let cancel = AtomicBool::new(false);
        let judged = store.import(&batch(3), who, &mut |_| {}, &cancel, |ledger| {
            assert_eq!(ledger.places.len(), 3);
            Err("no")
        });
        assert!(matches!(judged, Err(Stopped::Judged("no"))));
        assert_eq!(store.load_ledger().expect("read").places.len(), 0);
    }
}
