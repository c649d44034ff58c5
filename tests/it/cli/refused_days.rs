//! Facts after today, and days in an order that is impossible, each with the first day that is.

use super::folder::LOAN;
use super::refused_cells::{cell, cells, faults, full, only, put};
use tkvv::exchange::native::Wrong;

#[test]
fn a_fact_after_today_in_any_file_but_not_one_of_today() {
    for (file, column) in [
        ("openings.csv", "day"),
        ("disbursements.csv", "day"),
        ("savings.csv", "day"),
        ("payments.csv", "day"),
        ("loan_changes.csv", "day"),
        ("attendance.csv", "session"),
        ("visits.csv", "day"),
        ("group_checks.csv", "day"),
        ("contacts.csv", "day"),
        ("cash_counts.csv", "session"),
        ("meetings.csv", "day"),
        ("actions.csv", "day"),
        ("action_steps.csv", "day"),
        ("confirmations.csv", "day"),
        ("targets.csv", "approved_on"),
        ("capital.csv", "day"),
    ] {
        // The second row is taken back by none.
        let on = |day: &str| {
            let folder = full();
            let mut rows = cells(&folder, file);
            let row = if rows.len() > 2 && file != "payments.csv" { 2 } else { 1 };
            let row = if file == "savings.csv" { 1 } else { row };
            let at = rows[0].iter().position(|name| name == column).expect(column);
            rows[row][at] = day.to_owned();
            if file == "payments.csv" {
                // A confirmation names the second one.
                rows.truncate(2);
                let rows = cells(&folder, "confirmations.csv");
                put(&folder, "confirmations.csv", &rows[..1]);
            }
            put(&folder, file, &rows);
            if file == "disbursements.csv" {
                // What would come before the first money.
                for file in [
                    "payments.csv",
                    "loan_changes.csv",
                    "visits.csv",
                    "visit_lines.csv",
                    "contacts.csv",
                    "confirmations.csv",
                ] {
                    let rows = cells(&folder, file);
                    put(&folder, file, &rows[..1]);
                }
            }
            if file == "actions.csv" {
                // Its step would come before it.
                let rows = cells(&folder, "action_steps.csv");
                put(&folder, "action_steps.csv", &rows[..1]);
            }
            (folder, row + 1)
        };
        let (folder, line) = on("2026-10-16");
        let faults_then = faults(&folder);
        assert_eq!(faults_then.len(), 1, "{file}: {faults_then:?}");
        assert_eq!(faults_then[0].0, format!("{file}:{line}:{column}"));
        assert!(matches!(faults_then[0].1, Wrong::InTheFuture(_)));
        assert_eq!(faults(&on("2026-10-15").0), [], "{file}");
    }
    let folder = cell("visits.csv", "reported_on", "2026-10-16");
    only(&folder, "visits.csv:2:reported_on", |wrong| matches!(wrong, Wrong::InTheFuture(_)), "");
    let folder = cell("bank_grades.csv", "month", "2026-11");
    only(&folder, "bank_grades.csv:2:month", |wrong| matches!(wrong, Wrong::InTheFuture(_)), "");
    assert_eq!(faults(&cell("bank_grades.csv", "month", "2026-10")), []);
}

#[test]
fn days_in_an_impossible_order_and_the_first_that_is_possible() {
    let second = "6600000000000002";
    for (file, row, column, early, first) in [
        ("groups.csv", 1, "closed_on", "2020-01-14", "2020-01-15"),
        ("members.csv", 1, "left_on", "2020-01-14", "2020-01-15"),
        ("members.csv", 1, "joined_on", "1979-12-31", "1980-01-01"),
        ("loans.csv", 2, "due_on", "2024-01-14", "2024-01-15"),
        ("loans.csv", 2, "interest_grace_until", "2024-01-14", "2024-01-15"),
        ("openings.csv", 1, "day", "2024-01-14", "2024-01-15"),
        ("openings.csv", 1, "last_movement", "2024-01-14", "2024-01-15"),
        ("instalments.csv", 1, "due_on", "2025-01-14", "2025-01-15"),
        ("disbursements.csv", 2, "day", "2025-01-14", "2025-01-15"),
        ("loan_changes.csv", 2, "value", "2025-01-14", "2025-01-15"),
        ("visits.csv", 2, "reported_on", "2025-07-14", "2025-07-15"),
        ("contacts.csv", 2, "promised_by", "2025-07-14", "2025-07-15"),
        ("meetings.csv", 2, "day", "2025-07-14", "2025-07-15"),
        ("actions.csv", 2, "due_on", "2025-07-14", "2025-07-15"),
        ("action_steps.csv", 2, "day", "2025-07-14", "2025-07-15"),
        ("targets.csv", 1, "to", "2025-12-31", "2026-01-01"),
    ] {
        let on = |day: &str| {
            let folder = full();
            let mut rows = cells(&folder, file);
            let at = rows[0].iter().position(|name| name == column).expect(column);
            rows[row][at] = day.to_owned();
            put(&folder, file, &rows);
            folder
        };
        let place = format!("{file}:{}:{column}", row + 1);
        only(&on(early), &place, |wrong| matches!(wrong, Wrong::Before(..)), early);
        assert_eq!(faults(&on(first)), [], "{place} {first}");
    }
    let folder = full();
    folder.change("openings.csv", &format!("{second},2025-05-15,9000000,1000,"), &{
        format!("{second},2025-05-15,9000000,1000,2025-05-16")
    });
    only(&folder, "openings.csv:2:day", |wrong| matches!(wrong, Wrong::Before(..)), "");
    let freeze = |until: &str| {
        let folder = full();
        let head = "id,loan,day,kind,instalment,value";
        folder.write("loan_changes.csv", format!("{head}\nc1,{LOAN},2025-07-15,freeze,,{until}\n"));
        folder
    };
    let place = "loan_changes.csv:2:value";
    only(&freeze("2025-07-15"), place, |wrong| matches!(wrong, Wrong::NotAfter(..)), "");
    assert_eq!(faults(&freeze("2025-07-16")), []);
}
