//! What is to be made: how many communes, how large, over how long, with how much trouble.

use super::fate::Fate;
use super::temper::Temper;
use crate::domain::day::Day;
use crate::domain::group::Association;
use crate::domain::ids::{PlaceCode, PointCode};
use crate::domain::record::Batch;

/// The day on which a generated book stands where nothing else is said.
pub const AS_OF: &str = "2026-10-15";

/// What is to be made. The same plan gives the same rows on every machine and in every run.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Everything follows from it.
    pub seed: u64,
    /// How many communes.
    pub communes: u32,
    /// Villages in each commune.
    pub villages: u32,
    /// Groups in each commune.
    pub groups: u32,
    /// Members of a group on average, 5–60; groups differ by a quarter.
    pub members: u32,
    /// Loans of a hundred members.
    pub loans_of_hundred: u32,
    /// Ordinary loans were disbursed in so many months before the day of the book.
    pub months: u32,
    /// Years of facts; loans that are older come with an opening.
    pub years: u32,
    /// The day on which the book stands.
    pub as_of: Day,
    /// Of a hundred members so many have a loan with a story of its own (late, frozen, …).
    pub troubles: u32,
    /// Which stories are told, in turn.
    pub cast: Vec<Fate>,
    /// How the groups are led, in turn.
    pub tempers: Vec<Temper>,
    /// Where the rows are added to a commune that is there; none where communes are new.
    pub grown: Option<Grown>,
}

/// A commune that is there already, to which villages and groups are added.
#[derive(Clone, Debug)]
pub struct Grown {
    /// The commune.
    pub commune: PlaceCode,
    /// How many villages it has.
    pub villages: u32,
    /// How many groups it has.
    pub groups: u32,
    /// The highest number of a member.
    pub members: u64,
    /// The highest number of a loan.
    pub loans: u64,
    /// Its points, and the sessions that are not held as usual.
    pub points: Batch,
    /// The points at which the new villages hand in, in turn.
    pub serving: Vec<PointCode>,
    /// The first month with facts begins on this day.
    pub begin: Day,
    /// The last day with facts.
    pub last: Day,
    /// How the new villages are called.
    pub names: Vec<String>,
    /// Who visits for each association.
    pub officials: Vec<(Association, String)>,
    /// Telephone numbers from here on.
    pub phones: u64,
}

impl Plan {
    /// New communes of a usual size: 8 villages, 26 groups, 42 members each, five years.
    #[must_use]
    pub fn new(communes: u32, seed: u64) -> Plan {
        Plan {
            seed,
            communes,
            villages: 8,
            groups: 26,
            members: 42,
            loans_of_hundred: 130,
            months: 68,
            years: 5,
            as_of: Day::parse_iso(AS_OF).unwrap_or_else(|| Day::from_date(chrono::NaiveDate::MIN)),
            troubles: 16,
            cast: Fate::ALL.to_vec(),
            tempers: Temper::USUAL.to_vec(),
            grown: None,
        }
    }

    /// A tiny book for tests: 2 groups, 12 members, half of them with a story of their own; which
    /// stories, follows from the seed.
    #[must_use]
    pub fn small(seed: u64) -> Plan {
        Plan { villages: 2, groups: 2, members: 6, years: 2, troubles: 60, ..Plan::new(1, seed) }
    }

    /// One commune in which every state of domain.md occurs.
    #[must_use]
    pub fn commune(seed: u64) -> Plan {
        Plan::new(1, seed)
    }

    /// One commune with at least 5,000 loans and five years of facts, for measuring.
    #[must_use]
    pub fn bench_5000(seed: u64) -> Plan {
        Plan { villages: 12, groups: 90, members: 46, troubles: 8, ..Plan::new(1, seed) }
    }

    /// All communes of a province as the source article has it (domain.md, section 10).
    #[must_use]
    pub fn province(seed: u64) -> Plan {
        Plan::new(109, seed)
    }

    /// The first day of which there are facts.
    #[must_use]
    pub fn begin(&self) -> Day {
        let years = || self.as_of.months_before(12 * self.years.max(1)).month().first_day();
        self.grown.as_ref().map_or_else(years, |grown| grown.begin)
    }

    /// The last day of which there are facts.
    #[must_use]
    pub fn last(&self) -> Day {
        self.grown.as_ref().map_or(self.as_of, |grown| grown.last)
    }
}
