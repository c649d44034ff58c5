//! The chains over the facts.

use super::{Fault, FaultKind};
use crate::store::chain::{Hash, START, hash};
use crate::store::kinds::{ALL, Kind};
use crate::store::load::{all, each};
use crate::store::writer::cells_of;
use rusqlite::{Connection, OptionalExtension};

/// Walks every chain: each fact must be there, and hash to what the journal says.
pub(super) fn facts(connection: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let mut faults = Vec::new();
    let mut walk = Walk { machine: String::new(), seq: 0, head: START };
    let sql = "SELECT machine, seq, kind, fact, previous, hash FROM journal ORDER BY machine, seq";
    each(connection, sql, [], |row| {
        let link = Link {
            machine: row.get(0)?,
            seq: row.get(1)?,
            word: row.get(2)?,
            fact: row.get(3)?,
            previous: row.get(4)?,
            hash: row.get(5)?,
        };
        faults.extend(walk.step(connection, link)?);
        Ok(())
    })?;
    for kind in ALL.iter().filter(|kind| kind.fact) {
        let sql = format!(
            "SELECT id FROM {} AS fact WHERE NOT EXISTS \
             (SELECT 1 FROM journal WHERE journal.kind = ?1 AND journal.fact = fact.id)",
            kind.table
        );
        let foreign: Vec<String> = all(connection, &sql, [kind.word], |row| row.get(0))?;
        faults.extend(
            foreign.into_iter().map(|id| Fault::new(FaultKind::Foreign, kind.table, id, "")),
        );
    }
    Ok(faults)
}

struct Walk {
    machine: String,
    seq: i64,
    head: Hash,
}

struct Link {
    machine: String,
    seq: i64,
    word: String,
    fact: String,
    previous: Hash,
    hash: Hash,
}

impl Walk {
    fn step(&mut self, connection: &Connection, link: Link) -> rusqlite::Result<Vec<Fault>> {
        let table = Kind::of_word(&link.word).map_or("", |kind| kind.table);
        let fault = |kind, detail: String| Fault::new(kind, table, link.fact.as_str(), detail);
        let mut faults = Vec::new();
        if self.machine != link.machine {
            (self.machine, self.seq, self.head) = (link.machine.clone(), 0, START);
        }
        if link.seq != self.seq + 1 {
            faults.push(fault(FaultKind::Gap, format!("{} → {}", self.seq, link.seq)));
        } else if link.previous != self.head {
            faults.push(fault(FaultKind::ChainBroken, format!("{} {}", link.machine, link.seq)));
        }
        (self.seq, self.head) = (link.seq, link.hash);
        match known(connection, &link)? {
            None => faults.push(fault(FaultKind::Missing, String::new())),
            Some(true) => {}
            Some(false) => faults.push(fault(FaultKind::Changed, String::new())),
        }
        Ok(faults)
    }
}

/// Whether the fact of a link is what it was; none where it is not there.
fn known(connection: &Connection, link: &Link) -> rusqlite::Result<Option<bool>> {
    let Some(kind) = Kind::of_word(&link.word) else { return Ok(None) };
    let sql = format!("SELECT {}, machine, seq FROM {} WHERE id = ?1", kind.covered(), kind.table);
    let found = connection
        .prepare_cached(&sql)?
        .query_row([&link.fact], |row| {
            let cells = cells_of(row, kind)?;
            let machine: String = row.get(cells.len())?;
            let seq: i64 = row.get(cells.len() + 1)?;
            Ok((cells, machine, seq))
        })
        .optional()?;
    Ok(found.map(|(cells, machine, seq)| {
        machine == link.machine
            && seq == link.seq
            && hash(&link.previous, kind.word, &machine, seq, &cells) == link.hash
    }))
}
