//! Entries of master data as rows: one row each.

use super::Saving;
use crate::domain::entry::master::MasterEntry;
use crate::domain::place::PlaceKind;
use crate::domain::record::Trail;
use crate::domain::stamp::Stamp;
use crate::store::change::Change;
use crate::store::meta;
use crate::store::rows::master;
use crate::store::versions::MasterDraft;
use crate::store::writer::{Draft, Put, Writer};
use rusqlite::Connection;

/// The row of an entry that is one row of master data.
pub(super) fn master_draft(change: &Change) -> Option<MasterDraft> {
    Some(match change {
        Change::Place(entry) => of(entry, master::place(&entry.row)),
        Change::Point(entry) => {
            let row = &entry.row;
            let (code, commune) = (row.code.clone(), row.commune.clone());
            of(entry, master::point(&(code, commune, row.name.clone(), row.session_day)))
        }
        Change::Session(entry) => {
            let row = &entry.row;
            of(entry, master::session_change(&(row.point.clone(), row.month, row.held_on)))
        }
        Change::Group(entry) => of(entry, master::group(&entry.row)),
        Change::Member(entry) => of(entry, master::member(&entry.row)),
        _ => return None,
    })
}

/// An entry's row with the entry's id and reason.
pub(super) fn of<T>(entry: &MasterEntry<T>, mut draft: Draft) -> MasterDraft {
    draft.trail = Trail { reason: entry.reason.clone(), ..Trail::default() };
    MasterDraft { id: entry.id.to_string(), draft, amends: entry.amends }
}

impl Saving<'_> {
    /// Whether an entry of master data stands in the book already.
    pub(super) fn master_standing(&self, entry: &MasterDraft) -> rusqlite::Result<Put> {
        Writer::new(&self.transaction, self.machine, "", Stamp::EPOCH)?.standing(entry)
    }
}

/// A book that is begun by hand is about the first commune that is recorded in it.
pub(super) fn home(connection: &Connection, change: &Change) -> rusqlite::Result<()> {
    match change {
        Change::Place(entry) if entry.row.kind == PlaceKind::Commune => {
            meta::say_once(connection, "place", entry.row.code.as_str())
        }
        _ => Ok(()),
    }
}
