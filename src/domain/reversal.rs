//! Taking a fact back: a row of the same kind that says the same names it, once; then both vanish
//! from every figure of every day (contract.md, section 2).

use super::cash::CashCount;
use super::contact::Contact;
use super::day::Day;
use super::ids::{FactId, LoanCode};
use super::ledger::VisitRecord;
use super::loan::LoanChange;
use super::meeting::{ActionItem, ActionStep, Meeting};
use super::record::{
    CheckRecord, Confirmation, PaymentRecord, Recorded, SavingsRecord, TrancheRecord,
};
use super::visit::Visit;

/// What a fact says that a row that takes it back has to say too. The day may be a later one.
pub trait Fact {
    /// The columns of its file that tie a row to the one that it takes back.
    const TIES: &'static [&'static str];
    /// Its id.
    fn id(&self) -> &FactId;
    /// Its business day.
    fn day(&self) -> Day;
    /// Whether two agree in all of them.
    fn agrees(&self, other: &Self) -> bool;
}

/// A row that may take another back.
pub trait Reversible: Fact {
    /// The fact that it takes back.
    fn reverses(&self) -> Option<&FactId>;
}

/// Why a row can't take another back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// That one takes back a fact itself.
    Reversal,
    /// It says something else.
    Other,
    /// It was taken back already.
    Already,
    /// That one's day is later: this day.
    Earlier(Day),
}

/// Why one row can't take back another; `already` says that a third one does.
#[must_use]
pub fn flaw<T: Reversible>(row: &T, taken_back: &T, already: bool) -> Option<Flaw> {
    if taken_back.reverses().is_some() {
        Some(Flaw::Reversal)
    } else if !row.agrees(taken_back) {
        Some(Flaw::Other)
    } else if already {
        Some(Flaw::Already)
    } else if row.day() < taken_back.day() {
        Some(Flaw::Earlier(taken_back.day()))
    } else {
        None
    }
}

impl<T: Fact> Fact for Recorded<T> {
    const TIES: &'static [&'static str] = T::TIES;
    fn id(&self) -> &FactId {
        self.fact.id()
    }
    fn day(&self) -> Day {
        self.fact.day()
    }
    fn agrees(&self, other: &Self) -> bool {
        self.fact.agrees(&other.fact)
    }
}

impl<T: Fact> Reversible for Recorded<T> {
    fn reverses(&self) -> Option<&FactId> {
        self.reverses.as_ref()
    }
}

/// Facts whose id and day are fields, and the fields that have to agree.
macro_rules! facts {
    ($($kind:ty: $($tie:ident),+;)+) => {
        $(
            impl Fact for $kind {
                const TIES: &'static [&'static str] = &[$(stringify!($tie)),+];
                fn id(&self) -> &FactId {
                    &self.id
                }
                fn day(&self) -> Day {
                    self.day
                }
                fn agrees(&self, other: &Self) -> bool {
                    $(self.$tie == other.$tie)&&+
                }
            }
        )+
    };
}

facts! {
    PaymentRecord: loan, kind, amount;
    SavingsRecord: member, kind, amount;
    TrancheRecord: loan, amount;
    Visit: group, kind;
    CheckRecord: group, item, answer;
    Meeting: area, session;
    ActionItem: area, what, owner;
    ActionStep: action, kind;
    Confirmation: fact, by;
}

impl Fact for VisitRecord {
    const TIES: &'static [&'static str] = Visit::TIES;
    fn id(&self) -> &FactId {
        &self.visit.id
    }
    fn day(&self) -> Day {
        self.visit.day
    }
    fn agrees(&self, other: &Self) -> bool {
        self.visit.agrees(&other.visit)
    }
}

impl Fact for Contact {
    const TIES: &'static [&'static str] = &["loan", "how", "promised_amount", "promised_by"];
    fn id(&self) -> &FactId {
        &self.id
    }
    fn day(&self) -> Day {
        self.day
    }
    fn agrees(&self, other: &Self) -> bool {
        (&self.loan, self.how, self.promise) == (&other.loan, other.how, other.promise)
    }
}

impl Fact for CashCount {
    const TIES: &'static [&'static str] = &["group", "session", "expected", "counted"];
    fn id(&self) -> &FactId {
        &self.id
    }
    fn day(&self) -> Day {
        self.session
    }
    fn agrees(&self, other: &Self) -> bool {
        (&self.group, self.session, self.expected, self.counted)
            == (&other.group, other.session, other.expected, other.counted)
    }
}

impl Fact for (LoanCode, LoanChange) {
    const TIES: &'static [&'static str] = &["loan", "kind", "instalment", "value"];
    fn id(&self) -> &FactId {
        &self.1.id
    }
    fn day(&self) -> Day {
        self.1.day
    }
    fn agrees(&self, other: &Self) -> bool {
        (&self.0, &self.1.kind) == (&other.0, &other.1.kind)
    }
}

impl Reversible for PaymentRecord {
    fn reverses(&self) -> Option<&FactId> {
        self.reverses.as_ref()
    }
}

impl Reversible for SavingsRecord {
    fn reverses(&self) -> Option<&FactId> {
        self.reverses.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Dong;

    fn tranche(id: &str, day: i64, amount: i64, reverses: Option<&str>) -> Recorded<TrancheRecord> {
        let day = Day::new(2026, 1, 10).expect("a day").plus(day);
        let fact =
            TrancheRecord { id: id.into(), loan: "L1".into(), day, amount: Dong::new(amount) };
        Recorded { reverses: reverses.map(Into::into), ..fact.into() }
    }

    #[test]
    fn a_row_takes_back_one_that_says_the_same_on_its_day_or_later_and_once() {
        let first = tranche("a", 0, 5, None);
        let back = |day, amount| tranche("b", day, amount, Some("a"));
        assert_eq!(flaw(&back(0, 5), &first, false), None);
        assert_eq!(flaw(&back(9, 5), &first, false), None);
        assert_eq!(flaw(&back(-1, 5), &first, false), Some(Flaw::Earlier(first.day)));
        assert_eq!(flaw(&back(0, 6), &first, false), Some(Flaw::Other));
        assert_eq!(flaw(&back(0, 5), &first, true), Some(Flaw::Already));
        let again = tranche("c", 0, 5, Some("b"));
        assert_eq!(flaw(&again, &back(0, 5), false), Some(Flaw::Reversal));
    }
}
