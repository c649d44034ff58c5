//! Place 2, the collection day: a point's session, what is due at it, the sheets of its groups.

pub mod pick;
pub mod receipt;
pub mod sheet;

use super::Route;
use crate::domain::day::Day;
use crate::domain::group::Association;
use crate::domain::ids::{GroupCode, PointCode};
use crate::domain::ledger::Presence;
use crate::domain::money::Dong;
use crate::reports::sheet::{self as reports, GroupSheet, SessionDay};
use crate::text::fold::name_key;
use crate::text::format;
use crate::text::words::Named;
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use crate::ui::widgets::{paint, panel};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.session.keys.open_sheet),
    Binding::new(&[key('g')], Action::Own('g'), |t| t.session.keys.receipt),
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.session.keys.point),
    Binding::new(&[named(KeyCode::Left)], Action::Left, |t| t.session.keys.earlier),
    Binding::new(&[named(KeyCode::Right)], Action::Right, |t| t.session.keys.later),
    Binding::quiet(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
    Binding::quiet(&[key('f')], Action::Filter, |t| t.frame.keys.filter),
];

/// How far a group's sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    NotBegun,
    Draft,
    /// Only who came is saved.
    Came,
    Saved,
    /// Saved, and more is typed.
    Supplement,
}

impl State {
    const fn of(draft: bool, came: bool, saved: bool) -> State {
        match (saved, draft, came) {
            (true, true, _) => Self::Supplement,
            (true, false, _) => Self::Saved,
            (false, true, _) => Self::Draft,
            (false, false, true) => Self::Came,
            (false, false, false) => Self::NotBegun,
        }
    }
}

/// A group in the list.
struct GroupRow {
    code: GroupCode,
    leader: String,
    village: String,
    association: Association,
    members: usize,
    attendance: Option<Presence>,
    due: Dong,
    recorded: Dong,
    state: State,
}

const GROUPS: &[Column<GroupRow>] = &[
    Column::<GroupRow>::text(|t| t.session.group, 7, |row, _| row.code.to_string().into())
        .drops(4)
        .sorts(|one, other| one.code.cmp(&other.code)),
    Column::<GroupRow>::text(|t| t.session.leader, 20, |row, view| view.name(&row.leader).into())
        .grows(1)
        .sorts(|one, other| name_key(&one.leader).cmp(&name_key(&other.leader))),
    Column::<GroupRow>::text(|t| t.session.village, 6, |row, _| village(&row.village).into())
        .grows(4)
        .drops(5)
        .sorts(|one, other| one.village.cmp(&other.village)),
    Column::<GroupRow>::text(
        |t| t.session.association,
        17,
        |row, view| row.association.say(view.language()).into(),
    )
    .drops(6)
    .sorts(|one, other| one.association.cmp(&other.association)),
    Column::<GroupRow>::number(
        |t| t.session.members,
        4,
        |row, _| format::count(row.members).into(),
    )
    .drops(3)
    .sorts(|one, other| one.members.cmp(&other.members)),
    Column::<GroupRow>::text(
        |t| t.session.sheet.attendance,
        13,
        |row, view| match row.attendance {
            None => Cell::default(),
            came => sheet::presence(came, &view.text.session.sheet).into(),
        },
    )
    .drops(7)
    .sorts(|one, other| one.attendance.cmp(&other.attendance)),
    Column::<GroupRow>::number(|t| t.session.to_pay, 12, |row, _| Cell::amount(row.due))
        .sorts(|one, other| one.due.cmp(&other.due))
        .sums(|row| row.due),
    Column::<GroupRow>::number(
        |t| t.session.recorded_head,
        11,
        |row, _| Cell::amount(row.recorded),
    )
    .sorts(|one, other| one.recorded.cmp(&other.recorded))
    .sums(|row| row.recorded),
    Column::<GroupRow>::text(
        |t| t.session.state,
        13,
        |row, view| {
            let text = &view.text.session;
            match row.state {
                State::NotBegun => Cell::toned(text.not_begun, Tone::Plain),
                State::Draft => Cell::toned(text.is_draft, Tone::Warn),
                State::Came => Cell::toned(text.has_came, Tone::Plain),
                State::Saved => Cell::toned(text.is_saved, Tone::Good),
                State::Supplement if view.area.width < WIDE => {
                    Cell::toned(text.and_draft_short, Tone::Good)
                }
                State::Supplement => Cell::toned(text.and_draft, Tone::Good),
            }
        },
    )
    .sorts(|one, other| one.state.cmp(&other.state)),
];

/// The least width at which a state is said in full.
const WIDE: u16 = 110;

/// A village's name under the heading "Ấp", without the word again.
fn village(name: &str) -> &str {
    name.strip_prefix("Ấp ").unwrap_or(name)
}

/// The page of a point's session.
pub struct SessionPage {
    point: Option<PointCode>,
    day: Option<Day>,
    report: Option<SessionDay>,
    groups: Table<GroupRow>,
}

impl SessionPage {
    /// The page of the session that comes first; today's counts as coming.
    #[must_use]
    pub fn new(view: &View) -> SessionPage {
        let points = view.ledger().points.values();
        let next = |point: &crate::domain::place::Point| {
            (point.calendar.first_on_or_after(view.as_of), point.code.clone())
        };
        let first = points.map(next).min();
        SessionPage {
            day: first.as_ref().map(|(day, _)| *day),
            point: first.map(|(_, point)| point),
            report: None,
            groups: Table::new(GROUPS, |row: &GroupRow| row.code.to_string()),
        }
    }

    /// The page of a point's session on a day.
    #[must_use]
    pub fn at(point: PointCode, day: Day, view: &View) -> SessionPage {
        SessionPage { point: Some(point), day: Some(day), ..SessionPage::new(view) }
    }

    /// The next point, at its coming session.
    fn next_point(&mut self, view: &View) -> Step {
        let points = &view.ledger().points;
        let after = self.point.as_ref().and_then(|here| points.keys().find(|code| *code > here));
        let Some(next) = after.or_else(|| points.keys().next()) else { return Step::Stay };
        let calendar = points.get(next).map(|point| &point.calendar);
        self.day = calendar.map(|calendar| calendar.first_on_or_after(view.as_of));
        self.point = Some(next.clone());
        self.refresh(view);
        Step::Stay
    }

    /// Another session of the same point: any that is past, and the two that are coming.
    fn move_session(&mut self, back: bool, view: &View) -> Step {
        let point = self.point.as_ref().and_then(|code| view.ledger().points.get(code));
        let (Some(point), Some(day)) = (point, self.day) else { return Step::Stay };
        let text = &view.text.session;
        let to = if back {
            point.calendar.last_before(day)
        } else {
            point.calendar.first_on_or_after(day.plus(1))
        };
        if back {
            let mut groups = view.ledger().groups.values();
            if !groups.any(|group| group.point == point.code && group.counts_on(to)) {
                return Step::Notice(text.no_earlier.to_owned());
            }
        } else {
            let coming = point.calendar.first_on_or_after(view.as_of);
            if to > point.calendar.first_on_or_after(coming.plus(1)) {
                return Step::Notice(text.no_later.to_owned());
            }
        }
        self.day = Some(to);
        self.refresh(view);
        Step::Stay
    }
}

impl Screen for SessionPage {
    fn title(&self, view: &View) -> String {
        view.text.session.title.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn mode(&self) -> Mode {
        if self.groups.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        match self.groups.on(action, list_of(view.area), view) {
            Answer::Taken => return Step::Stay,
            Answer::Open => {
                let sheet = self.groups.current().zip(self.day);
                return sheet.map_or(Step::Stay, |(row, day)| {
                    Step::Go(Route::Sheet(row.code.clone(), day))
                });
            }
            Answer::Ignored => {}
        }
        match action {
            Action::Next | Action::Previous => self.next_point(view),
            Action::Left => self.move_session(true, view),
            Action::Right => self.move_session(false, view),
            Action::Own('g') => {
                let point = self.point.clone();
                point.map_or(Step::Stay, |point| Step::Go(Route::PickLoan(point)))
            }
            _ => Step::Ignored,
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.session;
        let Some(report) = &self.report else {
            paint::write(buffer, area, 2, 1, text.no_points, view.look.tone(Tone::Dim));
            return;
        };
        draw_head(area, buffer, view, report);
        let part = paint::below(area, HEAD);
        let count = |state| self.groups.rows().iter().filter(|row| row.state == state).count();
        let saved = count(State::Saved) + count(State::Supplement);
        // of a sheet with nothing but who came, no line is typed yet
        let not_begun = count(State::NotBegun) + count(State::Came);
        let counts = (text.sheets_count)(saved, count(State::Draft), not_begun);
        let title = format!("{} · {counts}", text.sheets);
        let list = panel::titled(part, buffer, view, &title, false);
        if self.groups.rows().is_empty() {
            paint::write(buffer, list, 2, 1, text.no_groups, view.look.tone(Tone::Dim));
        } else {
            self.groups.draw(list, buffer, view, true);
        }
    }

    fn refresh(&mut self, view: &View) {
        let of = self.point.as_ref().zip(self.day);
        self.report =
            of.and_then(|(point, day)| reports::session_day(&view.question(), point, day));
        let said = self.day.and_then(|day| view.office().said_on_sheets(day).ok());
        let said = said.unwrap_or_default();
        let drafts = view.office().drafts().unwrap_or_default();
        let has_draft = |sheet: &GroupSheet| {
            let key = sheet::draft_key(&sheet.group, sheet.session);
            drafts.iter().any(|draft| draft.kind == sheet::DRAFT && draft.key == key)
        };
        let sheets = self.report.as_ref().map_or(&[][..], |report| &report.sheets);
        let rows = sheets.iter().map(|sheet| GroupRow {
            code: sheet.group.clone(),
            leader: sheet.leader.clone(),
            village: sheet.village.clone(),
            association: sheet.association,
            members: sheet.lines.len(),
            attendance: sheet.attendance,
            due: sheet.due(),
            recorded: sheet.interest(),
            state: State::of(
                has_draft(sheet),
                sheet.attendance.is_some(),
                sheet.has_money() || said.contains_key(&sheet.group),
            ),
        });
        self.groups.set_rows(rows.collect(), view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.session.explains.iter().map(|sentence| (*sentence).to_owned()).collect()
    }
}

/// Rows above the list: the session, headings, principal, interest, savings.
const HEAD: u16 = 5;

fn list_of(area: Rect) -> Rect {
    panel::inside(paint::below(area, HEAD))
}

fn draw_head(area: Rect, buffer: &mut Buffer, view: &View, report: &SessionDay) {
    let text = &view.text.session;
    let when = match report.day.cmp(&view.today) {
        std::cmp::Ordering::Equal => text.today,
        std::cmp::Ordering::Less => text.past,
        std::cmp::Ordering::Greater => text.ahead,
    };
    let weekday = format::weekday(view.language(), report.day.weekday());
    let session = format!(
        "{} · {} ‹ {weekday} {} › {when}",
        report.name,
        text.sheet.session,
        format::day(report.day)
    );
    paint::write(buffer, area, 1, 0, &session, view.look.heading());
    let savings: Dong = report.sheets.iter().map(GroupSheet::savings).sum();
    let interest: Dong = report.sheets.iter().map(GroupSheet::interest).sum();
    let (loans, principal) = report.principal;
    let (households, to_pay) = report.interest;
    let due = [
        (text.principal_due, (text.loans)(loans), format::money(principal)),
        (text.interest_due, (text.households)(households), format::money(to_pay)),
        (text.savings, String::new(), String::new()),
    ];
    let recorded = [report.principal_paid.1, interest, savings];
    let left = [Some(report.left.0), Some(report.left.1), None];
    for (head, x) in [(text.asked_head, 30), (text.recorded_head, 46), (text.left_head, 62)] {
        let head = paint::pad(head, 16, true);
        paint::write(buffer, area, x, 1, &head, view.look.tone(Tone::Dim));
    }
    let sums = due.iter().zip(recorded).zip(left).zip(2..);
    for ((((label, count, due), recorded), left), y) in sums {
        paint::write(buffer, area, 3, y, label, view.look.tone(Tone::Dim));
        paint::write(buffer, area, 16, y, &paint::pad(count, 14, true), view.look.ground());
        let figure = paint::pad(due, 16, true);
        paint::write(buffer, area, 30, y, &figure, view.look.ground());
        let done = paint::pad(&format::money(recorded), 16, true);
        paint::write(buffer, area, 46, y, &done, view.look.ground());
        let left = paint::pad(&left.map(format::money).unwrap_or_default(), 16, true);
        paint::write(buffer, area, 62, y, &left, view.look.tone(Tone::Strong));
    }
}
