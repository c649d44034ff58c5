//! A small table of days and amounts beside a form: instalments, tranches.

use crate::domain::day::Day;
use crate::domain::money::Dong;
use crate::text::{Text, format};
use crate::ui::keymap::Action;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::money_field::MoneyField;
use crate::ui::widgets::{paint, panel};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

/// The width it needs.
pub const WIDTH: u16 = 34;

/// Where day and amount begin in a row, and how wide they are; before them stands the number.
const DAY: (u16, u16) = (5, 11);
const AMOUNT: (u16, u16) = (17, 15);

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Line {
    /// Its number in the book; none where it is new.
    no: Option<u32>,
    day: DayField,
    amount: MoneyField,
}

impl Line {
    fn is_blank(&self) -> bool {
        self.day.text().trim().is_empty() && self.amount.text().trim().is_empty()
    }
}

/// A line as a draft keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptLine(String, String, #[serde(default)] Option<u32>);

/// The table; one blank line stands always at its end.
#[derive(Clone, Debug)]
pub struct Lines {
    title: fn(&Text) -> &'static str,
    /// The heads of number, day and amount.
    heads: fn(&Text) -> [&'static str; 3],
    /// Whether it may add up to less than the whole: more comes later.
    in_part: bool,
    rows: Vec<Line>,
    at: usize,
    in_amount: bool,
    fresh: bool,
    /// Whether a person has typed in it: then nothing fills it any more.
    touched: bool,
    wrong: Option<(usize, String)>,
}

impl Lines {
    /// An empty table.
    #[must_use]
    pub fn new(title: fn(&Text) -> &'static str, heads: fn(&Text) -> [&'static str; 3]) -> Lines {
        Lines {
            title,
            heads,
            in_part: false,
            rows: vec![Line::default()],
            at: 0,
            in_amount: false,
            fresh: true,
            touched: false,
            wrong: None,
        }
    }

    /// The same where the rest may come later.
    #[must_use]
    pub fn in_part(self) -> Lines {
        Lines { in_part: true, ..self }
    }

    /// The same with rows that stand in the book; each keeps its number.
    #[must_use]
    pub fn with(mut self, rows: &[(u32, Day, Dong)]) -> Lines {
        let line = |(no, day, amount): &(u32, Day, Dong)| Line {
            no: Some(*no),
            day: DayField::with(*day),
            amount: MoneyField::with(*amount),
        };
        self.rows = rows.iter().map(line).collect();
        self.touched = !rows.is_empty();
        self.close();
        self
    }

    /// Fills it, unless a person has typed in it.
    pub fn offer(&mut self, rows: &[(Day, Dong)]) {
        if self.touched {
            return;
        }
        let line = |(day, amount): &(Day, Dong)| Line {
            no: None,
            day: DayField::with(*day),
            amount: MoneyField::with(*amount),
        };
        self.rows = rows.iter().map(line).collect();
        self.close();
    }

    /// What stands in it, line by line, with its number; what can't be read is left out.
    #[must_use]
    pub fn values(&self, today: Day) -> Vec<(u32, Day, Dong)> {
        let read = |(no, line): (u32, &Line)| {
            let day = line.day.value(today).ok().flatten()?;
            Some((no, day, line.amount.value().ok().flatten()?))
        };
        self.numbers().into_iter().zip(&self.rows).filter_map(read).collect()
    }

    /// The number of each line: the one that it has in the book, for a rescheduling may name it,
    /// or the next after all of those.
    fn numbers(&self) -> Vec<u32> {
        let known = self.rows.iter().filter_map(|line| line.no).max();
        let mut next = known.unwrap_or_default().saturating_add(1);
        let number = |line: &Line| {
            let no = line.no.unwrap_or(next);
            if line.no.is_none() && !line.is_blank() {
                next = next.saturating_add(1);
            }
            no
        };
        self.rows.iter().map(number).collect()
    }

    /// The amounts that can be read, added up.
    #[must_use]
    pub fn sum(&self) -> Dong {
        self.rows.iter().filter_map(|line| line.amount.value().ok().flatten()).sum()
    }

    /// The number of the first line that is neither blank nor whole.
    fn unread(&self, today: Day) -> Option<u32> {
        let read = |line: &Line| {
            let day = line.day.value(today).ok().flatten().is_some();
            day && line.amount.value().ok().flatten().is_some()
        };
        let mut rows = self.numbers().into_iter().zip(&self.rows);
        rows.find(|(_, line)| !line.is_blank() && !read(line)).map(|(no, _)| no)
    }

    /// The line at work, from 0.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The lines that are not blank.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.iter().filter(|line| !line.is_blank()).count()
    }

    /// Whether the amount of a line, from 0, is the one that a rule refuses: one that is not above
    /// zero, or too much.
    #[must_use]
    pub fn refuses_amount(&self, at: usize) -> bool {
        let amount = self.rows.get(at).and_then(|line| line.amount.value().ok().flatten());
        amount.is_some_and(|amount| !amount.is_positive() || amount > Dong::MOST)
    }

    /// Looks for what can't be read, goes there and says it. True where all reads.
    pub fn reads(&mut self, view: &View) -> bool {
        self.wrong = None;
        if let Some(line) = self.rows.get_mut(self.at) {
            line.day.tidy(view.today);
            line.amount.tidy();
        }
        for (at, line) in self.rows.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
            let (day, day_wrong) = line.day.echo(view);
            let (amount, amount_wrong) = line.amount.echo(view);
            let missing = view.text.entry.lines_missing;
            let said = if day_wrong {
                Some((false, day))
            } else if amount_wrong {
                Some((true, amount))
            } else if line.day.text().trim().is_empty() {
                Some((false, missing.to_owned()))
            } else if line.amount.text().trim().is_empty() {
                Some((true, missing.to_owned()))
            } else {
                None
            };
            if let Some((in_amount, said)) = said {
                (self.at, self.in_amount, self.fresh) = (at, in_amount, true);
                self.wrong = Some((at, said));
                return false;
            }
        }
        true
    }

    /// Says what is wrong at a line, from 0, and goes there: to its amount, or to its day.
    pub fn say(&mut self, at: usize, in_amount: bool, sentence: String) {
        self.in_amount = in_amount;
        self.at = at.min(self.rows.len().saturating_sub(1));
        self.fresh = true;
        self.wrong = Some((self.at, sentence));
    }

    /// What was typed, for a draft.
    #[must_use]
    pub fn typed(&self) -> Vec<KeptLine> {
        let kept =
            |line: &Line| KeptLine(line.day.text().into(), line.amount.text().into(), line.no);
        self.rows.iter().filter(|line| !line.is_blank()).map(kept).collect()
    }

    /// Puts back what a draft kept.
    pub fn restore(&mut self, kept: &[KeptLine]) {
        let line = |kept: &KeptLine| Line {
            no: kept.2,
            day: DayField::typed(&kept.0),
            amount: MoneyField::typed(&kept.1),
        };
        self.touched = self.typed() != kept;
        self.rows = kept.iter().map(line).collect();
        self.close();
    }

    /// One blank line at the end, for the next.
    fn close(&mut self) {
        if self.rows.last().is_none_or(|line| !line.is_blank()) {
            self.rows.push(Line::default());
        }
        self.at = self.at.min(self.rows.len().saturating_sub(1));
    }

    /// Takes an action; false where it is none of a table's.
    pub fn on(&mut self, action: &Action, today: Day) -> bool {
        match action {
            Action::Open | Action::Next => {
                if self.in_amount {
                    self.go(self.at + 1, false, today);
                } else {
                    self.go(self.at, true, today);
                }
            }
            Action::Previous => {
                if self.in_amount {
                    self.go(self.at, false, today);
                } else if self.at > 0 {
                    self.go(self.at - 1, true, today);
                }
            }
            Action::Down => self.go(self.at + 1, self.in_amount, today),
            Action::Up => self.go(self.at.saturating_sub(1), self.in_amount, today),
            other => return self.edit(other),
        }
        true
    }

    fn edit(&mut self, action: &Action) -> bool {
        let (fresh, in_amount) = (self.fresh, self.in_amount);
        let Some(line) = self.rows.get_mut(self.at) else { return false };
        let anew = fresh && matches!(action, Action::Type(_) | Action::Paste(_));
        let before = line.clone();
        let taken = if in_amount {
            if anew {
                line.amount.set(None);
            }
            line.amount.on(action)
        } else {
            if anew {
                line.day.set("");
            }
            line.day.on(action)
        };
        if *line != before {
            self.touched = true;
            self.wrong = None;
        }
        self.fresh &= !taken;
        taken
    }

    fn go(&mut self, to: usize, in_amount: bool, today: Day) {
        if let Some(line) = self.rows.get_mut(self.at) {
            line.day.tidy(today);
            line.amount.tidy();
        }
        let here = self.at;
        let emptied = here + 1 < self.rows.len() && self.rows.get(here).is_some_and(Line::is_blank);
        self.at = to;
        // a line that was emptied is gone once it is left
        if to != here && emptied {
            self.rows.remove(here);
            self.at = if to > here { to - 1 } else { to };
        }
        self.close();
        (self.in_amount, self.fresh) = (in_amount, true);
    }

    /// Draws it: a title, a line a row, the sum below against what it must be.
    pub fn draw(
        &self,
        area: Rect,
        buffer: &mut Buffer,
        view: &View,
        (active, must): (bool, Option<Dong>),
    ) {
        let inside = panel::titled(area, buffer, view, (self.title)(view.text), active);
        let foot = self.foot(inside.width, view, (active, must));
        let below = u16::try_from(foot.len().max(2)).unwrap_or(u16::MAX).saturating_add(1);
        self.draw_heads(inside, buffer, view);
        let body = paint::above(paint::below(inside, 1), below);
        let height = usize::from(body.height).max(1);
        let first = (self.at + 1).saturating_sub(height);
        let rows = self.numbers().into_iter().zip(&self.rows).enumerate();
        for ((at, (no, line)), y) in rows.skip(first).zip(0..body.height) {
            let here = active && at == self.at;
            let mark = if here { "▸" } else { " " };
            let number = format!("{mark}{no:>3}");
            paint::write(buffer, body, 0, y, &number, view.look.ground());
            let row = paint::row(body, y);
            line.day.draw(cell(row, DAY), buffer, view, here && !self.in_amount);
            line.amount.draw(cell(row, AMOUNT), buffer, view, here && self.in_amount);
        }
        let under = paint::below(inside, inside.height.saturating_sub(below));
        let total = format!("{} {}", view.text.frame.total, self.count());
        paint::write(buffer, under, 0, 0, &total, view.look.heading());
        let sum_cell = Rect { width: under.width.min(AMOUNT.0 + AMOUNT.1), ..under };
        let sum = format::amount(self.sum());
        paint::write_right(buffer, sum_cell, 0, &sum, view.look.heading());
        for ((line, tone), y) in foot.iter().zip(1..) {
            paint::write(buffer, under, 0, y, line, view.look.tone(*tone));
        }
    }

    /// The heads of the columns.
    fn draw_heads(&self, inside: Rect, buffer: &mut Buffer, view: &View) {
        let row = paint::row(inside, 0);
        let [no, day, amount] = (self.heads)(view.text);
        let style = view.look.tone(Tone::Dim);
        paint::write(buffer, row, 1, 0, no, style);
        paint::write(buffer, cell(row, DAY), 0, 0, day, style);
        paint::write_right(buffer, cell(row, AMOUNT), 0, amount, style);
    }

    /// What stands under the sum: what is wrong, or what is missing and what the cell at work says.
    fn foot(
        &self,
        width: u16,
        view: &View,
        (active, must): (bool, Option<Dong>),
    ) -> Vec<(String, Tone)> {
        let text = &view.text.entry;
        let toned = |said: &str, tone: Tone| -> Vec<(String, Tone)> {
            paint::wrap(said, width).into_iter().map(|line| (line, tone)).collect()
        };
        if let Some((_, wrong)) = &self.wrong {
            return toned(&format!("✗ {wrong}"), Tone::Bad);
        }
        let mut foot = Vec::new();
        if let Some(no) = self.unread(view.today) {
            foot.extend(toned(&(text.lines_unread)(no), Tone::Warn));
        } else if let Some(must) = must.filter(|_| self.count() > 0) {
            let (said, tone) = match must - self.sum() {
                Dong::ZERO => (text.lines_match.to_owned(), Tone::Good),
                left if left.is_positive() && self.in_part => {
                    ((text.lines_open)(&format::money(left)), Tone::Dim)
                }
                left if left.is_positive() => {
                    ((text.lines_short)(&format::money(left)), Tone::Warn)
                }
                over => ((text.lines_over)(&format::money(Dong::ZERO - over)), Tone::Warn),
            };
            foot.extend(toned(&said, tone));
        }
        let Some(line) = self.rows.get(self.at).filter(|_| active) else { return foot };
        let (echo, wrong) =
            if self.in_amount { line.amount.echo(view) } else { line.day.echo(view) };
        foot.extend(toned(&echo, if wrong { Tone::Warn } else { Tone::Dim }));
        foot
    }
}

/// A cell of a row: where it begins, and how wide it is.
fn cell(row: Rect, (x, width): (u16, u16)) -> Rect {
    let room = row.width.saturating_sub(x);
    Rect { x: row.x.saturating_add(x.min(row.width)), width: width.min(room), ..row }
}
