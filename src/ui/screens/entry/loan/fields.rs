//! The fields of a contract.

use super::super::lists;
use crate::domain::loan::{Capital, Loan};
use crate::domain::refusal::Field;
use crate::text::Text;
use crate::ui::screen::View;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::figure_field::{Figure, FigureField};
use crate::ui::widgets::form::{FormField, Input};
use crate::ui::widgets::money_field::MoneyField;
use crate::ui::widgets::pick_field::PickField;
use crate::ui::widgets::text_field::TextField;

/// Where money comes from, in the order of the choice.
pub const CAPITALS: [Capital; 2] = [Capital::Central, Capital::Local];

fn day(field: Field, label: fn(&Text) -> &'static str) -> FormField {
    FormField::new(field, label, Input::Day(DayField::new()))
}

fn money(field: Field, label: fn(&Text) -> &'static str) -> FormField {
    FormField::new(field, label, Input::Money(MoneyField::new()))
}

fn figure(field: Field, label: fn(&Text) -> &'static str, kind: Figure) -> FormField {
    FormField::new(field, label, Input::Figure(FigureField::new(kind)))
}

/// All fields of a form, filled with what is known.
pub fn of(view: &View, loan: Option<&Loan>) -> Vec<FormField> {
    let mut all = contract(view);
    match loan {
        None => {
            let code = FormField::text(Field::Code, |t| t.entry.loan.code);
            all.insert(0, code.needed().hint(|t| t.entry.loan.hint_code));
            all.extend(plan());
            all.extend(opening(true));
        }
        Some(loan) => {
            all = all.into_iter().map(|field| known(field, loan)).collect();
            all.push(
                FormField::text(Field::Reason, |t| t.entry.label.reason)
                    .hint(|t| t.entry.hint.reason),
            );
        }
    }
    all
}

fn contract(view: &View) -> Vec<FormField> {
    let programmes = PickField::new(lists::programmes(view));
    let capitals = lists::names(&CAPITALS, view);
    vec![
        FormField::new(Field::Programme, |t| t.entry.loan.programme, Input::Pick(programmes))
            .needed()
            .hint(|t| t.entry.hint.pick),
        money(Field::Principal, |t| t.entry.loan.principal).needed(),
        day(Field::DisbursedOn, |t| t.entry.loan.disbursed_on).needed(),
        figure(Field::TermMonths, |t| t.entry.loan.term, Figure::Whole)
            .needed()
            .hint(|t| t.entry.loan.hint_term),
        day(Field::DueOn, |t| t.entry.loan.due_on).needed().hint(|t| t.entry.loan.hint_due_on),
        figure(Field::Rate, |t| t.entry.loan.rate, Figure::Rate)
            .needed()
            .hint(|t| t.entry.loan.hint_rate),
        FormField::text(Field::Purpose, |t| t.entry.loan.purpose),
        FormField::names(Field::Capital, |t| t.entry.loan.capital, capitals, Some(0))
            .hint(|t| t.entry.hint.choose),
        day(Field::InterestGraceUntil, |t| t.entry.loan.grace).hint(|t| t.entry.loan.hint_grace),
    ]
}

/// How many instalments, and how far apart.
fn plan() -> Vec<FormField> {
    vec![
        figure(Field::Instalment, |t| t.entry.loan.count, Figure::Whole)
            .hint(|t| t.entry.loan.hint_count),
        figure(Field::Value, |t| t.entry.loan.every, Figure::Whole)
            .hint(|t| t.entry.loan.hint_every),
    ]
}

/// How a loan stands at the end of a day.
pub fn opening(headed: bool) -> Vec<FormField> {
    let field = if headed { Field::OpeningDay } else { Field::Day };
    let first = day(field, |t| t.entry.loan.opening_day).hint(|t| t.entry.loan.hint_opening);
    let first = if headed { first.heading(|t| t.entry.loan.begins) } else { first.needed() };
    let needed = |field: FormField| if headed { field } else { field.needed() };
    vec![
        first,
        needed(
            money(Field::Outstanding, |t| t.entry.loan.outstanding)
                .hint(|t| t.entry.loan.hint_outstanding),
        ),
        needed(
            money(Field::InterestOwed, |t| t.entry.loan.interest_owed)
                .hint(|t| t.entry.loan.hint_interest),
        ),
        day(Field::LastMovement, |t| t.entry.loan.last_movement)
            .hint(|t| t.entry.loan.hint_movement),
    ]
}

/// A field of a contract that is known, with what stands in the book.
fn known(mut field: FormField, loan: &Loan) -> FormField {
    match &mut field.input {
        Input::Text(text) if field.field == Field::Purpose => {
            *text = TextField::with(&loan.purpose);
        }
        Input::Money(money) if field.field == Field::Principal => {
            *money = MoneyField::with(loan.principal);
        }
        Input::Pick(pick) if field.field == Field::Programme => {
            *pick = pick.clone().with(Some(loan.programme.as_str()));
        }
        Input::Pick(pick) => {
            let at = CAPITALS.iter().position(|one| Some(*one) == loan.capital);
            *pick = pick.clone().with(at.map(|at| at.to_string()).as_deref());
        }
        Input::Figure(figure) => match field.field {
            Field::Rate => *figure = FigureField::rate(loan.rate),
            _ => figure.set(&loan.term_months.to_string()),
        },
        Input::Day(day) => {
            let known = match field.field {
                Field::DisbursedOn => Some(loan.disbursed_on),
                Field::DueOn => Some(loan.due_on),
                _ => loan.interest_grace_until,
            };
            *day = known.map_or_else(DayField::new, DayField::with);
        }
        Input::Text(_) | Input::Long(_) | Input::Money(_) | Input::Choice(_) => {}
    }
    field.own()
}
