//! A group's sheet (13/TD): due shown, paid empty, saved as one piece.

mod book;
mod confirm;
mod draft;
mod grid;
mod keys;
mod paper;
mod row;

use crate::domain::day::Day;
use crate::domain::entry::NewSheet;
use crate::domain::ids::{FactId, GroupCode};
use crate::domain::ledger::Presence;
use crate::domain::refusal::Refusal;
use crate::office::SheetRow;
use crate::office::command::{Command, Done};
use crate::reports::sheet::{self, GroupSheet};
use crate::text::{format, refusals};
use crate::ui::keymap::{Action, Binding, Mode};
use crate::ui::screen::{Draft, Screen, Step, View};
use crate::ui::screens::session::cash;
use crate::ui::screens::{Entry, Route};
use grid::{Grid, Typed};
pub use paper::presence;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use row::Col;

/// The kind of its drafts.
pub const DRAFT: &str = "sheet";

/// The key of a group's draft for a session.
#[must_use]
pub fn draft_key(group: &GroupCode, session: Day) -> String {
    format!("{group} {session}")
}

/// The sheet of a group and session.
pub struct Sheet {
    group: GroupCode,
    session: Day,
    /// The id of what will be saved: made when the form opens, kept in the draft.
    id: FactId,
    report: Option<GroupSheet>,
    grid: Grid,
    attendance: Option<Presence>,
    confirming: bool,
    /// What the office said against the whole of it.
    refusal: Option<String>,
    /// A draft that waits for the rows to be read.
    kept: Option<draft::Kept>,
    /// What is saved of it and of its cash; none where nothing is.
    handed_in: Option<SheetRow>,
    /// How its cash stands, in words.
    cash: String,
}

impl Sheet {
    /// The sheet, with what was typed into it before.
    #[must_use]
    pub fn new(group: GroupCode, session: Day, view: &View) -> Sheet {
        let json = view.draft(DRAFT, &draft_key(&group, session));
        let kept = json.as_deref().and_then(draft::read);
        // a sheet that was saved just before the power went has its id in the book
        let saved = view.office().sheets_of(session).unwrap_or_default();
        let in_book =
            |id: &FactId| saved.iter().any(|row| row.group == group && row.sheets.contains(id));
        let kept = kept.filter(|kept| !in_book(&kept.id));
        let id = kept.as_ref().map_or_else(|| view.new_id(), |kept| kept.id.clone());
        let attendance = kept.as_ref().and_then(|kept| kept.attendance);
        Sheet {
            group,
            session,
            id,
            report: None,
            grid: Grid::default(),
            attendance,
            confirming: false,
            refusal: None,
            kept,
            handed_in: None,
            cash: String::new(),
        }
    }

    /// Who came, as chosen now or as it stands in the book.
    fn presence(&self) -> Option<Presence> {
        self.attendance.or_else(|| self.report.as_ref()?.attendance)
    }

    fn next_presence(&mut self) {
        self.attendance = Some(match self.presence() {
            None | Some(Presence::None) => Presence::Leader,
            Some(Presence::Leader) => Presence::Deputy,
            Some(Presence::Deputy) => Presence::None,
        });
        self.refusal = None;
    }

    fn is_typed(&self) -> bool {
        self.attendance.is_some() || !self.grid.is_empty()
    }

    fn command(&self) -> Command {
        Command::Sheet(NewSheet {
            id: self.id.clone(),
            group: self.group.clone(),
            session: self.session,
            attendance: self.attendance,
            lines: self.grid.lines(),
        })
    }

    /// Asks before saving; what can't be read or can't be saved is said first.
    fn ask(&mut self, view: &View) -> Step {
        if !self.is_typed() {
            return Step::Warning(view.text.session.sheet.nothing.to_owned());
        }
        if !self.grid.reads() {
            return Step::Stay;
        }
        if let Err(refusal) = view.check(&self.command()) {
            self.refused(&refusal, view);
            return Step::Warning(refusals::sentence(view.language(), &refusal));
        }
        self.confirming = true;
        Step::Stay
    }

    fn ask_to_discard(&self, view: &View) -> Step {
        let typed = self.grid.rows.iter().filter(|row| !row.is_empty()).count();
        let cash = self.grid.sum(Col::Interest) + self.grid.sum(Col::Savings);
        let question = (view.text.session.sheet.discard)(typed, &format::money(cash));
        Step::Confirm { question, action: Action::Confirmed('x') }
    }

    fn on_confirm(&mut self, action: &Action) -> Step {
        match action {
            Action::Open | Action::Save => {
                self.confirming = false;
                return Step::submit(self.command());
            }
            Action::Back => self.confirming = false,
            Action::Own('d') => self.next_presence(),
            _ => return Step::Ignored,
        }
        Step::Stay
    }

    fn on_own(&mut self, letter: char, view: &View) -> Step {
        let text = &view.text.session.sheet;
        match letter {
            '=' => told(self.grid.fill_line(), view),
            'A' => match self.grid.fill_all() {
                Some(0) => Step::Warning(text.nothing_to_fill.to_owned()),
                Some(count) => Step::Notice((text.filled)(count)),
                None => Step::Notice(text.unfilled.to_owned()),
            },
            'd' => {
                self.next_presence();
                Step::Stay
            }
            'e' => self.mend(),
            'c' => self.promise(view),
            'm' => self.count_cash(view),
            _ => Step::Ignored,
        }
    }

    /// To the form that takes the saved line of the cursor back and records it rightly.
    fn mend(&self) -> Step {
        let row = self.grid.current().filter(|row| row.saved);
        row.map_or(Step::Stay, |row| {
            Step::Go(Route::Entry(Entry::MendLine {
                group: self.group.clone(),
                session: self.session,
                member: row.line.member.clone(),
            }))
        })
    }

    /// To the form of a talk about the loan that owes the oldest interest of the cursor's line.
    fn promise(&self, view: &View) -> Step {
        let loan = self.grid.current().and_then(|row| book::loan_of(&row.line.member, view));
        match loan {
            Some(loan) => Step::Go(Route::Entry(Entry::Contact(loan))),
            None => Step::Warning(view.text.session.sheet.no_loan.to_owned()),
        }
    }

    fn count_cash(&self, view: &View) -> Step {
        if self.handed_in.as_ref().is_none_or(|row| !row.has_money()) {
            return Step::Warning(view.text.session.day.nothing_to_count.to_owned());
        }
        Step::Go(Route::Cash(self.group.clone(), self.session))
    }
}

/// The step for what the cells did.
fn told(typed: Typed, view: &View) -> Step {
    match typed {
        Typed::Ignored => Step::Ignored,
        Typed::Taken | Typed::Stuck => Step::Stay,
        Typed::Closed => Step::Warning(view.text.session.sheet.closed.to_owned()),
    }
}

impl Screen for Sheet {
    fn title(&self, view: &View) -> String {
        let name = self.report.as_ref().map(|sheet| view.name(&sheet.leader)).unwrap_or_default();
        let text = &view.text.session.sheet;
        let title = (text.title)(self.group.as_str(), &name);
        if self.grid.recorded() > 0 { format!("{title} · {}", text.supplement) } else { title }
    }

    fn keys(&self) -> &'static [Binding] {
        let blank = self.grid.current().is_some_and(|row| row.note.is_blank());
        match self.grid.col {
            _ if self.confirming => keys::CONFIRM,
            _ if self.grid.recorded_here() => keys::SAVED,
            Col::Note if blank => keys::REASON,
            Col::Note => keys::NOTE,
            _ => keys::MONEY,
        }
    }

    fn types_words(&self) -> bool {
        self.grid.col == Col::Note
    }

    fn mode(&self) -> Mode {
        if self.confirming { Mode::Keys } else { Mode::Typing }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        if self.confirming {
            return self.on_confirm(action);
        }
        self.refusal = None;
        let seen = paper::rows_seen(view.area);
        self.grid.top = self.grid.window(seen);
        let step = match action {
            Action::Own(letter) => self.on_own(*letter, view),
            Action::Save => self.ask(view),
            Action::Jump(line) if !(1..=self.grid.rows.len()).contains(line) => {
                Step::Warning((view.text.session.sheet.no_line)(*line))
            }
            Action::Discard if self.is_typed() => self.ask_to_discard(view),
            Action::Confirmed('x') => Step::Discard,
            Action::Click { column, row } => {
                match paper::cell_at(view.area, &self.grid, *column, *row) {
                    Some((at, col)) => {
                        self.grid.go(at, col);
                        Step::Stay
                    }
                    None => Step::Ignored,
                }
            }
            other => {
                let reasons = &view.text.session.sheet.reasons;
                let typed = self.grid.on(other, seen.saturating_sub(1).max(1), reasons);
                told(typed, view)
            }
        };
        self.grid.top = self.grid.window(seen);
        step
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let Some(report) = &self.report else { return };
        if self.confirming {
            confirm::draw(
                area,
                buffer,
                view,
                &confirm::Asked { report, grid: &self.grid, presence: self.presence() },
            );
            return;
        }
        let head = paper::Head {
            report,
            presence: self.presence(),
            draft: self.is_typed(),
            refusal: self.refusal.as_deref(),
            handed_in: self.handed_in.as_ref(),
            cash: &self.cash,
        };
        paper::draw(area, buffer, view, &head, &self.grid);
    }

    fn refresh(&mut self, view: &View) {
        self.report = sheet::sheet(&view.question(), &self.group, self.session);
        let on_sheets = view.office().on_sheets(self.session).unwrap_or_default();
        let first = self.grid.rows.is_empty();
        let lines = self.report.as_ref().map(|report| report.lines.clone());
        self.grid.set_lines(lines.unwrap_or_default(), |member| on_sheets.contains_key(member));
        let mut said = view.office().said_on_sheets(self.session).unwrap_or_default();
        self.grid.set_said(said.remove(&self.group).unwrap_or_default());
        self.grid.set_cancelled(book::cancelled(&self.group, self.session, view));
        self.handed_in = cash::handed_in(self.session, view).remove(&self.group);
        self.cash = book::cash(&self.group, self.session, view);
        if first {
            self.grid.go_to_open();
        }
        if let Some(kept) = self.kept.take() {
            kept.put_back(&mut self.grid);
        }
    }

    fn refused(&mut self, refusal: &Refusal, view: &View) {
        self.confirming = false;
        if !self.grid.refuse(refusal, view) {
            self.refusal = Some(refusals::sentence(view.language(), refusal));
        }
    }

    fn saved(&mut self, done: &Done, view: &View) -> Step {
        let (interest, savings) = (self.grid.sum(Col::Interest), self.grid.sum(Col::Savings));
        self.grid.clear();
        self.attendance = None;
        self.refusal = None;
        self.id = view.new_id();
        if done.already {
            return Step::Stay;
        }
        let said = (view.text.session.sheet.saved)(
            &format::money(interest),
            &format::money(savings),
            &format::money(interest + savings),
        );
        if interest.is_zero() && savings.is_zero() {
            return Step::Notice(said);
        }
        // the cash is on the table now
        let cash = Route::Cash(self.group.clone(), self.session);
        Step::Saying(said, Box::new(Step::Go(cash)))
    }

    fn draft(&self) -> Option<Draft> {
        self.is_typed().then(|| Draft {
            kind: DRAFT,
            key: draft_key(&self.group, self.session),
            json: draft::write(&self.id, self.attendance, &self.grid),
        })
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.session.sheet.explains.iter().map(|sentence| (*sentence).to_owned()).collect()
    }
}
