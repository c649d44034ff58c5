//! Why principal is asked for or overdue: which instalment, how late, or money used wrongly
//! (domain.md, section 4).

use super::day::Day;
use super::figures::{InstalmentFigures, InstalmentState};
use super::money::Dong;
use super::schedule::DueInstalment;
use super::timeline::Timeline;

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

impl Timeline<'_> {
    /// The reasons on the known day, the gravest first; instalments that fall due count up to the
    /// session `until`.
    #[must_use]
    pub fn debt_reasons(&self, until: Day) -> Vec<DebtReason> {
        let standing = self.standing_on(self.known);
        if standing.frozen.is_positive() {
            return vec![DebtReason::Frozen { amount: standing.frozen }];
        }
        let mut reasons: Vec<DebtReason> =
            self.wrong_use_reason(standing.outstanding).into_iter().collect();
        reasons.extend(self.instalment_reasons(until));
        reasons
    }

    fn wrong_use_reason(&self, outstanding: Dong) -> Option<DebtReason> {
        let wrong = self.wrong_use_on(self.known)?;
        let remains = wrong.remains(&self.file.principal_paid, self.known);
        let amount = remains.min(outstanding);
        let deadline = wrong.deadline(self.rules.wrong_use_days);
        amount.is_positive().then(|| {
            if self.known > deadline {
                DebtReason::WrongUse { amount, days: deadline.days_until(self.known) }
            } else {
                DebtReason::WrongUseToRepay { amount, deadline }
            }
        })
    }

    fn instalment_reasons(&self, until: Day) -> Vec<DebtReason> {
        let ends = until.max(self.known);
        let concerns =
            |(due, paid): (&DueInstalment, Dong)| paid < due.amount && due.effective_due_on <= ends;
        if !self.filled_on(self.known).any(concerns) {
            return Vec::new();
        }
        let mut figures = self.instalment_figures();
        figures.sort_by_key(|at| (at.due_on, at.no));
        let last = figures.last().map(|last| last.no);
        if let Some(last) = figures.last()
            && !self.each_instalment_counts()
            && last.state == InstalmentState::Overdue
        {
            let amount = figures.iter().map(|at| at.amount - at.paid).sum();
            return vec![DebtReason::LastLate { amount, days: last.days_late }];
        }
        let reason = |at: &InstalmentFigures| {
            let (no, amount, days) = (at.no, at.amount - at.paid, at.days_late);
            match at.state {
                InstalmentState::Overdue => Some(DebtReason::Late { no, amount, days }),
                InstalmentState::Late => Some(DebtReason::RolledOn { no, amount, days }),
                InstalmentState::Due | InstalmentState::Future => (at.effective_due_on <= until)
                    .then_some(DebtReason::FallsDue { no, last: last == Some(no), amount }),
                InstalmentState::Paid => None,
            }
        };
        figures.iter().filter_map(reason).collect()
    }
}
