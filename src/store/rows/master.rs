//! Master data: places, points, groups, members, loans, and what others have published.

use super::plain;
use crate::domain::day::{Day, Month};
use crate::domain::group::{Group, Member};
use crate::domain::ids::{LoanCode, PlaceCode, PointCode};
use crate::domain::ledger::BankGrade;
use crate::domain::loan::{Instalment, Loan};
use crate::domain::place::Place;
use crate::domain::record::{CapitalRecord, TargetRecord};
use crate::store::convert::{Cell, Exact, Word, a_word, word};
use crate::store::kinds::{
    BANK_GRADE, CAPITAL, GROUP, INSTALMENT, LOAN, MEMBER, PLACE, POINT, SESSION_CHANGE, TARGET,
};
use crate::store::writer::Draft;
use rusqlite::{Result, Row};

/// A point without its calendar: code, commune, name, session day.
pub(crate) type PointRow = (PointCode, PlaceCode, String, u32);

/// A month in which a session is not held as usual.
pub(crate) type SessionChangeRow = (PointCode, Month, Option<Day>);

pub(crate) fn place(place: &Place) -> Draft {
    plain(
        &PLACE,
        vec![
            place.code.cell(),
            Word(place.kind).cell(),
            place.name.cell(),
            place.parent.cell(),
            place.difficult.cell(),
        ],
    )
}

pub(crate) fn read_place(row: &Row<'_>) -> Result<Place> {
    Ok(Place {
        code: row.get(0)?,
        kind: a_word(row, 1)?,
        name: row.get(2)?,
        parent: row.get(3)?,
        difficult: row.get(4)?,
    })
}

pub(crate) fn point((code, commune, name, session_day): &PointRow) -> Draft {
    plain(&POINT, vec![code.cell(), commune.cell(), name.cell(), session_day.cell()])
}

pub(crate) fn read_point(row: &Row<'_>) -> Result<PointRow> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

pub(crate) fn session_change((point, month, held_on): &SessionChangeRow) -> Draft {
    plain(&SESSION_CHANGE, vec![point.cell(), month.cell(), held_on.cell()])
}

pub(crate) fn read_session_change(row: &Row<'_>) -> Result<SessionChangeRow> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

pub(crate) fn group(group: &Group) -> Draft {
    plain(
        &GROUP,
        vec![
            group.code.cell(),
            group.village.cell(),
            group.point.cell(),
            group.association.cell(),
            group.leader.cell(),
            group.deputy.cell(),
            group.founded_on.cell(),
            group.closed_on.cell(),
        ],
    )
}

pub(crate) fn read_group(row: &Row<'_>) -> Result<Group> {
    Ok(Group {
        code: row.get(0)?,
        village: row.get(1)?,
        point: row.get(2)?,
        association: row.get(3)?,
        leader: row.get(4)?,
        deputy: row.get(5)?,
        founded_on: row.get(6)?,
        closed_on: row.get(7)?,
    })
}

pub(crate) fn member(member: &Member) -> Draft {
    plain(
        &MEMBER,
        vec![
            member.code.cell(),
            member.group.cell(),
            member.name.cell(),
            member.born.cell(),
            member.sex.map(Word).cell(),
            member.household.map(Word).cell(),
            member.ethnicity.cell(),
            member.phone.cell(),
            member.id_number.cell(),
            member.joined_on.cell(),
            member.left_on.cell(),
        ],
    )
}

pub(crate) fn read_member(row: &Row<'_>) -> Result<Member> {
    Ok(Member {
        code: row.get(0)?,
        group: row.get(1)?,
        name: row.get(2)?,
        born: row.get(3)?,
        sex: word(row, 4)?,
        household: word(row, 5)?,
        ethnicity: row.get(6)?,
        phone: row.get(7)?,
        id_number: row.get(8)?,
        joined_on: row.get(9)?,
        left_on: row.get(10)?,
    })
}

pub(crate) fn loan(loan: &Loan) -> Draft {
    plain(
        &LOAN,
        vec![
            loan.code.cell(),
            loan.member.cell(),
            loan.programme.cell(),
            loan.principal.cell(),
            loan.disbursed_on.cell(),
            loan.rate.cell(),
            loan.term_months.cell(),
            loan.due_on.cell(),
            loan.purpose.cell(),
            loan.interest_grace_until.cell(),
            loan.capital.map(Word).cell(),
        ],
    )
}

pub(crate) fn read_loan(row: &Row<'_>) -> Result<Loan> {
    Ok(Loan {
        code: row.get(0)?,
        member: row.get(1)?,
        programme: row.get(2)?,
        principal: row.get(3)?,
        disbursed_on: row.get(4)?,
        rate: row.get(5)?,
        term_months: row.get(6)?,
        due_on: row.get(7)?,
        purpose: row.get(8)?,
        interest_grace_until: row.get(9)?,
        capital: word(row, 10)?,
    })
}

pub(crate) fn instalment((loan, instalment): &(LoanCode, Instalment)) -> Draft {
    let Instalment { no, due_on, amount } = instalment;
    plain(&INSTALMENT, vec![loan.cell(), no.cell(), due_on.cell(), amount.cell()])
}

pub(crate) fn read_instalment(row: &Row<'_>) -> Result<(LoanCode, Instalment)> {
    let instalment = Instalment { no: row.get(1)?, due_on: row.get(2)?, amount: row.get(3)? };
    Ok((row.get(0)?, instalment))
}

pub(crate) fn bank_grade(grade: &BankGrade) -> Draft {
    plain(
        &BANK_GRADE,
        vec![
            grade.month.cell(),
            Word(grade.level).cell(),
            grade.code.cell(),
            grade.score.map(Exact).cell(),
            grade.grade.map(Word).cell(),
        ],
    )
}

pub(crate) fn read_bank_grade(row: &Row<'_>) -> Result<BankGrade> {
    Ok(BankGrade {
        month: row.get(0)?,
        level: a_word(row, 1)?,
        code: row.get(2)?,
        score: row.get::<_, Option<Exact>>(3)?.map(|score| score.0),
        grade: word(row, 4)?,
    })
}

pub(crate) fn target(target: &TargetRecord) -> Draft {
    plain(
        &TARGET,
        vec![
            target.area.cell(),
            target.indicator.cell(),
            target.from.cell(),
            target.to.cell(),
            target.baseline.map(Exact).cell(),
            Exact(target.target).cell(),
            target.approved_on.cell(),
        ],
    )
}

pub(crate) fn read_target(row: &Row<'_>) -> Result<TargetRecord> {
    Ok(TargetRecord {
        area: row.get(0)?,
        indicator: row.get(1)?,
        from: row.get(2)?,
        to: row.get(3)?,
        baseline: row.get::<_, Option<Exact>>(4)?.map(|baseline| baseline.0),
        target: row.get::<_, Exact>(5)?.0,
        approved_on: row.get(6)?,
    })
}

pub(crate) fn capital(capital: &CapitalRecord) -> Draft {
    plain(
        &CAPITAL,
        vec![
            capital.area.cell(),
            capital.day.cell(),
            capital.source.cell(),
            capital.amount.cell(),
            capital.planned.cell(),
        ],
    )
}

pub(crate) fn read_capital(row: &Row<'_>) -> Result<CapitalRecord> {
    Ok(CapitalRecord {
        area: row.get(0)?,
        day: row.get(1)?,
        source: row.get(2)?,
        amount: row.get(3)?,
        planned: row.get(4)?,
    })
}
