//! One new chain over all facts that were saved, in the order in which they were recorded.

use super::mend::Stale;
use crate::domain::record::Trail;
use crate::domain::stamp::Stamp;
use crate::store::chain::{START, hash};
use crate::store::kinds::{ALL, Kind};
use crate::store::load::{all, each};
use crate::store::open::new_id;
use crate::store::writer::{Draft, Version, Writer, cells_of, key_text, version_text};
use rusqlite::Connection;
use rusqlite::types::Value;

/// Takes away the triggers that keep facts as they are, and gives what makes them again.
pub(super) fn triggers_off(new: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
    let triggers: Vec<(String, String)> = all(new, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (name, _) in &triggers {
        new.execute_batch(&format!("DROP TRIGGER \"{name}\""))?;
    }
    Ok(triggers.into_iter().map(|(_, made)| made).collect())
}

/// Links the facts anew in the chain of this machine. Which machine recorded a fact stays with it,
/// as it does in an export.
pub(super) fn relink(new: &Connection, machine: &str) -> rusqlite::Result<()> {
    let kinds = || ALL.iter().copied().filter(|kind| kind.fact);
    let links: Vec<String> = kinds()
        .map(|kind| format!("SELECT machine, seq, '{}', rowid FROM {}", kind.word, kind.table))
        .collect();
    let links = links.join(" UNION ALL ");
    new.execute_batch(&format!(
        "CREATE TEMP TABLE links (machine TEXT, seq INTEGER, word TEXT, row INTEGER); \
         INSERT INTO links {links}"
    ))?;
    for kind in kinds() {
        let table = kind.table;
        new.execute_batch(&format!("UPDATE {table} SET origin = coalesce(origin, machine)"))?;
    }
    let (mut seq, mut head) = (0, START);
    each(new, "SELECT word, row FROM links ORDER BY machine, seq, word, row", [], |row| {
        let (word, rowid): (String, i64) = (row.get(0)?, row.get(1)?);
        let Some(kind) = Kind::of_word(&word) else { return Ok(()) };
        let (covered, table) = (kind.covered(), kind.table);
        let cells: Vec<Value> = new
            .prepare_cached(&format!("SELECT {covered} FROM {table} WHERE rowid = ?1"))?
            .query_row([rowid], |row| cells_of(row, kind))?;
        seq += 1;
        let next = hash(&head, kind.word, machine, seq, &cells);
        new.prepare_cached(&format!("UPDATE {table} SET machine = ?1, seq = ?2 WHERE rowid = ?3"))?
            .execute((machine, seq, rowid))?;
        new.prepare_cached(
            "INSERT INTO journal (machine, seq, kind, fact, previous, hash) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((machine, seq, kind.word, cells.first(), head, next))?;
        head = next;
        Ok(())
    })?;
    new.execute_batch("DROP TABLE temp.links")
}

/// Writes the first version of those master rows again whose versions are lost; how many.
pub(super) fn renew(writer: &mut Writer<'_>, stale: &Stale, now: Stamp) -> rusqlite::Result<usize> {
    let mut renewed = 0;
    for kind in ALL.iter().copied().filter(|kind| !kind.fact) {
        let rows = all(writer.connection, &kind.select("1", "1"), [], |row| cells_of(row, kind))?;
        for cells in rows {
            let key = key_text(kind, &cells);
            if stale.contains(&(kind.word, key)) {
                let value = version_text(&cells);
                let trail = Trail::default();
                let of = Draft { kind, cells, reverses: Value::Null, trail };
                let id = new_id(now);
                let version = Version { id: &id, of: &of, field: None, value, based_on: None };
                writer.write_version(version)?;
                renewed += 1;
            }
        }
    }
    Ok(renewed)
}
