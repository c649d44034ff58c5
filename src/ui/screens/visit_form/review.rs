//! What a 06/TD would write into the book, looked at before it is saved: sums, and every household
//! with money used wrongly or not at all, or with another balance than the book's.

use super::lines::Line;
use super::{VisitForm, foot};
use crate::domain::refusal::Field;
use crate::text::format;
use crate::ui::keymap::{Action, Binding, ctrl, f, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Step, View};
use crate::ui::widgets::{paint, panel};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use std::collections::BTreeSet;

/// Households named at most.
const NAMED: usize = 10;
/// Where what was found stands, behind the name.
const FOUND: u16 = 26;
/// Rows above the households.
const ABOVE: u16 = 5;

/// Keys of the review: the same as a sheet's.
pub const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter), f(5), ctrl('s')], Action::Open, |t| t.frame.keys.save),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.session.keys.look_again),
];

impl VisitForm {
    pub(super) fn on_review(&mut self, action: &Action, view: &View) -> Step {
        match action {
            Action::Open | Action::Save => {
                self.reviewing = false;
                self.save(view)
            }
            Action::Back => {
                self.reviewing = false;
                Step::Stay
            }
            _ => Step::Ignored,
        }
    }

    pub(super) fn draw_review(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.visits;
        let day = self.day(view);
        let title = (text.review_title)(self.group.as_str(), &format::day(day));
        let inside = panel::titled(area, buffer, view, &title, true);
        let [checked, uses] = foot::sentences(&self.totals(view), self.table.rows().len(), view);
        let strong = view.look.tone(Tone::Strong);
        paint::write(buffer, inside, 2, 0, &self.summary(view), view.look.ground());
        paint::write(buffer, inside, 2, 1, &checked, strong);
        paint::write(buffer, inside, 2, 2, &uses, strong);
        let last = inside.height.saturating_sub(1);
        paint::write(buffer, inside, 2, last, text.review_keys, view.look.heading());
        let found = worst_first(self.lines().filter(|line| line.is_found()));
        let heading = if found.is_empty() { text.review_clean } else { text.review_found };
        paint::write(buffer, inside, 2, 4, heading, view.look.tone(Tone::Dim));
        let list = paint::above(paint::below(inside, ABOVE), 1);
        draw_found(list, buffer, view, &found);
    }
}

fn worst_first<'a>(lines: impl Iterator<Item = &'a Line>) -> Vec<&'a Line> {
    let mut lines: Vec<&Line> = lines.collect();
    let none = |line: &Line, field| !line.value(field).is_positive();
    lines.sort_by_key(|line| (none(line, Field::WrongUse), none(line, Field::Unused)));
    lines
}

/// Names as many as there is room for, and says how many there are beyond.
fn draw_found(area: Rect, buffer: &mut Buffer, view: &View, found: &[&Line]) {
    let room = area.width.saturating_sub(FOUND + 1);
    let mut y = 0;
    for (at, line) in found.iter().enumerate() {
        let said = said(line, room, view);
        let rows = u16::try_from(said.len()).unwrap_or(u16::MAX);
        let spare = u16::from(at + 1 < found.len());
        if at == NAMED || y + rows + spare > area.height {
            let rest = found.iter().skip(at).map(|line| &line.row.member);
            let more = (view.text.visits.review_more)(rest.collect::<BTreeSet<_>>().len());
            paint::write(buffer, area, 4, y, &more, view.look.tone(Tone::Warn));
            return;
        }
        let wrong = line.value(Field::WrongUse).is_positive();
        let tone = view.look.tone(if wrong { Tone::Bad } else { Tone::Warn });
        let name = paint::cut(&view.name(&line.row.name), FOUND - 5);
        paint::write(buffer, area, 4, y, &name, view.look.ground());
        for words in said {
            paint::write(buffer, area, FOUND, y, &words, tone);
            y += 1;
        }
    }
}

/// What was found at a household, in one row where there is room, else in two.
fn said(line: &Line, room: u16, view: &View) -> Vec<String> {
    let text = &view.text.visits;
    let positive = |field| Some(line.value(field)).filter(|amount| amount.is_positive());
    let wrong = positive(Field::WrongUse).map(|wrong| (text.wrong_short)(&format::money(wrong)));
    let unused = positive(Field::Unused).map(|unused| (text.unused_short)(&format::money(unused)));
    let uses: Vec<String> = wrong.into_iter().chain(unused).collect();
    let seen = line.cells.value(Field::BalanceSeen).filter(|_| line.difference().is_some());
    let balance = seen.map(|seen| {
        (text.balance_short)(&format::money(seen), &format::money(line.row.outstanding))
    });
    let parts: Vec<String> =
        [uses.join(" · ")].into_iter().filter(|uses| !uses.is_empty()).chain(balance).collect();
    let whole = parts.join(" · ");
    if paint::width(&whole) <= room { vec![whole] } else { parts }
}
