//! The taking back of any fact, with all that came with it.

use super::Room;
use crate::domain::cash::CashCount;
use crate::domain::contact::Contact;
use crate::domain::entry::master::NewReversal;
use crate::domain::entry::reversal::{self, Bears, Old};
use crate::domain::entry::second;
use crate::domain::ids::FactId;
use crate::domain::ledger::VisitRecord;
use crate::domain::loan::LoanChange;
use crate::domain::meeting::{ActionItem, ActionStep, Meeting};
use crate::domain::record::{
    CheckRecord, Confirmation, PaymentRecord, Recorded, SavingsRecord, Trail, TrancheRecord,
};
use crate::domain::refusal::{Field, Refusal, Why};
use crate::domain::visit::Visit;
use crate::office::Trouble;
use crate::store::{AnyFact, Back, Change, SheetFacts, SheetHead, StoreError, Touched};

impl Room<'_> {
    pub(super) fn reversal(&self, new: &NewReversal) -> Result<Change, Trouble> {
        let mut found = self.look.facts(&new.of)?;
        if found.len() > 1 {
            let words: Vec<&str> = found.iter().map(|(word, _)| *word).collect();
            let why = Why::SeveralFacts(words.join(", "));
            return Err(Refusal::at(Field::Reverses, why).into());
        }
        let Some((word, fact)) = found.pop() else {
            reversal::check(new, None, self.ledger, self.today)?;
            return Ok(unasked(new));
        };
        let reversed = self.look.is_reversed(word, &new.of)?;
        let second = self.second_person(&fact, new.confirmed_by.as_deref());
        let taken = self.taken(new, fact)?;
        let bears = taken.bears();
        let old = Old { day: taken.day, reverses: taken.reverses, reversed, bears };
        reversal::check(new, Some(old), self.ledger, self.today)?;
        second?;
        let Taken { rows, touched, .. } = taken;
        Ok(back(new, rows, touched))
    }

    /// What takes a fact back.
    fn taken(&self, new: &NewReversal, fact: AnyFact) -> Result<Taken, StoreError> {
        let by = By { new };
        Ok(match fact {
            AnyFact::Payment(old) => {
                Taken::of(old.day, old.reverses.is_some(), Change::Payment(by.payment(old, "")))
            }
            AnyFact::Saving(old) => Taken {
                savings: vec![old.clone()],
                ..Taken::of(old.day, old.reverses.is_some(), Change::Saving(by.saving(old, "")))
            },
            AnyFact::Tranche(old) => {
                let tranche =
                    TrancheRecord { id: new.id.clone(), day: new.day, ..old.fact.clone() };
                let row = Change::Tranche(by.row(tranche));
                let tranche = Some(old.fact.clone());
                Taken { tranche, ..Taken::of(old.fact.day, old.reverses.is_some(), row) }
            }
            AnyFact::Change(old) => {
                let (loan, change) = old.fact;
                let now = LoanChange { id: new.id.clone(), day: new.day, kind: change.kind };
                let row = Change::Terms(by.row((loan, now)));
                Taken::of(change.day, old.reverses.is_some(), row)
            }
            AnyFact::Opening(old) => {
                let loan = Some(old.fact.0.clone());
                let (day, reverses) = (old.fact.1.day, old.reverses.is_some());
                let row = Change::Opening(new.id.clone(), by.row(old.fact));
                Taken { opening: loan, ..Taken::of(day, reverses, row) }
            }
            AnyFact::Attendance(old) => {
                let (day, reverses) = (old.fact.1, old.reverses.is_some());
                let row = Change::Attendance(new.id.clone(), by.row(old.fact));
                let mut taken = Taken::of(day, reverses, row);
                taken.rows.extend(self.said_before(&by, &new.of)?);
                taken
            }
            AnyFact::Visit(old) => visit(&by, old),
            AnyFact::Check(old) => {
                let (day, reverses) = (old.fact.day, old.reverses.is_some());
                let answers = self.look.answers(&old.fact.group, day)?;
                let first = answers.iter().position(|answer| answer.fact.id == new.of);
                let row = Change::Check(by.answers(answers, first.unwrap_or_default()));
                Taken::of(day, reverses, row)
            }
            AnyFact::Sheet(old) => self.sheet_back(&by, old)?,
            AnyFact::Contact(old) => {
                let day = old.fact.day;
                let now = Contact { id: new.id.clone(), day: new.day, ..old.fact };
                Taken::of(day, old.reverses.is_some(), Change::Contact(by.row(now)))
            }
            AnyFact::Cash(old) => {
                let day = old.fact.session;
                let now = CashCount { id: new.id.clone(), ..old.fact };
                Taken::of(day, old.reverses.is_some(), Change::Cash(by.row(now)))
            }
            AnyFact::Meeting(old) => meeting(&by, old),
            AnyFact::Action(old) => action(&by, old),
            AnyFact::Step(old) => {
                let day = old.fact.day;
                let now = ActionStep { id: new.id.clone(), day: new.day, ..old.fact };
                Taken::of(day, old.reverses.is_some(), Change::Step(by.row(now)))
            }
        })
    }

    /// A sheet with all that it has written and still counts.
    fn sheet_back(&self, by: &By<'_>, old: SheetHead) -> Result<Taken, StoreError> {
        let (payments, savings) = self.look.of_sheet(&old.id)?;
        let head = SheetFacts {
            id: by.new.id.clone(),
            group: old.group.clone(),
            session: old.session,
            presence: None,
            lines: "[]".to_owned(),
            payments: Vec::new(),
            savings: Vec::new(),
            reverses: Some(old.id.clone()),
            trail: by.trail(),
        };
        let mut taken = Taken::of(old.session, old.reverses.is_some(), Change::Sheet(head));
        taken.savings.clone_from(&savings);
        let paid = (1..).zip(payments);
        let paid = paid.map(|(no, row)| Change::Payment(by.payment(row, &format!("-i{no:03}"))));
        taken.rows.extend(paid);
        let saved = (1..).zip(savings);
        let saved = saved.map(|(no, row)| Change::Saving(by.saving(row, &format!("-s{no:03}"))));
        taken.rows.extend(saved);
        let came = old.id.follow("-a1");
        if let Some((_, AnyFact::Attendance(row))) = self.look.facts(&came)?.pop()
            && !self.look.is_reversed("attendance", &came)?
        {
            let before = self.said_before(by, &came)?;
            let back = Recorded { reverses: Some(came), ..by.row(row.fact) };
            taken.rows.push(Change::Attendance(by.new.id.follow("-a"), back));
            taken.rows.extend(before);
        }
        Ok(taken)
    }

    /// What was said of who came before a correction that is taken back, said anew: the correction
    /// had taken it back by a row of its own (domain.md, section 9).
    fn said_before(&self, by: &By<'_>, came: &FactId) -> Result<Option<Change>, StoreError> {
        let of_sheet = came.as_str().strip_suffix("-a1").map(FactId::from);
        for entry in [Some(came.clone()), of_sheet].into_iter().flatten() {
            for (_, fact) in self.look.facts(&entry.follow("-a0"))? {
                if let AnyFact::Attendance(Recorded { fact, reverses: Some(_), .. }) = fact {
                    let anew = Recorded { fact, reverses: None, trail: by.trail() };
                    return Ok(Some(Change::Attendance(by.new.id.follow("-a2"), anew)));
                }
            }
        }
        Ok(None)
    }
}

fn meeting(by: &By<'_>, old: Recorded<Meeting>) -> Taken {
    let (day, id) = (old.fact.day, old.fact.id.clone());
    let now = Meeting { id: by.new.id.clone(), day: by.new.day, ..old.fact };
    let mut taken = Taken::of(day, old.reverses.is_some(), Change::Meeting(by.row(now)));
    taken.touched.meetings.push(id.clone());
    Taken { meeting: Some(id), ..taken }
}

fn action(by: &By<'_>, old: Recorded<ActionItem>) -> Taken {
    let (day, id) = (old.fact.day, old.fact.id.clone());
    let now = ActionItem { id: by.new.id.clone(), day: by.new.day, ..old.fact };
    let mut taken = Taken::of(day, old.reverses.is_some(), Change::Action(by.row(now)));
    taken.touched.actions.push(id.clone());
    Taken { action: Some(id), ..taken }
}

/// A visit; its lines go with it.
fn visit(by: &By<'_>, old: Recorded<VisitRecord>) -> Taken {
    let VisitRecord { visit, lines } = old.fact;
    let (day, id) = (visit.day, visit.id.clone());
    let head = Visit { id: by.new.id.clone(), day: by.new.day, reported_on: None, ..visit };
    let row = Change::Visit(by.row(VisitRecord { visit: head, lines: Vec::new() }));
    let mut taken = Taken::of(day, old.reverses.is_some(), row);
    taken.touched.visits.push(id);
    taken.touched.loans.extend(lines.into_iter().map(|line| line.loan));
    taken
}

/// What is taken back, and by what.
struct Taken {
    day: crate::domain::day::Day,
    reverses: bool,
    rows: Vec<Change>,
    touched: Touched,
    savings: Vec<SavingsRecord>,
    tranche: Option<TrancheRecord>,
    opening: Option<crate::domain::ids::LoanCode>,
    meeting: Option<FactId>,
    action: Option<FactId>,
}

impl Taken {
    fn of(day: crate::domain::day::Day, reverses: bool, row: Change) -> Taken {
        Taken {
            day,
            reverses,
            rows: vec![row],
            touched: Touched::default(),
            savings: Vec::new(),
            tranche: None,
            opening: None,
            meeting: None,
            action: None,
        }
    }

    fn bears(&self) -> Bears<'_> {
        let tranche = self.tranche.as_ref().map(Bears::Tranche);
        let opening = || self.opening.as_ref().map(Bears::Opening);
        let meeting = || self.meeting.as_ref().map(Bears::Meeting);
        let action = || self.action.as_ref().map(Bears::Action);
        let one = tranche.or_else(opening).or_else(meeting).or_else(action);
        one.unwrap_or(match self.savings.as_slice() {
            [] => Bears::Nothing,
            rows => Bears::Savings(rows),
        })
    }
}

/// Makes rows that take others back.
struct By<'a> {
    new: &'a NewReversal,
}

impl By<'_> {
    fn trail(&self) -> Trail {
        Trail { reason: Some(self.new.reason.clone()), ..Trail::default() }
    }

    fn row<T>(&self, fact: T) -> Recorded<T> {
        Recorded { fact, reverses: Some(self.new.of.clone()), trail: self.trail() }
    }

    fn payment(&self, old: PaymentRecord, ending: &str) -> PaymentRecord {
        PaymentRecord {
            id: self.new.id.follow(ending),
            day: self.new.day,
            reverses: Some(old.id),
            trail: self.trail(),
            ..old
        }
    }

    fn saving(&self, old: SavingsRecord, ending: &str) -> SavingsRecord {
        SavingsRecord {
            id: self.new.id.follow(ending),
            day: self.new.day,
            reverses: Some(old.id),
            trail: self.trail(),
            ..old
        }
    }

    /// All answers of a check: the one that was named first, by the reversal's own id.
    fn answers(
        &self,
        mut old: Vec<Recorded<CheckRecord>>,
        named: usize,
    ) -> Vec<Recorded<CheckRecord>> {
        let named = named.min(old.len());
        old.rotate_left(named);
        let rows = (1..).zip(old).map(|(no, answer)| {
            let reverses = Some(answer.fact.id.clone());
            let ending = if no == 1 { String::new() } else { format!("-{no:02}") };
            let id = self.new.id.follow(&ending);
            let fact = CheckRecord { id, day: self.new.day, ..answer.fact };
            Recorded { fact, reverses, trail: self.trail() }
        });
        rows.collect()
    }
}

/// A reversal before the book was asked what it takes back.
pub(super) fn unasked(new: &NewReversal) -> Change {
    back(new, Vec::new(), Touched::default())
}

/// Who confirms it: the second person stands behind a fact, under an id made of the reversal's.
fn confirmed(new: &NewReversal, fact: &FactId) -> Option<Recorded<Confirmation>> {
    let by = new.confirmed_by.as_ref()?;
    let confirmation = second::confirmation(&new.id, new.day, by);
    Some(Confirmation { fact: fact.clone(), ..confirmation }.into())
}

fn back(new: &NewReversal, rows: Vec<Change>, touched: Touched) -> Change {
    let (id, of) = (new.id.clone(), new.of.clone());
    // A sheet's head is in no file: what stands for it there is the first money that it takes back.
    let money = rows.iter().find_map(|row| match row {
        Change::Payment(paid) => Some(&paid.id),
        Change::Saving(saved) => Some(&saved.id),
        _ => None,
    });
    let confirmed = confirmed(new, money.unwrap_or(&new.id));
    Change::Back(Box::new(Back { id, of, rows, touched, confirmed }))
}
