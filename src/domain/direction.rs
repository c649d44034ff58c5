//! Whether a change of a figure is good: rising overdue is bad, rising savings are good.

use super::score::Grade;
use serde::Serialize;
use std::cmp::Ordering;

/// Whether a change is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Tốt lên.
    Better,
    /// Xấu đi.
    Worse,
    /// Không đổi.
    Same,
}

impl Direction {
    /// Of a figure that rose (`Greater`), fell or stayed.
    #[must_use]
    pub const fn of(moved: Ordering, more_is_good: bool) -> Direction {
        match (moved, more_is_good) {
            (Ordering::Equal, _) => Self::Same,
            (Ordering::Greater, true) | (Ordering::Less, false) => Self::Better,
            (Ordering::Greater, false) | (Ordering::Less, true) => Self::Worse,
        }
    }

    /// Of a move between two grades.
    #[must_use]
    pub fn of_grades(from: Grade, to: Grade) -> Direction {
        let rank = |grade| Grade::ALL.iter().position(|of| *of == grade);
        Direction::of(rank(to).cmp(&rank(from)), false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rises_is_good_only_where_more_is_good() {
        assert_eq!(Direction::of(Ordering::Greater, true), Direction::Better);
        assert_eq!(Direction::of(Ordering::Greater, false), Direction::Worse);
        assert_eq!(Direction::of(Ordering::Less, false), Direction::Better);
        assert_eq!(Direction::of(Ordering::Less, true), Direction::Worse);
        assert_eq!(Direction::of(Ordering::Equal, false), Direction::Same);
    }

    #[test]
    fn a_better_grade_is_better() {
        assert_eq!(Direction::of_grades(Grade::Fair, Grade::Good), Direction::Better);
        assert_eq!(Direction::of_grades(Grade::Average, Grade::Weak), Direction::Worse);
        assert_eq!(Direction::of_grades(Grade::Weak, Grade::Weak), Direction::Same);
    }
}
