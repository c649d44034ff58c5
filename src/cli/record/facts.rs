//! `tkvv record disbursement`, `opening`, `savings`, `change`, `attendance`, `check`, `reverse`.

use super::cells::Cells;
use super::known::Known;
use super::loan::opening_of;
use crate::cli::failure::Failure;
use crate::domain::ids::FactId;
use crate::domain::loan::{ChangeKind, LoanChange};
use crate::domain::record::{CheckRecord, SavingsRecord, Trail, TrancheRecord};
use crate::exchange::native::Wrong;
use crate::office::command::{
    Command, NewAttendance, NewCheck, NewDisbursement, NewLoanChange, NewOpening, NewReversal,
    NewSavings,
};
use serde_json::{Map, Value};

pub(super) const DISBURSEMENT: &[&str] = &["id", "loan", "day", "amount", "reason"];
pub(super) const OPENING: &[&str] =
    &["id", "loan", "day", "outstanding", "interest_owed", "last_movement", "reason"];
pub(super) const SAVINGS: &[&str] = &[
    "id",
    "member",
    "day",
    "kind",
    "amount",
    "reverses",
    "reason",
    "collected_by",
    "confirmed_by",
];
pub(super) const CHANGE: &[&str] = &["id", "loan", "day", "kind", "instalment", "value", "reason"];
pub(super) const ATTENDANCE: &[&str] = &["id", "group", "session", "by", "reason"];
pub(super) const CHECK: &[&str] =
    &["id", "group", "day", "association", "visitor", "item", "answer", "note", "lines"];
pub(super) const REVERSE: &[&str] = &["id", "reverses", "day", "reason", "confirmed_by"];
const ANSWER: &[&str] = &["item", "answer", "note", "id"];

pub(super) fn disbursement(cells: &mut Cells<'_>, _: &Known<'_>) -> Result<Command, Failure> {
    let tranche = TrancheRecord {
        id: cells.id()?,
        loan: cells.code("loan")?,
        day: cells.day("day")?,
        amount: cells.money("amount")?,
    };
    Ok(Command::Disbursement(NewDisbursement { tranche, reason: cells.maybe("reason")? }))
}

pub(super) fn opening(cells: &mut Cells<'_>, _: &Known<'_>) -> Result<Command, Failure> {
    Ok(Command::Opening(NewOpening {
        id: cells.id()?,
        loan: cells.code("loan")?,
        opening: opening_of(cells, "day")?,
        reason: cells.maybe("reason")?,
    }))
}

pub(super) fn savings(cells: &mut Cells<'_>, _: &Known<'_>) -> Result<Command, Failure> {
    let saving = SavingsRecord {
        id: cells.id()?,
        member: cells.code("member")?,
        day: cells.day("day")?,
        kind: cells.word("kind")?,
        amount: cells.money("amount")?,
        reverses: cells.maybe_code("reverses")?,
        trail: Trail {
            reason: cells.maybe("reason")?,
            collected_by: cells.maybe("collected_by")?,
            ..Trail::default()
        },
    };
    Ok(Command::Savings(NewSavings { saving, confirmed_by: cells.maybe("confirmed_by")? }))
}

pub(super) fn change(cells: &mut Cells<'_>, _: &Known<'_>) -> Result<Command, Failure> {
    let (id, loan, day) = (cells.id()?, cells.code("loan")?, cells.day("day")?);
    let word = cells.text("kind")?;
    if word != "reschedule" {
        empty(cells, "instalment")?;
    }
    let kind = match word.as_str() {
        "reschedule" => ChangeKind::Reschedule {
            instalment: cells.number("instalment")?,
            due_on: cells.day("value")?,
        },
        "extend" => ChangeKind::Extend { due_on: cells.day("value")? },
        "freeze" => ChangeKind::Freeze { until: cells.maybe_day("value")? },
        "unfreeze" => {
            empty(cells, "value")?;
            ChangeKind::Unfreeze
        }
        other => {
            let known = "reschedule, extend, freeze, unfreeze".to_owned();
            return Err(cells.wrong("kind", other, &Wrong::NotAWord(known)));
        }
    };
    let change = LoanChange { id, day, kind };
    Ok(Command::Change(NewLoanChange { loan, change, reason: cells.maybe("reason")? }))
}

fn empty(cells: &mut Cells<'_>, key: &str) -> Result<(), Failure> {
    match cells.maybe(key)? {
        None => Ok(()),
        Some(given) => Err(cells.wrong(key, &given, &Wrong::NotEmpty)),
    }
}

pub(super) fn attendance(cells: &mut Cells<'_>, _: &Known<'_>) -> Result<Command, Failure> {
    Ok(Command::Attendance(NewAttendance {
        id: cells.id()?,
        group: cells.code("group")?,
        session: cells.day("session")?,
        by: cells.word("by")?,
        reason: cells.maybe("reason")?,
    }))
}

pub(super) fn check(cells: &mut Cells<'_>, _: &Known<'_>) -> Result<Command, Failure> {
    let mut new = NewCheck {
        id: cells.id()?,
        group: cells.code("group")?,
        day: cells.day("day")?,
        association: cells.maybe_association()?,
        visitor: cells.maybe("visitor")?.unwrap_or_default(),
        answers: Vec::new(),
    };
    if cells.is_given("item") {
        let only = answer(cells, &new)?;
        new.answers.push(only);
    }
    for mut line in cells.lines("lines", ANSWER, short)? {
        let next = CheckRecord {
            id: line.maybe_code("id")?.unwrap_or_else(none),
            ..answer(&mut line, &new)?
        };
        new.answers.push(next);
    }
    Ok(Command::Check(new))
}

fn none() -> FactId {
    FactId::new("")
}

fn answer(cells: &mut Cells<'_>, new: &NewCheck) -> Result<CheckRecord, Failure> {
    Ok(CheckRecord {
        id: none(),
        group: new.group.clone(),
        day: new.day,
        association: new.association,
        visitor: new.visitor.clone(),
        item: cells.text("item")?,
        answer: cells.text("answer")?,
        note: cells.maybe("note")?.unwrap_or_default(),
    })
}

/// `item:answer:note;item:answer`, where the note may be left out.
fn short(text: &str) -> Option<Vec<Map<String, Value>>> {
    let lines = text.split(';').map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let cells: Vec<&str> = line.splitn(3, ':').map(str::trim).collect();
            let named = ANSWER.iter().zip(&cells);
            let fits = cells.len() >= 2;
            fits.then(|| named.map(|(key, cell)| ((*key).to_owned(), Value::from(*cell))).collect())
        })
        .collect()
}

pub(super) fn reverse(cells: &mut Cells<'_>, known: &Known<'_>) -> Result<Command, Failure> {
    Ok(Command::Reversal(NewReversal {
        id: cells.id()?,
        of: cells.code("reverses")?,
        day: cells.maybe_day("day")?.unwrap_or(known.today),
        reason: cells.maybe("reason")?.unwrap_or_default(),
        confirmed_by: cells.maybe("confirmed_by")?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn answers_in_short_may_have_a_note() {
        let lines = short("board:yes; meetings:no:họp thiếu: 2 tháng").expect("lines");
        let expected = [
            json!({"item": "board", "answer": "yes"}),
            json!({"item": "meetings", "answer": "no", "note": "họp thiếu: 2 tháng"}),
        ];
        assert_eq!(lines.into_iter().map(Value::Object).collect::<Vec<_>>(), expected);
        assert_eq!(short("board"), None);
    }
}
