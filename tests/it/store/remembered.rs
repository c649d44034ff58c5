//! What is remembered of groups and loans is what is worked out anew, whatever was recorded since.

use super::small::{
    batch, day, import, line, office, office_at, options, payment, run, sheet, visit, visit_line,
};
use tkvv::domain::entry::master::MasterEntry;
use tkvv::domain::entry::{NewPayment, NewSheet};
use tkvv::domain::ledger::Presence;
use tkvv::domain::money::Dong;
use tkvv::domain::rate::Rate;
use tkvv::office::command::{Command, LoanRow, SessionChange};
use tkvv::office::{Office, OpenOptions, Stamp};
use tkvv::reports::Question;
use tkvv::reports::ratios::ratios;
use tkvv::reports::scores::{Level, scores};
use tkvv::reports::sheet::session_day;

/// Asked with what is remembered and without, on a month end, yesterday and today.
pub fn hold_that_memory_is_true(office: &Office, after: &str) {
    for asked in ["2026-09-30", "2026-10-14", "2026-10-15"] {
        let plain = Question::new(office.ledger(), office.shelf(), day(asked));
        let remembering = plain.clone().remembering(office.remembered());
        for _ in 0..2 {
            let (known, fresh) = (ratios(&remembering, None), ratios(&plain, None));
            assert_eq!(known, fresh, "{asked} {after}");
            let (known, fresh) = (&remembering, &plain);
            assert_eq!(scores(known, Level::Group), scores(fresh, Level::Group), "{asked} {after}");
            for file in office.ledger().loans.values() {
                assert_eq!(known.loan_day(file), fresh.loan_day(file), "{asked} {after}");
            }
            for point in office.ledger().points.keys() {
                // known the evening before, and by its end
                let at = |question| session_day(question, point, day("2026-10-15"));
                assert_eq!(at(known), at(fresh), "{asked} {after}");
            }
        }
    }
}

#[test]
fn a_command_of_any_kind_is_seen_by_what_was_remembered_before_it() {
    let mut office = office();
    hold_that_memory_is_true(&office, "at the start");
    let with_attendance = NewSheet {
        attendance: Some(Presence::Leader),
        ..sheet("s1", vec![line("M2", Some(250_000), Some(50_000)), line("M3", None, Some(20_000))])
    };
    let seen = tkvv::domain::visit::VisitLine {
        wrong_use: Some(Dong::new(1_000_000)),
        ..visit_line("L3")
    };
    let commands = [
        Command::Payment(payment("p1")),
        Command::Payment(NewPayment {
            reverses: Some("p1".into()),
            reason: Some("nhầm".into()),
            ..payment("p2")
        }),
        Command::Sheet(with_attendance),
        Command::Visit(visit("v1", vec![seen])),
    ];
    for command in commands {
        let name = format!("after {command:?}");
        run(&mut office, command).expect("done");
        hold_that_memory_is_true(&office, &name);
    }
    let several = vec![Command::Payment(payment("p3")), Command::Payment(payment("p4"))];
    office.execute_all(several, day("2026-10-15"), Stamp::EPOCH).expect("done");
    hold_that_memory_is_true(&office, "after several at once");
}

#[test]
fn a_member_who_leaves_is_seen_by_what_was_remembered_before() {
    let mut office = office();
    hold_that_memory_is_true(&office, "at the start");
    let mut row = office.ledger().members["M3"].member.clone();
    row.left_on = Some(day("2026-09-01"));
    let reason = Some("chuyển đi".to_owned());
    run(&mut office, Command::Member(MasterEntry { id: "m1".into(), row, amends: true, reason }))
        .expect("done");
    hold_that_memory_is_true(&office, "after one left");
}

/// An amended row with a reason.
fn amended<T>(id: &str, row: T) -> MasterEntry<T> {
    MasterEntry { id: id.into(), row, amends: true, reason: Some("sửa".to_owned()) }
}

#[test]
fn a_member_who_moves_is_seen_in_both_groups() {
    let mut office = office();
    hold_that_memory_is_true(&office, "at the start");
    let mut row = office.ledger().members["M2"].member.clone();
    row.group = "0000002".into();
    run(&mut office, Command::Member(amended("m1", row))).expect("done");
    hold_that_memory_is_true(&office, "after one moved");
}

#[test]
fn a_session_that_moves_and_a_contract_that_was_mistyped_are_seen() {
    let mut office = office();
    hold_that_memory_is_true(&office, "at the start");
    let moved = SessionChange {
        point: "P1".into(),
        month: day("2026-09-15").month(),
        held_on: Some(day("2026-09-20")),
    };
    let entry = MasterEntry { id: "s1".into(), row: moved, amends: false, reason: None };
    run(&mut office, Command::Session(entry)).expect("done");
    hold_that_memory_is_true(&office, "after a session moved");
    let file = &office.ledger().loans["L1"];
    let (instalments, tranches, opening) = (vec![], vec![], None);
    let mut row = LoanRow { loan: file.loan.clone(), instalments, tranches, opening };
    row.loan.rate = Rate::parse("9.9").expect("a rate");
    let before = office.ledger().loans["L1"].loan.rate;
    assert_ne!(before, row.loan.rate);
    run(&mut office, Command::Loan(amended("l1", row))).expect("done");
    hold_that_memory_is_true(&office, "after a rate was put right");
}

#[test]
fn another_programs_save_is_seen_by_what_was_remembered_before_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    let reader = OpenOptions { read_only: true, ..options("Hoa") };
    let mut other = Office::open(&path, reader).expect("opened");
    hold_that_memory_is_true(&other, "at the start");
    run(&mut office, Command::Payment(payment("p1"))).expect("done");
    assert_eq!(other.refresh(), Ok(true));
    hold_that_memory_is_true(&other, "after somebody else's save");
    assert_eq!(other.ledger(), office.ledger());
}

#[test]
fn an_import_is_seen_by_what_was_remembered_before_it() {
    let mut office = office();
    hold_that_memory_is_true(&office, "at the start");
    let mut more = batch();
    let late = more.payments[0].clone();
    more.payments.push(tkvv::domain::record::PaymentRecord { id: "old-2".into(), ..late });
    assert_eq!(import(&mut office, &more).expect("taken in"), 1);
    hold_that_memory_is_true(&office, "after the import");
}
