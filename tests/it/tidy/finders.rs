//! What breaks a rule of the house, and where.

use std::fmt;
use unicode_normalization::is_nfc;

/// A source file.
#[derive(Clone, Debug)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Source {
        Source { path: path.replace('\\', "/"), text: text.to_owned() }
    }

    /// The room it stands in: `src/store/open.rs` and `src/store.rs` are `store`.
    fn room(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let first = inside.split('/').next().unwrap_or(inside);
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Lines with their numbers, without comments. What follows a file's tests is left out.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..)
            .zip(self.text.lines())
            .take_while(|(_, line)| line.trim() != "mod tests {")
            .map(|(number, line)| (number, line.split("//").next().unwrap_or(line)))
    }

    fn finding(&self, line: usize, what: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line, what: what.into() }
    }

    /// The lines of code in which one of some words stands by itself.
    fn words(&self, words: &[&str]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (number, line) in self.code() {
            for word in words {
                if holds_word(line, word) {
                    findings.push(self.finding(number, format!("{word} has no place here")));
                }
            }
        }
        findings
    }
}

/// A broken rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub path: String,
    pub line: usize,
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// Whether a word stands in a line and is not a part of a longer one.
fn holds_word(line: &str, word: &str) -> bool {
    let part = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

/// Which rooms each room may look into.
const DIRECTIONS: [(&str, &[&str]); 10] = [
    ("domain", &[]),
    ("store", &["domain"]),
    ("generate", &["domain"]),
    ("office", &["domain", "store"]),
    ("reports", &["domain", "store"]),
    ("exchange", &["domain", "office", "reports"]),
    ("text", &["domain", "office", "exchange"]),
    ("ui", &["domain", "office", "reports", "exchange", "text"]),
    ("cli", &["domain", "store", "office", "reports", "exchange", "text", "ui", "generate"]),
    ("main", &["cli"]),
];

/// Rooms that a room names though it may not look into them.
pub fn direction(source: &Source) -> Vec<Finding> {
    let room = source.room();
    let Some((_, allowed)) = DIRECTIONS.iter().find(|(known, _)| *known == room) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for (number, line) in source.code() {
        for (other, _) in DIRECTIONS.iter().filter(|(other, _)| *other != room) {
            let named = ["crate", "tkvv"].iter().any(|root| {
                holds_word(line, &format!("{root}::{other}"))
                    || line.contains(&format!("{root}::{{")) && holds_word(line, other)
            });
            if named && !allowed.contains(other) {
                findings.push(source.finding(number, format!("{room} can't name {other}")));
            }
        }
    }
    findings
}

/// Rooms of the crate that the table of directions does not know.
pub fn rooms_known(map: &str) -> Vec<Finding> {
    let map = Source::new("src/lib.rs", map);
    let modules = map.code().filter_map(|(number, line)| {
        let name = line.trim().strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned();
        Some((number, name))
    });
    modules
        .filter(|(_, name)| !DIRECTIONS.iter().any(|(known, _)| known == name))
        .map(|(number, name)| map.finding(number, format!("{name} has no direction")))
        .collect()
}

/// SQL outside the store.
pub fn sql(source: &Source) -> Vec<Finding> {
    if source.room() == "store" {
        return Vec::new();
    }
    let mut findings = source.words(&["rusqlite"]);
    for (number, line) in source.code() {
        let statement = ["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE ", "\"CREATE TABLE"];
        if statement.iter().any(|start| line.contains(start)) {
            findings.push(source.finding(number, "SQL outside the store"));
        }
    }
    findings
}

/// Clocks outside main and cli.
pub fn clock(source: &Source) -> Vec<Finding> {
    if ["main", "cli"].contains(&source.room()) {
        return Vec::new();
    }
    let mut clocks = vec!["Utc::now", "Local::now", "SystemTime::now", "now_v7"];
    // The loop of the terminal measures how long nobody has typed; that is no day.
    if source.path != "src/ui/terminal.rs" {
        clocks.push("Instant::now");
    }
    source.words(&clocks)
}

/// Floating point numbers.
pub fn floats(source: &Source) -> Vec<Finding> {
    source.words(&["f32", "f64"])
}

/// Files that don't begin by saying what they are for.
pub fn first_line(source: &Source) -> Vec<Finding> {
    let first = source.text.lines().next().unwrap_or_default();
    let said = first.strip_prefix("//! ").is_some_and(|said| said.trim().len() > 2);
    if said { Vec::new() } else { vec![source.finding(1, "begin with `//! What it is for.`")] }
}

/// Files and lines that are too long.
pub fn lengths(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    let lines = source.text.lines().count();
    if lines > 400 {
        findings.push(source.finding(lines, format!("{lines} lines, 400 at most")));
    }
    // What is quoted as it is, an expected screen or a table, has the width it has.
    let mut quoted = false;
    for (number, line) in (1..).zip(source.text.lines()) {
        let columns = line.chars().count();
        quoted = quoted || line.contains("r#\"");
        if columns > 100 && !quoted {
            findings.push(source.finding(number, format!("{columns} columns, 100 at most")));
        }
        quoted = quoted && !line.contains("\"#");
    }
    findings
}

/// Files whose name says nothing.
pub fn names(source: &Source) -> Vec<Finding> {
    let name = source.path.rsplit('/').next().unwrap_or_default();
    let empty = ["mod.rs", "util.rs", "utils.rs", "helpers.rs", "common.rs", "misc.rs"];
    if empty.contains(&name) {
        vec![source.finding(1, format!("{name} says nothing: name the thing"))]
    } else {
        Vec::new()
    }
}

/// What was left for later.
pub fn unfinished(source: &Source) -> Vec<Finding> {
    let mut findings = source.words(&["todo!", "unimplemented!"]);
    for (number, line) in (1..).zip(source.text.lines()) {
        if holds_word(line, "TODO") || holds_word(line, "FIXME") {
            findings.push(source.finding(number, "left for later"));
        }
    }
    findings
}

/// Letters that are not composed (NFC): they look alike and are not found.
pub fn composed(source: &Source) -> Vec<Finding> {
    let lines = (1..).zip(source.text.lines());
    lines
        .filter(|(_, line)| !is_nfc(line))
        .map(|(number, _)| source.finding(number, "letters are not composed (NFC)"))
        .collect()
}

/// Dependencies without a comment in the line above.
pub fn dependencies(manifest: &str) -> Vec<Finding> {
    let manifest = Source::new("Cargo.toml", manifest);
    let mut findings = Vec::new();
    let (mut inside, mut said) = (false, false);
    for (number, line) in (1..).zip(manifest.text.lines()) {
        let line = line.trim();
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
        } else if inside && !line.is_empty() && !line.starts_with('#') && !said {
            let name = line.split(' ').next().unwrap_or(line);
            findings.push(manifest.finding(number, format!("{name}: say in a comment why")));
        }
        said = line.starts_with("# ");
    }
    findings
}
