//! The form of a group: new, or one that is known, with its leader, deputy and end.

use super::lists;
use super::paper::{After, Fault, Paper, Typed};
use crate::domain::entry::master::GroupEntry;
use crate::domain::group::{Association, Group};
use crate::domain::ids::{FactId, GroupCode, MemberCode, PlaceCode, PointCode};
use crate::domain::refusal::Field;
use crate::office::command::Command;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::Route;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::form::{Form, FormField, Input};
use crate::ui::widgets::pick_field::PickField;

/// The form of a group.
pub struct GroupPaper {
    known: Option<GroupCode>,
}

impl GroupPaper {
    /// A new group.
    pub const fn new() -> GroupPaper {
        GroupPaper { known: None }
    }

    /// A group that is known.
    pub const fn of(code: GroupCode) -> GroupPaper {
        GroupPaper { known: Some(code) }
    }

    fn group<'a>(&self, view: &View<'a>) -> Option<&'a Group> {
        view.ledger().groups.get(self.known.as_ref()?)
    }
}

fn fields(view: &View, group: Option<&Group>) -> Vec<FormField> {
    let villages = PickField::new(lists::villages(view));
    let points = PickField::new(lists::points(view));
    let association = PickField::new(lists::associations(view));
    let village = group.map(|group| group.village.as_str());
    let point = group.map(|group| group.point.as_str());
    let association = association.with(group.map(|group| group.association.code()));
    let founded = group.map_or_else(DayField::new, |group| DayField::with(group.founded_on));
    vec![
        FormField::new(
            Field::Village,
            |t| t.entry.label.village,
            Input::Pick(villages.with(village.or(lists::only(&lists::villages(view))))),
        )
        .needed()
        .hint(|t| t.entry.hint.pick),
        FormField::new(
            Field::Point,
            |t| t.entry.label.point,
            Input::Pick(points.with(point.or(lists::only(&lists::points(view))))),
        )
        .needed()
        .hint(|t| t.entry.hint.pick),
        FormField::new(Field::Association, |t| t.entry.label.association, Input::Pick(association))
            .needed()
            .hint(|t| t.entry.hint.pick),
        FormField::new(Field::FoundedOn, |t| t.entry.label.founded_on, Input::Day(founded))
            .needed(),
    ]
}

/// What only a known group has: its leader, deputy and end.
fn more_fields(view: &View, group: &Group) -> Vec<FormField> {
    let members = lists::present_members(view, &group.code);
    let pick = |code: &Option<MemberCode>| {
        PickField::new(members.clone()).with(code.as_ref().map(MemberCode::as_str))
    };
    let closed = group.closed_on.map_or_else(DayField::new, DayField::with);
    vec![
        FormField::new(Field::Leader, |t| t.entry.label.leader, Input::Pick(pick(&group.leader)))
            .hint(|t| t.entry.hint.leader),
        FormField::new(Field::Deputy, |t| t.entry.label.deputy, Input::Pick(pick(&group.deputy)))
            .hint(|t| t.entry.hint.leader),
        FormField::new(Field::ClosedOn, |t| t.entry.label.closed_on, Input::Day(closed))
            .hint(|t| t.entry.hint.closed_on),
        FormField::text(Field::Reason, |t| t.entry.label.reason).hint(|t| t.entry.hint.reason),
    ]
}

impl Paper for GroupPaper {
    fn title(&self, view: &View) -> String {
        let words = &view.text.entry.group;
        let name = |group: &Group| view.name(view.ledger().group_name(group));
        self.group(view)
            .map_or_else(|| words.title_new.to_owned(), |group| (words.title)(&name(group)))
    }

    fn blank(&self, view: &View) -> Typed {
        let group = self.group(view);
        let mut all = fields(view, group);
        match group {
            Some(group) => all.extend(more_fields(view, group)),
            None => all.insert(
                0,
                FormField::text(Field::Code, |t| t.entry.label.group_code)
                    .needed()
                    .hint(|t| t.entry.hint.group_code),
            ),
        }
        // what is most often changed of a known group comes first
        let mut form = Form::new(all).tight();
        if group.is_some() {
            form.go_to(Field::Leader);
        }
        Typed { form, lines: Vec::new() }
    }

    fn rename(&self, typed: &mut Typed, view: &View) {
        let form = &mut typed.form;
        form.set_choices(Field::Village, lists::villages(view));
        form.set_choices(Field::Point, lists::points(view));
        form.set_choices(Field::Association, lists::associations(view));
        if let Some(code) = &self.known {
            let members = lists::present_members(view, code);
            form.set_choices(Field::Leader, members.clone());
            form.set_choices(Field::Deputy, members);
        }
    }

    fn head(&self, _typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let words = &view.text.entry.group;
        let ledger = view.ledger();
        let missing = match (lists::villages(view).is_empty(), ledger.points.is_empty()) {
            (true, true) => Some(words.no_places),
            (true, false) => Some(words.no_villages),
            (false, true) => Some(words.no_points),
            (false, false) => None,
        };
        if let Some(missing) = missing {
            return vec![(missing.to_owned(), Tone::Warn)];
        }
        let Some(group) = self.group(view) else {
            return vec![(words.head_new.to_owned(), Tone::Dim)];
        };
        let members = lists::present_members(view, &group.code).len();
        let mut head = vec![((words.head)(group.code.as_str(), members), Tone::Strong)];
        let size = view.shelf().on(view.today).map(|rules| rules.group_size);
        if let Some((least, most)) = size
            && !(least..=most).contains(&u32::try_from(members).unwrap_or(u32::MAX))
        {
            head.push(((words.too_few)(least, most), Tone::Warn));
        }
        head
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let form = &typed.form;
        let needed = |field| form.picked(field).ok_or(Fault::missing(field));
        let code = match (&self.known, self.group(view)) {
            (None, _) => GroupCode::new(form.text(Field::Code).ok_or(Fault::missing(Field::Code))?),
            (Some(code), Some(_)) => code.clone(),
            (Some(_), None) => return Err(Fault::Gone),
        };
        let association = form.picked(Field::Association).and_then(Association::from_code);
        let founded = form.day(Field::FoundedOn, view.today);
        let member = |field| form.picked(field).map(MemberCode::new);
        let row = Group {
            code,
            village: PlaceCode::new(needed(Field::Village)?),
            point: PointCode::new(needed(Field::Point)?),
            association: association.ok_or(Fault::missing(Field::Association))?,
            leader: member(Field::Leader),
            deputy: member(Field::Deputy),
            founded_on: founded.ok_or(Fault::missing(Field::FoundedOn))?,
            closed_on: form.day(Field::ClosedOn, view.today),
        };
        let amends = self.known.is_some();
        let reason = form.text(Field::Reason);
        Ok(Command::Group(GroupEntry { id: id.clone(), row, amends, reason }))
    }

    fn after(&self, typed: &Typed, _view: &View) -> After {
        match (&self.known, typed.form.text(Field::Code)) {
            (None, Some(code)) => After::To(Route::Group(GroupCode::new(code))),
            _ => After::Back,
        }
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.entry.group.explains
    }
}
