//! How a principal receipt looks: the loan above, the question before it is saved.

use crate::domain::entry::NewPayment;
use crate::domain::entry::payment::off_calendar;
use crate::domain::figures::{InstalmentFigures, InstalmentState};
use crate::domain::loan::PaymentKind;
use crate::domain::money::Dong;
use crate::reports::loans::LoanRow;
use crate::text::words::Named;
use crate::text::{format, spell};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::groups::programme;
use crate::ui::widgets::{paint, panel};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is asked before a receipt is saved.
pub struct Question<'a> {
    /// The receipt.
    pub new: &'a NewPayment,
    /// Its loan.
    pub row: &'a LoanRow,
    /// What of interest is paid before it has accrued.
    pub prepaid: Dong,
}

/// What is to be saved, in figures and words.
pub fn draw_question(area: Rect, buffer: &mut Buffer, view: &View, asked: &Question<'_>) {
    let text = &view.text.session.receipt;
    let (new, row) = (asked.new, asked.row);
    let (title, amount) = match new.kind {
        PaymentKind::Principal => (text.ask_title, text.amount),
        PaymentKind::Interest => (text.ask_title_interest, text.amount_interest),
    };
    let inside = panel::titled(area, buffer, view, title, true);
    let number = new.receipt.as_deref().unwrap_or_default();
    let place = new.place.say(view.language());
    let after = match new.kind {
        PaymentKind::Principal => {
            (text.after, format::money(row.outstanding - new.amount), Tone::Strong)
        }
        PaymentKind::Interest if asked.prepaid.is_positive() => {
            (text.prepaid_label, (text.prepaid)(&format::money(asked.prepaid)), Tone::Warn)
        }
        PaymentKind::Interest => (text.prepaid_label, text.none_prepaid.to_owned(), Tone::Plain),
    };
    let reason = match off_calendar(new, view.ledger()) {
        Some(_) => text.off_reason,
        None => text.note,
    };
    let lines = [
        (text.number, format!("{number} · {} · {place}", format::day(new.day)), Tone::Plain),
        (text.name, view.name(&row.name), Tone::Plain),
        (amount, format::money(new.amount), Tone::Strong),
        ("", spell::spell(view.language(), new.amount), Tone::Plain),
        after,
        (reason, new.reason.clone().unwrap_or_default(), Tone::Plain),
    ];
    for ((label, said, tone), y) in lines.iter().zip(1..) {
        paint::write(buffer, inside, 2, y, label, view.look.tone(Tone::Dim));
        paint::write(buffer, inside, 26, y, said, view.look.tone(*tone));
    }
    let last = inside.height.saturating_sub(1);
    paint::write(buffer, inside, 2, last, text.ask_keys, view.look.heading());
}

/// What interest the loan owes, and what of the amount typed would be prepaid.
pub fn draw_interest(
    area: Rect,
    buffer: &mut Buffer,
    view: &View,
    row: &LoanRow,
    typed: Option<(Dong, Dong)>,
) {
    let text = &view.text.session.receipt;
    let interest = &row.interest;
    let owed = (interest.accrued - interest.paid).at_least_zero();
    let loan = format!("{} · {}", row.loan, programme(view, row.programme.as_str()));
    let money = format::money;
    let mut lines = vec![
        (text.loan.to_owned(), loan, Tone::Plain),
        (text.outstanding.to_owned(), money(row.outstanding), Tone::Plain),
        (
            (text.interest_at)(&format::short_day(row.next_session.day)),
            money(row.next_session.interest),
            Tone::Strong,
        ),
        (text.interest_left.to_owned(), money(owed), Tone::Strong),
        (text.already_prepaid.to_owned(), money(interest.prepaid), Tone::Plain),
    ];
    if let Some((amount, prepaid)) = typed {
        let left = (owed - amount).at_least_zero();
        lines.push(if prepaid.is_positive() {
            (text.prepaid_label.to_owned(), (text.prepaid)(&money(prepaid)), Tone::Warn)
        } else {
            (text.interest_after.to_owned(), money(left), Tone::Strong)
        });
    }
    write_lines(area, buffer, view, &lines);
}

fn write_lines(area: Rect, buffer: &mut Buffer, view: &View, lines: &[(String, String, Tone)]) {
    for ((label, value, tone), y) in lines.iter().zip(0..) {
        paint::write(buffer, area, 2, y, label, view.look.tone(Tone::Dim));
        paint::write(buffer, area, 26, y, value, view.look.tone(*tone));
    }
}

/// What is known of the loan, and what would be outstanding after what is typed.
pub fn draw_loan(area: Rect, buffer: &mut Buffer, view: &View, row: &LoanRow, typed: Option<Dong>) {
    let text = &view.text.session.receipt;
    let unpaid = |due: &&InstalmentFigures| due.state != InstalmentState::Paid;
    let next = row.instalments.as_ref().and_then(|all| all.iter().find(unpaid));
    let next = next.map_or_else(
        || text.no_instalment.to_owned(),
        |due| {
            let left = format::money(due.amount - due.paid);
            (text.instalment)(due.no, &format::day(due.due_on), &left)
        },
    );
    let frozen =
        if row.frozen.is_positive() { format!(" · {}", text.frozen) } else { String::new() };
    let overdue = if row.overdue.is_positive() {
        format!(" · ! {} {}", text.overdue.to_lowercase(), format::money(row.overdue))
    } else {
        String::new()
    };
    let outstanding = format!("{}{frozen}{overdue}", format::money(row.outstanding));
    let owed = (row.interest.accrued - row.interest.paid).at_least_zero();
    let interest = format!("{} ({})", format::money(owed), text.interest_hint);
    let loan = format!("{} · {}", row.loan, programme(view, row.programme.as_str()));
    let mut lines = vec![
        (text.loan.to_owned(), loan, Tone::Plain),
        (text.outstanding.to_owned(), outstanding, Tone::Strong),
        (
            (text.due_at)(&format::short_day(row.next_session.day)),
            format::money(row.next_session.principal),
            Tone::Strong,
        ),
        (text.next_instalment.to_owned(), next, Tone::Plain),
        (text.interest_left.to_owned(), interest, Tone::Plain),
    ];
    if let Some(typed) = typed {
        let left = row.outstanding - typed;
        let (said, tone) = if left < Dong::ZERO {
            (format!("✗ {}", text.too_much), Tone::Bad)
        } else if left.is_zero() {
            (format!("0 đ · {}", text.settles), Tone::Strong)
        } else {
            (format::money(left), Tone::Strong)
        };
        lines.push((text.after.to_owned(), said, tone));
    }
    write_lines(area, buffer, view, &lines);
}
