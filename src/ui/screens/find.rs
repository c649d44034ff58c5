//! Finds any group, member or loan by part of a name, code, village or phone, as one types.

use super::Route;
use crate::text::fold::{finds, fold};
use crate::ui::keymap::{Action, Binding, Mode, ctrl, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use crate::ui::widgets::text_field::TextField;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.frame.keys.open),
    Binding::quiet(&[ctrl('f')], Action::Find, |t| t.frame.keys.find),
];

/// Something that can be found.
#[derive(Clone)]
struct Hit {
    route: Route,
    code: String,
    name: String,
    more: String,
    /// What is searched, folded.
    text: String,
}

const HITS: &[Column<Hit>] = &[
    Column::<Hit>::text(
        |t| t.frame.find_kind,
        9,
        |hit, view| {
            let frame = &view.text.frame;
            let kind = match hit.route {
                Route::Group(_) => frame.kind_group,
                Route::Member(_) => frame.kind_member,
                _ => frame.kind_loan,
            };
            Cell::toned(kind, Tone::Dim)
        },
    ),
    Column::<Hit>::text(|t| t.people.name, 20, |hit, view| view.name(&hit.name).into()).grows(1),
    Column::<Hit>::text(|t| t.people.code, 16, |hit, _| hit.code.as_str().into()),
    Column::<Hit>::text(|t| t.people.village, 20, |hit, _| hit.more.as_str().into())
        .drops(1)
        .grows(1),
];

/// The search.
pub struct Find {
    query: TextField,
    all: Vec<Hit>,
    hits: Table<Hit>,
}

impl Find {
    /// An empty search.
    #[must_use]
    pub fn new() -> Find {
        let key = |hit: &Hit| hit.code.clone();
        Find { query: TextField::new(), all: Vec::new(), hits: Table::new(HITS, key) }
    }

    fn search(&mut self, view: &View) {
        let query = fold(self.query.text());
        let found = self.all.iter().filter(|hit| !query.is_empty() && finds(&hit.text, &query));
        let mut found: Vec<Hit> = found.cloned().collect();
        // a code or name that begins with what was typed comes first
        found.sort_by_key(|hit| !hit.text.starts_with(&query) && !hit.code.starts_with(&query));
        self.hits.set_rows(found, view);
        self.hits.on(&Action::First, list_of(view.area), view);
    }
}

impl Screen for Find {
    fn title(&self, view: &View) -> String {
        view.text.frame.find_title.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn mode(&self) -> Mode {
        Mode::Typing
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        let is_list = matches!(
            action,
            Action::Up
                | Action::Down
                | Action::PageUp
                | Action::PageDown
                | Action::Open
                | Action::Click { .. }
                | Action::Scroll(_)
        );
        if is_list {
            return match (self.hits.on(action, list_of(view.area), view), self.hits.current()) {
                (Answer::Open, Some(hit)) => Step::Replace(hit.route.clone()),
                (Answer::Ignored, _) => Step::Ignored,
                _ => Step::Stay,
            };
        }
        if self.query.on(action) {
            self.search(view);
            return Step::Stay;
        }
        Step::Ignored
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let frame = &view.text.frame;
        paint::write(buffer, area, 1, 0, frame.find_label, view.look.heading());
        let label = paint::width(frame.find_label) + 3;
        let field = paint::row(area, 0);
        let field = Rect { x: field.x + label, width: 50, ..field }.intersection(area);
        self.query.draw(field, buffer, view, true, false);
        if self.hits.rows().is_empty() {
            let sentence =
                if self.query.is_blank() { frame.find_short } else { frame.find_nothing };
            paint::write(buffer, area, 1, 2, sentence, view.look.tone(Tone::Dim));
        } else {
            self.hits.draw(list_of(area), buffer, view, true);
        }
    }

    fn refresh(&mut self, view: &View) {
        self.all = all(view);
        self.search(view);
    }
}

fn list_of(area: Rect) -> Rect {
    paint::below(area, 2)
}

/// All that can be found: groups, then members, then loans.
fn all(view: &View) -> Vec<Hit> {
    let ledger = view.ledger();
    let village = |group: &crate::domain::group::Group| {
        ledger.places.get(&group.village).map(|place| place.name.clone()).unwrap_or_default()
    };
    let groups = ledger.groups.values().map(|group| {
        let name = ledger.group_name(group).to_owned();
        hit(Route::Group(group.code.clone()), group.code.to_string(), name, village(group), "")
    });
    let members = ledger.members.values().map(|file| {
        let member = &file.member;
        let more = ledger.groups.get(&member.group).map(village).unwrap_or_default();
        let phone = member.phone.as_deref().unwrap_or_default();
        let route = Route::Member(member.code.clone());
        hit(route, member.code.to_string(), member.name.clone(), more, phone)
    });
    let loans = ledger.loans.values().map(|file| {
        let loan = &file.loan;
        let name = ledger.members.get(&loan.member).map(|file| file.member.name.clone());
        let more = ledger.group_of_loan(file).map(village).unwrap_or_default();
        let route = Route::Loan(loan.code.clone());
        hit(route, loan.code.to_string(), name.unwrap_or_default(), more, "")
    });
    groups.chain(members).chain(loans).collect()
}

fn hit(route: Route, code: String, name: String, more: String, phone: &str) -> Hit {
    let text = fold(&format!("{name} {code} {more} {phone}"));
    Hit { route, code, name, more, text }
}
