//! Groups and their members: who leads, who joined when, who lives how.

use super::dice::Dice;
use super::names::{self, Folk};
use super::places::Village;
use super::plan::Plan;
use super::temper::Temper;
use crate::domain::day::Day;
use crate::domain::group::{Association, Group, Household, Member, Sex};
use crate::domain::ids::{GroupCode, MemberCode};

/// A group with its members.
#[derive(Clone, Debug)]
pub(super) struct Circle {
    /// Its number over all communes.
    pub(super) number: u64,
    /// The group.
    pub(super) group: Group,
    /// How it is led.
    pub(super) temper: Temper,
    /// Its village.
    pub(super) village: Village,
    /// Its members; the first leads, the second is deputy.
    pub(super) members: Vec<Person>,
    /// Whether stories may be told of it: not of a young one, nor of one that was closed.
    pub(super) tells: bool,
}

/// A member before anything happened.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// The member's number over all communes.
    pub(super) number: u64,
    /// The member.
    pub(super) member: Member,
    /// What kind of household.
    pub(super) household: Household,
}

/// What is special about a group of a commune, by its number there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Mark {
    young: bool,
    closed: bool,
    leaderless: bool,
}

fn mark(plan: &Plan, no: u32) -> Mark {
    let many = plan.groups >= 8 && plan.grown.is_none();
    Mark {
        young: many && no + 1 == plan.groups,
        closed: many && no + 2 == plan.groups,
        leaderless: many && no + 3 == plan.groups,
    }
}

/// The groups of a commune.
pub(super) fn circles(plan: &Plan, commune: u32, villages: &[Village]) -> Vec<Circle> {
    let groups = (0..plan.groups).filter_map(|no| {
        let village = villages.get(usize::try_from(no).ok()? % villages.len().max(1))?;
        Some(circle(plan, commune, no, village))
    });
    let mut circles: Vec<Circle> = groups.collect();
    if plan.grown.is_none() {
        same_name(&mut circles);
    }
    circles
}

/// Two leaders of one commune share one name (domain.md, section 1).
fn same_name(circles: &mut [Circle]) {
    if let [first, .., last] = circles
        && let (Some(one), Some(other)) = (first.members.first(), last.members.first_mut())
    {
        other.member.name.clone_from(&one.member.name);
        other.member.sex = one.member.sex;
        other.member.ethnicity.clone_from(&one.member.ethnicity);
    }
}

fn circle(plan: &Plan, commune: u32, no: u32, village: &Village) -> Circle {
    let number = u64::from(commune) * u64::from(plan.groups) + u64::from(no);
    let mut dice = Dice::of(plan.seed, "group", &[number]);
    let mark = mark(plan, no);
    let founded = if mark.young {
        village.calendar.first_on_or_after(plan.as_of.months_before(9))
    } else {
        let before = plan.begin().months_before(24).months_before(dice.small(0, 60));
        village.calendar.first_on_or_after(before)
    };
    let associations =
        [Association::Women, Association::Farmers, Association::Veterans, Association::Youth];
    let association = dice.weighted(&[(4, 0), (3, 1), (2, 2), (2, 3)]);
    let association = associations.get(association).copied().unwrap_or(Association::Women);
    let code = code(plan, commune, no, village);
    let quarter = plan.members / 4;
    let (least, most) = (plan.members - quarter, plan.members + quarter);
    let size = dice.small(least, most).clamp(5, 60);
    let folks = dice.one(&[[8, 2, 0], [6, 4, 0], [3, 7, 0], [5, 1, 4], [7, 2, 1]]);
    let people: Vec<Person> = (0..size)
        .map(|at| {
            let number = number * 60 + u64::from(at) + 1;
            let mut dice = Dice::of(plan.seed, "member", &[number]);
            person(plan, &mut dice, (number, at), (&code, association), folks, founded)
        })
        .collect();
    let code_of = |at: usize| people.get(at).map(|person| person.member.code.clone());
    let group = Group {
        code: code.clone(),
        village: village.code.clone(),
        point: village.point.clone(),
        association,
        leader: code_of(0).filter(|_| !mark.leaderless),
        deputy: code_of(1),
        founded_on: founded,
        closed_on: mark.closed.then(|| plan.as_of.months_before(5)),
    };
    let at = usize::try_from(no).unwrap_or(0) % plan.tempers.len().max(1);
    Circle {
        number,
        temper: plan.tempers.get(at).copied().unwrap_or_default(),
        village: village.clone(),
        tells: !mark.young && !mark.closed,
        members: people,
        group,
    }
}

fn code(plan: &Plan, commune: u32, no: u32, village: &Village) -> GroupCode {
    GroupCode::new(match &plan.grown {
        None => format!("{:03}{:04}", commune + 1, no + 1),
        Some(grown) => {
            // As the commune's own are: the village's number, then the group's.
            let village: String = village.code.as_str().chars().skip(6).collect();
            format!("07{village}{:03}", grown.groups + no + 1)
        }
    })
}

fn person(
    plan: &Plan,
    dice: &mut Dice,
    (number, at): (u64, u32),
    (group, association): (&GroupCode, Association),
    [kinh, khmer, hoa]: [u32; 3],
    founded: Day,
) -> Person {
    let folk = dice.weighted(&[(kinh, Folk::Kinh), (khmer, Folk::Khmer), (hoa, Folk::Hoa)]);
    let women = if association == Association::Women { 800 } else { 420 };
    let sex = if dice.often(women) { Sex::Female } else { Sex::Male };
    let household = match dice.below(100) {
        0..16 => Household::Poor,
        16..50 => Household::NearPoor,
        50..78 => Household::Escaped,
        _ => Household::Other,
    };
    let months = if at < 5 || dice.often(600) { 0 } else { dice.small(0, 60) };
    let joined_on = founded.months_after(months).min(plan.as_of.months_before(6)).max(founded);
    let years = if association == Association::Youth { (20, 32) } else { (20, 55) };
    let age = dice.small(years.0, years.1);
    let born = joined_on.months_before(12 * age).plus(-dice.between(0, 364));
    let name = names::person(dice, folk, sex);
    let (base, phones) = plan.grown.as_ref().map_or((0, 0), |grown| (grown.members, grown.phones));
    let commune = number / (u64::from(plan.groups) * 60) + 1;
    let code = match plan.grown {
        None => format!("{commune:03}{:07}", number % 10_000_000),
        Some(_) => format!("007{:07}", base + number),
    };
    let century = if born.year() >= 2000 { 2 } else { 0 } + i64::from(sex == Sex::Female);
    let id = format!("000{century}{:02}{:06}", born.year() % 100, (number * 7_919) % 1_000_000);
    let phone = format!("09000{:05}", (phones + number) % 100_000);
    let member = Member {
        code: MemberCode::new(code),
        group: group.clone(),
        name,
        born: Some(born),
        sex: Some(sex),
        household: Some(household),
        ethnicity: Some(folk.name().to_owned()),
        phone: (at == 0 || !dice.often(60)).then_some(phone),
        id_number: Some(id),
        joined_on,
        left_on: None,
    };
    Person { number, member, household }
}
