//! Every code stands in its file, and is of the kind that is needed there.

use super::named;
use super::reversals::Undone;
use crate::domain::ids::{FactId, GroupCode, LoanCode, MemberCode, PlaceCode, PointCode};
use crate::domain::ledger::BankLevel;
use crate::domain::loan::ChangeKind;
use crate::domain::place::{Place, PlaceKind};
use crate::domain::words::Words;
use crate::exchange::native::fault::{Faults, Wrong};
use crate::exchange::native::loaded::Loaded;
use crate::exchange::native::tables::{
    ACTIONS, ATTENDANCE, BANK_GRADES, CAPITAL, CASH_COUNTS, CONTACTS, DISBURSEMENTS, GROUP_CHECKS,
    GROUPS, INSTALMENTS, LOAN_CHANGES, LOANS, MEETINGS, MEMBERS, OPENINGS, PAYMENTS, PLACES,
    POINTS, SAVINGS, SESSION_CHANGES, TARGETS, Table, VISIT_LINES, VISITS,
};
use std::collections::{HashMap, HashSet};

pub(super) fn check(loaded: &Loaded, undone: &Undone<'_>, faults: &mut Faults) {
    let mut codes = Codes::of(loaded, undone, faults);
    codes.places();
    codes.groups_and_members();
    codes.loans();
    codes.facts();
    codes.visits();
    codes.collection();
    codes.published();
}

struct Codes<'a> {
    loaded: &'a Loaded,
    undone: &'a Undone<'a>,
    faults: &'a mut Faults,
    places: HashMap<&'a PlaceCode, &'a Place>,
    points: HashSet<&'a PointCode>,
    groups: HashSet<&'a GroupCode>,
    members: HashSet<&'a MemberCode>,
    loans: HashSet<&'a LoanCode>,
    visits: HashSet<&'a FactId>,
}

impl<'a> Codes<'a> {
    fn of(loaded: &'a Loaded, undone: &'a Undone<'a>, faults: &'a mut Faults) -> Codes<'a> {
        Codes {
            loaded,
            undone,
            faults,
            places: loaded.places.iter().map(|(_, place)| (&place.code, place)).collect(),
            points: loaded.points.iter().map(|(_, point)| &point.0).collect(),
            groups: loaded.groups.iter().map(|(_, group)| &group.code).collect(),
            members: loaded.members.iter().map(|(_, member)| &member.code).collect(),
            loans: loaded.loans.iter().map(|(_, loan)| &loan.code).collect(),
            visits: loaded.visits.iter().map(|(_, visit)| &visit.id).collect(),
        }
    }

    /// Takes down a code that is neither known nor in a line that could not be read.
    fn known(
        &mut self,
        known: bool,
        (table, line, column): (&Table, u64, &str),
        code: &str,
        wanted: &'static Table,
    ) {
        if line > 0 && !known && !self.loaded.spoilt.may_hold(wanted, code) {
            self.faults.at(table, line, column, code, Wrong::UnknownCode(wanted.file));
        }
    }

    fn place(&mut self, at: (&Table, u64, &str), code: &PlaceCode, kind: Option<PlaceKind>) {
        let place = self.places.get(code).copied();
        self.known(place.is_some(), at, code.as_str(), &PLACES);
        if let (Some(place), Some(kind)) = (place, kind)
            && place.kind != kind
        {
            self.faults.at(at.0, at.1, at.2, code.as_str(), Wrong::OtherKind(kind.word()));
        }
    }

    fn group(&mut self, at: (&Table, u64, &str), code: &GroupCode) {
        self.known(self.groups.contains(code), at, code.as_str(), &GROUPS);
    }

    fn member(&mut self, at: (&Table, u64, &str), code: &MemberCode) {
        self.known(self.members.contains(code), at, code.as_str(), &MEMBERS);
    }

    fn loan(&mut self, at: (&Table, u64, &str), code: &LoanCode) {
        self.known(self.loans.contains(code), at, code.as_str(), &LOANS);
    }

    fn places(&mut self) {
        for (line, place) in &self.loaded.places {
            let Some(parent) = &place.parent else { continue };
            self.place((&PLACES, *line, "parent"), parent, None);
            // Kinds go from the largest to the smallest.
            let above = self.places.get(parent).map(|parent| parent.kind);
            if above.is_some_and(|above| above >= place.kind) {
                self.faults.at(&PLACES, *line, "parent", parent.as_str(), Wrong::Circle);
            }
        }
        for (line, (_, commune, ..)) in &self.loaded.points {
            self.place((&POINTS, *line, "commune"), commune, Some(PlaceKind::Commune));
        }
        for (line, (point, ..)) in &self.loaded.session_changes {
            let known = self.points.contains(point);
            self.known(known, (&SESSION_CHANGES, *line, "point"), point.as_str(), &POINTS);
        }
    }

    fn groups_and_members(&mut self) {
        for (line, group) in &self.loaded.groups {
            self.place((&GROUPS, *line, "village"), &group.village, Some(PlaceKind::Village));
            let known = self.points.contains(&group.point);
            self.known(known, (&GROUPS, *line, "point"), group.point.as_str(), &POINTS);
            for (column, code) in [("leader", &group.leader), ("deputy", &group.deputy)] {
                if let Some(code) = code {
                    self.member((&GROUPS, *line, column), code);
                }
            }
        }
        for (line, member) in &self.loaded.members {
            self.group((&MEMBERS, *line, "group"), &member.group);
        }
    }

    fn loans(&mut self) {
        for (line, loan) in &self.loaded.loans {
            self.member((&LOANS, *line, "member"), &loan.member);
        }
        for (line, row) in &self.loaded.openings {
            self.loan((&OPENINGS, *line, "loan"), &row.0);
        }
        for (line, tranche) in &self.loaded.tranches {
            self.loan((&DISBURSEMENTS, *line, "loan"), &tranche.loan);
        }
        for (line, (loan, _)) in &self.loaded.instalments {
            self.loan((&INSTALMENTS, *line, "loan"), loan);
        }
    }

    fn facts(&mut self) {
        for (line, payment) in &self.loaded.payments {
            self.loan((&PAYMENTS, *line, "loan"), &payment.loan);
        }
        for (line, saving) in &self.loaded.savings {
            self.member((&SAVINGS, *line, "member"), &saving.member);
        }
        let instalments: HashSet<(&LoanCode, u32)> =
            self.loaded.instalments.iter().map(|(_, (loan, at))| (loan, at.no)).collect();
        for (line, row) in &self.loaded.changes {
            let (loan, change) = &row.fact;
            self.loan((&LOAN_CHANGES, *line, "loan"), loan);
            let ChangeKind::Reschedule { instalment, .. } = change.kind else { continue };
            // What was taken back moves no instalment: the loan may have others by now.
            if self.undone.change(&change.id) {
                continue;
            }
            // A loan without rows has one instalment, which has the number 1.
            let known = instalments.contains(&(loan, instalment))
                || instalment == 1 && !instalments.iter().any(|(other, _)| *other == loan);
            let spoilt = self.loaded.spoilt.loan(&INSTALMENTS, loan);
            if !known && self.loans.contains(loan) && !spoilt {
                let found = instalment.to_string();
                let wrong = Wrong::NoInstalment;
                self.faults.at(&LOAN_CHANGES, *line, "instalment", &found, wrong);
            }
        }
        for (line, row) in &self.loaded.attendance {
            self.group((&ATTENDANCE, *line, "group"), &row.0);
        }
        for (line, check) in &self.loaded.checks {
            self.group((&GROUP_CHECKS, *line, "group"), &check.group);
        }
    }

    fn visits(&mut self) {
        for (line, visit) in &self.loaded.visits {
            self.group((&VISITS, *line, "group"), &visit.group);
        }
        for (line, line_of) in &self.loaded.visit_lines {
            let (visit, row) = &line_of.fact;
            let known = self.visits.contains(visit);
            self.known(known, (&VISIT_LINES, *line, "visit"), visit.as_str(), &VISITS);
            self.loan((&VISIT_LINES, *line, "loan"), &row.loan);
        }
    }

    fn collection(&mut self) {
        for (line, contact) in &self.loaded.contacts {
            self.loan((&CONTACTS, *line, "loan"), &contact.loan);
        }
        for (line, count) in &self.loaded.cash {
            self.group((&CASH_COUNTS, *line, "group"), &count.group);
        }
        for (line, meeting) in &self.loaded.meetings {
            self.place((&MEETINGS, *line, "area"), &meeting.area, None);
        }
        for (line, item) in &self.loaded.actions {
            self.place((&ACTIONS, *line, "area"), &item.area, None);
        }
        named::check(self.loaded, self.undone, self.faults);
    }

    fn published(&mut self) {
        for (line, grade) in &self.loaded.bank_grades {
            let at = (&BANK_GRADES, *line, "code");
            if grade.level == BankLevel::Group {
                self.group(at, &GroupCode::new(grade.code.as_str()));
            } else {
                let kind = PlaceKind::from_word(grade.level.word());
                self.place(at, &PlaceCode::new(grade.code.as_str()), kind);
            }
        }
        for (line, target) in &self.loaded.targets {
            self.place((&TARGETS, *line, "area"), &target.area, None);
        }
        for (line, capital) in &self.loaded.capital {
            self.place((&CAPITAL, *line, "area"), &capital.area, None);
        }
    }
}
