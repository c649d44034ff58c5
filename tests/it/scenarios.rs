//! The sentences of domain.md in worked cases, one file each: facts, the arithmetic in words, and
//! what the reports must say. How a file is written stands in `scenarios/README.md`.

mod ask;
mod book;
mod compare;
mod file;
mod table;

use std::collections::BTreeSet;

/// Makes each file a test of its name; `every_file_is_a_test` holds the list complete.
macro_rules! scenarios {
    ($($name:ident),+ $(,)?) => {
        const NAMES: &[&str] = &[$(stringify!($name)),+];
        $(
            #[test]
            fn $name() {
                file::run(stringify!($name));
            }
        )+
    };
}

scenarios! {
    accrues_on_the_balance_at_the_days_end,
    area_by_the_village_not_the_point,
    area_score_adds_up_its_nine_criteria,
    arrears_are_what_is_due_less_what_is_paid_that_day_too,
    attendance_by_leader_or_deputy,
    buckets_of_overdue_days,
    cash_and_promises_that_say_only_half,
    cash_counted_again_and_a_count_taken_back,
    cash_that_balances_and_cash_that_is_short,
    cash_where_more_is_withdrawn_than_comes_in,
    closed_groups_money_weighs_on_the_areas_score,
    coverage_of_a_year_that_is_over,
    coverage_of_earlier_loans_and_the_yearly_check,
    days_late_leave_out_frozen_days,
    days_overdue_are_the_largest_days_late,
    deadline_over_the_end_of_february,
    each_student_tranche_is_to_be_visited,
    effective_due_day_is_the_first_session_on_or_after,
    every_past_day_from_its_own_facts,
    exempt_programme_follows_the_earlier_rule,
    extension_moves_the_last_due_day,
    extension_of_the_last_only,
    facts_on_or_before_an_opening_are_refused,
    freeze_does_not_stop_the_days_of_wrong_use,
    freeze_over_the_effective_day,
    frozen_days_accrue_nothing,
    frozen_from_its_first_day_until_its_last,
    given_rulebooks_fall_back_to_the_shipped_of_the_day,
    grace_ends_on_a_session_or_between_two,
    grades_begin_on_their_bound,
    grades_moved_between_two_days,
    group_score_with_each_criterion_on_its_bound,
    growth_since_the_year_before,
    inactive_after_three_calendar_months,
    inactive_loan_is_visited_in_its_run,
    instalment_goes_from_future_to_due_to_overdue_to_paid,
    instalments_add_up_to_the_principal,
    interest_collected_of_openings_and_closed_groups,
    interest_collected_of_what_fell_due_in_the_month,
    interest_falls_due_when_the_sessions_day_has_ended,
    interest_that_fell_due_is_rounded_at_both_sessions,
    interest_to_pay_at_a_session_is_projected_with_what_is_known,
    large_sums_stay_exact,
    late_entry_changes_a_past_day_and_what_was_known_is_kept,
    leap_year_has_a_day_more,
    list_for_a_session,
    money_is_whole_and_not_negative,
    moved_and_cancelled_sessions,
    never_inactive,
    never_more_than_outstanding_is_overdue,
    no_interest_on_interest_nor_penalty_for_paying_early,
    none_is_null_and_scores_as_the_rulebook_says,
    oldest_goes_by_the_due_day_in_force,
    one_status_before_the_other,
    open_freeze_ends_with_the_unfreeze,
    opening_gives_the_last_movement,
    opening_of_a_loan_that_was_late_already,
    opening_on_a_session_and_one_in_grace,
    opening_stands_for_all_that_was_before,
    opening_tranches_are_in_no_30_day_figure,
    opening_with_nothing_outstanding,
    overdue_accrues_at_130_percent_from_the_day_after_e,
    overdue_frozen_and_par_at_30_and_90_days,
    par_arrears_and_overdue_are_three_measures,
    payments_fill_the_oldest_instalment_first,
    prepaid_is_what_is_beyond_all_that_accrued,
    principal_due_of_the_sessions_in_the_month,
    promise_after_promise_and_the_last_one_is_named,
    promise_and_a_payment_on_the_day_of_the_talk,
    promise_broken,
    promise_kept_at_the_first_session_after_its_day,
    promise_kept_by_its_day,
    promise_kept_in_part,
    rate_is_the_contracts_own_and_exact,
    ratio_is_rounded_to_six_decimals_half_away_from_zero,
    ratios_of_areas_are_ratios_of_sums,
    rescheduled_from_its_day_on_never_before,
    rescheduled_to_an_earlier_day_and_twice_on_one_day,
    reversed_facts_of_every_kind_vanish,
    reversed_pair_vanishes_from_every_day,
    rolls_on_before_the_rule_of_march_2026_not_after,
    rulebook_changes_rule_date_exemption_days_and_year,
    rulebook_of_the_day_governs_earlier_days_too,
    run_of_wrong_use_counts_from_its_first_finding,
    savings_of_members_and_their_increase,
    session_inside_a_freeze_asks_for_no_principal,
    settled_in_whole_dong_since_the_run_began,
    shares_of_good_and_weak_groups,
    shipped_rulebook_changes_with_the_day,
    spans_are_half_open_and_money_stays,
    sum_is_rounded_once_half_up,
    tranches_accrue_each_from_its_own_day,
    tranches_and_payments_that_cannot_be,
    under_the_earlier_rule_all_that_is_unpaid_is_overdue_with_the_last,
    visit_deadline_from_pending_to_missed,
    visited_within_30_days_of_each_disbursement,
    visits_of_one_day_and_empty_cells,
    what_remains_of_wrong_use_after_repayment,
    wrong_reversals_are_refused,
    wrong_use_comes_on_top_of_late_instalments_up_to_the_outstanding,
    wrong_use_is_overdue_from_day_31,
}

#[test]
fn every_file_is_a_test() {
    let listed: BTreeSet<String> = NAMES.iter().map(ToString::to_string).collect();
    let there = file::names();
    let missing: Vec<&String> = there.difference(&listed).collect();
    let gone: Vec<&String> = listed.difference(&there).collect();
    assert!(missing.is_empty(), "add to the list in tests/it/scenarios.rs: {missing:?}");
    assert!(gone.is_empty(), "no file in tests/it/scenarios for {gone:?}");
}

#[test]
fn the_table_of_sentences_names_the_files_that_work_them_out() {
    let table = table::read();
    let mut wrong = table::faults(&table);
    for name in NAMES {
        wrong.extend(table::faults_of(&table, name, &file::read(name).rule));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
