//! What the lists of place 3 have in common: whose loan a row is, and the parts of a list.

use crate::domain::contact::{PromiseStanding, PromiseState};
use crate::domain::day::Day;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, PointCode};
use crate::domain::loan::LoanFile;
use crate::domain::money::Dong;
use crate::reports::debts::Debts;
use crate::reports::overdue::Bucket;
use crate::text::{format, talks};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Cell, Column};
use std::cmp::Ordering;
use std::ops::AddAssign;

/// Whose loan a row is.
#[derive(Clone)]
pub struct Who {
    pub loan: LoanCode,
    pub name: String,
    pub group: GroupCode,
    pub leader: String,
    pub village: String,
    phone: Option<String>,
    pub last_visit: Option<Day>,
    pub last_contact: Option<Day>,
    pub promise: Option<PromiseStanding>,
}

impl Who {
    /// Finds names and village to the codes of a report's row.
    pub fn of(
        view: &View,
        (loan, member): (&LoanCode, &MemberCode),
        group: &GroupCode,
        last_visit: Option<Day>,
    ) -> Who {
        let ledger = view.ledger();
        let member = ledger.members.get(member).map(|file| &file.member);
        let found = ledger.groups.get(group);
        let village = found.and_then(|group| ledger.places.get(&group.village));
        let file = ledger.loans.get(loan);
        let point = found.and_then(|group| ledger.point_of(group));
        let standing = |file: &LoanFile| {
            file.last_promise(view.as_of)?.standing(file, &point?.calendar, view.as_of)
        };
        Who {
            loan: loan.clone(),
            name: member.map(|member| member.name.clone()).unwrap_or_default(),
            group: group.clone(),
            leader: found.map(|group| ledger.group_name(group).to_owned()).unwrap_or_default(),
            village: village.map(|place| place.name.clone()).unwrap_or_default(),
            phone: member.and_then(|member| member.phone.clone()),
            last_visit,
            last_contact: file.and_then(|file| Some(file.last_contact(view.as_of)?.day)),
            promise: file.and_then(standing),
        }
    }

    /// When it was last talked to, in a narrow column.
    pub fn contact_cell(&self, view: &View) -> Cell {
        recent(self.last_contact, view).into()
    }

    /// When it was last visited, in a narrow column.
    pub fn visit_cell(&self, view: &View) -> Cell {
        recent(self.last_visit, view).into()
    }

    /// The latest promise and how it stands, in words.
    pub fn promise_cell(&self, view: &View) -> Cell {
        let Some(promise) = &self.promise else { return Cell::default() };
        let tone = match promise.state {
            PromiseState::Open => Tone::Plain,
            PromiseState::Kept => Tone::Good,
            PromiseState::Partly => Tone::Warn,
            PromiseState::Broken => Tone::Bad,
        };
        Cell::toned(talks::promise(view.language(), promise), tone)
    }

    /// What the line below the list says of everybody.
    pub fn facts(&self, view: &View) -> Vec<String> {
        let detail = &view.text.debts.detail;
        let phone = self.phone.as_ref().map(|number| (detail.phone)(&view.number(number)));
        let visited = self.last_visit.map_or_else(
            || detail.never_visited.to_owned(),
            |day| (detail.visited)(&format::day(day)),
        );
        // what does not fit drops from the end: the code of 16 digits before what one reads
        let promise = self.promise.as_ref();
        let mut facts: Vec<String> =
            promise.map(|one| talks::promise_with_sum(view.language(), one)).into_iter().collect();
        facts.extend(self.last_contact.map(|day| (detail.talked)(&format::day(day))));
        facts.extend([visited, self.village.clone()]);
        facts.extend(phone);
        facts.extend([(detail.loan)(self.loan.as_str()), (detail.group)(self.group.as_str())]);
        facts
    }
}

/// A day in seven columns: day and month in the year of the day asked about, else month and year.
fn recent(day: Option<Day>, view: &View) -> String {
    match day {
        Some(day) if day.year() == view.as_of.year() => format::short_day(day),
        Some(day) => format::month(day.month()),
        None => String::new(),
    }
}

/// The order of promises: by how they stand, then by day; those without one first.
pub fn by_promise(one: &Who, other: &Who) -> Ordering {
    let key = |who: &Who| who.promise.map(|standing| (standing.state, standing.promise.by));
    key(one).cmp(&key(other))
}

/// A part of a list, chosen with the arrows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    All,
    /// What is to be paid at this point's next session.
    Session {
        /// The point.
        point: PointCode,
        /// Its name.
        name: String,
        /// The session.
        day: Day,
    },
    /// Overdue for so long.
    Age(Bucket),
    /// With interest arrears.
    OwesInterest,
    /// Without movement for three months.
    Inactive,
    /// With principal that falls due by the session.
    FallsDue,
    /// Overdue.
    Overdue,
    /// Frozen.
    Frozen,
    /// With a visit, or a repayment of wrongly used money, whose last day lies by the session.
    Deadline,
    /// With a promise that falls due by the session, or was not kept.
    Promise,
}

impl Part {
    /// How it is said.
    pub fn say(&self, view: &View) -> String {
        let text = &view.text.debts;
        match self {
            Part::All => text.all.to_owned(),
            Part::Session { name, day, .. } => {
                // the column of points is full of "Điểm giao dịch"; the name alone tells them apart
                let name = name.strip_prefix("Điểm giao dịch ").unwrap_or(name);
                (text.session_of)(&format::short_day(*day), name)
            }
            Part::Age(bucket) => format!("{} {}", bucket.name(), text.days),
            Part::OwesInterest => text.owes_interest.to_owned(),
            Part::Inactive => text.inactive.to_owned(),
            Part::FallsDue => text.parts.falls_due.to_owned(),
            Part::Overdue => text.parts.overdue.to_owned(),
            Part::Frozen => text.parts.frozen.to_owned(),
            Part::Deadline => text.parts.deadline.to_owned(),
            Part::Promise => text.parts.promise.to_owned(),
        }
    }
}

/// What rows add up to, by village, association or group; zero where a list does not have it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    pub outstanding: Dong,
    pub principal: Dong,
    pub interest: Dong,
    pub overdue: Dong,
    pub arrears: Dong,
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Sums) {
        self.outstanding += other.outstanding;
        self.principal += other.principal;
        self.interest += other.interest;
        self.overdue += other.overdue;
        self.arrears += other.arrears;
    }
}

/// A row of a list of place 3.
pub trait Line: Clone + 'static {
    /// The columns of its list.
    const COLUMNS: &'static [Column<Self>];
    /// The rows of its list.
    fn read(debts: &Debts, view: &View) -> Vec<Self>;
    /// The parts of its list; the first is all of it.
    fn parts(view: &View) -> Vec<Part>;
    /// Whether it belongs to a part.
    fn is_in(&self, part: &Part) -> bool;
    /// Whose loan it is.
    fn who(&self) -> &Who;
    /// What the list is about.
    fn amount(&self) -> Dong;
    /// Its principal and interest, where the amount is both and says little as one sum.
    fn split(&self) -> Option<(Dong, Dong)> {
        None
    }
    /// What it adds to the sums of its village, association or group.
    fn sums(&self) -> Sums;
    /// How it came to its place in the list, for the help; nothing where the columns say it.
    fn explains(&self, _view: &View) -> Vec<String> {
        Vec::new()
    }
    /// What the line below the list says of it first.
    fn facts(&self, view: &View) -> Vec<String>;
}
