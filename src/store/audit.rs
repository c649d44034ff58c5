//! Who recorded what, when and on which machine: every fact and every version of master data, in
//! the order in which they were recorded.

use super::error::Doing;
use super::kinds::{ALL, Kind, VERSION, VISIT_LINE};
use super::{Store, StoreError};
use crate::domain::day::Day;
use crate::domain::ids::FactId;
use crate::domain::money::Dong;
use rusqlite::Row;
use serde::Serialize;

/// One thing that was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AuditRow {
    /// When, UTC.
    pub recorded_at: String,
    /// By whom.
    pub recorded_by: String,
    /// On which machine: the one a file named, else the one whose chain it stands in.
    pub machine: String,
    /// Its number in the book's chain of facts.
    pub seq: i64,
    /// What it is: `payment`, `visit`, … or, of master data, `member`, `loan`, …
    pub kind: String,
    /// Its id.
    pub id: FactId,
    /// Its business day; master data has none.
    pub day: Option<Day>,
    /// What it is about: `loan`, `member`, `group`, `place`, …
    pub of: Option<String>,
    /// The code of what it is about.
    pub code: Option<String>,
    /// What of its kind: `principal`, `deposit`, `freeze`, … or the field that was changed.
    pub what: Option<String>,
    /// Money that it moves or names.
    pub amount: Option<Dong>,
    /// What it takes back.
    pub reverses: Option<FactId>,
    /// Why.
    pub reason: Option<String>,
}

impl Store {
    /// Hands on everything recorded from one day in UTC to another, both included and none where
    /// there is no bound, whose business day is not after `until`, and the master data, by moment,
    /// machine and number; `take` says whether to go on.
    pub(crate) fn audit(
        &self,
        (first, last): (Option<Day>, Option<Day>),
        until: Day,
        take: &mut dyn FnMut(AuditRow) -> bool,
    ) -> Result<(), StoreError> {
        let mut run = || -> rusqlite::Result<()> {
            let mut statement = self.connection.prepare(&question())?;
            let day = |day: Option<Day>| day.map(|day| day.to_string());
            let mut rows = statement.query((until.to_string(), day(first), day(last)))?;
            while let Some(row) = rows.next()? {
                if !take(read(row)?) {
                    break;
                }
            }
            Ok(())
        };
        run().map_err(|error| self.failed(Doing::Find, &error))
    }
}

/// One question over all tables of facts. A visit's lines were recorded with it, as one piece.
fn question() -> String {
    let kinds = ALL.iter().filter(|kind| kind.fact && kind.word != VISIT_LINE.word);
    let parts: Vec<String> = kinds.map(|kind| part(kind)).collect();
    format!("{} ORDER BY recorded_at, machine, seq", parts.join(" UNION ALL "))
}

fn part(kind: &Kind) -> String {
    let first = |names: &[&'static str]| {
        let known = names.iter().find(|name| kind.columns.contains(name)).copied();
        known.unwrap_or("NULL")
    };
    let about =
        first(&["loan", "member", "group_code", "key", "effective_from", "area", "action", "fact"]);
    let of = match about {
        "group_code" => "'group'".to_owned(),
        "area" => "'place'".to_owned(),
        "key" => "entity".to_owned(),
        "effective_from" => "'rulebook'".to_owned(),
        "NULL" => about.to_owned(),
        column => format!("'{column}'"),
    };
    let word = if kind.word == VERSION.word { "entity".into() } else { format!("'{}'", kind.word) };
    let day = first(&["day", "session"]);
    let what = first(&["kind", "presence", "item", "field", "how", "confirmed_by"]);
    let amount = first(&["amount", "outstanding", "promised_amount", "counted"]);
    let until = match day {
        "NULL" => "?1 IS NOT NULL".to_owned(),
        day => format!("{day} <= ?1"),
    };
    format!(
        "SELECT recorded_at, recorded_by, coalesce(origin, machine) AS machine, seq, {word}, id, \
         {day}, {of}, {about}, {what}, {amount}, reverses, reason FROM {} \
         WHERE {until} AND (?2 IS NULL OR date(recorded_at) >= ?2) \
         AND (?3 IS NULL OR date(recorded_at) <= ?3)",
        kind.table
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<AuditRow> {
    let (of, code) = about(row.get(7)?, row.get(8)?);
    Ok(AuditRow {
        recorded_at: row.get(0)?,
        recorded_by: row.get(1)?,
        machine: row.get(2)?,
        seq: row.get(3)?,
        kind: row.get(4)?,
        id: row.get(5)?,
        day: row.get(6)?,
        of,
        code,
        what: row.get(9)?,
        amount: row.get(10)?,
        reverses: row.get(11)?,
        reason: row.get(12)?,
    })
}

/// What a version's key of several parts is about: its first part, or for what the bank has
/// published its last.
fn about(of: Option<String>, code: Option<String>) -> (Option<String>, Option<String>) {
    let (Some(entity), Some(key)) = (&of, &code) else { return (of, code) };
    let first = key.split('|').next().unwrap_or_default().to_owned();
    let mut parts = key.split('|').skip(1).map(ToOwned::to_owned);
    match entity.as_str() {
        "instalment" => (Some("loan".to_owned()), Some(first)),
        "session_change" => (Some("point".to_owned()), Some(first)),
        "target" | "capital" => (Some("place".to_owned()), Some(first)),
        "bank_grade" => match (parts.next(), parts.next()) {
            (Some(level), code) if level == "group" => (Some(level), code),
            (_, code) => (Some("place".to_owned()), code),
        },
        _ => (of, code),
    }
}
