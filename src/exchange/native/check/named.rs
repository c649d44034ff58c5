//! Facts that name other facts: an action item its meeting, a step its item, a confirmation what it
//! confirms. What is named is there, and counts while what names it does.

use super::reversals::Undone;
use crate::domain::ids::FactId;
use crate::domain::record::Recorded;
use crate::exchange::native::fault::{Collected, Faults, Wrong};
use crate::exchange::native::loaded::{Loaded, Rows};
use crate::exchange::native::tables::{
    ACTION_STEPS, ACTIONS, CASH_COUNTS, CONFIRMATIONS, CONTACTS, DISBURSEMENTS, GROUP_CHECKS,
    LOAN_CHANGES, MEETINGS, PAYMENTS, SAVINGS, Table, VISITS,
};
use std::collections::{HashMap, HashSet};

pub(super) fn check(loaded: &Loaded, undone: &Undone<'_>, faults: &mut Faults) {
    let meetings = Named::of(&MEETINGS, &loaded.meetings, |row| (&row.id, undone.meeting(&row.id)));
    for (line, item) in &loaded.actions {
        if let Some(meeting) = &item.meeting {
            let counts = !undone.action(&item.id);
            meetings.ask((&ACTIONS, *line, "meeting"), meeting, counts, loaded, faults);
        }
    }
    let actions = Named::of(&ACTIONS, &loaded.actions, |row| (&row.id, undone.action(&row.id)));
    for (line, step) in &loaded.steps {
        let counts = !undone.step(&step.id);
        actions.ask((&ACTION_STEPS, *line, "action"), &step.action, counts, loaded, faults);
    }
    confirmations(loaded, faults);
}

/// The facts of a file that others name: whether each vanishes, and the line that takes it back.
struct Named<'a> {
    table: &'static Table,
    vanishes: HashMap<&'a FactId, bool>,
    taken_back: HashMap<&'a FactId, u64>,
}

impl<'a> Named<'a> {
    fn of<T>(
        table: &'static Table,
        rows: &'a Rows<Recorded<T>>,
        what: impl Fn(&'a T) -> (&'a FactId, bool),
    ) -> Named<'a> {
        let vanishes = rows.iter().map(|(_, row)| what(&row.fact)).collect();
        let back = |(line, row): &'a (u64, Recorded<T>)| Some((row.reverses.as_ref()?, *line));
        Named { table, vanishes, taken_back: rows.iter().filter_map(back).collect() }
    }

    /// A line names one of them. A row of the book can't be at fault: it is the line that takes
    /// back what it names.
    fn ask(
        &self,
        (table, line, column): (&Table, u64, &str),
        named: &FactId,
        counts: bool,
        loaded: &Loaded,
        faults: &mut Faults,
    ) {
        let Some(vanishes) = self.vanishes.get(named) else {
            if !loaded.spoilt.may_hold(self.table, named.as_str()) {
                let wrong = Wrong::UnknownCode(self.table.file);
                faults.at(table, line, column, named.as_str(), wrong);
            }
            return;
        };
        if !counts || !vanishes {
            return;
        }
        if line > 0 {
            let wrong = Wrong::Collected(Collected::TakenBack);
            return faults.at(table, line, column, named.as_str(), wrong);
        }
        let back = self.taken_back.get(named).copied().unwrap_or_default();
        if !faults.spoilt(self.table, back) {
            let wrong = Wrong::Collected(Collected::StillNamed);
            faults.at(self.table, back, "reverses", named.as_str(), wrong);
        }
    }
}

/// What is confirmed may be a fact of any file with ids.
fn confirmations(loaded: &Loaded, faults: &mut Faults) {
    if loaded.confirmations.iter().all(|(line, _)| *line == 0) {
        return;
    }
    let mut known: HashSet<&FactId> = HashSet::new();
    known.extend(loaded.tranches.iter().map(|(_, row)| &row.id));
    known.extend(loaded.payments.iter().map(|(_, row)| &row.id));
    known.extend(loaded.savings.iter().map(|(_, row)| &row.id));
    known.extend(loaded.changes.iter().map(|(_, row)| &row.1.id));
    known.extend(loaded.visits.iter().map(|(_, row)| &row.id));
    known.extend(loaded.checks.iter().map(|(_, row)| &row.id));
    known.extend(loaded.contacts.iter().map(|(_, row)| &row.id));
    known.extend(loaded.cash.iter().map(|(_, row)| &row.id));
    known.extend(loaded.meetings.iter().map(|(_, row)| &row.id));
    known.extend(loaded.actions.iter().map(|(_, row)| &row.id));
    known.extend(loaded.steps.iter().map(|(_, row)| &row.id));
    for (line, row) in &loaded.confirmations {
        let fact = row.fact.fact.as_str();
        let spoilt = FACTS.iter().any(|table| loaded.spoilt.may_hold(table, fact));
        if !known.contains(&row.fact.fact) && !spoilt {
            let wrong = Wrong::Collected(Collected::UnknownFact);
            faults.at(&CONFIRMATIONS, *line, "fact", fact, wrong);
        }
    }
}

static FACTS: [&Table; 11] = [
    &DISBURSEMENTS,
    &PAYMENTS,
    &SAVINGS,
    &LOAN_CHANGES,
    &VISITS,
    &GROUP_CHECKS,
    &CONTACTS,
    &CASH_COUNTS,
    &MEETINGS,
    &ACTIONS,
    &ACTION_STEPS,
];
