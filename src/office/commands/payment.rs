//! One payment, or the taking back of one.

use super::collection::{confirmed, with};
use super::{Room, tidy};
use crate::domain::entry::{self, NewPayment};
use crate::domain::loan::PaymentKind;
use crate::office::Trouble;
use crate::store::{AnyFact, Change, PaymentRow};

impl Room<'_> {
    pub(super) fn payment(&self, new: &NewPayment) -> Result<Change, Trouble> {
        let old = match &new.reverses {
            Some(id) => self.look.payment(id)?,
            None => None,
        };
        let receipt_on = match (&new.receipt, new.kind, &new.reverses) {
            (Some(receipt), PaymentKind::Principal, None) => self
                .look
                .receipts(receipt)?
                .iter()
                .find(|row| counts(row))
                .map(|row| row.payment.day),
            _ => None,
        };
        let known = entry::payment::Known {
            taken_back: old.as_ref().map(|row| &row.payment),
            reversed_already: old.as_ref().is_some_and(|row| row.reversed_by.is_some()),
            receipt_on,
        };
        entry::payment::check(new, self.ledger, known, self.today)?;
        if let Some(old) = old {
            self.second_person(&AnyFact::Payment(old.payment), new.confirmed_by.as_deref())?;
        }
        Ok(change(new))
    }
}

/// A principal payment that has a receipt and counts.
fn counts(row: &PaymentRow) -> bool {
    row.payment.kind == PaymentKind::Principal
        && row.payment.reverses.is_none()
        && row.reversed_by.is_none()
}

pub(super) fn change(new: &NewPayment) -> Change {
    let confirmed = confirmed(&new.id, new.day, new.confirmed_by.as_ref());
    with(Change::Payment(new.record()), confirmed)
}

pub(super) fn tidied(new: NewPayment) -> NewPayment {
    NewPayment {
        receipt: tidy(new.receipt),
        reason: tidy(new.reason),
        collected_by: tidy(new.collected_by),
        confirmed_by: tidy(new.confirmed_by),
        ..new
    }
}
