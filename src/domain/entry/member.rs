//! A member: joining, leaving, moving to another group, and what is known of the person.

use super::group::members;
use super::master::MemberEntry;
use super::{known, not_in_the_future, text};
use crate::domain::day::Day;
use crate::domain::group::Member;
use crate::domain::ids::GroupCode;
use crate::domain::ledger::Ledger;
use crate::domain::refusal::{Field, Refusal, Why};

/// The ages, in completed years, at which one can join a group: of full legal age, and alive.
const AGES: (u32, u32) = (18, 110);

/// Checks a member. Of a known one, what stays as it was is not asked again: files may bring what
/// a form would not.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(
    new: &MemberEntry,
    ledger: &Ledger,
    (_, most): (u32, u32),
    today: Day,
) -> Result<(), Refusal> {
    let member = &new.row;
    let code = member.code.as_str();
    let file = ledger.members.get(code);
    let whose = |file: &crate::domain::ledger::MemberFile| who(&file.member);
    let known = known::row(new, code, file, whose)?;
    if known.is_none() {
        known::digits(Field::Code, code, 10, 10)?;
    }
    let before = known.map(|file| &file.member);
    group_of(member, before, ledger, today)?;
    text::needed(Field::Name, &member.name, text::NAME)?;
    person(member, before, ledger, today)?;
    text::allowed(Field::Ethnicity, member.ethnicity.as_deref().unwrap_or_default(), text::NAME)?;
    days(member, before, ledger, today)?;
    room(member, before, ledger, most, today)
}

/// Who it is, for a refusal that names another member.
fn who(member: &Member) -> String {
    format!("{} ({})", member.name, member.code)
}

/// The group is there when the member joins it, or moves to it; and nobody leaves as its leader.
fn group_of(
    member: &Member,
    before: Option<&Member>,
    ledger: &Ledger,
    today: Day,
) -> Result<(), Refusal> {
    let given = member.group.to_string();
    let why = if given.is_empty() { Why::Missing } else { Why::Unknown(given) };
    let group = ledger.groups.get(&member.group).ok_or(Refusal::at(Field::Group, why))?;
    let moves = before.is_some_and(|before| before.group != member.group);
    let joins = before.is_none_or(|before| before.joined_on != member.joined_on);
    // Who moves keeps the day of joining, which may lie before the new group was founded.
    let (field, day) = match (moves, joins) {
        (true, _) => (Field::Group, today),
        (false, true) => (Field::JoinedOn, member.joined_on),
        (false, false) => return leaves(member, before, ledger),
    };
    if !group.counts_on(day) {
        return Err(Refusal::at(field, super::group::not_there(group, day)));
    }
    leaves(member, before, ledger)
}

/// Leader and deputy are present members: the group gets another one first.
fn leaves(member: &Member, before: Option<&Member>, ledger: &Ledger) -> Result<(), Refusal> {
    let Some(before) = before else { return Ok(()) };
    let moves = before.group != member.group;
    let leaves = member.left_on.is_some() && before.left_on != member.left_on;
    let Some(group) = ledger.groups.get(&before.group).filter(|_| moves || leaves) else {
        return Ok(());
    };
    if ![&group.leader, &group.deputy].contains(&&Some(member.code.clone())) {
        return Ok(());
    }
    let field = if moves { Field::Group } else { Field::LeftOn };
    Err(Refusal::at(field, Why::LeadsGroup(group.code.to_string())))
}

/// Why a member does not count on a day: gone by then, or not there yet.
pub(super) fn not_there(member: &Member, day: Day) -> Why {
    let left = member.left_on.filter(|left| *left <= day);
    left.map_or(Why::MemberNotThere(member.joined_on), Why::MemberLeft)
}

/// Age, telephone and ID number.
fn person(
    member: &Member,
    before: Option<&Member>,
    ledger: &Ledger,
    today: Day,
) -> Result<(), Refusal> {
    let age = |before: &Member| (before.born, before.joined_on) != (member.born, member.joined_on);
    if let Some(born) = member.born.filter(|_| before.is_none_or(age)) {
        let (least, most) = AGES;
        let old_enough = born.months_after(12 * least) <= member.joined_on;
        let alive = member.joined_on < born.months_after(12 * (most + 1));
        if !(old_enough && alive) {
            return Err(Refusal::at(Field::Born, Why::Age(least, most)));
        }
    }
    let new_phone = |phone: &&String| before.is_none_or(|it| it.phone.as_ref() != Some(*phone));
    if let Some(phone) = member.phone.as_ref().filter(new_phone)
        && !is_phone(phone)
    {
        return Err(Refusal::at(Field::Phone, Why::NotAPhone));
    }
    let present = |before: &Member| before.counts_on(today) || !member.counts_on(today);
    let same = |before: &Member| before.id_number == member.id_number && present(before);
    match member.id_number.as_ref().filter(|_| !before.is_some_and(same)) {
        Some(number) => id_number(number, member, ledger, today),
        None => Ok(()),
    }
}

/// 9 to 11 digits, the code of the country with a plus before it at most.
fn is_phone(phone: &str) -> bool {
    let digits = phone.strip_prefix('+').unwrap_or(phone);
    let plus = !phone.starts_with('+') || digits.starts_with("84");
    plus && (9..=11).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit())
}

/// 12 digits, and of nobody else who is a member today.
fn id_number(number: &str, member: &Member, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    known::digits(Field::IdNumber, number, 12, 12)?;
    let other = ledger.members.values().map(|file| &file.member).find(|other| {
        other.code != member.code
            && other.counts_on(today)
            && other.id_number.as_deref() == Some(number)
    });
    match other {
        Some(other) if member.counts_on(today) => {
            Err(Refusal::at(Field::IdNumber, Why::IdNumberOf(who(other))))
        }
        _ => Ok(()),
    }
}

/// One joins before one leaves, neither tomorrow; no loan lies outside, and no deposit before.
fn days(
    member: &Member,
    before: Option<&Member>,
    ledger: &Ledger,
    today: Day,
) -> Result<(), Refusal> {
    let file = ledger.members.get(&member.code);
    let borrowed = || {
        let codes = file.map_or(&[][..], |file| file.loans.as_slice());
        codes.iter().filter_map(|code| Some(ledger.loans.get(code)?.loan.disbursed_on))
    };
    if before.is_none_or(|before| before.joined_on != member.joined_on) {
        not_in_the_future(Field::JoinedOn, member.joined_on, today)?;
    }
    let later = before.is_none_or(|before| before.joined_on < member.joined_on);
    if later {
        // What files brought from before the old day of joining is no worse for the new one.
        let from = before.map(|before| before.joined_on);
        let saved = file.map_or(&[][..], |file| file.deposits.as_slice()).iter().map(|it| it.day);
        let within = borrowed().chain(saved).filter(|day| from.is_none_or(|from| from <= *day));
        if let Some(first) = within.min().filter(|first| *first < member.joined_on) {
            return Err(Refusal::at(Field::JoinedOn, Why::TooLate(first)));
        }
    }
    let Some(left) = member.left_on else { return Ok(()) };
    let leaves = before.is_none_or(|before| before.left_on != member.left_on);
    if (leaves || later) && left <= member.joined_on {
        return Err(Refusal::at(Field::LeftOn, Why::NotLater(member.joined_on)));
    }
    if leaves {
        not_in_the_future(Field::LeftOn, left, today)?;
        if let Some(last) = borrowed().max().filter(|last| left <= *last) {
            return Err(Refusal::at(Field::LeftOn, Why::NotLater(last)));
        }
    }
    Ok(())
}

/// A group has at most so many members (domain.md, section 1); fewer than the least is a warning
/// of `check`, since every group begins with one.
fn room(
    member: &Member,
    before: Option<&Member>,
    ledger: &Ledger,
    most: u32,
    today: Day,
) -> Result<(), Refusal> {
    let there = |before: &Member| before.group == member.group && before.counts_on(today);
    if !member.counts_on(today) || before.is_some_and(there) {
        return Ok(());
    }
    let full = present(ledger, &member.group, today) >= usize::try_from(most).unwrap_or(usize::MAX);
    if full { Err(Refusal::at(Field::Group, Why::GroupFull(most))) } else { Ok(()) }
}

/// The members of a group who count on a day.
fn present(ledger: &Ledger, group: &GroupCode, day: Day) -> usize {
    members(ledger, group).filter(|file| file.member.counts_on(day)).count()
}
