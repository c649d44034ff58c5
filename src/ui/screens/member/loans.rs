//! The loans of one member, and what is said of the one under the cursor.

use crate::domain::day::Day;
use crate::domain::debt_reason::DebtReason;
use crate::domain::figures::{InstalmentFigures, InstalmentState, LoanStatus};
use crate::domain::ids::{LoanCode, MemberCode};
use crate::domain::loan::Loan;
use crate::reports::loans::{LoanRow, loan};
use crate::reports::reasons::reasons;
use crate::text::debts::reason;
use crate::text::format;
use crate::text::words::Named;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::groups::programme;
use crate::ui::widgets::table::{Cell, Column};

/// A loan.
pub struct LoanLine {
    /// Its code.
    pub code: LoanCode,
    programme: String,
    loan: Loan,
    row: LoanRow,
    /// The next session at which an instalment that is not all paid falls due.
    next_due: Option<Day>,
    reasons: Vec<DebtReason>,
}

/// Loans: their programme, what is owed and how they stand never drop.
pub const LOANS: &[Column<LoanLine>] = &[
    Column::<LoanLine>::text(
        |t| t.history.head.programme,
        14,
        |row, _| row.programme.as_str().into(),
    )
    .grows(2)
    .sorts(|one, other| one.programme.cmp(&other.programme)),
    Column::<LoanLine>::text(
        |t| t.history.head.purpose,
        14,
        |row, _| row.loan.purpose.as_str().into(),
    )
    .grows(1)
    .drops(6),
    Column::<LoanLine>::number(
        |t| t.history.head.principal,
        11,
        |row, _| Cell::amount(row.row.principal),
    )
    .drops(4)
    .sorts(|one, other| one.row.principal.cmp(&other.row.principal)),
    Column::<LoanLine>::number(
        |t| t.history.head.outstanding,
        11,
        |row, _| format::amount(row.row.outstanding).into(),
    )
    .sorts(|one, other| one.row.outstanding.cmp(&other.row.outstanding)),
    Column::<LoanLine>::number(
        |t| t.history.head.overdue,
        10,
        |row, _| Cell::bad_amount(row.row.overdue),
    )
    .drops(1)
    .sorts(|one, other| one.row.overdue.cmp(&other.row.overdue)),
    Column::<LoanLine>::text(|t| t.history.head.status, 11, status)
        .sorts(|one, other| one.row.status.cmp(&other.row.status)),
    Column::<LoanLine>::number(
        |t| t.history.head.next_due,
        10,
        |row, _| format::maybe_day(row.next_due).into(),
    )
    .drops(2)
    .sorts(|one, other| one.next_due.cmp(&other.next_due)),
    Column::<LoanLine>::number(
        |t| t.history.head.next_interest,
        13,
        |row, _| Cell::amount(row.row.next_session.interest),
    )
    .drops(3),
];

fn status(line: &LoanLine, view: &View) -> Cell {
    let (sign, tone) = match line.row.status {
        LoanStatus::Overdue => ("✗", Tone::Bad),
        LoanStatus::Frozen => ("!", Tone::Warn),
        LoanStatus::Settled => ("✓", Tone::Dim),
        LoanStatus::InTerm => ("", Tone::Plain),
    };
    let word = line.row.status.say(view.language());
    Cell::toned(format!("{sign} {word}").trim_start(), tone)
}

/// The loans of a member: those that are owed first, the newest first.
pub fn lines(view: &View, member: &MemberCode) -> Vec<LoanLine> {
    let codes = view.ledger().members.get(member).map_or(&[][..], |file| &file.loans);
    let mut lines: Vec<LoanLine> = codes.iter().filter_map(|code| line(view, code)).collect();
    lines.sort_by_key(|line| {
        let settled = line.row.status == LoanStatus::Settled;
        (settled, std::cmp::Reverse(line.loan.disbursed_on))
    });
    lines
}

fn line(view: &View, code: &LoanCode) -> Option<LoanLine> {
    let question = view.question();
    let file = question.ledger.loans.get(code)?;
    let row = loan(&question, code)?;
    let instalments = row.instalments.as_deref().unwrap_or_default();
    let ahead = |at: &&InstalmentFigures| {
        at.state != InstalmentState::Paid && at.effective_due_on >= question.as_of
    };
    let next = instalments.iter().filter(ahead).map(|at| at.effective_due_on).min();
    let asked = row.outstanding.is_positive() && row.frozen.is_zero();
    Some(LoanLine {
        code: code.clone(),
        programme: programme(view, file.loan.programme.as_str()),
        loan: file.loan.clone(),
        next_due: next.filter(|_| asked),
        reasons: reasons(&question, code, row.next_session.day),
        row,
    })
}

/// What is said of a loan below the list.
pub fn facts(line: &LoanLine, view: &View) -> Vec<String> {
    let text = &view.text.history.facts;
    let LoanRow { status, interest, next_session: next, inactive, last_movement, .. } = &line.row;
    let mut facts: Vec<String> =
        line.reasons.iter().map(|one| reason(view.language(), one)).collect();
    if *status != LoanStatus::Settled {
        facts.push(if next.principal.is_zero() && next.interest.is_zero() {
            (text.session_nothing)(next.day)
        } else {
            (text.session)(next.day, next.principal, next.interest)
        });
    }
    if interest.arrears.is_positive() {
        facts.push((text.arrears)(interest.arrears));
    }
    if interest.in_grace.is_positive() {
        facts.push((text.in_grace)(interest.in_grace, line.loan.interest_grace_until));
    }
    if interest.prepaid.is_positive() {
        facts.push((text.prepaid)(interest.prepaid));
    }
    if let (true, Some(last)) = (*inactive, *last_movement) {
        facts.push((text.inactive)(last));
    }
    facts.push((text.loan)(line.code.as_str()));
    if !line.loan.purpose.is_empty() {
        facts.push(line.loan.purpose.clone());
    }
    facts
}
