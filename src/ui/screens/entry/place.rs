//! The form of a place: communes first, then their villages, one after the other.

use super::lists;
use super::paper::{After, Fault, Paper, Typed};
use crate::domain::entry::master::PlaceEntry;
use crate::domain::ids::{FactId, PlaceCode};
use crate::domain::place::{Place, PlaceKind};
use crate::domain::refusal::Field;
use crate::office::command::Command;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::form::{Form, FormField, Input};
use crate::ui::widgets::pick_field::PickField;
use crate::ui::widgets::text_field::TextField;

/// The kinds, in the order of the choice: the most usual first.
const KINDS: [PlaceKind; 4] =
    [PlaceKind::Village, PlaceKind::Commune, PlaceKind::District, PlaceKind::Province];

/// The form of a place.
pub struct PlacePaper {
    known: Option<PlaceCode>,
}

impl PlacePaper {
    /// New places.
    pub const fn new() -> PlacePaper {
        PlacePaper { known: None }
    }

    /// A place that is known.
    pub const fn of(code: PlaceCode) -> PlacePaper {
        PlacePaper { known: Some(code) }
    }

    fn place<'a>(&self, view: &View<'a>) -> Option<&'a Place> {
        view.ledger().places.get(self.known.as_ref()?)
    }
}

/// In what a place of a kind can lie.
const fn above(kind: PlaceKind) -> &'static [PlaceKind] {
    match kind {
        PlaceKind::Village => &[PlaceKind::Commune],
        PlaceKind::Commune => &[PlaceKind::District, PlaceKind::Province],
        PlaceKind::District => &[PlaceKind::Province],
        PlaceKind::Province => &[],
    }
}

fn kind_of(form: &Form) -> PlaceKind {
    let chosen = form.picked_at(Field::Kind).and_then(|at| KINDS.get(at).copied());
    chosen.unwrap_or(PlaceKind::Village)
}

fn fields(view: &View, place: Option<&Place>) -> Vec<FormField> {
    let words = &view.text.entry.place;
    // the first that is typed into an empty book is the commune
    let none = lists::places(view, &[PlaceKind::Commune]).is_empty();
    let first = if none { PlaceKind::Commune } else { PlaceKind::Village };
    let kind = place.map_or(first, |place| place.kind);
    let at = KINDS.iter().position(|known| *known == kind).unwrap_or(0);
    let parents = lists::places(view, above(kind));
    let parent = place.and_then(|place| place.parent.as_ref()).map(PlaceCode::as_str);
    let parent = parent.or(lists::only(&parents)).map(str::to_owned);
    let name = place.map_or("", |place| place.name.as_str());
    let difficult = usize::from(place.is_some_and(|place| place.difficult));
    let yes_no = words.yes_no.map(str::to_owned).to_vec();
    vec![
        FormField::names(
            Field::Kind,
            |t| t.entry.label.place_kind,
            lists::names(&KINDS, view),
            Some(at),
        )
        .needed()
        .hint(|t| t.entry.hint.choose),
        FormField::new(
            Field::Name,
            |t| t.entry.label.place_name,
            Input::Text(TextField::with(name)),
        )
        .needed(),
        FormField::new(
            Field::Parent,
            |t| t.entry.label.parent,
            Input::Pick(PickField::new(parents).with(parent.as_deref())),
        )
        .hint(|t| t.entry.hint.parent),
        FormField::names(Field::Difficult, |t| t.entry.label.difficult, yes_no, Some(difficult))
            .hint(|t| t.entry.hint.choose),
    ]
}

impl Paper for PlacePaper {
    fn title(&self, view: &View) -> String {
        let words = &view.text.entry.place;
        let named = self.place(view).map(|place| (words.edit_place)(&place.name));
        named.unwrap_or_else(|| words.new_place.to_owned())
    }

    fn blank(&self, view: &View) -> Typed {
        let place = self.place(view);
        let mut all = fields(view, place);
        match place {
            Some(_) => all.push(
                FormField::text(Field::Reason, |t| t.entry.label.reason)
                    .hint(|t| t.entry.hint.reason),
            ),
            None => all.insert(
                1,
                FormField::text(Field::Code, |t| t.entry.label.place_code)
                    .needed()
                    .hint(|t| t.entry.hint.place_code),
            ),
        }
        let mut form = Form::new(all).tight();
        // the kind is as good as always the one that stands there
        if place.is_none() {
            form.go_to(Field::Code);
        }
        Typed { form, lines: Vec::new() }
    }

    fn rename(&self, typed: &mut Typed, view: &View) {
        let form = &mut typed.form;
        form.rename(Field::Kind, lists::names(&KINDS, view));
        form.rename(Field::Difficult, view.text.entry.place.yes_no.map(str::to_owned).to_vec());
        self.follow(typed, view);
    }

    fn follow(&self, typed: &mut Typed, view: &View) {
        let kind = kind_of(&typed.form);
        let parents = lists::places(view, above(kind));
        let only = lists::only(&parents).map(str::to_owned);
        typed.form.set_choices(Field::Parent, parents);
        if typed.form.picked(Field::Parent).is_none()
            && typed.form.active() != Some(Field::Parent)
            && let Some(only) = only
        {
            typed.form.fill(Field::Parent, &only);
        }
    }

    fn head(&self, _typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        match &self.known {
            None => vec![(view.text.entry.place.head_place.to_owned(), Tone::Dim)],
            Some(code) => {
                let label = view.text.entry.label.place_code;
                vec![(format!("{label} {code}"), Tone::Strong)]
            }
        }
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let form = &typed.form;
        let code = match (&self.known, self.place(view)) {
            (None, _) => PlaceCode::new(form.text(Field::Code).ok_or(Fault::missing(Field::Code))?),
            (Some(code), Some(_)) => code.clone(),
            (Some(_), None) => return Err(Fault::Gone),
        };
        let row = Place {
            code,
            kind: kind_of(form),
            name: form.text(Field::Name).ok_or(Fault::missing(Field::Name))?,
            parent: form.picked(Field::Parent).map(PlaceCode::new),
            difficult: form.picked_at(Field::Difficult) == Some(1),
        };
        let amends = self.known.is_some();
        let reason = form.text(Field::Reason);
        Ok(Command::Place(PlaceEntry { id: id.clone(), row, amends, reason }))
    }

    /// The next place: after a commune its villages.
    fn after(&self, typed: &Typed, view: &View) -> After {
        if self.known.is_some() {
            return After::Back;
        }
        let form = &typed.form;
        let (kind, code) = (kind_of(form), form.text(Field::Code).unwrap_or_default());
        let mut next = self.blank(view);
        let within = match kind {
            PlaceKind::Village => form.picked(Field::Parent).unwrap_or_default().to_owned(),
            _ => code,
        };
        let below = match kind {
            PlaceKind::Village | PlaceKind::Commune => PlaceKind::Village,
            PlaceKind::District => PlaceKind::Commune,
            PlaceKind::Province => PlaceKind::District,
        };
        let at = KINDS.iter().position(|known| *known == below).unwrap_or(0);
        next.form.fill(Field::Kind, &at.to_string());
        next.form.set_choices(Field::Parent, lists::places(view, above(below)));
        next.form.fill(Field::Parent, &within);
        next.form.go_to(Field::Code);
        let name = form.text(Field::Name).unwrap_or_default();
        After::Again(Box::new(next), (view.text.entry.place.recorded)(&name))
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.entry.place.explains
    }
}
