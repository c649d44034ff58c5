//! `report group-page`: what each member of a group is to pay at a session, for the group's leader.

use super::Question;
use super::sheet::{MemberLine, sheet};
use crate::domain::contact::{PromiseStanding, PromiseState};
use crate::domain::day::Day;
use crate::domain::debt_reason::DebtReason;
use crate::domain::group::Association;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, PointCode};
use crate::domain::loan::LoanFile;
use crate::domain::money::Dong;
use crate::domain::place::Point;
use crate::domain::timeline::Timeline;
use serde::Serialize;

/// A group's page of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupPage {
    /// The group.
    pub group: GroupCode,
    /// The group's name: its leader's.
    pub leader: String,
    /// Its village's name.
    pub village: String,
    /// The association above it.
    pub association: Association,
    /// Where it hands in.
    pub point: PointCode,
    /// The point's name.
    #[serde(skip)]
    pub point_name: String,
    /// The session.
    pub session: Day,
    /// The day as of which it is told.
    pub as_of: Day,
    /// What all members are to pay together.
    pub totals: Sums,
    /// Its members, numbered as on the collection sheet.
    pub members: Vec<PageRow>,
}

/// What is to pay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sums {
    /// Principal asked for at the session, wrongly used money whose days have passed included: the
    /// borrower brings it to the bank.
    pub principal: Dong,
    /// Interest to pay at the session: the group collects it.
    pub interest: Dong,
    /// What of the principal is overdue on the day asked about.
    pub overdue: Dong,
    /// Principal and interest together.
    pub to_bring: Dong,
}

/// A member on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageRow {
    /// The number on the sheet, from 1.
    pub no: usize,
    /// The member.
    pub member: MemberCode,
    /// The member's name.
    pub name: String,
    /// Principal to bring to the bank.
    pub principal: Dong,
    /// Interest to hand to the group.
    pub interest: Dong,
    /// What of the principal is overdue.
    pub overdue: Dong,
    /// Principal and interest together.
    pub to_bring: Dong,
    /// The day of the latest promise that is not kept yet.
    pub promise_by: Option<Day>,
    /// What was promised.
    pub promise_amount: Option<Dong>,
    /// How it stands.
    pub promise_state: Option<PromiseState>,
    /// The promise.
    #[serde(skip)]
    pub promise: Option<PromiseStanding>,
    /// The loan on which most is to pay, else the first: whose talk it is.
    #[serde(skip)]
    pub loan: Option<LoanCode>,
}

/// The page of a group; none where there is no such group.
#[must_use]
pub fn group_page(question: &Question<'_>, group: &GroupCode, session: Day) -> Option<GroupPage> {
    let sheet = sheet(question, group, session)?;
    let of = question.ledger.groups.get(group)?;
    let point = question.ledger.point_of(of)?;
    let row = |line: &MemberLine| row(question, line, point, session);
    let members: Vec<PageRow> = sheet.lines.iter().map(row).collect();
    let mut totals = Sums::default();
    for member in &members {
        totals.principal += member.principal;
        totals.interest += member.interest;
        totals.overdue += member.overdue;
        totals.to_bring += member.to_bring;
    }
    Some(GroupPage {
        group: sheet.group,
        leader: sheet.leader,
        village: sheet.village,
        association: sheet.association,
        point: point.code.clone(),
        point_name: point.name.clone(),
        session,
        as_of: question.as_of,
        totals,
        members,
    })
}

fn row(question: &Question<'_>, line: &MemberLine, point: &Point, session: Day) -> PageRow {
    let mut row = PageRow {
        no: line.no,
        member: line.member.clone(),
        name: line.name.clone(),
        principal: Dong::ZERO,
        interest: Dong::ZERO,
        overdue: Dong::ZERO,
        to_bring: Dong::ZERO,
        promise_by: None,
        promise_amount: None,
        promise_state: None,
        promise: None,
        loan: None,
    };
    let member = question.ledger.members.get(&line.member);
    let codes = member.map_or(&[][..], |file| file.loans.as_slice());
    let mut most = None;
    for file in codes.iter().filter_map(|code| question.ledger.loans.get(code)) {
        let Some(asked) = add_loan(&mut row, question, file, point, session) else { continue };
        if most.is_none_or(|most| asked > most) {
            (most, row.loan) = (Some(asked), Some(file.loan.code.clone()));
        }
    }
    row.to_bring = row.principal + row.interest;
    row.promise_by = row.promise.map(|standing| standing.promise.by);
    row.promise_amount = row.promise.map(|standing| standing.promise.amount);
    row.promise_state = row.promise.map(|standing| standing.state);
    row
}

/// Adds what a loan is to pay, and gives it; none for one that is settled or does not exist.
fn add_loan(
    row: &mut PageRow,
    question: &Question<'_>,
    file: &LoanFile,
    point: &Point,
    session: Day,
) -> Option<Dong> {
    let day = question.as_of.min(session);
    let timeline = Timeline::new(file, &point.calendar, question.rules()?, day, session)?;
    if timeline.settled_since(day).is_some() {
        return None;
    }
    let standing = timeline.standing_on(day);
    let wrong_use = |reason: &DebtReason| match reason {
        DebtReason::WrongUse { amount, .. } => *amount,
        _ => Dong::ZERO,
    };
    let wrong: Dong = timeline.debt_reasons(session).iter().map(wrong_use).sum();
    let principal = (timeline.principal_to_pay_at(session) + wrong).min(standing.outstanding);
    let interest = timeline.interest_to_pay_at(session);
    row.principal += principal;
    row.interest += interest;
    row.overdue += standing.overdue;
    let talk = file.last_promise(day).and_then(|talk| talk.standing(file, &point.calendar, day));
    let open = talk.filter(|standing| standing.state != PromiseState::Kept);
    let later =
        |now: &PromiseStanding| row.promise.is_none_or(|before| before.promise.by < now.promise.by);
    if let Some(open) = open.filter(later) {
        row.promise = Some(open);
    }
    Some(principal + interest)
}
