//! Facts outside sheets and visits: tranches, openings, savings, changes, who came, checks.

use super::collection::{confirmed, with};
use super::{Room, tidy};
use crate::domain::entry::master::{
    NewAttendance, NewCheck, NewDisbursement, NewLoanChange, NewOpening, NewSavings,
};
use crate::domain::entry::{attendance, change, check, disbursement, opening, savings};
use crate::domain::record::{Recorded, SavingsRecord, Trail};
use crate::office::Trouble;
use crate::store::{AnyFact, Change};

impl Room<'_> {
    pub(super) fn disbursement(&self, new: &NewDisbursement) -> Result<Change, Trouble> {
        disbursement::check(new, self.ledger, self.today)?;
        Ok(tranche(new))
    }

    pub(super) fn opening(&self, new: &NewOpening) -> Result<Change, Trouble> {
        opening::check(new, self.ledger, self.today)?;
        Ok(begins(new))
    }

    pub(super) fn savings(&self, new: &NewSavings) -> Result<Change, Trouble> {
        let old = match &new.saving.reverses {
            Some(of) => self.look.saving(of)?,
            None => None,
        };
        let known = old.as_ref().map(|row| (&row.saving, row.reversed_by.is_some()));
        savings::check(new, self.ledger, known, self.today)?;
        if let Some(old) = old {
            self.second_person(&AnyFact::Saving(old.saving), new.confirmed_by.as_deref())?;
        }
        Ok(saved(new))
    }

    pub(super) fn change(&self, new: &NewLoanChange) -> Result<Change, Trouble> {
        let rules = self.shelf.on(new.change.day);
        change::check(new, self.ledger, rules, self.today)?;
        Ok(changes(new))
    }

    pub(super) fn attendance(&self, new: &NewAttendance) -> Result<Change, Trouble> {
        attendance::check(new, self.ledger, self.today)?;
        Ok(came(new))
    }

    pub(super) fn check(&self, new: &NewCheck) -> Result<Change, Trouble> {
        check::check(new, self.ledger, self.today)?;
        Ok(checked(new))
    }
}

/// A fact with a word about it.
fn told<T>(fact: T, reason: Option<&String>) -> Recorded<T> {
    let trail = Trail { reason: reason.cloned(), ..Trail::default() };
    Recorded { fact, reverses: None, trail }
}

pub(super) fn tranche(new: &NewDisbursement) -> Change {
    Change::Tranche(told(new.tranche.clone(), new.reason.as_ref()))
}

pub(super) fn begins(new: &NewOpening) -> Change {
    let fact = (new.loan.clone(), new.opening.clone());
    Change::Opening(new.id.clone(), told(fact, new.reason.as_ref()))
}

pub(super) fn saved(new: &NewSavings) -> Change {
    let saving = &new.saving;
    let confirmed = confirmed(&saving.id, saving.day, new.confirmed_by.as_ref());
    with(Change::Saving(saving.clone()), confirmed)
}

pub(super) fn changes(new: &NewLoanChange) -> Change {
    Change::Terms(told((new.loan.clone(), new.change.clone()), new.reason.as_ref()))
}

pub(super) fn came(new: &NewAttendance) -> Change {
    let fact = (new.group.clone(), new.session, new.by);
    Change::Attendance(new.id.clone(), told(fact, new.reason.as_ref()))
}

/// One row an answer, each with an id of its own: the first has the check's.
pub(super) fn checked(new: &NewCheck) -> Change {
    let rows = (1..).zip(&new.answers).map(|(no, answer)| {
        let mut answer = answer.clone();
        let own = !answer.id.as_str().is_empty();
        answer.id = match no {
            _ if own => answer.id,
            1 => new.id.clone(),
            _ => new.id.follow(&format!("-{no:02}")),
        };
        (answer.group, answer.day) = (new.group.clone(), new.day);
        (answer.association, answer.visitor) = (new.association, new.visitor.clone());
        answer.into()
    });
    Change::Check(rows.collect())
}

pub(super) fn tidy_check(mut new: NewCheck) -> NewCheck {
    new.visitor = new.visitor.trim().to_owned();
    for answer in &mut new.answers {
        answer.note = answer.note.trim().to_owned();
    }
    new
}

pub(super) fn tidy_savings(new: NewSavings) -> NewSavings {
    let SavingsRecord { trail, .. } = new.saving;
    let Trail { reason, collected_by, .. } = trail;
    let trail =
        Trail { reason: tidy(reason), collected_by: tidy(collected_by), ..Trail::default() };
    let confirmed_by = tidy(new.confirmed_by);
    NewSavings { saving: SavingsRecord { trail, ..new.saving }, confirmed_by }
}
