//! What a book holds, so that a copy can be compared with it: counts, sums, chain heads; and the
//! check of a copy from end to end.

use super::note::{ChainHead, hex};
use crate::store::error::{Cause, Doing, StoreError};
use crate::store::load::all;
use crate::store::open::{check, connect, look_at_head};
use crate::store::schema::{MIGRATIONS, stand_in};
use crate::store::verify::{Fault, OF_A_COPY, Part, faults_of, found_by};
use rusqlite::{Connection, OptionalExtension};
use std::path::Path;

/// What a book holds: for each table its rows and the sums of its columns of whole numbers.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Picture {
    tables: Vec<(String, Vec<i64>)>,
    pub(super) heads: Vec<ChainHead>,
}

impl Picture {
    /// That of an open book.
    pub(super) fn of(connection: &Connection) -> rusqlite::Result<Picture> {
        let names = "SELECT name FROM main.sqlite_schema \
                     WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
        let names: Vec<String> = all(connection, names, [], |row| row.get(0))?;
        let sums = |name: String| -> rusqlite::Result<(String, Vec<i64>)> {
            let sums = sums_of(connection, &name)?;
            Ok((name, sums))
        };
        let tables = names.into_iter().map(sums).collect::<rusqlite::Result<_>>()?;
        Ok(Picture { tables, heads: heads(connection)? })
    }
}

/// The number of a table's rows, then of each column of whole numbers the sum of its upper and of
/// its lower half, which no amounts are large enough to overflow.
fn sums_of(connection: &Connection, table: &str) -> rusqlite::Result<Vec<i64>> {
    let sql = "SELECT name FROM pragma_table_info(?1, 'main') WHERE type = 'INTEGER' ORDER BY cid";
    let columns: Vec<String> = all(connection, sql, [table], |row| row.get(0))?;
    let halves = columns.iter().map(|column| {
        format!(
            ", coalesce(sum(\"{column}\" >> 32), 0), coalesce(sum(\"{column}\" & 4294967295), 0)"
        )
    });
    let sql = format!("SELECT count(*){} FROM main.\"{table}\"", halves.collect::<String>());
    connection
        .query_row(&sql, [], |row| (0..=2 * columns.len()).map(|column| row.get(column)).collect())
}

/// Where each chain has got to.
pub(super) fn heads(connection: &Connection) -> rusqlite::Result<Vec<ChainHead>> {
    // SQLite takes the hash of the row with the largest number.
    let sql = "SELECT machine, max(seq), hash FROM journal GROUP BY machine ORDER BY machine";
    all(connection, sql, [], |row| {
        let hash: [u8; 32] = row.get(2)?;
        Ok(ChainHead { machine: row.get(0)?, seq: row.get(1)?, hash: hex(&hash) })
    })
}

/// Whether a chain of the book went through a head.
pub(super) fn stands(connection: &Connection, head: &ChainHead) -> rusqlite::Result<bool> {
    let sql = "SELECT hash FROM journal WHERE machine = ?1 AND seq = ?2";
    let hash: Option<[u8; 32]> =
        connection.query_row(sql, (&head.machine, head.seq), |row| row.get(0)).optional()?;
    Ok(hash.is_some_and(|hash| hex(&hash) == head.hash))
}

/// Opens a book or a copy for reading, and says why it is none.
pub(super) fn open_to_read(path: &Path, doing: Doing) -> Result<Connection, StoreError> {
    let open = || {
        look_at_head(path)?;
        let connection = connect(path, true)?;
        check(&connection, path)?;
        stand_in(&connection, path, MIGRATIONS)?;
        Ok(connection)
    };
    open().map_err(|error: StoreError| StoreError { doing, ..error })
}

/// Checks a book or copy from end to end: file, ties, chains, versions, sums.
pub(super) fn check_whole(
    connection: &Connection,
    path: &Path,
    doing: Doing,
) -> Result<(), StoreError> {
    none_of(faults_of(connection), path, doing)
}

/// Checks a copy that was made a moment ago, its parts side by side: on leaving the program
/// somebody waits for it.
pub(super) fn check_made(path: &Path) -> Result<(), StoreError> {
    let part = |part: Part| {
        let connection = connect(path, true)?;
        stand_in(&connection, path, MIGRATIONS)?;
        Ok(found_by(part, &connection))
    };
    let died = || StoreError::new(Doing::Copy, Some(path), Cause::System("check".to_owned()));
    let found: Vec<Result<Vec<Fault>, StoreError>> = std::thread::scope(|scope| {
        let parts = OF_A_COPY.map(|of| scope.spawn(move || part(of)));
        parts.into_iter().map(|part| part.join().unwrap_or_else(|_| Err(died()))).collect()
    });
    let found: Vec<Vec<Fault>> = found.into_iter().collect::<Result<_, _>>()?;
    none_of(found.concat(), path, Doing::Copy)
}

/// The first fault as the reason why a file is no sound book.
fn none_of(faults: Vec<Fault>, path: &Path, doing: Doing) -> Result<(), StoreError> {
    let Some(fault) = faults.into_iter().next() else { return Ok(()) };
    let said = [fault.table, fault.key, fault.detail];
    let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
    Err(StoreError::new(doing, Some(path), Cause::Damaged(said.join(" "))))
}
