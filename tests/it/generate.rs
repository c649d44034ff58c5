//! Generated books: they are taken in without a fault, and every state of domain.md is in one.

use std::sync::atomic::AtomicBool;
use tkvv::domain::day::Day;
use tkvv::domain::figures::LoanStatus;
use tkvv::domain::group::{Group, Member};
use tkvv::domain::ids::ProgrammeCode;
use tkvv::domain::ledger::Presence;
use tkvv::domain::loan::{ChangeKind, PaymentKind};
use tkvv::domain::record::Batch;
use tkvv::domain::rulebook::Shelf;
use tkvv::domain::score::Grade;
use tkvv::domain::visit::VisitKind;
use tkvv::exchange::native::{Reader, export};
use tkvv::generate::{self, Plan};
use tkvv::office::{Office, OpenOptions, Stamp};
use tkvv::reports::Question;
use tkvv::reports::loans::{LoanRow, loans};
use tkvv::reports::overdue::{Bucket, overdue};
use tkvv::reports::scores::{Level, scores};
use tkvv::reports::visits_due::visits_due;

/// A commune that is small, full of stories, and led in all ways.
fn plan(seed: u64) -> Plan {
    Plan { villages: 5, groups: 20, members: 12, years: 3, troubles: 50, ..Plan::commune(seed) }
}

fn office(batch: &Batch) -> (tempfile::TempDir, Office) {
    let folder = tempfile::tempdir().expect("a folder");
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    let options = OpenOptions { read_only: false, who: "thử".to_owned(), shelf };
    let path = folder.path().join("book.db");
    let mut office = Office::create(&path, options, Stamp::EPOCH).expect("a book");
    let taken = office.import(batch, Stamp::EPOCH, &mut |_| (), &AtomicBool::new(false));
    taken.expect("taken in");
    (folder, office)
}

#[test]
fn what_was_generated_is_read_back_without_a_fault_or_a_warning() {
    for plan in [plan(2), Plan::small(1), Plan::small(2), Plan { communes: 3, ..Plan::small(3) }] {
        let batch = generate::batch(&plan);
        let folder = tempfile::tempdir().expect("a folder");
        let csv = folder.path().join("csv");
        export::write(&csv, &batch).expect("written");
        let reader = Reader { book: &Batch::default(), today: plan.as_of, group_size: (5, 60) };
        let reading = reader.read(&csv, &mut |_| ()).expect("no fault");
        assert_eq!(reading.warnings, [], "seed {}", plan.seed);
        assert_eq!(reading.batch.counts(), batch.counts());
    }
}

#[test]
fn a_generated_book_is_found_sound() {
    let (_folder, office) = office(&generate::batch(&Plan::small(4)));
    assert_eq!(office.verify(), []);
}

/// That each of several states is there.
fn all(states: &[(&str, bool)]) {
    let missing: Vec<&str> =
        states.iter().filter(|(_, there)| !there).map(|(state, _)| *state).collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
}

#[test]
fn every_state_of_a_loan_is_in_a_generated_commune() {
    let plan = plan(11);
    let batch = generate::batch(&plan);
    let (_folder, office) = office(&batch);
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    let question = Question::new(office.ledger(), &shelf, plan.as_of);
    let rows = loans(&question, true);
    let any = |is: &dyn Fn(&LoanRow) -> bool| rows.iter().any(is);
    let status = |wanted| any(&|row| row.status == wanted);
    let tomorrow = loans(&question.on(plan.as_of.plus(1)), true);
    let just = |now: bool| {
        let pairs = rows.iter().zip(&tomorrow);
        pairs.filter(|(today, next)| today.inactive == now && next.inactive).count() > 0
    };
    all(&[
        ("settled", status(LoanStatus::Settled)),
        ("frozen", status(LoanStatus::Frozen)),
        ("overdue", status(LoanStatus::Overdue)),
        ("in term", status(LoanStatus::InTerm)),
        ("settled today", any(&|row| row.settled_on == Some(plan.as_of))),
        ("settled earlier", any(&|row| row.settled_on.is_some_and(|on| on < plan.as_of))),
        ("interest left", any(&|row| row.outstanding.is_zero() && row.settled_on.is_none())),
        ("inactive", just(true)),
        ("inactive from tomorrow", just(false)),
        ("in grace", any(&|row| row.interest.in_grace.is_positive())),
        ("prepaid", any(&|row| row.interest.prepaid.get() > 1_000_000)),
        ("arrears", any(&|row| row.interest.arrears.is_positive())),
        ("undrawn", any(&|row| row.disbursed < row.principal && row.programme.as_str() == "12")),
    ]);
    for programme in ["01", "02", "03", "04", "06", "09", "12", "19", "26"] {
        let code = ProgrammeCode::from(programme);
        assert!(any(&|row| row.programme == code && row.outstanding.is_positive()), "{programme}");
    }
    let late = overdue(&question);
    for bucket in Bucket::ALL {
        assert!(late.iter().any(|row| row.bucket == bucket), "{}", bucket.name());
    }
}

#[test]
fn the_instalment_rule_is_shown_from_both_sides_and_for_an_exempt_programme() {
    let plan = plan(12);
    let (_folder, office) = office(&generate::batch(&plan));
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    let question = Question::new(office.ledger(), &shelf, plan.as_of);
    let rule = Day::parse_iso("2026-03-01").expect("a day");
    let mut found = [false; 3];
    for file in office.ledger().loans.values() {
        let line = office.ledger().timeline(file, question.rules().expect("rules"), plan.as_of);
        let Some(line) = line else { continue };
        let behind = line.instalment_figures().iter().any(|part| part.days_late > 0);
        let over = line.standing_on(plan.as_of).overdue.is_positive();
        let new = file.loan.disbursed_on >= rule;
        let exempt = file.loan.programme.as_str() == "12";
        found[0] |= behind && !over && !new;
        found[1] |= behind && over && new && !exempt && line.wrong_use_on(plan.as_of).is_none();
        found[2] |= behind && !over && new && exempt;
    }
    all(&[("rolled on", found[0]), ("overdue at once", found[1]), ("exempt", found[2])]);
}

#[test]
fn changes_visits_and_pairs_of_all_kinds_are_in_a_generated_commune() {
    let plan = plan(13);
    let batch = generate::batch(&plan);
    let changed =
        |is: &dyn Fn(&ChangeKind) -> bool| batch.changes.iter().any(|row| is(&row.1.kind));
    let overlap = batch.changes.iter().any(|row| {
        let (loan, one) = &row.fact;
        let ChangeKind::Freeze { until: Some(until) } = one.kind else { return false };
        batch.changes.iter().map(|row| &row.fact).any(|(same, later)| {
            let freeze = matches!(later.kind, ChangeKind::Freeze { .. });
            same == loan && freeze && one.day < later.day && later.day < until
        })
    });
    let visited = |kind| batch.visits.iter().any(|row| row.visit.kind == kind);
    let lines = || batch.visits.iter().flat_map(|row| &row.lines);
    let late = |day: Day, at: &Option<String>| {
        at.as_ref().is_some_and(|at| !at.starts_with(&day.to_string()))
    };
    all(&[
        ("rescheduled", changed(&|kind| matches!(kind, ChangeKind::Reschedule { .. }))),
        ("extended", changed(&|kind| matches!(kind, ChangeKind::Extend { .. }))),
        ("frozen openly", changed(&|kind| matches!(kind, ChangeKind::Freeze { until: None }))),
        ("frozen until", changed(&|kind| matches!(kind, ChangeKind::Freeze { until: Some(_) }))),
        ("unfrozen", changed(&|kind| matches!(kind, ChangeKind::Unfreeze))),
        ("freezes that overlap", overlap),
        ("after disbursement", visited(VisitKind::PostDisbursement)),
        ("inactive", visited(VisitKind::Inactive)),
        ("annual", visited(VisitKind::Annual)),
        ("unannounced", visited(VisitKind::Unannounced)),
        ("wrong use", lines().any(|line| line.wrong_use.is_some_and(|wrong| wrong.is_positive()))),
        ("an empty cell", lines().any(|line| line.wrong_use.is_none())),
        ("a payment taken back", batch.payments.iter().any(|row| row.reverses.is_some())),
        ("savings taken back", batch.savings.iter().any(|row| row.reverses.is_some())),
        ("recorded late", batch.payments.iter().any(|row| late(row.day, &row.trail.recorded_at))),
        ("a change taken back", batch.changes.iter().any(|row| row.reverses.is_some())),
        ("openings", !batch.openings.is_empty()),
        ("openings that owe", batch.openings.iter().any(|row| row.1.interest_owed.is_positive())),
        ("absent", batch.attendance.iter().any(|row| row.2 == Presence::None)),
        ("a deputy", batch.attendance.iter().any(|row| row.2 == Presence::Deputy)),
        ("principal", batch.payments.iter().any(|row| row.kind == PaymentKind::Principal)),
    ]);
}

#[test]
fn groups_members_and_places_of_all_kinds_are_in_generated_communes() {
    let plan = plan(14);
    let batch = generate::batch(&plan);
    let name = |code| {
        batch.members.iter().find(|member| Some(&member.code) == code).map(|member| &member.name)
    };
    let leaders: Vec<_> =
        batch.groups.iter().filter_map(|group| name(group.leader.as_ref())).collect();
    let abroad = |group: &Group| {
        let point = batch.points.iter().find(|(code, ..)| *code == group.point);
        point.is_some_and(|(_, commune, ..)| !group.village.as_str().starts_with(commune.as_str()))
    };
    let owes = |code| batch.loans.iter().any(|loan| loan.member == code);
    let saves = |code| batch.savings.iter().any(|row| row.member == code);
    let left = |member: &Member| {
        member.left_on.is_some() && owes(member.code.clone()) && saves(member.code.clone())
    };
    all(&[
        ("closed", batch.groups.iter().any(|group| group.closed_on.is_some())),
        ("without a leader", batch.groups.iter().any(|group| group.leader.is_none())),
        (
            "one name, two leaders",
            (1..leaders.len()).any(|at| leaders[..at].contains(&leaders[at])),
        ),
        ("left with debt and savings", batch.members.iter().any(left)),
        ("another commune's point", batch.groups.iter().any(abroad)),
        ("difficult", batch.places.iter().any(|place| place.difficult)),
        ("two session days", batch.points[0].3 != batch.points[1].3),
        ("moved", batch.session_changes.iter().any(|(.., held)| held.is_some())),
        ("not held", batch.session_changes.iter().any(|(.., held)| held.is_none())),
        ("Khmer", batch.members.iter().any(|member| member.ethnicity.as_deref() == Some("Khmer"))),
        ("targets", !batch.targets.is_empty()),
        ("capital", !batch.capital.is_empty()),
    ]);
    let many =
        generate::batch(&Plan { communes: 24, groups: 1, members: 5, years: 1, ..Plan::small(1) });
    let kind = |is: &str| {
        many.places.iter().any(|place| {
            place.parent.as_ref().is_some_and(|up| up.as_str() == is)
                && place.code.as_str().len() == 6
        })
    };
    all(&[("in a district", kind("901")), ("in no district", kind("90"))]);
}

#[test]
fn all_grades_and_all_states_of_visits_are_in_a_generated_commune() {
    let plan = Plan { troubles: 25, ..plan(15) };
    let (_folder, office) = office(&generate::batch(&plan));
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    let question = Question::new(office.ledger(), &shelf, plan.as_of);
    let month_end = question.on(plan.as_of.last_month_end());
    let groups = scores(&month_end, Level::Group);
    for grade in [Grade::Good, Grade::Fair, Grade::Average, Grade::Weak] {
        assert!(groups.iter().any(|row| row.grade == grade), "{grade:?}");
    }
    let due = visits_due(&question);
    for left in [-1, 0] {
        assert!(due.iter().any(|row| row.days_left == Some(left)), "{left}");
    }
    assert!(due.iter().any(|row| row.days_left.is_some_and(|left| left > 7)));
    assert!(due.iter().any(|row| row.days_left.is_none()));
}

#[test]
fn who_pays_all_that_falls_due_owes_nothing() {
    // Without stories, in groups that pay: the quick meter and the rules agree to the đồng.
    let plan = Plan { troubles: 0, tempers: vec![generate::Temper::Good], ..Plan::small(6) };
    let plan = Plan { as_of: plan.as_of.plus(1), ..plan };
    let (_folder, office) = office(&generate::batch(&plan));
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    let rows = loans(&Question::new(office.ledger(), &shelf, plan.as_of), true);
    let behind = rows.iter().filter(|row| row.interest.arrears.is_positive()).count();
    assert!(rows.len() > 10 && behind * 10 <= rows.len(), "{behind} of {}", rows.len());
    let settled = rows.iter().filter(|row| row.outstanding.is_zero());
    assert!(settled.clone().count() > 0);
    assert!(settled.clone().all(|row| row.interest.arrears.is_zero()));
}

#[test]
fn promises_of_every_end_counted_cash_and_meetings_are_in_a_generated_commune() {
    use tkvv::domain::contact::PromiseState;
    use tkvv::domain::meeting::StepKind;
    let plan = plan(11);
    let batch = generate::batch(&plan);
    let (_folder, office) = office(&batch);
    let ledger = office.ledger();
    let mut states = std::collections::BTreeSet::new();
    for file in ledger.loans.values() {
        let calendar = &ledger.point_of_loan(file).expect("a point").calendar;
        let standing = |talk: &tkvv::domain::contact::Contact| {
            talk.standing(file, calendar, plan.as_of).map(|standing| standing.state)
        };
        states.extend(file.contacts.iter().filter_map(standing));
    }
    let steps = |kind| batch.steps.iter().any(|row| row.kind == kind);
    all(&[
        ("kept", states.contains(&PromiseState::Kept)),
        ("partly", states.contains(&PromiseState::Partly)),
        ("broken", states.contains(&PromiseState::Broken)),
        ("open", states.contains(&PromiseState::Open)),
        ("only said", batch.contacts.iter().any(|row| row.promise.is_none())),
        ("balanced", batch.cash.iter().any(|row| row.difference().is_zero())),
        ("short", batch.cash.iter().any(|row| !row.difference().is_zero())),
        ("open items", ledger.actions.values().any(|file| file.is_open(plan.as_of))),
        ("done", steps(StepKind::Done)),
    ]);
    assert_eq!(batch.meetings.len(), 3);
    // What was counted is what the sheets of that day come to.
    for (group, session) in ledger.cash.keys() {
        let sum = office.sheets_sum(group, *session).expect("asked");
        assert_eq!(
            sum,
            Some(ledger.cash[&(group.clone(), *session)].expected),
            "{group} {session}"
        );
    }
}
