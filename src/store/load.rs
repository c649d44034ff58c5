//! The book in memory: read whole at the start, and again where a command has changed it.

mod changed;
mod collection;
mod loans;
mod members;
mod places;
mod visits;
mod walk;

use super::error::Doing;
use super::kinds::Known;
use super::{Store, StoreError};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode, LoanCode, MemberCode, PlaceCode, PointCode};
use crate::domain::ledger::Ledger;
use crate::domain::loan::LoanFile;
use rusqlite::{Connection, Params, Row};
use std::ops::ControlFlow;

/// What a command has touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Touched {
    pub(crate) loans: Vec<LoanCode>,
    pub(crate) members: Vec<MemberCode>,
    pub(crate) visits: Vec<FactId>,
    /// Groups whose attendance or checks changed.
    pub(crate) groups: Vec<GroupCode>,
    /// Groups and sessions whose cash was counted, or no longer counts.
    pub(crate) cash: Vec<(GroupCode, Day)>,
    pub(crate) meetings: Vec<FactId>,
    pub(crate) actions: Vec<FactId>,
    /// Master rows that are new or changed.
    pub(crate) rows: Vec<MasterKey>,
}

impl Touched {
    /// Adds what something else has touched.
    pub(crate) fn add(&mut self, other: Touched) {
        self.loans.extend(other.loans);
        self.members.extend(other.members);
        self.visits.extend(other.visits);
        self.groups.extend(other.groups);
        self.cash.extend(other.cash);
        self.meetings.extend(other.meetings);
        self.actions.extend(other.actions);
        self.rows.extend(other.rows);
    }
}

/// Which row of master data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MasterKey {
    Place(PlaceCode),
    Point(PointCode),
    Group(GroupCode),
    Member(MemberCode),
    Loan(LoanCode),
}

impl Store {
    /// Reads the whole book.
    ///
    /// # Errors
    /// What the file says.
    pub fn load_ledger(&self) -> Result<Ledger, StoreError> {
        whole(&self.connection).map_err(|error| self.failed(Doing::Load, &error))
    }

    /// Reads the book with those facts alone that had been recorded by the end of a day in UTC;
    /// master data are as they are now.
    pub(crate) fn load_known_on(&self, day: Day) -> Result<Ledger, StoreError> {
        known(&self.connection, Known::On(day)).map_err(|error| self.failed(Doing::Load, &error))
    }

    /// Reads master data alone, for a question that then reads loans one after another.
    pub(crate) fn load_without_facts(&self) -> Result<Ledger, StoreError> {
        without_facts(&self.connection).map_err(|error| self.failed(Doing::Load, &error))
    }

    /// Hands on each loan with its facts, by code, until told to stop. No two are held at once.
    /// Where a day is given, with those facts alone that had been recorded by its end.
    pub(crate) fn each_loan<B>(
        &self,
        known_on: Option<Day>,
        take: impl FnMut(LoanFile) -> ControlFlow<B>,
    ) -> Result<ControlFlow<B>, StoreError> {
        let known = known_on.map_or(Known::Now, Known::On);
        walk::loans(&self.connection, (walk::Which::All, known), take)
            .map_err(|error| self.failed(Doing::Load, &error))
    }

    /// Reads again what a command has touched, so that a save costs milliseconds.
    pub(crate) fn reload(&self, ledger: &mut Ledger, touched: &Touched) -> Result<(), StoreError> {
        again(&self.connection, ledger, touched).map_err(|error| self.failed(Doing::Load, &error))
    }
}

/// Reads the whole book.
pub(super) fn whole(connection: &Connection) -> rusqlite::Result<Ledger> {
    known(connection, Known::Now)
}

/// Reads the book with the facts that are known.
fn known(connection: &Connection, known: Known) -> rusqlite::Result<Ledger> {
    let mut ledger = without_facts(connection)?;
    members::facts(connection, &mut ledger, known)?;
    loans::load(connection, &mut ledger, known)?;
    visits::load(connection, &mut ledger, known)?;
    collection::load(connection, &mut ledger, known)?;
    Ok(ledger)
}

/// Reads places, points, groups and members.
fn without_facts(connection: &Connection) -> rusqlite::Result<Ledger> {
    let mut ledger = Ledger {
        title: super::meta::text(connection, "title")?.unwrap_or_default(),
        home: super::meta::text(connection, "place")?.map(PlaceCode::new),
        ..Ledger::default()
    };
    places::load(connection, &mut ledger)?;
    members::load(connection, &mut ledger)?;
    Ok(ledger)
}

/// Reads again what a command touched.
pub(super) fn again(
    connection: &Connection,
    ledger: &mut Ledger,
    touched: &Touched,
) -> rusqlite::Result<()> {
    for row in &touched.rows {
        match row {
            MasterKey::Place(code) => changed::place(connection, ledger, code),
            MasterKey::Point(code) => changed::point(connection, ledger, code),
            MasterKey::Group(code) => changed::group(connection, ledger, code),
            MasterKey::Member(code) => changed::member(connection, ledger, code),
            MasterKey::Loan(code) => changed::loan(connection, ledger, code),
        }?;
    }
    for visit in &touched.visits {
        visits::reload(connection, ledger, visit)?;
    }
    for code in &touched.loans {
        loans::reload(connection, ledger, code)?;
    }
    for code in &touched.members {
        members::reload(connection, ledger, code)?;
    }
    for code in &touched.groups {
        members::reload_attendance(connection, ledger, code)?;
        changed::checks(connection, ledger, code)?;
    }
    collection::again(connection, ledger, touched)?;
    Ok(())
}

/// Hands on each row of a question as it is read.
pub(super) fn each<P: Params>(
    connection: &Connection,
    sql: &str,
    params: P,
    mut take: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

/// All rows of a question.
pub(super) fn all<T, P: Params>(
    connection: &Connection,
    sql: &str,
    params: P,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    let mut found = Vec::new();
    each(connection, sql, params, |row| {
        found.push(read(row)?);
        Ok(())
    })?;
    Ok(found)
}
