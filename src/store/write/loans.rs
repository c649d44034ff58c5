//! A contract with its instalments, and the tranches and opening that come with a new one.

use super::Saving;
use super::masters::of;
use crate::domain::ids::{FactId, LoanCode};
use crate::domain::loan::Instalment;
use crate::domain::stamp::Stamp;
use crate::store::change::LoanFacts;
use crate::store::kinds::INSTALMENT;
use crate::store::load::all;
use crate::store::rows::{facts, master};
use crate::store::versions::MasterDraft;
use crate::store::writer::{Draft, Put, Writer, key_text};
use rusqlite::Connection;

impl Saving<'_> {
    /// Whether the entry of a loan stands in the book already, with all that came with it.
    pub(super) fn loan_standing(&self, loan: &LoanFacts) -> rusqlite::Result<Put> {
        let writer = Writer::new(&self.transaction, self.machine, "", Stamp::EPOCH)?;
        let standing = writer.standing(&contract(loan))?;
        if standing != Put::Same {
            return Ok(standing);
        }
        for draft in with_it(loan) {
            if writer.find(&draft)? != Put::Same {
                // With a known loan nothing comes: the rule says so.
                return Ok(if loan.entry.amends { Put::New } else { Put::Other });
            }
        }
        let given = &loan.entry.row.instalments;
        if given.is_empty() {
            return Ok(Put::Same);
        }
        if loan.entry.amends {
            // Asked to change the instalments alone, the contract stands there and they do not;
            // no rows are the one that follows from the contract, which stands.
            let known = known(&self.transaction, &loan.entry.row.loan.code)?;
            let same = if known.is_empty() { follows(loan, given) } else { known == *given };
            return Ok(if same { Put::Same } else { Put::New });
        }
        if follows(loan, given) {
            return Ok(Put::Same);
        }
        for instalment in given {
            if writer.standing(&row(loan, instalment))? != Put::Same {
                return Ok(Put::Other);
            }
        }
        Ok(Put::Same)
    }
}

/// Writes it; how many facts and versions it was, or the id of one that another fact has.
pub(super) fn write(
    connection: &Connection,
    writer: &mut Writer<'_>,
    loan: &LoanFacts,
) -> rusqlite::Result<Result<usize, FactId>> {
    let mut written = writer.put_master(&contract(loan))?;
    written += instalments(connection, writer, loan)?;
    for draft in with_it(loan) {
        if writer.put(&draft)? != Put::New {
            return Ok(Err(FactId::new(key_text(draft.kind, &draft.cells))));
        }
        written += 1;
    }
    Ok(Ok(written))
}

fn contract(loan: &LoanFacts) -> MasterDraft {
    of(&loan.entry, master::loan(&loan.entry.row.loan))
}

/// The facts that come with a new loan.
fn with_it(loan: &LoanFacts) -> Vec<Draft> {
    let row = &loan.entry.row;
    let mut drafts: Vec<Draft> =
        row.tranches.iter().map(|tranche| facts::tranche(&tranche.clone().into())).collect();
    let code = &row.loan.code;
    drafts.extend(row.opening.clone().map(|opening| {
        facts::opening(&FactId::new(format!("opening:{code}")), &(code.clone(), opening).into())
    }));
    drafts
}

/// Whether a plan is the one instalment that a loan without rows has.
fn follows(loan: &LoanFacts, plan: &[Instalment]) -> bool {
    plan == [loan.entry.row.loan.only_instalment()]
}

fn known(connection: &Connection, loan: &LoanCode) -> rusqlite::Result<Vec<Instalment>> {
    let rows = INSTALMENT.select("loan = ?1", "no");
    let found = all(connection, &rows, [loan.as_str()], master::read_instalment)?;
    Ok(found.into_iter().map(|(_, instalment)| instalment).collect())
}

/// The row of an instalment, with an id of its own.
fn row(loan: &LoanFacts, instalment: &Instalment) -> MasterDraft {
    let LoanFacts { entry, .. } = loan;
    let draft = master::instalment(&(entry.row.loan.code.clone(), instalment.clone()));
    let id = format!("{}-n{}", entry.id, instalment.no);
    MasterDraft { id, ..of(entry, draft) }
}

/// Makes the rows of the instalments what the plan says: new ones, changed ones, and those that
/// are no more.
fn instalments(
    connection: &Connection,
    writer: &mut Writer<'_>,
    loan: &LoanFacts,
) -> rusqlite::Result<usize> {
    let code = &loan.entry.row.loan.code;
    let known = known(connection, code)?;
    if known.is_empty() && follows(loan, &loan.plan) {
        return Ok(0);
    }
    let mut written = 0;
    for instalment in &known {
        if !loan.plan.iter().any(|kept| kept.no == instalment.no) {
            let entry = row(loan, instalment);
            writer.remove_master(&entry.id, &entry.draft)?;
            written += 1;
        }
    }
    for instalment in &loan.plan {
        written += writer.put_master(&row(loan, instalment))?;
    }
    Ok(written)
}
