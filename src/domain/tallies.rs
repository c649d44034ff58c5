//! What groups added up to on days that were asked about, kept as long as nothing of it changes: a
//! screen that shows three months adds each up once.

use super::day::Day;
use super::group::Group;
use super::ids::GroupCode;
use super::tally::Tally;
use std::cell::RefCell;
use std::collections::HashMap;

/// The tallies of groups by day. It is a memory of figures, never their source: whoever changes
/// the ledger forgets what it touched.
#[derive(Debug, Default)]
pub struct Tallies {
    known: RefCell<HashMap<GroupCode, HashMap<Day, Tally>>>,
}

impl Tallies {
    /// The tally of a group on a day, added up where it is not known.
    pub fn of(&self, group: &Group, day: Day, add_up: impl FnOnce() -> Tally) -> Tally {
        let known = self.known.borrow().get(&group.code).and_then(|days| days.get(&day)).copied();
        known.unwrap_or_else(|| {
            let tally = add_up();
            let mut known = self.known.borrow_mut();
            known.entry(group.code.clone()).or_default().insert(day, tally);
            tally
        })
    }

    /// Forgets a group, of which something changed.
    pub fn forget(&mut self, group: &GroupCode) {
        self.known.get_mut().remove(group);
    }

    /// Forgets all.
    pub fn forget_all(&mut self) {
        self.known.get_mut().clear();
    }
}
