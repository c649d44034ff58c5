//! What can be picked from in the entry forms: places, points, groups, members, programmes.

use crate::domain::group::{Association, Group, Household, Sex};
use crate::domain::ids::GroupCode;
use crate::domain::ledger::MemberFile;
use crate::domain::place::{Place, PlaceKind};
use crate::domain::rulebook::Programme;
use crate::text::fold::name_key;
use crate::text::words::{Named, association_short};
use crate::ui::screen::View;
use crate::ui::widgets::pick_field::Choice;

/// Kinds of households, in the order of the choice.
pub const HOUSEHOLDS: [Household; 4] =
    [Household::Poor, Household::NearPoor, Household::Escaped, Household::Other];

/// Sexes, in the order of the choice.
pub const SEXES: [Sex; 2] = [Sex::Male, Sex::Female];

/// The names of values.
pub fn names<T: Named>(values: &[T], view: &View) -> Vec<String> {
    values.iter().map(|value| value.say(view.language()).to_owned()).collect()
}

/// The associations, by code.
pub fn associations(view: &View) -> Vec<Choice> {
    let row = |one: &Association| {
        let short = association_short(*one, view.language());
        let name = format!("{} ({short})", one.say(view.language()));
        Choice { key: one.code().to_owned(), name }
    };
    Association::ALL.iter().map(row).collect()
}

fn choice(key: &str, name: &str) -> Choice {
    Choice { key: key.to_owned(), name: format!("{name} · {key}") }
}

/// Places of some kinds, by name.
pub fn places(view: &View, kinds: &[PlaceKind]) -> Vec<Choice> {
    let all = view.ledger().places.values();
    let of = |place: &&Place| kinds.contains(&place.kind);
    all.filter(of).map(|place| choice(place.code.as_str(), &place.name)).collect()
}

/// The villages.
pub fn villages(view: &View) -> Vec<Choice> {
    places(view, &[PlaceKind::Village])
}

/// The transaction points.
pub fn points(view: &View) -> Vec<Choice> {
    let all = view.ledger().points.values();
    all.map(|point| choice(point.code.as_str(), &point.name)).collect()
}

/// The programmes of the rulebook in force, with their rates.
pub fn programmes(view: &View) -> Vec<Choice> {
    let all = view.shelf().on(view.today).map_or(&[][..], |rules| rules.programmes.as_slice());
    let row = |programme: &Programme| {
        let rate = programme.rate.to_string().replace('.', ",");
        let name = format!("{} {} · {rate} %", programme.code, programme.name);
        Choice { key: programme.code.to_string(), name }
    };
    all.iter().map(row).collect()
}

/// The groups that are not closed, by their leaders' names.
pub fn groups(view: &View) -> Vec<Choice> {
    let ledger = view.ledger();
    let open = ledger.groups.values().filter(|group| group.closed_on.is_none());
    let row = |group: &Group| {
        // a group without a leader is known by its village
        let village = ledger.places.get(&group.village).map(|place| place.name.clone());
        let leader = group.leader.as_ref().map(|_| view.name(ledger.group_name(group)));
        choice(group.code.as_str(), &leader.or(village).unwrap_or_default())
    };
    open.map(row).collect()
}

/// The members of a group who have not left, by name.
pub fn present_members(view: &View, group: &GroupCode) -> Vec<Choice> {
    let ledger = view.ledger();
    let codes = ledger.members_of.get(group).map_or(&[][..], Vec::as_slice);
    let present = |file: &&MemberFile| file.member.left_on.is_none_or(|left| left > view.today);
    let mut members: Vec<&MemberFile> =
        codes.iter().filter_map(|code| ledger.members.get(code)).filter(present).collect();
    members.sort_by_cached_key(|file| name_key(&file.member.name));
    let row = |file: &MemberFile| choice(file.member.code.as_str(), &view.name(&file.member.name));
    members.into_iter().map(row).collect()
}

/// The code of the only one there is.
pub fn only(choices: &[Choice]) -> Option<&str> {
    match choices {
        [one] => Some(one.key.as_str()),
        _ => None,
    }
}
