//! How place 3 looks: the lists' names, the parts as words or as bars.

use super::list::{AnyList, Share};
use super::{Debts, line};
use crate::domain::money::Dong;
use crate::reports::overdue::Bucket;
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::{bars, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How much of the lists' sums is said beside their names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// All.
    All,
    /// Those of one sum.
    Single,
    /// That of the list shown.
    Shown,
}

impl Debts {
    /// The lists' names with what they hold; principal and interest apart, or else only the count.
    fn tabs(&self, view: &View, names: &[&str; 4], told: Told) -> Vec<String> {
        let money = |sum| format::short_money(view.language(), sum);
        let label = |((at, list), name): ((usize, &dyn AnyList), &&str)| {
            let mark = if at == self.at { "▸" } else { " " };
            let all = list.shares().first();
            let count = format::count(all.map_or(0, |all| all.count));
            let sum = match all.and_then(|all| all.split) {
                _ if told == Told::Shown && at != self.at => String::new(),
                Some((principal, interest)) if told == Told::All => {
                    let split = view.text.debts.split;
                    format!("· {} ", split(&money(principal), &money(interest)))
                }
                Some(_) => String::new(),
                None => format!("· {} ", money(all.map_or(Dong::ZERO, |all| all.sum))),
            };
            format!("{mark}{name} {count} {sum}")
        };
        self.lists.iter().map(|list| &**list).enumerate().zip(names).map(label).collect()
    }

    pub(super) fn draw_tabs(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let lists = view.text.debts.lists;
        let (long, short) = (lists.map(|(long, _)| long), lists.map(|(_, short)| short));
        let widths = |labels: &Vec<String>| {
            labels.iter().fold(1, |sum, label| sum + paint::width(label) + 1)
        };
        let fuller = [(&long, Told::All), (&short, Told::All), (&short, Told::Single)]
            .into_iter()
            .map(|(names, told)| self.tabs(view, names, told))
            .find(|labels| widths(labels) <= area.width);
        let labels = fuller.unwrap_or_else(|| self.tabs(view, &short, Told::Shown));
        let mut x = 1;
        for (at, label) in labels.iter().enumerate() {
            let style = if at == self.at { view.look.place() } else { view.look.ground() };
            paint::write(buffer, area, x, 0, label, style);
            x += paint::width(label) + 1;
        }
    }

    /// Which part of the book is shown.
    fn only(&self, view: &View) -> String {
        let text = &view.text.debts;
        let only = self.only.as_ref().map(|choice| (text.filtered_by)(&choice.say(view)));
        only.unwrap_or_else(|| text.whole_book.to_owned())
    }

    /// The parts in one line, behind what is shown of the book.
    pub(super) fn draw_parts(
        &self,
        area: Rect,
        buffer: &mut Buffer,
        view: &View,
        list: &dyn AnyList,
    ) {
        let only = format!("{} │", self.only(view));
        paint::write(buffer, area, 2, 0, &only, view.look.heading());
        let mut x = 3 + paint::width(&only);
        let label = |(at, share): (usize, &Share)| {
            let mark = if at == list.part() { "▸" } else { " " };
            format!("{mark}{} {} ", share.part.say(view), format::count(share.count))
        };
        let labels: Vec<String> = list.shares().iter().enumerate().map(label).collect();
        let first = first_seen(&labels, list.part(), area.width.saturating_sub(x));
        for (at, label) in labels.iter().enumerate().skip(first) {
            let style =
                if at == list.part() { view.look.place() } else { view.look.tone(Tone::Dim) };
            paint::write(buffer, area, x, 0, label, style);
            x += paint::width(label) + 1;
        }
    }

    /// The parts as bars, one to a line.
    pub(super) fn draw_bars(
        &self,
        area: Rect,
        buffer: &mut Buffer,
        view: &View,
        list: &dyn AnyList,
    ) {
        let text = &view.text.debts;
        let whole = list.shares().first().map_or(0, |all| all.sum.get());
        for ((at, share), y) in list.shares().iter().enumerate().zip(0..) {
            let chosen = at == list.part();
            let mark = if chosen { "▸" } else { " " };
            let label = format!(" {mark}{}", share.part.say(view));
            let label = paint::pad(&label, 15, false);
            let count = paint::pad(&(text.loans)(share.count), 9, true);
            let sum = paint::pad(&format::amount(share.sum), 15, true);
            let line = format!("{label}{count}{sum}  ");
            let style = if chosen { view.look.place() } else { view.look.ground() };
            paint::write(buffer, area, 0, y, &line, style);
            let room = area.width.saturating_sub(paint::width(&line) + 2).min(40);
            let bar =
                if at == 0 { self.only(view) } else { bars::bar(share.sum.get(), whole, room) };
            let tone = if at == 0 { view.look.heading() } else { view.look.tone(tone_of(share)) };
            paint::write(buffer, area, paint::width(&line), y, &bar, tone);
        }
    }
}

/// The longer overdue, the worse it looks; the days are said in words beside it.
fn tone_of(share: &Share) -> Tone {
    match share.part {
        line::Part::Age(Bucket::To30) => Tone::Plain,
        line::Part::Age(Bucket::To90) => Tone::Warn,
        _ => Tone::Bad,
    }
}

/// The first label to write, so that the chosen one is seen whole in the room there is.
fn first_seen(labels: &[String], chosen: usize, room: u16) -> usize {
    let mut first = chosen;
    let mut used = labels.get(chosen).map_or(0, |label| paint::width(label) + 1);
    while let Some(before) = first.checked_sub(1) {
        used += labels.get(before).map_or(0, |label| paint::width(label) + 1);
        if used > room {
            break;
        }
        first = before;
    }
    first
}
