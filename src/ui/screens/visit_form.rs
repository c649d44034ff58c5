//! A loan-use visit (06/TD) as it is typed: its head, then the group's households line by line.

mod cells;
mod draft;
mod fill;
pub mod foot;
mod head;
mod keys;
mod layout;
mod lines;
mod review;
mod save;

use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode, LoanCode};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::visit::VisitLine;
use crate::reports::visit_form::{VisitFormRow, visit_form};
use crate::reports::visits::VisitTotals;
use crate::text::format;
use crate::text::words::Named;
use crate::ui::keymap::{Action, Binding, Mode};
use crate::ui::look::Tone;
use crate::ui::screen::{Draft, Screen, Step, View};
use crate::ui::widgets::form::Form;
use crate::ui::widgets::table::Table;
use crate::ui::widgets::{paint, panel};
use cells::{Cells, ORDER};
use draft::Kept;
use lines::Line;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::{BTreeMap, BTreeSet};

/// What a half typed visit is kept under; its key is the group.
pub const DRAFT: &str = "visit";

/// Rows of the head's form: five fields of two rows, and one for what is wrong with the whole.
const HEAD_ROWS: u16 = 11;

/// What has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Head,
    Lines,
}

/// The form.
pub struct VisitForm {
    group: GroupCode,
    /// The loan whose visit was asked for: it stands first.
    first: Option<LoanCode>,
    id: FactId,
    head: Form,
    part: Part,
    table: Table<Line>,
    cells: BTreeMap<LoanCode, Cells>,
    /// The cell that has the keyboard, by its place in the order of cells.
    cell: usize,
    /// Why a line can't be saved: its loan, the cell, the sentence.
    refusal: Option<(LoanCode, Field, String)>,
    /// The cell was just entered: a key typed takes the place of what stands there.
    fresh: bool,
    /// The key before this one was `=`, and what it did to the line was said: `=` or Enter goes on.
    told: bool,
    /// What would be saved is looked at before it is.
    reviewing: bool,
    /// A draft was found and no key was pressed since.
    restored: bool,
}

impl VisitForm {
    /// A form for a visit to a group, with what was typed before; a loan asked for stands first.
    #[must_use]
    pub fn new(group: GroupCode, loan: Option<LoanCode>, view: &View) -> VisitForm {
        let also = loan.iter().cloned().collect();
        let rows = visit_form(&view.question(), &group, &also);
        let asked = loan.as_ref().and_then(|code| rows.iter().find(|row| row.loan == *code));
        let kind = head::likely_kind(&rows, asked);
        let mut form = VisitForm {
            head: head::form(&group, kind, view),
            id: view.new_id(),
            first: loan,
            part: Part::Head,
            table: Table::new(lines::COLUMNS, |line: &Line| line.row.loan.to_string()),
            cells: BTreeMap::new(),
            cell: 0,
            refusal: None,
            fresh: true,
            told: false,
            reviewing: false,
            restored: false,
            group,
        };
        form.restore(view);
        form
    }

    fn restore(&mut self, view: &View) {
        let kept = view.draft(DRAFT, self.group.as_str());
        let Some(kept) = kept.as_deref().and_then(Kept::read) else { return };
        self.id = kept.id;
        self.head.restore(&kept.head);
        let language = view.language();
        let cells =
            kept.lines.iter().map(|(loan, typed)| (loan.clone(), Cells::restored(typed, language)));
        self.cells = cells.collect();
        self.cell = kept.cell.min(ORDER.len() - 1);
        self.part = if kept.in_lines { Part::Lines } else { Part::Head };
        self.restored = true;
        // the order and the place are those that were left, but for another loan asked for
        let asked = self.first.take().filter(|asked| Some(asked) != kept.first.as_ref());
        self.first = kept.first.or_else(|| asked.clone());
        self.read(view);
        if asked.is_some() {
            self.cell = 0;
        }
        if let Some(at) = asked.or(kept.at) {
            self.table.select(at.as_str());
        }
    }

    /// The day of the visit; the day asked about while none can be read.
    fn day(&self, view: &View) -> Day {
        self.head.day(Field::Day, view.today).unwrap_or(view.as_of)
    }

    /// Reads the lines anew: what the file says on the day, with what was typed.
    fn read(&mut self, view: &View) {
        let typed = self.cells.iter().filter(|(_, cells)| !cells.is_blank());
        let also: BTreeSet<LoanCode> =
            typed.map(|(loan, _)| loan).chain(self.first.as_ref()).cloned().collect();
        let question = view.question().on(self.day(view));
        let mut rows = visit_form(&question, &self.group, &also);
        if let Some(first) = &self.first {
            rows.sort_by_key(|row| row.loan != *first);
        }
        self.show(rows, view);
    }

    /// Shows these rows with what was typed into them.
    fn show(&mut self, rows: Vec<VisitFormRow>, view: &View) {
        let empty = Cells::new(view.language());
        let refused = self.refusal.as_ref().map(|(loan, ..)| loan);
        let line = |(no, row): (usize, VisitFormRow)| Line {
            no,
            cells: self.cells.get(&row.loan).unwrap_or(&empty).clone(),
            refused: refused == Some(&row.loan),
            row,
        };
        let lines = (1..).zip(rows).map(line).collect();
        self.table.set_rows(lines, view);
    }

    /// Shows again what was typed.
    fn show_typed(&mut self, view: &View) {
        let rows = self.table.rows().iter().map(|line| line.row.clone()).collect();
        self.show(rows, view);
    }

    /// The lines of the visit: those in which an amount or a note was typed.
    fn lines(&self) -> impl Iterator<Item = &Line> {
        self.table.rows().iter().filter(|line| line.cells.counts())
    }

    fn totals(&self, view: &View) -> VisitTotals {
        let lines: Vec<VisitLine> =
            self.lines().map(|line| line.cells.line(line.row.loan.clone())).collect();
        VisitTotals::of(view.ledger(), &lines)
    }

    fn field(&self) -> Field {
        ORDER.get(self.cell).copied().unwrap_or(Field::Received)
    }

    fn is_touched(&self) -> bool {
        self.head.is_changed() || self.cells.values().any(|cells| !cells.is_blank())
    }

    /// The head in one line.
    fn summary(&self, view: &View) -> String {
        let text = &view.text.visits;
        let language = view.language();
        let kind = head::kind(&self.head).map_or("?", |kind| kind.say(language));
        let association = head::association(&self.head)
            .map_or(text.no_association, |association| association.say(language));
        let visitor = self.head.text(Field::Visitor).map_or("?".to_owned(), |v| view.name(&v));
        let day = self.day(view);
        let weekday = format::weekday(language, day.weekday());
        let day = format::day(day);
        format!("{weekday} {day} · {kind} · {association} · {}: {visitor}", text.visitor_short)
    }

    fn draw_head(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.visits;
        let ledger = view.ledger();
        let group = ledger.groups.get(&self.group);
        let village = group.and_then(|group| ledger.places.get(&group.village));
        let leader = group.map(|group| view.name(ledger.group_name(group))).unwrap_or_default();
        let village = village.map(|place| place.name.as_str()).unwrap_or_default();
        let lines = self.table.rows();
        let outstanding = format::money(lines.iter().map(|line| line.row.outstanding).sum());
        let loans = (text.loans_outstanding)(lines.len(), &outstanding);
        let said = format!("{leader} · {village} · {loans}");
        paint::write(buffer, area, 1, 0, &said, view.look.heading());
        self.head.draw(head_of(area), buffer, view);
        let below = paint::below(area, 1 + HEAD_ROWS);
        if self.restored {
            let said = view.text.frame.draft_found;
            paint::write(buffer, below, 1, 0, said, view.look.tone(Tone::Warn));
        } else if let Some(name) = self.name_offered(view) {
            let said = (text.as_before)(&view.name(&name));
            paint::write(buffer, below, 1, 0, &said, view.look.tone(Tone::Dim));
        }
        let due: Vec<&Line> = lines.iter().filter(|line| !line.row.due.is_empty()).collect();
        let title = (text.due_in_group)(due.len());
        let list = panel::titled(paint::below(below, 1), buffer, view, &title, false);
        for (line, y) in due.iter().zip(0..list.height) {
            let said = format!("{:>2}  {}", line.no, view.name(&line.row.name));
            paint::write(buffer, list, 1, y, &paint::cut(&said, 32), view.look.ground());
            paint::write(buffer, list, 35, y, &line.about(view), view.look.tone(Tone::Dim));
        }
    }

    fn draw_lines(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.visits;
        let places = layout::places(area);
        let summary = if self.restored {
            format!("{} {}", view.text.frame.draft_found, self.summary(view))
        } else {
            self.summary(view)
        };
        paint::write(buffer, places.summary, 1, 0, &summary, view.look.heading());
        if self.table.rows().is_empty() {
            let style = view.look.tone(Tone::Dim);
            paint::write(buffer, places.list, 1, 1, text.no_loans_to_visit, style);
            return;
        }
        self.table.draw(places.list, buffer, view, true);
        if let Some(line) = self.table.current() {
            let refusal = self
                .refusal
                .as_ref()
                .filter(|(loan, field, _)| *loan == line.row.loan && *field == self.field());
            let refusal = refusal.map(|(_, field, sentence)| (*field, sentence.clone()));
            layout::draw_detail(places.detail, buffer, view, line, (self.cell, refusal.as_ref()));
        }
        let [checked, uses] = foot::sentences(&self.totals(view), self.table.rows().len(), view);
        let report_by = foot::report_by(self.day(view), view);
        let style = view.look.heading();
        paint::write(buffer, places.foot, 1, 0, &checked, style);
        let room = places.foot.width.saturating_sub(paint::width(&checked) + 3);
        let report_by = paint::cut(&report_by, room);
        paint::write_right(buffer, places.foot, 0, &format!("{report_by} "), style);
        paint::write(buffer, places.foot, 1, 1, &uses, style);
    }
}

impl Screen for VisitForm {
    fn title(&self, view: &View) -> String {
        (view.text.visits.form_title)(self.group.as_str(), &format::day(self.day(view)))
    }

    fn keys(&self) -> &'static [Binding] {
        match (self.part, self.field()) {
            _ if self.reviewing => review::KEYS,
            (Part::Head, _) => match self.head.active() {
                Some(Field::Visitor | Field::Witness) => keys::NAMES,
                _ => keys::HEAD,
            },
            (Part::Lines, Field::Note) => keys::NOTE,
            (Part::Lines, _) => keys::LINES,
        }
    }

    fn types_words(&self) -> bool {
        match self.part {
            Part::Head => self.head.types_words(),
            Part::Lines => self.field() == Field::Note,
        }
    }

    fn mode(&self) -> Mode {
        if self.reviewing { Mode::Keys } else { Mode::Typing }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        self.restored = false;
        let told = std::mem::take(&mut self.told);
        if self.reviewing {
            return self.on_review(action, view);
        }
        match (action, self.part) {
            (Action::Open | Action::Own('='), Part::Lines) if told => self.next_line(view),
            (Action::Save, _) => self.review(view),
            (Action::Discard, _) => self.ask_to_discard(view),
            (Action::Confirmed('x'), _) => Step::Discard,
            (Action::Own('h'), Part::Head) => self.go_to_lines(view),
            (Action::Own('h'), Part::Lines) => self.enter_head(view),
            (Action::Back, _) => Step::Ignored,
            (_, Part::Head) => self.on_head(action, view),
            (_, Part::Lines) => self.on_lines(action, view),
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        match self.part {
            _ if self.reviewing => self.draw_review(area, buffer, view),
            Part::Head => self.draw_head(area, buffer, view),
            Part::Lines => self.draw_lines(area, buffer, view),
        }
    }

    fn refresh(&mut self, view: &View) {
        head::rename(&mut self.head, view);
        for cells in self.cells.values_mut() {
            cells.rename(view.language());
        }
        self.read(view);
    }

    fn refused(&mut self, refusal: &Refusal, view: &View) {
        self.reviewing = false;
        self.place(refusal, view);
    }

    fn draft(&self) -> Option<Draft> {
        if !self.is_touched() {
            return None;
        }
        let lines = self.cells.iter().filter(|(_, cells)| !cells.is_blank());
        let kept = Kept {
            id: self.id.clone(),
            head: self.head.typed(),
            lines: lines.map(|(loan, cells)| (loan.clone(), cells.typed())).collect(),
            first: self.first.clone(),
            at: self.table.current().map(|line| line.row.loan.clone()),
            cell: self.cell,
            in_lines: self.part == Part::Lines,
        };
        Some(Draft { kind: DRAFT, key: self.group.to_string(), json: kept.json() })
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.visits.explains_form.iter().map(|sentence| (*sentence).to_owned()).collect()
    }
}

fn head_of(area: Rect) -> Rect {
    let area = paint::below(area, 1);
    Rect { height: area.height.min(HEAD_ROWS), ..area }
}
