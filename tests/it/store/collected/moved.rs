//! Members who go to another group after the cash was counted: what was counted stays counted.

use super::{back, hold, refused, saved};
use crate::store::entries::amended;
use crate::store::small::{TODAY, batch, day, line, office, office_at, payment, sheet};
use tkvv::domain::cash::NOTES;
use tkvv::domain::entry::NewPayment;
use tkvv::domain::group::Member;
use tkvv::domain::ids::FactId;
use tkvv::domain::loan::{PaymentKind, PaymentPlace};
use tkvv::domain::money::Dong;
use tkvv::domain::refusal::{Collection, Field};
use tkvv::office::Office;
use tkvv::office::command::{CashCount, Command};

/// The second member goes to a group.
fn goes(office: &mut Office, id: &str, group: &str) {
    let member = batch().members.into_iter().find(|member| member.code.as_str() == "M2");
    let member = Member { group: group.into(), ..member.expect("the member") };
    saved(office, Command::Member(amended(id, member)));
}

fn counted(office: &mut Office, sum: i64) {
    saved(
        office,
        Command::Cash(CashCount {
            id: "c1".into(),
            group: "0000001".into(),
            session: day(TODAY),
            expected: Dong::new(sum),
            counted: Dong::new(sum),
            notes: [0; NOTES.len()],
            by: None,
            because: None,
        }),
    );
}

fn asks(office: &Office, fact: &str) -> bool {
    office.needs_second_person(&[FactId::new(fact.to_owned())]).expect("asked")
}

#[test]
fn a_move_takes_no_counted_money_away_from_the_second_person() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    let interest = NewPayment {
        kind: PaymentKind::Interest,
        amount: Dong::new(2_090_000),
        place: PaymentPlace::Group,
        receipt: None,
        ..payment("p1")
    };
    saved(&mut office, Command::Payment(interest));
    assert!(!asks(&office, "p1"), "nothing is counted");
    counted(&mut office, 2_090_000);
    let alone = (Field::ConfirmedBy, Collection::SecondPerson.into());
    assert_eq!(refused(&mut office, back("r1", "p1", None)), alone);
    for (id, group) in [("g1", "0000002"), ("g2", "0000001")] {
        goes(&mut office, id, group);
        assert_eq!(refused(&mut office, back("r1", "p1", None)), alone, "in {group}");
        assert!(asks(&office, "p1"), "in {group}");
    }
    saved(&mut office, back("r1", "p1", Some("Bích")));
    hold(&path, office);
}

#[test]
fn what_was_taken_back_of_a_sheet_stands_on_it_though_the_member_has_moved() {
    let mut office = office();
    let lines = vec![line("M2", Some(2_090_000), Some(50_000))];
    saved(&mut office, Command::Sheet(sheet("s1", lines)));
    counted(&mut office, 2_140_000);
    goes(&mut office, "g1", "0000002");
    // the rule and the form ask the same
    assert!(asks(&office, "s1-001-i1") && asks(&office, "s1-001-s"));
    let alone = (Field::ConfirmedBy, Collection::SecondPerson.into());
    assert_eq!(refused(&mut office, back("r1", "s1-001-s", None)), alone);
    saved(&mut office, back("r1", "s1-001-i1", Some("Bích")));
    saved(&mut office, back("r2", "s1-001-s", Some("Bích")));
    let gone = |group: &str| {
        let gone = office.taken_back(&group.into(), day(TODAY)).expect("asked");
        gone.iter().map(|gone| gone.amount.get()).collect::<Vec<_>>()
    };
    assert_eq!(gone("0000001"), [2_090_000, 50_000]);
    assert_eq!(gone("0000002"), [0; 0]);
}
