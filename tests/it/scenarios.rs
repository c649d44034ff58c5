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
    arrears_are_what_is_due_less_what_is_paid_that_day_too,
    frozen_days_accrue_nothing,
    grace_ends_on_a_session_or_between_two,
    interest_falls_due_when_the_sessions_day_has_ended,
    interest_to_pay_at_a_session_is_projected_with_what_is_known,
    large_sums_stay_exact,
    leap_year_has_a_day_more,
    money_is_whole_and_not_negative,
    no_interest_on_interest_nor_penalty_for_paying_early,
    overdue_accrues_at_130_percent_from_the_day_after_e,
    prepaid_is_what_is_beyond_all_that_accrued,
    rate_is_the_contracts_own_and_exact,
    rulebook_of_the_day_governs_earlier_days_too,
    settled_in_whole_dong_since_the_run_began,
    sum_is_rounded_once_half_up,
    tranches_accrue_each_from_its_own_day,
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
