//! What is odd but allowed: imported, and listed by `check` (contract.md, section 2).

use super::{Office, StoreError};
use crate::domain::day::Day;
use crate::domain::entry;
use crate::domain::ids::{FactId, GroupCode, LoanCode};
use crate::domain::loan::{LoanFile, PaymentPlace};
use crate::domain::refusal::Refusal;

/// One thing that is odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Principal that was paid through a group.
    PrincipalThroughGroup(LoanCode, FactId),
    /// Principal that was paid without a receipt number.
    PrincipalWithoutReceipt(LoanCode, FactId),
    /// Money that an association is said to have collected: its fact, and the name.
    AssociationCollected(FactId, String),
    /// A rescheduling or extension beyond what the rules allow, and why.
    ChangeBeyondLimits(LoanCode, FactId, Refusal),
    /// A group with fewer or more members than a group may have: how many, the least, the most.
    GroupSize {
        /// The group.
        group: GroupCode,
        /// Its members on the day.
        members: usize,
        /// The least and most.
        allowed: (u32, u32),
    },
}

impl Office {
    /// All that is odd on a day.
    ///
    /// # Errors
    /// What the file says.
    pub fn warnings(&self, as_of: Day) -> Result<Vec<Warning>, StoreError> {
        let mut warnings = Vec::new();
        for row in self.store.look().odd_principal()? {
            let payment = row.payment;
            warnings.push(if payment.place == PaymentPlace::Group {
                Warning::PrincipalThroughGroup(payment.loan, payment.id)
            } else {
                Warning::PrincipalWithoutReceipt(payment.loan, payment.id)
            });
        }
        for (id, name) in self.store.look().collected()? {
            if entry::text::collector(Some(&name)).is_err() {
                warnings.push(Warning::AssociationCollected(id, name));
            }
        }
        warnings.extend(self.odd_changes());
        warnings.extend(self.odd_groups(as_of));
        Ok(warnings)
    }

    /// Changes that came with a file and that a form would have refused. Each is asked of the loan
    /// as it was known before it.
    fn odd_changes(&self) -> Vec<Warning> {
        let mut odd = Vec::new();
        for file in self.ledger.loans.values().filter(|file| !file.changes.is_empty()) {
            let Some(point) = self.ledger.point_of_loan(file) else { continue };
            let mut before = LoanFile { changes: Vec::new(), ..file.clone() };
            for change in &file.changes {
                let rules = self.shelf.on(change.day);
                let kept = entry::change::within_limits(change, &before, &point.calendar, rules);
                if let Err(refusal) = kept {
                    let (loan, id) = (file.loan.code.clone(), change.id.clone());
                    odd.push(Warning::ChangeBeyondLimits(loan, id, refusal));
                }
                before.changes.push(change.clone());
            }
        }
        odd
    }

    fn odd_groups(&self, as_of: Day) -> impl Iterator<Item = Warning> {
        let allowed = self.shelf.on(as_of).map_or((0, u32::MAX), |rules| rules.group_size);
        let fits = move |members: usize| {
            u32::try_from(members).is_ok_and(|count| (allowed.0..=allowed.1).contains(&count))
        };
        let counting = self.ledger.groups.values().filter(move |group| group.counts_on(as_of));
        counting.filter_map(move |group| {
            let codes = self.ledger.members_of.get(&group.code)?;
            let files = codes.iter().filter_map(|code| self.ledger.members.get(code));
            let members = files.filter(|file| file.member.counts_on(as_of)).count();
            let odd = Warning::GroupSize { group: group.code.clone(), members, allowed };
            (!fits(members)).then_some(odd)
        })
    }
}
