//! Master rows against their versions, both ways: each row is what its versions make of it.

use super::{Fault, FaultKind};
use crate::store::kinds::{ALL, Kind};
use crate::store::load::{all, each};
use crate::store::versions::GONE;
use crate::store::writer::{cells_of, field_text, key_text, version_text};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeMap, BTreeSet};

/// Versions of whole rows on which no other one is based, of a kind.
const HEADS: &str = "SELECT key, id, value FROM versions AS version \
     WHERE entity = ?1 AND field IS NULL AND NOT EXISTS \
       (SELECT 1 FROM versions AS next WHERE next.entity = ?1 AND next.key = version.key \
        AND next.field IS NULL AND next.based_on = version.id)";

/// Checks all master rows.
pub(in crate::store) fn versions(connection: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let mut faults = tangled(connection)?;
    for kind in ALL.iter().filter(|kind| !kind.fact) {
        let said = Said::of(connection, kind)?;
        let mut keys = BTreeSet::new();
        each(connection, &kind.select("1", "1"), [], |row| {
            let cells = cells_of(row, kind)?;
            let key = key_text(kind, &cells);
            let differs = said.differs(&key, &cells)?;
            faults.extend(differs.map(|detail| {
                Fault::new(FaultKind::VersionDiffers, kind.table, key.clone(), detail)
            }));
            keys.insert(key);
            Ok(())
        })?;
        each(connection, HEADS, [kind.word], |row| {
            let (key, value): (String, String) = (row.get(0)?, row.get(2)?);
            if value != GONE && !keys.contains(&key) {
                faults.push(Fault::new(FaultKind::Missing, kind.table, key, ""));
            }
            Ok(())
        })?;
    }
    Ok(faults)
}

/// Master rows that are not there although their versions say that they are, as those say.
pub(in crate::store) fn rebuilt(
    connection: &Connection,
) -> rusqlite::Result<Vec<(&'static Kind, Vec<Value>)>> {
    let mut rows = Vec::new();
    for kind in ALL.iter().copied().filter(|kind| !kind.fact) {
        let said = Said::of(connection, kind)?;
        let there = all(connection, &kind.select("1", "1"), [], |row| cells_of(row, kind))?;
        let there: BTreeSet<String> = there.iter().map(|cells| key_text(kind, cells)).collect();
        each(connection, HEADS, [kind.word], |row| {
            let (key, id, whole): (String, String, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            if !there.contains(&key) && whole != GONE {
                rows.extend(said.row(&id, &whole).map(|cells| (kind, cells)));
            }
            Ok(())
        })?;
    }
    Ok(rows)
}

/// A cell as a version keeps it; none where no cell says that.
fn cell_of(value: &serde_json::Value) -> Option<Value> {
    match value {
        serde_json::Value::Null => Some(Value::Null),
        serde_json::Value::String(text) => Some(Value::Text(text.clone())),
        serde_json::Value::Number(number) => number.as_i64().map(Value::Integer),
        _ => None,
    }
}

/// What the versions of one kind say.
struct Said<'c> {
    connection: &'c Connection,
    kind: &'static Kind,
    /// Versions of fields, by the one that each is based on and the field: value and own id.
    fields: BTreeMap<(String, String), (String, String)>,
}

impl<'c> Said<'c> {
    fn of(connection: &'c Connection, kind: &'static Kind) -> rusqlite::Result<Said<'c>> {
        let mut said = Said { connection, kind, fields: BTreeMap::new() };
        let fields = "SELECT based_on, field, value, id FROM versions \
                      WHERE entity = ?1 AND field IS NOT NULL AND based_on IS NOT NULL";
        each(connection, fields, [kind.word], |row| {
            said.fields.insert((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?));
            Ok(())
        })?;
        Ok(said)
    }

    /// What the versions say of a row where that is not what the row says.
    fn differs(&self, key: &str, cells: &[Value]) -> rusqlite::Result<Option<String>> {
        let head = self
            .connection
            .prepare_cached(&format!("{HEADS} AND key = ?2"))?
            .query_row([self.kind.word, key], |row| {
                Ok((row.get::<_, String>(1)?, row.get::<_, String>(2)?))
            })
            .optional()?;
        let Some((id, whole)) = head else { return Ok(Some(String::new())) };
        if self.fields.is_empty() {
            let same = whole == version_text(cells);
            return Ok((!same).then_some(whole));
        }
        let values = match serde_json::from_str(&whole) {
            Ok(serde_json::Value::Array(values)) if values.len() == cells.len() => values,
            _ => return Ok(Some(whole)),
        };
        let said = values.iter().zip(self.kind.columns).map(|(value, field)| {
            (field, self.latest(&id, field).unwrap_or_else(|| value.to_string()))
        });
        let differing: Vec<String> = said
            .zip(cells)
            .filter(|((_, value), cell)| *value != field_text(cell))
            .map(|((field, value), _)| format!("{field}: {value}"))
            .collect();
        Ok((!differing.is_empty()).then(|| differing.join(", ")))
    }

    /// The row that a version of it and what follows make; none where they make no sense.
    fn row(&self, id: &str, whole: &str) -> Option<Vec<Value>> {
        let values: Vec<serde_json::Value> = serde_json::from_str(whole).ok()?;
        let cells = values.iter().zip(self.kind.columns).map(|(value, field)| {
            match self.latest(id, field) {
                Some(later) => cell_of(&serde_json::from_str(&later).ok()?),
                None => cell_of(value),
            }
        });
        let cells: Vec<Value> = cells.collect::<Option<_>>()?;
        (cells.len() == self.kind.columns.len()).then_some(cells)
    }

    /// The last of a field's versions that follow one another from a version of the row.
    fn latest(&self, from: &str, field: &str) -> Option<String> {
        let mut at = (from.to_owned(), field.to_owned());
        let mut latest = None;
        // As many steps as there are versions: one that is based on itself ends all the same.
        for _ in 0..self.fields.len() {
            let Some((value, id)) = self.fields.get(&at) else { break };
            latest = Some(value.clone());
            at.0 = id.clone();
        }
        latest
    }
}

/// Versions that are based on none of their own row, and those of which two are based on one.
fn tangled(connection: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let loose = "SELECT id, based_on FROM versions AS version \
         WHERE (based_on IS NULL AND field IS NOT NULL) OR (based_on IS NOT NULL AND NOT EXISTS \
           (SELECT 1 FROM versions AS base WHERE base.id = version.based_on \
            AND base.entity = version.entity AND base.key = version.key \
            AND (base.field IS NULL OR base.field IS version.field)))";
    let twice = "SELECT max(id), based_on FROM versions \
         GROUP BY entity, key, field, based_on HAVING count(*) > 1";
    let mut faults = Vec::new();
    for sql in [loose, twice] {
        faults.extend(all(connection, sql, [], |row| {
            let (id, based_on): (String, Option<String>) = (row.get(0)?, row.get(1)?);
            let detail = based_on.unwrap_or_default();
            Ok(Fault::new(FaultKind::VersionDiffers, "versions", id, detail))
        })?);
    }
    Ok(faults)
}
