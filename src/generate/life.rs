//! The life of one loan, session by session: what falls due and what of it is paid.

mod meter;

use super::conduct::{Conduct, Extra};
use super::contract::Contract;
use super::dice::Dice;
use super::fate::Past;
use super::temper::Temper;
use crate::domain::day::Day;
use crate::domain::ids::FactId;
use crate::domain::loan::{
    Loan, LoanChange, LoanFile, Movement, Opening, PaymentKind, PaymentPlace, Tranche,
};
use crate::domain::money::Dong;
use crate::domain::timeline::Timeline;
use crate::domain::visit::{SeenAtLoan, VisitKind};
use meter::Meter;

/// A payment that was made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paid {
    pub(super) day: Day,
    pub(super) kind: PaymentKind,
    pub(super) amount: Dong,
    pub(super) place: PaymentPlace,
    /// What was typed first, wrongly, and taken back the same day.
    pub(super) mistyped: Option<Dong>,
}

/// A loan that has been lived up to the last day.
#[derive(Clone, Debug)]
pub(super) struct Lived {
    /// All that figures are computed from.
    pub(super) file: LoanFile,
    /// Its payments, by day.
    pub(super) paid: Vec<Paid>,
    /// Whether it has tranches of its own.
    pub(super) in_tranches: bool,
    /// What the household did with it.
    pub(super) conduct: Conduct,
}

/// Where a loan is lived.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// Its days.
    pub(super) past: Past<'a>,
    /// How its group is led.
    pub(super) temper: Temper,
    /// Whether somebody represents the group at a session.
    pub(super) present: &'a dyn Fn(Day) -> bool,
}

/// Lives a loan; none where it was paid back before the book begins.
pub(super) fn live(
    loan: Loan,
    contract: &Contract,
    conduct: Conduct,
    place: Place<'_>,
    dice: &mut Dice,
) -> Option<Lived> {
    let in_tranches = !contract.tranches.is_empty();
    let file = begin(loan, contract, &conduct, &place.past)?;
    let meter = Meter::new(&file, place.past.calendar, place.past.rules);
    let exact = !file.changes.is_empty() || !file.visits.is_empty();
    let mut run = Run { file, paid: Vec::new(), conduct, place, meter, exact };
    for day in run.days() {
        run.live(day, dice);
    }
    Some(Lived { file: run.file, paid: run.paid, in_tranches, conduct: run.conduct })
}

/// The loan as it stands where the book begins to tell of it.
fn begin(loan: Loan, contract: &Contract, conduct: &Conduct, past: &Past<'_>) -> Option<LoanFile> {
    let at = past.calendar.last_before(past.eve.plus(1));
    let opening = if loan.disbursed_on <= at {
        Some(opening(&loan, contract, conduct, past, at)?)
    } else {
        None
    };
    let tranches = if contract.tranches.is_empty() {
        vec![Tranche { id: None, day: loan.disbursed_on, amount: loan.principal }]
    } else {
        let drawn = contract.tranches.iter().filter(|(day, _)| *day <= past.last);
        let tranche = |(day, amount): &(Day, i64)| {
            let id = Some(FactId::new(format!("{}-{day}", loan.code)));
            Tranche { id, day: *day, amount: Dong::new(*amount) }
        };
        drawn.map(tranche).collect()
    };
    let from = opening.as_ref().map_or(loan.disbursed_on, |opening| opening.day.plus(1));
    let told = |day: &Day| (from..=past.last).contains(day);
    let changes = conduct.changes.iter().enumerate().filter(|(_, (day, _))| told(day));
    let changes = changes.map(|(no, (day, kind))| LoanChange {
        id: FactId::new(format!("{no}")),
        day: *day,
        kind: kind.clone(),
    });
    let visits = conduct.findings.iter().filter(|finding| told(&finding.day));
    let visits = visits.map(|finding| SeenAtLoan {
        visit: FactId::new(finding.day.to_string()),
        day: finding.day,
        kind: VisitKind::Unannounced,
        wrong_use: finding.wrong.map(Dong::new),
    });
    Some(LoanFile {
        opening,
        tranches,
        instalments: contract.instalments(),
        principal_paid: Vec::new(),
        interest_paid: Vec::new(),
        changes: changes.collect(),
        visits: visits.collect(),
        contacts: Vec::new(),
        loan,
    })
}

/// How an older loan stands; none where nothing is left of it.
fn opening(
    loan: &Loan,
    contract: &Contract,
    conduct: &Conduct,
    past: &Past<'_>,
    at: Day,
) -> Option<Opening> {
    let all = contract.principal;
    let drawn = contract.tranches.iter().filter(|(day, _)| *day <= at).map(|(_, amount)| *amount);
    let drawn: i64 = if contract.tranches.is_empty() { all } else { drawn.sum() };
    let due = contract.instalments().into_iter();
    let due = due.filter(|part| past.calendar.first_on_or_after(part.due_on) <= at);
    let due: i64 = due.map(|part| part.amount.get()).sum();
    let left_unpaid = if contract.due_on() <= at { conduct.leave } else { 0 };
    let outstanding = drawn - (due - left_unpaid).min(drawn);
    let gone = conduct.settle.is_some_and(|day| day <= at);
    if outstanding <= 0 || gone {
        return None;
    }
    let grace = loan.interest_grace_until.is_some_and(|until| at < until);
    let owed = if grace { in_grace(loan, contract, past, at) } else { conduct.owed };
    let moved = if conduct.owed > 0 { past.calendar.last_before(at) } else { at };
    let last_movement = Some(moved.max(loan.disbursed_on));
    Some(Opening {
        day: at,
        outstanding: Dong::new(outstanding),
        interest_owed: Dong::new(owed),
        last_movement,
    })
}

/// What a student's tranches have accrued by a day.
fn in_grace(loan: &Loan, contract: &Contract, past: &Past<'_>, at: Day) -> i64 {
    let days = contract.tranches.iter().filter(|(day, _)| *day <= at);
    let parts: i128 =
        days.map(|(day, amount)| i128::from(*amount) * i128::from(day.days_until(at))).sum();
    let whole = 100 * crate::domain::rate::Rate::PARTS * i128::from(past.rules.day_count);
    i64::try_from(parts * loan.rate.parts() / whole).unwrap_or(0)
}

struct Run<'a> {
    file: LoanFile,
    paid: Vec<Paid>,
    conduct: Conduct,
    place: Place<'a>,
    meter: Meter,
    /// Whether the rules themselves are asked; else nothing is ever overdue, and the meter knows.
    exact: bool,
}

impl Run<'_> {
    /// The days on which anything may be paid.
    fn days(&self) -> Vec<Day> {
        let past = &self.place.past;
        let from = self.file.exists_from().plus(1);
        let mut days = past.calendar.between(from, past.last);
        let extra = self.conduct.extra.iter().map(|(day, _)| *day);
        days.extend(extra.chain(self.conduct.settle).chain(self.conduct.settle_interest.flatten()));
        days.retain(|day| (from..=past.last).contains(day));
        days.sort_unstable();
        days.dedup();
        days
    }

    fn timeline(&self, day: Day) -> Option<Timeline<'_>> {
        let past = &self.place.past;
        Timeline::new(&self.file, past.calendar, past.rules, day, day)
    }

    fn outstanding(&self, day: Day) -> Dong {
        self.timeline(day).map_or(Dong::ZERO, |line| line.outstanding_on(day))
    }

    /// All interest that has accrued and is not paid.
    fn unpaid_interest(&self, day: Day) -> Dong {
        let unpaid = |line: Timeline<'_>| line.accrued_until(day) - line.interest_paid_on(day);
        self.timeline(day).map_or(Dong::ZERO, |line| unpaid(line).at_least_zero())
    }

    fn live(&mut self, day: Day, dice: &mut Dice) {
        if self.conduct.settle == Some(day) {
            self.pay(day, PaymentKind::Principal, self.outstanding(day));
            if self.conduct.settle_interest.is_none() {
                self.pay(day, PaymentKind::Interest, self.unpaid_interest(day));
            }
            return;
        }
        if self.conduct.settle.is_some_and(|settle| settle < day) {
            if self.conduct.settle_interest == Some(Some(day)) {
                self.pay(day, PaymentKind::Interest, self.unpaid_interest(day));
            }
            return;
        }
        let extra = self.conduct.extra.clone().into_iter().filter(|(on, _)| *on == day);
        let mut principal = false;
        for (_, extra) in extra {
            principal |= matches!(extra, Extra::Principal(_));
            self.extra(day, extra);
        }
        if self.place.past.calendar.is_session(day) {
            if !principal {
                self.principal_at(day, dice);
            }
            self.interest_at(day, dice);
        }
    }

    fn extra(&mut self, day: Day, extra: Extra) {
        match extra {
            Extra::Principal(amount) => {
                let amount = Dong::new(amount).min(self.outstanding(day));
                self.pay(day, PaymentKind::Principal, amount);
            }
            Extra::Interest(amount) => self.pay(day, PaymentKind::Interest, Dong::new(amount)),
            Extra::AllInterest => {
                self.pay(day, PaymentKind::Interest, self.unpaid_interest(day));
            }
        }
    }

    fn principal_at(&mut self, day: Day, dice: &mut Dice) {
        let asked = if self.exact {
            self.timeline(day).map_or(Dong::ZERO, |line| line.principal_to_pay_at(day))
        } else {
            self.meter.principal(day)
        };
        if !asked.is_positive() {
            return;
        }
        let last = self.file.instalments.last().is_some_and(|last| {
            self.place.past.calendar.first_on_or_after(last.due_on) <= day
                && self.file.changes.is_empty()
        });
        let stopped = self.conduct.stop_principal.is_some_and(|stop| stop <= day);
        let habits = self.place.temper.habits(day, self.place.past.as_of);
        let rolls = self.file.loan.disbursed_on < self.place.past.rules.instalments_overdue_from;
        let seldom = if rolls { habits.late } else { habits.late / 8 };
        let late = !self.conduct.steady && !last && dice.often(seldom);
        let leave = if last { Dong::new(self.conduct.leave) } else { Dong::ZERO };
        let pays = if stopped || late { Dong::ZERO } else { (asked - leave).at_least_zero() };
        self.pay(day, PaymentKind::Principal, pays);
        self.exact |= pays < asked;
    }

    fn interest_at(&mut self, day: Day, dice: &mut Dice) {
        let asked = if self.exact {
            self.timeline(day).map_or(Dong::ZERO, |line| line.interest_to_pay_at(day))
        } else {
            self.meter.interest(day)
        };
        let habits = self.place.temper.habits(day, self.place.past.as_of);
        let skipped = !self.conduct.steady && dice.often(habits.skip);
        let stopped = self.conduct.stop_interest.is_some_and(|stop| stop <= day);
        if skipped || stopped || self.conduct.skip.contains(&day) {
            return;
        }
        let most = self.conduct.cap.map_or(asked, Dong::new);
        self.pay(day, PaymentKind::Interest, asked.min(most));
    }

    fn pay(&mut self, day: Day, kind: PaymentKind, amount: Dong) {
        if !amount.is_positive() {
            return;
        }
        let session = self.place.past.calendar.is_session(day);
        let place = match kind {
            _ if !session => PaymentPlace::Office,
            PaymentKind::Interest if (self.place.present)(day) => PaymentPlace::Group,
            _ => PaymentPlace::Point,
        };
        let movement = Movement { day, amount };
        let mut mistyped = None;
        match kind {
            PaymentKind::Principal => {
                let first = self.file.principal_paid.is_empty();
                // Half as much again; less than what is outstanding.
                mistyped = (self.conduct.mistyped && first)
                    .then(|| Dong::new(amount.get() / 2 * 3).min(self.outstanding(day)));
                self.file.principal_paid.push(movement);
            }
            PaymentKind::Interest => self.file.interest_paid.push(movement),
        }
        self.meter.paid(day, kind, amount);
        self.paid.push(Paid { day, kind, amount, place, mistyped });
    }
}
