//! The rows of a book as cells, in the order of the tables.

mod collection;

use super::Row;
use crate::domain::ids::FactId;
use crate::domain::loan::ChangeKind;
use crate::domain::money::Dong;
use crate::domain::record::{Batch, Recorded, Trail};
use crate::domain::words::Words;
use crate::exchange::native::tables::{self, Table};
use rust_decimal::Decimal;
use std::fmt::Display;

/// All tables with their rows.
pub(super) fn all(book: &Batch) -> Vec<(&'static Table, Vec<Row>)> {
    let mut all = master(book);
    all.extend(loans(book));
    all.extend(money(book));
    all.extend(seen(book));
    all.extend(collection::all(book));
    all.extend(published(book));
    all
}

fn rows<T>(things: &[T], row: impl Fn(&T) -> Row) -> Vec<Row> {
    things.iter().map(row).collect()
}

/// A row that is sorted by its first cells.
fn by(keys: usize, cells: Vec<String>) -> Row {
    Row { order: cells.iter().take(keys).cloned().collect(), cells }
}

/// A fact: sorted by its day and id.
fn fact(day: &impl Display, id: &impl Display, cells: Vec<String>) -> Row {
    Row { order: vec![day.to_string(), id.to_string()], cells }
}

fn text(value: &impl Display) -> String {
    value.to_string()
}

fn maybe(value: Option<&impl Display>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn word(value: Option<impl Words>) -> String {
    value.map(Words::word).unwrap_or_default().to_owned()
}

fn dong(value: Dong) -> String {
    value.get().to_string()
}

fn maybe_dong(value: Option<Dong>) -> String {
    value.map(dong).unwrap_or_default()
}

fn decimal(value: Option<Decimal>) -> String {
    value.map(|value| value.normalize().to_string()).unwrap_or_default()
}

/// The trail of money: what it takes back stands among its own columns.
fn money_trail(cells: &mut Vec<String>, trail: &Trail) {
    let Trail { reason, collected_by, recorded_by, recorded_at, machine } = trail;
    for cell in [reason, collected_by, recorded_by, recorded_at, machine] {
        cells.push(cell.clone().unwrap_or_default());
    }
}

/// What any other fact takes back, and its trail.
fn with_trail(mut cells: Vec<String>, reverses: Option<&FactId>, trail: &Trail) -> Vec<String> {
    let Trail { reason, collected_by: _, recorded_by, recorded_at, machine } = trail;
    cells.push(maybe(reverses));
    for cell in [reason, recorded_by, recorded_at, machine] {
        cells.push(cell.clone().unwrap_or_default());
    }
    cells
}

/// A fact other than money, with its trail.
fn recorded<T>(
    row: &Recorded<T>,
    day: &impl Display,
    id: &impl Display,
    cells: Vec<String>,
) -> Row {
    fact(day, id, with_trail(cells, row.reverses.as_ref(), &row.trail))
}

/// A fact without an id, sorted by its first cells, with its trail.
fn unnamed<T>(keys: usize, row: &Recorded<T>, cells: Vec<String>) -> Row {
    by(keys, with_trail(cells, row.reverses.as_ref(), &row.trail))
}

fn master(book: &Batch) -> Vec<(&'static Table, Vec<Row>)> {
    let places = rows(&book.places, |place| {
        let difficult = if place.difficult { "1" } else { "0" }.to_owned();
        let (code, kind) = (text(&place.code), place.kind.word().to_owned());
        by(1, vec![code, kind, place.name.clone(), maybe(place.parent.as_ref()), difficult])
    });
    let points = rows(&book.points, |(code, commune, name, session_day)| {
        by(1, vec![text(code), text(commune), name.clone(), text(session_day)])
    });
    let session_changes = rows(&book.session_changes, |(point, month, held_on)| {
        by(2, vec![text(point), text(month), maybe(held_on.as_ref())])
    });
    let groups = rows(&book.groups, |group| {
        by(
            1,
            vec![
                text(&group.code),
                text(&group.village),
                text(&group.point),
                group.association.code().to_owned(),
                maybe(group.leader.as_ref()),
                maybe(group.deputy.as_ref()),
                text(&group.founded_on),
                maybe(group.closed_on.as_ref()),
            ],
        )
    });
    let members = rows(&book.members, |member| {
        by(
            1,
            vec![
                text(&member.code),
                text(&member.group),
                member.name.clone(),
                maybe(member.born.as_ref()),
                word(member.sex),
                word(member.household),
                maybe(member.ethnicity.as_ref()),
                maybe(member.phone.as_ref()),
                maybe(member.id_number.as_ref()),
                text(&member.joined_on),
                maybe(member.left_on.as_ref()),
            ],
        )
    });
    vec![
        (&tables::PLACES, places),
        (&tables::POINTS, points),
        (&tables::SESSION_CHANGES, session_changes),
        (&tables::GROUPS, groups),
        (&tables::MEMBERS, members),
    ]
}

fn loans(book: &Batch) -> Vec<(&'static Table, Vec<Row>)> {
    let loans = rows(&book.loans, |loan| {
        by(
            1,
            vec![
                text(&loan.code),
                text(&loan.member),
                text(&loan.programme),
                dong(loan.principal),
                text(&loan.disbursed_on),
                text(&loan.rate),
                text(&loan.term_months),
                text(&loan.due_on),
                loan.purpose.clone(),
                maybe(loan.interest_grace_until.as_ref()),
                word(loan.capital),
            ],
        )
    });
    let openings = rows(&book.openings, |row| {
        let (loan, opening) = &row.fact;
        unnamed(
            1,
            row,
            vec![
                text(loan),
                text(&opening.day),
                dong(opening.outstanding),
                dong(opening.interest_owed),
                maybe(opening.last_movement.as_ref()),
            ],
        )
    });
    let tranches = rows(&book.tranches, |row| {
        recorded(
            row,
            &row.day,
            &row.id,
            vec![text(&row.id), text(&row.loan), text(&row.day), dong(row.amount)],
        )
    });
    let instalments = rows(&book.instalments, |(loan, row)| Row {
        order: vec![text(loan), format!("{:010}", row.no)],
        cells: vec![text(loan), text(&row.no), text(&row.due_on), dong(row.amount)],
    });
    let changes = rows(&book.changes, |row| {
        let (loan, change) = &row.fact;
        let (kind, instalment, value) = match &change.kind {
            ChangeKind::Reschedule { instalment, due_on } => {
                ("reschedule", text(instalment), text(due_on))
            }
            ChangeKind::Extend { due_on } => ("extend", String::new(), text(due_on)),
            ChangeKind::Freeze { until } => ("freeze", String::new(), maybe(until.as_ref())),
            ChangeKind::Unfreeze => ("unfreeze", String::new(), String::new()),
        };
        let (id, day) = (text(&change.id), text(&change.day));
        let cells = vec![id, text(loan), day, kind.to_owned(), instalment, value];
        recorded(row, &change.day, &change.id, cells)
    });
    vec![
        (&tables::LOANS, loans),
        (&tables::OPENINGS, openings),
        (&tables::DISBURSEMENTS, tranches),
        (&tables::INSTALMENTS, instalments),
        (&tables::LOAN_CHANGES, changes),
    ]
}

fn money(book: &Batch) -> Vec<(&'static Table, Vec<Row>)> {
    let payments = rows(&book.payments, |row| {
        let mut cells = vec![
            text(&row.id),
            text(&row.loan),
            text(&row.day),
            row.kind.word().to_owned(),
            dong(row.amount),
            row.place.word().to_owned(),
            maybe(row.receipt.as_ref()),
            maybe(row.reverses.as_ref()),
        ];
        money_trail(&mut cells, &row.trail);
        fact(&row.day, &row.id, cells)
    });
    let savings = rows(&book.savings, |row| {
        let mut cells = vec![
            text(&row.id),
            text(&row.member),
            text(&row.day),
            row.kind.word().to_owned(),
            dong(row.amount),
            maybe(row.reverses.as_ref()),
        ];
        money_trail(&mut cells, &row.trail);
        fact(&row.day, &row.id, cells)
    });
    vec![(&tables::PAYMENTS, payments), (&tables::SAVINGS, savings)]
}

fn seen(book: &Batch) -> Vec<(&'static Table, Vec<Row>)> {
    let attendance = rows(&book.attendance, |row| {
        let (group, session, by_whom) = &row.fact;
        unnamed(2, row, vec![text(group), text(session), by_whom.word().to_owned()])
    });
    let visits = rows(&book.visits, |row| {
        let visit = &row.visit;
        recorded(
            row,
            &visit.day,
            &visit.id,
            vec![
                text(&visit.id),
                text(&visit.group),
                text(&visit.day),
                visit.kind.word().to_owned(),
                visit.association.map(|by| by.code().to_owned()).unwrap_or_default(),
                visit.visitor.clone(),
                maybe(visit.witness.as_ref()),
                maybe(visit.reported_on.as_ref()),
            ],
        )
    });
    let mut lines = Vec::new();
    for record in &book.visits {
        for (no, line) in record.lines.iter().enumerate() {
            // Lines keep the order of the paper.
            let (day, id) = (text(&record.visit.day), text(&record.visit.id));
            let cells = vec![
                id.clone(),
                text(&line.loan),
                maybe_dong(line.received),
                maybe_dong(line.balance_seen),
                maybe_dong(line.right_use),
                maybe_dong(line.wrong_use),
                maybe_dong(line.unused),
                word(line.effect),
                maybe_dong(line.interest_seen),
                line.note.clone(),
            ];
            // A line is part of its visit: typed with it, and it vanishes with it.
            let cells = with_trail(cells, None, &record.trail);
            lines.push(Row { order: vec![day, id, format!("{no:010}")], cells });
        }
    }
    let checks = rows(&book.checks, |row| {
        recorded(
            row,
            &row.day,
            &row.id,
            vec![
                text(&row.id),
                text(&row.group),
                text(&row.day),
                row.association.map(|by| by.code().to_owned()).unwrap_or_default(),
                row.visitor.clone(),
                row.item.clone(),
                row.answer.clone(),
                row.note.clone(),
            ],
        )
    });
    vec![
        (&tables::ATTENDANCE, attendance),
        (&tables::VISITS, visits),
        (&tables::VISIT_LINES, lines),
        (&tables::GROUP_CHECKS, checks),
    ]
}

fn published(book: &Batch) -> Vec<(&'static Table, Vec<Row>)> {
    let grades = rows(&book.bank_grades, |row| {
        let level = row.level.word().to_owned();
        by(3, vec![text(&row.month), level, row.code.clone(), decimal(row.score), word(row.grade)])
    });
    let targets = rows(&book.targets, |row| {
        by(
            3,
            vec![
                text(&row.area),
                row.indicator.clone(),
                text(&row.from),
                text(&row.to),
                decimal(row.baseline),
                decimal(Some(row.target)),
                maybe(row.approved_on.as_ref()),
            ],
        )
    });
    let capital = rows(&book.capital, |row| {
        by(
            3,
            vec![
                text(&row.area),
                text(&row.day),
                row.source.clone(),
                dong(row.amount),
                maybe_dong(row.planned),
            ],
        )
    });
    vec![(&tables::BANK_GRADES, grades), (&tables::TARGETS, targets), (&tables::CAPITAL, capital)]
}
