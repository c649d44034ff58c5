//! The collection day of a point, and the sheet (13/TD) of each of its groups: who is to pay how
//! much interest at the session, and what is recorded of that day.

use super::Question;
use super::due::{DueRow, SessionAsked, due};
use super::scope::{Part, Scope};
use super::worklist::to_meet;
use crate::domain::day::Day;
use crate::domain::entry::savings::saved_from;
use crate::domain::group::{Association, Group};
use crate::domain::ids::{GroupCode, MemberCode, PointCode};
use crate::domain::ledger::{MemberFile, Presence};
use crate::domain::loan::{LoanFile, Movement, Tranche, moved_on};
use crate::domain::money::Dong;
use crate::domain::place::Point;
use crate::domain::timeline::Timeline;
use serde::Serialize;

/// One line of a sheet: one member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MemberLine {
    /// Its number on the paper, from 1: members stand by code.
    pub no: usize,
    /// The member.
    pub member: MemberCode,
    /// The member's name.
    pub name: String,
    /// Whether the member has left the group, but not the debt.
    pub left: bool,
    /// Whether there is a loan on which interest could be paid.
    pub has_loan: bool,
    /// Interest to pay at the session over all the member's loans, as known before its day; as
    /// known on the day asked about where the session is still ahead.
    pub due: Dong,
    /// What of it is left after what is recorded of the session's day.
    pub left_to_pay: Dong,
    /// Interest recorded of the session's day.
    pub interest: Dong,
    /// Savings deposited on the session's day.
    pub savings: Dong,
    /// Savings withdrawn on the session's day.
    pub withdrawn: Dong,
    /// What can be withdrawn on the session's day: what is saved, less what was withdrawn later.
    pub saved: Dong,
}

/// A group's sheet of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupSheet {
    /// The group.
    pub group: GroupCode,
    /// The group's name: its leader's.
    pub leader: String,
    /// Its village.
    pub village: String,
    /// The association above it.
    pub association: Association,
    /// The session.
    pub session: Day,
    /// Who is on record as having come for the group.
    pub attendance: Option<Presence>,
    /// Its members, by code.
    pub lines: Vec<MemberLine>,
}

/// A point's collection day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SessionDay {
    /// The point.
    pub point: PointCode,
    /// Its name.
    pub name: String,
    /// The session.
    pub day: Day,
    /// Loans with principal to pay at it, and how much, as known before its day.
    pub principal: (usize, Dong),
    /// Members with interest to pay at it, and how much.
    pub interest: (usize, Dong),
    /// Households that need somebody before it, and how many of them somebody talked to since the
    /// session before.
    pub to_meet: (usize, usize),
    /// What is left of the principal and of the interest after what is recorded of its day.
    pub left: (Dong, Dong),
    /// Loans with principal recorded of its day, and how much.
    pub principal_paid: (usize, Dong),
    /// Tranches paid out on its day, and how much.
    pub disbursed: (usize, Dong),
    /// The sheets of its groups, by code.
    pub sheets: Vec<GroupSheet>,
}

impl GroupSheet {
    /// Interest to pay, over all lines.
    #[must_use]
    pub fn due(&self) -> Dong {
        self.lines.iter().map(|line| line.due).sum()
    }

    /// Interest recorded, over all lines.
    #[must_use]
    pub fn interest(&self) -> Dong {
        self.lines.iter().map(|line| line.interest).sum()
    }

    /// Savings deposited, over all lines.
    #[must_use]
    pub fn savings(&self) -> Dong {
        self.lines.iter().map(|line| line.savings).sum()
    }

    /// Savings withdrawn, over all lines.
    #[must_use]
    pub fn withdrawn(&self) -> Dong {
        self.lines.iter().map(|line| line.withdrawn).sum()
    }
}

/// A point's collection day; none where there is no such point.
#[must_use]
pub fn session_day(question: &Question<'_>, point: &PointCode, day: Day) -> Option<SessionDay> {
    let point = question.ledger.points.get(point)?;
    let scope = Scope::of(Part::Point(point.code.clone()));
    let of_point = question.clone().within(scope);
    let before = of_point.on(known_before(question.as_of, day));
    let rows = due(&before, SessionAsked::On(day));
    let left = if question.as_of < day {
        (count(rows.iter().map(|row| row.principal_due)).1, by_member(&rows).1)
    } else {
        let after = due(&of_point.on(day), SessionAsked::On(day));
        (count(after.iter().map(|row| row.principal_due)).1, by_member(&after).1)
    };
    let paid = of_point.loans().filter_map(|loan| {
        let paid = on_day(&loan.file.principal_paid, day, question.as_of);
        paid.is_positive().then_some(paid)
    });
    let out = of_point.loans().flat_map(|loan| {
        let on_day = |tranche: &&Tranche| tranche.day == day && day <= question.as_of;
        loan.file.tranches.iter().filter(on_day).map(|tranche| tranche.amount)
    });
    let groups = of_point.groups().filter(|group| group.counts_on(day));
    let known = Known::of(question, day);
    Some(SessionDay {
        point: point.code.clone(),
        name: point.name.clone(),
        day,
        principal: count(rows.iter().map(|row| row.principal_due)),
        interest: by_member(&rows),
        to_meet: to_meet(question, point, day),
        left,
        principal_paid: count(paid),
        disbursed: count(out),
        sheets: groups.map(|group| sheet_of(&known, group, point, day)).collect(),
    })
}

/// A group's sheet of a session; none where there is no such group.
#[must_use]
pub fn sheet(question: &Question<'_>, group: &GroupCode, session: Day) -> Option<GroupSheet> {
    let group = question.ledger.groups.get(group)?;
    let point = question.ledger.point_of(group)?;
    Some(sheet_of(&Known::of(question, session), group, point, session))
}

/// What is due at a session is what was known the evening before: what is paid on its day is shown
/// beside it, not taken off it.
fn known_before(as_of: Day, session: Day) -> Day {
    as_of.min(session.plus(-1))
}

/// A question beside what was known before the session's day and what is known by its end.
struct Known<'a> {
    now: Question<'a>,
    before: Question<'a>,
    after: Question<'a>,
}

impl<'a> Known<'a> {
    fn of(question: &Question<'a>, session: Day) -> Known<'a> {
        Known {
            now: question.clone(),
            before: question.on(known_before(question.as_of, session)),
            after: question.on(question.as_of.min(session)),
        }
    }
}

fn sheet_of(known: &Known<'_>, group: &Group, point: &Point, session: Day) -> GroupSheet {
    let question = &known.now;
    let ledger = question.ledger;
    let members = ledger.members_of.get(&group.code).map_or(&[][..], Vec::as_slice);
    let files = members.iter().filter_map(|code| ledger.members.get(code));
    let mut lines: Vec<MemberLine> =
        files.filter_map(|file| line(known, file, point, session)).collect();
    for (no, line) in (1..).zip(&mut lines) {
        line.no = no;
    }
    GroupSheet {
        group: group.code.clone(),
        leader: ledger.group_name(group).to_owned(),
        village: ledger.places.get(&group.village).map_or(String::new(), |at| at.name.clone()),
        association: group.association,
        session,
        // A fact of a day after the one asked about is not known on it.
        attendance: ledger
            .attendance
            .get(&(group.code.clone(), session))
            .copied()
            .filter(|_| session <= question.as_of),
        lines,
    }
}

/// A member's line; none for one who has left and owes nothing.
fn line(known: &Known<'_>, file: &MemberFile, point: &Point, session: Day) -> Option<MemberLine> {
    let question = &known.now;
    let loans = file.loans.iter().filter_map(|code| question.ledger.loans.get(code));
    let mut line = MemberLine {
        no: 0,
        member: file.member.code.clone(),
        name: file.member.name.clone(),
        left: !file.member.counts_on(session),
        has_loan: false,
        due: Dong::ZERO,
        left_to_pay: Dong::ZERO,
        interest: Dong::ZERO,
        savings: on_day(&file.deposits, session, question.as_of),
        withdrawn: on_day(&file.withdrawals, session, question.as_of),
        saved: saved_from(file, session.min(question.as_of)),
    };
    for loan in loans {
        add_loan(&mut line, known, loan, point, session);
    }
    let moved = [line.interest, line.savings, line.withdrawn];
    let owes = line.has_loan || moved.iter().any(|sum| sum.is_positive());
    (owes || !line.left).then_some(line)
}

fn add_loan(
    line: &mut MemberLine,
    known: &Known<'_>,
    loan: &LoanFile,
    point: &Point,
    session: Day,
) {
    let (due, outstanding) = at(&known.before, loan, point, session).unwrap_or_default();
    let (left, still_out) = if known.before.as_of == known.after.as_of {
        (due, outstanding)
    } else {
        at(&known.after, loan, point, session).unwrap_or_default()
    };
    line.due += due;
    line.left_to_pay += left;
    line.interest += on_day(&loan.interest_paid, session, known.now.as_of);
    line.has_loan |= due.is_positive() || outstanding.is_positive() || still_out.is_positive();
}

/// Interest to pay at a session, and principal outstanding, as known on the question's day.
fn at(
    question: &Question<'_>,
    loan: &LoanFile,
    point: &Point,
    session: Day,
) -> Option<(Dong, Dong)> {
    let day = question.loan_day(loan)?;
    if day.next.session == session {
        return Some((day.next.interest, day.standing.outstanding));
    }
    let rules = question.rules()?;
    let timeline = Timeline::new(loan, &point.calendar, rules, question.as_of, session)?;
    Some((timeline.interest_to_pay_at(session), day.standing.outstanding))
}

/// What was moved on one day, as known on another.
fn on_day(movements: &[Movement], day: Day, known: Day) -> Dong {
    if known < day {
        return Dong::ZERO;
    }
    moved_on(movements, day)
}

fn count(amounts: impl Iterator<Item = Dong>) -> (usize, Dong) {
    let positive = amounts.filter(|amount| amount.is_positive());
    positive.fold((0, Dong::ZERO), |(count, sum), amount| (count + 1, sum + amount))
}

/// Rows stand by group, member and loan: a member's loans are neighbours.
fn by_member(rows: &[DueRow]) -> (usize, Dong) {
    let mut members: Vec<&DueRow> =
        rows.iter().filter(|row| row.interest_due.is_positive()).collect();
    let sum = members.iter().map(|row| row.interest_due).sum();
    members.dedup_by(|one, other| one.member == other.member);
    (members.len(), sum)
}
