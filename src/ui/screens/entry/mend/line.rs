//! A saved line of a group's sheet that is wrong.

use super::{confirmed, reason, second_person, take_back};
use crate::domain::day::Day;
use crate::domain::entry::{NewSheet, SheetLine};
use crate::domain::ids::{FactId, GroupCode, MemberCode};
use crate::domain::loan::{PaymentKind, PaymentPlace};
use crate::domain::money::Dong;
use crate::domain::record::SavingsKind;
use crate::domain::refusal::Field;
use crate::office::command::Command;
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::Route;
use crate::ui::screens::entry::paper::{After, Fault, Paper, Typed};
use crate::ui::widgets::form::{Form, FormField, Input};
use crate::ui::widgets::money_field::MoneyField;
use crate::ui::widgets::text_field::TextField;

/// A line: the group, the session, the member.
pub struct LinePaper {
    of: (GroupCode, Day, MemberCode),
}

/// What of a line is in the book.
#[derive(Default)]
struct Stands {
    facts: Vec<FactId>,
    interest: Dong,
    deposit: Dong,
    withdrawal: Dong,
    said: Option<SheetLine>,
}

impl Stands {
    /// Whether it is counted, so that a second person is needed.
    fn is_counted(&self, view: &View) -> bool {
        view.office().needs_second_person(&self.facts).unwrap_or(true)
    }
}

impl LinePaper {
    /// Of that line.
    pub const fn new(of: (GroupCode, Day, MemberCode)) -> LinePaper {
        LinePaper { of }
    }

    /// What stands of the line, with the facts that make it.
    fn stands(&self, view: &View) -> Stands {
        let (group, session, member) = &self.of;
        let (ledger, office) = (view.ledger(), view.office());
        let mut stands = Stands::default();
        let loans = ledger.members.get(member).map_or(&[][..], |file| file.loans.as_slice());
        let paid = loans.iter().filter_map(|loan| office.payments_of_loan(loan).ok()).flatten();
        for row in paid.filter(|row| row.reversed_by.is_none()) {
            let paid = row.payment;
            let of_line = paid.day == *session
                && paid.kind == PaymentKind::Interest
                && paid.place == PaymentPlace::Group
                && paid.reverses.is_none();
            if of_line {
                stands.interest += paid.amount;
                stands.facts.push(paid.id);
            }
        }
        let saved = office.savings_of_member(member).unwrap_or_default();
        for row in saved.into_iter().filter(|row| row.reversed_by.is_none()) {
            let saving = row.saving;
            if saving.day == *session && saving.reverses.is_none() {
                match saving.kind {
                    SavingsKind::Deposit => {
                        stands.deposit += saving.amount;
                        stands.facts.push(saving.id);
                    }
                    // first, since a deposit of the line may be what was withdrawn
                    SavingsKind::Withdrawal => {
                        stands.withdrawal += saving.amount;
                        stands.facts.insert(0, saving.id);
                    }
                }
            }
        }
        let said = office.said_on_sheets(*session).unwrap_or_default();
        stands.said = said.get(group).and_then(|lines| lines.get(member)).cloned();
        stands
    }

    fn name(&self, view: &View) -> String {
        let file = view.ledger().members.get(&self.of.2);
        file.map(|file| view.name(&file.member.name)).unwrap_or_default()
    }
}

fn amount(field: Field, label: fn(&crate::text::Text) -> &'static str, dong: Dong) -> FormField {
    let money = if dong.is_zero() { MoneyField::new() } else { MoneyField::with(dong) };
    FormField::new(field, label, Input::Money(money)).filled()
}

impl Paper for LinePaper {
    fn title(&self, view: &View) -> String {
        (view.text.session.mend.title_line)(&self.name(view))
    }

    fn blank(&self, view: &View) -> Typed {
        let stands = self.stands(view);
        let note = stands.said.as_ref().map_or("", |line| line.note.trim());
        let mut fields = vec![
            reason(),
            amount(Field::Interest, |t| t.session.mend.interest, stands.interest),
            amount(Field::Savings, |t| t.session.mend.deposit, stands.deposit),
            amount(Field::Withdrawal, |t| t.session.mend.withdrawal, stands.withdrawal),
            FormField::new(
                Field::Note,
                |t| t.session.mend.note,
                Input::Text(TextField::with(note)),
            ),
        ];
        if stands.is_counted(view) {
            fields.extend(second_person());
        }
        Typed { form: Form::new(fields).tight(), lines: Vec::new() }
    }

    fn rename(&self, _typed: &mut Typed, _view: &View) {}

    fn head(&self, _typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let text = &view.text.session.mend;
        let stands = self.stands(view);
        let money = format::money;
        let was =
            (text.was)(&money(stands.interest), &money(stands.deposit), &money(stands.withdrawal));
        let session = format!("{} {}", view.text.session.sheet.session, format::day(self.of.1));
        let mut head = vec![
            (format!("{session} · {} · {was}", self.name(view)), Tone::Strong),
            (text.head.to_owned(), Tone::Dim),
        ];
        if stands.is_counted(view) {
            head.push((text.counted.to_owned(), Tone::Warn));
        }
        head
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        self.commands(id, typed, view)?.pop().ok_or(Fault::Gone)
    }

    fn commands(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Vec<Command>, Fault> {
        let form = &typed.form;
        let stands = self.stands(view);
        let why = form.text(Field::Reason).ok_or(Fault::missing(Field::Reason))?;
        let second = confirmed(form, stands.is_counted(view), view)?;
        let mut commands = take_back(id, stands.facts, (&why, second.as_deref()), view);
        let (group, session, member) = self.of.clone();
        let line = SheetLine {
            member,
            interest: form.money(Field::Interest),
            savings: form.money(Field::Savings),
            withdrawal: form.money(Field::Withdrawal),
            note: form.text(Field::Note).unwrap_or_default(),
        };
        if !line.is_empty() {
            let (id, lines) = (id.clone(), vec![line]);
            let sheet = NewSheet { id, group, session, attendance: None, lines };
            commands.push(Command::Sheet(sheet));
        }
        if commands.is_empty() { Err(Fault::Gone) } else { Ok(commands) }
    }

    fn after(&self, _typed: &Typed, view: &View) -> After {
        // what is counted is counted again
        if view.ledger().cash_count(&self.of.0, self.of.1).is_some() {
            return After::To(Route::Cash(self.of.0.clone(), self.of.1));
        }
        After::Back
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.session.mend.explains
    }
}
