//! The whole book as rows, in the order of their codes and ids: what an export writes.

use super::error::{Doing, StoreError};
use super::kinds::{
    ACTION, ATTENDANCE, BANK_GRADE, CAPITAL, CASH, CHANGE, CHECK, CONFIRMATION, CONTACT, GROUP,
    INSTALMENT, Kind, Known, LOAN, MEETING, MEMBER, OPENING, PAYMENT, PLACE, POINT, SAVING,
    SESSION_CHANGE, STEP, TARGET, TRANCHE, VISIT, VISIT_LINE,
};
use super::load::{all, each};
use super::rows::{collection, facts, master};
use super::{Store, meta, rulebooks};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, PlaceCode};
use crate::domain::ledger::VisitRecord;
use crate::domain::record::{Batch, Confirmation, Recorded};
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;

impl Store {
    /// The whole book. What was taken back stands in it beside what takes it back; of openings and
    /// attendance, which a file has without an id, those that count.
    pub(crate) fn whole(&self) -> Result<Batch, StoreError> {
        batch(&self.connection).map_err(|error| self.failed(Doing::Load, &error))
    }
}

fn batch(connection: &Connection) -> rusqlite::Result<Batch> {
    Ok(Batch {
        title: meta::text(connection, "title")?,
        home: meta::text(connection, "place")?.map(PlaceCode::new),
        as_of: meta::text(connection, "as_of")?.as_deref().and_then(Day::parse_iso),
        places: every(connection, &PLACE, master::read_place)?,
        points: every(connection, &POINT, master::read_point)?,
        session_changes: every(connection, &SESSION_CHANGE, master::read_session_change)?,
        groups: every(connection, &GROUP, master::read_group)?,
        members: every(connection, &MEMBER, master::read_member)?,
        loans: every(connection, &LOAN, master::read_loan)?,
        openings: those_that_count(connection, &OPENING, "loan", facts::read_opening)?,
        tranches: every_fact(connection, &TRANCHE, facts::read_tranche_record)?,
        instalments: every(connection, &INSTALMENT, master::read_instalment)?,
        payments: every(connection, &PAYMENT, |row| Ok(facts::read_payment(row)?.0))?,
        savings: every(connection, &SAVING, |row| Ok(facts::read_saving(row)?.0))?,
        changes: every_fact(connection, &CHANGE, facts::read_change)?,
        attendance: those_that_count(
            connection,
            &ATTENDANCE,
            "group_code, day",
            facts::read_attendance,
        )?,
        visits: visits(connection)?,
        checks: every_fact(connection, &CHECK, facts::read_check)?,
        contacts: every_fact(connection, &CONTACT, collection::read_contact)?,
        cash: every_fact(connection, &CASH, collection::read_cash)?,
        meetings: every_fact(connection, &MEETING, collection::read_meeting)?,
        actions: every_fact(connection, &ACTION, collection::read_action)?,
        steps: every_fact(connection, &STEP, collection::read_step)?,
        confirmations: confirmations(connection)?,
        bank_grades: every(connection, &BANK_GRADE, master::read_bank_grade)?,
        targets: every(connection, &TARGET, master::read_target)?,
        capital: every(connection, &CAPITAL, master::read_capital)?,
        rulebooks: rulebooks::that_count(connection, Known::Now)?,
    })
}

fn every<T>(
    connection: &Connection,
    kind: &Kind,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    all(connection, &kind.select_with_machine("1", &kind.key_columns().join(", ")), [], read)
}

fn every_fact<T>(
    connection: &Connection,
    kind: &'static Kind,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<Recorded<T>>> {
    every(connection, kind, facts::read_recorded(kind, read))
}

/// Those that a file has without an id, in the order of what tells them apart there.
fn those_that_count<T>(
    connection: &Connection,
    kind: &'static Kind,
    order: &str,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<Recorded<T>>> {
    all(
        connection,
        &kind.select_with_machine(&kind.live(), order),
        [],
        facts::read_recorded(kind, read),
    )
}

/// The confirmations of facts that have their ids in a file: neither sheets nor what stands there
/// without an id.
fn confirmations(connection: &Connection) -> rusqlite::Result<Vec<Recorded<Confirmation>>> {
    let within: Vec<String> = [
        &TRANCHE, &PAYMENT, &SAVING, &CHANGE, &VISIT, &CHECK, &CONTACT, &CASH, &MEETING, &ACTION,
        &STEP,
    ]
    .iter()
    .map(|kind| format!("fact IN (SELECT id FROM {})", kind.table))
    .collect();
    let read = facts::read_recorded(&CONFIRMATION, collection::read_confirmation);
    all(connection, &CONFIRMATION.select_with_machine(&within.join(" OR "), "id"), [], read)
}

/// Every visit with its lines, by id.
fn visits(connection: &Connection) -> rusqlite::Result<Vec<Recorded<VisitRecord>>> {
    let heads = every_fact(connection, &VISIT, facts::read_visit)?;
    let record = |visit| VisitRecord { visit, lines: Vec::new() };
    let mut visits: BTreeMap<FactId, Recorded<VisitRecord>> =
        heads.into_iter().map(|row| (row.id.clone(), row.map(record))).collect();
    each(connection, &VISIT_LINE.select_with_machine("1", "visit, no"), [], |row| {
        let (visit, line) = facts::read_visit_line(row)?;
        if let Some(row) = visits.get_mut(&visit) {
            row.fact.lines.push(line);
        }
        Ok(())
    })?;
    Ok(visits.into_values().collect())
}
