//! Which tables and keys a rulebook can have. Anything else is a fault: a misspelt key would be
//! passed over in silence, and the shipped value be used.

use super::document::line_of;
use crate::domain::rulebook::{Expected, Fault, FaultKind};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The keys that stand before all tables.
const HEAD: &[&str] = &["effective_from", "title", "source", "verified"];

/// Tables with their keys.
const TABLES: &[(&str, &[&str])] = &[
    ("interest", &["overdue_factor", "day_count"]),
    ("principal", &["instalments_overdue_from", "exempt_programmes", "wrong_use_days"]),
    ("extension", &["short_term_months", "short_max_months", "long_max_share"]),
    ("group_size", &["min", "max"]),
    (
        "visits",
        &[
            "after_disbursement_days",
            "due_soon_days",
            "inactive_months",
            "inactive_exempt_programmes",
            "yearly_coverage",
            "yearly_coverage_difficult",
            "report_working_days",
            "sample",
        ],
    ),
    ("grades", &["good", "fair", "average"]),
    ("calendar", &["holidays"]),
    (
        "talk_first",
        &[
            "overdue",
            "days_overdue",
            "interest_months",
            "promise_broken",
            "promise_partly",
            "not_visited",
        ],
    ),
];

/// Lists of tables, in a table (`""`: in the whole), with their keys.
const LISTS: &[(&str, &str, &[&str])] = &[
    ("", "programme", &["code", "name", "rate"]),
    ("", "group_criterion", CRITERION),
    ("", "area_criterion", CRITERION),
    ("visits", "sample", &["up_to_members", "households"]),
    ("talk_first", "overdue", STEP),
    ("talk_first", "days_overdue", STEP),
    ("talk_first", "interest_months", STEP),
];

const STEP: &[&str] = &["at_least", "points"];
const CRITERION: &[&str] = &["id", "max", "less_is_better", "when_none", "bands"];
const BAND: &[&str] = &["up_to", "at_least", "points"];

/// The first table or key, by its place in the text, that no rulebook has, or that is no table
/// where it should be one.
pub(super) fn check(text: &str, whole: &DeTable<'_>) -> Result<(), Fault> {
    let mut found = Found { text, faults: Vec::new() };
    let tables = TABLES.iter().map(|(name, _)| *name);
    let lists = LISTS.iter().filter(|(within, ..)| within.is_empty()).map(|(_, name, _)| *name);
    let top: Vec<&str> = HEAD.iter().copied().chain(tables).chain(lists).collect();
    found.keys("", whole, &top);
    for (name, keys) in TABLES {
        if let Some(value) = whole.get(*name) {
            found.table(name, value, keys);
        }
    }
    for (within, name, keys) in LISTS {
        let place = if within.is_empty() {
            Some(whole)
        } else {
            whole.get(*within).and_then(|table| table.get_ref().as_table())
        };
        if let Some(value) = place.and_then(|table| table.get(*name)) {
            found.list(name, value, keys);
        }
    }
    found.faults.sort_by_key(|fault| fault.line);
    found.faults.into_iter().next().map_or(Ok(()), Err)
}

struct Found<'t> {
    text: &'t str,
    faults: Vec<Fault>,
}

impl Found<'_> {
    fn add(&mut self, offset: usize, kind: FaultKind) {
        self.faults.push(Fault { line: line_of(self.text, offset), kind });
    }

    fn keys(&mut self, name: &str, table: &DeTable<'_>, known: &[&str]) {
        for key in table.keys() {
            let word: &str = key.get_ref();
            if !known.contains(&word) {
                let full = if name.is_empty() { word.into() } else { format!("{name}.{word}") };
                self.add(key.span().start, FaultKind::UnknownKey(full));
            }
        }
    }

    fn table(&mut self, name: &str, value: &Spanned<DeValue<'_>>, known: &[&str]) {
        match value.get_ref().as_table() {
            Some(table) => self.keys(name, table, known),
            None => self.no(name, value, Expected::Table),
        }
    }

    fn list(&mut self, name: &str, value: &Spanned<DeValue<'_>>, known: &[&str]) {
        let Some(items) = value.get_ref().as_array() else {
            return self.no(name, value, Expected::Tables);
        };
        for item in items.iter() {
            self.table(name, item, known);
            let table = item.get_ref().as_table();
            let bands = table.and_then(|table| table.get("bands")).filter(|_| known == CRITERION);
            if let Some(bands) = bands {
                self.list(&format!("{name}.bands"), bands, BAND);
            }
        }
    }

    fn no(&mut self, name: &str, value: &Spanned<DeValue<'_>>, expected: Expected) {
        self.add(value.span().start, FaultKind::Value(name.to_owned(), expected));
    }
}
