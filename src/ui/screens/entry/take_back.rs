//! The form that takes a fact back: nothing is erased, a reversing entry says why (domain.md,
//! section 9).

use super::paper::{Fault, Paper, Typed};
use crate::domain::entry::master::NewReversal;
use crate::domain::ids::FactId;
use crate::domain::refusal::Field;
use crate::office::command::Command;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::form::{Form, FormField, Input};

/// The taking back of a fact.
pub struct TakeBackPaper {
    of: FactId,
    said: String,
}

impl TakeBackPaper {
    /// Of that fact, which says that.
    pub const fn new(of: FactId, said: String) -> TakeBackPaper {
        TakeBackPaper { of, said }
    }
}

impl Paper for TakeBackPaper {
    fn title(&self, view: &View) -> String {
        view.text.entry.loan.fact.take_back.to_owned()
    }

    fn blank(&self, view: &View) -> Typed {
        let form = Form::new(vec![
            FormField::text(Field::Reason, |t| t.entry.label.reason).needed(),
            FormField::new(
                Field::Day,
                |t| t.entry.loan.fact.take_back_day,
                Input::Day(DayField::with(view.today)),
            )
            .needed(),
        ]);
        Typed { form: form.tight(), lines: Vec::new() }
    }

    fn rename(&self, _typed: &mut Typed, _view: &View) {}

    fn head(&self, _typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let words = &view.text.entry.loan.fact;
        vec![(self.said.clone(), Tone::Strong), (words.take_back_head.to_owned(), Tone::Dim)]
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let form = &typed.form;
        Ok(Command::Reversal(NewReversal {
            id: id.clone(),
            of: self.of.clone(),
            day: form.day(Field::Day, view.today).ok_or(Fault::missing(Field::Day))?,
            reason: form.text(Field::Reason).ok_or(Fault::missing(Field::Reason))?,
            confirmed_by: None,
        }))
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.entry.loan.fact.explains
    }
}
