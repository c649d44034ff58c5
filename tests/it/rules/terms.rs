//! What other terms would change is what they do change once they are recorded.

use super::case::{Case, LOAN, SHELF, day};
use tkvv::domain::figures::LoanStatus;
use tkvv::domain::loan::{ChangeKind, LoanChange};
use tkvv::domain::money::Dong;
use tkvv::reports::Question;
use tkvv::reports::loans::loan;
use tkvv::reports::terms::preview;

/// Two instalments under the rule of 01/03/2026; the first is late since its session of
/// 15/09/2026.
fn late() -> Case {
    let case = Case::ten_thousand_a_day("2026-03-01", "2027-09-10");
    case.instalments(&[("2026-09-10", 16_500_000), ("2027-09-10", 20_000_000)])
}

fn changes() -> [ChangeKind; 4] {
    [
        ChangeKind::Reschedule { instalment: 1, due_on: day("2027-03-15") },
        ChangeKind::Extend { due_on: day("2028-03-15") },
        ChangeKind::Freeze { until: Some(day("2027-10-15")) },
        ChangeKind::Freeze { until: None },
    ]
}

#[test]
fn a_preview_is_the_loan_without_the_change_beside_the_loan_with_it() {
    for kind in changes() {
        let case = late();
        let as_of = day("2026-10-20");
        let change = LoanChange { id: "~".into(), day: day("2026-10-18"), kind: kind.clone() };
        let question = Question::new(&case.ledger, &SHELF, as_of);
        let shown = preview(&question, &LOAN.into(), change).expect("a preview");
        assert_eq!(Some(&shown.before), loan(&question, &LOAN.into()).as_ref());
        let changed = late().change("2026-10-18", kind);
        let question = Question::new(&changed.ledger, &SHELF, as_of);
        assert_eq!(Some(&shown.after), loan(&question, &LOAN.into()).as_ref());
        assert_ne!(shown.before, shown.after);
    }
}

#[test]
fn rescheduled_the_late_part_is_overdue_no_more_and_frozen_nothing_is_asked_for() {
    let case = late();
    let question = Question::new(&case.ledger, &SHELF, day("2026-10-20"));
    let shown = |kind| {
        let change = LoanChange { id: "~".into(), day: day("2026-10-20"), kind };
        preview(&question, &LOAN.into(), change).expect("a preview")
    };
    let [reschedule, _, freeze, _] = changes();
    let shown_of = shown(reschedule);
    let late_part = Dong::new(16_500_000);
    assert_eq!((shown_of.before.overdue, shown_of.before.days_overdue), (late_part, 35));
    assert_eq!((shown_of.after.overdue, shown_of.after.days_overdue), (Dong::ZERO, 0));
    assert_eq!(shown_of.before.next_session.principal, late_part);
    assert_eq!(shown_of.after.next_session.principal, Dong::ZERO);
    let shown_of = shown(freeze);
    assert_eq!(shown_of.after.status, LoanStatus::Frozen);
    assert_eq!(shown_of.after.next_session.principal, Dong::ZERO);
    assert!(shown_of.after.next_session.interest < shown_of.before.next_session.interest);
}
