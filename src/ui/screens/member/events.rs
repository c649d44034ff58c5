//! What happened to a member, in words.

use crate::domain::contact::PromiseState;
use crate::domain::ids::LoanCode;
use crate::domain::loan::PaymentKind;
use crate::domain::money::Dong;
use crate::domain::record::SavingsKind;
use crate::reports::history::{Event, Stands, What};
use crate::text::words::Named;
use crate::text::{format, talks};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::Entry;
use crate::ui::widgets::table::{Cell, Column};

/// An event with its number, which tells it apart.
pub struct EventLine {
    /// Its number from below: the oldest is 1, so that new ones do not move the others'.
    pub no: usize,
    /// The event.
    pub event: Event,
}

/// A kind of events, chosen with the arrows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All.
    All,
    /// Disbursements, principal, the end of a loan.
    Principal,
    /// Interest.
    Interest,
    /// Savings.
    Savings,
    /// Visits, changes of a loan, joining and leaving.
    Others,
}

impl Part {
    /// All of them, in the order of their names in the phrases.
    pub const ALL: [Part; 5] =
        [Self::All, Self::Principal, Self::Interest, Self::Savings, Self::Others];

    /// Whether an event belongs to it.
    pub fn holds(self, event: &Event) -> bool {
        let of = match &event.what {
            What::Opened
            | What::Disbursed(..)
            | What::Settled
            | What::Paid { kind: PaymentKind::Principal, .. } => Part::Principal,
            What::Paid { kind: PaymentKind::Interest, .. } => Part::Interest,
            What::Saved(_) => Part::Savings,
            What::Joined
            | What::Left
            | What::Visited { .. }
            | What::Talked { .. }
            | What::Rescheduled { .. }
            | What::Extended { .. }
            | What::Frozen(_)
            | What::Unfrozen => Part::Others,
        };
        self == Part::All || self == of
    }
}

/// The timeline.
pub const EVENTS: &[Column<EventLine>] = &[
    Column::<EventLine>::number(
        |t| t.history.head.day,
        10,
        |line, _| Cell::toned(format::day(line.event.day), tone(&line.event)),
    ),
    Column::<EventLine>::text(
        |t| t.history.head.what,
        28,
        |line, view| Cell::toned(say(&line.event, view), tone(&line.event)),
    )
    .grows(1),
    Column::<EventLine>::text(
        |t| t.history.head.loan,
        5,
        |line, _| Cell::toned(short(line.event.loan.as_ref()), tone(&line.event)),
    )
    .drops(1),
    Column::<EventLine>::number(
        |t| t.history.head.amount,
        12,
        |line, _| {
            let wrong_use = match &line.event.what {
                What::Visited { wrong_use, .. } => wrong_use.filter(|wrong| wrong.is_positive()),
                _ => None,
            };
            let amount = line.event.amount.or(wrong_use).map(format::amount);
            Cell::toned(amount.unwrap_or_default(), tone(&line.event))
        },
    ),
    Column::<EventLine>::number(
        |t| t.history.head.balance,
        12,
        |line, _| {
            let balance = line.event.balance.map(format::amount);
            Cell::toned(balance.unwrap_or_default(), tone(&line.event))
        },
    ),
];

/// The last four digits of a loan.
fn short(loan: Option<&LoanCode>) -> String {
    let Some(loan) = loan else { return String::new() };
    let letters = loan.as_str().chars();
    let skipped = letters.clone().count().saturating_sub(4);
    std::iter::once('…').chain(letters.skip(skipped)).collect()
}

fn tone(event: &Event) -> Tone {
    match (&event.stands, &event.what) {
        (Stands::TakenBack | Stands::TakesBack(_), _) => Tone::Dim,
        (_, What::Visited { wrong_use: Some(wrong), .. }) if wrong.is_positive() => Tone::Bad,
        (_, What::Visited { balance_seen: Some(seen), .. }) if event.balance != Some(*seen) => {
            Tone::Warn
        }
        (_, What::Talked { promise: Some(promise), .. }) => match promise.state {
            PromiseState::Broken => Tone::Bad,
            PromiseState::Partly => Tone::Warn,
            PromiseState::Kept => Tone::Good,
            PromiseState::Open => Tone::Plain,
        },
        (_, What::Frozen(_)) => Tone::Warn,
        (_, What::Settled) => Tone::Good,
        _ => Tone::Plain,
    }
}

/// What happened, in a few words; signs and words say what its colour says again.
fn say(event: &Event, view: &View) -> String {
    let what = &view.text.history.what;
    let said = said(event, view);
    match &event.stands {
        Stands::Counts => said,
        Stands::TakenBack => format!("✗ {}", (what.taken_back)(&said)),
        Stands::TakesBack(receipt) => {
            let of = receipt.as_deref().map_or(said.as_str(), |receipt| receipt);
            format!("✗ {}", (what.takes_back)(of))
        }
    }
}

fn said(event: &Event, view: &View) -> String {
    let what = &view.text.history.what;
    match &event.what {
        What::Joined => what.joined.to_owned(),
        What::Left => what.left.to_owned(),
        What::Opened => what.opened.to_owned(),
        What::Disbursed(_, 1) => what.disbursed.to_owned(),
        What::Disbursed(no, _) => (what.tranche)(*no),
        What::Paid { kind, place, receipt, .. } => {
            let kind = match kind {
                PaymentKind::Principal => what.principal,
                PaymentKind::Interest => what.interest,
            };
            let place = place.say(view.language());
            let place = (event.stands == Stands::Counts).then_some(place);
            let parts = [Some(kind), receipt.as_deref(), place];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        What::Saved(SavingsKind::Deposit) => what.deposit.to_owned(),
        What::Saved(SavingsKind::Withdrawal) => what.withdrawal.to_owned(),
        What::Visited { kind, wrong_use, balance_seen, .. } => {
            let visit = (what.visit)(kind.say(view.language()));
            if wrong_use.is_some_and(Dong::is_positive) {
                format!("! {visit}: {}", what.wrong_use)
            } else if balance_seen.is_some() && *balance_seen != event.balance {
                format!("! {visit}: {}", what.balance_differs)
            } else {
                visit
            }
        }
        What::Talked { how, promise, .. } => {
            let talked = (what.talked)(how.say(view.language()));
            match promise {
                Some(promise) => {
                    format!("{talked} · {}", talks::promise(view.language(), promise))
                }
                None => talked,
            }
        }
        What::Rescheduled { no, to, .. } => (what.rescheduled)(*no, *to),
        What::Extended { to, .. } => (what.extended)(*to),
        // the day given is the first one outside
        What::Frozen(until) => format!("! {}", (what.frozen)(until.map(|day| day.plus(-1)))),
        What::Unfrozen => what.unfrozen.to_owned(),
        What::Settled => format!("✓ {}", what.settled),
    }
}

/// The form that takes an event back, where it counts and is a fact.
pub fn take_back(event: &Event, view: &View) -> Option<Entry> {
    let of = event.fact.clone().filter(|_| event.stands == Stands::Counts)?;
    let amount = event.amount.map(format::money);
    let loan = event.loan.as_ref().map(ToString::to_string);
    let parts = [Some(format::day(event.day)), Some(said(event, view)), amount, loan];
    Some(Entry::TakeBack { of, said: parts.into_iter().flatten().collect::<Vec<_>>().join(" · ") })
}

/// What is said of an event below the timeline.
pub fn facts(event: &Event, view: &View) -> Vec<String> {
    let what = &view.text.history.what;
    let mut facts = Vec::new();
    match &event.what {
        What::Paid { receipt, reason, .. } => {
            if matches!(event.stands, Stands::TakesBack(_)) {
                facts.extend(receipt.as_ref().map(|number| (what.receipt)(number)));
            }
            facts.extend(reason.as_ref().map(|why| (what.reason)(why)));
        }
        What::Visited { visitor, wrong_use, balance_seen, effect, note, .. } => {
            facts.extend((!note.is_empty()).then(|| note.clone()));
            if wrong_use.is_some_and(Dong::is_zero) {
                facts.push(what.right_use.to_owned());
            }
            facts.extend(balance_seen.map(|seen| (what.balance_seen)(&format::money(seen))));
            facts.extend(effect.map(|effect| (what.effect)(effect.say(view.language()))));
            facts.push((what.visitor)(&view.name(visitor)));
        }
        What::Talked { talker, said, promise, .. } => {
            let promise = promise.as_ref();
            facts.extend(promise.map(|one| talks::promise_in_full(view.language(), one)));
            facts.extend((!said.is_empty()).then(|| said.clone()));
            facts.extend(talker.as_ref().map(|name| (what.talker)(&view.name(name))));
        }
        What::Rescheduled { from: Some(from), .. } | What::Extended { from: Some(from), .. } => {
            facts.push((what.due_before)(*from));
        }
        _ => {}
    }
    let loan = event.loan.as_ref();
    facts.extend(loan.map(|loan| (view.text.history.facts.loan)(loan.as_str())));
    facts
}
