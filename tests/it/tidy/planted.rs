//! The finders find: each is given text that breaks its rule, and text that does not.

use super::finders::{self, Finding, Source};

fn found(find: impl Fn(&Source) -> Vec<Finding>, path: &str, text: &str) -> usize {
    find(&Source::new(path, text)).len()
}

#[test]
fn a_room_that_looks_the_wrong_way_is_found() {
    let text = "use crate::store::Store;\n";
    assert_eq!(found(finders::direction, "src/ui/app.rs", text), 1);
    assert_eq!(found(finders::direction, "src/domain/day.rs", text), 1);
    assert_eq!(found(finders::direction, "src/office.rs", text), 0);
    assert_eq!(found(finders::direction, "src/cli/check.rs", text), 0);
    let group = "use crate::{store, text};\n";
    assert_eq!(found(finders::direction, "src/reports/due.rs", group), 1);
    let comment = "// crate::store is not for us\n";
    assert_eq!(found(finders::direction, "src/ui/app.rs", comment), 0);
    let longer = "use crate::storehouse::Store;\n";
    assert_eq!(found(finders::direction, "src/ui/app.rs", longer), 0);
}

#[test]
fn a_room_without_a_direction_is_found() {
    assert_eq!(finders::rooms_known("pub mod domain;\npub mod attic;\n").len(), 1);
    assert_eq!(finders::rooms_known("pub mod domain;\npub mod ui;\n").len(), 0);
}

#[test]
fn sql_elsewhere_is_found() {
    assert_eq!(found(finders::sql, "src/office.rs", "use rusqlite::Row;\n"), 1);
    assert_eq!(found(finders::sql, "src/office.rs", "let all = \"SELECT 1\";\n"), 1);
    assert_eq!(found(finders::sql, "src/store/find.rs", "let all = \"SELECT 1\";\n"), 0);
}

#[test]
fn a_clock_elsewhere_is_found() {
    let text = "let now = chrono::Utc::now();\n";
    assert_eq!(found(finders::clock, "src/office.rs", text), 1);
    assert_eq!(found(finders::clock, "src/cli/setting.rs", text), 0);
    let instant = "let now = Instant::now();\n";
    assert_eq!(found(finders::clock, "src/ui/app.rs", instant), 1);
    assert_eq!(found(finders::clock, "src/ui/terminal.rs", instant), 0);
}

#[test]
fn floats_are_found() {
    assert_eq!(found(finders::floats, "src/domain/rate.rs", "let x: f64 = y;\n"), 1);
    assert_eq!(found(finders::floats, "src/domain/rate.rs", "let buf64 = y;\n"), 0);
}

#[test]
fn a_file_that_does_not_say_what_it_is_for_is_found() {
    assert_eq!(found(finders::first_line, "src/a.rs", "use std::fmt;\n"), 1);
    assert_eq!(found(finders::first_line, "src/a.rs", "//! x\n"), 1);
    assert_eq!(found(finders::first_line, "src/a.rs", "//! Days of the calendar.\n"), 0);
}

#[test]
fn long_files_and_lines_are_found_at_their_bound() {
    assert_eq!(found(finders::lengths, "src/a.rs", &"x\n".repeat(401)), 1);
    assert_eq!(found(finders::lengths, "src/a.rs", &"x\n".repeat(400)), 0);
    assert_eq!(found(finders::lengths, "src/a.rs", &"ế".repeat(101)), 1);
    assert_eq!(found(finders::lengths, "src/a.rs", &"ế".repeat(100)), 0);
    let long = "x".repeat(101);
    let screen = format!("r#\"\n{long}\n\"#\n");
    assert_eq!(found(finders::lengths, "tests/a.rs", &screen), 0);
    assert_eq!(found(finders::lengths, "tests/a.rs", &format!("{screen}{long}\n")), 1);
}

#[test]
fn names_that_say_nothing_are_found() {
    assert_eq!(found(finders::names, "src/ui/mod.rs", ""), 1);
    assert_eq!(found(finders::names, "src/ui/util.rs", ""), 1);
    assert_eq!(found(finders::names, "src/ui/model.rs", ""), 0);
}

#[test]
fn what_was_left_for_later_is_found() {
    let later = format!("fn later() {{ {}!() }}\n", "todo");
    assert_eq!(found(finders::unfinished, "src/a.rs", &later), 1);
    assert_eq!(found(finders::unfinished, "src/a.rs", &format!("// {}: x\n", "TODO")), 1);
    assert_eq!(found(finders::unfinished, "src/a.rs", "fn done() {}\n"), 0);
}

#[test]
fn letters_that_are_not_composed_are_found() {
    assert_eq!(found(finders::composed, "src/text/a.rs", "\"no\u{31b}\u{323}\"\n"), 1);
    assert_eq!(found(finders::composed, "src/text/a.rs", "\"nợ\"\n"), 0);
}

#[test]
fn a_dependency_without_a_reason_is_found() {
    let manifest =
        "[dependencies]\n# days\nchrono = \"0.4\"\nserde = \"1\"\n[profile.dev]\nx = 1\n";
    let found = finders::dependencies(manifest);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].line, 4);
}
