//! Every column of every file with what can't stand in it: one mistake, one fault, where it is.

use super::folder::{Folder, TODAY};
use super::trails::with_everything;
use tkvv::domain::day::Day;
use tkvv::domain::record::Batch;
use tkvv::exchange::native::tables::{ALL, Table};
use tkvv::exchange::native::{Reader, Wrong};

/// A folder with a row in every file there is.
pub fn full() -> Folder {
    let folder = with_everything();
    folder.write("session_changes.csv", "point,month,held_on\n0000011,2025-02,2025-02-17\n");
    folder.write(
        "bank_grades.csv",
        "month,level,code,score,grade\n2025-09,group,0700001,82.5,fair\n\
         2025-09,commune,000001,82.5,fair\n",
    );
    folder.write(
        "targets.csv",
        "area,indicator,from,to,baseline,target,approved_on\n\
         000001,overdue_ratio,2026-01-01,2026-12-31,0.03,0.01,2026-01-10\n",
    );
    folder.write(
        "capital.csv",
        "area,day,source,amount,planned\n000001,2025-03-01,Ngân sách xã,50000000,60000000\n",
    );
    folder
}

/// What is wrong with a folder: `file:line:column`, and why.
pub fn faults(folder: &Folder) -> Vec<(String, Wrong)> {
    let today = Day::parse_iso(TODAY).expect("a day");
    let reader = Reader { book: &Batch::default(), today, group_size: (0, 60) };
    let Err(refused) = reader.read(&folder.path(), &mut |_| ()) else { return Vec::new() };
    let place = |fault: &tkvv::exchange::native::Fault| {
        format!("{}:{}:{}", fault.file, fault.line.unwrap_or_default(), fault.column)
    };
    refused.faults.iter().map(|fault| (place(fault), fault.wrong.clone())).collect()
}

/// Exactly one thing is wrong, at this place.
#[track_caller]
pub fn only(folder: &Folder, place: &str, why: fn(&Wrong) -> bool, about: &str) {
    let faults = faults(folder);
    assert!(
        matches!(&faults[..], [(at, wrong)] if at == place && why(wrong)),
        "{place} {about}: {faults:?}"
    );
}

/// The cells of a file's rows, the header's first; no cell of these folders has a comma.
pub fn cells(folder: &Folder, file: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| line.split(',').map(ToOwned::to_owned).collect();
    folder.read(file).lines().map(cells).collect()
}

pub fn put(folder: &Folder, file: &str, rows: &[Vec<String>]) {
    let lines: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
    folder.write(file, lines.join("\n") + "\n");
}

/// Puts something into the first row of a column.
pub fn cell(file: &str, column: &str, with: &str) -> Folder {
    let folder = full();
    let mut rows = cells(&folder, file);
    let at = rows[0].iter().position(|name| name == column).expect(column);
    rows[1][at] = with.to_owned();
    put(&folder, file, &rows);
    folder
}

/// Every file with each of its own columns.
fn columns() -> impl Iterator<Item = (&'static Table, &'static str)> {
    ALL.iter().flat_map(|table| table.columns.iter().map(|column| (*table, *column)))
}

#[test]
fn the_full_folder_has_a_row_in_every_file_and_no_fault() {
    let folder = full();
    assert_eq!(faults(&folder), []);
    assert!(ALL.iter().all(|table| cells(&folder, table.file).len() > 1));
}

#[test]
fn a_needed_file_that_is_missing() {
    for table in ALL.iter().filter(|table| !table.optional) {
        let folder = full();
        folder.remove(table.file);
        let place = format!("{}:0:", table.file);
        only(&folder, &place, |wrong| *wrong == Wrong::MissingFile, "");
    }
    let needed = ALL.iter().filter(|table| !table.optional).count();
    assert_eq!(needed, 6, "places, points, groups, members, loans, payments");
}

#[test]
fn a_column_that_is_missing_is_named_and_nothing_that_hangs_on_it() {
    for (table, column) in columns() {
        let folder = full();
        let mut rows = cells(&folder, table.file);
        let at = rows[0].iter().position(|name| name == column).expect(column);
        for row in &mut rows {
            row.remove(at);
        }
        put(&folder, table.file, &rows);
        let place = format!("{}:1:{column}", table.file);
        only(&folder, &place, |wrong| matches!(wrong, Wrong::MissingColumn(_)), "");
    }
}

#[test]
fn columns_in_another_order() {
    for table in ALL {
        let folder = full();
        let mut rows = cells(&folder, table.file);
        for row in &mut rows {
            row.swap(0, 1);
        }
        put(&folder, table.file, &rows);
        let place = format!("{}:1:{}", table.file, table.columns[0]);
        only(&folder, &place, |wrong| matches!(wrong, Wrong::ColumnOrder(_)), "");
    }
}

#[test]
fn a_code_that_is_nowhere() {
    for (file, column) in [
        ("places.csv", "parent"),
        ("points.csv", "commune"),
        ("session_changes.csv", "point"),
        ("groups.csv", "village"),
        ("groups.csv", "point"),
        ("groups.csv", "leader"),
        ("groups.csv", "deputy"),
        ("members.csv", "group"),
        ("loans.csv", "member"),
        ("openings.csv", "loan"),
        ("disbursements.csv", "loan"),
        ("instalments.csv", "loan"),
        ("payments.csv", "loan"),
        ("savings.csv", "member"),
        ("loan_changes.csv", "loan"),
        ("attendance.csv", "group"),
        ("visits.csv", "group"),
        ("visit_lines.csv", "visit"),
        ("visit_lines.csv", "loan"),
        ("group_checks.csv", "group"),
        ("contacts.csv", "loan"),
        ("cash_counts.csv", "group"),
        ("meetings.csv", "area"),
        ("actions.csv", "area"),
        ("actions.csv", "meeting"),
        ("action_steps.csv", "action"),
        ("bank_grades.csv", "code"),
        ("targets.csv", "area"),
        ("capital.csv", "area"),
    ] {
        let folder = cell(file, column, "99");
        let place = format!("{file}:2:{column}");
        let faults = faults(&folder);
        let there =
            |(at, wrong): &(String, Wrong)| *at == place && matches!(wrong, Wrong::UnknownCode(_));
        assert!(faults.iter().any(there), "{place}: {faults:?}");
    }
    let folder = full();
    folder.change("bank_grades.csv", "commune,000001", "commune,000009");
    only(&folder, "bank_grades.csv:3:code", |wrong| matches!(wrong, Wrong::UnknownCode(_)), "");
}

#[test]
fn a_row_that_stands_twice() {
    for table in ALL {
        let folder = full();
        let mut rows = cells(&folder, table.file);
        let (first, line) = (rows[1].clone(), rows.len() + 1);
        rows.push(first);
        put(&folder, table.file, &rows);
        let column = if table.file == "visit_lines.csv" { "loan" } else { table.columns[0] };
        let place = format!("{}:{line}:{column}", table.file);
        only(&folder, &place, |wrong| *wrong == Wrong::Duplicate(2), "");
    }
}

#[test]
fn a_day_that_is_none_in_any_column_of_days() {
    let days = [
        "born",
        "joined_on",
        "left_on",
        "founded_on",
        "closed_on",
        "disbursed_on",
        "due_on",
        "interest_grace_until",
        "day",
        "last_movement",
        "session",
        "reported_on",
        "held_on",
        "from",
        "to",
        "approved_on",
        "value",
        "promised_by",
    ];
    let columns: Vec<_> = columns().filter(|(_, column)| days.contains(column)).collect();
    assert_eq!(columns.len(), 34);
    for (table, column) in columns {
        for day in ["2025-02-30", "2025-13-01", "15/06/2025", "2025-6-15", "hôm qua"] {
            let place = format!("{}:2:{column}", table.file);
            only(&cell(table.file, column, day), &place, |wrong| *wrong == Wrong::NotADay, day);
        }
    }
    for file in ["session_changes.csv", "bank_grades.csv"] {
        for month in ["2025-13", "2025-2", "2025-02-01", "02/2025"] {
            let folder = cell(file, "month", month);
            only(&folder, &format!("{file}:2:month"), |wrong| *wrong == Wrong::NotAMonth, month);
        }
    }
}

#[test]
fn money_that_is_not_whole_or_negative_or_too_large_in_any_column_of_money() {
    let money = [
        "principal",
        "outstanding",
        "interest_owed",
        "amount",
        "received",
        "balance_seen",
        "right_use",
        "wrong_use",
        "unused",
        "interest_seen",
        "planned",
        "promised_amount",
        "expected",
        "counted",
    ];
    let columns: Vec<_> = columns().filter(|(_, column)| money.contains(column)).collect();
    assert_eq!(columns.len(), 18);
    for (table, column) in columns {
        let place = format!("{}:2:{column}", table.file);
        for amount in ["-1", "1.5", "1e3", "1 000", "1_000", "+1", "abc", "0x10"] {
            let why: fn(&Wrong) -> bool =
                |wrong| matches!(wrong, Wrong::NotMoney | Wrong::NotPositive);
            only(&cell(table.file, column, amount), &place, why, amount);
        }
        for amount in ["1000000000001", "99999999999999999999"] {
            let why: fn(&Wrong) -> bool = |wrong| matches!(wrong, Wrong::TooMuch(_));
            only(&cell(table.file, column, amount), &place, why, amount);
        }
    }
}

#[test]
fn control_characters_and_text_without_end_in_any_column() {
    for (table, column) in columns() {
        let place = format!("{}:2:{column}", table.file);
        // Where the cell is a code, what names it elsewhere is wrong then too.
        let there = |with: &str, why: fn(&Wrong) -> bool| {
            let faults = faults(&cell(table.file, column, with));
            assert!(faults.iter().any(|(at, wrong)| *at == place && why(wrong)), "{faults:?}");
        };
        for letter in ["\u{7}", "\u{0}", "\u{85}", "\t", "\u{1b}[2J"] {
            there(letter, |wrong| *wrong == Wrong::ControlCharacters);
        }
        // The minutes of a meeting may be longer than any other text.
        let most = if column == "minutes" { 10_000 } else { 4_000 };
        there(&"ế".repeat(most + 1), |wrong| matches!(wrong, Wrong::TooLong(_)));
    }
}

#[test]
fn a_name_or_code_of_more_than_200_characters() {
    for (file, column) in [
        ("places.csv", "name"),
        ("points.csv", "name"),
        ("members.csv", "name"),
        ("members.csv", "ethnicity"),
        ("members.csv", "phone"),
        ("members.csv", "id_number"),
        ("loans.csv", "programme"),
        ("payments.csv", "receipt"),
        ("visits.csv", "visitor"),
        ("visits.csv", "witness"),
        ("group_checks.csv", "visitor"),
        ("capital.csv", "source"),
        ("payments.csv", "collected_by"),
        ("payments.csv", "recorded_by"),
        ("payments.csv", "machine"),
        ("visits.csv", "recorded_by"),
        ("visits.csv", "machine"),
        ("contacts.csv", "talker"),
        ("cash_counts.csv", "by"),
        ("meetings.csv", "chair"),
    ] {
        let place = format!("{file}:2:{column}");
        let long = |count| cell(file, column, &"ế".repeat(count));
        only(&long(201), &place, |wrong| *wrong == Wrong::TooLong(200), "");
        assert_eq!(faults(&long(200)), [], "{place}");
    }
}
