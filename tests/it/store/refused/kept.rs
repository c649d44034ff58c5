//! What files brought and stays as it was is not asked again, whatever else of the row changes.

use crate::store::entries::{amended, begun, entry, group, loan, member, refused};
use crate::store::small::{ask, day, import};
use tkvv::domain::group::{Association, Group, Member};
use tkvv::domain::record::{SavingsKind, SavingsRecord, Trail};
use tkvv::domain::refusal::{Field, Why};
use tkvv::office::Office;
use tkvv::office::command::{Command, LoanRow, NewSavings};

/// A book of files: a group closed, a member gone and a loan due on their very first day.
fn of_one_day() -> Office {
    let mut office = begun();
    ask(&mut office, Command::Loan(entry("l1", loan(1, 1)))).expect("a loan");
    let mut folder = office.whole().expect("rows");
    let first = Some(day("2020-01-01"));
    folder.groups.iter_mut().filter(|it| it.code == "0000002".into()).for_each(|it| {
        it.closed_on = first;
    });
    folder.members.iter_mut().filter(|it| it.code == "0000000005".into()).for_each(|it| {
        it.left_on = first;
    });
    folder.loans[0].due_on = folder.loans[0].disbursed_on;
    folder.instalments.clear();
    let mut other = Office::in_memory().expect("a book");
    import(&mut other, &folder).expect("taken in");
    other
}

#[test]
fn rows_of_one_day_from_files_can_be_changed_elsewhere() {
    let mut office = of_one_day();
    let closed = office.ledger().groups["0000002"].clone();
    let other = Group { association: Association::Farmers, ..closed.clone() };
    ask(&mut office, Command::Group(amended("g1", other))).expect("another association");
    let gone = office.ledger().members["0000000005"].member.clone();
    let named = Member { name: "Tên mới".to_owned(), ..gone.clone() };
    ask(&mut office, Command::Member(amended("m1", named))).expect("another name");
    let due = office.ledger().loans["0000000000000001"].loan.clone();
    let mut row = LoanRow { loan: due, instalments: vec![], tranches: vec![], opening: None };
    row.loan.purpose = "Nuôi heo".to_owned();
    ask(&mut office, Command::Loan(amended("l2", row.clone()))).expect("another purpose");

    // Their days themselves are asked as of any row.
    let first = Some(day("2019-12-31"));
    let why = Why::NotLater(day("2020-01-01"));
    let earlier = Command::Group(amended("x", Group { closed_on: first, ..closed }));
    assert_eq!(refused(&mut office, earlier), (Field::ClosedOn, why.clone()));
    let earlier = Command::Member(amended("x", Member { left_on: first, ..gone }));
    assert_eq!(refused(&mut office, earlier), (Field::LeftOn, why));
    row.loan.due_on = day("2025-01-14");
    let why = Why::NotLater(day("2025-01-15"));
    assert_eq!(refused(&mut office, Command::Loan(amended("x", row))), (Field::DueOn, why));
    assert_eq!(office.verify(), []);
}

#[test]
fn a_group_into_which_somebody_older_moved_can_be_founded_earlier_and_hardly_later() {
    let mut office = begun();
    let young = |text: &str| Group { founded_on: day(text), ..group("0000003") };
    ask(&mut office, Command::Group(entry("g3", young("2026-01-15")))).expect("a young group");
    let moved = amended("c5", member(5, "0000003"));
    ask(&mut office, Command::Member(moved)).expect("moves in, a member since 2020");
    let joins = Member { joined_on: day("2026-03-01"), ..member(6, "0000003") };
    ask(&mut office, Command::Member(entry("m6", joins))).expect("joins");
    ask(&mut office, Command::Group(amended("g4", young("2025-06-01")))).expect("earlier");
    let late = Command::Group(amended("x", young("2026-03-02")));
    let why = Why::TooLate(day("2026-03-01"));
    assert_eq!(refused(&mut office, late), (Field::FoundedOn, why));
    ask(&mut office, Command::Group(amended("g5", young("2026-03-01")))).expect("the last day");
}

#[test]
fn nobody_joins_after_the_first_deposit() {
    let mut office = begun();
    let saving = SavingsRecord {
        id: "s1".into(),
        member: "0000000003".into(),
        day: day("2021-05-15"),
        kind: SavingsKind::Deposit,
        amount: tkvv::domain::money::Dong::new(50_000),
        reverses: None,
        trail: Trail::default(),
    };
    ask(&mut office, Command::Savings(NewSavings { saving, confirmed_by: None })).expect("saved");
    let joins = |text: &str| {
        let row = Member { joined_on: day(text), ..member(3, "0000001") };
        Command::Member(amended(text, row))
    };
    let why = Why::TooLate(day("2021-05-15"));
    assert_eq!(refused(&mut office, joins("2021-05-16")), (Field::JoinedOn, why));
    ask(&mut office, joins("2021-05-15")).expect("on its day");
    ask(&mut office, joins("2020-06-01")).expect("earlier");
}
