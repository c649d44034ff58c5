//! A book's own rulebooks: those that count, and a newer one in an earlier one's place.

use super::error::Doing;
use super::kinds::{Known, RULEBOOK};
use super::load::all;
use super::rows::facts;
use super::writer::{Put, Writer};
use super::{Store, StoreError};
use crate::domain::ids::FactId;
use crate::domain::rulebook::OwnRulebook;
use rusqlite::Connection;

impl Store {
    /// The rulebooks that count, by the day from which they do; where a day is given, those that
    /// had been recorded by its end in UTC.
    pub(crate) fn rulebooks(
        &self,
        known_on: Option<crate::domain::day::Day>,
    ) -> Result<Vec<OwnRulebook>, StoreError> {
        let known = known_on.map_or(Known::Now, Known::On);
        that_count(&self.connection, known).map_err(|error| self.failed(Doing::Load, &error))
    }
}

/// The rulebooks that count, by day.
pub(super) fn that_count(
    connection: &Connection,
    known: Known,
) -> rusqlite::Result<Vec<OwnRulebook>> {
    let found = with_ids(connection, known)?;
    Ok(found.into_iter().map(|(_, rulebook)| rulebook).collect())
}

fn with_ids(connection: &Connection, known: Known) -> rusqlite::Result<Vec<(FactId, OwnRulebook)>> {
    let sql = RULEBOOK.select(&RULEBOOK.live_on(known), "effective_from");
    all(connection, &sql, [], facts::read_rulebook)
}

/// Writes a rulebook, in the place of another from the same day where the book has one.
pub(super) fn put(
    connection: &Connection,
    writer: &mut Writer<'_>,
    rulebook: &OwnRulebook,
) -> rusqlite::Result<Put> {
    let day = rulebook.effective_from();
    let known = with_ids(connection, Known::Now)?;
    let known = known.into_iter().find(|(_, known)| known.effective_from() == day);
    if known.as_ref().is_some_and(|(_, known)| known == rulebook) {
        return Ok(Put::Same);
    }
    let sql = "SELECT count(*) FROM rulebooks WHERE effective_from = ?1";
    let mut number: i64 = connection.query_row(sql, [day.to_string()], |row| row.get(0))?;
    // Every row of a day has a number, those that take back as well.
    let mut next = || {
        number += 1;
        FactId::new(format!("rulebook:{day}:{number}"))
    };
    if let Some((old, text)) = &known {
        writer.put(&facts::rulebook(&next(), text, Some(old)))?;
    }
    writer.put(&facts::rulebook(&next(), rulebook, None))
}
