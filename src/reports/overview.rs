//! What the home screen says: the session, the work, the quality, each against the last month end.

use super::Question;
use super::actions::late_and_open;
use super::due::{DueRow, SessionAsked, due};
use super::scope::{Part, Scope};
use super::scores::{Published, last_published};
use super::standings::Unit;
use super::visits_due::visits_due;
use crate::domain::day::Day;
use crate::domain::ids::PointCode;
use crate::domain::money::Dong;
use crate::domain::ratio::RatioId;
use crate::domain::score::{Grade, Scorecard};
use crate::domain::tally::Tally;
use crate::domain::worklist::{VisitReason, VisitState};
use std::collections::{BTreeMap, BTreeSet};

/// The home screen's figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The next session of each point, the nearest first.
    pub sessions: Vec<SessionAhead>,
    /// Visits to make.
    pub work: Work,
    /// Action items that are late, and all that are open.
    pub actions: (usize, usize),
    /// How the scope stands on the day.
    pub now: Tally,
    /// The last month end before the day's month.
    pub month_end: Day,
    /// How it stood then.
    pub then: Tally,
    /// The last month end on or before the day, whose grade is shown (domain.md, section 6).
    pub ended_on: Day,
    /// Its score.
    pub score: Option<Scorecard>,
    /// The score of the month end before it.
    pub score_before: Option<Scorecard>,
    /// The running month's score, which stands apart.
    pub running: Option<Scorecard>,
    /// Sessions of the running month that are over, and all of them: too few say little.
    pub month_sessions: (usize, usize),
    /// What the bank has published last, and the last day of its month.
    pub bank: Option<(Day, Published)>,
    /// Groups by grade on the last month end, best first.
    pub groups: Vec<(Grade, i64)>,
    /// The same on the month end before it.
    pub groups_before: Vec<(Grade, i64)>,
}

/// A session that is coming.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionAhead {
    /// The point.
    pub point: PointCode,
    /// Its name.
    pub name: String,
    /// The day, on or after the day asked about.
    pub day: Day,
    /// Loans with principal to pay at it, and how much.
    pub principal: (usize, Dong),
    /// Members with interest to pay at it, and how much.
    pub interest: (usize, Dong),
    /// Groups of the point, and how many have their attendance on record for it.
    pub groups: (usize, usize),
}

/// Visits to make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Past their deadline.
    pub missed: usize,
    /// Near their deadline.
    pub due_soon: usize,
    /// The nearest and the farthest deadline of those near it.
    pub soon: Option<(Day, Day)>,
    /// With time left.
    pub pending: usize,
    /// Inactive loans that were not visited; they have no deadline.
    pub inactive: usize,
    /// Of those with a deadline: wrongly used money that is still to be repaid.
    pub wrong_use: usize,
}

/// The home screen of a scope on the question's day.
#[must_use]
pub fn overview(question: &Question<'_>) -> Overview {
    let month_end = question.as_of.month_end_before();
    let ended_on = question.as_of.last_month_end();
    let now = Graded::on(question);
    let then = Graded::on(&question.on(month_end));
    let (now_tally, then_tally, running) = (now.tally, then.tally, now.scorecard.clone());
    // On a month end the month has ended: it is graded itself, and none is running.
    let (ended, before, running) = if ended_on == question.as_of {
        (now, then, None)
    } else {
        (then, Graded::on(&question.on(month_end.month_end_before())), running)
    };
    Overview {
        sessions: sessions(question),
        work: work(question),
        actions: late_and_open(question),
        now: now_tally,
        month_end,
        then: then_tally,
        ended_on,
        score: ended.scorecard,
        score_before: before.scorecard,
        running,
        month_sessions: month_sessions(question),
        bank: published(question),
        groups: ended.grades,
        groups_before: before.grades,
    }
}

/// The sessions of the month at points that groups in scope belong to: those that are over (a
/// session is open until its day ends, domain.md, section 3), and all.
fn month_sessions(question: &Question<'_>) -> (usize, usize) {
    let (month, as_of) = (question.as_of.month(), question.as_of);
    let codes: BTreeSet<&PointCode> = question
        .groups()
        .filter(|group| group.counts_on(as_of))
        .map(|group| &group.point)
        .collect();
    let points = codes.into_iter().filter_map(|code| question.ledger.points.get(code));
    let days: Vec<Day> = points
        .flat_map(|point| point.calendar.between(month.first_day(), month.last_day()))
        .collect();
    (days.iter().filter(|day| **day < as_of).count(), days.len())
}

/// A scope added up on a day, its groups by grade, and its score.
struct Graded {
    tally: Tally,
    grades: Vec<(Grade, i64)>,
    scorecard: Option<Scorecard>,
}

impl Graded {
    fn on(question: &Question<'_>) -> Graded {
        let mut grades = Grade::ALL.map(|grade| (grade, 0)).to_vec();
        let mut all = Tally::empty_area();
        let Some(rules) = question.rules() else {
            return Graded { tally: all, grades, scorecard: None };
        };
        for group in question.groups() {
            let tally = question.tally_of(group);
            if group.counts_on(question.as_of) {
                let grade = tally.group_scorecard(rules).grade;
                if let Some((_, count)) = grades.iter_mut().find(|(of, _)| *of == grade) {
                    *count += 1;
                }
            }
            all += tally.graded(rules);
        }
        Graded { tally: all, grades, scorecard: Some(all.area_scorecard(rules)) }
    }
}

/// The next session of each point in scope, by day.
#[must_use]
pub fn sessions(question: &Question<'_>) -> Vec<SessionAhead> {
    let mut rows: BTreeMap<&PointCode, Vec<DueRow>> = BTreeMap::new();
    for row in due(question, SessionAsked::Next) {
        if let Some(group) = question.ledger.groups.get(&row.group) {
            rows.entry(&group.point).or_default().push(row);
        }
    }
    let mut sessions: Vec<SessionAhead> = question
        .ledger
        .points
        .values()
        .filter_map(|point| {
            let day = point.calendar.first_on_or_after(question.as_of);
            let of_point = question.groups().filter(|group| group.point == point.code);
            let groups: Vec<_> = of_point.filter(|group| group.counts_on(question.as_of)).collect();
            if groups.is_empty() {
                return None;
            }
            let seen = groups.iter().filter(|group| {
                day <= question.as_of
                    && question.ledger.attendance.contains_key(&(group.code.clone(), day))
            });
            let rows = rows.remove(&point.code).unwrap_or_default();
            Some(SessionAhead {
                point: point.code.clone(),
                name: point.name.clone(),
                day,
                principal: sum(&rows, |row| row.principal_due),
                interest: by_member(&rows),
                groups: (groups.len(), seen.count()),
            })
        })
        .collect();
    sessions.sort_by(|a, b| (a.day, &a.point).cmp(&(b.day, &b.point)));
    sessions
}

fn sum(rows: &[DueRow], amount: impl Fn(&DueRow) -> Dong) -> (usize, Dong) {
    let amounts = rows.iter().map(amount).filter(|amount| amount.is_positive());
    amounts.fold((0, Dong::ZERO), |(count, sum), amount| (count + 1, sum + amount))
}

fn by_member(rows: &[DueRow]) -> (usize, Dong) {
    let mut members: Vec<&DueRow> =
        rows.iter().filter(|row| row.interest_due.is_positive()).collect();
    let all = members.iter().map(|row| row.interest_due).sum();
    members.dedup_by(|a, b| a.member == b.member);
    (members.len(), all)
}

fn work(question: &Question<'_>) -> Work {
    visits_due(question).iter().fold(Work::default(), |mut work, due| {
        match (due.deadline, due.state) {
            (None, _) => work.inactive += 1,
            (_, VisitState::Missed) => work.missed += 1,
            (Some(deadline), VisitState::DueSoon) => {
                work.due_soon += 1;
                let soon = work.soon.map(|(from, to)| (from.min(deadline), to.max(deadline)));
                work.soon = soon.or(Some((deadline, deadline)));
            }
            (_, VisitState::Pending) => work.pending += 1,
        }
        work.wrong_use += usize::from(due.reason == VisitReason::WrongUse);
        work
    })
}

fn published(question: &Question<'_>) -> Option<(Day, Published)> {
    let home = Unit::home(question)?;
    let last = last_published(question, home.level, &home.code)?;
    Some((last.month.last_day(), Published { score: last.score, grade: last.grade }))
}

/// How a measure moved between two tallies: below zero where it fell, none where either has
/// nothing to measure.
#[must_use]
pub fn movement(now: &Tally, then: &Tally, id: RatioId) -> Option<rust_decimal::Decimal> {
    Some(now.ratio(id).rounded(6)? - then.ratio(id).rounded(6)?)
}

/// The question about the book's home place; about the whole book where it has none.
#[must_use]
pub fn at_home(question: Question<'_>) -> Question<'_> {
    let home = question.ledger.home.as_ref().and_then(|home| question.ledger.places.get(home));
    match home {
        Some(home) => question.within(Scope::of(Part::Place(home.kind, home.code.clone()))),
        None => question,
    }
}
