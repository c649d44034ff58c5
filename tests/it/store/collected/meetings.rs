//! Meetings, what they want done, and how far that is.

use super::{back, hold, refused, saved};
use crate::store::small::{day, office, office_at};
use tkvv::domain::meeting::StepKind;
use tkvv::domain::refusal::{Collection, Field, Why};
use tkvv::office::command::{ActionItem, ActionStep, Command, Meeting};

fn meeting(id: &str) -> Meeting {
    Meeting {
        id: id.into(),
        area: "960001".into(),
        day: day("2026-09-16"),
        session: Some(day("2026-09-15")),
        chair: "Lê Văn Tám".to_owned(),
        present: "Các hội, tổ trưởng".to_owned(),
        minutes: "NQH giảm".to_owned(),
    }
}

fn item(id: &str) -> ActionItem {
    ActionItem {
        id: id.into(),
        area: "960001".into(),
        day: day("2026-09-16"),
        meeting: Some("m".into()),
        what: "Kiểm tra tổ 0000001".to_owned(),
        owner: "Trần Thị Bích".to_owned(),
        due_on: day("2026-09-30"),
    }
}

fn step(id: &str, on: &str, kind: StepKind) -> Command {
    let result = "Đã đến 3 hộ".to_owned();
    Command::ActionStep(ActionStep {
        id: id.into(),
        action: "i".into(),
        day: day(on),
        kind,
        result,
    })
}

#[test]
fn an_item_is_open_until_it_is_done_and_again_once_it_is_opened_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    saved(&mut office, Command::Meeting(meeting("m")));
    saved(&mut office, Command::Action(item("i")));
    let open = |office: &tkvv::office::Office, on| office.ledger().actions["i"].is_open(day(on));
    let not_closed = (Field::Kind, Collection::NotClosed.into());
    assert_eq!(refused(&mut office, step("s0", "2026-09-20", StepKind::Reopened)), not_closed);
    saved(&mut office, step("s1", "2026-09-20", StepKind::Note));
    saved(&mut office, step("s2", "2026-09-25", StepKind::Done));
    assert!(open(&office, "2026-09-24") && !open(&office, "2026-09-25"));
    let closed = (Field::Kind, Collection::ClosedAlready(day("2026-09-25")).into());
    assert_eq!(refused(&mut office, step("s3", "2026-09-26", StepKind::Dropped)), closed);
    let early = (Field::Day, Why::Before(day("2026-09-25")));
    assert_eq!(refused(&mut office, step("s3", "2026-09-24", StepKind::Reopened)), early);
    saved(&mut office, step("s3", "2026-09-25", StepKind::Reopened));
    assert!(open(&office, "2026-09-25"));
    saved(&mut office, back("r", "s3", None));
    assert!(!open(&office, "2026-10-01"));
    hold(&path, office);
}

#[test]
fn what_others_name_is_taken_back_after_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    saved(&mut office, Command::Meeting(meeting("m")));
    saved(&mut office, Command::Action(item("i")));
    saved(&mut office, step("s", "2026-09-20", StepKind::Done));
    let named = (Field::Reverses, Collection::BearsActions.into());
    assert_eq!(refused(&mut office, back("r", "m", None)), named);
    let steps = (Field::Reverses, Collection::BearsSteps.into());
    assert_eq!(refused(&mut office, back("r", "i", None)), steps);
    for (id, of) in [("r1", "s"), ("r2", "i"), ("r3", "m")] {
        saved(&mut office, back(id, of, None));
    }
    assert_eq!((office.ledger().meetings.len(), office.ledger().actions.len()), (0, 0));
    // What was taken back can be named no more.
    let unknown = (Field::Meeting, Why::Unknown("m".to_owned()));
    assert_eq!(refused(&mut office, Command::Action(item("i2"))), unknown);
    let unknown = (Field::Action, Why::Unknown("i".to_owned()));
    assert_eq!(refused(&mut office, step("s2", "2026-09-20", StepKind::Note)), unknown);
    hold(&path, office);
}

#[test]
fn a_meeting_has_a_place_a_chair_and_a_day_on_or_after_its_session() {
    let mut office = office();
    let with = |change: fn(&mut Meeting)| {
        let mut new = meeting("m");
        change(&mut new);
        Command::Meeting(new)
    };
    let unknown = (Field::Area, Why::Unknown("000009".to_owned()));
    assert_eq!(refused(&mut office, with(|new| new.area = "000009".into())), unknown);
    assert_eq!(
        refused(&mut office, with(|new| new.chair = " ".to_owned())),
        (Field::Chair, Why::Missing)
    );
    let ahead = (Field::Day, Why::InTheFuture(day("2026-10-15")));
    assert_eq!(refused(&mut office, with(|new| new.day = day("2026-10-16"))), ahead);
    let late = (Field::Session, Why::TooLate(day("2026-09-16")));
    assert_eq!(refused(&mut office, with(|new| new.session = Some(day("2026-09-17")))), late);
    let long = (Field::Minutes, Why::TooLong(10_000));
    assert_eq!(refused(&mut office, with(|new| new.minutes = "ờ".repeat(10_001))), long);
    saved(&mut office, with(|new| new.minutes = "ờ".repeat(10_000)));
    let same_day = with(|new| (new.id, new.session) = ("m2".into(), Some(new.day)));
    saved(&mut office, same_day);
}

#[test]
fn an_item_says_what_who_and_by_when() {
    let mut office = office();
    saved(&mut office, Command::Meeting(meeting("m")));
    let with = |change: fn(&mut ActionItem)| {
        let mut new = item("i");
        change(&mut new);
        Command::Action(new)
    };
    let missing = |field| (field, Why::Missing);
    assert_eq!(refused(&mut office, with(|new| new.what.clear())), missing(Field::What));
    assert_eq!(refused(&mut office, with(|new| new.owner.clear())), missing(Field::Owner));
    let before = (Field::Day, Why::Before(day("2026-09-16")));
    assert_eq!(refused(&mut office, with(|new| new.day = day("2026-09-15"))), before);
    let before = (Field::DueOn, Why::Before(day("2026-09-16")));
    assert_eq!(refused(&mut office, with(|new| new.due_on = day("2026-09-15"))), before);
    let late = (Field::DueOn, Why::TooLate(day("2029-09-16")));
    assert_eq!(refused(&mut office, with(|new| new.due_on = day("2029-09-17"))), late);
    saved(&mut office, with(|new| new.due_on = day("2029-09-16")));
    saved(&mut office, with(|new| (new.id, new.due_on) = ("i2".into(), new.day)));
}
