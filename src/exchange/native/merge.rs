//! Brings the folder's rows together with those of the book: what is known is left out, what says
//! something else under the same id is a fault, and what stands twice in a file too.

use super::fault::{Faults, Wrong};
use super::loaded::{Loaded, Rows};
use super::tables::{self, Table};
use crate::domain::ids::FactId;
use crate::domain::ledger::VisitRecord;
use crate::domain::record::{Batch, PaymentRecord, Recorded, SavingsRecord, Trail};
use std::collections::HashMap;
use std::hash::Hash;

/// Adds the book's rows to the loaded ones (as line 0); how many lines were known already.
pub(super) fn merge(loaded: &mut Loaded, book: &Batch, faults: &mut Faults) -> usize {
    let mut at = Merging { faults, known: 0 };
    at.keyed(&mut loaded.places, &book.places, &tables::PLACES, |row| row.code.clone());
    at.keyed(&mut loaded.points, &book.points, &tables::POINTS, |row| row.0.clone());
    let changes = &mut loaded.session_changes;
    at.keyed(changes, &book.session_changes, &tables::SESSION_CHANGES, |row| {
        (row.0.clone(), row.1)
    });
    at.keyed(&mut loaded.groups, &book.groups, &tables::GROUPS, |row| row.code.clone());
    at.keyed(&mut loaded.members, &book.members, &tables::MEMBERS, |row| row.code.clone());
    at.keyed(&mut loaded.loans, &book.loans, &tables::LOANS, |row| row.code.clone());
    at.facts(&mut loaded.openings, &book.openings, &tables::OPENINGS, |row| row.0.clone());
    let tranches = &mut loaded.tranches;
    at.facts(tranches, &book.tranches, &tables::DISBURSEMENTS, |row| row.id.clone());
    let instalments = &mut loaded.instalments;
    at.keyed(instalments, &book.instalments, &tables::INSTALMENTS, |row| (row.0.clone(), row.1.no));
    let payments = &mut loaded.payments;
    at.rows(payments, &book.payments, &tables::PAYMENTS, |row| row.id.clone(), same_payment);
    let savings = &mut loaded.savings;
    at.rows(savings, &book.savings, &tables::SAVINGS, |row| row.id.clone(), same_saving);
    at.facts(&mut loaded.changes, &book.changes, &tables::LOAN_CHANGES, |row| row.1.id.clone());
    let attendance = &mut loaded.attendance;
    at.facts(attendance, &book.attendance, &tables::ATTENDANCE, |row| (row.0.clone(), row.1));
    let visits: Vec<_> =
        book.visits.iter().map(|row| row.clone().map(|record| record.visit)).collect();
    at.facts(&mut loaded.visits, &visits, &tables::VISITS, |row| row.id.clone());
    at.visit_lines(loaded, book);
    at.facts(&mut loaded.checks, &book.checks, &tables::GROUP_CHECKS, |row| row.id.clone());
    at.facts(&mut loaded.contacts, &book.contacts, &tables::CONTACTS, |row| row.id.clone());
    at.facts(&mut loaded.cash, &book.cash, &tables::CASH_COUNTS, |row| row.id.clone());
    at.facts(&mut loaded.meetings, &book.meetings, &tables::MEETINGS, |row| row.id.clone());
    at.facts(&mut loaded.actions, &book.actions, &tables::ACTIONS, |row| row.id.clone());
    at.facts(&mut loaded.steps, &book.steps, &tables::ACTION_STEPS, |row| row.id.clone());
    let confirmations = &mut loaded.confirmations;
    at.facts(confirmations, &book.confirmations, &tables::CONFIRMATIONS, |row| row.id.clone());
    let grades = &mut loaded.bank_grades;
    at.keyed(grades, &book.bank_grades, &tables::BANK_GRADES, |row| {
        (row.month, row.level, row.code.clone())
    });
    at.keyed(&mut loaded.targets, &book.targets, &tables::TARGETS, |row| {
        (row.area.clone(), row.indicator.clone(), row.from)
    });
    at.keyed(&mut loaded.capital, &book.capital, &tables::CAPITAL, |row| {
        (row.area.clone(), row.day, row.source.clone())
    });
    at.known
}

struct Merging<'f> {
    faults: &'f mut Faults,
    known: usize,
}

impl Merging<'_> {
    fn keyed<T: Clone + PartialEq, K: Hash + Eq>(
        &mut self,
        rows: &mut Rows<T>,
        book: &[T],
        table: &Table,
        key: impl Fn(&T) -> K,
    ) {
        self.rows(rows, book, table, key, PartialEq::eq);
    }

    fn facts<T: Clone + PartialEq, K: Hash + Eq>(
        &mut self,
        rows: &mut Rows<Recorded<T>>,
        book: &[Recorded<T>],
        table: &Table,
        key: impl Fn(&T) -> K,
    ) {
        let same = |new: &Recorded<T>, known: &Recorded<T>| {
            new.fact == known.fact
                && new.reverses == known.reverses
                && same_trail(&new.trail, &known.trail)
        };
        self.rows(rows, book, table, |row| key(&row.fact), same);
    }

    fn rows<T: Clone, K: Hash + Eq>(
        &mut self,
        rows: &mut Rows<T>,
        book: &[T],
        table: &Table,
        key: impl Fn(&T) -> K,
        same: impl Fn(&T, &T) -> bool,
    ) {
        let mut seen: HashMap<K, (u64, usize)> = HashMap::with_capacity(rows.len() + book.len());
        for (at, row) in book.iter().enumerate() {
            seen.insert(key(row), (0, at));
        }
        let column = table.columns.first().copied().unwrap_or_default();
        rows.retain(|(line, row)| match seen.get(&key(row)) {
            None => {
                seen.insert(key(row), (*line, 0));
                true
            }
            Some((0, at)) => {
                if book.get(*at).is_some_and(|known| same(row, known)) {
                    self.known += 1;
                } else {
                    self.faults.at(table, *line, column, "", Wrong::OtherContent);
                }
                false
            }
            Some((first, _)) => {
                self.faults.at(table, *line, column, "", Wrong::Duplicate(*first));
                false
            }
        });
        rows.extend(book.iter().map(|row| (0, row.clone())));
    }

    /// Lines of a visit that the book knows must all be known: a visit is one piece.
    fn visit_lines(&mut self, loaded: &mut Loaded, book: &Batch) {
        let known: HashMap<&FactId, &VisitRecord> =
            book.visits.iter().map(|row| (&row.visit.id, &row.fact)).collect();
        let mut seen = HashMap::new();
        loaded.visit_lines.retain(|(line, line_of)| {
            let (visit, row) = &line_of.fact;
            let key = (visit.clone(), row.loan.clone());
            if let Some(first) = seen.insert(key, *line) {
                let wrong = Wrong::Duplicate(first);
                self.faults.at(&tables::VISIT_LINES, *line, "loan", row.loan.as_str(), wrong);
                return false;
            }
            let Some(record) = known.get(visit) else {
                return true;
            };
            if record.lines.contains(row) {
                self.known += 1;
            } else {
                let wrong = Wrong::OtherContent;
                self.faults.at(&tables::VISIT_LINES, *line, "visit", visit.as_str(), wrong);
            }
            false
        });
        loaded.visit_lines.extend(book.visits.iter().flat_map(|row| {
            row.lines.iter().map(|line| (0, (row.visit.id.clone(), line.clone()).into()))
        }));
    }
}

/// Who typed a fact, when and where, is not part of what it says.
fn same_trail(new: &Trail, known: &Trail) -> bool {
    let same = |new: &Option<String>, known: &Option<String>| new.is_none() || new == known;
    same(&new.reason, &known.reason) && same(&new.collected_by, &known.collected_by)
}

fn same_payment(new: &PaymentRecord, known: &PaymentRecord) -> bool {
    let rest = PaymentRecord { trail: known.trail.clone(), ..new.clone() };
    rest == *known && same_trail(&new.trail, &known.trail)
}

fn same_saving(new: &SavingsRecord, known: &SavingsRecord) -> bool {
    let rest = SavingsRecord { trail: known.trail.clone(), ..new.clone() };
    rest == *known && same_trail(&new.trail, &known.trail)
}
