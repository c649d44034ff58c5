//! A loan: its contract, how it stands on the day, its instalments.

use super::groups::programme;
use super::{Entry, Route};
use crate::domain::day::Day;
use crate::domain::figures::{InstalmentFigures, InstalmentState};
use crate::domain::ids::LoanCode;
use crate::domain::loan::Loan;
use crate::reports::loans::{self, LoanRow};
use crate::text::format;
use crate::text::words::Named;
use crate::ui::keymap::{Action, Binding, key};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use crate::ui::widgets::{paint, panel};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[
    Binding::new(&[key('t')], Action::Own('t'), |t| t.session.keys.receipt),
    Binding::new(&[key('c')], Action::Own('c'), |t| t.talks.key),
    Binding::new(&[key('g')], Action::Own('g'), |t| t.entry.key.tranche),
    Binding::new(&[key('k')], Action::Own('k'), |t| t.entry.key.change),
    Binding::new(&[key('o')], Action::Own('o'), |t| t.entry.key.opening),
    Binding::new(&[key('e')], Action::Own('e'), |t| t.entry.key.edit_loan),
];

const INSTALMENTS: &[Column<InstalmentFigures>] = &[
    Column::<InstalmentFigures>::number(|t| t.people.number, 3, |row, _| row.no.to_string().into()),
    Column::<InstalmentFigures>::number(
        |t| t.people.due_on,
        10,
        |row, _| format::day(row.due_on).into(),
    ),
    Column::<InstalmentFigures>::number(
        |t| t.people.session,
        10,
        |row, _| format::day(row.effective_due_on).into(),
    )
    .drops(1),
    Column::<InstalmentFigures>::number(|t| t.people.amount, 13, |row, _| Cell::amount(row.amount))
        .sums(|row| row.amount),
    Column::<InstalmentFigures>::number(|t| t.people.paid, 13, |row, _| Cell::amount(row.paid))
        .sums(|row| row.paid),
    Column::<InstalmentFigures>::text(
        |t| t.people.status,
        13,
        |row, view| {
            let tone = match row.state {
                InstalmentState::Overdue => Tone::Bad,
                InstalmentState::Due | InstalmentState::Late => Tone::Warn,
                InstalmentState::Paid => Tone::Dim,
                InstalmentState::Future => Tone::Plain,
            };
            Cell::toned(row.state.say(view.language()), tone)
        },
    ),
    Column::<InstalmentFigures>::number(
        |t| t.people.days_late,
        9,
        |row, _| {
            if row.days_late == 0 { Cell::default() } else { Cell::from(row.days_late.to_string()) }
        },
    ),
];

/// The page of one loan.
pub struct LoanPage {
    code: LoanCode,
    row: Option<LoanRow>,
    instalments: Table<InstalmentFigures>,
}

impl LoanPage {
    /// The page of a loan.
    #[must_use]
    pub fn new(code: LoanCode) -> LoanPage {
        let key = |row: &InstalmentFigures| row.no.to_string();
        LoanPage { code, row: None, instalments: Table::new(INSTALMENTS, key) }
    }
}

impl LoanPage {
    /// The form that a key of the page opens.
    fn own(&self, action: &Action) -> Step {
        let code = self.code.clone();
        Step::Go(match action {
            Action::Own('t') => Route::Receipt(code),
            Action::Own('c') => Route::Entry(Entry::Contact(code)),
            Action::Own('g') => Route::Entry(Entry::Tranche(code)),
            Action::Own('k') => Route::Entry(Entry::Change(code)),
            Action::Own('o') => Route::Entry(Entry::Opening(code)),
            Action::Own('e') => Route::Entry(Entry::Loan(code)),
            _ => return Step::Ignored,
        })
    }
}

impl Screen for LoanPage {
    fn title(&self, view: &View) -> String {
        let name = self.row.as_ref().map(|row| view.name(&row.name)).unwrap_or_default();
        format!("{} {} · {name}", view.text.people.loan, self.code)
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        match self.instalments.on(action, list_of(view.area), view) {
            Answer::Taken => Step::Stay,
            Answer::Open | Answer::Ignored => self.own(action),
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let people = &view.text.people;
        let loan = view.ledger().loans.get(&self.code);
        let (Some(row), Some(file)) = (&self.row, loan) else {
            paint::write(buffer, area, 2, 1, people.not_on_day, view.look.tone(Tone::Dim));
            return;
        };
        let [contract, standing] = panel::side_by_side(head_of(area), [1, 1]);
        let last = row.instalments.iter().flatten().map(|one| one.due_on).max();
        let last = last.unwrap_or(file.loan.due_on);
        draw_pairs(contract, buffer, view, &contract_of(&file.loan, last, view));
        draw_pairs(standing, buffer, view, &standing_of(row, view));
        let part = paint::below(area, HEAD);
        let list = panel::titled(part, buffer, view, people.instalments, false);
        self.instalments.draw(list, buffer, view, true);
    }

    fn refresh(&mut self, view: &View) {
        self.row = loans::loan(&view.question(), &self.code);
        let rows = self.row.as_ref().and_then(|row| row.instalments.clone());
        self.instalments.set_rows(rows.unwrap_or_default(), view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.people.explains_loan.iter().map(|sentence| (*sentence).to_owned()).collect()
    }
}

/// Rows of the head above the instalments.
const HEAD: u16 = 10;

fn head_of(area: Rect) -> Rect {
    Rect { height: HEAD.min(area.height), ..area }
}

fn list_of(area: Rect) -> Rect {
    panel::inside(paint::below(area, HEAD))
}

type Pair = (&'static str, String, Tone);

fn draw_pairs(area: Rect, buffer: &mut Buffer, view: &View, pairs: &[Pair]) {
    let told = pairs.iter().filter(|(_, value, _)| !value.is_empty());
    for ((label, value, tone), y) in told.zip(0..) {
        paint::write(buffer, area, 1, y, &paint::cut(label, 16), view.look.tone(Tone::Dim));
        paint::write(buffer, area, 18, y, value, view.look.tone(*tone));
    }
}

fn contract_of(loan: &Loan, last_due: Day, view: &View) -> Vec<Pair> {
    let people = &view.text.people;
    let language = view.language();
    let rate = format!("{} %", format::decimal(loan.rate.percent(), 2));
    let due = format::day(last_due);
    let (due, due_tone) = if last_due > loan.due_on {
        ((people.extended)(&due), Tone::Strong)
    } else {
        (due, Tone::Plain)
    };
    let capital = loan.capital.map(|capital| capital.say(language).to_owned());
    vec![
        (people.programme, programme(view, loan.programme.as_str()), Tone::Plain),
        (people.purpose, loan.purpose.clone(), Tone::Plain),
        (people.principal, format::money(loan.principal), Tone::Plain),
        (people.rate, rate, Tone::Plain),
        (people.disbursed_on, format::day(loan.disbursed_on), Tone::Plain),
        (people.due_on, due, due_tone),
        (people.grace_until, format::maybe_day(loan.interest_grace_until), Tone::Plain),
        (people.capital, capital.unwrap_or_default(), Tone::Plain),
    ]
}

fn standing_of(row: &LoanRow, view: &View) -> Vec<Pair> {
    let people = &view.text.people;
    let bad = |amount: crate::domain::money::Dong| {
        let tone = if amount.is_zero() { Tone::Plain } else { Tone::Bad };
        (format::money(amount), tone)
    };
    let (overdue, overdue_tone) = bad(row.overdue);
    let (arrears, arrears_tone) = bad(row.interest.arrears);
    let next = row.next_session;
    // most loans never are
    let frozen = if row.frozen.is_zero() { String::new() } else { format::money(row.frozen) };
    let days = format!("{overdue} · {} {}", row.days_overdue, people.days);
    vec![
        (people.status, row.status.say(view.language()).to_owned(), Tone::Strong),
        (people.outstanding, format::money(row.outstanding), Tone::Strong),
        (people.overdue, if row.overdue.is_zero() { overdue } else { days }, overdue_tone),
        (people.frozen, frozen, Tone::Plain),
        (people.arrears, arrears, arrears_tone),
        (
            people.last_movement,
            row.last_movement.map_or_else(|| "–".to_owned(), format::day),
            Tone::Plain,
        ),
        (people.next_session, format::day(next.day), Tone::Plain),
        (people.principal_there, format::money(next.principal), Tone::Strong),
        (people.interest_there, format::money(next.interest), Tone::Strong),
    ]
}
