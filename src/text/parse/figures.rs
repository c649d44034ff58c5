//! Reading rates, months and whole numbers as people type them.

use super::super::fold::fold;
use crate::domain::day::{Day, Month};
use crate::domain::rate::Rate;

/// Why a text is no such figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureFault {
    /// It is no whole number.
    NoNumber,
    /// It is no rate in percent a year.
    NoRate,
    /// It is no month.
    NoMonth,
}

/// Reads a whole number: `60`.
///
/// # Errors
/// Where it is none.
pub fn whole(text: &str) -> Result<u32, FigureFault> {
    text.trim().parse().map_err(|_| FigureFault::NoNumber)
}

/// Reads a rate in percent a year: `7,92`, `7.92`, `6,6 %`.
///
/// # Errors
/// Where it is none.
pub fn rate(text: &str) -> Result<Rate, FigureFault> {
    let plain = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
    Rate::parse(&plain).ok_or(FigureFault::NoRate)
}

/// Reads a month, seen from today: `11`, `11/2026`, `2026-11`, `nay`.
///
/// # Errors
/// Where it is none.
pub fn month(text: &str, today: Day) -> Result<Month, FigureFault> {
    let plain = fold(text);
    if ["nay", "thang nay", "this"].contains(&plain.as_str()) {
        return Ok(today.month());
    }
    let parts: Option<Vec<i32>> =
        plain.split(['/', '-', '.', ' ']).map(|part| part.parse().ok()).collect();
    let (month, year) = match parts.as_deref() {
        Some([month]) => (*month, today.year()),
        Some([year, month]) if *year >= 1900 => (*month, *year),
        Some([month, year]) if (0..100).contains(year) => (*month, 2000 + *year),
        Some([month, year]) => (*month, *year),
        _ => return Err(FigureFault::NoMonth),
    };
    let month = u32::try_from(month).ok().and_then(|month| Month::new(year, month));
    month.ok_or(FigureFault::NoMonth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_with_comma_or_dot() {
        let percent = |text| rate(text).map(|rate| rate.to_string());
        assert_eq!(percent("7,92"), Ok("7.92".to_owned()));
        assert_eq!(percent("7.92 %"), Ok("7.92".to_owned()));
        assert_eq!(percent("9"), Ok("9".to_owned()));
        for text in ["", "-1", "101", "7,9,2", "bảy"] {
            assert_eq!(percent(text), Err(FigureFault::NoRate), "{text}");
        }
    }

    #[test]
    fn months_are_read_as_people_type_them() {
        let today = Day::new(2026, 10, 15).expect("a day");
        for text in ["11", "11/2026", "11/26", "2026-11"] {
            assert_eq!(month(text, today).ok(), Month::new(2026, 11), "{text}");
        }
        assert_eq!(month("nay", today).ok(), Month::new(2026, 10));
        for text in ["", "13", "0", "11/2026/1", "tháng", "-1"] {
            assert_eq!(month(text, today), Err(FigureFault::NoMonth), "{text}");
        }
    }

    #[test]
    fn whole_numbers_are_digits_alone() {
        assert_eq!(whole(" 60 "), Ok(60));
        for text in ["", "-1", "6,5", "sáu"] {
            assert_eq!(whole(text), Err(FigureFault::NoNumber), "{text}");
        }
    }
}
