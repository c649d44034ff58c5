//! A fact that takes another back names one of the same loan or member, kind and amount, once.

use crate::domain::day::Day;
use crate::domain::ids::FactId;
use crate::domain::record::{PaymentRecord, SavingsRecord};
use crate::exchange::native::fault::{Faults, Wrong};
use crate::exchange::native::loaded::{Loaded, Rows, Spoilt};
use crate::exchange::native::tables::{PAYMENTS, SAVINGS, Table};
use std::collections::{HashMap, HashSet};

/// Payments that vanish: those taken back, and those that take them back.
#[derive(Debug)]
pub(super) struct Undone<'a>(HashSet<&'a FactId>);

impl Undone<'_> {
    /// Whether a payment vanishes.
    pub(super) fn payment(&self, id: &FactId) -> bool {
        self.0.contains(id)
    }
}

/// Money that can be taken back.
trait Reversible {
    fn id(&self) -> &FactId;
    fn day(&self) -> Day;
    fn reverses(&self) -> Option<&FactId>;
    /// Whether two are of the same loan or member, kind and amount.
    fn matches(&self, other: &Self) -> bool;
}

impl Reversible for PaymentRecord {
    fn id(&self) -> &FactId {
        &self.id
    }
    fn day(&self) -> Day {
        self.day
    }
    fn reverses(&self) -> Option<&FactId> {
        self.reverses.as_ref()
    }
    fn matches(&self, other: &Self) -> bool {
        (&self.loan, self.kind, self.amount) == (&other.loan, other.kind, other.amount)
    }
}

impl Reversible for SavingsRecord {
    fn id(&self) -> &FactId {
        &self.id
    }
    fn day(&self) -> Day {
        self.day
    }
    fn reverses(&self) -> Option<&FactId> {
        self.reverses.as_ref()
    }
    fn matches(&self, other: &Self) -> bool {
        (&self.member, self.kind, self.amount) == (&other.member, other.kind, other.amount)
    }
}

/// Checks all reversals; the payments that vanish.
pub(super) fn check<'a>(loaded: &'a Loaded, faults: &mut Faults) -> Undone<'a> {
    pairs(&loaded.savings, &SAVINGS, &loaded.spoilt, faults);
    Undone(pairs(&loaded.payments, &PAYMENTS, &loaded.spoilt, faults))
}

fn pairs<'a, T: Reversible>(
    rows: &'a Rows<T>,
    table: &'static Table,
    spoilt: &Spoilt,
    faults: &mut Faults,
) -> HashSet<&'a FactId> {
    let by_id: HashMap<&FactId, &T> = rows.iter().map(|(_, row)| (row.id(), row)).collect();
    let mut first: HashMap<&FactId, u64> = HashMap::new();
    let mut undone = HashSet::new();
    // Rows of the book stand last, and were there first.
    let known = rows.iter().filter(|(line, _)| *line == 0);
    for (line, row) in known.chain(rows.iter().filter(|(line, _)| *line > 0)) {
        let Some(target) = row.reverses() else { continue };
        let wrong = match by_id.get(target) {
            None if spoilt.may_hold(table, target.as_str()) => continue,
            None => Some(Wrong::UnknownCode(table.file)),
            Some(other) if other.reverses().is_some() => Some(Wrong::ReversesReversal),
            Some(other) if !row.matches(other) => Some(Wrong::ReversesOther),
            Some(other) if row.day() < other.day() => {
                let wrong = Wrong::Before("day", other.day());
                faults.at(table, *line, "day", &row.day().to_string(), wrong);
                None
            }
            Some(_) => None,
        };
        let again = first.get(target).map(|first| Some(*first).filter(|line| *line > 0));
        if let Some(wrong) = wrong.or_else(|| again.map(Wrong::ReversedTwice)) {
            faults.at(table, *line, "reverses", target.as_str(), wrong);
            continue;
        }
        first.insert(target, *line);
        undone.extend([row.id(), target]);
    }
    undone
}
