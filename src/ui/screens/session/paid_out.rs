//! What was paid out on a session's day, each with the day until which it is to be visited.

use crate::domain::day::Day;
use crate::domain::ids::{LoanCode, PointCode};
use crate::domain::money::Dong;
use crate::reports::scope::{Part, Scope};
use crate::text::format;
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::screens::Route;
use crate::ui::screens::session::pick::Purpose;
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[
    Binding::new(&[key('g')], Action::Own('g'), |t| t.session.counter.next_tranche),
    Binding::new(&[key('n')], Action::Own('n'), |t| t.session.counter.new_loan),
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.frame.keys.open),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.frame.keys.back),
];

/// A tranche in the list.
struct OutRow {
    key: String,
    loan: LoanCode,
    name: String,
    group: String,
    amount: Dong,
    /// The last day of its visit.
    until: Day,
    visited: Option<Day>,
}

const COLUMNS: &[Column<OutRow>] = &[
    Column::<OutRow>::text(|t| t.session.receipt.name, 16, |row, view| view.name(&row.name).into())
        .grows(1),
    Column::<OutRow>::text(|t| t.session.receipt.group, 7, |row, _| row.group.as_str().into())
        .drops(1),
    Column::<OutRow>::text(|t| t.session.receipt.loan, 16, |row, _| row.loan.to_string().into()),
    Column::<OutRow>::number(
        |t| t.session.counter.amount_out,
        13,
        |row, _| Cell::amount(row.amount),
    )
    .sums(|row| row.amount),
    Column::<OutRow>::number(
        |t| t.session.counter.visit_until,
        13,
        |row, _| format::day(row.until).into(),
    ),
    Column::<OutRow>::text(
        |t| t.session.counter.visited,
        10,
        |row, view| match row.visited {
            Some(day) => Cell::toned(format!("✓ {}", format::short_day(day)), Tone::Good),
            None if row.until < view.today => {
                Cell::toned(format!("! {}", view.text.session.counter.missed), Tone::Bad)
            }
            None => view.text.session.counter.not_yet.into(),
        },
    ),
];

/// The list.
pub struct PaidOut {
    point: PointCode,
    day: Day,
    rows: Table<OutRow>,
}

impl PaidOut {
    /// Of a point's session.
    #[must_use]
    pub fn new(point: PointCode, day: Day) -> PaidOut {
        PaidOut { point, day, rows: Table::new(COLUMNS, |row: &OutRow| row.key.clone()) }
    }
}

impl Screen for PaidOut {
    fn title(&self, view: &View) -> String {
        (view.text.session.counter.paid_out)(&format::short_day(self.day))
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn mode(&self) -> Mode {
        if self.rows.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        match self.rows.on(action, list_of(view.area), view) {
            Answer::Taken => return Step::Stay,
            Answer::Open => {
                let loan = self.rows.current().map(|row| row.loan.clone());
                return loan.map_or(Step::Stay, |loan| Step::Go(Route::Loan(loan)));
            }
            Answer::Ignored => {}
        }
        let purpose = match action {
            Action::Own('g') => Purpose::Tranche,
            Action::Own('n') => Purpose::Contract,
            _ => return Step::Ignored,
        };
        Step::Go(Route::PickFor(self.point.clone(), purpose))
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.session.counter;
        let days = visit_days(view);
        let until = format::day(self.day.plus(days));
        let said = (text.visit_rule)(days, &until);
        paint::write(buffer, area, 1, 0, &said, view.look.heading());
        if self.rows.rows().is_empty() {
            paint::write(buffer, area, 2, 2, text.none_out, view.look.tone(Tone::Dim));
        } else {
            self.rows.draw(list_of(area), buffer, view, true);
        }
    }

    fn refresh(&mut self, view: &View) {
        let question = view.question().within(Scope::of(Part::Point(self.point.clone())));
        let until = self.day.plus(visit_days(view));
        let known = self.day <= view.as_of;
        let rows = question.loans().filter(|_| known).flat_map(|loan| {
            let (file, name, group) = (loan.file, &loan.member.member.name, &loan.group.code);
            let visited = file.visits.iter().map(|seen| seen.day).find(|day| *day >= self.day);
            let visited = visited.filter(|day| *day <= view.as_of);
            let on_day = file.tranches.iter().filter(|tranche| tranche.day == self.day);
            on_day.zip(1..).map(move |(tranche, no)| OutRow {
                key: format!("{} {no}", file.loan.code),
                loan: file.loan.code.clone(),
                name: name.clone(),
                group: group.to_string(),
                amount: tranche.amount,
                until,
                visited,
            })
        });
        let rows = rows.collect();
        self.rows.set_rows(rows, view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.session.counter.explains_out.iter().map(|said| (*said).to_owned()).collect()
    }
}

/// In how many days what is paid out today is to be visited.
#[must_use]
pub fn visit_days(view: &View) -> i64 {
    let rules = view.shelf().on(view.today);
    rules.map_or(0, |rules| i64::from(rules.visits.after_disbursement_days))
}

fn list_of(area: Rect) -> Rect {
    paint::below(area, 1)
}
