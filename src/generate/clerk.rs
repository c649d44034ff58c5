//! Ids, receipts, and who typed what when: as a program in use would have recorded it.

use super::dice::Dice;
use super::fate::workday;
use crate::domain::day::Day;
use crate::domain::ids::FactId;
use crate::domain::record::{Recorded, Trail};
use crate::domain::stamp::Stamp;
use chrono::{NaiveTime, TimeDelta};
use std::collections::BTreeMap;

/// Who records the facts of a commune.
#[derive(Debug)]
pub(super) struct Clerk {
    dice: Dice,
    last: Day,
    by: String,
    machine: String,
    /// The receipts given out in each year.
    receipts: BTreeMap<i32, u64>,
    receipt: String,
    first_receipt: u64,
    /// Whether facts are now and then recorded days later.
    late: bool,
}

impl Clerk {
    /// A clerk: facts are recorded on or before the last day.
    pub(super) fn new(seed: u64, commune: u32, last: Day, grown: bool) -> Clerk {
        Clerk {
            dice: Dice::of(seed, "clerk", &[u64::from(commune)]),
            last,
            by: "cán bộ hội".to_owned(),
            machine: format!("may-xa-{}", commune + 1),
            receipts: BTreeMap::new(),
            receipt: if grown { String::new() } else { format!("{:03}", commune + 1) },
            first_receipt: if grown { 50_000 } else { 0 },
            late: !grown,
        }
    }

    /// Another one, who writes down talks, cash and meetings: what the first records does not
    /// change with it.
    pub(super) fn of_meetings(seed: u64, commune: u32, last: Day) -> Clerk {
        let dice = Dice::of(seed, "clerk of meetings", &[u64::from(commune)]);
        Clerk { dice, ..Clerk::new(seed, commune, last, false) }
    }

    /// Records a fact of a day: nearly always on that day, now and then some days later.
    pub(super) fn record(&mut self, day: Day) -> (FactId, Trail) {
        let late = if self.late && self.dice.often(4) { self.dice.between(1, 20) } else { 0 };
        let on = if late > 0 { workday(day.plus(late)).min(self.last).max(day) } else { day };
        // From seven in the morning to five in the afternoon, seven hours ahead of UTC.
        let millis = self.dice.between(0, 10 * 3_600_000 - 1);
        let moment = on.date().and_time(NaiveTime::MIN).and_utc() + TimeDelta::milliseconds(millis);
        let stamp = Stamp::new(moment);
        let trail = Trail {
            recorded_by: Some(self.by.clone()),
            recorded_at: Some(stamp.to_string()),
            machine: Some(self.machine.clone()),
            ..Trail::default()
        };
        (self.id(stamp), trail)
    }

    /// Records a fact that has no id of its own, or has it already.
    pub(super) fn write<T>(&mut self, day: Day, fact: T) -> Recorded<T> {
        let (_, trail) = self.record(day);
        Recorded { fact, reverses: None, trail }
    }

    /// An id as the program makes them: UUIDv7, of the moment.
    fn id(&mut self, stamp: Stamp) -> FactId {
        let (high, low) = (self.dice.bits(), self.dice.bits());
        let millis = stamp.millis() & 0xffff_ffff_ffff;
        FactId::new(format!(
            "{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}",
            millis >> 16,
            millis & 0xffff,
            high & 0xfff,
            0x8000 | (high >> 12) & 0x3fff,
            low & 0xffff_ffff_ffff,
        ))
    }

    /// The bank's next receipt of a day's year.
    pub(super) fn receipt(&mut self, day: Day) -> String {
        let given = self.receipts.entry(day.year()).or_insert(self.first_receipt);
        *given += 1;
        format!("BL{:02}{}{given:05}", day.year() % 100, self.receipt)
    }
}
