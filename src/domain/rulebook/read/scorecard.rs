//! The scorecards of a rulebook: criteria, their points and bands.

use super::document::{At, Document};
use crate::domain::ratio::RatioId;
use crate::domain::rulebook::{Band, Bound, Criterion, Expected, Fault, FaultKind, WhenNone};
use rust_decimal::Decimal;

pub(super) fn criteria(document: &Document<'_>, table: &str) -> Result<Vec<Criterion>, Fault> {
    let list = document.at("", table)?;
    let mut criteria: Vec<Criterion> = Vec::new();
    for item in list.items()? {
        let criterion = criterion(&item, table == "group_criterion")?;
        if criteria.iter().any(|earlier| earlier.id == criterion.id) {
            return Err(item.fault(FaultKind::Twice(criterion.id.id().to_owned())));
        }
        criteria.push(criterion);
    }
    let sum: Decimal = criteria.iter().map(|criterion| criterion.max).sum();
    if sum != Decimal::ONE_HUNDRED {
        return Err(list.fault(FaultKind::NotHundred(table.to_owned(), sum)));
    }
    Ok(criteria)
}

fn criterion(item: &At<'_>, of_group: bool) -> Result<Criterion, Fault> {
    let id_at = item.at("id")?;
    let name = id_at.text()?;
    let of_groups = [RatioId::GoodGroupShare, RatioId::WeakGroupShare];
    let id = RatioId::from_id(&name)
        .filter(|id| !(of_group && of_groups.contains(id)))
        .ok_or_else(|| id_at.fault(FaultKind::UnknownRatio(name.clone())))?;
    let when_none_at = item.at("when_none")?;
    let when_none = match when_none_at.text()?.as_str() {
        "full" => WhenNone::Full,
        "zero" => WhenNone::Zero,
        _ => return Err(when_none_at.wrong(Expected::FullOrZero)),
    };
    let max = item.at("max")?.decimal_of((0, 100), 2)?;
    let less_is_better = item.at("less_is_better")?.boolean()?;
    let bands = bands(&item.at("bands")?, &name, less_is_better)?;
    if bands.first().map(|band| band.points) != Some(max) {
        return Err(item.at("bands")?.fault(FaultKind::FirstBand(name)));
    }
    Ok(Criterion { id, max, less_is_better, when_none, bands })
}

fn bands(list: &At<'_>, id: &str, less_is_better: bool) -> Result<Vec<Band>, Fault> {
    let key = if less_is_better { "up_to" } else { "at_least" };
    let other = if less_is_better { "at_least" } else { "up_to" };
    let mut bands: Vec<Band> = Vec::new();
    let items = list.items()?;
    for (at, item) in items.iter().enumerate() {
        if let Some(misplaced) = item.find(other)? {
            return Err(misplaced.fault(FaultKind::BandOrder(id.to_owned())));
        }
        let last = at + 1 == items.len();
        let value = item.find(key)?.map(|value| bound_at(&value)).transpose()?;
        let bound = match value {
            Some(value) if !last && less_is_better => Bound::UpTo(value),
            Some(value) if !last => Bound::AtLeast(value),
            None if last => Bound::Always,
            _ => return Err(item.fault(FaultKind::BandGap(id.to_owned()))),
        };
        let points = item.at("points")?.decimal_of((0, 100), 2)?;
        let ordered = bands
            .last()
            .is_none_or(|earlier| earlier.points >= points && in_order(&earlier.bound, &bound));
        if !ordered {
            return Err(item.fault(FaultKind::BandOrder(id.to_owned())));
        }
        bands.push(Band { bound, points });
    }
    if bands.is_empty() {
        return Err(list.fault(FaultKind::BandGap(id.to_owned())));
    }
    Ok(bands)
}

/// A bound. Six decimals and a thousand million keep its product with any sum of a book, in parts
/// of its last decimal, within 128 bits: `Ratio::compare` is exact and never without an answer.
fn bound_at(at: &At<'_>) -> Result<Decimal, Fault> {
    let value = at.decimal(-1_000_000_000, 1_000_000_000)?;
    if value.scale() > 6 {
        return Err(at.wrong(Expected::Places(6)));
    }
    Ok(value)
}

fn in_order(earlier: &Bound, later: &Bound) -> bool {
    match (earlier, later) {
        (Bound::UpTo(earlier), Bound::UpTo(later)) => earlier < later,
        (Bound::AtLeast(earlier), Bound::AtLeast(later)) => earlier > later,
        (_, Bound::Always) => true,
        _ => false,
    }
}
