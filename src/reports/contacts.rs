//! `report contacts`: talks with borrowers, and how what they promised stands.

use super::{LoanInBook, Question};
use crate::domain::contact::{Contact, ContactHow, PromiseState};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode, LoanCode, MemberCode};
use crate::domain::money::Dong;
use serde::Serialize;

/// A talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContactRow {
    /// Its fact.
    pub id: FactId,
    /// Its day.
    pub day: Day,
    /// The loan that it was about.
    pub loan: LoanCode,
    /// The borrower.
    pub member: MemberCode,
    /// The borrower's name.
    pub name: String,
    /// The group.
    pub group: GroupCode,
    /// How.
    pub how: ContactHow,
    /// Who talked with the borrower.
    pub talker: Option<String>,
    /// What was said.
    pub said: String,
    /// What was promised.
    pub promised_amount: Option<Dong>,
    /// By which day.
    pub promised_by: Option<Day>,
    /// The last day on which the promise can be kept.
    pub until: Option<Day>,
    /// What was paid in time, as far as is known on the day asked about.
    pub paid: Option<Dong>,
    /// How the promise stands on the day asked about.
    pub state: Option<PromiseState>,
}

/// The talks in scope up to the day, the newest first, then by loan and id.
#[must_use]
pub fn contacts(question: &Question<'_>) -> Vec<ContactRow> {
    let known = |contact: &&Contact| contact.day <= question.as_of;
    let of_loan = |loan: LoanInBook<'_>| {
        let talks = loan.file.contacts.iter().filter(known);
        talks.map(|talk| row(question, loan, talk)).collect::<Vec<_>>()
    };
    let mut rows: Vec<ContactRow> = question.loans().flat_map(of_loan).collect();
    rows.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| (&a.loan, &a.id).cmp(&(&b.loan, &b.id))));
    rows
}

fn row(question: &Question<'_>, loan: LoanInBook<'_>, talk: &Contact) -> ContactRow {
    let point = question.ledger.point_of(loan.group);
    let standing =
        point.and_then(|point| talk.standing(loan.file, &point.calendar, question.as_of));
    ContactRow {
        id: talk.id.clone(),
        day: talk.day,
        loan: loan.code(),
        member: loan.file.loan.member.clone(),
        name: loan.member.member.name.clone(),
        group: loan.group.code.clone(),
        how: talk.how,
        talker: talk.talker.clone(),
        said: talk.said.clone(),
        promised_amount: talk.promise.map(|promise| promise.amount),
        promised_by: talk.promise.map(|promise| promise.by),
        until: standing.map(|standing| standing.until),
        paid: standing.map(|standing| standing.paid),
        state: standing.map(|standing| standing.state),
    }
}
