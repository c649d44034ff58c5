//! Books that are told in another way and must say the same: shuffled, taken in piece by piece,
//! with facts and what takes them back, with codes renamed, with payments in two parts, and with
//! the facts after a day torn out.

use super::config;
use super::folder::{Folder, Row};
use super::program::SHELVES;
use super::random_book::{SPAN, at, book, folder};
use super::{books::says, every_report};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tkvv::domain::day::Day;
use tkvv::domain::ledger::Ledger;
use tkvv::domain::stamp::Stamp;
use tkvv::office::Office;

const SEEDS: &str = "tests/it/laws/seeds/changed.txt";
/// The files of facts with the column of their business day.
const FACTS: [(&str, &str); 12] = [
    ("payments.csv", "day"),
    ("savings.csv", "day"),
    ("loan_changes.csv", "day"),
    ("attendance.csv", "session"),
    ("visits.csv", "day"),
    ("group_checks.csv", "day"),
    ("contacts.csv", "day"),
    ("cash_counts.csv", "session"),
    ("meetings.csv", "day"),
    ("actions.csv", "day"),
    ("action_steps.csv", "day"),
    ("confirmations.csv", "day"),
];

fn day(offset: u64) -> Day {
    Day::from_date(at(offset))
}

/// The ids of facts that were taken back, and of those that take them back.
fn pairs(folder: &Folder) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for (file, _) in FACTS.into_iter().chain([("disbursements.csv", "")]) {
        let Some(table) = folder.table(file).filter(|table| table.has("reverses")) else {
            continue;
        };
        if table.has("id") {
            for [id, reverses] in table.cells(["id", "reverses"]) {
                if !reverses.is_empty() {
                    ids.extend([id.to_owned(), reverses.to_owned()]);
                }
            }
        }
    }
    ids
}

/// The rows of every file in an order that depends on the seed alone.
fn shuffled(folder: &Folder, seed: u64) -> Folder {
    let mut mixed = folder.clone();
    for table in mixed.files.values_mut() {
        table.rows.sort_by_cached_key(|row| mix(seed, &row.join(",")));
    }
    mixed
}

/// A number that looks like chance, from a seed and a text.
fn mix(seed: u64, text: &str) -> u64 {
    text.bytes().fold(seed ^ 0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3).rotate_left(23)
    })
}

/// The folder in two: some payments, savings and attendance come later than the rest.
fn in_two(whole: &Folder, seed: u64) -> (Folder, Folder) {
    let (mut first, mut second) = (whole.clone(), whole.clone());
    let together = pairs(whole);
    for (name, table) in &mut second.files {
        let may_wait = ["payments.csv", "savings.csv", "attendance.csv"].contains(&name.as_str());
        let waits = |row: &Row| {
            may_wait && !together.contains(&row[0]) && mix(seed, &row.join(",")).is_multiple_of(2)
        };
        table.rows.retain(&waits);
        let rest = first.files.get_mut(name).expect("the file");
        rest.rows.retain(|row| !waits(row));
    }
    (first, second)
}

/// Each payment that counts as two of the same day.
fn split(whole: &Folder) -> Folder {
    let mut halves = whole.clone();
    let together = pairs(whole);
    let table = halves.files.get_mut("payments.csv").expect("payments");
    let (id, amount) = (table.at("id"), table.at("amount"));
    for at in 0..table.rows.len() {
        let all: i64 = table.rows[at][amount].parse().expect("a sum");
        if all > 1 && !together.contains(&table.rows[at][id]) {
            let mut other = table.rows[at].clone();
            other[id].push('b');
            other[amount] = (all / 3 + 1).to_string();
            table.rows[at][amount] = (all - all / 3 - 1).to_string();
            table.rows.push(other);
        }
    }
    table.rows.retain(|row| row[amount] != "0");
    halves
}

/// The folder with what happened after a day torn out.
///
/// A pair that vanishes does so on every day, and an opening or a first tranche after the day says
/// that there is no loan yet: those stay.
fn until(whole: &Folder, last: Day) -> Folder {
    let (mut cut, last) = (whole.clone(), last.to_string());
    for (file, column) in FACTS {
        cut.keep(file, column, |day| *day <= *last);
    }
    let gone: BTreeSet<String> = pairs(whole);
    let kept: BTreeMap<&str, Row> = FACTS
        .into_iter()
        .filter(|(file, _)| *file != "attendance.csv")
        .filter_map(|(file, _)| Some((file, cut.table(file)?)))
        .map(|(file, table)| (file, table.rows.iter().map(|row| row[0].clone()).collect()))
        .collect();
    for (file, ids) in kept {
        let whole_pairs = whole.table(file).filter(|table| table.has("reverses"));
        let Some(table) = whole_pairs else { continue };
        let halves: BTreeSet<&str> = table
            .cells(["id", "reverses"])
            .into_iter()
            .filter(|[id, back]| !back.is_empty() && !ids.iter().any(|kept| kept == id))
            .flat_map(|[id, back]| [id, back])
            .collect();
        cut.keep(file, "id", |id| !(gone.contains(id) && halves.contains(id)));
    }
    let mut first: BTreeMap<&str, &str> = whole
        .cells("disbursements.csv", ["loan", "day"])
        .into_iter()
        .fold(BTreeMap::new(), |mut first, [loan, day]| {
            let known = first.entry(loan).or_insert(day);
            *known = (*known).min(day);
            first
        });
    // An opening that is still to come stands on all that was disbursed by then.
    let openings = whole.cells("openings.csv", ["loan", "day"]);
    first.extend(
        openings.into_iter().filter(|[_, on]| *on > last.as_str()).map(|[loan, on]| (loan, on)),
    );
    if let Some(table) = cut.files.get_mut("disbursements.csv") {
        let (loan, day) = (table.at("loan"), table.at("day"));
        table.rows.retain(|row| row[day] <= last || *first[row[loan].as_str()] > *last);
    }
    let visits: BTreeSet<String> =
        cut.cells("visits.csv", ["id"]).into_iter().map(|[id]| id.to_owned()).collect();
    cut.keep("visit_lines.csv", "visit", |visit| visits.contains(visit));
    cut
}

/// Facts of every kind that can be taken back, and what takes them back, as if somebody had been
/// mistaken all day.
fn with_mistakes(whole: &Folder, on: &str) -> Folder {
    let mut mistaken = whole.clone();
    for file in [
        "payments.csv",
        "savings.csv",
        "disbursements.csv",
        "loan_changes.csv",
        "visits.csv",
        "group_checks.csv",
        "contacts.csv",
        "meetings.csv",
        "actions.csv",
        "action_steps.csv",
        "confirmations.csv",
    ] {
        let table = mistaken.with_trail(file);
        let (id, day, back) = (table.at("id"), table.at("day"), table.at("reverses"));
        for at in 0..table.rows.len() {
            if !table.rows[at][back].is_empty() {
                continue;
            }
            let mut wrong = table.rows[at].clone();
            wrong[id] = format!("m{file}{at}");
            // A change says until when, a promise and an item by when: that stays after its day.
            let until = ["loan_changes.csv", "contacts.csv", "actions.csv"].contains(&file);
            if !until && *wrong[day] < *on {
                on.clone_into(&mut wrong[day]);
            }
            let mut undo = wrong.clone();
            (undo[id], undo[back]) = (format!("n{file}{at}"), format!("m{file}{at}"));
            table.rows.extend([wrong, undo]);
        }
    }
    let visits = mistaken.files.get_mut("visit_lines.csv").expect("visit lines");
    let (visit, wrong_use) = (visits.at("visit"), visits.at("wrong_use"));
    for line in whole.files["visit_lines.csv"].rows.iter().cloned() {
        let of = whole.files["visits.csv"].rows.iter().position(|row| row[0] == line[visit]);
        let mut wrong = line;
        wrong[visit] = format!("mvisits.csv{}", of.expect("a visit"));
        "777777".clone_into(&mut wrong[wrong_use]);
        visits.rows.push(wrong);
    }
    mistaken
}

/// New names for every code, in another order than the old ones, and for ids, in the same.
fn names(whole: &Folder) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for (file, prefix) in [
        ("places.csv", "8"),
        ("points.csv", "T"),
        ("groups.csv", "5"),
        ("members.csv", "9"),
        ("loans.csv", "7"),
    ] {
        let mut codes: Vec<&str> =
            whole.cells(file, ["code"]).into_iter().map(|[code]| code).collect();
        codes.sort_unstable_by(|one, other| other.cmp(one));
        for (number, code) in codes.into_iter().enumerate() {
            names.insert(code.to_owned(), format!("{prefix}{number:0width$}", width = code.len()));
        }
    }
    names
}

fn renamed(whole: &Folder, names: &BTreeMap<String, String>) -> Folder {
    let coded = [
        "code", "parent", "commune", "point", "village", "group", "leader", "deputy", "member",
        "loan", "area",
    ];
    let mut other = whole.clone();
    for table in other.files.values_mut() {
        for column in coded.into_iter().filter(|column| table.has(column)).collect::<Vec<_>>() {
            let at = table.at(column);
            for cell in table.rows.iter_mut().map(|row| &mut row[at]) {
                if let Some(name) = names.get(cell.as_str()) {
                    cell.clone_from(name);
                }
            }
        }
    }
    other
}

/// A report with its codes renamed and its lists in an order that does not come from codes.
fn canonical(report: &Value, names: &BTreeMap<String, String>) -> Value {
    match report {
        Value::String(text) => {
            let (kind, code) = text.split_once(':').unwrap_or(("", text));
            let name = names.get(code).map_or(code, String::as_str);
            Value::from(if kind.is_empty() { name.to_owned() } else { format!("{kind}:{name}") })
        }
        Value::Array(rows) => {
            let mut rows: Vec<Value> = rows.iter().map(|row| canonical(row, names)).collect();
            rows.sort_by_cached_key(Value::to_string);
            Value::from(rows)
        }
        Value::Object(fields) => {
            let renamed = fields.iter().map(|(key, value)| (key.clone(), canonical(value, names)));
            renamed.collect::<serde_json::Map<_, _>>().into()
        }
        other => other.clone(),
    }
}

fn same(one: &Office, other: &Office, on: u64) -> Result<(), TestCaseError> {
    for on in [on, on / 2, SPAN] {
        let (left, right) = (says(one, day(on)), says(other, day(on)));
        if left != right {
            return Err(TestCaseError::fail(every_report::first_difference(&left, &right)));
        }
    }
    Ok(())
}

fn moment(text: &str) -> Stamp {
    Stamp::parse(text).expect("a moment")
}

fn of(ledger: &Ledger, on: Day) -> Value {
    every_report::every_report(ledger, &SHELVES[0], on)
}

proptest! {
    #![proptest_config(config(60, SEEDS))]

    #[test]
    fn the_order_of_rows_and_of_entry_does_not_matter(
        draft in book(), seed in any::<u64>(), on in 0..SPAN
    ) {
        let whole = folder(&draft);
        let office = whole.taken_in();
        same(&office, &shuffled(&whole, seed).taken_in(), on)?;
        let (first, second) = in_two(&shuffled(&whole, seed), seed);
        let mut piece_by_piece = first.taken_in();
        second.taken_into(&mut piece_by_piece, Stamp::EPOCH);
        same(&office, &piece_by_piece, on)?;
    }

    #[test]
    fn what_is_taken_back_was_never_there(draft in book(), mistaken in 0..SPAN, on in 0..SPAN) {
        let whole = folder(&draft);
        let day = at(mistaken).to_string();
        same(&whole.taken_in(), &with_mistakes(&whole, &day).taken_in(), on)?;
    }

    #[test]
    fn a_payment_in_two_parts_on_one_day_is_the_payment(draft in book(), on in 0..SPAN) {
        let whole = folder(&draft);
        same(&whole.taken_in(), &split(&whole).taken_in(), on)?;
    }

    #[test]
    fn a_past_day_is_told_from_what_had_happened_by_then(draft in book(), on in 0..SPAN) {
        let whole = folder(&draft);
        let (all, cut) = (whole.taken_in(), until(&whole, day(on)).taken_in());
        let (left, right) = (says(&all, day(on)), says(&cut, day(on)));
        prop_assert!(left == right, "{}", every_report::first_difference(&left, &right));
    }

    /// What a day knew is the book without what was typed later; from the last day on it is all.
    #[test]
    fn what_was_known_is_the_book_before_more_was_typed(
        draft in book(), seed in any::<u64>(), on in 0..SPAN
    ) {
        let whole = folder(&draft);
        let (first, second) = in_two(&whole, seed);
        let mut office = Office::in_memory().expect("a book");
        first.taken_into(&mut office, moment("2028-03-01T10:00:00Z"));
        second.taken_into(&mut office, moment("2028-03-02T00:00:00Z"));
        let known = |knew: &str| office.known_on(Day::parse_iso(knew).expect("a day"));
        let [early, late] = ["2028-03-01", "2028-03-02"].map(|day| known(day).expect("a book"));
        prop_assert_eq!(&late, office.ledger());
        let (left, right) = (says(&first.taken_in(), day(on)), of(&early, day(on)));
        prop_assert!(left == right, "{}", every_report::first_difference(&left, &right));
    }

    #[test]
    fn codes_are_names_and_nothing_else(draft in book(), on in 0..SPAN) {
        let whole = folder(&draft);
        let names = names(&whole);
        let other = renamed(&whole, &names).taken_in();
        let left = canonical(&says(&whole.taken_in(), day(on)), &names);
        let right = canonical(&says(&other, day(on)), &BTreeMap::new());
        prop_assert!(left == right, "{}", every_report::first_difference(&left, &right));
    }
}
