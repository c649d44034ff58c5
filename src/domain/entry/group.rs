//! A group: new, or changed; its leader and deputy, and its closing.

use super::master::GroupEntry;
use super::place::of_kind;
use super::{known, not_in_the_future};
use crate::domain::day::Day;
use crate::domain::group::Group;
use crate::domain::ids::{GroupCode, MemberCode};
use crate::domain::ledger::{Ledger, MemberFile};
use crate::domain::place::PlaceKind;
use crate::domain::refusal::{Field, Refusal, Why};

/// Checks a group. Of a known one, what stays as it was is not asked again: files may bring what
/// a form would not.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(new: &GroupEntry, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    let group = &new.row;
    let code = group.code.as_str();
    let whose = |known: &Group| ledger.group_name(known).to_owned();
    let known = known::row(new, code, ledger.groups.get(code), whose)?;
    if known.is_none() {
        known::digits(Field::Code, code, 7, 7)?;
    }
    if known.is_none_or(|known| known.village != group.village) {
        of_kind(Field::Village, &group.village, PlaceKind::Village, ledger)?;
    }
    if !ledger.points.contains_key(&group.point) {
        let given = group.point.to_string();
        let why = if given.is_empty() { Why::Missing } else { Why::Unknown(given) };
        return Err(Refusal::at(Field::Point, why));
    }
    days(group, known, ledger, today)?;
    people(group, known, ledger, today)
}

fn days(group: &Group, known: Option<&Group>, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    if known.is_none_or(|known| known.founded_on != group.founded_on) {
        not_in_the_future(Field::FoundedOn, group.founded_on, today)?;
    }
    let later = known.is_none_or(|known| known.founded_on < group.founded_on);
    if later {
        // Who joined before the group was founded has moved in, and is none of its beginners.
        let from = known.map(|known| known.founded_on);
        let joined = members(ledger, &group.code).map(|file| file.member.joined_on);
        let within = joined.filter(|joined| from.is_none_or(|from| from <= *joined));
        if let Some(first) = within.min().filter(|first| *first < group.founded_on) {
            return Err(Refusal::at(Field::FoundedOn, Why::TooLate(first)));
        }
    }
    let closes = known.is_none_or(|known| known.closed_on != group.closed_on);
    match group.closed_on {
        Some(closed) if (closes || later) && closed <= group.founded_on => {
            Err(Refusal::at(Field::ClosedOn, Why::NotLater(group.founded_on)))
        }
        _ => Ok(()),
    }
}

/// Leader and deputy are two present members of this very group (domain.md, section 1).
fn people(
    group: &Group,
    known: Option<&Group>,
    ledger: &Ledger,
    today: Day,
) -> Result<(), Refusal> {
    let posts = [
        (Field::Leader, &group.leader, known.map(|known| &known.leader)),
        (Field::Deputy, &group.deputy, known.map(|known| &known.deputy)),
    ];
    for (field, now, before) in posts {
        if let Some(code) = now
            && before.is_none_or(|before| before != now)
        {
            present(field, code, group, ledger, today)?;
        }
    }
    if group.leader.is_some() && group.leader == group.deputy {
        let leader_is_new = known.is_some_and(|known| known.leader != group.leader);
        let field = if leader_is_new { Field::Leader } else { Field::Deputy };
        return Err(Refusal::at(field, Why::SamePerson));
    }
    Ok(())
}

fn present(
    field: Field,
    code: &MemberCode,
    group: &Group,
    ledger: &Ledger,
    today: Day,
) -> Result<(), Refusal> {
    let refused = |why| Err(Refusal::at(field, why));
    match ledger.members.get(code) {
        None => refused(Why::Unknown(code.to_string())),
        Some(file) if file.member.group != group.code => {
            refused(Why::OfAnotherGroup(file.member.group.to_string()))
        }
        Some(file) if !file.member.counts_on(today) => {
            refused(super::member::not_there(&file.member, today))
        }
        Some(_) => Ok(()),
    }
}

/// Why a group does not count on a day: closed by then, or not founded yet.
pub(super) fn not_there(group: &Group, day: Day) -> Why {
    let closed = group.closed_on.filter(|closed| *closed <= day);
    closed.map_or(Why::GroupNotThere(group.founded_on), Why::GroupClosed)
}

/// The files of a group's members, those who left included.
pub(super) fn members<'a>(
    ledger: &'a Ledger,
    group: &GroupCode,
) -> impl Iterator<Item = &'a MemberFile> + 'a {
    let codes = ledger.members_of.get(group).map_or(&[][..], Vec::as_slice);
    codes.iter().filter_map(|code| ledger.members.get(code))
}
