//! What a person can ask of the book: plain values, made by forms and by `tkvv record`.

pub use crate::domain::cash::CashCount;
pub use crate::domain::contact::Contact;
pub use crate::domain::entry::master::{
    GroupEntry, LoanEntry, LoanRow, MasterEntry, MemberEntry, NewAttendance, NewCheck,
    NewDisbursement, NewLoanChange, NewOpening, NewReversal, NewSavings, PlaceEntry, PointEntry,
    PointRow, SessionChange, SessionEntry,
};
pub use crate::domain::entry::{NewPayment, NewSheet, NewVisit, SheetLine};
pub use crate::domain::meeting::{ActionItem, ActionStep, Meeting};

use crate::domain::ids::{FactId, LoanCode, MemberCode};

/// A change of the book. The ids are made when the form opens, so that saving twice saves once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// One payment of principal or interest, or the taking back of one.
    Payment(NewPayment),
    /// A group's collection sheet of a session (13/TD), as one piece.
    Sheet(NewSheet),
    /// A visit with its lines (06/TD), as one piece.
    Visit(NewVisit),
    /// A place of administration, new or changed.
    Place(PlaceEntry),
    /// A transaction point, new or changed.
    Point(PointEntry),
    /// A session that is not held as usual.
    Session(SessionEntry),
    /// A group, new or changed: its leader and deputy, its closing.
    Group(GroupEntry),
    /// A member, new or changed: joining, leaving, moving.
    Member(MemberEntry),
    /// A loan with what comes with it, or a change of its contract.
    Loan(LoanEntry),
    /// A tranche of a known loan.
    Disbursement(NewDisbursement),
    /// How a known loan stood when the book began.
    Opening(NewOpening),
    /// A deposit or withdrawal outside a sheet.
    Savings(NewSavings),
    /// Rescheduling, extension, freezing of a loan or its end.
    Change(NewLoanChange),
    /// Who came for a group to a session.
    Attendance(NewAttendance),
    /// A check of a group (16/TD), as one piece.
    Check(NewCheck),
    /// A talk with a borrower, and what was promised.
    Contact(Contact),
    /// The cash of a group's sheets, counted.
    Cash(CashCount),
    /// A meeting after a collection day.
    Meeting(Meeting),
    /// Something to be done, by somebody, by a day.
    Action(ActionItem),
    /// How far an action item is.
    ActionStep(ActionStep),
    /// The taking back of any fact.
    Reversal(NewReversal),
}

impl Command {
    /// The id that it was given when its form opened.
    #[must_use]
    pub fn id(&self) -> &FactId {
        super::commands::id_of(self)
    }
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The id of what was recorded.
    pub id: FactId,
    /// Whether it stood in the book already, with the same content: saved once, asked twice.
    pub already: bool,
    /// Loans whose facts changed.
    pub loans: Vec<LoanCode>,
    /// Members whose savings changed.
    pub members: Vec<MemberCode>,
    /// Facts written.
    pub facts: usize,
}
