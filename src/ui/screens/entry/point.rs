//! The form of a transaction point, and that of a session which is moved or not held.

use super::lists;
use super::paper::{After, Fault, Paper, Typed};
use crate::domain::entry::master::{PointEntry, PointRow, SessionChange, SessionEntry};
use crate::domain::ids::{FactId, PlaceCode, PointCode};
use crate::domain::place::{PlaceKind, Point};
use crate::domain::refusal::Field;
use crate::office::command::Command;
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::figure_field::{Figure, FigureField};
use crate::ui::widgets::form::{Form, FormField, Input};
use crate::ui::widgets::pick_field::PickField;
use crate::ui::widgets::text_field::TextField;

/// The form of a point.
pub struct PointPaper {
    known: Option<PointCode>,
}

impl PointPaper {
    /// A new point.
    pub const fn new() -> PointPaper {
        PointPaper { known: None }
    }

    /// A point that is known.
    pub const fn of(code: PointCode) -> PointPaper {
        PointPaper { known: Some(code) }
    }

    fn point<'a>(&self, view: &View<'a>) -> Option<&'a Point> {
        view.ledger().points.get(self.known.as_ref()?)
    }
}

fn reason() -> FormField {
    FormField::text(Field::Reason, |t| t.entry.label.reason).hint(|t| t.entry.hint.reason)
}

impl Paper for PointPaper {
    fn title(&self, view: &View) -> String {
        let words = &view.text.entry.place;
        let named = self.point(view).map(|point| (words.edit_point)(&point.name));
        named.unwrap_or_else(|| words.new_point.to_owned())
    }

    fn blank(&self, view: &View) -> Typed {
        let point = self.point(view);
        let communes = lists::places(view, &[PlaceKind::Commune]);
        let commune = point.map(|point| point.commune.as_str()).or(lists::only(&communes));
        let commune = PickField::new(communes.clone()).with(commune);
        let name = point.map_or("", |point| point.name.as_str());
        let day = point.map(|point| point.calendar.session_day().to_string());
        let day = FigureField::typed(Figure::Whole, &day.unwrap_or_default());
        let mut all = vec![
            FormField::new(
                Field::Name,
                |t| t.entry.label.point_name,
                Input::Text(TextField::with(name)),
            )
            .needed(),
            FormField::new(Field::Commune, |t| t.entry.label.commune, Input::Pick(commune))
                .needed()
                .hint(|t| t.entry.hint.pick),
            FormField::new(Field::SessionDay, |t| t.entry.label.session_day, Input::Figure(day))
                .needed()
                .hint(|t| t.entry.hint.session_day),
        ];
        if point.is_some() {
            all.push(reason());
        } else {
            let code = FormField::text(Field::Code, |t| t.entry.label.point_code);
            all.insert(0, code.needed().hint(|t| t.entry.hint.point_code));
        }
        Typed { form: Form::new(all).tight(), lines: Vec::new() }
    }

    fn rename(&self, typed: &mut Typed, view: &View) {
        typed.form.set_choices(Field::Commune, lists::places(view, &[PlaceKind::Commune]));
    }

    fn head(&self, _typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        match &self.known {
            None => vec![(view.text.entry.place.head_point.to_owned(), Tone::Dim)],
            Some(code) => {
                let label = view.text.entry.label.point_code;
                vec![(format!("{label} {code}"), Tone::Strong)]
            }
        }
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let form = &typed.form;
        let code = match (&self.known, self.point(view)) {
            (None, _) => PointCode::new(form.text(Field::Code).ok_or(Fault::missing(Field::Code))?),
            (Some(code), Some(_)) => code.clone(),
            (Some(_), None) => return Err(Fault::Gone),
        };
        let commune = form.picked(Field::Commune).ok_or(Fault::missing(Field::Commune))?;
        let day = form.whole(Field::SessionDay).ok_or(Fault::missing(Field::SessionDay))?;
        let row = PointRow {
            code,
            commune: PlaceCode::new(commune),
            name: form.text(Field::Name).ok_or(Fault::missing(Field::Name))?,
            session_day: day,
        };
        let amends = self.known.is_some();
        let reason = form.text(Field::Reason);
        Ok(Command::Point(PointEntry { id: id.clone(), row, amends, reason }))
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.entry.place.explains
    }
}

/// The form of a session that is moved or not held.
pub struct SessionPaper {
    point: PointCode,
}

impl SessionPaper {
    /// A session of a point.
    pub const fn of(point: PointCode) -> SessionPaper {
        SessionPaper { point }
    }

    fn point<'a>(&self, view: &View<'a>) -> Option<&'a Point> {
        view.ledger().points.get(&self.point)
    }
}

impl Paper for SessionPaper {
    fn title(&self, view: &View) -> String {
        let name = self.point(view).map_or("", |point| point.name.as_str());
        (view.text.entry.place.session)(name)
    }

    fn blank(&self, view: &View) -> Typed {
        // the month of the session that comes
        let next = self.point(view).map(|point| point.calendar.first_on_or_after(view.today));
        let month = format::month(next.unwrap_or(view.today).month());
        let month = Input::Figure(FigureField::typed(Figure::Month, &month));
        let form = Form::new(vec![
            FormField::new(Field::Month, |t| t.entry.label.month, month)
                .needed()
                .hint(|t| t.entry.hint.month),
            FormField::new(Field::HeldOn, |t| t.entry.label.held_on, Input::Day(DayField::new()))
                .hint(|t| t.entry.hint.held_on),
            reason(),
        ]);
        Typed { form: form.tight(), lines: Vec::new() }
    }

    fn rename(&self, _typed: &mut Typed, _view: &View) {}

    fn head(&self, typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let words = &view.text.entry.place;
        let Some(point) = self.point(view) else {
            return vec![(view.text.entry.gone.to_owned(), Tone::Bad)];
        };
        let Some(month) = typed.form.month(Field::Month, view.today) else { return Vec::new() };
        let mut head = Vec::new();
        if let Some(usual) = month.day(point.calendar.session_day()) {
            head.push(((words.usual)(&format::day(usual)), Tone::Strong));
        }
        match point.calendar.changes().get(&month) {
            Some(None) => head.push((words.now_cancelled.to_owned(), Tone::Warn)),
            Some(Some(day)) => head.push(((words.now_moved)(&format::day(*day)), Tone::Warn)),
            None => {}
        }
        head
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let form = &typed.form;
        let point = self.point(view).ok_or(Fault::Gone)?;
        let month = form.month(Field::Month, view.today).ok_or(Fault::missing(Field::Month))?;
        let held_on = form.day(Field::HeldOn, view.today);
        let amends = point.calendar.changes().contains_key(&month);
        let row = SessionChange { point: self.point.clone(), month, held_on };
        let reason = form.text(Field::Reason);
        Ok(Command::Session(SessionEntry { id: id.clone(), row, amends, reason }))
    }

    fn after(&self, _typed: &Typed, _view: &View) -> After {
        After::Back
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.entry.place.explains_session
    }
}
