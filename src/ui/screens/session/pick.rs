//! Picks the loan on which principal is paid: by part of a name, group or code, as one types.

use super::receipt;
use crate::domain::ids::{LoanCode, PointCode};
use crate::domain::money::Dong;
use crate::reports::due::{self, SessionAsked};
use crate::reports::loans;
use crate::reports::scope::{Part, Scope};
use crate::text::fold::{finds, fold, name_key};
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
    &[Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.session.keys.pick)];

/// A loan with principal outstanding.
#[derive(Clone)]
struct LoanRow {
    loan: LoanCode,
    name: String,
    group: String,
    outstanding: Dong,
    due: Dong,
    overdue: Dong,
    draft: bool,
    /// What is searched, folded.
    text: String,
}

const LOANS: &[Column<LoanRow>] = &[
    Column::<LoanRow>::text(
        |t| t.session.receipt.name,
        16,
        |row, view| view.name(&row.name).into(),
    )
    .grows(1),
    Column::<LoanRow>::text(|t| t.session.receipt.group, 7, |row, _| row.group.as_str().into())
        .drops(2),
    Column::<LoanRow>::text(|t| t.session.receipt.loan, 16, |row, _| row.loan.to_string().into()),
    Column::<LoanRow>::number(
        |t| t.session.receipt.outstanding,
        12,
        |row, _| Cell::amount(row.outstanding),
    )
    .sums(|row| row.outstanding),
    Column::<LoanRow>::number(|t| t.session.receipt.due_now, 11, |row, _| Cell::amount(row.due))
        .sums(|row| row.due),
    Column::<LoanRow>::number(
        |t| t.session.receipt.overdue,
        10,
        |row, _| Cell::bad_amount(row.overdue),
    )
    .drops(1)
    .sums(|row| row.overdue),
    Column::<LoanRow>::text(
        |t| t.session.state,
        9,
        |row, view| {
            let said = if row.draft { view.text.session.is_draft } else { "" };
            Cell::toned(said, Tone::Warn)
        },
    )
    .drops(3),
];

/// The loans of a point with principal outstanding, those that are to pay some first.
pub struct PickLoan {
    point: PointCode,
    query: TextField,
    all: Vec<LoanRow>,
    shown: Table<LoanRow>,
}

impl PickLoan {
    /// The loans of a point's groups.
    #[must_use]
    pub fn new(point: PointCode) -> PickLoan {
        let key = |row: &LoanRow| row.loan.to_string();
        PickLoan { point, query: TextField::new(), all: Vec::new(), shown: Table::new(LOANS, key) }
    }

    fn search(&mut self, view: &View) {
        let query = fold(self.query.text());
        let found = self.all.iter().filter(|row| finds(&row.text, &query));
        self.shown.set_rows(found.cloned().collect(), view);
    }
}

impl Screen for PickLoan {
    fn title(&self, view: &View) -> String {
        view.text.session.receipt.pick_title.to_owned()
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
            (Answer::Open, Some(row)) => Step::Go(Route::Receipt(row.loan.clone())),
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
            paint::write(buffer, area, 1, 2, text.pick_none, view.look.tone(Tone::Dim));
        } else {
            self.shown.draw(list_of(area), buffer, view, true);
        }
    }

    fn refresh(&mut self, view: &View) {
        let scope = Scope::of(Part::Point(self.point.clone()));
        let question = view.question().within(scope);
        let due: BTreeMap<LoanCode, Dong> = due::due(&question, SessionAsked::Next)
            .into_iter()
            .map(|row| (row.loan, row.principal_due))
            .collect();
        let drafts = view.office().drafts().unwrap_or_default();
        let row = |row: loans::LoanRow| LoanRow {
            text: fold(&format!("{} {} {}", row.name, row.group, row.loan)),
            due: due.get(&row.loan).copied().unwrap_or_default(),
            draft: drafts
                .iter()
                .any(|draft| draft.kind == receipt::DRAFT && draft.key == row.loan.as_str()),
            loan: row.loan,
            name: row.name,
            group: row.group.to_string(),
            outstanding: row.outstanding,
            overdue: row.overdue,
        };
        let open = loans::loans(&question, false).into_iter();
        self.all = open.filter(|row| row.outstanding.is_positive()).map(row).collect();
        self.all.sort_by_cached_key(|row| {
            (!row.draft, !row.due.is_positive(), name_key(&row.name), row.loan.clone())
        });
        self.search(view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.session.receipt.explains.iter().map(|said| (*said).to_owned()).collect()
    }
}

fn list_of(area: Rect) -> Rect {
    paint::below(area, 2)
}
