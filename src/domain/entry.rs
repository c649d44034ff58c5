//! What is entered, and the rules it must keep: pure, with the day given, refusals as data
//! (domain.md, sections 2, 3, 4 and 9; contract.md, section 2).

pub mod attendance;
pub mod cash;
pub mod change;
pub mod check;
pub mod contact;
pub mod disbursement;
pub mod group;
mod known;
pub mod loan;
pub mod master;
pub mod meeting;
pub mod member;
pub mod opening;
pub mod payment;
pub mod place;
pub mod reversal;
pub mod savings;
pub mod second;
pub mod sheet;
pub mod text;
pub mod visit;

use super::day::Day;
use super::ids::{FactId, GroupCode, LoanCode, MemberCode};
use super::ledger::Presence;
use super::loan::{PaymentKind, PaymentPlace};
use super::money::Dong;
use super::record::{PaymentRecord, Trail};
use super::refusal::{Field, Refusal, Why};
use super::visit::{Visit, VisitLine};
use serde::{Deserialize, Serialize};

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
    /// The second person, where it takes money back whose cash is counted.
    pub confirmed_by: Option<String>,
}

impl NewPayment {
    /// The fact that it is once it is recorded, before anybody says who, when and where.
    #[must_use]
    pub fn record(&self) -> PaymentRecord {
        PaymentRecord {
            id: self.id.clone(),
            loan: self.loan.clone(),
            day: self.day,
            kind: self.kind,
            amount: self.amount,
            place: self.place,
            receipt: self.receipt.clone(),
            reverses: self.reverses.clone(),
            trail: Trail {
                reason: self.reason.clone(),
                collected_by: self.collected_by.clone(),
                ..Trail::default()
            },
        }
    }
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

/// One line of a sheet. An empty cell says nothing; zero says that one asked and nothing was paid:
/// it moves no money, and is kept with the sheet as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetLine {
    /// The member.
    pub member: MemberCode,
    /// Interest paid, over all the member's loans; shared out by
    /// [`share_out`](super::sheet::share_out).
    pub interest: Option<Dong>,
    /// Savings deposited.
    pub savings: Option<Dong>,
    /// Savings withdrawn over the sheet; sheets saved before there was such a cell have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawal: Option<Dong>,
    /// A word about it, kept with the line's payments as their reason.
    pub note: String,
}

impl SheetLine {
    /// Whether nothing at all is typed in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let money = [self.interest, self.savings, self.withdrawal];
        money.iter().all(Option::is_none) && self.note.trim().is_empty()
    }

    /// Adds what a later sheet says: its cells stand before those of this one. A note explains the
    /// interest of its sheet, so it does not outlive later interest.
    pub fn add(&mut self, later: SheetLine) {
        if !later.note.trim().is_empty() || later.interest.is_some() {
            self.note = later.note;
        }
        self.interest = later.interest.or(self.interest);
        self.savings = later.savings.or(self.savings);
        self.withdrawal = later.withdrawal.or(self.withdrawal);
    }
}

/// A visit to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVisit {
    /// The visit.
    pub visit: Visit,
    /// Its lines.
    pub lines: Vec<VisitLine>,
}

/// Whether an amount can be one: above zero, and not beyond what one entry can be.
pub(super) fn amount(field: Field, amount: Dong) -> Result<(), Refusal> {
    if !amount.is_positive() {
        return Err(Refusal::at(field, Why::NotPositive));
    }
    at_most(field, amount)
}

/// Whether a cell that may be zero or empty can be an amount.
pub(super) fn amount_or_none(field: Field, amount: Option<Dong>) -> Result<(), Refusal> {
    let amount = amount.unwrap_or_default();
    if amount < Dong::ZERO {
        return Err(Refusal::at(field, Why::Negative));
    }
    at_most(field, amount)
}

fn at_most(field: Field, amount: Dong) -> Result<(), Refusal> {
    let fits = amount <= Dong::MOST;
    fits.then_some(()).ok_or(Refusal::at(field, Why::TooLarge(Dong::MOST)))
}

/// Nothing that is entered lies after today.
pub(super) fn not_in_the_future(field: Field, day: Day, today: Day) -> Result<(), Refusal> {
    let fits = day <= today;
    fits.then_some(()).ok_or(Refusal::at(field, Why::InTheFuture(today)))
}

/// An id is some text, and no more than that.
pub(super) fn id(id: &FactId) -> Result<(), Refusal> {
    text::needed(Field::Id, id.as_str(), text::ID)
}
