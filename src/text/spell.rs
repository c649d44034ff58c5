//! Amounts in words, so that a person hears what was typed.

use super::Language;
use crate::domain::money::Dong;

const VI_DIGITS: [&str; 10] =
    ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

const EN_SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const EN_TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// An amount in words: `năm mươi lăm nghìn đồng`, `fifty-five thousand dong`.
#[must_use]
pub fn spell(language: Language, amount: Dong) -> String {
    let number = amount.get().unsigned_abs();
    let mut words: Vec<&str> = Vec::new();
    match language {
        Language::Vi => {
            vi(number, &mut words);
            words.push("đồng");
            let sign = if amount.get() < 0 { "âm " } else { "" };
            format!("{sign}{}", words.join(" "))
        }
        Language::En => {
            let sign = if amount.get() < 0 { "minus " } else { "" };
            format!("{sign}{} dong", en(number))
        }
    }
}

fn vi(number: u64, words: &mut Vec<&'static str>) {
    if number == 0 {
        words.push("không");
        return;
    }
    // above a tỷ the count of tỷ is read like any number: một nghìn tỷ
    let (billions, below) = (number / 1_000_000_000, number % 1_000_000_000);
    if billions > 0 {
        vi(billions, words);
        words.push("tỷ");
    }
    let groups =
        [(below / 1_000_000, "triệu"), (below / 1_000 % 1_000, "nghìn"), (below % 1_000, "")];
    for (group, unit) in groups {
        if group > 0 {
            vi_group(group, !words.is_empty(), words);
            if !unit.is_empty() {
                words.push(unit);
            }
        }
    }
}

/// Three digits; where something was read before, their hundreds are said even when they are none.
fn vi_group(group: u64, follows: bool, words: &mut Vec<&'static str>) {
    let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
    if hundreds > 0 || follows {
        words.push(vi_digit(hundreds));
        words.push("trăm");
    }
    match tens {
        0 if ones > 0 && (hundreds > 0 || follows) => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([vi_digit(tens), "mươi"]),
    }
    match ones {
        0 => {}
        1 if tens > 1 => words.push("mốt"),
        4 if tens > 1 => words.push("tư"),
        5 if tens > 0 => words.push("lăm"),
        _ => words.push(vi_digit(ones)),
    }
}

fn vi_digit(digit: u64) -> &'static str {
    usize::try_from(digit).ok().and_then(|at| VI_DIGITS.get(at)).copied().unwrap_or_default()
}

fn en(number: u64) -> String {
    if number < 1_000 {
        return en_group(number);
    }
    let units = [
        (1_000_000_000_000_000_000, "quintillion"),
        (1_000_000_000_000_000, "quadrillion"),
        (1_000_000_000_000, "trillion"),
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
        (1_000, "thousand"),
    ];
    let mut words: Vec<String> = Vec::new();
    let mut left = number;
    for (unit, name) in units {
        if left >= unit {
            words.push(format!("{} {name}", en_group(left / unit)));
            left %= unit;
        }
    }
    if left > 0 {
        words.push(en_group(left));
    }
    words.join(" ")
}

fn en_group(group: u64) -> String {
    let word = |table: &[&'static str], at: u64| {
        usize::try_from(at).ok().and_then(|at| table.get(at)).copied().unwrap_or_default()
    };
    match group {
        0..20 => word(&EN_SMALL, group).to_owned(),
        20..100 if group.is_multiple_of(10) => word(&EN_TENS, group / 10).to_owned(),
        20..100 => format!("{}-{}", word(&EN_TENS, group / 10), word(&EN_SMALL, group % 10)),
        _ => {
            let hundreds = format!("{} hundred", word(&EN_SMALL, group / 100));
            if group.is_multiple_of(100) {
                hundreds
            } else {
                format!("{hundreds} {}", en_group(group % 100))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_numbers_follow_the_rules_of_speech() {
        for (dong, words) in [
            (0, "không đồng"),
            (1, "một đồng"),
            (5, "năm đồng"),
            (10, "mười đồng"),
            (11, "mười một đồng"),
            (14, "mười bốn đồng"),
            (15, "mười lăm đồng"),
            (20, "hai mươi đồng"),
            (21, "hai mươi mốt đồng"),
            (24, "hai mươi tư đồng"),
            (101, "một trăm linh một đồng"),
            (105, "một trăm linh năm đồng"),
            (110, "một trăm mười đồng"),
            (115, "một trăm mười lăm đồng"),
            (55_000, "năm mươi lăm nghìn đồng"),
            (1_000_005, "một triệu không trăm linh năm đồng"),
            (1_005_000, "một triệu không trăm linh năm nghìn đồng"),
            (1_250_015, "một triệu hai trăm năm mươi nghìn không trăm mười lăm đồng"),
            (1_000_500_000, "một tỷ năm trăm nghìn đồng"),
            (1_000_000_000_000, "một nghìn tỷ đồng"),
            (2_001_000_000_000, "hai nghìn không trăm linh một tỷ đồng"),
            (-55_000, "âm năm mươi lăm nghìn đồng"),
        ] {
            assert_eq!(spell(Language::Vi, Dong::new(dong)), words, "{dong}");
        }
    }

    #[test]
    fn english_numbers_too() {
        for (dong, words) in [
            (0, "zero dong"),
            (15, "fifteen dong"),
            (55_000, "fifty-five thousand dong"),
            (1_250_015, "one million two hundred fifty thousand fifteen dong"),
            (1_000_000_000_000, "one trillion dong"),
            (-1_100, "minus one thousand one hundred dong"),
        ] {
            assert_eq!(spell(Language::En, Dong::new(dong)), words, "{dong}");
        }
    }

    #[test]
    fn the_largest_and_smallest_number_have_words() {
        for language in [Language::Vi, Language::En] {
            assert!(!spell(language, Dong::new(i64::MAX)).is_empty());
            assert!(!spell(language, Dong::new(i64::MIN)).is_empty());
        }
    }
}
