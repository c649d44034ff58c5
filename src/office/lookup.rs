//! What screens ask of the file itself: rows with their trail, receipts, counts, drafts.

use super::commands::is_counted;
use super::{
    AuditRow, Counts, DraftRow, Office, PaymentRow, SavingsRow, SheetRow, Stamp, StoreError,
    TakenBack,
};
use crate::domain::day::Day;
use crate::domain::entry::SheetLine;
use crate::domain::ids::{FactId, GroupCode, LoanCode, MemberCode};
use crate::domain::money::Dong;
use crate::domain::record::Batch;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// What saved sheets say of members, by group and member.
pub type SaidOnSheets = BTreeMap<GroupCode, BTreeMap<MemberCode, SheetLine>>;

impl Office {
    /// Whether an entry, by its id, made the master row with a code: then it is no amendment when
    /// it comes again.
    ///
    /// # Errors
    /// What the file says.
    pub fn made(&self, entry: &FactId, code: &str) -> Result<bool, StoreError> {
        self.store.look().made(entry, code)
    }

    /// Whether an entry, by its id, made or changed the master row with a code.
    ///
    /// # Errors
    /// What the file says.
    pub fn entered(&self, entry: &FactId, code: &str) -> Result<bool, StoreError> {
        self.store.look().entered(entry, code)
    }

    /// What each group has handed in on a session's day, by group; groups without anything are
    /// not in it.
    ///
    /// # Errors
    /// What the file says.
    pub fn sheets_of(&self, session: Day) -> Result<Vec<SheetRow>, StoreError> {
        self.store.look().sheets_of(session)
    }

    /// The cash that a group hands in at a session by what is saved now: interest and deposits
    /// less withdrawals, never below zero; none where nothing of it is saved. The count that is
    /// held against it is in the ledger ([`Ledger::cash_count`]).
    ///
    /// [`Ledger::cash_count`]: crate::domain::ledger::Ledger::cash_count
    ///
    /// # Errors
    /// What the file says.
    pub fn sheets_sum(&self, group: &GroupCode, session: Day) -> Result<Option<Dong>, StoreError> {
        self.store.look().sheets_sum(group, session)
    }

    /// Whether one of these facts is money of a counted cash, or the count or a sheet of it, so
    /// that a second person confirms its taking back: what the rule itself asks.
    ///
    /// # Errors
    /// What the file says.
    pub fn needs_second_person(&self, facts: &[FactId]) -> Result<bool, StoreError> {
        let look = self.store.look();
        for id in facts {
            for (_, fact) in look.facts(id)? {
                if is_counted(&look, self.ledger(), &fact)? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// All payments of a loan, those taken back included, by day then id.
    ///
    /// # Errors
    /// What the file says.
    pub fn payments_of_loan(&self, loan: &LoanCode) -> Result<Vec<PaymentRow>, StoreError> {
        self.store.look().payments_of_loan(loan)
    }

    /// All savings of a member, those taken back included, by day then id.
    ///
    /// # Errors
    /// What the file says.
    pub fn savings_of_member(&self, member: &MemberCode) -> Result<Vec<SavingsRow>, StoreError> {
        self.store.look().savings_of_member(member)
    }

    /// The payments with a receipt number, those taken back included.
    ///
    /// # Errors
    /// What the file says.
    pub fn find_receipt(&self, receipt: &str) -> Result<Vec<PaymentRow>, StoreError> {
        self.store.look().receipts(receipt.trim())
    }

    /// The members who stand on a saved sheet of that session with anything that counts, each
    /// with the sheet: of any group, for a member may have moved since.
    ///
    /// # Errors
    /// What the file says.
    pub fn on_sheets(&self, session: Day) -> Result<BTreeMap<MemberCode, FactId>, StoreError> {
        self.store.look().members_on_sheets(session)
    }

    /// What the saved sheets of a session say of each member beside money: a typed 0, "asked, and
    /// not paid", and the notes. Groups and members of whom nothing is said are not in it.
    ///
    /// # Errors
    /// What the file says.
    pub fn said_on_sheets(&self, session: Day) -> Result<SaidOnSheets, StoreError> {
        let mut said = SaidOnSheets::new();
        let look = self.store.look();
        let count: BTreeSet<(FactId, MemberCode)> =
            look.lines_that_count(session)?.into_iter().collect();
        for (group, sheet, json) in look.lines_of_sheets(session)? {
            let lines: Vec<SheetLine> = serde_json::from_str(&json).unwrap_or_default();
            // a line whose money was taken back says nothing any more, not even its note
            let stands = |line: &SheetLine| {
                !moves(line) || count.contains(&(sheet.clone(), line.member.clone()))
            };
            for line in lines.into_iter().filter(|line| !line.is_empty() && stands(line)) {
                let of_group = said.entry(group.clone()).or_default();
                match of_group.entry(line.member.clone()) {
                    Entry::Vacant(place) => {
                        place.insert(line);
                    }
                    Entry::Occupied(mut before) => before.get_mut().add(line),
                }
            }
        }
        Ok(said)
    }

    /// The fact that says who came for a group to a session; none where nothing says it.
    ///
    /// # Errors
    /// What the file says.
    pub fn attendance_fact(
        &self,
        group: &GroupCode,
        session: Day,
    ) -> Result<Option<FactId>, StoreError> {
        self.store.look().attendance_of(group, session)
    }

    /// What was paid to the bank on a day, at its points and its office: also what was taken back.
    ///
    /// # Errors
    /// What the file says.
    pub fn paid_to_bank(&self, day: Day) -> Result<Vec<PaymentRow>, StoreError> {
        self.store.look().paid_to_bank(day)
    }

    /// One payment, with what became of it; none where the book has none of that id.
    ///
    /// # Errors
    /// What the file says.
    pub fn payment(&self, id: &FactId) -> Result<Option<PaymentRow>, StoreError> {
        self.store.look().payment(id)
    }

    /// What of a group's sheets of a session was taken back.
    ///
    /// # Errors
    /// What the file says.
    pub fn taken_back(
        &self,
        group: &GroupCode,
        session: Day,
    ) -> Result<Vec<TakenBack>, StoreError> {
        self.store.look().taken_back(group, session)
    }

    /// How many rows of each kind the book has.
    ///
    /// # Errors
    /// What the file says.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        self.store.look().counts()
    }

    /// The whole book as rows, for writing it out.
    ///
    /// # Errors
    /// What the file says.
    pub fn whole(&self) -> Result<Batch, StoreError> {
        self.store.whole()
    }

    /// Hands on what was recorded, with who, when and where: from one day in UTC to another, where
    /// they are given, and of business days up to `until`; `take` says whether to go on.
    ///
    /// # Errors
    /// What the file says.
    pub fn audit(
        &self,
        recorded: (Option<Day>, Option<Day>),
        until: Day,
        take: &mut dyn FnMut(AuditRow) -> bool,
    ) -> Result<(), StoreError> {
        self.store.audit(recorded, until, take)
    }

    /// Keeps what is half typed in a form, so that it survives a power cut; whether it is kept. A
    /// book that is open for reading keeps nothing.
    ///
    /// # Errors
    /// What the file says.
    pub fn keep_draft(
        &self,
        kind: &str,
        key: &str,
        json: &str,
        now: Stamp,
    ) -> Result<bool, StoreError> {
        if self.read_only() {
            return Ok(false);
        }
        self.store.keep_draft(kind, key, json, now).map(|()| true)
    }

    /// What was kept of a form.
    ///
    /// # Errors
    /// What the file says.
    pub fn draft(&self, kind: &str, key: &str) -> Result<Option<String>, StoreError> {
        self.store.draft(kind, key)
    }

    /// All forms that are half typed, the latest first.
    ///
    /// # Errors
    /// What the file says.
    pub fn drafts(&self) -> Result<Vec<DraftRow>, StoreError> {
        self.store.drafts()
    }

    /// Forgets what was kept of a form.
    ///
    /// # Errors
    /// What the file says.
    pub fn drop_draft(&self, kind: &str, key: &str) -> Result<(), StoreError> {
        if self.read_only() { Ok(()) } else { self.store.drop_draft(kind, key) }
    }
}

/// Whether a line of a sheet moves money.
fn moves(line: &SheetLine) -> bool {
    let money = [line.interest, line.savings, line.withdrawal];
    money.into_iter().flatten().any(Dong::is_positive)
}
