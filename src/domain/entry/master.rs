//! Master data as it is entered: new rows, and rows that change from now on.

use crate::domain::day::{Day, Month};
use crate::domain::group::{Association, Group, Member};
use crate::domain::ids::{FactId, GroupCode, LoanCode, PlaceCode, PointCode};
use crate::domain::ledger::Presence;
use crate::domain::loan::{Instalment, Loan, LoanChange, Opening};
use crate::domain::place::Place;
use crate::domain::record::{CheckRecord, SavingsRecord, TrancheRecord};

/// A row of master data to record: a new one, or one that is known and is to be so from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MasterEntry<T> {
    /// The id of the entry, made when its form opens.
    pub id: FactId,
    /// The row as it is to be.
    pub row: T,
    /// Whether the row is known already and changes; a new one with a known code is refused.
    pub amends: bool,
    /// Why, where it changes.
    pub reason: Option<String>,
}

/// A transaction point as it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointRow {
    /// Its code.
    pub code: PointCode,
    /// The commune it serves.
    pub commune: PlaceCode,
    /// Its name.
    pub name: String,
    /// The day of the month of its sessions, 1–28.
    pub session_day: u32,
}

/// A session that is held on another day than usual, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionChange {
    /// The point.
    pub point: PointCode,
    /// The month whose session it is.
    pub month: Month,
    /// The day on which it is held; none: not held.
    pub held_on: Option<Day>,
}

/// A contract with all that comes with it, as one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoanRow {
    /// The contract.
    pub loan: Loan,
    /// Its instalments; empty: one, of its principal, on its due day, or those that a known loan
    /// has.
    pub instalments: Vec<Instalment>,
    /// Its first tranches; empty: one, of its principal, on `disbursed_on`.
    pub tranches: Vec<TrancheRecord>,
    /// How it stands, where the book begins in the middle of it.
    pub opening: Option<Opening>,
}

/// A place to record.
pub type PlaceEntry = MasterEntry<Place>;
/// A point to record.
pub type PointEntry = MasterEntry<PointRow>;
/// A moved or cancelled session to record.
pub type SessionEntry = MasterEntry<SessionChange>;
/// A group to record: leader and deputy, closing and the rest are changed by the same entry.
pub type GroupEntry = MasterEntry<Group>;
/// A member to record: joining, leaving and moving to another group are changes of the row.
pub type MemberEntry = MasterEntry<Member>;
/// A loan to record. Of a known one only the contract changes: its tranches and its opening are
/// facts, with entries of their own.
pub type LoanEntry = MasterEntry<LoanRow>;

/// A tranche of a known loan to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDisbursement {
    /// The tranche.
    pub tranche: TrancheRecord,
    /// A word about it.
    pub reason: Option<String>,
}

/// The opening of a known loan to record (domain.md, section 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOpening {
    /// Its id.
    pub id: FactId,
    /// The loan.
    pub loan: LoanCode,
    /// How it stood.
    pub opening: Opening,
    /// A word about it.
    pub reason: Option<String>,
}

/// A deposit or withdrawal to record, outside a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSavings {
    /// What is recorded; its trail holds the reason and who collected it.
    pub saving: SavingsRecord,
    /// The second person, where it takes money back whose cash is counted.
    pub confirmed_by: Option<String>,
}

/// Rescheduling, extension, freezing or its end to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLoanChange {
    /// The loan.
    pub loan: LoanCode,
    /// What changes, from which day.
    pub change: LoanChange,
    /// Why, or the decision's number.
    pub reason: Option<String>,
}

/// Who came for a group to a session, to record; what the book said before is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAttendance {
    /// Its id.
    pub id: FactId,
    /// The group.
    pub group: GroupCode,
    /// The session.
    pub session: Day,
    /// Who came.
    pub by: Presence,
    /// Why it is said again.
    pub reason: Option<String>,
}

/// A check of a group (16/TD) to record, as one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCheck {
    /// Its id; each answer gets one of its own, derived from it, where it has none.
    pub id: FactId,
    /// The group.
    pub group: GroupCode,
    /// The day.
    pub day: Day,
    /// The association that checks.
    pub association: Option<Association>,
    /// Who checks.
    pub visitor: String,
    /// The answers, one an item.
    pub answers: Vec<CheckRecord>,
}

/// The taking back of any fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReversal {
    /// Its own id.
    pub id: FactId,
    /// The fact that it takes back.
    pub of: FactId,
    /// Business day: not before that of the fact.
    pub day: Day,
    /// Why; needed.
    pub reason: String,
    /// The second person, where it takes money back whose cash is counted.
    pub confirmed_by: Option<String>,
}
