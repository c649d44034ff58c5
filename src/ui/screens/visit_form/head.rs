//! The head of a 06/TD: day, kind, association, visitor, witness.

use crate::domain::group::Association;
use crate::domain::ids::{FactId, GroupCode};
use crate::domain::refusal::{Field, Refusal, Why};
use crate::domain::visit::{Visit, VisitKind};
use crate::domain::worklist::VisitReason;
use crate::reports::visit_form::VisitFormRow;
use crate::text::words::Named;
use crate::text::{Language, Text};
use crate::ui::screen::View;
use crate::ui::widgets::choice_field::ChoiceField;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::form::{Form, FormField, Input};
use crate::ui::widgets::text_field::TextField;

/// The associations that visit; the bank and the group's board stand after them as none.
const ASSOCIATIONS: [Association; 4] =
    [Association::Farmers, Association::Women, Association::Veterans, Association::Youth];

/// A head with what can be known before anything is typed.
pub fn form(group: &GroupCode, kind: VisitKind, view: &View) -> Form {
    let association = view.ledger().groups.get(group).map(|group| group.association);
    let at = ASSOCIATIONS.iter().position(|known| Some(*known) == association);
    let kind_at = VisitKind::ALL.iter().position(|known| *known == kind).unwrap_or(0);
    let language = view.language();
    let choice = |names: Vec<String>, at| Input::Choice(ChoiceField::new(names).chosen(at));
    let text = || Input::Text(TextField::new());
    Form::new(vec![
        field(Field::Day, |t| t.visits.day, Input::Day(DayField::with(view.as_of))),
        field(Field::Kind, |t| t.visits.kind, choice(kinds(language), kind_at)),
        field(
            Field::Association,
            |t| t.people.association,
            choice(associations(view.text), at.unwrap_or(ASSOCIATIONS.len())),
        ),
        field(Field::Visitor, |t| t.visits.visitor, text()),
        field(Field::Witness, |t| t.visits.witness, text()),
    ])
}

fn field(field: Field, label: fn(&Text) -> &'static str, input: Input) -> FormField {
    FormField::new(field, label, input)
}

fn kinds(language: Language) -> Vec<String> {
    VisitKind::ALL.iter().map(|kind| kind.say(language).to_owned()).collect()
}

fn associations(text: &Text) -> Vec<String> {
    let names = ASSOCIATIONS.iter().map(|known| known.say(text.language).to_owned());
    names.chain([text.visits.no_association.to_owned()]).collect()
}

/// The names of kinds and associations in another language.
pub fn rename(form: &mut Form, view: &View) {
    let names =
        [(Field::Kind, kinds(view.language())), (Field::Association, associations(view.text))];
    for (field, names) in names {
        if let Some(Input::Choice(choice)) = form.input_mut(field) {
            choice.rename(names);
        }
    }
}

/// What kind of visit it most likely is, by what is due: to the loan asked for, else to the group.
pub fn likely_kind(rows: &[VisitFormRow], first: Option<&VisitFormRow>) -> VisitKind {
    let of = |reason: &VisitReason| match reason {
        VisitReason::NewDisbursement => VisitKind::PostDisbursement,
        VisitReason::Inactive => VisitKind::Inactive,
        // money that is to be repaid is looked at again without notice
        VisitReason::WrongUse => VisitKind::Unannounced,
    };
    let asked = first.and_then(|row| row.due.first());
    let due = || rows.iter().flat_map(|row| &row.due);
    let new = || due().find(|reason| **reason == VisitReason::NewDisbursement);
    asked.or_else(new).or_else(|| due().next()).map_or(VisitKind::Annual, of)
}

/// The association chosen; none where the bank or the board visits.
pub fn association(form: &Form) -> Option<Association> {
    ASSOCIATIONS.get(form.choice(Field::Association)?).copied()
}

/// The kind chosen.
pub fn kind(form: &Form) -> Option<VisitKind> {
    VisitKind::ALL.get(form.choice(Field::Kind)?).copied()
}

/// The visit for the book.
///
/// # Errors
/// What is missing.
pub fn visit(form: &Form, id: &FactId, group: &GroupCode, view: &View) -> Result<Visit, Refusal> {
    let missing = |field| Refusal::at(field, Why::Missing);
    Ok(Visit {
        id: id.clone(),
        group: group.clone(),
        day: form.day(Field::Day, view.today).ok_or(missing(Field::Day))?,
        kind: kind(form).ok_or(missing(Field::Kind))?,
        association: association(form),
        visitor: form.text(Field::Visitor).unwrap_or_default(),
        witness: form.text(Field::Witness),
        reported_on: None,
    })
}
