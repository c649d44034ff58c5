//! What a member owed at the ends of past months, for a small chart.

use crate::domain::day::Day;
use crate::domain::ids::LoanCode;
use crate::domain::money::Dong;
use crate::reports::Question;

/// What was owed at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The day: a month's last, or the question's day.
    pub day: Day,
    /// Principal outstanding.
    pub outstanding: Dong,
}

/// The principal outstanding of loans at the last `most` month ends and on the question's day, from
/// the month of the first disbursement on, oldest first.
#[must_use]
pub fn balances(question: &Question<'_>, loans: &[LoanCode], most: usize) -> Vec<Balance> {
    let Some(rules) = question.rules() else { return Vec::new() };
    let ledger = question.ledger;
    let files = loans.iter().filter_map(|code| ledger.loans.get(code));
    let timelines: Vec<_> = files
        .filter_map(|file| {
            Some((file.exists_from(), ledger.timeline(file, rules, question.as_of)?))
        })
        .collect();
    let Some(first) = timelines.iter().map(|(from, _)| *from).min() else { return Vec::new() };
    let mut days = vec![question.as_of];
    let mut month = question.as_of.month().previous();
    while month.last_day() >= first && days.len() < most {
        days.push(month.last_day());
        month = month.previous();
    }
    let balance = |day: &Day| Balance {
        day: *day,
        outstanding: timelines.iter().map(|(_, timeline)| timeline.outstanding_on(*day)).sum(),
    };
    days.iter().rev().map(balance).collect()
}
