//! Facts of the collection day: talks, cash, meetings and what they want done, confirmations.

use super::facts::recorded;
use crate::domain::cash::{CashCount, from_text, to_text};
use crate::domain::contact::{Contact, Promise};
use crate::domain::meeting::{ActionItem, ActionStep, Meeting};
use crate::domain::record::{Confirmation, Recorded};
use crate::store::convert::{Cell, Word, a_word, senseless};
use crate::store::kinds::{ACTION, CASH, CONFIRMATION, CONTACT, MEETING, STEP};
use crate::store::writer::Draft;
use rusqlite::{Result, Row};

pub(crate) fn contact(row: &Recorded<Contact>) -> Draft {
    let contact = &row.fact;
    let cells = vec![
        contact.id.cell(),
        contact.loan.cell(),
        contact.day.cell(),
        Word(contact.how).cell(),
        contact.talker.cell(),
        contact.said.cell(),
        contact.promise.map(|promise| promise.amount).cell(),
        contact.promise.map(|promise| promise.by).cell(),
    ];
    recorded(&CONTACT, cells, row)
}

pub(crate) fn read_contact(row: &Row<'_>) -> Result<Contact> {
    let promised = row.get::<_, Option<_>>(6)?.zip(row.get::<_, Option<_>>(7)?);
    Ok(Contact {
        id: row.get(0)?,
        loan: row.get(1)?,
        day: row.get(2)?,
        how: a_word(row, 3)?,
        talker: row.get(4)?,
        said: row.get(5)?,
        promise: promised.map(|(amount, by)| Promise { amount, by }),
    })
}

pub(crate) fn cash(row: &Recorded<CashCount>) -> Draft {
    let count = &row.fact;
    let cells = vec![
        count.id.cell(),
        count.group.cell(),
        count.session.cell(),
        count.expected.cell(),
        count.counted.cell(),
        to_text(&count.notes).cell(),
        count.by.cell(),
        count.because.cell(),
    ];
    recorded(&CASH, cells, row)
}

pub(crate) fn read_cash(row: &Row<'_>) -> Result<CashCount> {
    let notes: String = row.get(5)?;
    Ok(CashCount {
        id: row.get(0)?,
        group: row.get(1)?,
        session: row.get(2)?,
        expected: row.get(3)?,
        counted: row.get(4)?,
        notes: from_text(&notes).ok_or_else(|| senseless(&notes))?,
        by: row.get(6)?,
        because: row.get(7)?,
    })
}

pub(crate) fn meeting(row: &Recorded<Meeting>) -> Draft {
    let meeting = &row.fact;
    let cells = vec![
        meeting.id.cell(),
        meeting.area.cell(),
        meeting.day.cell(),
        meeting.session.cell(),
        meeting.chair.cell(),
        meeting.present.cell(),
        meeting.minutes.cell(),
    ];
    recorded(&MEETING, cells, row)
}

pub(crate) fn read_meeting(row: &Row<'_>) -> Result<Meeting> {
    Ok(Meeting {
        id: row.get(0)?,
        area: row.get(1)?,
        day: row.get(2)?,
        session: row.get(3)?,
        chair: row.get(4)?,
        present: row.get(5)?,
        minutes: row.get(6)?,
    })
}

pub(crate) fn action(row: &Recorded<ActionItem>) -> Draft {
    let item = &row.fact;
    let cells = vec![
        item.id.cell(),
        item.area.cell(),
        item.day.cell(),
        item.meeting.cell(),
        item.what.cell(),
        item.owner.cell(),
        item.due_on.cell(),
    ];
    recorded(&ACTION, cells, row)
}

pub(crate) fn read_action(row: &Row<'_>) -> Result<ActionItem> {
    Ok(ActionItem {
        id: row.get(0)?,
        area: row.get(1)?,
        day: row.get(2)?,
        meeting: row.get(3)?,
        what: row.get(4)?,
        owner: row.get(5)?,
        due_on: row.get(6)?,
    })
}

pub(crate) fn step(row: &Recorded<ActionStep>) -> Draft {
    let step = &row.fact;
    let cells = vec![
        step.id.cell(),
        step.action.cell(),
        step.day.cell(),
        Word(step.kind).cell(),
        step.result.cell(),
    ];
    recorded(&STEP, cells, row)
}

pub(crate) fn read_step(row: &Row<'_>) -> Result<ActionStep> {
    Ok(ActionStep {
        id: row.get(0)?,
        action: row.get(1)?,
        day: row.get(2)?,
        kind: a_word(row, 3)?,
        result: row.get(4)?,
    })
}

pub(crate) fn confirmation(row: &Recorded<Confirmation>) -> Draft {
    let Confirmation { id, fact, day, by } = &row.fact;
    recorded(&CONFIRMATION, vec![id.cell(), fact.cell(), day.cell(), by.cell()], row)
}

pub(crate) fn read_confirmation(row: &Row<'_>) -> Result<Confirmation> {
    Ok(Confirmation { id: row.get(0)?, fact: row.get(1)?, day: row.get(2)?, by: row.get(3)? })
}
