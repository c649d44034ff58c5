//! Whole đồng, and nothing smaller: the only type money has in this program.

use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// A sum of money in whole đồng (domain.md, section 3). May be negative where it is a difference.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Dong(i64);

impl Dong {
    /// Nothing.
    pub const ZERO: Dong = Dong(0);
    /// The largest amount one entry may have: 1.000 tỷ đ. Beyond it something was mistyped, and
    /// below it no sum of a book can leave 64 bits.
    pub const MOST: Dong = Dong(1_000_000_000_000);

    /// That many đồng.
    #[must_use]
    pub const fn new(dong: i64) -> Self {
        Dong(dong)
    }

    /// The number of đồng.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Whether it is more than nothing.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Itself, or zero where it is below zero.
    #[must_use]
    pub const fn at_least_zero(self) -> Self {
        if self.0 < 0 { Dong(0) } else { self }
    }
}

impl Add for Dong {
    type Output = Dong;
    fn add(self, other: Dong) -> Dong {
        Dong(self.0.saturating_add(other.0))
    }
}

impl Sub for Dong {
    type Output = Dong;
    fn sub(self, other: Dong) -> Dong {
        Dong(self.0.saturating_sub(other.0))
    }
}

impl Neg for Dong {
    type Output = Dong;
    fn neg(self) -> Dong {
        Dong(self.0.saturating_neg())
    }
}

impl AddAssign for Dong {
    fn add_assign(&mut self, other: Dong) {
        *self = *self + other;
    }
}

impl SubAssign for Dong {
    fn sub_assign(&mut self, other: Dong) {
        *self = *self - other;
    }
}

impl Sum for Dong {
    fn sum<I: Iterator<Item = Dong>>(amounts: I) -> Dong {
        amounts.fold(Dong::ZERO, Add::add)
    }
}
