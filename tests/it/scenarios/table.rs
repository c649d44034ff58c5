//! The table of sentences in README.md, and whether it names the files that work them out.

use super::file;
use std::collections::{BTreeMap, BTreeSet};

/// A sentence of the documents as the table has it.
pub(super) struct Sentence {
    text: String,
    files: BTreeSet<String>,
}

/// The rows of the table, by number: `| 3.4 | text | files, or why there is none |`.
pub(super) fn read() -> BTreeMap<String, Sentence> {
    let mut table = BTreeMap::new();
    for line in file::text("README.md").lines() {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [number, text, files] = cells[..] else { continue };
        let number = number.trim_start_matches("| ");
        if !number.contains('.') {
            continue;
        }
        let why = files.starts_with("— ");
        assert!(
            why || files.starts_with('`'),
            "{number} is worked in no file, and nothing says why"
        );
        let files = files.split('`').skip(1).step_by(2).map(ToOwned::to_owned);
        let files = if why { BTreeSet::new() } else { files.collect() };
        let sentence = Sentence { text: text.to_owned(), files };
        assert!(table.insert(number.to_owned(), sentence).is_none(), "{number} stands twice");
    }
    assert!(table.len() > 100, "only {} sentences in the table", table.len());
    table
}

/// Names in the table of which there is no file.
pub(super) fn faults(table: &BTreeMap<String, Sentence>) -> Vec<String> {
    let there = file::names();
    let named = table.values().flat_map(|sentence| &sentence.files).collect::<BTreeSet<_>>();
    let gone = named.into_iter().filter(|name| !there.contains(*name));
    gone.map(|name| format!("README.md names {name}, of which there is no file")).collect()
}

/// What of a file's rules is not as in the table, and rows that name the file without reason.
pub(super) fn faults_of(
    table: &BTreeMap<String, Sentence>,
    name: &str,
    rules: &[String],
) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut quoted = BTreeSet::new();
    for rule in rules {
        let (number, text) = rule.split_once(' ').unwrap_or((rule, ""));
        quoted.insert(number);
        match table.get(number) {
            None => wrong.push(format!("{name}: README.md has no sentence {number}")),
            Some(sentence) if sentence.text != text => {
                wrong.push(format!("{name}: {number} is quoted otherwise in README.md"));
            }
            Some(sentence) if !sentence.files.contains(name) => {
                wrong.push(format!("README.md does not name {name} at {number}"));
            }
            Some(_) => {}
        }
    }
    let without = table.iter().filter(|(number, sentence)| {
        sentence.files.contains(name) && !quoted.contains(number.as_str())
    });
    wrong.extend(without.map(|(number, _)| format!("{name} does not quote {number}")));
    wrong
}
