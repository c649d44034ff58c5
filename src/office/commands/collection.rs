//! The collection day: talks and promises, cash counted, meetings and what they want done, and the
//! second person behind the taking back of counted money.

use super::{Room, tidy};
use crate::domain::cash::CashCount;
use crate::domain::contact::Contact;
use crate::domain::day::Day;
use crate::domain::entry::{cash, contact, meeting, second};
use crate::domain::ids::FactId;
use crate::domain::ledger::Ledger;
use crate::domain::meeting::{ActionItem, ActionStep, Meeting};
use crate::domain::record::{Confirmation, Recorded};
use crate::office::Trouble;
use crate::store::{AnyFact, Change, Look, StoreError};

impl Room<'_> {
    pub(super) fn contact(&self, new: &Contact) -> Result<Change, Trouble> {
        contact::check(new, self.ledger, self.today)?;
        Ok(Change::Contact(new.clone().into()))
    }

    pub(super) fn cash(&self, new: &CashCount) -> Result<Change, Trouble> {
        let sum = self.look.sheets_sum(&new.group, new.session)?;
        cash::check(new, self.ledger, sum, self.today)?;
        Ok(Change::Cash(new.clone().into()))
    }

    pub(super) fn meeting(&self, new: &Meeting) -> Result<Change, Trouble> {
        meeting::check(new, self.ledger, self.today)?;
        Ok(Change::Meeting(new.clone().into()))
    }

    pub(super) fn action(&self, new: &ActionItem) -> Result<Change, Trouble> {
        meeting::action(new, self.ledger, self.today)?;
        Ok(Change::Action(new.clone().into()))
    }

    pub(super) fn step(&self, new: &ActionStep) -> Result<Change, Trouble> {
        meeting::step(new, self.ledger, self.today)?;
        Ok(Change::Step(new.clone().into()))
    }

    /// Whether a fact may be taken back by this one person, or by the two.
    pub(super) fn second_person(
        &self,
        fact: &AnyFact,
        confirmed_by: Option<&str>,
    ) -> Result<(), Trouble> {
        let counted = is_counted(&self.look, self.ledger, fact)?;
        Ok(second::check(confirmed_by, self.who, counted)?)
    }
}

/// Whether the cash of which a fact is a part is counted, so that two take it back.
pub(in crate::office) fn is_counted(
    look: &Look<'_>,
    ledger: &Ledger,
    fact: &AnyFact,
) -> Result<bool, StoreError> {
    let of = look.cash_of(fact)?;
    Ok(of.iter().any(|key| ledger.cash.contains_key(key)))
}

/// Who confirms a row that takes back; none where nobody does.
pub(super) fn confirmed(
    of: &FactId,
    day: Day,
    by: Option<&String>,
) -> Option<Recorded<Confirmation>> {
    by.map(|by| second::confirmation(of, day, by).into())
}

/// A row that takes back, with who confirms it.
pub(super) fn with(row: Change, confirmed: Option<Recorded<Confirmation>>) -> Change {
    match confirmed {
        Some(confirmed) => Change::Confirmed(Box::new(row), confirmed),
        None => row,
    }
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

pub(super) fn tidy_contact(new: Contact) -> Contact {
    Contact { talker: tidy(new.talker), said: trimmed(&new.said), ..new }
}

pub(super) fn tidy_cash(new: CashCount) -> CashCount {
    CashCount { by: tidy(new.by), because: tidy(new.because), ..new }
}

pub(super) fn tidy_meeting(new: Meeting) -> Meeting {
    Meeting {
        chair: trimmed(&new.chair),
        present: trimmed(&new.present),
        minutes: trimmed(&new.minutes),
        ..new
    }
}

pub(super) fn tidy_action(new: ActionItem) -> ActionItem {
    ActionItem { what: trimmed(&new.what), owner: trimmed(&new.owner), ..new }
}

pub(super) fn tidy_step(new: ActionStep) -> ActionStep {
    ActionStep { result: trimmed(&new.result), ..new }
}
