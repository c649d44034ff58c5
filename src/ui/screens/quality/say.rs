//! How scores, movements, values and bands are said on the screens of quality.

use crate::domain::ratio::{Ratio, RatioId};
use crate::domain::rulebook::Bound;
use crate::domain::score::Grade;
use crate::reports::scores::Published;
use crate::text::quality::measures::measure;
use crate::text::words::Named;
use crate::text::{Language, format};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::table::Cell;
use rust_decimal::Decimal;

/// A grade with what its colour says.
pub fn grade(view: &View, grade: Grade) -> Cell {
    let tone = match grade {
        Grade::Good => Tone::Good,
        Grade::Fair => Tone::Plain,
        Grade::Average => Tone::Warn,
        Grade::Weak => Tone::Bad,
    };
    Cell::toned(grade.say(view.language()), tone)
}

/// How points moved: more is better.
pub fn moved(by: Decimal) -> Cell {
    if by.is_zero() {
        return Cell::toned("=", Tone::Dim);
    }
    let (sign, tone) = if by.is_sign_positive() { ("▲", Tone::Good) } else { ("▼", Tone::Bad) };
    Cell::toned(format!("{sign} {}", trimmed(by.abs(), 2)), tone)
}

/// A decimal without the noughts at its end: `18`, `13,5`.
pub fn trimmed(value: Decimal, most: u32) -> String {
    let value = value.round_dp(most).normalize();
    format::decimal(value, value.scale())
}

/// Points out of the most: `18/25`.
pub fn points(points: Decimal, max: Decimal) -> Cell {
    let tone = if points >= max {
        Tone::Plain
    } else if points + points >= max {
        Tone::Warn
    } else {
        Tone::Bad
    };
    Cell::toned(format!("{}/{}", trimmed(points, 2), trimmed(max, 2)), tone)
}

/// A ratio's value: a share, or đồng per member.
pub fn value(view: &View, id: RatioId, ratio: Ratio) -> String {
    format::measure(view.language(), id, ratio)
}

/// A ratio's two numbers: `57.500.000 đ ÷ 13.844.000.000 đ`.
pub fn numbers(language: Language, id: RatioId, ratio: Ratio) -> String {
    let words = measure(language, id);
    format!("{} ÷ {}", words.counted.say(ratio.numerator), words.of.say(ratio.denominator))
}

/// A bound of a band: `≤ 0,5 %`, `≥ 50.000 đ`.
pub fn bound(view: &View, id: RatioId, bound: &Bound) -> String {
    let quality = &view.text.quality;
    let say = |limit: Decimal| {
        if id.is_money() {
            format!("{} đ", trimmed(limit, 2))
        } else {
            format!("{} %", trimmed(limit * Decimal::ONE_HUNDRED, 4))
        }
    };
    match bound {
        Bound::UpTo(limit) => (quality.up_to)(&say(*limit)),
        Bound::AtLeast(limit) => (quality.at_least)(&say(*limit)),
        Bound::Always => quality.rest.to_owned(),
    }
}

/// What is to be done for the next band: `thu 29.871.743 đ nợ quá hạn`.
pub fn ask(language: Language, id: RatioId, missing: i64) -> String {
    let words = measure(language, id);
    let (before, behind) = words.ask;
    let number = words.counted.say(missing);
    [before, &number, behind].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The same without its last words, for a column.
pub fn ask_briefly(language: Language, id: RatioId, missing: i64) -> String {
    let words = measure(language, id);
    format!("{} {}", words.ask.0, words.counted.say(missing))
}

/// What the bank published: `82,35 khá`.
pub fn published(view: &View, bank: &Published) -> String {
    let score = bank.score.map(format::score);
    let grade = bank.grade.map(|grade| grade.say(view.language()).to_owned());
    score.into_iter().chain(grade).collect::<Vec<_>>().join(" ")
}

/// How far the score is from the next better grade; none at the best.
pub fn to_next_grade(view: &View, score: Decimal, now: Grade) -> Option<(Grade, Decimal)> {
    let rules = view.rules()?;
    let next = now.better()?;
    let least = match next {
        Grade::Good => rules.grades.good,
        Grade::Fair => rules.grades.fair,
        Grade::Average | Grade::Weak => rules.grades.average,
    };
    Some((next, least - score))
}
