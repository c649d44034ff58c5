//! A check of a group (16/TD), as one piece.

use super::master::NewCheck;
use super::{id, not_in_the_future, text};
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::refusal::{Field, Refusal, Why};
use std::collections::BTreeMap;

/// The checklist of a group check (contract.md, section 2).
pub const ITEMS: [&str; 15] = [
    "board",
    "family_ties",
    "meetings",
    "propaganda",
    "joint_appraisal",
    "attendance",
    "fees_taken",
    "principal_taken",
    "borrowing_for_others",
    "misappropriation",
    "books_held",
    "receipts",
    "witnesses",
    "reports",
    "filing",
];

/// The answers to its items.
pub const ANSWERS: [&str; 3] = ["yes", "no", "n/a"];

/// Checks a check.
///
/// # Errors
/// The first rule that it breaks; of an answer, with its line.
pub fn check(new: &NewCheck, ledger: &Ledger, today: Day) -> Result<(), Refusal> {
    id(&new.id)?;
    let unknown = || Refusal::at(Field::Group, Why::Unknown(new.group.to_string()));
    let group = ledger.groups.get(&new.group).ok_or_else(unknown)?;
    not_in_the_future(Field::Day, new.day, today)?;
    if !group.counts_on(new.day) {
        return Err(Refusal::at(Field::Day, super::group::not_there(group, new.day)));
    }
    if ledger.checks.get(&new.group).is_some_and(|days| days.contains(&new.day)) {
        return Err(Refusal::at(Field::Day, Why::CheckedThatDay));
    }
    text::needed(Field::Visitor, &new.visitor, text::NAME)?;
    if new.answers.is_empty() {
        return Err(Refusal::at(Field::Whole, Why::Empty));
    }
    let mut seen = BTreeMap::new();
    for (line, answer) in (1..).zip(&new.answers) {
        let refused = |field, why| Err(Refusal::at(field, why).on_line(line));
        if !answer.id.as_str().is_empty() {
            id(&answer.id).map_err(|refusal| refusal.on_line(line))?;
        }
        one_of(Field::Item, &answer.item, &ITEMS).map_err(|refusal| refusal.on_line(line))?;
        if let Some(first) = seen.insert(answer.item.as_str(), line) {
            return refused(Field::Item, Why::Twice(first));
        }
        one_of(Field::Answer, &answer.answer, &ANSWERS)
            .and_then(|()| text::allowed(Field::Note, &answer.note, text::NOTE))
            .map_err(|refusal| refusal.on_line(line))?;
    }
    Ok(())
}

fn one_of(field: Field, given: &str, known: &[&str]) -> Result<(), Refusal> {
    if known.contains(&given) {
        return Ok(());
    }
    let why = match given {
        "" => Why::Missing,
        _ => Why::NotOneOf(given.to_owned(), known.join(", ")),
    };
    Err(Refusal::at(field, why))
}
