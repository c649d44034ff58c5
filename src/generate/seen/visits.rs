//! Loan-use visits: after each disbursement, each year, unannounced, and where nothing moves.

use super::official;
use crate::domain::day::Day;
use crate::domain::group::Sex;
use crate::domain::ids::LoanCode;
use crate::domain::ledger::VisitRecord;
use crate::domain::money::Dong;
use crate::domain::record::Recorded;
use crate::domain::timeline::Timeline;
use crate::domain::visit::{Effect, Visit, VisitKind, VisitLine};
use crate::generate::clerk::Clerk;
use crate::generate::conduct::{Finding, FirstVisit};
use crate::generate::dice::Dice;
use crate::generate::fate::{Past, workday};
use crate::generate::life::Lived;
use crate::generate::names::{self, Folk};
use crate::generate::people::Circle;
use crate::generate::plan::Plan;
use std::collections::{BTreeMap, BTreeSet};

/// The visits of one group.
pub(in crate::generate) fn visits(
    plan: &Plan,
    circle: &Circle,
    loans: &[&Lived],
    past: &Past<'_>,
    clerk: &mut Clerk,
) -> Vec<Recorded<VisitRecord>> {
    let mut round = Round { plan, circle, past, lines: BTreeMap::new(), seen: BTreeSet::new() };
    for loan in loans {
        round.findings(loan);
        round.after_disbursement(loan);
        round.inactive(loan);
    }
    for year in past.eve.year()..=past.as_of.year() {
        round.yearly(loans, year);
    }
    round.unannounced(loans);
    round.records(clerk)
}

struct Round<'a> {
    plan: &'a Plan,
    circle: &'a Circle,
    past: &'a Past<'a>,
    /// The lines of each visit.
    lines: BTreeMap<(Day, VisitKind), Vec<VisitLine>>,
    /// Loans with the days on which they were seen.
    seen: BTreeSet<(LoanCode, Day)>,
}

impl Round<'_> {
    fn dice(&self, what: &str, numbers: &[u64]) -> Dice {
        let mut all = vec![self.circle.number];
        all.extend(numbers);
        Dice::of(self.plan.seed, what, &all)
    }

    /// Sees a loan on a day, unless it was seen that day, or there is nothing to see.
    fn see(&mut self, loan: &Lived, day: Day, kind: VisitKind, finding: Option<&Finding>) {
        let from = loan.file.opening.as_ref().map(|opening| opening.day.plus(1));
        let from = from.unwrap_or(loan.file.loan.disbursed_on);
        let key = (loan.file.loan.code.clone(), day);
        let closed = !self.circle.group.counts_on(day);
        if day < from || day > self.past.last || closed || self.seen.contains(&key) {
            return;
        }
        let (calendar, rules) = (self.past.calendar, self.past.rules);
        let Some(line) = Timeline::new(&loan.file, calendar, rules, day, day) else { return };
        let received = line.disbursed_on(day);
        let arrears = line.interest_on(day).arrears;
        let number = digits(&loan.file.loan.code);
        let mut dice = self.dice("line", &[number, day_number(day)]);
        let unused =
            if finding.is_none() && dice.often(12) { Dong::new(5_000_000) } else { Dong::ZERO };
        let wrong = finding.map_or(Some(Dong::ZERO), |finding| finding.wrong.map(Dong::new));
        let right = received - wrong.unwrap_or(Dong::ZERO) - unused;
        let effect = dice.weighted(&[
            (60, Some(Effect::Good)),
            (34, Some(Effect::Fair)),
            (6, Some(Effect::Poor)),
        ]);
        let note = match finding {
            Some(finding) => finding.note,
            None if unused.is_positive() => "Còn 5 triệu chưa dùng, chờ mua con giống",
            None => "",
        };
        let known = wrong.is_some();
        let line = VisitLine {
            loan: loan.file.loan.code.clone(),
            received: Some(received),
            balance_seen: Some(line.outstanding_on(day)),
            right_use: known.then_some(right),
            wrong_use: wrong,
            unused: known.then_some(unused),
            effect: effect.filter(|_| known),
            interest_seen: known.then_some(arrears),
            note: note.to_owned(),
        };
        self.seen.insert(key);
        self.lines.entry((day, kind)).or_default().push(line);
    }

    fn findings(&mut self, loan: &Lived) {
        for finding in &loan.conduct.findings {
            let soon = loan.file.loan.disbursed_on.days_until(finding.day) <= 30;
            let kind = if soon { VisitKind::PostDisbursement } else { VisitKind::Unannounced };
            self.see(loan, finding.day, kind, Some(finding));
        }
    }

    /// Each disbursement is visited within 30 days, if the group is led well.
    fn after_disbursement(&mut self, loan: &Lived) {
        let number = digits(&loan.file.loan.code);
        for tranche in &loan.file.tranches {
            let mut dice = self.dice("first visit", &[number, day_number(tranche.day)]);
            let month = tranche.day.month();
            let (year, month) =
                (u64::try_from(month.year()).unwrap_or(0), u64::from(month.number()));
            // Those who got their money at one session are visited on one day.
            let together = self.dice("first visits", &[year, month]).between(6, 24);
            let in_time =
                dice.often(self.circle.temper.habits(tranche.day, self.past.as_of).visited);
            let days = match loan.conduct.first_visit {
                FirstVisit::Never => continue,
                FirstVisit::After(days) => days,
                FirstVisit::Usual if in_time => together,
                FirstVisit::Usual if self.plan.grown.is_some() || dice.often(500) => {
                    dice.between(33, 52)
                }
                FirstVisit::Usual => continue,
            };
            let day = workday(tranche.day.plus(days));
            let found =
                loan.conduct.findings.first().is_some_and(|finding| finding.day <= day.plus(30));
            if !found {
                self.see(loan, day, VisitKind::PostDisbursement, None);
            }
        }
    }

    /// Half of what has not moved for three months is visited.
    fn inactive(&mut self, loan: &Lived) {
        let (calendar, rules, last) = (self.past.calendar, self.past.rules, self.past.last);
        let line = Timeline::new(&loan.file, calendar, rules, last, last);
        let Some(since) = line.and_then(|line| line.inactive_since()) else { return };
        let mut dice = self.dice("inactive", &[digits(&loan.file.loan.code)]);
        let day = workday(since.plus(dice.between(5, 30)));
        if dice.often(500) && loan.conduct.findings.is_empty() {
            self.see(loan, day, VisitKind::Inactive, None);
        }
    }

    /// The loans of earlier years: nearly all in the running year, a part in those before.
    fn yearly(&mut self, loans: &[&Lived], year: i32) {
        let number = u64::try_from(year).unwrap_or(0);
        let mut dice = self.dice("yearly", &[number]);
        let Some(first) = Day::new(year, 1, 1) else { return };
        let mut earlier: Vec<&Lived> = loans
            .iter()
            .copied()
            .filter(|loan| loan.file.loan.disbursed_on < first && loan.conduct.findings.is_empty())
            .collect();
        dice.shuffle(&mut earlier);
        let habits = self.circle.temper.habits(self.past.as_of, self.past.as_of);
        let share = if year < self.past.as_of.year() {
            25
        } else {
            100 - u64::from(habits.skip / 3).min(45)
        };
        let count = (earlier.len() as u64 * share).div_ceil(100);
        let two = [dice.small(3, 5), dice.small(6, 9)];
        let days = two.map(|month| Day::new(year, month, dice.small(2, 26)).map(workday));
        for (at, loan) in (0..count).zip(earlier) {
            let day = if at % 2 == 0 { days[0] } else { days[1] };
            let Some(day) = day.filter(|day| *day > first) else { continue };
            if self.owing(loan, day) {
                self.see(loan, day, VisitKind::Annual, None);
            }
        }
    }

    fn owing(&self, loan: &Lived, day: Day) -> bool {
        let (calendar, rules) = (self.past.calendar, self.past.rules);
        let line = Timeline::new(&loan.file, calendar, rules, day, day);
        line.is_some_and(|line| line.outstanding_on(day).is_positive())
    }

    /// In every fifth group, as many households as the rules want, drawn by chance.
    fn unannounced(&mut self, loans: &[&Lived]) {
        if !self.circle.number.is_multiple_of(5) {
            return;
        }
        let mut dice = self.dice("unannounced", &[]);
        let day = workday(self.past.last.plus(-dice.between(8, 150)));
        let members = u32::try_from(self.circle.members.len()).unwrap_or(u32::MAX);
        let sample = &self.past.rules.visits.sample;
        let fits = |(most, _): &&(Option<u32>, u32)| most.is_none_or(|most| members <= most);
        let wanted = sample.iter().find(fits).map_or(6, |(_, households)| *households);
        let mut drawn: Vec<&Lived> = loans
            .iter()
            .copied()
            .filter(|loan| loan.conduct.findings.is_empty() && self.owing(loan, day))
            .collect();
        dice.shuffle(&mut drawn);
        let mut households = BTreeSet::new();
        for loan in drawn {
            if households.len() >= usize::try_from(wanted).unwrap_or(6) {
                break;
            }
            if households.insert(loan.file.loan.member.clone()) {
                self.see(loan, day, VisitKind::Unannounced, None);
            }
        }
    }

    fn records(self, clerk: &mut Clerk) -> Vec<Recorded<VisitRecord>> {
        let Round { plan, circle, past, lines, .. } = self;
        let visits = lines.into_iter().enumerate().map(|(no, ((day, kind), mut lines))| {
            lines.sort_by(|one, other| one.loan.cmp(&other.loan));
            let number = [circle.number, no as u64];
            let mut dice = Dice::of(plan.seed, "visit", &number);
            let (id, trail) = clerk.record(day);
            let reported = (0..dice.between(1, 3)).fold(day, |on, _| workday(on.plus(1)));
            let reported = if dice.often(50) { workday(reported.plus(6)) } else { reported };
            // A tenth are made by the group's own board or the bank, without an association.
            let association = Some(circle.group.association).filter(|_| !dice.often(100));
            let witness = head(plan, circle);
            let visit = Visit {
                id,
                group: circle.group.code.clone(),
                day,
                kind,
                association,
                visitor: official(plan, circle, u64::from(dice.often(300))),
                witness: dice.often(800).then_some(witness),
                reported_on: Some(reported).filter(|on| *on <= past.last),
            };
            Recorded { fact: VisitRecord { visit, lines }, reverses: None, trail }
        });
        visits.collect()
    }
}

/// The head of the group's village.
fn head(plan: &Plan, circle: &Circle) -> String {
    let number = circle.village.code.as_str().parse().unwrap_or(0);
    let mut dice = Dice::of(plan.seed, "village head", &[number]);
    let folk = dice.weighted(&[(2, Folk::Kinh), (2, Folk::Khmer)]);
    let name = names::person(&mut dice, folk, Sex::Male);
    format!("{name} (trưởng {})", circle.village.name.replacen("Ấp", "ấp", 1))
}

fn digits(code: &LoanCode) -> u64 {
    code.as_str().parse().unwrap_or(0)
}

fn day_number(day: Day) -> u64 {
    Day::from_date(chrono::NaiveDate::MIN).days_until(day).unsigned_abs()
}
