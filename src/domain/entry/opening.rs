//! How a loan stood when the book began in the middle of it (domain.md, section 4).

use super::loan::{Unsound, stands};
use super::master::NewOpening;
use super::{amount_or_none, id, not_in_the_future, text};
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::loan::{LoanFile, Opening};
use crate::domain::money::Dong;
use crate::domain::refusal::{Field, Refusal, Why};

/// Checks the opening of a file against its contract and tranches.
pub(super) fn figures(opening: &Opening, file: &LoanFile, today: Day) -> Result<(), Refusal> {
    let first = file.loan.disbursed_on;
    if opening.day < first {
        return Err(Refusal::at(Field::Day, Why::BeforeDisbursement(first)));
    }
    not_in_the_future(Field::Day, opening.day, today)?;
    amount_or_none(Field::Outstanding, Some(opening.outstanding))?;
    amount_or_none(Field::InterestOwed, Some(opening.interest_owed))?;
    let disbursed = disbursed_by(file, opening.day);
    if opening.outstanding > disbursed {
        return Err(Refusal::at(Field::Outstanding, Why::BeyondDisbursed(disbursed)));
    }
    match opening.last_movement {
        Some(last) if last > opening.day => {
            Err(Refusal::at(Field::LastMovement, Why::TooLate(opening.day)))
        }
        Some(last) if last < first => {
            Err(Refusal::at(Field::LastMovement, Why::BeforeDisbursement(first)))
        }
        _ => Ok(()),
    }
}

/// What was disbursed of a loan up to a day.
pub(super) fn disbursed_by(file: &LoanFile, day: Day) -> Dong {
    file.tranches.iter().filter(|tranche| tranche.day <= day).map(|tranche| tranche.amount).sum()
}

/// Checks the opening of a known loan. It stands in place of all earlier facts, so there is one,
/// and none of the loan's facts lies on or before its day.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(new: &NewOpening, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    id(&new.id)?;
    let unknown = || Refusal::at(Field::Loan, Why::Unknown(new.loan.to_string()));
    let file = ledger.loans.get(&new.loan).ok_or_else(unknown)?;
    if let Some(known) = &file.opening {
        return Err(Refusal::at(Field::Loan, Why::OpeningKnown(known.day)));
    }
    figures(&new.opening, file, today)?;
    text::allowed(Field::Reason, new.reason.as_deref().unwrap_or_default(), text::NOTE)?;
    let with = LoanFile { opening: Some(new.opening.clone()), ..file.clone() };
    stands(&with).map_err(|unsound| match unsound {
        Unsound::Begins(first) => Refusal::at(Field::Day, Why::OpensBefore(first)),
        Unsound::Disbursed(least) | Unsound::Opening(least) | Unsound::Paid(least) => {
            Refusal::at(Field::Outstanding, Why::LessThan(least))
        }
    })
}
