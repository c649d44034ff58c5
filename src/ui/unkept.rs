//! When what was typed is put on disk: as soon as the hand pauses, and while it types on, now and
//! then (trust.md, section 1).

/// After so many milliseconds without a key the hand pauses, and what was typed is kept.
const PAUSE: u64 = 350;
/// Between two times of keeping lie at least so many milliseconds: each costs a sync.
const APART: u64 = 650;
/// What was typed is kept at the latest so many milliseconds after the key, even while typing on.
const LATEST: u64 = 1_500;

/// What was typed since drafts were kept the last time; moments are milliseconds of one clock.
#[derive(Debug, Default)]
pub(super) struct Unkept {
    /// The first and the last key that are not on disk.
    keys: Option<(u64, u64)>,
    kept: Option<u64>,
}

impl Unkept {
    /// A key came.
    pub(super) fn typed(&mut self, now: u64) {
        self.keys = Some((self.keys.map_or(now, |(first, _)| first), now));
    }

    /// All that was typed is on disk.
    pub(super) const fn kept(&mut self, now: u64) {
        self.keys = None;
        self.kept = Some(now);
    }

    /// In how many milliseconds it is time to keep what was typed: 0 is now, none where nothing is
    /// typed. A clock that was set back makes it time at once.
    pub(super) fn due_in(&self, now: u64) -> Option<u64> {
        let (first, last) = self.keys?;
        if now < last || self.kept.is_some_and(|kept| now < kept) {
            return Some(0);
        }
        let rested = self.kept.map_or(0, |kept| kept + APART);
        let due = (last + PAUSE).max(rested).min(first + LATEST);
        Some(due.saturating_sub(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The moments at which keys at those moments are kept by somebody who looks all the time.
    fn kept_at(keys: &[u64]) -> Vec<u64> {
        let mut unkept = Unkept::default();
        let mut kept = Vec::new();
        for now in 0..keys.last().copied().unwrap_or(0) + 3_000 {
            if keys.contains(&now) {
                unkept.typed(now);
            }
            if unkept.due_in(now) == Some(0) {
                unkept.kept(now);
                kept.push(now);
            }
        }
        kept
    }

    #[test]
    fn what_was_typed_is_due_once_the_hand_pauses_and_not_before() {
        let mut unkept = Unkept::default();
        assert_eq!(unkept.due_in(5_000), None, "nothing was typed");
        unkept.typed(5_000);
        assert_eq!(unkept.due_in(5_000), Some(350));
        assert_eq!(unkept.due_in(5_349), Some(1));
        assert_eq!(unkept.due_in(5_350), Some(0));
        unkept.typed(5_300);
        assert_eq!(unkept.due_in(5_350), Some(300), "another key came");
        unkept.kept(5_650);
        assert_eq!(unkept.due_in(9_000), None, "it is on disk");
    }

    #[test]
    fn who_types_on_is_kept_about_once_a_second_and_no_key_waits_two_seconds() {
        for between in [40, 120, 300, 349, 351, 400, 500, 640] {
            let keys: Vec<u64> = (0..60).map(|key| key * between).collect();
            let kept = kept_at(&keys);
            let apart = kept.windows(2).map(|two| two[1] - two[0]).min();
            assert!(apart.is_none_or(|apart| apart >= APART), "{between}: {apart:?}");
            for key in &keys {
                let waited = kept.iter().find(|kept| *kept >= key).map(|kept| kept - key);
                assert!(waited.is_some_and(|waited| waited < 2_000), "{between}: {waited:?}");
            }
        }
    }

    #[test]
    fn the_last_key_is_on_disk_within_seven_tenths_of_a_second_whatever_came_before() {
        for last in 0..2_000 {
            let kept = kept_at(&[0, last]);
            let waited = kept.last().map(|kept| kept - last);
            assert!(waited.is_some_and(|waited| waited < 700), "{last}: {waited:?}");
        }
    }

    #[test]
    fn a_clock_that_was_set_back_makes_it_time_at_once() {
        let mut unkept = Unkept::default();
        unkept.typed(5_000);
        assert_eq!(unkept.due_in(10), Some(0));
        unkept.kept(5_000);
        unkept.typed(20);
        assert_eq!(unkept.due_in(30), Some(0));
    }
}
