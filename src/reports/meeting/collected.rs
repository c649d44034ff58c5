//! What was collected of what was due at a session: principal, interest, savings, attendance, cash.

use super::held::Held;
use crate::domain::day::Day;
use crate::domain::group::Group;
use crate::domain::ids::GroupCode;
use crate::domain::ledger::{Ledger, MemberFile};
use crate::domain::loan::{LoanFile, moved_on};
use crate::domain::money::Dong;
use crate::domain::ratio::{Ratio, six_decimals};
use crate::domain::timeline::Timeline;
use crate::reports::Question;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// What was collected of groups that hand in at the session; zero of others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Collected {
    /// Principal.
    pub principal: OfDue,
    /// Interest.
    pub interest: OfDue,
    /// Savings of the session's day.
    pub savings: Saved,
    /// Who came for the groups.
    pub attendance: Attended,
    /// The cash of the groups' sheets.
    pub cash: Counted,
}

/// What was paid of what was due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OfDue {
    /// Loans (principal) or members (interest) with something due.
    pub asked: i64,
    /// What was due, as known the evening before.
    pub due: Dong,
    /// What was paid of it on the session's day: of each loan at most what it was due.
    pub collected: Dong,
    /// All that was paid on the day, what was not asked for included.
    pub paid: Dong,
}

/// Savings of the session's day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Saved {
    /// Deposited.
    pub deposits: Dong,
    /// Withdrawn.
    pub withdrawals: Dong,
}

/// Who came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attended {
    /// Groups that count on the day.
    pub groups: i64,
    /// Those that came by their leader or deputy.
    pub represented: i64,
}

/// Cash that was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// Groups whose cash was counted.
    pub groups: i64,
    /// What their sheets came to.
    pub expected: Dong,
    /// What was counted.
    pub counted: Dong,
    /// How many of them differ.
    pub differing: i64,
    /// What was counted above what the sheets say; negative where it is short.
    pub difference: Dong,
}

impl OfDue {
    /// The part that was collected; none where nothing was due.
    #[must_use]
    pub const fn share(&self) -> Ratio {
        Ratio::new(self.collected.get(), self.due.get())
    }
}

impl Serialize for OfDue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Row {
            asked: i64,
            due: Dong,
            collected: Dong,
            paid: Dong,
            #[serde(serialize_with = "six_decimals")]
            share: Ratio,
        }
        let OfDue { asked, due, collected, paid } = *self;
        Row { asked, due, collected, paid, share: self.share() }.serialize(serializer)
    }
}

impl Attended {
    /// The part that came; none where no group was expected.
    #[must_use]
    pub const fn share(&self) -> Ratio {
        Ratio::new(self.represented, self.groups)
    }
}

impl Serialize for Attended {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Row {
            groups: i64,
            represented: i64,
            #[serde(serialize_with = "six_decimals")]
            share: Ratio,
        }
        let Attended { groups, represented } = *self;
        Row { groups, represented, share: self.share() }.serialize(serializer)
    }
}

/// What was collected of each group in scope that hands in at the session.
#[must_use]
pub fn by_group(question: &Question<'_>, held: &Held) -> BTreeMap<GroupCode, Collected> {
    let of_session = question.groups().filter(|group| held.is_of(group));
    of_session.map(|group| (group.code.clone(), of_group(question, group, held.session))).collect()
}

fn of_group(question: &Question<'_>, group: &Group, session: Day) -> Collected {
    let ledger = question.ledger;
    let members = ledger.members_of.get(&group.code).map_or(&[][..], Vec::as_slice);
    let mut sums = of_board(ledger, group, session);
    for member in members.iter().filter_map(|code| ledger.members.get(code)) {
        sums += of_member(question, member, group, session);
    }
    sums
}

/// What the group itself brings: who came for it, and its cash.
fn of_board(ledger: &Ledger, group: &Group, session: Day) -> Collected {
    let key = (group.code.clone(), session);
    let expected = group.counts_on(session);
    let came = ledger.attendance.get(&key).is_some_and(|by| by.represents());
    let cash = ledger.cash.get(&key).map_or_else(Counted::default, |count| Counted {
        groups: 1,
        expected: count.expected,
        counted: count.counted,
        differing: i64::from(!count.difference().is_zero()),
        difference: count.difference(),
    });
    let attendance =
        Attended { groups: i64::from(expected), represented: i64::from(expected && came) };
    Collected { attendance, cash, ..Collected::default() }
}

fn of_member(
    question: &Question<'_>,
    member: &MemberFile,
    group: &Group,
    session: Day,
) -> Collected {
    let mut sums = Collected::default();
    let loans = member.loans.iter().filter_map(|code| question.ledger.loans.get(code));
    for loan in loans {
        let (principal, interest) = of_loan(question, loan, group, session);
        sums.principal += principal;
        sums.interest += interest;
    }
    // A member with interest on several loans is one who was asked.
    sums.interest.asked = sums.interest.asked.min(1);
    sums.savings = Saved {
        deposits: moved_on(&member.deposits, session),
        withdrawals: moved_on(&member.withdrawals, session),
    };
    sums
}

/// Principal and interest of one loan, due as known the evening before.
fn of_loan(
    question: &Question<'_>,
    loan: &LoanFile,
    group: &Group,
    session: Day,
) -> (OfDue, OfDue) {
    let evening = question.on(session.plus(-1));
    let due = || {
        let calendar = &question.ledger.point_of(group)?.calendar;
        let timeline = Timeline::new(loan, calendar, evening.rules()?, evening.as_of, session)?;
        Some((timeline.principal_to_pay_at(session), timeline.interest_to_pay_at(session)))
    };
    let (principal, interest) = due().unwrap_or_default();
    let of = |due: Dong, paid: Dong| OfDue {
        asked: i64::from(due.is_positive()),
        due,
        collected: due.min(paid),
        paid,
    };
    (
        of(principal, moved_on(&loan.principal_paid, session)),
        of(interest, moved_on(&loan.interest_paid, session)),
    )
}

impl AddAssign for OfDue {
    fn add_assign(&mut self, other: OfDue) {
        self.asked += other.asked;
        self.due += other.due;
        self.collected += other.collected;
        self.paid += other.paid;
    }
}

impl AddAssign for Collected {
    fn add_assign(&mut self, other: Collected) {
        self.principal += other.principal;
        self.interest += other.interest;
        self.savings.deposits += other.savings.deposits;
        self.savings.withdrawals += other.savings.withdrawals;
        self.attendance.groups += other.attendance.groups;
        self.attendance.represented += other.attendance.represented;
        self.cash.groups += other.cash.groups;
        self.cash.expected += other.cash.expected;
        self.cash.counted += other.cash.counted;
        self.cash.differing += other.cash.differing;
        self.cash.difference += other.cash.difference;
    }
}
