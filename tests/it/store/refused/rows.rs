//! Master data that a clerk may mistype: each refused at its field, each bound on both sides.

use crate::store::entries::{amended, begun, entry, group, loan, member, refused};
use crate::store::small::{ask, day};
use tkvv::domain::group::{Group, Member};
use tkvv::domain::loan::{Instalment, Loan, Opening};
use tkvv::domain::money::Dong;
use tkvv::domain::place::{Place, PlaceKind};
use tkvv::domain::record::TrancheRecord;
use tkvv::domain::refusal::{Field, Why};
use tkvv::office::Office;
use tkvv::office::command::{Command, LoanRow, PointRow};

fn place(code: &str, kind: PlaceKind, parent: Option<&str>) -> Place {
    let name = "Nơi mới".to_owned();
    Place { code: code.into(), kind, name, parent: parent.map(Into::into), difficult: false }
}

#[test]
fn places_lie_in_larger_ones_and_have_codes_of_their_length() {
    let mut office = begun();
    let mut say = |row: Place| refused(&mut office, Command::Place(entry("x", row)));
    for (code, kind, digits) in [
        ("1", PlaceKind::Province, (2, 4)),
        ("12345", PlaceKind::District, (2, 4)),
        ("96000", PlaceKind::Commune, (6, 6)),
        ("9600012", PlaceKind::Commune, (6, 6)),
        ("96000A", PlaceKind::Commune, (6, 6)),
        ("960001021", PlaceKind::Village, (8, 8)),
    ] {
        let why = Why::Digits(digits.0, digits.1);
        assert_eq!(say(place(code, kind, None)), (Field::Code, why), "{code}");
    }
    let known = Why::CodeKnown("Nơi 960001".to_owned());
    assert_eq!(say(place("960001", PlaceKind::Commune, None)), (Field::Code, known));
    let village = |parent| place("96000109", PlaceKind::Village, parent);
    assert_eq!(say(village(None)), (Field::Parent, Why::Missing));
    assert_eq!(say(village(Some("960009"))), (Field::Parent, Why::Unknown("960009".to_owned())));
    let commune = Why::OtherPlace(vec![PlaceKind::Commune]);
    assert_eq!(say(village(Some("96000101"))), (Field::Parent, commune));
    let above = place("96", PlaceKind::Province, Some("960001"));
    assert_eq!(say(above), (Field::Parent, Why::NotEmpty));
    let nameless = Place { name: " ".to_owned(), ..village(Some("960001")) };
    assert_eq!(say(nameless), (Field::Name, Why::Missing));
    for (id, row) in [
        ("p1", place("96", PlaceKind::Province, None)),
        ("p2", place("9601", PlaceKind::District, Some("96"))),
        ("p3", place("960002", PlaceKind::Commune, Some("9601"))),
        ("p4", village(Some("960002"))),
    ] {
        ask(&mut office, Command::Place(entry(id, row))).expect(id);
    }
    let other = amended("p5", place("960002", PlaceKind::Village, Some("960001")));
    assert_eq!(refused(&mut office, Command::Place(other)), (Field::Kind, Why::Fixed));
}

#[test]
fn a_point_has_a_session_on_a_day_that_every_month_has() {
    let mut office = begun();
    let point = |code: &str, session_day| {
        let (commune, name) = ("960001".into(), "Điểm 2".to_owned());
        Command::Point(entry(code, PointRow { code: code.into(), commune, name, session_day }))
    };
    for session_day in [0, 29] {
        let why = (Field::SessionDay, Why::OutOf(1, 28));
        assert_eq!(refused(&mut office, point("D", session_day)), why);
    }
    let long = "D".repeat(21);
    assert_eq!(refused(&mut office, point(&long, 5)), (Field::Code, Why::TooLong(20)));
    assert_eq!(refused(&mut office, point("D 2", 5)), (Field::Code, Why::Blanks));
    for (code, session_day) in [("D1", 1), ("D28", 28), (&"D".repeat(20), 5)] {
        ask(&mut office, point(code, session_day)).expect(code);
    }
}

#[test]
fn a_groups_leader_and_deputy_are_two_of_its_present_members() {
    let mut office = begun();
    let gone = Member { left_on: Some(day("2026-10-01")), ..member(4, "0000001") };
    ask(&mut office, Command::Member(amended("c4", gone))).expect("left");
    let with = |leader: &str, deputy: &str| {
        let code = |text: &str| (!text.is_empty()).then(|| text.into());
        let row = Group { leader: code(leader), deputy: code(deputy), ..group("0000001") };
        Command::Group(amended("x", row))
    };
    for (command, field, why) in [
        (with("0000000009", ""), Field::Leader, Why::Unknown("0000000009".to_owned())),
        (with("0000000004", ""), Field::Leader, Why::MemberLeft(day("2026-10-01"))),
        (with("0000000001", "0000000001"), Field::Deputy, Why::SamePerson),
        (with("0000000002", "0000000002"), Field::Leader, Why::SamePerson),
    ] {
        assert_eq!(refused(&mut office, command), (field, why));
    }
    let elsewhere = Group { leader: Some("0000000001".into()), ..group("0000002") };
    let why = Why::OfAnotherGroup("0000001".to_owned());
    assert_eq!(refused(&mut office, Command::Group(amended("x", elsewhere))), (Field::Leader, why));
    ask(&mut office, with("0000000005", "0000000003")).expect("a new leader and deputy");
    for (row, field, why) in [
        (group("000000"), Field::Code, Why::Digits(7, 7)),
        (
            Group { village: "960001".into(), ..group("0000003") },
            Field::Village,
            Why::OtherPlace(vec![PlaceKind::Village]),
        ),
        (
            Group { point: "D9".into(), ..group("0000003") },
            Field::Point,
            Why::Unknown("D9".to_owned()),
        ),
        (
            Group { founded_on: day("2026-10-16"), ..group("0000003") },
            Field::FoundedOn,
            Why::InTheFuture(day("2026-10-15")),
        ),
        (
            Group { closed_on: Some(day("2020-01-01")), ..group("0000003") },
            Field::ClosedOn,
            Why::NotLater(day("2020-01-01")),
        ),
    ] {
        assert_eq!(refused(&mut office, Command::Group(entry("x", row))), (field, why));
    }
    let brief = Group { closed_on: Some(day("2020-01-02")), ..group("0000003") };
    ask(&mut office, Command::Group(entry("g3", brief))).expect("one day");
}

fn say(office: &mut Office, row: Member) -> (Field, Why) {
    refused(office, Command::Member(entry("x", row)))
}

#[test]
fn who_joins_is_a_person_that_can_be() {
    let mut office = begun();
    let new = || member(6, "0000001");
    for (row, field, why) in [
        (Member { code: "000000006".into(), ..new() }, Field::Code, Why::Digits(10, 10)),
        (member(6, "0000009"), Field::Group, Why::Unknown("0000009".to_owned())),
        (Member { name: "Ư".repeat(201), ..new() }, Field::Name, Why::TooLong(200)),
        (Member { name: "a\tb".to_owned(), ..new() }, Field::Name, Why::ControlCharacters),
        (
            Member { joined_on: day("2019-12-31"), ..new() },
            Field::JoinedOn,
            Why::GroupNotThere(day("2020-01-01")),
        ),
        (
            Member { left_on: Some(day("2020-01-01")), ..new() },
            Field::LeftOn,
            Why::NotLater(day("2020-01-01")),
        ),
    ] {
        assert_eq!(say(&mut office, row), (field, why));
    }
    // 18 on the day of joining, 110 the day before the next birthday.
    let born = |text: &str| Member { born: Some(day(text)), ..new() };
    for text in ["2002-01-02", "1909-01-01", "2021-01-01"] {
        assert_eq!(say(&mut office, born(text)), (Field::Born, Why::Age(18, 110)), "{text}");
    }
    for phone in ["12345678", "123456789012", "+4412345678", "09x2345678"] {
        let row = Member { phone: Some(phone.to_owned()), ..new() };
        assert_eq!(say(&mut office, row), (Field::Phone, Why::NotAPhone), "{phone}");
    }
    for number in ["12345678901", "1234567890123", "12345678901x"] {
        let row = Member { id_number: Some(number.to_owned()), ..new() };
        assert_eq!(say(&mut office, row), (Field::IdNumber, Why::Digits(12, 12)), "{number}");
    }
    let same = Member { id_number: Some("000000000005".to_owned()), ..new() };
    let why = Why::IdNumberOf("Người 5 (0000000005)".to_owned());
    assert_eq!(say(&mut office, same), (Field::IdNumber, why));
    for (number, row) in [
        (6, born("2002-01-01")),
        (7, born("1909-01-02")),
        (8, Member { phone: Some("+84 901 234 567".to_owned()), ..new() }),
        (9, Member { phone: Some("023456789".to_owned()), ..new() }),
    ] {
        let of = member(number, "0000001");
        let row = Member { code: of.code, id_number: of.id_number, ..row };
        ask(&mut office, Command::Member(entry(&format!("n{number}"), row))).expect("joins");
    }
    let kept = office.ledger().members["0000000008"].member.phone.as_deref();
    assert_eq!(kept, Some("+84901234567"));
}

#[test]
fn a_group_has_at_most_sixty_members_and_keeps_its_leader() {
    let mut office = begun();
    for number in 6..=60 {
        let new = entry(&format!("n{number}"), member(number, "0000001"));
        ask(&mut office, Command::Member(new)).expect("joins");
    }
    assert_eq!(say(&mut office, member(61, "0000001")), (Field::Group, Why::GroupFull(60)));
    // Who has left already takes no place; who moves in does.
    let gone = Member { left_on: Some(day("2026-10-15")), ..member(61, "0000001") };
    ask(&mut office, Command::Member(entry("n61", gone))).expect("left long ago");
    ask(&mut office, Command::Member(entry("n62", member(62, "0000002")))).expect("elsewhere");
    let moves = || amended("x", member(62, "0000001"));
    let why = (Field::Group, Why::GroupFull(60));
    assert_eq!(refused(&mut office, Command::Member(moves())), why);
    for (number, field) in [(1, Field::LeftOn), (2, Field::LeftOn)] {
        let leaves = Member { left_on: Some(day("2026-10-15")), ..member(number, "0000001") };
        let why = (field, Why::LeadsGroup("0000001".to_owned()));
        assert_eq!(refused(&mut office, Command::Member(amended("x", leaves))), why);
    }
    let moves_away = Command::Member(amended("x", member(1, "0000002")));
    let why = (Field::Group, Why::LeadsGroup("0000001".to_owned()));
    assert_eq!(refused(&mut office, moves_away), why);
    let leaves = Member { left_on: Some(day("2026-10-15")), ..member(3, "0000001") };
    ask(&mut office, Command::Member(amended("l3", leaves))).expect("an ordinary member");
    ask(&mut office, Command::Member(moves())).expect("there is room now");
}

#[test]
fn a_contract_that_can_be() {
    let mut office = begun();
    let with = |change: fn(&mut Loan)| {
        let mut row = loan(1, 1);
        change(&mut row.loan);
        row
    };
    let principal = Dong::MOST + Dong::new(1);
    let codes = "01, 02, 03, 04, 06, 09, 12, 19, 26".to_owned();
    for (row, field, why) in [
        (with(|it| it.code = "66".into()), Field::Code, Why::Digits(16, 16)),
        (with(|it| it.member = "9".into()), Field::Member, Why::Unknown("9".to_owned())),
        (
            with(|it| it.disbursed_on = day("2019-12-31")),
            Field::DisbursedOn,
            Why::MemberNotThere(day("2020-01-01")),
        ),
        (
            with(|it| it.disbursed_on = day("2026-10-16")),
            Field::DisbursedOn,
            Why::InTheFuture(day("2026-10-15")),
        ),
        (
            with(|it| it.programme = "77".into()),
            Field::Programme,
            Why::NotOneOf("77".to_owned(), codes),
        ),
        (with(|it| it.principal = Dong::ZERO), Field::Principal, Why::NotPositive),
        (with(|it| it.term_months = 0), Field::TermMonths, Why::OutOf(1, 360)),
        (with(|it| it.term_months = 361), Field::TermMonths, Why::OutOf(1, 360)),
        (with(|it| it.due_on = it.disbursed_on), Field::DueOn, Why::NotLater(day("2025-01-15"))),
        (
            with(|it| it.interest_grace_until = Some(day("2025-01-14"))),
            Field::InterestGraceUntil,
            Why::Before(day("2025-01-15")),
        ),
    ] {
        assert_eq!(refused(&mut office, Command::Loan(entry("x", row))), (field, why));
    }
    let mut huge = loan(1, 1);
    huge.loan.principal = principal;
    let why = (Field::Principal, Why::TooLarge(Dong::MOST));
    assert_eq!(refused(&mut office, Command::Loan(entry("x", huge))), why);
    let edge = with(|it| {
        it.principal = Dong::MOST;
        it.term_months = 360;
        it.due_on = it.disbursed_on.plus(1);
        it.interest_grace_until = Some(it.disbursed_on);
    });
    ask(&mut office, Command::Loan(entry("l1", edge))).expect("at every bound");
}

#[test]
fn instalments_tranches_and_opening_fit_the_contract() {
    let mut office = begun();
    let part =
        |no, due_on, amount| Instalment { no, due_on: day(due_on), amount: Dong::new(amount) };
    let plan = |parts: &[Instalment]| LoanRow { instalments: parts.to_vec(), ..loan(1, 1) };
    let rest = part(2, "2028-01-15", 6_000_000);
    let first = part(1, "2027-01-15", 4_000_000);
    let sum = Why::InstalmentsSum(Dong::new(4_000_000), Dong::new(10_000_000));
    let early = part(1, "2025-01-15", 4_000_000);
    let late = part(2, "2028-01-16", 6_000_000);
    let again = Instalment { no: 1, ..rest.clone() };
    let tranche = |text: &str, amount| TrancheRecord {
        id: format!("d{amount}").as_str().into(),
        loan: loan(1, 1).loan.code,
        day: day(text),
        amount: Dong::new(amount),
    };
    let paid_out = |rows: &[TrancheRecord]| LoanRow { tranches: rows.to_vec(), ..loan(1, 1) };
    let opens = |text: &str, outstanding| LoanRow {
        opening: Some(Opening {
            day: day(text),
            outstanding: Dong::new(outstanding),
            interest_owed: Dong::ZERO,
            last_movement: None,
        }),
        ..loan(1, 1)
    };
    let least = Dong::new(10_000_001);
    for (row, field, why) in [
        (plan(std::slice::from_ref(&first)), Field::Instalment, sum),
        (plan(&[early, rest.clone()]), Field::DueOn, Why::NotLater(day("2025-01-15"))),
        (plan(&[first.clone(), late]), Field::DueOn, Why::TooLate(day("2028-01-15"))),
        (plan(&[first, again]), Field::Instalment, Why::Twice(1)),
        (
            paid_out(&[tranche("2025-01-14", 5)]),
            Field::Day,
            Why::BeforeDisbursement(day("2025-01-15")),
        ),
        (paid_out(&[tranche("2026-10-16", 5)]), Field::Day, Why::InTheFuture(day("2026-10-15"))),
        (
            paid_out(&[tranche("2025-01-15", 10_000_000), tranche("2025-02-15", 1)]),
            Field::Principal,
            Why::LessThan(least),
        ),
        (opens("2025-01-14", 5), Field::OpeningDay, Why::BeforeDisbursement(day("2025-01-15"))),
        (opens("2026-10-16", 5), Field::OpeningDay, Why::InTheFuture(day("2026-10-15"))),
        (
            opens("2026-09-30", 10_000_001),
            Field::Outstanding,
            Why::BeyondDisbursed(Dong::new(10_000_000)),
        ),
        (opens("2026-09-30", -1), Field::Outstanding, Why::Negative),
    ] {
        assert_eq!(refused(&mut office, Command::Loan(entry("x", row))), (field, why));
    }
    let mut whole = opens("2026-10-15", 10_000_000);
    whole.tranches = vec![tranche("2025-01-15", 4_000_000), tranche("2026-10-15", 6_000_000)];
    ask(&mut office, Command::Loan(entry("l1", whole))).expect("at every bound");
}

#[test]
fn a_contract_keeps_what_facts_rest_on() {
    let mut office = begun();
    ask(&mut office, Command::Loan(entry("l1", loan(1, 1)))).expect("new");
    // Nothing is recorded yet: a mistyped borrower or day can be mended.
    let mut row = loan(1, 2);
    row.loan.disbursed_on = day("2025-02-15");
    ask(&mut office, Command::Loan(amended("c1", row.clone()))).expect("mended");
    let opening = |outstanding| tkvv::office::command::NewOpening {
        id: "o1".into(),
        loan: row.loan.code.clone(),
        opening: Opening {
            day: day("2026-09-30"),
            outstanding: Dong::new(outstanding),
            interest_owed: Dong::ZERO,
            last_movement: None,
        },
        reason: None,
    };
    ask(&mut office, Command::Opening(opening(7_000_000))).expect("opened");
    let with = |change: fn(&mut Loan)| {
        let mut changed = row.clone();
        change(&mut changed.loan);
        changed
    };
    for (row, field, why) in [
        (with(|it| it.member = "0000000001".into()), Field::Member, Why::Fixed),
        (with(|it| it.disbursed_on = day("2025-02-16")), Field::DisbursedOn, Why::Fixed),
        (
            with(|it| it.principal = Dong::new(6_999_999)),
            Field::Principal,
            Why::LessThan(Dong::new(7_000_000)),
        ),
        (LoanRow { opening: Some(opening(1).opening), ..row.clone() }, Field::Day, Why::OwnEntry),
    ] {
        assert_eq!(refused(&mut office, Command::Loan(amended("x", row))), (field, why));
    }
    let least = with(|it| it.principal = Dong::new(7_000_000));
    ask(&mut office, Command::Loan(amended("c2", least))).expect("what is outstanding");
}
