//! The shape of the book: numbered migrations that only go forward, a verified copy before each.

use super::backup::Kept;
use super::error::{Doing, StoreError};
use super::lock::beside;
use super::settings::{APPLICATION_ID, number};
use rusqlite::Connection;
use std::path::Path;

/// Every migration, in order; the shape's number is how many were done.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("schema/0001-first.sql"),
    include_str!("schema/0002-versions.sql"),
    include_str!("schema/0003-rulebooks.sql"),
    include_str!("schema/0004-collection-day.sql"),
];

/// The newest shape that this program knows.
pub(super) fn newest(migrations: &[&str]) -> i64 {
    i64::try_from(migrations.len()).unwrap_or(i64::MAX)
}

/// Makes an older book that is open for reading only look as if it had the newest shape, by tables
/// and views of this connection alone: a table that it has not yet is empty, a column that a table
/// has not yet holds its default. What is missing follows from the migrations themselves, which
/// only add. The book is read as it is, and brought to the newest shape when somebody writes in it.
pub(super) fn stand_in(
    connection: &Connection,
    book: &Path,
    migrations: &[&str],
) -> Result<(), StoreError> {
    let failed = |error: rusqlite::Error| StoreError::sql(Doing::Open, Some(book), &error);
    if number(connection, "user_version").map_err(failed)? >= newest(migrations) {
        return Ok(());
    }
    let mut shape = Connection::open_in_memory().map_err(failed)?;
    migrate(&mut shape, None, migrations)?;
    for table in tables(&shape).map_err(failed)? {
        let wanted = columns(&shape, &table).map_err(failed)?;
        let there = columns(connection, &table).map_err(failed)?;
        let names = |columns: &[(String, String)]| -> Vec<String> {
            columns.iter().map(|(name, _)| format!("\"{name}\"")).collect()
        };
        let sql = if there.is_empty() {
            format!("CREATE TEMP TABLE \"{table}\" ({})", names(&wanted).join(", "))
        } else if wanted.iter().all(|(name, _)| there.iter().any(|(known, _)| known == name)) {
            continue;
        } else {
            let cells: Vec<String> = wanted
                .iter()
                .map(|(name, default)| match there.iter().any(|(known, _)| known == name) {
                    true => format!("\"{name}\""),
                    false => format!("{default} AS \"{name}\""),
                })
                .collect();
            let cells = cells.join(", ");
            format!("CREATE TEMP VIEW \"{table}\" AS SELECT {cells} FROM main.\"{table}\"")
        };
        connection.execute_batch(&sql).map_err(failed)?;
    }
    Ok(())
}

/// The columns of a table, each with its default; none where there is no such table.
fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<(String, String)>> {
    let sql = "SELECT name, coalesce(dflt_value, 'NULL') FROM pragma_table_info(?1, 'main') \
               ORDER BY cid";
    super::load::all(connection, sql, [table], |row| Ok((row.get(0)?, row.get(1)?)))
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

/// Makes a verified copy of the book beside itself, which stays until a person throws it away.
fn copy_before(connection: &Connection, book: &Path, version: i64) -> Result<(), StoreError> {
    let before = beside(book, &format!(".before-{version}"));
    if before.exists() {
        // An earlier try was cut off after it.
        std::fs::remove_file(&before).map_err(|e| StoreError::io(Doing::Copy, &before, &e))?;
    }
    super::backup::copy(connection, &before, Kept::Always, None).map(|_| ())
}

/// The names of all tables, SQLite's own left out.
fn tables(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite#_%' \
               ESCAPE '#' ORDER BY name";
    super::load::all(connection, sql, [], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;
    use rusqlite::OpenFlags;

    #[test]
    fn a_migration_leaves_a_verified_copy_of_the_book_before_it_and_is_done_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let book = folder.path().join("book.db");
        let mut connection = Connection::open(&book).expect("a database");
        migrate(&mut connection, Some(&book), &MIGRATIONS[..1]).expect("the first");
        assert!(!beside(&book, ".before-1").exists());
        connection.execute("INSERT INTO meta VALUES ('a', 'kept')", []).expect("a row");
        migrate(&mut connection, Some(&book), &MIGRATIONS[..2]).expect("the second");
        migrate(&mut connection, Some(&book), &MIGRATIONS[..2]).expect("nothing to do");
        assert_eq!(number(&connection, "user_version"), Ok(2));
        let copy = Connection::open(beside(&book, ".before-2")).expect("the copy");
        assert_eq!(number(&copy, "user_version"), Ok(1));
        let kept = copy.query_row("SELECT value FROM meta WHERE key = 'a'", [], |row| row.get(0));
        assert_eq!(kept, Ok("kept".to_owned()));
        assert!(beside(&book, ".before-2.sha256").exists(), "with its sum");
        migrate(&mut connection, Some(&book), &MIGRATIONS[..3]).expect("the third");
        assert!(beside(&book, ".before-3").exists());
    }

    #[test]
    fn a_migration_that_fails_half_way_changes_nothing() {
        let mut connection = Connection::open_in_memory().expect("a database");
        let broken = "CREATE TABLE a (b TEXT) STRICT; CREATE TABLE a (b TEXT) STRICT;";
        assert!(migrate(&mut connection, None, &[broken]).is_err());
        assert_eq!(number(&connection, "user_version"), Ok(0));
        let tables = "SELECT count(*) FROM sqlite_schema";
        assert_eq!(connection.query_row(tables, [], |row| row.get(0)), Ok(0));
    }

    /// A book of an older shape in a file, with what stands in the small one of the tests.
    fn older(path: &Path, migrations: &[&str]) {
        let mut connection = Connection::open(path).expect("a database");
        crate::store::settings::apply(&connection, false).expect("settings");
        migrate(&mut connection, Some(path), migrations).expect("an older shape");
        crate::store::meta::say_once(&connection, "machine", "m1").expect("a machine");
        let place = "INSERT INTO places (code, kind, name, parent, difficult) \
                     VALUES ('960001', 'commune', 'Xã thử', NULL, 0)";
        connection.execute_batch(place).expect("a place");
    }

    #[test]
    fn a_book_of_any_older_shape_is_read_without_being_changed() {
        let folder = tempfile::tempdir().expect("a folder");
        for count in 1..=MIGRATIONS.len() {
            let book = folder.path().join(format!("{count}.db"));
            older(&book, MIGRATIONS.split_at(count).0);
            let before = std::fs::read(&book).expect("the file");
            let store = Store::open(&book, true, "Lan").expect("opened");
            // Whatever is asked of a book is asked of all its tables.
            let batch = store.whole().expect("all rows");
            assert_eq!(batch.places.len(), 1);
            assert!(store.look().counts().expect("counted").rows.values().sum::<usize>() == 1);
            for table in crate::store::kinds::ALL.iter().map(|kind| kind.table) {
                let sql = format!("SELECT count(*) FROM {table}");
                assert!(store.connection.query_row(&sql, [], |_| Ok(())).is_ok(), "{table}");
            }
            drop(store);
            assert_eq!(std::fs::read(&book).expect("the file"), before);
        }
    }

    #[test]
    fn what_a_later_migration_adds_stands_in_as_empty_tables_and_defaults() {
        let folder = tempfile::tempdir().expect("a folder");
        let book = folder.path().join("book.db");
        let first = "CREATE TABLE a (b TEXT) STRICT; INSERT INTO a VALUES ('kept');";
        let later = "ALTER TABLE a ADD COLUMN c TEXT; \
                     ALTER TABLE a ADD COLUMN d INTEGER NOT NULL DEFAULT 7; \
                     CREATE TABLE e (f TEXT PRIMARY KEY, \"from\" TEXT) STRICT;";
        migrate(&mut Connection::open(&book).expect("a database"), Some(&book), &[first])
            .expect("the first");
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let connection = Connection::open_with_flags(&book, flags).expect("opened");
        stand_in(&connection, &book, &[first, later]).expect("stood in");
        let row = connection.query_row("SELECT b, c, d FROM a", [], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?, row.get(2)?))
        });
        assert_eq!(row, Ok(("kept".to_owned(), None, 7)));
        let rows =
            connection
                .query_row("SELECT count(\"from\") FROM e WHERE f IS NULL", [], |row| row.get(0));
        assert_eq!(rows, Ok(0));
        assert_eq!(number(&connection, "user_version"), Ok(1));
    }
}
