//! Which entry forms there are: a plain value each, so that a key or a test can open any of them.

use super::paper::Paper;
use super::{change, contact, group, loan, meeting, member, mend, money, place, point, take_back};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode, LoanCode, MemberCode, PlaceCode, PointCode};
use crate::domain::meeting::StepKind;

/// Which form it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A new group.
    NewGroup,
    /// A group that is known.
    Group(GroupCode),
    /// New members of a group, one after the other.
    NewMember(GroupCode),
    /// A member who is known.
    Member(MemberCode),
    /// A new loan of a member.
    NewLoan(MemberCode),
    /// A loan that is known.
    Loan(LoanCode),
    /// A further tranche of a loan.
    Tranche(LoanCode),
    /// How a loan stands where the book begins in the middle of it.
    Opening(LoanCode),
    /// Other terms of a loan, or a freeze.
    Change(LoanCode),
    /// A talk about a loan.
    Contact(LoanCode),
    /// The taking back of a fact.
    TakeBack {
        /// The fact.
        of: FactId,
        /// What it says, for whoever takes it back.
        said: String,
    },
    /// A saved line of a group's sheet that is wrong: taken back, and recorded rightly.
    MendLine {
        /// The group.
        group: GroupCode,
        /// The session.
        session: Day,
        /// Whose line.
        member: MemberCode,
    },
    /// A payment to the bank that is wrong: taken back, and recorded rightly.
    MendPayment(FactId),
    /// New places, one after the other.
    NewPlace,
    /// A place that is known.
    Place(PlaceCode),
    /// A new transaction point.
    NewPoint,
    /// A point that is known.
    Point(PointCode),
    /// A session of a point that is moved or not held.
    Session(PointCode),
    /// A meeting, about a session.
    Meeting(Option<Day>),
    /// Things to be done one after the other, on the page of a session.
    Action(Option<Day>),
    /// How something that is to be done went.
    Step(FactId, StepKind),
}

impl Entry {
    /// The kind and key of its draft.
    #[must_use]
    pub fn draft(&self) -> (&'static str, String) {
        match self {
            Entry::NewGroup => ("new-group", String::new()),
            Entry::Group(code) => ("group", code.to_string()),
            Entry::NewMember(group) => ("new-member", group.to_string()),
            Entry::Member(code) => ("member", code.to_string()),
            Entry::NewLoan(member) => ("new-loan", member.to_string()),
            Entry::Loan(code) => ("loan", code.to_string()),
            Entry::Tranche(code) => ("tranche", code.to_string()),
            Entry::Opening(code) => ("opening", code.to_string()),
            Entry::Change(code) => ("change", code.to_string()),
            Entry::Contact(code) => ("contact", code.to_string()),
            Entry::TakeBack { of, .. } => ("take-back", of.to_string()),
            Entry::MendLine { group, session, member } => {
                ("mend-line", format!("{group} {session} {member}"))
            }
            Entry::MendPayment(of) => ("mend-payment", of.to_string()),
            Entry::NewPlace => ("new-place", String::new()),
            Entry::Place(code) => ("place", code.to_string()),
            Entry::NewPoint => ("new-point", String::new()),
            Entry::Point(code) => ("point", code.to_string()),
            Entry::Session(point) => ("session", point.to_string()),
            Entry::Meeting(session) => ("meeting", of_session(*session)),
            Entry::Action(session) => ("action", of_session(*session)),
            Entry::Step(action, _) => ("action-step", action.to_string()),
        }
    }

    /// Whether it changes a row that is known.
    pub(super) const fn amends(&self) -> bool {
        matches!(
            self,
            Entry::Group(_)
                | Entry::Member(_)
                | Entry::Loan(_)
                | Entry::Place(_)
                | Entry::Point(_)
                | Entry::MendLine { .. }
                | Entry::MendPayment(_)
        )
    }

    pub(super) fn paper(&self) -> Box<dyn Paper> {
        match self {
            Entry::NewGroup => Box::new(group::GroupPaper::new()),
            Entry::Group(code) => Box::new(group::GroupPaper::of(code.clone())),
            Entry::NewMember(group) => Box::new(member::MemberPaper::new(group.clone())),
            Entry::Member(code) => Box::new(member::MemberPaper::of(code.clone())),
            Entry::NewLoan(member) => Box::new(loan::LoanPaper::new(member.clone())),
            Entry::Loan(code) => Box::new(loan::LoanPaper::of(code.clone())),
            Entry::Tranche(code) => Box::new(money::TranchePaper::new(code.clone())),
            Entry::Opening(code) => Box::new(money::OpeningPaper::new(code.clone())),
            Entry::Change(code) => Box::new(change::ChangePaper::new(code.clone())),
            Entry::Contact(code) => Box::new(contact::ContactPaper::new(code.clone())),
            Entry::TakeBack { of, said } => {
                Box::new(take_back::TakeBackPaper::new(of.clone(), said.clone()))
            }
            Entry::MendLine { group, session, member } => {
                let of = (group.clone(), *session, member.clone());
                Box::new(mend::line::LinePaper::new(of))
            }
            Entry::MendPayment(of) => Box::new(mend::payment::PaymentPaper::new(of.clone())),
            Entry::NewPlace => Box::new(place::PlacePaper::new()),
            Entry::Place(code) => Box::new(place::PlacePaper::of(code.clone())),
            Entry::NewPoint => Box::new(point::PointPaper::new()),
            Entry::Point(code) => Box::new(point::PointPaper::of(code.clone())),
            Entry::Session(point) => Box::new(point::SessionPaper::of(point.clone())),
            Entry::Meeting(session) => Box::new(meeting::MeetingPaper::new(*session)),
            Entry::Action(session) => Box::new(meeting::ActionPaper::new(*session)),
            Entry::Step(action, kind) => Box::new(meeting::StepPaper::new(action.clone(), *kind)),
        }
    }
}

fn of_session(session: Option<Day>) -> String {
    session.map(|day| day.to_string()).unwrap_or_default()
}
