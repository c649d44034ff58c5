//! `report progress`: the targets of improvement plans beside where the areas stand.

use super::Question;
use super::scope::Part;
use crate::domain::day::Day;
use crate::domain::ids::PlaceCode;
use crate::domain::ratio::{Ratio, RatioId, six_decimals};
use crate::domain::record::TargetRecord;
use crate::domain::rulebook::Rulebook;
use crate::domain::tally::Tally;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// One target of a plan on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProgressRow {
    /// The place.
    pub area: PlaceCode,
    /// The measure.
    pub indicator: RatioId,
    /// Where it stood, as the plan has it; none where the plan does not say.
    #[serde(serialize_with = "maybe_exact")]
    pub baseline: Option<Decimal>,
    /// Where it is to stand at the end.
    #[serde(serialize_with = "exact")]
    pub target: Decimal,
    /// Where it stands; none where there is nothing to measure.
    #[serde(serialize_with = "six_decimals")]
    pub now: Ratio,
    /// Whether the target is reached; none where there is nothing to measure.
    pub met: Option<bool>,
    /// Where it should stand on the day, on the straight way from baseline to target; none without
    /// a baseline.
    #[serde(serialize_with = "maybe_exact")]
    pub expected_today: Option<Decimal>,
    /// The plan's first and last day.
    #[serde(skip)]
    pub span: (Day, Day),
}

fn exact<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    let rounded = value.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero);
    serializer.serialize_str(&format!("{rounded:.6}"))
}

#[expect(clippy::ref_option, reason = "serde hands the field as it is")]
fn maybe_exact<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => exact(value, serializer),
        None => serializer.serialize_none(),
    }
}

/// The targets of the areas in scope, by area, indicator and first day; plans that have ended or
/// not begun as well.
#[must_use]
pub fn progress(question: &Question<'_>) -> Vec<ProgressRow> {
    let Some(rules) = question.rules() else {
        return Vec::new();
    };
    let mut tallies: BTreeMap<(&PlaceCode, Day), Tally> = BTreeMap::new();
    let in_scope = question.ledger.targets.iter().filter(|target| holds(question, target));
    let rows = in_scope.filter_map(|target| {
        let indicator = RatioId::from_id(&target.indicator)?;
        // Growth is measured from the plan's first day; nothing else looks at a baseline.
        let since = if indicator == RatioId::Growth { target.from } else { question.baseline() };
        let tally = tallies
            .entry((&target.area, since))
            .or_insert_with(|| tally(question, rules, &target.area, since));
        Some(row(question.as_of, target, indicator, tally.ratio(indicator)))
    });
    rows.collect()
}

fn row(day: Day, target: &TargetRecord, indicator: RatioId, now: Ratio) -> ProgressRow {
    let reached = |order: Ordering| match indicator.less_is_better() {
        true => order.is_le(),
        false => order.is_ge(),
    };
    ProgressRow {
        area: target.area.clone(),
        indicator,
        baseline: target.baseline,
        target: target.target,
        now,
        met: now.compare(target.target).map(reached),
        expected_today: target.baseline.map(|baseline| expected(day, target, baseline)),
        span: (target.from, target.to),
    }
}

/// Where it should stand: on the straight way from the first day to the last, before it at the
/// baseline, after it at the target.
fn expected(day: Day, target: &TargetRecord, baseline: Decimal) -> Decimal {
    if day >= target.to {
        return target.target;
    }
    if day <= target.from {
        return baseline;
    }
    let [gone, all] = [day, target.to].map(|day| Decimal::from(target.from.days_until(day)));
    baseline + (target.target - baseline) * gone / all
}

/// What an area adds up to within the question's scope, growth measured from a day.
fn tally(question: &Question<'_>, rules: &Rulebook, area: &PlaceCode, since: Day) -> Tally {
    let ledger = question.ledger;
    let in_area = question
        .groups()
        .filter(|group| ledger.places_up(&group.village).any(|place| place.code == *area));
    let of_group =
        |group| Tally::of_group(ledger, group, rules, question.as_of, since).graded(rules);
    in_area.map(of_group).sum()
}

/// Whether a plan's area lies in every place of the scope; other parts narrow what is measured.
fn holds(question: &Question<'_>, target: &TargetRecord) -> bool {
    let ledger = question.ledger;
    let within = |place: &PlaceCode, area: &PlaceCode| {
        ledger.places_up(place).any(|above| above.code == *area)
    };
    question.scope.parts().iter().all(|part| match part {
        Part::Place(_, place) => within(&target.area, place),
        Part::Group(code) => {
            ledger.groups.get(code).is_some_and(|group| within(&group.village, &target.area))
        }
        Part::Point(_) | Part::Association(_) => true,
    })
}
