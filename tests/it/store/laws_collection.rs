//! Random entries of a collection day for the laws of `laws_entries`: talks and promises, cash
//! counted against what the sheets come to or not, meetings with what they want done, fitting or
//! not; and who stands behind what is taken back.

use super::entries::{begun, entry, loan};
use super::laws_entries;
use super::small::{TODAY, day, run};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::collections::BTreeMap;
use tkvv::domain::cash::NOTES;
use tkvv::domain::contact::{ContactHow, Promise};
use tkvv::domain::day::Day;
use tkvv::domain::ids::FactId;
use tkvv::domain::meeting::StepKind;
use tkvv::domain::money::Dong;
use tkvv::office::Office;
use tkvv::office::command::{ActionItem, ActionStep, CashCount, Command, Contact, Meeting};

/// The kinds of entries that are made here, counted from zero.
pub const KINDS: u8 = 7;

/// Who stands behind the taking back of something: nobody, somebody else, who records it anyway.
pub fn second(about: u8) -> Option<String> {
    ["", "Bích", "Bích", "Lan"]
        .get(usize::from(about / 4) % 4)
        .map(ToString::to_string)
        .filter(|name| !name.is_empty())
}

/// An entry: what kind, about what, when, how much.
pub fn command(
    id: &str,
    (kind, about, when, amount): (u8, u8, u16, i64),
    before: &[Command],
    office: &Office,
) -> Command {
    let id = FactId::new(id);
    let on = day("2025-01-10").plus(i64::from(when));
    match kind {
        0 => Command::Contact(talk(id, about, on, amount)),
        1..=3 => Command::Cash(count(id, about, when, amount, office)),
        4 => Command::Meeting(met(id, about, on)),
        5 => Command::Action(item(id, about, on, amount, before)),
        _ => Command::ActionStep(step(id, about, on, before)),
    }
}

fn talk(id: FactId, about: u8, on: Day, amount: i64) -> Contact {
    let by = on.plus(amount % 800 - 20);
    Contact {
        id,
        loan: loan(u32::from(about) % 4 + 1, 1).loan.code,
        day: on,
        how: ContactHow::ALL[usize::from(about) % ContactHow::ALL.len()],
        talker: (about & 8 > 0).then(|| "Lê Thị Hội".to_owned()),
        said: "hẹn, \"mai\"".repeat(usize::from(about & 16 > 0)),
        promise: (about & 32 > 0).then_some(Promise { amount: Dong::new(amount), by }),
    }
}

/// Half of the counts name what the sheets come to; some of those differ from it, with a word or
/// without.
fn count(id: FactId, about: u8, when: u16, amount: i64, office: &Office) -> CashCount {
    let group = if about.is_multiple_of(8) { "0000002" } else { "0000001" }.into();
    let session = day(TODAY).months_before(u32::from(when) % 6);
    let sum = office.sheets_sum(&group, session).expect("asked").unwrap_or_default();
    let expected = if about & 8 > 0 { Dong::new(amount) } else { sum };
    let counted = if about & 16 > 0 { expected } else { Dong::new(amount) };
    let mut notes = [0; NOTES.len()];
    notes[usize::from(about) % NOTES.len()] = u32::from(about & 32 > 0);
    let word = |text: &str| (about & 64 > 0).then(|| text.to_owned());
    let (by, because) = (word("Chị Năm"), word("thối nhầm; mai bù"));
    CashCount { id, group, session, expected, counted, notes, by, because }
}

fn met(id: FactId, about: u8, on: Day) -> Meeting {
    Meeting {
        id,
        area: if about.is_multiple_of(8) { "96000101" } else { "960001" }.into(),
        day: on,
        session: (about & 8 > 0).then(|| on.plus(5 - i64::from(about % 8))),
        chair: "Ông Sáu".repeat(usize::from(about & 16 == 0)),
        present: "bốn hội".repeat(usize::from(about & 32 > 0)),
        minutes: "Đã họp, \"khá\"; ".repeat(usize::from(about / 64)),
    }
}

/// The ids of earlier entries of a kind.
fn ids(before: &[Command], is: impl Fn(&Command) -> bool) -> Vec<FactId> {
    before.iter().filter(|it| is(it)).map(|it| it.id().clone()).collect()
}

fn pick(ids: &[FactId], about: u8) -> Option<FactId> {
    ids.get(usize::from(about) % ids.len().max(1)).cloned()
}

fn item(id: FactId, about: u8, on: Day, amount: i64, before: &[Command]) -> ActionItem {
    let meetings = ids(before, |it| matches!(it, Command::Meeting(_)));
    ActionItem {
        id,
        area: "960001".into(),
        day: on,
        meeting: (about & 8 > 0).then(|| pick(&meetings, about)).flatten(),
        what: "gọi ba hộ".repeat(usize::from(about & 16 == 0)),
        owner: "Anh Ba".to_owned(),
        due_on: on.plus(amount % 1_200 - 10),
    }
}

fn step(id: FactId, about: u8, on: Day, before: &[Command]) -> ActionStep {
    let items = ids(before, |it| matches!(it, Command::Action(_)));
    ActionStep {
        id,
        action: pick(&items, about).unwrap_or_else(|| "f000".into()),
        day: if about & 8 > 0 { on } else { day(TODAY) },
        kind: StepKind::ALL[usize::from(about) % StepKind::ALL.len()],
        result: "xong".repeat(usize::from(about & 16 == 0)),
    }
}

/// The law of `laws_entries` would say nothing about entries that are always refused.
#[test]
fn the_random_entries_of_a_collection_day_are_accepted_and_refused_each_of_them() {
    let mut runner = TestRunner::deterministic();
    let mut accepted: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for _ in 0..40 {
        let mut office = begun();
        for number in 1..=3 {
            run(&mut office, Command::Loan(entry(&format!("l{number}"), loan(number, number))))
                .expect("a loan");
        }
        let moves = laws_entries::moves().new_tree(&mut runner).expect("moves").current();
        let mut written = Vec::new();
        for (number, step) in moves.into_iter().enumerate() {
            let command = laws_entries::command(number, step, &written, &office);
            let kind = match &command {
                Command::Contact(_) => "a talk",
                Command::Cash(_) => "a count",
                Command::Meeting(_) => "a meeting",
                Command::Action(_) => "an item",
                Command::ActionStep(_) => "a step",
                Command::Reversal(back) if back.confirmed_by.is_some() => "two take back",
                _ => "anything else",
            };
            let done = run(&mut office, command.clone()).is_ok();
            accepted.entry(kind).or_default()[usize::from(done)] += 1;
            written.extend(done.then_some(command));
        }
    }
    assert_eq!(accepted.len(), 7, "{accepted:?}");
    assert!(accepted.values().all(|[refused, taken]| *refused > 3 && *taken > 3), "{accepted:?}");
}
