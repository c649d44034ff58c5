//! What a collection day leaves beside money: talks with borrowers and their promises, cash
//! counted, and meetings with what they want done.

use super::clerk::Clerk;
use super::dice::Dice;
use super::fate::workday;
use super::life::Lived;
use super::people::Circle;
use super::plan::Plan;
use super::seen::official;
use crate::domain::cash::{CashCount, NOTES};
use crate::domain::contact::{Contact, ContactHow, Promise};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode, MemberCode, PlaceCode};
use crate::domain::loan::{PaymentKind, PaymentPlace};
use crate::domain::meeting::{ActionItem, ActionStep, Meeting, StepKind};
use crate::domain::money::Dong;
use crate::domain::record::{Batch, Recorded, SavingsKind};
use std::collections::{BTreeMap, BTreeSet};

/// What borrowers say.
const SAID: [&str; 6] = [
    "chờ bán lúa rồi trả",
    "con đi làm xa sắp gửi tiền về",
    "heo chưa xuất chuồng, xin thêm một tháng",
    "nhà có người bệnh, trả dần",
    "nhận nợ, sẽ ra phiên trả",
    "đi vắng, người nhà nhận nhắn lại",
];

/// Why cash was short.
const SHORT: [&str; 3] = [
    "thiếu một tờ, mai nộp bù",
    "thối nhầm cho hộ, tổ trưởng nộp bù",
    "có tờ rách ngân hàng trả lại",
];

/// What meetings want.
const WANTED: [&str; 5] = [
    "Đến từng hộ quá hạn trên 90 ngày",
    "Kiểm tra các món mới giải ngân trước hạn 30 ngày",
    "Củng cố ban quản lý tổ vắng phiên",
    "Vận động tổ viên gửi tiết kiệm đều",
    "Đối chiếu dư nợ với ngân hàng",
];

/// Adds what the collection days of a commune left behind.
pub(super) fn add(
    plan: &Plan,
    (commune, circles): (&PlaceCode, &[Circle]),
    lived: &[Lived],
    clerk: &mut Clerk,
    rows: &mut Batch,
) {
    let members = circles
        .iter()
        .flat_map(|circle| circle.members.iter().map(move |person| (&person.member.code, circle)));
    let of: BTreeMap<&MemberCode, &Circle> = members.collect();
    for loan in lived {
        if let Some(circle) = of.get(&loan.file.loan.member) {
            talks(plan, circle, loan, clerk, rows);
        }
    }
    cash(plan, &of, lived, clerk, rows);
    meetings(plan, commune, circles, clerk, rows);
}

/// A number that tells a code from others.
fn number(code: &str) -> u64 {
    code.bytes().fold(0, |sum: u64, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)))
}

/// Whether somebody has to talk with the borrower.
fn troubled(loan: &Lived) -> bool {
    let conduct = &loan.conduct;
    let stopped = conduct.stop_interest.is_some() || conduct.stop_principal.is_some();
    stopped || conduct.leave > 0 || !conduct.skip.is_empty() || !conduct.findings.is_empty()
}

fn talks(plan: &Plan, circle: &Circle, loan: &Lived, clerk: &mut Clerk, rows: &mut Batch) {
    let mut dice = Dice::of(plan.seed, "talks", &[number(loan.file.loan.code.as_str())]);
    if loan.conduct.settle.is_some() || !dice.often(if troubled(loan) { 800 } else { 8 }) {
        return;
    }
    let mut days: BTreeSet<Day> = BTreeSet::new();
    for _ in 0..dice.between(1, 2) {
        days.insert(workday(plan.as_of.plus(-dice.between(2, 75))));
    }
    for day in days.into_iter().filter(|day| loan.file.exists_from() < *day) {
        let by = circle.village.calendar.first_on_or_after(day.plus(dice.between(1, 20)));
        let paid = loan.paid.iter().filter(|paid| day < paid.day && paid.day <= by);
        let paid: i64 = paid.map(|paid| paid.amount.get()).sum();
        let amount = match dice.below(3) {
            // Kept, kept in part, and as it comes.
            0 if paid > 0 => paid,
            1 if paid > 0 => paid * 2,
            _ => dice.between(2, 20) * 100_000,
        };
        let promise = dice.often(700).then(|| Promise { amount: Dong::new(amount), by });
        let (id, trail) = clerk.record(day);
        let fact = Contact {
            id,
            loan: loan.file.loan.code.clone(),
            day,
            how: how(&mut dice),
            talker: Some(official(plan, circle, 0)),
            said: dice.one(&SAID).to_owned(),
            promise,
        };
        rows.contacts.push(Recorded { fact, reverses: None, trail });
    }
}

fn how(dice: &mut Dice) -> ContactHow {
    let at = usize::try_from(dice.below(ContactHow::ALL.len() as u64)).unwrap_or(0);
    ContactHow::ALL.get(at).copied().unwrap_or(ContactHow::Home)
}

/// The cash of each group's last two sessions.
fn cash(
    plan: &Plan,
    of: &BTreeMap<&MemberCode, &Circle>,
    lived: &[Lived],
    clerk: &mut Clerk,
    rows: &mut Batch,
) {
    let mut sums: BTreeMap<(GroupCode, Day), i64> = BTreeMap::new();
    let mut leaders: BTreeMap<GroupCode, String> = BTreeMap::new();
    for circle in of.values() {
        let last = circle.village.calendar.last_before(plan.last());
        for session in [circle.village.calendar.last_before(last), last] {
            if circle.group.counts_on(session) && plan.begin() <= session {
                sums.insert((circle.group.code.clone(), session), 0);
            }
        }
        let leader = circle.members.first().map(|person| person.member.name.clone());
        leaders.extend(leader.map(|name| (circle.group.code.clone(), name)));
    }
    let mut take = |member: &MemberCode, day: Day, amount: i64| {
        let group = of.get(member).map(|circle| circle.group.code.clone());
        if let Some(sum) = group.and_then(|group| sums.get_mut(&(group, day))) {
            *sum += amount;
        }
    };
    for loan in lived {
        let collected = loan
            .paid
            .iter()
            .filter(|paid| paid.kind == PaymentKind::Interest && paid.place == PaymentPlace::Group);
        collected.for_each(|paid| take(&loan.file.loan.member, paid.day, paid.amount.get()));
    }
    let undone: BTreeSet<&FactId> =
        rows.savings.iter().filter_map(|row| row.reverses.as_ref()).collect();
    let counts =
        rows.savings.iter().filter(|row| row.reverses.is_none() && !undone.contains(&row.id));
    for row in counts {
        let sign = if row.kind == SavingsKind::Deposit { 1 } else { -1 };
        take(&row.member, row.day, sign * row.amount.get());
    }
    for ((group, session), sum) in sums.into_iter().filter(|(_, sum)| *sum > 0) {
        let mut dice =
            Dice::of(plan.seed, "cash", &[number(group.as_str()), number(&session.to_string())]);
        let short = if dice.often(80) { dice.between(1, 5) * 10_000 } else { 0 };
        let counted = (sum - short).max(0);
        let (id, trail) = clerk.record(session);
        let fact = CashCount {
            id,
            session,
            expected: Dong::new(sum),
            counted: Dong::new(counted),
            notes: notes(counted),
            by: leaders.get(&group).cloned(),
            because: (counted < sum).then(|| dice.one(&SHORT).to_owned()),
            group,
        };
        rows.cash.push(Recorded { fact, reverses: None, trail });
    }
}

/// The fewest notes that come to a sum; what is smaller is small change.
fn notes(sum: i64) -> [u32; NOTES.len()] {
    let mut left = sum;
    NOTES.map(|note| {
        let count = left / note;
        left -= count * note;
        u32::try_from(count).unwrap_or(0)
    })
}

/// The meetings of the last three months, with two things to do each.
fn meetings(
    plan: &Plan,
    commune: &PlaceCode,
    circles: &[Circle],
    clerk: &mut Clerk,
    rows: &mut Batch,
) {
    let Some(chair) = circles.first().map(|circle| official(plan, circle, 0)) else { return };
    for ago in (1..=3).rev() {
        let after = plan.as_of.months_before(ago - 1).month().first_day();
        let last = |circle: &Circle| circle.village.calendar.last_before(after);
        let Some(session) = circles.iter().map(last).max() else { continue };
        let day = workday(session.plus(2));
        if day > plan.last() || session < plan.begin() {
            continue;
        }
        let mut dice = Dice::of(plan.seed, "meeting", &[number(commune.as_str()), u64::from(ago)]);
        let (meeting, trail) = clerk.record(day);
        let fact = Meeting {
            id: meeting.clone(),
            area: commune.clone(),
            day,
            session: Some(session),
            chair: chair.clone(),
            present: "các hội, đoàn thể; tổ trưởng; cán bộ ngân hàng".to_owned(),
            minutes: "Xem kết quả phiên, các tổ vắng, nợ quá hạn và việc còn lại.".to_owned(),
        };
        rows.meetings.push(Recorded { fact, reverses: None, trail });
        for number in 0..2 {
            let circle =
                circles.get(usize::try_from(dice.below(circles.len() as u64)).unwrap_or(0));
            let owner = circle.map(|circle| official(plan, circle, number)).unwrap_or_default();
            let due_on = day.plus(dice.between(10, 30));
            let (id, trail) = clerk.record(day);
            let fact = ActionItem {
                id: id.clone(),
                area: commune.clone(),
                day,
                meeting: Some(meeting.clone()),
                what: dice.one(&WANTED).to_owned(),
                owner,
                due_on,
            };
            rows.actions.push(Recorded { fact, reverses: None, trail });
            step(plan, (id, day, due_on), &mut dice, clerk, rows);
        }
    }
}

/// Most items are done in time, some dropped, some not even begun.
fn step(
    plan: &Plan,
    (action, given, due): (FactId, Day, Day),
    dice: &mut Dice,
    clerk: &mut Clerk,
    rows: &mut Batch,
) {
    let (kind, result) = match dice.below(10) {
        0 => (StepKind::Dropped, "không còn cần"),
        1 | 2 => (StepKind::Note, "đang làm"),
        3 => return,
        _ => (StepKind::Done, "đã làm xong"),
    };
    let day = workday(given.plus(given.days_until(due) / 2));
    if day <= plan.last() {
        let (id, trail) = clerk.record(day);
        let fact = ActionStep { id, action, day, kind, result: result.to_owned() };
        rows.steps.push(Recorded { fact, reverses: None, trail });
    }
}
