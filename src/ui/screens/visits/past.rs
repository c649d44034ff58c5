//! Visits that were made, the newest first.

use crate::domain::visit::VisitKind;
use crate::reports::visits::VisitRow;
use crate::text::fold::name_key;
use crate::text::format;
use crate::text::words::association_short;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Cell, Column};

/// A visit that was made.
pub struct PastLine {
    /// What the report says.
    pub row: VisitRow,
}

impl PastLine {
    /// The line of a report's row.
    pub const fn new(row: VisitRow) -> PastLine {
        PastLine { row }
    }
}

fn kind(kind: VisitKind, view: &View) -> &'static str {
    let names = VisitKind::ALL.iter().zip(view.text.visits.kinds_short);
    names.into_iter().find(|(known, _)| **known == kind).map_or("", |(_, name)| name)
}

/// The columns: day, group, kind and what was found never drop.
pub const COLUMNS: &[Column<PastLine>] = &[
    Column::<PastLine>::text(|t| t.visits.day, 10, |line, _| format::day(line.row.day).into())
        .sorts(|one, other| one.row.day.cmp(&other.row.day)),
    Column::<PastLine>::text(|t| t.visits.group, 7, |line, _| line.row.group.to_string().into())
        .sorts(|one, other| one.row.group.cmp(&other.row.group)),
    Column::<PastLine>::text(
        |t| t.people.leader,
        14,
        |line, view| view.name(&line.row.name).into(),
    )
    .grows(2)
    .drops(2)
    .sorts(|one, other| name_key(&one.row.name).cmp(&name_key(&other.row.name))),
    Column::<PastLine>::text(|t| t.visits.kind, 15, |line, view| kind(line.row.kind, view).into())
        .grows(1)
        .sorts(|one, other| one.row.kind.cmp(&other.row.kind)),
    Column::<PastLine>::text(
        |t| t.visits.association_short,
        4,
        |line, view| {
            let short = |association| association_short(association, view.language());
            line.row.association.map_or("", short).into()
        },
    )
    .drops(3),
    Column::<PastLine>::text(
        |t| t.visits.visitor,
        16,
        |line, view| view.name(&line.row.visitor).into(),
    )
    .grows(1)
    .drops(4)
    .sorts(|one, other| name_key(&one.row.visitor).cmp(&name_key(&other.row.visitor))),
    Column::<PastLine>::number(
        |t| t.visits.households,
        3,
        |line, _| format::count(line.row.totals.households).into(),
    )
    .sorts(|one, other| one.row.totals.households.cmp(&other.row.totals.households)),
    Column::<PastLine>::number(
        |t| t.visits.right_use,
        14,
        |line, _| Cell::amount(line.row.totals.right),
    )
    .sorts(|one, other| one.row.totals.right.cmp(&other.row.totals.right))
    .sums(|line| line.row.totals.right),
    Column::<PastLine>::number(
        |t| t.visits.wrong_use,
        11,
        |line, _| Cell::bad_amount(line.row.totals.wrong),
    )
    .sorts(|one, other| one.row.totals.wrong.cmp(&other.row.totals.wrong))
    .sums(|line| line.row.totals.wrong),
    Column::<PastLine>::number(
        |t| t.visits.unused,
        11,
        |line, _| Cell::amount(line.row.totals.unused),
    )
    .drops(1)
    .sorts(|one, other| one.row.totals.unused.cmp(&other.row.totals.unused))
    .sums(|line| line.row.totals.unused),
];
