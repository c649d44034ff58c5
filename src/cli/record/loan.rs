//! `tkvv record loan`: a contract with its instalments, first tranches and opening, or a change of
//! a known one.

use super::cells::Cells;
use super::known::Known;
use super::place::entry;
use crate::cli::failure::Failure;
use crate::domain::entry::loan::{default_due_on, default_rate};
use crate::domain::ids::{FactId, LoanCode, ProgrammeCode};
use crate::domain::loan::{Instalment, Loan, Opening};
use crate::domain::rate::Rate;
use crate::domain::record::TrancheRecord;
use crate::exchange::native::Wrong;
use crate::office::command::{Command, LoanRow};
use serde_json::{Map, Value};

pub(super) const KEYS: &[&str] = &[
    "id",
    "code",
    "member",
    "programme",
    "principal",
    "disbursed_on",
    "rate",
    "term_months",
    "due_on",
    "purpose",
    "interest_grace_until",
    "capital",
    "instalments",
    "disbursements",
    "opening",
    "opening_day",
    "outstanding",
    "interest_owed",
    "last_movement",
    "reason",
];
const INSTALMENT: &[&str] = &["no", "due_on", "amount"];
const TRANCHE: &[&str] = &["id", "day", "amount"];
const OPENING: &[&str] = &["day", "outstanding", "interest_owed", "last_movement"];

pub(super) fn read(cells: &mut Cells<'_>, known: &Known<'_>) -> Result<Command, Failure> {
    let id = cells.id()?;
    let code: LoanCode = cells.code("code")?;
    let old = known.loan(&id, code.as_str());
    let loan = contract(cells, known, code, old.as_ref())?;
    let emptied = old.is_some() && cells.is_given("instalments");
    // Those of a new loan count from 1.
    let numbers = old.as_ref().map(|_| known.numbers(loan.code.as_str())).unwrap_or_default();
    let mut instalments = instalments(cells, &numbers)?;
    if emptied && instalments.is_empty() {
        instalments.push(loan.only_instalment());
    }
    let row = LoanRow {
        instalments,
        tranches: tranches(cells, &id, &loan.code)?,
        opening: opening(cells)?,
        loan,
    };
    entry(cells, id, row, old.is_some()).map(Command::Loan)
}

fn contract(
    cells: &mut Cells<'_>,
    known: &Known<'_>,
    code: LoanCode,
    old: Option<&Loan>,
) -> Result<Loan, Failure> {
    let member = cells.keep("member", old.map(|it| it.member.clone()), Cells::code)?;
    let programme: ProgrammeCode =
        cells.keep("programme", old.map(|it| it.programme.clone()), Cells::code)?;
    let principal = cells.keep("principal", old.map(|it| it.principal), Cells::money)?;
    let disbursed_on = cells.keep("disbursed_on", old.map(|it| it.disbursed_on), Cells::day)?;
    let rate = cells.keep("rate", old.map(|it| it.rate), |cells, key| {
        if let Some(rate) = cells.maybe_rate(key)? {
            return Ok(rate);
        }
        let usual = known.rules(disbursed_on).and_then(|rules| default_rate(rules, &programme));
        // Of a programme that is not known the rules say so themselves.
        usual.or(Rate::parse("0")).ok_or_else(|| cells.wrong(key, "", &Wrong::Empty))
    })?;
    let term_months = cells.keep("term_months", old.map(|it| it.term_months), Cells::number)?;
    let due_on = cells.keep("due_on", old.map(|it| it.due_on), |cells, key| {
        Ok(cells.maybe_day(key)?.unwrap_or_else(|| default_due_on(disbursed_on, term_months)))
    })?;
    let purpose = cells.keep("purpose", old.map(|it| it.purpose.clone()), |cells, key| {
        Ok(cells.maybe(key)?.unwrap_or_default())
    })?;
    let until = old.map(|it| it.interest_grace_until);
    let interest_grace_until = cells.keep("interest_grace_until", until, Cells::maybe_day)?;
    let capital = cells.keep("capital", old.map(|it| it.capital), Cells::maybe_word)?;
    Ok(Loan {
        code,
        member,
        programme,
        principal,
        disbursed_on,
        rate,
        term_months,
        due_on,
        purpose,
        interest_grace_until,
        capital,
    })
}

fn instalments(cells: &mut Cells<'_>, known: &[u32]) -> Result<Vec<Instalment>, Failure> {
    let lines = cells.lines("instalments", INSTALMENT, |text| short(text, INSTALMENT, 2))?;
    let read = |mut line: Cells<'_>| {
        let (no, due_on) = (line.maybe_number("no")?, line.day("due_on")?);
        Ok((no, due_on, line.money("amount")?))
    };
    let lines: Vec<(Option<u32>, _, _)> = lines.into_iter().map(read).collect::<Result<_, _>>()?;
    let given: Vec<Option<u32>> = lines.iter().map(|(no, ..)| *no).collect();
    let numbered = numbers(&given, known).into_iter().zip(lines);
    Ok(numbered.map(|(no, (_, due_on, amount))| Instalment { no, due_on, amount }).collect())
}

/// The numbers of instalments, where they are not given: of a known loan those that it has, in
/// order, and then the next ones, so that what names one still means it; of a new loan 1, 2, 3.
fn numbers(given: &[Option<u32>], known: &[u32]) -> Vec<u32> {
    if known.is_empty() {
        return (1..).zip(given).map(|(no, given)| given.unwrap_or(no)).collect();
    }
    let mut kept = known.iter().filter(|no| !given.contains(&Some(**no)));
    let mut last = given.iter().flatten().chain(known).max().copied().unwrap_or_default();
    let mut next = || {
        kept.next().copied().unwrap_or_else(|| {
            last = last.saturating_add(1);
            last
        })
    };
    given.iter().map(|given| given.unwrap_or_else(&mut next)).collect()
}

fn tranches(
    cells: &mut Cells<'_>,
    entry: &FactId,
    loan: &LoanCode,
) -> Result<Vec<TrancheRecord>, Failure> {
    let lines = cells.lines("disbursements", TRANCHE, |text| short(text, TRANCHE, 2))?;
    (1..)
        .zip(lines)
        .map(|(no, mut line): (u32, _)| {
            let id = line.maybe_code("id")?.unwrap_or_else(|| entry.follow(&format!("-d{no}")));
            let (day, amount) = (line.day("day")?, line.money("amount")?);
            Ok(TrancheRecord { id, loan: loan.clone(), day, amount })
        })
        .collect()
}

/// `day:amount` or `no:day:amount`, divided by commas.
fn short(text: &str, keys: &[&str], least: usize) -> Option<Vec<Map<String, Value>>> {
    let lines = text.split([',', ';']).map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split(':').map(str::trim).collect();
            let named = keys.get(keys.len().checked_sub(cells.len())?..)?;
            let pairs = named.iter().zip(&cells);
            let fits = cells.len() >= least;
            fits.then(|| pairs.map(|(key, cell)| ((*key).to_owned(), Value::from(*cell))).collect())
        })
        .collect()
}

/// The opening, on its own or by its cells; none where nothing of it is given.
fn opening(cells: &mut Cells<'_>) -> Result<Option<Opening>, Failure> {
    if let Some(mut nested) = cells.nested("opening", OPENING)? {
        return opening_of(&mut nested, "day").map(Some);
    }
    let given = ["opening_day", "outstanding", "interest_owed", "last_movement"];
    if !given.iter().any(|key| cells.is_given(key)) {
        return Ok(None);
    }
    opening_of(cells, "opening_day").map(Some)
}

pub(super) fn opening_of(cells: &mut Cells<'_>, day: &str) -> Result<Opening, Failure> {
    Ok(Opening {
        day: cells.day(day)?,
        outstanding: cells.money("outstanding")?,
        interest_owed: cells.maybe_money("interest_owed")?.unwrap_or_default(),
        last_movement: cells.maybe_day("last_movement")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn instalments_of_a_known_loan_keep_their_numbers_and_new_ones_get_the_next() {
        assert_eq!(numbers(&[None, Some(2), None], &[]), [1, 2, 3]);
        assert_eq!(numbers(&[None, None, None], &[2, 3, 4]), [2, 3, 4]);
        assert_eq!(numbers(&[None, None], &[2, 3, 4]), [2, 3]);
        assert_eq!(numbers(&[None, None, None], &[2, 4]), [2, 4, 5]);
        assert_eq!(numbers(&[None, Some(2), None], &[2, 4]), [4, 2, 5]);
        assert_eq!(numbers(&[Some(9), None, None], &[1]), [9, 1, 10]);
    }

    #[test]
    fn instalments_in_short_are_day_and_amount_with_a_number_before_them_or_not() {
        let lines = short("2027-10-15:5000000, 2:2028-10-15:5", INSTALMENT, 2).expect("lines");
        let expected = [
            json!({"due_on": "2027-10-15", "amount": "5000000"}),
            json!({"no": "2", "due_on": "2028-10-15", "amount": "5"}),
        ];
        assert_eq!(lines.into_iter().map(Value::Object).collect::<Vec<_>>(), expected);
        assert_eq!(short("2027-10-15", INSTALMENT, 2), None);
        assert_eq!(short("1:2:3:4", INSTALMENT, 2), None);
    }
}
