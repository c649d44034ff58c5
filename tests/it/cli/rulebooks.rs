//! A book's own rulebooks: taken in at the door, in force everywhere, out and in again to the byte.

use super::folder::{Folder, LOAN, run_in};
use serde_json::Value;

/// A rulebook of few words: interest on another year.
fn rules(from: &str, days: u32) -> String {
    format!(
        "# Bộ quy định thử.\neffective_from = {from}\ntitle = \"Thử {days}\"\n\n\
         [interest]\nday_count = {days}\n"
    )
}

/// What the book says with some more arguments that the loan's interest comes to.
fn accrued(folder: &Folder, more: &[&str]) -> i64 {
    let mut arguments = vec!["report", "loan", LOAN, "--format", "json"];
    arguments.extend(more);
    let ran = folder.run(&arguments);
    assert_eq!(ran.code, 0, "{ran:?}");
    let loan: Value = serde_json::from_str(&ran.out).expect("JSON");
    loan["interest"]["accrued"].as_i64().expect("đồng")
}

fn import(folder: &Folder, name: &str, text: &str) -> super::folder::Ran {
    let path = folder.beside(name);
    std::fs::write(&path, text).expect("a file");
    folder.run(&["import", &path.display().to_string()])
}

#[test]
fn a_books_own_rulebook_stands_over_the_shipped_one_and_under_the_given_one() {
    let folder = Folder::new().imported();
    let shipped = accrued(&folder, &[]);
    let then = ["--known-on", "2020-01-01"];
    let known_then = accrued(&folder, &then);
    let ran = import(&folder, "ours.toml", &rules("2020-01-01", 360));
    assert_eq!(ran.code, 0, "{ran:?}");
    let own = accrued(&folder, &[]);
    assert!(own > shipped, "a year of 360 days brings more a day: {own} {shipped}");
    // The list reads loan by loan; it goes by the same rulebook.
    let list = folder.run(&["report", "loans", "--format", "json"]);
    let list: Value = serde_json::from_str(&list.out).expect("JSON");
    assert_eq!(list[0]["interest"]["accrued"].as_i64(), Some(own));
    let given = folder.beside("given.toml");
    std::fs::write(&given, rules("2020-01-01", 300)).expect("a file");
    let given = given.display().to_string();
    assert!(accrued(&folder, &["--rules", &given]) > own);
    assert_eq!(accrued(&folder, &[]), own, "given for one run alone");
    // What was known before it was recorded is known by the shipped one.
    assert_eq!(accrued(&folder, &then), known_then);
}

#[test]
fn a_newer_rulebook_from_the_same_day_takes_the_earlier_ones_place_and_nothing_is_deleted() {
    let folder = Folder::new().imported();
    let shipped = accrued(&folder, &[]);
    let same = |days| rules("2020-01-01", days);
    assert_eq!(import(&folder, "a.toml", &same(360)).code, 0);
    let first = accrued(&folder, &[]);
    let again = import(&folder, "again.toml", &same(360));
    assert!(again.out.contains("1 were known"), "{again:?}");
    assert_eq!(import(&folder, "b.toml", &same(365)).code, 0);
    assert_eq!(accrued(&folder, &[]), shipped);
    assert_eq!(import(&folder, "a.toml", &same(360)).code, 0, "back to the first text");
    assert_eq!(accrued(&folder, &[]), first);
    let check = folder.run(&["check"]);
    assert_eq!(check.code, 0, "{check:?}");
    let audit = folder.run(&["report", "audit", "--format", "csv"]);
    let rows = audit.out.lines().filter(|line| line.contains(",rulebook,")).count();
    assert_eq!(rows, 5, "three texts, and two that take back: {}", audit.out);
    // Another day stands beside it.
    assert_eq!(import(&folder, "c.toml", &rules("2026-01-01", 365)).code, 0);
    assert_eq!(accrued(&folder, &[]), shipped);
    assert!(accrued(&folder, &["--as-of", "2025-12-31"]) > 0);
}

#[test]
fn rulebooks_go_out_and_come_in_again_to_the_byte() {
    let folder = Folder::new();
    folder.write("rulebook-2020.toml", rules("2020-01-01", 360));
    folder.write("rulebook-next.toml", rules("2027-01-01", 365));
    let folder = folder.imported();
    let (out, again) = (folder.beside("out"), folder.beside("again"));
    assert_eq!(folder.run(&["export", &out.display().to_string()]).code, 0);
    let read = |path: &std::path::Path| std::fs::read_to_string(path).expect("a file");
    assert_eq!(read(&out.join("rulebook-2020-01-01.toml")), rules("2020-01-01", 360));
    let other = folder.beside("other.db");
    assert_eq!(run_in(&other, &["import", &out.display().to_string()], "").code, 0);
    assert_eq!(run_in(&other, &["export", &again.display().to_string()], "").code, 0);
    let mut files = 0;
    for file in std::fs::read_dir(&out).expect("a folder") {
        let name = file.expect("a file").file_name();
        assert_eq!(read(&out.join(&name)), read(&again.join(&name)), "{name:?}");
        files += 1;
    }
    assert!(files > 20, "{files}");
    // The same folder once more brings nothing.
    let ran = folder.run(&["import", &out.display().to_string()]);
    assert!(ran.out.contains("Imported 0 rows"), "{ran:?}");
}

#[test]
fn a_faulty_rulebook_is_refused_at_the_door_with_file_and_line() {
    let folder = Folder::new().imported();
    let before = accrued(&folder, &[]);
    let faulty = rules("2020-01-01", 999);
    let ran = import(&folder, "ours.toml", &faulty);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("ours.toml:6: “interest.day_count” must be"), "{}", ran.err);
    // In a folder its fault stands beside those of the tables, and nothing is taken in.
    folder.write("rulebook-a.toml", &faulty);
    folder.write("rulebook-b.toml", rules("2021-01-01", 365));
    folder.write("rulebook-c.toml", rules("2021-01-01", 360));
    folder.add("savings.csv", "s2,0000000009,2026-01-15,deposit,50000,");
    let ran = folder.import();
    assert_eq!(ran.code, 1, "{ran:?}");
    for said in [
        "savings.csv:3:member",
        "rulebook-a.toml:6: ",
        "rulebook-c.toml: found “2021-01-01”; rulebook-b.toml has a rulebook from the same day",
    ] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    assert_eq!(accrued(&folder, &[]), before);
}

#[test]
fn two_rulebooks_given_from_the_same_day_are_refused_by_name() {
    let folder = Folder::new().imported();
    let path = |name: &str, days| {
        std::fs::write(folder.beside(name), rules("2026-03-01", days)).expect("a file");
        folder.beside(name).display().to_string()
    };
    let (one, other) = (path("one.toml", 360), path("other.toml", 365));
    let ran = folder.run(&["report", "loans", "--rules", &one, "--rules", &other]);
    assert_eq!((ran.code, ran.err.lines().count()), (2, 1), "{ran:?}");
    assert!(ran.err.contains("one.toml and ") && ran.err.contains("other.toml"), "{}", ran.err);
}
