//! What stands above the tables of a meeting's page: the session, what was collected of what was
//! due, who came, the cash, the minutes, and the parts of the page.

use super::columns::amount;
use crate::reports::meeting::MeetingPage;
use crate::reports::meeting::collected::OfDue;
use crate::reports::meeting::units::By;
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the first rows.
pub fn draw(area: Rect, buffer: &mut Buffer, view: &View, report: &MeetingPage) {
    let text = &view.text.meeting;
    let held = &report.held;
    let weekday = format::weekday(view.language(), held.session.weekday());
    let (day, before) = (format::day(held.session), format::day(held.before));
    let session = (text.against)(weekday, &day, &before);
    paint::write(buffer, area, 1, 0, &session, view.look.heading());
    let at = By::ALL.iter().position(|(_, by)| *by == report.by);
    let by = at.and_then(|at| text.by.get(at).copied()).unwrap_or_default();
    let side = Rect { width: area.width.saturating_sub(1), ..area };
    paint::write_right(buffer, side, 0, &format!("‹ {by} ›"), view.look.tone(Tone::Strong));
    let sums = &report.all.collected;
    let got = |what: &str, of: &OfDue| {
        let share = format::percent(view.language(), of.share());
        (text.got)(what, &amount(view, of.collected), &amount(view, of.due), &share)
    };
    let (came, cash, saved) = (&sums.attendance, &sums.cash, &sums.savings);
    let said = match (cash.differing, cash.groups) {
        (0, 0) => String::new(),
        (0, _) => text.cash_right.to_owned(),
        (groups, _) => (text.cash_wrong)(&format::amount(cash.difference), &format::whole(groups)),
    };
    let all = format::whole(came.groups);
    let came = (text.came)(&format::whole(came.represented), &all);
    let rows = [
        [got(text.interest, &sums.interest), came],
        [got(text.principal, &sums.principal), String::new()],
        [
            (text.cash)(&format::whole(cash.groups), &all, &said),
            (text.saved)(&amount(view, saved.deposits), &amount(view, saved.withdrawals)),
        ],
    ];
    let wrong = if cash.differing > 0 { Tone::Warn } else { Tone::Plain };
    let tones = [Tone::Strong, Tone::Strong, wrong];
    for ((facts, tone), y) in rows.iter().zip(tones).zip(1..) {
        let facts: Vec<String> = facts.iter().filter(|fact| !fact.is_empty()).cloned().collect();
        let line = paint::joined(&facts, area.width.saturating_sub(2));
        paint::write(buffer, area, 1, y, &line, view.look.tone(tone));
    }
    let minutes = report.meetings.last().map_or_else(
        || text.not_held.to_owned(),
        |held| (text.held)(&format::day(held.day), &view.name(&held.chair)),
    );
    paint::write(buffer, area, 1, 4, &minutes, view.look.tone(Tone::Dim));
}

/// Draws the parts in a row, and at the right what is looked at.
pub fn draw_tabs(
    row: Rect,
    buffer: &mut Buffer,
    view: &View,
    (report, at, shown): (&MeetingPage, usize, Option<String>),
    (late, open): (usize, usize),
) {
    let text = &view.text.meeting;
    let moved: usize = report.grades.iter().map(|grades| grades.moved.len()).sum();
    let counts = [
        String::new(),
        String::new(),
        format!(" {moved}"),
        format!(" {}", (text.open)(&format::count(open), late)),
    ];
    let mut x = 1;
    for (no, (name, count)) in text.tabs.iter().zip(counts).enumerate() {
        let mark = if no == at { "▸" } else { " " };
        let label = format!("{mark}{name}{count}  ");
        let style = if no == at { view.look.heading() } else { view.look.tone(Tone::Dim) };
        paint::write(buffer, row, x, 0, &label, style);
        x += paint::width(&label);
    }
    if let Some(shown) = shown {
        let room = row.width.saturating_sub(x + 2);
        let side = Rect { width: row.width.saturating_sub(1), ..row };
        let said = paint::cut(&shown, room);
        paint::write_right(buffer, side, 0, &said, view.look.tone(Tone::Strong));
    }
}

/// Says that nobody moved between which days.
pub fn draw_no_move(area: Rect, buffer: &mut Buffer, view: &View, report: &MeetingPage) {
    let Some(grades) = report.grades.first() else { return };
    let (from, to) = (format::day(grades.from_day), format::day(grades.to_day));
    let said = (view.text.meeting.no_move)(&from, &to);
    paint::write(buffer, area, 1, 1, &said, view.look.tone(Tone::Dim));
}
