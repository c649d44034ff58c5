//! The forms of a meeting, of what it wants done, and of how that went (domain.md, section 9).

use super::lists;
use super::paper::{After, Fault, Paper, Typed};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, PlaceCode};
use crate::domain::meeting::{ActionFile, ActionItem, ActionStep, Meeting, StepKind};
use crate::domain::place::PlaceKind;
use crate::domain::refusal::Field;
use crate::office::command::Command;
use crate::text::format;
use crate::text::words::Named;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::form::{Form, FormField, Input, Shown};
use crate::ui::widgets::pick_field::PickField;
use crate::ui::widgets::text_field::TextField;

/// The places that hold meetings.
const AREAS: [PlaceKind; 3] = [PlaceKind::Commune, PlaceKind::District, PlaceKind::Province];

/// The place of a form: the book's own, or the only one.
fn area(view: &View) -> FormField {
    let places = lists::places(view, &AREAS);
    let home = view.ledger().home.as_ref().map(PlaceCode::as_str);
    let at = home.or(lists::only(&places)).map(ToOwned::to_owned);
    let pick = PickField::new(places).with(at.as_deref());
    FormField::new(Field::Area, |t| t.meeting.form.area, Input::Pick(pick)).needed()
}

fn day_field(day: Option<Day>) -> Input {
    Input::Day(day.map_or_else(DayField::new, DayField::with))
}

fn area_of(form: &Form) -> Result<PlaceCode, Fault> {
    form.picked(Field::Area).map(PlaceCode::new).ok_or(Fault::missing(Field::Area))
}

fn said(form: &Form, field: Field) -> Result<String, Fault> {
    form.text(field).ok_or(Fault::missing(field))
}

fn day(form: &Form, field: Field, view: &View) -> Result<Day, Fault> {
    form.day(field, view.today).ok_or(Fault::missing(field))
}

/// A meeting.
pub struct MeetingPaper {
    session: Option<Day>,
}

impl MeetingPaper {
    /// About that session.
    pub const fn new(session: Option<Day>) -> MeetingPaper {
        MeetingPaper { session }
    }
}

impl Paper for MeetingPaper {
    fn title(&self, view: &View) -> String {
        view.text.meeting.form.meeting.to_owned()
    }

    fn blank(&self, view: &View) -> Typed {
        let form = Form::new(vec![
            FormField::text(Field::Chair, |t| t.meeting.form.chair).needed().shown(Shown::Name),
            FormField::text(Field::Present, |t| t.meeting.form.present)
                .hint(|t| t.meeting.form.present_hint)
                .shown(Shown::Name),
            FormField::new(
                Field::Minutes,
                |t| t.meeting.form.minutes,
                Input::Long(TextField::long()),
            )
            .hint(|t| t.meeting.form.minutes_hint),
            FormField::new(Field::Day, |t| t.meeting.form.day, day_field(Some(view.today)))
                .needed(),
            FormField::new(Field::Session, |t| t.meeting.form.session, day_field(self.session))
                .hint(|t| t.meeting.form.session_hint),
            area(view),
        ]);
        Typed { form: form.tight(), lines: Vec::new() }
    }

    fn rename(&self, typed: &mut Typed, view: &View) {
        typed.form.set_choices(Field::Area, lists::places(view, &AREAS));
    }

    fn head(&self, _typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        vec![(view.text.meeting.form.meeting_head.to_owned(), Tone::Dim)]
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let form = &typed.form;
        Ok(Command::Meeting(Meeting {
            id: id.clone(),
            area: area_of(form)?,
            day: day(form, Field::Day, view)?,
            session: form.day(Field::Session, view.today),
            chair: said(form, Field::Chair)?,
            present: form.text(Field::Present).unwrap_or_default(),
            minutes: form.text(Field::Minutes).unwrap_or_default(),
        }))
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.meeting.form.explains
    }
}

/// Something that is to be done.
pub struct ActionPaper {
    session: Option<Day>,
}

impl ActionPaper {
    /// On the page of that session.
    pub const fn new(session: Option<Day>) -> ActionPaper {
        ActionPaper { session }
    }

    /// The meeting about the session, the last one that had been held by the item's day.
    fn meeting<'a>(&self, form: &Form, view: &View<'a>) -> Option<&'a Meeting> {
        let given = form.day(Field::Day, view.today)?;
        let session = self.session?;
        let about = view.ledger().meetings.values();
        let about =
            about.filter(|meeting| meeting.session == Some(session) && meeting.day <= given);
        about.max_by_key(|meeting| (meeting.day, meeting.id.clone()))
    }
}

/// The next session of the book's points after a day.
fn next_session(view: &View) -> Option<Day> {
    let after = view.today.plus(1);
    let points = view.ledger().points.values();
    points.map(|point| point.calendar.first_on_or_after(after)).min()
}

impl Paper for ActionPaper {
    fn title(&self, view: &View) -> String {
        view.text.meeting.form.action.to_owned()
    }

    fn blank(&self, view: &View) -> Typed {
        let form = Form::new(vec![
            FormField::text(Field::What, |t| t.meeting.form.what)
                .needed()
                .hint(|t| t.meeting.form.what_hint),
            FormField::text(Field::Owner, |t| t.meeting.form.owner)
                .needed()
                .hint(|t| t.meeting.form.owner_hint)
                .shown(Shown::Name),
            FormField::new(Field::DueOn, |t| t.meeting.form.due_on, day_field(next_session(view)))
                .needed(),
            FormField::new(Field::Day, |t| t.meeting.form.given_on, day_field(Some(view.today)))
                .needed(),
            area(view),
        ]);
        Typed { form: form.tight(), lines: Vec::new() }
    }

    fn rename(&self, typed: &mut Typed, view: &View) {
        typed.form.set_choices(Field::Area, lists::places(view, &AREAS));
    }

    fn head(&self, typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let text = &view.text.meeting.form;
        let said = match self.meeting(&typed.form, view) {
            Some(of) => (text.of_meeting)(&format::day(of.day), &view.name(&of.chair)),
            None => text.of_none.to_owned(),
        };
        vec![(said, Tone::Dim)]
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let form = &typed.form;
        Ok(Command::Action(ActionItem {
            id: id.clone(),
            area: area_of(form)?,
            day: day(form, Field::Day, view)?,
            meeting: self.meeting(form, view).map(|meeting| meeting.id.clone()),
            what: said(form, Field::What)?,
            owner: said(form, Field::Owner)?,
            due_on: day(form, Field::DueOn, view)?,
        }))
    }

    fn after(&self, typed: &Typed, view: &View) -> After {
        let what = typed.form.text(Field::What).unwrap_or_default();
        let said = (view.text.meeting.form.recorded)(&what);
        After::Again(Box::new(self.blank(view)), said)
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.meeting.form.explains
    }
}

/// How an item went.
pub struct StepPaper {
    action: FactId,
    kind: StepKind,
}

impl StepPaper {
    /// Of that item, most likely of that kind.
    pub const fn new(action: FactId, kind: StepKind) -> StepPaper {
        StepPaper { action, kind }
    }

    fn file<'a>(&self, view: &View<'a>) -> Option<&'a ActionFile> {
        view.ledger().actions.get(&self.action)
    }
}

impl Paper for StepPaper {
    fn title(&self, view: &View) -> String {
        view.text.meeting.form.step.to_owned()
    }

    fn blank(&self, view: &View) -> Typed {
        let at = StepKind::ALL.iter().position(|kind| *kind == self.kind);
        let kinds = lists::names(&StepKind::ALL, view);
        let form = Form::new(vec![
            FormField::text(Field::Result, |t| t.meeting.form.result)
                .needed()
                .hint(|t| t.meeting.form.result_hint),
            FormField::names(Field::Kind, |t| t.meeting.form.kind, kinds, at).needed(),
            FormField::new(Field::Day, |t| t.meeting.form.step_day, day_field(Some(view.today)))
                .needed(),
        ]);
        Typed { form: form.tight(), lines: Vec::new() }
    }

    fn rename(&self, typed: &mut Typed, view: &View) {
        typed.form.rename(Field::Kind, lists::names(&StepKind::ALL, view));
    }

    fn head(&self, _typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let Some(file) = self.file(view) else { return Vec::new() };
        let (text, item) = (&view.text.meeting, &file.item);
        let due = format!("{} {}", text.due_on, format::day(item.due_on));
        let owner = view.name(&item.owner);
        let mut head = vec![(item.what.clone(), Tone::Strong)];
        let given = (text.given)(&format::day(item.day), &format!("{owner} · {due}"));
        head.push((given, Tone::Dim));
        let steps = file.steps.iter().rev().take(3).rev().map(|step| {
            let kind = step.kind.say(view.language());
            ((text.last_step)(&format::day(step.day), kind, &step.result), Tone::Dim)
        });
        head.extend(steps);
        head
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let form = &typed.form;
        self.file(view).ok_or(Fault::Gone)?;
        let kind = form.picked_at(Field::Kind).and_then(|at| StepKind::ALL.get(at).copied());
        Ok(Command::ActionStep(ActionStep {
            id: id.clone(),
            action: self.action.clone(),
            day: day(form, Field::Day, view)?,
            kind: kind.ok_or(Fault::missing(Field::Kind))?,
            result: said(form, Field::Result)?,
        }))
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.meeting.form.explains
    }
}
