//! `--known-on`: the book with what had been recorded by the end of a day in UTC.

use super::folder::{Folder, LOAN, run_in};
use super::trails::with_everything;
use super::vanishing::asked;
use serde_json::Value;
use std::path::Path;

const FACTS: [&str; 15] = [
    "openings.csv",
    "disbursements.csv",
    "payments.csv",
    "savings.csv",
    "loan_changes.csv",
    "attendance.csv",
    "visits.csv",
    "visit_lines.csv",
    "group_checks.csv",
    "contacts.csv",
    "cash_counts.csv",
    "meetings.csv",
    "actions.csv",
    "action_steps.csv",
    "confirmations.csv",
];

/// The folder of payments: one in time, one entered late, and the first taken back later still.
fn late(taken_back_at: &str) -> Folder {
    let folder = Folder::new();
    let head = "id,loan,day,kind,amount,place,receipt,reverses,reason,collected_by,recorded_by,\
                recorded_at,machine";
    folder.write(
        "payments.csv",
        format!(
            "{head}\n\
             p1,{LOAN},2025-06-15,principal,2000000,point,BL1,,,,Hoa,2025-06-15T03:00:00Z,m\n\
             p2,{LOAN},2025-06-15,interest,100000,group,,,,,Hoa,2025-08-20,m\n\
             p3,{LOAN},2025-06-15,principal,2000000,point,,p1,nhầm,,Hoa,{taken_back_at},m\n"
        ),
    );
    folder.imported()
}

/// What of the loan is outstanding and what interest was paid, asked about a day as known on one.
fn loan(folder: &Folder, as_of: &str, known_on: Option<&str>) -> (i64, i64) {
    let mut arguments = vec!["report", "loan", LOAN, "--format", "json", "--as-of", as_of];
    arguments.extend(known_on.into_iter().flat_map(|day| ["--known-on", day]));
    let ran = folder.run(&arguments);
    assert_eq!(ran.code, 0, "{ran:?}");
    let value: Value = serde_json::from_str(&ran.out).expect("JSON");
    let money = |value: &Value| value.as_i64().expect("money");
    (money(&value["outstanding"]), money(&value["interest"]["paid"]))
}

#[test]
fn a_late_entry_and_a_reversal_count_from_the_day_on_which_they_were_recorded() {
    let folder = late("2025-09-10T04:00:00Z");
    let known = |day| loan(&folder, "2025-12-31", Some(day));
    assert_eq!(
        known("2025-06-14"),
        (10_000_000, 0),
        "of a loan without rows there is the contract"
    );
    assert_eq!(known("2025-06-15"), (8_000_000, 0));
    assert_eq!(known("2025-08-19"), (8_000_000, 0));
    assert_eq!(known("2025-08-20"), (8_000_000, 100_000));
    assert_eq!(known("2025-09-09"), (8_000_000, 100_000));
    assert_eq!(known("2025-09-10"), (10_000_000, 100_000));
    assert_eq!(loan(&folder, "2025-12-31", None), (10_000_000, 100_000));
}

#[test]
fn the_day_asked_about_and_the_day_of_knowing_are_two_things() {
    let folder = late("2025-09-10T04:00:00Z");
    // Known before it happened on paper, and asked about a day before it was known.
    assert_eq!(loan(&folder, "2025-06-14", Some("2025-08-31")), (10_000_000, 0));
    assert_eq!(loan(&folder, "2025-06-15", Some("2025-08-31")), (8_000_000, 100_000));
    assert_eq!(loan(&folder, "2025-06-15", Some("2025-06-15")), (8_000_000, 0));
    assert_eq!(loan(&folder, "2025-06-15", None), (10_000_000, 100_000));
    assert_eq!(loan(&folder, "2025-06-15", Some("2099-12-31")), (10_000_000, 100_000));
}

#[test]
fn the_day_of_recording_ends_in_utc_whatever_the_offset_that_was_written() {
    for (at, known) in [
        ("2025-09-11T06:59:59+07:00", true),
        ("2025-09-11T07:00:00+07:00", false),
        ("2025-09-10T23:59:59.999Z", true),
        ("2025-09-11T00:00:00Z", false),
        ("2025-09-10T18:00:00-06:00", false),
    ] {
        let folder = late(at);
        let expected = if known { 10_000_000 } else { 8_000_000 };
        assert_eq!(loan(&folder, "2025-12-31", Some("2025-09-10")).0, expected, "{at}");
    }
}

/// The folder with everything, whose lines were recorded one day after the other.
fn day_by_day() -> Folder {
    let folder = with_everything();
    // Without a trail of their own, the lines of visits are as old as their visit.
    for (at, file) in FACTS.into_iter().enumerate() {
        let text = folder.read(file);
        let mut lines = text.lines();
        let mut written = format!("{}\n", lines.next().expect("a header"));
        for (line, row) in lines.enumerate() {
            let day = format!("2025-1{}-{:02}", at % 3, 3 + at + 2 * line);
            let row = row.replace("2025-09-01T02:00:00Z", &day).replace("2025-09-01", &day);
            written += &format!("{row}\n");
        }
        folder.write(file, written);
    }
    folder
}

/// The same folder with the lines alone that were recorded by a day.
fn recorded_by(day: &str) -> Folder {
    let folder = day_by_day();
    let visits = folder.read("visits.csv");
    let known = |row: &str| {
        let recorded = row.rsplit(',').nth(1).unwrap_or_default();
        recorded == "recorded_at" || recorded <= day
    };
    for file in FACTS {
        let text = folder.read(file);
        let kept = text.lines().filter(|row| match file {
            // A visit's lines are part of it.
            "visit_lines.csv" => {
                let id = row.split(',').next().unwrap_or_default();
                let visit = visits.lines().find(|visit| visit.starts_with(&format!("{id},")));
                visit.is_none_or(known)
            }
            _ => known(row),
        });
        let kept: Vec<&str> = kept.collect();
        folder.write(file, kept.join("\n") + "\n");
    }
    folder
}

#[test]
fn what_was_known_on_a_day_is_what_a_book_of_the_facts_recorded_by_then_answers() {
    let whole = day_by_day().imported();
    let mut answers = Vec::new();
    for day in ["2025-09-30", "2025-10-05", "2025-10-14", "2025-11-08", "2025-11-12", "2025-12-09"]
    {
        let then = recorded_by(day).imported();
        let known = asked(&whole.book(), &["--known-on", day]);
        assert_eq!(known, asked(&then.book(), &[]), "{day}");
        answers.push(known);
    }
    answers.dedup();
    assert!(answers.len() >= 5, "the days differ");
    assert_eq!(asked(&whole.book(), &["--known-on", "2026-01-01"]), asked(&whole.book(), &[]));
}

#[test]
fn a_book_that_was_written_out_and_taken_in_again_knew_the_same_on_every_day() {
    let folder = day_by_day().imported();
    let (out, second) = (folder.beside("out"), folder.beside("second.db"));
    assert_eq!(folder.run(&["export", &out.display().to_string()]).code, 0);
    assert_eq!(run_in(&second, &["import", &out.display().to_string()], "").code, 0);
    for day in ["2025-09-30", "2025-10-14", "2025-11-10", "2025-12-31"] {
        let known = |book: &Path| asked(book, &["--known-on", day]);
        assert_eq!(known(&folder.book()), known(&second), "{day}");
    }
}

#[test]
fn who_recorded_what_is_listed_up_to_the_day_of_knowing() {
    let folder = late("2025-09-10T04:00:00Z");
    let payments = |known: &[&str]| {
        let mut arguments = vec!["report", "audit", "--format", "json"];
        arguments.extend(known);
        let ran = folder.run(&arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
        let rows: Vec<Value> = serde_json::from_str(&ran.out).expect("JSON");
        let of = |row: &&Value| row["kind"] == "payment";
        rows.iter().filter(of).map(|row| row["id"].to_string()).collect::<Vec<_>>().join(",")
    };
    assert_eq!(payments(&["--known-on", "2025-06-14"]), "");
    assert_eq!(payments(&["--known-on", "2025-09-09"]), "\"p1\",\"p2\"");
    assert_eq!(payments(&[]), "\"p1\",\"p2\",\"p3\"");
}

#[test]
fn only_questions_have_a_day_of_knowing() {
    let folder = late("2025-09-10T04:00:00Z");
    let path = folder.beside("out").display().to_string();
    let others: [&[&str]; 6] = [
        &["check"],
        &["export", &path],
        &["import", &path],
        &["record", "payment", "loan=1"],
        &["demo"],
        &[],
    ];
    for other in others {
        let mut arguments = other.to_vec();
        arguments.extend(["--known-on", "2025-06-15"]);
        let ran = folder.run(&arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
        assert!(ran.err.contains("does not use --known-on"), "{ran:?}");
    }
    let ran = folder.run(&["report", "loans", "--known-on", "2025-06-31"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("--known-on can't be “2025-06-31”"), "{ran:?}");
}
