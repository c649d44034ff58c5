//! Parts that must add up: instalments, disbursements, sheets, what is outstanding, reversals.

use super::{Fault, FaultKind};
use crate::domain::cash::CashCount;
use crate::domain::contact::Contact;
use crate::domain::ids::LoanCode;
use crate::domain::loan::LoanChange;
use crate::domain::meeting::{ActionItem, ActionStep, Meeting};
use crate::domain::record::{
    CheckRecord, Confirmation, PaymentRecord, SavingsRecord, TrancheRecord,
};
use crate::domain::reversal::Fact;
use crate::domain::visit::Visit;
use crate::store::kinds::{
    ACTION, ATTENDANCE, CASH, CHANGE, CHECK, CONFIRMATION, CONTACT, Kind, MEETING, OPENING,
    PAYMENT, SAVING, SHEET, STEP, TRANCHE, VISIT,
};
use crate::store::load::all;
use rusqlite::Connection;

/// All sums.
pub(super) fn all_sums(connection: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for (table, sql) in SUMS {
        faults.extend(all(connection, sql, [], |row| {
            let (key, is, should): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(Fault::new(FaultKind::Sum, *table, key, format!("{is} / {should}")))
        })?);
    }
    let ledger = crate::store::load::whole(connection)?;
    for file in ledger.loans.values() {
        if let Err(refusal) = crate::domain::entry::payment::sound(file) {
            let detail = format!("{:?}", refusal.why);
            faults.push(Fault::new(FaultKind::Sum, "loans", file.loan.code.as_str(), detail));
        }
    }
    Ok(faults)
}

/// Each question lists the rows for which what is differs from what should be.
const SUMS: &[(&str, &str)] = &[
    (
        "loans",
        "SELECT loan, sum(amount), principal FROM instalments \
         JOIN loans ON loans.code = instalments.loan GROUP BY loan HAVING sum(amount) <> principal",
    ),
    (
        "loans",
        "SELECT loan, sum(amount), principal FROM tranches \
         JOIN loans ON loans.code = tranches.loan WHERE reverses IS NULL AND id NOT IN \
         (SELECT reverses FROM tranches WHERE reverses IS NOT NULL) \
         GROUP BY loan HAVING sum(amount) > principal",
    ),
    ("visits", VISITS_SUM),
    ("sheets", SHEETS_SUM),
];

/// Visits that have other lines than they say.
pub(in crate::store) const VISITS_SUM: &str = "SELECT visits.id, \
     count(visit_lines.id), visits.lines FROM visits \
     LEFT JOIN visit_lines ON visit_lines.visit = visits.id \
     GROUP BY visits.id HAVING count(visit_lines.id) <> visits.lines";

/// Sheets whose money is not what was typed.
pub(in crate::store) const SHEETS_SUM: &str = "SELECT id, written, typed FROM (SELECT sheets.id, \
       coalesce((SELECT sum(amount) FROM payments WHERE sheet = sheets.id), 0) \
       + coalesce((SELECT sum(amount) FROM savings WHERE sheet = sheets.id), 0) AS written, \
       coalesce((SELECT sum(coalesce(json_extract(value, '$.interest'), 0) \
         + coalesce(json_extract(value, '$.savings'), 0) \
         + coalesce(json_extract(value, '$.withdrawal'), 0)) \
         FROM json_each(lines)), 0) AS typed \
     FROM sheets) WHERE written <> typed";

/// What a row and the one that it takes back have to agree in: what `domain::reversal` says, and
/// all of the facts that no row of a file takes back.
const TIES: &[(&Kind, &[&str])] = &[
    (&PAYMENT, PaymentRecord::TIES),
    (&SAVING, SavingsRecord::TIES),
    (&OPENING, &["loan"]),
    (&TRANCHE, TrancheRecord::TIES),
    (&CHANGE, <(LoanCode, LoanChange)>::TIES),
    (&ATTENDANCE, &["group", "day", "presence"]),
    (&VISIT, Visit::TIES),
    (&CHECK, CheckRecord::TIES),
    (&SHEET, &["group", "day"]),
    (&CONTACT, Contact::TIES),
    (&CASH, CashCount::TIES),
    (&MEETING, Meeting::TIES),
    (&ACTION, ActionItem::TIES),
    (&STEP, ActionStep::TIES),
    (&CONFIRMATION, Confirmation::TIES),
];

/// The column of a table that holds a column of the files.
fn column(tie: &'static str) -> &'static str {
    // These words are SQL's own.
    match tie {
        "group" => "group_code",
        "by" => "confirmed_by",
        tie => tie,
    }
}

/// Reversals that are not of the fact they take back (contract.md, section 2).
pub(super) fn reversals(connection: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for (Kind { table, .. }, ties) in TIES {
        let differ = ties.iter().map(|tie| column(tie));
        let differ: Vec<String> =
            differ.map(|tie| format!("fact.{tie} IS NOT back.{tie}")).collect();
        let sql = format!(
            "SELECT back.id, fact.id FROM {table} AS back JOIN {table} AS fact \
             ON fact.id = back.reverses WHERE {} OR fact.reverses IS NOT NULL",
            differ.join(" OR ")
        );
        faults.extend(all(connection, &sql, [], |row| {
            let (key, of): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(Fault::new(FaultKind::Reversal, *table, key, of))
        })?);
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::kinds::{ALL, RULEBOOK, VERSION, VISIT_LINE};
    use std::collections::BTreeSet;

    #[test]
    fn every_fact_that_can_be_taken_back_is_held_to_what_takes_it_back() {
        // Versions follow one another, a visit takes its lines along, a rulebook has no second.
        let others = [VERSION.word, VISIT_LINE.word, RULEBOOK.word];
        let facts = ALL.iter().filter(|kind| kind.fact && !others.contains(&kind.word));
        let facts: BTreeSet<&str> = facts.map(|kind| kind.table).collect();
        assert_eq!(TIES.iter().map(|(kind, _)| kind.table).collect::<BTreeSet<_>>(), facts);
        for (kind, ties) in TIES {
            for tie in *ties {
                assert!(kind.columns.contains(&column(tie)), "{}: {tie}", kind.table);
            }
        }
    }
}
