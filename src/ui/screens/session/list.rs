//! The groups of a session, how far the sheet of each is, and how they stand in the list.

use crate::domain::cash::CashCount;
use crate::domain::group::Association;
use crate::domain::ids::GroupCode;
use crate::domain::ledger::Presence;
use crate::domain::money::Dong;
use crate::office::SheetRow;
use crate::reports::sheet::{GroupSheet, SessionDay};
use crate::text::fold::name_key;
use crate::text::format;
use crate::text::words::Named;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Cell, Column};

use super::sheet;

/// How far a group's sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing of it.
    NotBegun,
    /// Only who came is saved.
    Came,
    /// Typed and not saved.
    Draft,
    /// Saved, its cash not counted.
    Saved,
    /// Its cash was counted before the last money came in or was taken back.
    Recount,
    /// Counted, with a difference that is on record.
    Differs,
    /// Counted, to the last đồng.
    Balanced,
}

impl State {
    /// Of a sheet: what is saved of it, and how its cash was counted against which sum.
    #[must_use]
    pub fn of(
        (saved, came, draft): (bool, bool, bool),
        count: Option<&CashCount>,
        sum: Dong,
    ) -> State {
        match count {
            _ if !saved && draft => Self::Draft,
            _ if !saved && came => Self::Came,
            _ if !saved => Self::NotBegun,
            None => Self::Saved,
            Some(count) if !count.balances(sum) => Self::Recount,
            Some(count) if count.difference().is_zero() => Self::Balanced,
            Some(_) => Self::Differs,
        }
    }

    /// Whether money or words of it are in the book.
    #[must_use]
    pub const fn is_saved(self) -> bool {
        matches!(self, Self::Saved | Self::Recount | Self::Differs | Self::Balanced)
    }

    /// Whether its cash is counted against what it comes to.
    #[must_use]
    pub const fn is_counted(self) -> bool {
        matches!(self, Self::Differs | Self::Balanced)
    }
}

/// A group in the list.
pub struct GroupRow {
    /// Its code.
    pub code: GroupCode,
    /// Its leader's name.
    pub leader: String,
    village: String,
    association: Association,
    members: usize,
    /// Who came for it, where that is said.
    pub attendance: Option<Presence>,
    due: Dong,
    recorded: Dong,
    /// How far its sheet is.
    pub state: State,
    /// Whether something is typed that is not saved.
    pub draft: bool,
}

/// The columns of the list.
pub const GROUPS: &[Column<GroupRow>] = &[
    Column::<GroupRow>::text(|t| t.session.group, 7, |row, _| row.code.to_string().into())
        .drops(4)
        .sorts(|one, other| one.code.cmp(&other.code)),
    Column::<GroupRow>::text(|t| t.session.leader, 18, |row, view| view.name(&row.leader).into())
        .grows(1)
        .sorts(|one, other| name_key(&one.leader).cmp(&name_key(&other.leader))),
    Column::<GroupRow>::text(|t| t.session.village, 6, |row, _| village(&row.village).into())
        .grows(4)
        .drops(7)
        .sorts(|one, other| one.village.cmp(&other.village)),
    Column::<GroupRow>::text(
        |t| t.session.association,
        17,
        |row, view| row.association.say(view.language()).into(),
    )
    .drops(8)
    .sorts(|one, other| one.association.cmp(&other.association)),
    Column::<GroupRow>::number(
        |t| t.session.members,
        4,
        |row, _| format::count(row.members).into(),
    )
    .drops(3)
    .sorts(|one, other| one.members.cmp(&other.members)),
    Column::<GroupRow>::text(|t| t.session.day.came, 6, came)
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
    Column::<GroupRow>::text(|t| t.session.state, 14, state)
        .sorts(|one, other| one.state.cmp(&other.state)),
];

fn came(row: &GroupRow, view: &View) -> Cell {
    let text = &view.text.session.day;
    match row.attendance {
        None => Cell::default(),
        Some(Presence::Leader) => text.leader.into(),
        Some(Presence::Deputy) => text.deputy.into(),
        Some(Presence::None) => Cell::toned(text.nobody, Tone::Warn),
    }
}

fn state(row: &GroupRow, view: &View) -> Cell {
    let (text, day) = (&view.text.session, &view.text.session.day);
    match row.state {
        State::NotBegun => Cell::toned(text.not_begun, Tone::Plain),
        State::Came => Cell::toned(text.has_came, Tone::Plain),
        State::Draft => Cell::toned(text.is_draft, Tone::Warn),
        _ if row.draft => Cell::toned(text.and_draft, Tone::Warn),
        State::Saved => Cell::toned(text.is_saved, Tone::Good),
        State::Recount => Cell::toned(day.recount, Tone::Warn),
        State::Differs => Cell::toned(day.differs, Tone::Warn),
        State::Balanced => Cell::toned(day.balanced, Tone::Good),
    }
}

/// A village's name under the heading "Ấp", without the word again.
fn village(name: &str) -> &str {
    name.strip_prefix("Ấp ").unwrap_or(name)
}

/// The groups of a session with what is typed, saved and counted of each.
#[must_use]
pub fn rows(report: &SessionDay, view: &View) -> Vec<GroupRow> {
    let said = view.office().said_on_sheets(report.day).unwrap_or_default();
    let handed_in = super::cash::handed_in(report.day, view);
    let drafts = view.office().drafts().unwrap_or_default();
    let has_draft = |sheet: &GroupSheet| {
        let key = sheet::draft_key(&sheet.group, sheet.session);
        drafts.iter().any(|draft| draft.kind == sheet::DRAFT && draft.key == key)
    };
    let row = |sheet: &GroupSheet| {
        let draft = has_draft(sheet);
        // interest paid at the counter is on no sheet, nor in its cash
        let row = handed_in.get(&sheet.group);
        let saved = row.is_some_and(SheetRow::has_money) || said.contains_key(&sheet.group);
        let key = (sheet.group.clone(), sheet.session);
        let count = view.ledger().cash.get(&key).filter(|_| sheet.session <= view.as_of);
        let sum = row.map(SheetRow::cash).unwrap_or_default();
        GroupRow {
            code: sheet.group.clone(),
            leader: sheet.leader.clone(),
            village: sheet.village.clone(),
            association: sheet.association,
            members: sheet.lines.len(),
            attendance: sheet.attendance,
            due: sheet.due(),
            recorded: row.map(|row| row.interest).unwrap_or_default(),
            state: State::of((saved, sheet.attendance.is_some(), draft), count, sum),
            draft,
        }
    };
    report.sheets.iter().map(row).collect()
}
