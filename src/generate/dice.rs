//! Dice that fall the same on every machine: one stream for each thing that is made, so that making
//! one thing more never changes another.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use sha2::{Digest, Sha256};

/// The dice of one thing.
#[derive(Debug)]
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    /// The dice for a thing, named by what it is and by numbers that tell it from its like.
    pub(super) fn of(seed: u64, what: &str, numbers: &[u64]) -> Dice {
        let mut name = Sha256::new();
        name.update(seed.to_be_bytes());
        name.update(what.as_bytes());
        for number in numbers {
            name.update(number.to_be_bytes());
        }
        Dice(ChaCha8Rng::from_seed(name.finalize().into()))
    }

    /// Any 64 bits.
    pub(super) fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number from 0 up to, and without, `end`; 0 where there is none.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        // The high half of the product: no more uneven than 64 bits are fine.
        let product = u128::from(self.bits()) * u128::from(end);
        u64::try_from(product >> 64).unwrap_or(0)
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = most.saturating_sub(least).max(0).unsigned_abs() + 1;
        least.saturating_add_unsigned(self.below(span))
    }

    /// The same for small numbers without a sign.
    pub(super) fn small(&mut self, least: u32, most: u32) -> u32 {
        u32::try_from(self.between(i64::from(least), i64::from(most))).unwrap_or(least)
    }

    /// Yes in that many of a thousand cases.
    pub(super) fn often(&mut self, of_thousand: u32) -> bool {
        self.below(1000) < u64::from(of_thousand)
    }

    /// One of several; the default of its kind where there is none.
    pub(super) fn one<T: Copy + Default>(&mut self, of: &[T]) -> T {
        let at = usize::try_from(self.below(of.len() as u64)).unwrap_or(0);
        of.get(at).copied().unwrap_or_default()
    }

    /// One of several by their weights.
    pub(super) fn weighted<T: Copy + Default>(&mut self, of: &[(u32, T)]) -> T {
        let all = of.iter().map(|(weight, _)| u64::from(*weight)).sum();
        let mut left = self.below(all);
        for (weight, thing) in of {
            match left.checked_sub(u64::from(*weight)) {
                Some(less) => left = less,
                None => return *thing,
            }
        }
        T::default()
    }

    /// Mixes an order.
    pub(super) fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            let other = usize::try_from(self.below(at as u64 + 1)).unwrap_or(at);
            things.swap(at, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_gives_the_same_numbers_on_every_machine_and_another_name_others() {
        let three = |mut dice: Dice| [dice.below(1000), dice.below(1000), dice.below(1000)];
        let one = three(Dice::of(7, "loan", &[1, 2]));
        // Written down once: a change of the stream would change every generated book.
        assert_eq!(one, [33, 669, 285]);
        assert_ne!(one, three(Dice::of(7, "loan", &[2, 1])));
        assert_ne!(one, three(Dice::of(8, "loan", &[1, 2])));
        assert_ne!(one, three(Dice::of(7, "savings", &[1, 2])));
    }

    #[test]
    fn both_ends_of_a_span_are_reached_and_nothing_beyond() {
        let mut dice = Dice::of(1, "ends", &[]);
        let rolled: std::collections::BTreeSet<i64> =
            (0..200).map(|_| dice.between(-1, 2)).collect();
        assert_eq!(rolled.into_iter().collect::<Vec<_>>(), [-1, 0, 1, 2]);
        assert_eq!(dice.below(0), 0);
        assert_eq!(dice.weighted(&[(0, 1), (5, 2), (0, 3)]), 2);
    }
}
