//! All rows of a folder with their lines, beside those that stand in the book already.

use super::facts::recorded;
use super::fault::Faults;
use super::lines::{self, Outcome};
use super::row::Row;
use super::tables::{self, Table};
use super::{collection, facts, master};
use crate::domain::cash::CashCount;
use crate::domain::contact::Contact;
use crate::domain::day::{Day, Month};
use crate::domain::group::{Group, Member};
use crate::domain::ids::{FactId, LoanCode, PlaceCode, PointCode};
use crate::domain::ledger::BankGrade;
use crate::domain::loan::{Instalment, Loan, LoanChange, Opening};
use crate::domain::meeting::{ActionItem, ActionStep, Meeting};
use crate::domain::place::Place;
use crate::domain::record::{
    AttendanceRecord, CapitalRecord, CheckRecord, Confirmation, PaymentRecord, Recorded,
    SavingsRecord, TargetRecord, TrancheRecord,
};
use crate::domain::visit::{Visit, VisitLine};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

/// Rows with the lines on which they stand; 0 for a row of the book.
pub(super) type Rows<T> = Vec<(u64, T)>;

/// A transaction point: code, commune, name, session day.
pub(super) type PointRow = (PointCode, PlaceCode, String, u32);

/// All rows of a folder.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    pub(super) places: Rows<Place>,
    pub(super) points: Rows<PointRow>,
    pub(super) session_changes: Rows<(PointCode, Month, Option<Day>)>,
    pub(super) groups: Rows<Group>,
    pub(super) members: Rows<Member>,
    pub(super) loans: Rows<Loan>,
    pub(super) openings: Rows<Recorded<(LoanCode, Opening)>>,
    pub(super) tranches: Rows<Recorded<TrancheRecord>>,
    pub(super) instalments: Rows<(LoanCode, Instalment)>,
    pub(super) payments: Rows<PaymentRecord>,
    pub(super) savings: Rows<SavingsRecord>,
    pub(super) changes: Rows<Recorded<(LoanCode, LoanChange)>>,
    pub(super) attendance: Rows<Recorded<AttendanceRecord>>,
    pub(super) visits: Rows<Recorded<Visit>>,
    pub(super) visit_lines: Rows<Recorded<(FactId, VisitLine)>>,
    pub(super) checks: Rows<Recorded<CheckRecord>>,
    pub(super) contacts: Rows<Recorded<Contact>>,
    pub(super) cash: Rows<Recorded<CashCount>>,
    pub(super) meetings: Rows<Recorded<Meeting>>,
    pub(super) actions: Rows<Recorded<ActionItem>>,
    pub(super) steps: Rows<Recorded<ActionStep>>,
    pub(super) confirmations: Rows<Recorded<Confirmation>>,
    pub(super) bank_grades: Rows<BankGrade>,
    pub(super) targets: Rows<TargetRecord>,
    pub(super) capital: Rows<CapitalRecord>,
    /// What could not be read, so that nothing is said of it twice.
    pub(super) spoilt: Spoilt,
}

/// What could not be read.
#[derive(Debug, Default)]
pub(super) struct Spoilt {
    /// Whole files.
    files: BTreeSet<&'static str>,
    /// The first cells of lines with faults: codes and ids that are there all the same.
    first: BTreeMap<&'static str, HashSet<String>>,
    /// Loans that have a line with a fault in a file: their sums say nothing.
    loans: BTreeMap<&'static str, HashSet<String>>,
}

impl Spoilt {
    /// Whether a code or id may be there, though its line could not be read.
    pub(super) fn may_hold(&self, table: &Table, code: &str) -> bool {
        self.files.contains(table.file)
            || self.first.get(table.file).is_some_and(|codes| codes.contains(code))
    }

    /// Whether something that a file says of a loan could not be read.
    pub(super) fn loan(&self, table: &Table, code: &LoanCode) -> bool {
        self.files.contains(table.file)
            || self.loans.get(table.file).is_some_and(|loans| loans.contains(code.as_str()))
    }

    fn take_down(&mut self, row: &Row<'_>) {
        let table = row.table;
        let first = table.columns.first().map(|column| row.found(column)).unwrap_or_default();
        self.first.entry(table.file).or_default().insert(first);
        if table.column("loan").is_some() {
            self.loans.entry(table.file).or_default().insert(row.found("loan"));
        }
    }
}

/// Reads all files of a folder.
pub(super) fn load(folder: &Path, faults: &mut Faults, progress: &mut dyn FnMut(u64)) -> Loaded {
    let mut all = Loaded::default();
    let mut reading = Reading { folder, faults, progress, spoilt: Spoilt::default() };
    all.places = reading.rows(&tables::PLACES, master::place);
    all.points = reading.rows(&tables::POINTS, master::point);
    all.session_changes = reading.rows(&tables::SESSION_CHANGES, master::session_change);
    all.groups = reading.rows(&tables::GROUPS, master::group);
    all.members = reading.rows(&tables::MEMBERS, master::member);
    all.loans = reading.rows(&tables::LOANS, master::loan);
    all.openings = reading.rows(&tables::OPENINGS, recorded(facts::opening));
    all.tranches = reading.rows(&tables::DISBURSEMENTS, recorded(facts::tranche));
    all.instalments = reading.rows(&tables::INSTALMENTS, master::instalment);
    all.payments = reading.rows(&tables::PAYMENTS, facts::payment);
    all.savings = reading.rows(&tables::SAVINGS, facts::saving);
    all.changes = reading.rows(&tables::LOAN_CHANGES, recorded(facts::change));
    all.attendance = reading.rows(&tables::ATTENDANCE, recorded(facts::attendance));
    all.visits = reading.rows(&tables::VISITS, recorded(facts::visit));
    all.visit_lines = reading.rows(&tables::VISIT_LINES, recorded(facts::visit_line));
    all.checks = reading.rows(&tables::GROUP_CHECKS, recorded(facts::check));
    all.contacts = reading.rows(&tables::CONTACTS, recorded(collection::contact));
    all.cash = reading.rows(&tables::CASH_COUNTS, recorded(collection::cash));
    all.meetings = reading.rows(&tables::MEETINGS, recorded(collection::meeting));
    all.actions = reading.rows(&tables::ACTIONS, recorded(collection::action));
    all.steps = reading.rows(&tables::ACTION_STEPS, recorded(collection::step));
    let confirmations = recorded(collection::confirmation);
    all.confirmations = reading.rows(&tables::CONFIRMATIONS, confirmations);
    all.bank_grades = reading.rows(&tables::BANK_GRADES, master::bank_grade);
    all.targets = reading.rows(&tables::TARGETS, master::target);
    all.capital = reading.rows(&tables::CAPITAL, master::capital);
    all.spoilt = reading.spoilt;
    all
}

struct Reading<'a> {
    folder: &'a Path,
    faults: &'a mut Faults,
    progress: &'a mut dyn FnMut(u64),
    spoilt: Spoilt,
}

impl Reading<'_> {
    fn rows<T>(
        &mut self,
        table: &'static Table,
        read: impl Fn(&mut Row<'_>) -> Option<T>,
    ) -> Rows<T> {
        let mut rows = Vec::new();
        let spoilt = &mut self.spoilt;
        let mut each = |row: &mut Row<'_>| match read(row) {
            Some(value) => rows.push((row.line, value)),
            None => spoilt.take_down(row),
        };
        let outcome = lines::read(self.folder, table, self.faults, self.progress, &mut each);
        if outcome == Outcome::Failed {
            self.spoilt.files.insert(table.file);
        }
        rows
    }
}
