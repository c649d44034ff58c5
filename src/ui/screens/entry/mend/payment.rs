//! A payment to the bank that is wrong: its receipt was mistyped, or it was never paid.

use super::{reason, take_back};
use crate::domain::entry::NewPayment;
use crate::domain::ids::FactId;
use crate::domain::loan::PaymentPlace;
use crate::domain::record::PaymentRecord;
use crate::domain::refusal::Field;
use crate::office::command::Command;
use crate::text::format;
use crate::text::words::Named;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::entry::paper::{Fault, Paper, Typed};
use crate::ui::widgets::choice_field::ChoiceField;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::form::{Form, FormField, Input};
use crate::ui::widgets::money_field::MoneyField;
use crate::ui::widgets::text_field::TextField;

/// Where it can be paid, in the order of the choice.
const PLACES: [PaymentPlace; 2] = [PaymentPlace::Point, PaymentPlace::Office];

/// The payment.
pub struct PaymentPaper {
    of: FactId,
}

impl PaymentPaper {
    /// Of that payment.
    pub const fn new(of: FactId) -> PaymentPaper {
        PaymentPaper { of }
    }

    fn stands(&self, view: &View) -> Option<PaymentRecord> {
        let row = view.office().payment(&self.of).ok().flatten()?;
        row.reversed_by.is_none().then_some(row.payment)
    }
}

fn names(view: &View) -> Vec<String> {
    PLACES.iter().map(|place| place.say(view.language()).to_owned()).collect()
}

impl Paper for PaymentPaper {
    fn title(&self, view: &View) -> String {
        view.text.session.mend.title_payment.to_owned()
    }

    fn blank(&self, view: &View) -> Typed {
        let Some(paid) = self.stands(view) else {
            return Typed { form: Form::new(vec![reason()]).tight(), lines: Vec::new() };
        };
        let places = ChoiceField::new(names(view));
        let at = PLACES.iter().position(|place| *place == paid.place).unwrap_or(0);
        let number = TextField::with(paid.receipt.as_deref().unwrap_or_default());
        let field = FormField::new;
        let form = Form::new(vec![
            reason(),
            field(
                Field::Amount,
                |t| t.session.mend.amount,
                Input::Money(MoneyField::with(paid.amount)),
            )
            .hint(|t| t.session.mend.amount_hint)
            .filled(),
            field(Field::Receipt, |t| t.session.receipt.number, Input::Text(number)).filled(),
            field(Field::Day, |t| t.session.receipt.day, Input::Day(DayField::with(paid.day)))
                .filled(),
            field(Field::Place, |t| t.session.receipt.place, Input::Choice(places.chosen(at))),
        ]);
        Typed { form: form.tight(), lines: Vec::new() }
    }

    fn rename(&self, typed: &mut Typed, view: &View) {
        if let Some(Input::Choice(choice)) = typed.form.input_mut(Field::Place) {
            choice.rename(names(view));
        }
    }

    fn head(&self, _typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let text = &view.text.session.mend;
        let Some(paid) = self.stands(view) else {
            return vec![(view.text.session.counter.gone_already.to_owned(), Tone::Bad)];
        };
        let ledger = view.ledger();
        let member = ledger.loans.get(&paid.loan).map(|file| &file.loan.member);
        let member = member.and_then(|code| ledger.members.get(code));
        let name = member.map(|file| view.name(&file.member.name)).unwrap_or_default();
        let was = (text.was_payment)(
            paid.receipt.as_deref().unwrap_or_default(),
            paid.kind.say(view.language()),
            &format::money(paid.amount),
            &format::day(paid.day),
        );
        vec![
            (format!("{name} · {} · {was}", paid.loan), Tone::Strong),
            (text.head.to_owned(), Tone::Dim),
        ]
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        self.commands(id, typed, view)?.pop().ok_or(Fault::Gone)
    }

    fn commands(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Vec<Command>, Fault> {
        let form = &typed.form;
        let paid = self.stands(view).ok_or(Fault::Gone)?;
        let why = form.text(Field::Reason).ok_or(Fault::missing(Field::Reason))?;
        let mut commands = take_back(id, vec![self.of.clone()], (&why, None), view);
        // an emptied amount says that it was never paid
        if let Some(amount) = form.money(Field::Amount) {
            let place = form.choice(Field::Place).and_then(|at| PLACES.get(at).copied());
            commands.push(Command::Payment(NewPayment {
                id: id.clone(),
                loan: paid.loan,
                day: form.day(Field::Day, view.today).ok_or(Fault::missing(Field::Day))?,
                kind: paid.kind,
                amount,
                place: place.unwrap_or(paid.place),
                receipt: form.text(Field::Receipt),
                reverses: None,
                reason: Some(why),
                collected_by: None,
                confirmed_by: None,
            }));
        }
        Ok(commands)
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.session.mend.explains
    }
}
