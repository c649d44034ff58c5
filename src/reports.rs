//! Questions to the book: one file a report, each a value that screens and commands both show.
//!
//! A report reads the ledger and nothing else; the day and the scope are arguments. Its JSON is
//! that of contract.md, section 3: keys in the order of the fields here.

pub mod actions;
pub mod arrears;
pub mod audit;
pub mod behind;
pub mod contacts;
pub mod coverage;
pub mod debts;
pub mod due;
pub mod group_page;
pub mod history;
pub mod loans;
pub mod meeting;
pub mod migration;
pub mod overdue;
pub mod overview;
pub mod portfolio;
pub mod progress;
pub mod ratios;
pub mod reasons;
pub mod scope;
pub mod scores;
pub mod sheet;
pub mod standings;
pub mod terms;
pub mod visit_form;
pub mod visits;
pub mod visits_due;
pub mod worklist;

use crate::domain::contact::Promise;
use crate::domain::day::Day;
use crate::domain::group::Group;
use crate::domain::ids::LoanCode;
use crate::domain::ledger::{Ledger, MemberFile};
use crate::domain::loan::LoanFile;
use crate::domain::loan_day::LoanDay;
use crate::domain::remembered::Remembered;
use crate::domain::rulebook::{Rulebook, Shelf};
use crate::domain::tally::Tally;
use scope::Scope;

/// What a report is asked: of which book, by which rules, as of which day, about what part.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The book.
    pub ledger: &'a Ledger,
    /// The rulebooks.
    pub shelf: &'a Shelf,
    /// The day asked about; facts of that day included.
    pub as_of: Day,
    /// The part of the book asked about.
    pub scope: Scope,
    /// What was worked out of this very ledger under these rulebooks.
    pub remembered: Option<&'a Remembered>,
}

/// A loan with those it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct LoanInBook<'a> {
    /// The loan.
    pub file: &'a LoanFile,
    /// Its borrower.
    pub member: &'a MemberFile,
    /// The borrower's group.
    pub group: &'a Group,
}

impl<'a> Question<'a> {
    /// About the whole book.
    #[must_use]
    pub fn new(ledger: &'a Ledger, shelf: &'a Shelf, as_of: Day) -> Question<'a> {
        Question { ledger, shelf, as_of, scope: Scope::whole(), remembered: None }
    }

    /// The same, with what was worked out already.
    #[must_use]
    pub fn remembering(self, remembered: &'a Remembered) -> Question<'a> {
        Question { remembered: Some(remembered), ..self }
    }

    /// The same about a part of it.
    #[must_use]
    pub fn within(self, scope: Scope) -> Question<'a> {
        Question { scope, ..self }
    }

    /// The same as of another day.
    #[must_use]
    pub fn on(&self, as_of: Day) -> Question<'a> {
        Question { as_of, ..self.clone() }
    }

    /// The rulebook that governs the day. The shelf is never empty; none only by a bug.
    #[must_use]
    pub fn rules(&self) -> Option<&'a Rulebook> {
        self.shelf.on(self.as_of)
    }

    /// The groups in scope, by code.
    pub fn groups(&self) -> impl Iterator<Item = &'a Group> + '_ {
        let ledger = self.ledger;
        ledger.groups.values().filter(move |group| self.scope.holds(ledger, group))
    }

    /// The loans in scope, by code.
    pub fn loans(&self) -> Box<dyn Iterator<Item = LoanInBook<'a>> + '_> {
        let ledger = self.ledger;
        match self.groups_of_a_part() {
            None => Box::new(ledger.loans.values().filter_map(|file| in_book(ledger, file))),
            Some(groups) => Box::new(loans_of(ledger, groups).into_iter()),
        }
    }

    /// The loans in scope that a list shows for how they stand on the day, by code.
    pub fn loans_that(
        &self,
        shows: impl Fn(&LoanDay) -> bool + 'a,
    ) -> Box<dyn Iterator<Item = (LoanInBook<'a>, LoanDay)> + '_> {
        let ledger = self.ledger;
        match self.groups_of_a_part() {
            // Whose loan it is is looked up for those that are shown alone.
            None => Box::new(ledger.loans.values().filter_map(move |file| {
                let day = self.loan_day(file).filter(&shows)?;
                Some((in_book(ledger, file)?, day))
            })),
            Some(groups) => Box::new(
                loans_of(ledger, groups)
                    .into_iter()
                    .filter_map(move |loan| Some((loan, self.loan_day(loan.file).filter(&shows)?))),
            ),
        }
    }

    /// The groups in scope; none where that is all of them.
    fn groups_of_a_part(&self) -> Option<Vec<&'a Group>> {
        let groups: Vec<&Group> = self.groups().collect();
        (groups.len() < self.ledger.groups.len()).then_some(groups)
    }

    /// The day from which growth is measured: 31 December of the year before.
    #[must_use]
    pub fn baseline(&self) -> Day {
        let month = self.as_of.month();
        month.first_day().months_before(month.number() - 1).plus(-1)
    }

    /// What a group adds up to on the day; growth is measured from the year's beginning.
    #[must_use]
    pub fn tally_of(&self, group: &Group) -> Tally {
        let add_up = || {
            self.rules().map_or_else(Tally::default, |rules| {
                Tally::of_group(self.ledger, group, rules, self.as_of, self.baseline())
            })
        };
        match self.remembered {
            Some(remembered) => remembered.tallies.of(group, self.as_of, add_up),
            None => add_up(),
        }
    }

    /// How a loan stands on the day; none where it does not exist yet.
    #[must_use]
    pub fn loan_day(&self, file: &LoanFile) -> Option<LoanDay> {
        let work_out = || Some(self.ledger.timeline(file, self.rules()?, self.as_of)?.loan_day());
        match self.remembered {
            Some(remembered) => remembered.loans.of(&file.loan.code, self.as_of, work_out),
            None => work_out(),
        }
    }
}

/// A loan with its member and group; none where the book is broken.
#[must_use]
pub fn in_book<'a>(ledger: &'a Ledger, file: &'a LoanFile) -> Option<LoanInBook<'a>> {
    let member = ledger.members.get(&file.loan.member)?;
    let group = ledger.groups.get(&member.member.group)?;
    Some(LoanInBook { file, member, group })
}

/// The loans of groups, by code.
fn loans_of<'a>(ledger: &'a Ledger, groups: Vec<&'a Group>) -> Vec<LoanInBook<'a>> {
    let mut loans = Vec::new();
    for group in groups {
        let members = ledger.members_of.get(&group.code).map_or(&[][..], Vec::as_slice);
        for member in members.iter().filter_map(|code| ledger.members.get(code)) {
            let files = member.loans.iter().filter_map(|code| ledger.loans.get(code));
            loans.extend(files.map(|file| LoanInBook { file, member, group }));
        }
    }
    loans.sort_by(|one, other| one.file.loan.code.cmp(&other.file.loan.code));
    loans
}

impl LoanInBook<'_> {
    /// Its code.
    #[must_use]
    pub fn code(&self) -> LoanCode {
        self.file.loan.code.clone()
    }

    /// The last visit to it up to a day.
    #[must_use]
    pub fn last_visit(&self, day: Day) -> Option<Day> {
        self.file.visits.iter().map(|visit| visit.day).filter(|visit| *visit <= day).max()
    }

    /// What was promised last up to a day.
    #[must_use]
    pub fn promised(&self, day: Day) -> Option<Promise> {
        self.file.last_promise(day)?.promise
    }
}
