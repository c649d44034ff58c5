//! One command: read, ask the rule, write, journal, all in one transaction.

use super::command::{Command, Done};
use super::commands::{Room, named, one, tidied, unasked};
use super::{Doing, Office, Stamp, StoreError, Trouble, in_force};
use crate::domain::day::Day;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode};
use crate::domain::refusal::{Field, Refusal, Why};
use crate::store::{MasterKey, Put, Touched};
use std::collections::BTreeSet;

/// The draft from which a command came: its kind and key.
pub type DraftKey<'a> = (&'a str, &'a str);

impl Office {
    /// Does what a command asks, or says why not. Asked twice, it is done once.
    ///
    /// # Errors
    /// The rule that it breaks, or what the file says; then nothing was done.
    pub fn execute(&mut self, command: Command, today: Day, now: Stamp) -> Result<Done, Trouble> {
        self.execute_from(command, None, today, now)
    }

    /// The same; the draft from which the command came is dropped with it.
    ///
    /// # Errors
    /// The rule that it breaks, or what the file says; then nothing was done.
    pub fn execute_from(
        &mut self,
        command: Command,
        draft: Option<DraftKey<'_>>,
        today: Day,
        now: Stamp,
    ) -> Result<Done, Trouble> {
        if self.read_only() {
            return Err(Refusal::at(Field::Whole, Why::ReadOnly).into());
        }
        let command = tidied(command);
        let error = match self.save(&command, draft, today, now) {
            Ok((done, touched)) => match self.renew(&touched) {
                Ok(()) => return Ok(done),
                Err(error) => error,
            },
            Err(Trouble::Store(error)) => error,
            Err(refused) => return Err(refused),
        };
        let done = self.after_trouble(std::slice::from_ref(&command));
        done.and_then(|mut done| done.pop()).ok_or(Trouble::Store(error))
    }

    /// Whether a command keeps the rules, without doing it: for forms that say so while typing.
    ///
    /// # Errors
    /// The rule that it breaks. What can't be read in the file is said when it is saved.
    pub fn check(&self, command: &Command, today: Day) -> Result<(), Refusal> {
        if self.read_only() {
            return Err(Refusal::at(Field::Whole, Why::ReadOnly));
        }
        match self.room(today).accept(&tidied(command.clone())) {
            Err(Trouble::Refused(refusal)) => Err(refusal),
            _ => Ok(()),
        }
    }

    fn save(
        &mut self,
        command: &Command,
        draft: Option<DraftKey<'_>>,
        today: Day,
        now: Stamp,
    ) -> Result<(Done, Touched), Trouble> {
        let mut saving = self.store.begin(Doing::Save)?;
        let generation = saving.generation()?;
        if self.seen != Some(generation) {
            self.remembered.forget_all();
            self.ledger = saving.ledger()?;
            self.shelf = in_force(&self.given, &saving.rulebooks()?)?;
            self.seen = Some(generation);
        }
        let (done, touched) =
            one(&mut saving, (&self.ledger, &self.shelf), &self.who, command, (today, now))?;
        if let Some((kind, key)) = draft {
            saving.forget_draft(kind, key)?;
        }
        saving.commit()?;
        Ok((done, touched))
    }

    /// Makes the ledger true again after a command. What can't be read now is read whole later.
    fn renew(&mut self, touched: &Touched) -> Result<(), StoreError> {
        let seen = self.seen.take();
        // A member who moves counts in two groups: the one before, and the one from now on.
        self.forget(touched);
        self.store.reload(&mut self.ledger, touched)?;
        self.forget(touched);
        self.seen = seen;
        Ok(())
    }

    /// What a command touched is worked out anew when it is asked for.
    fn forget(&mut self, touched: &Touched) {
        let ledger = &self.ledger;
        let mut loans: Vec<&LoanCode> = touched.loans.iter().collect();
        let mut members: Vec<&MemberCode> = touched.members.iter().collect();
        let mut groups: BTreeSet<&GroupCode> = touched.groups.iter().collect();
        for row in &touched.rows {
            match row {
                MasterKey::Loan(code) => loans.push(code),
                MasterKey::Member(code) => members.push(code),
                MasterKey::Group(code) => groups.extend([code]),
                // A point's session is one in all of its groups.
                MasterKey::Place(_) | MasterKey::Point(_) => {
                    self.remembered.forget_all();
                    return;
                }
            }
        }
        let borrower = |code: &LoanCode| ledger.loans.get(code).map(|file| &file.loan.member);
        members.extend(loans.into_iter().filter_map(borrower));
        let of_member = |code: &MemberCode| ledger.members.get(code).map(|file| &file.member.group);
        groups.extend(members.into_iter().filter_map(of_member));
        for group in groups {
            let loans = ledger.loans_of_group(group).map(|file| &file.loan.code);
            self.remembered.forget(group, loans);
        }
    }

    /// After a trouble with the file nobody knows whether commands are in it. So the book is
    /// opened anew and asked, and nothing is tried again blindly (trust.md, section 1). None where
    /// one of them is not in it, or the book can't say.
    pub(super) fn after_trouble(&mut self, commands: &[Command]) -> Option<Vec<Done>> {
        self.seen = None;
        self.store.reopen().ok()?;
        self.refresh().ok()?;
        let saving = self.store.begin(Doing::Save).ok()?;
        let done_already = |command: &Command| {
            let standing = saving.standing(&unasked(command)).ok()?;
            let id = named(command, true, &saving.look()).ok()?;
            let done = Done { id, already: true, loans: vec![], members: vec![], facts: 0 };
            (standing == Put::Same).then_some(done)
        };
        commands.iter().map(done_already).collect()
    }

    fn room(&self, today: Day) -> Room<'_> {
        let look = self.store.look();
        Room { ledger: &self.ledger, shelf: &self.shelf, look, who: &self.who, today }
    }
}
