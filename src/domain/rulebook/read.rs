//! Reading a rulebook from TOML and checking it; a fault names its line.

mod document;
mod known;
mod scorecard;
mod talk_first;
#[cfg(test)]
mod tests;

use super::{Expected, Extension, Fault, FaultKind, Grades, Programme, Rulebook, VisitRules};
use crate::domain::day::Day;
use crate::domain::ids::ProgrammeCode;
use crate::domain::rate::Rate;
use document::{At, Document, parse};
use std::collections::BTreeSet;

/// The longest text of a rulebook, in bytes: the shipped ones have about 8,000.
const LONGEST: usize = 1_000_000;

/// Reads and checks a rulebook. What the text does not say is taken from `base`: single keys, and
/// of lists (programmes, criteria, steps) the whole list. The first day is always its own; without
/// a title, a source and a word on whether it was verified it has none, and was not.
///
/// # Errors
/// The first fault, with its line.
pub fn read(text: &str, base: Option<&str>) -> Result<Rulebook, Fault> {
    if text.len() > LONGEST {
        return Err(Fault { line: 1, kind: FaultKind::TooLong(LONGEST) });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let given = parse(text)?;
    known::check(text, given.get_ref())?;
    let base = base.map(|base| parse(base).map(|table| (base, table))).transpose()?;
    let mut layers = vec![(text, given.get_ref())];
    if let Some((text, table)) = &base {
        layers.push((text, table.get_ref()));
    }
    let document = Document { layers };
    let of_itself = |key| document.own("", key);
    Ok(Rulebook {
        effective_from: effective_from(&document)?,
        title: of_itself("title").map(|at| at.text()).transpose()?.unwrap_or_default(),
        source: of_itself("source").map(|at| at.text()).transpose()?.unwrap_or_default(),
        verified: of_itself("verified").map(|at| at.boolean()).transpose()?.unwrap_or_default(),
        overdue_factor: document.at("interest", "overdue_factor")?.decimal_of((0, 100), 4)?,
        day_count: document.at("interest", "day_count")?.whole(1, 400)?,
        instalments_overdue_from: document.at("principal", "instalments_overdue_from")?.day()?,
        exempt_programmes: document.at("principal", "exempt_programmes")?.programmes()?,
        wrong_use_days: document.at("principal", "wrong_use_days")?.whole(0, 3_650)?,
        extension: extension(&document)?,
        group_size: group_size(&document)?,
        visits: visits(&document)?,
        programmes: programmes(&document)?,
        grades: grades(&document)?,
        group_criteria: scorecard::criteria(&document, "group_criterion")?,
        area_criteria: scorecard::criteria(&document, "area_criterion")?,
        holidays: holidays(&document)?,
        talk_first: talk_first::read(&document)?,
    })
}

fn effective_from(document: &Document<'_>) -> Result<Day, Fault> {
    let missing = || Fault { line: 1, kind: FaultKind::Missing("effective_from".to_owned()) };
    document.own("", "effective_from").ok_or_else(missing)?.day()
}

fn extension(document: &Document<'_>) -> Result<Extension, Fault> {
    Ok(Extension {
        short_term_months: document.at("extension", "short_term_months")?.whole(0, 600)?,
        short_max_months: document.at("extension", "short_max_months")?.whole(0, 600)?,
        long_max_share: document.at("extension", "long_max_share")?.decimal(0, 1)?,
    })
}

fn group_size(document: &Document<'_>) -> Result<(u32, u32), Fault> {
    let least = document.at("group_size", "min")?.whole(0, 10_000)?;
    let most = document.at("group_size", "max")?.whole(0, 10_000)?;
    if most < least {
        return Err(document.disagree("group_size", &["min", "max"], Expected::LeastMost));
    }
    Ok((least, most))
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
            return Err(step.wrong(Expected::Steps));
        }
        sample.push((up_to, step.at("households")?.whole(0, 10_000)?));
    }
    if sample.last().is_none_or(|(up_to, _)| up_to.is_some()) {
        return Err(sample_at.wrong(Expected::Steps));
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
            .ok_or_else(|| rate_at.wrong(Expected::Places(4)))?;
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
        let keys = ["good", "fair", "average"];
        return Err(document.disagree("grades", &keys, Expected::GradeOrder));
    }
    Ok(grades)
}

fn holidays(document: &Document<'_>) -> Result<BTreeSet<Day>, Fault> {
    let Some(at) = document.find("calendar", "holidays") else {
        return Ok(BTreeSet::new());
    };
    at.items()?.iter().map(At::day).collect()
}
