//! Days stand in an order that is possible, and no fact lies after today.

use super::reversals::Undone;
use crate::domain::day::Day;
use crate::domain::loan::ChangeKind;
use crate::exchange::native::fault::{Faults, Wrong};
use crate::exchange::native::loaded::Loaded;
use crate::exchange::native::tables::{
    ACTION_STEPS, ACTIONS, ATTENDANCE, BANK_GRADES, CAPITAL, CASH_COUNTS, CONFIRMATIONS, CONTACTS,
    DISBURSEMENTS, GROUP_CHECKS, GROUPS, INSTALMENTS, LOAN_CHANGES, LOANS, MEETINGS, MEMBERS,
    OPENINGS, PAYMENTS, SAVINGS, TARGETS, Table, VISITS,
};
use std::collections::HashMap;

pub(super) fn check(loaded: &Loaded, undone: &Undone<'_>, today: Day, faults: &mut Faults) {
    let mut days = Days { loaded, undone, today, faults };
    days.people();
    days.loans();
    days.changes();
    days.past();
    days.collection();
    days.planned();
}

struct Days<'a> {
    loaded: &'a Loaded,
    undone: &'a Undone<'a>,
    today: Day,
    faults: &'a mut Faults,
}

/// A day where it stands: file, line, column.
type At<'a> = (&'a Table, u64, &'a str, Day);

impl Days<'_> {
    /// The day is not before another column's.
    fn not_before(&mut self, (table, line, column, day): At<'_>, first: &'static str, floor: Day) {
        if day < floor {
            let wrong = Wrong::Before(first, floor);
            self.faults.at(table, line, column, &day.to_string(), wrong);
        }
    }

    /// The day is later than another column's.
    fn after(&mut self, (table, line, column, day): At<'_>, first: &'static str, floor: Day) {
        if day <= floor {
            let wrong = Wrong::NotAfter(first, floor);
            self.faults.at(table, line, column, &day.to_string(), wrong);
        }
    }

    /// The day is not after today.
    fn happened(&mut self, (table, line, column, day): At<'_>) {
        if self.today < day {
            let wrong = Wrong::InTheFuture(self.today);
            self.faults.at(table, line, column, &day.to_string(), wrong);
        }
    }

    fn people(&mut self) {
        for (line, group) in &self.loaded.groups {
            if let Some(closed) = group.closed_on {
                let at = (&GROUPS, *line, "closed_on", closed);
                self.not_before(at, "founded_on", group.founded_on);
            }
        }
        for (line, member) in &self.loaded.members {
            if let Some(born) = member.born {
                self.not_before((&MEMBERS, *line, "joined_on", member.joined_on), "born", born);
            }
            if let Some(left) = member.left_on {
                self.not_before((&MEMBERS, *line, "left_on", left), "joined_on", member.joined_on);
            }
        }
    }

    fn loans(&mut self) {
        let mut disbursed = HashMap::new();
        for (line, loan) in &self.loaded.loans {
            disbursed.insert(&loan.code, loan.disbursed_on);
            self.happened((&LOANS, *line, "disbursed_on", loan.disbursed_on));
            self.not_before(
                (&LOANS, *line, "due_on", loan.due_on),
                "disbursed_on",
                loan.disbursed_on,
            );
            if let Some(until) = loan.interest_grace_until {
                let at = (&LOANS, *line, "interest_grace_until", until);
                self.not_before(at, "disbursed_on", loan.disbursed_on);
            }
        }
        for (line, row) in &self.loaded.openings {
            let (loan, opening) = &row.fact;
            self.happened((&OPENINGS, *line, "day", opening.day));
            let first = disbursed.get(loan).copied();
            if let Some(first) = first {
                self.not_before((&OPENINGS, *line, "day", opening.day), "disbursed_on", first);
            }
            if let Some(last) = opening.last_movement {
                // The movement comes before the opening: it is the opening that is too early.
                self.not_before((&OPENINGS, *line, "day", opening.day), "last_movement", last);
                if let Some(first) = first {
                    self.not_before(
                        (&OPENINGS, *line, "last_movement", last),
                        "disbursed_on",
                        first,
                    );
                }
            }
        }
        for (line, tranche) in &self.loaded.tranches {
            self.happened((&DISBURSEMENTS, *line, "day", tranche.day));
            if let Some(first) = disbursed.get(&tranche.loan)
                && !self.undone.tranche(&tranche.id)
            {
                self.not_before(
                    (&DISBURSEMENTS, *line, "day", tranche.day),
                    "disbursed_on",
                    *first,
                );
            }
        }
        for (line, (loan, instalment)) in &self.loaded.instalments {
            if let Some(first) = disbursed.get(loan) {
                let at = (&INSTALMENTS, *line, "due_on", instalment.due_on);
                self.not_before(at, "disbursed_on", *first);
            }
        }
    }

    fn changes(&mut self) {
        let disbursed: HashMap<_, _> =
            self.loaded.loans.iter().map(|(_, loan)| (&loan.code, loan.disbursed_on)).collect();
        for (line, row) in &self.loaded.changes {
            let (loan, change) = &row.fact;
            self.happened((&LOAN_CHANGES, *line, "day", change.day));
            let first = disbursed.get(loan).copied().filter(|_| !self.undone.change(&change.id));
            if let Some(first) = first {
                self.not_before((&LOAN_CHANGES, *line, "day", change.day), "disbursed_on", first);
            }
            match change.kind {
                // What takes a freeze back says the same on a day that may be later than its end.
                ChangeKind::Freeze { until: Some(until) } if row.reverses.is_none() => {
                    self.after((&LOAN_CHANGES, *line, "value", until), "day", change.day);
                }
                ChangeKind::Reschedule { due_on, .. } | ChangeKind::Extend { due_on } => {
                    if let Some(first) = first {
                        let at = (&LOAN_CHANGES, *line, "value", due_on);
                        self.not_before(at, "disbursed_on", first);
                    }
                }
                ChangeKind::Freeze { .. } | ChangeKind::Unfreeze => {}
            }
        }
    }

    fn past(&mut self) {
        for (line, payment) in &self.loaded.payments {
            self.happened((&PAYMENTS, *line, "day", payment.day));
        }
        for (line, saving) in &self.loaded.savings {
            self.happened((&SAVINGS, *line, "day", saving.day));
        }
        for (line, row) in &self.loaded.attendance {
            self.happened((&ATTENDANCE, *line, "session", row.1));
        }
        for (line, visit) in &self.loaded.visits {
            self.happened((&VISITS, *line, "day", visit.day));
            if let Some(reported) = visit.reported_on {
                self.happened((&VISITS, *line, "reported_on", reported));
                self.not_before((&VISITS, *line, "reported_on", reported), "day", visit.day);
            }
        }
        for (line, check) in &self.loaded.checks {
            self.happened((&GROUP_CHECKS, *line, "day", check.day));
        }
        for (line, grade) in &self.loaded.bank_grades {
            if self.today < grade.month.first_day() {
                let wrong = Wrong::InTheFuture(self.today);
                self.faults.at(&BANK_GRADES, *line, "month", &grade.month.to_string(), wrong);
            }
        }
    }

    /// What takes something back says the same on a day that may be a later one.
    fn collection(&mut self) {
        for (line, row) in &self.loaded.contacts {
            self.happened((&CONTACTS, *line, "day", row.day));
            if let (Some(promise), None) = (row.promise, &row.reverses) {
                self.not_before((&CONTACTS, *line, "promised_by", promise.by), "day", row.day);
            }
        }
        for (line, row) in &self.loaded.cash {
            self.happened((&CASH_COUNTS, *line, "session", row.session));
        }
        for (line, row) in &self.loaded.meetings {
            self.happened((&MEETINGS, *line, "day", row.day));
            if let Some(session) = row.session {
                self.not_before((&MEETINGS, *line, "day", row.day), "session", session);
            }
        }
        let days: HashMap<_, _> =
            self.loaded.meetings.iter().map(|(_, row)| (&row.id, row.day)).collect();
        for (line, row) in &self.loaded.actions {
            let at = (&ACTIONS, *line, "day", row.day);
            self.happened(at);
            if let Some(first) = row.meeting.as_ref().and_then(|id| days.get(id)) {
                self.not_before(at, "meeting", *first);
            }
            if row.reverses.is_none() {
                self.not_before((&ACTIONS, *line, "due_on", row.due_on), "day", row.day);
            }
        }
        let days: HashMap<_, _> =
            self.loaded.actions.iter().map(|(_, row)| (&row.id, row.day)).collect();
        for (line, row) in &self.loaded.steps {
            let at = (&ACTION_STEPS, *line, "day", row.day);
            self.happened(at);
            if let Some(first) = days.get(&row.action) {
                self.not_before(at, "action", *first);
            }
        }
        for (line, row) in &self.loaded.confirmations {
            self.happened((&CONFIRMATIONS, *line, "day", row.day));
        }
    }

    fn planned(&mut self) {
        for (line, target) in &self.loaded.targets {
            self.not_before((&TARGETS, *line, "to", target.to), "from", target.from);
            if let Some(approved) = target.approved_on {
                self.happened((&TARGETS, *line, "approved_on", approved));
            }
        }
        for (line, capital) in &self.loaded.capital {
            self.happened((&CAPITAL, *line, "day", capital.day));
        }
    }
}
