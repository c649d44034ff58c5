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
/// drawer costs no copy; and the last one made always stays.
///
/// Copies dated after today were made by a clock that was ahead, or today's is behind, which nobody
/// can tell from here. They are counted apart, so that they take no true copy's place and no clock
/// that stands in 1970 takes theirs; once so many as [`DAYS`] true days have one, the newest alone
/// stays of them.
#[must_use]
pub fn kept(taken: &[Day], today: Day) -> Vec<bool> {
    let mut newest_first: Vec<(usize, Day)> = taken.iter().copied().enumerate().collect();
    newest_first.sort_by_key(|(made, day)| std::cmp::Reverse((*day, *made)));
    let (ahead, true_ones): (Vec<_>, Vec<_>) =
        newest_first.into_iter().partition(|(_, day)| *day > today);
    let mut stays: BTreeSet<usize> = taken.len().checked_sub(1).into_iter().collect();
    stays.extend(by_spans(&true_ones));
    if newest_of(&true_ones, DAYS, |day| day).len() < DAYS {
        stays.extend(by_spans(&ahead));
    } else {
        stays.extend(ahead.first().map(|(made, _)| *made));
    }
    (0..taken.len()).map(|made| stays.contains(&made)).collect()
}

/// The newest of each of the latest days, weeks and months.
fn by_spans(newest_first: &[(usize, Day)]) -> BTreeSet<usize> {
    let days = newest_of(newest_first, DAYS, |day| day);
    let weeks = newest_of(newest_first, WEEKS, monday_of);
    let months = newest_of(newest_first, MONTHS, |day| day.month().first_day());
    days.into_iter().chain(weeks).chain(months).collect()
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
            .zip(kept(&taken, last))
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
        assert_eq!(kept(&[today, today, today], today), [false, false, true]);
        // The clock was a year ahead, then mended.
        let ahead = day("2099-01-01");
        assert_eq!(kept(&[ahead, today], today), [true, true]);
        let mut days: Vec<Day> = (0..30).map(|months| ahead.months_before(months)).collect();
        days.reverse();
        days.push(today);
        assert_eq!(kept(&days, today).last(), Some(&true));
        assert_eq!(kept(&[], today), [false; 0]);
    }

    #[test]
    fn a_clock_that_was_years_ahead_costs_no_copy_of_the_true_one_and_goes_in_time() {
        let (first, ahead) = (day("2026-10-01"), day("2099-01-01"));
        let mut days: Vec<Day> = (0..40).map(|later| ahead.plus(later)).collect();
        for (later, left_ahead) in [(0, 8), (5, 8), (6, 1), (9, 1)] {
            let today = first.plus(later);
            let true_ones = (0..=later).map(|later| first.plus(later));
            let mut taken = days.clone();
            taken.extend(true_ones);
            let stays = kept(&taken, today);
            let (of_ahead, of_true) = stays.split_at(days.len());
            let count = |stays: &[bool]| stays.iter().filter(|stays| **stays).count();
            // Seven days, and of the two months the newest of January.
            assert!(count(of_ahead) >= left_ahead, "{today}: {of_ahead:?}");
            assert!(of_ahead[days.len() - 1], "the newest of them");
            assert!(count(of_true) >= usize::try_from(later + 1).expect("small").min(DAYS));
        }
        // A dead battery: the clock stands in 1970, and all true copies lie ahead of it.
        let then = day("1970-01-01");
        days = (0..400).map(|later| first.plus(later - 400)).collect();
        let before = kept(&days, first).iter().filter(|stays| **stays).count();
        days.push(then);
        assert_eq!(kept(&days, then).iter().filter(|stays| **stays).count(), before + 1);
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
            let stays = kept(&taken, first.plus(1_500));
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
        fn a_new_copy_of_today_is_never_thrown_away_by_those_of_the_future(
            offsets in proptest::collection::vec(-400_i64..40_000, 0..60),
            days in 1_i64..8,
        ) {
            // Copies of any clock, then one each day by the true one.
            let first = day("2026-10-15");
            let mut left: Vec<Day> = offsets.iter().map(|days| first.plus(*days)).collect();
            for later in 0..days {
                let today = first.plus(later);
                let newest_ahead = left.iter().filter(|day| **day > today).max().copied();
                left.push(today);
                let stays = kept(&left, today);
                let mut at = 0;
                left.retain(|_| { at += 1; stays[at - 1] });
                for made in 0..=later {
                    prop_assert!(left.contains(&first.plus(made)), "{made} of {later}");
                }
                if let Some(newest) = newest_ahead {
                    prop_assert!(left.contains(&newest), "the newest of the future");
                }
            }
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
                let stays = kept(&left, today);
                let mut at = 0;
                left.retain(|_| { at += 1; stays[at - 1] });
            }
            let days: BTreeSet<Day> = all.iter().zip(kept(&all, today)).filter(|(_, stays)| *stays)
                .map(|(day, _)| *day).collect();
            let left: BTreeSet<Day> = left.into_iter().collect();
            prop_assert!(days.is_subset(&left), "{days:?} in {left:?}");
        }
    }
}
