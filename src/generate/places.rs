//! Places and points of a commune, and the sessions that were moved or not held.

use super::dice::Dice;
use super::names;
use super::plan::{Grown, Plan};
use crate::domain::calendar::Calendar;
use crate::domain::day::{Day, Month};
use crate::domain::ids::{PlaceCode, PointCode};
use crate::domain::place::{Place, PlaceKind};
use crate::domain::record::Batch;
use std::collections::BTreeMap;

/// The province of generated communes.
const PROVINCE: &str = "90";

/// A village, and where its groups hand in.
#[derive(Clone, Debug)]
pub(super) struct Village {
    pub(super) code: PlaceCode,
    pub(super) name: String,
    pub(super) point: PointCode,
    pub(super) calendar: Calendar,
}

/// A commune's places.
#[derive(Clone, Debug, Default)]
pub(super) struct Ground {
    /// The commune's code.
    pub(super) commune: Option<PlaceCode>,
    /// Its villages.
    pub(super) villages: Vec<Village>,
    /// Places, points and session changes as rows.
    pub(super) rows: Batch,
}

/// What all communes lie in, and what the book says of itself.
pub(super) fn above(plan: &Plan) -> Batch {
    if plan.grown.is_some() {
        return Batch::default();
    }
    let home = if plan.communes == 1 { commune_code(0) } else { PROVINCE.to_owned() };
    let title = match plan.communes {
        1 => format!("Xã giả lập {} (hạt giống {})", names::place(plan.seed, 0), plan.seed),
        more => format!("Tỉnh giả lập, {more} xã (hạt giống {})", plan.seed),
    };
    let mut places = vec![place(PROVINCE, PlaceKind::Province, "Tỉnh giả lập", None)];
    if plan.communes == 1 {
        // Whose point serves one of the villages.
        let name = format!("Xã {}", names::place(plan.seed, 7));
        places.push(place(&commune_code(1), PlaceKind::Commune, &name, Some(PROVINCE)));
    }
    for district in 0..districts(plan) {
        let name = format!("Huyện {} (cũ)", names::place(plan.seed, 11 + u64::from(district)));
        let code = district_code(district);
        places.push(place(&code, PlaceKind::District, &name, Some(PROVINCE)));
    }
    let mut rows =
        Batch { title: Some(title), as_of: Some(plan.as_of), places, ..Batch::default() };
    rows.home = Some(PlaceCode::new(home));
    if let Some(neighbour) = points(plan, 1).into_iter().next().filter(|_| plan.communes == 1) {
        rows.add(neighbour.rows());
    }
    rows
}

/// Half of many communes lie in a district, as before 1/7/2025; the others right in the province.
const fn districts(plan: &Plan) -> u32 {
    plan.communes / 12
}

fn district_code(number: u32) -> String {
    format!("9{:02}", number + 1)
}

fn commune_code(number: u32) -> String {
    format!("{:06}", 900_001 + number)
}

fn place(code: &str, kind: PlaceKind, name: &str, parent: Option<&str>) -> Place {
    let parent = parent.map(PlaceCode::from);
    Place { code: PlaceCode::from(code), kind, name: name.to_owned(), parent, difficult: false }
}

/// A point with its calendar.
struct Pitch {
    code: String,
    commune: String,
    name: String,
    session_day: u32,
    changes: BTreeMap<Month, Option<Day>>,
}

impl Pitch {
    fn calendar(&self) -> Option<Calendar> {
        Calendar::new(self.session_day, self.changes.clone())
    }

    fn rows(self) -> Batch {
        let code = PointCode::new(self.code);
        let changes = self.changes.into_iter().map(|(month, held)| (code.clone(), month, held));
        Batch {
            session_changes: changes.collect(),
            points: vec![(code, PlaceCode::new(self.commune), self.name, self.session_day)],
            ..Batch::default()
        }
    }
}

/// The points of a commune: two, on two days of the month; a small commune has one.
fn points(plan: &Plan, number: u32) -> Vec<Pitch> {
    let count = if plan.villages < 4 { 1 } else { 2 };
    let mut dice = Dice::of(plan.seed, "points", &[u64::from(number)]);
    let commune = commune_code(number);
    // The first commune's first session is held on the day of the book itself.
    let first = match plan.as_of.day_of_month() {
        day @ 1..=28 if number == 0 => day,
        _ => dice.small(4, 22),
    };
    let pitch = |no: u32, dice: &mut Dice| {
        let session_day = (first - 1 + no * 5) % 28 + 1;
        let name = names::place(plan.seed, 40 + u64::from(number) * 2 + u64::from(no));
        let code = format!("{commune}{}", no + 1);
        let (name, changes) = (format!("Điểm giao dịch {name}"), moved(plan, no, dice));
        Pitch { code, commune: commune.clone(), name, session_day, changes }
    };
    (0..count).map(|no| pitch(no, &mut dice)).collect()
}

/// Sessions around Tết are held on another day; one of the second point was not held at all.
fn moved(plan: &Plan, point: u32, dice: &mut Dice) -> BTreeMap<Month, Option<Day>> {
    let years = plan.begin().year()..=plan.as_of.year();
    let mut changes: BTreeMap<Month, Option<Day>> = years
        .filter_map(|year| {
            let february = Month::new(year, 2)?;
            Some((february, Some(february.day(dice.one(&[6, 10, 24, 25]))?)))
        })
        .collect();
    if point == 1 || plan.villages < 4 {
        changes.insert(plan.as_of.months_before(20).month(), None);
    }
    changes.retain(|month, _| month.last_day() < plan.as_of);
    changes
}

/// A new commune with its villages.
pub(super) fn ground(plan: &Plan, number: u32) -> Ground {
    if let Some(grown) = &plan.grown {
        return added(plan, grown);
    }
    let commune = commune_code(number);
    let name = format!("Xã {}", names::place(plan.seed, u64::from(number)));
    let district = district_code(number % districts(plan).max(1));
    let parent = if number.is_multiple_of(2) && districts(plan) > 0 { &district } else { PROVINCE };
    let mut rows = Batch::default();
    rows.places.push(place(&commune, PlaceKind::Commune, &name, Some(parent)));
    let own = points(plan, number);
    let other = points(plan, (number + 1) % plan.communes.max(2)).into_iter().next();
    let mut villages = Vec::new();
    for no in 0..plan.villages {
        let name = format!("Ấp {}", names::place(plan.seed ^ 0x5eed, u64::from(number * 40 + no)));
        let code = format!("{commune}{:02}", no + 1);
        let mut village = place(&code, PlaceKind::Village, &name, Some(&commune));
        village.difficult = no % 4 == 2;
        rows.places.push(village);
        // The last village lies nearer to the neighbours' point.
        let last = no > 0 && no + 1 == plan.villages;
        let nearest = own.get(usize::try_from(no).unwrap_or(0) % own.len().max(1));
        let point = if last { other.as_ref().or(nearest) } else { nearest };
        if let Some((point, calendar)) = point.and_then(|point| Some((point, point.calendar()?))) {
            let point = PointCode::from(point.code.as_str());
            villages.push(Village { code: PlaceCode::new(code), name, point, calendar });
        }
    }
    for pitch in own {
        rows.add(pitch.rows());
    }
    Ground { commune: Some(PlaceCode::new(commune)), villages, rows }
}

/// Villages added to a commune that is there.
fn added(plan: &Plan, grown: &Grown) -> Ground {
    let mut rows = Batch::default();
    let mut villages = Vec::new();
    for no in 0..plan.villages {
        let at = usize::try_from(no).unwrap_or(0);
        let called = grown.names.get(at).cloned();
        let name = called.unwrap_or_else(|| names::place(plan.seed, u64::from(no)));
        let (name, code) =
            (format!("Ấp {name}"), format!("{}{:02}", grown.commune, grown.villages + no + 1));
        let parent = Some(grown.commune.as_str());
        rows.places.push(place(&code, PlaceKind::Village, &name, parent));
        let Some(point) = grown.serving.get(at % grown.serving.len().max(1)) else { continue };
        let Some(calendar) = calendar(&grown.points, point) else { continue };
        let (code, point) = (PlaceCode::new(code), point.clone());
        villages.push(Village { code, name, point, calendar });
    }
    Ground { commune: Some(grown.commune.clone()), villages, rows }
}

/// The calendar of a point that is there.
fn calendar(points: &Batch, code: &PointCode) -> Option<Calendar> {
    let (.., session_day) = points.points.iter().find(|(point, ..)| point == code)?;
    let changes = points.session_changes.iter().filter(|(point, ..)| point == code);
    Calendar::new(*session_day, changes.map(|(_, month, held)| (*month, *held)).collect())
}
