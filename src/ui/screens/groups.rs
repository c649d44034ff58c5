//! Place 5: groups, their members, a member's loans; side by side where there is room.

mod empty;
mod keys;
mod rows;

use super::Route;
use crate::domain::ids::GroupCode;
use crate::ui::keymap::{Action, Binding, Mode};
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::panel;
use crate::ui::widgets::table::{Answer, Table};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
pub use rows::programme;
use rows::{GroupRow, LoanLine, MemberRow};

/// The least width at which the three lists stand side by side.
const WIDE: u16 = 120;

/// Which list has the keyboard, from the outside in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Depth {
    Groups,
    Members,
    Loans,
}

/// The three lists.
pub struct Groups {
    /// The list with which the screen opened: Esc in it leaves the screen.
    from: Depth,
    depth: Depth,
    groups: Table<GroupRow>,
    members: Table<MemberRow>,
    loans: Table<LoanLine>,
    /// The group to put the cursor on once the rows are read.
    wanted: Option<GroupCode>,
}

impl Groups {
    /// All groups.
    #[must_use]
    pub fn new() -> Groups {
        Groups {
            from: Depth::Groups,
            depth: Depth::Groups,
            groups: Table::new(rows::GROUPS, |row: &GroupRow| row.code.to_string()),
            members: Table::new(rows::MEMBERS, |row: &MemberRow| row.code.to_string()),
            loans: Table::new(rows::LOANS, |row: &LoanLine| row.code.to_string()),
            wanted: None,
        }
    }

    /// The members of a group.
    #[must_use]
    pub fn at_group(code: GroupCode) -> Groups {
        let mut screen = Groups::new();
        screen.from = Depth::Members;
        screen.depth = Depth::Members;
        screen.wanted = Some(code);
        screen
    }

    fn fill_members(&mut self, view: &View) {
        let group = self.groups.current().map(|row| row.code.clone());
        let rows = group.map(|group| rows::members(view, &group));
        self.members.set_rows(rows.unwrap_or_default(), view);
        self.fill_loans(view);
    }

    fn fill_loans(&mut self, view: &View) {
        let member = self.members.current().map(|row| row.code.clone());
        let rows = member.map(|member| rows::loans(view, &member));
        self.loans.set_rows(rows.unwrap_or_default(), view);
    }

    fn on_list(&mut self, action: &Action, view: &View) -> Step {
        let area = list_of(view.area, self.depth);
        let answer = match self.depth {
            Depth::Groups => self.groups.on(action, area, view),
            Depth::Members => self.members.on(action, area, view),
            Depth::Loans => self.loans.on(action, area, view),
        };
        match (answer, self.depth) {
            (Answer::Ignored, _) => Step::Ignored,
            (Answer::Open, Depth::Loans) => self
                .loans
                .current()
                .map_or(Step::Stay, |row| Step::Go(Route::Loan(row.code.clone()))),
            (Answer::Open, Depth::Members) => self
                .members
                .current()
                .map_or(Step::Stay, |row| Step::Go(Route::Member(row.code.clone()))),
            (Answer::Open, Depth::Groups) => {
                self.deeper();
                Step::Stay
            }
            (Answer::Taken, Depth::Groups) => {
                self.fill_members(view);
                Step::Stay
            }
            (Answer::Taken, Depth::Members) => {
                self.fill_loans(view);
                Step::Stay
            }
            (Answer::Taken, Depth::Loans) => Step::Stay,
        }
    }

    fn deeper(&mut self) {
        self.depth = match self.depth {
            Depth::Groups if self.groups.current().is_some() => Depth::Members,
            Depth::Members if self.members.current().is_some() => Depth::Loans,
            here => here,
        };
    }

    /// To the list outside; false in the list with which the screen opened.
    fn shallower(&mut self) -> bool {
        if self.depth <= self.from {
            return false;
        }
        self.depth = match self.depth {
            Depth::Loans => Depth::Members,
            Depth::Groups | Depth::Members => Depth::Groups,
        };
        true
    }

    /// Whether nothing is in a list, filtered or not.
    fn is_empty(&self, depth: Depth) -> bool {
        match depth {
            Depth::Groups => self.groups.rows().is_empty(),
            Depth::Members => self.members.rows().is_empty() && self.groups.current().is_some(),
            Depth::Loans => self.loans.rows().is_empty() && self.members.current().is_some(),
        }
    }

    fn is_typing(&self) -> bool {
        self.groups.is_typing() || self.members.is_typing() || self.loans.is_typing()
    }

    fn panel_title(&self, depth: Depth, view: &View) -> String {
        let people = &view.text.people;
        match depth {
            Depth::Groups => people.groups.to_owned(),
            Depth::Members => self.groups.current().map_or_else(String::new, |group| {
                let title = format!("{} {}", people.group, group.code);
                // a new group has no leader yet, and bears its code
                let led = group.leader != group.code.as_str();
                if led { format!("{title} · {}", view.name(&group.leader)) } else { title }
            }),
            Depth::Loans => self.members.current().map_or_else(String::new, |member| {
                format!("{} · {}", view.name(&member.name), member.code)
            }),
        }
    }
}

impl Screen for Groups {
    fn title(&self, view: &View) -> String {
        let mut title = match self.from {
            Depth::Groups => view.text.people.title.to_owned(),
            from => self.panel_title(from, view),
        };
        // side by side each list has a title of its own
        for depth in [Depth::Members, Depth::Loans] {
            if !is_wide(view.area) && depth > self.from && depth <= self.depth {
                title = format!("{title} › {}", self.panel_title(depth, view));
            }
        }
        title
    }

    fn keys(&self) -> &'static [Binding] {
        if self.is_typing() { &[] } else { self.depth.keys() }
    }

    fn mode(&self) -> Mode {
        if self.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        if let Action::Click { column, row } = action {
            let hit = [Depth::Groups, Depth::Members, Depth::Loans]
                .into_iter()
                .find(|depth| part_of(view.area, *depth).contains(Position::new(*column, *row)));
            if let Some(depth) = hit.filter(|_| is_wide(view.area) && !self.is_typing())
                && depth != self.depth
                && depth >= self.from
            {
                self.depth = depth;
            }
        }
        match self.on_list(action, view) {
            Step::Ignored => {}
            taken => return taken,
        }
        match action {
            Action::Right | Action::Next => self.deeper(),
            Action::Left | Action::Previous => {
                self.shallower();
            }
            Action::Own(letter) => return self.own(*letter, view),
            Action::Back => {
                if !self.shallower() {
                    return Step::Ignored;
                }
            }
            _ => return Step::Ignored,
        }
        Step::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        for depth in [Depth::Groups, Depth::Members, Depth::Loans] {
            let active = depth == self.depth;
            if !active && !is_wide(area) {
                continue;
            }
            let part = part_of(area, depth);
            if is_wide(area) {
                let title = self.panel_title(depth, view);
                panel::titled(part, buffer, view, &title, active);
            }
            let list = list_of(area, depth);
            if self.is_empty(depth) {
                empty::draw(depth, list, buffer, view);
                continue;
            }
            match depth {
                Depth::Groups => self.groups.draw(list, buffer, view, active),
                Depth::Members => self.members.draw(list, buffer, view, active),
                Depth::Loans => self.loans.draw(list, buffer, view, active),
            }
        }
    }

    fn refresh(&mut self, view: &View) {
        self.groups.set_rows(rows::groups(view), view);
        if let Some(group) = self.wanted.take() {
            self.groups.select(group.as_str());
        }
        self.fill_members(view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.people.explains.iter().map(|sentence| (*sentence).to_owned()).collect()
    }
}

fn is_wide(area: Rect) -> bool {
    area.width >= WIDE
}

/// Where a list stands with its title: a third of a wide screen, all of a narrow one.
fn part_of(area: Rect, depth: Depth) -> Rect {
    if !is_wide(area) {
        return area;
    }
    let [groups, members, loans] = panel::side_by_side(area, [12, 9, 9]);
    match depth {
        Depth::Groups => groups,
        Depth::Members => members,
        Depth::Loans => loans,
    }
}

fn list_of(area: Rect, depth: Depth) -> Rect {
    let part = part_of(area, depth);
    if is_wide(area) { panel::inside(part) } else { part }
}
