//! Visits that were made (06/TD), and what a visit's lines add up to.

use super::Question;
use crate::domain::day::Day;
use crate::domain::group::Association;
use crate::domain::ids::{FactId, GroupCode, LoanCode};
use crate::domain::ledger::{Ledger, VisitRecord};
use crate::domain::money::Dong;
use crate::domain::ratio::Ratio;
use crate::domain::visit::{Visit, VisitKind, VisitLine};
use serde::Serialize;
use std::collections::BTreeSet;

/// The foot of a 06/TD (domain.md, section 7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct VisitTotals {
    /// Households checked.
    pub households: usize,
    /// Loans checked.
    pub loans: usize,
    /// Used for the right purpose.
    pub right: Dong,
    /// Used for a wrong purpose.
    pub wrong: Dong,
    /// Not yet put to work.
    pub unused: Dong,
}

impl VisitTotals {
    /// What the lines add up to.
    #[must_use]
    pub fn of(ledger: &Ledger, lines: &[VisitLine]) -> VisitTotals {
        let sum = |of: fn(&VisitLine) -> Option<Dong>| lines.iter().filter_map(of).sum();
        let member = |code: &LoanCode| ledger.loans.get(code).map(|file| &file.loan.member);
        let members: BTreeSet<_> = lines.iter().filter_map(|line| member(&line.loan)).collect();
        VisitTotals {
            households: members.len(),
            loans: lines.len(),
            right: sum(|line| line.right_use),
            wrong: sum(|line| line.wrong_use),
            unused: sum(|line| line.unused),
        }
    }

    /// The amount checked: right, wrong and unused use together.
    #[must_use]
    pub fn checked(&self) -> Dong {
        self.right + self.wrong + self.unused
    }

    /// Its share of the right use.
    #[must_use]
    pub fn right_share(&self) -> Ratio {
        Ratio::new(self.right.get(), self.checked().get())
    }

    /// Its share of the wrong use.
    #[must_use]
    pub fn wrong_share(&self) -> Ratio {
        Ratio::new(self.wrong.get(), self.checked().get())
    }
}

/// A visit that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VisitRow {
    /// The visit.
    pub visit: FactId,
    /// The group.
    pub group: GroupCode,
    /// The group's name: its leader's.
    pub name: String,
    /// The day.
    pub day: Day,
    /// Why.
    pub kind: VisitKind,
    /// The association that visited.
    pub association: Option<Association>,
    /// Who visited.
    pub visitor: String,
    /// What its lines add up to.
    pub totals: VisitTotals,
}

/// The visits in scope up to the day, the newest first, then by group.
#[must_use]
pub fn visits(question: &Question<'_>) -> Vec<VisitRow> {
    let made = question.ledger.visits.values().filter(|record| record.visit.day <= question.as_of);
    let mut rows: Vec<VisitRow> = made.filter_map(|record| row(question, record)).collect();
    rows.sort_by(|one, other| {
        other
            .day
            .cmp(&one.day)
            .then_with(|| (&one.group, &one.visit).cmp(&(&other.group, &other.visit)))
    });
    rows
}

fn row(question: &Question<'_>, record: &VisitRecord) -> Option<VisitRow> {
    let visit = &record.visit;
    let group = question.ledger.groups.get(&visit.group)?;
    question.scope.holds(question.ledger, group).then(|| VisitRow {
        visit: visit.id.clone(),
        group: visit.group.clone(),
        name: question.ledger.group_name(group).to_owned(),
        day: visit.day,
        kind: visit.kind,
        association: visit.association,
        visitor: visit.visitor.clone(),
        totals: VisitTotals::of(question.ledger, &record.lines),
    })
}

/// The last visit made to a group.
#[must_use]
pub fn last_to<'a>(ledger: &'a Ledger, group: &GroupCode) -> Option<&'a Visit> {
    let made = ledger.visits.values().map(|record| &record.visit);
    made.filter(|visit| visit.group == *group).max_by_key(|visit| (visit.day, &visit.id))
}

/// What of wrongly used money is still to be repaid for a loan on the day.
#[must_use]
pub fn wrong_use_left(question: &Question<'_>, code: &LoanCode) -> Dong {
    let (ledger, day) = (question.ledger, question.as_of);
    let file = ledger.loans.get(code);
    let wrong = file.zip(question.rules()).and_then(|(file, rules)| {
        let wrong = ledger.timeline(file, rules, day)?.wrong_use_on(day)?;
        Some(wrong.remains(&file.principal_paid, day))
    });
    wrong.unwrap_or_default()
}
