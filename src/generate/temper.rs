//! How a group is led, and what its households do because of it.

use crate::domain::day::Day;

/// How a group is led.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Temper {
    /// Nearly everybody pays and saves.
    #[default]
    Good,
    /// Some pay late, savings are small.
    Fair,
    /// More pay late.
    Average,
    /// The leader often stays away.
    Weak,
    /// Good a year ago, weak now.
    Sliding,
    /// Weak a year ago, good now.
    Recovering,
}

/// What happens how often at a session, of a thousand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Habits {
    /// A loan's interest is not paid.
    pub(super) skip: u32,
    /// An instalment that is not the last is not paid.
    pub(super) late: u32,
    /// A member deposits.
    pub(super) deposit: u32,
    /// Nobody represents the group.
    pub(super) absent: u32,
    /// A new loan is visited in time.
    pub(super) visited: u32,
    /// A deposit, in hundredths of the usual one.
    pub(super) cut: u32,
}

impl Temper {
    /// A mixture as one finds it in a commune: mostly good.
    pub const USUAL: [Temper; 18] = [
        Temper::Good,
        Temper::Good,
        Temper::Fair,
        Temper::Sliding,
        Temper::Good,
        Temper::Average,
        Temper::Good,
        Temper::Fair,
        Temper::Good,
        Temper::Weak,
        Temper::Good,
        Temper::Good,
        Temper::Recovering,
        Temper::Good,
        Temper::Fair,
        Temper::Good,
        Temper::Average,
        Temper::Good,
    ];

    /// How the group is led on a day, as seen from the day on which the book stands.
    fn on(self, day: Day, as_of: Day) -> Temper {
        let months = day.days_until(as_of) / 30;
        match (self, months) {
            (Temper::Sliding, ..3) | (Temper::Recovering, 12..24) => Temper::Weak,
            (Temper::Sliding, 3..6) | (Temper::Recovering, 6..12) => Temper::Average,
            (Temper::Sliding, 6..12) | (Temper::Recovering, 3..6) => Temper::Fair,
            (Temper::Sliding | Temper::Recovering, _) => Temper::Good,
            (temper, _) => temper,
        }
    }

    /// What its households do on a day.
    pub(super) fn habits(self, day: Day, as_of: Day) -> Habits {
        let [skip, late, deposit, absent, visited, cut] = match self.on(day, as_of) {
            Temper::Fair => [12, 50, 900, 20, 970, 62],
            Temper::Average => [40, 140, 840, 60, 930, 45],
            Temper::Weak => [110, 250, 620, 300, 850, 40],
            Temper::Good | Temper::Sliding | Temper::Recovering => [4, 10, 985, 4, 990, 100],
        };
        Habits { skip, late, deposit, absent, visited, cut }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sliding_group_gets_worse_and_a_recovering_one_better_as_days_pass() {
        let as_of = Day::new(2026, 10, 15).expect("a day");
        let skips = |temper: Temper| -> Vec<u32> {
            [600, 300, 150, 10].map(|ago| temper.habits(as_of.plus(-ago), as_of).skip).into()
        };
        assert_eq!(skips(Temper::Sliding), [4, 12, 40, 110]);
        assert_eq!(skips(Temper::Recovering), [110, 40, 12, 4]);
    }
}
