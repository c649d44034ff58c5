//! What collection days leave in a random book beside money: talks and promises, cash counted,
//! meetings with what they want done, and who stands behind what was taken back.

use super::folder::Folder;
use super::random_book::{SPAN, at};
use super::raw::Date;
use chrono::Days;
use proptest::prelude::*;

/// A talk: which loan, how long after its beginning, and what was promised by when.
type Talk = (usize, u64, Option<(i64, u64)>);

/// A count: which group, on which day, what was expected, and what it differs by.
type Count = (usize, u64, i64, i64);

/// What a meeting wants done: how long after it, within how long, and its steps.
type Item = (u64, u64, Vec<(u64, &'static str)>);

/// A meeting: its day, how long after its session, and its items.
type Meeting = (u64, Option<u64>, Vec<Item>);

/// All of it before it is put together.
#[derive(Clone, Debug)]
pub struct Talks {
    talks: Vec<Talk>,
    counts: Vec<Count>,
    meetings: Vec<Meeting>,
}

pub const FILES: [(&str, &str); 6] = [
    ("contacts.csv", "id,loan,day,how,talker,said,promised_amount,promised_by"),
    ("cash_counts.csv", "id,group,session,expected,counted,notes,by,because"),
    ("meetings.csv", "id,area,day,session,chair,present,minutes"),
    ("actions.csv", "id,area,day,meeting,what,owner,due_on"),
    ("action_steps.csv", "id,action,day,kind,result"),
    ("confirmations.csv", "id,fact,day,by"),
];

fn item() -> impl Strategy<Value = Item> {
    let step = (0..90_u64, prop::sample::select(vec!["note", "done", "dropped", "reopened"]));
    (0..20_u64, 0..200_u64, prop::collection::vec(step, 0..3))
}

prop_compose! {
    pub fn talks()(
        talks in prop::collection::vec(
            (0..8_usize, 0..900_u64, prop::option::of((1..2_000_000_i64, 0..120_u64))), 0..6),
        counts in prop::collection::vec(
            (0..8_usize, 0..SPAN, 0..9_000_000_i64, prop::sample::select(vec![0, 0, -20_000, 7])),
            0..4),
        meetings in prop::collection::vec(
            (0..SPAN, prop::option::of(0..30_u64), prop::collection::vec(item(), 0..3)), 0..3),
    ) -> Talks {
        Talks { talks, counts, meetings }
    }
}

/// The first day on which a loan exists, as its folder tells.
fn begins(folder: &Folder, loan: &str) -> Date {
    let of = |file: &str, code: &str, day: &str| -> Vec<String> {
        let rows = folder.cells(file, [code, day]).into_iter();
        rows.filter(|[of, _]| *of == loan).map(|[_, day]| day.to_owned()).collect()
    };
    let opening = of("openings.csv", "loan", "day").into_iter().next();
    let tranche = || of("disbursements.csv", "loan", "day").into_iter().min();
    let contract = || of("loans.csv", "code", "disbursed_on").into_iter().next();
    let day = opening.or_else(tranche).or_else(contract).expect("a loan");
    Date::parse_from_str(&day, "%Y-%m-%d").expect("a day")
}

/// Adds it to a folder that has loans and groups.
pub fn fill(folder: &mut Folder, draft: &Talks) {
    let text = |cell: &str| cell.to_owned();
    let loans: Vec<String> =
        folder.cells("loans.csv", ["code"]).iter().map(|[code]| text(code)).collect();
    for (number, (loan, after, promise)) in draft.talks.iter().enumerate() {
        let loan = &loans[loan % loans.len()];
        let day = begins(folder, loan) + Days::new(after + 1);
        let how = ["home", "phone", "session", "meeting", "letter", "other"][number % 6];
        let (amount, by) = promise.map_or_else(Default::default, |(amount, later)| {
            (amount.to_string(), (day + Days::new(later)).to_string())
        });
        let (id, day) = (format!("t{number:03}"), day.to_string());
        let cells = [id, loan.clone(), day, text(how), text(""), text("hẹn"), amount, by];
        folder.add("contacts.csv", cells);
    }
    let groups: Vec<String> =
        folder.cells("groups.csv", ["code"]).iter().map(|[code]| text(code)).collect();
    for (number, (group, on, expected, differs)) in draft.counts.iter().enumerate() {
        let counted = (expected + differs).max(0);
        let notes = if counted >= 500_000 { "500000x1" } else { "" };
        let why = if counted == *expected { ["", ""] } else { ["Chị Năm", "lệch"] }.map(text);
        let [by, because] = why;
        let (expected, counted) = (expected.to_string(), counted.to_string());
        let group = groups[group % groups.len()].clone();
        let (id, on) = (format!("c{number:03}"), at(*on).to_string());
        let cells = [id, group, on, expected, counted, text(notes), by, because];
        folder.add("cash_counts.csv", cells);
    }
    for (number, meeting) in draft.meetings.iter().enumerate() {
        held(folder, number, meeting);
    }
    second_persons(folder);
}

fn held(folder: &mut Folder, number: usize, (on, before, items): &Meeting) {
    let text = |cell: &str| cell.to_owned();
    let (id, day) = (format!("h{number:03}"), at(*on));
    let session = before.map(|days| (day - Days::new(days)).to_string()).unwrap_or_default();
    let area = ["003101", "003102"][number % 2];
    let cells = [
        id.clone(),
        text(area),
        day.to_string(),
        session,
        text("Ông Sáu"),
        text(""),
        text("đã họp"),
    ];
    folder.add("meetings.csv", cells);
    for (at, (after, within, steps)) in items.iter().enumerate() {
        let (action, given) = (format!("{id}-{at}"), day + Days::new(*after));
        // Some items are nobody's meeting's.
        let of = if at == 0 { id.clone() } else { text("") };
        let due = (given + Days::new(*within)).to_string();
        let cells =
            [action.clone(), text(area), given.to_string(), of, text("gọi"), text("Ba"), due];
        folder.add("actions.csv", cells);
        for (no, (after, kind)) in steps.iter().enumerate() {
            let day = (given + Days::new(*after)).to_string();
            let id = format!("{action}-{no}");
            folder.add("action_steps.csv", [id, action.clone(), day, text(kind), text("xong")]);
        }
    }
}

/// Somebody stands behind every other row that takes money back.
fn second_persons(folder: &mut Folder) {
    let mut behind = Vec::new();
    for file in ["payments.csv", "savings.csv"] {
        for [id, day, reverses] in folder.cells(file, ["id", "day", "reverses"]) {
            if !reverses.is_empty() {
                behind.push((id.to_owned(), day.to_owned()));
            }
        }
    }
    for (id, day) in behind.into_iter().step_by(2) {
        folder.add("confirmations.csv", [format!("{id}-c"), id, day, "Bà Tám".to_owned()]);
    }
}
