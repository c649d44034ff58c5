//! Facts: what was paid, saved, disbursed, changed, seen.

use super::fact;
use crate::domain::ids::{FactId, LoanCode};
use crate::domain::ledger::VisitRecord;
use crate::domain::loan::{ChangeKind, LoanChange, Opening, Tranche};
use crate::domain::record::{
    AttendanceRecord, CheckRecord, PaymentRecord, Recorded, SavingsRecord, Trail, TrancheRecord,
};
use crate::domain::rulebook::OwnRulebook;
use crate::domain::visit::{Visit, VisitLine};
use crate::store::change::SheetFacts;
use crate::store::convert::{Cell, Word, a_word, word};
use crate::store::kinds::{
    ATTENDANCE, CHANGE, CHECK, Kind, OPENING, PAYMENT, RULEBOOK, SAVING, SHEET, TRANCHE, VISIT,
    VISIT_LINE,
};
use crate::store::writer::Draft;
use rusqlite::types::{FromSqlError, Value};
use rusqlite::{Result, Row};

pub(crate) fn opening(id: &FactId, row: &Recorded<(LoanCode, Opening)>) -> Draft {
    let (loan, opening) = &row.fact;
    let cells = vec![
        id.cell(),
        loan.cell(),
        opening.day.cell(),
        opening.outstanding.cell(),
        opening.interest_owed.cell(),
        opening.last_movement.cell(),
    ];
    recorded(&OPENING, cells, row)
}

pub(crate) fn read_opening(row: &Row<'_>) -> Result<(LoanCode, Opening)> {
    let opening = Opening {
        day: row.get(2)?,
        outstanding: row.get(3)?,
        interest_owed: row.get(4)?,
        last_movement: row.get(5)?,
    };
    Ok((row.get(1)?, opening))
}

pub(crate) fn tranche(row: &Recorded<TrancheRecord>) -> Draft {
    let TrancheRecord { id, loan, day, amount } = &row.fact;
    let cells = vec![id.cell(), loan.cell(), day.cell(), amount.cell()];
    recorded(&TRANCHE, cells, row)
}

pub(crate) fn read_tranche_record(row: &Row<'_>) -> Result<TrancheRecord> {
    Ok(TrancheRecord { id: row.get(0)?, loan: row.get(1)?, day: row.get(2)?, amount: row.get(3)? })
}

pub(crate) fn read_tranche(row: &Row<'_>) -> Result<(LoanCode, Tranche)> {
    let tranche = Tranche { id: row.get(0)?, day: row.get(2)?, amount: row.get(3)? };
    Ok((row.get(1)?, tranche))
}

pub(crate) fn payment(payment: &PaymentRecord, sheet: Option<&FactId>) -> Draft {
    let cells = vec![
        payment.id.cell(),
        payment.loan.cell(),
        payment.day.cell(),
        Word(payment.kind).cell(),
        payment.amount.cell(),
        Word(payment.place).cell(),
        payment.receipt.cell(),
        sheet.cell(),
    ];
    fact(&PAYMENT, cells, payment.reverses.as_ref(), &payment.trail)
}

/// A payment with the sheet it belongs to.
pub(crate) fn read_payment(row: &Row<'_>) -> Result<(PaymentRecord, Option<FactId>)> {
    let payment = PaymentRecord {
        id: row.get(0)?,
        loan: row.get(1)?,
        day: row.get(2)?,
        kind: a_word(row, 3)?,
        amount: row.get(4)?,
        place: a_word(row, 5)?,
        receipt: row.get(6)?,
        reverses: row.get(8)?,
        trail: read_trail(row, 9)?,
    };
    Ok((payment, row.get(7)?))
}

pub(crate) fn saving(saving: &SavingsRecord, sheet: Option<&FactId>) -> Draft {
    let cells = vec![
        saving.id.cell(),
        saving.member.cell(),
        saving.day.cell(),
        Word(saving.kind).cell(),
        saving.amount.cell(),
        sheet.cell(),
    ];
    fact(&SAVING, cells, saving.reverses.as_ref(), &saving.trail)
}

/// A deposit or withdrawal with the sheet it belongs to.
pub(crate) fn read_saving(row: &Row<'_>) -> Result<(SavingsRecord, Option<FactId>)> {
    let saving = SavingsRecord {
        id: row.get(0)?,
        member: row.get(1)?,
        day: row.get(2)?,
        kind: a_word(row, 3)?,
        amount: row.get(4)?,
        reverses: row.get(6)?,
        trail: read_trail(row, 7)?,
    };
    Ok((saving, row.get(5)?))
}

pub(crate) fn change(row: &Recorded<(LoanCode, LoanChange)>) -> Draft {
    let (loan, change) = &row.fact;
    let (kind, instalment, value) = match &change.kind {
        ChangeKind::Reschedule { instalment, due_on } => {
            ("reschedule", Some(*instalment), Some(*due_on))
        }
        ChangeKind::Extend { due_on } => ("extend", None, Some(*due_on)),
        ChangeKind::Freeze { until } => ("freeze", None, *until),
        ChangeKind::Unfreeze => ("unfreeze", None, None),
    };
    let cells = vec![
        change.id.cell(),
        loan.cell(),
        change.day.cell(),
        kind.cell(),
        instalment.cell(),
        value.cell(),
    ];
    recorded(&CHANGE, cells, row)
}

pub(crate) fn read_change(row: &Row<'_>) -> Result<(LoanCode, LoanChange)> {
    let word: String = row.get(3)?;
    let kind = match word.as_str() {
        "reschedule" => ChangeKind::Reschedule { instalment: row.get(4)?, due_on: row.get(5)? },
        "extend" => ChangeKind::Extend { due_on: row.get(5)? },
        "freeze" => ChangeKind::Freeze { until: row.get(5)? },
        "unfreeze" => ChangeKind::Unfreeze,
        _ => return Err(FromSqlError::Other(format!("\"{word}\"").into()).into()),
    };
    Ok((row.get(1)?, LoanChange { id: row.get(0)?, day: row.get(2)?, kind }))
}

/// Who came for a group.
pub(crate) fn attendance(id: &FactId, row: &Recorded<AttendanceRecord>) -> Draft {
    let (group, day, by) = &row.fact;
    let cells = vec![id.cell(), group.cell(), day.cell(), Word(*by).cell()];
    recorded(&ATTENDANCE, cells, row)
}

pub(crate) fn read_attendance(row: &Row<'_>) -> Result<AttendanceRecord> {
    Ok((row.get(1)?, row.get(2)?, a_word(row, 3)?))
}

/// A sheet's head, with its lines as the paper had them.
pub(crate) fn sheet(sheet: &SheetFacts) -> Draft {
    let cells = vec![
        sheet.id.cell(),
        sheet.group.cell(),
        sheet.session.cell(),
        sheet.presence.map(Word).cell(),
        sheet.lines.cell(),
    ];
    fact(&SHEET, cells, sheet.reverses.as_ref(), &sheet.trail)
}

/// A visit, then its lines, whose trail is the visit's.
pub(crate) fn visit(row: &Recorded<VisitRecord>) -> Vec<Draft> {
    let VisitRecord { visit, lines } = &row.fact;
    let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let head = vec![
        visit.id.cell(),
        visit.group.cell(),
        visit.day.cell(),
        Word(visit.kind).cell(),
        visit.association.cell(),
        visit.visitor.cell(),
        visit.witness.cell(),
        visit.reported_on.cell(),
        count.cell(),
    ];
    let mut drafts = vec![recorded(&VISIT, head, row)];
    for (no, line) in (1_u32..).zip(lines) {
        let cells = vec![
            Value::Text(format!("{}-{no:03}", visit.id)),
            visit.id.cell(),
            no.cell(),
            line.loan.cell(),
            line.received.cell(),
            line.balance_seen.cell(),
            line.right_use.cell(),
            line.wrong_use.cell(),
            line.unused.cell(),
            line.effect.map(Word).cell(),
            line.interest_seen.cell(),
            line.note.cell(),
        ];
        drafts.push(fact(&VISIT_LINE, cells, None, &row.trail));
    }
    drafts
}

pub(crate) fn read_visit(row: &Row<'_>) -> Result<Visit> {
    Ok(Visit {
        id: row.get(0)?,
        group: row.get(1)?,
        day: row.get(2)?,
        kind: a_word(row, 3)?,
        association: row.get(4)?,
        visitor: row.get(5)?,
        witness: row.get(6)?,
        reported_on: row.get(7)?,
    })
}

/// A line with the visit it belongs to.
pub(crate) fn read_visit_line(row: &Row<'_>) -> Result<(FactId, VisitLine)> {
    let line = VisitLine {
        loan: row.get(3)?,
        received: row.get(4)?,
        balance_seen: row.get(5)?,
        right_use: row.get(6)?,
        wrong_use: row.get(7)?,
        unused: row.get(8)?,
        effect: word(row, 9)?,
        interest_seen: row.get(10)?,
        note: row.get(11)?,
    };
    Ok((row.get(1)?, line))
}

pub(crate) fn check(row: &Recorded<CheckRecord>) -> Draft {
    let check = &row.fact;
    let cells = vec![
        check.id.cell(),
        check.group.cell(),
        check.day.cell(),
        check.association.cell(),
        check.visitor.cell(),
        check.item.cell(),
        check.answer.cell(),
        check.note.cell(),
    ];
    recorded(&CHECK, cells, row)
}

pub(crate) fn read_check(row: &Row<'_>) -> Result<CheckRecord> {
    Ok(CheckRecord {
        id: row.get(0)?,
        group: row.get(1)?,
        day: row.get(2)?,
        association: row.get(3)?,
        visitor: row.get(4)?,
        item: row.get(5)?,
        answer: row.get(6)?,
        note: row.get(7)?,
    })
}

pub(super) fn recorded<T>(kind: &'static Kind, cells: Vec<Value>, row: &Recorded<T>) -> Draft {
    fact(kind, cells, row.reverses.as_ref(), &row.trail)
}

/// Reads a kind's fact with what it takes back and its trail, which stand after its columns.
pub(crate) fn read_recorded<T>(
    kind: &'static Kind,
    read: impl Fn(&Row<'_>) -> Result<T>,
) -> impl Fn(&Row<'_>) -> Result<Recorded<T>> {
    let after = kind.columns.len();
    move |row| {
        let reverses = row.get(after)?;
        Ok(Recorded { fact: read(row)?, reverses, trail: read_trail(row, after + 1)? })
    }
}

/// A book's own rulebook.
pub(crate) fn rulebook(id: &FactId, rulebook: &OwnRulebook, reverses: Option<&FactId>) -> Draft {
    let cells =
        vec![id.cell(), rulebook.effective_from().cell(), rulebook.text().to_owned().cell()];
    fact(&RULEBOOK, cells, reverses, &Trail::default())
}

pub(crate) fn read_rulebook(row: &Row<'_>) -> Result<(FactId, OwnRulebook)> {
    Ok((row.get(0)?, OwnRulebook::kept(row.get(1)?, row.get(2)?)))
}

/// The trail that begins at a column, after what the fact takes back.
fn read_trail(row: &Row<'_>, from: usize) -> Result<Trail> {
    Ok(Trail {
        reason: row.get(from)?,
        collected_by: row.get(from + 1)?,
        recorded_by: row.get(from + 2)?,
        recorded_at: row.get(from + 3)?,
        machine: row.get(from + 4)?,
    })
}
