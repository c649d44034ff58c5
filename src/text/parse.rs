//! Reading money and days as people type them.

pub mod figures;

use super::fold::fold;
use crate::domain::day::{Day, Month};
use crate::domain::money::Dong;

/// Why a text is no amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MoneyFault {
    /// Nothing is there.
    Empty,
    /// It cannot be read as an amount.
    Unreadable,
    /// It is below zero.
    Negative,
    /// A bare number under 1.000: so many đồng, or so many nghìn?
    Small(i64),
    /// It is not a whole number of đồng.
    NotWhole,
    /// It is more than one entry may have.
    TooLarge,
}

/// Why a text is no day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayFault {
    /// Nothing is there.
    Empty,
    /// It cannot be read as a day.
    Unreadable,
    /// There is no such month; its number.
    NoSuchMonth(u32),
    /// The month has no such day; its last one.
    NoSuchDay(Day),
    /// The year lies outside 1900–2199.
    OutOfCalendar,
}

/// Reads an amount: `1.500.000`, `1500000`, `500k`, `500 nghìn`, `1,5tr`, `1tr5`, `1 triệu 2`,
/// `2 tỷ 300 triệu`.
///
/// # Errors
/// Why it is no amount; a bare number under 1.000 is asked about.
pub fn money(text: &str) -> Result<Dong, MoneyFault> {
    let plain: String = fold(text).split(' ').collect();
    let rest = plain.trim_start_matches(['-', '−']);
    match unsigned(rest) {
        Ok(_) | Err(MoneyFault::Small(_)) if rest.len() < plain.len() => Err(MoneyFault::Negative),
        read => read,
    }
}

/// An amount without a sign in front.
fn unsigned(plain: &str) -> Result<Dong, MoneyFault> {
    if plain.is_empty() {
        return Err(MoneyFault::Empty);
    }
    let parts = parts(plain)?;
    let mut total: i128 = 0;
    let mut above: Option<i128> = None;
    for (number, word) in &parts {
        let unit = unit_of(word).ok_or(MoneyFault::Unreadable)?;
        let value = match (above, unit) {
            // 1tr5: what follows a unit without one of its own is its fraction
            (Some(above), None) if number.len() <= 3 && is_digits(number) => {
                Number { digits: digits(number)?, scale: number.len() }.times(above)?
            }
            (above, unit) => {
                let unit = unit.unwrap_or(1);
                if above.is_some_and(|above| above <= unit) {
                    return Err(MoneyFault::Unreadable);
                }
                let value = Number::read(number, unit > 1)?.times(unit)?;
                if above.is_some_and(|above| value >= above) {
                    return Err(MoneyFault::Unreadable);
                }
                value
            }
        };
        total = total.checked_add(value).ok_or(MoneyFault::TooLarge)?;
        above = Some(unit.unwrap_or(1));
    }
    let bare = matches!(parts.as_slice(), [(_, word)] if word.is_empty());
    let amount = i64::try_from(total).map_err(|_| MoneyFault::TooLarge)?;
    match amount {
        1..=999 if bare => Err(MoneyFault::Small(amount)),
        _ if Dong::new(amount) > Dong::MOST => Err(MoneyFault::TooLarge),
        _ => Ok(Dong::new(amount)),
    }
}

/// Splits `1tr500k` into numbers with the words behind them.
fn parts(plain: &str) -> Result<Vec<(String, String)>, MoneyFault> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for letter in plain.chars() {
        let numeric = letter.is_ascii_digit() || letter == '.' || letter == ',';
        match parts.last_mut() {
            Some((number, word)) if numeric && word.is_empty() => number.push(letter),
            _ if numeric => parts.push((letter.to_string(), String::new())),
            Some((_, word)) => word.push(letter),
            None => return Err(MoneyFault::Unreadable),
        }
    }
    Ok(parts)
}

/// What a unit's word multiplies by; none within where there is no word; none where it is unknown.
fn unit_of(word: &str) -> Option<Option<i128>> {
    Some(match word {
        "" => None,
        "d" | "dong" | "vnd" => Some(1),
        "k" | "kd" | "ng" | "nghin" | "ngan" | "nghindong" | "ngandong" | "nghind" | "ngand" => {
            Some(1_000)
        }
        "tr" | "trieu" | "trieudong" | "trieud" | "trd" | "m" => Some(1_000_000),
        "ty" | "ti" | "tydong" | "tidong" | "tyd" | "bn" => Some(1_000_000_000),
        _ => return None,
    })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn digits(text: &str) -> Result<i128, MoneyFault> {
    if !is_digits(text) {
        return Err(MoneyFault::Unreadable);
    }
    text.parse().map_err(|_| MoneyFault::TooLarge)
}

/// A number of so many digits after the comma.
struct Number {
    digits: i128,
    scale: usize,
}

impl Number {
    /// Dots and commas set thousands apart where they stand before groups of three; else the last
    /// one is the decimal sign. Before a unit one comma is always the decimal sign.
    fn read(text: &str, has_unit: bool) -> Result<Number, MoneyFault> {
        let separators: Vec<char> = text.chars().filter(|sign| !sign.is_ascii_digit()).collect();
        let groups: Vec<&str> = text.split(['.', ',']).collect();
        let (first, rest) = groups.split_first().ok_or(MoneyFault::Unreadable)?;
        let one_kind = separators.windows(2).all(|pair| pair.first() == pair.last());
        let threes = rest.iter().all(|group| group.len() == 3) && (1..=3).contains(&first.len());
        let decimal_comma = has_unit && separators == [','];
        if one_kind && threes && !decimal_comma && *first != "0" {
            return Ok(Number { digits: digits(&groups.concat())?, scale: 0 });
        }
        let Some((fraction, whole)) = groups.split_last().filter(|(_, whole)| !whole.is_empty())
        else {
            return Ok(Number { digits: digits(first)?, scale: 0 });
        };
        let apart = whole.iter().skip(1).all(|group| group.len() == 3);
        let sign = separators.last().copied();
        let twice = separators.iter().filter(|other| Some(**other) == sign).count() > 1;
        if !apart || twice || fraction.len() > 9 {
            return Err(MoneyFault::Unreadable);
        }
        Ok(Number { digits: digits(&groups.concat())?, scale: fraction.len() })
    }

    fn times(&self, unit: i128) -> Result<i128, MoneyFault> {
        let scale = u32::try_from(self.scale).ok().and_then(|scale| 10_i128.checked_pow(scale));
        let scale = scale.ok_or(MoneyFault::TooLarge)?;
        let product = self.digits.checked_mul(unit).ok_or(MoneyFault::TooLarge)?;
        if product % scale == 0 { Ok(product / scale) } else { Err(MoneyFault::NotWhole) }
    }
}

/// Reads a day, seen from today: `15`, `15/10`, `15/10/2026`, `15-10-26`, `15102026`,
/// `2026-10-15`, `-3`, `nay`, `qua`.
///
/// # Errors
/// Why it is no day, with what would be right.
pub fn day(text: &str, today: Day) -> Result<Day, DayFault> {
    let plain = fold(text);
    match plain.as_str() {
        "" => return Err(DayFault::Empty),
        "nay" | "hom nay" | "today" => return Ok(today),
        "qua" | "hom qua" | "yesterday" => return Ok(today.plus(-1)),
        _ => {}
    }
    if let Some(days) = plain.strip_prefix(['-', '−', '+']).filter(|rest| is_digits(rest)) {
        let days: i64 = days.parse().map_err(|_| DayFault::OutOfCalendar)?;
        let ahead = plain.starts_with('+');
        let moved = today.plus(if ahead { days } else { days.saturating_neg() });
        return Day::new(moved.year(), moved.month().number(), moved.day_of_month())
            .ok_or(DayFault::OutOfCalendar);
    }
    if let Some(spaced) = run_together(&plain) {
        return day(&spaced, today);
    }
    let parts: Vec<&str> = plain.split(['/', '-', '.', ' ']).collect();
    if !parts.iter().all(|part| is_digits(part) && part.len() <= 4) {
        return Err(DayFault::Unreadable);
    }
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let year_first = parts.first().is_some_and(|part| part.len() == 4);
    let this = today.month();
    match (numbers.as_slice(), year_first) {
        ([day], false) => on_calendar(this.year(), this.number(), *day),
        ([day, month], false) => on_calendar(this.year(), *month, *day),
        ([day, month, year], false) => {
            on_calendar(full_year(*year, parts.last().map_or(0, |part| part.len()))?, *month, *day)
        }
        ([year, month, day], true) => on_calendar(full_year(*year, 4)?, *month, *day),
        _ => Err(DayFault::Unreadable),
    }
}

/// `15102026` and `151026` with the signs that part day, month and year.
fn run_together(plain: &str) -> Option<String> {
    let (day, rest) = plain.split_at_checked(2)?;
    let (month, year) = rest.split_at_checked(2)?;
    let fits = is_digits(plain) && (year.len() == 2 || year.len() == 4);
    fits.then(|| format!("{day}/{month}/{year}"))
}

fn full_year(year: u32, digits: usize) -> Result<i32, DayFault> {
    let full = match digits {
        2 => 2000 + year,
        4 => year,
        _ => return Err(DayFault::Unreadable),
    };
    i32::try_from(full).map_err(|_| DayFault::OutOfCalendar)
}

fn on_calendar(year: i32, month: u32, day: u32) -> Result<Day, DayFault> {
    if !(1..=12).contains(&month) {
        return Err(DayFault::NoSuchMonth(month));
    }
    let month = Month::new(year, month).ok_or(DayFault::OutOfCalendar)?;
    month.day(day).ok_or_else(|| DayFault::NoSuchDay(month.last_day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_as_people_type_it() {
        for (text, dong) in [
            ("0", 0),
            ("1.500.000", 1_500_000),
            ("1500000", 1_500_000),
            ("1,500,000", 1_500_000),
            ("1 500 000", 1_500_000),
            ("500k", 500_000),
            ("500K đ", 500_000),
            ("500 nghìn", 500_000),
            ("500 ngàn đồng", 500_000),
            ("1,5tr", 1_500_000),
            ("1.5tr", 1_500_000),
            ("1tr5", 1_500_000),
            ("1tr25", 1_250_000),
            ("1 triệu 2", 1_200_000),
            ("1 TRIỆU 200 NGHÌN", 1_200_000),
            ("1tr500k", 1_500_000),
            ("1 triệu 200.000", 1_200_000),
            ("2 tỷ", 2_000_000_000),
            ("2 tỷ 5", 2_500_000_000),
            ("2,35 tỷ", 2_350_000_000),
            ("1.500 triệu", 1_500_000_000),
            ("1,500tr", 1_500_000),
            ("500đ", 500),
            ("500 đồng", 500),
            ("1000", 1_000),
            ("0,5tr", 500_000),
            ("1.500,00", 1_500),
            ("1000 tỷ", 1_000_000_000_000),
        ] {
            assert_eq!(money(text).map(Dong::get), Ok(dong), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_with_its_reason() {
        for (text, fault) in [
            ("", MoneyFault::Empty),
            ("   ", MoneyFault::Empty),
            ("500", MoneyFault::Small(500)),
            ("999", MoneyFault::Small(999)),
            ("1", MoneyFault::Small(1)),
            ("-5k", MoneyFault::Negative),
            ("-500", MoneyFault::Negative),
            ("1.000 tỷ 1đ", MoneyFault::TooLarge),
            ("1000000000001", MoneyFault::TooLarge),
            ("99999999999999999999999999999999999999999999", MoneyFault::TooLarge),
            ("0,0000001tr", MoneyFault::NotWhole),
            ("1234,5", MoneyFault::NotWhole),
            ("abc", MoneyFault::Unreadable),
            ("1x", MoneyFault::Unreadable),
            ("tr", MoneyFault::Unreadable),
            ("1k2tr", MoneyFault::Unreadable),
            ("1..5tr", MoneyFault::Unreadable),
            ("1.5.5tr", MoneyFault::Unreadable),
            ("1,5,", MoneyFault::Unreadable),
            (".", MoneyFault::Unreadable),
            ("--1", MoneyFault::Negative),
            ("1e6", MoneyFault::Unreadable),
            ("１２", MoneyFault::Unreadable),
        ] {
            assert_eq!(money(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn signs_without_end_are_read_like_one() {
        let signs = "-".repeat(1_000_000);
        assert_eq!(money(&format!("{signs}5000")), Err(MoneyFault::Negative));
        assert_eq!(money(&signs), Err(MoneyFault::Empty));
    }

    #[test]
    fn a_day_is_read_as_seen_from_today() {
        let today = Day::new(2026, 10, 15).expect("a day");
        for (text, iso) in [
            ("15", "2026-10-15"),
            ("1", "2026-10-01"),
            ("15/10", "2026-10-15"),
            ("1/9", "2026-09-01"),
            ("15/10/2025", "2025-10-15"),
            ("15-10-25", "2025-10-15"),
            ("15.10.2025", "2025-10-15"),
            ("2025-10-15", "2025-10-15"),
            ("-3", "2026-10-12"),
            ("+1", "2026-10-16"),
            ("nay", "2026-10-15"),
            ("Hôm nay", "2026-10-15"),
            ("hôm qua", "2026-10-14"),
            ("29/2/2024", "2024-02-29"),
        ] {
            assert_eq!(day(text, today), Ok(Day::parse_iso(iso).expect(iso)), "{text}");
        }
    }

    #[test]
    fn a_day_that_is_none_says_what_would_be_right() {
        let today = Day::new(2026, 10, 15).expect("a day");
        let last = |year, month, day| {
            DayFault::NoSuchDay(Day::new(year, month, day).expect("the last day"))
        };
        for (text, fault) in [
            ("", DayFault::Empty),
            ("30/02", last(2026, 2, 28)),
            ("29/02/2026", last(2026, 2, 28)),
            ("32", last(2026, 10, 31)),
            ("0", last(2026, 10, 31)),
            ("15/13", DayFault::NoSuchMonth(13)),
            ("15/0", DayFault::NoSuchMonth(0)),
            ("1/1/1899", DayFault::OutOfCalendar),
            ("-99999999999999999999", DayFault::OutOfCalendar),
            ("-999999999", DayFault::OutOfCalendar),
            ("15/10/226", DayFault::Unreadable),
            ("mai", DayFault::Unreadable),
            ("1/2/3/4", DayFault::Unreadable),
            ("//", DayFault::Unreadable),
        ] {
            assert_eq!(day(text, today), Err(fault), "{text}");
        }
    }
}
