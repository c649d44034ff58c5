//! The fields of a receipt, and which payment has its number already.

use crate::domain::loan::{PaymentKind, PaymentPlace};
use crate::domain::refusal::Field;
use crate::text::words::Named;
use crate::text::{Language, format};
use crate::ui::screen::View;
use crate::ui::widgets::choice_field::ChoiceField;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::form::{Form, FormField, Input};
use crate::ui::widgets::money_field::MoneyField;
use crate::ui::widgets::text_field::TextField;

/// Where money is paid to the bank, in the order of the choice.
pub const PLACES: [PaymentPlace; 2] = [PaymentPlace::Point, PaymentPlace::Office];

/// The names of those places.
pub fn place_names(language: Language) -> Vec<String> {
    PLACES.iter().map(|place| place.say(language).to_owned()).collect()
}

/// The form as it opens.
pub fn form(kind: PaymentKind, view: &View) -> Form {
    let places = ChoiceField::new(place_names(view.language())).chosen(0);
    let field = FormField::new;
    let amount = match kind {
        PaymentKind::Principal => {
            field(Field::Amount, |t| t.session.receipt.amount, Input::Money(MoneyField::new()))
        }
        PaymentKind::Interest => field(
            Field::Amount,
            |t| t.session.receipt.amount_interest,
            Input::Money(MoneyField::new()),
        ),
    };
    Form::new(vec![
        amount,
        field(Field::Receipt, |t| t.session.receipt.number, Input::Text(TextField::new())),
        field(Field::Day, |t| t.session.receipt.day, Input::Day(DayField::with(view.today))),
        field(Field::Place, |t| t.session.receipt.place, Input::Choice(places)),
        field(Field::Reason, |t| t.session.receipt.note, Input::Text(TextField::new())),
    ])
}

/// The payment of principal in the book that has a receipt's number already, in a sentence.
pub fn known_receipt(number: &str, view: &View) -> Option<String> {
    let found = view.office().find_receipt(number).ok()?;
    let row = found.into_iter().find(|row| {
        let counts = row.reversed_by.is_none() && row.payment.reverses.is_none();
        counts && row.payment.kind == PaymentKind::Principal
    })?;
    let payment = row.payment;
    let ledger = view.ledger();
    let member = ledger.loans.get(&payment.loan).map(|file| &file.loan.member);
    let member = member.and_then(|code| ledger.members.get(code));
    let name = member.map(|file| view.name(&file.member.name)).unwrap_or_default();
    Some((view.text.session.receipt.number_known)(
        &format::day(payment.day),
        &name,
        &format::money(payment.amount),
        payment.loan.as_str(),
    ))
}
