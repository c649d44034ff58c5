//! A visit that was made, as it stands in the book: its head, its lines and what they add up to.

use crate::domain::ids::FactId;
use crate::domain::ledger::VisitRecord;
use crate::domain::money::Dong;
use crate::domain::visit::VisitLine;
use crate::reports::visit_form::short_codes;
use crate::reports::visits::VisitTotals;
use crate::text::words::Named;
use crate::text::{Text, format};
use crate::ui::keymap::{Action, Binding, Mode, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::screens::Route;
use crate::ui::screens::visit_form::foot;
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const KEYS: &[Binding] =
    &[Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.visits.key_loan)];

/// Rows above the list and below it.
const ABOVE: u16 = 3;
const BELOW: u16 = 4;

/// A line as it was written.
struct RecordLine {
    no: usize,
    short_code: String,
    name: String,
    line: VisitLine,
}

/// An amount as it was written: an empty cell stays empty, a zero is a zero.
fn written(amount: Option<Dong>) -> Cell {
    amount.map(format::amount).unwrap_or_default().into()
}

const COLUMNS: &[Column<RecordLine>] = &[
    Column::<RecordLine>::number(|t| t.visits.no, 2, |line, _| line.no.to_string().into()),
    Column::<RecordLine>::text(|t| t.people.name, 14, |line, view| view.name(&line.name).into())
        .grows(1),
    Column::<RecordLine>::text(|t| t.visits.loan, 9, |line, _| line.short_code.as_str().into())
        .drops(5),
    Column::<RecordLine>::number(|t| t.visits.received, 11, |line, _| written(line.line.received))
        .drops(2)
        .sums(|line| line.line.received.unwrap_or_default()),
    Column::<RecordLine>::number(
        |t| t.visits.balance_seen,
        11,
        |line, _| written(line.line.balance_seen),
    )
    .drops(3)
    .sums(|line| line.line.balance_seen.unwrap_or_default()),
    Column::<RecordLine>::number(
        |t| t.visits.right_use,
        11,
        |line, _| written(line.line.right_use),
    )
    .sums(|line| line.line.right_use.unwrap_or_default()),
    Column::<RecordLine>::number(
        |t| t.visits.wrong_use,
        11,
        |line, _| {
            let bad = line.line.wrong_use.is_some_and(Dong::is_positive);
            Cell { tone: if bad { Tone::Bad } else { Tone::Plain }, ..written(line.line.wrong_use) }
        },
    )
    .sums(|line| line.line.wrong_use.unwrap_or_default()),
    Column::<RecordLine>::number(|t| t.visits.unused, 11, |line, _| written(line.line.unused))
        .drops(1)
        .sums(|line| line.line.unused.unwrap_or_default()),
    Column::<RecordLine>::text(
        |t| t.visits.effect,
        15,
        |line, view| line.line.effect.map_or("", |effect| effect.say(view.language())).into(),
    )
    .drops(4),
    Column::<RecordLine>::number(
        |t| t.visits.interest_seen,
        12,
        |line, _| written(line.line.interest_seen),
    )
    .drops(6),
];

/// The page of a visit.
pub struct Record {
    visit: FactId,
    lines: Table<RecordLine>,
}

impl Record {
    /// The page of the visit with that id.
    #[must_use]
    pub fn new(visit: FactId) -> Record {
        let key = |line: &RecordLine| line.line.loan.to_string();
        Record { visit, lines: Table::new(COLUMNS, key) }
    }

    fn record<'a>(&self, view: &View<'a>) -> Option<&'a VisitRecord> {
        view.ledger().visits.get(&self.visit)
    }

    /// What the columns have no room for, of the line under the cursor.
    fn more(&self, view: &View) -> Vec<String> {
        let Some(RecordLine { line, .. }) = self.lines.current() else { return Vec::new() };
        let text = &view.text.visits;
        let amount = |label: fn(&Text) -> &'static str, amount: Option<Dong>| {
            amount.map(|amount| format!("{} {}", label(view.text), format::money(amount)))
        };
        let seen = [
            line.effect.map(|effect| format!("{} {}", text.effect, effect.say(view.language()))),
            amount(|t| t.visits.interest_seen, line.interest_seen),
            amount(|t| t.visits.received, line.received),
            amount(|t| t.visits.balance_seen, line.balance_seen),
        ];
        let seen: Vec<String> = seen.into_iter().flatten().collect();
        let note = (!line.note.is_empty()).then(|| format!("{}: {}", text.note, line.note));
        [Some(seen.join(" · ")), note].into_iter().flatten().collect()
    }
}

impl Screen for Record {
    fn title(&self, view: &View) -> String {
        let text = &view.text.visits;
        self.record(view).map_or_else(String::new, |record| {
            (text.form_title)(record.visit.group.as_str(), &format::day(record.visit.day))
        })
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn mode(&self) -> Mode {
        if self.lines.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        match self.lines.on(action, list_of(view.area), view) {
            Answer::Open => self
                .lines
                .current()
                .map_or(Step::Stay, |line| Step::Go(Route::Loan(line.line.loan.clone()))),
            Answer::Taken => Step::Stay,
            Answer::Ignored => Step::Ignored,
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let Some(record) = self.record(view) else {
            let style = view.look.tone(Tone::Dim);
            paint::write(buffer, area, 1, 1, view.text.visits.gone, style);
            return;
        };
        let text = &view.text.visits;
        let visit = &record.visit;
        let ledger = view.ledger();
        let group = ledger.groups.get(&visit.group);
        let leader = group.map(|group| view.name(ledger.group_name(group))).unwrap_or_default();
        let association =
            visit.association.map_or(text.no_association, |known| known.say(view.language()));
        let kind = visit.kind.say(view.language());
        let first = format!("{} {} {leader} · {kind} · {association}", text.group, visit.group);
        paint::write(buffer, area, 1, 0, &first, view.look.heading());
        let mut second = format!("{}: {}", text.visitor, view.name(&visit.visitor));
        if let Some(witness) = &visit.witness {
            second += &format!(" · {}: {}", text.witness, view.name(witness));
        }
        if let Some(reported) = visit.reported_on {
            second += &format!(" · {}", (text.reported)(&format::day(reported)));
        }
        paint::write(buffer, area, 1, 1, &second, view.look.ground());
        self.lines.draw(list_of(area), buffer, view, true);
        let below = paint::below(area, area.height.saturating_sub(BELOW));
        for (line, y) in self.more(view).iter().zip(0..2) {
            paint::write(buffer, below, 1, y, line, view.look.tone(Tone::Dim));
        }
        let totals = VisitTotals::of(ledger, &record.lines);
        let foot = foot::sentences(&totals, record.lines.len(), view);
        for (sentence, y) in foot.iter().zip(2..) {
            paint::write(buffer, below, 1, y, sentence, view.look.heading());
        }
    }

    fn refresh(&mut self, view: &View) {
        let ledger = view.ledger();
        let lines = self.record(view).map_or(&[][..], |record| record.lines.as_slice());
        let name = |line: &VisitLine| {
            let member = &ledger.loans.get(&line.loan)?.loan.member;
            ledger.members.get(member).map(|file| file.member.name.clone())
        };
        let short = short_codes(lines.iter().map(|line| &line.loan));
        let row = |(no, (line, short_code)): (usize, (&VisitLine, String))| RecordLine {
            no,
            short_code,
            name: name(line).unwrap_or_default(),
            line: line.clone(),
        };
        self.lines.set_rows((1..).zip(lines.iter().zip(short)).map(row).collect(), view);
    }
}

fn list_of(area: Rect) -> Rect {
    paint::above(paint::below(area, ABOVE), BELOW)
}
