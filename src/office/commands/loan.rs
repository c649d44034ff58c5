//! A contract with its instalments, its first tranches and its opening, as one piece.

use super::Room;
use crate::domain::entry::loan;
use crate::domain::entry::master::{LoanEntry, LoanRow};
use crate::domain::loan::Instalment;
use crate::office::Trouble;
use crate::store::{Change, LoanFacts};

impl Room<'_> {
    pub(super) fn loan(&self, new: &LoanEntry) -> Result<Change, Trouble> {
        let rules = self.shelf.on(new.row.loan.disbursed_on);
        let plan = loan::check(new, self.ledger, rules, self.today)?;
        Ok(change(new, plan))
    }
}

pub(super) fn change(new: &LoanEntry, plan: Vec<Instalment>) -> Change {
    Change::Loan(Box::new(LoanFacts { entry: new.clone(), plan }))
}

pub(super) fn tidy(row: &mut LoanRow) {
    row.loan.purpose = row.loan.purpose.trim().to_owned();
    row.instalments.sort_by_key(|instalment| instalment.no);
}
