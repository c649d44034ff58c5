//! Writing rows: a fact with its journal row, a master row with its first version.

use super::chain::{Hash, START, hash};
use super::kinds::{Kind, VERSION};
use crate::domain::record::Trail;
use crate::domain::stamp::Stamp;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

/// What became of a row that was to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Put {
    /// It is new, and written.
    New,
    /// It stood there already, and says the same.
    Same,
    /// Another row has its id.
    Other,
}

/// A row before it is written.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) kind: &'static Kind,
    /// What it says, in the order of the kind's columns.
    pub(super) cells: Vec<Value>,
    pub(super) reverses: Value,
    pub(super) trail: Trail,
}

impl Draft {
    /// Whether it takes another row back.
    pub(super) fn is_reversal(&self) -> bool {
        self.reverses != Value::Null
    }
}

/// What a master row or one of its fields is from now on.
pub(super) struct Version<'d> {
    pub(super) id: &'d str,
    /// The row: its kind, key and trail.
    pub(super) of: &'d Draft,
    /// The column; none for the whole row.
    pub(super) field: Option<&'d str>,
    pub(super) value: String,
    /// The version that it takes the place of.
    pub(super) based_on: Option<String>,
}

/// Writes within one transaction.
pub(super) struct Writer<'c> {
    pub(super) connection: &'c Connection,
    machine: String,
    who: String,
    now: String,
    seq: i64,
    head: Hash,
}

impl<'c> Writer<'c> {
    /// Continues the machine's chain.
    pub(super) fn new(
        connection: &'c Connection,
        machine: &str,
        who: &str,
        now: Stamp,
    ) -> rusqlite::Result<Writer<'c>> {
        let (seq, head) = connection
            .query_row(
                "SELECT seq, hash FROM journal WHERE machine = ?1 ORDER BY seq DESC LIMIT 1",
                [machine],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?
            .unwrap_or((0, START));
        let (machine, who) = (machine.to_owned(), who.to_owned());
        Ok(Writer { connection, machine, who, now: now.to_string(), seq, head })
    }

    /// Whether a row is there, and says the same.
    pub(super) fn find(&self, draft: &Draft) -> rusqlite::Result<Put> {
        let kind = draft.kind;
        let key = draft.cells.iter().take(kind.key);
        let mut find = self.connection.prepare_cached(&kind.select_by_key())?;
        let known = find.query_row(params_from_iter(key), |row| cells_of(row, kind)).optional()?;
        Ok(match known {
            None => Put::New,
            Some(known) if says_the_same(draft, &known) => Put::Same,
            Some(_) => Put::Other,
        })
    }

    /// Writes a row, unless it is there.
    pub(super) fn put(&mut self, draft: &Draft) -> rusqlite::Result<Put> {
        let found = self.find(draft)?;
        if found == Put::New {
            if draft.kind.fact {
                self.write_fact(draft)?;
            } else {
                let key = key_text(draft.kind, &draft.cells);
                self.write_master(&format!("{}:{key}", draft.kind.word), draft)?;
            }
        }
        Ok(found)
    }

    fn write_fact(&mut self, draft: &Draft) -> rusqlite::Result<()> {
        let trail = &draft.trail;
        let text = |text: &Option<String>| text.clone().map_or(Value::Null, Value::Text);
        let given = |text: &Option<String>, own: &str| {
            Value::Text(text.clone().unwrap_or_else(|| own.to_owned()))
        };
        let mut cells = draft.cells.clone();
        cells.extend([
            draft.reverses.clone(),
            text(&trail.reason),
            text(&trail.collected_by),
            given(&trail.recorded_by, &self.who),
            given(&trail.recorded_at, &self.now),
            text(&trail.machine),
        ]);
        self.seq += 1;
        let hash = hash(&self.head, draft.kind.word, &self.machine, self.seq, &cells);
        let id = draft.cells.first().cloned().unwrap_or(Value::Null);
        cells.extend([Value::Text(self.machine.clone()), Value::Integer(self.seq)]);
        self.connection.prepare_cached(&draft.kind.insert())?.execute(params_from_iter(&cells))?;
        self.connection
            .prepare_cached(
                "INSERT INTO journal (machine, seq, kind, fact, previous, hash) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((&self.machine, self.seq, draft.kind.word, id, self.head, hash))?;
        self.head = hash;
        Ok(())
    }

    /// Writes a master row with its first version, which gets that id.
    pub(super) fn write_master(&mut self, id: &str, draft: &Draft) -> rusqlite::Result<()> {
        self.insert(draft)?;
        let value = version_text(&draft.cells);
        self.write_version(Version { id, of: draft, field: None, value, based_on: None })
    }

    /// The row itself, without its version.
    pub(super) fn insert(&self, draft: &Draft) -> rusqlite::Result<()> {
        let sql = draft.kind.insert();
        self.connection.prepare_cached(&sql)?.execute(params_from_iter(&draft.cells))?;
        Ok(())
    }

    /// Writes what a master row, or one of its fields, is from now on.
    pub(super) fn write_version(&mut self, version: Version<'_>) -> rusqlite::Result<()> {
        let Version { id, of, field, value, based_on } = version;
        let text = |text: Option<String>| text.map_or(Value::Null, Value::Text);
        self.write_fact(&Draft {
            kind: &VERSION,
            cells: vec![
                Value::Text(id.to_owned()),
                Value::Text(of.kind.word.to_owned()),
                Value::Text(key_text(of.kind, &of.cells)),
                text(field.map(str::to_owned)),
                Value::Text(value),
                text(based_on),
            ],
            reverses: Value::Null,
            trail: of.trail.clone(),
        })
    }
}

/// A row's key as one text.
pub(super) fn key_text(kind: &Kind, cells: &[Value]) -> String {
    let part = |cell: &Value| match cell {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        _ => String::new(),
    };
    cells.iter().take(kind.key).map(part).collect::<Vec<_>>().join("|")
}

/// A master row as its version keeps it: a JSON array of its cells.
pub(super) fn version_text(cells: &[Value]) -> String {
    serde_json::Value::Array(cells.iter().map(json).collect()).to_string()
}

/// One field of a master row as its version keeps it.
pub(super) fn field_text(cell: &Value) -> String {
    json(cell).to_string()
}

fn json(cell: &Value) -> serde_json::Value {
    match cell {
        Value::Integer(number) => serde_json::Value::from(*number),
        Value::Text(text) => serde_json::Value::from(text.as_str()),
        _ => serde_json::Value::Null,
    }
}

/// All cells of a row that the hash covers.
pub(super) fn cells_of(row: &Row<'_>, kind: &Kind) -> rusqlite::Result<Vec<Value>> {
    let trail = if kind.fact { super::kinds::TRAIL.len() } else { 0 };
    (0..kind.columns.len() + trail).map(|column| row.get(column)).collect()
}

/// Whether a row that is known says what the new one says. Who typed it, when and where is not
/// part of what it says; why and who collected it is, where the new one gives anything of it.
fn says_the_same(draft: &Draft, known: &[Value]) -> bool {
    let count = draft.kind.columns.len();
    // A file does not say to which sheet a payment belongs.
    let sheet = draft.kind.columns.iter().position(|column| *column == "sheet");
    let same_cells = draft
        .cells
        .iter()
        .zip(known)
        .enumerate()
        .all(|(at, (new, known))| new == known || (sheet == Some(at) && *new == Value::Null));
    if !same_cells || !draft.kind.fact {
        return same_cells;
    }
    let known = |at: usize| known.get(count + at).unwrap_or(&Value::Null);
    let same_text = |new: &Option<String>, known: &Value| {
        new.as_ref().is_none_or(|new| *known == Value::Text(new.clone()))
    };
    draft.reverses == *known(0)
        && same_text(&draft.trail.reason, known(1))
        && same_text(&draft.trail.collected_by, known(2))
}
