//! Visits that are to be made: after disbursements, to inactive loans, where money was used wrongly
//! (domain.md, section 7).

use super::day::Day;
use super::ids::LoanCode;
use super::loan::LoanFile;
use super::timeline::Timeline;
use serde::Serialize;

/// Why a visit is due, in the order of the words that reports have for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitReason {
    /// The loan has had no movement for three months.
    Inactive,
    /// Money was disbursed and not visited since.
    NewDisbursement,
    /// Wrongly used money is still to be repaid.
    WrongUse,
}

/// How urgent a visit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitState {
    /// Its deadline has passed.
    Missed,
    /// Its deadline is near.
    DueSoon,
    /// There is time.
    Pending,
}

/// A visit that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitDue {
    /// The loan.
    pub loan: LoanCode,
    /// Why.
    pub reason: VisitReason,
    /// Since when.
    pub since: Day,
    /// Its last day; none for inactive loans.
    pub deadline: Option<Day>,
    /// Days left to the deadline; negative where it has passed.
    pub days_left: Option<i64>,
    /// How urgent.
    pub state: VisitState,
}

/// The order of a work list: by deadline (none last), then loan, reason and since.
#[must_use]
pub fn order(due: &VisitDue) -> (bool, Option<Day>, &LoanCode, VisitReason, Day) {
    (due.deadline.is_none(), due.deadline, &due.loan, due.reason, due.since)
}

/// The visits due to one loan on its timeline's known day; none where it is settled.
#[must_use]
pub fn visits_due_to(file: &LoanFile, timeline: &Timeline<'_>) -> Vec<VisitDue> {
    let day = timeline.known_on();
    if timeline.is_settled_on(day) {
        return Vec::new();
    }
    let rules = &timeline.rules.visits;
    let opened = file.opening.as_ref().map(|opening| opening.day);
    let visited = |from: Day| file.visits.iter().any(|visit| (from..=day).contains(&visit.day));
    let row = |reason, since: Day, deadline: Option<Day>| {
        let days_left = deadline.map(|deadline| day.days_until(deadline));
        let state = match days_left {
            Some(left) if left < 0 => VisitState::Missed,
            Some(left) if left <= i64::from(rules.due_soon_days) => VisitState::DueSoon,
            _ => VisitState::Pending,
        };
        VisitDue { loan: file.loan.code.clone(), reason, since, deadline, days_left, state }
    };
    let mut due = Vec::new();
    for tranche in &file.tranches {
        let counts = tranche.day <= day && opened.is_none_or(|opened| tranche.day > opened);
        if counts && !visited(tranche.day) {
            let deadline = rules.deadline(tranche.day);
            due.push(row(VisitReason::NewDisbursement, tranche.day, Some(deadline)));
        }
    }
    if let Some(since) = timeline.inactive_since().filter(|since| !visited(*since)) {
        due.push(row(VisitReason::Inactive, since, None));
    }
    let wrong_use = timeline.wrong_use_on(day);
    if let Some(wrong) =
        wrong_use.filter(|wrong| wrong.remains(&file.principal_paid, day).is_positive())
    {
        let deadline = wrong.deadline(timeline.rules.wrong_use_days);
        due.push(row(VisitReason::WrongUse, wrong.since, Some(deadline)));
    }
    due
}
