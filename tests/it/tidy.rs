//! Reads the sources and holds the rules of the house that no compiler holds.

mod finders;
mod planted;

use finders::{Finding, Source};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files below a folder, with their paths from the root.
fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(found.len() > 5, "no sources under {folder}");
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source in UTF-8");
            let short = path.strip_prefix(root()).expect("below the root");
            found.push(Source::new(&short.display().to_string(), &text));
        }
    }
}

fn everything() -> Vec<Source> {
    let mut all = sources("src");
    all.extend(sources("tests"));
    all
}

fn none(findings: Vec<Finding>) {
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
}

fn each(all: &[Source], find: impl Fn(&Source) -> Vec<Finding>) -> Vec<Finding> {
    all.iter().flat_map(find).collect()
}

#[test]
fn rooms_look_in_one_direction() {
    none(each(&sources("src"), finders::direction));
}

#[test]
fn sql_stays_in_the_store() {
    none(each(&sources("src"), finders::sql));
}

#[test]
fn only_main_and_cli_read_the_clock() {
    none(each(&sources("src"), finders::clock));
}

#[test]
fn there_are_no_floats() {
    none(each(&sources("src"), finders::floats));
}

#[test]
fn every_file_says_what_it_is_for() {
    none(each(&everything(), finders::first_line));
}

#[test]
fn files_and_lines_are_short() {
    none(each(&everything(), finders::lengths));
}

#[test]
fn files_are_named_for_what_they_are() {
    none(each(&everything(), finders::names));
}

#[test]
fn nothing_is_left_unfinished() {
    none(each(&sources("src"), finders::unfinished));
}

#[test]
fn letters_are_composed() {
    none(each(&everything(), finders::composed));
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    none(finders::dependencies(&manifest));
}

#[test]
fn every_room_is_in_the_table_of_directions() {
    let map = fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs");
    none(finders::rooms_known(&map));
}
