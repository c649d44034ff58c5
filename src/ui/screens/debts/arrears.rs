//! Interest arrears, and loans without movement for three months.

use super::line::{self, Line, Part, Sums, Who};
use crate::domain::day::Day;
use crate::domain::money::Dong;
use crate::reports::arrears::ArrearsRow;
use crate::reports::debts::Debts;
use crate::text::fold::name_key;
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Cell, Column};

/// A loan with interest arrears, or inactive.
#[derive(Clone)]
pub struct ArrearsLine {
    who: Who,
    outstanding: Dong,
    arrears: Dong,
    unpaid_since: Option<Day>,
    inactive_since: Option<Day>,
    last_movement: Day,
}

impl Line for ArrearsLine {
    const COLUMNS: &'static [Column<ArrearsLine>] = &[
        Column::<ArrearsLine>::text(
            |t| t.debts.head.name,
            17,
            |row, view| view.name(&row.who.name).into(),
        )
        .grows(3)
        .sorts(|one, other| name_key(&one.who.name).cmp(&name_key(&other.who.name))),
        Column::<ArrearsLine>::text(
            |t| t.debts.head.leader,
            14,
            |row, view| view.name(&row.who.leader).into(),
        )
        .grows(2)
        .drops(2)
        .sorts(|one, other| {
            (name_key(&one.who.leader), &one.who.group)
                .cmp(&(name_key(&other.who.leader), &other.who.group))
        }),
        Column::<ArrearsLine>::text(
            |t| t.debts.head.village,
            13,
            |row, _| row.who.village.as_str().into(),
        )
        .drops(8)
        .sorts(|one, other| one.who.village.cmp(&other.who.village)),
        Column::<ArrearsLine>::number(
            |t| t.debts.head.outstanding,
            11,
            |row, _| Cell::amount(row.outstanding),
        )
        .drops(4)
        .sorts(|one, other| one.outstanding.cmp(&other.outstanding))
        .sums(|row| row.outstanding),
        Column::<ArrearsLine>::number(
            |t| t.debts.head.arrears,
            10,
            |row, _| Cell::bad_amount(row.arrears),
        )
        .sorts(|one, other| one.arrears.cmp(&other.arrears))
        .sums(|row| row.arrears),
        Column::<ArrearsLine>::number(
            |t| t.debts.head.unpaid_since,
            12,
            |row, _| format::maybe_day(row.unpaid_since).into(),
        )
        .drops(3)
        .sorts(|one, other| one.unpaid_since.cmp(&other.unpaid_since)),
        Column::<ArrearsLine>::number(
            |t| t.debts.head.last_movement,
            12,
            |row, _| format::day(row.last_movement).into(),
        )
        .drops(1)
        .sorts(|one, other| one.last_movement.cmp(&other.last_movement)),
        Column::<ArrearsLine>::number(
            |t| t.debts.head.inactive_since,
            13,
            |row, _| {
                let since = row.inactive_since.map(|day| format!("! {}", format::day(day)));
                Cell::toned(since.unwrap_or_default(), Tone::Warn)
            },
        )
        .sorts(|one, other| one.inactive_since.cmp(&other.inactive_since)),
        Column::<ArrearsLine>::number(
            |t| t.debts.head.visit,
            7,
            |row, view| row.who.visit_cell(view),
        )
        .drops(5)
        .sorts(|one, other| one.who.last_visit.cmp(&other.who.last_visit)),
        Column::<ArrearsLine>::number(
            |t| t.debts.head.contact,
            7,
            |row, view| row.who.contact_cell(view),
        )
        .drops(7)
        .sorts(|one, other| one.who.last_contact.cmp(&other.who.last_contact)),
        Column::<ArrearsLine>::text(
            |t| t.debts.head.promise,
            16,
            |row, view| row.who.promise_cell(view),
        )
        .drops(6)
        .sorts(|one, other| line::by_promise(&one.who, &other.who)),
    ];

    fn read(debts: &Debts, view: &View) -> Vec<ArrearsLine> {
        let line = |row: &ArrearsRow| ArrearsLine {
            who: Who::of(view, (&row.loan, &row.member), &row.group, row.last_visit),
            outstanding: row.outstanding,
            arrears: row.interest_arrears,
            unpaid_since: row.unpaid_since,
            inactive_since: row.inactive_since,
            last_movement: row.last_movement,
        };
        debts.arrears.iter().map(line).collect()
    }

    fn parts(_: &View) -> Vec<Part> {
        vec![Part::All, Part::OwesInterest, Part::Inactive]
    }

    fn is_in(&self, part: &Part) -> bool {
        match part {
            Part::OwesInterest => self.arrears.is_positive(),
            Part::Inactive => self.inactive_since.is_some(),
            _ => true,
        }
    }

    fn who(&self) -> &Who {
        &self.who
    }

    fn amount(&self) -> Dong {
        self.arrears
    }

    fn sums(&self) -> Sums {
        let (outstanding, arrears) = (self.outstanding, self.arrears);
        Sums { outstanding, arrears, ..Sums::default() }
    }

    fn facts(&self, view: &View) -> Vec<String> {
        let detail = &view.text.debts.detail;
        let unpaid = self.unpaid_since.map(|day| (detail.unpaid_since)(&format::day(day)));
        let inactive = self.inactive_since.map(|day| (detail.inactive_since)(&format::day(day)));
        unpaid.into_iter().chain(inactive).collect()
    }
}
