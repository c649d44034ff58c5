//! What was seen on the spot: who came to a session, and what group checks found.

pub(super) mod visits;

use super::clerk::Clerk;
use super::dice::Dice;
use super::fate::{Past, workday};
use super::names::{self, Folk};
use super::people::Circle;
use super::plan::Plan;
use super::temper::Temper;
use crate::domain::day::Day;
use crate::domain::group::Sex;
use crate::domain::ledger::Presence;
use crate::domain::record::{CheckRecord, Recorded};
use std::collections::BTreeMap;

/// Who represented a group at each of its sessions.
pub(super) fn attendance(plan: &Plan, circle: &Circle, past: &Past<'_>) -> BTreeMap<Day, Presence> {
    let mut dice = Dice::of(plan.seed, "attendance", &[circle.number]);
    let from = circle.group.founded_on.max(past.eve.plus(1));
    let end = circle.group.closed_on.map_or(past.last, |closed| closed.plus(-1).min(past.last));
    let sessions = past.calendar.between(from, end).into_iter();
    let mut who = |session: Day| {
        let absent = circle.temper.habits(session, past.as_of).absent;
        match (dice.often(absent), dice.often(90)) {
            (true, _) => Presence::None,
            (_, true) => Presence::Deputy,
            _ if circle.group.leader.is_none() => Presence::Deputy,
            _ => Presence::Leader,
        }
    };
    sessions.map(|session| (session, who(session))).collect()
}

/// Who visits and checks for the group's association.
pub(super) fn official(plan: &Plan, circle: &Circle, number: u64) -> String {
    let grown = plan.grown.as_ref();
    let own = grown.iter().flat_map(|grown| &grown.officials);
    let own = own.filter(|(association, _)| *association == circle.group.association);
    let own: Vec<&String> = own.map(|(_, name)| name).collect();
    if let Some(name) = own.get(usize::from(number > 0)).or(own.first()) {
        return (*name).clone();
    }
    // One person for each association of a commune, and a second one now and then.
    let commune = circle
        .group
        .village
        .as_str()
        .chars()
        .take(6)
        .fold(0, |number, digit| number * 10 + u64::from(digit.to_digit(10).unwrap_or(0)));
    let association = circle.group.association.code().parse().unwrap_or(0);
    let mut dice = Dice::of(plan.seed, "official", &[commune, association, number]);
    let sex = if association == 12 { Sex::Female } else { Sex::Male };
    let folk = dice.weighted(&[(5, Folk::Kinh), (4, Folk::Khmer), (1, Folk::Hoa)]);
    names::person(&mut dice, folk, sex)
}

/// The checklist of a 16/TD with the answers of a group in order (contract.md, section 2).
const ITEMS: [(&str, &str); 15] = [
    ("board", "yes"),
    ("family_ties", "no"),
    ("meetings", "yes"),
    ("propaganda", "yes"),
    ("joint_appraisal", "yes"),
    ("attendance", "yes"),
    ("fees_taken", "no"),
    ("principal_taken", "no"),
    ("borrowing_for_others", "no"),
    ("misappropriation", "no"),
    ("books_held", "yes"),
    ("receipts", "yes"),
    ("witnesses", "yes"),
    ("reports", "yes"),
    ("filing", "yes"),
];

/// What is found in a group that is led badly, and what the checker writes.
const FAULTS: [(&str, &str); 4] = [
    ("meetings", "Nhiều tháng không họp tổ"),
    ("attendance", "Tổ vắng phiên giao dịch, đã nhắc nhở"),
    ("receipts", "Một số hộ chưa được giao biên lai thu lãi"),
    ("propaganda", "Chưa sinh hoạt nội dung “có vay – có trả”"),
];

/// A check of each group each year, between February and October (domain.md, section 7).
pub(super) fn checks(
    plan: &Plan,
    circle: &Circle,
    past: &Past<'_>,
    clerk: &mut Clerk,
) -> Vec<Recorded<CheckRecord>> {
    let mut rows = Vec::new();
    for year in past.eve.year()..=past.as_of.year() {
        let number = u64::try_from(year).unwrap_or(0);
        let mut dice = Dice::of(plan.seed, "check", &[circle.number, number]);
        let (month, day) = (dice.small(2, 9), dice.small(1, 27));
        let Some(day) = Day::new(year, month, day).map(workday) else { continue };
        let badly = circle.temper.habits(day, past.as_of).skip >= 40;
        let forgotten = circle.temper != Temper::Good && dice.often(250);
        if day <= past.eve || day > past.last || !circle.group.counts_on(day) || forgotten {
            continue;
        }
        let visitor = official(plan, circle, u64::from(dice.often(300)));
        for (item, usual) in ITEMS {
            let fault = FAULTS.iter().find(|(fault, _)| *fault == item);
            let fault = fault.filter(|_| badly && dice.often(600));
            let untold = item == "witnesses" && dice.often(100);
            let answer = if fault.is_some() {
                "no"
            } else if untold {
                "n/a"
            } else {
                usual
            };
            let (id, trail) = clerk.record(day);
            let fact = CheckRecord {
                id,
                group: circle.group.code.clone(),
                day,
                association: Some(circle.group.association),
                visitor: visitor.clone(),
                item: item.to_owned(),
                answer: answer.to_owned(),
                note: fault.map_or_else(String::new, |(_, note)| (*note).to_owned()),
            };
            rows.push(Recorded { fact, reverses: None, trail });
        }
    }
    rows
}
