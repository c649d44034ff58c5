//! Lines of the collection day: talks, cash counted, meetings, action items, confirmations.

use super::fault::{Collected, Wrong};
use super::row::Row;
use crate::domain::cash::{self, CashCount};
use crate::domain::contact::{Contact, Promise};
use crate::domain::meeting::{ActionItem, ActionStep, Meeting};
use crate::domain::record::Confirmation;

pub(super) fn contact(row: &mut Row<'_>) -> Option<Contact> {
    let id = row.code("id");
    let loan = row.code("loan");
    let day = row.day("day");
    let how = row.word("how");
    let talker = row.maybe_name("talker");
    let said = row.text("said");
    let promise = promise(row);
    // Something was said or promised, else it is no talk.
    if promise == Some(None) && said.is_some_and(|said| said.trim().is_empty()) {
        row.fault("said", Wrong::Empty);
        return None;
    }
    Some(Contact {
        id: id?,
        loan: loan?,
        day: day?,
        how: how?,
        talker: talker?,
        said: said?.to_owned(),
        promise: promise?,
    })
}

/// Both of a promise, or neither.
fn promise(row: &mut Row<'_>) -> Option<Option<Promise>> {
    let amount = match row.text("promised_amount") {
        Some("") => Some(None),
        _ => row.amount("promised_amount").map(Some),
    };
    let by = row.maybe_day("promised_by");
    match (amount?, by?) {
        (Some(amount), Some(by)) => Some(Some(Promise { amount, by })),
        (None, None) => Some(None),
        (None, Some(_)) => {
            row.fault("promised_amount", Wrong::Collected(Collected::HalfAPromise));
            None
        }
        (Some(_), None) => {
            row.fault("promised_by", Wrong::Collected(Collected::HalfAPromise));
            None
        }
    }
}

pub(super) fn cash(row: &mut Row<'_>) -> Option<CashCount> {
    let id = row.code("id");
    let group = row.code("group");
    let session = row.day("session");
    let expected = row.money("expected");
    let counted = row.money("counted");
    let notes = row.maybe("notes", Wrong::Collected(Collected::NotNotes), cash::from_text);
    let by = row.maybe_name("by");
    let because = row.maybe_text("because");
    let notes = notes?.unwrap_or_default();
    let count = CashCount {
        id: id?,
        group: group?,
        session: session?,
        expected: expected?,
        counted: counted?,
        notes,
        by: by?,
        because: because?,
    };
    let of_notes = CashCount::of_notes(&notes);
    if of_notes > count.counted {
        row.fault("notes", Wrong::Collected(Collected::NotesBeyond(of_notes, count.counted)));
        return None;
    }
    explained(row, count)
}

/// A difference has a sentence and the name of who counted (domain.md, section 9).
fn explained(row: &mut Row<'_>, count: CashCount) -> Option<CashCount> {
    let blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
    let difference = count.difference();
    if difference.is_zero() {
        return Some(count);
    }
    for (column, cell) in [("because", &count.because), ("by", &count.by)] {
        if blank(cell) {
            row.fault(column, Wrong::Collected(Collected::Unexplained(difference)));
            return None;
        }
    }
    Some(count)
}

pub(super) fn meeting(row: &mut Row<'_>) -> Option<Meeting> {
    let id = row.code("id");
    let area = row.code("area");
    let day = row.day("day");
    let session = row.maybe_day("session");
    let chair = row.name("chair");
    let present = row.text("present");
    let minutes = row.long_text("minutes");
    Some(Meeting {
        id: id?,
        area: area?,
        day: day?,
        session: session?,
        chair: chair?,
        present: present?.to_owned(),
        minutes: minutes?.to_owned(),
    })
}

pub(super) fn action(row: &mut Row<'_>) -> Option<ActionItem> {
    let id = row.code("id");
    let area = row.code("area");
    let day = row.day("day");
    let meeting = row.maybe_code("meeting");
    let what = row.needed_text("what");
    let owner = row.name("owner");
    let due_on = row.day("due_on");
    Some(ActionItem {
        id: id?,
        area: area?,
        day: day?,
        meeting: meeting?,
        what: what?,
        owner: owner?,
        due_on: due_on?,
    })
}

pub(super) fn step(row: &mut Row<'_>) -> Option<ActionStep> {
    let id = row.code("id");
    let action = row.code("action");
    let day = row.day("day");
    let kind = row.word("kind");
    let result = row.needed_text("result");
    Some(ActionStep { id: id?, action: action?, day: day?, kind: kind?, result: result? })
}

pub(super) fn confirmation(row: &mut Row<'_>) -> Option<Confirmation> {
    let id = row.code("id");
    let fact = row.code("fact");
    let day = row.day("day");
    let by = row.name("by");
    Some(Confirmation { id: id?, fact: fact?, day: day?, by: by? })
}
