//! The households of a 06/TD: what the file says, how each line stands, what is to be said of it.

use super::cells::Cells;
use crate::domain::money::Dong;
use crate::domain::refusal::Field;
use crate::domain::worklist::VisitReason;
use crate::reports::visit_form::VisitFormRow;
use crate::text::format;
use crate::text::words::Named;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::groups::programme;
use crate::ui::widgets::table::{Cell, Column};

/// A line of the form.
#[derive(Clone)]
pub struct Line {
    /// Its number, from 1.
    pub no: usize,
    /// What the file says.
    pub row: VisitFormRow,
    /// What was seen.
    pub cells: Cells,
    /// Why it can't be saved.
    pub refused: bool,
}

/// How right, wrong and unused use stand against what was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Uses {
    /// Nothing to compare.
    Unsaid,
    /// They add up.
    Whole,
    /// That much is missing.
    Missing(Dong),
    /// That much is too much.
    TooMuch(Dong),
}

impl Line {
    /// What is said of the line before it is saved: money used wrongly or not at all, or another
    /// balance than the book's.
    pub fn is_found(&self) -> bool {
        let uses = [Field::WrongUse, Field::Unused];
        uses.into_iter().any(|field| self.value(field).is_positive()) || self.difference().is_some()
    }

    /// An amount; zero where none was typed.
    pub fn value(&self, field: Field) -> Dong {
        self.cells.value(field).unwrap_or_default()
    }

    fn uses(&self) -> Uses {
        let cells = [Field::RightUse, Field::WrongUse, Field::Unused];
        if cells.iter().all(|field| self.cells.value(*field).is_none()) {
            return Uses::Unsaid;
        }
        let used: Dong = cells.into_iter().map(|field| self.value(field)).sum();
        let received = self.cells.value(Field::Received).unwrap_or(self.row.disbursed);
        let rest = received - used;
        match rest.get() {
            0 => Uses::Whole,
            1.. => Uses::Missing(rest),
            _ => Uses::TooMuch(-rest),
        }
    }

    /// What the borrower says is owed less what the file says; none where they agree.
    pub fn difference(&self) -> Option<Dong> {
        let seen = self.cells.value(Field::BalanceSeen)?;
        Some(seen - self.row.outstanding).filter(|difference| !difference.is_zero())
    }

    fn interest_difference(&self) -> Option<Dong> {
        let seen = self.cells.value(Field::InterestSeen)?;
        Some(seen - self.row.interest_arrears).filter(|difference| !difference.is_zero())
    }

    /// How the line stands, in a few words, the worst first.
    pub fn state(&self, view: &View) -> Cell {
        let text = &view.text.visits;
        if self.cells.is_blank() {
            return match self.row.due.first() {
                Some(reason) => Cell::toned(due_word(*reason, view), Tone::Warn),
                None if self.row.not_yet_this_year => Cell::toned(text.not_this_year, Tone::Dim),
                None => Cell::default(),
            };
        }
        if !self.cells.counts() {
            return Cell::toned(text.not_counted, Tone::Warn);
        }
        let wrong = self.value(Field::WrongUse);
        let unused = self.value(Field::Unused);
        match self.uses() {
            _ if self.refused || self.cells.unreadable().is_some() => {
                Cell::toned(text.mend, Tone::Bad)
            }
            Uses::TooMuch(_) => Cell::toned(text.uses_off, Tone::Bad),
            _ if wrong.is_positive() => {
                Cell::toned((text.wrong_short)(&format::amount(wrong)), Tone::Bad)
            }
            Uses::Missing(_) => Cell::toned(text.uses_off, Tone::Warn),
            _ if self.difference().is_some() => Cell::toned(text.differs, Tone::Warn),
            _ if unused.is_positive() => {
                Cell::toned((text.unused_short)(&format::amount(unused)), Tone::Warn)
            }
            Uses::Whole => Cell::toned(text.right_short, Tone::Good),
            Uses::Unsaid => Cell::toned(text.begun, Tone::Plain),
        }
    }

    /// What is to be said at once about what was typed, the most serious first.
    pub fn remarks(&self, view: &View) -> Vec<(String, Tone)> {
        let text = &view.text.visits;
        let mut remarks = Vec::new();
        if !self.cells.is_blank() && !self.cells.counts() {
            remarks.push((text.effect_alone.to_owned(), Tone::Warn));
        }
        if self.value(Field::WrongUse).is_positive() {
            remarks.push((self.repay(view), Tone::Bad));
        }
        match self.uses() {
            Uses::TooMuch(more) => {
                remarks.push(((text.uses_more)(&format::money(more)), Tone::Bad));
            }
            Uses::Missing(less) => {
                remarks.push(((text.uses_less)(&format::money(less)), Tone::Warn));
            }
            Uses::Whole | Uses::Unsaid => {}
        }
        if let Some(difference) = self.difference() {
            let (more, amount) = (difference.is_positive(), absolute(difference));
            remarks.push(((text.balance_differs)(&format::money(amount), more), Tone::Warn));
        }
        if let Some(difference) = self.interest_difference() {
            let (more, amount) = (difference.is_positive(), absolute(difference));
            remarks.push(((text.interest_differs)(&format::money(amount), more), Tone::Warn));
        }
        remarks
    }

    /// By when money used wrongly is to be repaid, or since when it should have been.
    fn repay(&self, view: &View) -> String {
        let text = &view.text.visits;
        let wrong = format::money(self.value(Field::WrongUse));
        let by = format::day(self.row.repay_by);
        let late = self.row.repay_by.days_until(view.as_of);
        if late > 0 {
            return (text.repay_late)(&wrong, &by, late);
        }
        let days = view.shelf().on(view.as_of).map_or(0, |rules| rules.wrong_use_days);
        (text.repay)(&wrong, days, &by)
    }

    /// What the file says of the loan beside its figures.
    pub fn about(&self, view: &View) -> String {
        let text = &view.text.visits;
        let row = &self.row;
        let since = (text.disbursed_on)(&format::day(row.disbursed_on));
        let due = row.due.iter().map(|reason| due_word(*reason, view).to_owned());
        let programme = programme(view, row.programme.as_str());
        let mut parts: Vec<String> = due.chain([since, programme, row.purpose.clone()]).collect();
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }
}

fn absolute(difference: Dong) -> Dong {
    if difference.is_positive() { difference } else { -difference }
}

fn due_word(reason: VisitReason, view: &View) -> &'static str {
    let text = &view.text.visits;
    match reason {
        VisitReason::NewDisbursement => text.due_new,
        VisitReason::Inactive => text.due_inactive,
        VisitReason::WrongUse => text.due_wrong,
    }
}

/// A cell of an amount as it is typed: what can't be read stays as it is.
fn typed(line: &Line, field: Field) -> Cell {
    let Some(money) = line.cells.money(field) else { return Cell::default() };
    match money.value() {
        Ok(amount) => amount.map(format::amount).unwrap_or_default().into(),
        Err(_) => Cell::toned(format!("? {}", money.text()), Tone::Bad),
    }
}

/// The columns: number, name, what the file says and how the line stands never drop.
pub const COLUMNS: &[Column<Line>] = &[
    Column::<Line>::number(|t| t.visits.no, 2, |line, _| line.no.to_string().into()),
    Column::<Line>::text(|t| t.people.name, 16, |line, view| view.name(&line.row.name).into())
        .grows(1),
    Column::<Line>::text(|t| t.visits.loan, 9, |line, _| line.row.short_code.as_str().into()),
    Column::<Line>::text(
        |t| t.people.programme,
        14,
        |line, view| programme(view, line.row.programme.as_str()).into(),
    )
    .drops(9),
    Column::<Line>::number(|t| t.visits.disbursed, 13, |line, _| Cell::amount(line.row.disbursed))
        .sums(|line| line.row.disbursed),
    Column::<Line>::number(
        |t| t.people.outstanding,
        13,
        |line, _| Cell::amount(line.row.outstanding),
    )
    .sums(|line| line.row.outstanding),
    Column::<Line>::number(|t| t.visits.received, 12, |line, _| typed(line, Field::Received))
        .drops(4)
        .sums(|line| line.value(Field::Received)),
    Column::<Line>::number(
        |t| t.visits.balance_seen,
        12,
        |line, _| typed(line, Field::BalanceSeen),
    )
    .drops(5)
    .sums(|line| line.value(Field::BalanceSeen)),
    Column::<Line>::number(|t| t.visits.right_use, 12, |line, _| typed(line, Field::RightUse))
        .drops(2)
        .sums(|line| line.value(Field::RightUse)),
    Column::<Line>::number(|t| t.visits.wrong_use, 11, |line, _| typed(line, Field::WrongUse))
        .drops(3)
        .sums(|line| line.value(Field::WrongUse)),
    Column::<Line>::number(|t| t.visits.unused, 11, |line, _| typed(line, Field::Unused))
        .drops(6)
        .sums(|line| line.value(Field::Unused)),
    Column::<Line>::text(
        |t| t.visits.effect,
        15,
        |line, view| line.cells.effect().map_or("", |effect| effect.say(view.language())).into(),
    )
    .drops(8),
    Column::<Line>::number(
        |t| t.visits.interest_seen,
        12,
        |line, _| typed(line, Field::InterestSeen),
    )
    .drops(7),
    Column::<Line>::text(|t| t.visits.found, 17, |line, view| line.state(view)),
];
