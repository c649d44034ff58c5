//! The shape of the book: numbered migrations that only go forward, a verified copy before each.

use super::error::{Cause, Doing, StoreError};
use super::lock::beside;
use super::settings::{APPLICATION_ID, number};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// Every migration, in order; the shape's number is how many were done.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("schema/0001-first.sql"),
    include_str!("schema/0002-versions.sql"),
    include_str!("schema/0003-rulebooks.sql"),
];

/// The newest shape that this program knows.
pub(super) fn newest(migrations: &[&str]) -> i64 {
    i64::try_from(migrations.len()).unwrap_or(i64::MAX)
}

/// Puts empty tables of this connection alone where an older book, open for reading only, has none
/// yet: it is read as it is, and brought to the newest shape when somebody writes in it.
pub(super) fn stand_in(connection: &Connection, book: &Path) -> Result<(), StoreError> {
    let failed = |error: rusqlite::Error| StoreError::sql(Doing::Open, Some(book), &error);
    let table = super::kinds::RULEBOOK.table;
    let there = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1";
    let count: i64 = connection.query_row(there, [table], |row| row.get(0)).map_err(failed)?;
    if count > 0 {
        return Ok(());
    }
    let mut columns = super::kinds::RULEBOOK.columns.to_vec();
    columns.extend(super::kinds::TRAIL);
    columns.extend(["machine", "seq"]);
    let sql = format!("CREATE TEMP TABLE {table} ({})", columns.join(", "));
    connection.execute_batch(&sql).map_err(failed)
}

/// Brings a book to the newest shape. `book` is where it lies, none in memory.
pub(super) fn migrate(
    connection: &mut Connection,
    book: Option<&Path>,
    migrations: &[&str],
) -> Result<(), StoreError> {
    let failed = |error: rusqlite::Error| StoreError::sql(Doing::Migrate, book, &error);
    let found = number(connection, "user_version").map_err(failed)?;
    for (version, migration) in (1_i64..).zip(migrations) {
        if version <= found {
            continue;
        }
        if let (Some(book), true) = (book, found > 0) {
            copy_before(connection, book, version)?;
        }
        let transaction = connection
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(failed)?;
        transaction.execute_batch(migration).map_err(failed)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(failed)?;
        transaction.pragma_update(None, "user_version", version).map_err(failed)?;
        transaction.commit().map_err(failed)?;
    }
    Ok(())
}

/// Copies the book beside itself and believes the copy only after it was opened and compared.
fn copy_before(connection: &Connection, book: &Path, version: i64) -> Result<(), StoreError> {
    let copy = beside(book, &format!(".before-{version}"));
    if copy.exists() {
        // An earlier try was cut off after it; a copy is only as good as its check.
        std::fs::remove_file(&copy).map_err(|e| StoreError::io(Doing::Copy, &copy, &e))?;
    }
    let failed = |error: rusqlite::Error| StoreError::sql(Doing::Copy, Some(&copy), &error);
    let target = copy.to_string_lossy();
    connection.execute("VACUUM INTO ?1", [target.as_ref()]).map_err(failed)?;
    let opened =
        Connection::open_with_flags(&copy, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(failed)?;
    let sound: String =
        opened.pragma_query_value(None, "quick_check", |row| row.get(0)).map_err(failed)?;
    let same = count_rows(connection).map_err(failed)? == count_rows(&opened).map_err(failed)?;
    if sound == "ok" && same {
        return Ok(());
    }
    Err(StoreError::new(Doing::Copy, Some(&copy), Cause::Damaged(sound)))
}

/// Every table with the number of its rows.
fn count_rows(connection: &Connection) -> rusqlite::Result<Vec<(String, i64)>> {
    let tables: Vec<String> = super::load::all(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
        [],
        |row| row.get(0),
    )?;
    let count = |table: String| {
        let sql = format!("SELECT count(*) FROM \"{table}\"");
        connection.query_row(&sql, [], |row| Ok((table.clone(), row.get(0)?)))
    };
    tables.into_iter().map(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_migration_leaves_a_copy_of_the_book_before_it_and_is_done_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let book = folder.path().join("book.db");
        let mut connection = Connection::open(&book).expect("a database");
        let first = "CREATE TABLE a (b TEXT) STRICT; INSERT INTO a VALUES ('kept');";
        let second = "ALTER TABLE a ADD COLUMN c TEXT;";
        migrate(&mut connection, Some(&book), &[first]).expect("the first");
        assert!(!beside(&book, ".before-1").exists());
        migrate(&mut connection, Some(&book), &[first, second]).expect("the second");
        migrate(&mut connection, Some(&book), &[first, second]).expect("nothing to do");
        assert_eq!(number(&connection, "user_version"), Ok(2));
        let copy = Connection::open(beside(&book, ".before-2")).expect("the copy");
        assert_eq!(number(&copy, "user_version"), Ok(1));
        assert_eq!(copy.query_row("SELECT b FROM a", [], |row| row.get(0)), Ok("kept".to_owned()));
    }

    #[test]
    fn a_migration_that_fails_half_way_changes_nothing() {
        let mut connection = Connection::open_in_memory().expect("a database");
        let broken = "CREATE TABLE a (b TEXT) STRICT; CREATE TABLE a (b TEXT) STRICT;";
        assert!(migrate(&mut connection, None, &[broken]).is_err());
        assert_eq!(number(&connection, "user_version"), Ok(0));
        assert_eq!(count_rows(&connection), Ok(vec![]));
    }
}
