//! The form of a talk with a borrower: how, what was said, what was promised by when.

use super::lists;
use super::money::whose;
use super::paper::{Fault, Paper, Typed};
use crate::domain::contact::{Contact, ContactHow, Promise};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, LoanCode};
use crate::domain::loan::LoanFile;
use crate::domain::refusal::{Collection, Field, Refusal};
use crate::office::command::Command;
use crate::reports::loans::loan;
use crate::text::{format, talks};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::form::{Form, FormField, Input, Shown};
use crate::ui::widgets::money_field::MoneyField;
use crate::ui::widgets::text_field::TextField;

/// A talk about a loan.
pub struct ContactPaper {
    loan: LoanCode,
}

impl ContactPaper {
    /// About that loan.
    pub const fn new(loan: LoanCode) -> ContactPaper {
        ContactPaper { loan }
    }

    fn file<'a>(&self, view: &View<'a>) -> Option<&'a LoanFile> {
        view.ledger().loans.get(&self.loan)
    }

    /// What is to pay by the next session.
    fn owed(&self, view: &View) -> Option<String> {
        let row = loan(&view.question(), &self.loan)?;
        let next = row.next_session;
        let text = &view.text.talks;
        let sum = next.principal + next.interest;
        Some(if sum.is_zero() {
            text.owes_nothing.to_owned()
        } else {
            (text.owes)(&format::day(next.day), &format::money(sum))
        })
    }

    /// What was said and promised last.
    fn last(&self, view: &View) -> String {
        let text = &view.text.talks;
        let file = self.file(view);
        let Some((file, talk)) = file.and_then(|file| Some((file, file.last_contact(view.as_of)?)))
        else {
            return text.never.to_owned();
        };
        let point = view.ledger().point_of_loan(file);
        let standing = point.and_then(|point| talk.standing(file, &point.calendar, view.as_of));
        let promise = standing.map(|one| talks::promise_in_full(view.language(), &one));
        let said = Some(talk.said.clone()).filter(|said| !said.is_empty());
        let what: Vec<String> = promise.into_iter().chain(said).collect();
        (text.last)(&format::day(talk.day), &what.join(" · "))
    }

    /// The session up to which a promise by a day can be kept.
    fn session(&self, by: Day, view: &View) -> Option<Day> {
        let point = view.ledger().point_of_loan(self.file(view)?)?;
        Some(point.calendar.first_on_or_after(by))
    }
}

fn promise_of(form: &Form, today: Day) -> Result<Option<Promise>, Fault> {
    let half = |field| Err(Fault::Refused(Refusal::at(field, Collection::PromiseHalf.into())));
    match (form.money(Field::PromisedAmount), form.day(Field::PromisedBy, today)) {
        (None, None) => Ok(None),
        (Some(amount), Some(by)) => Ok(Some(Promise { amount, by })),
        (Some(_), None) => half(Field::PromisedBy),
        (None, Some(_)) => half(Field::PromisedAmount),
    }
}

impl Paper for ContactPaper {
    fn title(&self, view: &View) -> String {
        view.text.talks.title.to_owned()
    }

    fn blank(&self, view: &View) -> Typed {
        let who = Input::Text(TextField::with(view.office().who()));
        let form = Form::new(vec![
            FormField::names(
                Field::How,
                |t| t.talks.how,
                lists::names(&ContactHow::ALL, view),
                Some(0),
            )
            .needed()
            .hint(|t| t.entry.hint.choose),
            FormField::text(Field::Said, |t| t.talks.said).hint(|t| t.talks.hint_said),
            FormField::new(
                Field::PromisedAmount,
                |t| t.talks.promised_amount,
                Input::Money(MoneyField::new()),
            )
            .hint(|t| t.talks.hint_amount),
            FormField::new(Field::PromisedBy, |t| t.talks.promised_by, Input::Day(DayField::new()))
                .hint(|t| t.talks.hint_by),
            FormField::new(Field::Day, |t| t.talks.day, Input::Day(DayField::with(view.today)))
                .needed(),
            FormField::new(Field::Talker, |t| t.talks.talker, who).filled().shown(Shown::Name),
        ]);
        Typed { form: form.tight(), lines: Vec::new() }
    }

    fn rename(&self, typed: &mut Typed, view: &View) {
        typed.form.rename(Field::How, lists::names(&ContactHow::ALL, view));
    }

    fn head(&self, typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let mut head = whose(view, &self.loan);
        head.extend(self.owed(view).map(|said| (said, Tone::Plain)));
        head.push((self.last(view), Tone::Dim));
        let by = typed.form.day(Field::PromisedBy, view.today);
        if let Some(session) = by.and_then(|by| self.session(by, view)) {
            let said = (view.text.talks.counts_until)(&format::day(session));
            head.push((said, Tone::Strong));
        }
        head
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let form = &typed.form;
        let how = form.picked_at(Field::How).and_then(|at| ContactHow::ALL.get(at).copied());
        Ok(Command::Contact(Contact {
            id: id.clone(),
            loan: self.loan.clone(),
            day: form.day(Field::Day, view.today).ok_or(Fault::missing(Field::Day))?,
            how: how.ok_or(Fault::missing(Field::How))?,
            talker: form.text(Field::Talker),
            said: form.text(Field::Said).unwrap_or_default(),
            promise: promise_of(form, view.today)?,
        }))
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.talks.explains
    }
}
