//! The work list: visits that are to be made, by deadline.

use crate::domain::group::Association;
use crate::domain::money::Dong;
use crate::domain::worklist::{VisitReason, VisitState};
use crate::reports::Question;
use crate::reports::visits::wrong_use_left;
use crate::reports::visits_due::VisitDueRow;
use crate::text::fold::name_key;
use crate::text::format;
use crate::text::words::{Named, association_short};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Cell, Column};

/// A visit that is due, with what is said of it.
#[derive(Clone)]
pub struct DueLine {
    /// What the report says.
    pub row: VisitDueRow,
    leader: String,
    village: String,
    association: Option<Association>,
    /// What of wrongly used money is still to be repaid.
    left: Dong,
}

impl DueLine {
    /// The line of a report's row.
    pub fn new(row: VisitDueRow, question: &Question<'_>, view: &View) -> DueLine {
        let ledger = view.ledger();
        let group = ledger.groups.get(&row.group);
        let village = group.and_then(|group| ledger.places.get(&group.village));
        let is_wrong = row.reason == VisitReason::WrongUse;
        DueLine {
            leader: group.map(|group| ledger.group_name(group).to_owned()).unwrap_or_default(),
            village: village.map(|place| place.name.clone()).unwrap_or_default(),
            association: group.map(|group| group.association),
            left: if is_wrong { wrong_use_left(question, &row.loan) } else { Dong::ZERO },
            row,
        }
    }

    /// The group in words: where there is no room for its columns.
    pub fn group_said(&self, view: &View) -> String {
        let association =
            self.association.map_or("", |association| association.say(view.language()));
        format!("{} · {} · {association}", view.name(&self.leader), self.village)
    }

    /// Money used wrongly that was to be repaid by now: no visit is missing, the money is.
    fn is_repayment_late(&self) -> bool {
        self.row.reason == VisitReason::WrongUse && self.row.state == VisitState::Missed
    }

    /// What is still to be repaid and how late it is, in words; none where that is not the reason.
    pub fn repayment_said(&self, view: &View) -> Option<String> {
        let days = self.row.days_left.filter(|_| self.row.reason == VisitReason::WrongUse)?;
        Some((view.text.visits.wrong_left_said)(&format::money(self.left), days))
    }

    /// What tells lines apart: a loan may be on the list for several reasons.
    pub fn key(&self) -> String {
        format!("{} {:?} {}", self.row.loan, self.row.reason, self.row.since)
    }

    fn urgency(&self) -> Urgency {
        match self.row.state {
            VisitState::Missed => Urgency::Missed,
            VisitState::DueSoon => Urgency::DueSoon,
            VisitState::Pending if self.row.deadline.is_none() => Urgency::NoDeadline,
            VisitState::Pending => Urgency::Pending,
        }
    }

    fn order(&self) -> (bool, Option<i64>) {
        (self.row.days_left.is_none(), self.row.days_left)
    }
}

/// Which visits are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// All.
    All,
    /// The deadline has passed.
    Missed,
    /// The deadline is near.
    DueSoon,
    /// There is time.
    Pending,
    /// There is no deadline: inactive loans.
    NoDeadline,
    /// Money used wrongly is still to be repaid, however urgent; reached from the home screen.
    WrongUse,
}

impl Urgency {
    const ALL: [Urgency; 5] =
        [Self::All, Self::Missed, Self::DueSoon, Self::Pending, Self::NoDeadline];

    /// The next one, or the one before.
    pub fn next(self, forward: bool) -> Urgency {
        let last = Self::ALL.len() - 1;
        let at = Self::ALL.iter().position(|known| *known == self).unwrap_or(last);
        let step = if forward { 1 } else { Self::ALL.len() - 1 };
        Self::ALL.get((at + step) % Self::ALL.len()).copied().unwrap_or(Self::All)
    }

    /// Whether a line is shown.
    pub fn holds(self, line: &DueLine) -> bool {
        match self {
            Self::All => true,
            Self::WrongUse => line.row.reason == VisitReason::WrongUse,
            _ => self == line.urgency(),
        }
    }

    fn said(self, view: &View) -> &'static str {
        let text = &view.text.visits;
        match self {
            Self::All => text.all,
            Self::Missed => text.missed,
            Self::DueSoon => text.due_soon,
            Self::Pending => text.pending,
            Self::NoDeadline => text.no_deadline,
            Self::WrongUse => text.due_wrong,
        }
    }

    const fn tone(self) -> Tone {
        match self {
            Self::Missed => Tone::Bad,
            Self::DueSoon | Self::WrongUse => Tone::Warn,
            Self::All | Self::Pending | Self::NoDeadline => Tone::Plain,
        }
    }
}

/// The counts of each state, the one chosen in brackets.
pub fn counts(lines: &[DueLine], chosen: Urgency, view: &View) -> Vec<(String, Tone)> {
    let count = |urgency: Urgency| lines.iter().filter(|line| urgency.holds(line)).count();
    let part = |urgency: Urgency| {
        let text = format!("{} {}", urgency.said(view), format::count(count(urgency)));
        let here = urgency == chosen;
        let tone = if here && urgency == Urgency::All { Tone::Strong } else { urgency.tone() };
        (if here { format!("[{text}]") } else { format!(" {text} ") }, tone)
    };
    if chosen == Urgency::WrongUse {
        return [chosen, Urgency::All].map(part).into();
    }
    Urgency::ALL.map(part).into()
}

/// The columns: state, borrower, reason and deadline never drop.
pub const COLUMNS: &[Column<DueLine>] = &[
    Column::<DueLine>::text(
        |t| t.visits.state,
        9,
        |line, view| {
            let urgency = line.urgency();
            let said = if line.is_repayment_late() {
                view.text.visits.repayment_late
            } else {
                urgency.said(view)
            };
            Cell::toned(said, urgency.tone())
        },
    )
    .sorts(|one, other| one.order().cmp(&other.order())),
    Column::<DueLine>::text(
        |t| t.visits.borrower,
        15,
        |line, view| view.name(&line.row.name).into(),
    )
    .grows(3)
    .sorts(|one, other| name_key(&one.row.name).cmp(&name_key(&other.row.name))),
    Column::<DueLine>::text(|t| t.visits.group, 7, |line, _| line.row.group.to_string().into())
        .sorts(|one, other| one.row.group.cmp(&other.row.group)),
    Column::<DueLine>::text(|t| t.people.leader, 14, |line, view| view.name(&line.leader).into())
        .grows(2)
        .drops(9)
        .sorts(|one, other| name_key(&one.leader).cmp(&name_key(&other.leader))),
    Column::<DueLine>::text(|t| t.people.village, 13, |line, _| line.village.as_str().into())
        .drops(7)
        .sorts(|one, other| one.village.cmp(&other.village)),
    Column::<DueLine>::text(
        |t| t.visits.association_short,
        4,
        |line, view| {
            let short = |association| association_short(association, view.language());
            line.association.map_or("", short).into()
        },
    )
    .drops(8),
    Column::<DueLine>::text(|t| t.visits.reason, 23, reason)
        .grows(1)
        .sorts(|one, other| one.row.reason.cmp(&other.row.reason)),
    Column::<DueLine>::number(
        |t| t.visits.deadline,
        10,
        |line, _| format::maybe_day(line.row.deadline).into(),
    )
    .sorts(|one, other| one.order().cmp(&other.order())),
    Column::<DueLine>::number(
        |t| t.visits.days_left,
        8,
        |line, view| {
            let said = view.text.visits.left;
            let text = line.row.days_left.map(said).unwrap_or_default();
            Cell::toned(text, line.urgency().tone())
        },
    ),
];

fn reason(line: &DueLine, view: &View) -> Cell {
    let text = &view.text.visits;
    match line.row.reason {
        VisitReason::NewDisbursement => (text.new_on)(&format::short_day(line.row.since)).into(),
        VisitReason::Inactive => text.inactive.into(),
        VisitReason::WrongUse => {
            Cell::toned((text.wrong_left)(&format::amount(line.left)), Tone::Warn)
        }
    }
}
