//! Talks with borrowers, and what they promised (domain.md, section 9).

use super::calendar::Calendar;
use super::day::Day;
use super::ids::{FactId, LoanCode};
use super::loan::{LoanFile, Movement};
use super::money::Dong;
use serde::{Deserialize, Serialize};

/// How a borrower was talked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactHow {
    /// Đến nhà.
    Home,
    /// Gọi điện.
    Phone,
    /// Gặp ở phiên giao dịch.
    Session,
    /// Họp tổ.
    Meeting,
    /// Gửi giấy báo.
    Letter,
    /// Any other way.
    Other,
}

impl ContactHow {
    /// All of them, in the order in which they are offered.
    pub const ALL: [ContactHow; 6] =
        [Self::Home, Self::Phone, Self::Session, Self::Meeting, Self::Letter, Self::Other];
}

/// What a borrower promised: to have paid so much by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// How much, principal and interest together; above zero.
    pub amount: Dong,
    /// By which day; not before the talk.
    pub by: Day,
}

/// One talk about a loan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its fact.
    pub id: FactId,
    /// The loan that it was about.
    pub loan: LoanCode,
    /// Business day.
    pub day: Day,
    /// How.
    pub how: ContactHow,
    /// Who talked with the borrower.
    pub talker: Option<String>,
    /// What was said.
    pub said: String,
    /// What was promised.
    pub promise: Option<Promise>,
}

/// What became of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseState {
    /// There is still time.
    Open,
    /// All of it was paid in time.
    Kept,
    /// Something was paid in time, not all.
    Partly,
    /// Nothing was paid in time.
    Broken,
}

/// How a promise stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PromiseStanding {
    /// The promise.
    pub promise: Promise,
    /// The last day on which it can be kept: the first session on or after its day.
    pub until: Day,
    /// What was paid since, no later than that day.
    pub paid: Dong,
    /// What became of it.
    pub state: PromiseState,
}

impl Contact {
    /// How the promise of this talk stands on a day; none where nothing was promised, or the talk
    /// lies after the day.
    #[must_use]
    pub fn standing(
        &self,
        file: &LoanFile,
        calendar: &Calendar,
        day: Day,
    ) -> Option<PromiseStanding> {
        let promise = self.promise.filter(|_| self.day <= day)?;
        let until = calendar.first_on_or_after(promise.by);
        let paid = self.paid_since(file, until.min(day));
        let state = if paid >= promise.amount {
            PromiseState::Kept
        } else if day <= until {
            PromiseState::Open
        } else if paid.is_positive() {
            PromiseState::Partly
        } else {
            PromiseState::Broken
        };
        Some(PromiseStanding { promise, until, paid, state })
    }

    /// What was paid after the talk up to a day, principal and interest together.
    ///
    /// What is paid on the day of the talk was paid before it, unless the promise is for that very
    /// day: who pays a part at the counter promises the rest.
    #[must_use]
    pub fn paid_since(&self, file: &LoanFile, day: Day) -> Dong {
        let same_day = self.promise.is_some_and(|promise| promise.by == self.day);
        let first = if same_day { self.day } else { self.day.plus(1) };
        let counts = |paid: &&Movement| first <= paid.day && paid.day <= day;
        let all = file.principal_paid.iter().chain(&file.interest_paid);
        all.filter(counts).map(|paid| paid.amount).sum()
    }
}

impl LoanFile {
    /// The latest talk about the loan up to a day.
    #[must_use]
    pub fn last_contact(&self, day: Day) -> Option<&Contact> {
        self.contacts.iter().rfind(|contact| contact.day <= day)
    }

    /// The latest talk up to a day at which something was promised.
    #[must_use]
    pub fn last_promise(&self, day: Day) -> Option<&Contact> {
        self.contacts.iter().rfind(|contact| contact.day <= day && contact.promise.is_some())
    }
}
