//! The foot of a sheet: what is said against it, and what its lines add up to.

use super::{BELOW, Head};
use crate::domain::money::Dong;
use crate::reports::sheet::GroupSheet;
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::session::sheet::grid::Grid;
use crate::ui::screens::session::sheet::row::{Col, Row};
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws it.
pub(super) fn draw(area: Rect, buffer: &mut Buffer, view: &View, head: &Head<'_>, grid: &Grid) {
    let text = &view.text.session.sheet;
    let foot = paint::below(area, area.height.saturating_sub(BELOW));
    let rule = "─".repeat(usize::from(area.width));
    paint::write(buffer, foot, 0, 0, &rule, view.look.line());
    let here = grid.current().filter(|_| grid.col == Col::Note);
    let unexplained = here.and_then(|row| row.refusal.as_ref()).map(|(_, said)| said.as_str());
    if let Some(refusal) = head.refusal.or(unexplained) {
        let said = format!(" ✗ {refusal} ");
        paint::write(buffer, foot, 1, 0, &said, view.look.tone(Tone::Bad));
    } else if let Some(row) = here.filter(|row| Row::is_unexplained(row)) {
        let paid = row.amount(Col::Interest).unwrap_or_default();
        let said = format!(" ! {} ", (text.why_short)(&format::money(row.line.left_to_pay - paid)));
        paint::write(buffer, foot, 1, 0, &said, view.look.tone(Tone::Warn));
    } else if head.report.session > view.today {
        let said = format!(" ! {} ", (text.not_yet)(&format::day(head.report.session)));
        paint::write(buffer, foot, 1, 0, &said, view.look.tone(Tone::Warn));
    }
    let [first, second] = totals(view, head, grid);
    paint::write(buffer, foot, 1, 1, &first, view.look.ground());
    paint::write(buffer, foot, 1, 2, &second, view.look.tone(Tone::Strong));
}

/// What the lines add up to: what is typed, or, where nothing is, what is recorded.
fn totals(view: &View, head: &Head<'_>, grid: &Grid) -> [String; 2] {
    let report: &GroupSheet = head.report;
    let text = &view.text.session.sheet;
    let money = format::money;
    let all = grid.rows.len();
    let due = (text.total_due)(all, &money(report.due()));
    // what the cash is counted against; what was paid at the counter stands apart
    let row = head.handed_in;
    let was_interest = row.map(|row| row.interest).unwrap_or_default();
    let was_savings = row.map(|row| row.savings - row.withdrawals).unwrap_or_default();
    let was = was_interest + was_savings;
    let apart = report.interest() - was_interest;
    let aside = |first: String| match apart.is_positive() {
        true => format!("{first} · {}", (text.apart)(&money(apart))),
        false => first,
    };
    let lines = grid.recorded();
    if grid.is_empty() && (was.is_positive() || lines > 0) {
        let said = (text.recorded_money)(&money(was_interest), &money(was_savings), &money(was));
        let due = if lines > 0 { format!("{due} · {}", (text.lines)(lines, all)) } else { due };
        return [
            aside(due),
            if head.cash.is_empty() { said } else { format!("{said} · {}", head.cash) },
        ];
    }
    let typed = grid.rows.iter().filter(|row| !row.is_empty()).count();
    let mut first = format!("{due} · {}", (text.total_typed)(typed, all));
    if was.is_positive() {
        first = format!("{first} · {}", (text.recorded_before)(&money(was)));
    }
    let (interest, savings) = (grid.sum(Col::Interest), grid.sum(Col::Savings));
    let said = (text.total_money)(&money(interest), &money(savings));
    let cash = interest + savings;
    let cash = if cash < Dong::ZERO {
        format!("{} {}", text.confirm_pay_out.to_lowercase(), money(-cash))
    } else {
        (text.cash)(&money(cash))
    };
    [aside(first), format!("{said} · {cash}")]
}
