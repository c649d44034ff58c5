//! Reading a rulebook from TOML and checking it; a fault names its line.

#[cfg(test)]
mod tests;

use super::{Band, Bound, Criterion, Extension, Grades, Programme, Rulebook, VisitRules, WhenNone};
use crate::domain::day::Day;
use crate::domain::ids::ProgrammeCode;
use crate::domain::rate::Rate;
use crate::domain::ratio::RatioId;
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A fault of a rulebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1; 0 where something is missing altogether.
    pub line: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with a rulebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It is not TOML; the parser's words.
    Syntax(String),
    /// A table or key is missing; its name.
    Missing(String),
    /// A value is not of the kind or in the bounds that it must have; the key and what is expected.
    Value(String, &'static str),
    /// The points of a scorecard do not add up to 100; its name and their sum.
    NotHundred(String, Decimal),
    /// The bands of a criterion are not in order, or their points do not fall; its id.
    BandOrder(String),
    /// The last band has a bound, or an earlier one has none; the criterion's id.
    BandGap(String),
    /// The first band does not give the most points; the criterion's id.
    FirstBand(String),
    /// A measure that does not exist, or that the scorecard can't use; its id.
    UnknownRatio(String),
    /// The same programme or criterion twice; its code or id.
    Twice(String),
}

/// Reads and checks a rulebook. What the text does not say is taken from `base`.
///
/// # Errors
/// The first fault, with its line.
pub fn read(text: &str, base: Option<&str>) -> Result<Rulebook, Fault> {
    let given = parse(text)?;
    let base = base.map(|base| parse(base).map(|table| (base, table))).transpose()?;
    let mut layers = vec![(text, given.get_ref())];
    if let Some((text, table)) = &base {
        layers.push((text, table.get_ref()));
    }
    let document = Document { layers };
    let book = Rulebook {
        effective_from: document.at("", "effective_from")?.day()?,
        title: document.at("", "title")?.text()?,
        source: document.at("", "source")?.text()?,
        verified: document.at("", "verified")?.boolean()?,
        overdue_factor: document.at("interest", "overdue_factor")?.decimal(0, 100)?,
        day_count: document.at("interest", "day_count")?.whole(1, 400)?,
        instalments_overdue_from: document.at("principal", "instalments_overdue_from")?.day()?,
        exempt_programmes: document.at("principal", "exempt_programmes")?.programmes()?,
        wrong_use_days: document.at("principal", "wrong_use_days")?.whole(0, 3_650)?,
        extension: extension(&document)?,
        group_size: group_size(&document)?,
        visits: visits(&document)?,
        programmes: programmes(&document)?,
        grades: grades(&document)?,
        group_criteria: criteria(&document, "group_criterion")?,
        area_criteria: criteria(&document, "area_criterion")?,
        holidays: holidays(&document)?,
    };
    if book.overdue_factor.normalize().scale() > 4 {
        let at = document.at("interest", "overdue_factor")?;
        return Err(at.wrong("a decimal of at most four places"));
    }
    Ok(book)
}

fn parse(text: &str) -> Result<Spanned<DeTable<'_>>, Fault> {
    DeTable::parse(text).map_err(|error| Fault {
        line: error.span().map_or(0, |span| line_of(text, span.start)),
        kind: FaultKind::Syntax(error.message().to_owned()),
    })
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// The given text, and under it the one that fills its gaps.
struct Document<'a> {
    layers: Vec<(&'a str, &'a DeTable<'a>)>,
}

/// A value with where it stands.
#[derive(Clone)]
struct At<'a> {
    text: &'a str,
    name: String,
    value: &'a Spanned<DeValue<'a>>,
}

impl<'a> Document<'a> {
    fn find(&self, table: &str, key: &str) -> Option<At<'a>> {
        let name = if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") };
        self.layers.iter().find_map(|(text, layer)| {
            let table =
                if table.is_empty() { *layer } else { layer.get(table)?.get_ref().as_table()? };
            Some(At { text, name: name.clone(), value: table.get(key)? })
        })
    }

    fn at(&self, table: &str, key: &str) -> Result<At<'a>, Fault> {
        let name = if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") };
        self.find(table, key).ok_or(Fault { line: 0, kind: FaultKind::Missing(name) })
    }
}

impl<'a> At<'a> {
    fn line(&self) -> usize {
        line_of(self.text, self.value.span().start)
    }

    fn fault(&self, kind: FaultKind) -> Fault {
        Fault { line: self.line(), kind }
    }

    fn wrong(&self, expected: &'static str) -> Fault {
        self.fault(FaultKind::Value(self.name.clone(), expected))
    }

    fn text(&self) -> Result<String, Fault> {
        let text = self.value.get_ref().as_str();
        text.map(ToOwned::to_owned).ok_or_else(|| self.wrong("text in quotes"))
    }

    fn boolean(&self) -> Result<bool, Fault> {
        self.value.get_ref().as_bool().ok_or_else(|| self.wrong("true or false"))
    }

    fn whole(&self, least: u32, most: u32) -> Result<u32, Fault> {
        let number = match self.value.get_ref() {
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        number
            .filter(|number| (least..=most).contains(number))
            .ok_or_else(|| self.wrong("a whole number within its bounds"))
    }

    fn decimal(&self, least: i64, most: i64) -> Result<Decimal, Fault> {
        let text = self.value.get_ref().as_str().filter(|text| !text.contains(['e', 'E']));
        text.and_then(|text| Decimal::from_str_exact(text).ok())
            .filter(|value| *value >= Decimal::from(least) && *value <= Decimal::from(most))
            .ok_or_else(|| self.wrong("a decimal in quotes within its bounds"))
    }

    fn day(&self) -> Result<Day, Fault> {
        let text = match self.value.get_ref() {
            DeValue::Datetime(datetime) => datetime.to_string(),
            _ => String::new(),
        };
        Day::parse_iso(&text).ok_or_else(|| self.wrong("a day, 2026-03-01"))
    }

    fn items(&self) -> Result<Vec<At<'a>>, Fault> {
        let items = self.value.get_ref().as_array().ok_or_else(|| self.wrong("a list"))?;
        let item = |value| At { text: self.text, name: self.name.clone(), value };
        Ok(items.iter().map(item).collect())
    }

    fn find(&self, key: &str) -> Result<Option<At<'a>>, Fault> {
        let table = self.value.get_ref().as_table().ok_or_else(|| self.wrong("a table"))?;
        let name = format!("{}.{key}", self.name);
        Ok(table.get(key).map(|value| At { text: self.text, name, value }))
    }

    fn at(&self, key: &str) -> Result<At<'a>, Fault> {
        let missing = || self.fault(FaultKind::Missing(format!("{}.{key}", self.name)));
        self.find(key)?.ok_or_else(missing)
    }

    fn programmes(&self) -> Result<BTreeSet<ProgrammeCode>, Fault> {
        self.items()?.iter().map(|item| Ok(ProgrammeCode::new(item.text()?))).collect()
    }
}

fn extension(document: &Document<'_>) -> Result<Extension, Fault> {
    Ok(Extension {
        short_term_months: document.at("extension", "short_term_months")?.whole(0, 600)?,
        short_max_months: document.at("extension", "short_max_months")?.whole(0, 600)?,
        long_max_share: document.at("extension", "long_max_share")?.decimal(0, 10)?,
    })
}

fn group_size(document: &Document<'_>) -> Result<(u32, u32), Fault> {
    let least = document.at("group_size", "min")?.whole(0, 10_000)?;
    let most = document.at("group_size", "max")?;
    Ok((least, most.whole(least, 10_000)?))
}

fn visits(document: &Document<'_>) -> Result<VisitRules, Fault> {
    let at = |key| document.at("visits", key);
    let sample_at = at("sample")?;
    let mut sample: Vec<(Option<u32>, u32)> = Vec::new();
    for step in sample_at.items()? {
        let up_to = step.find("up_to_members")?.map(|up_to| up_to.whole(0, 10_000)).transpose()?;
        let last = sample.last().map(|(up_to, _)| *up_to);
        if last == Some(None)
            || last.flatten().is_some_and(|last| up_to.is_some_and(|now| now <= last))
        {
            return Err(step.wrong("steps in order, the last without a bound"));
        }
        sample.push((up_to, step.at("households")?.whole(0, 10_000)?));
    }
    if sample.last().is_none_or(|(up_to, _)| up_to.is_some()) {
        return Err(sample_at.wrong("steps in order, the last without a bound"));
    }
    Ok(VisitRules {
        after_disbursement_days: at("after_disbursement_days")?.whole(0, 3_650)?,
        due_soon_days: at("due_soon_days")?.whole(0, 3_650)?,
        inactive_months: at("inactive_months")?.whole(1, 600)?,
        inactive_exempt_programmes: at("inactive_exempt_programmes")?.programmes()?,
        yearly_coverage: at("yearly_coverage")?.decimal(0, 1)?,
        yearly_coverage_difficult: at("yearly_coverage_difficult")?.decimal(0, 1)?,
        report_working_days: at("report_working_days")?.whole(0, 365)?,
        sample,
    })
}

fn programmes(document: &Document<'_>) -> Result<Vec<Programme>, Fault> {
    let mut programmes: Vec<Programme> = Vec::new();
    for item in document.at("", "programme")?.items()? {
        let code_at = item.at("code")?;
        let code = ProgrammeCode::new(code_at.text()?);
        if programmes.iter().any(|programme| programme.code == code) {
            return Err(code_at.fault(FaultKind::Twice(code.to_string())));
        }
        let rate_at = item.at("rate")?;
        let rate = Rate::new(rate_at.decimal(0, 100)?)
            .ok_or_else(|| rate_at.wrong("a rate of at most four places"))?;
        programmes.push(Programme { code, name: item.at("name")?.text()?, rate });
    }
    Ok(programmes)
}

fn grades(document: &Document<'_>) -> Result<Grades, Fault> {
    let at = |key| document.at("grades", key);
    let grades = Grades {
        good: at("good")?.decimal(0, 100)?,
        fair: at("fair")?.decimal(0, 100)?,
        average: at("average")?.decimal(0, 100)?,
    };
    if grades.good <= grades.fair || grades.fair <= grades.average {
        return Err(at("good")?.wrong("good above fair above average"));
    }
    Ok(grades)
}

fn holidays(document: &Document<'_>) -> Result<BTreeSet<Day>, Fault> {
    let Some(at) = document.find("calendar", "holidays") else {
        return Ok(BTreeSet::new());
    };
    at.items()?.iter().map(At::day).collect()
}

fn criteria(document: &Document<'_>, table: &str) -> Result<Vec<Criterion>, Fault> {
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
        _ => return Err(when_none_at.wrong("\"full\" or \"zero\"")),
    };
    let max_at = item.at("max")?;
    let max = max_at.decimal(0, 100)?;
    if max.normalize().scale() > 2 {
        return Err(max_at.wrong("at most two decimals"));
    }
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
        let points_at = item.at("points")?;
        let points = points_at.decimal(0, 100)?;
        if points.normalize().scale() > 2 {
            return Err(points_at.wrong("at most two decimals"));
        }
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
        return Err(at.wrong("at most six decimals"));
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
