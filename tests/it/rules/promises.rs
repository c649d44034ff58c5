//! Whether a promise was kept: by its day or the first session after it (domain.md, section 9).

use super::case::{Case, LOAN, day};
use tkvv::domain::contact::{Contact, ContactHow, Promise, PromiseState};
use tkvv::domain::meeting::{ActionFile, ActionItem, ActionStep, StepKind};
use tkvv::domain::money::Dong;

/// A loan whose sessions are on the 15th, with a promise of 300.000 đ.
fn promised(on: &str, by: &str) -> Case {
    let mut case = Case::ten_thousand_a_day("2026-01-05", "2029-01-05");
    let promise = Promise { amount: Dong::new(300_000), by: day(by) };
    case.file().contacts.push(Contact {
        id: "c1".into(),
        loan: LOAN.into(),
        day: day(on),
        how: ContactHow::Phone,
        talker: None,
        said: String::new(),
        promise: Some(promise),
    });
    case
}

fn stands(case: &mut Case, as_of: &str) -> Option<(PromiseState, i64, String)> {
    let calendar = case.ledger.points.get("P1").expect("the point").calendar.clone();
    let file = case.file();
    let contact = file.contacts.first().expect("the talk");
    let standing = contact.standing(file, &calendar, day(as_of))?;
    Some((standing.state, standing.paid.get(), standing.until.to_string()))
}

fn standing(state: PromiseState, paid: i64) -> Option<(PromiseState, i64, String)> {
    Some((state, paid, "2026-10-15".to_owned()))
}

#[test]
fn a_promise_runs_to_the_first_session_on_or_after_its_day() {
    let mut case = promised("2026-09-20", "2026-10-01");
    assert_eq!(stands(&mut case, "2026-09-19"), None);
    assert_eq!(stands(&mut case, "2026-09-20"), standing(PromiseState::Open, 0));
    assert_eq!(stands(&mut case, "2026-10-15"), standing(PromiseState::Open, 0));
    assert_eq!(stands(&mut case, "2026-10-16"), standing(PromiseState::Broken, 0));
    let on_a_session = stands(&mut promised("2026-09-20", "2026-10-15"), "2026-10-15");
    assert_eq!(on_a_session, standing(PromiseState::Open, 0));
}

#[test]
fn it_is_kept_with_the_last_dong_in_time_partly_with_less_broken_with_nothing() {
    let kept = |case: Case, as_of| stands(&mut { case }, as_of);
    let case = promised("2026-09-20", "2026-10-01").interest("2026-10-15", 299_999);
    assert_eq!(kept(case, "2026-10-16"), standing(PromiseState::Partly, 299_999));
    // principal and interest together
    let case = promised("2026-09-20", "2026-10-01")
        .interest("2026-10-02", 100_000)
        .principal("2026-10-15", 200_000);
    assert_eq!(kept(case, "2026-10-15"), standing(PromiseState::Kept, 300_000));
    // a day too late
    let case = promised("2026-09-20", "2026-10-01").interest("2026-10-16", 300_000);
    assert_eq!(kept(case, "2026-11-20"), standing(PromiseState::Broken, 0));
    // as of a day, what came later is not known
    let case = promised("2026-09-20", "2026-10-01").interest("2026-10-02", 300_000);
    assert_eq!(kept(case, "2026-10-01"), standing(PromiseState::Open, 0));
}

#[test]
fn what_is_paid_on_the_day_of_the_talk_counts_only_where_that_day_was_promised() {
    let mut case = promised("2026-09-15", "2026-10-15").interest("2026-09-15", 300_000);
    assert_eq!(stands(&mut case, "2026-10-15"), standing(PromiseState::Open, 0));
    let mut case = promised("2026-10-15", "2026-10-15").interest("2026-10-15", 300_000);
    assert_eq!(stands(&mut case, "2026-10-15"), standing(PromiseState::Kept, 300_000));
}

#[test]
fn an_action_item_is_open_until_a_step_closes_it_and_again_once_it_is_reopened() {
    let step = |id: &str, on: &str, kind| ActionStep {
        id: id.into(),
        action: "a1".into(),
        day: day(on),
        kind,
        result: "đã đến nhà".to_owned(),
    };
    let item = ActionItem {
        id: "a1".into(),
        area: "940001".into(),
        day: day("2026-10-15"),
        meeting: None,
        what: "vận động hộ nợ quá hạn".to_owned(),
        owner: "Trần Thị Mẫu".to_owned(),
        due_on: day("2026-11-10"),
    };
    let steps = vec![
        step("s1", "2026-10-20", StepKind::Note),
        step("s2", "2026-11-01", StepKind::Done),
        step("s3", "2026-11-05", StepKind::Reopened),
        step("s4", "2026-11-09", StepKind::Dropped),
    ];
    let file = ActionFile { item, steps };
    let open = |on: &str| file.is_open(day(on));
    assert!(!open("2026-10-14"));
    assert!(open("2026-10-15") && open("2026-10-31"));
    assert!(!open("2026-11-01") && !open("2026-11-04"));
    assert!(open("2026-11-05") && open("2026-11-08"));
    assert!(!open("2026-11-09"));
    let closed = file.closed_by(day("2026-12-01")).map(|step| step.id.to_string());
    assert_eq!(closed.as_deref(), Some("s4"));
}
