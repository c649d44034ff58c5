//! The collection days of a transaction point (phiên giao dịch): one a month, without beginning or
//! end, some of them moved or not held.

use super::day::{Day, Month};
use std::collections::{BTreeMap, BTreeSet};

/// A point's sessions (domain.md, section 4).
///
/// A moved session belongs to the month of the day on which it is held. Its rows count for past
/// days as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    session_day: u32,
    changes: BTreeMap<Month, Option<Day>>,
    moved: BTreeSet<Day>,
}

impl Calendar {
    /// A session each month on that day, 1–28, but for the months in `changes`: held on another
    /// day, or not at all. None where the day is out of bounds.
    #[must_use]
    pub fn new(session_day: u32, changes: BTreeMap<Month, Option<Day>>) -> Option<Calendar> {
        let moved = changes.values().flatten().copied().collect();
        (1..=28).contains(&session_day).then_some(Calendar { session_day, changes, moved })
    }

    /// The usual day of the month, 1–28.
    #[must_use]
    pub const fn session_day(&self) -> u32 {
        self.session_day
    }

    /// The months whose session is held on another day, or not at all.
    #[must_use]
    pub const fn changes(&self) -> &BTreeMap<Month, Option<Day>> {
        &self.changes
    }

    /// Whether a session is held on the day.
    #[must_use]
    pub fn is_session(&self, day: Day) -> bool {
        self.moved.contains(&day) || self.usual_in(day.month()) == Some(day)
    }

    /// The first session on or after the day.
    #[must_use]
    pub fn first_on_or_after(&self, day: Day) -> Day {
        let moved = self.moved.range(day..).next().copied();
        let mut month = day.month();
        loop {
            match self.usual_in(month) {
                Some(usual) if usual >= day => {
                    return moved.map_or(usual, |moved| moved.min(usual));
                }
                _ if moved.is_some_and(|moved| moved < month.first_day()) => {
                    return moved.unwrap_or(day);
                }
                _ => month = month.next(),
            }
        }
    }

    /// The last session strictly before the day.
    #[must_use]
    pub fn last_before(&self, day: Day) -> Day {
        let moved = self.moved.range(..day).next_back().copied();
        let mut month = day.month();
        loop {
            match self.usual_in(month) {
                Some(usual) if usual < day => {
                    return moved.map_or(usual, |moved| moved.max(usual));
                }
                _ if moved.is_some_and(|moved| moved > month.last_day()) => {
                    return moved.unwrap_or(day);
                }
                _ => month = month.previous(),
            }
        }
    }

    /// The sessions from one day to another, both included, in order.
    #[must_use]
    pub fn between(&self, from: Day, to: Day) -> Vec<Day> {
        let mut sessions = Vec::new();
        let mut next = self.first_on_or_after(from);
        while next <= to {
            sessions.push(next);
            next = self.first_on_or_after(next.plus(1));
        }
        sessions
    }

    fn usual_in(&self, month: Month) -> Option<Day> {
        if self.changes.contains_key(&month) { None } else { month.day(self.session_day) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect(text)
    }

    fn calendar(changes: &[(&str, Option<&str>)]) -> Calendar {
        let changes = changes
            .iter()
            .map(|(month, held)| (Month::parse_iso(month).expect(month), held.map(day)))
            .collect();
        Calendar::new(15, changes).expect("a calendar")
    }

    #[test]
    fn the_session_day_itself_is_on_or_after_and_not_before() {
        let plain = calendar(&[]);
        assert_eq!(plain.first_on_or_after(day("2026-10-15")), day("2026-10-15"));
        assert_eq!(plain.first_on_or_after(day("2026-10-16")), day("2026-11-15"));
        assert_eq!(plain.last_before(day("2026-10-15")), day("2026-09-15"));
        assert_eq!(plain.last_before(day("2026-10-16")), day("2026-10-15"));
    }

    #[test]
    fn a_moved_session_takes_the_place_of_the_usual_one() {
        let moved = calendar(&[("2026-02", Some("2026-02-10"))]);
        assert_eq!(moved.first_on_or_after(day("2026-02-01")), day("2026-02-10"));
        assert_eq!(moved.first_on_or_after(day("2026-02-11")), day("2026-03-15"));
        assert!(!moved.is_session(day("2026-02-15")));
    }

    #[test]
    fn a_session_moved_into_another_month_stands_beside_that_months_own() {
        let moved = calendar(&[("2026-02", Some("2026-03-02"))]);
        assert_eq!(
            moved.between(day("2026-02-01"), day("2026-03-31")),
            [day("2026-03-02"), day("2026-03-15")]
        );
        assert_eq!(moved.last_before(day("2026-03-10")), day("2026-03-02"));
    }

    #[test]
    fn a_session_moved_far_back_or_ahead_is_found_from_both_sides() {
        let moved =
            calendar(&[("2026-02", Some("2026-05-03")), ("2026-05", None), ("2026-04", None)]);
        assert_eq!(moved.first_on_or_after(day("2026-03-16")), day("2026-05-03"));
        assert_eq!(moved.last_before(day("2026-06-01")), day("2026-05-03"));
        assert_eq!(moved.last_before(day("2026-05-03")), day("2026-03-15"));
        assert_eq!(moved.first_on_or_after(day("2026-05-04")), day("2026-06-15"));
    }

    #[test]
    fn a_session_that_is_not_held_is_skipped() {
        let cancelled = calendar(&[("2026-02", None)]);
        assert_eq!(cancelled.first_on_or_after(day("2026-01-16")), day("2026-03-15"));
        assert_eq!(cancelled.last_before(day("2026-03-15")), day("2026-01-15"));
    }

    #[test]
    fn a_session_day_is_from_1_to_28() {
        assert!(Calendar::new(0, BTreeMap::new()).is_none());
        assert!(Calendar::new(29, BTreeMap::new()).is_none());
        assert!(Calendar::new(28, BTreeMap::new()).is_some());
    }
}
