//! A tranche of a known loan.

use super::loan::{Unsound, stands, tranche_day};
use super::master::NewDisbursement;
use super::{amount, id, text};
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::loan::{LoanFile, Tranche};
use crate::domain::money::Dong;
use crate::domain::refusal::{Field, Refusal, Why};

/// Checks a tranche.
///
/// A loan without rows has one tranche of its principal (contract.md, section 2): the first row
/// takes its place, where what is recorded of the loan allows that. What an opening says to be
/// outstanding was disbursed by then: of a loan without rows that is recorded first.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(new: &NewDisbursement, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    let tranche = &new.tranche;
    id(&tranche.id)?;
    let unknown = || Refusal::at(Field::Loan, Why::Unknown(tranche.loan.to_string()));
    let file = ledger.loans.get(&tranche.loan).ok_or_else(unknown)?;
    tranche_day(tranche.day, &file.loan, today)?;
    amount(Field::Amount, tranche.amount)?;
    text::allowed(Field::Reason, new.reason.as_deref().unwrap_or_default(), text::NOTE)?;
    let row = Tranche { id: Some(tranche.id.clone()), day: tranche.day, amount: tranche.amount };
    let with = with_tranches(file, file.tranches.iter().chain([&row]).cloned().collect());
    stands(&with).map_err(|unsound| match unsound {
        Unsound::Disbursed(sum) => {
            let left = (file.loan.principal - (sum - tranche.amount)).at_least_zero();
            Refusal::at(Field::Amount, Why::BeyondPrincipal(left))
        }
        Unsound::Opening(least) => match &file.opening {
            Some(opening) if tranche.day > opening.day => {
                let first = file.loan.disbursed_on;
                Refusal::at(Field::Day, Why::EarlierTrancheFirst(least, first, opening.day))
            }
            _ => Refusal::at(Field::Amount, Why::LessThan(least)),
        },
        Unsound::Paid(least) => Refusal::at(Field::Amount, Why::LessThan(least)),
        Unsound::Begins(first) => Refusal::at(Field::Day, Why::FactsFrom(first)),
    })
}

/// The loan with these tranches: rows take the place of the one that has none, and where there is
/// no row there is that one.
pub(super) fn with_tranches(file: &LoanFile, mut tranches: Vec<Tranche>) -> LoanFile {
    tranches.retain(|tranche| tranche.id.is_some());
    if tranches.is_empty() {
        let (day, amount) = (file.loan.disbursed_on, file.loan.principal);
        tranches.push(Tranche { id: None, day, amount });
    }
    tranches.sort_by(|one, other| (one.day, &one.id).cmp(&(other.day, &other.id)));
    LoanFile { tranches, ..file.clone() }
}

/// What can still be disbursed of a loan: its principal less the tranches that have rows.
#[must_use]
pub fn left_to_disburse(file: &LoanFile) -> Dong {
    let rows = file.tranches.iter().filter(|tranche| tranche.id.is_some());
    (file.loan.principal - rows.map(|tranche| tranche.amount).sum()).at_least_zero()
}
