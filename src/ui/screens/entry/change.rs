//! The form of other terms: rescheduling, extension, a freeze and its end. What the rule allows is
//! said before anything is typed.

mod preview;

use super::money::whose;
use super::paper::{Fault, Paper, Typed};
use crate::domain::day::Day;
use crate::domain::entry::change::latest_extension;
use crate::domain::entry::master::NewLoanChange;
use crate::domain::figures::{InstalmentFigures, InstalmentState};
use crate::domain::ids::{FactId, LoanCode};
use crate::domain::loan::{ChangeKind, LoanChange, LoanFile};
use crate::domain::refusal::Field;
use crate::office::command::Command;
use crate::reports::Question;
use crate::reports::loans::{LoanRow, loan};
use crate::reports::terms::preview;
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::form::{Form, FormField, Input};
use crate::ui::widgets::pick_field::{Choice, PickField};

/// What can be done, in the order of the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Reschedule,
    Extend,
    Freeze,
    Unfreeze,
}

const KINDS: [Kind; 4] = [Kind::Reschedule, Kind::Extend, Kind::Freeze, Kind::Unfreeze];

/// Other terms of a loan.
pub struct ChangePaper {
    loan: LoanCode,
}

impl ChangePaper {
    /// Of that loan.
    pub const fn new(loan: LoanCode) -> ChangePaper {
        ChangePaper { loan }
    }

    fn file<'a>(&self, view: &View<'a>) -> Option<&'a LoanFile> {
        view.ledger().loans.get(&self.loan)
    }

    /// How the loan stands on the day from which the change counts.
    fn row(&self, day: Day, view: &View) -> Option<LoanRow> {
        loan(&Question::new(view.ledger(), view.shelf(), day), &self.loan)
    }

    /// The instalments before the last that are not all paid, by their due days.
    fn movable(&self, day: Day, view: &View) -> Vec<InstalmentFigures> {
        let row = self.row(day, view);
        let mut all = row.and_then(|row| row.instalments).unwrap_or_default();
        all.sort_by_key(|one| (one.due_on, one.no));
        all.pop();
        all.retain(|one| one.state != InstalmentState::Paid);
        all
    }

    fn instalments(&self, view: &View) -> Vec<Choice> {
        let words = &view.text.entry.loan.fact;
        let name = |one: &InstalmentFigures| {
            let (due, amount) = (format::day(one.due_on), format::money(one.amount));
            let name = (words.instalment_name)(one.no, &due, &amount);
            Choice { key: one.no.to_string(), name }
        };
        self.movable(view.today, view).iter().map(name).collect()
    }
}

fn kind_of(form: &Form) -> Kind {
    let chosen = form.picked_at(Field::Kind).and_then(|at| KINDS.get(at).copied());
    chosen.unwrap_or(Kind::Reschedule)
}

impl Paper for ChangePaper {
    fn title(&self, view: &View) -> String {
        view.text.entry.loan.fact.change.to_owned()
    }

    fn blank(&self, view: &View) -> Typed {
        let kinds = view.text.entry.loan.fact.kinds.map(str::to_owned).to_vec();
        let instalments = self.instalments(view);
        // with one instalment there is nothing to reschedule
        let first = usize::from(instalments.is_empty());
        let form = Form::new(vec![
            FormField::names(Field::Kind, |t| t.entry.loan.fact.change_kind, kinds, Some(first))
                .needed()
                .hint(|t| t.entry.hint.choose),
            FormField::new(
                Field::Day,
                |t| t.entry.loan.fact.change_day,
                Input::Day(DayField::with(view.today)),
            )
            .needed()
            .hint(|t| t.entry.loan.fact.hint_change_day),
            FormField::new(
                Field::Instalment,
                |t| t.entry.loan.fact.instalment,
                Input::Pick(PickField::new(instalments)),
            )
            .needed()
            .hint(|t| t.entry.hint.pick),
            FormField::new(
                Field::Value,
                |t| t.entry.loan.fact.new_day,
                Input::Day(DayField::new()),
            ),
            FormField::text(Field::Reason, |t| t.entry.loan.fact.decision)
                .hint(|t| t.entry.loan.fact.hint_decision),
        ]);
        let mut typed = Typed { form: form.tight(), lines: Vec::new() };
        self.follow(&mut typed, view);
        typed
    }

    fn rename(&self, typed: &mut Typed, view: &View) {
        let kinds = view.text.entry.loan.fact.kinds.map(str::to_owned).to_vec();
        typed.form.rename(Field::Kind, kinds);
        typed.form.set_choices(Field::Instalment, self.instalments(view));
        self.follow(typed, view);
    }

    fn follow(&self, typed: &mut Typed, _view: &View) {
        let kind = kind_of(&typed.form);
        let form = &mut typed.form;
        form.show(Field::Instalment, kind == Kind::Reschedule);
        form.show(Field::Value, kind != Kind::Unfreeze);
        // a freeze may have no end; a new due day is what the others are about
        form.need(Field::Value, kind != Kind::Freeze);
        if kind == Kind::Freeze {
            form.relabel(
                Field::Value,
                |t| t.entry.loan.fact.until,
                |t| t.entry.loan.fact.hint_until,
            );
        } else {
            form.relabel(Field::Value, |t| t.entry.loan.fact.new_day, |_| "");
        }
    }

    fn head(&self, typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let words = &view.text.entry.loan.fact;
        let mut head = whose(view, &self.loan);
        let day = typed.form.day(Field::Day, view.today).unwrap_or(view.today);
        let Some(file) = self.file(view) else { return head };
        let frozen = self.row(day, view).is_some_and(|row| row.frozen.is_positive());
        head.push(match kind_of(&typed.form) {
            Kind::Reschedule if self.movable(day, view).is_empty() => {
                (words.none_to_reschedule.to_owned(), Tone::Warn)
            }
            Kind::Reschedule => (words.may_reschedule.to_owned(), Tone::Plain),
            Kind::Extend => (self.may_extend(file, day, view), Tone::Plain),
            Kind::Freeze => (words.may_freeze.to_owned(), Tone::Plain),
            Kind::Unfreeze if frozen => {
                let until = frozen_until(file, day).map(format::day);
                ((words.may_unfreeze)(until.as_deref()), Tone::Plain)
            }
            Kind::Unfreeze => (words.not_frozen.to_owned(), Tone::Warn),
        });
        let terms = &view.text.entry.loan.terms;
        if let Some(said) = self.moves(typed, view) {
            head.push(((terms.heading)(&format::day(view.today)), Tone::Strong));
            head.extend(said.into_iter().map(|sentence| (format!("  {sentence}"), Tone::Plain)));
        }
        head
    }

    fn doubt(&self, typed: &Typed, view: &View) -> Option<String> {
        let said = self.moves(typed, view)?;
        let terms = &view.text.entry.loan.terms;
        let heading = (terms.heading)(&format::day(view.today));
        Some((terms.ask)(&format!("{heading} {}.", said.join("; ").trim_end_matches('.'))))
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let form = &typed.form;
        let day = form.day(Field::Day, view.today).ok_or(Fault::missing(Field::Day))?;
        let value = form.day(Field::Value, view.today);
        let due_on = || value.ok_or(Fault::missing(Field::Value));
        let kind = match kind_of(form) {
            Kind::Reschedule => {
                let picked = form.picked(Field::Instalment).and_then(|no| no.parse().ok());
                let instalment = picked.ok_or(Fault::missing(Field::Instalment))?;
                ChangeKind::Reschedule { instalment, due_on: due_on()? }
            }
            Kind::Extend => ChangeKind::Extend { due_on: due_on()? },
            Kind::Freeze => ChangeKind::Freeze { until: value },
            Kind::Unfreeze => ChangeKind::Unfreeze,
        };
        Ok(Command::Change(NewLoanChange {
            loan: self.loan.clone(),
            change: LoanChange { id: id.clone(), day, kind },
            reason: form.text(Field::Reason),
        }))
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.entry.loan.fact.explains
    }
}

impl ChangePaper {
    /// What would change of the figures of today; none while what is typed is no change that the
    /// rules allow.
    fn moves(&self, typed: &Typed, view: &View) -> Option<Vec<String>> {
        let command = self.command(&FactId::new("~"), typed, view).ok()?;
        view.check(&command).ok()?;
        let Command::Change(new) = command else { return None };
        let question = Question::new(view.ledger(), view.shelf(), view.today);
        let preview = preview(&question, &self.loan, new.change)?;
        let mut said = preview::sentences(&preview, view);
        if said.is_empty() {
            said.push(view.text.entry.loan.terms.nothing.to_owned());
        }
        Some(said)
    }

    /// The last due day in force, and how far it can be moved.
    fn may_extend(&self, file: &LoanFile, day: Day, view: &View) -> String {
        let row = self.row(day, view);
        let last = row.and_then(|row| row.instalments);
        let last = last.iter().flatten().map(|one| one.due_on).max();
        let now = last.unwrap_or(file.loan.due_on);
        let most = view.shelf().on(day).map_or(now, |rules| latest_extension(file, rules));
        (view.text.entry.loan.fact.may_extend)(&format::day(now), &format::day(most))
    }
}

/// When the freeze that holds on a day ends, where that is known.
fn frozen_until(file: &LoanFile, day: Day) -> Option<Day> {
    let ends = file.changes.iter().filter_map(|change| match change.kind {
        ChangeKind::Freeze { until: Some(until) } if change.day <= day && day < until => {
            Some(until)
        }
        _ => None,
    });
    ends.max()
}
