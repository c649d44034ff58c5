//! One command: read, ask the rule, write, journal, all in one transaction.

use super::command::{Command, Done, NewPayment, NewSheet, NewVisit};
use super::{Doing, Office, Stamp, StoreError, Trouble};
use crate::domain::day::Day;
use crate::domain::entry;
use crate::domain::ids::FactId;
use crate::domain::ledger::{Ledger, VisitRecord};
use crate::domain::loan::{LoanFile, PaymentKind};
use crate::domain::money::Dong;
use crate::domain::record::{PaymentRecord, Recorded, Trail};
use crate::domain::refusal::{Field, Refusal, Why};
use crate::domain::rulebook::Shelf;
use crate::domain::timeline::Timeline;
use crate::store::{Change, Look, PaymentRow, Put, Saving, SheetFacts, Touched};

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
            self.tallies.forget_all();
            self.ledger = saving.ledger()?;
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
        self.store.reload(&mut self.ledger, touched)?;
        self.forget_tallies(touched);
        self.seen = seen;
        Ok(())
    }

    /// What a command touched is added up anew when it is asked for.
    fn forget_tallies(&mut self, touched: &Touched) {
        let ledger = &self.ledger;
        let borrower = |code| ledger.loans.get(code).map(|file| &file.loan.member);
        let members = touched.loans.iter().filter_map(borrower).chain(&touched.members);
        let of_member = |code| ledger.members.get(code).map(|file| &file.member.group);
        for group in members.filter_map(of_member).chain(&touched.groups) {
            self.tallies.forget(group);
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
            let facts = unasked(command, &self.ledger);
            let standing = saving.standing(&facts.as_change()).ok()?;
            let id = id_of(command).clone();
            let done = Done { id, already: true, loans: vec![], members: vec![], facts: 0 };
            (standing == Put::Same).then_some(done)
        };
        commands.iter().map(done_already).collect()
    }

    fn room(&self, today: Day) -> Room<'_> {
        Room { ledger: &self.ledger, shelf: &self.shelf, look: self.store.look(), today }
    }
}

/// One command within a transaction: is it known, may it be, then it is written.
pub(super) fn one(
    saving: &mut Saving<'_>,
    (ledger, shelf): (&Ledger, &Shelf),
    who: &str,
    command: &Command,
    (today, now): (Day, Stamp),
) -> Result<(Done, Touched), Trouble> {
    let room = Room { ledger, shelf, look: saving.look(), today };
    let id = id_of(command).clone();
    // A command that was saved already is not asked again: its own facts would refuse it.
    let standing = saving.standing(&unasked(command, ledger).as_change())?;
    let facts = match standing {
        Put::Other => return Err(Refusal::at(Field::Id, Why::IdTaken(id)).into()),
        Put::Same => None,
        Put::New => Some(room.accept(command)?),
    };
    let mut done = Done { id, already: facts.is_none(), loans: vec![], members: vec![], facts: 0 };
    let mut touched = Touched::default();
    if let Some(facts) = facts {
        touched = facts.touches();
        done.facts = saving
            .write(&facts.as_change(), who, now)?
            .map_err(|taken| Refusal::at(Field::Id, Why::IdTaken(taken)))?;
        (done.loans, done.members) = (touched.loans.clone(), touched.members.clone());
    }
    Ok((done, touched))
}

/// What a command writes, owned.
enum Facts {
    Payment(PaymentRecord),
    Sheet(SheetFacts),
    Visit(Recorded<VisitRecord>),
}

impl Facts {
    fn as_change(&self) -> Change<'_> {
        match self {
            Facts::Payment(payment) => Change::Payment(payment),
            Facts::Sheet(sheet) => Change::Sheet(sheet),
            Facts::Visit(visit) => Change::Visit(visit),
        }
    }

    fn touches(&self) -> Touched {
        let mut touched = Touched::default();
        match self {
            Facts::Payment(payment) => touched.loans.push(payment.loan.clone()),
            Facts::Sheet(sheet) => {
                touched.loans.extend(sheet.payments.iter().map(|paid| paid.loan.clone()));
                touched.members.extend(sheet.deposits.iter().map(|saved| saved.member.clone()));
                touched.groups.extend(sheet.presence.map(|_| sheet.group.clone()));
            }
            Facts::Visit(row) => {
                touched.visits.push(row.visit.id.clone());
                touched.loans.extend(row.lines.iter().map(|line| line.loan.clone()));
            }
        }
        touched
    }
}

/// What the rules look at.
struct Room<'a> {
    ledger: &'a Ledger,
    shelf: &'a Shelf,
    look: Look<'a>,
    today: Day,
}

impl Room<'_> {
    /// The facts of a command that keeps the rules.
    fn accept(&self, command: &Command) -> Result<Facts, Trouble> {
        match command {
            Command::Payment(new) => self.payment(new).map(Facts::Payment),
            Command::Sheet(new) => self.sheet(new).map(Facts::Sheet),
            Command::Visit(new) => {
                entry::visit::check(new, self.ledger, self.today)?;
                Ok(Facts::Visit(visit_of(new)))
            }
        }
    }

    fn payment(&self, new: &NewPayment) -> Result<PaymentRecord, Trouble> {
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
        Ok(payment_of(new))
    }

    fn sheet(&self, new: &NewSheet) -> Result<SheetFacts, Trouble> {
        let on_sheets = self.look.members_on_sheets(&new.group, new.session)?;
        let due_of = |file: &LoanFile| due_at(self.ledger, self.shelf, file, new.session);
        let accepted = entry::sheet::check(new, self.ledger, &on_sheets, self.today, due_of)?;
        Ok(sheet_of(new, self.ledger, accepted))
    }
}

/// What tells a command from any other with the same id, before any rule was asked.
fn unasked(command: &Command, ledger: &Ledger) -> Facts {
    match command {
        Command::Payment(new) => Facts::Payment(payment_of(new)),
        Command::Sheet(new) => {
            Facts::Sheet(sheet_of(new, ledger, entry::sheet::Accepted::default()))
        }
        Command::Visit(new) => Facts::Visit(visit_of(new)),
    }
}

/// A principal payment that has a receipt and counts.
fn counts(row: &PaymentRow) -> bool {
    row.payment.kind == PaymentKind::Principal
        && row.payment.reverses.is_none()
        && row.reversed_by.is_none()
}

/// The interest that a loan is to pay at a session, as known on its day.
fn due_at(ledger: &Ledger, shelf: &Shelf, file: &LoanFile, session: Day) -> Dong {
    let timeline = ledger
        .point_of_loan(file)
        .zip(shelf.on(session))
        .and_then(|(point, rules)| Timeline::new(file, &point.calendar, rules, session, session));
    timeline.map_or(Dong::ZERO, |timeline| timeline.interest_to_pay_at(session))
}

fn id_of(command: &Command) -> &FactId {
    match command {
        Command::Payment(new) => &new.id,
        Command::Sheet(new) => &new.id,
        Command::Visit(new) => &new.visit.id,
    }
}

fn payment_of(new: &NewPayment) -> PaymentRecord {
    PaymentRecord {
        id: new.id.clone(),
        loan: new.loan.clone(),
        day: new.day,
        kind: new.kind,
        amount: new.amount,
        place: new.place,
        receipt: new.receipt.clone(),
        reverses: new.reverses.clone(),
        trail: Trail {
            reason: new.reason.clone(),
            collected_by: new.collected_by.clone(),
            ..Trail::default()
        },
    }
}

fn sheet_of(new: &NewSheet, ledger: &Ledger, accepted: entry::sheet::Accepted) -> SheetFacts {
    let group = ledger.groups.get(&new.group);
    let leader = group.and_then(|group| ledger.members.get(group.leader.as_ref()?));
    SheetFacts {
        id: new.id.clone(),
        group: new.group.clone(),
        session: new.session,
        presence: new.attendance,
        lines: serde_json::to_string(&new.lines).unwrap_or_default(),
        payments: accepted.payments,
        deposits: accepted.deposits,
        trail: Trail {
            collected_by: leader.map(|leader| leader.member.name.clone()),
            ..Trail::default()
        },
    }
}

fn visit_of(new: &NewVisit) -> Recorded<VisitRecord> {
    VisitRecord { visit: new.visit.clone(), lines: new.lines.clone() }.into()
}

/// A command without blanks around its texts; a text of blanks alone is none.
pub(super) fn tidied(command: Command) -> Command {
    fn tidy(text: Option<String>) -> Option<String> {
        text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    }
    match command {
        Command::Payment(new) => Command::Payment(NewPayment {
            receipt: tidy(new.receipt),
            reason: tidy(new.reason),
            collected_by: tidy(new.collected_by),
            ..new
        }),
        Command::Visit(mut new) => {
            new.visit.visitor = new.visit.visitor.trim().to_owned();
            new.visit.witness = tidy(new.visit.witness);
            Command::Visit(new)
        }
        sheet @ Command::Sheet(_) => sheet,
    }
}
