//! Several commands as one piece: all of them are done, or none.

#[cfg(test)]
mod tests;

use super::command::{Command, Done};
use super::commands::{one, tidied};
use super::execute::DraftKey;
use super::{Doing, Office, Stamp, Trouble, in_force};
use crate::domain::day::Day;
use crate::domain::refusal::{Field, Refusal, Why};

impl Office {
    /// Does several commands in one transaction, each seeing those before it.
    ///
    /// # Errors
    /// Which of them, from 0, could not be done, and why; then none was.
    pub fn execute_all(
        &mut self,
        commands: Vec<Command>,
        today: Day,
        now: Stamp,
    ) -> Result<Vec<Done>, (usize, Trouble)> {
        self.execute_all_from(commands, None, today, now)
    }

    /// The same; the draft from which the commands came is dropped with them.
    ///
    /// # Errors
    /// Which of them, from 0, could not be done, and why; then none was.
    pub fn execute_all_from(
        &mut self,
        commands: Vec<Command>,
        draft: Option<DraftKey<'_>>,
        today: Day,
        now: Stamp,
    ) -> Result<Vec<Done>, (usize, Trouble)> {
        if self.read_only() {
            return Err((0, Refusal::at(Field::Whole, Why::ReadOnly).into()));
        }
        let commands: Vec<Command> = commands.into_iter().map(tidied).collect();
        match self.save_all(&commands, draft, today, now) {
            Err((at, Trouble::Store(error))) => {
                self.after_trouble(&commands).ok_or((at, Trouble::Store(error)))
            }
            Err(refused) => {
                // The ledger was ahead of the book. What can't be read now is read before the
                // next command; the refusal is true all the same.
                self.seen = None;
                let _ = self.refresh();
                Err(refused)
            }
            done => done,
        }
    }

    fn save_all(
        &mut self,
        commands: &[Command],
        draft: Option<DraftKey<'_>>,
        today: Day,
        now: Stamp,
    ) -> Result<Vec<Done>, (usize, Trouble)> {
        let first = |error| (0, Trouble::Store(error));
        let mut saving = self.store.begin(Doing::Save).map_err(first)?;
        let generation = saving.generation().map_err(first)?;
        let known = self.seen == Some(generation);
        self.seen = None;
        self.remembered.forget_all();
        if !known {
            self.ledger = saving.ledger().map_err(first)?;
            let own = saving.rulebooks().map_err(first)?;
            self.shelf = in_force(&self.given, &own).map_err(first)?;
        }
        let mut all = Vec::with_capacity(commands.len());
        for (at, command) in commands.iter().enumerate() {
            let rules = (&self.ledger, &self.shelf);
            let (done, touched) = one(&mut saving, rules, &self.who, command, (today, now))
                .map_err(|trouble| (at, trouble))?;
            let renewed = saving.reload(&mut self.ledger, &touched);
            renewed.map_err(|error| (at, error.into()))?;
            all.push(done);
        }
        let last = commands.len().saturating_sub(1);
        if let Some((kind, key)) = draft {
            saving.forget_draft(kind, key).map_err(|error| (last, Trouble::Store(error)))?;
        }
        saving.commit().map_err(|error| (last, Trouble::Store(error)))?;
        self.seen = Some(generation);
        Ok(all)
    }
}
