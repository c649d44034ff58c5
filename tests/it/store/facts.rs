//! What a command saves, and what the book says afterwards.

use super::small::{
    TODAY, ask, batch, day, import, line, now, office, office_at, options, payment, run, sheet,
    visit, visit_line,
};
use tkvv::domain::ledger::Presence;
use tkvv::domain::loan::{ChangeKind, LoanChange, Movement, PaymentKind, PaymentPlace};
use tkvv::domain::money::Dong;
use tkvv::domain::record::{PaymentRecord, Trail};
use tkvv::domain::refusal::{Field, Refusal, Why};
use tkvv::office::command::{Command, NewPayment};
use tkvv::office::{Office, Trouble, Warning};

#[test]
fn an_imported_book_is_read_as_it_was_given() {
    let office = office();
    let ledger = office.ledger();
    assert_eq!(ledger.title, "Xã thử");
    assert_eq!(office.as_of(), Ok(Some(day(TODAY))));
    assert_eq!(ledger.members["M1"].loans.len(), 2);
    let file = &ledger.loans["L1"];
    assert_eq!((file.tranches.len(), file.instalments.len()), (1, 1));
    assert_eq!(file.tranches[0].amount, Dong::new(10_000_000));
    assert_eq!(file.instalments[0].due_on, day("2029-01-15"));
    let paid = Movement { day: day("2026-08-15"), amount: Dong::new(1_000_000) };
    assert_eq!(file.principal_paid, [paid]);
    assert_eq!(office.verify(), []);
}

#[test]
fn the_same_folder_again_adds_nothing_and_other_content_refuses_all_of_it() {
    let mut office = office();
    assert_eq!(import(&mut office, &batch()), Ok(0));
    let before = office.ledger().clone();
    let mut other = batch();
    other.members[1].name = "Trần Văn Khác".to_owned();
    other.loans.push(tkvv::domain::loan::Loan { code: "L7".into(), ..other.loans[0].clone() });
    let refused = import(&mut office, &other).expect_err("other content");
    let Trouble::Refused(refusal) = refused else { panic!("{refused:?}") };
    assert_eq!((refusal.line, refusal.field), (Some(2), Field::Member));
    assert_eq!(refusal.why, Why::IdTaken("M2".into()));
    assert_eq!(office.ledger(), &before);
    let mut more = batch();
    more.payments.push(PaymentRecord { id: "old-2".into(), ..more.payments[0].clone() });
    assert_eq!(import(&mut office, &more), Ok(1));
}

#[test]
fn what_a_file_says_of_who_recorded_it_is_kept() {
    let mut office = Office::in_memory().expect("a book");
    let mut batch = batch();
    let trail = Trail {
        recorded_by: Some("Hoa".to_owned()),
        recorded_at: Some("2026-08-15T04:00:00Z".to_owned()),
        machine: Some("elsewhere".to_owned()),
        ..Trail::default()
    };
    batch.payments[0].trail = trail.clone();
    import(&mut office, &batch).expect("taken in");
    let rows = office.payments_of_loan(&"L1".into()).expect("rows");
    assert_eq!(rows[0].payment.trail, trail);
    assert_eq!(office.verify(), []);
}

#[test]
fn a_payment_asked_twice_is_saved_once_and_with_other_content_refused() {
    let mut office = office();
    let first = ask(&mut office, Command::Payment(payment("p1"))).expect("saved");
    assert_eq!((first.already, first.facts), (false, 1));
    let again = ask(&mut office, Command::Payment(payment("p1"))).expect("known");
    assert_eq!((again.already, again.facts), (true, 0));
    let other = NewPayment { amount: Dong::new(1), ..payment("p1") };
    let refused = ask(&mut office, Command::Payment(other)).expect_err("taken");
    assert_eq!((refused.field, refused.why), (Field::Id, Why::IdTaken("p1".into())));
    assert_eq!(office.ledger().loans["L3"].principal_paid.len(), 1);
    assert_eq!(office.find_receipt(" R-p1 ").expect("found").len(), 1);
}

#[test]
fn a_sheet_is_shared_out_over_a_members_loans_with_ids_that_stand_after_it() {
    let mut office = office();
    let mut new = sheet(
        "s1",
        vec![
            line("M1", Some(900_000), Some(50_000)),
            line("M2", None, None),
            line("M3", None, Some(20_000)),
        ],
    );
    new.attendance = Some(Presence::Deputy);
    let done = ask(&mut office, Command::Sheet(new.clone())).expect("saved");
    // The head, two shares of interest, two deposits, who came.
    assert_eq!(done.facts, 6);
    let first = office.payments_of_loan(&"L1".into()).expect("rows").pop().expect("a payment");
    // 278 days up to the session at 7.3 %: 217 days on 10 million, 61 on 9: 543,800 đ.
    assert_eq!(first.payment.amount, Dong::new(543_800));
    assert_eq!(first.payment.id.as_str(), "s1-001-i1");
    assert_eq!(first.payment.trail.collected_by.as_deref(), Some("Thạch Thị Sa Rinh"));
    let second = office.payments_of_loan(&"L2".into()).expect("rows").pop().expect("a payment");
    assert_eq!(second.payment.amount, Dong::new(900_000 - 543_800));
    assert_eq!(second.sheet, Some("s1".into()));
    let ledger = office.ledger();
    assert_eq!(ledger.attendance[&("0000001".into(), day(TODAY))], Presence::Deputy);
    assert_eq!(ledger.members["M3"].deposits[0].amount, Dong::new(20_000));
    let sheets = office.sheets_of(day(TODAY)).expect("sheets");
    assert_eq!(sheets.len(), 1);
    assert_eq!((sheets[0].interest, sheets[0].savings), (Dong::new(900_000), Dong::new(70_000)));
    assert!(ask(&mut office, Command::Sheet(new)).expect("known").already);
    assert_eq!(office.verify(), []);
}

#[test]
fn who_came_is_corrected_by_a_fact_that_takes_the_first_one_back() {
    let mut office = office();
    for (id, by) in [("s1", Presence::None), ("s2", Presence::Leader), ("s3", Presence::Leader)] {
        let mut new = sheet(id, vec![]);
        new.attendance = Some(by);
        ask(&mut office, Command::Sheet(new)).expect("saved");
        assert_eq!(office.ledger().attendance[&("0000001".into(), day(TODAY))], by);
    }
    assert_eq!(office.counts().expect("counts").of("attendance"), 3);
}

#[test]
fn a_reversed_payment_vanishes_with_its_reversal_and_stays_in_the_timeline() {
    let mut office = office();
    ask(&mut office, Command::Payment(payment("p1"))).expect("saved");
    let back = NewPayment {
        reverses: Some("p1".into()),
        reason: Some("Ghi nhầm hộ".to_owned()),
        receipt: None,
        ..payment("p2")
    };
    ask(&mut office, Command::Payment(back)).expect("taken back");
    assert_eq!(office.ledger().loans["L3"].principal_paid, []);
    let rows = office.payments_of_loan(&"L3".into()).expect("rows");
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].reversed_by, Some("p2".into()));
    // The bank's receipt can be keyed again, now rightly.
    let again = NewPayment { receipt: Some("R-p1".to_owned()), ..payment("p3") };
    ask(&mut office, Command::Payment(again)).expect("saved");
    assert_eq!(office.verify(), []);
}

#[test]
fn a_visit_is_seen_at_its_loans() {
    let mut office = office();
    let mut wrong = visit_line("L3");
    wrong.wrong_use = Some(Dong::new(3_000_000));
    let new = visit("v1", vec![visit_line("L1"), wrong]);
    ask(&mut office, Command::Visit(new.clone())).expect("saved");
    assert_eq!(office.ledger().loans["L3"].visits[0].wrong_use, Some(Dong::new(3_000_000)));
    assert_eq!(office.ledger().visits["v1"].lines, new.lines);
    assert!(ask(&mut office, Command::Visit(new.clone())).expect("known").already);
    let mut fewer = new;
    fewer.lines.pop();
    let refused = ask(&mut office, Command::Visit(fewer)).expect_err("other content");
    assert_eq!(refused.why, Why::IdTaken("v1".into()));
}

#[test]
fn closed_and_opened_again_the_book_says_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    run(&mut office, Command::Payment(payment("p1"))).expect("saved");
    run(&mut office, Command::Sheet(sheet("s1", vec![line("M2", Some(1), Some(2))])))
        .expect("saved");
    run(&mut office, Command::Visit(visit("v1", vec![visit_line("L1")]))).expect("saved");
    let ledger = office.ledger().clone();
    let machine = office.machine().to_owned();
    drop(office);
    let again = Office::open(&path, options("Lan")).expect("opened");
    assert_eq!(again.ledger(), &ledger);
    assert_eq!(again.machine(), machine);
    assert_eq!(again.verify(), []);
}

#[test]
fn a_draft_is_kept_over_a_restart_and_dropped_with_the_command_it_became() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let office = office_at(&path);
    office.keep_draft("sheet", "0000001", "{\"a\":1}", now()).expect("kept");
    office.keep_draft("sheet", "0000001", "{\"a\":2}", now()).expect("kept");
    office.keep_draft("visit", "0000001", "{}", now()).expect("kept");
    drop(office);
    let mut office = Office::open(&path, options("Lan")).expect("opened");
    assert_eq!(office.draft("sheet", "0000001").expect("read").as_deref(), Some("{\"a\":2}"));
    assert_eq!(office.drafts().expect("read").len(), 2);
    let new = Command::Sheet(sheet("s1", vec![line("M2", Some(1), None)]));
    let draft = Some(("sheet", "0000001"));
    office.execute_from(new, draft, day(TODAY), now()).expect("saved");
    assert_eq!(office.draft("sheet", "0000001").expect("read"), None);
    office.drop_draft("visit", "0000001").expect("dropped");
    assert_eq!(office.drafts().expect("read"), []);
}

#[test]
fn the_whole_book_as_rows_makes_the_same_book_again() {
    let mut office = office();
    run(&mut office, Command::Payment(payment("p1"))).expect("saved");
    let back = NewPayment {
        reverses: Some("p1".into()),
        reason: Some("Ghi nhầm hộ".to_owned()),
        ..payment("p2")
    };
    run(&mut office, Command::Payment(back)).expect("taken back");
    let mut new = sheet("s1", vec![line("M1", Some(900_000), Some(50_000))]);
    new.attendance = Some(Presence::Leader);
    run(&mut office, Command::Sheet(new)).expect("saved");
    run(&mut office, Command::Visit(visit("v1", vec![visit_line("L1")]))).expect("saved");
    let whole = office.whole().expect("rows");
    assert_eq!(whole.payments.len(), 5);
    assert_eq!(import(&mut office, &whole), Ok(0));
    let mut copy = Office::in_memory().expect("a book");
    import(&mut copy, &whole).expect("taken in");
    assert_eq!(copy.ledger(), office.ledger());
    assert_eq!(copy.whole(), Ok(whole));
    assert_eq!(copy.verify(), []);
}

#[test]
fn what_is_odd_is_taken_in_and_listed() {
    let mut office = Office::in_memory().expect("a book");
    let mut batch = batch();
    batch.payments[0].receipt = None;
    let through = PaymentRecord {
        id: "old-2".into(),
        place: PaymentPlace::Group,
        ..batch.payments[0].clone()
    };
    batch.payments.push(through);
    import(&mut office, &batch).expect("taken in");
    let size = |group: &str, members| Warning::GroupSize {
        group: group.into(),
        members,
        allowed: (5, 60),
    };
    assert_eq!(
        office.warnings(day(TODAY)),
        Ok(vec![
            Warning::PrincipalWithoutReceipt("L1".into(), "old-1".into()),
            Warning::PrincipalThroughGroup("L1".into(), "old-2".into()),
            size("0000001", 3),
            size("0000002", 1),
        ])
    );
}

#[test]
fn what_a_form_would_refuse_of_a_file_is_taken_in_and_listed() {
    let mut office = Office::in_memory().expect("a book");
    let mut batch = batch();
    let collected = |id: &str, by: &str| PaymentRecord {
        id: id.into(),
        kind: PaymentKind::Interest,
        place: PaymentPlace::Group,
        trail: Trail { collected_by: Some(by.to_owned()), ..Trail::default() },
        ..batch.payments[0].clone()
    };
    batch.payments = vec![collected("i1", "Hội Phụ nữ xã"), collected("i2", "Thạch Thị Sa Rinh")];
    // L1 runs to 15/01/2029 over 36 months: at most 18 months more, to 15/07/2030.
    let extended = |id: &str, day_of: &str, due_on: &str| {
        let kind = ChangeKind::Extend { due_on: day(due_on) };
        ("L1".into(), LoanChange { id: id.into(), day: day(day_of), kind }).into()
    };
    batch.changes = vec![
        extended("c1", "2026-09-01", "2030-07-15"),
        extended("c2", "2026-09-02", "2030-07-16"),
        extended("c3", "2026-09-03", "2030-01-01"),
    ];
    import(&mut office, &batch).expect("taken in");
    let warnings = office.warnings(day(TODAY)).expect("read");
    let beyond = |id: &str, why| {
        Warning::ChangeBeyondLimits("L1".into(), id.into(), Refusal::at(Field::Value, why))
    };
    assert_eq!(
        warnings[..3],
        [
            Warning::AssociationCollected("i1".into(), "Hội Phụ nữ xã".to_owned()),
            beyond("c2", Why::TooLate(day("2030-07-15"))),
            beyond("c3", Why::NotLater(day("2030-07-16"))),
        ]
    );
}

#[test]
fn a_batch_that_pays_more_than_the_book_has_outstanding_is_refused_whole() {
    let mut office = office();
    let mut more = batch();
    let of = |id: &str, amount| PaymentRecord {
        id: id.into(),
        day: day("2026-09-15"),
        amount: Dong::new(amount),
        ..batch().payments[0].clone()
    };
    more.payments = vec![of("new-1", 9_000_001)];
    let refused = import(&mut office, &more).expect_err("beyond");
    let Trouble::Refused(refusal) = refused else { panic!("{refused:?}") };
    assert_eq!((refusal.line, refusal.field), (Some(1), Field::Amount));
    assert_eq!(refusal.why, Why::MoreThanOutstanding(Dong::new(9_000_000)));
    more.payments = vec![of("new-1", 9_000_000)];
    assert_eq!(import(&mut office, &more), Ok(1));
}
