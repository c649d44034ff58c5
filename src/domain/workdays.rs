//! Working days: Monday to Friday, less the public holidays of the rulebook (domain.md, section 7).

use super::day::Day;
use chrono::Weekday;
use std::collections::BTreeSet;

/// More days without work in a row than any calendar has: a list of holidays that never ends is a
/// fault of the list, and the counting ends all the same.
const LONGEST_REST: u32 = 60;

/// Whether people work on the day.
#[must_use]
pub fn is_working_day(day: Day, holidays: &BTreeSet<Day>) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays.contains(&day)
}

/// The last day of that many working days after a day, which itself does not count.
#[must_use]
pub fn working_days_after(from: Day, days: u32, holidays: &BTreeSet<Day>) -> Day {
    let mut day = from;
    for _ in 0..days {
        let mut rest = 0;
        day = day.plus(1);
        while !is_working_day(day, holidays) && rest < LONGEST_REST {
            day = day.plus(1);
            rest += 1;
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect(text)
    }

    #[test]
    fn a_weekend_does_not_count() {
        let none = BTreeSet::new();
        // Monday to Thursday; then Tuesday, over a weekend
        assert_eq!(working_days_after(day("2026-10-12"), 3, &none), day("2026-10-15"));
        assert_eq!(working_days_after(day("2026-10-15"), 3, &none), day("2026-10-20"));
        // a visit on a Saturday or a Sunday: Wednesday
        assert_eq!(working_days_after(day("2026-10-17"), 3, &none), day("2026-10-21"));
        assert_eq!(working_days_after(day("2026-10-18"), 3, &none), day("2026-10-21"));
        assert_eq!(working_days_after(day("2026-10-18"), 0, &none), day("2026-10-18"));
    }

    #[test]
    fn a_public_holiday_does_not_count() {
        let holidays = BTreeSet::from([day("2026-09-01"), day("2026-09-02")]);
        assert!(!is_working_day(day("2026-09-02"), &holidays));
        // 28/08 is a Friday: Monday 31/08, then Thursday and Friday
        assert_eq!(working_days_after(day("2026-08-28"), 3, &holidays), day("2026-09-04"));
        // a holiday on a weekend takes nothing away twice
        let saturday = BTreeSet::from([day("2026-10-17")]);
        assert_eq!(working_days_after(day("2026-10-15"), 3, &saturday), day("2026-10-20"));
    }

    #[test]
    fn counting_ends_where_the_holidays_do_not() {
        let endless: BTreeSet<Day> = (0..500).map(|days| day("2026-01-01").plus(days)).collect();
        assert!(working_days_after(day("2026-01-01"), 3, &endless) > day("2026-01-01"));
    }
}
