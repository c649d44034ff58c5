//! What groups are remembered to add up to is what they add up to, whatever was recorded since.

use super::small::{batch, day, import, line, office, payment, run, sheet, visit, visit_line};
use tkvv::domain::entry::master::MasterEntry;
use tkvv::domain::entry::{NewPayment, NewSheet};
use tkvv::domain::ledger::Presence;
use tkvv::domain::money::Dong;
use tkvv::office::command::Command;
use tkvv::office::{Office, Stamp};
use tkvv::reports::Question;
use tkvv::reports::ratios::ratios;
use tkvv::reports::scores::{Level, scores};

/// Asked with what is remembered and without, on a month end, yesterday and today.
fn hold_that_memory_is_true(office: &Office, after: &str) {
    for asked in ["2026-09-30", "2026-10-14", "2026-10-15"] {
        let plain = Question::new(office.ledger(), office.shelf(), day(asked));
        let remembering = plain.clone().remembering(office.tallies());
        for _ in 0..2 {
            let (known, fresh) = (ratios(&remembering, None), ratios(&plain, None));
            assert_eq!(known, fresh, "{asked} {after}");
            let (known, fresh) = (&remembering, &plain);
            assert_eq!(scores(known, Level::Group), scores(fresh, Level::Group), "{asked} {after}");
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
