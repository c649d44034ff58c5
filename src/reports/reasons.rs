//! Why principal is asked for or overdue: which instalment, how late, or money used wrongly.

use super::Question;
use crate::domain::day::Day;
use crate::domain::figures::{InstalmentFigures, InstalmentState};
use crate::domain::ids::LoanCode;
use crate::domain::money::Dong;
use crate::domain::timeline::Timeline;

/// One reason, with the principal it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebtReason {
    /// What remains of wrongly used money is overdue: its days have passed.
    WrongUse {
        /// What remains.
        amount: Dong,
        /// Days since its last day.
        days: i64,
    },
    /// Wrongly used money is still to be repaid in time.
    WrongUseToRepay {
        /// What remains.
        amount: Dong,
        /// Its last day.
        deadline: Day,
    },
    /// The last instalment is late, so all that is unpaid is overdue.
    LastLate {
        /// All that is unpaid.
        amount: Dong,
        /// Days late of the last instalment.
        days: i64,
    },
    /// A late instalment is overdue by itself (loans from 01/03/2026 on).
    Late {
        /// Its number.
        no: u32,
        /// What is unpaid of it.
        amount: Dong,
        /// Its days late.
        days: i64,
    },
    /// A late instalment has rolled on into the next one.
    RolledOn {
        /// Its number.
        no: u32,
        /// What is unpaid of it.
        amount: Dong,
        /// Its days late.
        days: i64,
    },
    /// An instalment falls due by the session asked about.
    FallsDue {
        /// Its number.
        no: u32,
        /// Whether no other instalment comes after it.
        last: bool,
        /// What is unpaid of it.
        amount: Dong,
    },
    /// Its recovery is suspended.
    Frozen {
        /// How much.
        amount: Dong,
    },
}

/// The reasons of a loan on the question's day, the gravest first; instalments that fall due count
/// up to the session `until`.
#[must_use]
pub fn reasons(question: &Question<'_>, loan: &LoanCode, until: Day) -> Vec<DebtReason> {
    let Some((file, rules)) = question.ledger.loans.get(loan).zip(question.rules()) else {
        return Vec::new();
    };
    let Some(timeline) = question.ledger.timeline(file, rules, question.as_of) else {
        return Vec::new();
    };
    let day = question.as_of;
    let frozen = timeline.standing_on(day).frozen;
    if frozen.is_positive() {
        return vec![DebtReason::Frozen { amount: frozen }];
    }
    let mut reasons = Vec::new();
    if let Some(wrong) = timeline.wrong_use_on(day) {
        let amount = wrong.remains(&file.principal_paid, day);
        let deadline = wrong.deadline(rules.wrong_use_days);
        if amount.is_positive() && timeline.outstanding_on(day).is_positive() {
            let amount = amount.min(timeline.outstanding_on(day));
            reasons.push(if day > deadline {
                DebtReason::WrongUse { amount, days: deadline.days_until(day) }
            } else {
                DebtReason::WrongUseToRepay { amount, deadline }
            });
        }
    }
    reasons.extend(of_instalments(&timeline, until));
    reasons
}

fn of_instalments(timeline: &Timeline<'_>, until: Day) -> Vec<DebtReason> {
    let figures = timeline.instalment_figures();
    let last = figures.iter().max_by_key(|at| (at.due_on, at.no));
    if let Some(last) = last
        && !timeline.each_instalment_counts()
        && last.state == InstalmentState::Overdue
    {
        let amount = figures.iter().map(|at| at.amount - at.paid).sum();
        return vec![DebtReason::LastLate { amount, days: last.days_late }];
    }
    let last = last.map(|last| last.no);
    let mut unpaid: Vec<_> = figures.iter().filter(|at| at.paid < at.amount).collect();
    unpaid.sort_by_key(|at| (at.due_on, at.no));
    let reason = |at: &&InstalmentFigures| {
        let (no, amount, days) = (at.no, at.amount - at.paid, at.days_late);
        match at.state {
            InstalmentState::Overdue => Some(DebtReason::Late { no, amount, days }),
            InstalmentState::Late => Some(DebtReason::RolledOn { no, amount, days }),
            InstalmentState::Due | InstalmentState::Future => (at.effective_due_on <= until)
                .then_some(DebtReason::FallsDue { no, last: last == Some(no), amount }),
            InstalmentState::Paid => None,
        }
    };
    unpaid.iter().filter_map(reason).collect()
}
