//! Reading again the master rows that a command has made or changed.

use super::{all, loans};
use crate::domain::calendar::Calendar;
use crate::domain::day::{Day, Month};
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, PlaceCode, PointCode};
use crate::domain::ledger::{Ledger, MemberFile};
use crate::domain::place::Point;
use crate::store::kinds::{CHECK, GROUP, MEMBER, PLACE, POINT, SESSION_CHANGE};
use crate::store::meta;
use crate::store::rows::master::{
    read_group, read_member, read_place, read_point, read_session_change,
};
use rusqlite::Connection;
use rusqlite::types::FromSqlError;
use std::collections::BTreeMap;

pub(super) fn place(
    connection: &Connection,
    ledger: &mut Ledger,
    code: &PlaceCode,
) -> rusqlite::Result<()> {
    for place in all(connection, &PLACE.select("code = ?1", "1"), [code.as_str()], read_place)? {
        ledger.places.insert(place.code.clone(), place);
    }
    ledger.home = meta::text(connection, "place")?.map(PlaceCode::new);
    Ok(())
}

/// A point with its calendar.
pub(super) fn point(
    connection: &Connection,
    ledger: &mut Ledger,
    code: &PointCode,
) -> rusqlite::Result<()> {
    let sql = SESSION_CHANGE.select("point = ?1", "month");
    let changes = all(connection, &sql, [code.as_str()], read_session_change)?;
    let changes: BTreeMap<Month, Option<Day>> =
        changes.into_iter().map(|(_, month, held_on)| (month, held_on)).collect();
    let found = all(connection, &POINT.select("code = ?1", "1"), [code.as_str()], read_point)?;
    for (code, commune, name, session_day) in found {
        let calendar = Calendar::new(session_day, changes.clone())
            .ok_or_else(|| FromSqlError::OutOfRange(i64::from(session_day)))?;
        ledger.points.insert(code.clone(), Point { code, commune, name, calendar });
    }
    Ok(())
}

pub(super) fn group(
    connection: &Connection,
    ledger: &mut Ledger,
    code: &GroupCode,
) -> rusqlite::Result<()> {
    for group in all(connection, &GROUP.select("code = ?1", "1"), [code.as_str()], read_group)? {
        ledger.members_of.entry(group.code.clone()).or_default();
        ledger.groups.insert(group.code.clone(), group);
    }
    Ok(())
}

/// A member, whose group may be another one now; savings and loans stay as they were read.
pub(super) fn member(
    connection: &Connection,
    ledger: &mut Ledger,
    code: &MemberCode,
) -> rusqlite::Result<()> {
    let sql = MEMBER.select("code = ?1", "1");
    for member in all(connection, &sql, [code.as_str()], read_member)? {
        let before = ledger.members.remove(code);
        if let Some(before) = &before
            && let Some(codes) = ledger.members_of.get_mut(&before.member.group)
        {
            codes.retain(|other| other != code);
        }
        let codes = ledger.members_of.entry(member.group.clone()).or_default();
        put_in_order(codes, code);
        let file = match before {
            Some(before) => MemberFile { member, ..before },
            None => MemberFile { member, deposits: vec![], withdrawals: vec![], loans: vec![] },
        };
        ledger.members.insert(code.clone(), file);
    }
    Ok(())
}

/// A loan with all its facts, under its member.
pub(super) fn loan(
    connection: &Connection,
    ledger: &mut Ledger,
    code: &LoanCode,
) -> rusqlite::Result<()> {
    let before = ledger.loans.get(code).map(|file| file.loan.member.clone());
    if let Some(file) = before.and_then(|member| ledger.members.get_mut(&member)) {
        file.loans.retain(|other| other != code);
    }
    loans::reload(connection, ledger, code)?;
    let now = ledger.loans.get(code).map(|file| file.loan.member.clone());
    if let Some(file) = now.and_then(|member| ledger.members.get_mut(&member)) {
        put_in_order(&mut file.loans, code);
    }
    Ok(())
}

/// The days on which a group was checked.
pub(super) fn checks(
    connection: &Connection,
    ledger: &mut Ledger,
    code: &GroupCode,
) -> rusqlite::Result<()> {
    let sql = format!(
        "SELECT DISTINCT day FROM checks WHERE group_code = ?1 AND {} ORDER BY day",
        CHECK.live()
    );
    let days: Vec<Day> = all(connection, &sql, [code.as_str()], |row| row.get(0))?;
    if days.is_empty() {
        ledger.checks.remove(code);
    } else {
        ledger.checks.insert(code.clone(), days);
    }
    Ok(())
}

fn put_in_order<T: Ord + Clone>(codes: &mut Vec<T>, code: &T) {
    if let Err(at) = codes.binary_search(code) {
        codes.insert(at, code.clone());
    }
}
