//! The native CSV folder (contract.md, section 2): the whole book as plain text, read with all its
//! faults named, or not taken in at all.

mod book_toml;
mod check;
mod collection;
pub mod export;
mod facts;
mod fault;
mod lines;
mod loaded;
mod master;
mod merge;
mod row;
mod rulebooks;
pub mod tables;
#[cfg(test)]
mod tests;

pub use fault::{Collected, Fault, Unusual, Warning, Wrong};

use crate::domain::day::Day;
use crate::domain::ids::FactId;
use crate::domain::ledger::VisitRecord;
use crate::domain::record::Batch;
use crate::domain::visit::VisitLine;
use fault::Faults;
use loaded::{Loaded, Rows};
use std::collections::HashMap;
use std::path::Path;

/// A folder that was read without a fault.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The rows that the book does not have yet.
    pub batch: Batch,
    /// How many lines the book has already.
    pub known: usize,
    /// What is unusual, and imported all the same.
    pub warnings: Vec<Warning>,
}

/// What is wrong with a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The faults in the order of files, lines and columns; very many are cut off.
    pub faults: Vec<Fault>,
    /// How many there are in all.
    pub total: usize,
}

/// How a folder is read.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The rows of the book already: what they name counts as known. An empty batch for a new book.
    pub book: &'a Batch,
    /// What lies in the future.
    pub today: Day,
    /// The least and most members of a group, beyond which it is warned of.
    pub group_size: (u32, u32),
}

impl Reader<'_> {
    /// Reads a folder, or a rulebook by itself. `progress` hears how many bytes were read since it
    /// was last told, of the [`size`] of the folder.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn read(&self, folder: &Path, progress: &mut dyn FnMut(u64)) -> Result<Reading, Refused> {
        let mut faults = Faults::default();
        if rulebooks::is_one(folder) {
            let reading = rulebooks::single(folder, self.book, &mut faults);
            let refused = refused(faults);
            return if refused.total > 0 { Err(refused) } else { Ok(reading) };
        }
        if !folder.is_dir() {
            let name = folder.display().to_string();
            faults.add(&name, None, "", "", Wrong::NoFolder);
            return Err(refused(faults));
        }
        let mut loaded = loaded::load(folder, &mut faults, progress);
        let about = book_toml::read(folder, &loaded, self.book, &mut faults);
        let known = merge::merge(&mut loaded, self.book, &mut faults);
        let (own, known_rulebooks) = rulebooks::of_folder(folder, self.book, &mut faults);
        let warnings = check::check(&loaded, self.today, self.group_size, &mut faults);
        let refused = refused(faults);
        if refused.total > 0 {
            return Err(refused);
        }
        let batch = Batch { rulebooks: own, ..batch(loaded, about) };
        Ok(Reading { batch, known: known + known_rulebooks, warnings })
    }
}

/// How many bytes a folder's files have.
#[must_use]
pub fn size(folder: &Path) -> u64 {
    let bytes = |file: &str| folder.join(file).metadata().map_or(0, |file| file.len());
    tables::ALL.iter().map(|table| bytes(table.file)).sum()
}

fn refused(faults: Faults) -> Refused {
    let (faults, total) = faults.sorted();
    Refused { faults, total }
}

fn batch(loaded: Loaded, about: book_toml::About) -> Batch {
    let mut lines: HashMap<FactId, Vec<VisitLine>> = HashMap::new();
    for (visit, line) in new(loaded.visit_lines).into_iter().map(|row| row.fact) {
        lines.entry(visit).or_default().push(line);
    }
    let visits = new(loaded.visits).into_iter().map(|row| {
        let lines = lines.remove(&row.id).unwrap_or_default();
        row.map(|visit| VisitRecord { visit, lines })
    });
    Batch {
        title: about.title,
        home: about.home,
        as_of: about.as_of,
        visits: visits.collect(),
        places: new(loaded.places),
        points: new(loaded.points),
        session_changes: new(loaded.session_changes),
        groups: new(loaded.groups),
        members: new(loaded.members),
        loans: new(loaded.loans),
        openings: new(loaded.openings),
        tranches: new(loaded.tranches),
        instalments: new(loaded.instalments),
        payments: new(loaded.payments),
        savings: new(loaded.savings),
        changes: new(loaded.changes),
        attendance: new(loaded.attendance),
        checks: new(loaded.checks),
        contacts: new(loaded.contacts),
        cash: new(loaded.cash),
        meetings: new(loaded.meetings),
        actions: new(loaded.actions),
        steps: new(loaded.steps),
        confirmations: new(loaded.confirmations),
        bank_grades: new(loaded.bank_grades),
        targets: new(loaded.targets),
        capital: new(loaded.capital),
        rulebooks: Vec::new(),
    }
}

/// The rows that stand in the files, not in the book.
fn new<T>(rows: Rows<T>) -> Vec<T> {
    rows.into_iter().filter(|(line, _)| *line > 0).map(|(_, row)| row).collect()
}
