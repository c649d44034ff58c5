//! Frozen intervals of a loan (nợ khoanh): recovery suspended, nothing accrues, nobody is late.

use super::day::Day;
use super::loan::{ChangeKind, LoanChange};

/// The days on which a loan is frozen: half-open intervals that do not overlap, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Freezes(Vec<(Day, Option<Day>)>);

impl Freezes {
    /// What is frozen by the changes known on a day. A change never reaches days before its own, so
    /// this one set answers for every earlier day as well.
    #[must_use]
    pub fn known_on(changes: &[LoanChange], known: Day) -> Freezes {
        let mut intervals: Vec<(Day, Option<Day>)> = Vec::new();
        for change in changes.iter().filter(|change| change.day <= known) {
            match &change.kind {
                ChangeKind::Freeze { until } => intervals.push((change.day, *until)),
                ChangeKind::Unfreeze => {
                    for (_, until) in &mut intervals {
                        if until.is_none_or(|until| until > change.day) {
                            *until = Some(change.day);
                        }
                    }
                }
                ChangeKind::Reschedule { .. } | ChangeKind::Extend { .. } => {}
            }
        }
        intervals.retain(|(from, until)| until.is_none_or(|until| until > *from));
        intervals.sort_unstable();
        let mut joined: Vec<(Day, Option<Day>)> = Vec::new();
        for (from, until) in intervals {
            match joined.last_mut() {
                Some((_, end)) if end.is_none_or(|end| from <= end) => {
                    // None is open, and later than any day.
                    *end = end.zip(until).map(|(end, until)| end.max(until));
                }
                _ => joined.push((from, until)),
            }
        }
        Freezes(joined)
    }

    /// Whether the loan is frozen on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.0.iter().any(|(from, until)| *from <= day && until.is_none_or(|until| day < until))
    }

    /// The days after `after`, up to and including `to`, that lie in no frozen interval.
    #[must_use]
    pub fn free_days(&self, after: Day, to: Day) -> i64 {
        let first = after.plus(1);
        let all = after.days_until(to).max(0);
        let frozen: i64 = self
            .0
            .iter()
            .map(|(from, until)| {
                let from = (*from).max(first);
                let end = until.map_or(to.plus(1), |until| until.min(to.plus(1)));
                from.days_until(end).max(0)
            })
            .sum();
        all - frozen
    }

    /// The days on which something begins or ends.
    pub fn edges(&self) -> impl Iterator<Item = Day> + '_ {
        self.0.iter().flat_map(|(from, until)| std::iter::once(*from).chain(*until))
    }

    /// The end of the last interval that ended on or before a day.
    #[must_use]
    pub fn last_end_by(&self, day: Day) -> Option<Day> {
        self.0.iter().filter_map(|(_, until)| *until).rfind(|until| *until <= day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::FactId;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect(text)
    }

    fn freezes(changes: &[(&str, ChangeKind)]) -> Freezes {
        let changes: Vec<LoanChange> = changes
            .iter()
            .map(|(text, kind)| LoanChange {
                id: FactId::new(*text),
                day: day(text),
                kind: kind.clone(),
            })
            .collect();
        Freezes::known_on(&changes, day("2027-01-01"))
    }

    fn freeze(until: Option<&str>) -> ChangeKind {
        ChangeKind::Freeze { until: until.map(day) }
    }

    #[test]
    fn the_first_day_is_frozen_and_the_last_is_not() {
        let frozen = freezes(&[("2026-03-01", freeze(Some("2026-03-11")))]);
        assert!(!frozen.holds_on(day("2026-02-28")));
        assert!(frozen.holds_on(day("2026-03-01")));
        assert!(frozen.holds_on(day("2026-03-10")));
        assert!(!frozen.holds_on(day("2026-03-11")));
    }

    #[test]
    fn an_unfreeze_ends_a_freeze_on_its_own_day_and_leaves_earlier_days() {
        let frozen = freezes(&[("2026-03-01", freeze(None)), ("2026-06-01", ChangeKind::Unfreeze)]);
        assert!(frozen.holds_on(day("2026-05-31")));
        assert!(!frozen.holds_on(day("2026-06-01")));
    }

    #[test]
    fn days_late_leave_out_frozen_days_only() {
        let frozen = freezes(&[("2026-03-01", freeze(Some("2026-03-11")))]);
        // 1–20 March are 20 days after 28 February, ten of them frozen.
        assert_eq!(frozen.free_days(day("2026-02-28"), day("2026-03-20")), 10);
        assert_eq!(frozen.free_days(day("2026-03-05"), day("2026-03-11")), 1);
        assert_eq!(frozen.free_days(day("2026-03-20"), day("2026-03-20")), 0);
        assert_eq!(frozen.free_days(day("2026-03-20"), day("2026-03-10")), 0);
    }

    #[test]
    fn overlapping_freezes_are_one() {
        let frozen =
            freezes(&[("2026-03-01", freeze(Some("2026-04-01"))), ("2026-03-15", freeze(None))]);
        assert_eq!(frozen.free_days(day("2026-02-28"), day("2026-05-01")), 0);
        assert!(frozen.holds_on(day("2026-12-01")));
        // The open one does not take away what was frozen before it.
        assert!(frozen.holds_on(day("2026-03-01")));
    }
}
