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
use crate::store::versions::{GONE, MasterDraft};
use crate::store::writer::{Draft, Put, Writer, key_text};
use rusqlite::Connection;
use std::collections::BTreeSet;

impl Saving<'_> {
    /// Whether the entry of a loan stands in the book already, with all that came with it.
    pub(super) fn loan_standing(&self, loan: &LoanFacts) -> rusqlite::Result<Put> {
        let writer = Writer::new(&self.transaction, self.machine, "", Stamp::EPOCH)?;
        let contract = contract(loan);
        let standing = writer.standing(&contract)?;
        let planned = planned(&writer, loan)?;
        if standing == Put::Other || planned == Put::Other {
            return Ok(Put::Other);
        }
        let amends = loan.entry.amends;
        // An entry that changed nothing but instalments left no version of the contract.
        if standing == Put::New && !(amends && planned == Put::Same) {
            return Ok(Put::New);
        }
        for draft in with_it(loan) {
            if writer.find(&draft)? != Put::Same {
                // With a known loan nothing comes: the rule says so.
                return Ok(if amends { Put::New } else { Put::Other });
            }
        }
        let given = &loan.entry.row.instalments;
        let written = planned == Put::Same || writer.by_id(&contract)? == Put::Same;
        if !amends || given.is_empty() || written {
            return Ok(Put::Same);
        }
        // Asked to change the instalments alone, the contract stands there and they do not; no rows
        // are the one that follows from the contract, which stands.
        let known = known(&self.transaction, &loan.entry.row.loan.code)?;
        let same = if known.is_empty() { follows(loan, given) } else { known == *given };
        Ok(if same { Put::Same } else { Put::New })
    }
}

/// Whether an entry has written instalments, and they are those it has now: by its versions, for
/// others may have changed the instalments since.
fn planned(writer: &Writer<'_>, loan: &LoanFacts) -> rusqlite::Result<Put> {
    let LoanFacts { entry, .. } = loan;
    let given = &entry.row.instalments;
    // 'o' follows 'n'.
    let sql = "SELECT id, entity, key, value FROM versions \
               WHERE id > ?1 || '-n' AND id < ?1 || '-o'";
    let read = |row: &rusqlite::Row<'_>| {
        Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    };
    let stem = format!("{}-n", entry.id);
    let mut numbers = BTreeSet::new();
    for (id, entity, key, value) in all(writer.connection, sql, [entry.id.as_str()], read)? {
        let (entity, key, value): (String, String, String) = (entity, key, value);
        let number = id.strip_prefix(&stem).and_then(|rest| rest.split('-').next()?.parse().ok());
        // A version of a field, `-name`, begins like that of an instalment.
        let Some(number): Option<u32> = number else { continue };
        if (entity.as_str(), key) != (INSTALMENT.word, format!("{}|{number}", entry.row.loan.code))
        {
            return Ok(Put::Other);
        }
        let stays = given.iter().any(|instalment| instalment.no == number);
        if !(stays || given.is_empty() || value == GONE) {
            return Ok(Put::Other);
        }
        numbers.insert(number);
    }
    if numbers.is_empty() {
        // A new loan with instalments of its own has them with its first version.
        let new = !entry.amends && writer.made(&contract(loan))? == Put::Same;
        let none = given.is_empty() || follows(loan, given);
        return Ok(if new && !none { Put::Other } else { Put::New });
    }
    if given.is_empty() && !entry.amends {
        return Ok(Put::Other);
    }
    for instalment in given {
        let row = row(loan, instalment);
        let missing = !entry.amends && !numbers.contains(&instalment.no);
        if missing || writer.by_id(&row)? == Put::Other {
            return Ok(Put::Other);
        }
    }
    Ok(Put::Same)
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
