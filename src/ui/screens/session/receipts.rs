//! What was paid to the bank on a session's day: principal and interest by the borrowers, with the
//! receipts, and what of it was taken back.

use crate::domain::day::Day;
use crate::domain::ids::{FactId, PointCode};
use crate::domain::loan::PaymentKind;
use crate::domain::money::Dong;
use crate::office::PaymentRow;
use crate::text::format;
use crate::text::words::Named;
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::screens::session::pick::Purpose;
use crate::ui::screens::{Entry, Route};
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[
    Binding::new(&[key('g')], Action::Own('g'), |t| t.session.keys.receipt),
    Binding::new(&[key('l')], Action::Own('l'), |t| t.session.counter.take_interest),
    Binding::new(&[named(KeyCode::Enter), key('e')], Action::Open, |t| t.session.counter.mend),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.frame.keys.back),
    Binding::quiet(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
    Binding::quiet(&[key('f')], Action::Filter, |t| t.frame.keys.filter),
];

/// A payment in the list.
struct ReceiptRow {
    id: FactId,
    receipt: String,
    name: String,
    loan: String,
    kind: PaymentKind,
    amount: Dong,
    place: crate::domain::loan::PaymentPlace,
    /// Why it was taken back, where it was.
    taken_back: Option<String>,
    note: String,
}

const COLUMNS: &[Column<ReceiptRow>] = &[
    Column::<ReceiptRow>::text(
        |t| t.session.receipt.number,
        11,
        |row, _| row.receipt.as_str().into(),
    )
    .sorts(|one, other| one.receipt.cmp(&other.receipt)),
    Column::<ReceiptRow>::text(
        |t| t.session.receipt.name,
        16,
        |row, view| view.name(&row.name).into(),
    )
    .grows(1)
    .sorts(|one, other| one.name.cmp(&other.name)),
    Column::<ReceiptRow>::text(|t| t.session.receipt.loan, 16, |row, _| row.loan.as_str().into())
        .drops(2),
    Column::<ReceiptRow>::text(
        |t| t.session.counter.kind,
        4,
        |row, view| row.kind.say(view.language()).into(),
    )
    .sorts(|one, other| one.kind.cmp(&other.kind)),
    Column::<ReceiptRow>::number(|t| t.session.receipt.amount, 12, amount)
        .sums(|row| if row.taken_back.is_some() { Dong::ZERO } else { row.amount }),
    Column::<ReceiptRow>::text(
        |t| t.session.receipt.place,
        18,
        |row, view| row.place.say(view.language()).into(),
    )
    .drops(3),
    Column::<ReceiptRow>::text(|t| t.session.receipt.note, 14, note).grows(2),
];

fn amount(row: &ReceiptRow, _view: &View) -> Cell {
    let tone = if row.taken_back.is_some() { Tone::Dim } else { Tone::Plain };
    Cell::toned(format::amount(row.amount), tone)
}

fn note(row: &ReceiptRow, view: &View) -> Cell {
    match &row.taken_back {
        Some(why) => Cell::toned((view.text.session.counter.taken_back)(why), Tone::Bad),
        None => row.note.as_str().into(),
    }
}

/// The list.
pub struct Receipts {
    point: PointCode,
    day: Day,
    rows: Table<ReceiptRow>,
}

impl Receipts {
    /// Of a point's session.
    #[must_use]
    pub fn new(point: PointCode, day: Day) -> Receipts {
        let key = |row: &ReceiptRow| row.id.to_string();
        Receipts { point, day, rows: Table::new(COLUMNS, key) }
    }
}

impl Screen for Receipts {
    fn title(&self, view: &View) -> String {
        (view.text.session.counter.receipts)(&format::short_day(self.day))
    }

    fn keys(&self) -> &'static [Binding] {
        if self.rows.is_typing() { &[] } else { KEYS }
    }

    fn mode(&self) -> Mode {
        if self.rows.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        match self.rows.on(action, list_of(view.area), view) {
            Answer::Taken => return Step::Stay,
            Answer::Open => {
                let Some(row) = self.rows.current() else { return Step::Stay };
                if row.taken_back.is_some() {
                    let text = view.text.session.counter.gone_already;
                    return Step::Warning(text.to_owned());
                }
                return Step::Go(Route::Entry(Entry::MendPayment(row.id.clone())));
            }
            Answer::Ignored => {}
        }
        match action {
            Action::Own('g') => Step::Go(Route::PickLoan(self.point.clone())),
            Action::Own('l') => Step::Go(Route::PickFor(self.point.clone(), Purpose::Interest)),
            _ => Step::Ignored,
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.session.counter;
        let live = || self.rows.rows().iter().filter(|row| row.taken_back.is_none());
        let sum =
            |kind| -> Dong { live().filter(|row| row.kind == kind).map(|row| row.amount).sum() };
        let said = (text.receipts_sum)(
            live().count(),
            &format::money(sum(PaymentKind::Principal)),
            &format::money(sum(PaymentKind::Interest)),
        );
        paint::write(buffer, area, 1, 0, &said, view.look.heading());
        if self.rows.rows().is_empty() {
            paint::write(buffer, area, 2, 2, text.no_receipts, view.look.tone(Tone::Dim));
        } else {
            self.rows.draw(list_of(area), buffer, view, true);
        }
    }

    fn refresh(&mut self, view: &View) {
        let paid = view.office().paid_to_bank(self.day).unwrap_or_default();
        let rows = paid.into_iter().filter_map(|paid| self.row(&paid, view));
        self.rows.set_rows(rows.collect(), view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.session.counter.explains.iter().map(|said| (*said).to_owned()).collect()
    }
}

impl Receipts {
    /// A payment of this point's loans as a row.
    fn row(&self, paid: &PaymentRow, view: &View) -> Option<ReceiptRow> {
        let ledger = view.ledger();
        let file = ledger.loans.get(&paid.payment.loan)?;
        let group = ledger.group_of_loan(file)?;
        if group.point != self.point {
            return None;
        }
        let member = ledger.members.get(&file.loan.member)?;
        let back = paid.reversed_by.as_ref().map(|id| {
            let back = view.office().payment(id).ok().flatten();
            back.and_then(|back| back.payment.trail.reason).unwrap_or_default()
        });
        let payment = &paid.payment;
        Some(ReceiptRow {
            id: payment.id.clone(),
            receipt: payment.receipt.clone().unwrap_or_default(),
            name: member.member.name.clone(),
            loan: payment.loan.to_string(),
            kind: payment.kind,
            amount: payment.amount,
            place: payment.place,
            taken_back: back,
            note: payment.trail.reason.clone().unwrap_or_default(),
        })
    }
}

fn list_of(area: Rect) -> Rect {
    paint::below(area, 1)
}
