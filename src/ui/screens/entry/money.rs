//! The forms of a further tranche of a loan, and of its opening (domain.md, section 4).

use super::loan::{fields, opening};
use super::paper::{Fault, Paper, Typed};
use crate::domain::day::Day;
use crate::domain::entry::master::{NewDisbursement, NewOpening};
use crate::domain::ids::{FactId, LoanCode};
use crate::domain::loan::{LoanFile, Tranche};
use crate::domain::money::Dong;
use crate::domain::record::TrancheRecord;
use crate::domain::refusal::Field;
use crate::office::command::Command;
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::form::{Form, FormField, Input};
use crate::ui::widgets::money_field::MoneyField;

/// A further tranche of a loan.
pub struct TranchePaper {
    loan: LoanCode,
}

impl TranchePaper {
    /// Of that loan.
    pub const fn new(loan: LoanCode) -> TranchePaper {
        TranchePaper { loan }
    }
}

fn note() -> FormField {
    FormField::text(Field::Reason, |t| t.entry.loan.fact.note)
}

/// Until when money paid out on a day is to be visited: its days run from that day on (domain.md,
/// section 7); none where they are over.
pub(super) fn visit_by(day: Day, view: &View) -> Option<(String, Tone)> {
    let rules = &view.shelf().on(day)?.visits;
    let (days, until) = (i64::from(rules.after_disbursement_days), rules.deadline(day));
    if until < view.today {
        return None;
    }
    let until = format::day(until);
    Some(((view.text.entry.loan.fact.visit_by)(days, &until), Tone::Warn))
}

/// Whose loan it is; that it is gone where it is.
pub(super) fn whose(view: &View, code: &LoanCode) -> Vec<(String, Tone)> {
    let ledger = view.ledger();
    let file = ledger.loans.get(code);
    let member = file.and_then(|file| ledger.members.get(&file.loan.member));
    let Some(member) = member.map(|file| &file.member) else {
        return vec![(view.text.entry.gone.to_owned(), Tone::Bad)];
    };
    vec![(format!("{} · {code}", view.name(&member.name)), Tone::Strong)]
}

impl Paper for TranchePaper {
    fn title(&self, view: &View) -> String {
        view.text.entry.loan.fact.tranche.to_owned()
    }

    fn blank(&self, view: &View) -> Typed {
        let form = Form::new(vec![
            FormField::new(
                Field::Amount,
                |t| t.entry.loan.fact.tranche_amount,
                Input::Money(MoneyField::new()),
            )
            .needed(),
            FormField::new(
                Field::Day,
                |t| t.entry.loan.fact.tranche_day,
                Input::Day(DayField::with(view.today)),
            )
            .needed(),
            note(),
        ]);
        Typed { form: form.tight(), lines: Vec::new() }
    }

    fn rename(&self, _typed: &mut Typed, _view: &View) {}

    fn head(&self, typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let mut head = whose(view, &self.loan);
        if let Some(file) = view.ledger().loans.get(&self.loan) {
            let words = &view.text.entry.loan.fact;
            // a loan without rows has all of its principal at once, until a row says otherwise
            if let [Tranche { id: None, day, amount }] = file.tranches.as_slice() {
                let said = file.opening.as_ref().map_or_else(
                    || (words.tranche_replaces)(&format::money(*amount), &format::day(*day)),
                    |opening| {
                        let (day, sum) = (opening.day, opening.outstanding);
                        (words.tranche_opened)(&format::day(day), &format::money(sum))
                    },
                );
                head.push((said, Tone::Plain));
                return head;
            }
            let disbursed: Dong = file.tranches.iter().map(|tranche| tranche.amount).sum();
            let (principal, left) = (file.loan.principal, file.loan.principal - disbursed);
            let said = (words.tranche_head)(&format::money(principal), &format::money(left));
            head.push((said, if left.is_positive() { Tone::Plain } else { Tone::Warn }));
        }
        head.extend(typed.form.day(Field::Day, view.today).and_then(|day| visit_by(day, view)));
        head
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let form = &typed.form;
        let day = form.day(Field::Day, view.today).ok_or(Fault::missing(Field::Day))?;
        let amount = form.money(Field::Amount).ok_or(Fault::missing(Field::Amount))?;
        let tranche = TrancheRecord { id: id.clone(), loan: self.loan.clone(), day, amount };
        let reason = form.text(Field::Reason);
        Ok(Command::Disbursement(NewDisbursement { tranche, reason }))
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.entry.loan.explains
    }
}

/// The opening of a loan.
pub struct OpeningPaper {
    loan: LoanCode,
}

impl OpeningPaper {
    /// Of that loan.
    pub const fn new(loan: LoanCode) -> OpeningPaper {
        OpeningPaper { loan }
    }

    fn file<'a>(&self, view: &View<'a>) -> Option<&'a LoanFile> {
        view.ledger().loans.get(&self.loan)
    }
}

impl Paper for OpeningPaper {
    fn title(&self, view: &View) -> String {
        view.text.entry.loan.fact.opening.to_owned()
    }

    fn blank(&self, _view: &View) -> Typed {
        let mut all = fields::opening(false);
        all.push(note());
        Typed { form: Form::new(all).tight(), lines: Vec::new() }
    }

    fn rename(&self, _typed: &mut Typed, _view: &View) {}

    fn head(&self, _typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let words = &view.text.entry.loan.fact;
        let mut head = whose(view, &self.loan);
        match self.file(view).and_then(|file| file.opening.as_ref()) {
            Some(known) => {
                head.push(((words.opening_known)(&format::day(known.day)), Tone::Warn));
            }
            None => head.push((words.opening_head.to_owned(), Tone::Dim)),
        }
        head
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let opening = opening(&typed.form, view)?.ok_or(Fault::missing(Field::Day))?;
        Ok(Command::Opening(NewOpening {
            id: id.clone(),
            loan: self.loan.clone(),
            opening,
            reason: typed.form.text(Field::Reason),
        }))
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.entry.loan.explains
    }
}
