//! The program's own way to the figures of a loan that is told as plain facts.

use super::raw::{Change, Date, Facts, Rules};
use crate::rules::case::{Case, LOAN};
use rust_decimal::Decimal;
use serde_json::Value;
use std::sync::LazyLock;
use tkvv::domain::calendar::Calendar;
use tkvv::domain::day::{Day, Month};
use tkvv::domain::ids::FactId;
use tkvv::domain::loan::{ChangeKind, Instalment, LoanChange, Movement, Opening, Tranche};
use tkvv::domain::money::Dong;
use tkvv::domain::rate::Rate;
use tkvv::domain::rulebook::Shelf;
use tkvv::domain::visit::{SeenAtLoan, VisitKind};
use tkvv::reports::Question;
use tkvv::reports::loans::{LoanRow, loan};

/// Rules that differ from the shipped ones in everything that touches a loan's figures.
const OTHER_RULES: &str = r#"
effective_from = 2025-08-01
title = "Other rules"
source = "invented"
verified = false
[interest]
overdue_factor = "1.255"
day_count = 360
[principal]
instalments_overdue_from = 2025-06-15
exempt_programmes = ["19", "01"]
wrong_use_days = 10
[visits]
inactive_months = 1
inactive_exempt_programmes = ["12"]
"#;

/// The shipped rulebooks, and others.
pub static SHELVES: LazyLock<[Shelf; 2]> = LazyLock::new(|| {
    let other = Shelf::given(&[OTHER_RULES.to_owned()]).expect("no fault");
    [Shelf::shipped().expect("no fault"), other]
});

/// What the rulebook of a day says, plainly.
pub fn rules_on(shelf: &Shelf, on: Date) -> Rules {
    let book = shelf.on(Day::from_date(on)).expect("a rulebook");
    let factor = book.overdue_factor;
    Rules {
        overdue_factor: (factor.mantissa(), 10_i128.pow(factor.scale())),
        day_count: book.day_count.into(),
        each_instalment_from: book.instalments_overdue_from.date(),
        exempt: book.exempt_programmes.iter().map(ToString::to_string).collect(),
        wrong_use_days: book.wrong_use_days.into(),
        inactive_months: book.visits.inactive_months,
        never_inactive: book
            .visits
            .inactive_exempt_programmes
            .iter()
            .map(ToString::to_string)
            .collect(),
    }
}

/// The program's report of the loan as JSON, less what names it; none where there is no loan yet.
pub fn report(case: &Case, shelf: &Shelf, on: Date) -> Option<Value> {
    let question = Question::new(&case.ledger, shelf, Day::from_date(on));
    loan(&question, &LOAN.into()).as_ref().map(without_names)
}

/// A report as JSON, less what names the loan.
pub fn without_names(row: &LoanRow) -> Value {
    let mut answer = serde_json::to_value(row).expect("JSON");
    let fields = answer.as_object_mut().expect("an object");
    for name in ["as_of", "loan", "member", "name", "group", "programme", "principal"] {
        fields.shift_remove(name).expect(name);
    }
    answer
}

/// A book with that one loan.
pub fn book(facts: &Facts) -> Case {
    let mut case = Case::ten_thousand_a_day("2025-01-01", "2025-01-01");
    let point = case.ledger.points.get_mut("P1").expect("the point");
    let changes = facts.sessions.changes.iter().map(|((year, month), held)| {
        (Month::new(*year, *month).expect("a month"), held.map(Day::from_date))
    });
    point.calendar = Calendar::new(facts.sessions.day, changes.collect()).expect("a calendar");
    let file = case.file();
    file.loan.principal = Dong::new(facts.principal);
    file.loan.programme = facts.programme.as_str().into();
    file.loan.disbursed_on = Day::from_date(facts.disbursed_on);
    file.loan.due_on = Day::from_date(facts.due_on);
    file.loan.rate = Rate::new(Decimal::from_i128_with_scale(facts.rate, 4)).expect("a rate");
    file.loan.interest_grace_until = facts.grace_until.map(Day::from_date);
    file.opening = facts.opening.as_ref().map(|opening| Opening {
        day: Day::from_date(opening.day),
        outstanding: Dong::new(opening.outstanding),
        interest_owed: Dong::new(opening.owed),
        last_movement: opening.last_movement.map(Day::from_date),
    });
    let tranche = |(day, amount): &(Date, i64)| Tranche {
        id: None,
        day: Day::from_date(*day),
        amount: Dong::new(*amount),
    };
    file.tranches = facts.tranches.iter().map(tranche).collect();
    let instalment = |(no, due, amount): &(u32, Date, i64)| Instalment {
        no: *no,
        due_on: Day::from_date(*due),
        amount: Dong::new(*amount),
    };
    file.instalments = facts.instalments.iter().map(instalment).collect();
    file.principal_paid = facts.principal_paid.iter().map(movement).collect();
    file.interest_paid = facts.interest_paid.iter().map(movement).collect();
    file.changes = (0..).zip(&facts.changes).map(change).collect();
    file.visits = (0..).zip(&facts.visits).map(visit).collect();
    case
}

fn movement((day, amount): &(Date, i64)) -> Movement {
    Movement { day: Day::from_date(*day), amount: Dong::new(*amount) }
}

fn id(number: usize) -> FactId {
    FactId::new(format!("{number:03}"))
}

fn change((number, (day, change)): (usize, &(Date, Change))) -> LoanChange {
    let kind = match *change {
        Change::Reschedule { no, due } => {
            ChangeKind::Reschedule { instalment: no, due_on: Day::from_date(due) }
        }
        Change::Extend { due } => ChangeKind::Extend { due_on: Day::from_date(due) },
        Change::Freeze { until } => ChangeKind::Freeze { until: until.map(Day::from_date) },
        Change::Unfreeze => ChangeKind::Unfreeze,
    };
    LoanChange { id: id(number), day: Day::from_date(*day), kind }
}

fn visit((number, (day, found)): (usize, &(Date, Option<i64>))) -> SeenAtLoan {
    SeenAtLoan {
        visit: id(number),
        day: Day::from_date(*day),
        kind: VisitKind::Annual,
        wrong_use: found.map(Dong::new),
    }
}
