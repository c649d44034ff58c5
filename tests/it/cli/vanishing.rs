//! Facts that are taken back vanish with what takes them back, from every figure of every day; and
//! what can't take back what.

use super::folder::{Folder, LOAN, run_in};
use super::refused::refused;
use super::trails::{REVERSIBLE, with_pairs};
use std::path::Path;

/// Every report that a fact could show in, on days before, between and after.
pub fn asked(book: &Path, options: &[&str]) -> Vec<String> {
    let reports: [&[&str]; 10] = [
        &["loan", LOAN],
        &["loans", "--all"],
        &["due", "--session", "next"],
        &["overdue"],
        &["ratios"],
        &["scores", "--level", "group"],
        &["migration", "--level", "group", "--from", "2025-02-28"],
        &["visits-due"],
        &["coverage", "--year", "2025"],
        &["portfolio", "--by", "programme"],
    ];
    let mut answers = Vec::new();
    for day in ["2025-07-01", "2025-07-20", "2025-08-31", "2026-10-15"] {
        for report in reports {
            let mut asked = vec!["report"];
            asked.extend(report);
            asked.extend(["--format", "json", "--as-of", day]);
            asked.extend(options);
            let ran = run_in(book, &asked, "");
            assert_eq!(ran.code, 0, "{ran:?}");
            answers.push(ran.out);
        }
    }
    answers
}

fn answers(folder: &Folder) -> Vec<String> {
    asked(&folder.book(), &[])
}

/// The rows of [`REVERSIBLE`] as facts that would show.
fn showing(file: &str, row: &'static str) -> &'static str {
    match file {
        "disbursements.csv" => "@,2025-01-15,4000000",
        "loan_changes.csv" => "@,2025-07-15,freeze,,",
        _ => row,
    }
}

#[test]
fn a_pair_of_any_kind_is_as_if_neither_had_been_recorded() {
    let plain = Folder::new().imported();
    let before = answers(&plain);
    for (file, header, row, _) in REVERSIBLE {
        let row = showing(file, row);
        let lines = format!(
            "visit,loan,received,balance_seen,right_use,wrong_use,unused,effect,interest_seen,\
             note\na1,{LOAN},10000000,8000000,7000000,3000000,0,good,0,\n"
        );
        let folder = Folder::new();
        with_pairs(&folder, file, header, &[("a1", row, "")]);
        if file == "visits.csv" {
            folder.write("visit_lines.csv", &lines);
        }
        assert_ne!(answers(&folder.imported()), before, "the fact alone shows: {file}");
        let folder = Folder::new();
        with_pairs(&folder, file, header, &[("a1", row, ""), ("a2", row, "a1")]);
        if file == "visits.csv" {
            folder.write("visit_lines.csv", &lines);
        }
        let folder = folder.imported();
        assert_eq!(answers(&folder), before, "{file}");
        assert_eq!(folder.run(&["check"]).code, 0);
    }
}

#[test]
fn what_vanishes_is_held_against_no_other_fact() {
    // Both would be too early after an opening, the disbursements too much together.
    let folder = Folder::new();
    let opening = "loan,day,outstanding,interest_owed,last_movement";
    folder.write("openings.csv", format!("{opening}\n{LOAN},2025-07-20,8000000,0,\n"));
    folder.add("payments.csv", &format!("p3,{LOAN},2025-07-15,principal,2000000,point,,p1"));
    folder.add("payments.csv", &format!("p4,{LOAN},2025-07-15,interest,100000,group,,p2"));
    for (file, header, row, later) in REVERSIBLE {
        with_pairs(&folder, file, header, &[("a1", row, ""), ("a2", later, "a1")]);
    }
    folder.imported();
    let folder = Folder::new();
    let header = "id,loan,day,amount";
    let rows = [
        ("a1", "@,2025-01-15,10000000", ""),
        ("a2", "@,2025-01-16,10000000", "a1"),
        ("a3", "@,2025-01-15,10000000", ""),
    ];
    with_pairs(&folder, "disbursements.csv", header, &rows);
    folder.imported();
}

#[test]
fn a_row_takes_back_one_of_its_file_that_says_the_same() {
    let others: [(&str, &[&str]); 4] = [
        ("disbursements.csv", &["@,2025-01-15,9999999"]),
        (
            "loan_changes.csv",
            &["@,2025-07-15,reschedule,2,2027-03-15", "@,2025-07-15,reschedule,1,2027-03-16"],
        ),
        ("visits.csv", &["0700001,2025-07-15,inactive,12,Lan,,"]),
        (
            "group_checks.csv",
            &["0700001,2025-07-15,12,Lan,meetings,yes,", "0700001,2025-07-15,12,Lan,board,no,"],
        ),
    ];
    for ((file, header, row, _), (_, others)) in REVERSIBLE.into_iter().zip(others) {
        let second = format!("{file}:3:reverses");
        for other in others {
            let folder = Folder::new();
            with_pairs(&folder, file, header, &[("a1", row, ""), ("a2", other, "a1")]);
            refused(&folder, &[&second]);
        }
        let folder = Folder::new();
        with_pairs(&folder, file, header, &[("a1", row, ""), ("a2", row, "zz")]);
        refused(&folder, &[&second]);
        // In another file that id is another fact's.
        with_pairs(&folder, file, header, &[("a1", row, ""), ("a2", row, "p1")]);
        refused(&folder, &[&second]);
    }
}

#[test]
fn a_row_is_taken_back_once_never_before_its_day_and_a_reversal_not_at_all() {
    for (file, header, row, later) in REVERSIBLE {
        let folder = Folder::new();
        let rows = [("a1", row, ""), ("a2", row, "a1"), ("a3", row, "a1"), ("a4", row, "a2")];
        with_pairs(&folder, file, header, &rows);
        refused(&folder, &[&format!("{file}:4:reverses"), &format!("{file}:5:reverses")]);
        let folder = Folder::new();
        with_pairs(&folder, file, header, &[("a1", later, ""), ("a2", row, "a1")]);
        refused(&folder, &[&format!("{file}:3:day")]);
    }
}

#[test]
fn a_row_without_an_id_takes_nothing_back() {
    let trail = "reverses,reason,recorded_by,recorded_at,machine";
    let folder = Folder::new();
    folder.write(
        "openings.csv",
        format!(
            "loan,day,outstanding,interest_owed,last_movement,{trail}\n\
             {LOAN},2025-02-15,10000000,0,,x,,,,\n"
        ),
    );
    folder.write(
        "attendance.csv",
        format!("group,session,by,{trail}\n0700001,2025-07-15,leader,x,,,,\n"),
    );
    folder.write(
        "visits.csv",
        "id,group,day,kind,association,visitor,witness,reported_on\n\
         v1,0700001,2025-07-15,annual,12,Lan,,\n",
    );
    folder.write(
        "visit_lines.csv",
        format!(
            "visit,loan,received,balance_seen,right_use,wrong_use,unused,effect,interest_seen,note,\
             {trail}\nv1,{LOAN},,,,,,,,,x,,,,\n"
        ),
    );
    let places =
        ["openings.csv:2:reverses", "attendance.csv:2:reverses", "visit_lines.csv:2:reverses"];
    refused(&folder, &places);
}
