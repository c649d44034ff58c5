//! What a person can ask of the book: plain values, made by forms and by `tkvv record`.

use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode, LoanCode, MemberCode};
use crate::domain::ledger::Presence;
use crate::domain::loan::{PaymentKind, PaymentPlace};
use crate::domain::money::Dong;
use crate::domain::visit::{Visit, VisitLine};

/// A change of the book. The ids are made when the form opens, so that saving twice saves once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// One payment of principal or interest, or the taking back of one.
    Payment(NewPayment),
    /// A group's collection sheet of a session (13/TD), as one piece.
    Sheet(NewSheet),
    /// A visit with its lines (06/TD), as one piece.
    Visit(NewVisit),
}

/// A payment to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPayment {
    /// Its id.
    pub id: FactId,
    /// The loan.
    pub loan: LoanCode,
    /// Business day.
    pub day: Day,
    /// Principal or interest.
    pub kind: PaymentKind,
    /// Above zero.
    pub amount: Dong,
    /// Where it was paid.
    pub place: PaymentPlace,
    /// The bank's receipt number; needed for principal.
    pub receipt: Option<String>,
    /// The payment it takes back.
    pub reverses: Option<FactId>,
    /// Why; needed where it takes another back.
    pub reason: Option<String>,
    /// Who collected it.
    pub collected_by: Option<String>,
}

/// A sheet to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSheet {
    /// Its id. Its payments and deposits get ids of their own, derived from it and their line.
    pub id: FactId,
    /// The group.
    pub group: GroupCode,
    /// The session.
    pub session: Day,
    /// Who came for the group; none: not said.
    pub attendance: Option<Presence>,
    /// What each member paid, in the order of the paper.
    pub lines: Vec<SheetLine>,
}

/// One line of a sheet. An empty cell records nothing; so does zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLine {
    /// The member.
    pub member: MemberCode,
    /// Interest paid, over all the member's loans; shared out by
    /// [`crate::domain::sheet::share_out`].
    pub interest: Option<Dong>,
    /// Savings deposited.
    pub savings: Option<Dong>,
    /// A word about it, kept with the line's payments as their reason.
    pub note: String,
}

/// A visit to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVisit {
    /// The visit.
    pub visit: Visit,
    /// Its lines.
    pub lines: Vec<VisitLine>,
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
