//! A contract: new, with its instalments, first tranches and opening; or changed.

use super::change::within_limits;
use super::disbursement::with_tranches;
use super::master::{LoanEntry, LoanRow};
use super::payment::{Beginning, first_money, sound};
use super::{amount, known, not_in_the_future, opening, text};
use crate::domain::day::Day;
use crate::domain::ids::ProgrammeCode;
use crate::domain::ledger::Ledger;
use crate::domain::loan::{ChangeKind, Instalment, Loan, LoanFile, Tranche};
use crate::domain::money::Dong;
use crate::domain::rate::Rate;
use crate::domain::refusal::{Field, Refusal, Why};
use crate::domain::rulebook::Rulebook;

/// The terms of loans, in months.
const TERM: (u32, u32) = (1, 360);
/// The numbers of instalments, as files have them.
const NUMBERS: (u32, u32) = (1, 10_000);

/// The rate of a new loan under a programme, where the contract's own is not given.
#[must_use]
pub fn default_rate(rules: &Rulebook, programme: &ProgrammeCode) -> Option<Rate> {
    rules.programme(programme).map(|programme| programme.rate)
}

/// The last due day of a new loan, where the contract's own is not given.
#[must_use]
pub fn default_due_on(disbursed_on: Day, term_months: u32) -> Day {
    disbursed_on.months_after(term_months)
}

/// Checks a loan, `rules` being the rulebook of the day it is disbursed; all its instalments from
/// now on.
///
/// # Errors
/// The first rule that it breaks; of an instalment or tranche, with its line.
pub fn check(
    new: &LoanEntry,
    ledger: &Ledger,
    rules: Option<&Rulebook>,
    today: Day,
) -> Result<Vec<Instalment>, Refusal> {
    let loan = &new.row.loan;
    let code = loan.code.as_str();
    let whose = |file: &LoanFile| {
        let name = ledger.members.get(&file.loan.member).map(|it| it.member.name.as_str());
        format!("{} ({})", name.unwrap_or_default(), file.loan.member)
    };
    let known = known::row(new, code, ledger.loans.get(code), whose)?;
    match known {
        None => known::digits(Field::Code, code, 16, 16)?,
        Some(known) => fixed(&new.row, known)?,
    }
    contract(loan, known.map(|known| &known.loan), ledger, rules, today)?;
    let plan = plan(&new.row, known);
    let file = file_of(&new.row, known, plan);
    instalments(&file, known)?;
    if let Some(known) = known.filter(|known| known.instalments != file.instalments) {
        moved(&file, known, ledger)?;
    }
    tranches(&new.row, today)?;
    if let Some(opening) = &new.row.opening {
        opening::figures(opening, &file, today).map_err(|refusal| match refusal.field {
            Field::Day => Refusal { field: Field::OpeningDay, ..refusal },
            _ => refusal,
        })?;
    }
    stands(&file).map_err(|unsound| match unsound {
        Unsound::Disbursed(least) | Unsound::Opening(least) | Unsound::Paid(least) => {
            Refusal::at(Field::Principal, Why::LessThan(least))
        }
        Unsound::Begins(first) => Refusal::at(Field::DisbursedOn, Why::FactsFrom(first)),
    })?;
    Ok(file.instalments)
}

/// What can't change of a known loan: who borrowed and when, once anything is recorded of it;
/// tranches and openings are facts, with entries of their own.
fn fixed(row: &LoanRow, known: &LoanFile) -> Result<(), Refusal> {
    if !row.tranches.is_empty() || row.opening.is_some() {
        return Err(Refusal::at(Field::Day, Why::OwnEntry));
    }
    let facts = known.opening.is_some()
        || known.tranches.iter().any(|tranche| tranche.id.is_some())
        || !known.principal_paid.is_empty()
        || !known.interest_paid.is_empty()
        || !known.changes.is_empty()
        || !known.visits.is_empty();
    let (before, now) = (&known.loan, &row.loan);
    if facts && before.member != now.member {
        return Err(Refusal::at(Field::Member, Why::Fixed));
    }
    if facts && before.disbursed_on != now.disbursed_on {
        return Err(Refusal::at(Field::DisbursedOn, Why::Fixed));
    }
    Ok(())
}

fn contract(
    loan: &Loan,
    before: Option<&Loan>,
    ledger: &Ledger,
    rules: Option<&Rulebook>,
    today: Day,
) -> Result<(), Refusal> {
    let given = loan.member.to_string();
    let why = if given.is_empty() { Why::Missing } else { Why::Unknown(given) };
    let member = ledger.members.get(&loan.member).ok_or(Refusal::at(Field::Member, why))?;
    not_in_the_future(Field::DisbursedOn, loan.disbursed_on, today)?;
    let begins = |it: &Loan| (&it.member, it.disbursed_on) != (&loan.member, loan.disbursed_on);
    if before.is_none_or(begins) && !member.member.counts_on(loan.disbursed_on) {
        let why = super::member::not_there(&member.member, loan.disbursed_on);
        return Err(Refusal::at(Field::DisbursedOn, why));
    }
    if before.is_none_or(|before| before.programme != loan.programme) {
        programme(&loan.programme, rules)?;
    }
    amount(Field::Principal, loan.principal)?;
    if before.is_none_or(|before| before.term_months != loan.term_months)
        && !(TERM.0..=TERM.1).contains(&loan.term_months)
    {
        return Err(Refusal::at(Field::TermMonths, Why::OutOf(TERM.0, TERM.1)));
    }
    let later = before.is_none_or(|before| before.disbursed_on < loan.disbursed_on);
    let ends = before.is_none_or(|before| before.due_on != loan.due_on);
    if (later || ends) && loan.due_on <= loan.disbursed_on {
        return Err(Refusal::at(Field::DueOn, Why::NotLater(loan.disbursed_on)));
    }
    text::allowed(Field::Purpose, &loan.purpose, text::NAME)?;
    match loan.interest_grace_until {
        Some(until) if until < loan.disbursed_on => {
            Err(Refusal::at(Field::InterestGraceUntil, Why::Before(loan.disbursed_on)))
        }
        _ => Ok(()),
    }
}

fn programme(code: &ProgrammeCode, rules: Option<&Rulebook>) -> Result<(), Refusal> {
    let all = rules.map_or(&[][..], |rules| rules.programmes.as_slice());
    if all.iter().any(|programme| programme.code == *code) {
        return Ok(());
    }
    let codes: Vec<&str> = all.iter().map(|programme| programme.code.as_str()).collect();
    let why = if code.as_str().is_empty() {
        Why::Missing
    } else {
        Why::NotOneOf(code.to_string(), codes.join(", "))
    };
    Err(Refusal::at(Field::Programme, why))
}

/// The instalments from now on: those given, else those there were, else the one that follows from
/// the contract.
fn plan(row: &LoanRow, known: Option<&LoanFile>) -> Vec<Instalment> {
    if !row.instalments.is_empty() {
        return row.instalments.clone();
    }
    match known {
        Some(known) if known.instalments != [known.loan.only_instalment()] => {
            known.instalments.clone()
        }
        _ => vec![row.loan.only_instalment()],
    }
}

/// The loan as it would be.
fn file_of(row: &LoanRow, known: Option<&LoanFile>, plan: Vec<Instalment>) -> LoanFile {
    let loan = row.loan.clone();
    let rows = row.tranches.iter().map(|it| {
        let id = Some(it.id.clone());
        Tranche { id, day: it.day, amount: it.amount }
    });
    let file = match known {
        Some(known) => LoanFile { loan, instalments: plan, ..known.clone() },
        None => LoanFile {
            loan,
            opening: row.opening.clone(),
            tranches: rows.collect(),
            instalments: plan,
            principal_paid: Vec::new(),
            interest_paid: Vec::new(),
            changes: Vec::new(),
            visits: Vec::new(),
            contacts: Vec::new(),
        },
    };
    with_tranches(&file, file.tranches.clone())
}

/// Instalments add up to the principal, each once, due within the contract; those that a
/// rescheduling names are still what they were.
fn instalments(file: &LoanFile, known: Option<&LoanFile>) -> Result<(), Refusal> {
    let loan = &file.loan;
    let stays = known.is_some_and(|known| known.instalments == file.instalments);
    let same_start = known.is_some_and(|known| known.loan.disbursed_on >= loan.disbursed_on);
    for (line, instalment) in (1..).zip(&file.instalments) {
        let refused = |field, why| Err(Refusal::at(field, why).on_line(line));
        if !(NUMBERS.0..=NUMBERS.1).contains(&instalment.no) {
            return refused(Field::Instalment, Why::OutOf(NUMBERS.0, NUMBERS.1));
        }
        let mut before = (1..line).zip(&file.instalments);
        if let Some((first, _)) = before.find(|(_, other)| other.no == instalment.no) {
            return refused(Field::Instalment, Why::Twice(first));
        }
        amount(Field::Amount, instalment.amount).map_err(|refusal| refusal.on_line(line))?;
        if instalment.due_on <= loan.disbursed_on && !(stays && same_start) {
            return refused(Field::DueOn, Why::NotLater(loan.disbursed_on));
        }
        let same_end = known.is_some_and(|known| known.loan.due_on == loan.due_on);
        if instalment.due_on > loan.due_on && !(stays && same_end) {
            return refused(Field::DueOn, Why::TooLate(loan.due_on));
        }
    }
    let sum: Dong = file.instalments.iter().map(|instalment| instalment.amount).sum();
    if sum != loan.principal {
        return Err(Refusal::at(Field::Instalment, Why::InstalmentsSum(sum, loan.principal)));
    }
    known.map_or(Ok(()), |known| rescheduled(file, known))
}

/// A rescheduling moves an instalment before the last within the term, an extension the last one
/// to a later day: other due days leave them so. What came with a file and was not so before is
/// not asked, nor how far the rulebook of its day let an extension go.
fn moved(file: &LoanFile, known: &LoanFile, ledger: &Ledger) -> Result<(), Refusal> {
    let Some(point) = ledger.point_of_loan(known) else { return Ok(()) };
    let fits = |file: &LoanFile, at: usize| {
        let Some((change, before)) = file.changes.get(..=at).and_then(<[_]>::split_last) else {
            return true;
        };
        let before = LoanFile { changes: before.to_vec(), ..file.clone() };
        within_limits(change, &before, &point.calendar, None).is_ok()
    };
    for (at, change) in file.changes.iter().enumerate() {
        if fits(known, at) && !fits(file, at) {
            return Err(Refusal::at(Field::DueOn, Why::Overturns(change.day)));
        }
    }
    Ok(())
}

/// An instalment that a rescheduling names keeps its number, its due day and its amount: under
/// another meaning of the number the change would move another part of the principal. What was
/// taken back is in no file.
fn rescheduled(file: &LoanFile, known: &LoanFile) -> Result<(), Refusal> {
    let of = |rows: &[Instalment], no| rows.iter().position(|row| row.no == no);
    for change in &file.changes {
        let ChangeKind::Reschedule { instalment: no, .. } = change.kind else { continue };
        let here = of(&file.instalments, no);
        let row = here.and_then(|at| file.instalments.get(at));
        let before = of(&known.instalments, no).and_then(|at| known.instalments.get(at));
        if row != before {
            let line = here.map(|at| at.saturating_add(1));
            let why = Why::Rescheduled(no, change.day);
            return Err(Refusal { line, field: Field::Instalment, why });
        }
    }
    Ok(())
}

/// The tranches that come with a new loan.
fn tranches(row: &LoanRow, today: Day) -> Result<(), Refusal> {
    for (line, tranche) in (1..).zip(&row.tranches) {
        super::id(&tranche.id)
            .and_then(|()| tranche_day(tranche.day, &row.loan, today))
            .and_then(|()| amount(Field::Amount, tranche.amount))
            .map_err(|refusal| refusal.on_line(line))?;
    }
    Ok(())
}

/// A tranche is not paid out before the contract's first money, nor tomorrow.
pub(super) fn tranche_day(day: Day, loan: &Loan, today: Day) -> Result<(), Refusal> {
    if day < loan.disbursed_on {
        return Err(Refusal::at(Field::Day, Why::BeforeDisbursement(loan.disbursed_on)));
    }
    not_in_the_future(Field::Day, day, today)
}

/// Why the facts of a loan and its contract can't be together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unsound {
    /// More is disbursed than the principal; how much.
    Disbursed(Dong),
    /// More was outstanding at the opening than was disbursed by then; how much.
    Opening(Dong),
    /// A fact lies before the loan begins; its day.
    Begins(Day),
    /// More is paid than there was; how much in all.
    Paid(Dong),
}

/// Whether the facts of a loan and its contract can be together.
pub(super) fn stands(file: &LoanFile) -> Result<(), Unsound> {
    let disbursed: Dong = file.tranches.iter().map(|tranche| tranche.amount).sum();
    if disbursed > file.loan.principal {
        return Err(Unsound::Disbursed(disbursed));
    }
    if let Some(opening) = &file.opening
        && opening.outstanding > opening::disbursed_by(file, opening.day)
    {
        return Err(Unsound::Opening(opening.outstanding));
    }
    let paid = file.principal_paid.iter().chain(&file.interest_paid).map(|paid| paid.day);
    let changed = file.changes.iter().map(|change| change.day);
    let talked = file.contacts.iter().map(|talk| talk.day);
    let days = paid.chain(changed).chain(file.visits.iter().map(|visit| visit.day)).chain(talked);
    let beginning = Beginning::of(file.opening.as_ref(), first_money(file));
    if let Some(first) = days.min().filter(|first| !beginning.allows(*first)) {
        return Err(Unsound::Begins(first));
    }
    sound(file).map_err(|_| Unsound::Paid(file.principal_paid.iter().map(|paid| paid.amount).sum()))
}
