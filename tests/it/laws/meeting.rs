//! The page of a meeting by a second way: the reports `ratios`, `due` and `loans` as of the days
//! of both sessions, asked unit by unit.

use super::config;
use super::every_report::ratios_of;
use super::program::SHELVES;
use super::random_book::{SPAN, at, book, folder};
use proptest::prelude::*;
use serde_json::{Value, json};
use tkvv::domain::day::Day;
use tkvv::domain::ledger::Ledger;
use tkvv::generate::{Plan, batch};
use tkvv::reports::due::{SessionAsked, due};
use tkvv::reports::loans::{LoanRow, loans};
use tkvv::reports::meeting::units::By;
use tkvv::reports::meeting::{self, MeetingPage};
use tkvv::reports::scope::Scope;
use tkvv::reports::{Question, migration, scores};

const SEEDS: &str = "tests/it/laws/seeds/meeting.txt";

/// The totals of `ratios` that are figures, and those figures that are numerators of a ratio.
const TOTALS: [&str; 8] = [
    "groups",
    "members",
    "borrowers",
    "outstanding",
    "overdue",
    "frozen",
    "interest_arrears",
    "savings",
];
const NUMERATORS: [(&str, &str); 2] =
    [("loans_in_arrears", "interest_arrears_ratio"), ("inactive_loans", "inactive_ratio")];

fn value(of: impl serde::Serialize) -> Value {
    serde_json::to_value(of).expect("JSON")
}

fn question<'a>(ledger: &'a Ledger, on: Day, scope: &str) -> Question<'a> {
    Question::new(ledger, &SHELVES[0], on).within(Scope::parse(scope, ledger).expect(scope))
}

/// Every figure of a unit on one of the days.
fn figures(figures: &Value, when: &str, ratios: &Value) -> Result<(), TestCaseError> {
    for total in TOTALS {
        prop_assert_eq!(&figures[total][when], &ratios["totals"][total], "{} {}", total, when);
    }
    for (figure, ratio) in NUMERATORS {
        let counted = &ratios["ratios"][ratio]["numerator"];
        prop_assert_eq!(&figures[figure][when], counted, "{} {}", figure, when);
    }
    let measures = ratios["ratios"].as_object().expect("ratios").iter();
    for (id, ratio) in measures.filter(|(id, _)| figures.get(id.as_str()).is_some()) {
        prop_assert_eq!(&figures[id][when], &ratio["value"], "{} {}", id, when);
    }
    Ok(())
}

/// What loans had paid, of principal and interest, by the loans' own report.
fn paid_by(row: &LoanRow) -> (i64, i64) {
    ((row.disbursed - row.outstanding).get(), row.interest.paid.get())
}

/// What was paid on one day: the difference between two evenings.
fn paid_on(ledger: &Ledger, session: Day, scope: &str) -> (i64, i64) {
    let evening = loans(&question(ledger, session.plus(-1), scope), true);
    let after = loans(&question(ledger, session, scope), true);
    let sums = after.iter().map(|row| {
        let opened = ledger.loans.get(row.loan.as_str()).and_then(|file| file.opening.as_ref());
        let before = evening.iter().find(|before| before.loan == row.loan).map(paid_by);
        let (principal, interest) = paid_by(row);
        // what an opening of that very day says to be paid was paid before it
        let opened = opened.is_some_and(|opening| opening.day == session);
        match before {
            Some(before) => (principal - before.0, interest - before.1),
            None => (if opened { 0 } else { principal }, interest),
        }
    });
    sums.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
}

fn collected(
    ledger: &Ledger,
    page: &MeetingPage,
    scope: &str,
    unit: &Value,
) -> Result<(), TestCaseError> {
    let session = page.held.session;
    let rows = due(&question(ledger, session.plus(-1), scope), SessionAsked::On(session));
    let principal: i64 = rows.iter().map(|row| row.principal_due.get()).sum();
    let interest: i64 = rows.iter().map(|row| row.interest_due.get()).sum();
    prop_assert_eq!(&unit["principal"]["due"], &json!(principal));
    prop_assert_eq!(&unit["interest"]["due"], &json!(interest));
    let points = page.held.points.iter();
    let paid = points.map(|point| paid_on(ledger, session, &format!("{scope},point:{point}")));
    let paid = paid.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    prop_assert_eq!(&unit["principal"]["paid"], &json!(paid.0));
    prop_assert_eq!(&unit["interest"]["paid"], &json!(paid.1));
    for kind in ["principal", "interest"] {
        let [due, collected, paid] =
            ["due", "collected", "paid"].map(|key| unit[kind][key].as_i64().expect(key));
        prop_assert!(collected <= due && collected <= paid, "{} {}", kind, unit[kind]);
    }
    Ok(())
}

/// A page, unit by unit and as a whole.
fn holds(ledger: &Ledger, on: Day) -> Result<(), TestCaseError> {
    let whole = Question::new(ledger, &SHELVES[0], on);
    let held = meeting::held(&whole, None).expect("a point with sessions");
    let (session, before) = (held.session, held.before);
    for (word, by) in By::ALL {
        let page = meeting::meeting(&whole, held.clone(), by, None);
        let mut interest = 0;
        for unit in &page.units {
            let Some(code) = &unit.code else { continue };
            let scope = format!("{word}:{code}");
            let said = value(unit);
            for (when, day) in [("now", session), ("before", before)] {
                let ratios = ratios_of(&Question::new(ledger, &SHELVES[0], day), &scope);
                figures(&said["figures"], when, &ratios)?;
            }
            collected(ledger, &page, &scope, &said["collected"])?;
            interest += unit.part.collected.interest.collected.get();
        }
        let all = value(&page.all);
        prop_assert_eq!(&all["collected"]["interest"]["collected"], &json!(interest));
        for (when, day) in [("now", session), ("before", before)] {
            let ratios = value(tkvv::reports::ratios::ratios(
                &Question::new(ledger, &SHELVES[0], day),
                None,
            ));
            figures(&all["figures"], when, &ratios)?;
        }
        let level = scores::Level::Group;
        let ended = whole.on(session.month_end_before());
        let moved = migration::migration(&ended, level, before.month_end_before());
        let of_groups = value(page.grades.first().expect("the groups' grades"));
        prop_assert_eq!(&of_groups["to"], &value(moved.to));
        prop_assert_eq!(page.grades[0].moved.len(), moved.moved.len());
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(25, SEEDS))]

    #[test]
    fn a_meetings_page_says_what_the_reports_say_of_both_days(
        draft in book(), on in 0..SPAN,
    ) {
        let office = folder(&draft).taken_in();
        holds(office.ledger(), Day::from_date(at(on)))?;
    }
}

/// A generated commune has money at its sessions: without any the comparison would be of nothing.
#[test]
fn a_generated_communes_meetings_are_the_same_by_both_ways() {
    let plan = Plan::small(7);
    let office = super::folder::Folder::written(&batch(&plan)).taken_in();
    for back in [0, 20, 45] {
        holds(office.ledger(), plan.as_of.plus(-back)).unwrap_or_else(|found| panic!("{found}"));
    }
    let whole = Question::new(office.ledger(), &SHELVES[0], plan.as_of);
    let held = meeting::held(&whole, None).expect("a session");
    let page = meeting::meeting(&whole, held, By::Group, None);
    let sums = page.all.collected;
    assert!(sums.interest.collected.is_positive() && sums.principal.due.is_positive());
    assert!(sums.attendance.represented > 0 && sums.savings.deposits.is_positive());
}
