//! The year's coverage of each group by visits and checks (domain.md, section 7).

use crate::reports::coverage::CoverageRow;
use crate::text::fold::name_key;
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Cell, Column};
use rust_decimal::Decimal;

/// A group's coverage, with what is said of the group.
pub struct CoverageLine {
    /// What the report says.
    pub row: CoverageRow,
    leader: String,
    village: String,
}

impl CoverageLine {
    /// The line of a report's row.
    pub fn new(row: CoverageRow, view: &View) -> CoverageLine {
        let ledger = view.ledger();
        let group = ledger.groups.get(&row.group);
        let village = group.and_then(|group| ledger.places.get(&group.village));
        CoverageLine {
            leader: group.map(|group| ledger.group_name(group).to_owned()).unwrap_or_default(),
            village: village.map(|place| place.name.clone()).unwrap_or_default(),
            row,
        }
    }

    /// What the group still needs, in words.
    fn needs(&self, view: &View) -> Cell {
        let text = &view.text.visits;
        let missing = self.row.loans_missing();
        let (loans, check) = (missing > 0, self.row.checked_on.is_none());
        match (loans, check) {
            (false, false) => Cell::toned(text.met, Tone::Good),
            (true, false) => Cell::toned((text.needs_loans)(missing), Tone::Warn),
            (false, true) => Cell::toned(text.needs_check, Tone::Warn),
            (true, true) => Cell::toned((text.needs_both)(missing), Tone::Warn),
        }
    }
}

/// The year, how many groups have met it, and what is asked for.
pub fn summary(lines: &[CoverageLine], year: i32, view: &View) -> String {
    let met = lines.iter().filter(|line| line.row.met).count();
    let mut shares: Vec<Decimal> = lines.iter().map(|line| line.row.required).collect();
    shares.sort_unstable_by(|one, other| other.cmp(one));
    shares.dedup();
    let shares: Vec<String> = shares.into_iter().map(percent).collect();
    (view.text.visits.coverage_summary)(year, met, lines.len(), &shares.join(" / "))
}

/// A share as people say it: `90 %`.
fn percent(share: Decimal) -> String {
    let percent = (share * Decimal::ONE_HUNDRED).normalize();
    format!("{} %", format::decimal(percent, percent.scale()))
}

/// The columns: the group, the counts and what is needed never drop.
pub const COLUMNS: &[Column<CoverageLine>] = &[
    Column::<CoverageLine>::text(
        |t| t.visits.group,
        7,
        |line, _| line.row.group.to_string().into(),
    )
    .sorts(|one, other| one.row.group.cmp(&other.row.group)),
    Column::<CoverageLine>::text(
        |t| t.people.leader,
        14,
        |line, view| view.name(&line.leader).into(),
    )
    .grows(2)
    .sorts(|one, other| name_key(&one.leader).cmp(&name_key(&other.leader))),
    Column::<CoverageLine>::text(|t| t.people.village, 13, |line, _| line.village.as_str().into())
        .drops(3)
        .sorts(|one, other| one.village.cmp(&other.village)),
    Column::<CoverageLine>::number(
        |t| t.visits.visited,
        9,
        |line, _| format!("{}/{}", line.row.visited, line.row.earlier_loans).into(),
    )
    .sorts(|one, other| one.row.earlier_loans.cmp(&other.row.earlier_loans)),
    Column::<CoverageLine>::number(
        |t| t.visits.share,
        8,
        |line, view| match line.row.ratio.is_none() {
            true => Cell::toned(view.text.visits.no_loans, Tone::Dim),
            false => format::percent(view.language(), line.row.ratio).into(),
        },
    )
    .sorts(|one, other| one.row.ratio.rounded(6).cmp(&other.row.ratio.rounded(6))),
    Column::<CoverageLine>::number(
        |t| t.visits.required,
        4,
        |line, _| percent(line.row.required).into(),
    )
    .drops(1)
    .sorts(|one, other| one.row.required.cmp(&other.row.required)),
    Column::<CoverageLine>::number(
        |t| t.visits.checked_on,
        10,
        |line, _| format::maybe_day(line.row.checked_on).into(),
    )
    .drops(2)
    .sorts(|one, other| one.row.checked_on.cmp(&other.row.checked_on)),
    Column::<CoverageLine>::text(|t| t.visits.needs, 17, |line, view| line.needs(view))
        .grows(1)
        .sorts(|one, other| {
            (one.row.met, one.row.loans_missing()).cmp(&(other.row.met, other.row.loans_missing()))
        }),
];
