//! What lists ask about a loan on a day, worked out together so that each list has it at once.

use super::contact::{Contact, PromiseStanding};
use super::day::Day;
use super::debt_reason::DebtReason;
use super::figures::LoanStatus;
use super::money::Dong;
use super::talk_first::TalkFirst;
use super::timeline::{Standing, Timeline};
use super::worklist::{VisitDue, visits_due_to};

/// How a loan stands on a day (domain.md, sections 3 and 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoanDay {
    /// How its principal stands.
    pub standing: Standing,
    /// Its status.
    pub status: LoanStatus,
    /// Interest due and not paid (lãi tồn).
    pub arrears: Dong,
    /// The first session of the unbroken run of sessions whose interest is not all paid; none
    /// without arrears.
    pub unpaid_since: Option<Day>,
    /// The first day of the unbroken run of inactive days.
    pub inactive_since: Option<Day>,
    /// The last movement of principal or interest.
    pub last_movement: Option<Day>,
    /// What it is asked for at its next session.
    pub next: Asked,
    /// The visits that are due to it.
    pub visits: Vec<VisitDue>,
    /// How the latest promise stands.
    pub promise: Option<PromiseStanding>,
    /// Why its borrower is to be talked to.
    pub talk_first: TalkFirst,
}

/// What a loan is asked for at a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The session.
    pub session: Day,
    /// Principal.
    pub principal: Dong,
    /// Interest to pay if nothing is paid before.
    pub interest: Dong,
    /// Why principal is asked for, or overdue.
    pub reasons: Vec<DebtReason>,
}

impl Timeline<'_> {
    /// How the loan stands on the known day.
    #[must_use]
    pub fn loan_day(&self) -> LoanDay {
        let day = self.known;
        let standing = self.standing_on(day);
        let promise = |talk: &Contact| talk.standing(self.file, self.calendar, day);
        LoanDay {
            standing,
            status: self.status_of(standing),
            arrears: self.arrears_on(day),
            unpaid_since: self.interest_unpaid_since(),
            inactive_since: self.inactive_since(),
            last_movement: self.last_movement(),
            next: self.asked_at(self.calendar.first_on_or_after(day)),
            visits: visits_due_to(self.file, self),
            promise: self.file.last_promise(day).and_then(promise),
            talk_first: self.talk_first(),
        }
    }

    /// What is asked for at a session, as known on the known day. The timeline must have been
    /// worked out to it.
    #[must_use]
    pub fn asked_at(&self, session: Day) -> Asked {
        Asked {
            session,
            principal: self.principal_to_pay_at(session),
            interest: self.interest_to_pay_at(session),
            reasons: self.debt_reasons(session),
        }
    }
}
