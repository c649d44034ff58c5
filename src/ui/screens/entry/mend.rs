//! The forms that mend what is saved and wrong: nothing is edited, what was recorded is taken back
//! and the right entry made in one step (domain.md, section 9).

pub mod line;
pub mod payment;

use super::paper::Fault;
use crate::domain::entry::master::NewReversal;
use crate::domain::ids::FactId;
use crate::domain::refusal::{Collection, Field, Refusal};
use crate::office::command::Command;
use crate::text::fold::fold;
use crate::ui::screen::View;
use crate::ui::widgets::form::{Form, FormField, Shown};

/// What a second person types to stand behind it, folded; in either language.
const WORDS: [&str; 2] = ["xac nhan", "confirm"];

/// The fields for a second person, where the cash is counted.
fn second_person() -> [FormField; 2] {
    [
        FormField::text(Field::ConfirmedBy, |t| t.session.mend.second)
            .hint(|t| t.session.mend.second_hint)
            .shown(Shown::Name)
            .needed(),
        FormField::text(Field::Answer, |t| t.session.mend.word)
            .hint(|t| t.session.mend.word_hint)
            .needed(),
    ]
}

/// The reason, which every taking back needs.
fn reason() -> FormField {
    FormField::text(Field::Reason, |t| t.session.mend.reason)
        .hint(|t| t.session.mend.reason_hint)
        .needed()
}

/// Who confirms; none where nobody has to.
fn confirmed(form: &Form, needed: bool, view: &View) -> Result<Option<String>, Fault> {
    if !needed {
        return Ok(None);
    }
    let Some(name) = form.text(Field::ConfirmedBy) else {
        let why = Collection::SecondPerson.into();
        return Err(Fault::Refused(Refusal::at(Field::ConfirmedBy, why)));
    };
    let typed = fold(&form.text(Field::Answer).unwrap_or_default());
    if !WORDS.contains(&typed.as_str()) {
        return Err(Fault::Said(Field::Answer, view.text.session.mend.word_wrong.to_owned()));
    }
    Ok(Some(name))
}

/// The taking back of facts, each with an id that follows from the form's.
fn take_back(
    id: &FactId,
    of: Vec<FactId>,
    (reason, confirmed_by): (&str, Option<&str>),
    view: &View,
) -> Vec<Command> {
    let back = |(no, of): (usize, FactId)| {
        Command::Reversal(NewReversal {
            id: id.follow(&format!("-r{no}")),
            of,
            day: view.today,
            reason: reason.to_owned(),
            confirmed_by: confirmed_by.map(str::to_owned),
        })
    };
    (1..).zip(of).map(back).collect()
}
