//! What a command writes, and what it touches of the book in memory.

use super::load::{MasterKey, Touched};
use crate::domain::day::Day;
use crate::domain::entry::master::{
    GroupEntry, LoanEntry, MemberEntry, PlaceEntry, PointEntry, SessionEntry,
};
use crate::domain::ids::{FactId, GroupCode};
use crate::domain::ledger::{Presence, VisitRecord};
use crate::domain::loan::Instalment;
use crate::domain::record::{PaymentRecord, Recorded, SavingsRecord, Trail};

/// What a sheet writes, as one piece.
#[derive(Clone, Debug)]
pub(crate) struct SheetFacts {
    pub(crate) id: FactId,
    pub(crate) group: GroupCode,
    pub(crate) session: Day,
    pub(crate) presence: Option<Presence>,
    /// The lines as the paper had them, as JSON.
    pub(crate) lines: String,
    pub(crate) payments: Vec<PaymentRecord>,
    pub(crate) deposits: Vec<SavingsRecord>,
    pub(crate) trail: Trail,
}

/// What the entry of a loan writes.
#[derive(Clone, Debug)]
pub(crate) struct LoanFacts {
    pub(crate) entry: LoanEntry,
    /// All instalments of the loan from now on. A plan of one that follows from the contract
    /// alone needs no row.
    pub(crate) plan: Vec<Instalment>,
}

/// What a command writes.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Payment(PaymentRecord),
    Sheet(SheetFacts),
    Visit(Recorded<VisitRecord>),
    Place(PlaceEntry),
    Point(PointEntry),
    Session(SessionEntry),
    Group(GroupEntry),
    Member(MemberEntry),
    Loan(Box<LoanFacts>),
}

impl Change {
    /// What it touches.
    pub(crate) fn touches(&self) -> Touched {
        let mut touched = Touched::default();
        let row = |key| Touched { rows: vec![key], ..Touched::default() };
        match self {
            Change::Payment(payment) => touched.loans.push(payment.loan.clone()),
            Change::Sheet(sheet) => {
                touched.loans.extend(sheet.payments.iter().map(|paid| paid.loan.clone()));
                touched.members.extend(sheet.deposits.iter().map(|saved| saved.member.clone()));
                touched.groups.extend(sheet.presence.map(|_| sheet.group.clone()));
            }
            Change::Visit(record) => {
                touched.visits.push(record.visit.id.clone());
                touched.loans.extend(record.lines.iter().map(|line| line.loan.clone()));
            }
            Change::Place(entry) => return row(MasterKey::Place(entry.row.code.clone())),
            Change::Point(entry) => return row(MasterKey::Point(entry.row.code.clone())),
            Change::Session(entry) => return row(MasterKey::Point(entry.row.point.clone())),
            Change::Group(entry) => return row(MasterKey::Group(entry.row.code.clone())),
            Change::Member(entry) => return row(MasterKey::Member(entry.row.code.clone())),
            Change::Loan(facts) => {
                return row(MasterKey::Loan(facts.entry.row.loan.code.clone()));
            }
        }
        touched
    }
}
