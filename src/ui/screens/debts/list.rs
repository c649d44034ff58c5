//! One list of place 3: its rows, its parts, and the table in which they stand.

use super::line::{Line, Part, Sums, Who};
use crate::domain::ids::GroupCode;
use crate::domain::money::Dong;
use crate::reports::debts::Debts;
use crate::reports::scope::Scope;
use crate::ui::keymap::Action;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Answer, Table};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A part with what it holds.
pub struct Share {
    pub part: Part,
    pub count: usize,
    pub sum: Dong,
    /// Principal and interest of the sum, where it is of both.
    pub split: Option<(Dong, Dong)>,
}

/// A list of any rows.
pub trait AnyList {
    /// Takes its rows anew.
    fn read(&mut self, debts: &Debts, view: &View);
    /// Shows the rows of a scope only.
    fn keep_to(&mut self, scope: &Scope, view: &View);
    /// Its parts, within the scope.
    fn shares(&self) -> &[Share];
    /// Which part is shown.
    fn part(&self) -> usize;
    /// Shows another part.
    fn show_part(&mut self, part: usize, view: &View);
    /// Takes an action.
    fn on(&mut self, action: &Action, area: Rect, view: &View) -> Answer;
    /// Draws its table.
    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View);
    /// Whether nothing is shown.
    fn is_empty(&self) -> bool;
    /// Whose loan the cursor is on.
    fn here(&self) -> Option<&Who>;
    /// What is to be said of the row under the cursor.
    fn facts(&self, view: &View) -> Vec<String>;
    /// How the row under the cursor came to its place, for the help.
    fn explains(&self, view: &View) -> Vec<String>;
    /// The group and sums of each row of the part that is shown.
    fn sums(&self) -> Vec<(GroupCode, Sums)>;
    /// How many rows of the book a scope has.
    fn count_in(&self, scope: &Scope, view: &View) -> usize;
}

/// A list of rows of one kind.
pub struct List<L: Line> {
    all: Vec<L>,
    scope: Scope,
    shares: Vec<Share>,
    part: usize,
    table: Table<L>,
}

impl<L: Line> List<L> {
    /// An empty list.
    pub fn new() -> List<L> {
        List {
            all: Vec::new(),
            scope: Scope::whole(),
            shares: Vec::new(),
            part: 0,
            table: Table::new(L::COLUMNS, |line: &L| line.who().loan.to_string()),
        }
    }

    fn within<'a>(&'a self, scope: &'a Scope, view: &'a View) -> impl Iterator<Item = &'a L> {
        let ledger = view.ledger();
        self.all.iter().filter(move |line| {
            let group = ledger.groups.get(&line.who().group);
            group.is_some_and(|group| scope.holds(ledger, group))
        })
    }

    fn arrange(&mut self, view: &View) {
        let scoped: Vec<L> = self.within(&self.scope, view).cloned().collect();
        self.shares = L::parts(view)
            .into_iter()
            .map(|part| {
                let lines = || scoped.iter().filter(|line| line.is_in(&part));
                let (count, sum) = (lines().count(), lines().map(L::amount).sum());
                let split = lines()
                    .filter_map(L::split)
                    .reduce(|one, other| (one.0 + other.0, one.1 + other.1));
                Share { part, count, sum, split }
            })
            .collect();
        let part = self.shares.get(self.part).map(|share| &share.part);
        let shown = scoped.into_iter().filter(|line| part.is_none_or(|part| line.is_in(part)));
        self.table.set_rows(shown.collect(), view);
    }
}

impl<L: Line> AnyList for List<L> {
    fn read(&mut self, debts: &Debts, view: &View) {
        self.all = L::read(debts, view);
        self.arrange(view);
    }

    fn keep_to(&mut self, scope: &Scope, view: &View) {
        self.scope = scope.clone();
        self.arrange(view);
    }

    fn shares(&self) -> &[Share] {
        &self.shares
    }

    fn part(&self) -> usize {
        self.part
    }

    fn show_part(&mut self, part: usize, view: &View) {
        self.part = part.min(self.shares.len().saturating_sub(1));
        self.arrange(view);
    }

    fn on(&mut self, action: &Action, area: Rect, view: &View) -> Answer {
        self.table.on(action, area, view)
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        self.table.draw(area, buffer, view, true);
    }

    fn is_empty(&self) -> bool {
        self.table.rows().is_empty()
    }

    fn here(&self) -> Option<&Who> {
        self.table.current().map(Line::who)
    }

    fn facts(&self, view: &View) -> Vec<String> {
        let Some(line) = self.table.current() else { return Vec::new() };
        let mut facts = line.facts(view);
        facts.extend(line.who().facts(view));
        facts
    }

    fn explains(&self, view: &View) -> Vec<String> {
        self.table.current().map(|line| line.explains(view)).unwrap_or_default()
    }

    fn sums(&self) -> Vec<(GroupCode, Sums)> {
        let rows = self.table.rows().iter();
        rows.map(|line| (line.who().group.clone(), line.sums())).collect()
    }

    fn count_in(&self, scope: &Scope, view: &View) -> usize {
        self.within(scope, view).count()
    }
}
