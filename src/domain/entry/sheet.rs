//! A group's collection sheet (13/TD) of a session.

use super::savings::saved_from;
use super::{NewSheet, SheetLine, amount_or_none, id, not_in_the_future, text};
use crate::domain::day::Day;
use crate::domain::group::Group;
use crate::domain::ids::{FactId, GroupCode, LoanCode, MemberCode};
use crate::domain::ledger::{Ledger, MemberFile};
use crate::domain::loan::{LoanFile, PaymentKind, PaymentPlace};
use crate::domain::money::Dong;
use crate::domain::record::{PaymentRecord, SavingsKind, SavingsRecord, Trail};
use crate::domain::refusal::{Collection, Field, Refusal, Why};
use crate::domain::sheet::{ToPay, share_out};
use std::collections::BTreeMap;

/// What a sheet that keeps the rules comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// Interest, shared out over the members' loans.
    pub payments: Vec<PaymentRecord>,
    /// Savings, deposited and withdrawn.
    pub savings: Vec<SavingsRecord>,
}

/// Checks a sheet, and shares out what was paid.
///
/// `on_sheets` are the members who stand on a saved sheet of the session already. `due_of` is the
/// interest that a loan is to pay at the session.
///
/// # Errors
/// The first rule that it breaks, with the line.
pub fn check(
    new: &NewSheet,
    ledger: &Ledger,
    on_sheets: &BTreeMap<MemberCode, FactId>,
    today: Day,
    due_of: impl Fn(&LoanFile) -> Dong,
) -> Result<Accepted, Refusal> {
    id(&new.id)?;
    let group = session_of(&new.group, new.session, ledger, today)?;
    let collector = group.leader.as_ref().and_then(|code| ledger.members.get(code));
    let collector = collector.map(|leader| leader.member.name.clone());
    let mut accepted = Accepted::default();
    let mut seen: BTreeMap<&MemberCode, usize> = BTreeMap::new();
    for (no, line) in (1..).zip(&new.lines) {
        let result = member_of(line, group, ledger, &mut seen, no).and_then(|file| {
            not_on_sheets(line, on_sheets)?;
            let shares = shares(line, file, ledger, new.session, &due_of)?;
            within_savings(line, file, new.session)?;
            accepted.take(new, no, line, shares, collector.as_deref());
            Ok(())
        });
        result.map_err(|refusal| refusal.on_line(no))?;
    }
    let nothing = new.lines.iter().all(SheetLine::is_empty);
    if nothing && new.attendance.is_none() {
        return Err(Refusal::at(Field::Whole, Why::Empty));
    }
    Ok(accepted)
}

/// The group at its session: it counts on the day, and the day is one of its point's sessions.
pub(super) fn session_of<'a>(
    code: &GroupCode,
    session: Day,
    ledger: &'a Ledger,
    today: Day,
) -> Result<&'a Group, Refusal> {
    let unknown = || Refusal::at(Field::Group, Why::Unknown(code.to_string()));
    let group = ledger.groups.get(code).ok_or_else(unknown)?;
    not_in_the_future(Field::Session, session, today)?;
    if !group.counts_on(session) {
        return Err(Refusal::at(Field::Session, super::group::not_there(group, session)));
    }
    let no_point = || Refusal::at(Field::Group, Why::Unknown(group.point.to_string()));
    let calendar = &ledger.point_of(group).ok_or_else(no_point)?.calendar;
    if !calendar.is_session(session) {
        let before = calendar.last_before(session);
        let after = calendar.first_on_or_after(session);
        return Err(Refusal::at(Field::Session, Why::NoSession(before, after)));
    }
    Ok(group)
}

fn member_of<'a>(
    line: &'a SheetLine,
    group: &Group,
    ledger: &'a Ledger,
    seen: &mut BTreeMap<&'a MemberCode, usize>,
    no: usize,
) -> Result<&'a MemberFile, Refusal> {
    let refused = |why| Refusal::at(Field::Member, why);
    let unknown = || refused(Why::Unknown(line.member.to_string()));
    let file = ledger.members.get(&line.member).ok_or_else(unknown)?;
    if file.member.group != group.code {
        return Err(refused(Why::OfAnotherGroup(file.member.group.to_string())));
    }
    if let Some(first) = seen.insert(&line.member, no) {
        return Err(refused(Why::Twice(first)));
    }
    amount_or_none(Field::Interest, line.interest)?;
    amount_or_none(Field::Savings, line.savings)?;
    amount_or_none(Field::Withdrawal, line.withdrawal)?;
    text::allowed(Field::Note, &line.note, text::NOTE)?;
    Ok(file)
}

/// One paper keyed twice would count twice: whoever has something on a saved sheet of the session
/// is on it already, until that is taken back.
fn not_on_sheets(
    line: &SheetLine,
    on_sheets: &BTreeMap<MemberCode, FactId>,
) -> Result<(), Refusal> {
    let paid = line.interest.is_some_and(Dong::is_positive);
    let saved = line.savings.is_some_and(Dong::is_positive);
    let withdrawn = line.withdrawal.is_some_and(Dong::is_positive);
    match on_sheets.get(&line.member) {
        Some(sheet) if paid || saved || withdrawn => {
            Err(Refusal::at(Field::Member, Why::OnSheetAlready(sheet.clone())))
        }
        _ => Ok(()),
    }
}

/// What is withdrawn is there: saved before, or deposited on this very line.
fn within_savings(line: &SheetLine, file: &MemberFile, session: Day) -> Result<(), Refusal> {
    let withdrawn = line.withdrawal.unwrap_or_default();
    let most = saved_from(file, session) + line.savings.unwrap_or_default();
    if withdrawn > most {
        return Err(Refusal::at(Field::Withdrawal, Why::MoreThanSaved(most)));
    }
    Ok(())
}

/// Interest that is not paid in full says why; where nothing was paid at all that says itself.
fn explained(line: &SheetLine, paid: Dong, to_pay: &[ToPay]) -> Result<(), Refusal> {
    let due: Dong = to_pay.iter().map(|loan| loan.due).sum();
    if paid < due && line.note.trim().is_empty() {
        return Err(Refusal::at(Field::Note, Collection::PartialUnexplained(due).into()));
    }
    Ok(())
}

/// The interest of a line, shared out over the member's loans: the oldest disbursement first.
fn shares(
    line: &SheetLine,
    file: &MemberFile,
    ledger: &Ledger,
    session: Day,
    due_of: impl Fn(&LoanFile) -> Dong,
) -> Result<Vec<(LoanCode, Dong)>, Refusal> {
    let paid = line.interest.unwrap_or_default();
    if paid.is_zero() {
        return Ok(Vec::new());
    }
    let mut loans: Vec<(&LoanFile, Dong)> = file
        .loans
        .iter()
        .filter_map(|code| ledger.loans.get(code))
        .filter(|loan| super::payment::after_beginning(Field::Session, loan, session).is_ok())
        .map(|loan| (loan, due_of(loan)))
        .filter(|(loan, due)| {
            due.is_positive() || super::payment::payable_from(loan, session).is_positive()
        })
        .collect();
    loans.sort_by_key(|(loan, _)| (loan.loan.disbursed_on, &loan.loan.code));
    if loans.is_empty() {
        return Err(Refusal::at(Field::Interest, Why::NoLoan));
    }
    let to_pay: Vec<ToPay> = loans
        .into_iter()
        .map(|(loan, due)| ToPay { loan: loan.loan.code.clone(), due: due.at_least_zero() })
        .collect();
    explained(line, paid, &to_pay)?;
    Ok(share_out(paid, &to_pay))
}

impl Accepted {
    /// The facts of one line. Their ids come from the sheet's and the line's place, so that
    /// saving twice makes the same facts, and they stand after the sheet.
    fn take(
        &mut self,
        new: &NewSheet,
        no: usize,
        line: &SheetLine,
        shares: Vec<(LoanCode, Dong)>,
        collector: Option<&str>,
    ) {
        let note = Some(line.note.trim()).filter(|note| !note.is_empty());
        let trail = Trail {
            reason: note.map(str::to_owned),
            collected_by: collector.map(str::to_owned),
            ..Trail::default()
        };
        for (part, (loan, amount)) in (1..).zip(shares) {
            self.payments.push(PaymentRecord {
                id: FactId::new(format!("{}-{no:03}-i{part}", new.id)),
                loan,
                day: new.session,
                kind: PaymentKind::Interest,
                amount,
                place: PaymentPlace::Group,
                receipt: None,
                reverses: None,
                trail: trail.clone(),
            });
        }
        let saved = [
            (SavingsKind::Deposit, line.savings, "s"),
            (SavingsKind::Withdrawal, line.withdrawal, "w"),
        ];
        for (kind, amount, ending) in saved {
            let Some(amount) = amount.filter(|amount| amount.is_positive()) else { continue };
            self.savings.push(SavingsRecord {
                id: FactId::new(format!("{}-{no:03}-{ending}", new.id)),
                member: line.member.clone(),
                day: new.session,
                kind,
                amount,
                reverses: None,
                trail: trail.clone(),
            });
        }
    }
}
