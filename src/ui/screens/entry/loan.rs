//! The form of a contract: new, with its instalments, tranches and how it stands where the book
//! begins in the middle of it; or one that is known.

pub(super) mod fields;
mod plan;

use super::lines::Lines;
use super::lists;
use super::paper::{After, Fault, Paper, Typed};
use crate::domain::entry::master::{LoanEntry, LoanRow};
use crate::domain::ids::{FactId, LoanCode, MemberCode, ProgrammeCode};
use crate::domain::loan::{Instalment, Loan, LoanFile, Opening};
use crate::domain::record::TrancheRecord;
use crate::domain::refusal::{Field, Refusal};
use crate::office::command::Command;
use crate::text::{Text, format};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::Route;
use crate::ui::widgets::form::Form;
use fields::CAPITALS;

/// Whose form it is.
enum Of {
    /// A new loan of a member.
    Member(MemberCode),
    /// A loan that is known.
    Known(LoanCode),
}

/// The form of a contract.
pub struct LoanPaper {
    of: Of,
}

impl LoanPaper {
    /// A new loan of a member.
    pub const fn new(member: MemberCode) -> LoanPaper {
        LoanPaper { of: Of::Member(member) }
    }

    /// A loan that is known.
    pub const fn of(code: LoanCode) -> LoanPaper {
        LoanPaper { of: Of::Known(code) }
    }

    fn file<'a>(&self, view: &View<'a>) -> Option<&'a LoanFile> {
        match &self.of {
            Of::Known(code) => view.ledger().loans.get(code),
            Of::Member(_) => None,
        }
    }

    fn member(&self, view: &View) -> Option<MemberCode> {
        match &self.of {
            Of::Member(member) => Some(member.clone()),
            Of::Known(_) => self.file(view).map(|file| file.loan.member.clone()),
        }
    }

    fn contract(&self, form: &Form, view: &View) -> Result<Loan, Fault> {
        let today = view.today;
        let missing = Fault::missing;
        let code = match &self.of {
            Of::Known(code) => code.clone(),
            Of::Member(_) => LoanCode::new(form.text(Field::Code).ok_or(missing(Field::Code))?),
        };
        let programme = form.picked(Field::Programme).ok_or(missing(Field::Programme))?;
        let disbursed = form.day(Field::DisbursedOn, today);
        Ok(Loan {
            code,
            member: self.member(view).ok_or(Fault::Gone)?,
            programme: ProgrammeCode::new(programme),
            principal: form.money(Field::Principal).ok_or(missing(Field::Principal))?,
            disbursed_on: disbursed.ok_or(missing(Field::DisbursedOn))?,
            term_months: form.whole(Field::TermMonths).ok_or(missing(Field::TermMonths))?,
            due_on: form.day(Field::DueOn, today).ok_or(missing(Field::DueOn))?,
            rate: form.rate(Field::Rate).ok_or(missing(Field::Rate))?,
            purpose: form.text(Field::Purpose).unwrap_or_default(),
            interest_grace_until: form.day(Field::InterestGraceUntil, today),
            capital: form.picked_at(Field::Capital).and_then(|at| CAPITALS.get(at).copied()),
        })
    }
}

/// How the loan stands at the end of a day, where that was typed.
pub(super) fn opening(form: &Form, view: &View) -> Result<Option<Opening>, Fault> {
    // within a contract's form the day has a name of its own
    let own = if form.input(Field::OpeningDay).is_some() { Field::OpeningDay } else { Field::Day };
    let day = form.day(own, view.today);
    let outstanding = form.money(Field::Outstanding);
    let interest = form.money(Field::InterestOwed);
    let last_movement = form.day(Field::LastMovement, view.today);
    let Some(day) = day else {
        let said = outstanding.is_some() || interest.is_some() || last_movement.is_some();
        let needs = view.text.entry.loan.needs_opening.to_owned();
        return if said { Err(Fault::Said(own, needs)) } else { Ok(None) };
    };
    Ok(Some(Opening {
        day,
        outstanding: outstanding.ok_or_else(|| match own {
            // the day may have been filled by the program
            Field::OpeningDay => {
                let needs = view.text.entry.loan.needs_outstanding.to_owned();
                Fault::Said(Field::Outstanding, needs)
            }
            _ => Fault::missing(Field::Outstanding),
        })?,
        interest_owed: interest.ok_or(Fault::missing(Field::InterestOwed))?,
        last_movement,
    }))
}

impl Paper for LoanPaper {
    fn title(&self, view: &View) -> String {
        let words = &view.text.entry.loan;
        match &self.of {
            Of::Member(_) => words.title_new.to_owned(),
            Of::Known(code) => (words.title)(code.as_str()),
        }
    }

    fn blank(&self, view: &View) -> Typed {
        let file = self.file(view);
        let form = Form::new(fields::of(view, file.map(|file| &file.loan))).tight();
        let instalments = Lines::new(|t| t.entry.loan.plan, |t| t.entry.plan_columns);
        let lines = match file {
            Some(file) => vec![instalments.with(&plan::of_book(file))],
            None => {
                let columns = |t: &Text| t.entry.tranche_columns;
                vec![instalments, Lines::new(|t| t.entry.loan.tranches, columns).in_part()]
            }
        };
        Typed { form, lines }
    }

    fn rename(&self, typed: &mut Typed, view: &View) {
        typed.form.set_choices(Field::Programme, lists::programmes(view));
        typed.form.rename(Field::Capital, lists::names(&CAPITALS, view));
    }

    fn follow(&self, typed: &mut Typed, view: &View) {
        plan::follow(typed, view);
    }

    fn head(&self, typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let words = &view.text.entry.loan;
        let ledger = view.ledger();
        let member = self.member(view).and_then(|code| ledger.members.get(&code));
        let Some(member) = member.map(|file| &file.member) else {
            return vec![(view.text.entry.gone.to_owned(), Tone::Bad)];
        };
        let name = view.name(&member.name);
        let who = (words.head)(&name, member.group.as_str(), member.code.as_str());
        let mut head = vec![(who, Tone::Strong)];
        head.extend(plan::summary(typed, view));
        let opens = typed.form.day(Field::OpeningDay, view.today).is_some();
        if matches!(self.of, Of::Member(_)) && !opens {
            let day = typed.form.day(Field::DisbursedOn, view.today);
            head.extend(day.and_then(|day| super::money::visit_by(day, view)));
        }
        head
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let loan = self.contract(&typed.form, view)?;
        let known = matches!(self.of, Of::Known(_));
        let (instalments, tranches) = match typed.lines.as_slice() {
            [plan, tranches] => (plan.values(view.today), tranches.values(view.today)),
            [plan, ..] => (plan.values(view.today), Vec::new()),
            [] => (Vec::new(), Vec::new()),
        };
        let instalment = |(no, due_on, amount)| Instalment { no, due_on, amount };
        let tranche = |(no, day, amount): (u32, _, _)| TrancheRecord {
            id: FactId::new(format!("{id}-{no:03}-d")),
            loan: loan.code.clone(),
            day,
            amount,
        };
        let mut instalments: Vec<Instalment> = instalments.into_iter().map(instalment).collect();
        if known && instalments.is_empty() {
            // None given would keep those that it has: here all were deleted, or it has one.
            instalments.push(loan.only_instalment());
        }
        let row = LoanRow {
            instalments,
            tranches: tranches.into_iter().map(tranche).collect(),
            opening: if known { None } else { opening(&typed.form, view)? },
            loan: loan.clone(),
        };
        let reason = typed.form.text(Field::Reason);
        Ok(Command::Loan(LoanEntry { id: id.clone(), row, amends: known, reason }))
    }

    fn doubt(&self, typed: &Typed, view: &View) -> Option<String> {
        let said = plan::uneven(typed, view)?;
        Some(format!("{said} {}", view.text.entry.loan.uneven_sure))
    }

    fn line_of(&self, refusal: &Refusal, typed: &Typed) -> Option<(usize, usize)> {
        let line = refusal.line.map(|line| line.saturating_sub(1));
        let plan = typed.lines.first()?;
        match (refusal.field, line) {
            (Field::Instalment | Field::DueOn, Some(line)) => Some((0, line)),
            // of a sum no line is the wrong one: the person stays where they are
            (Field::Instalment, None) if plan.count() > 0 => Some((0, plan.at())),
            (Field::Amount, Some(line)) if plan.refuses_amount(line) => Some((0, line)),
            (Field::Amount | Field::Day, Some(line)) => Some((1, line)),
            _ => None,
        }
    }

    /// The loan with its figures.
    fn after(&self, typed: &Typed, _view: &View) -> After {
        match (&self.of, typed.form.text(Field::Code)) {
            (Of::Member(_), Some(code)) => After::To(Route::Loan(LoanCode::new(code))),
            _ => After::Back,
        }
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.entry.loan.explains
    }
}

/// A day as it is filled in.
fn day_text(day: crate::domain::day::Day) -> String {
    format::day(day)
}
