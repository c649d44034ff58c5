//! The taking back of any fact: it and what takes it back vanish from every figure of every day,
//! and what is left still has to be possible (contract.md, section 2; domain.md, section 9).

use super::disbursement::with_tranches;
use super::loan::{Unsound, stands};
use super::master::NewReversal;
use super::savings::take_back_together;
use super::{id, not_in_the_future, text};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, LoanCode, MemberCode};
use crate::domain::ledger::Ledger;
use crate::domain::loan::LoanFile;
use crate::domain::record::{SavingsRecord, TrancheRecord};
use crate::domain::refusal::{Collection, Field, Refusal, Why};
use crate::domain::reversal::{Flaw, Reversible, flaw};
use std::collections::BTreeMap;

/// What the book says of the fact that is to be taken back.
#[derive(Clone, Copy, Debug)]
pub struct Old<'a> {
    /// Its business day.
    pub day: Day,
    /// Whether it takes another back itself.
    pub reverses: bool,
    /// Whether it was taken back already.
    pub reversed: bool,
    /// What rests on it.
    pub bears: Bears<'a>,
}

/// What rests on a fact.
#[derive(Clone, Copy, Debug)]
pub enum Bears<'a> {
    /// Nothing that could become impossible without it.
    Nothing,
    /// What was paid of a loan.
    Tranche(&'a TrancheRecord),
    /// What came after the day with which a loan begins.
    Opening(&'a LoanCode),
    /// What was withdrawn.
    Savings(&'a [SavingsRecord]),
    /// The action items that a meeting wanted.
    Meeting(&'a FactId),
    /// The steps of an action item.
    Action(&'a FactId),
}

/// Checks the taking back of a fact.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(
    new: &NewReversal,
    old: Option<Old<'_>>,
    ledger: &Ledger,
    today: Day,
) -> Result<(), Refusal> {
    id(&new.id)?;
    let refused = |why| Err(Refusal::at(Field::Reverses, why));
    let Some(old) = old else { return refused(Why::Unknown(new.of.to_string())) };
    if old.reverses {
        return refused(Why::ReversesReversal);
    }
    if old.reversed {
        return refused(Why::ReversedAlready);
    }
    not_in_the_future(Field::Day, new.day, today)?;
    if new.day < old.day {
        return Err(Refusal::at(Field::Day, Why::Before(old.day)));
    }
    text::needed(Field::Reason, &new.reason, text::NOTE)?;
    without(&old.bears, ledger)
}

/// Whether a row can take back the fact that it names: the one the book has of that id, and whether
/// that was taken back already. `whose` is the field of the loan or member that both have. What can
/// never be said of the fact comes first, then what another row could say, and the day last.
pub(super) fn fits<T: Reversible>(
    row: &T,
    old: Option<(&T, bool)>,
    whose: Field,
) -> Result<(), Refusal> {
    let refused = |why| Err(Refusal::at(Field::Reverses, why));
    let Some((old, already)) = old else {
        return refused(Why::Unknown(row.reverses().map(ToString::to_string).unwrap_or_default()));
    };
    match flaw(row, old, already) {
        None => Ok(()),
        Some(Flaw::Reversal) => refused(Why::ReversesReversal),
        Some(Flaw::Other) => refused(Why::ReversesOther(whose)),
        Some(Flaw::Already) => refused(Why::ReversedAlready),
        Some(Flaw::Earlier(day)) => Err(Refusal::at(Field::Day, Why::Before(day))),
    }
}

/// Whether what is left is possible.
fn without(bears: &Bears<'_>, ledger: &Ledger) -> Result<(), Refusal> {
    match bears {
        Bears::Nothing => Ok(()),
        Bears::Savings(rows) => {
            let mut members: BTreeMap<&MemberCode, Vec<&SavingsRecord>> = BTreeMap::new();
            rows.iter().for_each(|row| members.entry(&row.member).or_default().push(row));
            members.into_iter().try_for_each(|(member, rows)| {
                let file = ledger.members.get(member);
                file.map_or(Ok(()), |file| take_back_together(&rows, file)).map_err(at_reverses)
            })
        }
        Bears::Meeting(meeting) => {
            let mut files = ledger.actions.values();
            let named = files.any(|file| file.item.meeting.as_ref() == Some(*meeting));
            free(!named, Collection::BearsActions)
        }
        Bears::Action(action) => {
            let steps = ledger.actions.get(*action).map_or(0, |file| file.steps.len());
            free(steps == 0, Collection::BearsSteps)
        }
        Bears::Tranche(row) => left(ledger, &row.loan, |file| {
            let others = file.tranches.iter().filter(|it| it.id.as_ref() != Some(&row.id));
            with_tranches(file, others.cloned().collect())
        }),
        Bears::Opening(loan) => {
            left(ledger, loan, |file| LoanFile { opening: None, ..file.clone() })
        }
    }
}

fn left(
    ledger: &Ledger,
    loan: &LoanCode,
    without: impl FnOnce(&LoanFile) -> LoanFile,
) -> Result<(), Refusal> {
    let Some(file) = ledger.loans.get(loan) else { return Ok(()) };
    stands(&without(file)).map_err(|unsound| {
        let why = match unsound {
            Unsound::Disbursed(sum) | Unsound::Opening(sum) | Unsound::Paid(sum) => {
                Why::RestsOn(sum)
            }
            Unsound::Begins(first) => Why::FactsFrom(first),
        };
        Refusal::at(Field::Reverses, why)
    })
}

fn free(free: bool, why: Collection) -> Result<(), Refusal> {
    free.then_some(()).ok_or_else(|| Refusal::at(Field::Reverses, why.into()))
}

fn at_reverses(refusal: Refusal) -> Refusal {
    Refusal { field: Field::Reverses, ..refusal }
}
