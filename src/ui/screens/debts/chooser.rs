//! Chooses one village, point, association or group by typing a part of its name.

use crate::domain::group::Association;
use crate::domain::place::PlaceKind;
use crate::reports::scope::{Part, Scope};
use crate::text::fold::{finds, fold};
use crate::text::format;
use crate::text::words::Named;
use crate::ui::keymap::Action;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use crate::ui::widgets::text_field::TextField;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear, Widget};

/// One thing that can be chosen.
#[derive(Clone)]
pub struct Choice {
    /// What it keeps to.
    pub scope: Scope,
    /// Its name.
    pub name: String,
    /// A leader's name, which is hidden where names are.
    leader: String,
    kind: &'static str,
    count: usize,
    text: String,
}

impl Choice {
    /// A village, association or group that is chosen elsewhere than in the chooser.
    pub fn of(scope: Scope, name: String, leader: String) -> Choice {
        Choice { scope, name, leader, kind: "", count: 0, text: String::new() }
    }

    /// How it is said.
    pub fn say(&self, view: &View) -> String {
        if self.leader.is_empty() {
            return self.name.clone();
        }
        format!("{} {}", self.name, view.name(&self.leader))
    }
}

const COLUMNS: &[Column<Choice>] = &[
    Column::<Choice>::text(|t| t.debts.choose.kind, 7, |row, _| Cell::toned(row.kind, Tone::Dim)),
    Column::<Choice>::text(|t| t.debts.choose.what, 20, |row, view| row.say(view).into()).grows(1),
    Column::<Choice>::number(|t| t.debts.choose.count, 5, |row, _| format::count(row.count).into()),
];

/// What the chooser made of an action.
pub enum Said {
    /// Nothing yet.
    Nothing,
    /// It is to go.
    Close,
    /// This was chosen.
    Chosen(Choice),
}

/// The chooser.
pub struct Chooser {
    query: TextField,
    all: Vec<Choice>,
    table: Table<Choice>,
}

impl Chooser {
    /// The chooser over all that the book has; `count` says how many rows a scope has.
    pub fn new(view: &View, count: impl Fn(&Scope) -> usize) -> Chooser {
        let key = |row: &Choice| format!("{}{}", row.kind, row.name);
        let table = Table::new(COLUMNS, key).without_foot();
        let mut chooser = Chooser { query: TextField::new(), all: all(view, count), table };
        chooser.search(view);
        chooser
    }

    /// Takes an action; everything is its own while it is open.
    pub fn on(&mut self, action: &Action, area: Rect, view: &View) -> Said {
        match action {
            Action::Back => return Said::Close,
            Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::Open
            | Action::Scroll(_)
            | Action::Click { .. } => {
                let answer = self.table.on(action, list_of(area), view);
                if answer == Answer::Open
                    && let Some(choice) = self.table.current()
                {
                    return Said::Chosen(choice.clone());
                }
            }
            other => {
                if self.query.on(other) {
                    self.search(view);
                }
            }
        }
        Said::Nothing
    }

    fn search(&mut self, view: &View) {
        let query = fold(self.query.text());
        let found = self.all.iter().filter(|choice| finds(&choice.text, &query));
        self.table.set_rows(found.cloned().collect(), view);
        self.table.on(&Action::First, Rect::default(), view);
    }

    /// Draws it over the screen.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let choose = &view.text.debts.choose;
        let place = place_of(area).intersection(buffer.area);
        if place.width < 4 || place.height < 5 {
            return;
        }
        Clear.render(place, buffer);
        buffer.set_style(place, view.look.ground());
        Block::bordered().border_style(view.look.heading()).render(place, buffer);
        let room = place.width.saturating_sub(4);
        let title = paint::cut(&format!(" {} ", choose.title), room);
        paint::write(buffer, place, 2, 0, &title, view.look.heading());
        let last = place.height.saturating_sub(1);
        let hint = paint::cut(&format!(" {} ", choose.hint), room);
        paint::write(buffer, place, 2, last, &hint, view.look.heading());
        let inside = inside_of(place);
        let label = format!("{}: ", choose.label);
        paint::write(buffer, inside, 0, 0, &label, view.look.tone(Tone::Dim));
        let query = format!("{}▏", self.query.text());
        paint::write(buffer, inside, paint::width(&label), 0, &query, view.look.tone(Tone::Strong));
        let list = list_of(area);
        if self.table.rows().is_empty() {
            paint::write(buffer, list, 0, 1, choose.nothing, view.look.tone(Tone::Dim));
        } else {
            self.table.draw(list, buffer, view, true);
        }
    }
}

/// Where the box stands.
fn place_of(area: Rect) -> Rect {
    let width = 66.min(area.width);
    let height = 18.min(area.height);
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}

fn inside_of(place: Rect) -> Rect {
    Rect {
        x: place.x.saturating_add(2),
        y: place.y.saturating_add(1),
        width: place.width.saturating_sub(4),
        height: place.height.saturating_sub(2),
    }
}

fn list_of(area: Rect) -> Rect {
    paint::below(inside_of(place_of(area)), 2)
}

/// All, then villages, associations and groups that have rows or could have.
fn all(view: &View, count: impl Fn(&Scope) -> usize) -> Vec<Choice> {
    let ledger = view.ledger();
    let choose = &view.text.debts.choose;
    let choice = |kind: &'static str, scope: Scope, name: String, leader: String, more: &str| {
        let text = fold(&format!("{kind} {name} {leader} {more}"));
        Choice { count: count(&scope), scope, name, leader, kind, text }
    };
    let mut all = vec![choice("", Scope::whole(), choose.everything.to_owned(), String::new(), "")];
    let villages = ledger.places.values().filter(|place| place.kind == PlaceKind::Village);
    for place in villages {
        let scope = Scope::of(Part::Place(PlaceKind::Village, place.code.clone()));
        all.push(choice(
            choose.village,
            scope,
            place.name.clone(),
            String::new(),
            place.code.as_str(),
        ));
    }
    for point in ledger.points.values() {
        let scope = Scope::of(Part::Point(point.code.clone()));
        let code = point.code.as_str();
        all.push(choice(choose.point, scope, point.name.clone(), String::new(), code));
    }
    let mut associations: Vec<Association> =
        ledger.groups.values().map(|group| group.association).collect();
    associations.sort_unstable();
    associations.dedup();
    for association in associations {
        let name = association.say(view.language()).to_owned();
        let scope = Scope::of(Part::Association(association));
        all.push(choice(choose.association, scope, name, String::new(), ""));
    }
    for group in ledger.groups.values() {
        let leader = ledger.group_name(group).to_owned();
        let village = ledger.places.get(&group.village).map(|place| place.name.as_str());
        let scope = Scope::group(&group.code);
        let name = group.code.to_string();
        all.push(choice(choose.group, scope, name, leader, village.unwrap_or_default()));
    }
    all
}
