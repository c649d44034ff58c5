//! Communes, villages and transaction points: what groups hang on, and where they are entered.

use super::{Entry, Route};
use crate::domain::day::Month;
use crate::domain::ids::{PlaceCode, PointCode};
use crate::domain::place::{Place, PlaceKind, Point};
use crate::text::format;
use crate::text::words::Named;
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter), key('e')], Action::Open, |t| t.entry.key.edit),
    Binding::new(&[key('n')], Action::Own('n'), |t| t.entry.key.new_place),
    Binding::new(&[key('d')], Action::Own('d'), |t| t.entry.key.new_point),
    Binding::new(&[key('p')], Action::Own('p'), |t| t.entry.key.session),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.frame.keys.back),
];

/// What a row is.
enum What {
    Place(PlaceCode, PlaceKind),
    Point(PointCode),
}

/// A place or a point.
struct Row {
    what: What,
    code: String,
    name: String,
    within: String,
    note: String,
    groups: usize,
}

const COLUMNS: &[Column<Row>] = &[
    Column::<Row>::text(
        |t| t.entry.place.kind,
        8,
        |row, view| match &row.what {
            What::Place(_, kind) => kind.say(view.language()).into(),
            What::Point(_) => view.text.entry.place.point.into(),
        },
    ),
    Column::<Row>::text(
        |t| t.entry.place.name,
        28,
        |row, _| {
            let tone = match row.what {
                What::Place(_, PlaceKind::Village) => Tone::Plain,
                _ => Tone::Strong,
            };
            Cell::toned(row.name.as_str(), tone)
        },
    )
    .grows(2),
    Column::<Row>::text(|t| t.entry.place.code, 8, |row, _| row.code.as_str().into()),
    Column::<Row>::text(|t| t.entry.place.within, 14, |row, _| row.within.as_str().into())
        .grows(1)
        .drops(2),
    Column::<Row>::text(|t| t.entry.place.note, 19, |row, _| row.note.as_str().into()).drops(1),
    Column::<Row>::number(
        |t| t.entry.place.count,
        4,
        |row, _| if row.groups == 0 { Cell::default() } else { format::count(row.groups).into() },
    ),
];

/// The list.
pub struct Places {
    rows: Table<Row>,
}

impl Places {
    /// All of them.
    #[must_use]
    pub fn new() -> Places {
        Places { rows: Table::new(COLUMNS, |row: &Row| row.code.clone()).without_foot() }
    }
}

impl Screen for Places {
    fn title(&self, view: &View) -> String {
        view.text.entry.place.title.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        if self.rows.is_typing() { &[] } else { KEYS }
    }

    fn mode(&self) -> Mode {
        if self.rows.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        let answer = self.rows.on(action, list_of(view.area, &ahead(view)), view);
        let here = self.rows.current().map(|row| &row.what);
        let entry = match (answer, action, here) {
            (Answer::Taken, ..) => return Step::Stay,
            (Answer::Open, _, Some(What::Place(code, _))) => Entry::Place(code.clone()),
            (Answer::Open, _, Some(What::Point(code))) => Entry::Point(code.clone()),
            (_, Action::Own('n'), _) => Entry::NewPlace,
            (_, Action::Own('d'), _) => Entry::NewPoint,
            (_, Action::Own('p'), Some(What::Point(code))) => Entry::Session(code.clone()),
            (_, Action::Own('p'), _) => {
                // with one point there is no doubt which is meant
                let mut points = view.ledger().points.keys();
                match (points.next(), points.next()) {
                    (Some(only), None) => Entry::Session(only.clone()),
                    _ => return Step::Warning(view.text.entry.place.on_a_point.to_owned()),
                }
            }
            _ => return Step::Ignored,
        };
        Step::Go(Route::Entry(entry))
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        if !self.rows.rows().is_empty() {
            let ahead = ahead(view);
            self.rows.draw(list_of(area, &ahead), buffer, view, true);
            let under = u16::try_from(ahead.len()).unwrap_or(0);
            let under = paint::below(area, area.height.saturating_sub(under));
            for (said, y) in ahead.iter().zip(0..) {
                paint::write(buffer, under, 1, y, said, view.look.tone(Tone::Warn));
            }
            return;
        }
        for (said, y) in view.text.entry.empty.places.iter().zip(1..) {
            paint::write(buffer, area, 2, y, said, view.look.ground());
        }
    }

    fn refresh(&mut self, view: &View) {
        self.rows.set_rows(rows(view), view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.entry.place.explains.iter().map(|said| (*said).to_owned()).collect()
    }
}

/// The most rows under the list.
const MOST_AHEAD: usize = 4;

/// What is left for the list above the sessions that are moved.
fn list_of(area: Rect, ahead: &[String]) -> Rect {
    let rows = u16::try_from(ahead.len()).unwrap_or(0);
    paint::above(area, rows + u16::from(rows > 0))
}

/// The sessions of this month and later that are moved or not held, the nearest first.
fn ahead(view: &View) -> Vec<String> {
    let words = &view.text.entry.place;
    let from = view.as_of.month();
    let mut changed: Vec<(Month, String)> = Vec::new();
    for point in view.ledger().points.values() {
        let later = point.calendar.changes().iter().filter(|(month, _)| **month >= from);
        changed.extend(later.map(|(month, held)| {
            let said = format::month(*month);
            let said = match held {
                Some(day) => (words.moved_ahead)(&said, &format::day(*day), &point.name),
                None => (words.cancelled_ahead)(&said, &point.name),
            };
            (*month, said)
        }));
    }
    changed.sort();
    let count = changed.len();
    let shown = if count > MOST_AHEAD { MOST_AHEAD - 1 } else { count };
    let mut said: Vec<String> = changed.into_iter().take(shown).map(|(_, said)| said).collect();
    if count > shown {
        said.push((words.more_ahead)(count - shown));
    }
    said
}

/// Points first, then places from the largest inwards.
fn rows(view: &View) -> Vec<Row> {
    let ledger = view.ledger();
    let mut rows: Vec<Row> = ledger.points.values().map(|point| of_point(point, view)).collect();
    let mut places: Vec<&Place> = ledger.places.values().collect();
    places.sort_by_key(|place| {
        let up: Vec<&PlaceCode> = ledger.places_up(&place.code).map(|one| &one.code).collect();
        up.into_iter().rev().collect::<Vec<_>>()
    });
    rows.extend(places.into_iter().map(|place| of_place(place, view)));
    rows
}

fn of_point(point: &Point, view: &View) -> Row {
    let ledger = view.ledger();
    let commune = ledger.places.get(&point.commune);
    Row {
        what: What::Point(point.code.clone()),
        code: point.code.to_string(),
        name: point.name.clone(),
        within: commune.map(|place| place.name.clone()).unwrap_or_default(),
        note: (view.text.entry.place.every)(point.calendar.session_day()),
        groups: ledger.groups.values().filter(|group| group.point == point.code).count(),
    }
}

fn of_place(place: &Place, view: &View) -> Row {
    let ledger = view.ledger();
    let within = place.parent.as_ref().and_then(|parent| ledger.places.get(parent));
    let inside = |village: &PlaceCode| ledger.places_up(village).any(|up| up.code == place.code);
    let note = if place.difficult { view.text.entry.place.difficult } else { "" };
    Row {
        what: What::Place(place.code.clone(), place.kind),
        code: place.code.to_string(),
        name: place.name.clone(),
        within: within.map(|place| place.name.clone()).unwrap_or_default(),
        note: note.to_owned(),
        groups: ledger.groups.values().filter(|group| inside(&group.village)).count(),
    }
}
