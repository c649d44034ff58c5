//! A loan, its facts, and the file that holds them together (khế ước, món vay).

use super::contact::Contact;
use super::day::Day;
use super::ids::{FactId, LoanCode, MemberCode, ProgrammeCode};
use super::money::Dong;
use super::rate::Rate;
use super::visit::SeenAtLoan;
use serde::{Deserialize, Serialize};

/// Where the money of a loan comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capital {
    /// Central government capital.
    Central,
    /// Capital entrusted by the local budget.
    Local,
}

/// The contract of one loan under one programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loan {
    /// Its code.
    pub code: LoanCode,
    /// The borrower.
    pub member: MemberCode,
    /// The programme.
    pub programme: ProgrammeCode,
    /// The principal of the contract, above zero.
    pub principal: Dong,
    /// The day of the contract's first money.
    pub disbursed_on: Day,
    /// The contract's own rate, percent a year.
    pub rate: Rate,
    /// The term in months, above zero.
    pub term_months: u32,
    /// The last due day by contract.
    pub due_on: Day,
    /// What the money is for.
    pub purpose: String,
    /// Before this day no interest falls due (students).
    pub interest_grace_until: Option<Day>,
    /// Where the money comes from.
    pub capital: Option<Capital>,
}

impl Loan {
    /// The instalment of a loan without rows of its own: all of the principal, on the last due
    /// day (contract.md, section 2).
    #[must_use]
    pub fn only_instalment(&self) -> Instalment {
        Instalment { no: 1, due_on: self.due_on, amount: self.principal }
    }
}

/// How a loan stood at the end of a day, in place of its earlier facts (domain.md, section 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The day; the loan does not exist before it.
    pub day: Day,
    /// Principal outstanding at its end.
    pub outstanding: Dong,
    /// Interest that had fallen due and was not paid.
    pub interest_owed: Dong,
    /// The last movement before; the opening's day where it is not given.
    pub last_movement: Option<Day>,
}

/// One disbursement of a loan's money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tranche {
    /// Its fact; none for the single tranche that a loan without rows has.
    pub id: Option<FactId>,
    /// Its day.
    pub day: Day,
    /// Its amount.
    pub amount: Dong,
}

/// A part of the principal with its own due day (kỳ con), as the contract has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// Its number.
    pub no: u32,
    /// Its due day by contract.
    pub due_on: Day,
    /// Its amount.
    pub amount: Dong,
}

/// Principal or interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentKind {
    /// Gốc: by the borrower to the bank, never through the group.
    Principal,
    /// Lãi.
    Interest,
}

/// Where a payment was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentPlace {
    /// At the transaction point, to the bank.
    Point,
    /// At the bank's office.
    Office,
    /// Collected by the group.
    Group,
}

/// A payment that counts: its pair, if it was taken back, is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Its business day.
    pub day: Day,
    /// Its amount, above zero.
    pub amount: Dong,
}

/// What a change of a loan does, from its day on (domain.md, section 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Điều chỉnh kỳ hạn: an instalment before the last one is due on another day.
    Reschedule {
        /// The instalment's number.
        instalment: u32,
        /// Its new due day.
        due_on: Day,
    },
    /// Gia hạn: the last due day moves.
    Extend {
        /// The new last due day.
        due_on: Day,
    },
    /// Khoanh: recovery is suspended.
    Freeze {
        /// The first day outside; open where none.
        until: Option<Day>,
    },
    /// The freeze ends on the change's day.
    Unfreeze,
}

/// A recorded change of a loan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoanChange {
    /// Its fact.
    pub id: FactId,
    /// From this day on it changes what is computed; never earlier days.
    pub day: Day,
    /// What it does.
    pub kind: ChangeKind,
}

/// All that is known of one loan. Facts are in the order of day, then id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoanFile {
    /// The contract.
    pub loan: Loan,
    /// Where the book begins in the middle of the loan.
    pub opening: Option<Opening>,
    /// Disbursements, at least one.
    pub tranches: Vec<Tranche>,
    /// The instalments of the contract, at least one, adding up to the principal.
    pub instalments: Vec<Instalment>,
    /// Principal paid, reversed pairs left out.
    pub principal_paid: Vec<Movement>,
    /// Interest paid, reversed pairs left out.
    pub interest_paid: Vec<Movement>,
    /// Rescheduling, extension, freezing.
    pub changes: Vec<LoanChange>,
    /// What visits saw of this loan.
    pub visits: Vec<SeenAtLoan>,
    /// Talks about this loan.
    pub contacts: Vec<Contact>,
}

impl LoanFile {
    /// The first day on which the loan exists: its opening's day, else its disbursement.
    #[must_use]
    pub fn exists_from(&self) -> Day {
        self.opening.as_ref().map_or(self.loan.disbursed_on, |opening| opening.day)
    }

    /// Principal outstanding at the end of a day, by the facts of that day and before; zero before
    /// the loan exists.
    #[must_use]
    pub fn outstanding_on(&self, day: Day) -> Dong {
        if !self.exists_on(day) {
            return Dong::ZERO;
        }
        let paid = self.paid_before_opening() + paid_until(&self.principal_paid, day);
        (self.disbursed_by(day) - paid).at_least_zero()
    }

    /// What was disbursed up to and including a day.
    #[must_use]
    pub fn disbursed_by(&self, day: Day) -> Dong {
        let by_then = self.tranches.iter().filter(|tranche| tranche.day <= day);
        by_then.map(|tranche| tranche.amount).sum()
    }

    /// What of the principal counts as paid before the opening: what was disbursed by then and is
    /// not outstanding (domain.md, section 4).
    #[must_use]
    pub fn paid_before_opening(&self) -> Dong {
        let paid = |opening: &Opening| self.disbursed_by(opening.day) - opening.outstanding;
        self.opening.as_ref().map_or(Dong::ZERO, paid)
    }

    /// Whether the loan exists on a day (domain.md, sections 4 and 5).
    #[must_use]
    pub fn exists_on(&self, day: Day) -> bool {
        self.exists_from() <= day
    }
}

/// The sum of movements up to and including a day.
#[must_use]
pub fn paid_until(movements: &[Movement], day: Day) -> Dong {
    movements.iter().take_while(|paid| paid.day <= day).map(|paid| paid.amount).sum()
}

/// What moved on a day.
#[must_use]
pub fn moved_on(movements: &[Movement], day: Day) -> Dong {
    movements.iter().filter(|moved| moved.day == day).map(|moved| moved.amount).sum()
}
