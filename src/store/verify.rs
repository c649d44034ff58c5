//! Is the book what it was when it was written? File, chains, versions and sums, each row by name.

mod chains;
mod sums;
mod versions;

use super::Store;
use super::kinds::CONFIRMATION;
use rusqlite::Connection;

pub(super) use sums::{SHEETS_SUM, VISITS_SUM};
pub(super) use versions::{rebuilt, versions};

/// One part of the check.
pub(super) type Part = fn(&Connection) -> rusqlite::Result<Vec<Fault>>;

/// What is wrong with a row, or with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    /// The file itself is damaged.
    File,
    /// A row names another that is not there.
    PointsNowhere,
    /// A fact is not what it was when it was recorded.
    Changed,
    /// A fact that the journal has is not there.
    Missing,
    /// A fact is there that the journal does not have.
    Foreign,
    /// The chain does not go on from the row before.
    ChainBroken,
    /// Numbers of the chain are missing.
    Gap,
    /// Master data is not what its version says.
    VersionDiffers,
    /// A reversal is not of the fact it takes back.
    Reversal,
    /// Parts do not add up.
    Sum,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub kind: FaultKind,
    /// The table, empty where it is the file.
    pub table: String,
    /// The row's id or code.
    pub key: String,
    /// What was found, for people who mend files.
    pub detail: String,
}

impl Fault {
    fn new(
        kind: FaultKind,
        table: impl Into<String>,
        key: impl Into<String>,
        detail: impl Into<String>,
    ) -> Fault {
        Fault { kind, table: table.into(), key: key.into(), detail: detail.into() }
    }
}

impl Store {
    /// Checks all of the book. A part that can't even be read is itself a fault.
    #[must_use]
    pub fn check(&self) -> Vec<Fault> {
        faults_of(&self.connection)
    }
}

/// Checks all of an open book.
pub(super) fn faults_of(connection: &Connection) -> Vec<Fault> {
    let parts: [Part; 5] = [file, ties, chains::facts, versions, sums::all_sums];
    let mut faults: Vec<Fault> =
        parts.iter().flat_map(|part| found_by(*part, connection)).collect();
    faults.dedup();
    faults
}

/// The parts of the check of a copy that was made a moment ago. Its indexes were made of its rows,
/// so the file needs the quick check alone.
pub(super) const OF_A_COPY: [Part; 5] = [quickly, ties, chains::facts, versions, sums::all_sums];

/// What one part finds; where it can't even be read, that is a fault.
pub(super) fn found_by(part: Part, connection: &Connection) -> Vec<Fault> {
    let unread = |error: rusqlite::Error| Fault::new(FaultKind::File, "", "", error.to_string());
    part(connection).unwrap_or_else(|error| vec![unread(error)])
}

fn quickly(connection: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let said: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    let bad = (said != "ok").then(|| Fault::new(FaultKind::File, "", "", said));
    Ok(bad.into_iter().collect())
}

fn file(connection: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let said = super::load::all(connection, "PRAGMA integrity_check(50)", [], |row| {
        row.get::<_, String>(0)
    })?;
    let bad = said.into_iter().filter(|line| line != "ok");
    Ok(bad.map(|line| Fault::new(FaultKind::File, "", "", line)).collect())
}

/// Whether every row that is named is there, and every reversal is of what it takes back.
pub(super) fn ties(connection: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let mut faults = super::load::all(connection, "PRAGMA foreign_key_check", [], |row| {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        let rowid: Option<i64> = row.get(1)?;
        Ok((table, rowid, parent))
    })?
    .into_iter()
    .map(|(table, rowid, parent)| {
        let key = rowid.and_then(|rowid| key_of(connection, &table, rowid));
        Fault::new(FaultKind::PointsNowhere, table, key.unwrap_or_default(), parent)
    })
    .collect::<Vec<_>>();
    faults.extend(confirmed(connection)?);
    faults.extend(sums::reversals(connection)?);
    Ok(faults)
}

/// Confirmations of facts that are not there: a fact of any kind can be confirmed, so no reference
/// of the table itself says it.
pub(super) fn confirmed(connection: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let kinds = super::kinds::ALL.iter().filter(|kind| kind.fact);
    let there: Vec<String> = kinds
        .map(|kind| format!("EXISTS (SELECT 1 FROM {} WHERE id = named.fact)", kind.table))
        .collect();
    let sql =
        format!("SELECT id, fact FROM confirmations AS named WHERE NOT ({})", there.join(" OR "));
    super::load::all(connection, &sql, [], |row| {
        let (id, fact): (String, String) = (row.get(0)?, row.get(1)?);
        Ok(Fault::new(FaultKind::PointsNowhere, CONFIRMATION.table, id, fact))
    })
}

/// The id or code of a row.
fn key_of(connection: &Connection, table: &str, rowid: i64) -> Option<String> {
    let kind = super::kinds::ALL.iter().find(|kind| kind.table == table)?;
    let key = kind.key_columns().join(" || '|' || ");
    let sql = format!("SELECT {key} FROM {table} WHERE rowid = ?1");
    connection.query_row(&sql, [rowid], |row| row.get(0)).ok()
}
