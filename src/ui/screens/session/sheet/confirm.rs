//! The page before a sheet is saved: its totals in figures and words, and what is out of the
//! ordinary in it.

use super::grid::Grid;
use super::paper::presence;
use super::row::{Col, Row};
use crate::domain::ledger::Presence;
use crate::domain::money::Dong;
use crate::reports::sheet::GroupSheet;
use crate::text::session::Sheet as Phrases;
use crate::text::{format, spell};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::{paint, panel};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is asked about.
pub struct Asked<'a> {
    /// The sheet as the book has it.
    pub report: &'a GroupSheet,
    /// What was typed.
    pub grid: &'a Grid,
    /// Who came.
    pub presence: Option<Presence>,
}

/// Names of those left empty that are listed before "and n others".
const NAMED: usize = 3;
/// Names of those who pay short.
const SHORT_NAMED: usize = 5;

/// Draws the page.
pub fn draw(area: Rect, buffer: &mut Buffer, view: &View, asked: &Asked<'_>) {
    let text = &view.text.session.sheet;
    let mut title = text.confirm_title.to_owned();
    if asked.grid.recorded() > 0 {
        title = format!("{title} · {}", text.supplement);
    }
    let inside = panel::titled(area, buffer, view, &title, true);
    let interest = asked.grid.sum(Col::Interest);
    let (deposits, withdrawals) = asked.grid.savings();
    let day = asked.report.session;
    let weekday = format::weekday(view.language(), day.weekday());
    let paid = asked.grid.rows.iter().filter(|row| pays(row)).count();
    let who = format!("{}: {}", text.attendance, presence(asked.presence, text));
    let facts = [
        (text.session, format!("{weekday} {} · {who}", format::day(day))),
        (text.confirm_lines, (text.confirm_of)(paid, asked.grid.rows.len())),
    ];
    let mut y = 1;
    for (label, value) in facts {
        paint::write(buffer, inside, 2, y, label, view.look.tone(Tone::Dim));
        paint::write(buffer, inside, 24, y, &value, view.look.ground());
        y += 1;
    }
    y += 1;
    let cash = interest + deposits - withdrawals;
    let (cash_label, cash) =
        if cash < Dong::ZERO { (text.confirm_pay_out, -cash) } else { (text.confirm_cash, cash) };
    let sums = [
        (text.interest, Some(interest)),
        (text.confirm_deposits, Some(deposits)),
        (text.confirm_withdrawals, Some(withdrawals).filter(|sum| sum.is_positive())),
        (cash_label, Some(cash)),
    ];
    let sums = sums.into_iter().filter_map(|(label, sum)| Some((label, sum?)));
    for (label, sum) in sums {
        let strong = view.look.tone(Tone::Strong);
        paint::write(buffer, inside, 2, y, label, view.look.tone(Tone::Dim));
        paint::write(buffer, inside, 24, y, &format::money(sum), strong);
        y += 1;
        let words = spell::spell(view.language(), sum);
        for line in paint::wrap(&words, inside.width.saturating_sub(26)) {
            paint::write(buffer, inside, 24, y, &line, view.look.ground());
            y += 1;
        }
    }
    let last = inside.height.saturating_sub(1);
    let room = inside.width.saturating_sub(4);
    let said = remarks(asked, view);
    let lines: Vec<String> =
        said.iter().flat_map(|said| paint::wrap(&format!("! {said}"), room)).collect();
    // where the remarks need every row, they follow at once
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    y += u16::from(y.saturating_add(rows) < last);
    for line in &lines {
        paint::write(buffer, paint::above(inside, 1), 2, y, line, view.look.tone(Tone::Warn));
        y += 1;
    }
    paint::write(buffer, inside, 2, last, text.confirm_ask, view.look.heading());
}

fn pays(row: &Row) -> bool {
    [Col::Interest, Col::Savings]
        .iter()
        .any(|col| row.amount(*col).is_some_and(|amount| !amount.is_zero()))
}

/// What a person should look at once more before saving.
fn remarks(asked: &Asked<'_>, view: &View) -> Vec<String> {
    let text = &view.text.session.sheet;
    let open = asked.grid.rows.iter().filter(|row| !row.is_recorded() || !row.is_empty());
    let mut empty = Vec::new();
    let mut short = Vec::new();
    let (mut over, mut under) = ((0, Dong::ZERO), Dong::ZERO);
    for row in open {
        let name = view.name(&row.line.name);
        match row.amount(Col::Interest) {
            None if row.line.left_to_pay.is_positive() => empty.push(name),
            None => {}
            Some(paid) if paid > row.line.left_to_pay => {
                over = (over.0 + 1, over.1 + (paid - row.line.left_to_pay));
            }
            Some(paid) if paid < row.line.left_to_pay => {
                let lacks = row.line.left_to_pay - paid;
                under += lacks;
                short.push(format!("{name} {}", format::money(lacks)));
            }
            Some(_) => {}
        }
    }
    let mut said = Vec::new();
    if asked.presence.is_none() {
        said.push(text.confirm_absent.to_owned());
    }
    if !short.is_empty() {
        let names = listed(&short, SHORT_NAMED, text);
        said.push((text.confirm_short)(short.len(), &format::money(under), &names));
    }
    if !empty.is_empty() {
        let names = listed(&empty, NAMED, text);
        said.push((text.confirm_empty)(empty.len(), &names));
    }
    if over.0 > 0 {
        said.push((text.confirm_prepaid)(over.0, &format::money(over.1)));
    }
    said
}

/// The first names, then how many more.
fn listed(names: &[String], most: usize, text: &Phrases) -> String {
    let first = names.iter().take(most).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(most) {
        0 => first,
        more => format!("{first} {}", (text.and_more)(more)),
    }
}
