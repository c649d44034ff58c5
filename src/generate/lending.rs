//! Who borrows what: stories dealt out to members, ordinary loans to all, codes in the order of
//! disbursement.

use super::conduct::Conduct;
use super::contract::{Contract, purpose};
use super::dice::Dice;
use super::fate::{Fate, Past, workday};
use super::life::{self, Lived, Place};
use super::people::{Circle, Person};
use super::plan::Plan;
use super::temper::Temper;
use crate::domain::day::Day;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, ProgrammeCode};
use crate::domain::loan::{Capital, Loan};
use crate::domain::money::Dong;
use crate::domain::rulebook::Rulebook;
use std::collections::BTreeMap;

/// A loan that is to be lived.
#[derive(Debug)]
pub(super) struct Drawn {
    loan: Loan,
    contract: Contract,
    conduct: Conduct,
    number: u64,
}

impl Drawn {
    /// Lives it; none where it was paid back before the book begins.
    pub(super) fn live(
        self,
        plan: &Plan,
        circle: &Circle,
        past: Past<'_>,
        present: &dyn Fn(Day) -> bool,
    ) -> Option<Lived> {
        let mut dice = Dice::of(plan.seed, "life", &[self.number]);
        let place = Place { past, temper: circle.temper, present };
        life::live(self.loan, &self.contract, self.conduct, place, &mut dice)
    }
}

/// The stories of a commune's members, by their numbers: the cast in turn, dealt rather to groups
/// that are led badly; boards have none.
pub(super) fn stories(plan: &Plan, circles: &[Circle]) -> BTreeMap<u64, Fate> {
    let mut order: Vec<(u64, u64)> = Vec::new();
    for circle in circles.iter().filter(|circle| circle.tells) {
        for person in circle.members.iter().skip(2) {
            let mut dice = Dice::of(plan.seed, "story", &[person.number]);
            let luck = match circle.temper {
                Temper::Good | Temper::Recovering => 1000,
                Temper::Fair => 800,
                Temper::Average => 550,
                Temper::Weak | Temper::Sliding => 400,
            };
            order.push((dice.below(luck), person.number));
        }
    }
    order.sort_unstable();
    let people: usize = circles.iter().map(|circle| circle.members.len()).sum();
    let told = people * usize::try_from(plan.troubles).unwrap_or(0) / 100;
    let start = usize::try_from(Dice::of(plan.seed, "cast", &[]).below(plan.cast.len() as u64));
    // A commune begins anywhere in the cast, so that small books differ.
    let cast = plan.cast.iter().cycle().skip(start.unwrap_or(0));
    let dealt = order.into_iter().take(told).zip(cast);
    dealt.map(|((_, number), fate)| (number, *fate)).collect()
}

/// The loans of all members, with codes.
pub(super) fn contracts(
    plan: &Plan,
    commune: u32,
    circles: &mut [Circle],
    told: &BTreeMap<u64, Fate>,
    rules: &Rulebook,
) -> BTreeMap<GroupCode, Vec<Drawn>> {
    let mut all: Vec<(usize, MemberCode, Contract, Conduct)> = Vec::new();
    for (at, circle) in circles.iter_mut().enumerate() {
        let (calendar, founded) = (circle.village.calendar.clone(), circle.group.founded_on);
        let closed = circle.group.closed_on;
        let past = Past {
            calendar: &calendar,
            rules,
            as_of: plan.as_of,
            last: plan.last(),
            eve: plan.begin().plus(-1),
        };
        for person in &mut circle.members {
            for (contract, conduct) in of_person(plan, person, told, &past, (founded, closed)) {
                join_first(person, &contract, founded);
                person.member.left_on = person.member.left_on.or(conduct.left);
                all.push((at, person.member.code.clone(), contract, conduct));
            }
        }
    }
    all.sort_by(|one, other| (one.2.disbursed_on, &one.1).cmp(&(other.2.disbursed_on, &other.1)));
    let mut dice = Dice::of(plan.seed, "loan codes", &[u64::from(commune)]);
    let mut sequence = plan.grown.as_ref().map_or(4_000, |grown| grown.loans);
    let mut drawn = BTreeMap::<GroupCode, Vec<Drawn>>::new();
    for (at, member, contract, conduct) in all {
        sequence += dice.below(40) + 1;
        let Some(circle) = circles.get(at) else { continue };
        let prefix = match plan.grown {
            None => format!("{:04}", commune + 1),
            Some(_) => "0031".to_owned(),
        };
        let code = format!("66{prefix}{}{sequence:08}", contract.programme);
        let Some(loan) = loan(code, member, &contract, rules, &mut dice) else { continue };
        let number = u64::from(commune) * 100_000_000 + sequence;
        let group = drawn.entry(circle.group.code.clone()).or_default();
        group.push(Drawn { loan, contract, conduct, number });
    }
    drawn
}

/// Nobody borrows before joining.
fn join_first(person: &mut Person, contract: &Contract, founded: Day) {
    if contract.disbursed_on < person.member.joined_on {
        let before = contract.disbursed_on.months_before(2).max(founded);
        person.member.joined_on = before.min(contract.disbursed_on);
    }
}

/// The loans of one member: a story's, or ordinary ones.
fn of_person(
    plan: &Plan,
    person: &Person,
    told: &BTreeMap<u64, Fate>,
    past: &Past<'_>,
    (founded, closed): (Day, Option<Day>),
) -> Vec<(Contract, Conduct)> {
    let mut dice = Dice::of(plan.seed, "loans", &[person.number]);
    let story = told.get(&person.number).and_then(|fate| fate.story(&mut dice, past));
    let of_hundred = u64::from(plan.loans_of_hundred);
    // Loans are spread evenly: 130 of a hundred give every third or fourth member a second one.
    let count = (person.number * of_hundred) / 100 - (person.number - 1) * of_hundred / 100;
    let told = u64::from(story.is_some());
    let mut loans: Vec<_> = story.into_iter().collect();
    for _ in told..count.max(told) {
        let months = dice.small(1, plan.months);
        let day = day(&mut dice, past, months, (founded, closed));
        let contract = Contract::usual(&mut dice, person.household, day);
        loans.push((contract, Conduct::default()));
    }
    loans
}

/// When an ordinary loan was disbursed: mostly at a session of its month.
fn day(
    dice: &mut Dice,
    past: &Past<'_>,
    months: u32,
    (founded, closed): (Day, Option<Day>),
) -> Day {
    let latest = closed.unwrap_or(past.last).plus(-1);
    let month = past.as_of.months_before(months).month();
    let session = past.calendar.first_on_or_after(month.first_day());
    let day = if dice.often(820) {
        session
    } else {
        workday(month.first_day().plus(dice.between(1, 25)))
    };
    let earliest = past.calendar.first_on_or_after(founded.plus(1));
    day.min(latest).max(earliest)
}

fn loan(
    code: String,
    member: MemberCode,
    contract: &Contract,
    rules: &Rulebook,
    dice: &mut Dice,
) -> Option<Loan> {
    let programme = ProgrammeCode::from(contract.programme);
    let rate = rules.programme(&programme)?.rate;
    Some(Loan {
        code: LoanCode::new(code),
        member,
        programme,
        principal: Dong::new(contract.principal),
        disbursed_on: contract.disbursed_on,
        rate,
        term_months: contract.term,
        due_on: contract.due_on(),
        purpose: purpose(dice, contract.programme).to_owned(),
        interest_grace_until: contract.grace,
        capital: Some(if contract.local { Capital::Local } else { Capital::Central }),
    })
}
