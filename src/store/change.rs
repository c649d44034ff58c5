//! What a command writes, and what it touches of the book in memory.

use super::load::{MasterKey, Touched};
use crate::domain::cash::CashCount;
use crate::domain::contact::Contact;
use crate::domain::day::Day;
use crate::domain::entry::master::{
    GroupEntry, LoanEntry, MemberEntry, PlaceEntry, PointEntry, SessionEntry,
};
use crate::domain::ids::{FactId, GroupCode, LoanCode};
use crate::domain::ledger::{Presence, VisitRecord};
use crate::domain::loan::{Instalment, LoanChange, Opening};
use crate::domain::meeting::{ActionItem, ActionStep, Meeting};
use crate::domain::record::{
    AttendanceRecord, CheckRecord, Confirmation, PaymentRecord, Recorded, SavingsRecord, Trail,
    TrancheRecord,
};

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
    pub(crate) savings: Vec<SavingsRecord>,
    /// The sheet that it takes back; then it has lines and facts of its own no more.
    pub(crate) reverses: Option<FactId>,
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
    Tranche(Recorded<TrancheRecord>),
    Opening(FactId, Recorded<(LoanCode, Opening)>),
    Saving(SavingsRecord),
    /// Rescheduling, extension, freezing or its end.
    Terms(Recorded<(LoanCode, LoanChange)>),
    Attendance(FactId, Recorded<AttendanceRecord>),
    /// The answers of one check of a group.
    Check(Vec<Recorded<CheckRecord>>),
    Contact(Recorded<Contact>),
    Cash(Recorded<CashCount>),
    Meeting(Recorded<Meeting>),
    Action(Recorded<ActionItem>),
    Step(Recorded<ActionStep>),
    /// A row that takes money back, and who confirms it.
    Confirmed(Box<Change>, Recorded<Confirmation>),
    Back(Box<Back>),
}

/// The taking back of a fact.
#[derive(Clone, Debug)]
pub(crate) struct Back {
    /// The id of what takes back.
    pub(crate) id: FactId,
    /// What it takes back.
    pub(crate) of: FactId,
    /// What is written: the row that takes back first, then those of what came with the fact.
    pub(crate) rows: Vec<Change>,
    /// What the fact had touched.
    pub(crate) touched: Touched,
    /// The second person, where one stands behind it.
    pub(crate) confirmed: Option<Recorded<Confirmation>>,
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
                touched.members.extend(sheet.savings.iter().map(|saved| saved.member.clone()));
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
            Change::Tranche(row) => touched.loans.push(row.loan.clone()),
            Change::Opening(_, row) => touched.loans.push(row.0.clone()),
            Change::Saving(saving) => touched.members.push(saving.member.clone()),
            Change::Terms(row) => touched.loans.push(row.0.clone()),
            Change::Attendance(_, row) => touched.groups.push(row.0.clone()),
            Change::Check(rows) => touched.groups.extend(rows.first().map(|row| row.group.clone())),
            Change::Contact(row) => touched.loans.push(row.loan.clone()),
            Change::Cash(row) => touched.cash.push((row.group.clone(), row.session)),
            Change::Meeting(row) => touched.meetings.push(row.id.clone()),
            Change::Action(row) => touched.actions.push(row.id.clone()),
            Change::Step(row) => touched.actions.push(row.action.clone()),
            Change::Confirmed(row, _) => touched = row.touches(),
            Change::Back(back) => {
                touched = back.touched.clone();
                back.rows.iter().for_each(|row| touched.add(row.touches()));
            }
        }
        touched
    }
}
