//! What an import refuses, with file, line and column: cells, codes, days.

use super::folder::{Folder, LOAN};

/// The folder is refused at exactly these places, and no book is made.
#[track_caller]
pub fn refused(folder: &Folder, places: &[&str]) {
    let ran = folder.import();
    assert_eq!(ran.code, 1, "{ran:?}");
    let lines: Vec<&str> = ran.err.lines().collect();
    assert_eq!(lines.len(), places.len() + 1, "{}", ran.err);
    for (line, place) in lines.iter().zip(places) {
        let line = line.strip_prefix("Error: ").unwrap_or(line);
        assert!(line.starts_with(&format!("{place}: ")), "{place} in {}", ran.err);
    }
    assert!(!folder.book().exists(), "nothing is imported");
}

#[track_caller]
fn changed(name: &str, from: &str, to: &str, place: &str) {
    let folder = Folder::new();
    folder.change(name, from, to);
    refused(&folder, &[place]);
}

#[track_caller]
fn added(name: &str, line: &str, place: &str) {
    let folder = Folder::new();
    folder.add(name, line);
    refused(&folder, &[place]);
}

#[track_caller]
fn written(name: &str, text: &str, place: &str) {
    let folder = Folder::new();
    folder.write(name, text);
    refused(&folder, &[place]);
}

#[test]
fn a_missing_file() {
    let folder = Folder::new();
    folder.remove("payments.csv");
    refused(&folder, &["payments.csv"]);
}

#[test]
fn a_missing_folder() {
    let folder = Folder::new();
    let ran = folder.run(&["import", "nowhere"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("nowhere: there is no such folder"), "{}", ran.err);
}

#[test]
fn an_optional_file_may_be_missing() {
    let folder = Folder::new();
    folder.remove("savings.csv");
    folder.imported();
}

#[test]
fn a_missing_column_and_what_hangs_on_it_is_said_once() {
    changed("members.csv", "code,group,name", "code,name", "members.csv:1:group");
}

#[test]
fn a_column_too_many_or_out_of_order() {
    changed("points.csv", "session_day", "session_day,extra", "points.csv:1:extra");
    changed("points.csv", "commune,name", "name,commune", "points.csv:1:commune");
    written("savings.csv", "", "savings.csv:1:id");
}

#[test]
fn a_line_with_too_few_cells() {
    added("payments.csv", "p3,6600000000000001,2025-07-15", "payments.csv:4");
}

#[test]
fn an_unknown_code() {
    changed("groups.csv", "00000101", "00000199", "groups.csv:2:village");
    changed("groups.csv", "0000011", "0000099", "groups.csv:2:point");
    changed("groups.csv", "0000000002", "0000000099", "groups.csv:2:deputy");
    changed("members.csv", "0000000003,0700001", "0000000003,0700009", "members.csv:4:group");
    changed("loans.csv", ",0000000001,", ",0000000099,", "loans.csv:2:member");
    added("payments.csv", "p3,66,2025-07-15,interest,1,group,,", "payments.csv:4:loan");
    added("savings.csv", "s2,77,2025-07-15,deposit,1,", "savings.csv:3:member");
    written("attendance.csv", "group,session,by\n99,2025-07-15,leader\n", "attendance.csv:2:group");
}

#[test]
fn an_unknown_word() {
    changed("places.csv", "village", "hamlet", "places.csv:3:kind");
    changed("members.csv", "female", "woman", "members.csv:2:sex");
    changed("groups.csv", ",12,", ",10,", "groups.csv:2:association");
    changed("payments.csv", "group", "market", "payments.csv:3:place");
    changed("places.csv", "000001,0", "000001,yes", "places.csv:3:difficult");
}

#[test]
fn a_place_of_another_kind_or_in_a_circle() {
    changed("groups.csv", "00000101", "000001", "groups.csv:2:village");
    changed("places.csv", "Xã Một,,0", "Xã Một,00000101,0", "places.csv:2:parent");
}

#[test]
fn a_duplicate_id_or_code() {
    added("payments.csv", "p1,6600000000000001,2025-07-15,interest,1,group,,", "payments.csv:4:id");
    added("places.csv", "000001,commune,Xã Khác,,0", "places.csv:4:code");
    added("instalments.csv", "6600000000000001,2,2028-02-15,1", "instalments.csv:4:loan");
}

#[test]
fn a_day_that_is_none() {
    changed("members.csv", "1980-01-01", "1980-02-30", "members.csv:2:born");
    changed("payments.csv", "2025-06-15", "15/06/2025", "payments.csv:2:day");
    changed("loans.csv", "2028-01-15", "", "loans.csv:2:due_on");
    let text = "point,month,held_on\n0000011,2026-13,\n";
    written("session_changes.csv", text, "session_changes.csv:2:month");
}

#[test]
fn money_that_is_not_whole_or_negative() {
    for amount in
        ["-1", "1.5", "1e3", "1 000", "0", "abc", "", "1000000000001", "99999999999999999999"]
    {
        let folder = Folder::new();
        folder.change("payments.csv", "100000", amount);
        refused(&folder, &["payments.csv:3:amount"]);
    }
}

#[test]
fn numbers_at_both_sides_of_their_bounds() {
    for (day, good) in [("0", false), ("1", true), ("28", true), ("29", false), ("x", false)] {
        let folder = Folder::new();
        folder.change("points.csv", ",15", &format!(",{day}"));
        if good {
            folder.imported();
        } else {
            refused(&folder, &["points.csv:2:session_day"]);
        }
    }
    for (rate, good) in
        [("0", true), ("100", true), ("100.1", false), ("7,9", false), ("-1", false)]
    {
        let folder = Folder::new();
        folder.change("loans.csv", ",6.6,", &format!(",\"{rate}\","));
        if good {
            folder.imported();
        } else {
            refused(&folder, &["loans.csv:2:rate"]);
        }
    }
}

#[test]
fn an_impossible_order_of_days() {
    changed("groups.csv", "2020-01-15,", "2020-01-15,2020-01-14", "groups.csv:2:closed_on");
    let left = "Ba,,,,,,,2020-01-15,2020-01-14";
    changed("members.csv", "Ba,,,,,,,2020-01-15,", left, "members.csv:4:left_on");
    changed("members.csv", "1980-01-01", "2020-01-16", "members.csv:2:joined_on");
    changed("loans.csv", "bò,,", "bò,2025-01-14,", "loans.csv:2:interest_grace_until");
    changed("instalments.csv", "2027-01-15", "2025-01-14", "instalments.csv:2:due_on");
    let visit = "id,group,day,kind,association,visitor,witness,reported_on\n\
                 v1,0700001,2025-07-15,annual,12,A,,2025-07-14\n";
    written("visits.csv", visit, "visits.csv:2:reported_on");
    let freeze =
        format!("id,loan,day,kind,instalment,value\nc1,{LOAN},2025-07-15,freeze,,2025-07-15\n");
    written("loan_changes.csv", &freeze, "loan_changes.csv:2:value");
}

#[test]
fn a_member_may_leave_on_the_day_of_joining() {
    let folder = Folder::new();
    folder.change("members.csv", "Ba,,,,,,,2020-01-15,", "Ba,,,,,,,2020-01-15,2020-01-15");
    folder.imported();
}

#[test]
fn a_fact_after_today() {
    changed(
        "payments.csv",
        "p2,6600000000000001,2025-06-15",
        "p2,6600000000000001,2026-10-16",
        "payments.csv:3:day",
    );
    changed("savings.csv", "2025-06-15", "2026-10-16", "savings.csv:2:day");
    written(
        "attendance.csv",
        "group,session,by\n0700001,2026-11-15,leader\n",
        "attendance.csv:2:session",
    );
    let folder = Folder::new();
    folder.change("savings.csv", "2025-06-15", "2026-10-15");
    folder.imported();
}

#[test]
fn names_that_are_too_long_or_hold_control_characters() {
    let name = |count| "ế".repeat(count);
    changed("members.csv", "Trần Thị Ba", &name(201), "members.csv:4:name");
    changed("members.csv", "Trần Thị Ba", "Trần\tBa", "members.csv:4:name");
    changed("members.csv", "Trần Thị Ba", "\"Trần\nBa\"", "members.csv:4:name");
    changed("members.csv", "Trần Thị Ba", "", "members.csv:4:name");
    let folder = Folder::new();
    folder.change("members.csv", "Trần Thị Ba", &name(200));
    folder.imported();
}

#[test]
fn text_that_is_not_utf8() {
    let folder = Folder::new();
    let text = folder.read("members.csv").replace("Trần Thị Ba", "Tr\u{1}n");
    let bytes: Vec<u8> = text.bytes().map(|byte| if byte == 1 { 0xFF } else { byte }).collect();
    folder.write("members.csv", bytes);
    refused(&folder, &["members.csv:4:name"]);
}

#[test]
fn two_faults_in_one_file_and_one_in_another_are_all_listed_in_order() {
    let folder = Folder::new();
    folder.change("payments.csv", "BL1", "BL\u{7}1");
    folder.change("payments.csv", "100000", "-5");
    folder.change("places.csv", "village", "hamlet");
    refused(&folder, &["places.csv:3:kind", "payments.csv:2:receipt", "payments.csv:3:amount"]);
}

#[test]
fn at_most_fifty_faults_are_listed() {
    let folder = Folder::new();
    for at in 0..60 {
        folder.add("savings.csv", &format!("x{at},77,2025-07-15,deposit,1,"));
    }
    let ran = folder.import();
    assert_eq!(ran.code, 1);
    assert_eq!(ran.err.lines().count(), 52, "{}", ran.err);
    assert!(ran.err.contains("\nand 10 more\n60 faults; nothing was imported."), "{}", ran.err);
}

#[test]
fn an_unfinished_trail_and_a_book_toml_that_is_none() {
    let header = "id,member,day,kind,amount,reverses,reason,collected_by,recorded_by,machine\n";
    written("savings.csv", header, "savings.csv:1:recorded_at");
    let folder = Folder::new();
    folder.write("book.toml", "title = \"A\"\nplace = \"999999\"\nas_of = \"2026-02-30\"\n");
    refused(&folder, &["book.toml:2:place", "book.toml:3:as_of"]);
    let folder = Folder::new();
    folder.write("book.toml", "title = \"A\"\nplace = \n");
    refused(&folder, &["book.toml:2"]);
}
