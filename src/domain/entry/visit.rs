//! A loan-use visit (06/TD) with its lines.

use super::payment::after_beginning;
use super::{NewVisit, amount_or_none, id, not_in_the_future, text};
use crate::domain::day::Day;
use crate::domain::ids::LoanCode;
use crate::domain::ledger::Ledger;
use crate::domain::loan::LoanFile;
use crate::domain::money::Dong;
use crate::domain::refusal::{Field, Refusal, Why};
use crate::domain::visit::{Visit, VisitLine};
use std::collections::BTreeMap;

/// Checks a visit.
///
/// # Errors
/// The first rule that it breaks, with the line.
pub fn check(new: &NewVisit, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    head(&new.visit, ledger, today)?;
    if new.lines.is_empty() {
        return Err(Refusal::at(Field::Whole, Why::Empty));
    }
    let mut seen: BTreeMap<&LoanCode, usize> = BTreeMap::new();
    for (no, line) in (1..).zip(&new.lines) {
        loan_of(line, &new.visit, ledger)
            .and_then(|file| {
                if let Some(first) = seen.insert(&line.loan, no) {
                    return Err(Refusal::at(Field::Loan, Why::Twice(first)));
                }
                cells(line, file, new.visit.day)
            })
            .map_err(|refusal| refusal.on_line(no))?;
    }
    Ok(())
}

fn head(visit: &Visit, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    id(&visit.id)?;
    let unknown = || Refusal::at(Field::Group, Why::Unknown(visit.group.to_string()));
    let group = ledger.groups.get(&visit.group).ok_or_else(unknown)?;
    not_in_the_future(Field::Day, visit.day, today)?;
    if visit.day < group.founded_on {
        return Err(Refusal::at(Field::Day, Why::GroupNotThere(group.founded_on)));
    }
    text::needed(Field::Visitor, &visit.visitor, text::NAME)?;
    text::allowed(Field::Witness, visit.witness.as_deref().unwrap_or_default(), text::NAME)?;
    if let Some(reported_on) = visit.reported_on {
        if reported_on < visit.day {
            return Err(Refusal::at(Field::ReportedOn, Why::Before(visit.day)));
        }
        not_in_the_future(Field::ReportedOn, reported_on, today)?;
    }
    Ok(())
}

fn loan_of<'a>(
    line: &VisitLine,
    visit: &Visit,
    ledger: &'a Ledger,
) -> Result<&'a LoanFile, Refusal> {
    let refused = |why| Refusal::at(Field::Loan, why);
    let unknown = || refused(Why::Unknown(line.loan.to_string()));
    let file = ledger.loans.get(&line.loan).ok_or_else(unknown)?;
    let group = ledger.members.get(&file.loan.member).map(|member| &member.member.group);
    match group {
        Some(group) if *group == visit.group => {}
        Some(group) => return Err(refused(Why::OfAnotherGroup(group.to_string()))),
        None => return Err(unknown()),
    }
    after_beginning(Field::Loan, file, visit.day)?;

    if file.visits.iter().any(|seen| seen.day == visit.day) {
        return Err(refused(Why::VisitedThatDay));
    }
    Ok(file)
}

/// What was seen on the spot: no more received than was disbursed, no more used than received.
fn cells(line: &VisitLine, file: &LoanFile, day: Day) -> Result<(), Refusal> {
    amount_or_none(Field::Received, line.received)?;
    amount_or_none(Field::BalanceSeen, line.balance_seen)?;
    amount_or_none(Field::RightUse, line.right_use)?;
    amount_or_none(Field::WrongUse, line.wrong_use)?;
    amount_or_none(Field::Unused, line.unused)?;
    amount_or_none(Field::InterestSeen, line.interest_seen)?;
    text::allowed(Field::Note, &line.note, text::NOTE)?;
    let disbursed: Dong = file
        .tranches
        .iter()
        .filter(|tranche| tranche.day <= day)
        .map(|tranche| tranche.amount)
        .sum();
    if line.received.is_some_and(|received| received > disbursed) {
        return Err(Refusal::at(Field::Received, Why::ReceivedBeyondDisbursed(disbursed)));
    }
    // Where nobody wrote down what was received, it can't be more than was disbursed.
    let received = line.received.unwrap_or(disbursed);
    let uses = [
        (Field::WrongUse, line.wrong_use),
        (Field::RightUse, line.right_use),
        (Field::Unused, line.unused),
    ];
    let used: Dong = uses.iter().filter_map(|(_, amount)| *amount).sum();
    if used > received {
        let given = uses.iter().find(|(_, amount)| amount.is_some_and(Dong::is_positive));
        let field = given.map_or(Field::RightUse, |(field, _)| *field);
        return Err(Refusal::at(field, Why::UseBeyondReceived(used, received)));
    }
    Ok(())
}
