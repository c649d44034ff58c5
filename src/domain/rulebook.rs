//! The rulebook: every rate, weight, band, threshold and deadline, as data with the day from which
//! it counts (domain.md, section 8; contract.md, section 5).

mod fault;
mod own;
mod read;
mod shelf;

pub use fault::{Expected, Fault, FaultKind};
pub use own::OwnRulebook;
pub use read::read;
pub use shelf::{Listed, Origin, Shelf, Unshelved};

use super::day::Day;
use super::ids::ProgrammeCode;
use super::rate::Rate;
use super::ratio::RatioId;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// One set of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rulebook {
    /// The first day on which it counts.
    pub effective_from: Day,
    /// Its title.
    pub title: String,
    /// Where its figures come from.
    pub source: String,
    /// Whether they were checked against the official text.
    pub verified: bool,
    /// What overdue principal accrues, times the loan's rate (130 %: `1.30`).
    pub overdue_factor: Decimal,
    /// Days of a year of interest.
    pub day_count: u32,
    /// Loans disbursed on or after: each late instalment is overdue.
    pub instalments_overdue_from: Day,
    /// Programmes that always follow the older instalment rule.
    pub exempt_programmes: BTreeSet<ProgrammeCode>,
    /// Days within which wrongly used money is to be repaid.
    pub wrong_use_days: u32,
    /// How far a loan may be extended.
    pub extension: Extension,
    /// The least and most members of a group.
    pub group_size: (u32, u32),
    /// Deadlines and shares of visits.
    pub visits: VisitRules,
    /// Programmes with their default rates.
    pub programmes: Vec<Programme>,
    /// The lowest scores of the grades.
    pub grades: Grades,
    /// The scorecard of a group, 100 points.
    pub group_criteria: Vec<Criterion>,
    /// The scorecard of an area, 100 points.
    pub area_criteria: Vec<Criterion>,
    /// Public holidays, for counting working days.
    pub holidays: BTreeSet<Day>,
    /// Whom to talk to first.
    pub talk_first: TalkFirst,
}

/// Points for each reason to talk to a borrower, added up: our own proposal, from no text of the
/// bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalkFirst {
    /// By overdue principal, in đồng.
    pub overdue: Steps,
    /// By days overdue.
    pub days_overdue: Steps,
    /// By whole months since the first session whose interest is not all paid.
    pub interest_months: Steps,
    /// Nothing came in time of what the latest promise named.
    pub promise_broken: u32,
    /// A part of it came in time.
    pub promise_partly: u32,
    /// No visit since 1 January, beside another reason.
    pub not_visited: u32,
}

/// Points by a number: `(at least, points)` from the highest down; below the last there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps(pub Vec<(u32, u32)>);

impl Steps {
    /// The points of a number: those of the first step that it reaches.
    #[must_use]
    pub fn points(&self, number: i64) -> u32 {
        let reached = self.0.iter().find(|(at_least, _)| number >= i64::from(*at_least));
        reached.map_or(0, |(_, points)| *points)
    }
}

/// How far a loan may be extended (gia hạn).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Loans up to this term, in months, are short.
    pub short_term_months: u32,
    /// Short loans may be extended by that many months.
    pub short_max_months: u32,
    /// Longer ones by this share of the original term.
    pub long_max_share: Decimal,
}

/// Deadlines and shares of visits (domain.md, section 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitRules {
    /// Days after a disbursement within which it is visited.
    pub after_disbursement_days: u32,
    /// Days before a deadline from which it is due soon.
    pub due_soon_days: u32,
    /// Months without movement that make a loan inactive.
    pub inactive_months: u32,
    /// Programmes that are never inactive.
    pub inactive_exempt_programmes: BTreeSet<ProgrammeCode>,
    /// The share of earlier loans to visit in a year.
    pub yearly_coverage: Decimal,
    /// The same in difficult areas.
    pub yearly_coverage_difficult: Decimal,
    /// Working days within which a visit is reported.
    pub report_working_days: u32,
    /// Households of an unannounced visit: (up to that many members, households), in order; the
    /// last has no bound.
    pub sample: Vec<(Option<u32>, u32)>,
}

impl VisitRules {
    /// The last day of the visit after money that was disbursed on a day (domain.md, section 7).
    #[must_use]
    pub fn deadline(&self, disbursed_on: Day) -> Day {
        disbursed_on.plus(i64::from(self.after_disbursement_days))
    }
}

/// A programme of the bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Its code.
    pub code: ProgrammeCode,
    /// Its name.
    pub name: String,
    /// The rate of new loans.
    pub rate: Rate,
}

/// The lowest score of each grade; below the last: weak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grades {
    /// Tốt.
    pub good: Decimal,
    /// Khá.
    pub fair: Decimal,
    /// Trung bình.
    pub average: Decimal,
}

/// One criterion of a scorecard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// The measure.
    pub id: RatioId,
    /// The most points.
    pub max: Decimal,
    /// Whether less is better.
    pub less_is_better: bool,
    /// What it brings where there is nothing to measure.
    pub when_none: WhenNone,
    /// From the best to the worst; the last fits always.
    pub bands: Vec<Band>,
}

/// What a measure brings that has nothing to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenNone {
    /// All its points.
    Full,
    /// No points.
    Zero,
}

/// A step of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Which ratios fall into it.
    pub bound: Bound,
    /// The points it brings.
    pub points: Decimal,
}

/// The bound of a band, itself included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    /// That much or less.
    UpTo(Decimal),
    /// That much or more.
    AtLeast(Decimal),
    /// Any.
    Always,
}

impl Rulebook {
    /// The programme of a code.
    #[must_use]
    pub fn programme(&self, code: &ProgrammeCode) -> Option<&Programme> {
        self.programmes.iter().find(|programme| programme.code == *code)
    }
}
