//! What is behind a figure: each loan, member or group with what it brings to numerator and
//! denominator, so that the rows of a scope add up to its ratio.

use super::Question;
use crate::domain::group::Group;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode};
use crate::domain::ratio::{Ratio, RatioId};
use crate::domain::rulebook::Rulebook;
use crate::domain::tally::Tally;

/// Whose row it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A group.
    Group,
    /// A member.
    Member(MemberCode),
    /// A loan of a member.
    Loan(MemberCode, LoanCode),
}

/// One row behind a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BehindRow {
    /// The group.
    pub group: GroupCode,
    /// Whose row it is.
    pub subject: Subject,
    /// The member's or the group leader's name.
    pub name: String,
    /// What it brings to the numerator and the denominator.
    pub part: Ratio,
}

impl BehindRow {
    /// How much worse it makes the figure: its numerator where less is better, else what it lacks.
    #[must_use]
    pub fn harm(&self, id: RatioId) -> i64 {
        let Ratio { numerator, denominator } = self.part;
        if id.less_is_better() {
            numerator
        } else if id == RatioId::SavingsIncrease {
            -numerator
        } else {
            denominator - numerator
        }
    }
}

/// The rows behind a figure of the scope, those that harm it most first, then by group and code.
#[must_use]
pub fn behind(question: &Question<'_>, id: RatioId) -> Vec<BehindRow> {
    let Some(rules) = question.rules() else {
        return Vec::new();
    };
    let mut rows: Vec<BehindRow> =
        question.groups().flat_map(|group| of_group(question, rules, group, id)).collect();
    rows.retain(|row| row.part.numerator != 0 || row.part.denominator != 0);
    rows.sort_by(|a, b| {
        let order = |row: &BehindRow| (row.group.clone(), row.subject.clone());
        b.harm(id).cmp(&a.harm(id)).then_with(|| order(a).cmp(&order(b)))
    });
    rows
}

fn of_group(
    question: &Question<'_>,
    rules: &Rulebook,
    group: &Group,
    id: RatioId,
) -> Vec<BehindRow> {
    let ledger = question.ledger;
    let row = |subject, name: &str, part: Tally| BehindRow {
        group: group.code.clone(),
        subject,
        name: name.to_owned(),
        part: part.ratio(id),
    };
    let leader = ledger.group_name(group);
    let members = ledger.members_of.get(&group.code).map_or(&[][..], Vec::as_slice);
    let members = members.iter().filter_map(|code| ledger.members.get(code));
    match id {
        RatioId::AttendanceRatio => {
            vec![row(Subject::Group, leader, Tally::of_board(ledger, group, question.as_of))]
        }
        RatioId::GoodGroupShare | RatioId::WeakGroupShare => {
            vec![row(Subject::Group, leader, question.tally_of(group).graded(rules))]
        }
        RatioId::SavingsParticipation | RatioId::SavingsIncrease => members
            .map(|file| {
                let part = Tally::of_savings(file, group, question.as_of);
                row(Subject::Member(file.member.code.clone()), &file.member.name, part)
            })
            .collect(),
        _ => members
            .flat_map(|file| file.loans.iter().map(move |code| (file, code)))
            .filter_map(|(file, code)| {
                let loan = ledger.loans.get(code)?;
                let timeline = ledger.timeline(loan, rules, question.as_of)?;
                let part = Tally::of_loan(loan, &timeline, question.baseline());
                let subject = Subject::Loan(file.member.code.clone(), code.clone());
                Some(row(subject, &file.member.name, part))
            })
            .collect(),
    }
}
