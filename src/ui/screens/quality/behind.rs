//! The rows behind a figure: households, members or groups with what each brings to it.

use super::super::Route;
use super::say;
use crate::domain::day::Day;
use crate::domain::ids::GroupCode;
use crate::domain::money::Dong;
use crate::domain::ratio::{Ratio, RatioId};
use crate::domain::score::Grade;
use crate::reports::behind::{Subject, behind};
use crate::reports::overview::at_home;
use crate::reports::scores::{Level, scores};
use crate::reports::standings::Unit;
use crate::text::Text;
use crate::text::fold::name_key;
use crate::text::format;
use crate::text::quality::measures::measure;
use crate::text::words::Named;
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.frame.keys.open),
    Binding::new(&[key('h')], Action::Own('h'), |t| t.quality.keys.harmful),
    Binding::new(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
    Binding::new(&[key('f')], Action::Filter, |t| t.frame.keys.filter),
];

/// Rows above the table: formula, numbers, how many harm.
const ABOVE: u16 = 3;

/// A row behind the figure.
pub struct Row {
    group: GroupCode,
    subject: Subject,
    name: String,
    part: Ratio,
    harm: i64,
    /// The score and grade of a group.
    standing: Option<(Decimal, Grade)>,
}

impl Row {
    fn key(&self) -> String {
        let subject = match &self.subject {
            Subject::Group => "",
            Subject::Member(code) => code.as_str(),
            Subject::Loan(_, code) => code.as_str(),
        };
        format!("{} {subject}", self.group)
    }
}

/// The screen.
pub struct Behind {
    unit: Unit,
    day: Day,
    measure: RatioId,
    whole: Ratio,
    harmful: (usize, usize),
    only_harmful: bool,
    table: Table<Row>,
}

impl Behind {
    /// What is behind a measure of a unit on a day.
    #[must_use]
    pub fn new(unit: Unit, day: Day, measure: RatioId) -> Behind {
        Behind {
            unit,
            day,
            measure,
            whole: Ratio::default(),
            harmful: (0, 0),
            only_harmful: false,
            table: Table::new(columns_of(measure), Row::key),
        }
    }

    fn rows(&self, view: &View) -> Vec<Row> {
        let question = self.unit.narrow(at_home(view.question()).on(self.day));
        let of_groups = matches!(self.measure, RatioId::GoodGroupShare | RatioId::WeakGroupShare);
        let graded: BTreeMap<String, (Decimal, Grade)> = if of_groups {
            let rows = scores(&question, Level::Group).into_iter();
            rows.map(|row| (row.code, (row.score, row.grade))).collect()
        } else {
            BTreeMap::new()
        };
        let rows = behind(&question, self.measure).into_iter();
        rows.map(|row| Row {
            harm: row.harm(self.measure),
            standing: graded.get(row.group.as_str()).copied(),
            group: row.group,
            subject: row.subject,
            name: row.name,
            part: row.part,
        })
        .collect()
    }
}

impl Screen for Behind {
    fn title(&self, view: &View) -> String {
        self.measure.say(view.language()).to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        if self.table.is_typing() { &[] } else { KEYS }
    }

    fn mode(&self) -> Mode {
        if self.table.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        if *action == Action::Own('h') && !self.table.is_typing() {
            self.only_harmful = !self.only_harmful;
            self.refresh(view);
            return Step::Stay;
        }
        match self.table.on(action, paint::below(view.area, ABOVE), view) {
            Answer::Ignored => Step::Ignored,
            Answer::Taken => Step::Stay,
            Answer::Open => self.table.current().map_or(Step::Stay, |row| {
                Step::Go(match &row.subject {
                    Subject::Loan(_, code) => Route::Loan(code.clone()),
                    Subject::Member(code) => Route::Member(code.clone()),
                    Subject::Group => {
                        Route::Scorecard { unit: Unit::group(&row.group), day: self.day }
                    }
                })
            }),
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.quality;
        let language = view.language();
        let formula = format!("{}: {}", text.formula, measure(language, self.measure).formula);
        paint::write(buffer, area, 1, 0, &formula, view.look.ground());
        let numbers = say::numbers(language, self.measure, self.whole);
        let value = say::value(view, self.measure, self.whole);
        let numbers = format!("{numbers} = {value}  ({})", format::day(self.day));
        paint::write(buffer, area, 1, 1, &numbers, view.look.heading());
        let (harmful, all) = self.harmful;
        let line = (text.harmful)(&format::count(harmful), &format::count(all));
        let tone = if harmful > 0 { Tone::Warn } else { Tone::Dim };
        if all > 0 {
            paint::write(buffer, area, 1, 2, &line, view.look.tone(tone));
        }
        let list = paint::below(area, ABOVE);
        if all == 0 {
            paint::write(buffer, list, 1, 0, text.no_rows, view.look.tone(Tone::Dim));
            return;
        }
        self.table.draw(list, buffer, view, true);
    }

    fn refresh(&mut self, view: &View) {
        let mut rows = self.rows(view);
        let sum = |of: fn(&Ratio) -> i64| rows.iter().map(|row| of(&row.part)).sum();
        self.whole = Ratio::new(sum(|part| part.numerator), sum(|part| part.denominator));
        self.harmful = (rows.iter().filter(|row| row.harm > 0).count(), rows.len());
        if self.only_harmful {
            rows.retain(|row| row.harm > 0);
        }
        self.table.leave_out(left_out(self.measure, &rows));
        self.table.set_rows(rows, view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.quality.explains_behind.iter().map(|line| (*line).to_owned()).collect()
    }
}

const LOAN: usize = 2;
const LACKS: usize = 5;
const STANDING: usize = 6;

/// The columns that say nothing about a measure's rows.
fn left_out(id: RatioId, rows: &[Row]) -> Vec<usize> {
    let mut out = Vec::new();
    if !rows.iter().any(|row| matches!(row.subject, Subject::Loan(..))) {
        out.push(LOAN);
    }
    if id.less_is_better() || matches!(id, RatioId::SavingsIncrease | RatioId::Growth) {
        out.push(LACKS);
    }
    if !rows.iter().any(|row| row.standing.is_some()) {
        out.push(STANDING);
    }
    out
}

/// The columns for a measure: their heads say what is counted over what.
const fn columns<const MEASURE: usize>() -> [Column<Row>; 7] {
    [
        Column::<Row>::text(
            |t| t.quality.name,
            16,
            |row, view| Cell::toned(view.name(&row.name), tone(row)),
        )
        .grows(2)
        .sorts(|one, other| name_key(&one.name).cmp(&name_key(&other.name))),
        Column::<Row>::text(|t| t.quality.group, 8, |row, _| row.group.to_string().into())
            .sorts(|one, other| one.group.cmp(&other.group)),
        Column::<Row>::text(
            |t| t.quality.loan,
            16,
            |row, _| match &row.subject {
                Subject::Loan(_, code) => code.to_string().into(),
                Subject::Group | Subject::Member(_) => Cell::default(),
            },
        )
        .drops(1),
        Column::<Row>::number(above::<MEASURE>, 14, |row, _| {
            Cell::toned(format::whole(row.part.numerator), tone(row))
        })
        .sorts(|one, other| one.part.numerator.cmp(&other.part.numerator))
        .sums(|row| Dong::new(row.part.numerator)),
        Column::<Row>::number(below::<MEASURE>, 15, |row, _| {
            format::whole(row.part.denominator).into()
        })
        .sorts(|one, other| one.part.denominator.cmp(&other.part.denominator))
        .sums(|row| Dong::new(row.part.denominator)),
        Column::<Row>::number(
            |t| t.quality.lacks,
            11,
            |row, _| {
                if row.harm > 0 {
                    Cell::toned(format::whole(row.harm), Tone::Bad)
                } else {
                    Cell::default()
                }
            },
        )
        .drops(2)
        .sorts(|one, other| other.harm.cmp(&one.harm))
        .sums(|row| Dong::new(row.harm.max(0))),
        Column::<Row>::text(
            |t| t.quality.standing,
            18,
            |row, view| {
                row.standing.map_or_else(Cell::default, |(score, grade)| {
                    let said = say::grade(view, grade);
                    Cell::toned(format!("{:>6} {}", format::score(score), said.text), said.tone)
                })
            },
        )
        .sorts(|one, other| one.standing.cmp(&other.standing)),
    ]
}

const fn tone(row: &Row) -> Tone {
    if row.harm > 0 { Tone::Strong } else { Tone::Dim }
}

fn above<const MEASURE: usize>(text: &Text) -> &'static str {
    RatioId::ALL.get(MEASURE).map_or("", |id| measure(text.language, *id).above)
}

fn below<const MEASURE: usize>(text: &Text) -> &'static str {
    RatioId::ALL.get(MEASURE).map_or("", |id| measure(text.language, *id).below)
}

const fn columns_of(id: RatioId) -> &'static [Column<Row>] {
    match id {
        RatioId::OverdueRatio => const { &columns::<0>() },
        RatioId::FrozenRatio => const { &columns::<1>() },
        RatioId::OverdueFrozenRatio => const { &columns::<2>() },
        RatioId::Par1 => const { &columns::<3>() },
        RatioId::Par30 => const { &columns::<4>() },
        RatioId::Par90 => const { &columns::<5>() },
        RatioId::PrincipalDueRatio => const { &columns::<6>() },
        RatioId::InterestRatio => const { &columns::<7>() },
        RatioId::InterestArrearsRatio => const { &columns::<8>() },
        RatioId::AttendanceRatio => const { &columns::<9>() },
        RatioId::SavingsParticipation => const { &columns::<10>() },
        RatioId::SavingsIncrease => const { &columns::<11>() },
        RatioId::Visit30dRatio => const { &columns::<12>() },
        RatioId::InactiveRatio => const { &columns::<13>() },
        RatioId::GoodGroupShare => const { &columns::<14>() },
        RatioId::WeakGroupShare => const { &columns::<15>() },
        RatioId::Growth => const { &columns::<16>() },
    }
}
