//! Members, what they have saved, and who represented their groups.

use super::each;
use crate::domain::ids::{GroupCode, MemberCode};
use crate::domain::ledger::{Ledger, MemberFile};
use crate::domain::loan::Movement;
use crate::domain::record::SavingsKind;
use crate::store::convert::a_word;
use crate::store::kinds::{ATTENDANCE, Known, MEMBER, SAVING};
use crate::store::rows::facts::read_attendance;
use crate::store::rows::master::read_member;
use rusqlite::{Connection, Row};

/// Reads them into the ledger.
pub(super) fn load(connection: &Connection, ledger: &mut Ledger) -> rusqlite::Result<()> {
    each(connection, &MEMBER.select("1", "code"), [], |row| {
        let member = read_member(row)?;
        ledger.members_of.entry(member.group.clone()).or_default().push(member.code.clone());
        let code = member.code.clone();
        let file =
            MemberFile { member, deposits: Vec::new(), withdrawals: Vec::new(), loans: Vec::new() };
        ledger.members.insert(code, file);
        Ok(())
    })
}

/// Reads what they saved, and who came for their groups.
pub(super) fn facts(
    connection: &Connection,
    ledger: &mut Ledger,
    known: Known,
) -> rusqlite::Result<()> {
    // The rows come in the members' order: one walk beside the other, and no search for each row.
    let mut files = ledger.members.values_mut();
    let mut file = files.next();
    each(connection, &savings("1", known), [], |row| {
        let member = row.get_ref(0)?.as_str()?;
        while file.as_ref().is_some_and(|file| file.member.code.as_str() < member) {
            file = files.next();
        }
        match &mut file {
            Some(file) if file.member.code.as_str() == member => take_saving(file, row),
            _ => Ok(()),
        }
    })?;
    let came = ATTENDANCE.select(&ATTENDANCE.live_on(known), "group_code, day, id");
    each(connection, &came, [], |row| {
        let (group, day, by) = read_attendance(row)?;
        ledger.attendance.insert((group, day), by);
        Ok(())
    })
}

/// Reads one member's savings again.
pub(super) fn reload(
    connection: &Connection,
    ledger: &mut Ledger,
    code: &MemberCode,
) -> rusqlite::Result<()> {
    let Some(file) = ledger.members.get_mut(code) else { return Ok(()) };
    file.deposits.clear();
    file.withdrawals.clear();
    let savings = savings("member = ?1", Known::Now);
    each(connection, &savings, [code.as_str()], |row| take_saving(file, row))
}

/// Reads one group's attendance again.
pub(super) fn reload_attendance(
    connection: &Connection,
    ledger: &mut Ledger,
    code: &GroupCode,
) -> rusqlite::Result<()> {
    ledger.attendance.retain(|(group, _), _| group != code);
    let of_group = format!("group_code = ?1 AND {}", ATTENDANCE.live());
    each(connection, &ATTENDANCE.select(&of_group, "day, id"), [code.as_str()], |row| {
        let (group, day, by) = read_attendance(row)?;
        ledger.attendance.insert((group, day), by);
        Ok(())
    })
}

fn savings(which: &str, known: Known) -> String {
    format!(
        "SELECT member, day, kind, amount FROM savings WHERE {which} AND {} \
         ORDER BY member, day, id",
        SAVING.live_on(known)
    )
}

fn take_saving(file: &mut MemberFile, row: &Row<'_>) -> rusqlite::Result<()> {
    let movement = Movement { day: row.get(1)?, amount: row.get(3)? };
    match a_word(row, 2)? {
        SavingsKind::Deposit => file.deposits.push(movement),
        SavingsKind::Withdrawal => file.withdrawals.push(movement),
    }
    Ok(())
}
