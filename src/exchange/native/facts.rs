//! Lines of facts: what was disbursed, paid, saved, changed, seen.

use super::fault::Wrong;
use super::master::maybe_association;
use super::row::Row;
use crate::domain::entry::check::{ANSWERS, ITEMS};
use crate::domain::ids::{FactId, LoanCode};
use crate::domain::loan::{ChangeKind, LoanChange, Opening};
use crate::domain::record::{
    AttendanceRecord, CheckRecord, PaymentRecord, Recorded, SavingsRecord, TrancheRecord,
};
use crate::domain::visit::{Visit, VisitLine};

/// The kinds of changes of a loan (contract.md, section 2).
const CHANGES: [&str; 4] = ["reschedule", "extend", "freeze", "unfreeze"];

/// A fact with the trailing columns of its file.
pub(super) fn recorded<T>(
    read: impl Fn(&mut Row<'_>) -> Option<T>,
) -> impl Fn(&mut Row<'_>) -> Option<Recorded<T>> {
    move |row| {
        let fact = read(row);
        let reverses = row.taken_back();
        let trail = row.trail();
        Some(Recorded { fact: fact?, reverses: reverses?, trail: trail? })
    }
}

fn one_of(row: &mut Row<'_>, column: &str, words: &[&'static str]) -> Option<&'static str> {
    let known = Wrong::NotAWord(words.join(", "));
    row.needed(column, known, |text| words.iter().copied().find(|word| *word == text))
}

pub(super) fn opening(row: &mut Row<'_>) -> Option<(LoanCode, Opening)> {
    let loan = row.code("loan");
    let day = row.day("day");
    let outstanding = row.money("outstanding");
    let interest_owed = row.money("interest_owed");
    let last_movement = row.maybe_day("last_movement");
    let opening = Opening {
        day: day?,
        outstanding: outstanding?,
        interest_owed: interest_owed?,
        last_movement: last_movement?,
    };
    Some((loan?, opening))
}

pub(super) fn tranche(row: &mut Row<'_>) -> Option<TrancheRecord> {
    let id = row.code("id");
    let loan = row.code("loan");
    let day = row.day("day");
    let amount = row.amount("amount");
    Some(TrancheRecord { id: id?, loan: loan?, day: day?, amount: amount? })
}

pub(super) fn payment(row: &mut Row<'_>) -> Option<PaymentRecord> {
    let id = row.code("id");
    let loan = row.code("loan");
    let day = row.day("day");
    let kind = row.word("kind");
    let amount = row.amount("amount");
    let place = row.word("place");
    let receipt = row.maybe_name("receipt");
    let reverses = row.maybe_code("reverses");
    let trail = row.trail();
    Some(PaymentRecord {
        id: id?,
        loan: loan?,
        day: day?,
        kind: kind?,
        amount: amount?,
        place: place?,
        receipt: receipt?,
        reverses: reverses?,
        trail: trail?,
    })
}

pub(super) fn saving(row: &mut Row<'_>) -> Option<SavingsRecord> {
    let id = row.code("id");
    let member = row.code("member");
    let day = row.day("day");
    let kind = row.word("kind");
    let amount = row.amount("amount");
    let reverses = row.maybe_code("reverses");
    let trail = row.trail();
    Some(SavingsRecord {
        id: id?,
        member: member?,
        day: day?,
        kind: kind?,
        amount: amount?,
        reverses: reverses?,
        trail: trail?,
    })
}

pub(super) fn change(row: &mut Row<'_>) -> Option<(LoanCode, LoanChange)> {
    let id = row.code("id");
    let loan = row.code("loan");
    let day = row.day("day");
    let word = one_of(row, "kind", &CHANGES);
    let (instalment, due_on) = match word {
        Some("reschedule") => (row.number("instalment", 1, 10_000), row.day("value").map(Some)),
        Some("extend") => (none(row, "instalment"), row.day("value").map(Some)),
        Some("freeze") => (none(row, "instalment"), row.maybe_day("value")),
        Some(_) => (none(row, "instalment"), none(row, "value").map(|_| None)),
        None => (None, None),
    };
    let kind = match (word?, instalment?, due_on?) {
        ("reschedule", instalment, Some(due_on)) => ChangeKind::Reschedule { instalment, due_on },
        ("extend", _, Some(due_on)) => ChangeKind::Extend { due_on },
        ("freeze", _, until) => ChangeKind::Freeze { until },
        _ => ChangeKind::Unfreeze,
    };
    Some((loan?, LoanChange { id: id?, day: day?, kind }))
}

/// A cell that must be empty, read as zero.
fn none(row: &mut Row<'_>, column: &str) -> Option<u32> {
    let empty = row.text(column)?.is_empty();
    if !empty {
        row.fault(column, Wrong::NotEmpty);
    }
    empty.then_some(0)
}

pub(super) fn attendance(row: &mut Row<'_>) -> Option<AttendanceRecord> {
    let group = row.code("group");
    let session = row.day("session");
    let by = row.word("by");
    Some((group?, session?, by?))
}

pub(super) fn visit(row: &mut Row<'_>) -> Option<Visit> {
    let id = row.code("id");
    let group = row.code("group");
    let day = row.day("day");
    let kind = row.word("kind");
    let association = maybe_association(row);
    let visitor = row.maybe_name("visitor");
    let witness = row.maybe_name("witness");
    let reported_on = row.maybe_day("reported_on");
    Some(Visit {
        id: id?,
        group: group?,
        day: day?,
        kind: kind?,
        association: association?,
        visitor: visitor?.unwrap_or_default(),
        witness: witness?,
        reported_on: reported_on?,
    })
}

pub(super) fn visit_line(row: &mut Row<'_>) -> Option<(FactId, VisitLine)> {
    let visit = row.code("visit");
    let loan = row.code("loan");
    let received = row.maybe_money("received");
    let balance_seen = row.maybe_money("balance_seen");
    let right_use = row.maybe_money("right_use");
    let wrong_use = row.maybe_money("wrong_use");
    let unused = row.maybe_money("unused");
    let effect = row.maybe_word("effect");
    let interest_seen = row.maybe_money("interest_seen");
    let note = row.text("note");
    let line = VisitLine {
        loan: loan?,
        received: received?,
        balance_seen: balance_seen?,
        right_use: right_use?,
        wrong_use: wrong_use?,
        unused: unused?,
        effect: effect?,
        interest_seen: interest_seen?,
        note: note?.to_owned(),
    };
    Some((visit?, line))
}

pub(super) fn check(row: &mut Row<'_>) -> Option<CheckRecord> {
    let id = row.code("id");
    let group = row.code("group");
    let day = row.day("day");
    let association = maybe_association(row);
    let visitor = row.maybe_name("visitor");
    let item = one_of(row, "item", &ITEMS);
    let answer = one_of(row, "answer", &ANSWERS);
    let note = row.text("note");
    Some(CheckRecord {
        id: id?,
        group: group?,
        day: day?,
        association: association?,
        visitor: visitor?.unwrap_or_default(),
        item: item?.to_owned(),
        answer: answer?.to_owned(),
        note: note?.to_owned(),
    })
}
