//! What stands above the facts: grades that the bank has published, plans with their targets,
//! capital of the local budget. All invented.

use super::dice::Dice;
use super::life::Lived;
use super::people::Circle;
use super::plan::Plan;
use crate::domain::day::Day;
use crate::domain::ids::PlaceCode;
use crate::domain::ledger::{BankGrade, BankLevel, Ledger, MemberFile, Presence};
use crate::domain::loan::Movement;
use crate::domain::money::Dong;
use crate::domain::place::Point;
use crate::domain::record::{Batch, CapitalRecord, SavingsKind, SavingsRecord, TargetRecord};
use crate::domain::rulebook::Rulebook;
use crate::domain::score::Grade;
use crate::domain::tally::Tally;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// So many month ends have a published grade of each group.
const MONTHS: u32 = 4;

/// What is known of a group, for grading it.
pub(super) struct Known<'a> {
    /// Its loans.
    pub(super) loans: &'a [Lived],
    /// Its savings.
    pub(super) savings: &'a [SavingsRecord],
    /// Who came to its sessions.
    pub(super) attendance: &'a BTreeMap<Day, Presence>,
}

/// Scores of a group as the bank has them: near what the facts give, as banks and books differ.
pub(super) fn grades(
    plan: &Plan,
    circle: &Circle,
    rules: &Rulebook,
    known: &Known<'_>,
) -> Vec<BankGrade> {
    let mut dice = Dice::of(plan.seed, "bank grade", &[circle.number]);
    let ledger = ledger(circle, known);
    let months = if plan.grown.is_some() { 3 * MONTHS } else { MONTHS };
    let ends = (0..months).rev().map(|back| plan.as_of.months_before(back).month().previous());
    let from = plan.begin();
    ends.filter(|month| month.first_day() >= from && circle.group.counts_on(month.last_day()))
        .map(|month| {
            let end = month.last_day();
            let tally = Tally::of_group(&ledger, &circle.group, rules, end, end);
            let own = tally.group_scorecard(rules).score;
            let other = match dice.below(100) {
                0..16 => -Decimal::from(dice.between(1, 3)),
                16..24 => Decimal::from(dice.between(1, 2)),
                _ => Decimal::ZERO,
            };
            let score = (own + other).clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
            grade(rules, end, BankLevel::Group, circle.group.code.as_str(), score)
        })
        .collect()
}

/// As much of a ledger as a group's score needs.
fn ledger(circle: &Circle, known: &Known<'_>) -> Ledger {
    let mut ledger = Ledger::default();
    let code = &circle.group.code;
    let village = &circle.village;
    let point = Point {
        code: village.point.clone(),
        commune: village.code.clone(),
        name: String::new(),
        calendar: village.calendar.clone(),
    };
    ledger.points.insert(point.code.clone(), point);
    ledger.groups.insert(code.clone(), circle.group.clone());
    for person in &circle.members {
        let member = person.member.clone();
        let moved = |kind| {
            let rows = known.savings.iter().filter(|row| row.member == member.code);
            // A pair that was taken back is no movement.
            let undone: Vec<_> = rows.clone().filter_map(|row| row.reverses.as_ref()).collect();
            rows.filter(|row| row.kind == kind && row.reverses.is_none())
                .filter(|row| !undone.contains(&&row.id))
                .map(|row| Movement { day: row.day, amount: row.amount })
                .collect()
        };
        let own = known.loans.iter().filter(|loan| loan.file.loan.member == member.code);
        let file = MemberFile {
            deposits: moved(SavingsKind::Deposit),
            withdrawals: moved(SavingsKind::Withdrawal),
            loans: own.map(|loan| loan.file.loan.code.clone()).collect(),
            member,
        };
        let code_of = file.member.code.clone();
        ledger.members_of.entry(code.clone()).or_default().push(code_of.clone());
        ledger.members.insert(code_of, file);
    }
    let files = known.loans.iter().map(|loan| (loan.file.loan.code.clone(), loan.file.clone()));
    ledger.loans = files.collect();
    let came = known.attendance.iter().map(|(day, by)| ((code.clone(), *day), *by));
    ledger.attendance = came.collect();
    ledger
}

fn grade(rules: &Rulebook, on: Day, level: BankLevel, code: &str, score: Decimal) -> BankGrade {
    let grade = Grade::of(score, &rules.grades);
    let (score, grade) = (Some(score), Some(grade));
    BankGrade { month: on.month(), level, code: code.to_owned(), score, grade }
}

/// The commune's own grades, its plan and its capital.
pub(super) fn of_commune(plan: &Plan, commune: &PlaceCode, rules: &Rulebook) -> Batch {
    let number = commune.as_str().parse().unwrap_or(0);
    let mut dice = Dice::of(plan.seed, "published", &[number]);
    let ends = (0..3 * MONTHS).rev().map(|back| plan.as_of.months_before(back).month().previous());
    let ends: Vec<_> = ends.filter(|month| month.first_day() >= plan.begin()).collect();
    let bank_grades = ends
        .into_iter()
        .map(|month| {
            let score = Decimal::new(dice.between(7_000, 8_900), 2);
            grade(rules, month.last_day(), BankLevel::Commune, commune.as_str(), score)
        })
        .collect();
    let year = plan.as_of.year();
    let targets = [
        ("overdue_ratio", Decimal::new(dice.between(30, 90), 4), Decimal::new(20, 4)),
        ("attendance_ratio", Decimal::new(dice.between(8_000, 9_500), 4), Decimal::ONE),
        ("good_group_share", Decimal::new(dice.between(6_000, 8_500), 4), Decimal::new(9, 1)),
    ];
    let from = Day::new(year, 1, 1);
    let to = Day::new(year, 12, 31);
    let targets = targets.into_iter().filter_map(|(indicator, baseline, target)| {
        let (from, to) = (from?, to?);
        let area = commune.clone();
        let approved_on = Some(from.plus(19)).filter(|day| *day <= plan.as_of);
        let (indicator, baseline) = (indicator.to_owned(), Some(baseline));
        Some(TargetRecord { area, indicator, from, to, baseline, target, approved_on })
    });
    let targets = targets.collect();
    let years = plan.begin().year()..=year;
    let capital = years.filter_map(|year| {
        let day = Day::new(year, 3, dice.small(10, 27)).filter(|day| *day <= plan.as_of)?;
        let planned = Dong::new(dice.between(20, 60) * 10_000_000);
        let short = dice.often(250);
        let amount = if short { Dong::new(planned.get() / 4 * 3) } else { planned };
        let (area, source) = (commune.clone(), "Ngân sách cấp trên".to_owned());
        Some(CapitalRecord { area, day, source, amount, planned: Some(planned) })
    });
    let capital = capital.collect();
    Batch { bank_grades, targets, capital, ..Batch::default() }
}
