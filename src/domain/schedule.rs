//! When principal falls due: due days in force, effective due days, and how payments fill
//! instalments (domain.md, section 4).

use super::calendar::Calendar;
use super::day::Day;
use super::loan::{ChangeKind, LoanFile};
use super::money::Dong;

/// An instalment with the due day in force on some day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueInstalment {
    /// Its number.
    pub no: u32,
    /// Its due day in force.
    pub due_on: Day,
    /// The first session on or after it: until that day ends nobody is late.
    pub effective_due_on: Day,
    /// Its amount.
    pub amount: Dong,
}

/// The instalments of a loan from a day on, oldest first: by the due day in force, then by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regime {
    /// The first day on which these due days are in force.
    pub from: Day,
    /// The instalments, oldest first.
    pub instalments: Vec<DueInstalment>,
}

/// The due days of a loan as they were changed by what is known on a day, each set with the day
/// from which it is in force. Never empty; the first has been in force always.
#[must_use]
pub fn regimes(file: &LoanFile, calendar: &Calendar, known: Day) -> Vec<Regime> {
    let mut current: Vec<DueInstalment> = file
        .instalments
        .iter()
        .map(|instalment| DueInstalment {
            no: instalment.no,
            due_on: instalment.due_on,
            effective_due_on: calendar.first_on_or_after(instalment.due_on),
            amount: instalment.amount,
        })
        .collect();
    current.sort_by_key(|instalment| (instalment.due_on, instalment.no));
    let start = file.exists_from().min(file.loan.disbursed_on);
    let mut regimes = vec![Regime { from: start, instalments: current.clone() }];
    for change in file.changes.iter().filter(|change| change.day <= known) {
        let (moved, due_on) = match &change.kind {
            ChangeKind::Reschedule { instalment, due_on } => {
                (current.iter_mut().find(|due| due.no == *instalment), *due_on)
            }
            ChangeKind::Extend { due_on } => (current.last_mut(), *due_on),
            ChangeKind::Freeze { .. } | ChangeKind::Unfreeze => continue,
        };
        let Some(moved) = moved else { continue };
        moved.due_on = due_on;
        moved.effective_due_on = calendar.first_on_or_after(due_on);
        current.sort_by_key(|instalment| (instalment.due_on, instalment.no));
        regimes.push(Regime { from: change.day, instalments: current.clone() });
    }
    regimes
}

/// Each instalment with how much of it is paid when `paid` fills them oldest first.
pub fn fill(
    instalments: &[DueInstalment],
    paid: Dong,
) -> impl Iterator<Item = (&DueInstalment, Dong)> {
    let mut left = paid;
    instalments.iter().map(move |instalment| {
        let part = left.min(instalment.amount).at_least_zero();
        left -= part;
        (instalment, part)
    })
}
