//! What an import brings: once, whole, warned of what is unusual; and out again as it came.

use super::folder::{Folder, LOAN, run_in};

#[test]
fn a_folder_is_taken_in_once() {
    let folder = Folder::new().imported();
    let again = folder.import();
    assert_eq!(again.code, 0);
    assert!(again.out.contains("Imported 0 rows; 15 were known, skipped."), "{}", again.out);
    folder.add("savings.csv", "s2,0000000002,2025-07-15,deposit,20000,");
    let more = folder.import();
    assert!(more.out.contains("Imported 1 rows; 15 were known, skipped."), "{}", more.out);
}

#[test]
fn the_same_id_with_other_content_is_refused_where_it_stands() {
    let folder = Folder::new().imported();
    folder.change("savings.csv", "50000", "60000");
    folder.change("members.csv", "Trần Thị Ba", "Trần Thị Bé Ba");
    let ran = folder.import();
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with("Error: members.csv:4:code: "), "{}", ran.err);
    assert!(ran.err.contains("\nsavings.csv:2:id: "), "{}", ran.err);
}

#[test]
fn a_second_folder_may_name_what_the_book_knows_and_is_held_against_its_sums() {
    let first = Folder::new().imported();
    let second = Folder::new();
    for name in ["places.csv", "points.csv", "groups.csv", "members.csv", "loans.csv"] {
        let header = second.read(name).lines().next().expect("a header").to_owned();
        second.write(name, header + "\n");
    }
    second.remove("instalments.csv");
    second.remove("savings.csv");
    let header = "id,loan,day,kind,amount,place,receipt,reverses\n";
    let pay = |amount: &str| {
        second.write(
            "payments.csv",
            format!("{header}q1,{LOAN},2025-03-15,principal,{amount},point,BQ1,\n"),
        );
        run_in(&first.book(), &["import", &second.path().display().to_string()], "")
    };
    let beyond = pay("8000001");
    assert_eq!(beyond.code, 1);
    assert!(beyond.err.contains("payments.csv:2:amount: "), "{}", beyond.err);
    assert_eq!(pay("8000000").code, 0);
}

#[test]
fn windows_files_with_a_byte_order_mark_and_quotes_are_the_same() {
    let folder = Folder::new();
    let text =
        folder.read("members.csv").replace('\n', "\r\n").replace("Lý Văn Hai", "\"Lý Văn Hai\"");
    folder.write("members.csv", format!("\u{feff}{text}"));
    let folder = folder.imported();
    let same = Folder::new();
    let ran = run_in(&folder.book(), &["import", &same.path().display().to_string()], "");
    assert!(ran.out.contains("Imported 0 rows; 15 were known"), "{ran:?}");
}

#[test]
fn faults_in_a_windows_file_are_named_by_their_true_line() {
    let folder = Folder::new();
    let text = folder.read("payments.csv").replace('\n', "\r\n").replace("100000", "-1");
    folder.write("payments.csv", format!("\u{feff}{text}"));
    let ran = folder.import();
    assert!(ran.err.starts_with("Error: payments.csv:3:amount: found “-1”; "), "{}", ran.err);
}

#[test]
fn what_is_unusual_is_warned_of_and_listed_by_check() {
    let folder = Folder::new();
    folder.change("payments.csv", "point,BL1", "group,");
    let small = folder.read("members.csv");
    let less: Vec<&str> = small.lines().filter(|line| !line.contains("Năm")).collect();
    folder.write("members.csv", less.join("\n") + "\n");
    let ran = folder.import();
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(ran.err.lines().count(), 3, "{}", ran.err);
    assert!(ran.err.contains("groups.csv:2: group 0700001 has 4 members"), "{}", ran.err);
    let check = folder.run(&["check"]);
    assert_eq!(check.code, 0, "{check:?}");
    assert!(check.out.contains("group 0700001 has 4 members"), "{}", check.out);
}

#[test]
fn a_dry_run_makes_nothing() {
    let folder = Folder::new();
    let ran = folder.run(&["import", "--dry-run", &folder.path().display().to_string()]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("15 new rows"), "{}", ran.out);
    assert!(!folder.book().exists());
}

#[test]
fn what_goes_out_comes_in_again_and_goes_out_the_same() {
    let folder = Folder::new();
    folder.add("payments.csv", &format!("r1,{LOAN},2025-07-15,principal,2000000,point,,p1"));
    let folder = folder.imported();
    let (one, two) = (folder.beside("one"), folder.beside("two"));
    let second = folder.beside("second.db");
    assert_eq!(folder.run(&["export", &one.display().to_string()]).code, 0);
    assert_eq!(run_in(&second, &["import", &one.display().to_string()], "").code, 0);
    assert_eq!(run_in(&second, &["export", &two.display().to_string()], "").code, 0);
    let mut names: Vec<_> = std::fs::read_dir(&one)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    names.sort();
    assert_eq!(names.len(), 27, "{names:?}");
    for name in names {
        let text = |folder: &std::path::Path| std::fs::read_to_string(folder.join(&name));
        assert_eq!(text(&one).expect("a file"), text(&two).expect("a file"), "{name:?}");
    }
    let again = folder.run(&["export", &one.display().to_string()]);
    assert_eq!(again.code, 1, "a folder that is there is not written over");
}

#[test]
fn what_the_book_has_already_is_not_made_impossible_by_a_later_folder() {
    let tranche = "id,loan,day,amount,reverses,reason,recorded_by,recorded_at,machine\n";
    let one = format!("d1,{LOAN},2025-01-15,10000000,,,,,\n");
    let later = format!("d2,{LOAN},2025-06-16,10000000,,,,,\n");
    let opening = "loan,day,outstanding,interest_owed,last_movement";
    let with = |folder: &Folder, name: &str, text: &str, place: &str| {
        folder.write(name, text);
        let ran = folder.import();
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(ran.err.starts_with(&format!("Error: {place}: ")), "{}", ran.err);
        assert!(ran.err.contains("the book has a fact of this loan on 2025-06-15"), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
        folder.remove(name);
    };
    // Payments of 15/06/2025 in a book whose loan has no rows of disbursements.
    let folder = Folder::new().imported();
    let text = format!("{tranche}{later}");
    with(&folder, "disbursements.csv", &text, "disbursements.csv:2:day");
    let text = format!("{opening}\n{LOAN},2025-06-15,8000000,0,\n");
    with(&folder, "openings.csv", &text, "openings.csv:2:day");
    // A change of that day, and no payment: nothing but the import's own check would see it.
    let folder = Folder::new();
    let head = folder.read("payments.csv").lines().next().expect("a header").to_owned() + "\n";
    folder.write("payments.csv", head);
    let change = "id,loan,day,kind,instalment,value";
    folder.write("loan_changes.csv", format!("{change}\nc1,{LOAN},2025-06-15,freeze,,\n"));
    folder.write("disbursements.csv", format!("{tranche}{one}"));
    let folder = folder.imported();
    let back = format!("{tranche}{one}d3,{LOAN},2025-07-15,10000000,d1,,,,\n{later}");
    with(&folder, "disbursements.csv", &back, "disbursements.csv:3:reverses");
    with(&folder, "openings.csv", &text, "openings.csv:2:day");
    let visit = "id,group,day,kind,association,visitor,witness,reported_on";
    let seen = Folder::new();
    seen.write("payments.csv", folder.read("payments.csv"));
    seen.write("visits.csv", format!("{visit}\nv1,0700001,2025-06-15,annual,12,Lan,,\n"));
    let line = "visit,loan,received,balance_seen,right_use,wrong_use,unused,effect,interest_seen,\
                note";
    seen.write("visit_lines.csv", format!("{line}\nv1,{LOAN},,,,,,,,\n"));
    with(&seen.imported(), "openings.csv", &text, "openings.csv:2:day");
    // The day after it begins nothing stands in the way.
    let text = format!("{opening}\n{LOAN},2025-06-14,8000000,0,\n");
    folder.write("openings.csv", text);
    assert_eq!(folder.import().code, 0);
}
