//! Ratios, scores and grades of a group and its area (domain.md, sections 5 and 6).

use super::case::{Case, GROUP, SHELF, day};
use tkvv::domain::ledger::Presence;
use tkvv::domain::ratio::RatioId;
use tkvv::domain::score::Grade;
use tkvv::reports::Question;
use tkvv::reports::scores::{Level, scores};

/// Two halves due in June 2026 and March 2027, under the new rule.
fn case() -> Case {
    Case::ten_thousand_a_day("2026-03-01", "2027-03-10")
        .instalments(&[("2026-06-10", 18_250_000), ("2027-03-10", 18_250_000)])
}

#[test]
fn overdue_and_frozen_are_shares_of_all_that_is_outstanding() {
    assert_eq!(case().ratio("overdue_ratio", "2026-06-16"), (18_250_000, 36_500_000));
    let frozen = case().freeze("2026-06-16", None);
    assert_eq!(frozen.ratio("overdue_ratio", "2026-06-16"), (0, 36_500_000));
    assert_eq!(frozen.ratio("frozen_ratio", "2026-06-16"), (36_500_000, 36_500_000));
    assert_eq!(frozen.ratio("par_1", "2026-06-16"), (0, 36_500_000));
}

#[test]
fn par_takes_the_whole_loan_from_the_day_beyond_its_bound() {
    // Late after 15 June: the 30th day is 15 July, the 31st is 16 July.
    assert_eq!(case().ratio("par_1", "2026-06-16"), (36_500_000, 36_500_000));
    assert_eq!(case().ratio("par_30", "2026-07-15"), (0, 36_500_000));
    assert_eq!(case().ratio("par_30", "2026-07-16"), (36_500_000, 36_500_000));
}

#[test]
fn principal_due_counts_instalments_whose_session_lies_in_the_period_so_far() {
    assert_eq!(case().ratio("principal_due_ratio", "2026-06-14"), (0, 0));
    assert_eq!(case().ratio("principal_due_ratio", "2026-06-15"), (0, 18_250_000));
    let paid = case().principal("2026-06-15", 9_125_000);
    assert_eq!(paid.ratio("principal_due_ratio", "2026-06-30"), (9_125_000, 18_250_000));
    assert_eq!(paid.ratio("principal_due_ratio", "2026-07-31"), (0, 0));
}

#[test]
fn interest_due_is_what_sessions_of_the_period_brought() {
    // Up to 15 March 140.000; up to 15 April 310.000 more.
    let paid = case().interest("2026-04-15", 200_000);
    assert_eq!(paid.ratio("interest_ratio", "2026-04-14"), (0, 0));
    assert_eq!(paid.ratio("interest_ratio", "2026-04-15"), (200_000, 310_000));
    assert_eq!(paid.ratio("interest_ratio", "2026-03-31"), (0, 140_000));
}

#[test]
fn the_end_of_a_grace_brings_everything() {
    let student = case().grace_until("2026-05-15");
    assert_eq!(student.ratio("interest_ratio", "2026-04-30"), (0, 0));
    // Up to 15 May: 75 days.
    assert_eq!(student.ratio("interest_ratio", "2026-05-31"), (0, 750_000));
}

#[test]
fn no_row_of_attendance_means_absent() {
    assert_eq!(case().ratio("attendance_ratio", "2026-06-14"), (0, 0));
    assert_eq!(case().ratio("attendance_ratio", "2026-06-15"), (0, 1));
    let by =
        |presence| case().attends("2026-06-15", presence).ratio("attendance_ratio", "2026-06-15");
    assert_eq!(by(Presence::Deputy), (1, 1));
    assert_eq!(by(Presence::None), (0, 1));
}

#[test]
fn savings_grow_against_the_last_day_before_the_period() {
    let saved = case().deposit("2026-05-31", 50_000).deposit("2026-06-01", 70_000);
    assert_eq!(saved.ratio("savings_increase", "2026-06-30"), (70_000, 1));
    assert_eq!(saved.ratio("savings_participation", "2026-06-30"), (1, 1));
    assert_eq!(saved.ratio("savings_participation", "2026-07-31"), (0, 1));
}

#[test]
fn a_disbursement_is_judged_in_the_month_of_its_thirtieth_day() {
    // 1 March + 30 days: 31 March.
    assert_eq!(case().ratio("visit_30d_ratio", "2026-03-30"), (0, 0));
    assert_eq!(case().ratio("visit_30d_ratio", "2026-03-31"), (0, 1));
    assert_eq!(case().visit("2026-03-01", None).ratio("visit_30d_ratio", "2026-03-31"), (1, 1));
    assert_eq!(case().visit("2026-03-31", None).ratio("visit_30d_ratio", "2026-03-31"), (1, 1));
    assert_eq!(case().visit("2026-04-01", None).ratio("visit_30d_ratio", "2026-03-31"), (0, 1));
}

#[test]
fn members_count_while_they_and_their_group_do_and_money_always() {
    let mut left = case().deposit("2026-06-05", 10_000);
    left.member().member.left_on = Some(day("2026-06-10"));
    assert_eq!(left.ratio("savings_participation", "2026-06-09"), (1, 1));
    assert_eq!(left.ratio("savings_participation", "2026-06-10"), (0, 0));
    assert_eq!(left.ratio("overdue_ratio", "2026-06-10"), (0, 36_500_000));
    let mut closed = case();
    closed.ledger.groups.get_mut(GROUP).expect("the group").closed_on = Some(day("2026-06-10"));
    assert_eq!(closed.ratio("savings_participation", "2026-06-10"), (0, 0));
    assert_eq!(closed.ratio("overdue_ratio", "2026-06-16"), (18_250_000, 36_500_000));
}

#[test]
fn a_group_is_scored_by_six_criteria_and_its_area_counts_its_grade() {
    let case = case()
        .attends("2026-06-15", Presence::Leader)
        .principal("2026-06-15", 18_250_000)
        .interest("2026-06-15", 1_060_000)
        .deposit("2026-06-15", 40_000);
    let question = Question::new(&case.ledger, &SHELF, day("2026-06-30"));
    let groups = scores(&question, Level::Group);
    let group = groups.first().expect("the group");
    let points: Vec<String> = group.criteria.iter().map(|it| it.points.to_string()).collect();
    // Overdue 30, attendance 20, interest 20 (1.060.000 of the 310.000 of June), principal 15,
    // savings 40.000 a member 8, all members save 5.
    assert_eq!(points, ["30", "20", "20", "15", "8", "5"]);
    assert_eq!((group.score.to_string(), group.grade), ("98".to_owned(), Grade::Good));
    let communes = scores(&question, Level::Commune);
    let commune = communes.first().expect("the commune");
    let share = commune.tally.ratio(RatioId::GoodGroupShare);
    assert_eq!((share.numerator, share.denominator), (1, 1));
}

#[test]
fn a_group_alone_has_no_share_of_groups() {
    let case = case();
    let question = Question::new(&case.ledger, &SHELF, day("2026-06-30"));
    let group = scores(&question, Level::Group);
    let share = group.first().map(|row| row.tally.ratio(RatioId::GoodGroupShare));
    assert!(share.is_some_and(|share| share.is_none()));
}
