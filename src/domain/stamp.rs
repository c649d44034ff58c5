//! The moment at which something was recorded: UTC, from the clock that only `main` and `cli` read.

use super::day::Day;
use chrono::{DateTime, SecondsFormat, TimeDelta, Timelike, Utc};
use std::fmt;

/// A moment in UTC, to the millisecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp(DateTime<Utc>);

impl Stamp {
    /// The beginning of computed time, for books that live only as long as a test.
    pub const EPOCH: Stamp = Stamp(DateTime::UNIX_EPOCH);

    /// A clock's moment.
    #[must_use]
    pub const fn new(moment: DateTime<Utc>) -> Stamp {
        Stamp(moment)
    }

    /// Reads RFC 3339, in whatever zone, as UTC.
    #[must_use]
    pub fn parse(text: &str) -> Option<Stamp> {
        DateTime::parse_from_rfc3339(text).ok().map(|moment| Stamp(moment.to_utc()))
    }

    /// The same time of day on another day.
    #[must_use]
    pub fn moved_to(self, day: Day) -> Stamp {
        Stamp(day.date().and_time(self.0.time()).and_utc())
    }

    /// As a clock in Việt Nam (UTC+7) shows it: `15/10/2026 09:30`.
    #[must_use]
    pub fn in_vietnam(self) -> String {
        let there = self.0.naive_utc() + TimeDelta::hours(7);
        there.format("%d/%m/%Y %H:%M").to_string()
    }

    /// The day that a calendar in Việt Nam (UTC+7) shows.
    #[must_use]
    pub fn day_in_vietnam(self) -> Day {
        Day::from_date((self.0.naive_utc() + TimeDelta::hours(7)).date())
    }

    /// As a file's name says it, by a clock in Việt Nam: `20261015-093000`.
    #[must_use]
    pub fn in_a_name(self) -> String {
        let there = self.0.naive_utc() + TimeDelta::hours(7);
        there.format("%Y%m%d-%H%M%S").to_string()
    }

    /// That many seconds later.
    #[must_use]
    pub fn later(self, seconds: u32) -> Stamp {
        Stamp(self.0 + TimeDelta::seconds(i64::from(seconds)))
    }

    /// Milliseconds since 1970, zero for any moment before.
    #[must_use]
    pub fn millis(self) -> u64 {
        u64::try_from(self.0.timestamp_millis()).unwrap_or(0)
    }
}

/// The day in UTC on which something was recorded, as files write the moment: RFC 3339, or a day
/// alone.
#[must_use]
pub fn recorded_on(text: &str) -> Option<Day> {
    Day::parse_iso(text).or_else(|| {
        // A leap second and the offsets that no country has are not known to the book's SQL.
        let moment = DateTime::parse_from_rfc3339(text).ok()?;
        let known = moment.nanosecond() < 1_000_000_000
            && moment.offset().local_minus_utc().abs() <= 14 * 3_600
            && text.as_bytes().get(10) == Some(&b'T');
        known.then(|| Day::from_date(moment.to_utc().date_naive()))
    })
}

impl fmt::Display for Stamp {
    /// RFC 3339, `2026-10-15T02:30:00.000Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_written_as_utc_and_read_back() {
        let stamp = Stamp::parse("2026-10-15T09:30:00+07:00").expect("a moment");
        assert_eq!(stamp.to_string(), "2026-10-15T02:30:00.000Z");
        assert_eq!(Stamp::parse(&stamp.to_string()), Some(stamp));
        assert_eq!(Stamp::parse("15/10/2026"), None);
    }

    #[test]
    fn a_copys_day_and_name_are_those_of_a_clock_in_viet_nam() {
        let stamp = Stamp::parse("2026-10-14T17:00:05Z").expect("a moment");
        assert_eq!(stamp.day_in_vietnam().to_string(), "2026-10-15");
        assert_eq!(stamp.in_a_name(), "20261015-000005");
        assert_eq!(stamp.later(60).in_a_name(), "20261015-000105");
        let before = Stamp::parse("2026-10-14T16:59:59Z").expect("a moment");
        assert_eq!(before.day_in_vietnam().to_string(), "2026-10-14");
    }

    #[test]
    fn the_day_of_recording_is_that_of_utc_and_a_day_alone_is_itself() {
        let on = |text: &str| recorded_on(text).map(|day| day.to_string());
        let day = |text: &str| Some(text.to_owned());
        assert_eq!(on("2026-10-15T06:59:59+07:00"), day("2026-10-14"));
        assert_eq!(on("2026-10-15T07:00:00.000+07:00"), day("2026-10-15"));
        assert_eq!(on("2026-10-14T23:30:00-02:00"), day("2026-10-15"));
        assert_eq!(on("2026-10-15"), day("2026-10-15"));
        for text in [
            "",
            "2026-02-30",
            "2026-10-15T24:00:00Z",
            "2026-10-15T10:00:00",
            "2026-10-15 10:00:00Z",
        ] {
            assert_eq!(on(text), None, "{text}");
        }
        assert_eq!(on("2016-12-31T23:59:60Z"), None);
        assert_eq!(on("2026-10-15T10:00:00+15:00"), None);
    }
}
