//! One payment of principal or interest, or the taking back of one.

use super::reversal::fits;
use super::{NewPayment, amount, id, not_in_the_future, second, text};
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::loan::{LoanFile, Movement, Opening, PaymentKind, PaymentPlace};
use crate::domain::money::Dong;
use crate::domain::principal::Principal;
use crate::domain::record::PaymentRecord;
use crate::domain::refusal::{Collection, Field, Refusal, Why};

/// What the file knows that a payment depends on, and the ledger does not hold.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The payment that the new one names as taken back, if the book has it.
    pub taken_back: Option<&'a PaymentRecord>,
    /// Whether that one was taken back already.
    pub reversed_already: bool,
    /// The day of a principal payment that counts and has the same receipt number.
    pub receipt_on: Option<Day>,
}

/// Checks a payment.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(
    new: &NewPayment,
    ledger: &Ledger,
    known: Known<'_>,
    today: Day,
) -> Result<(), Refusal> {
    id(&new.id)?;
    let unknown = || Refusal::at(Field::Loan, Why::Unknown(new.loan.to_string()));
    let file = ledger.loans.get(&new.loan).ok_or_else(unknown)?;
    not_in_the_future(Field::Day, new.day, today)?;
    after_beginning(Field::Day, file, new.day)?;
    amount(Field::Amount, new.amount)?;
    text::allowed(Field::Receipt, new.receipt.as_deref().unwrap_or_default(), text::NAME)?;
    text::allowed(Field::Reason, new.reason.as_deref().unwrap_or_default(), text::NOTE)?;
    text::collector(new.collected_by.as_deref())?;
    if new.reverses.is_some() {
        return reversal(new, known);
    }
    second::nobody(new.confirmed_by.as_deref())?;
    on_calendar(new, ledger)?;
    match new.kind {
        PaymentKind::Principal => principal(new, file, known),
        PaymentKind::Interest => Ok(()),
    }
}

/// Money comes in at sessions, or at the bank's office; what comes in at a point or through a group
/// on another day says why.
fn on_calendar(new: &NewPayment, ledger: &Ledger) -> Result<(), Refusal> {
    if new.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty()) {
        return Ok(());
    }
    match off_calendar(new, ledger) {
        None => Ok(()),
        Some((before, after)) => {
            Err(Refusal::at(Field::Reason, Collection::OffCalendar(before, after).into()))
        }
    }
}

/// The sessions before and after a payment that needs a reason for its day; none where it is paid
/// at the office, or on a session of the loan's point.
#[must_use]
pub fn off_calendar(new: &NewPayment, ledger: &Ledger) -> Option<(Day, Day)> {
    let file = ledger.loans.get(&new.loan).filter(|_| new.place != PaymentPlace::Office)?;
    let calendar = &ledger.point_of_loan(file)?.calendar;
    let off = !calendar.is_session(new.day);
    off.then(|| (calendar.last_before(new.day), calendar.first_on_or_after(new.day)))
}

/// Principal goes to the bank against its receipt, never through the group (domain.md, section 2),
/// and never beyond what is outstanding.
fn principal(new: &NewPayment, file: &LoanFile, known: Known<'_>) -> Result<(), Refusal> {
    if new.place == PaymentPlace::Group {
        return Err(Refusal::at(Field::Place, Why::PrincipalThroughGroup));
    }
    if new.receipt.as_ref().is_none_or(|receipt| receipt.trim().is_empty()) {
        return Err(Refusal::at(Field::Receipt, Why::ReceiptMissing));
    }
    if let Some(day) = known.receipt_on {
        return Err(Refusal::at(Field::Receipt, Why::ReceiptTwice(day)));
    }
    let most = payable_from(file, new.day);
    if new.amount > most {
        return Err(Refusal::at(Field::Amount, Why::MoreThanOutstanding(most)));
    }
    Ok(())
}

/// A mistake is never edited away: it is taken back, once, by a row that says the same and why.
fn reversal(new: &NewPayment, known: Known<'_>) -> Result<(), Refusal> {
    let old = known.taken_back.map(|old| (old, known.reversed_already));
    fits(&new.record(), old, Field::Loan)?;
    text::needed(Field::Reason, new.reason.as_deref().unwrap_or_default(), text::NOTE)
}

/// A fact of a loan lies after the opening with which its book begins, and not before its first
/// money (domain.md, section 4).
pub(super) fn after_beginning(field: Field, file: &LoanFile, day: Day) -> Result<(), Refusal> {
    let beginning = Beginning::of(file.opening.as_ref(), first_money(file));
    if beginning.allows(day) {
        return Ok(());
    }
    Err(Refusal::at(
        field,
        match beginning {
            Beginning::Opening(opening) => Why::BeforeOpening(opening),
            Beginning::FirstMoney(first) => Why::BeforeDisbursement(first),
        },
    ))
}

/// With what a loan begins in the book (domain.md, section 4): forms and imports ask the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// With its opening, in place of all facts up to and on that day.
    Opening(Day),
    /// With its first money.
    FirstMoney(Day),
}

impl Beginning {
    /// The beginning of a loan.
    #[must_use]
    pub fn of(opening: Option<&Opening>, first_money: Day) -> Beginning {
        opening
            .map_or(Beginning::FirstMoney(first_money), |opening| Beginning::Opening(opening.day))
    }

    /// Whether a fact of the loan may lie on a day.
    #[must_use]
    pub fn allows(self, day: Day) -> bool {
        match self {
            Beginning::Opening(opening) => day > opening,
            Beginning::FirstMoney(first) => day >= first,
        }
    }
}

/// The day of a loan's first money.
#[must_use]
pub fn first_money(file: &LoanFile) -> Day {
    file.tranches.first().map_or(file.loan.disbursed_on, |tranche| tranche.day)
}

/// What of the principal can be paid on a day: no more than is outstanding on it, nor than is
/// outstanding on any later day, on which later payments may stand in the book already.
#[must_use]
pub fn payable_from(file: &LoanFile, day: Day) -> Dong {
    let mut principal = Principal::of(file);
    let (by_then, later): (Vec<&Movement>, Vec<&Movement>) =
        file.principal_paid.iter().partition(|paid| paid.day <= day);
    by_then.iter().for_each(|paid| principal.count(paid.amount));
    let mut most = principal.on(day);
    for paid in later {
        principal.count(paid.amount);
        most = most.min(principal.on(paid.day));
    }
    most.at_least_zero()
}

/// Whether the facts of a loan can be: nothing is paid beyond what is outstanding, or before the
/// loan begins.
///
/// # Errors
/// The first payment that can't be.
pub fn sound(file: &LoanFile) -> Result<(), Refusal> {
    for paid in file.principal_paid.iter().chain(&file.interest_paid) {
        after_beginning(Field::Day, file, paid.day)?;
    }
    let mut principal = Principal::of(file);
    file.principal_paid.iter().try_for_each(|paid| {
        let beyond = |most| Refusal::at(Field::Amount, Why::MoreThanOutstanding(most));
        principal.pay(*paid).map_err(beyond)
    })
}
