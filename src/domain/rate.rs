//! Annual interest rates, exact.

use rust_decimal::Decimal;
use std::fmt;

/// A rate in percent a year, exact to four decimals (`7.92`), from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(Decimal);

impl Rate {
    /// How many of the smallest parts of a rate make one percent.
    pub const PARTS: i128 = 10_000;

    /// The rate, or none where it is below 0, above 100 or finer than four decimals.
    #[must_use]
    pub fn new(percent: Decimal) -> Option<Rate> {
        let fits = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent)
            && percent.normalize().scale() <= 4;
        fits.then(|| Rate(percent.normalize()))
    }

    /// Reads `7.92`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Rate> {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let percent = Decimal::from_str_exact(text).ok().filter(|_| plain)?;
        Rate::new(percent)
    }

    /// The rate in percent a year.
    #[must_use]
    pub const fn percent(self) -> Decimal {
        self.0
    }

    /// The rate in ten-thousandths of a percent a year, a whole number.
    #[must_use]
    pub fn parts(self) -> i128 {
        let shift = 4u32.saturating_sub(self.0.scale());
        self.0.mantissa() * 10_i128.pow(shift)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_exact_and_bounded() {
        assert_eq!(Rate::parse("7.92").map(Rate::parts), Some(79_200));
        assert_eq!(Rate::parse("6.60").map(|rate| rate.to_string()), Some("6.6".to_owned()));
        assert_eq!(Rate::parse("100").map(Rate::parts), Some(1_000_000));
        for text in ["", "-1", "100.01", "7,92", "1e2", "0.00001", "abc"] {
            assert_eq!(Rate::parse(text), None, "{text}");
        }
    }
}
