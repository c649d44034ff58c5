//! The settings with which every book is opened (trust.md, section 2).

use rusqlite::Connection;
use std::time::Duration;

/// Says in the file's head that it is a book of this program: `TKVV`.
pub(super) const APPLICATION_ID: i64 = 0x544B_5656;

/// How long to wait for another connection of the same book.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Settings of every connection.
pub(super) fn apply(connection: &Connection, read_only: bool) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    if !read_only {
        // What the screen has said is saved survives a power cut: WAL, with a sync for each save.
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
    }
    connection.pragma_update(None, "foreign_keys", true)?;
    // A row that replaces another would else delete it without asking the triggers.
    connection.pragma_update(None, "recursive_triggers", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// One whole number that the file's head holds.
pub(super) fn number(connection: &Connection, pragma: &str) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, pragma, |row| row.get(0))
}
