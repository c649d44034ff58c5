//! The readable remains of a broken file, taken over into a new book beside it (trust.md,
//! section 2).

mod mend;
mod read;
mod relink;

use super::backup::{folder_of, forget, free_name, keep_bytes, sync, sync_folder};
use super::error::{Cause, Doing, StoreError};
use super::kinds::ALL;
use super::lock::{Locked, beside, take};
use super::open::{look_at_head, new_id};
use super::schema::{MIGRATIONS, migrate, newest};
use super::settings::{apply, number};
use super::verify::{Fault, faults_of};
use super::writer::Writer;
use super::{Store, meta};
use crate::domain::stamp::Stamp;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// What became of the rows of one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SalvagedTable {
    /// The table.
    pub table: String,
    /// Rows that are in the new book.
    pub taken: usize,
    /// How many of them no readable journal row vouches for; master rows are vouched for otherwise.
    pub unverified: usize,
    /// Rows that were read, but are not what was recorded; they are not in the new book.
    pub changed: usize,
    /// Rows that name what is lost, or miss a part; they are not in the new book.
    pub dropped: usize,
    /// Master rows that could not be read, made again of their versions.
    pub rebuilt: usize,
}

/// What was saved of a broken file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// The broken file, which is as it was.
    pub from: PathBuf,
    /// The new book.
    pub book: PathBuf,
    /// Its machine id.
    pub machine: String,
    /// Table by table, those with nothing in them left out.
    pub tables: Vec<SalvagedTable>,
    /// Facts that the chains' numbers say were there, and that could not be read: by table and id
    /// where the journal can still name them.
    pub lost: Vec<(String, String)>,
    /// How many facts were lost that nothing names any more.
    pub nameless: usize,
    /// Rows that stayed without the sheet, leader, meeting, … that they named, which is lost.
    pub loosened: usize,
    /// Rows whose history of changes is incomplete; it begins anew with what they say now.
    pub renewed: usize,
    /// What is wrong with the new book.
    pub faults: Vec<Fault>,
}

impl Salvaged {
    /// How many rows are in the new book.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.tables.iter().map(|table| table.taken + table.rebuilt).sum()
    }
}

impl Store {
    /// Takes over what can be read of a broken book that nobody writes in. The broken file stays as
    /// it is; the new book lies beside it.
    pub(crate) fn salvage(from: &Path, who: &str, now: Stamp) -> Result<Salvaged, StoreError> {
        let of = |error: StoreError| StoreError { doing: Doing::Salvage, ..error };
        look_at_head(from).map_err(of)?;
        match take(from, who).map_err(of)? {
            Locked::Ours(_lock) => salvage(from, who, now).map_err(of),
            Locked::Theirs(holder) => {
                let cause = Cause::Held(holder.who.unwrap_or_default());
                Err(StoreError::new(Doing::Salvage, Some(from), cause))
            }
        }
    }
}

fn salvage(from: &Path, who: &str, now: Stamp) -> Result<Salvaged, StoreError> {
    let book = free_name(Some(from), folder_of(from), now, "-salvaged");
    let (remains, half) = (beside(&book, ".broken"), beside(&book, ".half"));
    forget(&remains);
    forget(&half);
    // What SQLite does to a file that it opens is done to a copy.
    let done = keep_bytes(from, &remains)
        .and_then(|()| Salvage::new(from, &remains, &half, now))
        .and_then(|salvage| salvage.run(from, &book, who, now));
    forget(&remains);
    forget(&half);
    let mut done = done?;
    let failed = |error: rusqlite::Error| StoreError::sql(Doing::Salvage, Some(&book), &error);
    let connection = Connection::open(&book).map_err(failed)?;
    apply(&connection, false).map_err(failed)?;
    done.faults = faults_of(&connection);
    Ok(done)
}

/// A salvage at work.
struct Salvage {
    broken: Connection,
    /// The new book, its triggers off.
    new: Connection,
    half: PathBuf,
    machine: String,
    /// The triggers that keep its facts, as they are made.
    triggers: Vec<String>,
}

impl Salvage {
    fn new(from: &Path, remains: &Path, half: &Path, now: Stamp) -> Result<Salvage, StoreError> {
        let unread = |error: rusqlite::Error| StoreError::sql(Doing::Salvage, Some(from), &error);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut broken = Connection::open_with_flags(remains, flags).map_err(unread)?;
        apply(&broken, true).map_err(unread)?;
        let (found, known) = (number(&broken, "user_version").map_err(unread)?, newest(MIGRATIONS));
        if found > known {
            let cause = Cause::Newer { found, known };
            return Err(StoreError::new(Doing::Salvage, Some(from), cause));
        }
        migrate(&mut broken, None, MIGRATIONS)?;
        let failed = |error: rusqlite::Error| StoreError::sql(Doing::Salvage, Some(half), &error);
        let mut new = Connection::open(half).map_err(failed)?;
        apply(&new, false).map_err(failed)?;
        migrate(&mut new, None, MIGRATIONS)?;
        let machine = new_id(now);
        meta::say_once(&new, "machine", &machine).map_err(failed)?;
        new.pragma_update(None, "foreign_keys", false).map_err(failed)?;
        let triggers = relink::triggers_off(&new).map_err(failed)?;
        Ok(Salvage { broken, new, half: half.to_path_buf(), machine, triggers })
    }

    fn run(
        mut self,
        from: &Path,
        book: &Path,
        who: &str,
        now: Stamp,
    ) -> Result<Salvaged, StoreError> {
        let half = self.half.clone();
        let failed = |error: rusqlite::Error| StoreError::sql(Doing::Salvage, Some(&half), &error);
        let moved = |error| StoreError::io(Doing::Salvage, book, &error);
        let mut done = self.take_over(from, book, who, now).map_err(failed)?;
        if done.taken() == 0 {
            let said = "nothing".to_owned();
            return Err(StoreError::new(Doing::Salvage, Some(from), Cause::Damaged(said)));
        }
        done.tables.retain(|table| {
            SalvagedTable { table: String::new(), ..table.clone() } != SalvagedTable::default()
        });
        self.new.close().map_err(|(_, error)| failed(error))?;
        sync(&half).map_err(moved)?;
        std::fs::rename(&half, book).map_err(moved)?;
        sync_folder(folder_of(book)).map_err(moved)?;
        Ok(done)
    }

    /// Everything in one transaction: read, mended, linked anew.
    fn take_over(
        &mut self,
        from: &Path,
        book: &Path,
        who: &str,
        now: Stamp,
    ) -> rusqlite::Result<Salvaged> {
        let new = self.new.transaction()?;
        read::said_of_itself(&self.broken, &new);
        let mut tables = Vec::new();
        for kind in ALL {
            tables.push(read::take_over(&self.broken, &new, kind)?);
        }
        let (lost, nameless) = read::lost(&self.broken, &new)?;
        let mut mending = mend::Mending::new(tables);
        let stale = mending.run(&new)?;
        relink::relink(&new, &self.machine)?;
        for trigger in &self.triggers {
            new.execute_batch(trigger)?;
        }
        let mut writer = Writer::new(&new, &self.machine, who, now)?;
        let renewed = relink::renew(&mut writer, &stale, now)?;
        new.commit()?;
        Ok(Salvaged {
            from: from.to_path_buf(),
            book: book.to_path_buf(),
            machine: self.machine.clone(),
            tables: mending.tables,
            lost,
            nameless,
            loosened: mending.loosened,
            renewed,
            faults: Vec::new(),
        })
    }
}
