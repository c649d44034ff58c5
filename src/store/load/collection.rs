//! Cash counted, meetings, and what they want done.

use super::{Touched, all, each};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode};
use crate::domain::ledger::Ledger;
use crate::domain::meeting::ActionFile;
use crate::store::kinds::{ACTION, CASH, Known, MEETING, STEP};
use crate::store::rows::collection::{read_action, read_cash, read_meeting, read_step};
use rusqlite::Connection;

/// Reads them into the ledger.
pub(super) fn load(
    connection: &Connection,
    ledger: &mut Ledger,
    known: Known,
) -> rusqlite::Result<()> {
    // The last count of a session is the one that holds.
    each(connection, &CASH.select(&CASH.live_on(known), "id"), [], |row| {
        let count = read_cash(row)?;
        ledger.cash.insert((count.group.clone(), count.session), count);
        Ok(())
    })?;
    each(connection, &MEETING.select(&MEETING.live_on(known), "id"), [], |row| {
        let meeting = read_meeting(row)?;
        ledger.meetings.insert(meeting.id.clone(), meeting);
        Ok(())
    })?;
    each(connection, &ACTION.select(&ACTION.live_on(known), "id"), [], |row| {
        let item = read_action(row)?;
        ledger.actions.insert(item.id.clone(), ActionFile { item, steps: Vec::new() });
        Ok(())
    })?;
    each(connection, &STEP.select(&STEP.live_on(known), "action, day, id"), [], |row| {
        let step = read_step(row)?;
        if let Some(file) = ledger.actions.get_mut(&step.action) {
            file.steps.push(step);
        }
        Ok(())
    })
}

/// Reads again what a command touched of them.
pub(super) fn again(
    connection: &Connection,
    ledger: &mut Ledger,
    touched: &Touched,
) -> rusqlite::Result<()> {
    for (group, session) in &touched.cash {
        cash(connection, ledger, group, *session)?;
    }
    for id in &touched.meetings {
        ledger.meetings.remove(id);
        let live = format!("id = ?1 AND {}", MEETING.live());
        for meeting in all(connection, &MEETING.select(&live, "id"), [id.as_str()], read_meeting)? {
            ledger.meetings.insert(meeting.id.clone(), meeting);
        }
    }
    touched.actions.iter().try_for_each(|id| action(connection, ledger, id))
}

fn cash(
    connection: &Connection,
    ledger: &mut Ledger,
    group: &GroupCode,
    session: Day,
) -> rusqlite::Result<()> {
    let key = (group.clone(), session);
    ledger.cash.remove(&key);
    let live = format!("group_code = ?1 AND session = ?2 AND {}", CASH.live());
    let params = (group.as_str(), session.to_string());
    if let Some(count) = all(connection, &CASH.select(&live, "id"), params, read_cash)?.pop() {
        ledger.cash.insert(key, count);
    }
    Ok(())
}

fn action(connection: &Connection, ledger: &mut Ledger, id: &FactId) -> rusqlite::Result<()> {
    ledger.actions.remove(id);
    let live = format!("id = ?1 AND {}", ACTION.live());
    for item in all(connection, &ACTION.select(&live, "id"), [id.as_str()], read_action)? {
        let live = format!("action = ?1 AND {}", STEP.live());
        let steps = all(connection, &STEP.select(&live, "day, id"), [id.as_str()], read_step)?;
        ledger.actions.insert(id.clone(), ActionFile { item, steps });
    }
    Ok(())
}
