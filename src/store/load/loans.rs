//! Loans with their facts.

use super::walk::{self, Which};
use crate::domain::ids::LoanCode;
use crate::domain::ledger::Ledger;
use crate::store::kinds::Known;
use rusqlite::Connection;
use std::convert::Infallible;
use std::ops::ControlFlow;

/// Reads them into the ledger.
pub(super) fn load(
    connection: &Connection,
    ledger: &mut Ledger,
    known: Known,
) -> rusqlite::Result<()> {
    let _: ControlFlow<Infallible> = walk::loans(connection, (Which::All, known), |file| {
        if let Some(member) = ledger.members.get_mut(&file.loan.member) {
            member.loans.push(file.loan.code.clone());
        }
        ledger.loans.insert(file.loan.code.clone(), file);
        ControlFlow::Continue(())
    })?;
    Ok(())
}

/// Reads one loan again.
pub(super) fn reload(
    connection: &Connection,
    ledger: &mut Ledger,
    code: &LoanCode,
) -> rusqlite::Result<()> {
    let _: ControlFlow<Infallible> =
        walk::loans(connection, (Which::One(code), Known::Now), |file| {
            ledger.loans.insert(file.loan.code.clone(), file);
            ControlFlow::Continue(())
        })?;
    Ok(())
}
