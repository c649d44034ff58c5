//! Which copies of the book are kept: 7 days, 4 weeks, 12 months, fewer where they would fill the
//! disk (trust.md, section 3).

use super::day::Day;
use chrono::Datelike;
use std::collections::BTreeSet;

/// Of so many of the latest days on which a copy was taken, the newest copy is kept.
pub const DAYS: usize = 7;
/// Likewise weeks, from Monday on.
pub const WEEKS: usize = 4;
/// Likewise months of the calendar.
pub const MONTHS: usize = 12;

/// After so many days a copy is too old, and that is said.
pub const OLD_AFTER: i64 = 7;

/// Which copies are kept. `taken` says on which day each was taken, in the order in which they were
/// made. Days, weeks and months without a copy take no place, so that a laptop that lay in a
/// drawer, or a wrong clock, costs no copy; and the last one made always stays.
#[must_use]
pub fn kept(taken: &[Day]) -> Vec<bool> {
    let mut newest_first: Vec<(usize, Day)> = taken.iter().copied().enumerate().collect();
    newest_first.sort_by_key(|(made, day)| std::cmp::Reverse((*day, *made)));
    let mut stays: BTreeSet<usize> = taken.len().checked_sub(1).into_iter().collect();
    stays.extend(newest_of(&newest_first, DAYS, |day| day));
    stays.extend(newest_of(&newest_first, WEEKS, monday_of));
    stays.extend(newest_of(&newest_first, MONTHS, |day| day.month().first_day()));
    (0..taken.len()).map(|made| stays.contains(&made)).collect()
}

/// The newest copy of each of the latest spans.
fn newest_of(newest_first: &[(usize, Day)], spans: usize, span: fn(Day) -> Day) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    let first_of_span = newest_first.iter().filter(|(_, day)| seen.insert(span(*day)));
    first_of_span.take(spans).map(|(made, _)| *made).collect()
}

fn monday_of(day: Day) -> Day {
    day.plus(-i64::from(day.date().weekday().num_days_from_monday()))
}

/// How many of the oldest copies have to go so that a new one of `need` bytes finds room on a disk
/// with `free` bytes, and as much again stays free for the book. `sizes` are those of the copies
/// that may go, the oldest first. None goes where that would not help.
#[must_use]
pub fn too_many(sizes: &[u64], free: u64, need: u64) -> usize {
    let reach = |wanted: u64| {
        let mut room = free;
        let enough = |size: &u64| {
            room = room.saturating_add(*size);
            room >= wanted
        };
        if free >= wanted { Some(0) } else { sizes.iter().position(enough).map(|at| at + 1) }
    };
    reach(need.saturating_mul(2)).or_else(|| reach(need)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Span = fn(Day) -> (i32, u32, u32);

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a day")
    }

    #[test]
    fn of_a_year_of_days_seven_days_four_weeks_and_twelve_months_stay() {
        let last = day("2026-10-15");
        let taken: Vec<Day> = (0..400).rev().map(|ago| last.plus(-ago)).collect();
        let stays: Vec<String> = taken
            .iter()
            .zip(kept(&taken))
            .filter(|(_, stays)| *stays)
            .map(|(day, _)| day.to_string())
            .collect();
        let months = [
            "2025-11-30",
            "2025-12-31",
            "2026-01-31",
            "2026-02-28",
            "2026-03-31",
            "2026-04-30",
            "2026-05-31",
            "2026-06-30",
            "2026-07-31",
            "2026-08-31",
        ];
        // Sundays end weeks; the latest one lies within the seven days.
        let rest = [
            "2026-09-27",
            "2026-09-30",
            "2026-10-04",
            "2026-10-09",
            "2026-10-10",
            "2026-10-11",
            "2026-10-12",
            "2026-10-13",
            "2026-10-14",
            "2026-10-15",
        ];
        assert_eq!(stays, [&months[..], &rest[..]].concat());
    }

    #[test]
    fn of_one_day_the_newest_stays_and_the_last_one_made_whatever_the_clock_says() {
        let today = day("2026-10-15");
        assert_eq!(kept(&[today, today, today]), [false, false, true]);
        // The clock was a year ahead, then mended.
        let ahead = day("2099-01-01");
        assert_eq!(kept(&[ahead, today]), [true, true]);
        let mut days: Vec<Day> = (0..30).map(|months| ahead.months_before(months)).collect();
        days.reverse();
        days.push(today);
        assert_eq!(kept(&days).last(), Some(&true));
        assert_eq!(kept(&[]), [false; 0]);
    }

    #[test]
    fn copies_go_only_where_that_makes_room() {
        let sizes = [10, 20, 30];
        for (free, need, gone) in [
            (200, 100, 0),
            (199, 100, 1),
            (190, 100, 1),
            (189, 100, 2),
            (140, 100, 3),
            // Room for the copy alone, not for as much again.
            (139, 100, 0),
            (100, 100, 0),
            (99, 100, 1),
            (40, 100, 3),
            // It would not help: all stay.
            (39, 100, 0),
            (0, u64::MAX, 0),
        ] {
            assert_eq!(too_many(&sizes, free, need), gone, "{free} free, {need} needed");
        }
    }

    proptest! {
        #[test]
        fn never_fewer_stay_than_promised_and_the_newest_of_all_always(
            offsets in proptest::collection::vec(0_i64..1_500, 0..120),
        ) {
            let first = day("2023-01-01");
            let taken: Vec<Day> = offsets.iter().map(|days| first.plus(*days)).collect();
            let stays = kept(&taken);
            prop_assert_eq!(stays.len(), taken.len());
            let spans: [(usize, Span); 3] = [
                (7, |day| (day.year(), day.month().number(), day.day_of_month())),
                (4, |day| (day.date().iso_week().year(), day.date().iso_week().week(), 0)),
                (12, |day| (day.year(), day.month().number(), 0)),
            ];
            for (promised, span) in spans {
                let all: BTreeSet<_> = taken.iter().map(|day| span(*day)).collect();
                for wanted in all.iter().rev().take(promised) {
                    // The newest copy of the span stays: no later day of it, nor later on that day.
                    let newest = taken.iter().enumerate().filter(|(_, day)| span(**day) == *wanted)
                        .max_by_key(|(made, day)| (**day, *made)).map(|(made, _)| made);
                    prop_assert!(newest.is_some_and(|made| stays[made]));
                }
            }
            if let Some(last) = stays.last() {
                prop_assert!(*last, "the last one made");
            }
            prop_assert!(stays.iter().filter(|stays| **stays).count() <= 7 + 4 + 12 + 1);
        }

        #[test]
        fn day_after_day_of_making_and_thinning_keeps_what_making_alone_would(
            gaps in proptest::collection::vec(0_i64..12, 1..150),
        ) {
            // Thinning after each copy must not lose what a later day still promises.
            let mut today = day("2024-01-01");
            let (mut all, mut left) = (Vec::new(), Vec::new());
            for gap in gaps {
                today = today.plus(gap);
                all.push(today);
                left.push(today);
                let stays = kept(&left);
                let mut at = 0;
                left.retain(|_| { at += 1; stays[at - 1] });
            }
            let days: BTreeSet<Day> = all.iter().zip(kept(&all)).filter(|(_, stays)| *stays)
                .map(|(day, _)| *day).collect();
            let left: BTreeSet<Day> = left.into_iter().collect();
            prop_assert!(days.is_subset(&left), "{days:?} in {left:?}");
        }
    }
}
