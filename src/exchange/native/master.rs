//! Lines of master data: places, points, groups, members, loans, and what was planned or published.

use super::fault::Wrong;
use super::loaded::PointRow;
use super::row::Row;
use crate::domain::day::{Day, Month};
use crate::domain::group::{Association, Group, Member};
use crate::domain::ids::{LoanCode, PointCode};
use crate::domain::ledger::BankGrade;
use crate::domain::loan::{Instalment, Loan};
use crate::domain::place::Place;
use crate::domain::ratio::RatioId;
use crate::domain::record::{CapitalRecord, TargetRecord};

/// The most months of a loan's term.
const MOST_MONTHS: u32 = 600;
/// The most instalments of a loan.
const MOST_INSTALMENTS: u32 = 10_000;

pub(super) fn place(row: &mut Row<'_>) -> Option<Place> {
    let code = row.code("code");
    let kind = row.word("kind");
    let name = row.name("name");
    let parent = row.maybe_code("parent");
    let difficult = row.flag("difficult");
    let (code, kind, name) = (code?, kind?, name?);
    Some(Place { code, kind, name, parent: parent?, difficult: difficult? })
}

pub(super) fn point(row: &mut Row<'_>) -> Option<PointRow> {
    let code = row.code("code");
    let commune = row.code("commune");
    let name = row.name("name");
    let session_day = row.number("session_day", 1, 28);
    Some((code?, commune?, name?, session_day?))
}

pub(super) fn session_change(row: &mut Row<'_>) -> Option<(PointCode, Month, Option<Day>)> {
    let point = row.code("point");
    let month = row.month("month");
    let held_on = row.maybe_day("held_on");
    Some((point?, month?, held_on?))
}

pub(super) fn association(row: &mut Row<'_>) -> Option<Association> {
    let association = maybe_association(row)?;
    if association.is_none() {
        row.fault("association", Wrong::Empty);
    }
    association
}

pub(super) fn maybe_association(row: &mut Row<'_>) -> Option<Option<Association>> {
    let codes = Association::ALL.map(Association::code).join(", ");
    row.maybe("association", Wrong::NotAWord(codes), Association::from_code)
}

pub(super) fn group(row: &mut Row<'_>) -> Option<Group> {
    let code = row.code("code");
    let village = row.code("village");
    let point = row.code("point");
    let association = association(row);
    let leader = row.maybe_code("leader");
    let deputy = row.maybe_code("deputy");
    let founded_on = row.day("founded_on");
    let closed_on = row.maybe_day("closed_on");
    Some(Group {
        code: code?,
        village: village?,
        point: point?,
        association: association?,
        leader: leader?,
        deputy: deputy?,
        founded_on: founded_on?,
        closed_on: closed_on?,
    })
}

pub(super) fn member(row: &mut Row<'_>) -> Option<Member> {
    let code = row.code("code");
    let group = row.code("group");
    let name = row.name("name");
    let born = row.maybe_day("born");
    let sex = row.maybe_word("sex");
    let household = row.maybe_word("household");
    let ethnicity = row.maybe_name("ethnicity");
    let phone = row.maybe_name("phone");
    let id_number = row.maybe_name("id_number");
    let joined_on = row.day("joined_on");
    let left_on = row.maybe_day("left_on");
    Some(Member {
        code: code?,
        group: group?,
        name: name?,
        born: born?,
        sex: sex?,
        household: household?,
        ethnicity: ethnicity?,
        phone: phone?,
        id_number: id_number?,
        joined_on: joined_on?,
        left_on: left_on?,
    })
}

pub(super) fn loan(row: &mut Row<'_>) -> Option<Loan> {
    let code = row.code("code");
    let member = row.code("member");
    let programme = row.code("programme");
    let principal = row.amount("principal");
    let disbursed_on = row.day("disbursed_on");
    let rate = row.rate("rate");
    let term_months = row.number("term_months", 1, MOST_MONTHS);
    let due_on = row.day("due_on");
    let purpose = row.text("purpose");
    let interest_grace_until = row.maybe_day("interest_grace_until");
    let capital = row.maybe_word("capital");
    Some(Loan {
        code: code?,
        member: member?,
        programme: programme?,
        principal: principal?,
        disbursed_on: disbursed_on?,
        rate: rate?,
        term_months: term_months?,
        due_on: due_on?,
        purpose: purpose?.to_owned(),
        interest_grace_until: interest_grace_until?,
        capital: capital?,
    })
}

pub(super) fn instalment(row: &mut Row<'_>) -> Option<(LoanCode, Instalment)> {
    let loan = row.code("loan");
    let no = row.number("no", 1, MOST_INSTALMENTS);
    let due_on = row.day("due_on");
    let amount = row.amount("amount");
    Some((loan?, Instalment { no: no?, due_on: due_on?, amount: amount? }))
}

pub(super) fn bank_grade(row: &mut Row<'_>) -> Option<BankGrade> {
    let month = row.month("month");
    let level = row.word("level");
    let code = row.name("code");
    let score = row.maybe_decimal("score", 0, 100);
    let grade = row.maybe_word("grade");
    let (month, level, code) = (month?, level?, code?);
    Some(BankGrade { month, level, code, score: score?, grade: grade? })
}

pub(super) fn target(row: &mut Row<'_>) -> Option<TargetRecord> {
    let area = row.code("area");
    let known = RatioId::ALL.map(RatioId::id).join(", ");
    let indicator = row.needed("indicator", Wrong::NotAWord(known), RatioId::from_id);
    let from = row.day("from");
    let to = row.day("to");
    let bound = crate::domain::money::Dong::MOST.get();
    let baseline = row.maybe_decimal("baseline", -bound, bound);
    let target = row.maybe_decimal("target", -bound, bound);
    if target == Some(None) {
        row.fault("target", Wrong::Empty);
    }
    let approved_on = row.maybe_day("approved_on");
    Some(TargetRecord {
        area: area?,
        indicator: indicator?.id().to_owned(),
        from: from?,
        to: to?,
        baseline: baseline?,
        target: target??,
        approved_on: approved_on?,
    })
}

pub(super) fn capital(row: &mut Row<'_>) -> Option<CapitalRecord> {
    let area = row.code("area");
    let day = row.day("day");
    let source = row.maybe_name("source");
    let amount = row.money("amount");
    let planned = row.maybe_money("planned");
    Some(CapitalRecord {
        area: area?,
        day: day?,
        source: source?.unwrap_or_default(),
        amount: amount?,
        planned: planned?,
    })
}
