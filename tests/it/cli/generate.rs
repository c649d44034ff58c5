//! `tkvv generate`: the same bytes each time, what is refused, and a book that can be worked with.

use super::folder::{Folder, run_in};
use std::collections::BTreeMap;
use std::path::Path;

fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = std::fs::read_dir(folder).expect("a folder");
    files
        .map(|file| {
            let file = file.expect("a file");
            let name = file.file_name().into_string().expect("UTF-8");
            (name, std::fs::read(file.path()).expect("its bytes"))
        })
        .collect()
}

fn generate(folder: &Folder, name: &str, more: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let made = folder.beside(name);
    let path = made.display().to_string();
    let ran =
        folder.run(&[&["generate", "--communes", "1", "--years", "1"], more, &[&path]].concat());
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{ran:?}");
    assert!(ran.err.starts_with("Made 1 synthetic communes, "), "{}", ran.err);
    bytes(&made)
}

#[test]
fn one_seed_gives_the_same_bytes_and_another_seed_other_ones() {
    let folder = Folder::new();
    let first = generate(&folder, "a", &["--seed", "5"]);
    assert_eq!(first.len(), 27);
    assert_eq!(first, generate(&folder, "b", &["--seed", "5"]));
    let other = generate(&folder, "c", &["--seed", "6"]);
    assert_ne!(first["members.csv"], other["members.csv"]);
    assert_ne!(first["payments.csv"], other["payments.csv"]);
}

#[test]
fn a_generated_commune_is_imported_and_answers() {
    let folder = Folder::new();
    generate(&folder, "a", &["--seed", "9"]);
    let (book, made) = (folder.beside("other.db"), folder.beside("a").display().to_string());
    let imported = run_in(&book, &["import", &made], "");
    assert_eq!((imported.code, imported.err.as_str()), (0, ""), "{imported:?}");
    let checked = run_in(&book, &["check"], "");
    assert_eq!(checked.code, 0, "{checked:?}");
    let scores = run_in(&book, &["report", "scores", "--level", "group", "--format", "csv"], "");
    assert_eq!(scores.out.lines().count(), 1 + 25, "{}", scores.out);
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let folder = Folder::new();
    let there = folder.path().display().to_string();
    let before = bytes(&folder.path());
    let ran = folder.run(&["generate", "--communes", "1", &there]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.starts_with("Error: "), "{}", ran.err);
    assert_eq!(bytes(&folder.path()), before);
}

#[test]
fn how_much_is_to_be_made_must_be_said_and_be_possible() {
    let folder = Folder::new();
    let made = folder.beside("a").display().to_string();
    for wrong in
        [&[][..], &["--communes", "0"], &["--communes", "901"], &["--province", "--communes", "2"]]
    {
        let ran = folder.run(&[&["generate"], wrong, &[&made]].concat());
        assert_eq!(ran.code, 2, "{ran:?}");
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
    assert!(!folder.beside("a").exists());
}
