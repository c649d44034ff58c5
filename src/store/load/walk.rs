//! Loans one after another, each with its facts: the tables are read side by side in the loans'
//! order, so that no search is made for a row and no more than one loan is held.

use crate::domain::ids::LoanCode;
use crate::domain::loan::{Loan, LoanFile, Movement, PaymentKind, Tranche};
use crate::domain::visit::SeenAtLoan;
use crate::store::convert::a_word;
use crate::store::kinds::{
    CHANGE, CONTACT, INSTALMENT, Known, LOAN, OPENING, PAYMENT, TRANCHE, VISIT,
};
use crate::store::rows::collection::read_contact;
use crate::store::rows::facts::{read_change, read_opening, read_tranche};
use crate::store::rows::master::{read_instalment, read_loan};
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{CachedStatement, Connection, Result, Row, Rows, params_from_iter};
use std::cmp::Ordering;
use std::ops::ControlFlow;

/// Which loans are read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which<'a> {
    /// All, by code.
    All,
    /// One.
    One(&'a LoanCode),
}

impl Which<'_> {
    /// The condition on a column that holds the loan's code.
    fn on(self, column: &str) -> String {
        match self {
            Which::All => "1".to_owned(),
            Which::One(_) => format!("{column} = ?1"),
        }
    }

    fn code(self) -> Option<String> {
        match self {
            Which::All => None,
            Which::One(code) => Some(code.to_string()),
        }
    }
}

/// Hands on each loan with its facts, by code, until told to stop.
pub(super) fn loans<B>(
    connection: &Connection,
    (which, known): (Which<'_>, Known),
    mut take: impl FnMut(LoanFile) -> ControlFlow<B>,
) -> Result<ControlFlow<B>> {
    let code = which.code();
    let strands = strands(which, known);
    let prepared = strands.iter().map(|strand| connection.prepare_cached(&strand.sql));
    let mut prepared: Vec<CachedStatement<'_>> = prepared.collect::<Result<_>>()?;
    let mut walks = Vec::with_capacity(strands.len());
    for (strand, statement) in strands.iter().zip(&mut prepared) {
        let rows = statement.query(params_from_iter(code.iter()))?;
        walks.push(Walk::begin(strand, rows)?);
    }
    let mut contracts = connection.prepare_cached(&LOAN.select(&which.on("code"), "code"))?;
    let mut contracts = contracts.query(params_from_iter(code.iter()))?;
    while let Some(row) = contracts.next()? {
        let mut file = empty(read_loan(row)?);
        for walk in &mut walks {
            walk.add_to(&mut file)?;
        }
        complete(&mut file);
        if let stop @ ControlFlow::Break(_) = take(file) {
            return Ok(stop);
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// A table of facts: how it is asked for, where a row names its loan, and what a row adds.
struct Strand {
    sql: String,
    loan: usize,
    add: fn(&mut LoanFile, &Row<'_>) -> Result<()>,
}

/// All of them. What was taken back is in none.
fn strands(which: Which<'_>, known: Known) -> [Strand; 7] {
    let live = |live: String| format!("{} AND {live}", which.on("loan"));
    let payments = format!(
        "SELECT loan, day, kind, amount FROM payments WHERE {} ORDER BY loan, day, id",
        live(PAYMENT.live_on(known))
    );
    let visits = format!(
        "SELECT line.loan, visit.id, visit.day, visit.kind, line.wrong_use \
         FROM visit_lines AS line JOIN visits AS visit ON visit.id = line.visit \
         WHERE {} AND {} ORDER BY line.loan, visit.day, visit.id",
        which.on("line.loan"),
        VISIT.live_as("visit", known)
    );
    let of = |sql, loan, add| Strand { sql, loan, add };
    [
        of(OPENING.select(&live(OPENING.live_on(known)), "loan, day, id"), 1, add_opening),
        of(TRANCHE.select(&live(TRANCHE.live_on(known)), "loan, day, id"), 1, add_tranche),
        of(INSTALMENT.select(&which.on("loan"), "loan, no"), 0, add_instalment),
        of(payments, 0, add_payment),
        of(CHANGE.select(&live(CHANGE.live_on(known)), "loan, day, id"), 1, add_change),
        of(visits, 0, add_visit),
        of(CONTACT.select(&live(CONTACT.live_on(known)), "loan, day, id"), 1, add_contact),
    ]
}

/// Where one table stands, beside the loans.
struct Walk<'s> {
    strand: &'s Strand,
    rows: Rows<'s>,
}

impl<'s> Walk<'s> {
    fn begin(strand: &'s Strand, mut rows: Rows<'s>) -> Result<Walk<'s>> {
        rows.advance()?;
        Ok(Walk { strand, rows })
    }

    /// Adds the rows of this loan, and leaves the next loan's for the next.
    fn add_to(&mut self, file: &mut LoanFile) -> Result<()> {
        while let Some(row) = self.rows.get() {
            let loan = row.get_ref(self.strand.loan)?.as_str()?;
            match loan.cmp(file.loan.code.as_str()) {
                // A row of a loan that is not there; `check` names it.
                Ordering::Less => {}
                Ordering::Equal => (self.strand.add)(file, row)?,
                Ordering::Greater => break,
            }
            self.rows.advance()?;
        }
        Ok(())
    }
}

fn add_opening(file: &mut LoanFile, row: &Row<'_>) -> Result<()> {
    file.opening = Some(read_opening(row)?.1);
    Ok(())
}

fn add_tranche(file: &mut LoanFile, row: &Row<'_>) -> Result<()> {
    file.tranches.push(read_tranche(row)?.1);
    Ok(())
}

fn add_instalment(file: &mut LoanFile, row: &Row<'_>) -> Result<()> {
    file.instalments.push(read_instalment(row)?.1);
    Ok(())
}

fn add_payment(file: &mut LoanFile, row: &Row<'_>) -> Result<()> {
    let movement = Movement { day: row.get(1)?, amount: row.get(3)? };
    match a_word(row, 2)? {
        PaymentKind::Principal => file.principal_paid.push(movement),
        PaymentKind::Interest => file.interest_paid.push(movement),
    }
    Ok(())
}

fn add_change(file: &mut LoanFile, row: &Row<'_>) -> Result<()> {
    file.changes.push(read_change(row)?.1);
    Ok(())
}

fn add_visit(file: &mut LoanFile, row: &Row<'_>) -> Result<()> {
    file.visits.push(SeenAtLoan {
        visit: row.get(1)?,
        day: row.get(2)?,
        kind: a_word(row, 3)?,
        wrong_use: row.get(4)?,
    });
    Ok(())
}

fn add_contact(file: &mut LoanFile, row: &Row<'_>) -> Result<()> {
    file.contacts.push(read_contact(row)?);
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
        contacts: Vec::new(),
    }
}

/// A loan without rows of its own has one tranche and one instalment (contract.md, section 2).
fn complete(file: &mut LoanFile) {
    let loan = &file.loan;
    if file.tranches.is_empty() {
        file.tranches.push(Tranche { id: None, day: loan.disbursed_on, amount: loan.principal });
    }
    if file.instalments.is_empty() {
        file.instalments.push(loan.only_instalment());
    }
}
