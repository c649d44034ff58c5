//! The register of screens: what can be opened, and which places there are.
//!
//! Adding a screen: its file under `screens/`; here its `mod`, its `Route` and its line in `open`;
//! a place also its line in `place`.

mod book;
mod debts;
mod find;
mod groups;
mod loan;
mod member;
mod plans;
mod session;

use super::screen::{Screen, View};
use crate::domain::day::Day;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, PointCode};

/// Where one can go: a plain value, so that a key, a search hit or a test can open any screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Place 2: the collection day.
    Session,
    /// A group's sheet of a session.
    Sheet(GroupCode, Day),
    /// Picks a loan of a point, on which principal is paid.
    PickLoan(PointCode),
    /// The receipt for principal of a loan.
    Receipt(LoanCode),
    /// Place 3: due and overdue.
    Debts,
    /// Place 5: all groups.
    Groups,
    /// The members of a group.
    Group(GroupCode),
    /// A member's page: loans and all that happened.
    Member(MemberCode),
    /// The page of a loan's borrower, with the loan chosen.
    Borrower(LoanCode),
    /// A loan with its figures and facts.
    Loan(LoanCode),
    /// Place 7: improvement plans.
    Plans,
    /// Place 8: the book.
    Book,
    /// Finds a group, member or loan.
    Find,
}

/// The screen at a place 1–8, none where this version has none.
#[must_use]
pub const fn place(number: u8) -> Option<Route> {
    Some(match number {
        2 => Route::Session,
        3 => Route::Debts,
        5 => Route::Groups,
        7 => Route::Plans,
        8 => Route::Book,
        _ => return None,
    })
}

/// Opens a screen; it is refreshed before it is first drawn.
#[must_use]
pub fn open(route: &Route, view: &View) -> Box<dyn Screen> {
    match route {
        Route::Session => Box::new(session::SessionPage::new(view)),
        Route::Sheet(group, day) => Box::new(session::sheet::Sheet::new(group.clone(), *day, view)),
        Route::PickLoan(point) => Box::new(session::pick::PickLoan::new(point.clone())),
        Route::Receipt(loan) => Box::new(session::receipt::Receipt::new(loan.clone(), view)),
        Route::Debts => Box::new(debts::Debts::new()),
        Route::Groups => Box::new(groups::Groups::new()),
        Route::Group(code) => Box::new(groups::Groups::at_group(code.clone())),
        Route::Member(code) => Box::new(member::MemberPage::new(code.clone())),
        Route::Borrower(loan) => Box::new(member::MemberPage::of_borrower(loan, view)),
        Route::Loan(code) => Box::new(loan::LoanPage::new(code.clone())),
        Route::Plans => Box::new(plans::Plans),
        Route::Book => Box::new(book::BookPage::new()),
        Route::Find => Box::new(find::Find::new()),
    }
}
