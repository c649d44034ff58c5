//! The form of a member: new ones one after the other, or one who is known, who may leave or move.

use super::lists::{self, HOUSEHOLDS, SEXES};
use super::paper::{After, Fault, Paper, Typed};
use crate::domain::entry::master::MemberEntry;
use crate::domain::group::Member;
use crate::domain::ids::{FactId, GroupCode, MemberCode};
use crate::domain::refusal::Field;
use crate::office::command::Command;
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::day_field::DayField;
use crate::ui::widgets::form::{Form, FormField, Input, Shown};
use crate::ui::widgets::pick_field::{Choice, PickField};
use crate::ui::widgets::text_field::TextField;

/// Whose form it is.
enum Of {
    /// New members of a group.
    Group(GroupCode),
    /// A member who is known.
    Known(MemberCode),
}

/// The form of a member.
pub struct MemberPaper {
    of: Of,
}

impl MemberPaper {
    /// New members of a group.
    pub const fn new(group: GroupCode) -> MemberPaper {
        MemberPaper { of: Of::Group(group) }
    }

    /// A member who is known.
    pub const fn of(code: MemberCode) -> MemberPaper {
        MemberPaper { of: Of::Known(code) }
    }

    fn member<'a>(&self, view: &View<'a>) -> Option<&'a Member> {
        match &self.of {
            Of::Known(code) => view.ledger().members.get(code).map(|file| &file.member),
            Of::Group(_) => None,
        }
    }

    fn head_of_group(view: &View, code: &GroupCode) -> Vec<(String, Tone)> {
        let words = &view.text.entry.member;
        let ledger = view.ledger();
        let Some(group) = ledger.groups.get(code) else {
            return vec![(view.text.entry.gone.to_owned(), Tone::Bad)];
        };
        let members = lists::present_members(view, code).len();
        let leader = group.leader.as_ref().and_then(|code| ledger.members.get(code));
        let leader = leader.map(|file| view.name(&file.member.name));
        let village = ledger.places.get(&group.village).map(|place| place.name.clone());
        let who = leader.or(village).unwrap_or_default();
        let mut head = vec![((words.head_new)(code.as_str(), &who, members), Tone::Strong)];
        let most = view.shelf().on(view.today).map(|rules| rules.group_size.1);
        if let Some(most) = most
            && usize::try_from(most).is_ok_and(|most| members >= most)
        {
            head.push(((words.full)(most), Tone::Warn));
        }
        head
    }
}

/// The cells that every member has, filled with what is known.
fn fields(view: &View, member: Option<&Member>) -> Vec<FormField> {
    let text = |of: fn(&Member) -> Option<&String>| {
        let known = member.and_then(of).map_or("", String::as_str);
        Input::Text(TextField::with(known))
    };
    let at_sex = member.and_then(|member| SEXES.iter().position(|sex| Some(*sex) == member.sex));
    let at_household = member
        .and_then(|member| HOUSEHOLDS.iter().position(|kind| Some(*kind) == member.household));
    let born = member.and_then(|member| member.born).map_or_else(DayField::new, DayField::with);
    let joined = member.map_or_else(DayField::new, |member| DayField::with(member.joined_on));
    vec![
        FormField::new(Field::Name, |t| t.entry.label.name, text(|one| Some(&one.name)))
            .needed()
            .shown(Shown::Name)
            .hint(|t| t.entry.hint.name),
        FormField::new(Field::Born, |t| t.entry.label.born, Input::Day(born.in_the_past()))
            .hint(|t| t.entry.hint.born),
        FormField::names(Field::Sex, |t| t.entry.label.sex, lists::names(&SEXES, view), at_sex)
            .hint(|t| t.entry.hint.choose),
        FormField::names(
            Field::Household,
            |t| t.entry.label.household,
            lists::names(&HOUSEHOLDS, view),
            at_household,
        )
        .hint(|t| t.entry.hint.choose),
        FormField::new(
            Field::Ethnicity,
            |t| t.entry.label.ethnicity,
            text(|one| one.ethnicity.as_ref()),
        )
        .hint(|t| t.entry.hint.optional),
        FormField::new(Field::Phone, |t| t.entry.label.phone, text(|one| one.phone.as_ref()))
            .shown(Shown::Number)
            .hint(|t| t.entry.hint.optional),
        FormField::new(
            Field::IdNumber,
            |t| t.entry.label.id_number,
            text(|one| one.id_number.as_ref()),
        )
        .shown(Shown::Masked)
        .hint(|t| t.entry.hint.id_number),
        FormField::new(Field::JoinedOn, |t| t.entry.label.joined_on, Input::Day(joined)).needed(),
    ]
}

/// What only a known member has: the group to move to, the end, the reason.
fn more_fields(view: &View, member: &Member) -> Vec<FormField> {
    let groups = PickField::new(groups(view, member)).with(Some(member.group.as_str()));
    let left = member.left_on.map_or_else(DayField::new, DayField::with);
    vec![
        FormField::new(Field::Group, |t| t.entry.label.group, Input::Pick(groups))
            .needed()
            .hint(|t| t.entry.hint.move_group),
        FormField::new(Field::LeftOn, |t| t.entry.label.left_on, Input::Day(left))
            .hint(|t| t.entry.hint.left_on),
        FormField::text(Field::Reason, |t| t.entry.label.reason).hint(|t| t.entry.hint.reason),
    ]
}

/// The name of a people as it is written: `khmer` is Khmer, `ê đê` is Ê Đê.
fn words_capital(text: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
        first.unwrap_or_default() + letters.as_str()
    };
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// The groups to pick from; the member's own though it be closed.
fn groups(view: &View, member: &Member) -> Vec<Choice> {
    let mut groups = lists::groups(view);
    if !groups.iter().any(|group| group.key == member.group.as_str()) {
        groups.push(Choice { key: member.group.to_string(), name: member.group.to_string() });
    }
    groups
}

impl Paper for MemberPaper {
    fn title(&self, view: &View) -> String {
        let words = &view.text.entry.member;
        self.member(view).map_or_else(
            || words.title_new.to_owned(),
            |member| (words.title)(&view.name(&member.name)),
        )
    }

    fn blank(&self, view: &View) -> Typed {
        let member = self.member(view);
        let mut all = fields(view, member);
        match member {
            Some(member) => all.extend(more_fields(view, member)),
            None => all.insert(
                0,
                FormField::text(Field::Code, |t| t.entry.label.member_code)
                    .needed()
                    .hint(|t| t.entry.hint.member_code),
            ),
        }
        Typed { form: Form::new(all).tight(), lines: Vec::new() }
    }

    fn rename(&self, typed: &mut Typed, view: &View) {
        let form = &mut typed.form;
        form.rename(Field::Sex, lists::names(&SEXES, view));
        form.rename(Field::Household, lists::names(&HOUSEHOLDS, view));
        if let Some(member) = self.member(view) {
            form.set_choices(Field::Group, groups(view, member));
        }
    }

    fn head(&self, typed: &Typed, view: &View) -> Vec<(String, Tone)> {
        let words = &view.text.entry.member;
        match &self.of {
            Of::Group(code) => MemberPaper::head_of_group(view, code),
            Of::Known(code) => {
                let Some(member) = self.member(view) else {
                    return vec![(view.text.entry.gone.to_owned(), Tone::Bad)];
                };
                let group = member.group.as_str();
                let mut head = vec![((words.head)(code.as_str(), group), Tone::Strong)];
                if let Some(other) = typed.form.picked(Field::Group).filter(|to| *to != group) {
                    head.push(((words.moved)(other), Tone::Warn));
                }
                head
            }
        }
    }

    fn command(&self, id: &FactId, typed: &Typed, view: &View) -> Result<Command, Fault> {
        let form = &typed.form;
        let (code, group) = match (&self.of, self.member(view)) {
            (Of::Group(group), _) => {
                let code = form.text(Field::Code).ok_or(Fault::missing(Field::Code))?;
                (MemberCode::new(code), group.clone())
            }
            (Of::Known(code), Some(_)) => {
                let group = form.picked(Field::Group).ok_or(Fault::missing(Field::Group))?;
                (code.clone(), GroupCode::new(group))
            }
            (Of::Known(_), None) => return Err(Fault::Gone),
        };
        let joined = form.day(Field::JoinedOn, view.today);
        let row = Member {
            code,
            group,
            name: form.text(Field::Name).ok_or(Fault::missing(Field::Name))?,
            born: form.day(Field::Born, view.today),
            sex: form.picked_at(Field::Sex).and_then(|at| SEXES.get(at).copied()),
            household: form.picked_at(Field::Household).and_then(|at| HOUSEHOLDS.get(at).copied()),
            ethnicity: form.text(Field::Ethnicity).map(|text| words_capital(&text)),
            phone: form.text(Field::Phone),
            id_number: form.text(Field::IdNumber),
            joined_on: joined.ok_or(Fault::missing(Field::JoinedOn))?,
            left_on: form.day(Field::LeftOn, view.today),
        };
        let amends = matches!(self.of, Of::Known(_));
        let reason = form.text(Field::Reason);
        Ok(Command::Member(MemberEntry { id: id.clone(), row, amends, reason }))
    }

    /// The next member of the paper list: the day on which they joined stays. Nothing that is a
    /// person's own does.
    fn after(&self, typed: &Typed, view: &View) -> After {
        if matches!(self.of, Of::Known(_)) {
            return After::Back;
        }
        let form = &typed.form;
        let mut next = self.blank(view);
        let joined = form.day(Field::JoinedOn, view.today).map(format::day);
        next.form.fill(Field::JoinedOn, &joined.unwrap_or_default());
        let name = view.name(&form.text(Field::Name).unwrap_or_default());
        After::Again(Box::new(next), (view.text.entry.recorded)(&name))
    }

    fn explains(&self, view: &View) -> &'static [&'static str] {
        view.text.entry.member.explains
    }
}
