//! What the file says of a group's loans on the day of a visit: the printed part of a 06/TD.

use super::{LoanInBook, Question};
use crate::domain::day::Day;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, ProgrammeCode};
use crate::domain::money::Dong;
use crate::domain::worklist::{self, VisitReason};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One line of the form, before anything was seen (domain.md, section 7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VisitFormRow {
    /// The loan.
    pub loan: LoanCode,
    /// Its code in short: first 2 and last 4 digits; last 6 where two collide.
    pub short_code: String,
    /// The borrower.
    pub member: MemberCode,
    /// The borrower's name.
    pub name: String,
    /// The programme.
    pub programme: ProgrammeCode,
    /// What the money is for.
    pub purpose: String,
    /// The day of the first money.
    pub disbursed_on: Day,
    /// Disbursed up to the day.
    pub disbursed: Dong,
    /// Principal outstanding on the day.
    pub outstanding: Dong,
    /// Interest arrears on the day.
    pub interest_arrears: Dong,
    /// Why a visit is due, the first to end first.
    pub due: Vec<VisitReason>,
    /// Of an earlier year and not visited in this one: counts for the year's coverage.
    pub not_yet_this_year: bool,
    /// What of an earlier finding of wrong use still remains to be repaid on the day.
    pub wrong_use_left: Dong,
    /// The day by which wrongly used money found on this day is to be repaid.
    pub repay_by: Day,
}

/// The group's loans outstanding on the question's day, and those `also` asked for: visits that are
/// due first, then loans that the year's coverage still wants, then the others; by code.
#[must_use]
pub fn visit_form(
    question: &Question<'_>,
    group: &GroupCode,
    also: &BTreeSet<LoanCode>,
) -> Vec<VisitFormRow> {
    let ledger = question.ledger;
    let files = ledger.loans_of_group(group).filter_map(|file| super::in_book(ledger, file));
    let mut rows: Vec<VisitFormRow> = files
        .filter_map(|loan| row(question, loan))
        .filter(|row| {
            row.outstanding.is_positive() || !row.due.is_empty() || also.contains(&row.loan)
        })
        .collect();
    rows.sort_by(|one, other| {
        let order = |row: &VisitFormRow| (row.due.is_empty(), !row.not_yet_this_year);
        order(one).cmp(&order(other)).then_with(|| one.loan.cmp(&other.loan))
    });
    let short = short_codes(rows.iter().map(|row| &row.loan));
    for (row, short) in rows.iter_mut().zip(short) {
        row.short_code = short;
    }
    rows
}

/// A loan that does not exist yet on the day has no figures, but its line is kept for what was
/// typed into it.
fn row(question: &Question<'_>, loan: LoanInBook<'_>) -> Option<VisitFormRow> {
    let (rules, day) = (question.rules()?, question.as_of);
    let timeline = question.ledger.timeline(loan.file, rules, day);
    let mut due = Vec::new();
    let (mut disbursed, mut outstanding, mut arrears) = (Dong::ZERO, Dong::ZERO, Dong::ZERO);
    let (mut found_on, mut wrong_use_left) = (day, Dong::ZERO);
    if let Some(timeline) = &timeline {
        let mut visits = worklist::visits_due_to(loan.file, timeline);
        visits.sort_by_key(|visit| (visit.deadline.is_none(), visit.deadline));
        due.extend(visits.into_iter().map(|visit| visit.reason));
        due.dedup();
        disbursed = timeline.disbursed_on(day);
        outstanding = timeline.outstanding_on(day);
        arrears = timeline.interest_on(day).arrears;
        if let Some(wrong) = timeline.wrong_use_on(day) {
            found_on = wrong.since;
            wrong_use_left = wrong.remains(&loan.file.principal_paid, day);
        }
    }
    let new_year = Day::new(day.year(), 1, 1)?;
    let in_year = |seen: Day| (new_year..=day).contains(&seen);
    let not_yet_this_year = outstanding.is_positive()
        && loan.file.loan.disbursed_on < new_year
        && !loan.file.visits.iter().any(|visit| in_year(visit.day));
    Some(VisitFormRow {
        loan: loan.code(),
        short_code: String::new(),
        member: loan.member.member.code.clone(),
        name: loan.member.member.name.clone(),
        programme: loan.file.loan.programme.clone(),
        purpose: loan.file.loan.purpose.clone(),
        disbursed_on: loan.file.loan.disbursed_on,
        disbursed,
        outstanding,
        interest_arrears: arrears,
        due,
        not_yet_this_year,
        wrong_use_left,
        repay_by: found_on.plus(i64::from(rules.wrong_use_days)),
    })
}

/// The codes of a form's loans in short: first 2 and last 4 digits, last 6 where two collide.
#[must_use]
pub fn short_codes<'a>(codes: impl Iterator<Item = &'a LoanCode> + Clone) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for code in codes.clone() {
        *seen.entry(short(code, 4)).or_default() += 1;
    }
    let short_of = |code| {
        let four = short(code, 4);
        if seen.get(&four).is_some_and(|times| *times > 1) { short(code, 6) } else { four }
    };
    codes.map(short_of).collect()
}

fn short(code: &LoanCode, last: usize) -> String {
    let digits: Vec<char> = code.as_str().chars().collect();
    if digits.len() <= last + 2 {
        return code.to_string();
    }
    let first: String = digits.iter().take(2).collect();
    let end: String = digits.iter().skip(digits.len() - last).collect();
    format!("{first}…{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_codes_that_collide_show_six_digits() {
        let codes = ["6600310300008441", "6600310900018441", "6600310300008442", "123456"];
        let codes = codes.map(LoanCode::new);
        assert_eq!(
            short_codes(codes.iter()),
            ["66…008441", "66…018441", "66…8442", "123456"].map(str::to_owned)
        );
    }
}
