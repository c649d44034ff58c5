//! How money, days, percentages and scores are written: the same in both languages, as the
//! field's documents have them.

use super::Language;
use crate::domain::day::{Day, Month};
use crate::domain::money::Dong;
use crate::domain::ratio::{Ratio, RatioId};
use rust_decimal::{Decimal, RoundingStrategy};

/// A whole number with a dot between thousands: `1.234.567`.
#[must_use]
pub fn whole(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        out.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// A count: `1.103`.
#[must_use]
pub fn count(number: usize) -> String {
    whole(i64::try_from(number).unwrap_or(i64::MAX))
}

/// An amount without its unit, for columns: `1.234.567`.
#[must_use]
pub fn amount(dong: Dong) -> String {
    whole(dong.get())
}

/// An amount with its unit: `1.234.567 đ`.
#[must_use]
pub fn money(dong: Dong) -> String {
    format!("{} đ", amount(dong))
}

/// A large amount in tỷ or triệu with one decimal, rounded half away from zero: `63,5 tỷ`; what
/// is below a triệu stays exact.
#[must_use]
pub fn short_money(language: Language, dong: Dong) -> String {
    let (unit, vi, en) = match dong.get().unsigned_abs() {
        // what would round to 1.000,0 triệu is said in tỷ
        999_950_000.. => (1_000_000_000, "tỷ", "bn"),
        1_000_000.. => (1_000_000, "triệu", "m"),
        _ => return money(dong),
    };
    let word = if language == Language::Vi { vi } else { en };
    format!("{} {word}", decimal(Decimal::from(dong.get()) / Decimal::from(unit), 1))
}

/// A decimal with that many places and a comma, thousands apart: `1.234,50`.
#[must_use]
pub fn decimal(value: Decimal, places: u32) -> String {
    let rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let text = format!("{:.*}", places as usize, rounded.abs());
    let (before, after) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if rounded.is_sign_negative() && !rounded.is_zero() { "-" } else { "" };
    let before = before.parse().map_or_else(|_| before.to_owned(), whole);
    if after.is_empty() { format!("{sign}{before}") } else { format!("{sign}{before},{after}") }
}

/// A score or points: `83,67`.
#[must_use]
pub fn score(value: Decimal) -> String {
    decimal(value, 2)
}

/// A share given as a decimal, in percent: 0.0042 is `0,42 %`.
#[must_use]
pub fn share(value: Decimal) -> String {
    format!("{} %", decimal(value * Decimal::ONE_HUNDRED, 2))
}

/// A ratio in percent with two decimals; where there is nothing to measure, says that in words
/// (domain.md, section 5).
#[must_use]
pub fn percent(language: Language, ratio: Ratio) -> String {
    ratio.rounded(4).map_or_else(|| none(language).to_owned(), share)
}

/// A measure's value: a share, or đồng per member.
#[must_use]
pub fn measure(language: Language, id: RatioId, ratio: Ratio) -> String {
    if !id.is_money() {
        return percent(language, ratio);
    }
    let dong = ratio.rounded(0).map(|dong| format!("{} đ", decimal(dong, 0)));
    dong.unwrap_or_else(|| none(language).to_owned())
}

/// What stands where there is nothing to measure: never 0 % or 100 %.
#[must_use]
pub const fn none(language: Language) -> &'static str {
    match language {
        Language::Vi => "không phát sinh",
        Language::En => "nothing to measure",
    }
}

/// A day: `15/10/2026`.
#[must_use]
pub fn day(day: Day) -> String {
    day.date().format("%d/%m/%Y").to_string()
}

/// A day without its year: `15/10`.
#[must_use]
pub fn short_day(day: Day) -> String {
    day.date().format("%d/%m").to_string()
}

/// A day, or nothing where there is none.
#[must_use]
pub fn maybe_day(given: Option<Day>) -> String {
    given.map(day).unwrap_or_default()
}

/// A month: `10/2026`.
#[must_use]
pub fn month(month: Month) -> String {
    format!("{:02}/{}", month.number(), month.year())
}

/// The day of the week in words: `thứ Năm`, `Thursday`.
#[must_use]
pub const fn weekday(language: Language, day: chrono::Weekday) -> &'static str {
    use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    match (language, day) {
        (Language::Vi, Mon) => "thứ Hai",
        (Language::Vi, Tue) => "thứ Ba",
        (Language::Vi, Wed) => "thứ Tư",
        (Language::Vi, Thu) => "thứ Năm",
        (Language::Vi, Fri) => "thứ Sáu",
        (Language::Vi, Sat) => "thứ Bảy",
        (Language::Vi, Sun) => "Chủ nhật",
        (Language::En, Mon) => "Monday",
        (Language::En, Tue) => "Tuesday",
        (Language::En, Wed) => "Wednesday",
        (Language::En, Thu) => "Thursday",
        (Language::En, Fri) => "Friday",
        (Language::En, Sat) => "Saturday",
        (Language::En, Sun) => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn money_has_a_dot_between_thousands_and_its_sign_in_front() {
        for (dong, text) in [
            (0, "0 đ"),
            (999, "999 đ"),
            (1_000, "1.000 đ"),
            (1_234_567, "1.234.567 đ"),
            (-55_000, "-55.000 đ"),
            (i64::MIN, "-9.223.372.036.854.775.808 đ"),
        ] {
            assert_eq!(money(Dong::new(dong)), text);
        }
    }

    #[test]
    fn large_sums_are_said_in_trieu_and_ty() {
        let said = |dong| short_money(Language::Vi, Dong::new(dong));
        assert_eq!(said(63_540_000_000), "63,5 tỷ");
        assert_eq!(said(999_999), "999.999 đ");
        assert_eq!(said(1_000_000), "1,0 triệu");
        assert_eq!(said(999_949_999), "999,9 triệu");
        assert_eq!(said(999_950_000), "1,0 tỷ");
        assert_eq!(said(3_703_000_000_000), "3.703,0 tỷ");
        assert_eq!(said(-1_250_000), "-1,3 triệu");
        assert_eq!(short_money(Language::En, Dong::new(1_500_000)), "1,5 m");
    }

    #[test]
    fn scores_and_percentages_have_a_comma_and_two_places() {
        assert_eq!(score(dec!(83.67)), "83,67");
        assert_eq!(score(dec!(100)), "100,00");
        assert_eq!(score(dec!(-0.001)), "0,00");
        assert_eq!(share(dec!(0.0042)), "0,42 %");
        assert_eq!(decimal(dec!(-1.25), 1), "-1,3");
    }

    #[test]
    fn a_day_is_written_day_first() {
        let ninth = Day::new(2026, 2, 9).expect("a day");
        assert_eq!((day(ninth), short_day(ninth)), ("09/02/2026".into(), "09/02".into()));
        assert_eq!(weekday(Language::Vi, ninth.weekday()), "thứ Hai");
    }
}
