//! What stands under the line of the cursor: a refusal, a question, an amount in words, reasons.

use crate::domain::money::Dong;
use crate::text::parse::MoneyFault;
use crate::text::{format, refusals, spell};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::session::sheet::grid::Grid;
use crate::ui::screens::session::sheet::row::{Col, Row};

/// What stands under the cursor's line: a refusal, a question, or the amount in words and what it
/// means beside what is due.
pub(super) fn under(row: &Row, grid: &Grid, view: &View) -> (String, Tone) {
    let text = &view.text.session.sheet;
    let reason = grid.col == Col::Note && row.note.is_blank() && !row.saved;
    if reason && row.said_note().is_none() {
        let tone = if row.is_short() { Tone::Warn } else { Tone::Dim };
        return (reasons(view), tone);
    }
    if let Some((_, said)) = row.refusal.as_ref().filter(|(col, _)| *col == grid.col) {
        return (format!("✗ {said}"), Tone::Bad);
    }
    if row.saved {
        return (text.closed.to_owned(), Tone::Dim);
    }
    match row.fault(grid.col) {
        Some(MoneyFault::Small(number)) if grid.asked => ((text.small)(number), Tone::Warn),
        Some(fault @ MoneyFault::Small(_)) => {
            (refusals::money_fault(view.language(), &fault), Tone::Dim)
        }
        Some(fault) if row.money(grid.col).is_some_and(|field| !field.text().is_empty()) => {
            (format!("✗ {}", refusals::money_fault(view.language(), &fault)), Tone::Bad)
        }
        _ => meaning(row, grid.col, view),
    }
}

fn meaning(row: &Row, col: Col, view: &View) -> (String, Tone) {
    let text = &view.text.session.sheet;
    let recorded = match col {
        Col::Interest => row.line.interest,
        Col::Savings => row.line.savings - row.line.withdrawn,
        Col::Note => return (String::new(), Tone::Dim),
    };
    let mut parts = Vec::new();
    let mut tone = Tone::Dim;
    if !recorded.is_zero() {
        parts.push((text.already)(&format::money(recorded)));
    } else if row.said_zero(col) {
        parts.push(text.asked.to_owned());
    }
    let amount = row.amount(col);
    match (col, amount) {
        (Col::Savings, Some(amount)) => {
            let (said, how) = savings(row, amount, view);
            parts.push(said);
            tone = how;
        }
        (_, Some(amount)) => parts.push(spell::spell(view.language(), amount)),
        (Col::Savings, None) if row.line.saved.is_positive() && recorded.is_zero() => {
            parts.push((text.saved_now)(&format::money(row.line.saved)));
        }
        (_, None) => {}
    }
    if col == Col::Interest && !row.line.has_loan {
        parts.push(text.no_loan.to_owned());
        tone = if amount.is_some_and(Dong::is_positive) { Tone::Warn } else { Tone::Dim };
    } else if let (Col::Interest, Some(amount)) = (col, amount) {
        let over = amount - row.line.left_to_pay;
        if over.is_positive() {
            parts.push((text.prepaid)(&format::money(over)));
            tone = Tone::Warn;
        } else if over.is_zero() {
            parts.push(text.in_full.to_owned());
        } else {
            parts.push((text.short)(&format::money(-over)));
            tone = Tone::Warn;
        }
    }
    (parts.join(" · "), tone)
}

/// The reasons that one digit each picks.
fn reasons(view: &View) -> String {
    let all = view.text.session.sheet.reasons.iter().zip(1..);
    all.map(|(reason, no)| format!("{no} {reason}")).collect::<Vec<_>>().join("  ")
}

/// What a deposit or withdrawal comes to beside what is saved.
fn savings(row: &Row, amount: Dong, view: &View) -> (String, Tone) {
    let text = &view.text.session.sheet;
    let left = row.line.saved + amount;
    if amount >= Dong::ZERO {
        return (spell::spell(view.language(), amount), Tone::Dim);
    }
    let words = (text.withdrawn)(&spell::spell(view.language(), -amount));
    if left < Dong::ZERO {
        let only = (text.saved_only)(&format::money(row.line.saved));
        return (format!("✗ {only} · {words}"), Tone::Bad);
    }
    (format!("{words} · {}", (text.saved_left)(&format::money(left))), Tone::Warn)
}
