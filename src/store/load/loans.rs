//! Loans with their facts.

use super::each;
use crate::domain::ids::LoanCode;
use crate::domain::ledger::Ledger;
use crate::domain::loan::{Instalment, Loan, LoanFile, Movement, PaymentKind, Tranche};
use crate::domain::visit::SeenAtLoan;
use crate::store::convert::a_word;
use crate::store::kinds::{CHANGE, INSTALMENT, LOAN, OPENING, PAYMENT, TRANCHE, VISIT};
use crate::store::rows::facts::{read_change, read_opening, read_tranche};
use crate::store::rows::master::{read_instalment, read_loan};
use rusqlite::{Connection, Row, params_from_iter};

/// Reads them into the ledger.
pub(super) fn load(connection: &Connection, ledger: &mut Ledger) -> rusqlite::Result<()> {
    each(connection, &LOAN.select("1", "code"), [], |row| {
        let loan = read_loan(row)?;
        if let Some(member) = ledger.members.get_mut(&loan.member) {
            member.loans.push(loan.code.clone());
        }
        ledger.loans.insert(loan.code.clone(), empty(loan));
        Ok(())
    })?;
    facts(connection, ledger, None)?;
    ledger.loans.values_mut().for_each(complete);
    Ok(())
}

/// Reads one loan's facts again.
pub(super) fn reload(
    connection: &Connection,
    ledger: &mut Ledger,
    code: &LoanCode,
) -> rusqlite::Result<()> {
    let Some(file) = ledger.loans.get_mut(code) else { return Ok(()) };
    *file = empty(file.loan.clone());
    facts(connection, ledger, Some(code))?;
    if let Some(file) = ledger.loans.get_mut(code) {
        complete(file);
    }
    Ok(())
}

fn empty(loan: Loan) -> LoanFile {
    LoanFile {
        loan,
        opening: None,
        tranches: Vec::new(),
        instalments: Vec::new(),
        principal_paid: Vec::new(),
        interest_paid: Vec::new(),
        changes: Vec::new(),
        visits: Vec::new(),
    }
}

/// A loan without rows of its own has one tranche and one instalment (contract.md, section 2).
fn complete(file: &mut LoanFile) {
    let loan = &file.loan;
    if file.tranches.is_empty() {
        file.tranches.push(Tranche { id: None, day: loan.disbursed_on, amount: loan.principal });
    }
    if file.instalments.is_empty() {
        let only = Instalment { no: 1, due_on: loan.due_on, amount: loan.principal };
        file.instalments.push(only);
    }
}

/// The facts of all loans, or of one.
fn facts(
    connection: &Connection,
    ledger: &mut Ledger,
    only: Option<&LoanCode>,
) -> rusqlite::Result<()> {
    let of_loan = only.map_or("1", |_| "loan = ?1");
    let live = |live: String| format!("{of_loan} AND {live}");
    let openings = OPENING.select(&live(OPENING.live()), "loan, day, id");
    walk(connection, ledger, only, &openings, 1, |file, row| {
        file.opening = Some(read_opening(row)?.1);
        Ok(())
    })?;
    let tranches = TRANCHE.select(&live(TRANCHE.live()), "loan, day, id");
    walk(connection, ledger, only, &tranches, 1, |file, row| {
        file.tranches.push(read_tranche(row)?.1);
        Ok(())
    })?;
    let instalments = INSTALMENT.select(of_loan, "loan, no");
    walk(connection, ledger, only, &instalments, 0, |file, row| {
        file.instalments.push(read_instalment(row)?.1);
        Ok(())
    })?;
    let payments = format!(
        "SELECT loan, day, kind, amount FROM payments WHERE {} ORDER BY loan, day, id",
        live(PAYMENT.live())
    );
    walk(connection, ledger, only, &payments, 0, |file, row| {
        let movement = Movement { day: row.get(1)?, amount: row.get(3)? };
        match a_word(row, 2)? {
            PaymentKind::Principal => file.principal_paid.push(movement),
            PaymentKind::Interest => file.interest_paid.push(movement),
        }
        Ok(())
    })?;
    let changes = CHANGE.select(&live(CHANGE.live()), "loan, day, id");
    walk(connection, ledger, only, &changes, 1, |file, row| {
        file.changes.push(read_change(row)?.1);
        Ok(())
    })?;
    let visits = format!(
        "SELECT line.loan, visit.id, visit.day, visit.kind, line.wrong_use \
         FROM visit_lines AS line JOIN visits AS visit ON visit.id = line.visit \
         WHERE {} AND {} ORDER BY line.loan, visit.day, visit.id",
        only.map_or("1", |_| "line.loan = ?1"),
        VISIT.live_as("visit")
    );
    walk(connection, ledger, only, &visits, 0, |file, row| {
        file.visits.push(SeenAtLoan {
            visit: row.get(1)?,
            day: row.get(2)?,
            kind: a_word(row, 3)?,
            wrong_use: row.get(4)?,
        });
        Ok(())
    })
}

/// Walks over rows in the loans' order, beside the loans themselves: no search for each row.
fn walk(
    connection: &Connection,
    ledger: &mut Ledger,
    only: Option<&LoanCode>,
    sql: &str,
    loan_column: usize,
    mut take: impl FnMut(&mut LoanFile, &Row<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let params = || params_from_iter(only.map(LoanCode::as_str));
    if let Some(code) = only {
        let Some(file) = ledger.loans.get_mut(code) else { return Ok(()) };
        return each(connection, sql, params(), |row| take(file, row));
    }
    let mut files = ledger.loans.values_mut();
    let mut file = files.next();
    each(connection, sql, params(), |row| {
        let loan = row.get_ref(loan_column)?.as_str()?;
        while file.as_ref().is_some_and(|file| file.loan.code.as_str() < loan) {
            file = files.next();
        }
        match &mut file {
            Some(file) if file.loan.code.as_str() == loan => take(file, row),
            _ => Ok(()),
        }
    })
}
