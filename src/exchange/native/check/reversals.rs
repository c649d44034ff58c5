//! A fact that takes another back names one of its file that says the same, once. Both vanish: the
//! checks of sums and days that depend on each other don't see them.

use crate::domain::ids::FactId;
use crate::domain::reversal::{Flaw, Reversible, flaw};
use crate::exchange::native::fault::{Faults, Wrong};
use crate::exchange::native::loaded::{Loaded, Rows, Spoilt};
use crate::exchange::native::tables::{
    ACTION_STEPS, ACTIONS, CASH_COUNTS, CONFIRMATIONS, CONTACTS, DISBURSEMENTS, GROUP_CHECKS,
    LOAN_CHANGES, MEETINGS, PAYMENTS, SAVINGS, Table, VISITS,
};
use std::collections::{HashMap, HashSet};

/// Facts that vanish: those taken back, and those that take them back.
#[derive(Debug)]
pub(super) struct Undone<'a> {
    tranches: HashSet<&'a FactId>,
    payments: HashSet<&'a FactId>,
    changes: HashSet<&'a FactId>,
    visits: HashSet<&'a FactId>,
    contacts: HashSet<&'a FactId>,
    meetings: HashSet<&'a FactId>,
    actions: HashSet<&'a FactId>,
    steps: HashSet<&'a FactId>,
}

impl Undone<'_> {
    /// Whether a disbursement vanishes.
    pub(super) fn tranche(&self, id: &FactId) -> bool {
        self.tranches.contains(id)
    }

    /// Whether a payment vanishes.
    pub(super) fn payment(&self, id: &FactId) -> bool {
        self.payments.contains(id)
    }

    /// Whether a change vanishes.
    pub(super) fn change(&self, id: &FactId) -> bool {
        self.changes.contains(id)
    }

    /// Whether a talk vanishes.
    pub(super) fn contact(&self, id: &FactId) -> bool {
        self.contacts.contains(id)
    }

    /// Whether a meeting vanishes.
    pub(super) fn meeting(&self, id: &FactId) -> bool {
        self.meetings.contains(id)
    }

    /// Whether an action item vanishes.
    pub(super) fn action(&self, id: &FactId) -> bool {
        self.actions.contains(id)
    }

    /// Whether a step of an action item vanishes.
    pub(super) fn step(&self, id: &FactId) -> bool {
        self.steps.contains(id)
    }

    /// Whether a visit vanishes.
    pub(super) fn visit(&self, id: &FactId) -> bool {
        self.visits.contains(id)
    }
}

/// Checks all reversals; the facts that vanish.
pub(super) fn check<'a>(loaded: &'a Loaded, faults: &mut Faults) -> Undone<'a> {
    let spoilt = &loaded.spoilt;
    pairs(&loaded.savings, &SAVINGS, spoilt, faults);
    pairs(&loaded.checks, &GROUP_CHECKS, spoilt, faults);
    pairs(&loaded.cash, &CASH_COUNTS, spoilt, faults);
    pairs(&loaded.confirmations, &CONFIRMATIONS, spoilt, faults);
    Undone {
        tranches: pairs(&loaded.tranches, &DISBURSEMENTS, spoilt, faults),
        payments: pairs(&loaded.payments, &PAYMENTS, spoilt, faults),
        changes: pairs(&loaded.changes, &LOAN_CHANGES, spoilt, faults),
        visits: pairs(&loaded.visits, &VISITS, spoilt, faults),
        contacts: pairs(&loaded.contacts, &CONTACTS, spoilt, faults),
        meetings: pairs(&loaded.meetings, &MEETINGS, spoilt, faults),
        actions: pairs(&loaded.actions, &ACTIONS, spoilt, faults),
        steps: pairs(&loaded.steps, &ACTION_STEPS, spoilt, faults),
    }
}

fn pairs<'a, T: Reversible>(
    rows: &'a Rows<T>,
    table: &'static Table,
    spoilt: &Spoilt,
    faults: &mut Faults,
) -> HashSet<&'a FactId> {
    let mut undone = HashSet::new();
    if rows.iter().all(|(_, row)| row.reverses().is_none()) {
        return undone;
    }
    let by_id: HashMap<&FactId, &T> = rows.iter().map(|(_, row)| (row.id(), row)).collect();
    let mut first: HashMap<&FactId, u64> = HashMap::new();
    // Rows of the book stand last, and were there first.
    let known = rows.iter().filter(|(line, _)| *line == 0);
    for (line, row) in known.chain(rows.iter().filter(|(line, _)| *line > 0)) {
        let Some(target) = row.reverses() else { continue };
        // One that can't take back what it names is wrong for that alone.
        undone.insert(row.id());
        let Some(other) = by_id.get(target) else {
            if !spoilt.may_hold(table, target.as_str()) {
                let wrong = Wrong::UnknownCode(table.file);
                faults.at(table, *line, "reverses", target.as_str(), wrong);
            }
            continue;
        };
        let earlier = first.get(target).copied();
        let wrong = match flaw(row, other, earlier.is_some()) {
            Some(Flaw::Reversal) => Some(Wrong::ReversesReversal),
            Some(Flaw::Other) => Some(Wrong::ReversesOther),
            Some(Flaw::Already) => Some(Wrong::ReversedTwice(earlier.filter(|line| *line > 0))),
            Some(Flaw::Earlier(floor)) => {
                let found = row.day().to_string();
                faults.at(table, *line, "day", &found, Wrong::Before("day", floor));
                None
            }
            None => None,
        };
        if let Some(wrong) = wrong {
            faults.at(table, *line, "reverses", target.as_str(), wrong);
        } else {
            first.insert(target, *line);
            undone.insert(target);
        }
    }
    undone
}
