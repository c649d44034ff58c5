//! What stands above the groups of a session: which session it is, and what was collected of what
//! was due.

use crate::domain::money::Dong;
use crate::domain::ratio::Ratio;
use crate::reports::sheet::{GroupSheet, SessionDay};
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Rows of the sums: headings, principal, interest, savings.
pub const SUMS: u16 = 4;

/// The session, in one row.
pub fn draw_session(area: Rect, buffer: &mut Buffer, view: &View, report: &SessionDay) {
    let text = &view.text.session;
    let when = match report.day.cmp(&view.today) {
        std::cmp::Ordering::Equal => text.today,
        std::cmp::Ordering::Less => text.past,
        std::cmp::Ordering::Greater => text.ahead,
    };
    let weekday = format::weekday(view.language(), report.day.weekday());
    let session = format!(
        "{} · {} ‹ {weekday} {} › {when}",
        report.name,
        text.sheet.session,
        format::day(report.day)
    );
    paint::write(buffer, area, 1, 0, &session, view.look.heading());
}

/// What was due, what is recorded and what share of it that is, and what is left.
pub fn draw_sums(area: Rect, buffer: &mut Buffer, view: &View, report: &SessionDay) {
    let text = &view.text.session;
    let deposits: Dong = report.sheets.iter().map(GroupSheet::savings).sum();
    let withdrawn: Dong = report.sheets.iter().map(GroupSheet::withdrawn).sum();
    let interest: Dong = report.sheets.iter().map(GroupSheet::interest).sum();
    let (loans, principal) = report.principal;
    let (households, to_pay) = report.interest;
    for (head, x) in [(text.asked_head, 26), (text.recorded_head, 42), (text.left_head, 64)] {
        let head = paint::pad(head, 15, true);
        paint::write(buffer, area, x, 0, &head, view.look.tone(Tone::Dim));
    }
    let money = format::money;
    let collected = report.principal_paid.1;
    let of_due = |left: Dong, due: Dong| share(due - left, due);
    let rows = [
        (text.principal_due, (text.loans)(loans), money(principal), money(collected)),
        (text.interest_due, (text.households)(households), money(to_pay), money(interest)),
        (text.savings, String::new(), String::new(), money(deposits)),
    ];
    let shares = [of_due(report.left.0, principal), of_due(report.left.1, to_pay), String::new()];
    let withdrawn = if withdrawn.is_positive() {
        (text.day.withdrawn)(&money(withdrawn))
    } else {
        String::new()
    };
    let left = [money(report.left.0), money(report.left.1), withdrawn];
    let all = rows.iter().zip(&shares).zip(&left).zip(1..);
    for ((((label, count, due, recorded), share), left), y) in all {
        paint::write(buffer, area, 3, y, label, view.look.tone(Tone::Dim));
        let ground = view.look.ground();
        for (said, x, width) in [(count, 15, 11), (due, 26, 15), (recorded, 42, 15), (share, 57, 7)]
        {
            paint::write(buffer, area, x, y, &paint::pad(said, width, true), ground);
        }
        let left = paint::pad(left, 15, true);
        paint::write(buffer, area, 64, y, &left, view.look.tone(Tone::Strong));
    }
}

/// What share of what was due is in, in whole percent; nothing where nothing was due.
fn share(collected: Dong, due: Dong) -> String {
    let share = Ratio::new(collected.get().max(0), due.get().max(0)).rounded(2);
    share
        .map(|share| format::decimal(share * rust_decimal::Decimal::ONE_HUNDRED, 0) + " %")
        .unwrap_or_default()
}
