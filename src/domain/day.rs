//! Business days and months of the calendar, entered by people and never taken from a clock.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(NaiveDate);

impl Day {
    /// The day, or none where the calendar has no such day (30 February) or the year lies outside
    /// 1900–2199, where nothing in this field can have happened.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        if !(1900..2200).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Day)
    }

    /// Reads `2026-10-15`, and nothing else.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Day> {
        let shaped = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shaped {
            return None;
        }
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
        Day::new(day.year(), day.month(), day.day())
    }

    /// The day of a clock's date. Only `main` and `cli` have a clock.
    #[must_use]
    pub const fn from_date(date: NaiveDate) -> Day {
        Day(date)
    }

    /// The day as a date of the calendar library.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// That many days later (earlier where negative); stops at the ends of the calendar.
    #[must_use]
    pub fn plus(self, days: i64) -> Day {
        let steps = Days::new(days.unsigned_abs());
        let moved =
            if days < 0 { self.0.checked_sub_days(steps) } else { self.0.checked_add_days(steps) };
        Day(moved.unwrap_or(if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX }))
    }

    /// How many days `later` lies after this day; negative where it lies before.
    #[must_use]
    pub fn days_until(self, later: Day) -> i64 {
        later.0.signed_duration_since(self.0).num_days()
    }

    /// The same day that many calendar months earlier; the last day of a month that is too short.
    #[must_use]
    pub fn months_before(self, months: u32) -> Day {
        Day(self.0.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN))
    }

    /// The same day that many calendar months later; the last day of a month that is too short.
    #[must_use]
    pub fn months_after(self, months: u32) -> Day {
        Day(self.0.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
    }

    /// How many whole calendar months lie between it and a later day: those after which the same
    /// day (or the last day of a month that is too short) has come; 0 for an earlier day.
    #[must_use]
    pub fn whole_months_until(self, later: Day) -> i64 {
        let years = i64::from(later.year()) - i64::from(self.year());
        let between = years * 12 + i64::from(later.0.month()) - i64::from(self.0.month());
        let months = u32::try_from(between.max(0)).unwrap_or(0);
        let complete = self.months_after(months) <= later;
        i64::from(if complete { months } else { months.saturating_sub(1) })
    }

    /// The calendar month it lies in.
    #[must_use]
    pub fn month(self) -> Month {
        Month { year: self.0.year(), month: self.0.month() }
    }

    /// The last month end on or before it: itself, where it is one.
    #[must_use]
    pub fn last_month_end(self) -> Day {
        if self == self.month().last_day() { self } else { self.month_end_before() }
    }

    /// The last day of the month before its own.
    #[must_use]
    pub fn month_end_before(self) -> Day {
        self.month().first_day().plus(-1)
    }

    /// The year it lies in.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The day's number in its month, from 1.
    #[must_use]
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }
}

impl fmt::Display for Day {
    /// ISO text, as files and JSON have it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

/// One calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The month, or none where there is no such month.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Month> {
        Day::new(year, month, 1).map(Day::month)
    }

    /// Reads `2026-02`.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Month> {
        if text.len() != 7 {
            return None;
        }
        Day::parse_iso(&format!("{text}-01")).map(Day::month)
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Day {
        Day(NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or(NaiveDate::MIN))
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        self.next().first_day().plus(-1)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Month {
        self.first_day().months_after(1).month()
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Month {
        self.first_day().months_before(1).month()
    }

    /// The day with that number, or none where the month is too short.
    #[must_use]
    pub fn day(self, number: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(self.year, self.month, number).map(Day)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month's number, from 1.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.month
    }
}

impl fmt::Display for Month {
    /// ISO text, `2026-02`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect(text)
    }

    #[test]
    fn a_day_that_the_calendar_does_not_have_is_none() {
        for text in
            ["2026-02-30", "2026-13-01", "2026-2-03", "15/10/2026", "2026-10-15 ", "", "0001-01-01"]
        {
            assert_eq!(Day::parse_iso(text), None, "{text}");
        }
        assert_eq!(day("2024-02-29").to_string(), "2024-02-29");
    }

    #[test]
    fn months_back_from_a_long_month_end_on_the_last_day_of_a_short_one() {
        assert_eq!(day("2026-05-31").months_before(3), day("2026-02-28"));
        assert_eq!(day("2026-09-30").months_before(3), day("2026-06-30"));
    }

    #[test]
    fn a_month_knows_its_ends() {
        let month = Month::parse_iso("2026-02").expect("a month");
        assert_eq!((month.first_day(), month.last_day()), (day("2026-02-01"), day("2026-02-28")));
        assert_eq!(month.previous().to_string(), "2026-01");
        assert_eq!(day("2026-02-28").last_month_end(), day("2026-02-28"));
        assert_eq!(day("2026-02-27").last_month_end(), day("2026-01-31"));
        assert_eq!(day("2026-02-28").month_end_before(), day("2026-01-31"));
    }

    #[test]
    fn a_month_is_whole_once_its_day_or_the_last_of_a_shorter_month_has_come() {
        let day = |text: &str| Day::parse_iso(text).expect(text);
        let months = |from: &str, to: &str| day(from).whole_months_until(day(to));
        assert_eq!(months("2026-07-15", "2026-08-14"), 0);
        assert_eq!(months("2026-07-15", "2026-08-15"), 1);
        assert_eq!(months("2026-01-31", "2026-02-27"), 0);
        assert_eq!(months("2026-01-31", "2026-02-28"), 1);
        assert_eq!(months("2025-11-20", "2027-01-19"), 13);
        assert_eq!(months("2026-07-15", "2026-07-14"), 0);
    }
}
