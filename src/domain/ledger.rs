//! The book in memory: master data and facts, from which every figure of any day is computed.
//!
//! It holds what is needed to compute and nothing else (ids of payments, receipts and who typed
//! what stay in the file). The store fills it and keeps it true after each command.

use super::cash::CashCount;
use super::day::{Day, Month};
use super::group::{Group, Member};
use super::ids::{FactId, GroupCode, LoanCode, MemberCode, PlaceCode, PointCode};
use super::loan::{LoanFile, Movement};
use super::meeting::{ActionFile, Meeting};
use super::place::{Place, PlaceKind, Point};
use super::record::TargetRecord;
use super::score::Grade;
use super::visit::{Visit, VisitLine};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Who represented a group at a session.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// The leader.
    Leader,
    /// The deputy.
    Deputy,
    /// Nobody.
    None,
}

impl Presence {
    /// Whether a group for which this one came was represented (domain.md, section 5).
    #[must_use]
    pub const fn represents(self) -> bool {
        matches!(self, Self::Leader | Self::Deputy)
    }
}

/// A member with loans and savings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberFile {
    /// The member.
    pub member: Member,
    /// Deposits, by day then id; reversed pairs left out.
    pub deposits: Vec<Movement>,
    /// Withdrawals, by day then id; reversed pairs left out.
    pub withdrawals: Vec<Movement>,
    /// The member's loans, by code.
    pub loans: Vec<LoanCode>,
}

/// A visit with its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitRecord {
    /// The visit.
    pub visit: Visit,
    /// Its lines, in the order of the paper.
    pub lines: Vec<VisitLine>,
}

/// What the bank has published for a unit and month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankGrade {
    /// The month.
    pub month: Month,
    /// `group`, `commune`, `district` or `province`.
    pub level: BankLevel,
    /// The unit's code.
    pub code: String,
    /// The score, if published.
    pub score: Option<Decimal>,
    /// The grade, if published.
    pub grade: Option<Grade>,
}

/// The levels for which the bank publishes grades.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum BankLevel {
    /// A group.
    Group,
    /// A commune.
    Commune,
    /// A district.
    District,
    /// A province.
    Province,
}

/// The whole book, for computing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The book's title.
    pub title: String,
    /// The place the book is about.
    pub home: Option<PlaceCode>,
    /// Places by code.
    pub places: BTreeMap<PlaceCode, Place>,
    /// Transaction points by code.
    pub points: BTreeMap<PointCode, Point>,
    /// Groups by code.
    pub groups: BTreeMap<GroupCode, Group>,
    /// Members by code.
    pub members: BTreeMap<MemberCode, MemberFile>,
    /// The members of each group, by code.
    pub members_of: BTreeMap<GroupCode, Vec<MemberCode>>,
    /// Loans by code.
    pub loans: BTreeMap<LoanCode, LoanFile>,
    /// Who represented a group at a session; no row means absent.
    pub attendance: BTreeMap<(GroupCode, Day), Presence>,
    /// Visits by id.
    pub visits: BTreeMap<FactId, VisitRecord>,
    /// Days of group checks (16/TD).
    pub checks: BTreeMap<GroupCode, Vec<Day>>,
    /// What the bank has published.
    pub bank_grades: Vec<BankGrade>,
    /// The cash of groups' sheets, as it was counted last.
    pub cash: BTreeMap<(GroupCode, Day), CashCount>,
    /// Meetings by id.
    pub meetings: BTreeMap<FactId, Meeting>,
    /// Action items by id.
    pub actions: BTreeMap<FactId, ActionFile>,
    /// The targets of improvement plans, by area, indicator and first day.
    pub targets: Vec<TargetRecord>,
}

impl Ledger {
    /// The group of a loan's member.
    #[must_use]
    pub fn group_of_loan(&self, file: &LoanFile) -> Option<&Group> {
        self.groups.get(&self.members.get(&file.loan.member)?.member.group)
    }

    /// The point at which a group hands in, and whose sessions its loans follow.
    #[must_use]
    pub fn point_of(&self, group: &Group) -> Option<&Point> {
        self.points.get(&group.point)
    }

    /// The point whose sessions a loan follows.
    #[must_use]
    pub fn point_of_loan(&self, file: &LoanFile) -> Option<&Point> {
        self.point_of(self.group_of_loan(file)?)
    }

    /// The name of a group in reports: its leader's, else its code.
    #[must_use]
    pub fn group_name<'a>(&'a self, group: &'a Group) -> &'a str {
        let leader = group.leader.as_ref().and_then(|code| self.members.get(code));
        leader.map_or(group.code.as_str(), |file| file.member.name.as_str())
    }

    /// The cash of a group's sheets of a session, as it was counted last.
    #[must_use]
    pub fn cash_count(&self, group: &GroupCode, session: Day) -> Option<&CashCount> {
        self.cash.get(&(group.clone(), session))
    }

    /// A place and all that lie above it, from the inside out.
    pub fn places_up<'a>(&'a self, from: &PlaceCode) -> impl Iterator<Item = &'a Place> + 'a {
        // A chain longer than the four kinds is a circle in broken data; it ends all the same.
        let mut next = self.places.get(from);
        let mut left = 8;
        std::iter::from_fn(move || {
            left -= 1;
            let place = next.filter(|_| left > 0)?;
            next = place.parent.as_ref().and_then(|parent| self.places.get(parent));
            Some(place)
        })
    }

    /// The place of that kind in which a group's village lies.
    #[must_use]
    pub fn area_of(&self, group: &Group, kind: PlaceKind) -> Option<&Place> {
        self.places_up(&group.village).find(|place| place.kind == kind)
    }

    /// The files of a group's loans: those of all who ever were its members.
    pub fn loans_of_group<'a>(
        &'a self,
        group: &GroupCode,
    ) -> impl Iterator<Item = &'a LoanFile> + 'a {
        let members = self.members_of.get(group).map_or(&[][..], Vec::as_slice);
        members
            .iter()
            .filter_map(|code| self.members.get(code))
            .flat_map(|file| &file.loans)
            .filter_map(|code| self.loans.get(code))
    }
}
