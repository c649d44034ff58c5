//! The rows that entries change, as the book has them or as an earlier entry of the same list made
//! them.

use crate::domain::day::{Day, Month};
use crate::domain::group::{Group, Member};
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

/// A row that an earlier entry made or changed, the last one first.
macro_rules! row {
    ($name:ident, $kind:ident, $row:ty, $code:expr, $book:expr) => {
        pub(super) fn $name(&self, code: &str) -> Option<$row> {
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

    /// Remembers an entry for those after it.
    pub(super) fn add(&mut self, command: &Command) {
        self.earlier.push(command.clone());
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
    pub(super) fn loan(&self, code: &str) -> Option<Loan> {
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
