//! Talks, cash counts, meetings, action items and confirmations as cells.

use super::{dong, maybe, maybe_dong, recorded, rows, text};
use crate::domain::cash;
use crate::domain::record::Batch;
use crate::domain::words::Words;
use crate::exchange::native::export::Row;
use crate::exchange::native::tables::{self, Table};

pub(super) fn all(book: &Batch) -> Vec<(&'static Table, Vec<Row>)> {
    let contacts = rows(&book.contacts, |row| {
        let promise = row.promise;
        let cells = vec![
            text(&row.id),
            text(&row.loan),
            text(&row.day),
            row.how.word().to_owned(),
            maybe(row.talker.as_ref()),
            row.said.clone(),
            maybe_dong(promise.map(|promise| promise.amount)),
            maybe(promise.map(|promise| promise.by).as_ref()),
        ];
        recorded(row, &row.day, &row.id, cells)
    });
    let cash = rows(&book.cash, |row| {
        let cells = vec![
            text(&row.id),
            text(&row.group),
            text(&row.session),
            dong(row.expected),
            dong(row.counted),
            cash::to_text(&row.notes),
            maybe(row.by.as_ref()),
            maybe(row.because.as_ref()),
        ];
        recorded(row, &row.session, &row.id, cells)
    });
    let mut all = vec![(&tables::CONTACTS, contacts), (&tables::CASH_COUNTS, cash)];
    all.extend(meetings(book));
    let confirmations = rows(&book.confirmations, |row| {
        let (id, fact) = (text(&row.id), text(&row.fact.fact));
        recorded(row, &row.day, &row.id, vec![id, fact, text(&row.day), row.by.clone()])
    });
    all.push((&tables::CONFIRMATIONS, confirmations));
    all
}

fn meetings(book: &Batch) -> Vec<(&'static Table, Vec<Row>)> {
    let meetings = rows(&book.meetings, |row| {
        let cells = vec![
            text(&row.id),
            text(&row.area),
            text(&row.day),
            maybe(row.session.as_ref()),
            row.chair.clone(),
            row.present.clone(),
            row.minutes.clone(),
        ];
        recorded(row, &row.day, &row.id, cells)
    });
    let actions = rows(&book.actions, |row| {
        let cells = vec![
            text(&row.id),
            text(&row.area),
            text(&row.day),
            maybe(row.meeting.as_ref()),
            row.what.clone(),
            row.owner.clone(),
            text(&row.due_on),
        ];
        recorded(row, &row.day, &row.id, cells)
    });
    let steps = rows(&book.steps, |row| {
        let (id, action) = (text(&row.id), text(&row.action));
        let kind = row.kind.word().to_owned();
        let cells = vec![id, action, text(&row.day), kind, row.result.clone()];
        recorded(row, &row.day, &row.id, cells)
    });
    vec![(&tables::MEETINGS, meetings), (&tables::ACTIONS, actions), (&tables::ACTION_STEPS, steps)]
}
