//! What is said of rulebooks: their faults with the line, where they come from, how sure they are.

use super::Language;
use super::format::{decimal, whole};
use crate::domain::rulebook::{Expected, Fault, FaultKind, Origin};

/// One fault of a rulebook, with its line.
#[must_use]
pub fn fault(language: Language, fault: &Fault) -> String {
    let said = kind(language, &fault.kind);
    match language {
        Language::Vi => format!("dòng {}: {said}", fault.line),
        Language::En => format!("line {}: {said}", fault.line),
    }
}

/// What is wrong, without the line.
#[must_use]
pub fn kind(language: Language, kind: &FaultKind) -> String {
    match language {
        Language::Vi => vi(kind),
        Language::En => en(kind),
    }
}

/// Two rulebooks given for one run that count from the same day.
#[must_use]
pub fn same_day(language: Language, one: &str, other: &str) -> String {
    match language {
        Language::Vi => {
            format!("{one} và {other} có cùng effective_from; xin bỏ bớt một bộ quy định.")
        }
        Language::En => {
            format!("{one} and {other} have the same effective_from; please leave one out.")
        }
    }
}

/// Where a rulebook comes from.
#[must_use]
pub const fn origin(language: Language, origin: Origin) -> &'static str {
    match (language, origin) {
        (Language::Vi, Origin::Shipped) => "có sẵn trong chương trình",
        (Language::Vi, Origin::Own) => "riêng của sổ này",
        (Language::Vi, Origin::Given) => "chỉ dùng lần này (--rules)",
        (Language::En, Origin::Shipped) => "shipped with the program",
        (Language::En, Origin::Own) => "this book's own",
        (Language::En, Origin::Given) => "for this run only (--rules)",
    }
}

/// Whether a rulebook's figures were checked against the official text.
#[must_use]
pub const fn verified(language: Language, verified: bool) -> &'static str {
    match (language, verified) {
        (Language::Vi, true) => "đã đối chiếu văn bản",
        (Language::Vi, false) => "ước tính, chưa đối chiếu văn bản",
        (Language::En, true) => "checked against the official text",
        (Language::En, false) => "an estimate, not checked against the official text",
    }
}

fn vi(kind: &FaultKind) -> String {
    match kind {
        FaultKind::Syntax(what) => format!("không đúng cú pháp TOML: {what}"),
        FaultKind::TooLong(most) => format!("tệp quá lớn, nhiều nhất {} byte", whole_of(*most)),
        FaultKind::Missing(key) => format!("thiếu “{key}”"),
        FaultKind::UnknownKey(key) => format!("không có mục nào tên “{key}”"),
        FaultKind::Value(key, expected) => {
            format!("giá trị của “{key}” không đúng; cần {}", expected_vi(*expected))
        }
        FaultKind::NotHundred(card, sum) => {
            format!("điểm tối đa của “{card}” cộng lại là {}, phải đúng 100", decimal(*sum, 2))
        }
        FaultKind::BandOrder(id) => format!("các bậc của “{id}” không theo thứ tự"),
        FaultKind::BandGap(id) => {
            format!("các bậc của “{id}” có khoảng trống; chỉ bậc cuối không có giới hạn")
        }
        FaultKind::FirstBand(id) => format!("bậc đầu của “{id}” phải cho điểm tối đa"),
        FaultKind::UnknownRatio(id) => format!("không có chỉ tiêu “{id}” cho bảng điểm này"),
        FaultKind::Twice(what) => format!("“{what}” có hai lần"),
    }
}

fn en(kind: &FaultKind) -> String {
    match kind {
        FaultKind::Syntax(what) => format!("this is not TOML: {what}"),
        FaultKind::TooLong(most) => {
            format!("the file is too large, at most {} bytes", whole_of(*most))
        }
        FaultKind::Missing(key) => format!("“{key}” is missing"),
        FaultKind::UnknownKey(key) => format!("there is no “{key}” in a rulebook"),
        FaultKind::Value(key, expected) => format!("“{key}” must be {}", expected_en(*expected)),
        FaultKind::NotHundred(card, sum) => {
            format!("the most points of “{card}” add up to {}, not 100", decimal(*sum, 2))
        }
        FaultKind::BandOrder(id) => format!("the bands of “{id}” are not in order"),
        FaultKind::BandGap(id) => {
            format!("the bands of “{id}” leave a gap; only the last is without a bound")
        }
        FaultKind::FirstBand(id) => {
            format!("the first band of “{id}” must give the most points")
        }
        FaultKind::UnknownRatio(id) => format!("this scorecard can't use a measure “{id}”"),
        FaultKind::Twice(what) => format!("“{what}” is given twice"),
    }
}

fn expected_vi(expected: Expected) -> String {
    match expected {
        Expected::Text => "chữ trong ngoặc kép".to_owned(),
        Expected::Boolean => "true hoặc false".to_owned(),
        Expected::Whole(least, most) => {
            format!("số nguyên từ {} đến {}", whole(least.into()), whole(most.into()))
        }
        Expected::Quoted => "số thập phân viết trong ngoặc kép, như \"0.95\"".to_owned(),
        Expected::Decimal(least, most) => {
            format!("số thập phân trong ngoặc kép, từ {} đến {}", whole(least), whole(most))
        }
        Expected::Places(most) => format!("nhiều nhất {most} chữ số lẻ"),
        Expected::Day => "một ngày có thật, như 2026-03-01".to_owned(),
        Expected::List => "một danh sách".to_owned(),
        Expected::Table => "một bảng".to_owned(),
        Expected::Tables => "một danh sách các bảng".to_owned(),
        Expected::Steps => "các bậc theo thứ tự, bậc cuối không giới hạn".to_owned(),
        Expected::StepsDown => "các bậc từ cao xuống thấp, điểm không tăng".to_owned(),
        Expected::GradeOrder => "tốt cao hơn khá, khá cao hơn trung bình".to_owned(),
        Expected::LeastMost => "số ít nhất không lớn hơn số nhiều nhất".to_owned(),
        Expected::FullOrZero => "\"full\" hoặc \"zero\"".to_owned(),
    }
}

fn expected_en(expected: Expected) -> String {
    match expected {
        Expected::Text => "text in quotes".to_owned(),
        Expected::Boolean => "true or false".to_owned(),
        Expected::Whole(least, most) => {
            format!("a whole number from {} to {}", whole(least.into()), whole(most.into()))
        }
        Expected::Quoted => "a decimal written in quotes, like \"0.95\"".to_owned(),
        Expected::Decimal(least, most) => {
            format!("a decimal in quotes, from {} to {}", whole(least), whole(most))
        }
        Expected::Places(most) => format!("of at most {most} decimals"),
        Expected::Day => "a day of the calendar, like 2026-03-01".to_owned(),
        Expected::List => "a list".to_owned(),
        Expected::Table => "a table".to_owned(),
        Expected::Tables => "a list of tables".to_owned(),
        Expected::Steps => "steps in order, the last without a bound".to_owned(),
        Expected::StepsDown => "steps from the highest down, points not rising".to_owned(),
        Expected::GradeOrder => "good above fair above average".to_owned(),
        Expected::LeastMost => "such that the least is not above the most".to_owned(),
        Expected::FullOrZero => "\"full\" or \"zero\"".to_owned(),
    }
}

fn whole_of(number: usize) -> String {
    whole(i64::try_from(number).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rulebook::read;

    #[test]
    fn a_rulebooks_fault_names_its_line_and_what_would_be_right() {
        let found = read("effective_from = 2026-01-01\ntitle = 5\n", None).expect_err("a fault");
        assert_eq!(
            fault(Language::Vi, &found),
            "dòng 2: giá trị của “title” không đúng; cần chữ trong ngoặc kép"
        );
        assert_eq!(fault(Language::En, &found), "line 2: “title” must be text in quotes");
    }
}
