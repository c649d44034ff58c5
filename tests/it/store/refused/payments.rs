//! Payments that are refused.

use crate::store::small::{ask, batch, day, import, office, payment};
use tkvv::domain::entry::NewPayment;
use tkvv::domain::loan::{Opening, PaymentKind, PaymentPlace};
use tkvv::domain::money::Dong;
use tkvv::domain::refusal::{Collection, Field, Refusal, Why};
use tkvv::office::Office;
use tkvv::office::command::Command;

fn refused(office: &mut Office, new: NewPayment) -> (Field, Why) {
    let Refusal { line, field, why } =
        ask(office, Command::Payment(new)).expect_err("it is refused");
    assert_eq!(line, None);
    (field, why)
}

fn saved(office: &mut Office, new: NewPayment) {
    ask(office, Command::Payment(new)).expect("it is saved");
}

fn interest(id: &str) -> NewPayment {
    NewPayment { kind: PaymentKind::Interest, receipt: None, ..payment(id) }
}

/// The same, said why it came in on a day without a session.
fn off_calendar(new: NewPayment) -> NewPayment {
    NewPayment { reason: Some("Hộ mang đến trước phiên".to_owned()), ..new }
}

#[test]
fn money_on_a_day_without_a_session_says_why_but_not_at_the_office_or_at_a_session() {
    let mut office = office();
    let around = Collection::OffCalendar(day("2026-09-15"), day("2026-10-15"));
    let at = |place, on| NewPayment { place, day: day(on), ..interest("p") };
    for place in [PaymentPlace::Point, PaymentPlace::Group] {
        let new = at(place, "2026-10-14");
        let why = (Field::Reason, around.clone().into());
        assert_eq!(refused(&mut office, new.clone()), why);
        let blank = NewPayment { reason: Some("  ".to_owned()), ..new };
        assert_eq!(refused(&mut office, blank), why);
    }
    let why = (Field::Reason, around.into());
    let principal = NewPayment { day: day("2026-10-14"), ..payment("p") };
    assert_eq!(refused(&mut office, principal), why);
    saved(&mut office, off_calendar(at(PaymentPlace::Group, "2026-10-14")));
    let by = |id: &str, new| NewPayment { id: id.into(), ..new };
    saved(&mut office, by("p2", at(PaymentPlace::Office, "2026-10-14")));
    saved(&mut office, by("p3", at(PaymentPlace::Point, "2026-09-15")));
}

#[test]
fn a_second_person_where_nothing_is_taken_back() {
    let mut office = office();
    let new = NewPayment { confirmed_by: Some("Trần Thị Bích".to_owned()), ..interest("p") };
    assert_eq!(refused(&mut office, new), (Field::ConfirmedBy, Why::NotEmpty));
}

#[test]
fn a_loan_that_is_not_in_the_book() {
    let mut office = office();
    let new = NewPayment { loan: "L8".into(), ..payment("p") };
    assert_eq!(refused(&mut office, new), (Field::Loan, Why::Unknown("L8".to_owned())));
}

#[test]
fn an_id_that_is_none() {
    let mut office = office();
    assert_eq!(refused(&mut office, payment(" ")), (Field::Id, Why::Missing));
}

#[test]
fn a_day_after_today_but_not_today() {
    let mut office = office();
    let new = NewPayment { day: day("2026-10-16"), ..payment("p") };
    let today = day("2026-10-15");
    assert_eq!(refused(&mut office, new), (Field::Day, Why::InTheFuture(today)));
    saved(&mut office, payment("p"));
}

#[test]
fn a_day_before_the_first_money_but_not_its_day() {
    let mut office = office();
    let first = day("2026-03-20");
    let new = NewPayment { day: day("2026-03-19"), ..interest("p") };
    assert_eq!(refused(&mut office, new), (Field::Day, Why::BeforeDisbursement(first)));
    saved(&mut office, NewPayment { day: first, ..off_calendar(interest("p")) });
}

#[test]
fn a_day_on_or_before_the_opening_but_not_after() {
    let mut office = Office::in_memory().expect("a book");
    let mut batch = batch();
    let opening = Opening {
        day: day("2026-09-30"),
        outstanding: Dong::new(30_000_000),
        interest_owed: Dong::ZERO,
        last_movement: None,
    };
    batch.openings.push((tkvv::domain::ids::LoanCode::from("L3"), opening).into());
    import(&mut office, &batch).expect("taken in");
    let on = NewPayment { day: day("2026-09-30"), ..payment("p") };
    let why = Why::BeforeOpening(day("2026-09-30"));
    assert_eq!(refused(&mut office, on), (Field::Day, why));
    let more = NewPayment {
        day: day("2026-10-01"),
        amount: Dong::new(30_000_001),
        ..off_calendar(payment("p"))
    };
    let why = Why::MoreThanOutstanding(Dong::new(30_000_000));
    assert_eq!(refused(&mut office, more.clone()), (Field::Amount, why));
    let all = NewPayment { amount: Dong::new(30_000_000), ..more };
    saved(&mut office, all);
}

#[test]
fn amounts_that_are_none_or_beyond_what_one_entry_can_be() {
    let mut office = office();
    for nothing in [0, -1, i64::MIN] {
        let new = NewPayment { amount: Dong::new(nothing), ..interest("p") };
        assert_eq!(refused(&mut office, new), (Field::Amount, Why::NotPositive));
    }
    let most = Dong::MOST.get();
    for beyond in [most + 1, i64::MAX] {
        let new = NewPayment { amount: Dong::new(beyond), ..interest("p") };
        assert_eq!(refused(&mut office, new), (Field::Amount, Why::TooLarge(Dong::MOST)));
    }
    saved(&mut office, NewPayment { amount: Dong::new(most), ..interest("p1") });
    saved(&mut office, NewPayment { amount: Dong::new(1), ..interest("p2") });
}

#[test]
fn principal_through_the_group_but_not_interest() {
    let mut office = office();
    let through = PaymentPlace::Group;
    let new = NewPayment { place: through, ..payment("p") };
    assert_eq!(refused(&mut office, new), (Field::Place, Why::PrincipalThroughGroup));
    saved(&mut office, NewPayment { place: through, ..interest("p") });
    saved(&mut office, NewPayment { place: PaymentPlace::Office, ..payment("q") });
}

#[test]
fn principal_without_receipt_but_not_interest() {
    let mut office = office();
    for none in [None, Some(String::new()), Some("  ".to_owned())] {
        let new = NewPayment { receipt: none, ..payment("p") };
        assert_eq!(refused(&mut office, new), (Field::Receipt, Why::ReceiptMissing));
    }
    saved(&mut office, interest("p"));
}

#[test]
fn the_same_receipt_twice_even_at_another_loan() {
    let mut office = office();
    let new = NewPayment { receipt: Some(" R-1 ".to_owned()), ..payment("p") };
    let why = Why::ReceiptTwice(day("2026-08-15"));
    assert_eq!(refused(&mut office, new), (Field::Receipt, why));
    saved(&mut office, NewPayment { receipt: Some("R-2".to_owned()), ..payment("p") });
}

#[test]
fn one_dong_more_than_is_outstanding() {
    let mut office = office();
    // Of 10 million 1 was paid on 15/08.
    let of_first =
        |amount| NewPayment { loan: "L1".into(), amount: Dong::new(amount), ..payment("p") };
    let why = Why::MoreThanOutstanding(Dong::new(9_000_000));
    assert_eq!(refused(&mut office, of_first(9_000_001)), (Field::Amount, why));
    saved(&mut office, of_first(9_000_000));
}

#[test]
fn more_than_is_outstanding_on_a_later_day() {
    let mut office = office();
    // On 10/02 all 10 million were outstanding, but 1 million of them was paid on 15/08.
    let early = |amount| NewPayment {
        loan: "L1".into(),
        day: day("2026-02-10"),
        amount: Dong::new(amount),
        ..off_calendar(payment("p"))
    };
    let why = Why::MoreThanOutstanding(Dong::new(9_000_000));
    assert_eq!(refused(&mut office, early(9_000_001)), (Field::Amount, why));
    saved(&mut office, early(9_000_000));
}

#[test]
fn money_of_a_later_tranche_can_not_be_paid_before() {
    let mut office = Office::in_memory().expect("a book");
    let mut batch = batch();
    for (id, on, amount) in [("t1", "2026-03-20", 20_000_000), ("t2", "2026-09-01", 30_000_000)] {
        let tranche = tkvv::domain::record::TrancheRecord {
            id: id.into(),
            loan: "L3".into(),
            day: day(on),
            amount: Dong::new(amount),
        };
        batch.tranches.push(tranche.into());
    }
    import(&mut office, &batch).expect("taken in");
    let early = |amount| NewPayment {
        day: day("2026-08-31"),
        amount: Dong::new(amount),
        ..off_calendar(payment("p"))
    };
    let why = Why::MoreThanOutstanding(Dong::new(20_000_000));
    assert_eq!(refused(&mut office, early(20_000_001)), (Field::Amount, why));
    saved(&mut office, NewPayment { day: day("2026-09-01"), ..early(20_000_001) });
}

#[test]
fn an_association_as_collector_but_not_a_person() {
    let mut office = office();
    let by = |name: &str| NewPayment { collected_by: Some(name.to_owned()), ..interest("p") };
    let why = Why::AssociationCollects;
    assert_eq!(refused(&mut office, by("Hội Phụ nữ")), (Field::CollectedBy, why));
    saved(&mut office, by("Phạm Thị Phụng"));
}

#[test]
fn texts_that_are_too_long_or_steer_the_terminal() {
    let mut office = office();
    let long = NewPayment { receipt: Some("9".repeat(201)), ..payment("p") };
    assert_eq!(refused(&mut office, long), (Field::Receipt, Why::TooLong(200)));
    let steering = NewPayment { reason: Some("\u{1b}[2J".to_owned()), ..payment("p") };
    assert_eq!(refused(&mut office, steering), (Field::Reason, Why::ControlCharacters));
    saved(&mut office, NewPayment { receipt: Some("9".repeat(200)), ..payment("p") });
}

#[test]
fn reversals_that_do_not_fit_what_they_take_back() {
    let mut office = office();
    saved(&mut office, payment("p"));
    saved(&mut office, interest("i"));
    let back =
        NewPayment {
            reverses: Some("p".into()), reason: Some("Nhầm".to_owned()), ..payment("b")
        };
    let at = |office: &mut Office, new| refused(office, new);
    let unknown = NewPayment { reverses: Some("x".into()), ..back.clone() };
    assert_eq!(at(&mut office, unknown), (Field::Reverses, Why::Unknown("x".to_owned())));
    let other = (Field::Reverses, Why::ReversesOther(Field::Loan));
    let amount = NewPayment { amount: Dong::new(4_999_999), ..back.clone() };
    assert_eq!(at(&mut office, amount), other);
    assert_eq!(at(&mut office, NewPayment { loan: "L1".into(), ..back.clone() }), other);
    assert_eq!(at(&mut office, NewPayment { reverses: Some("i".into()), ..back.clone() }), other);
    let early = NewPayment { day: day("2026-10-14"), ..back.clone() };
    assert_eq!(at(&mut office, early), (Field::Day, Why::Before(day("2026-10-15"))));
    for none in [None, Some("  ".to_owned())] {
        let silent = NewPayment { reason: none, ..back.clone() };
        assert_eq!(at(&mut office, silent), (Field::Reason, Why::Missing));
    }
    saved(&mut office, back.clone());
    let twice = NewPayment { id: "b2".into(), ..back.clone() };
    assert_eq!(at(&mut office, twice), (Field::Reverses, Why::ReversedAlready));
    let of_reversal = NewPayment { id: "b3".into(), reverses: Some("b".into()), ..back };
    assert_eq!(at(&mut office, of_reversal), (Field::Reverses, Why::ReversesReversal));
}
