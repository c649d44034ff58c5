//! What needs somebody before the session, whom to talk to first on top.

use super::line::{self, Line, Part, Sums, Who};
use crate::domain::money::Dong;
use crate::domain::rulebook::{Rulebook, Steps};
use crate::reports::debts::Debts;
use crate::reports::worklist::WorkRow;
use crate::text::fold::name_key;
use crate::text::{format, talks};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Cell, Column};

/// A loan that needs somebody.
#[derive(Clone)]
pub struct WorkLine {
    who: Who,
    row: WorkRow,
    /// The reasons and needs in words.
    why: String,
}

impl Line for WorkLine {
    const COLUMNS: &'static [Column<WorkLine>] = &[
        Column::<WorkLine>::number(
            |t| t.debts.head.points,
            4,
            |row, _| {
                let tone = if row.row.points > 0 { Tone::Strong } else { Tone::Dim };
                Cell::toned(row.row.points.to_string(), tone)
            },
        )
        .sorts(|one, other| one.row.points.cmp(&other.row.points)),
        Column::<WorkLine>::text(
            |t| t.debts.head.name,
            17,
            |row, view| view.name(&row.who.name).into(),
        )
        .grows(1)
        .sorts(|one, other| name_key(&one.who.name).cmp(&name_key(&other.who.name))),
        Column::<WorkLine>::text(
            |t| t.debts.head.leader,
            14,
            |row, view| view.name(&row.who.leader).into(),
        )
        .drops(1)
        .sorts(|one, other| {
            (name_key(&one.who.leader), &one.who.group)
                .cmp(&(name_key(&other.who.leader), &other.who.group))
        }),
        Column::<WorkLine>::text(
            |t| t.debts.head.village,
            13,
            |row, _| row.who.village.as_str().into(),
        )
        .drops(3)
        .sorts(|one, other| one.who.village.cmp(&other.who.village)),
        Column::<WorkLine>::text(
            |t| t.debts.head.session,
            5,
            |row, _| format::short_day(row.row.session).into(),
        )
        .drops(5)
        .sorts(|one, other| one.row.session.cmp(&other.row.session)),
        Column::<WorkLine>::text(|t| t.debts.head.reason, 48, |row, _| row.why.as_str().into())
            .grows(3),
        Column::<WorkLine>::number(
            |t| t.debts.head.contact,
            7,
            |row, view| row.who.contact_cell(view),
        )
        .drops(2)
        .sorts(|one, other| one.who.last_contact.cmp(&other.who.last_contact)),
        Column::<WorkLine>::text(
            |t| t.debts.head.promise,
            16,
            |row, view| row.who.promise_cell(view),
        )
        .drops(4)
        .sorts(|one, other| line::by_promise(&one.who, &other.who)),
        Column::<WorkLine>::number(|t| t.debts.head.visit, 7, |row, view| row.who.visit_cell(view))
            .drops(6)
            .sorts(|one, other| one.who.last_visit.cmp(&other.who.last_visit)),
    ];

    fn read(debts: &Debts, view: &View) -> Vec<WorkLine> {
        let line = |row: &WorkRow| {
            let reasons = talks::reasons(view.language(), &row.talk_first);
            let needs = talks::needs(view.language(), &row.needs());
            WorkLine {
                who: Who::of(view, (&row.loan, &row.member), &row.group, row.last_visit),
                row: row.clone(),
                why: reasons.into_iter().chain(needs).collect::<Vec<_>>().join(" · "),
            }
        };
        debts.work.iter().map(line).collect()
    }

    fn parts(_: &View) -> Vec<Part> {
        vec![
            Part::All,
            Part::FallsDue,
            Part::Overdue,
            Part::OwesInterest,
            Part::Promise,
            Part::Deadline,
            Part::Inactive,
            Part::Frozen,
        ]
    }

    fn is_in(&self, part: &Part) -> bool {
        let row = &self.row;
        match part {
            Part::FallsDue => row.principal_due.is_positive(),
            Part::Overdue => row.overdue.is_positive(),
            Part::OwesInterest => row.interest_arrears.is_positive(),
            Part::Promise => row.promise_falls_due() || row.reasons.promise > 0,
            Part::Deadline => row.visit_deadline.is_some() || row.wrong_use_by.is_some(),
            Part::Inactive => row.inactive,
            Part::Frozen => row.frozen.is_positive(),
            _ => true,
        }
    }

    fn who(&self) -> &Who {
        &self.who
    }

    fn amount(&self) -> Dong {
        self.row.principal_due + self.row.interest_due
    }

    fn split(&self) -> Option<(Dong, Dong)> {
        Some((self.row.principal_due, self.row.interest_due))
    }

    fn sums(&self) -> Sums {
        let row = &self.row;
        Sums {
            outstanding: Dong::ZERO,
            principal: row.principal_due,
            interest: row.interest_due,
            overdue: row.overdue,
            arrears: row.interest_arrears,
        }
    }

    fn explains(&self, view: &View) -> Vec<String> {
        let text = &view.text.debts.points;
        let mut lines = vec![(text.of)(&view.name(&self.who.name))];
        lines.extend(talks::points(view.language(), &self.row.talk_first));
        lines.extend(view.rules().map(|rules| table(rules, view)).unwrap_or_default());
        lines
    }

    fn facts(&self, view: &View) -> Vec<String> {
        let text = &view.text.debts.points;
        let (principal, interest) = (self.row.principal_due, self.row.interest_due);
        let session = format::short_day(self.row.session);
        let to_pay = (text.to_pay)(&session, &format::money(principal), &format::money(interest));
        let points = talks::sum(view.language(), &self.row.talk_first);
        points.into_iter().chain([to_pay]).collect()
    }
}

/// The rulebook's table, a line for each reason.
fn table(rules: &Rulebook, view: &View) -> Vec<String> {
    let text = &view.text.debts.points;
    let table = &rules.talk_first;
    let steps = |steps: &Steps, say: fn(i64) -> String| {
        let step =
            |(at_least, points): &(u32, u32)| (text.step)(&say(i64::from(*at_least)), *points);
        steps.0.iter().map(step).collect::<Vec<_>>().join(" · ")
    };
    vec![
        text.table.to_owned(),
        format!("{}: {}", text.overdue, steps(&table.overdue, |sum| format::money(Dong::new(sum)))),
        format!("{}: {}", text.days, steps(&table.days_overdue, format::whole)),
        format!("{}: {}", text.months, steps(&table.interest_months, format::whole)),
        (text.promise)(table.promise_broken, table.promise_partly),
        (text.not_visited)(table.not_visited),
        text.order.to_owned(),
    ]
}
