//! A list of place 3 by village, association or group: what each adds up to.

use super::chooser::Choice;
use super::line::Sums;
use crate::domain::group::Group;
use crate::domain::ids::GroupCode;
use crate::domain::place::PlaceKind;
use crate::reports::scope::{Part, Scope};
use crate::text::format;
use crate::text::words::Named;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Cell, Column, Table};
use std::collections::BTreeMap;

/// By what rows are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The group's village.
    Village,
    /// The group's association.
    Association,
    /// The group.
    Group,
}

impl By {
    /// What comes after, round at the end: none is the list of loans itself.
    pub const fn next(now: Option<By>) -> Option<By> {
        match now {
            None => Some(By::Village),
            Some(By::Village) => Some(By::Association),
            Some(By::Association) => Some(By::Group),
            Some(By::Group) => None,
        }
    }

    /// The heading under which a group's loans stand: its key, what it keeps to, name and leader.
    fn of(self, group: &Group, view: &View) -> (String, Scope, String, String) {
        let ledger = view.ledger();
        match self {
            By::Village => {
                let code = group.village.clone();
                let name = ledger.places.get(&code).map(|place| place.name.clone());
                let scope = Scope::of(Part::Place(PlaceKind::Village, code.clone()));
                (code.to_string(), scope, name.unwrap_or_else(|| code.to_string()), String::new())
            }
            By::Association => {
                let name = group.association.say(view.language()).to_owned();
                let scope = Scope::of(Part::Association(group.association));
                (group.association.code().to_owned(), scope, name, String::new())
            }
            By::Group => {
                let code = group.code.to_string();
                let leader = ledger.group_name(group).to_owned();
                (code.clone(), Scope::group(&group.code), code, leader)
            }
        }
    }
}

/// A village, association or group with the sums of its loans.
pub struct AreaRow {
    key: String,
    choice: Choice,
    village: String,
    count: usize,
    sums: Sums,
}

impl AreaRow {
    /// What it keeps to.
    pub const fn choice(&self) -> &Choice {
        &self.choice
    }

    /// The group, if it is one.
    pub fn group(&self) -> Option<&GroupCode> {
        self.choice.scope.single_group()
    }
}

const COLUMNS: &[Column<AreaRow>] = &[
    Column::<AreaRow>::text(|t| t.debts.choose.what, 18, |row, view| row.choice.say(view).into())
        .grows(2)
        .sorts(|one, other| one.choice.name.cmp(&other.choice.name)),
    Column::<AreaRow>::text(|t| t.debts.head.village, 13, |row, _| row.village.as_str().into())
        .drops(6),
    Column::<AreaRow>::number(
        |t| t.debts.choose.count,
        5,
        |row, _| format::count(row.count).into(),
    )
    .sorts(|one, other| one.count.cmp(&other.count)),
    Column::<AreaRow>::number(
        |t| t.debts.head.outstanding,
        13,
        |row, _| Cell::amount(row.sums.outstanding),
    )
    .drops(5)
    .sorts(|one, other| one.sums.outstanding.cmp(&other.sums.outstanding))
    .sums(|row| row.sums.outstanding),
    Column::<AreaRow>::number(
        |t| t.debts.head.principal,
        12,
        |row, _| Cell::amount(row.sums.principal),
    )
    .drops(1)
    .sorts(|one, other| one.sums.principal.cmp(&other.sums.principal))
    .sums(|row| row.sums.principal),
    Column::<AreaRow>::number(
        |t| t.debts.head.interest,
        12,
        |row, _| Cell::amount(row.sums.interest),
    )
    .drops(3)
    .sorts(|one, other| one.sums.interest.cmp(&other.sums.interest))
    .sums(|row| row.sums.interest),
    Column::<AreaRow>::number(
        |t| t.debts.head.overdue,
        11,
        |row, _| Cell::bad_amount(row.sums.overdue),
    )
    .drops(2)
    .sorts(|one, other| one.sums.overdue.cmp(&other.sums.overdue))
    .sums(|row| row.sums.overdue),
    Column::<AreaRow>::number(
        |t| t.debts.head.arrears,
        10,
        |row, _| Cell::bad_amount(row.sums.arrears),
    )
    .drops(4)
    .sorts(|one, other| one.sums.arrears.cmp(&other.sums.arrears))
    .sums(|row| row.sums.arrears),
];

/// Whether a column of sums holds nothing.
type IsEmpty = fn(&Sums) -> bool;

/// The columns of money, from where they stand, with what each holds.
const MONEY: [(usize, IsEmpty); 5] = [
    (3, |sums| sums.outstanding.is_zero()),
    (4, |sums| sums.principal.is_zero()),
    (5, |sums| sums.interest.is_zero()),
    (6, |sums| sums.overdue.is_zero()),
    (7, |sums| sums.arrears.is_zero()),
];

/// An empty table of sums.
pub fn table() -> Table<AreaRow> {
    Table::new(COLUMNS, |row: &AreaRow| row.key.clone())
}

/// Shows the sums of rows, each given with its group; columns that add up to nothing are left out.
pub fn fill(table: &mut Table<AreaRow>, by: By, rows: &[(GroupCode, Sums)], view: &View) {
    let mut of_group: BTreeMap<&GroupCode, (usize, Sums)> = BTreeMap::new();
    for (group, sums) in rows {
        let of = of_group.entry(group).or_default();
        of.0 += 1;
        of.1 += *sums;
    }
    let mut areas: BTreeMap<String, AreaRow> = BTreeMap::new();
    let mut whole = Sums::default();
    for (code, (count, sums)) in of_group {
        let Some(group) = view.ledger().groups.get(code) else { continue };
        let (key, scope, name, leader) = by.of(group, view);
        let village = view.ledger().places.get(&group.village).filter(|_| by == By::Group);
        let area = areas.entry(key.clone()).or_insert_with(|| AreaRow {
            key,
            choice: Choice::of(scope, name, leader),
            village: village.map(|place| place.name.clone()).unwrap_or_default(),
            count: 0,
            sums: Sums::default(),
        });
        area.count += count;
        area.sums += sums;
        whole += sums;
    }
    let empty = MONEY.iter().filter(|(_, is_zero)| is_zero(&whole)).map(|(at, _)| *at);
    let village = (by != By::Group).then_some(1);
    table.leave_out(empty.chain(village).collect());
    table.set_rows(areas.into_values().collect(), view);
}
