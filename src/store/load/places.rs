//! Places, points with their calendars, groups, what the bank has published, and plans.

use super::{all, each};
use crate::domain::calendar::Calendar;
use crate::domain::day::{Day, Month};
use crate::domain::ids::PointCode;
use crate::domain::ledger::Ledger;
use crate::domain::place::Point;
use crate::store::kinds::{BANK_GRADE, GROUP, PLACE, POINT, SESSION_CHANGE, TARGET};
use crate::store::rows::master::{
    read_bank_grade, read_group, read_place, read_point, read_session_change, read_target,
};
use rusqlite::Connection;
use rusqlite::types::FromSqlError;
use std::collections::BTreeMap;

/// Reads them into the ledger.
pub(super) fn load(connection: &Connection, ledger: &mut Ledger) -> rusqlite::Result<()> {
    each(connection, &PLACE.select("1", "code"), [], |row| {
        let place = read_place(row)?;
        ledger.places.insert(place.code.clone(), place);
        Ok(())
    })?;
    let mut changes: BTreeMap<PointCode, BTreeMap<Month, Option<Day>>> = BTreeMap::new();
    each(connection, &SESSION_CHANGE.select("1", "point, month"), [], |row| {
        let (point, month, held_on) = read_session_change(row)?;
        changes.entry(point).or_default().insert(month, held_on);
        Ok(())
    })?;
    each(connection, &POINT.select("1", "code"), [], |row| {
        let (code, commune, name, session_day) = read_point(row)?;
        let calendar = Calendar::new(session_day, changes.remove(&code).unwrap_or_default())
            .ok_or_else(|| FromSqlError::OutOfRange(i64::from(session_day)))?;
        ledger.points.insert(code.clone(), Point { code, commune, name, calendar });
        Ok(())
    })?;
    each(connection, &GROUP.select("1", "code"), [], |row| {
        let group = read_group(row)?;
        ledger.members_of.insert(group.code.clone(), Vec::new());
        ledger.groups.insert(group.code.clone(), group);
        Ok(())
    })?;
    let grades = BANK_GRADE.select("1", "month, level, code");
    ledger.bank_grades = all(connection, &grades, [], read_bank_grade)?;
    let targets = TARGET.select("1", "area, indicator, from_day");
    ledger.targets = all(connection, &targets, [], read_target)?;
    Ok(())
}
