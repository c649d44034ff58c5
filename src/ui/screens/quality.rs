//! Place 6: how the commune and its groups stand, each score open to the households behind it.

pub mod behind;
mod columns;
pub mod say;
pub mod scorecard;

use super::Route;
use crate::domain::day::Day;
use crate::domain::score::Grade;
use crate::reports::Question;
use crate::reports::overview::at_home;
use crate::reports::scores::Level;
use crate::reports::standings::{Standing, Unit, levels, standing, standings};
use crate::text::format;
use crate::text::words::Named;
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Table};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.frame.keys.open),
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.quality.keys.level),
    Binding::new(&[key('m')], Action::Own('m'), |t| t.quality.keys.month),
    Binding::new(&[key('g')], Action::Own('g'), |t| t.quality.keys.grade),
    Binding::new(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
    Binding::new(&[key('f')], Action::Filter, |t| t.frame.keys.filter),
];

/// Rows above the table: the day and level, the home place.
const ABOVE: u16 = 2;

/// The table of units.
pub struct Quality {
    level: Level,
    grade: Option<Grade>,
    running: bool,
    /// Whether the cursor is on the home place above the table.
    at_home: bool,
    home: Option<Standing>,
    levels: Vec<Level>,
    table: Table<Standing>,
}

impl Quality {
    /// The units of a level, those of a grade alone where one is given.
    #[must_use]
    pub fn new(level: Level, grade: Option<Grade>) -> Quality {
        Quality {
            level,
            grade,
            running: false,
            at_home: grade.is_none(),
            home: None,
            levels: Vec::new(),
            table: Table::new(columns::UNITS, |row| row.unit.code.clone()),
        }
    }

    /// The day shown: the last month end, or the day asked about.
    fn day(&self, view: &View) -> Day {
        if self.running { view.as_of } else { view.as_of.last_month_end() }
    }

    fn open(&self, standing: &Standing, view: &View) -> Step {
        Step::Go(Route::Scorecard { unit: standing.unit.clone(), day: self.day(view) })
    }

    fn turn_level(&mut self, by: usize, view: &View) {
        let at = self.levels.iter().position(|level| *level == self.level).unwrap_or(0);
        let next = self.levels.get((at + by) % self.levels.len().max(1));
        self.level = next.copied().unwrap_or(self.level);
        self.grade = None;
        self.refresh(view);
    }

    fn turn_grade(&mut self, view: &View) {
        self.grade = match self.grade {
            None => Grade::ALL.first().copied(),
            Some(grade) => Grade::ALL.into_iter().find(|next| *next > grade),
        };
        self.refresh(view);
    }

    fn on_table(&mut self, action: &Action, view: &View) -> Step {
        match self.table.on(action, paint::below(view.area, ABOVE), view) {
            Answer::Ignored => Step::Ignored,
            Answer::Taken => Step::Stay,
            Answer::Open => {
                self.table.current().map_or(Step::Stay, |standing| self.open(standing, view))
            }
        }
    }

    /// Moves between the home place and the table; none where the action is no such move.
    fn on_home(&mut self, action: &Action, view: &View) -> Option<Step> {
        let home = self.home.as_ref()?;
        if let Action::Click { row, .. } = action {
            let on_it = *row == view.area.y + 1;
            let again = on_it && self.at_home;
            self.at_home = on_it;
            let open = again.then(|| self.open(home, view));
            return on_it.then_some(open.unwrap_or(Step::Stay));
        }
        let first = self.table.shown_rows().next().map(|row| &row.unit);
        let at_first = self.table.current().map(|row| &row.unit) == first;
        match action {
            Action::Up if !self.at_home && at_first => self.at_home = true,
            Action::First => self.at_home = true,
            Action::Up | Action::PageUp if self.at_home => {}
            Action::Down if self.at_home && first.is_some() => {
                self.at_home = false;
                return Some(self.on_table(&Action::First, view));
            }
            Action::Open if self.at_home => return Some(self.open(home, view)),
            _ => return None,
        }
        Some(Step::Stay)
    }

    fn draw_day(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.quality;
        let day = format::day(self.day(view));
        let day = if self.running { (text.running)(&day) } else { (text.month_end)(&day) };
        let mut x = 1;
        for level in &self.levels {
            let name = text.levels.get(*level as usize).copied().unwrap_or_default();
            let here = *level == self.level;
            let label = if here { format!("[{name}]") } else { format!(" {name} ") };
            let style = if here { view.look.heading() } else { view.look.tone(Tone::Dim) };
            paint::write(buffer, area, x, 0, &label, style);
            x += paint::width(&label);
        }
        if let Some(grade) = self.grade {
            let only = (text.only_grade)(grade.say(view.language()));
            paint::write(buffer, area, x + 1, 0, &only, view.look.tone(Tone::Strong));
        }
        let day = format!("{day} ({})", text.estimate);
        let tone = if self.running { Tone::Warn } else { Tone::Plain };
        let room = Rect { width: area.width.saturating_sub(1), ..area };
        paint::write_right(buffer, room, 0, &day, view.look.tone(tone));
    }

    fn draw_home(&self, area: Rect, buffer: &mut Buffer, view: &View, home: &Standing) {
        let text = &view.text.quality;
        let line = scorecard::in_one_line(home, view);
        let room = area.width.saturating_sub(2);
        let named = format!("{}  {line}", columns::name(home, view));
        paint::write(buffer, area, 1, 1, &paint::cut(&named, room), view.look.tone(Tone::Strong));
        let side = Rect { width: area.width.saturating_sub(1), ..area };
        if let Some((day, bank)) = &home.bank {
            let said = say::published(view, bank);
            let whole = (text.bank_says)(&format::month(day.month()), &said);
            let brief = (text.bank_says_short)(&said);
            let fits = |said: &&String| paint::width(said) + paint::width(&named) + 3 <= room;
            if let Some(said) = [&whole, &brief].into_iter().find(fits) {
                paint::write_right(buffer, side, 1, said, view.look.ground());
            }
        }
        if self.at_home {
            paint::tint(buffer, area, 1, view.look.cursor());
        }
    }
}

impl Screen for Quality {
    fn title(&self, view: &View) -> String {
        view.text.quality.title.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        if self.table.is_typing() { &[] } else { KEYS }
    }

    fn mode(&self) -> Mode {
        if self.table.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        if !self.table.is_typing()
            && let Some(step) = self.on_home(action, view)
        {
            return step;
        }
        match action {
            Action::Next if !self.table.is_typing() => self.turn_level(1, view),
            Action::Previous if !self.table.is_typing() => {
                self.turn_level(self.levels.len().max(1) - 1, view);
            }
            Action::Own('m') => {
                self.running = !self.running;
                self.refresh(view);
            }
            Action::Own('g') => self.turn_grade(view),
            _ => {
                let step = self.on_table(action, view);
                // the keyboard is in the table once it has moved there
                let stays = matches!(action, Action::Sort | Action::Reverse);
                if step == Step::Stay && !stays {
                    self.at_home = self.at_home && self.table.current().is_none();
                }
                return step;
            }
        }
        Step::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        self.draw_day(area, buffer, view);
        if let Some(home) = &self.home {
            self.draw_home(area, buffer, view, home);
        }
        let list = paint::below(area, ABOVE);
        self.table.draw(list, buffer, view, !self.at_home);
        if self.table.rows().is_empty() {
            let text = &view.text.quality;
            let none = if self.grade.is_some() { text.none_of_grade } else { text.no_groups };
            let line = paint::row(list, 1);
            paint::write(
                buffer,
                line,
                0,
                0,
                &paint::pad("", line.width, false),
                view.look.ground(),
            );
            paint::write(buffer, line, 1, 0, none, view.look.tone(Tone::Dim));
        }
    }

    fn refresh(&mut self, view: &View) {
        let question: Question<'_> = at_home(view.question());
        let then = question.on(self.day(view));
        self.levels = levels(&question);
        self.home = Unit::home(&question).and_then(|unit| standing(&then, &unit));
        self.at_home = self.at_home && self.home.is_some();
        let mut rows = standings(&then, self.level);
        rows.retain(|row| self.grade.is_none_or(|grade| row.row.grade == grade));
        self.table.leave_out(columns::left_out(self.level, view.shelf().on(self.day(view))));
        self.table.set_rows(rows, view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        let text = view.text.quality.explains.iter().map(|sentence| (*sentence).to_owned());
        let rules = view.shelf().on(self.day(view));
        let bounds = rules.map(|rules| {
            let [good, fair, average] =
                [rules.grades.good, rules.grades.fair, rules.grades.average]
                    .map(|least| say::trimmed(least, 2));
            (view.text.quality.bounds)(&good, &fair, &average)
        });
        text.chain(bounds).chain(scorecard::formulas(view, self.level, rules)).collect()
    }
}
