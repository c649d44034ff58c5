//! One scenario file: what it says, and whether the program says so too.

use super::{ask, book, compare};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use tkvv::domain::rulebook::Shelf;
use toml::value::Datetime;

/// A scenario as its file has it. A key that is not here is a fault.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scenario {
    /// The sentences it works out, each `number text` as in README.md.
    pub(super) rule: Vec<String>,
    /// The reckoning in words, with every figure that is expected.
    arithmetic: String,
    /// Rows of native files, by the file's name without its ending.
    given: BTreeMap<String, String>,
    /// Rulebooks that take the place of the shipped ones.
    #[serde(default)]
    rules: Vec<String>,
    /// Beyond it lies the future.
    today: Option<Datetime>,
    /// The faults for which the folder is refused, as `file:line:column`.
    #[serde(default)]
    refused: Vec<String>,
    /// Questions, each with what is answered.
    #[serde(default)]
    ask: Vec<Ask>,
}

/// A question with the answer that is expected.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ask {
    /// As on the command line: `loan L1`, `scores --level group`.
    pub(super) report: String,
    /// The day asked about.
    pub(super) as_of: Datetime,
    /// Only what had been recorded by the end of that day counts.
    pub(super) known_on: Option<Datetime>,
    /// Part of the answer; none where the loan must not exist on the day.
    expect: Option<toml::Value>,
    /// The loan does not exist on the day.
    #[serde(default)]
    absent: bool,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/scenarios")
}

/// A file of the folder as text.
pub(super) fn text(name: &str) -> String {
    let path = folder().join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// The scenarios in the folder.
pub(super) fn names() -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder()).expect("the folder of scenarios");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let scenarios = paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let stems = scenarios.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    stems.collect()
}

/// Reads a scenario; one that claims nothing, or does not say how it was reckoned, is a fault.
pub(super) fn read(name: &str) -> Scenario {
    let scenario: Scenario = toml::from_str(&text(&format!("{name}.toml")))
        .unwrap_or_else(|fault| panic!("{name}.toml: {fault}"));
    assert!(!scenario.rule.is_empty(), "{name}.toml quotes no rule");
    assert!(scenario.arithmetic.trim().len() > 40, "{name}.toml does not say how it was reckoned");
    let claims = scenario.ask.is_empty() != scenario.refused.is_empty();
    assert!(claims, "{name}.toml has either questions or a refusal");
    for (number, ask) in (1..).zip(&scenario.ask) {
        let one = ask.expect.is_some() != ask.absent;
        assert!(one, "{name}.toml: question {number} has either an answer or `absent`");
    }
    scenario
}

/// Takes the facts in, asks, and compares.
pub(super) fn run(name: &str) {
    let scenario = read(name);
    let mut wrong = unsaid(&scenario);
    let today = scenario.today.map_or_else(|| "2031-12-31".to_owned(), |day| day.to_string());
    match book::take_in(&scenario.given, &today) {
        Err(faults) if faults == scenario.refused => {}
        Err(faults) => wrong.push(format!("refused: {faults:?}, not {:?}", scenario.refused)),
        Ok(_) if !scenario.refused.is_empty() => {
            wrong.push(format!("taken in, and not refused: {:?}", scenario.refused));
        }
        Ok(office) => {
            let shelf = shelf(&scenario.rules);
            for (number, asked) in (1..).zip(&scenario.ask) {
                let answer = ask::answer(&office, &shelf, asked);
                let at = format!("question {number}, {} on {}", asked.report, asked.as_of);
                match (&asked.expect, answer) {
                    (Some(expect), Some(answer)) => {
                        compare::compare(&at, expect, &answer, &mut wrong);
                    }
                    (None, None) => {}
                    (Some(_), None) => wrong.push(format!("{at}: no such loan on the day")),
                    (None, Some(_)) => wrong.push(format!("{at}: the loan is there")),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{name}.toml\n{}\n", wrong.join("\n"));
}

fn shelf(rules: &[String]) -> Shelf {
    if rules.is_empty() {
        return Shelf::shipped().expect("the shipped rulebooks");
    }
    Shelf::given(rules).unwrap_or_else(|why| panic!("rulebook: {why:?}"))
}

/// The expected amounts that neither the arithmetic names nor a row gives.
fn unsaid(scenario: &Scenario) -> Vec<String> {
    let mut amounts = BTreeSet::new();
    for expect in scenario.ask.iter().filter_map(|ask| ask.expect.as_ref()) {
        compare::amounts(expect, &mut amounts);
    }
    let is_given = |amount: &i64| {
        let amount = amount.to_string();
        let mut cells = scenario.given.values().flat_map(|rows| rows.split([',', '\n']));
        cells.any(|cell| cell.trim() == amount)
    };
    let is_said = |amount: &i64| {
        let dotted = dotted(*amount);
        let word = |text: &str| text.trim_matches(|c: char| !c.is_ascii_digit()).to_owned();
        scenario.arithmetic.split_whitespace().any(|said| word(said) == dotted)
    };
    let unsaid = amounts.into_iter().filter(|amount| !is_said(amount) && !is_given(amount));
    unsaid.map(|amount| format!("the arithmetic does not name {}", dotted(amount))).collect()
}

/// `1234567` as `1.234.567`.
fn dotted(amount: i64) -> String {
    let digits = amount.abs().to_string();
    let mut dotted = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            dotted.push('.');
        }
        dotted.push(digit);
    }
    dotted
}
