//! What the book says of a group's sheets beside their lines: what was taken back, how the cash
//! stands.

use super::row::Cancelled;
use crate::domain::day::Day;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode};
use crate::office::{SheetCell, TakenBack};
use crate::reports::loans::{self, LoanRow};
use crate::ui::screen::View;
use crate::ui::screens::session::cash;
use std::collections::BTreeMap;

/// What was taken back of each member's line, step by step.
pub fn cancelled(
    group: &GroupCode,
    session: Day,
    view: &View,
) -> BTreeMap<MemberCode, Vec<Cancelled>> {
    let mut steps: BTreeMap<MemberCode, Vec<(Option<String>, Cancelled)>> = BTreeMap::new();
    for gone in view.office().taken_back(group, session).unwrap_or_default() {
        let steps = steps.entry(gone.member.clone()).or_default();
        let same = steps.last().is_some_and(|(at, _)| *at == gone.at);
        if !same {
            let step = Cancelled { why: why(&gone, view), ..Cancelled::default() };
            steps.push((gone.at.clone(), step));
        }
        if let Some((_, step)) = steps.last_mut() {
            match gone.cell {
                SheetCell::Interest => step.interest += gone.amount,
                SheetCell::Deposit => step.savings += gone.amount,
                SheetCell::Withdrawal => step.savings -= gone.amount,
            }
        }
    }
    let only = |steps: Vec<(Option<String>, Cancelled)>| steps.into_iter().map(|(_, step)| step);
    steps.into_iter().map(|(member, steps)| (member, only(steps).collect())).collect()
}

fn why(gone: &TakenBack, view: &View) -> String {
    let reason = gone.reason.as_deref().unwrap_or_default();
    match gone.by.as_deref() {
        Some(by) if !by.is_empty() => format!("{reason} ({})", view.name(by)),
        _ => reason.to_owned(),
    }
}

/// How the cash of a group's sheets stands; empty where nothing is saved.
pub fn cash(group: &GroupCode, session: Day, view: &View) -> String {
    let text = &view.text.session.sheet;
    let Some(sum) = view.office().sheets_sum(group, session).ok().flatten() else {
        return String::new();
    };
    match view.ledger().cash_count(group, session) {
        None if sum.is_zero() => String::new(),
        None => text.cash_not_counted.to_owned(),
        Some(count) if !count.balances(sum) => text.cash_again.to_owned(),
        Some(count) => (text.cash_counted)(&cash::difference(count.difference(), view)),
    }
}

/// The loan of a member about which is talked at the table: the one that was paid out first and has
/// something outstanding, which the sheet serves first.
pub fn loan_of(member: &MemberCode, view: &View) -> Option<LoanCode> {
    let ledger = view.ledger();
    let files = ledger.members.get(member)?.loans.iter();
    let files = files.filter_map(|code| ledger.loans.get(code));
    let open =
        files.filter(|file| loans::loan(&view.question(), &file.loan.code).is_some_and(owes));
    let first = open.min_by_key(|file| (file.loan.disbursed_on, &file.loan.code))?;
    Some(first.loan.code.clone())
}

fn owes(row: LoanRow) -> bool {
    row.outstanding.is_positive() || (row.interest.accrued - row.interest.paid).is_positive()
}
