//! The steps of the collection day in their order, each with how far it is, in as few rows as the
//! width allows.

use super::list::{GroupRow, State};
use crate::domain::day::Day;
use crate::reports::sheet::SessionDay;
use crate::text::session::Day as Phrases;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A step of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayStep {
    /// What is to be prepared.
    Before,
    /// Who came.
    Attendance,
    /// The groups' sheets.
    Sheets,
    /// Principal, and interest at the counter.
    Receipts,
    /// Money that is paid out.
    Disbursements,
    /// The groups' cash.
    Cash,
    /// The meeting.
    After,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Far {
    Waiting,
    Begun,
    Done,
}

/// A step with what there is to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Which.
    pub step: DayStep,
    far: Far,
    text: String,
}

/// All steps of a session's day.
#[must_use]
pub fn all(report: &SessionDay, groups: &[GroupRow], view: &View) -> Vec<Said> {
    let text = &view.text.session.day;
    let many = groups.len();
    let count = |is: fn(&GroupRow) -> bool| groups.iter().filter(|row| is(row)).count();
    let came = count(|row| row.attendance.is_some());
    let saved = count(|row| row.state.is_saved());
    let typed = count(|row| row.state == State::Draft);
    let counted = count(|row| row.state.is_counted());
    let recount = count(|row| row.state == State::Recount);
    let of = |done: usize, all: usize| format!("{done}/{all}");
    let said = |step, far, label: &str, much: String| Said {
        step,
        far,
        text: if much.is_empty() { label.to_owned() } else { format!("{label} {much}") },
    };
    let far = |done: usize, all: usize, begun: bool| {
        if all > 0 && done == all {
            Far::Done
        } else if done > 0 || begun {
            Far::Begun
        } else {
            Far::Waiting
        }
    };
    let (due, paid) = (report.principal.0, report.principal_paid.0);
    let receipts = if paid == 0 {
        Far::Waiting
    } else if report.left.0.is_zero() {
        Far::Done
    } else {
        Far::Begun
    };
    let (out, _) = report.disbursed;
    let (meet, talked) = (report.to_meet.0, report.to_meet.1);
    let over = report.day < view.today;
    let before = if over || meet == talked { Far::Done } else { far(talked, meet, false) };
    let met = meets(report.day, view);
    vec![
        said(DayStep::Before, before, text.before, (text.to_prepare)(meet, talked)),
        said(DayStep::Attendance, far(came, many, false), text.attendance, of(came, many)),
        said(DayStep::Sheets, far(saved, many, typed > 0), text.sheets, of(saved, many)),
        said(DayStep::Receipts, receipts, text.receipts, of(paid, due.max(paid))),
        said(DayStep::Disbursements, far(out, out, false), text.disbursements, out.to_string()),
        said(DayStep::Cash, far(counted, saved, recount > 0), text.cash, of(counted, saved)),
        said(DayStep::After, if met { Far::Done } else { Far::Waiting }, text.after, String::new()),
    ]
}

/// Whether a meeting has looked at the session.
fn meets(session: Day, view: &View) -> bool {
    let known = view.ledger().meetings.values().filter(|meeting| meeting.day <= view.as_of);
    known.into_iter().any(|meeting| meeting.session == Some(session))
}

/// Where each step stands: column, row, and what is written.
struct Placed {
    at: usize,
    x: u16,
    y: u16,
    text: String,
}

/// Fills row after row; a last step that would stand alone takes the one before with it.
fn place(steps: &[Said], width: u16, text: &Phrases) -> Vec<(Option<u16>, Placed)> {
    let placed = fill(steps, width, text, None);
    let last = steps.len().saturating_sub(1);
    let row = |at: usize| placed.get(at).map(|(_, placed)| placed.y);
    let alone = last > 0 && row(last) != row(last - 1);
    if alone { fill(steps, width, text, Some(last - 1)) } else { placed }
}

fn fill(
    steps: &[Said],
    width: u16,
    text: &Phrases,
    break_at: Option<usize>,
) -> Vec<(Option<u16>, Placed)> {
    let mut placed: Vec<(Option<u16>, Placed)> = Vec::new();
    let (mut x, mut y) = (1_u16, 0_u16);
    for (at, step) in steps.iter().enumerate() {
        let when = when(step.step, text);
        let said = format!("{} {}", mark(step.far), step.text);
        let head = when.map_or(0, |when| paint::width(when) + 1);
        let wide = paint::width(&said) + 2;
        if x > 1 && (x + head + wide > width || break_at == Some(at)) {
            (x, y) = (1, y + 1);
        }
        let from = x;
        x += head;
        placed.push((when.map(|_| from), Placed { at, x, y, text: said }));
        x += wide;
    }
    placed
}

const fn mark(far: Far) -> &'static str {
    match far {
        Far::Waiting => "○",
        Far::Begun => "◐",
        Far::Done => "✓",
    }
}

/// The word before the first step of each part of the day.
const fn when(step: DayStep, text: &Phrases) -> Option<&'static str> {
    match step {
        DayStep::Before => Some(text.when_before),
        DayStep::Attendance => Some(text.when_during),
        DayStep::After => Some(text.when_after),
        _ => None,
    }
}

/// Rows that the steps take.
#[must_use]
pub fn height(steps: &[Said], width: u16, view: &View) -> u16 {
    let placed = place(steps, width, &view.text.session.day);
    placed.last().map_or(0, |(_, last)| last.y + 1)
}

/// Draws them; `at` has the keyboard.
pub fn draw(area: Rect, buffer: &mut Buffer, view: &View, steps: &[Said], at: Option<usize>) {
    let text = &view.text.session.day;
    for (head, placed) in place(steps, area.width, text) {
        let Some(step) = steps.get(placed.at) else { continue };
        if let (Some(x), Some(when)) = (head, when(step.step, text)) {
            paint::write(buffer, area, x, placed.y, when, view.look.tone(Tone::Dim));
        }
        let style = if at == Some(placed.at) {
            view.look.cursor()
        } else {
            view.look.tone(match step.far {
                Far::Waiting => Tone::Plain,
                Far::Begun => Tone::Warn,
                Far::Done => Tone::Good,
            })
        };
        paint::write(buffer, area, placed.x, placed.y, &placed.text, style);
    }
}

/// The step under a click.
#[must_use]
pub fn at_click(area: Rect, view: &View, steps: &[Said], column: u16, row: u16) -> Option<usize> {
    let placed = place(steps, area.width, &view.text.session.day);
    let hit = placed.iter().find(|(_, placed)| {
        let x = area.x.saturating_add(placed.x);
        row == area.y.saturating_add(placed.y)
            && (x..x.saturating_add(paint::width(&placed.text))).contains(&column)
    });
    hit.map(|(_, placed)| placed.at)
}
