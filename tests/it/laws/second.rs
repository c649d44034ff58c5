//! The figures of a loan a second time: one day after the other, with plain loops.
//!
//! Written from domain.md (sections 3 and 4) and contract.md (section 3) alone, before the
//! program's own way was read; it uses nothing of the program, so that a mistake would have to be
//! made twice to stay unseen. It is slow on purpose: no day is skipped and nothing is remembered.

use super::raw::{Change, Date, Facts, Rules, months_earlier};
use serde_json::{Value, json};

/// An instalment with the due day in force and its session.
#[derive(Clone, Debug)]
struct Part {
    no: u32,
    due: Date,
    session: Date,
    amount: i64,
}

/// Wrong use that visits have found, as the latest of them says.
#[derive(Clone, Copy, Debug)]
struct Wrong {
    first: Date,
    latest: Date,
    amount: i64,
}

/// What is overdue on a day, and since how long.
struct Overdue {
    amount: i64,
    days: i64,
    /// The numbers of the instalments that are overdue.
    parts: Vec<u32>,
}

/// A loan on its way from its first day to the day asked about and on to the next session.
struct Walk<'a> {
    facts: &'a Facts,
    rules: &'a Rules,
    day: Date,
    parts: Vec<Part>,
    disbursed: i64,
    principal_paid: i64,
    interest_paid: i64,
    freezes: Vec<(Date, Option<Date>)>,
    frozen_days: Vec<Date>,
    wrong: Option<Wrong>,
    /// Principal paid by day, as far as it is known.
    payments: Vec<(Date, i64)>,
    /// Accrued up to `day`, in parts of which `Rules::whole` make a đồng.
    accrued: i128,
    /// Accrued up to the last session that was passed, in whole đồng.
    accrued_at_session: i64,
    last_movement: Option<Date>,
    settled_on: Option<Date>,
}

/// The report of a loan on a day, without what names it; none before it exists.
pub fn report(facts: &Facts, rules: &Rules, asked: Date) -> Option<Value> {
    let first = facts.opening.as_ref().map_or(facts.disbursed_on, |opening| opening.day);
    if asked < first {
        return None;
    }
    let mut walk = Walk::begin(facts, rules, first);
    while walk.day < asked {
        walk.judge_settled();
        walk.pass_day();
        walk.take_facts();
        walk.mark_frozen();
    }
    walk.judge_settled();
    let mut answer = walk.figures();
    // What is not recorded yet is not known: from here on days pass and no fact is taken.
    let (session, paid) = (facts.sessions.first_from(asked), walk.interest_paid);
    let unpaid: i64 = walk
        .unpaid()
        .iter()
        .filter(|(part, _)| part.session <= session)
        .map(|(_, open)| open)
        .sum();
    let outstanding = walk.outstanding();
    while walk.day < session {
        walk.pass_day();
        walk.mark_frozen();
    }
    let principal = if walk.is_frozen() { 0 } else { unpaid.min(outstanding) };
    let interest = if facts.in_grace(session) { 0 } else { (walk.whole_accrued() - paid).max(0) };
    answer["next_session"] =
        json!({ "day": iso(session), "principal": principal, "interest": interest });
    Some(answer)
}

/// Accrued up to a day less paid by then, in whole đồng, as known on that day.
pub fn interest_open(facts: &Facts, rules: &Rules, asked: Date) -> i64 {
    let answer = report(facts, rules, asked).expect("a loan that exists");
    let of = |key: &str| answer["interest"][key].as_i64().expect("a sum");
    of("accrued") - of("paid")
}

impl<'a> Walk<'a> {
    /// Stands at the end of the loan's first day.
    fn begin(facts: &'a Facts, rules: &'a Rules, first: Date) -> Walk<'a> {
        let part = |(no, due, amount): &(u32, Date, i64)| Part {
            no: *no,
            due: *due,
            session: facts.sessions.first_from(*due),
            amount: *amount,
        };
        let mut walk = Walk {
            facts,
            rules,
            day: first,
            parts: facts.instalments.iter().map(part).collect(),
            disbursed: 0,
            principal_paid: 0,
            interest_paid: 0,
            freezes: Vec::new(),
            frozen_days: Vec::new(),
            wrong: None,
            payments: Vec::new(),
            accrued: 0,
            accrued_at_session: 0,
            last_movement: None,
            settled_on: None,
        };
        let Some(opening) = &facts.opening else {
            walk.take_facts();
            walk.mark_frozen();
            return walk;
        };
        for (day, amount) in &facts.tranches {
            if *day <= opening.day {
                walk.disbursed += amount;
            }
        }
        walk.principal_paid = walk.disbursed - opening.outstanding;
        walk.accrued = i128::from(opening.owed) * rules.whole();
        // At sessions on or before the opening's day exactly this was due.
        walk.accrued_at_session = opening.owed;
        walk.last_movement = Some(opening.last_movement.unwrap_or(opening.day));
        walk
    }

    /// Takes what happened on the day.
    fn take_facts(&mut self) {
        let (facts, today) = (self.facts, self.day);
        for (_, amount) in facts.tranches.iter().filter(|(day, _)| *day == today) {
            self.disbursed += amount;
            self.last_movement = Some(today);
        }
        for (_, amount) in facts.principal_paid.iter().filter(|(day, _)| *day == today) {
            self.principal_paid += amount;
            self.payments.push((today, *amount));
            self.last_movement = Some(today);
        }
        for (_, amount) in facts.interest_paid.iter().filter(|(day, _)| *day == today) {
            self.interest_paid += amount;
            self.last_movement = Some(today);
        }
        for (_, change) in facts.changes.iter().filter(|(day, _)| *day == today) {
            self.take_change(change);
        }
        for (_, found) in facts.visits.iter().filter(|(day, _)| *day == today) {
            match found {
                None => {}
                Some(0) => self.wrong = None,
                Some(amount) => {
                    let first = self.wrong.map_or(today, |wrong| wrong.first);
                    self.wrong = Some(Wrong { first, latest: today, amount: *amount });
                }
            }
        }
    }

    fn take_change(&mut self, change: &Change) {
        let today = self.day;
        match *change {
            Change::Reschedule { no, due } => {
                for part in self.parts.iter_mut().filter(|part| part.no == no) {
                    (part.due, part.session) = (due, self.facts.sessions.first_from(due));
                }
            }
            Change::Extend { due } => {
                let last = self.parts.iter_mut().max_by_key(|part| (part.due, part.no));
                let last = last.expect("an instalment");
                (last.due, last.session) = (due, self.facts.sessions.first_from(due));
            }
            Change::Freeze { until } => self.freezes.push((today, until)),
            Change::Unfreeze => {
                for (_, until) in &mut self.freezes {
                    if until.is_none_or(|until| today < until) {
                        *until = Some(today);
                    }
                }
            }
        }
    }

    /// Lets the day end: it accrues on what stood at its end.
    fn pass_day(&mut self) {
        if self.facts.sessions.holds(self.day) && self.opening_is_past() {
            self.accrued_at_session = self.whole_accrued();
        }
        if !self.is_frozen() {
            let overdue = self.overdue().amount;
            let in_term = self.outstanding() - overdue;
            self.accrued += self.rules.a_day(self.facts.rate, in_term, overdue);
        }
        self.day = self.day.succ_opt().expect("a day");
    }

    fn mark_frozen(&mut self) {
        if self.is_frozen() {
            self.frozen_days.push(self.day);
        }
    }

    fn opening_is_past(&self) -> bool {
        self.facts.opening.as_ref().is_none_or(|opening| opening.day < self.day)
    }

    fn judge_settled(&mut self) {
        let settled = self.outstanding() == 0 && self.whole_accrued() - self.interest_paid <= 0;
        self.settled_on = settled.then(|| self.settled_on.unwrap_or(self.day));
    }

    fn outstanding(&self) -> i64 {
        self.disbursed - self.principal_paid
    }

    /// Half up, once.
    fn whole_accrued(&self) -> i64 {
        let whole = self.rules.whole();
        i64::try_from((2 * self.accrued + whole) / (2 * whole)).expect("a sum of money")
    }

    fn is_frozen(&self) -> bool {
        let today = self.day;
        self.freezes
            .iter()
            .any(|(from, until)| *from <= today && until.is_none_or(|end| today < end))
    }

    /// The instalments, oldest first, each with what is unpaid of it.
    fn unpaid(&self) -> Vec<(Part, i64)> {
        let mut parts = self.parts.clone();
        parts.sort_by_key(|part| (part.due, part.no));
        let mut left = self.principal_paid;
        let mut open = Vec::new();
        for part in parts {
            let paid = left.min(part.amount);
            left -= paid;
            let rest = part.amount - paid;
            open.push((part, rest));
        }
        open
    }

    /// Days after the session that lie outside every freeze.
    fn days_late(&self, part: &Part) -> i64 {
        let frozen = self.frozen_days.iter().filter(|day| **day > part.session).count();
        let frozen = i64::try_from(frozen).expect("few days");
        (self.day - part.session).num_days() - frozen
    }

    fn overdue(&self) -> Overdue {
        let mut overdue = Overdue { amount: 0, days: 0, parts: Vec::new() };
        if self.is_frozen() {
            return overdue;
        }
        let unpaid = self.unpaid();
        let each = self.facts.disbursed_on >= self.rules.each_instalment_from
            && !self.rules.exempt.contains(&self.facts.programme);
        let (last, last_unpaid) = unpaid.last().expect("an instalment");
        let last_is_late = *last_unpaid > 0 && self.day > last.session;
        for (part, rest) in &unpaid {
            let late = *rest > 0 && self.day > part.session;
            if (each && late) || (!each && last_is_late && *rest > 0) {
                overdue.amount += rest;
                overdue.parts.push(part.no);
                let days = if each { self.days_late(part) } else { self.days_late(last) };
                overdue.days = overdue.days.max(days);
            }
        }
        if let Some(wrong) = self.wrong {
            let until = wrong.first + chrono::Days::new(self.rules.wrong_use_days);
            let remains = self.wrong_use_that_remains(wrong);
            if self.day > until && remains > 0 {
                overdue.amount += remains;
                overdue.days = overdue.days.max((self.day - until).num_days());
            }
        }
        overdue.amount = overdue.amount.min(self.outstanding());
        if overdue.amount == 0 {
            overdue.days = 0;
        }
        overdue
    }

    fn wrong_use_that_remains(&self, wrong: Wrong) -> i64 {
        let mut remains = wrong.amount;
        for (day, amount) in &self.payments {
            if *day > wrong.latest {
                remains -= amount;
            }
        }
        remains.max(0)
    }
}

impl Walk<'_> {
    fn figures(&self) -> Value {
        let overdue = self.overdue();
        let frozen = if self.is_frozen() { self.outstanding() } else { 0 };
        let status = if self.settled_on.is_some() {
            "settled"
        } else if frozen > 0 {
            "frozen"
        } else if overdue.amount > 0 {
            "overdue"
        } else {
            "in_term"
        };
        let inactive = self.outstanding() > 0
            && !self.is_frozen()
            && !self.rules.never_inactive.contains(&self.facts.programme)
            && self
                .last_movement
                .is_some_and(|last| last < months_earlier(self.day, self.rules.inactive_months));
        json!({
            "disbursed": self.disbursed,
            "outstanding": self.outstanding(),
            "overdue": overdue.amount,
            "frozen": frozen,
            "days_overdue": overdue.days,
            "status": status,
            "inactive": inactive,
            "last_movement": self.last_movement.map(iso),
            "settled_on": self.settled_on.map(iso),
            "interest": self.interest(),
            "next_session": null,
            "instalments": self.instalments(&overdue),
        })
    }

    fn interest(&self) -> Value {
        let (accrued, paid) = (self.whole_accrued(), self.interest_paid);
        let in_grace = self.facts.in_grace(self.facts.sessions.last_before(self.day));
        let due = if in_grace { 0 } else { self.accrued_at_session };
        json!({
            "accrued": accrued,
            "paid": paid,
            "due": due,
            "arrears": (due - paid).max(0),
            "in_grace": if in_grace { accrued } else { 0 },
            "prepaid": (paid - accrued).max(0),
        })
    }

    fn instalments(&self, overdue: &Overdue) -> Value {
        let mut unpaid = self.unpaid();
        unpaid.sort_by_key(|(part, _)| part.no);
        let row = |(part, rest): &(Part, i64)| {
            let late = *rest > 0 && self.day > part.session;
            let state = if *rest == 0 {
                "paid"
            } else if self.day < part.due {
                "future"
            } else if self.day <= part.session {
                "due"
            } else if overdue.parts.contains(&part.no) {
                "overdue"
            } else {
                "late"
            };
            json!({
                "no": part.no,
                "due_on": iso(part.due),
                "effective_due_on": iso(part.session),
                "amount": part.amount,
                "paid": part.amount - rest,
                "state": state,
                "days_late": if late { self.days_late(part) } else { 0 },
            })
        };
        unpaid.iter().map(row).collect()
    }
}

fn iso(day: Date) -> String {
    day.format("%Y-%m-%d").to_string()
}
