//! The events of one member, newest first.

use crate::domain::contact::{Contact, ContactHow, PromiseStanding};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, LoanCode, MemberCode};
use crate::domain::ledger::MemberFile;
use crate::domain::loan::{ChangeKind, LoanChange, LoanFile, PaymentKind, PaymentPlace};
use crate::domain::money::Dong;
use crate::domain::record::SavingsKind;
use crate::domain::timeline::Timeline;
use crate::domain::visit::{Effect, SeenAtLoan, VisitKind};
use crate::reports::Question;
use crate::store::{PaymentRow, SavingsRow};

/// Something that happened to a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its day.
    pub day: Day,
    /// What happened.
    pub what: What,
    /// The loan it concerns; none for savings and membership.
    pub loan: Option<LoanCode>,
    /// Its amount, where it has one.
    pub amount: Option<Dong>,
    /// What remained afterwards: of the loan's principal, or of the savings. At a visit, what was
    /// outstanding at the end of its day.
    pub balance: Option<Dong>,
    /// Whether it counts.
    pub stands: Stands,
    /// Its fact, where it is one that can be taken back.
    pub fact: Option<FactId>,
}

/// Whether a fact counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It counts.
    Counts,
    /// It was taken back by another entry, and counts on no day.
    TakenBack,
    /// It takes another back, with that one's receipt; it counts on no day.
    TakesBack(Option<String>),
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The member joined the group.
    Joined,
    /// The member left it.
    Left,
    /// The book begins with the loan's balance of this day.
    Opened,
    /// Money was disbursed: which tranche of how many.
    Disbursed(usize, usize),
    /// Something was paid.
    Paid {
        /// Principal or interest.
        kind: PaymentKind,
        /// Where.
        place: PaymentPlace,
        /// The receipt's number.
        receipt: Option<String>,
        /// Why, where it was said.
        reason: Option<String>,
    },
    /// Savings.
    Saved(SavingsKind),
    /// A visit saw the loan.
    Visited {
        /// Why it was made.
        kind: VisitKind,
        /// Who came.
        visitor: String,
        /// Found used for a wrong purpose.
        wrong_use: Option<Dong>,
        /// The balance that the borrower named.
        balance_seen: Option<Dong>,
        /// How the investment does.
        effect: Option<Effect>,
        /// What was noted.
        note: String,
    },
    /// Somebody talked with the borrower.
    Talked {
        /// How.
        how: ContactHow,
        /// Who.
        talker: Option<String>,
        /// What was said.
        said: String,
        /// What was promised, and how that stands on the day asked about.
        promise: Option<PromiseStanding>,
    },
    /// An instalment was moved.
    Rescheduled {
        /// Its number.
        no: u32,
        /// Its due day before.
        from: Option<Day>,
        /// Its due day from then on.
        to: Day,
    },
    /// The last due day was moved.
    Extended {
        /// The day before.
        from: Option<Day>,
        /// The day from then on.
        to: Day,
    },
    /// Recovery was suspended, up to a day or openly.
    Frozen(Option<Day>),
    /// The suspension ended.
    Unfrozen,
    /// Principal and interest were all paid.
    Settled,
}

/// What happened to a member up to the question's day, newest first. Payments and savings are given
/// as the file has them: those taken back included, each loan's by day then id.
#[must_use]
pub fn history(
    question: &Question<'_>,
    member: &MemberCode,
    payments: &[PaymentRow],
    savings: &[SavingsRow],
) -> Vec<Event> {
    let Some(file) = question.ledger.members.get(member) else { return Vec::new() };
    let mut events = of_membership(file);
    for code in &file.loans {
        if let Some(loan) = question.ledger.loans.get(code) {
            events.extend(of_loan(question, loan, payments));
        }
    }
    events.extend(of_savings(savings));
    events.retain(|(event, _)| event.day <= question.as_of);
    events.sort_by(|(a, a_rank), (b, b_rank)| (a.day, a_rank).cmp(&(b.day, b_rank)));
    let with_fact = |(event, (_, fact)): (Event, Rank)| Event { fact, ..event };
    events.into_iter().rev().map(with_fact).collect()
}

/// Where an event stands among those of its day: its kind, then its id.
type Rank = (u8, Option<FactId>);

fn plain(day: Day, what: What, loan: Option<&LoanFile>) -> Event {
    let loan = loan.map(|file| file.loan.code.clone());
    Event { day, what, loan, amount: None, balance: None, stands: Stands::Counts, fact: None }
}

fn of_membership(file: &MemberFile) -> Vec<(Event, Rank)> {
    let joined = (plain(file.member.joined_on, What::Joined, None), (0, None));
    let left = file.member.left_on.map(|day| (plain(day, What::Left, None), (9, None)));
    std::iter::once(joined).chain(left).collect()
}

fn of_loan(
    question: &Question<'_>,
    file: &LoanFile,
    payments: &[PaymentRow],
) -> Vec<(Event, Rank)> {
    let timeline =
        question.rules().and_then(|rules| question.ledger.timeline(file, rules, question.as_of));
    let Some(timeline) = timeline else { return Vec::new() };
    let mut events = of_money(file, payments);
    events.extend(of_changes(file, &timeline));
    events.extend(of_visits(question, file, &timeline));
    events.extend(of_talks(file, &timeline));
    if let Some(day) = timeline.settled_since(question.as_of) {
        events.push((plain(day, What::Settled, Some(file)), (8, None)));
    }
    events
}

/// Disbursements and payments, with the principal that remained after each.
fn of_money(file: &LoanFile, payments: &[PaymentRow]) -> Vec<(Event, Rank)> {
    let opened = file.opening.as_ref();
    let after_opening = |day: Day| opened.is_none_or(|opening| day > opening.day);
    let mut events: Vec<(Event, Rank)> = Vec::new();
    if let Some(opening) = opened {
        let amount = Some(opening.outstanding);
        events.push((Event { amount, ..plain(opening.day, What::Opened, Some(file)) }, (1, None)));
    }
    let tranches = file.tranches.len();
    for (at, tranche) in file.tranches.iter().enumerate() {
        // a row is told though the opening stands for its money: it can be taken back
        if after_opening(tranche.day) || tranche.id.is_some() {
            let what = What::Disbursed(at + 1, tranches);
            let event = plain(tranche.day, what, Some(file));
            events.push((Event { amount: Some(tranche.amount), ..event }, (2, tranche.id.clone())));
        }
    }
    let receipt_of =
        |id: &FactId| payments.iter().find(|row| row.payment.id == *id)?.payment.receipt.clone();
    for row in payments.iter().filter(|row| row.payment.loan == file.loan.code) {
        let paid = &row.payment;
        let what = What::Paid {
            kind: paid.kind,
            place: paid.place,
            receipt: paid.receipt.clone(),
            reason: paid.trail.reason.clone(),
        };
        let stands = match (&paid.reverses, &row.reversed_by) {
            (Some(of), _) => Stands::TakesBack(receipt_of(of)),
            (None, Some(_)) => Stands::TakenBack,
            (None, None) => Stands::Counts,
        };
        let amount = Some(paid.amount);
        let event = Event { amount, stands, ..plain(paid.day, what, Some(file)) };
        events.push((event, (3, Some(paid.id.clone()))));
    }
    events.sort_by(|(a, a_rank), (b, b_rank)| (a.day, a_rank).cmp(&(b.day, b_rank)));
    let mut balance = Dong::ZERO;
    for (event, _) in &mut events {
        let amount = event.amount.unwrap_or_default();
        match (&event.what, &event.stands) {
            (_, Stands::TakenBack | Stands::TakesBack(_)) => continue,
            (What::Disbursed(..), _) if !after_opening(event.day) => continue,
            (What::Opened | What::Disbursed(..), _) => balance += amount,
            (What::Paid { kind: PaymentKind::Principal, .. }, _) => balance -= amount,
            _ => {}
        }
        event.balance = Some(balance);
    }
    events
}

fn of_changes(file: &LoanFile, timeline: &Timeline<'_>) -> Vec<(Event, Rank)> {
    let change = |change: &LoanChange| {
        let before = timeline.instalments_on(change.day.plus(-1));
        let what = match &change.kind {
            ChangeKind::Reschedule { instalment, due_on } => What::Rescheduled {
                no: *instalment,
                from: before.iter().find(|due| due.no == *instalment).map(|due| due.due_on),
                to: *due_on,
            },
            ChangeKind::Extend { due_on } => {
                What::Extended { from: before.last().map(|due| due.due_on), to: *due_on }
            }
            ChangeKind::Freeze { until } => What::Frozen(*until),
            ChangeKind::Unfreeze => What::Unfrozen,
        };
        (plain(change.day, what, Some(file)), (4, Some(change.id.clone())))
    };
    file.changes.iter().map(change).collect()
}

fn of_visits(
    question: &Question<'_>,
    file: &LoanFile,
    timeline: &Timeline<'_>,
) -> Vec<(Event, Rank)> {
    let visit = |seen: &SeenAtLoan| {
        let record = question.ledger.visits.get(&seen.visit)?;
        let line = record.lines.iter().find(|line| line.loan == file.loan.code)?;
        let what = What::Visited {
            kind: seen.kind,
            visitor: record.visit.visitor.clone(),
            wrong_use: line.wrong_use,
            balance_seen: line.balance_seen,
            effect: line.effect,
            note: line.note.clone(),
        };
        let balance = Some(timeline.outstanding_on(seen.day));
        let event = Event { balance, ..plain(seen.day, what, Some(file)) };
        Some((event, (6, Some(seen.visit.clone()))))
    };
    file.visits.iter().filter_map(visit).collect()
}

fn of_talks(file: &LoanFile, timeline: &Timeline<'_>) -> Vec<(Event, Rank)> {
    let talk = |talk: &Contact| {
        let what = What::Talked {
            how: talk.how,
            talker: talk.talker.clone(),
            said: talk.said.clone(),
            promise: talk.standing(file, timeline.calendar(), timeline.known_on()),
        };
        (plain(talk.day, what, Some(file)), (7, Some(talk.id.clone())))
    };
    file.contacts.iter().map(talk).collect()
}

/// Deposits and withdrawals, with what was saved after each.
fn of_savings(savings: &[SavingsRow]) -> Vec<(Event, Rank)> {
    let mut balance = Dong::ZERO;
    savings
        .iter()
        .map(|row| {
            let saving = &row.saving;
            let stands = match (&saving.reverses, &row.reversed_by) {
                (Some(_), _) => Stands::TakesBack(None),
                (None, Some(_)) => Stands::TakenBack,
                (None, None) => Stands::Counts,
            };
            let counts = stands == Stands::Counts;
            match saving.kind {
                SavingsKind::Deposit if counts => balance += saving.amount,
                SavingsKind::Withdrawal if counts => balance -= saving.amount,
                _ => {}
            }
            let event = Event {
                amount: Some(saving.amount),
                balance: counts.then_some(balance),
                stands,
                ..plain(saving.day, What::Saved(saving.kind), None)
            };
            (event, (5, Some(saving.id.clone())))
        })
        .collect()
}
