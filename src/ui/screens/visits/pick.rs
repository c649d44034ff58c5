//! Picks the group of a visit by part of its leader's name, code or village, without diacritics.

use crate::domain::group::Association;
use crate::domain::ids::GroupCode;
use crate::reports::visits_due;
use crate::text::fold::{finds, fold, name_key};
use crate::text::format;
use crate::text::words::Named;
use crate::ui::keymap::{Action, Binding, Mode, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::screens::Route;
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use crate::ui::widgets::text_field::TextField;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use std::collections::BTreeMap;

const KEYS: &[Binding] =
    &[Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.visits.key_visit)];

/// A group that can be visited.
#[derive(Clone)]
struct PickLine {
    code: GroupCode,
    leader: String,
    village: String,
    association: Association,
    due: usize,
    folded: String,
}

const COLUMNS: &[Column<PickLine>] = &[
    Column::<PickLine>::text(|t| t.visits.group, 8, |line, _| line.code.to_string().into()),
    Column::<PickLine>::text(|t| t.people.leader, 20, |line, view| view.name(&line.leader).into())
        .grows(2),
    Column::<PickLine>::text(|t| t.people.village, 16, |line, _| line.village.as_str().into())
        .grows(1),
    Column::<PickLine>::text(
        |t| t.people.association,
        18,
        |line, view| line.association.say(view.language()).into(),
    )
    .drops(1),
    Column::<PickLine>::number(
        |t| t.visits.visits_due,
        8,
        |line, _| {
            if line.due == 0 {
                Cell::default()
            } else {
                Cell::toned(format::count(line.due), Tone::Warn)
            }
        },
    ),
];

/// The search for a group.
pub struct Pick {
    query: TextField,
    all: Vec<PickLine>,
    found: Table<PickLine>,
}

impl Pick {
    /// All groups.
    #[must_use]
    pub fn new() -> Pick {
        let key = |line: &PickLine| line.code.to_string();
        Pick { query: TextField::new(), all: Vec::new(), found: Table::new(COLUMNS, key) }
    }

    fn search(&mut self, view: &View) {
        let query = fold(self.query.text());
        let found = self.all.iter().filter(|line| finds(&line.folded, &query)).cloned().collect();
        self.found.set_rows(found, view);
    }
}

impl Screen for Pick {
    fn title(&self, view: &View) -> String {
        view.text.visits.pick_title.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn mode(&self) -> Mode {
        Mode::Typing
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        // Home and End move in what is typed
        let in_text = matches!(action, Action::First | Action::Last | Action::Back);
        if !in_text {
            match self.found.on(action, list_of(view.area), view) {
                Answer::Open => {
                    let route =
                        |line: &PickLine| Route::VisitForm { group: line.code.clone(), loan: None };
                    return self
                        .found
                        .current()
                        .map_or(Step::Stay, |line| Step::Replace(route(line)));
                }
                Answer::Taken => return Step::Stay,
                Answer::Ignored => {}
            }
        }
        if self.query.on(action) {
            self.search(view);
            return Step::Stay;
        }
        Step::Ignored
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let label = view.text.visits.pick_label;
        paint::write(buffer, area, 1, 0, label, view.look.heading());
        let field = paint::row(area, 0);
        let x = field.x + paint::width(label) + 3;
        let field = Rect { x, width: 40, ..field }.intersection(area);
        self.query.draw(field, buffer, view, true, false);
        if self.found.rows().is_empty() {
            let style = view.look.tone(Tone::Dim);
            paint::write(buffer, area, 1, 2, view.text.frame.find_nothing, style);
        } else {
            self.found.draw(list_of(area), buffer, view, true);
        }
    }

    fn refresh(&mut self, view: &View) {
        let ledger = view.ledger();
        let mut due: BTreeMap<GroupCode, usize> = BTreeMap::new();
        for row in visits_due::visits_due(&view.question()) {
            *due.entry(row.group).or_default() += 1;
        }
        let groups = ledger.groups.values().filter(|group| group.counts_on(view.as_of));
        let line = |group: &crate::domain::group::Group| {
            let leader = ledger.group_name(group).to_owned();
            let village = ledger.places.get(&group.village).map(|place| place.name.clone());
            let village = village.unwrap_or_default();
            let association = group.association.name();
            PickLine {
                folded: fold(&format!("{} {leader} {village} {association}", group.code)),
                due: due.get(&group.code).copied().unwrap_or_default(),
                association: group.association,
                code: group.code.clone(),
                leader,
                village,
            }
        };
        self.all = groups.map(line).collect();
        self.all.sort_by_cached_key(|line| (name_key(&line.leader), line.code.clone()));
        self.search(view);
    }
}

fn list_of(area: Rect) -> Rect {
    paint::below(area, 2)
}
