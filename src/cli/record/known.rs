//! The rows that entries change, as the book has them or as an earlier entry of the same list made
//! them.

use super::kinds::code_of;
use crate::domain::day::{Day, Month};
use crate::domain::group::{Group, Member};
use crate::domain::ids::FactId;
use crate::domain::loan::{Instalment, Loan};
use crate::domain::place::Place;
use crate::domain::rulebook::Rulebook;
use crate::office::Office;
use crate::office::command::{Command, MasterEntry, PointRow, SessionChange};

/// What is known when an entry is read.
pub(super) struct Known<'o> {
    office: &'o Office,
    pub(super) today: Day,
    earlier: Vec<Command>,
}

/// A row that an earlier entry made or changed, the last one first. None for the entry that made
/// it: sent again it is no amendment.
macro_rules! row {
    ($name:ident, $kind:ident, $row:ty, $code:expr, $book:expr) => {
        pub(super) fn $name(&self, id: &FactId, code: &str) -> Option<$row> {
            if self.made(id, code) {
                return None;
            }
            let earlier = self.earlier.iter().rev().find_map(|command| match command {
                Command::$kind(MasterEntry { row, .. }) if $code(row) == code => Some(row.clone()),
                _ => None,
            });
            earlier.or_else(|| $book(self.office, code))
        }
    };
}

impl<'o> Known<'o> {
    pub(super) fn new(office: &'o Office, today: Day) -> Known<'o> {
        Known { office, today, earlier: Vec::new() }
    }

    /// Remembers an entry for those after it; one that was entered before changes nothing.
    pub(super) fn add(&mut self, command: &Command) {
        let again = code_of(command).is_some_and(|code| {
            let (id, earlier) = (command.id(), |it: &Command| code_of(it).as_ref() == Some(&code));
            self.earlier.iter().any(|it| it.id() == id && earlier(it))
                || self.office.entered(id, &code).unwrap_or(false)
        });
        if !again {
            self.earlier.push(command.clone());
        }
    }

    /// Whether an entry made a row. Where the file can't be read, saving says so.
    fn made(&self, id: &FactId, code: &str) -> bool {
        let earlier = self.earlier.iter().any(|it| {
            it.id() == id && !amends(it) && code_of(it).is_some_and(|known| known == code)
        });
        earlier || self.office.made(id, code).unwrap_or(false)
    }

    row!(place, Place, Place, |row: &Place| row.code.to_string(), |office: &Office, code: &str| {
        office.ledger().places.get(code).cloned()
    });

    row!(
        point,
        Point,
        PointRow,
        |row: &PointRow| row.code.to_string(),
        |office: &Office, code: &str| {
            let point = office.ledger().points.get(code)?;
            Some(PointRow {
                code: point.code.clone(),
                commune: point.commune.clone(),
                name: point.name.clone(),
                session_day: point.calendar.session_day(),
            })
        }
    );

    row!(group, Group, Group, |row: &Group| row.code.to_string(), |office: &Office, code: &str| {
        office.ledger().groups.get(code).cloned()
    });

    row!(
        member,
        Member,
        Member,
        |row: &Member| row.code.to_string(),
        |office: &Office, code: &str| {
            office.ledger().members.get(code).map(|file| file.member.clone())
        }
    );

    /// Whether a session was moved or cancelled before.
    pub(super) fn session(&self, point: &str, month: Month) -> bool {
        let same = |row: &SessionChange| row.point.as_str() == point && row.month == month;
        let earlier = self.earlier.iter().any(
            |command| matches!(command, Command::Session(MasterEntry { row, .. }) if same(row)),
        );
        let book = self.office.ledger().points.get(point);
        earlier || book.is_some_and(|point| point.calendar.changes().contains_key(&month))
    }

    /// A contract.
    pub(super) fn loan(&self, id: &FactId, code: &str) -> Option<Loan> {
        if self.made(id, code) {
            return None;
        }
        let earlier = self.earlier.iter().rev().find_map(|command| match command {
            Command::Loan(entry) if entry.row.loan.code.as_str() == code => {
                Some(entry.row.loan.clone())
            }
            _ => None,
        });
        earlier.or_else(|| self.office.ledger().loans.get(code).map(|file| file.loan.clone()))
    }

    /// The numbers of a known loan's instalments, in their order.
    pub(super) fn numbers(&self, code: &str) -> Vec<u32> {
        let of = |rows: &[Instalment]| rows.iter().map(|row| row.no).collect();
        // An entry without instalments keeps those there were.
        let earlier = self.earlier.iter().rev().find_map(|command| match command {
            Command::Loan(entry) if entry.row.loan.code.as_str() == code => {
                Some(&entry.row.instalments).filter(|rows| !rows.is_empty())
            }
            _ => None,
        });
        let book = || self.office.ledger().loans.get(code);
        earlier.map_or_else(|| book().map_or_else(Vec::new, |it| of(&it.instalments)), |it| of(it))
    }

    /// The rulebook of a day.
    pub(super) fn rules(&self, day: Day) -> Option<&'o Rulebook> {
        self.office.shelf().on(day)
    }
}

/// Whether an entry changes a row that is known.
fn amends(command: &Command) -> bool {
    match command {
        Command::Place(entry) => entry.amends,
        Command::Point(entry) => entry.amends,
        Command::Group(entry) => entry.amends,
        Command::Member(entry) => entry.amends,
        Command::Loan(entry) => entry.amends,
        _ => false,
    }
}
