//! The register of screens: what can be opened, and which places there are.
//!
//! Adding a screen: its file under `screens/`; here its `mod`, its `Route` and its line in `open`;
//! a place also its line in `place`.

mod book;
mod copies;
mod debts;
mod drafts;
mod entry;
mod find;
mod group_page;
mod groups;
mod loan;
mod meeting;
mod member;
mod overview;
mod places;
mod plans;
mod quality;
mod session;
mod visit_form;
mod visits;

pub use debts::Start as DebtStart;
pub use entry::Entry;
pub use meeting::At as MeetingAt;
pub use session::pick::Purpose as PickPurpose;
pub use visits::Urgency as VisitUrgency;

use super::screen::{Screen, View};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode, LoanCode, MemberCode, PointCode};
use crate::domain::loan::PaymentKind;
use crate::domain::ratio::RatioId;
use crate::domain::score::Grade;
use crate::reports::meeting::units::By;
use crate::reports::scope::Scope;
use crate::reports::scores::Level;
use crate::reports::standings::Unit;

/// Where one can go: a plain value, so that a key, a search hit or a test can open any screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Place 1: the home screen.
    Overview,
    /// Place 2: the collection day.
    Session,
    /// A point's session on a day.
    SessionOf(PointCode, Day),
    /// A group's sheet of a session.
    Sheet(GroupCode, Day),
    /// The cash of a group's sheets of a session, counted.
    Cash(GroupCode, Day),
    /// What was paid to the bank on a point's session day.
    Receipts(PointCode, Day),
    /// What was paid out on a point's session day.
    PaidOut(PointCode, Day),
    /// Picks a loan of a point, on which principal is paid.
    PickLoan(PointCode),
    /// Picks a loan or member of a point for something else.
    PickFor(PointCode, PickPurpose),
    /// The receipt for principal of a loan.
    Receipt(LoanCode),
    /// The receipt for interest that is paid to the bank.
    InterestReceipt(LoanCode),
    /// Place 3: due and overdue.
    Debts,
    /// One of its lists.
    DebtList(DebtStart),
    /// Place 5: all groups.
    Groups,
    /// The members of a group.
    Group(GroupCode),
    /// What each member of a group is to pay at a session, for its leader.
    GroupPage(GroupCode, Day),
    /// A member's page: loans and all that happened.
    Member(MemberCode),
    /// The page of a loan's borrower, with the loan chosen.
    Borrower(LoanCode),
    /// A loan with its figures and facts.
    Loan(LoanCode),
    /// Place 6: how the units of a level stand, those of a grade alone where one is given.
    Quality {
        /// The level.
        level: Level,
        /// The grade.
        grade: Option<Grade>,
    },
    /// The scorecard of a unit.
    Scorecard {
        /// The unit.
        unit: Unit,
        /// On which day.
        day: Day,
    },
    /// The rows behind a measure of a unit.
    Behind {
        /// The unit.
        unit: Unit,
        /// On which day.
        day: Day,
        /// The measure.
        measure: RatioId,
    },
    /// Place 4: visits due, the year's coverage, past visits.
    Visits,
    /// The visits of an urgency.
    VisitList(VisitUrgency),
    /// Picks the group of a visit.
    VisitPick,
    /// Types a visit to a group (06/TD); a loan given stands first.
    VisitForm {
        /// The group.
        group: GroupCode,
        /// The loan whose visit is due.
        loan: Option<LoanCode>,
    },
    /// A visit that was made.
    Visit(FactId),
    /// Place 7: improvement plans.
    Plans,
    /// Place 8: the book.
    Book,
    /// The copies of the book.
    Copies,
    /// A copy to a disk or another folder.
    CopyElsewhere,
    /// Communes, villages and transaction points.
    Places,
    /// A form for a group, member, loan or place.
    Entry(Entry),
    /// The page of the meeting after a session.
    Meeting(MeetingAt),
    /// What meetings want done.
    Actions,
    /// Finds a group, member or loan.
    Find,
}

impl Route {
    /// A group's page of its point's coming session; today's counts as coming.
    #[must_use]
    pub fn group_page(group: &GroupCode, view: &View) -> Route {
        let ledger = view.ledger();
        let point = ledger.groups.get(group).and_then(|group| ledger.point_of(group));
        let session = point.map(|point| point.calendar.first_on_or_after(view.as_of));
        Route::GroupPage(group.clone(), session.unwrap_or(view.as_of))
    }

    /// The kind and key of the draft that its form keeps; none where nothing is typed into a book
    /// there. Two forms of the same draft are the same form.
    #[must_use]
    pub fn form(&self) -> Option<(&'static str, String)> {
        Some(match self {
            Self::Sheet(group, day) => {
                (session::sheet::DRAFT, session::sheet::draft_key(group, *day))
            }
            Self::Cash(group, day) => {
                (session::cash::DRAFT, session::sheet::draft_key(group, *day))
            }
            Self::Receipt(loan) => (session::receipt::DRAFT, loan.to_string()),
            Self::InterestReceipt(loan) => (session::receipt::INTEREST, loan.to_string()),
            Self::VisitForm { group, .. } => (visit_form::DRAFT, group.to_string()),
            Self::Entry(entry) => entry.draft(),
            _ => return None,
        })
    }
}

impl Route {
    /// The meeting after a session, of the book's home place by association.
    #[must_use]
    pub fn meeting(session: Option<Day>) -> Route {
        let (scope, by) = (Scope::whole(), By::Association);
        Route::Meeting(MeetingAt { session, scope, name: None, by })
    }
}

/// The screen at a place 1–8, none where this version has none.
#[must_use]
pub const fn place(number: u8) -> Option<Route> {
    Some(match number {
        1 => Route::Overview,
        2 => Route::Session,
        3 => Route::Debts,
        4 => Route::Visits,
        5 => Route::Groups,
        6 => Route::Quality { level: Level::Group, grade: None },
        7 => Route::Plans,
        8 => Route::Book,
        _ => return None,
    })
}

/// Opens a screen; it is refreshed before it is first drawn.
#[must_use]
pub fn open(route: &Route, view: &View) -> Box<dyn Screen> {
    match route {
        Route::Overview => Box::new(overview::Home::new()),
        Route::Session => Box::new(session::SessionPage::new(view)),
        Route::SessionOf(point, day) => {
            Box::new(session::SessionPage::at(point.clone(), *day, view))
        }
        Route::Sheet(group, day) => Box::new(session::sheet::Sheet::new(group.clone(), *day, view)),
        Route::Cash(group, day) => Box::new(session::cash::Cash::new(group.clone(), *day, view)),
        Route::Receipts(point, day) => {
            Box::new(session::receipts::Receipts::new(point.clone(), *day))
        }
        Route::PaidOut(point, day) => {
            Box::new(session::paid_out::PaidOut::new(point.clone(), *day))
        }
        Route::PickLoan(point) => {
            Box::new(session::pick::Pick::new(point.clone(), PickPurpose::Principal))
        }
        Route::PickFor(point, purpose) => {
            Box::new(session::pick::Pick::new(point.clone(), *purpose))
        }
        Route::Receipt(loan) => {
            Box::new(session::receipt::Receipt::new(loan.clone(), PaymentKind::Principal, view))
        }
        Route::InterestReceipt(loan) => {
            Box::new(session::receipt::Receipt::new(loan.clone(), PaymentKind::Interest, view))
        }
        Route::Debts => Box::new(debts::Debts::new()),
        Route::DebtList(start) => Box::new(debts::Debts::at(start, view)),
        Route::Groups => Box::new(groups::Groups::new()),
        Route::Group(code) => Box::new(groups::Groups::at_group(code.clone())),
        Route::GroupPage(code, day) => {
            Box::new(group_page::GroupPageScreen::new(code.clone(), *day))
        }
        Route::Member(code) => Box::new(member::MemberPage::new(code.clone())),
        Route::Borrower(loan) => Box::new(member::MemberPage::of_borrower(loan, view)),
        Route::Loan(code) => Box::new(loan::LoanPage::new(code.clone())),
        Route::Quality { level, grade } => Box::new(quality::Quality::new(*level, *grade)),
        Route::Scorecard { unit, day } => {
            Box::new(quality::scorecard::ScorecardPage::new(unit.clone(), *day))
        }
        Route::Behind { unit, day, measure } => {
            Box::new(quality::behind::Behind::new(unit.clone(), *day, *measure))
        }
        Route::Visits => Box::new(visits::Visits::new()),
        Route::VisitList(urgency) => Box::new(visits::Visits::at(*urgency)),
        Route::VisitPick => Box::new(visits::pick::Pick::new()),
        Route::VisitForm { group, loan } => {
            Box::new(visit_form::VisitForm::new(group.clone(), loan.clone(), view))
        }
        Route::Visit(id) => Box::new(visits::record::Record::new(id.clone())),
        Route::Plans => Box::new(plans::Plans),
        Route::Book => Box::new(book::BookPage::new()),
        Route::Copies => Box::new(copies::Copies::new()),
        Route::CopyElsewhere => Box::new(copies::elsewhere::Elsewhere::new(view)),
        Route::Places => Box::new(places::Places::new()),
        Route::Entry(entry) => Box::new(entry::EntryScreen::new(entry, view)),
        Route::Meeting(at) => Box::new(meeting::MeetingPage::new(at.clone())),
        Route::Actions => Box::new(meeting::actions::ActionsPage::new()),
        Route::Find => Box::new(find::Find::new()),
    }
}
