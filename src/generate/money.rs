//! Payments and savings as rows, with their pairs that were taken back.

use super::clerk::Clerk;
use super::dice::Dice;
use super::fate::Past;
use super::life::Lived;
use super::people::{Circle, Person};
use super::plan::Plan;
use crate::domain::day::Day;
use crate::domain::group::Household;
use crate::domain::ids::FactId;
use crate::domain::ids::MemberCode;
use crate::domain::loan::{PaymentKind, PaymentPlace};
use crate::domain::money::Dong;
use crate::domain::record::{PaymentRecord, SavingsKind, SavingsRecord, Trail};

/// Why a receipt was taken back.
pub(super) const MISTYPED: &str = "Ghi nhầm số tiền";

/// The payments of a commune's loans, in the order of their days.
pub(super) fn payments(loans: &[Lived], clerk: &mut Clerk) -> Vec<PaymentRecord> {
    let mut all: Vec<_> =
        loans.iter().flat_map(|loan| loan.paid.iter().map(move |paid| (loan, paid))).collect();
    all.sort_by(|(one, paid), (other, also)| {
        (paid.day, &one.file.loan.code, paid.kind).cmp(&(
            also.day,
            &other.file.loan.code,
            also.kind,
        ))
    });
    let mut rows = Vec::with_capacity(all.len());
    for (loan, paid) in all {
        let needs_receipt =
            paid.kind == PaymentKind::Principal || paid.place != PaymentPlace::Group;
        let mut row = |amount, reverses: Option<FactId>, clerk: &mut Clerk| {
            let (id, trail) = clerk.record(paid.day);
            let reason = reverses.is_some().then(|| MISTYPED.to_owned());
            let collected_by = needs_receipt.then(|| "ngân hàng".to_owned());
            rows.push(PaymentRecord {
                id: id.clone(),
                loan: loan.file.loan.code.clone(),
                day: paid.day,
                kind: paid.kind,
                amount,
                place: paid.place,
                receipt: needs_receipt.then(|| clerk.receipt(paid.day)),
                reverses,
                trail: Trail { reason, collected_by, ..trail },
            });
            id
        };
        if let Some(wrong) = paid.mistyped {
            let taken_back = row(wrong, None, clerk);
            row(wrong, Some(taken_back), clerk);
        }
        row(paid.amount, None, clerk);
    }
    rows
}

/// A deposit or withdrawal before it is recorded.
struct Saved {
    member: MemberCode,
    day: Day,
    kind: SavingsKind,
    amount: i64,
    /// Typed and taken back: it was nobody's.
    mistaken: bool,
}

/// The savings of a group's members.
pub(super) fn savings(
    plan: &Plan,
    circle: &Circle,
    past: &Past<'_>,
    clerk: &mut Clerk,
) -> Vec<SavingsRecord> {
    let mut all: Vec<Saved> =
        circle.members.iter().flat_map(|person| book(plan, circle, person, past)).collect();
    all.sort_by(|one, other| (one.day, &one.member).cmp(&(other.day, &other.member)));
    let mut rows = Vec::with_capacity(all.len());
    for saved in all {
        let mut row = |reverses: Option<FactId>| {
            let (id, trail) = clerk.record(saved.day);
            let reason = reverses.is_some().then(|| MISTYPED.to_owned());
            rows.push(SavingsRecord {
                id: id.clone(),
                member: saved.member.clone(),
                day: saved.day,
                kind: saved.kind,
                amount: Dong::new(saved.amount),
                reverses,
                trail: Trail { reason, ..trail },
            });
            id
        };
        let id = row(None);
        if saved.mistaken {
            row(Some(id));
        }
    }
    rows
}

/// One member's savings book.
fn book(plan: &Plan, circle: &Circle, person: &Person, past: &Past<'_>) -> Vec<Saved> {
    let mut dice = Dice::of(plan.seed, "savings", &[person.number]);
    let poor = person.household == Household::Poor;
    let usual =
        if poor { &[30, 30, 50, 50, 100][..] } else { &[30, 50, 50, 70, 80, 100, 120, 150] };
    let usual = dice.one(usual) * 1000;
    let member = &person.member;
    let mut balance = 0;
    let mut rows = Vec::new();
    let mut put = |day, kind, amount, mistaken| {
        let member = member.code.clone();
        rows.push(Saved { member, day, kind, amount, mistaken });
    };
    let from = member.joined_on.plus(1).max(past.eve.plus(1));
    if plan.grown.is_some() && member.joined_on <= past.eve {
        // What was saved before the book begins.
        let months = member.joined_on.days_until(past.eve) / 30;
        balance = (usual * months / 2).min(usual * 36).max(usual) / 10_000 * 10_000;
        let day = past.calendar.last_before(past.eve.plus(1)).max(member.joined_on);
        put(day, SavingsKind::Deposit, balance, false);
    }
    let mistyped = person.number % 97 == 3;
    let mut first = true;
    let end = circle.group.closed_on.map_or(past.last, |closed| closed.plus(-1).min(past.last));
    for session in past.calendar.between(from, end) {
        if member.left_on.is_some_and(|left| left <= session) {
            break;
        }
        let habits = circle.temper.habits(session, past.as_of);
        if dice.often(habits.deposit) {
            let amount = (usual * i64::from(habits.cut) / 100).max(20_000) / 10_000 * 10_000;
            let amount = if dice.often(50) { amount + 50_000 } else { amount };
            if mistyped && first {
                put(session, SavingsKind::Deposit, amount * 10, true);
                first = false;
            }
            put(session, SavingsKind::Deposit, amount, false);
            balance += amount;
        }
        // Before Tết, or to help with an instalment.
        let month = session.month().number();
        let often = if month == 1 { 120 } else { 8 };
        if balance > 1_500_000 && dice.often(often) {
            let share = dice.between(30, 80);
            let amount = balance * share / 100 / 100_000 * 100_000;
            put(session, SavingsKind::Withdrawal, amount, false);
            balance -= amount;
        }
    }
    rows
}
