//! The keys of the three lists: open, add, edit; and where each leads.

use super::{Depth, Groups};
use crate::ui::keymap::{Action, Binding, key, named};
use crate::ui::screen::{Step, View};
use crate::ui::screens::{Entry, Route};
use ratatui::crossterm::event::KeyCode;

const OPEN: Binding = Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.frame.keys.open);
const BACK: Binding = Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.frame.keys.back);
const SORT: Binding = Binding::new(&[key('s')], Action::Sort, |t| t.frame.keys.sort);
const FILTER: Binding = Binding::new(&[key('f')], Action::Filter, |t| t.frame.keys.filter);

const GROUPS: &[Binding] = &[
    OPEN,
    Binding::new(&[key('n')], Action::Own('n'), |t| t.entry.key.new_group),
    Binding::new(&[key('e')], Action::Own('e'), |t| t.entry.key.edit_group),
    Binding::new(&[key('l')], Action::Own('l'), |t| t.debts.keys.group_page),
    Binding::new(&[key('t')], Action::Own('t'), |t| t.entry.key.places),
    SORT,
    FILTER,
];

const MEMBERS: &[Binding] = &[
    OPEN,
    BACK,
    Binding::new(&[key('n')], Action::Own('n'), |t| t.entry.key.new_member),
    Binding::new(&[key('e')], Action::Own('e'), |t| t.entry.key.edit_member),
    Binding::new(&[key('l')], Action::Own('l'), |t| t.debts.keys.group_page),
    SORT,
    FILTER,
];

const LOANS: &[Binding] = &[
    OPEN,
    BACK,
    Binding::new(&[key('c')], Action::Own('c'), |t| t.talks.key),
    Binding::new(&[key('n')], Action::Own('n'), |t| t.entry.key.new_loan),
    Binding::new(&[key('e')], Action::Own('e'), |t| t.entry.key.edit_loan),
    SORT,
    FILTER,
];

impl Depth {
    /// The keys of a list.
    pub(super) const fn keys(self) -> &'static [Binding] {
        match self {
            Depth::Groups => GROUPS,
            Depth::Members => MEMBERS,
            Depth::Loans => LOANS,
        }
    }
}

impl Groups {
    /// What a key of the list's own does: a form for a new row, or for the one under the cursor.
    pub(super) fn own(&self, letter: char, view: &View) -> Step {
        let group = || self.groups.current().map(|row| row.code.clone());
        let member = || self.members.current().map(|row| row.code.clone());
        let loan = || self.loans.current().map(|row| row.code.clone());
        let entry = match (self.depth, letter) {
            (Depth::Groups, 't') => return Step::Go(Route::Places),
            (Depth::Groups | Depth::Members, 'l') => {
                let page = |group| Step::Go(Route::group_page(&group, view));
                return group().map_or(Step::Stay, page);
            }
            (Depth::Groups, 'n') => Some(Entry::NewGroup),
            (Depth::Groups, 'e') => group().map(Entry::Group),
            (Depth::Members, 'n') => group().map(Entry::NewMember),
            (Depth::Members, 'e') => member().map(Entry::Member),
            (Depth::Loans, 'n') => member().map(Entry::NewLoan),
            (Depth::Loans, 'c') => loan().map(Entry::Contact),
            (Depth::Loans, 'e') => loan().map(Entry::Loan),
            _ => return Step::Ignored,
        };
        entry.map_or(Step::Stay, |entry| Step::Go(Route::Entry(entry)))
    }
}
