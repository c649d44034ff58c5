//! Why principal is owed, since when interest is, and what happened: the values of place 3 and of a
//! member's page.

use super::case::{Case, LOAN, MEMBER, SHELF, day};
use tkvv::domain::debt_reason::DebtReason::{
    self, FallsDue, Frozen, LastLate, Late, RolledOn, WrongUse, WrongUseToRepay,
};
use tkvv::domain::loan::{PaymentKind, PaymentPlace};
use tkvv::domain::money::Dong;
use tkvv::domain::record::{PaymentRecord, Trail};
use tkvv::office::PaymentRow;
use tkvv::reports::Question;
use tkvv::reports::arrears::{ArrearsRow, arrears};
use tkvv::reports::history::{Event, Stands, What, balances, history};
use tkvv::reports::reasons::reasons;

const WHOLE: Dong = Dong::new(36_500_000);

fn why(case: &Case, as_of: &str, until: &str) -> Vec<DebtReason> {
    let question = Question::new(&case.ledger, &SHELF, day(as_of));
    reasons(&question, &LOAN.into(), day(until))
}

/// Disbursed before the rule of 01/03/2026; sessions of its instalments: 15/12/2025, 15/06/2026,
/// 15/12/2026.
fn three_parts() -> Case {
    Case::ten_thousand_a_day("2025-06-01", "2026-12-10").instalments(&[
        ("2025-12-10", 12_000_000),
        ("2026-06-10", 12_000_000),
        ("2026-12-10", 12_500_000),
    ])
}

#[test]
fn before_the_rule_late_instalments_roll_on_until_the_last_one_is_late() {
    let case = three_parts();
    let (first, last) = (Dong::new(12_000_000), Dong::new(12_500_000));
    assert_eq!(
        why(&case, "2026-06-20", "2026-07-15"),
        [RolledOn { no: 1, amount: first, days: 187 }, RolledOn { no: 2, amount: first, days: 5 }]
    );
    assert_eq!(
        why(&case, "2026-12-15", "2026-12-15"),
        [
            RolledOn { no: 1, amount: first, days: 365 },
            RolledOn { no: 2, amount: first, days: 183 },
            FallsDue { no: 3, last: true, amount: last }
        ]
    );
    assert_eq!(why(&case, "2026-12-16", "2027-01-15"), [LastLate { amount: WHOLE, days: 1 }]);
    // what is paid fills the oldest first
    let paid = three_parts().principal("2026-01-10", 14_000_000);
    assert_eq!(
        why(&paid, "2026-06-20", "2026-07-15"),
        [RolledOn { no: 2, amount: Dong::new(10_000_000), days: 5 }]
    );
}

#[test]
fn from_the_rule_on_each_late_instalment_is_named_and_falls_due_up_to_its_session() {
    let case = Case::ten_thousand_a_day("2026-03-01", "2027-09-10")
        .instalments(&[("2026-09-10", 6_500_000), ("2027-09-10", 30_000_000)]);
    let amount = Dong::new(6_500_000);
    assert_eq!(why(&case, "2026-09-01", "2026-09-14"), []);
    let falls = [FallsDue { no: 1, last: false, amount }];
    assert_eq!(why(&case, "2026-09-01", "2026-09-15"), falls);
    assert_eq!(why(&case, "2026-09-15", "2026-09-15"), falls);
    assert_eq!(why(&case, "2026-09-16", "2026-10-15"), [Late { no: 1, amount, days: 1 }]);
}

#[test]
fn misused_money_is_named_first_with_its_last_day_and_then_its_days() {
    let case = Case::ten_thousand_a_day("2026-03-01", "2029-03-10")
        .visit("2026-08-24", Some(25_000_000))
        .principal("2026-09-20", 10_000_000);
    let amount = Dong::new(15_000_000);
    assert_eq!(
        why(&case, "2026-09-23", "2026-10-15"),
        [WrongUseToRepay { amount, deadline: day("2026-09-23") }]
    );
    assert_eq!(why(&case, "2026-09-24", "2026-10-15"), [WrongUse { amount, days: 1 }]);
    let repaid = case.principal("2026-09-25", 15_000_000);
    assert_eq!(why(&repaid, "2026-09-25", "2026-10-15"), []);
}

#[test]
fn a_frozen_loan_has_that_one_reason() {
    let case = three_parts().freeze("2026-06-18", None);
    assert_eq!(why(&case, "2026-06-20", "2026-07-15"), [Frozen { amount: WHOLE }]);
}

/// The one row of the report; 10.000 a day, so the sessions of 15/03 and 15/04 bring 140.000 and
/// 310.000.
fn owed(case: &Case, as_of: &str) -> ArrearsRow {
    let question = Question::new(&case.ledger, &SHELF, day(as_of));
    arrears(&question).pop().expect("a row")
}

fn from_march() -> Case {
    Case::ten_thousand_a_day("2026-03-01", "2029-03-10")
}

#[test]
fn interest_is_unpaid_since_the_session_after_the_last_that_was_all_paid_by_the_next() {
    let since = |case: Case| owed(&case, "2026-05-10").unpaid_since;
    assert_eq!(since(from_march()), Some(day("2026-03-15")));
    assert_eq!(owed(&from_march(), "2026-05-10").interest_arrears, Dong::new(450_000));
    assert_eq!(since(from_march().interest("2026-04-15", 140_000)), Some(day("2026-04-15")));
    assert_eq!(since(from_march().interest("2026-04-15", 139_999)), Some(day("2026-03-15")));
    assert_eq!(since(from_march().interest("2026-04-16", 140_000)), Some(day("2026-03-15")));
}

#[test]
fn interest_owed_when_the_book_began_is_unpaid_since_its_opening() {
    let case = from_march().opening("2026-03-31", 36_500_000, 100_000, None);
    assert_eq!(owed(&case, "2026-05-10").unpaid_since, Some(day("2026-03-31")));
    let paid = from_march()
        .opening("2026-03-31", 36_500_000, 100_000, None)
        .interest("2026-04-10", 100_000);
    assert_eq!(owed(&paid, "2026-05-10").unpaid_since, Some(day("2026-04-15")));
}

#[test]
fn a_loan_that_owes_nothing_and_moves_is_no_row() {
    let case = from_march().interest("2026-04-15", 450_000);
    let question = Question::new(&case.ledger, &SHELF, day("2026-05-10"));
    assert_eq!(arrears(&question), []);
}

fn payment(id: &str, amount: i64, receipt: &str, reverses: Option<&str>) -> PaymentRow {
    let payment = PaymentRecord {
        id: id.into(),
        loan: LOAN.into(),
        day: day("2026-06-15"),
        kind: PaymentKind::Principal,
        amount: Dong::new(amount),
        place: PaymentPlace::Point,
        receipt: Some(receipt.to_owned()),
        reverses: reverses.map(Into::into),
        trail: Trail::default(),
    };
    PaymentRow { payment, sheet: None, reversed_by: None }
}

fn told(case: &Case, as_of: &str) -> Vec<Event> {
    let mut payments = vec![
        payment("p1", 15_000_000, "BL1", None),
        payment("p2", 15_000_000, "BT1", Some("p1")),
        payment("p3", 10_000_000, "BL2", None),
    ];
    payments[0].reversed_by = Some("p2".into());
    let question = Question::new(&case.ledger, &SHELF, day(as_of));
    history(&question, &MEMBER.into(), &payments, &[])
}

#[test]
fn a_reversed_pair_stands_in_the_history_and_leaves_the_balance_alone() {
    let events = told(&from_march(), "2026-06-15");
    let seen: Vec<(Option<i64>, Option<i64>, &Stands)> = events
        .iter()
        .map(|event| (event.amount.map(Dong::get), event.balance.map(Dong::get), &event.stands))
        .collect();
    assert_eq!(
        seen,
        [
            (Some(10_000_000), Some(26_500_000), &Stands::Counts),
            (Some(15_000_000), None, &Stands::TakesBack(Some("BL1".to_owned()))),
            (Some(15_000_000), None, &Stands::TakenBack),
            (Some(36_500_000), Some(36_500_000), &Stands::Counts),
            (None, None, &Stands::Counts),
        ]
    );
    assert_eq!(events.last().map(|event| &event.what), Some(&What::Joined));
}

#[test]
fn history_ends_with_the_day_asked_about() {
    assert_eq!(told(&from_march(), "2026-06-14").len(), 2);
    assert_eq!(told(&from_march(), "2026-02-28").len(), 1);
}

#[test]
fn balances_are_those_of_month_ends_from_the_first_month_on() {
    let case = from_march().principal("2026-06-15", 10_000_000);
    let question = Question::new(&case.ledger, &SHELF, day("2026-08-10"));
    let of = |most| {
        let points = balances(&question, &[LOAN.into()], most);
        points.iter().map(|at| (at.day, at.outstanding.get())).collect::<Vec<_>>()
    };
    assert_eq!(
        of(36),
        [
            (day("2026-03-31"), 36_500_000),
            (day("2026-04-30"), 36_500_000),
            (day("2026-05-31"), 36_500_000),
            (day("2026-06-30"), 26_500_000),
            (day("2026-07-31"), 26_500_000),
            (day("2026-08-10"), 26_500_000),
        ]
    );
    assert_eq!(of(2), [(day("2026-07-31"), 26_500_000), (day("2026-08-10"), 26_500_000)]);
}
