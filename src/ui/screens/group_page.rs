//! A group's page of a session: what each member is to pay, to hand to its leader.

use super::{Entry, Route};
use crate::domain::day::Day;
use crate::domain::ids::GroupCode;
use crate::reports::group_page::{GroupPage, PageRow, group_page};
use crate::text::fold::name_key;
use crate::text::words::Named;
use crate::text::{format, talks};
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.group_page.member),
    Binding::new(&[named(KeyCode::Right)], Action::Right, |t| t.group_page.sessions),
    Binding::quiet(&[named(KeyCode::Left)], Action::Left, |t| t.group_page.sessions),
    Binding::new(&[key('c')], Action::Own('c'), |t| t.talks.key),
    Binding::new(&[key('s')], Action::Sort, |t| t.frame.keys.sort),
    Binding::quiet(&[key('f')], Action::Filter, |t| t.frame.keys.filter),
];

const ROWS: &[Column<PageRow>] = &[
    Column::<PageRow>::number(|t| t.group_page.no, 2, |row, _| row.no.to_string().into())
        .sorts(|one, other| one.no.cmp(&other.no)),
    Column::<PageRow>::text(|t| t.group_page.name, 15, |row, view| view.name(&row.name).into())
        .grows(2)
        .sorts(|one, other| name_key(&one.name).cmp(&name_key(&other.name))),
    Column::<PageRow>::number(|t| t.group_page.principal, 10, |row, _| Cell::amount(row.principal))
        .sorts(|one, other| one.principal.cmp(&other.principal))
        .sums(|row| row.principal),
    Column::<PageRow>::number(|t| t.group_page.interest, 10, |row, _| Cell::amount(row.interest))
        .sorts(|one, other| one.interest.cmp(&other.interest))
        .sums(|row| row.interest),
    Column::<PageRow>::number(|t| t.group_page.to_bring, 11, |row, _| Cell::amount(row.to_bring))
        .sorts(|one, other| one.to_bring.cmp(&other.to_bring))
        .sums(|row| row.to_bring),
    Column::<PageRow>::number(|t| t.group_page.overdue, 10, |row, _| Cell::bad_amount(row.overdue))
        .drops(1)
        .sorts(|one, other| one.overdue.cmp(&other.overdue))
        .sums(|row| row.overdue),
    Column::<PageRow>::text(
        |t| t.group_page.promise,
        16,
        |row, view| {
            let said = row.promise.map(|promise| talks::promise(view.language(), &promise));
            said.unwrap_or_default().into()
        },
    )
    .drops(2),
];

/// The page.
pub struct GroupPageScreen {
    group: GroupCode,
    session: Day,
    page: Option<GroupPage>,
    rows: Table<PageRow>,
}

impl GroupPageScreen {
    /// The page of a group at a session.
    #[must_use]
    pub fn new(group: GroupCode, session: Day) -> GroupPageScreen {
        let rows = Table::new(ROWS, |row: &PageRow| row.member.to_string());
        GroupPageScreen { group, session, page: None, rows }
    }

    /// To the session after or before; not before the one that is coming.
    fn turn(&mut self, forward: bool, view: &View) -> Step {
        let ledger = view.ledger();
        let point = ledger.groups.get(&self.group).and_then(|group| ledger.point_of(group));
        let Some(point) = point else { return Step::Stay };
        let coming = point.calendar.first_on_or_after(view.as_of);
        self.session = if forward {
            point.calendar.first_on_or_after(self.session.plus(1))
        } else {
            point.calendar.last_before(self.session).max(coming)
        };
        self.refresh(view);
        Step::Stay
    }
}

/// Rows above the list, and below it.
const HEAD: u16 = 3;
const FOOT: u16 = 2;

fn list_of(area: Rect) -> Rect {
    paint::above(paint::below(area, HEAD), FOOT)
}

impl Screen for GroupPageScreen {
    fn title(&self, view: &View) -> String {
        (view.text.group_page.title)(self.group.as_str(), &format::day(self.session))
    }

    fn keys(&self) -> &'static [Binding] {
        if self.rows.is_typing() { &[] } else { KEYS }
    }

    fn mode(&self) -> Mode {
        if self.rows.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        match self.rows.on(action, list_of(view.area), view) {
            Answer::Taken => return Step::Stay,
            Answer::Open => {
                let member = self.rows.current().map(|row| row.member.clone());
                return member.map_or(Step::Stay, |member| Step::Go(Route::Member(member)));
            }
            Answer::Ignored => {}
        }
        match action {
            Action::Right => self.turn(true, view),
            Action::Left => self.turn(false, view),
            Action::Own('c') => {
                let loan = self.rows.current().and_then(|row| row.loan.clone());
                loan.map_or(Step::Stay, |loan| Step::Go(Route::Entry(Entry::Contact(loan))))
            }
            _ => Step::Ignored,
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.group_page;
        let Some(page) = &self.page else {
            paint::write(buffer, area, 2, 1, text.gone, view.look.tone(Tone::Dim));
            return;
        };
        let association = page.association.say(view.language());
        let group = (text.group)(&view.name(&page.leader), &page.village, association);
        let (session, as_of) = (format::day(page.session), format::day(page.as_of));
        let session = (text.session)(&session, &page.point_name, &as_of);
        paint::write(buffer, area, 1, 0, &group, view.look.tone(Tone::Strong));
        paint::write(buffer, area, 1, 1, &session, view.look.ground());
        self.rows.draw(list_of(area), buffer, view, true);
        let foot = paint::below(area, area.height.saturating_sub(FOOT));
        for (line, y) in text.bring.iter().zip(0..) {
            paint::write(buffer, foot, 1, y, line, view.look.tone(Tone::Dim));
        }
    }

    fn refresh(&mut self, view: &View) {
        self.page = group_page(&view.question(), &self.group, self.session);
        let rows = self.page.as_ref().map(|page| page.members.clone());
        self.rows.set_rows(rows.unwrap_or_default(), view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.group_page.explains.iter().map(|said| (*said).to_owned()).collect()
    }
}
