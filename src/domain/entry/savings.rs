//! A deposit or withdrawal outside a sheet, or the taking back of one.

use super::master::NewSavings;
use super::reversal::fits;
use super::{amount, id, not_in_the_future, second, text};
use crate::domain::day::Day;
use crate::domain::ledger::{Ledger, MemberFile};
use crate::domain::loan::Movement;
use crate::domain::money::Dong;
use crate::domain::record::{SavingsKind, SavingsRecord};
use crate::domain::refusal::{Field, Refusal, Why};

/// Checks a deposit or withdrawal. `taken_back` is the record that it names, and whether that one
/// was taken back already.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(
    new: &NewSavings,
    ledger: &Ledger,
    taken_back: Option<(&SavingsRecord, bool)>,
    today: Day,
) -> Result<(), Refusal> {
    let saving = &new.saving;
    id(&saving.id)?;
    let unknown = || Refusal::at(Field::Member, Why::Unknown(saving.member.to_string()));
    let file = ledger.members.get(&saving.member).ok_or_else(unknown)?;
    not_in_the_future(Field::Day, saving.day, today)?;
    if saving.day < file.member.joined_on {
        return Err(Refusal::at(Field::Day, Why::Before(file.member.joined_on)));
    }
    amount(Field::Amount, saving.amount)?;
    let reason = saving.trail.reason.as_deref().unwrap_or_default();
    text::allowed(Field::Reason, reason, text::NOTE)?;
    text::collector(saving.trail.collected_by.as_deref())?;
    if saving.reverses.is_some() {
        fits(saving, taken_back, Field::Member)?;
        if let Some((old, _)) = taken_back {
            takes_back(old, file)?;
        }
        return text::needed(Field::Reason, reason, text::NOTE);
    }
    second::nobody(new.confirmed_by.as_deref())?;
    match saving.kind {
        SavingsKind::Deposit => Ok(()),
        SavingsKind::Withdrawal => within(saving.amount, saved_from(file, saving.day)),
    }
}

/// Several are taken back together: the withdrawals among them make room for the deposits.
pub(super) fn take_back_together(
    rows: &[&SavingsRecord],
    file: &MemberFile,
) -> Result<(), Refusal> {
    let mut left = file.clone();
    let mut deposits = Vec::new();
    for row in rows {
        match row.kind {
            SavingsKind::Withdrawal => forget(&mut left.withdrawals, row),
            SavingsKind::Deposit => deposits.push(*row),
        }
    }
    deposits.into_iter().try_for_each(|row| {
        takes_back(row, &left)?;
        forget(&mut left.deposits, row);
        Ok(())
    })
}

fn forget(movements: &mut Vec<Movement>, row: &SavingsRecord) {
    let gone = Movement { day: row.day, amount: row.amount };
    if let Some(at) = movements.iter().position(|movement| *movement == gone) {
        movements.remove(at);
    }
}

/// A deposit is taken back only while what is saved allows it; a withdrawal always.
pub(super) fn takes_back(old: &SavingsRecord, file: &MemberFile) -> Result<(), Refusal> {
    match old.kind {
        SavingsKind::Deposit => within(old.amount, saved_from(file, old.day)),
        SavingsKind::Withdrawal => Ok(()),
    }
}

fn within(amount: Dong, most: Dong) -> Result<(), Refusal> {
    let fits = amount <= most;
    fits.then_some(()).ok_or(Refusal::at(Field::Amount, Why::MoreThanSaved(most)))
}

/// What can be withdrawn on a day: no more than is saved on it, nor than is saved on any later
/// day, on which later withdrawals may stand in the book already.
#[must_use]
pub fn saved_from(file: &MemberFile, day: Day) -> Dong {
    let sum = |rows: &[Movement], until: Day| -> Dong {
        rows.iter().filter(|row| row.day <= until).map(|row| row.amount).sum()
    };
    let later = file.withdrawals.iter().map(|row| row.day).filter(|later| *later > day);
    let saved = later.chain([day]).map(|on| sum(&file.deposits, on) - sum(&file.withdrawals, on));
    saved.min().unwrap_or_default().at_least_zero()
}
