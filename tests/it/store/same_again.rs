//! The same entry again: what is done already, what is something else, and how it is named.

use super::entries::{amended, begun, entry, group, loan, refused};
use super::small::{TODAY, ask, day, line};
use tkvv::domain::group::Group;
use tkvv::domain::ledger::Presence;
use tkvv::domain::loan::Instalment;
use tkvv::domain::money::Dong;
use tkvv::domain::record::CheckRecord;
use tkvv::domain::refusal::{Field, Why};
use tkvv::office::Office;
use tkvv::office::command::{Command, LoanRow, NewAttendance, NewCheck, NewReversal, NewSheet};

fn check(id: &str, answers: &[(&str, &str)]) -> Command {
    let answer = |(item, own): &(&str, &str)| CheckRecord {
        id: (*own).into(),
        group: "0000001".into(),
        day: day(TODAY),
        association: None,
        visitor: String::new(),
        item: (*item).to_owned(),
        answer: "yes".to_owned(),
        note: String::new(),
    };
    Command::Check(NewCheck {
        id: id.into(),
        group: "0000001".into(),
        day: day(TODAY),
        association: None,
        visitor: "Trần Thị Bích".to_owned(),
        answers: answers.iter().map(answer).collect(),
    })
}

fn take_back(id: &str, of: &str) -> Command {
    let reason = "Nhầm".to_owned();
    Command::Reversal(NewReversal {
        id: id.into(),
        of: of.into(),
        day: day(TODAY),
        reason,
        confirmed_by: None,
    })
}

#[test]
fn a_check_again_has_all_its_answers_and_no_others() {
    let mut office = begun();
    let both = [("board", ""), ("meetings", "")];
    ask(&mut office, check("k1", &both)).expect("recorded");
    let taken = |id: &str| (Field::Id, Why::IdTaken(id.into()));
    let more = [("board", ""), ("meetings", ""), ("filing", "")];
    for others in [&both[..1], &both[1..], &more] {
        assert_eq!(refused(&mut office, check("k1", others)), taken("k1"));
    }
    assert!(ask(&mut office, check("k1", &both)).expect("known").already);
    // Taken back, and another of that day in its place: the first is what it was.
    ask(&mut office, take_back("b1", "k1")).expect("taken back");
    ask(&mut office, check("k2", &both[..1])).expect("recorded");
    assert!(ask(&mut office, check("k1", &both)).expect("known").already);
    assert!(ask(&mut office, check("k2", &both[..1])).expect("known").already);
    assert_eq!(refused(&mut office, check("k1", &both[..1])), taken("k1"));
    assert_eq!(refused(&mut office, check("k2", &both)), taken("k2"));
}

#[test]
fn a_check_whose_answers_have_ids_of_their_own_is_named_by_the_first() {
    let mut office = begun();
    let both = [("board", "a1"), ("meetings", "a2")];
    let done = ask(&mut office, check("k1", &both)).expect("recorded");
    assert_eq!(done.id.as_str(), "a1");
    assert_eq!(refused(&mut office, check("k1", &both[..1])).0, Field::Id);
    assert_eq!(ask(&mut office, check("k1", &both)).expect("known").id.as_str(), "a1");
    ask(&mut office, take_back("b1", done.id.as_str())).expect("taken back");
    assert!(office.ledger().checks.values().all(Vec::is_empty));
}

#[test]
fn who_came_said_again_is_named_by_the_fact_that_says_so() {
    let mut office = begun();
    let said = |id: &str, by, reason: Option<&str>| {
        Command::Attendance(NewAttendance {
            id: id.into(),
            group: "0000001".into(),
            session: day(TODAY),
            by,
            reason: reason.map(str::to_owned),
        })
    };
    let sheet = NewSheet {
        id: "s1".into(),
        group: "0000001".into(),
        session: day(TODAY),
        attendance: Some(Presence::Leader),
        lines: vec![],
    };
    ask(&mut office, Command::Sheet(sheet)).expect("saved");
    let again = ask(&mut office, said("a1", Presence::Leader, None)).expect("known");
    assert_eq!((again.already, again.id.as_str()), (true, "s1-a1"));
    let other = ask(&mut office, said("a2", Presence::Deputy, Some("Nhầm"))).expect("said");
    assert_eq!((other.already, other.id.as_str()), (false, "a2"));
    let again = ask(&mut office, said("a3", Presence::Deputy, None)).expect("known");
    assert_eq!((again.already, again.id.as_str()), (true, "a2"));
    ask(&mut office, take_back("b1", again.id.as_str())).expect("taken back");
    // The entry that was taken back is still itself.
    let again = ask(&mut office, said("a2", Presence::Deputy, Some("Nhầm"))).expect("known");
    assert_eq!((again.already, again.id.as_str()), (true, "a2"));
    let came = office.ledger().attendance.get(&("0000001".into(), day(TODAY)));
    assert_eq!(came, Some(&Presence::Leader));
}

/// Three plans of a loan's instalments.
fn plan(which: usize) -> Vec<Instalment> {
    let part = |no, due_on, amount| Instalment { no, due_on: day(due_on), amount };
    let half = Dong::new(5_000_000);
    match which {
        0 => vec![part(1, "2027-01-15", half), part(2, "2028-01-15", half)],
        1 => vec![part(1, "2027-06-15", half), part(2, "2028-01-15", half)],
        _ => vec![part(3, "2027-06-15", half), part(2, "2028-01-15", half)],
    }
}

fn with(which: usize, purpose: &str) -> LoanRow {
    let mut row = LoanRow { instalments: plan(which), ..loan(1, 1) };
    row.loan.purpose = purpose.to_owned();
    row
}

fn now_is(office: &Office, which: usize, purpose: &str) {
    let file = &office.ledger().loans["0000000000000001"];
    let mut instalments = plan(which);
    instalments.sort_by_key(|row| (row.due_on, row.no));
    assert_eq!((&file.instalments, file.loan.purpose.as_str()), (&instalments, purpose));
    assert_eq!(office.verify(), []);
}

#[test]
fn an_earlier_entry_of_a_loan_undoes_nothing_when_it_comes_again() {
    let mut office = begun();
    let saved = |office: &mut Office, command| ask(office, command).expect("saved").already;
    assert!(!saved(&mut office, Command::Loan(entry("l1", with(0, "Nuôi bò")))));
    // One that changes instalments alone, one that changes both, one that takes a number away.
    let changes = [
        Command::Loan(amended("c1", with(1, "Nuôi bò"))),
        Command::Loan(amended("c2", with(0, "Nuôi heo"))),
        Command::Loan(amended("c3", with(2, "Nuôi dê"))),
        Command::Loan(amended("c4", with(0, "Nuôi bò"))),
        Command::Loan(amended("c5", with(1, "Nuôi gà"))),
    ];
    for change in &changes {
        assert!(!saved(&mut office, change.clone()));
    }
    now_is(&office, 1, "Nuôi gà");
    for change in &changes {
        assert!(saved(&mut office, change.clone()), "{change:?}");
    }
    assert!(saved(&mut office, Command::Loan(entry("l1", with(0, "Nuôi bò")))));
    now_is(&office, 1, "Nuôi gà");
    // The same ids for other instalments, or none, are other entries.
    let taken = |id: &str| (Field::Id, Why::IdTaken(id.into()));
    let row = LoanRow { instalments: vec![], ..with(0, "Nuôi bò") };
    assert_eq!(refused(&mut office, Command::Loan(entry("l1", row))), taken("l1"));
    let other = Command::Loan(amended("c1", with(2, "Nuôi gà")));
    assert_eq!(refused(&mut office, other), taken("c1"));
    let mut second = loan(2, 2);
    second.instalments = plan(1);
    assert!(!saved(
        &mut office,
        Command::Loan(entry("l2", LoanRow { instalments: plan(0), ..loan(2, 2) }))
    ));
    assert_eq!(refused(&mut office, Command::Loan(amended("c1", second))), taken("c1"));
}

#[test]
fn a_sheet_that_comes_again_after_another_leads_the_group_is_known() {
    let mut office = begun();
    let sheet = || {
        Command::Sheet(NewSheet {
            id: "s1".into(),
            group: "0000001".into(),
            session: day(TODAY),
            attendance: None,
            lines: vec![line("0000000003", None, Some(20_000))],
        })
    };
    ask(&mut office, sheet()).expect("saved");
    let led = Group { leader: Some("0000000004".into()), ..group("0000001") };
    ask(&mut office, Command::Group(amended("c1", led))).expect("changed");
    assert!(ask(&mut office, sheet()).expect("known").already);
    let saved = office.savings_of_member(&"0000000003".into()).expect("rows");
    let collectors = saved.iter().map(|row| row.saving.trail.collected_by.as_deref());
    assert_eq!(collectors.collect::<Vec<_>>(), [Some("Người 1")]);
}
