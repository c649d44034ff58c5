//! Picks the loan, or the member, on which money comes in or is paid out: by part of a name, group
//! or code, as one types.

mod rows;

use crate::domain::ids::PointCode;
use crate::text::fold::{finds, fold};
use crate::ui::keymap::{Action, Binding, Mode, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::screens::{Entry, Route};
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Table};
use crate::ui::widgets::text_field::TextField;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use rows::PickRow;

const KEYS: &[Binding] =
    &[Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.session.keys.pick)];

/// What for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Principal is paid.
    Principal,
    /// Interest is paid at the bank's counter.
    Interest,
    /// A further tranche is paid out.
    Tranche,
    /// A new loan is paid out; a member is picked.
    Contract,
}

/// The loans or members of a point from which one is picked.
pub struct Pick {
    point: PointCode,
    purpose: Purpose,
    query: TextField,
    all: Vec<PickRow>,
    shown: Table<PickRow>,
}

impl Pick {
    /// Of a point's groups.
    #[must_use]
    pub fn new(point: PointCode, purpose: Purpose) -> Pick {
        let key = |row: &PickRow| row.code.clone();
        let shown = Table::new(rows::columns(purpose), key);
        Pick { point, purpose, query: TextField::new(), all: Vec::new(), shown }
    }

    fn search(&mut self, view: &View) {
        let query = fold(self.query.text());
        let found = self.all.iter().filter(|row| finds(&row.text, &query));
        self.shown.set_rows(found.cloned().collect(), view);
    }

    fn route(&self, row: &PickRow) -> Route {
        let code = row.code.as_str();
        match self.purpose {
            Purpose::Principal => Route::Receipt(code.into()),
            Purpose::Interest => Route::InterestReceipt(code.into()),
            Purpose::Tranche => Route::Entry(Entry::Tranche(code.into())),
            Purpose::Contract => Route::Entry(Entry::NewLoan(code.into())),
        }
    }
}

impl Screen for Pick {
    fn title(&self, view: &View) -> String {
        let text = &view.text.session;
        match self.purpose {
            Purpose::Principal => text.receipt.pick_title,
            Purpose::Interest => text.counter.pick_interest,
            Purpose::Tranche => text.counter.pick_tranche,
            Purpose::Contract => text.counter.pick_member,
        }
        .to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn mode(&self) -> Mode {
        Mode::Typing
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        let before = self.query.text().to_owned();
        if self.query.on(action) {
            if self.query.text() != before {
                self.search(view);
                self.shown.on(&Action::First, list_of(view.area), view);
            }
            return Step::Stay;
        }
        match (self.shown.on(action, list_of(view.area), view), self.shown.current()) {
            (Answer::Open, Some(row)) => Step::Go(self.route(row)),
            (Answer::Ignored, _) => Step::Ignored,
            _ => Step::Stay,
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.session.receipt;
        paint::write(buffer, area, 1, 0, text.pick_label, view.look.heading());
        let at = paint::width(text.pick_label) + 3;
        let row = paint::row(area, 0);
        let field = Rect { x: row.x.saturating_add(at), width: 50, ..row }.intersection(area);
        self.query.draw(field, buffer, view, true, false);
        if self.shown.rows().is_empty() {
            let none = match self.purpose {
                Purpose::Principal => text.pick_none,
                _ => view.text.session.counter.pick_none,
            };
            paint::write(buffer, area, 1, 2, none, view.look.tone(Tone::Dim));
        } else {
            self.shown.draw(list_of(area), buffer, view, true);
        }
    }

    fn refresh(&mut self, view: &View) {
        self.all = rows::all(&self.point, self.purpose, view);
        self.search(view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        let text = &view.text.session;
        let said = match self.purpose {
            Purpose::Principal | Purpose::Interest => text.receipt.explains,
            Purpose::Tranche | Purpose::Contract => text.counter.explains_out,
        };
        said.iter().map(|said| (*said).to_owned()).collect()
    }
}

fn list_of(area: Rect) -> Rect {
    paint::below(area, 2)
}
