//! `tkvv record group`, `member`: a group with its leader, and who is in it.

use super::cells::Cells;
use super::known::Known;
use super::place::entry;
use crate::cli::failure::Failure;
use crate::domain::group::{Group, Member};
use crate::domain::ids::{GroupCode, MemberCode};
use crate::office::command::Command;

pub(super) const GROUP: &[&str] = &[
    "id",
    "code",
    "village",
    "point",
    "association",
    "leader",
    "deputy",
    "founded_on",
    "closed_on",
    "reason",
];
pub(super) const MEMBER: &[&str] = &[
    "id",
    "code",
    "group",
    "name",
    "born",
    "sex",
    "household",
    "ethnicity",
    "phone",
    "id_number",
    "joined_on",
    "left_on",
    "reason",
];

pub(super) fn group(cells: &mut Cells<'_>, known: &Known<'_>) -> Result<Command, Failure> {
    let id = cells.id()?;
    let code: GroupCode = cells.code("code")?;
    let old = known.group(&id, code.as_str());
    let old = old.as_ref();
    let row = Group {
        village: cells.keep("village", old.map(|it| it.village.clone()), Cells::code)?,
        point: cells.keep("point", old.map(|it| it.point.clone()), Cells::code)?,
        association: cells
            .keep("association", old.map(|it| it.association), |cells, _| cells.association())?,
        leader: cells.keep("leader", old.map(|it| it.leader.clone()), Cells::maybe_code)?,
        deputy: cells.keep("deputy", old.map(|it| it.deputy.clone()), Cells::maybe_code)?,
        founded_on: cells.keep("founded_on", old.map(|it| it.founded_on), Cells::day)?,
        closed_on: cells.keep("closed_on", old.map(|it| it.closed_on), Cells::maybe_day)?,
        code,
    };
    entry(cells, id, row, old.is_some()).map(Command::Group)
}

pub(super) fn member(cells: &mut Cells<'_>, known: &Known<'_>) -> Result<Command, Failure> {
    let id = cells.id()?;
    let code: MemberCode = cells.code("code")?;
    let old = known.member(&id, code.as_str());
    let old = old.as_ref();
    let row = Member {
        group: cells.keep("group", old.map(|it| it.group.clone()), Cells::code)?,
        name: cells.keep("name", old.map(|it| it.name.clone()), Cells::text)?,
        born: cells.keep("born", old.map(|it| it.born), Cells::maybe_day)?,
        sex: cells.keep("sex", old.map(|it| it.sex), Cells::maybe_word)?,
        household: cells.keep("household", old.map(|it| it.household), Cells::maybe_word)?,
        ethnicity: cells.keep("ethnicity", old.map(|it| it.ethnicity.clone()), Cells::maybe)?,
        phone: cells.keep("phone", old.map(|it| it.phone.clone()), Cells::maybe)?,
        id_number: cells.keep("id_number", old.map(|it| it.id_number.clone()), Cells::maybe)?,
        joined_on: cells.keep("joined_on", old.map(|it| it.joined_on), Cells::day)?,
        left_on: cells.keep("left_on", old.map(|it| it.left_on), Cells::maybe_day)?,
        code,
    };
    entry(cells, id, row, old.is_some()).map(Command::Member)
}
