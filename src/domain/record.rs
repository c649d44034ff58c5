//! The book's rows as files hold them: what an import brings, what the store keeps, what an export
//! writes. The ledger is made of these, with less in it.

use super::cash::CashCount;
use super::contact::Contact;
use super::day::{Day, Month};
use super::group::{Association, Group, Member};
use super::ids::{FactId, GroupCode, LoanCode, MemberCode, PlaceCode, PointCode};
use super::ledger::{BankGrade, Presence, VisitRecord};
use super::loan::{Instalment, Loan, LoanChange, Opening, PaymentKind, PaymentPlace};
use super::meeting::{ActionItem, ActionStep, Meeting};
use super::money::Dong;
use super::place::Place;
use super::rulebook::OwnRulebook;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// A payment as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentRecord {
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
    /// The bank's receipt number.
    pub receipt: Option<String>,
    /// The payment that it takes back.
    pub reverses: Option<FactId>,
    /// What else is known of it.
    pub trail: Trail,
}

/// Deposit or withdrawal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SavingsKind {
    /// Gửi.
    Deposit,
    /// Rút.
    Withdrawal,
}

/// A deposit or withdrawal as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavingsRecord {
    /// Its id.
    pub id: FactId,
    /// The member.
    pub member: MemberCode,
    /// Business day.
    pub day: Day,
    /// Deposit or withdrawal.
    pub kind: SavingsKind,
    /// Above zero.
    pub amount: Dong,
    /// The record that it takes back.
    pub reverses: Option<FactId>,
    /// What else is known of it.
    pub trail: Trail,
}

/// Why, by whom and where a fact was recorded: the optional trailing columns of contract.md,
/// section 2. Empty where the program is to fill it in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    /// Why.
    pub reason: Option<String>,
    /// Who collected the money.
    pub collected_by: Option<String>,
    /// Who typed it.
    pub recorded_by: Option<String>,
    /// When, UTC, RFC 3339.
    pub recorded_at: Option<String>,
    /// On which machine.
    pub machine: Option<String>,
}

/// A fact with what stands beside it in the book: what it takes back, and its trail. Payments and
/// savings hold the two themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded<T> {
    /// The fact.
    pub fact: T,
    /// The fact of its kind that it takes back.
    pub reverses: Option<FactId>,
    /// What else is known of it.
    pub trail: Trail,
}

impl<T> Recorded<T> {
    /// The same about something made of the fact.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Recorded<U> {
        Recorded { fact: make(self.fact), reverses: self.reverses, trail: self.trail }
    }
}

/// A fact of which nothing else is known: the program fills the trail in.
impl<T> From<T> for Recorded<T> {
    fn from(fact: T) -> Recorded<T> {
        Recorded { fact, reverses: None, trail: Trail::default() }
    }
}

impl<T> Deref for Recorded<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.fact
    }
}

/// Who represented a group at a session.
pub type AttendanceRecord = (GroupCode, Day, Presence);

/// A disbursement row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrancheRecord {
    /// Its id.
    pub id: FactId,
    /// The loan.
    pub loan: LoanCode,
    /// Its day.
    pub day: Day,
    /// Its amount.
    pub amount: Dong,
}

/// One answer of a group check (16/TD).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckRecord {
    /// Its id.
    pub id: FactId,
    /// The group.
    pub group: GroupCode,
    /// The day.
    pub day: Day,
    /// The association that checks.
    pub association: Option<Association>,
    /// Who checks.
    pub visitor: String,
    /// The item of the checklist (contract.md, section 2).
    pub item: String,
    /// `yes`, `no` or `n/a`.
    pub answer: String,
    /// A note.
    pub note: String,
}

/// That a second person stands behind a fact, which takes money back (domain.md, section 9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// Its id.
    pub id: FactId,
    /// The fact that is confirmed: a row that takes another back.
    pub fact: FactId,
    /// The day.
    pub day: Day,
    /// The second person.
    pub by: String,
}

/// A target of an improvement plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetRecord {
    /// The place.
    pub area: PlaceCode,
    /// The measure.
    pub indicator: String,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Where it stood.
    pub baseline: Option<Decimal>,
    /// Where it is to stand.
    pub target: Decimal,
    /// When it was approved.
    pub approved_on: Option<Day>,
}

/// Local-budget capital entrusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapitalRecord {
    /// The place.
    pub area: PlaceCode,
    /// The day.
    pub day: Day,
    /// Whose budget.
    pub source: String,
    /// How much.
    pub amount: Dong,
    /// How much was planned.
    pub planned: Option<Dong>,
}

/// A whole native folder, read and checked: what one import brings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// From `book.toml`.
    pub title: Option<String>,
    /// From `book.toml`: the code of the home place.
    pub home: Option<PlaceCode>,
    /// From `book.toml`: the day on which the demo stands.
    pub as_of: Option<Day>,
    /// `places.csv`
    pub places: Vec<Place>,
    /// `points.csv`, the sessions that are not held as usual included.
    pub points: Vec<(PointCode, PlaceCode, String, u32)>,
    /// `session_changes.csv`
    pub session_changes: Vec<(PointCode, Month, Option<Day>)>,
    /// `groups.csv`
    pub groups: Vec<Group>,
    /// `members.csv`
    pub members: Vec<Member>,
    /// `loans.csv`
    pub loans: Vec<Loan>,
    /// `openings.csv`
    pub openings: Vec<Recorded<(LoanCode, Opening)>>,
    /// `disbursements.csv`
    pub tranches: Vec<Recorded<TrancheRecord>>,
    /// `instalments.csv`
    pub instalments: Vec<(LoanCode, Instalment)>,
    /// `payments.csv`
    pub payments: Vec<PaymentRecord>,
    /// `savings.csv`
    pub savings: Vec<SavingsRecord>,
    /// `loan_changes.csv`
    pub changes: Vec<Recorded<(LoanCode, LoanChange)>>,
    /// `attendance.csv`
    pub attendance: Vec<Recorded<AttendanceRecord>>,
    /// `visits.csv` with `visit_lines.csv`
    pub visits: Vec<Recorded<VisitRecord>>,
    /// `group_checks.csv`
    pub checks: Vec<Recorded<CheckRecord>>,
    /// `contacts.csv`
    pub contacts: Vec<Recorded<Contact>>,
    /// `cash_counts.csv`
    pub cash: Vec<Recorded<CashCount>>,
    /// `meetings.csv`
    pub meetings: Vec<Recorded<Meeting>>,
    /// `actions.csv`
    pub actions: Vec<Recorded<ActionItem>>,
    /// `action_steps.csv`
    pub steps: Vec<Recorded<ActionStep>>,
    /// `confirmations.csv`
    pub confirmations: Vec<Recorded<Confirmation>>,
    /// `bank_grades.csv`
    pub bank_grades: Vec<BankGrade>,
    /// `targets.csv`
    pub targets: Vec<TargetRecord>,
    /// `capital.csv`
    pub capital: Vec<CapitalRecord>,
    /// `rulebook-*.toml`
    pub rulebooks: Vec<OwnRulebook>,
}

impl Batch {
    /// Adds the rows of another one. What it says of the book itself counts where nothing was said.
    pub fn add(&mut self, other: Batch) {
        self.title = self.title.take().or(other.title);
        self.home = self.home.take().or(other.home);
        self.as_of = self.as_of.or(other.as_of);
        self.places.extend(other.places);
        self.points.extend(other.points);
        self.session_changes.extend(other.session_changes);
        self.groups.extend(other.groups);
        self.members.extend(other.members);
        self.loans.extend(other.loans);
        self.openings.extend(other.openings);
        self.tranches.extend(other.tranches);
        self.instalments.extend(other.instalments);
        self.payments.extend(other.payments);
        self.savings.extend(other.savings);
        self.changes.extend(other.changes);
        self.attendance.extend(other.attendance);
        self.visits.extend(other.visits);
        self.checks.extend(other.checks);
        self.contacts.extend(other.contacts);
        self.cash.extend(other.cash);
        self.meetings.extend(other.meetings);
        self.actions.extend(other.actions);
        self.steps.extend(other.steps);
        self.confirmations.extend(other.confirmations);
        self.bank_grades.extend(other.bank_grades);
        self.targets.extend(other.targets);
        self.capital.extend(other.capital);
        // As in the book: a newer one from the same day takes the earlier one's place.
        let newer = |known: &OwnRulebook| {
            other.rulebooks.iter().any(|new| new.effective_from() == known.effective_from())
        };
        self.rulebooks.retain(|known| !newer(known));
        self.rulebooks.extend(other.rulebooks);
    }

    /// How many rows it has of each file.
    #[must_use]
    pub fn counts(&self) -> [(&'static str, usize); 26] {
        let lines = self.visits.iter().map(|visit| visit.lines.len()).sum();
        [
            ("places.csv", self.places.len()),
            ("points.csv", self.points.len()),
            ("session_changes.csv", self.session_changes.len()),
            ("groups.csv", self.groups.len()),
            ("members.csv", self.members.len()),
            ("loans.csv", self.loans.len()),
            ("openings.csv", self.openings.len()),
            ("disbursements.csv", self.tranches.len()),
            ("instalments.csv", self.instalments.len()),
            ("payments.csv", self.payments.len()),
            ("savings.csv", self.savings.len()),
            ("loan_changes.csv", self.changes.len()),
            ("attendance.csv", self.attendance.len()),
            ("visits.csv", self.visits.len()),
            ("visit_lines.csv", lines),
            ("group_checks.csv", self.checks.len()),
            ("contacts.csv", self.contacts.len()),
            ("cash_counts.csv", self.cash.len()),
            ("meetings.csv", self.meetings.len()),
            ("actions.csv", self.actions.len()),
            ("action_steps.csv", self.steps.len()),
            ("confirmations.csv", self.confirmations.len()),
            ("bank_grades.csv", self.bank_grades.len()),
            ("targets.csv", self.targets.len()),
            ("capital.csv", self.capital.len()),
            ("rulebook-*.toml", self.rulebooks.len()),
        ]
    }
}
