//! The whole book as rows, in the order of their codes and ids: what an export writes.

use super::error::{Doing, StoreError};
use super::kinds::{
    ATTENDANCE, BANK_GRADE, CAPITAL, CHANGE, CHECK, GROUP, INSTALMENT, Kind, LOAN, MEMBER, OPENING,
    PAYMENT, PLACE, POINT, SAVING, SESSION_CHANGE, TARGET, TRANCHE,
};
use super::load::{all, visit_records};
use super::rows::{facts, master};
use super::{Store, meta};
use crate::domain::day::Day;
use crate::domain::ids::PlaceCode;
use crate::domain::record::{Batch, Trail};
use rusqlite::{Connection, Row};

impl Store {
    /// The whole book. Payments and savings that were taken back stand in it beside what takes
    /// them back; of the other facts, whose records can't say so, those that count.
    pub(crate) fn whole(&self) -> Result<Batch, StoreError> {
        batch(&self.connection, &self.machine).map_err(|error| self.failed(Doing::Load, &error))
    }
}

fn batch(connection: &Connection, machine: &str) -> rusqlite::Result<Batch> {
    // A fact that no file named a machine for was recorded on this one.
    let at_home = |trail: &mut Trail| {
        trail.machine.get_or_insert_with(|| machine.to_owned());
    };
    let mut batch = Batch {
        title: meta::text(connection, "title")?,
        home: meta::text(connection, "place")?.map(PlaceCode::new),
        as_of: meta::text(connection, "as_of")?.as_deref().and_then(Day::parse_iso),
        places: every(connection, &PLACE, master::read_place)?,
        points: every(connection, &POINT, master::read_point)?,
        session_changes: every(connection, &SESSION_CHANGE, master::read_session_change)?,
        groups: every(connection, &GROUP, master::read_group)?,
        members: every(connection, &MEMBER, master::read_member)?,
        loans: every(connection, &LOAN, master::read_loan)?,
        openings: those_that_count(connection, &OPENING, facts::read_opening)?,
        tranches: those_that_count(connection, &TRANCHE, facts::read_tranche_record)?,
        instalments: every(connection, &INSTALMENT, master::read_instalment)?,
        payments: every(connection, &PAYMENT, |row| Ok(facts::read_payment(row)?.0))?,
        savings: every(connection, &SAVING, |row| Ok(facts::read_saving(row)?.0))?,
        changes: those_that_count(connection, &CHANGE, facts::read_change)?,
        attendance: those_that_count(connection, &ATTENDANCE, facts::read_attendance)?,
        visits: visit_records(connection)?,
        checks: those_that_count(connection, &CHECK, facts::read_check)?,
        bank_grades: every(connection, &BANK_GRADE, master::read_bank_grade)?,
        targets: every(connection, &TARGET, master::read_target)?,
        capital: every(connection, &CAPITAL, master::read_capital)?,
    };
    batch.payments.iter_mut().for_each(|payment| at_home(&mut payment.trail));
    batch.savings.iter_mut().for_each(|saving| at_home(&mut saving.trail));
    Ok(batch)
}

fn every<T>(
    connection: &Connection,
    kind: &Kind,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    all(connection, &kind.select("1", &kind.key_columns().join(", ")), [], read)
}

fn those_that_count<T>(
    connection: &Connection,
    kind: &Kind,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    all(connection, &kind.select(&kind.live(), "id"), [], read)
}
