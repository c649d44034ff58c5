//! What stands above the facts: grades that the bank has published, plans with their targets,
//! capital of the local budget. All invented.

use super::dice::Dice;
use super::people::Circle;
use super::plan::Plan;
use crate::domain::day::Day;
use crate::domain::ids::PlaceCode;
use crate::domain::ledger::{BankGrade, BankLevel};
use crate::domain::money::Dong;
use crate::domain::record::{Batch, CapitalRecord, TargetRecord};
use crate::domain::rulebook::Rulebook;
use crate::domain::score::Grade;
use rust_decimal::Decimal;

/// So many month ends have a published grade.
const MONTHS: u32 = 12;

/// Scores of a group as the bank has them, near what its leading lets one expect.
pub(super) fn grades(plan: &Plan, circle: &Circle, rules: &Rulebook) -> Vec<BankGrade> {
    let mut dice = Dice::of(plan.seed, "bank grade", &[circle.number]);
    let ends = (0..MONTHS).rev().map(|back| plan.as_of.months_before(back).month().previous());
    let from = plan.begin();
    ends.filter(|month| month.first_day() >= from && circle.group.counts_on(month.last_day()))
        .map(|month| {
            let habits = circle.temper.habits(month.last_day(), plan.as_of);
            let expected = 97 - i64::from(habits.skip) / 2 - i64::from(habits.absent) / 20;
            let hundredths = (expected * 100 + dice.between(-600, 300)).clamp(0, 10_000);
            let score = Decimal::new(hundredths / 25 * 25, 2);
            grade(rules, month.last_day(), BankLevel::Group, circle.group.code.as_str(), score)
        })
        .collect()
}

fn grade(rules: &Rulebook, on: Day, level: BankLevel, code: &str, score: Decimal) -> BankGrade {
    let grades = &rules.grades;
    let grade = match score {
        score if score >= grades.good => Grade::Good,
        score if score >= grades.fair => Grade::Fair,
        score if score >= grades.average => Grade::Average,
        _ => Grade::Weak,
    };
    let (score, grade) = (Some(score), Some(grade));
    BankGrade { month: on.month(), level, code: code.to_owned(), score, grade }
}

/// The commune's own grades, its plan and its capital.
pub(super) fn of_commune(plan: &Plan, commune: &PlaceCode, rules: &Rulebook) -> Batch {
    let number = commune.as_str().parse().unwrap_or(0);
    let mut dice = Dice::of(plan.seed, "published", &[number]);
    let ends = (0..MONTHS).rev().map(|back| plan.as_of.months_before(back).month().previous());
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
