//! One command within a transaction: is it known, may it be, then it is written. A file a kind.

mod collection;
mod facts;
mod loan;
mod payment;
mod reversal;
mod rows;
mod sheet;
mod visit;

pub(super) use collection::is_counted;

use super::command::{Command, Done};
use super::{Stamp, StoreError, Trouble};
use crate::domain::day::Day;
use crate::domain::entry;
use crate::domain::ids::FactId;
use crate::domain::ledger::Ledger;
use crate::domain::refusal::{Field, Refusal, Why};
use crate::domain::rulebook::Shelf;
use crate::store::{Change, Look, Put, Saving, Touched};

/// What the rules look at.
pub(super) struct Room<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) shelf: &'a Shelf,
    pub(super) look: Look<'a>,
    /// Who records.
    pub(super) who: &'a str,
    pub(super) today: Day,
}

/// Does one command within a transaction.
pub(super) fn one(
    saving: &mut Saving<'_>,
    (ledger, shelf): (&Ledger, &Shelf),
    who: &str,
    command: &Command,
    (today, now): (Day, Stamp),
) -> Result<(Done, Touched), Trouble> {
    let room = Room { ledger, shelf, look: saving.look(), who, today };
    // A command that was saved already is not asked again: its own facts would refuse it.
    let standing = saving.standing(&unasked(command))?;
    let change = match standing {
        Put::Other => {
            let id = id_of(command).clone();
            return Err(Refusal::at(Field::Id, Why::IdTaken(id)).into());
        }
        Put::Same => None,
        Put::New => Some(room.accept(command)?),
    };
    let id = named(command, change.is_none(), &room.look)?;
    let mut done = Done { id, already: change.is_none(), loans: vec![], members: vec![], facts: 0 };
    let mut touched = Touched::default();
    if let Some(change) = change {
        touched = change.touches();
        done.facts = saving
            .write(&change, who, now)?
            .map_err(|taken| Refusal::at(Field::Id, Why::IdTaken(taken)))?;
        (done.loans, done.members) = (touched.loans.clone(), touched.members.clone());
    }
    Ok((done, touched))
}

impl Room<'_> {
    /// What a command that keeps the rules writes.
    pub(super) fn accept(&self, command: &Command) -> Result<Change, Trouble> {
        match command {
            Command::Payment(new) => self.payment(new),
            Command::Sheet(new) => self.sheet(new),
            Command::Visit(new) => {
                entry::visit::check(new, self.ledger, self.today)?;
                Ok(visit::change(new))
            }
            Command::Place(new) => self.place(new),
            Command::Point(new) => self.point(new),
            Command::Session(new) => self.session(new),
            Command::Group(new) => self.group(new),
            Command::Member(new) => self.member(new),
            Command::Loan(new) => self.loan(new),
            Command::Disbursement(new) => self.disbursement(new),
            Command::Opening(new) => self.opening(new),
            Command::Savings(new) => self.savings(new),
            Command::Change(new) => self.change(new),
            Command::Attendance(new) => self.attendance(new),
            Command::Check(new) => self.check(new),
            Command::Contact(new) => self.contact(new),
            Command::Cash(new) => self.cash(new),
            Command::Meeting(new) => self.meeting(new),
            Command::Action(new) => self.action(new),
            Command::ActionStep(new) => self.step(new),
            Command::Reversal(new) => self.reversal(new),
        }
    }
}

/// What tells a command from any other with the same id, before any rule was asked.
pub(super) fn unasked(command: &Command) -> Change {
    match command {
        Command::Payment(new) => payment::change(new),
        Command::Sheet(new) => sheet::unasked(new),
        Command::Visit(new) => visit::change(new),
        Command::Place(new) => Change::Place(new.clone()),
        Command::Point(new) => Change::Point(new.clone()),
        Command::Session(new) => Change::Session(new.clone()),
        Command::Group(new) => Change::Group(new.clone()),
        Command::Member(new) => Change::Member(new.clone()),
        Command::Loan(new) => loan::change(new, new.row.instalments.clone()),
        Command::Disbursement(new) => facts::tranche(new),
        Command::Opening(new) => facts::begins(new),
        Command::Savings(new) => facts::saved(new),
        Command::Change(new) => facts::changes(new),
        Command::Attendance(new) => facts::came(new),
        Command::Check(new) => facts::checked(new),
        Command::Contact(new) => Change::Contact(new.clone().into()),
        Command::Cash(new) => Change::Cash(new.clone().into()),
        Command::Meeting(new) => Change::Meeting(new.clone().into()),
        Command::Action(new) => Change::Action(new.clone().into()),
        Command::ActionStep(new) => Change::Step(new.clone().into()),
        Command::Reversal(new) => reversal::unasked(new),
    }
}

/// The id that a command was given when its form opened.
pub(super) fn id_of(command: &Command) -> &FactId {
    match command {
        Command::Payment(new) => &new.id,
        Command::Sheet(new) => &new.id,
        Command::Visit(new) => &new.visit.id,
        Command::Place(new) => &new.id,
        Command::Point(new) => &new.id,
        Command::Session(new) => &new.id,
        Command::Group(new) => &new.id,
        Command::Member(new) => &new.id,
        Command::Loan(new) => &new.id,
        Command::Disbursement(new) => &new.tranche.id,
        Command::Opening(new) => &new.id,
        Command::Savings(new) => &new.saving.id,
        Command::Change(new) => &new.change.id,
        Command::Attendance(new) => &new.id,
        Command::Check(new) => &new.id,
        Command::Contact(new) => &new.id,
        Command::Cash(new) => &new.id,
        Command::Meeting(new) => &new.id,
        Command::Action(new) => &new.id,
        Command::ActionStep(new) => &new.id,
        Command::Reversal(new) => &new.id,
    }
}

/// The id by which what a command says can be named once it stands in the book: its own, unless
/// another fact said so `already`, or each answer of a check has one of its own.
pub(super) fn named(
    command: &Command,
    already: bool,
    look: &Look<'_>,
) -> Result<FactId, StoreError> {
    let id = id_of(command).clone();
    Ok(match command {
        Command::Attendance(new) if already => {
            look.came_by(&id, &new.group, new.session)?.unwrap_or(id)
        }
        Command::Check(new) => {
            let own = new.answers.first().map(|answer| &answer.id);
            own.filter(|own| !own.as_str().is_empty()).cloned().unwrap_or(id)
        }
        _ => id,
    })
}

/// A command without blanks around its texts; a text of blanks alone is none.
pub(super) fn tidied(command: Command) -> Command {
    match command {
        Command::Payment(new) => Command::Payment(payment::tidied(new)),
        Command::Visit(new) => Command::Visit(visit::tidied(new)),
        sheet @ Command::Sheet(_) => sheet,
        Command::Contact(new) => Command::Contact(collection::tidy_contact(new)),
        Command::Cash(new) => Command::Cash(collection::tidy_cash(new)),
        Command::Meeting(new) => Command::Meeting(collection::tidy_meeting(new)),
        Command::Action(new) => Command::Action(collection::tidy_action(new)),
        Command::ActionStep(new) => Command::ActionStep(collection::tidy_step(new)),
        Command::Place(new) => Command::Place(rows::tidied(new, rows::tidy_place)),
        Command::Point(new) => Command::Point(rows::tidied(new, rows::tidy_point)),
        Command::Session(new) => Command::Session(rows::tidied(new, |_| ())),
        Command::Group(new) => Command::Group(rows::tidied(new, |_| ())),
        Command::Member(new) => Command::Member(rows::tidied(new, rows::tidy_member)),
        Command::Loan(new) => Command::Loan(rows::tidied(new, loan::tidy)),
        Command::Disbursement(mut new) => {
            new.reason = tidy(new.reason);
            Command::Disbursement(new)
        }
        Command::Opening(mut new) => {
            new.reason = tidy(new.reason);
            Command::Opening(new)
        }
        Command::Savings(new) => Command::Savings(facts::tidy_savings(new)),
        Command::Change(mut new) => {
            new.reason = tidy(new.reason);
            Command::Change(new)
        }
        Command::Attendance(mut new) => {
            new.reason = tidy(new.reason);
            Command::Attendance(new)
        }
        Command::Check(new) => Command::Check(facts::tidy_check(new)),
        Command::Reversal(mut new) => {
            new.reason = new.reason.trim().to_owned();
            new.confirmed_by = tidy(new.confirmed_by);
            Command::Reversal(new)
        }
    }
}

/// A text without blanks around it; one of blanks alone is none.
fn tidy(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}
