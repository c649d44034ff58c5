//! Sums of loans: instalments and disbursements against the principal, payments against what is
//! outstanding, and nothing on or before the day with which a loan begins in the book.

use super::reversals::Undone;
use crate::domain::day::Day;
use crate::domain::entry::payment::Beginning;
use crate::domain::ids::{FactId, LoanCode};
use crate::domain::loan::{Loan, Movement, Opening, PaymentKind};
use crate::domain::money::Dong;
use crate::domain::principal::Principal;
use crate::domain::record::{PaymentRecord, TrancheRecord};
use crate::exchange::native::fault::{Faults, Wrong};
use crate::exchange::native::loaded::Loaded;
use crate::exchange::native::tables::{
    CONTACTS, DISBURSEMENTS, INSTALMENTS, LOAN_CHANGES, OPENINGS, PAYMENTS, Table, VISIT_LINES,
};
use std::collections::HashMap;

pub(super) fn check(loaded: &Loaded, undone: &Undone<'_>, faults: &mut Faults) {
    let mut files = files(loaded, undone);
    for file in files.values_mut() {
        file.tranches.sort_by_key(|(_, tranche)| (tranche.day, &tranche.id));
        file.payments.sort_by_key(|(_, payment)| (payment.day, &payment.id));
        let code = &file.loan.code;
        if !loaded.spoilt.loan(&INSTALMENTS, code) {
            instalments(file, faults);
        }
        let moved = [&DISBURSEMENTS, &OPENINGS, &PAYMENTS];
        let sums_known = !moved.iter().any(|table| loaded.spoilt.loan(table, code));
        if sums_known {
            tranches(file, faults);
            if !file.beginning_spoilt(faults) {
                outstanding(file, faults);
            }
        }
        for (line, payment) in &file.payments {
            begun(file, (&PAYMENTS, *line, "day", payment.day), faults);
        }
    }
    changes(loaded, undone, &files, faults);
    visits(loaded, undone, &files, faults);
    contacts(loaded, undone, &files, faults);
}

/// A loan with what stands about it in all files, less what vanishes.
struct File<'a> {
    loan: &'a Loan,
    opening: Option<(u64, &'a Opening)>,
    /// A line of the folder that takes a disbursement back, and what it names.
    taken_back: Option<(u64, &'a FactId)>,
    tranches: Vec<(u64, &'a TrancheRecord)>,
    instalments: Vec<(u64, Dong)>,
    payments: Vec<(u64, &'a PaymentRecord)>,
}

impl File<'_> {
    /// The loan's tranches; without rows the one of its principal.
    fn disbursed(&self) -> Vec<Movement> {
        if self.tranches.is_empty() {
            return vec![Movement { day: self.loan.disbursed_on, amount: self.loan.principal }];
        }
        let tranches = self.tranches.iter();
        tranches.map(|(_, one)| Movement { day: one.day, amount: one.amount }).collect()
    }

    /// Whether the line that says when it begins has a fault: nothing is held against its day.
    fn beginning_spoilt(&self, faults: &Faults) -> bool {
        match (self.opening, self.tranches.first()) {
            (Some((line, _)), _) => faults.spoilt(&OPENINGS, line),
            (None, Some((line, _))) => faults.spoilt(&DISBURSEMENTS, *line),
            (None, None) => false,
        }
    }

    /// A fact of the book can't be at fault: it is the line that would make it impossible.
    fn needed(&self, day: Day, faults: &mut Faults) {
        let first = self.tranches.first().filter(|(line, _)| *line > 0);
        let (table, line, column, found): (&Table, _, _, _) =
            match (self.opening, self.taken_back, first) {
                (Some((line @ 1.., opening)), ..) => {
                    (&OPENINGS, line, "day", opening.day.to_string())
                }
                (_, Some((line, target)), _) => {
                    (&DISBURSEMENTS, line, "reverses", target.to_string())
                }
                (.., Some((line, one))) => (&DISBURSEMENTS, *line, "day", one.day.to_string()),
                _ => return,
            };
        if !faults.spoilt(table, line) {
            faults.at(table, line, column, &found, Wrong::Needed(day));
        }
    }

    fn beginning(&self) -> Beginning {
        let contract = self.loan.disbursed_on;
        let first = self.tranches.first().map_or(contract, |(_, tranche)| tranche.day);
        Beginning::of(self.opening.map(|(_, opening)| opening), first)
    }
}

fn files<'a>(loaded: &'a Loaded, undone: &Undone<'_>) -> HashMap<&'a LoanCode, File<'a>> {
    let mut files: HashMap<&LoanCode, File<'_>> = loaded
        .loans
        .iter()
        .map(|(_, loan)| {
            let (tranches, instalments, payments) = (Vec::new(), Vec::new(), Vec::new());
            let (opening, taken_back) = (None, None);
            (&loan.code, File { loan, opening, taken_back, tranches, instalments, payments })
        })
        .collect();
    for (line, row) in &loaded.openings {
        if let Some(file) = files.get_mut(&row.0) {
            file.opening = Some((*line, &row.1));
        }
    }
    for (line, tranche) in &loaded.tranches {
        let Some(file) = files.get_mut(&tranche.loan) else { continue };
        if !undone.tranche(&tranche.id) {
            file.tranches.push((*line, tranche));
        } else if let (Some(target), 1..) = (&tranche.reverses, *line) {
            file.taken_back = Some((*line, target));
        }
    }
    for (line, (loan, instalment)) in &loaded.instalments {
        if let Some(file) = files.get_mut(loan) {
            file.instalments.push((*line, instalment.amount));
        }
    }
    let counts = |(_, row): &&(u64, PaymentRecord)| !undone.payment(&row.id);
    for (line, payment) in loaded.payments.iter().filter(counts) {
        if let Some(file) = files.get_mut(&payment.loan) {
            file.payments.push((*line, payment));
        }
    }
    files
}

/// The last line of the instalments answers for their sum.
fn instalments(file: &File<'_>, faults: &mut Faults) {
    let sum: Dong = file.instalments.iter().map(|(_, amount)| *amount).sum();
    let last = file.instalments.iter().max_by_key(|(line, _)| *line);
    if let Some((line, amount)) = last
        && sum != file.loan.principal
    {
        let wrong = Wrong::InstalmentsSum(sum, file.loan.principal);
        faults.at(&INSTALMENTS, *line, "amount", &amount.get().to_string(), wrong);
    }
}

/// The line that goes beyond the principal answers for it.
fn tranches(file: &File<'_>, faults: &mut Faults) {
    let mut sum = Dong::ZERO;
    for (line, tranche) in &file.tranches {
        sum += tranche.amount;
        if sum > file.loan.principal {
            let wrong = Wrong::BeyondPrincipal(sum, file.loan.principal);
            let found = tranche.amount.get().to_string();
            // A row of the book can't be at fault: it was there first.
            let newest = file.tranches.iter().map(|(line, _)| *line).max().unwrap_or_default();
            let line = if *line == 0 { newest } else { *line };
            faults.at(&DISBURSEMENTS, line, "amount", &found, wrong);
            return;
        }
    }
}

/// Follows the principal from payment to payment: no more is paid than was outstanding.
fn outstanding(file: &File<'_>, faults: &mut Faults) {
    let opening = file.opening.map(|(_, opening)| opening);
    let mut principal = Principal::new(opening, file.disbursed());
    if let Some((line, opening)) = file.opening {
        let all = principal.disbursed_by(opening.day);
        if opening.outstanding > all {
            let found = opening.outstanding.get().to_string();
            faults.at(&OPENINGS, line, "outstanding", &found, Wrong::BeyondOutstanding(all));
            return;
        }
    }
    let beginning = file.beginning();
    // A row of the book can't be at fault: it is the new one before it that took too much.
    let mut newest = None;
    for (line, payment) in &file.payments {
        // What lies before the loan begins is at fault for that, and counts for nothing here.
        if payment.kind != PaymentKind::Principal || !beginning.allows(payment.day) {
            continue;
        }
        newest = if *line > 0 { Some((line, payment)) } else { newest };
        let movement = Movement { day: payment.day, amount: payment.amount };
        let Err(left) = principal.pay(movement) else { continue };
        match newest {
            Some((line, payment)) if !faults.spoilt(&PAYMENTS, *line) => {
                let found = payment.amount.get().to_string();
                faults.at(&PAYMENTS, *line, "amount", &found, Wrong::BeyondOutstanding(left));
            }
            Some(_) => {}
            None => file.needed(payment.day, faults),
        }
    }
}

/// A fact of a loan lies after its opening, and not before its first disbursement.
fn begun(
    file: &File<'_>,
    (table, line, column, day): (&Table, u64, &str, Day),
    faults: &mut Faults,
) {
    if file.beginning_spoilt(faults) {
        return;
    }
    let beginning = file.beginning();
    if beginning.allows(day) {
        return;
    }
    if line == 0 {
        return file.needed(day, faults);
    }
    let wrong = match beginning {
        Beginning::Opening(opening) => Wrong::BeforeOpening(opening),
        Beginning::FirstMoney(first) => Wrong::BeforeDisbursement(first),
    };
    faults.at(table, line, column, &day.to_string(), wrong);
}

fn changes(
    loaded: &Loaded,
    undone: &Undone<'_>,
    files: &HashMap<&LoanCode, File<'_>>,
    faults: &mut Faults,
) {
    for (line, row) in &loaded.changes {
        let (loan, change) = &row.fact;
        if let Some(file) = files.get(loan)
            && !undone.change(&change.id)
            && !faults.spoilt(&LOAN_CHANGES, *line)
        {
            begun(file, (&LOAN_CHANGES, *line, "day", change.day), faults);
        }
    }
}

fn visits(
    loaded: &Loaded,
    undone: &Undone<'_>,
    files: &HashMap<&LoanCode, File<'_>>,
    faults: &mut Faults,
) {
    let count = loaded.visits.iter().filter(|(_, visit)| !undone.visit(&visit.id));
    let days: HashMap<&FactId, Day> = count.map(|(_, visit)| (&visit.id, visit.day)).collect();
    for (line, line_of) in &loaded.visit_lines {
        let (visit, row) = &line_of.fact;
        if let (Some(file), Some(day)) = (files.get(&row.loan), days.get(visit)) {
            begun(file, (&VISIT_LINES, *line, "loan", *day), faults);
        }
    }
}

fn contacts(
    loaded: &Loaded,
    undone: &Undone<'_>,
    files: &HashMap<&LoanCode, File<'_>>,
    faults: &mut Faults,
) {
    for (line, contact) in &loaded.contacts {
        if let Some(file) = files.get(&contact.loan)
            && !undone.contact(&contact.id)
            && !faults.spoilt(&CONTACTS, *line)
        {
            begun(file, (&CONTACTS, *line, "day", contact.day), faults);
        }
    }
}
