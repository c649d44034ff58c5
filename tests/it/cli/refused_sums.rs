//! What an import refuses over several lines and files: sums, openings, reversals.

use super::folder::{Folder, LOAN};
use super::refused::refused;

#[track_caller]
fn added(name: &str, line: &str, place: &str) {
    let folder = Folder::new();
    folder.add(name, line);
    refused(&folder, &[place]);
}

fn with(name: &str, header: &str, lines: &[&str]) -> Folder {
    let folder = Folder::new();
    let lines: Vec<String> = lines.iter().map(|line| line.replace('@', LOAN)).collect();
    folder.write(name, format!("{header}\n{}\n", lines.join("\n")));
    folder
}

fn with_tranches(lines: &[&str]) -> Folder {
    with("disbursements.csv", "id,loan,day,amount", lines)
}

fn with_opening(line: &str) -> Folder {
    with("openings.csv", "loan,day,outstanding,interest_owed,last_movement", &[line])
}

fn with_changes(lines: &[&str]) -> Folder {
    with("loan_changes.csv", "id,loan,day,kind,instalment,value", lines)
}

#[test]
fn instalments_that_do_not_add_up() {
    let folder = Folder::new();
    folder.change("instalments.csv", "2028-01-15,5000000", "2028-01-15,5000001");
    refused(&folder, &["instalments.csv:3:amount"]);
}

#[test]
fn a_payment_before_the_first_disbursement() {
    let day = |day: &str| format!("p3,{LOAN},{day},interest,1,group,,");
    added("payments.csv", &day("2025-01-14"), "payments.csv:4:day");
    let folder = Folder::new();
    folder.add("payments.csv", &day("2025-01-15"));
    folder.imported();
}

#[test]
fn a_payment_beyond_the_outstanding_on_its_day_even_where_a_later_tranche_would_cover_it() {
    let paid = |amount: &str| format!("p0,{LOAN},2025-06-14,principal,{amount},point,BL0,");
    // 10.000.000 less the 2.000.000 of the day after.
    added("payments.csv", &paid("8000001"), "payments.csv:2:amount");
    let folder = Folder::new();
    folder.add("payments.csv", &paid("8000000"));
    folder.imported();
    let folder = with_tranches(&["d1,@,2025-01-15,1000000", "d2,@,2025-12-15,9000000"]);
    refused(&folder, &["payments.csv:2:amount"]);
}

#[test]
fn tranches_before_the_loan_or_beyond_its_principal() {
    let folder = with_tranches(&["d1,@,2025-01-14,5000000"]);
    refused(&folder, &["disbursements.csv:2:day"]);
    let folder = with_tranches(&["d1,@,2025-01-15,5000000", "d2,@,2025-02-15,5000001"]);
    refused(&folder, &["disbursements.csv:3:amount"]);
    with_tranches(&["d1,@,2025-01-15,5000000", "d2,@,2025-02-15,5000000"]).imported();
}

#[test]
fn facts_on_or_before_an_opening() {
    let folder = with_opening("@,2025-06-15,8000000,0,2025-06-15");
    refused(&folder, &["payments.csv:2:day", "payments.csv:3:day"]);
    with_opening("@,2025-06-14,8000000,0,").imported();
    let folder = with_opening("@,2025-06-14,10000001,0,");
    refused(&folder, &["openings.csv:2:outstanding"]);
    // The 2.000.000 are paid out of what was outstanding at the opening.
    let folder = with_opening("@,2025-06-14,1999999,0,");
    refused(&folder, &["payments.csv:2:amount"]);
    let folder = with_opening("@,2025-06-14,8000000,0,2025-06-15");
    refused(&folder, &["openings.csv:2:day"]);
}

#[test]
fn changes_and_visits_on_or_before_an_opening() {
    let folder = with_opening("@,2025-06-14,8000000,0,");
    let change = format!("id,loan,day,kind,instalment,value\nc1,{LOAN},2025-06-14,freeze,,\n");
    folder.write("loan_changes.csv", change);
    let visit = "id,group,day,kind,association,visitor,witness,reported_on\n\
                 v1,0700001,2025-06-14,annual,12,A,,\n";
    folder.write("visits.csv", visit);
    let header = "visit,loan,received,balance_seen,right_use,wrong_use,unused,effect,\
                  interest_seen,note";
    folder.write("visit_lines.csv", format!("{header}\nv1,{LOAN},,,,,,,,\n"));
    refused(&folder, &["loan_changes.csv:2:day", "visit_lines.csv:2:loan"]);
}

#[test]
fn changes_that_make_no_sense() {
    let folder = with_changes(&[
        "c1,@,2025-07-15,reschedule,3,2027-06-15",
        "c2,@,2025-07-15,extend,1,2027-06-15",
        "c3,@,2025-07-15,reschedule,1,",
        "c4,@,2025-07-15,unfreeze,,2027-06-15",
        "c5,@,2025-01-14,freeze,,",
    ]);
    refused(
        &folder,
        &[
            "loan_changes.csv:2:instalment",
            "loan_changes.csv:3:instalment",
            "loan_changes.csv:4:value",
            "loan_changes.csv:5:value",
            "loan_changes.csv:6:day",
        ],
    );
    // Bank data counts, beyond the limits of an extension too.
    with_changes(&["c1,@,2025-07-15,extend,,2048-01-15"]).imported();
}

#[test]
fn reversals_of_what_is_none_or_other_or_a_reversal_or_twice() {
    let reversal = |id: &str, kind: &str, amount: &str, of: &str| {
        format!("{id},{LOAN},2025-06-16,{kind},{amount},point,,{of}")
    };
    added("payments.csv", &reversal("r", "principal", "2000000", "zz"), "payments.csv:4:reverses");
    added("payments.csv", &reversal("r", "principal", "2000001", "p1"), "payments.csv:4:reverses");
    added("payments.csv", &reversal("r", "interest", "2000000", "p1"), "payments.csv:4:reverses");
    let folder = Folder::new();
    folder.add("payments.csv", &reversal("r1", "principal", "2000000", "p1"));
    folder.add("payments.csv", &reversal("r2", "principal", "2000000", "p1"));
    folder.add("payments.csv", &reversal("r3", "principal", "2000000", "r1"));
    refused(&folder, &["payments.csv:5:reverses", "payments.csv:6:reverses"]);
}

#[test]
fn a_change_that_is_taken_back_vanishes_with_what_takes_it_back() {
    let header =
        "id,loan,day,kind,instalment,value,reverses,reason,recorded_by,recorded_at,machine";
    let lines = [
        "c1,@,2025-07-15,freeze,,,,,,,",
        "c2,@,2025-08-15,freeze,,,c1,nhầm,A,2025-08-15T02:00:00Z,m",
    ];
    let folder = with("loan_changes.csv", header, &lines).imported();
    let ran = folder.run(&["report", "loan", LOAN, "--format", "json"]);
    assert!(ran.out.contains("\"frozen\": 0"), "{}", ran.out);
    let twice = ["c3,@,2025-09-15,freeze,,,c1,,,,", "c4,@,2025-09-15,freeze,,,zz,,,,"];
    let folder = with("loan_changes.csv", header, &[&lines[..], &twice[..]].concat());
    refused(&folder, &["loan_changes.csv:4:reverses", "loan_changes.csv:5:reverses"]);
}

#[test]
fn a_pair_that_vanishes_takes_nothing_from_the_outstanding() {
    let folder = Folder::new();
    folder.add("payments.csv", &format!("r1,{LOAN},2025-07-15,principal,2000000,point,,p1"));
    folder.add("payments.csv", &format!("p3,{LOAN},2025-08-15,principal,10000000,point,BL3,"));
    let folder = folder.imported();
    let ran = folder.run(&["report", "loan", LOAN, "--format", "json"]);
    assert!(ran.out.contains("\"outstanding\": 0"), "{}", ran.out);
}
