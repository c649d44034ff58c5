//! The scorecard of a unit: every criterion with its ratio, its points, the band it has reached and
//! what the next one asks for.

use super::super::Route;
use super::say;
use crate::domain::bands::{NextBand, next_band, reached};
use crate::domain::day::Day;
use crate::domain::ratio::RatioId;
use crate::domain::rulebook::{Criterion, Rulebook, WhenNone};
use crate::reports::overview::at_home;
use crate::reports::scores::{CriterionRow, Level};
use crate::reports::standings::{Standing, Unit, standing};
use crate::text::format;
use crate::text::quality::measures::measure;
use crate::text::words::Named;
use crate::ui::keymap::{Action, Binding, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use crate::ui::widgets::{bars, paint, panel};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.frame.keys.open),
    Binding::new(&[crate::ui::keymap::key('s')], Action::Sort, |t| t.quality.keys.lost),
];

/// Rows above the table: score, bank, what it is worth.
const ABOVE: u16 = 3;
/// Rows below it for the criterion under the cursor, with their title.
const BELOW: u16 = 6;

/// A criterion with what the rulebook asks of it.
pub struct Row {
    row: CriterionRow,
    criterion: Option<Criterion>,
    next: Option<NextBand>,
}

impl Row {
    fn lost(&self) -> Decimal {
        self.row.max - self.row.points
    }
}

const CRITERIA: &[Column<Row>] = &[
    Column::<Row>::text(
        |t| t.quality.criterion,
        24,
        |row, view| row.row.id.say(view.language()).into(),
    )
    .grows(1),
    Column::<Row>::number(
        |t| t.quality.value,
        9,
        |row, view| match row.row.ratio.is_none() {
            true => Cell::toned("–", Tone::Dim),
            false => say::value(view, row.row.id, row.row.ratio).into(),
        },
    ),
    Column::<Row>::number(
        |t| t.quality.points,
        6,
        |row, _| say::points(row.row.points, row.row.max),
    ),
    Column::<Row>::text(|_| "", 5, |row, _| gauge(row.row.points, row.row.max, 5).into()),
    Column::<Row>::number(
        |t| t.quality.lost,
        4,
        |row, _| {
            let lost = row.lost();
            if lost.is_zero() { Cell::default() } else { say::trimmed(lost, 2).into() }
        },
    )
    .sorts(|one, other| other.lost().cmp(&one.lost())),
    Column::<Row>::text(|t| t.quality.to_gain, 20, to_gain).grows(3).drops(1),
];

fn to_gain(row: &Row, view: &View) -> Cell {
    let text = &view.text.quality;
    match &row.next {
        _ if row.lost().is_zero() => Cell::toned(text.full, Tone::Dim),
        Some(next) => {
            let ask = say::ask_briefly(view.language(), row.row.id, next.missing);
            (text.gain_short)(&say::trimmed(next.gain, 2), &ask).into()
        }
        None => Cell::toned(text.beyond, Tone::Dim),
    }
}

/// A score's part of its whole as a bar.
pub fn gauge(part: Decimal, whole: Decimal, width: u16) -> String {
    let hundredths = |value: Decimal| (value * Decimal::ONE_HUNDRED).to_i64().unwrap_or(0);
    bars::gauge(hundredths(part), hundredths(whole), width)
}

/// How a unit stands, in one line: `81,00 khá ▲ 1,00 so với 31/08`.
pub fn in_one_line(standing: &Standing, view: &View) -> String {
    let text = &view.text.quality;
    let grade = standing.row.grade.say(view.language()).to_uppercase();
    let moved = match (standing.movement(), standing.before_on) {
        (Some(by), Some(day)) => (text.moved_since)(&say::moved(by).text, &format::short_day(day)),
        (_, Some(_)) => text.new_unit.to_owned(),
        (_, None) => text.not_compared.to_owned(),
    };
    format!("{}  {grade}  {moved}", format::score(standing.row.score))
}

/// The formulas of a level's criteria for the help.
pub fn formulas(view: &View, level: Level, rules: Option<&Rulebook>) -> Vec<String> {
    let criteria = rules.map(|rules| match level {
        Level::Group => rules.group_criteria.as_slice(),
        _ => rules.area_criteria.as_slice(),
    });
    let language = view.language();
    let line = |criterion: &Criterion| {
        let words = measure(language, criterion.id);
        format!("{} ({}) = {}.", words.brief, criterion.id.say(language), words.formula)
    };
    criteria.unwrap_or_default().iter().map(line).collect()
}

/// The screen.
pub struct ScorecardPage {
    unit: Unit,
    day: Day,
    standing: Option<Standing>,
    table: Table<Row>,
    fresh: bool,
}

impl ScorecardPage {
    /// The scorecard of a unit on a day.
    #[must_use]
    pub fn new(unit: Unit, day: Day) -> ScorecardPage {
        let table = Table::new(CRITERIA, |row: &Row| row.row.id.id().to_owned());
        ScorecardPage { unit, day, standing: None, table: table.without_foot(), fresh: true }
    }

    fn list(area: Rect) -> Rect {
        paint::above(paint::below(area, ABOVE), BELOW)
    }

    fn draw_head(&self, area: Rect, buffer: &mut Buffer, view: &View, standing: &Standing) {
        let text = &view.text.quality;
        let (score, grade) = (standing.row.score, standing.row.grade);
        let line = in_one_line(standing, view);
        paint::write(buffer, area, 1, 0, &line, view.look.heading());
        let next = say::to_next_grade(view, score, grade).map_or_else(
            || text.best_already.to_owned(),
            |(next, least)| (text.to_next)(next.say(view.language()), &format::score(least)),
        );
        let room = area.width.saturating_sub(paint::width(&line) + paint::width(&next) + 7);
        let next = format!("{}  {next}", gauge(score, Decimal::ONE_HUNDRED, room.min(20)));
        let side = Rect { width: area.width.saturating_sub(1), ..area };
        paint::write_right(buffer, side, 0, &next, view.look.tone(say::grade(view, grade).tone));
        let bank = standing.bank.as_ref().map_or_else(
            || text.bank_silent.to_owned(),
            |(day, bank)| {
                let said = say::published(view, bank);
                let says = (text.bank_says)(&format::month(day.month()), &said);
                match standing.against_bank() {
                    Some(by) => format!("{says} ({})", against(view, by)),
                    None => says,
                }
            },
        );
        if self.unit.level.bank().is_some() {
            paint::write(buffer, area, 1, 1, &bank, view.look.ground());
        }
        paint::write(buffer, area, 1, 2, text.not_official, view.look.tone(Tone::Dim));
    }

    fn draw_criterion(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let Some(row) = self.table.current() else { return };
        let title = row.row.id.say(view.language());
        let body = panel::titled(area, buffer, view, title, false);
        let room = body.width.saturating_sub(2);
        for (line, y) in lines(row, view, room).iter().zip(0..) {
            paint::write(buffer, body, 1, y, line, view.look.ground());
        }
    }
}

fn against(view: &View, by: Decimal) -> String {
    let text = &view.text.quality;
    let size = format::score(by.abs());
    if by.is_zero() {
        text.same.to_owned()
    } else if by.is_sign_positive() {
        (text.higher)(&size)
    } else {
        (text.lower)(&size)
    }
}

/// What a criterion's score is made of, in lines.
fn lines(row: &Row, view: &View, room: u16) -> Vec<String> {
    let text = &view.text.quality;
    let (id, ratio) = (row.row.id, row.row.ratio);
    let formula = measure(view.language(), id).formula;
    let mut lines = paint::wrap(&format!("{}: {formula}", text.formula), room);
    let numbers = say::numbers(view.language(), id, ratio);
    lines.push(format!("{numbers} = {}", say::value(view, id, ratio)));
    let Some(criterion) = &row.criterion else { return lines };
    if ratio.is_none() {
        lines.push(match criterion.when_none {
            WhenNone::Full => text.none_full.to_owned(),
            WhenNone::Zero => text.none_zero.to_owned(),
        });
        return lines;
    }
    let here = reached(criterion, ratio);
    let band = |(at, band): (usize, &crate::domain::rulebook::Band)| {
        let mark = if Some(at) == here { "▸" } else { "" };
        let bound = say::bound(view, id, &band.bound);
        format!("{mark}{bound}: {}", say::trimmed(band.points, 2))
    };
    if let Some(next) = &row.next {
        let ask = say::ask(view.language(), id, next.missing);
        lines.push((text.gain)(&ask, &say::trimmed(next.gain, 2)));
    }
    let mut line = format!("{}: ", text.bands);
    for (at, said) in criterion.bands.iter().enumerate().map(band).enumerate() {
        let gap = if at == 0 { "" } else { " · " };
        if paint::width(&line) + paint::width(&said) + 3 > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line += gap;
        }
        line += &said;
    }
    lines.push(line);
    lines
}

impl Screen for ScorecardPage {
    fn title(&self, view: &View) -> String {
        let name = self.standing.as_ref().map_or_else(
            || self.unit.code.clone(),
            |standing| match self.unit.level {
                Level::Group => {
                    let name = super::columns::name(standing, view);
                    format!("{} {} · {name}", view.text.people.group, self.unit.code)
                }
                _ => super::columns::name(standing, view),
            },
        );
        format!("{name} · {}", format::day(self.day))
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        if *action == Action::Filter {
            // a handful of criteria needs no filter
            return Step::Ignored;
        }
        match self.table.on(action, ScorecardPage::list(view.area), view) {
            Answer::Ignored => Step::Ignored,
            Answer::Taken => Step::Stay,
            Answer::Open => self.table.current().map_or(Step::Stay, |row| {
                Step::Go(Route::Behind {
                    unit: self.unit.clone(),
                    day: self.day,
                    measure: row.row.id,
                })
            }),
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let Some(standing) = &self.standing else {
            let text = view.text.quality.not_counting;
            paint::write(buffer, area, 1, 1, text, view.look.tone(Tone::Dim));
            return;
        };
        self.draw_head(area, buffer, view, standing);
        self.table.draw(ScorecardPage::list(area), buffer, view, true);
        let rows = u16::try_from(self.table.rows().len()).unwrap_or(0) + 1;
        // right below the table where the screen is tall
        let from = (ABOVE + rows + 1).min(area.height.saturating_sub(BELOW));
        self.draw_criterion(paint::below(area, from), buffer, view);
    }

    fn refresh(&mut self, view: &View) {
        let question = at_home(view.question()).on(self.day);
        self.standing = standing(&question, &self.unit);
        let rules = view.shelf().on(self.day);
        let known = rules.map(|rules| match self.unit.level {
            Level::Group => rules.group_criteria.as_slice(),
            _ => rules.area_criteria.as_slice(),
        });
        let row = |row: &CriterionRow| {
            let known = known.unwrap_or_default();
            let criterion = known.iter().find(|known| known.id == row.id).cloned();
            let next = criterion.as_ref().and_then(|known| next_band(known, row.ratio));
            Row { row: row.clone(), criterion, next }
        };
        let criteria = self.standing.iter().flat_map(|standing| &standing.row.criteria);
        let rows: Vec<Row> = criteria.map(row).collect();
        // begin where most is lost; the first of them where several lose as much
        let most = rows.iter().rev().max_by_key(|row| row.lost()).map(|row| row.row.id);
        self.table.set_rows(rows, view);
        if let Some(most) = most.map(RatioId::id)
            && std::mem::take(&mut self.fresh)
        {
            self.table.select(most);
        }
    }

    fn explains(&self, view: &View) -> Vec<String> {
        let text = view.text.quality.explains_card.iter().map(|line| (*line).to_owned());
        text.chain(formulas(view, self.unit.level, view.shelf().on(self.day))).collect()
    }
}
