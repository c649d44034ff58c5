//! Sheets that are refused.

use crate::store::entries::amended;
use crate::store::small::{TODAY, ask, batch, day, import, line, office, payment, sheet};
use tkvv::domain::entry::{NewPayment, NewSheet, SheetLine};
use tkvv::domain::group::Member;
use tkvv::domain::ledger::Presence;
use tkvv::domain::loan::{PaymentKind, PaymentPlace};
use tkvv::domain::money::Dong;
use tkvv::domain::refusal::{Field, Refusal, Why};
use tkvv::office::Office;
use tkvv::office::command::Command;

fn refused(office: &mut Office, new: NewSheet) -> (Option<usize>, Field, Why) {
    let before = office.ledger().clone();
    let Refusal { line, field, why } = ask(office, Command::Sheet(new)).expect_err("it is refused");
    assert_eq!(office.ledger(), &before);
    (line, field, why)
}

fn saved(office: &mut Office, new: NewSheet) {
    ask(office, Command::Sheet(new)).expect("it is saved");
}

fn one(id: &str) -> NewSheet {
    sheet(id, vec![line("M1", Some(1_000), None)])
}

#[test]
fn a_group_that_is_unknown_or_not_there_on_the_day() {
    let mut office = Office::in_memory().expect("a book");
    let mut batch = batch();
    batch.groups[0].founded_on = day("2026-07-15");
    batch.groups[0].closed_on = Some(day("2026-09-15"));
    import(&mut office, &batch).expect("taken in");
    let on = |text| NewSheet { session: day(text), ..one("s") };
    let unknown = NewSheet { group: "0000007".into(), ..one("s") };
    assert_eq!(
        refused(&mut office, unknown),
        (None, Field::Group, Why::Unknown("0000007".to_owned()))
    );
    let founded = (None, Field::Session, Why::GroupNotThere(day("2026-07-15")));
    assert_eq!(refused(&mut office, on("2026-06-15")), founded);
    let closed = (None, Field::Session, Why::GroupClosed(day("2026-09-15")));
    assert_eq!(refused(&mut office, on("2026-09-15")), closed);
    saved(&mut office, on("2026-07-15"));
    saved(&mut office, NewSheet { id: "s2".into(), ..on("2026-08-15") });
}

#[test]
fn a_day_that_is_no_session_or_lies_ahead() {
    let mut office = office();
    let on = |text| NewSheet { session: day(text), ..one("s") };
    let around = Why::NoSession(day("2026-09-15"), day("2026-10-15"));
    assert_eq!(refused(&mut office, on("2026-10-14")), (None, Field::Session, around));
    let ahead = Why::InTheFuture(day("2026-10-15"));
    assert_eq!(refused(&mut office, on("2026-11-15")), (None, Field::Session, ahead));
    saved(&mut office, on("2026-10-15"));
}

#[test]
fn a_member_who_is_unknown_of_another_group_or_there_twice() {
    let mut office = office();
    let second =
        |code: &str| sheet("s", vec![line("M1", Some(1), None), line(code, None, Some(1))]);
    assert_eq!(
        refused(&mut office, second("M8")),
        (Some(2), Field::Member, Why::Unknown("M8".to_owned()))
    );
    let other = Why::OfAnotherGroup("0000002".to_owned());
    assert_eq!(refused(&mut office, second("M9")), (Some(2), Field::Member, other));
    assert_eq!(refused(&mut office, second("M1")), (Some(2), Field::Member, Why::Twice(1)));
    saved(&mut office, second("M2"));
}

#[test]
fn cells_below_zero_or_beyond_what_one_entry_can_be() {
    let mut office = office();
    let most = Dong::MOST.get();
    let cells = |interest, savings| sheet("s", vec![line("M1", Some(interest), Some(savings))]);
    let negative = |field| (Some(1), field, Why::Negative);
    let large = |field| (Some(1), field, Why::TooLarge(Dong::MOST));
    assert_eq!(refused(&mut office, cells(-1, 0)), negative(Field::Interest));
    assert_eq!(refused(&mut office, cells(0, -1)), negative(Field::Savings));
    assert_eq!(refused(&mut office, cells(most + 1, 0)), large(Field::Interest));
    assert_eq!(refused(&mut office, cells(0, i64::MAX)), large(Field::Savings));
    saved(&mut office, cells(most, most));
}

#[test]
fn interest_of_a_member_without_a_loan_but_not_savings() {
    let mut office = office();
    let new = |interest| sheet("s", vec![line("M3", interest, Some(1))]);
    let no_loan = (Some(1), Field::Interest, Why::NoLoan);
    assert_eq!(refused(&mut office, new(Some(1))), no_loan);
    saved(&mut office, new(Some(0)));
}

#[test]
fn interest_of_a_loan_that_is_younger_than_the_session() {
    let mut office = office();
    // The loan was disbursed on 20/03; on the session of 15/03 the member had none.
    let of =
        |text, id| NewSheet { session: day(text), ..sheet(id, vec![line("M2", Some(1), None)]) };
    let no_loan = (Some(1), Field::Interest, Why::NoLoan);
    assert_eq!(refused(&mut office, of("2026-03-15", "s")), no_loan);
    saved(&mut office, of("2026-04-15", "s"));
}

#[test]
fn a_sheet_with_nothing_in_it_but_not_one_with_a_zero_a_note_or_who_came() {
    let mut office = office();
    let empty = (None, Field::Whole, Why::Empty);
    assert_eq!(refused(&mut office, sheet("s", vec![])), empty);
    let blank = SheetLine { note: "  ".to_owned(), ..line("M1", None, None) };
    let blanks = sheet("s", vec![blank.clone(), line("M2", None, None)]);
    assert_eq!(refused(&mut office, blanks.clone()), empty);
    saved(&mut office, NewSheet { attendance: Some(Presence::None), ..blanks });
    saved(&mut office, sheet("s0", vec![line("M1", Some(0), None)]));
    saved(&mut office, sheet("s1", vec![line("M2", None, Some(0))]));
    saved(&mut office, sheet("s2", vec![SheetLine { note: "đi vắng".to_owned(), ..blank }]));
    assert_eq!(office.verify(), []);
}

#[test]
fn zeros_and_notes_are_known_afterwards_and_do_not_stand_in_the_way_of_a_payment() {
    let mut office = office();
    let with = |note: &str, line| SheetLine { note: note.to_owned(), ..line };
    saved(&mut office, sheet("s", vec![with("đi vắng", line("M1", Some(0), None))]));
    let said = office.said_on_sheets(day("2026-10-15")).expect("read");
    let of_one = |said: &tkvv::office::SaidOnSheets| {
        let line = &said["0000001"]["M1"];
        (line.interest, line.note.clone())
    };
    assert_eq!(of_one(&said), (Some(Dong::ZERO), "đi vắng".to_owned()));
    let silent = with("", line("M1", Some(0), None));
    let paid = SheetLine { interest: Some(Dong::new(2_000_000)), ..silent };
    saved(&mut office, sheet("s2", vec![paid, line("M2", None, None)]));
    let said = office.said_on_sheets(day("2026-10-15")).expect("read");
    assert_eq!(of_one(&said), (Some(Dong::new(2_000_000)), String::new()));
    assert_eq!(said.values().map(std::collections::BTreeMap::len).sum::<usize>(), 1);
}

#[test]
fn notes_that_are_too_long_or_steer_the_terminal() {
    let mut office = office();
    let with = |note: String| sheet("s", vec![SheetLine { note, ..line("M1", Some(1), None) }]);
    let long = (Some(1), Field::Note, Why::TooLong(1000));
    assert_eq!(refused(&mut office, with("ờ".repeat(1001))), long);
    let steering = (Some(1), Field::Note, Why::ControlCharacters);
    assert_eq!(refused(&mut office, with("\t".to_owned())), steering);
    saved(&mut office, with("ờ".repeat(1000)));
    let rows = office.payments_of_loan(&"L1".into()).expect("rows");
    assert_eq!(
        rows.last().and_then(|row| row.payment.trail.reason.clone()),
        Some("ờ".repeat(1000))
    );
}

#[test]
fn one_paper_keyed_twice_but_not_those_who_were_left_out() {
    let mut office = office();
    saved(&mut office, one("s1"));
    let on = (Some(1), Field::Member, Why::OnSheetAlready("s1".into()));
    assert_eq!(refused(&mut office, one("s2")), on);
    saved(&mut office, sheet("s2", vec![line("M1", None, None), line("M2", Some(5), None)]));
    assert_eq!(office.verify(), []);
}

#[test]
fn whoever_moved_stays_on_the_sheet_of_the_group_that_handed_it_in() {
    let mut office = office();
    saved(&mut office, sheet("s1", vec![line("M2", Some(5), Some(7))]));
    let moved = Member { group: "0000002".into(), ..office.ledger().members["M2"].member.clone() };
    ask(&mut office, Command::Member(amended("c1", moved))).expect("moved");
    let of_other = |id, cells| NewSheet { group: "0000002".into(), ..sheet(id, vec![cells]) };
    let on = (Some(1), Field::Member, Why::OnSheetAlready("s1".into()));
    assert_eq!(refused(&mut office, of_other("s2", line("M2", Some(5), None))), on);
    // What came without a sheet belongs to the group of today.
    let kind = PaymentKind::Interest;
    let loose = NewPayment { kind, amount: Dong::new(11), receipt: None, ..payment("p1") };
    ask(&mut office, Command::Payment(NewPayment { place: PaymentPlace::Group, ..loose }))
        .expect("paid");
    let sums = office.sheets_of(day(TODAY)).expect("sheets").into_iter();
    let sums: Vec<_> = sums.map(|row| (row.group.to_string(), row.interest, row.savings)).collect();
    let of = |group: &str, interest, savings| {
        (group.to_owned(), Dong::new(interest), Dong::new(savings))
    };
    assert_eq!(sums, [of("0000001", 5, 7), of("0000002", 11, 0)]);
    saved(&mut office, of_other("s3", line("M9", Some(3), None)));
}
