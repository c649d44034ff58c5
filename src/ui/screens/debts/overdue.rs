//! What is overdue, by age.

use super::due::days;
use super::line::{self, Line, Part, Sums, Who};
use crate::domain::debt_reason::DebtReason;
use crate::domain::money::Dong;
use crate::reports::debts::Debts;
use crate::reports::overdue::{Bucket, OverdueRow};
use crate::text::debts::reason;
use crate::text::fold::name_key;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Cell, Column};

/// An overdue loan.
#[derive(Clone)]
pub struct OverdueLine {
    who: Who,
    outstanding: Dong,
    overdue: Dong,
    days: i64,
    bucket: Bucket,
    arrears: Dong,
    reasons: Vec<DebtReason>,
}

impl Line for OverdueLine {
    const COLUMNS: &'static [Column<OverdueLine>] = &[
        Column::<OverdueLine>::text(
            |t| t.debts.head.name,
            17,
            |row, view| view.name(&row.who.name).into(),
        )
        .grows(2)
        .sorts(|one, other| name_key(&one.who.name).cmp(&name_key(&other.who.name))),
        Column::<OverdueLine>::text(
            |t| t.debts.head.leader,
            14,
            |row, view| view.name(&row.who.leader).into(),
        )
        .grows(1)
        .drops(3)
        .sorts(|one, other| {
            (name_key(&one.who.leader), &one.who.group)
                .cmp(&(name_key(&other.who.leader), &other.who.group))
        }),
        Column::<OverdueLine>::text(
            |t| t.debts.head.village,
            13,
            |row, _| row.who.village.as_str().into(),
        )
        .drops(7)
        .sorts(|one, other| one.who.village.cmp(&other.who.village)),
        Column::<OverdueLine>::number(
            |t| t.debts.head.outstanding,
            11,
            |row, _| Cell::amount(row.outstanding),
        )
        .drops(2)
        .sorts(|one, other| one.outstanding.cmp(&other.outstanding))
        .sums(|row| row.outstanding),
        Column::<OverdueLine>::number(
            |t| t.debts.head.overdue,
            11,
            |row, _| Cell::bad_amount(row.overdue),
        )
        .sorts(|one, other| one.overdue.cmp(&other.overdue))
        .sums(|row| row.overdue),
        Column::<OverdueLine>::number(|t| t.debts.head.days, 4, |row, _| days(row.days))
            .sorts(|one, other| one.days.cmp(&other.days)),
        Column::<OverdueLine>::number(
            |t| t.debts.head.arrears,
            10,
            |row, _| Cell::bad_amount(row.arrears),
        )
        .drops(1)
        .sorts(|one, other| one.arrears.cmp(&other.arrears))
        .sums(|row| row.arrears),
        Column::<OverdueLine>::number(
            |t| t.debts.head.visit,
            7,
            |row, view| row.who.visit_cell(view),
        )
        .drops(4)
        .sorts(|one, other| one.who.last_visit.cmp(&other.who.last_visit)),
        Column::<OverdueLine>::number(
            |t| t.debts.head.contact,
            7,
            |row, view| row.who.contact_cell(view),
        )
        .drops(6)
        .sorts(|one, other| one.who.last_contact.cmp(&other.who.last_contact)),
        Column::<OverdueLine>::text(
            |t| t.debts.head.promise,
            16,
            |row, view| row.who.promise_cell(view),
        )
        .drops(5)
        .sorts(|one, other| line::by_promise(&one.who, &other.who)),
        Column::<OverdueLine>::text(
            |t| t.debts.head.reason,
            21,
            |row, view| {
                row.reasons
                    .first()
                    .map_or_else(Cell::default, |one| reason(view.language(), one).into())
            },
        )
        .grows(1)
        .drops(8),
    ];

    fn read(debts: &Debts, view: &View) -> Vec<OverdueLine> {
        let line = |row: &OverdueRow| OverdueLine {
            who: Who::of(view, (&row.loan, &row.member), &row.group, row.last_visit),
            outstanding: row.outstanding,
            overdue: row.overdue,
            days: row.days_overdue,
            bucket: row.bucket,
            arrears: row.interest_arrears,
            reasons: row.reasons.clone(),
        };
        debts.overdue.iter().map(line).collect()
    }

    fn parts(_: &View) -> Vec<Part> {
        std::iter::once(Part::All).chain(Bucket::ALL.map(Part::Age)).collect()
    }

    fn is_in(&self, part: &Part) -> bool {
        match part {
            Part::Age(bucket) => self.bucket == *bucket,
            _ => true,
        }
    }

    fn who(&self) -> &Who {
        &self.who
    }

    fn amount(&self) -> Dong {
        self.overdue
    }

    fn sums(&self) -> Sums {
        let (outstanding, overdue) = (self.outstanding, self.overdue);
        Sums { outstanding, overdue, arrears: self.arrears, ..Sums::default() }
    }

    fn facts(&self, view: &View) -> Vec<String> {
        self.reasons.iter().map(|one| reason(view.language(), one)).collect()
    }
}
