//! The stories that a loan may have: every state of domain.md, each made on purpose.

mod debts;
mod others;

use super::conduct::Conduct;
use super::contract::Contract;
use super::dice::Dice;
use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::rulebook::Rulebook;

/// The story of one loan, as it stands on the day of the book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// An ordinary loan.
    #[default]
    Usual,
    /// A student in grace, with tranches.
    StudentInGrace,
    /// A student whose grace ended this month.
    StudentThisMonth,
    /// A student whose grace ended, paying its interest bit by bit.
    StudentAfter,
    /// Disbursed under the earlier rule: a late instalment rolled on.
    RolledOn,
    /// Disbursed under the rule of 01/03/2026: a late instalment is overdue.
    LateCounts,
    /// The same under a programme that is exempt from it.
    LateExempt,
    /// The last instalment is late, up to 30 days.
    LastLate1,
    /// 31–90 days.
    LastLate31,
    /// 91–180 days.
    LastLate91,
    /// 181–360 days.
    LastLate181,
    /// More than 360 days.
    LastLate361,
    /// The last instalment was late, and is paid.
    RepaidLate,
    /// An instalment was moved to a later day.
    Rescheduled,
    /// The last due day was moved.
    Extended,
    /// Frozen without an end.
    FrozenOpen,
    /// Frozen for years to come.
    Frozen,
    /// A freeze that ended by itself.
    FreezeEnded,
    /// Two freezes that overlap.
    FreezesOverlap,
    /// A freeze that was ended early.
    Unfrozen,
    /// Wrong use, repaid in time.
    WrongRepaid,
    /// Wrong use, part of it still there after 30 days.
    WrongRemains,
    /// Wrong use, and a later visit that found nothing wrong.
    WrongHealed,
    /// Wrong use found less than 30 days ago.
    WrongInTime,
    /// Wrong use found twice: the days run from the first.
    WrongTwice,
    /// Inactive since today.
    JustInactive,
    /// Inactive from tomorrow on.
    JustActive,
    /// Inactive for long.
    Inactive,
    /// Interest paid far ahead.
    Prepaid,
    /// Settled on the last day.
    SettledToday,
    /// Settled months ago.
    SettledEarlier,
    /// The principal first, the interest later.
    SettledInterestLater,
    /// The principal is paid, interest still owed.
    InterestLeft,
    /// One session's interest owed.
    Arrears,
    /// A receipt that was typed wrongly and taken back.
    Mistyped,
    /// Gone, with debt and savings left behind.
    Left,
    /// Disbursed 31 days ago and not visited: missed.
    VisitMissed,
    /// The visit is due today.
    VisitToday,
    /// The visit is due within a week.
    VisitSoon,
    /// The visit has time.
    VisitPending,
    /// Visited after the deadline.
    VisitLate,
    /// The last tranche was not drawn.
    Undrawn,
    /// Older than the book, with interest owed at its beginning.
    OpeningOwed,
    /// A student in grace, older than the book.
    OpeningStudent,
}

impl Fate {
    /// All stories but the ordinary one.
    pub const ALL: [Fate; 43] = [
        Fate::StudentInGrace,
        Fate::LastLate1,
        Fate::RolledOn,
        Fate::FrozenOpen,
        Fate::WrongRemains,
        Fate::JustInactive,
        Fate::SettledToday,
        Fate::VisitMissed,
        Fate::OpeningOwed,
        Fate::Mistyped,
        Fate::StudentThisMonth,
        Fate::LastLate31,
        Fate::LateCounts,
        Fate::Frozen,
        Fate::WrongRepaid,
        Fate::JustActive,
        Fate::SettledEarlier,
        Fate::VisitToday,
        Fate::Rescheduled,
        Fate::Left,
        Fate::StudentAfter,
        Fate::LastLate91,
        Fate::LateExempt,
        Fate::FreezeEnded,
        Fate::WrongHealed,
        Fate::Inactive,
        Fate::SettledInterestLater,
        Fate::VisitSoon,
        Fate::Extended,
        Fate::Arrears,
        Fate::OpeningStudent,
        Fate::LastLate181,
        Fate::RepaidLate,
        Fate::FreezesOverlap,
        Fate::WrongInTime,
        Fate::Prepaid,
        Fate::InterestLeft,
        Fate::VisitPending,
        Fate::Undrawn,
        Fate::LastLate361,
        Fate::Unfrozen,
        Fate::WrongTwice,
        Fate::VisitLate,
    ];

    /// The contract and the conduct that make the story come true; none for the ordinary one.
    pub(super) fn story(self, dice: &mut Dice, past: &Past<'_>) -> Option<(Contract, Conduct)> {
        debts::story(self, dice, past).or_else(|| others::story(self, dice, past))
    }
}

/// The days that stories are made of, seen from the day of the book.
#[derive(Clone, Copy, Debug)]
pub(super) struct Past<'a> {
    /// The sessions of the loan's point.
    pub(super) calendar: &'a Calendar,
    /// The rules of the day.
    pub(super) rules: &'a Rulebook,
    /// The day on which the book stands.
    pub(super) as_of: Day,
    /// The last day with facts.
    pub(super) last: Day,
    /// The last day before the book's facts begin.
    pub(super) eve: Day,
}

impl Past<'_> {
    /// The session that lies so many sessions back; 1 is the last one before the day of the book.
    pub(super) fn session(&self, back: u32) -> Day {
        (0..back).fold(self.as_of, |day, _| self.calendar.last_before(day))
    }

    /// A working day, that many days after a session so many sessions back.
    pub(super) fn after_session(&self, back: u32, days: i64) -> Day {
        workday(self.session(back).plus(days)).min(self.last)
    }

    /// The latest session that lies at least `least` and at most `most` days back.
    pub(super) fn session_between(&self, least: i64, most: i64) -> Day {
        let mut session = self.calendar.last_before(self.as_of.plus(1 - least.max(1)));
        // A month without a session may leave the span empty: then the nearest later one.
        if session.days_until(self.as_of) > most {
            session = self.calendar.first_on_or_after(session.plus(1));
        }
        session
    }
}

/// The day itself, or the Monday after it.
pub(super) fn workday(day: Day) -> Day {
    use chrono::Weekday::{Sat, Sun};
    match day.weekday() {
        Sat => day.plus(2),
        Sun => day.plus(1),
        _ => day,
    }
}
