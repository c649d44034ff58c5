//! Taking in a whole folder: one transaction, all of it or nothing.

use super::{Imported, Office, Progress, Stamp, Trouble, in_force};
use crate::domain::entry::payment::sound;
use crate::domain::ids::FactId;
use crate::domain::ledger::Ledger;
use crate::domain::record::{Batch, PaymentRecord};
use crate::domain::refusal::{Field, Refusal, Why};
use crate::store::Stopped;
use std::sync::atomic::AtomicBool;

impl Office {
    /// Takes in a batch. Rows known with the same content are skipped; a row whose id or code is
    /// known with other content refuses the whole, its number in the batch as the line. What the
    /// rows say of who recorded them, and when, is kept.
    ///
    /// # Errors
    /// The refusal, or what the file says; then nothing was taken in.
    pub fn import(
        &mut self,
        batch: &Batch,
        now: Stamp,
        progress: &mut dyn FnMut(Progress),
        cancel: &AtomicBool,
    ) -> Result<Imported, Trouble> {
        if self.read_only() {
            return Err(Refusal::at(Field::Whole, Why::ReadOnly).into());
        }
        let judge = |ledger: &Ledger| judge(ledger, batch);
        let result = self.store.import(batch, (&self.who, now), progress, cancel, judge);
        match result {
            Ok((imported, ledger)) => {
                self.remembered.forget_all();
                self.ledger = ledger;
                if !batch.rulebooks.is_empty() {
                    self.shelf = in_force(&self.given, &self.store.rulebooks(None)?)?;
                }
                // It is in the book. Where that can't say its number now, it is read anew later.
                self.seen = self.store.generation().ok();
                Ok(imported)
            }
            Err(Stopped::Unsure(error)) => self.taken_in_already(batch, now).ok_or(error.into()),
            Err(Stopped::Taken(taken)) => {
                let field = match taken.kind {
                    "loan" => Field::Loan,
                    "member" => Field::Member,
                    "group" => Field::Group,
                    _ => Field::Id,
                };
                let why = Why::IdTaken(FactId::new(taken.key));
                Err(Refusal::at(field, why).on_line(taken.row).into())
            }
            Err(Stopped::Judged(refusal)) => Err(refusal.into()),
            Err(Stopped::Store(error)) => Err(error.into()),
        }
    }

    /// After a commit that failed nobody knows whether the batch is in the book: it is opened anew
    /// and asked (trust.md, section 1). None where a row is not in it, or the book can't say.
    pub(super) fn taken_in_already(&mut self, batch: &Batch, now: Stamp) -> Option<Imported> {
        self.seen = None;
        self.store.reopen().ok()?;
        let known = self.store.known(batch, (&self.who, now))?;
        let _ = self.refresh();
        Some(known)
    }
}

/// The rules that a book must keep after an import, whatever a batch and the book had apart. The
/// line is that of the batch's last payment of the loan that breaks them.
fn judge(ledger: &Ledger, batch: &Batch) -> Result<(), Refusal> {
    ledger.loans.values().try_for_each(|file| {
        sound(file).map_err(|refusal| {
            let of_loan = |payment: &PaymentRecord| payment.loan == file.loan.code;
            match batch.payments.iter().rposition(of_loan) {
                Some(at) => refusal.on_line(at + 1),
                None => refusal,
            }
        })
    })
}
