//! Visits with their lines, and the days of group checks.

use super::{all, each};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode};
use crate::domain::ledger::{Ledger, VisitRecord};
use crate::store::kinds::{CHECK, Known, VISIT, VISIT_LINE};
use crate::store::rows::facts::{read_visit, read_visit_line};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Every visit that counts, with its lines.
fn records(
    connection: &Connection,
    known: Known,
) -> rusqlite::Result<BTreeMap<FactId, VisitRecord>> {
    let mut records = BTreeMap::new();
    each(connection, &VISIT.select(&VISIT.live_on(known), "id"), [], |row| {
        let visit = read_visit(row)?;
        records.insert(visit.id.clone(), VisitRecord { visit, lines: Vec::new() });
        Ok(())
    })?;
    each(connection, &VISIT_LINE.select("1", "visit, no"), [], |row| {
        let (visit, line) = read_visit_line(row)?;
        if let Some(record) = records.get_mut(&visit) {
            record.lines.push(line);
        }
        Ok(())
    })?;
    Ok(records)
}

/// Reads them into the ledger.
pub(super) fn load(
    connection: &Connection,
    ledger: &mut Ledger,
    known: Known,
) -> rusqlite::Result<()> {
    ledger.visits = records(connection, known)?;
    let checks = format!(
        "SELECT DISTINCT group_code, day FROM checks WHERE {} ORDER BY group_code, day",
        CHECK.live_on(known)
    );
    each(connection, &checks, [], |row| {
        let (group, day): (GroupCode, Day) = (row.get(0)?, row.get(1)?);
        ledger.checks.entry(group).or_default().push(day);
        Ok(())
    })
}

/// Reads one visit again.
pub(super) fn reload(
    connection: &Connection,
    ledger: &mut Ledger,
    id: &FactId,
) -> rusqlite::Result<()> {
    let live = format!("id = ?1 AND {}", VISIT.live());
    let found = all(connection, &VISIT.select(&live, "id"), [id.as_str()], read_visit)?;
    let Some(visit) = found.into_iter().next() else {
        ledger.visits.remove(id);
        return Ok(());
    };
    let lines = VISIT_LINE.select("visit = ?1", "no");
    let lines = all(connection, &lines, [id.as_str()], |row| Ok(read_visit_line(row)?.1))?;
    ledger.visits.insert(id.clone(), VisitRecord { visit, lines });
    Ok(())
}
