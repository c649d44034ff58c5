//! What falls due by each point's next session.

use super::line::{self, Line, Part, Sums, Who};
use crate::domain::day::Day;
use crate::domain::debt_reason::DebtReason;
use crate::domain::ids::PointCode;
use crate::domain::money::Dong;
use crate::domain::place::Point;
use crate::reports::debts::Debts;
use crate::reports::due::DueRow;
use crate::text::debts::reason;
use crate::text::fold::name_key;
use crate::text::format;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Cell, Column};

/// A loan that is to pay something.
#[derive(Clone)]
pub struct DueLine {
    who: Who,
    point: PointCode,
    session: Day,
    principal: Dong,
    interest: Dong,
    overdue: Dong,
    days: i64,
    reasons: Vec<DebtReason>,
}

impl Line for DueLine {
    const COLUMNS: &'static [Column<DueLine>] = &[
        Column::<DueLine>::text(
            |t| t.debts.head.name,
            16,
            |row, view| view.name(&row.who.name).into(),
        )
        .grows(3)
        .sorts(|one, other| name_key(&one.who.name).cmp(&name_key(&other.who.name))),
        Column::<DueLine>::text(
            |t| t.debts.head.leader,
            14,
            |row, view| view.name(&row.who.leader).into(),
        )
        .grows(2)
        .drops(3)
        .sorts(|one, other| {
            (name_key(&one.who.leader), &one.who.group)
                .cmp(&(name_key(&other.who.leader), &other.who.group))
        }),
        Column::<DueLine>::text(
            |t| t.debts.head.village,
            13,
            |row, _| row.who.village.as_str().into(),
        )
        .drops(8)
        .sorts(|one, other| one.who.village.cmp(&other.who.village)),
        Column::<DueLine>::text(
            |t| t.debts.head.session,
            5,
            |row, _| format::short_day(row.session).into(),
        )
        .drops(2)
        .sorts(|one, other| one.session.cmp(&other.session)),
        Column::<DueLine>::number(
            |t| t.debts.head.principal,
            12,
            |row, _| Cell::amount(row.principal),
        )
        .sorts(|one, other| one.principal.cmp(&other.principal))
        .sums(|row| row.principal),
        Column::<DueLine>::number(
            |t| t.debts.head.interest,
            12,
            |row, _| Cell::amount(row.interest),
        )
        .sorts(|one, other| one.interest.cmp(&other.interest))
        .sums(|row| row.interest),
        Column::<DueLine>::number(
            |t| t.debts.head.overdue,
            11,
            |row, _| Cell::bad_amount(row.overdue),
        )
        .drops(1)
        .sorts(|one, other| one.overdue.cmp(&other.overdue))
        .sums(|row| row.overdue),
        Column::<DueLine>::number(|t| t.debts.head.days, 4, |row, _| days(row.days))
            .drops(4)
            .sorts(|one, other| one.days.cmp(&other.days)),
        Column::<DueLine>::number(|t| t.debts.head.visit, 7, |row, view| row.who.visit_cell(view))
            .drops(5)
            .sorts(|one, other| one.who.last_visit.cmp(&other.who.last_visit)),
        Column::<DueLine>::number(
            |t| t.debts.head.contact,
            7,
            |row, view| row.who.contact_cell(view),
        )
        .drops(7)
        .sorts(|one, other| one.who.last_contact.cmp(&other.who.last_contact)),
        Column::<DueLine>::text(
            |t| t.debts.head.promise,
            16,
            |row, view| row.who.promise_cell(view),
        )
        .drops(6)
        .sorts(|one, other| line::by_promise(&one.who, &other.who)),
    ];

    fn read(debts: &Debts, view: &View) -> Vec<DueLine> {
        let line = |row: &DueRow| DueLine {
            who: Who::of(view, (&row.loan, &row.member), &row.group, row.last_visit),
            point: point_of(view, &row.group),
            session: row.session,
            principal: row.principal_due,
            interest: row.interest_due,
            overdue: row.overdue,
            days: row.days_overdue,
            reasons: row.reasons.clone(),
        };
        debts.due.iter().map(line).collect()
    }

    fn parts(view: &View) -> Vec<Part> {
        let ledger = view.ledger();
        let used = |point: &&Point| ledger.groups.values().any(|group| group.point == point.code);
        let session = |point: &Point| Part::Session {
            point: point.code.clone(),
            name: point.name.clone(),
            day: point.calendar.first_on_or_after(view.as_of),
        };
        let mut sessions: Vec<Part> = ledger.points.values().filter(used).map(session).collect();
        sessions.sort_by_key(|part| match part {
            Part::Session { day, .. } => Some(*day),
            _ => None,
        });
        std::iter::once(Part::All).chain(sessions).collect()
    }

    fn is_in(&self, part: &Part) -> bool {
        match part {
            Part::Session { point, .. } => self.point == *point,
            _ => true,
        }
    }

    fn who(&self) -> &Who {
        &self.who
    }

    fn amount(&self) -> Dong {
        self.principal + self.interest
    }

    fn split(&self) -> Option<(Dong, Dong)> {
        Some((self.principal, self.interest))
    }

    fn sums(&self) -> Sums {
        let (principal, interest) = (self.principal, self.interest);
        Sums { principal, interest, overdue: self.overdue, ..Sums::default() }
    }

    fn facts(&self, view: &View) -> Vec<String> {
        self.reasons.iter().map(|one| reason(view.language(), one)).collect()
    }
}

/// A number of days, nothing where it is none.
pub fn days(days: i64) -> Cell {
    if days == 0 { Cell::default() } else { format::whole(days).into() }
}

fn point_of(view: &View, group: &crate::domain::ids::GroupCode) -> PointCode {
    let group = view.ledger().groups.get(group);
    group.map_or_else(|| PointCode::new(""), |group| group.point.clone())
}
