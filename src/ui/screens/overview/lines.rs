//! The lines of the home screen, made from its report.

use super::super::VisitUrgency;
use super::super::drafts::draft_of;
use super::super::quality::say;
use super::super::quality::scorecard::gauge;
use super::target::Target;
use crate::domain::money::Dong;
use crate::domain::ratio::RatioId;
use crate::domain::retention::OLD_AFTER;
use crate::domain::score::{CriterionScore, Grade, Scorecard};
use crate::reports::overview::{Overview, SessionAhead, movement};
use crate::text::format;
use crate::text::words::Named;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::{bars, paint};
use rust_decimal::Decimal;

/// How many letters a gauge and what stands beside it have together in a narrow column.
const COLUMN: u16 = 36;

/// One line: a text at the left, one at the right, and what it opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// At the left.
    pub left: String,
    /// At the left where that does not fit beside what is at the right; empty where it always does.
    pub short: String,
    /// At the right.
    pub right: String,
    /// What its colour says a second time.
    pub tone: Tone,
    /// Whether it is a heading.
    pub heading: bool,
    /// What it opens.
    pub target: Option<Target>,
}

impl Line {
    fn new(left: impl Into<String>, right: impl Into<String>) -> Line {
        Line { left: left.into(), right: right.into(), ..Line::default() }
    }

    fn heading(left: impl Into<String>, right: impl Into<String>) -> Line {
        Line { heading: true, ..Line::new(left, right) }
    }

    fn or_short(self, short: impl Into<String>) -> Line {
        Line { short: short.into(), ..self }
    }

    /// What is shown at the left in so many columns.
    #[must_use]
    pub fn left_in(&self, room: u16) -> &str {
        let fits = paint::width(&self.left) <= room || self.short.is_empty();
        if fits { &self.left } else { &self.short }
    }

    fn toned(self, tone: Tone) -> Line {
        Line { tone, ..self }
    }

    fn opens(self, target: Target) -> Line {
        Line { target: Some(target), ..self }
    }
}

/// A session that is coming.
pub fn session(view: &View, session: &SessionAhead) -> Vec<Line> {
    let text = &view.text.overview;
    let days = view.as_of.days_until(session.day);
    let when = if days == 0 { text.session_today } else { text.session_ahead };
    let in_days = if days == 0 { String::new() } else { (text.in_days)(days) };
    let weekday = format::weekday(view.language(), session.day.weekday());
    let target = Target::Session(session.point.clone(), session.day);
    let due = || Target::Due(session.point.clone());
    let sum = |count: String, dong| format!("{count:>7}{:>16}", format::money(dong));
    let (loans, principal) = session.principal;
    let (households, interest) = session.interest;
    let (groups, seen) = session.groups;
    let left = groups.saturating_sub(seen);
    let attendance = if left == 0 {
        Line::new(format!("  ✓ {}", text.all_seen), (text.groups_of)(seen, groups))
    } else {
        Line::new(format!(" {}", text.not_seen), (text.groups_of)(left, groups))
    };
    vec![
        Line::heading(when, format!("{weekday} {}", format::day(session.day)))
            .opens(target.clone()),
        Line::new(format!(" {}", session.name), in_days).toned(Tone::Dim),
        Line::new(
            format!(" {}", text.principal_due),
            sum((text.loans)(&format::count(loans)), principal),
        )
        .opens(due()),
        Line::new(
            format!(" {}", text.interest_due),
            sum((text.households)(&format::count(households)), interest),
        )
        .opens(due()),
        attendance.opens(target),
    ]
}

/// The visits to make.
pub fn work(view: &View, overview: &Overview) -> Vec<Line> {
    let text = &view.text.overview;
    let work = &overview.work;
    let soon = work.soon.map_or_else(String::new, |(from, to)| {
        let (from, to) = (format::short_day(from), format::short_day(to));
        if from == to { from } else { format!("{from}–{to}") }
    });
    let due_soon = (text.due_soon)(&soon);
    let line = |count: usize, what: &str, urgent: bool, which: VisitUrgency| {
        let sign = if urgent && count > 0 { "!" } else { " " };
        let tone = match (count, urgent) {
            (0, _) => Tone::Dim,
            (_, true) => Tone::Warn,
            (_, false) => Tone::Plain,
        };
        Line::new(format!("{sign} {what}"), (text.loans)(&format::count(count)))
            .toned(tone)
            .opens(Target::Visits(which))
    };
    let due_soon = if soon.is_empty() { due_soon.replace(" ()", "") } else { due_soon };
    let mut lines = vec![Line::heading(text.work, "")];
    lines.extend(half_typed(view));
    lines.extend(to_do(view, overview.actions));
    lines.extend([
        line(work.missed, text.missed, true, VisitUrgency::Missed),
        line(work.due_soon, &due_soon, true, VisitUrgency::DueSoon),
        line(work.pending, text.pending, false, VisitUrgency::Pending),
        line(work.inactive, text.inactive, false, VisitUrgency::NoDeadline),
        line(work.wrong_use, text.wrong_use, true, VisitUrgency::WrongUse),
    ]);
    lines
}

/// How old the last good copy of the book is; none where the book keeps no copies.
pub fn copy(view: &View) -> Option<Line> {
    let text = &view.text.backups;
    if !view.keeps_copies {
        return None;
    }
    let last = view.office().last_copy();
    let days = last.as_ref().map(|copy| view.days_since(copy.taken));
    let old = days.is_none_or(|days| days > OLD_AFTER);
    let said = days.map_or_else(|| text.none_yet.to_owned(), |days| text.age(days));
    let sign = if old { "!" } else { "" };
    let tone = if old { Tone::Warn } else { Tone::Dim };
    Some(Line::new(format!("{sign} {}", text.last), said).toned(tone).opens(Target::Copies))
}

/// What meetings want done; nothing where all of it is.
fn to_do(view: &View, (late, open): (usize, usize)) -> Option<Line> {
    let text = &view.text.overview;
    let (sign, what, tone) = match late {
        0 => (" ", text.to_do, Tone::Plain),
        _ => ("!", text.to_do_late, Tone::Warn),
    };
    let count = if late == 0 { open } else { late };
    let right = (text.items)(&format::count(count), &format::count(open));
    let line = Line::new(format!("{sign} {what}"), right).toned(tone).opens(Target::Actions);
    (open > 0).then_some(line)
}

/// What was typed and is not in the book yet: nobody is to believe that it is.
fn half_typed(view: &View) -> Option<Line> {
    let drafts = view.office().drafts().unwrap_or_default();
    let first = drafts.first()?;
    let form = draft_of(&first.kind, &first.key).map(Target::Form);
    let target = form.unwrap_or(Target::Sessions);
    let text = &view.text.overview;
    let count = (text.drafts)(&format::count(drafts.len()));
    let line = Line::new(format!("! {}", text.half_typed), count);
    Some(line.toned(Tone::Warn).opens(target))
}

/// The score of the last month end, beside the running month and the bank's.
pub fn quality(view: &View, overview: &Overview) -> Vec<Line> {
    let text = &view.text.overview;
    let day = overview.ended_on;
    let mut lines = vec![Line::heading((text.quality)(&format::day(day)), "")];
    if let Some(card) = &overview.score {
        let before = overview.score_before.as_ref().map(|before| card.score - before.score);
        let moved = before.map_or_else(String::new, |by| {
            let ended = day.month_end_before();
            let moved = say::moved(by).text;
            (view.text.quality.moved_since)(&moved, &format::short_day(ended))
        });
        let tone = say::grade(view, card.grade).tone;
        let left = format!(" {}", graded(view, card).to_uppercase());
        lines.push(Line::new(left, moved).toned(tone).opens(Target::Score(day)));
        let to_go = say::to_next_grade(view, card.score, card.grade).map_or_else(
            || text.best.to_owned(),
            |(next, least)| (text.to_grade)(&format::score(least), next.say(view.language())),
        );
        let room = COLUMN.saturating_sub(paint::width(&to_go)).min(24);
        let gauge = gauge(card.score, Decimal::ONE_HUNDRED, room);
        lines.push(Line::new(format!(" {gauge}"), to_go).toned(tone));
    }
    let bank = overview.bank.as_ref().map_or_else(
        || Line::new(format!(" {}", text.bank_silent), "").toned(Tone::Dim),
        |(day, bank)| {
            let month = format::month(day.month());
            Line::new(format!(" {}", (text.bank)(&month)), say::published(view, bank))
                .or_short(format!(" {}", (text.bank_short)(&month)))
        },
    );
    lines.push(bank.opens(Target::Score(day)));
    if let Some(running) = &overview.running {
        let day = format::short_day(view.as_of);
        // a grade of a month with a session to come frightens, and says nothing yet
        let (over, all) = overview.month_sessions;
        let said = if over < all { (text.sessions_over)(over, all) } else { graded(view, running) };
        let line = Line::new(format!(" {}", (text.running)(&day)), said)
            .or_short(format!(" {}", (text.running_short)(&day)));
        lines.push(line.toned(Tone::Dim).opens(Target::Score(view.as_of)));
    }
    lines
}

fn graded(view: &View, card: &Scorecard) -> String {
    format!("{} {}", format::score(card.score), card.grade.say(view.language()))
}

/// The groups by grade as bars.
pub fn grades(view: &View, overview: &Overview) -> Vec<Line> {
    let text = &view.text.overview;
    let mut lines = vec![Line::heading((text.groups)(&format::short_day(overview.ended_on)), "")];
    let all: i64 = overview.groups.iter().map(|(_, count)| count).sum();
    for (grade, count) in &overview.groups {
        let before = overview.groups_before.iter().find(|(of, _)| of == grade);
        let by = count - before.map_or(0, |(_, before)| *before);
        let moved = match by {
            0 => "=".to_owned(),
            1.. => format!("▲ {by}"),
            _ => format!("▼ {}", by.saturating_abs()),
        };
        let name = grade.say(view.language());
        let tone = if *count == 0 { Tone::Dim } else { say::grade(view, *grade).tone };
        let right = format!("{count:>4} {}  {moved:<4}", (text.group_word)(*count));
        let name = format!(" {name:<10} ");
        // all bars have the same scale, whatever stands beside them
        let widest = 11 + paint::width((text.group_word)(all));
        let room = (COLUMN + 1).saturating_sub(paint::width(&name) + widest);
        let bar = bars::bar(*count, all, room.min(12));
        lines.push(Line::new(name + &bar, right).toned(tone).opens(Target::Grade(*grade)));
    }
    lines
}

/// Outstanding, overdue and interest arrears against the last month end.
pub fn figures(view: &View, overview: &Overview) -> Vec<Line> {
    let text = &view.text.overview;
    let (now, then) = (&overview.now, &overview.then);
    let outstanding = Line::new(
        format!(" {} {}", text.outstanding, format::money(now.outstanding)),
        grown(view, now.outstanding - then.outstanding),
    );
    let ratio = |label: &str, id: RatioId, loans: i64, (dong, before): (Dong, Dong)| {
        let overdue = id == RatioId::OverdueRatio;
        let target = if overdue { Target::Overdue } else { Target::Arrears };
        let (moved, tone) = worded(view, movement(now, then, id), id);
        let value = format::percent(view.language(), now.ratio(id));
        let line = Line::new(format!(" {label} {value}"), moved);
        let loans = (text.loans)(&format::whole(loans));
        let sum = format!("   {loans} · {}", format::money(dong));
        let below = Line::new(sum, grown(view, dong - before))
            .or_short(format!("   {}", format::money(dong)))
            .toned(Tone::Dim);
        [line.toned(tone).opens(target), below]
    };
    let mut lines = vec![
        Line::heading((text.figures)(&format::short_day(overview.month_end)), ""),
        outstanding.opens(Target::Outstanding),
    ];
    let sums = (now.overdue, then.overdue);
    lines.extend(ratio(text.overdue, RatioId::OverdueRatio, now.loans_overdue, sums));
    let sums = (now.interest_arrears, then.interest_arrears);
    lines.extend(ratio(text.arrears, RatioId::InterestArrearsRatio, now.loans_in_arrears, sums));
    lines
}

/// How a sum moved.
fn grown(view: &View, by: Dong) -> String {
    match by.get() {
        0 => view.text.overview.unchanged.to_owned(),
        more @ 1.. => format!("▲ {}", format::whole(more)),
        less => format!("▼ {}", format::whole(less.saturating_abs())),
    }
}

/// A movement of a share in words: `▲ 0,20 xấu đi`, in points of percent.
fn worded(view: &View, by: Option<Decimal>, id: RatioId) -> (String, Tone) {
    let text = &view.text.overview;
    // where there is nothing to measure nothing moves
    let Some(by) = by else { return (String::new(), Tone::Plain) };
    let by = by * Decimal::ONE_HUNDRED;
    let shown = format::decimal(by.abs(), 2);
    // what would be shown as 0,00 is neither better nor worse
    if shown == format::decimal(Decimal::ZERO, 2) {
        return (text.unchanged.to_owned(), Tone::Plain);
    }
    let rises = by.is_sign_positive();
    let sign = if rises { "▲" } else { "▼" };
    if rises == id.less_is_better() {
        (format!("{sign} {shown} {}", text.worse), Tone::Bad)
    } else {
        (format!("{sign} {shown} {}", text.better), Tone::Good)
    }
}

/// The criteria that lose most, for screens with room.
pub fn lost(view: &View, overview: &Overview) -> Vec<Line> {
    let Some(card) = &overview.score else { return Vec::new() };
    let lost = |criterion: &CriterionScore| criterion.max - criterion.points;
    let mut criteria: Vec<&CriterionScore> =
        card.criteria.iter().filter(|criterion| !lost(criterion).is_zero()).collect();
    criteria.sort_by_key(|criterion| std::cmp::Reverse(lost(criterion)));
    if criteria.is_empty() || card.grade == Grade::Good && criteria.len() < 2 {
        return Vec::new();
    }
    let mut lines = vec![Line::heading(view.text.overview.lost, "")];
    lines.extend(criteria.into_iter().take(5).map(|criterion| {
        let name = criterion.id.say(view.language());
        let value = say::value(view, criterion.id, criterion.ratio);
        let points = say::points(criterion.points, criterion.max);
        Line::new(format!(" {name} {value}"), points.text)
            .toned(points.tone)
            .opens(Target::Measure(criterion.id, overview.ended_on))
    }));
    lines
}
