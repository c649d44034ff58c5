//! Master rows that change: the row as it is now, and one version for each field that changed.

use super::kinds::Kind;
use super::writer::{Draft, Put, Version, Writer, cells_of, field_text, key_text, version_text};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

/// What a whole row is from the version on that takes it away.
pub(super) const GONE: &str = "null";

/// A master row as an entry has it.
#[derive(Debug)]
pub(super) struct MasterDraft {
    /// The id of the entry: that of the first version, and the beginning of those of fields.
    pub(super) id: String,
    pub(super) draft: Draft,
    /// Whether the row is known and changes.
    pub(super) amends: bool,
}

impl MasterDraft {
    fn version_of(&self, field: &str) -> String {
        format!("{}-{field}", self.id)
    }

    /// The cells that are no key, each with its column.
    fn fields(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        let kind = self.draft.kind;
        kind.columns.iter().copied().zip(&self.draft.cells).skip(kind.key)
    }
}

impl Writer<'_> {
    /// Whether an entry was written already: by its id, or because the book says the same.
    pub(super) fn standing(&self, entry: &MasterDraft) -> rusqlite::Result<Put> {
        let verdict = self.by_id(entry)?;
        let same = verdict == Put::New && entry.amends && self.says(&entry.draft)?;
        Ok(if same { Put::Same } else { verdict })
    }

    /// Whether the book's row says what a draft says.
    pub(super) fn says(&self, draft: &Draft) -> rusqlite::Result<bool> {
        Ok(self.row(draft)?.is_some_and(|row| row == draft.cells))
    }

    /// Whether an entry made the row, by its id.
    pub(super) fn made(&self, entry: &MasterDraft) -> rusqlite::Result<Put> {
        self.known_version(&entry.id, &entry.draft, None, &version_text(&entry.draft.cells))
    }

    /// Whether versions with an entry's id stand in the book, and say the same. The entry that made
    /// a row changes nothing when it comes again, though the row is known by then.
    pub(super) fn by_id(&self, entry: &MasterDraft) -> rusqlite::Result<Put> {
        let mut verdict = self.made(entry)?;
        if !entry.amends || verdict != Put::New {
            return Ok(verdict);
        }
        for (field, cell) in entry.fields() {
            let id = entry.version_of(field);
            match self.known_version(&id, &entry.draft, Some(field), &field_text(cell))? {
                Put::New => {}
                Put::Same => verdict = Put::Same,
                Put::Other => return Ok(Put::Other),
            }
        }
        Ok(verdict)
    }

    /// Writes a new row, or the fields of a known one that are to change; how many versions it
    /// took.
    pub(super) fn put_master(&mut self, entry: &MasterDraft) -> rusqlite::Result<usize> {
        let draft = &entry.draft;
        let Some(known) = self.row(draft)? else {
            let gone = self.head(draft)?;
            self.insert(draft)?;
            let (id, value) = (entry.id.as_str(), version_text(&draft.cells));
            let version = Version { id, of: draft, field: None, value, based_on: gone };
            return self.write_version(version).map(|()| 1);
        };
        let mut written = 0;
        for (at, (field, cell)) in (draft.kind.key..).zip(entry.fields()) {
            if known.get(at) == Some(cell) {
                continue;
            }
            let based_on = self.latest(draft, field)?;
            self.update(draft, field, cell)?;
            let (id, value) = (entry.version_of(field), field_text(cell));
            let version = Version { id: &id, of: draft, field: Some(field), value, based_on };
            self.write_version(version)?;
            written += 1;
        }
        Ok(written)
    }

    /// Takes a row away; its versions stay.
    pub(super) fn remove_master(&mut self, id: &str, draft: &Draft) -> rusqlite::Result<()> {
        let based_on = self.head(draft)?;
        let Kind { table, key, .. } = draft.kind;
        let sql = format!("DELETE FROM {table} WHERE {}", draft.kind.where_key());
        let keys = draft.cells.iter().take(*key);
        self.connection.prepare_cached(&sql)?.execute(params_from_iter(keys))?;
        let value = GONE.to_owned();
        self.write_version(Version { id, of: draft, field: None, value, based_on })
    }

    /// Whether a version with that id is there, and is of that row and field and says the same.
    fn known_version(
        &self,
        id: &str,
        draft: &Draft,
        field: Option<&str>,
        value: &str,
    ) -> rusqlite::Result<Put> {
        let known = self
            .connection
            .prepare_cached("SELECT entity, key, field, value FROM versions WHERE id = ?1")?
            .query_row([id], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get::<_, String>(3)?))
            })
            .optional()?;
        let same = (
            draft.kind.word.to_owned(),
            key_text(draft.kind, &draft.cells),
            field.map(str::to_owned),
            value.to_owned(),
        );
        Ok(match known {
            None => Put::New,
            Some(known) if known == same => Put::Same,
            Some(_) => Put::Other,
        })
    }

    /// The row as it stands in the book.
    fn row(&self, draft: &Draft) -> rusqlite::Result<Option<Vec<Value>>> {
        let kind = draft.kind;
        let key = draft.cells.iter().take(kind.key);
        let mut find = self.connection.prepare_cached(&kind.select_by_key())?;
        find.query_row(params_from_iter(key), |row| cells_of(row, kind)).optional()
    }

    fn update(&self, draft: &Draft, field: &str, cell: &Value) -> rusqlite::Result<()> {
        let Kind { table, key, .. } = draft.kind;
        let after = key + 1;
        let sql = format!("UPDATE {table} SET {field} = ?{after} WHERE {}", draft.kind.where_key());
        let params = draft.cells.iter().take(*key).chain([cell]);
        self.connection.prepare_cached(&sql)?.execute(params_from_iter(params))?;
        Ok(())
    }

    /// The version of the whole row on which no other one is based.
    fn head(&self, draft: &Draft) -> rusqlite::Result<Option<String>> {
        let sql = "SELECT id FROM versions AS version \
             WHERE entity = ?1 AND key = ?2 AND field IS NULL AND NOT EXISTS \
               (SELECT 1 FROM versions AS next WHERE next.entity = ?1 AND next.key = ?2 \
                AND next.field IS NULL AND next.based_on = version.id)";
        let params = (draft.kind.word, key_text(draft.kind, &draft.cells));
        self.connection.prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()
    }

    /// The version that says what a field is now: that of the row, or the last of those of the
    /// field that follow one another from there.
    fn latest(&self, draft: &Draft, field: &str) -> rusqlite::Result<Option<String>> {
        let sql = "SELECT id FROM versions \
                   WHERE entity = ?1 AND key = ?2 AND field = ?3 AND based_on = ?4";
        let mut find = self.connection.prepare_cached(sql)?;
        let key = key_text(draft.kind, &draft.cells);
        let mut at = self.head(draft)?;
        loop {
            let params = (draft.kind.word, &key, field, &at);
            match find.query_row(params, |row| row.get(0)).optional()? {
                Some(next) => at = Some(next),
                None => return Ok(at),
            }
        }
    }
}
