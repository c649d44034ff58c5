//! Synthetic communes for tests, benches and practice: invented people, and every state of
//! domain.md, the same from the same seed on every machine.
//!
//! A [`Plan`] says what is to be made; [`communes`] makes it commune after commune, so that a whole
//! province needs the memory of one; [`batch`] gives all of it at once.

mod clerk;
mod collected;
mod conduct;
mod contract;
mod dice;
mod fate;
mod lending;
mod life;
mod money;
mod names;
mod people;
mod places;
mod plan;
mod published;
mod seen;
mod temper;
#[cfg(test)]
mod tests;

pub use fate::Fate;
pub use plan::{AS_OF, Grown, Plan};
pub use temper::Temper;

use crate::domain::ids::LoanCode;
use crate::domain::ledger::Presence;
use crate::domain::loan::{ChangeKind, LoanChange};
use crate::domain::record::{Batch, Recorded, Trail, TrancheRecord};
use crate::domain::rulebook::{Rulebook, Shelf};
use clerk::Clerk;
use fate::Past;
use life::Lived;
use people::Circle;
/// All that a plan makes, as rows of one book.
#[must_use]
pub fn batch(plan: &Plan) -> Batch {
    let mut all = Batch::default();
    for one in communes(plan) {
        all.add(one);
    }
    all
}

/// What a plan makes, commune after commune. The first batch has what lies above them all, and
/// what the book says of itself; a later one may name places and points of an earlier or of the
/// next one.
pub fn communes(plan: &Plan) -> impl Iterator<Item = Batch> + '_ {
    // The rules that are compiled in are whole; a test of their own holds that.
    let rules = Shelf::shipped().ok().and_then(|shelf| shelf.on(plan.as_of).cloned());
    let numbers = 0..plan.communes;
    numbers.zip(std::iter::repeat(rules)).filter_map(|(number, rules)| {
        let mut rows = if number == 0 { places::above(plan) } else { Batch::default() };
        rows.add(commune(plan, number, &rules?));
        Some(rows)
    })
}

fn commune(plan: &Plan, number: u32, rules: &Rulebook) -> Batch {
    let ground = places::ground(plan, number);
    let mut circles = people::circles(plan, number, &ground.villages);
    let mut clerk = Clerk::new(plan.seed, number, plan.last(), plan.grown.is_some());
    let told = lending::stories(plan, &circles);
    let mut rows = ground.rows;
    let mut loans = lending::contracts(plan, number, &mut circles, &told, rules);
    let mut lived: Vec<Lived> = Vec::with_capacity(loans.len());
    for circle in &circles {
        let past = past(plan, circle, rules);
        let attendance = seen::attendance(plan, circle, &past);
        let present = |day| attendance.get(&day).is_some_and(|by| *by != Presence::None);
        let own = loans.remove(&circle.group.code).unwrap_or_default();
        let own = own.into_iter().filter_map(|drawn| drawn.live(plan, circle, past, &present));
        let own: Vec<Lived> = own.collect();
        let borrowed: Vec<&Lived> = own.iter().collect();
        rows.visits.extend(seen::visits::visits(plan, circle, &borrowed, &past, &mut clerk));
        rows.checks.extend(seen::checks(plan, circle, &past, &mut clerk));
        let savings = money::savings(plan, circle, &past, &mut clerk);
        let known = published::Known { loans: &own, savings: &savings, attendance: &attendance };
        rows.bank_grades.extend(published::grades(plan, circle, rules, &known));
        rows.savings.extend(savings);
        let code = &circle.group.code;
        let came = attendance.into_iter();
        let came = came.map(|(day, by)| clerk.write(day, (code.clone(), day, by)));
        rows.attendance.extend(came);
        lived.extend(own);
    }
    rows.payments = money::payments(&lived, &mut clerk);
    if let Some(commune) = ground.commune.as_ref().filter(|_| plan.grown.is_none()) {
        let mut clerk = Clerk::of_meetings(plan.seed, number, plan.last());
        collected::add(plan, (commune, &circles), &lived, &mut clerk, &mut rows);
    }
    for loan in lived {
        contract_rows(loan, &mut clerk, &mut rows);
    }
    for circle in circles {
        rows.groups.push(circle.group);
        rows.members.extend(circle.members.into_iter().map(|person| person.member));
    }
    if let Some(commune) = ground.commune.filter(|_| plan.grown.is_none()) {
        rows.add(published::of_commune(plan, &commune, rules));
    }
    rows
}

/// The days of a group, as stories see them.
fn past<'a>(plan: &Plan, circle: &'a Circle, rules: &'a Rulebook) -> Past<'a> {
    Past {
        calendar: &circle.village.calendar,
        rules,
        as_of: plan.as_of,
        last: plan.last(),
        eve: plan.begin().plus(-1),
    }
}

/// The rows of a loan beside its payments.
fn contract_rows(lived: Lived, clerk: &mut Clerk, rows: &mut Batch) {
    let code: LoanCode = lived.file.loan.code.clone();
    if lived.in_tranches {
        for tranche in &lived.file.tranches {
            let (id, trail) = clerk.record(tranche.day);
            let (day, amount) = (tranche.day, tranche.amount);
            let fact = TrancheRecord { id, loan: code.clone(), day, amount };
            rows.tranches.push(Recorded { fact, reverses: None, trail });
        }
    }
    if lived.file.instalments.len() > 1 {
        let parts = lived.file.instalments.into_iter();
        rows.instalments.extend(parts.map(|part| (code.clone(), part)));
    }
    for mut change in lived.file.changes {
        if let ChangeKind::Reschedule { instalment, due_on } = change.kind {
            // Typed wrongly first: a month too late.
            let kind = ChangeKind::Reschedule { instalment, due_on: due_on.months_after(1) };
            mistyped(&code, &LoanChange { kind, ..change.clone() }, clerk, rows);
        }
        let (id, trail) = clerk.record(change.day);
        change.id = id;
        rows.changes.push(Recorded { fact: (code.clone(), change), reverses: None, trail });
    }
    let opening = lived.file.opening;
    rows.openings.extend(opening.map(|opening| clerk.write(opening.day, (code.clone(), opening))));
    rows.loans.push(lived.file.loan);
}

/// A change that was recorded and taken back.
fn mistyped(code: &LoanCode, change: &LoanChange, clerk: &mut Clerk, rows: &mut Batch) {
    let mut taken_back = None;
    for reason in [None, Some(money::MISTYPED.to_owned())] {
        let (id, trail) = clerk.record(change.day);
        let fact = (code.clone(), LoanChange { id: id.clone(), ..change.clone() });
        let trail = Trail { reason, ..trail };
        rows.changes.push(Recorded { fact, reverses: taken_back.replace(id), trail });
    }
}
