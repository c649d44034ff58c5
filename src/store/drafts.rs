//! What is half typed: kept so that it survives a power cut, dropped when it was saved.

use super::error::Doing;
use super::{Store, StoreError};
use crate::domain::stamp::Stamp;
use rusqlite::{Connection, OptionalExtension};

/// Something half typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRow {
    /// Which form.
    pub kind: String,
    /// What it is about.
    pub key: String,
    /// What was typed, as JSON.
    pub content: String,
    /// When it was kept.
    pub updated: String,
}

impl Store {
    /// Keeps what is half typed.
    pub(crate) fn keep_draft(
        &self,
        kind: &str,
        key: &str,
        content: &str,
        now: Stamp,
    ) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO drafts (kind, key, content, updated) VALUES (?1, ?2, ?3, ?4) \
                 ON CONFLICT (kind, key) \
                 DO UPDATE SET content = excluded.content, updated = excluded.updated",
            )
            .and_then(|mut keep| keep.execute((kind, key, content, now.to_string())))
            .map(|_| ())
            .map_err(|error| self.failed(Doing::Draft, &error))
    }

    /// What was kept.
    pub(crate) fn draft(&self, kind: &str, key: &str) -> Result<Option<String>, StoreError> {
        self.connection
            .prepare_cached("SELECT content FROM drafts WHERE kind = ?1 AND key = ?2")
            .and_then(|mut find| find.query_row([kind, key], |row| row.get(0)).optional())
            .map_err(|error| self.failed(Doing::Draft, &error))
    }

    /// All that is half typed, the latest first.
    pub(crate) fn drafts(&self) -> Result<Vec<DraftRow>, StoreError> {
        let sql = "SELECT kind, key, content, updated FROM drafts ORDER BY updated DESC, kind, key";
        super::load::all(&self.connection, sql, [], |row| {
            Ok(DraftRow {
                kind: row.get(0)?,
                key: row.get(1)?,
                content: row.get(2)?,
                updated: row.get(3)?,
            })
        })
        .map_err(|error| self.failed(Doing::Draft, &error))
    }

    /// Forgets it.
    pub(crate) fn drop_draft(&self, kind: &str, key: &str) -> Result<(), StoreError> {
        forget(&self.connection, kind, key).map_err(|error| self.failed(Doing::Draft, &error))
    }
}

/// Forgets a draft.
pub(super) fn forget(connection: &Connection, kind: &str, key: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM drafts WHERE kind = ?1 AND key = ?2")?
        .execute([kind, key])?;
    Ok(())
}
