//! Random loans that favour the edges: days on and around sessions, month ends, 28 and 29 February,
//! the ends of freezes and of graces, sums that are exactly what is open.

use super::program::rules_on;
use super::raw::{Change, Date, Facts, Opening, Sessions};
use super::second::interest_open;
use chrono::{Datelike, Days};
use proptest::prelude::*;
use tkvv::domain::rulebook::Shelf;

/// A day, told by what it lies near. What it is comes out when the loan is put together.
#[derive(Clone, Copy, Debug)]
pub struct Pick {
    near: Near,
    at: u32,
    off: i64,
}

#[derive(Clone, Copy, Debug)]
enum Near {
    /// Any day of the loan's time.
    Any,
    /// A day that something else already stands on.
    Known,
    Session,
    MonthEnd,
    February,
    /// Thirty days after a known day: the term for wrongly used money.
    ThirtyDays,
    /// That many months after a known day: what makes a loan inactive.
    Months(u32),
}

/// How much.
#[derive(Clone, Copy, Debug)]
enum Sum {
    Any(i64),
    /// What is open, and that much more or less.
    Open(i64),
    /// What is open of the oldest instalment, and that much more or less.
    Oldest(i64),
}

#[derive(Clone, Copy, Debug)]
enum Event {
    Principal(Sum),
    Interest(Sum),
    Reschedule(u32, Pick),
    Extend(Pick),
    Freeze(Option<Pick>),
    Unfreeze,
    Visit(Option<Sum>),
}

/// A point's sessions: the months that are changed count from the book's or the loan's first day.
#[derive(Clone, Debug)]
pub struct Calendar {
    day: u32,
    changes: Vec<(u32, Option<(u32, i64)>)>,
}

/// A loan before its days are known.
#[derive(Clone, Debug)]
pub struct Draft {
    start: u32,
    calendar: Calendar,
    programme: &'static str,
    rate: &'static str,
    parts: Vec<(Pick, i64)>,
    in_order: bool,
    grace: Option<Pick>,
    tranches: Vec<(Pick, i64)>,
    opening: Option<(Pick, Sum, i64, Option<Pick>)>,
    events: Vec<(Pick, Event)>,
}

const SPAN: u32 = 500;

fn near() -> impl Strategy<Value = Near> {
    prop_oneof![
        3 => Just(Near::Any),
        4 => Just(Near::Known),
        3 => Just(Near::Session),
        2 => Just(Near::MonthEnd),
        1 => Just(Near::February),
        1 => Just(Near::ThirtyDays),
        1 => (1..=3_u32).prop_map(Near::Months),
    ]
}

prop_compose! {
    pub fn pick()(near in near(), at in 0..SPAN, off in -1..=1_i64) -> Pick {
        Pick { near, at, off }
    }
}

fn sum() -> impl Strategy<Value = Sum> {
    prop_oneof![
        2 => (1..9_000_000_i64).prop_map(Sum::Any),
        1 => Just(Sum::Any(1)),
        2 => (-1..=1_i64).prop_map(Sum::Open),
        2 => (-1..=1_i64).prop_map(Sum::Oldest),
    ]
}

/// An instalment, most of them such that a day at 10 % or so is a whole sum, the others not.
fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![2 => (1..6_i64).prop_map(|share| share * 7_300_000), 1 => 1..40_000_000_i64]
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        5 => sum().prop_map(Event::Principal),
        5 => sum().prop_map(Event::Interest),
        2 => (1..5_u32, pick()).prop_map(|(no, due)| Event::Reschedule(no, due)),
        1 => pick().prop_map(Event::Extend),
        2 => prop::option::weighted(0.8, pick()).prop_map(Event::Freeze),
        1 => Just(Event::Unfreeze),
        1 => Just(Event::Visit(None)),
        1 => Just(Event::Visit(Some(Sum::Any(0)))),
        2 => sum().prop_map(|sum| Event::Visit(Some(sum))),
    ]
}

prop_compose! {
    pub fn calendar()(
        day in prop_oneof![Just(1_u32), Just(15), Just(28), 1..=28_u32],
        changes in prop::collection::vec(
            (0..20_u32, prop::option::of((0..31_u32, -1..=1_i64))), 0..4),
    ) -> Calendar {
        Calendar { day, changes }
    }
}

prop_compose! {
    pub fn draft()(
        start in prop_oneof![0..700_u32, 380..420_u32],
        calendar in calendar(),
        (programme, rate) in (
            prop::sample::select(vec!["01", "02", "12", "19"]),
            prop::sample::select(vec!["7.92", "6.6", "10", "0", "8.25", "0.0001"])),
        parts in prop::collection::vec((pick(), amount()), 1..5),
        in_order in prop::bool::weighted(0.8),
        grace in prop::option::weighted(0.3, pick()),
        tranches in prop_oneof![
            2 => Just(Vec::new()), 1 => prop::collection::vec((pick(), 1..6_i64), 1..4)],
        opening in prop::option::weighted(0.25,
            (pick(), sum(), prop_oneof![Just(0), 1..900_000_i64], prop::option::of(pick()))),
        events in prop::collection::vec((pick(), event()), 0..14),
    ) -> Draft {
        Draft { start, calendar, programme, rate, parts, in_order, grace,
            tranches, opening, events }
    }
}

impl Draft {
    fn disbursed_on(&self) -> Date {
        Date::from_ymd_opt(2025, 1, 20).expect("a day") + Days::new(u64::from(self.start))
    }
}

impl Calendar {
    /// Its sessions, the changed months counted from a day.
    pub fn from(&self, first: Date) -> Sessions {
        let mut sessions = Sessions { day: self.day, changes: Vec::new() };
        for (later, held) in &self.changes {
            let day = first + chrono::Months::new(*later);
            let month = (day.year(), day.month());
            if sessions.changes.iter().all(|(of, _)| *of != month) {
                let held = held.map(|(on, off)| {
                    let first = day.with_day(1).expect("a day");
                    first + Days::new(u64::from(on)) + chrono::Duration::days(off)
                });
                sessions.changes.push((month, held));
            }
        }
        sessions
    }
}

impl Pick {
    /// The day it means, in a loan whose days so far are known.
    pub fn of(self, facts: &Facts, known: &[Date]) -> Date {
        let any = facts.disbursed_on + Days::new(u64::from(self.at));
        let one = known[self.at as usize % known.len()];
        let day = match self.near {
            Near::Any => return any,
            Near::Known => one,
            Near::ThirtyDays => one + Days::new(30),
            Near::Months(months) => one + chrono::Months::new(months),
            Near::Session => facts.sessions.first_from(any),
            Near::MonthEnd => first_of_next_month(any).pred_opt().expect("a day"),
            Near::February => {
                let march = Date::from_ymd_opt(any.year(), 3, 1).expect("a day");
                march.pred_opt().expect("a day")
            }
        };
        day + chrono::Duration::days(self.off)
    }
}

fn first_of_next_month(day: Date) -> Date {
    let (year, month) =
        if day.month() == 12 { (day.year() + 1, 1) } else { (day.year(), day.month() + 1) };
    Date::from_ymd_opt(year, month, 1).expect("a day")
}

/// A loan being put together.
struct Made {
    facts: Facts,
    known: Vec<Date>,
}

impl Made {
    fn day(&mut self, pick: Pick, not_before: Date) -> Date {
        let day = pick.of(&self.facts, &self.known).max(not_before);
        self.known.push(day);
        day
    }
}

/// The loan that a draft means, and the days that stand in it. Every fact of it is valid.
pub fn make(draft: &Draft, shelf: &Shelf) -> (Facts, Vec<Date>) {
    make_at(draft, shelf, draft.calendar.from(draft.disbursed_on()))
}

/// The same at a point with sessions of its own.
pub fn make_at(draft: &Draft, shelf: &Shelf, sessions: Sessions) -> (Facts, Vec<Date>) {
    let mut made = begin(draft, sessions);
    open(draft, &mut made);
    let first = made.facts.opening.as_ref().map(|opening| opening.day + Days::new(1));
    let first = first.unwrap_or(made.facts.tranches[0].0);
    let mut events: Vec<(Date, Event)> =
        draft.events.iter().map(|(pick, event)| (made.day(*pick, first), *event)).collect();
    events.sort_by_key(|(day, _)| *day);
    for (day, event) in events {
        happens(&mut made, shelf, day, event);
    }
    (made.facts, made.known)
}

/// The contract, its calendar and its tranches.
fn begin(draft: &Draft, sessions: Sessions) -> Made {
    let disbursed_on = draft.disbursed_on();
    let facts = Facts {
        sessions,
        programme: draft.programme.to_owned(),
        principal: draft.parts.iter().map(|(_, amount)| amount).sum(),
        disbursed_on,
        rate: super::raw::rate(draft.rate),
        due_on: disbursed_on,
        grace_until: None,
        opening: None,
        tranches: Vec::new(),
        instalments: Vec::new(),
        principal_paid: Vec::new(),
        interest_paid: Vec::new(),
        changes: Vec::new(),
        visits: Vec::new(),
    };
    let mut made = Made { facts, known: vec![disbursed_on] };
    let mut dues: Vec<Date> =
        draft.parts.iter().map(|(due, _)| made.day(*due, disbursed_on)).collect();
    if draft.in_order {
        dues.sort_unstable();
    }
    made.facts.due_on = *dues.iter().max().expect("an instalment");
    made.facts.instalments = (1..)
        .zip(dues)
        .zip(&draft.parts)
        .map(|((no, due), (_, amount))| (no, due, *amount))
        .collect();
    made.facts.grace_until = draft.grace.map(|until| made.day(until, disbursed_on));
    tranches(draft, &mut made);
    made
}

fn tranches(draft: &Draft, made: &mut Made) {
    let (from, mut left) = (made.facts.disbursed_on, made.facts.principal);
    let mut days: Vec<(Date, i64)> =
        draft.tranches.iter().map(|(pick, share)| (made.day(*pick, from), *share)).collect();
    days.sort_by_key(|(day, _)| *day);
    for (day, share) in days {
        let amount = left.min(share * 5_000_000);
        if amount > 0 {
            made.facts.tranches.push((day, amount));
        }
        left -= amount;
    }
    if made.facts.tranches.is_empty() {
        made.facts.tranches.push((from, made.facts.principal));
    }
}

/// The opening, where the book begins in the middle.
fn open(draft: &Draft, made: &mut Made) {
    let Some((pick, sum, owed, last)) = draft.opening else { return };
    let day = made.day(pick, made.facts.tranches[0].0);
    let drawn: i64 =
        made.facts.tranches.iter().filter(|(on, _)| *on <= day).map(|(_, amount)| amount).sum();
    let outstanding = match sum {
        Sum::Any(amount) => amount.min(drawn),
        Sum::Open(_) => drawn,
        Sum::Oldest(_) => 0,
    };
    let from = made.facts.disbursed_on;
    let last_movement = last.map(|last| made.day(last, from).min(day));
    made.facts.opening = Some(Opening { day, outstanding, owed, last_movement });
}

/// What is drawn by a day and not paid by it.
fn outstanding(facts: &Facts, on: Date) -> i64 {
    let by = |rows: &[(Date, i64)], after: Option<Date>| -> i64 {
        let counts = |day: Date| day <= on && after.is_none_or(|after| day > after);
        rows.iter().filter(|(day, _)| counts(*day)).map(|(_, amount)| amount).sum()
    };
    let begun = facts.opening.as_ref().map(|opening| (opening.day, opening.outstanding));
    let (day, at_first) = begun.map_or((None, 0), |(day, open)| (Some(day), open));
    at_first + by(&facts.tranches, day) - by(&facts.principal_paid, day)
}

fn happens(made: &mut Made, shelf: &Shelf, day: Date, event: Event) {
    let open = outstanding(&made.facts, day);
    let of_oldest = || {
        let paid: i64 = made.facts.principal - open;
        let mut ends = 0;
        let parts = made.facts.instalments.iter().map(|(_, _, amount)| {
            ends += amount;
            ends - paid
        });
        parts.into_iter().find(|rest| *rest > 0).unwrap_or(0)
    };
    let principal = |sum: Sum| match sum {
        Sum::Any(amount) => amount,
        Sum::Open(off) => open + off,
        Sum::Oldest(off) => of_oldest() + off,
    };
    match event {
        Event::Principal(sum) => {
            let amount = principal(sum).min(open);
            if amount > 0 {
                made.facts.principal_paid.push((day, amount));
            }
        }
        Event::Interest(sum) => {
            let amount = match sum {
                Sum::Any(amount) => amount / 9,
                Sum::Open(off) | Sum::Oldest(off) => {
                    interest_open(&made.facts, &rules_on(shelf, day), day) + off
                }
            };
            if amount > 0 {
                made.facts.interest_paid.push((day, amount));
            }
        }
        Event::Visit(found) => {
            made.facts.visits.push((day, found.map(|sum| principal(sum).max(0))))
        }
        Event::Reschedule(no, due) => {
            let due = made.day(due, made.facts.disbursed_on);
            let parts = u32::try_from(made.facts.instalments.len()).expect("a few");
            let no = (no - 1) % parts + 1;
            made.facts.changes.push((day, Change::Reschedule { no, due }));
        }
        Event::Extend(due) => {
            let due = made.day(due, made.facts.disbursed_on);
            made.facts.changes.push((day, Change::Extend { due }));
        }
        Event::Freeze(until) => {
            let until = until.map(|until| made.day(until, day + Days::new(1)));
            made.facts.changes.push((day, Change::Freeze { until }));
        }
        Event::Unfreeze => made.facts.changes.push((day, Change::Unfreeze)),
    }
}
