//! What the book says of itself: its machine, title, home place and the day of a demo.

use rusqlite::{Connection, OptionalExtension};

/// One text.
pub(super) fn text(connection: &Connection, key: &str) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT value FROM meta WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()
}

/// Says something that the book does not say yet; what it says already stays.
pub(super) fn say_once(connection: &Connection, key: &str, value: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute([key, value])?;
    Ok(())
}

/// Says something, whatever the book said before.
pub(super) fn say_anew(connection: &Connection, key: &str, value: &str) -> rusqlite::Result<()> {
    let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2) \
               ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    connection.execute(sql, [key, value]).map(|_| ())
}
