//! Measures in a table for people: shares in percent, money with dots, and words where there is
//! nothing to measure, never 0 % (domain.md, section 5).

use crate::domain::ratio::{Ratio, RatioId};
use crate::text::words::Named;
use crate::text::{Language, format};
use rust_decimal::Decimal;
use serde_json::{Map, Value};

/// Whether a column holds measures.
pub(super) fn in_column(column: &str) -> bool {
    let last = column.rsplit('.').next().unwrap_or(column);
    let known = ["value", "ratio", "share", "required", "before", "change"];
    known.contains(&last) || OF_PLANS.contains(&last)
}

/// The columns of improvement plans that hold values of the row's own indicator.
const OF_PLANS: [&str; 4] = ["baseline", "target", "now", "expected_today"];

/// Writes the measures of one thing out; `id` is the measure's own, where the thing is one.
pub(super) fn say(language: Language, id: Option<RatioId>, thing: &mut Map<String, Value>) {
    let opened = thing.clone();
    if let Some(indicator) = opened.get("indicator").and_then(Value::as_str) {
        return plan(language, indicator, thing);
    }
    for (column, value) in thing.iter_mut().filter(|(column, _)| in_column(column)) {
        let said = match column.as_str() {
            // By their two numbers, so that a table shows what a screen shows: six decimals
            // rounded once more could be one hundredth beside it.
            "value" => ratio(&opened, "numerator", "denominator").map(|ratio| match id {
                Some(id) => format::measure(language, id, ratio),
                None => format::percent(language, ratio),
            }),
            "ratio" => ratio(&opened, "visited", "earlier_loans")
                .map(|ratio| format::percent(language, ratio)),
            "required" => decimal(value).map(format::share),
            // All of its six decimals, as its two numbers are not in the row.
            _ => decimal(value)
                .map(|share| format!("{} %", format::decimal(share * Decimal::ONE_HUNDRED, 4))),
        };
        match said {
            Some(said) => *value = Value::String(said),
            None if value.is_null() => *value = Value::String(format::none(language).to_owned()),
            None => {}
        }
    }
}

/// A row of an improvement plan, in the words of its indicator.
fn plan(language: Language, indicator: &str, row: &mut Map<String, Value>) {
    let Some(id) = RatioId::from_id(indicator) else { return };
    row.insert("indicator".to_owned(), Value::String(id.say(language).to_owned()));
    for column in OF_PLANS {
        let Some(value) = row.get_mut(column) else { continue };
        let said = match decimal(value) {
            Some(amount) if id.is_money() => format!("{} đ", format::decimal(amount, 0)),
            // All of its six decimals: rounded once more it could be one hundredth beside.
            Some(share) => format!("{} %", format::decimal(share * Decimal::ONE_HUNDRED, 4)),
            // Only what is measured has nothing to measure; the rest the plan does not say.
            None if column == "now" => format::none(language).to_owned(),
            None => "–".to_owned(),
        };
        *value = Value::String(said);
    }
}

fn ratio(thing: &Map<String, Value>, numerator: &str, denominator: &str) -> Option<Ratio> {
    let number = |name| thing.get(name).and_then(Value::as_i64);
    Some(Ratio::new(number(numerator)?, number(denominator)?))
}

fn decimal(value: &Value) -> Option<Decimal> {
    Decimal::from_str_exact(value.as_str()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn said(id: Option<RatioId>, thing: &Value, column: &str) -> String {
        let mut thing = thing.as_object().expect("a thing").clone();
        say(Language::Vi, id, &mut thing);
        thing.get(column).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    #[test]
    fn a_measure_is_a_percentage_an_amount_or_nothing_and_never_zero_for_nothing() {
        let measure = |id, numerator: i64, denominator: i64| {
            let value = Ratio::new(numerator, denominator).rounded(6).map(|v| v.to_string());
            let thing = json!({"numerator": numerator, "denominator": denominator, "value": value});
            said(Some(id), &thing, "value")
        };
        assert_eq!(measure(RatioId::OverdueRatio, 57_500_000, 14_004_000_000), "0,41 %");
        assert_eq!(measure(RatioId::InterestRatio, 0, 42), "0,00 %");
        assert_eq!(measure(RatioId::InterestRatio, 0, 0), "không phát sinh");
        assert_eq!(measure(RatioId::SavingsIncrease, 3_703_704, 3), "1.234.568 đ");
        assert_eq!(measure(RatioId::SavingsIncrease, -3_000, 2), "-1.500 đ");
        assert_eq!(measure(RatioId::SavingsIncrease, 5_000, 0), "không phát sinh");
        // 0,0000499995 is 0,000050 with six decimals, yet 0,00 % and not 0,01 %.
        assert_eq!(measure(RatioId::Par1, 499_995, 10_000_000_000), "0,00 %");
    }

    #[test]
    fn shares_of_other_reports_are_percentages_too() {
        let row = |visited: i64, of: i64| {
            let (ratio, required) = (Value::Null, "0.900000");
            json!({
                "visited": visited, "earlier_loans": of, "ratio": ratio, "required": required
            })
        };
        assert_eq!(said(None, &row(2, 3), "ratio"), "66,67 %");
        assert_eq!(said(None, &row(0, 0), "ratio"), "không phát sinh");
        assert_eq!(said(None, &row(0, 0), "required"), "90,00 %");
        assert_eq!(said(None, &json!({"share": "0.129284"}), "share"), "12,9284 %");
        assert_eq!(said(None, &json!({"share": null}), "share"), "không phát sinh");
    }
}
