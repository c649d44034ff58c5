//! Facts besides money that a later line takes back: both vanish, as if neither had been written.

use super::fault::{Faults, Wrong};
use super::loaded::{Loaded, Rows};
use super::tables::{DISBURSEMENTS, GROUP_CHECKS, LOAN_CHANGES, Table, VISITS};
use crate::domain::ids::FactId;
use std::collections::{HashMap, HashSet};

/// A line that takes back the fact of another: its line, and that fact's id.
pub(super) type Reversal = (u64, String);

/// Takes the pairs out of the rows. Money keeps its pairs: they are part of its story.
pub(super) fn take_out(loaded: &mut Loaded, faults: &mut Faults) {
    let reversals = std::mem::take(&mut loaded.reversals);
    let of = |table: &Table| reversals.get(table.file).map_or(&[][..], Vec::as_slice);
    pairs(&mut loaded.tranches, of(&DISBURSEMENTS), &DISBURSEMENTS, faults, |row| &row.id);
    pairs(&mut loaded.changes, of(&LOAN_CHANGES), &LOAN_CHANGES, faults, |row| &row.1.id);
    pairs(&mut loaded.checks, of(&GROUP_CHECKS), &GROUP_CHECKS, faults, |row| &row.id);
    let gone = pairs(&mut loaded.visits, of(&VISITS), &VISITS, faults, |row| &row.id);
    loaded.visit_lines.retain(|(_, (visit, _))| !gone.contains(visit));
}

fn pairs<T>(
    rows: &mut Rows<T>,
    reversals: &[Reversal],
    table: &'static Table,
    faults: &mut Faults,
    id: impl Fn(&T) -> &FactId,
) -> HashSet<FactId> {
    let mut gone = HashSet::new();
    if reversals.is_empty() {
        return gone;
    }
    let lines: HashMap<&str, u64> =
        rows.iter().map(|(line, row)| (id(row).as_str(), *line)).collect();
    let taking: HashSet<u64> = reversals.iter().map(|(line, _)| *line).collect();
    let mut first: HashMap<&str, u64> = HashMap::new();
    let mut lost = taking.clone();
    for (line, target) in reversals {
        let wrong = match lines.get(target.as_str()) {
            None => Wrong::UnknownCode(table.file),
            Some(at) if taking.contains(at) => Wrong::ReversesReversal,
            Some(at) => match first.insert(target, *line) {
                Some(earlier) => Wrong::ReversedTwice(Some(earlier)),
                None => {
                    lost.insert(*at);
                    continue;
                }
            },
        };
        faults.at(table, *line, "reverses", target, wrong);
    }
    rows.retain(|(line, row)| {
        let stays = !lost.contains(line);
        if !stays {
            gone.insert(id(row).clone());
        }
        stays
    });
    gone
}
