//! What has to go or to be made again, so that what was saved is a book: rows that name what is
//! lost, sheets and visits that miss a part, master rows and their versions.

use super::SalvagedTable;
use super::read::put;
use crate::store::kinds::{ALL, CONFIRMATION, Kind, SHEET, VERSION, VISIT, VISIT_LINE};
use crate::store::load::all;
use crate::store::verify::{SHEETS_SUM, VISITS_SUM, confirmed, rebuilt, versions};
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeSet;

/// A kind of master row and the key of one.
pub(super) type Stale = BTreeSet<(&'static str, String)>;

/// What was mended so far.
pub(super) struct Mending {
    pub(super) tables: Vec<SalvagedTable>,
    /// Rows that stayed without what they named.
    pub(super) loosened: usize,
}

/// A row that names another that is not there.
struct Dangling {
    table: String,
    rowid: i64,
    column: String,
    may_be_empty: bool,
}

impl Mending {
    pub(super) const fn new(tables: Vec<SalvagedTable>) -> Mending {
        Mending { tables, loosened: 0 }
    }

    /// Mends a new book; the master rows whose versions have to begin anew.
    pub(super) fn run(&mut self, new: &Connection) -> rusqlite::Result<Stale> {
        for (kind, cells) in rebuilt(new)? {
            if put(new, kind, &cells)? {
                self.of(kind.table).rebuilt += 1;
            }
        }
        self.ties(new)?;
        self.parts(new)?;
        self.ties(new)?;
        for fault in confirmed(new)? {
            self.drop_rows(new, CONFIRMATION.table, "id", &fault.key)?;
        }
        self.versions(new)
    }

    fn of(&mut self, table: &str) -> &mut SalvagedTable {
        let at = self.tables.iter().position(|one| one.table == table);
        let at = at.unwrap_or_else(|| {
            self.tables.push(SalvagedTable { table: table.to_owned(), ..Default::default() });
            self.tables.len() - 1
        });
        // The place was found or made a moment ago.
        #[allow(clippy::indexing_slicing)]
        &mut self.tables[at]
    }

    /// Takes rows away again, and counts them.
    fn drop_rows(
        &mut self,
        new: &Connection,
        table: &str,
        column: &str,
        key: impl rusqlite::ToSql,
    ) -> rusqlite::Result<()> {
        let sql = format!("DELETE FROM {table} WHERE {column} = ?1");
        let count = new.prepare_cached(&sql)?.execute([key])?;
        let of = self.of(table);
        of.dropped += count;
        // What was made again may be named by nothing either; then it was not taken.
        of.taken = of.taken.saturating_sub(count);
        Ok(())
    }

    /// What names something that is lost stays without it where it can, else it goes too, and what
    /// names that; a reversal never stays without what it takes back.
    fn ties(&mut self, new: &Connection) -> rusqlite::Result<()> {
        loop {
            let dangling = dangling(new)?;
            if dangling.is_empty() {
                return Ok(());
            }
            for row in dangling {
                if row.may_be_empty && row.column != "reverses" {
                    let (table, column) = (&row.table, &row.column);
                    let sql = format!("UPDATE {table} SET {column} = NULL WHERE rowid = ?1");
                    self.loosened += new.prepare_cached(&sql)?.execute([row.rowid])?;
                } else {
                    self.drop_rows(new, &row.table, "rowid", row.rowid)?;
                }
            }
        }
    }

    /// A sheet of whose money a part is lost is none any more, its other money stays without it; a
    /// visit that misses a line goes with its lines.
    fn parts(&mut self, new: &Connection) -> rusqlite::Result<()> {
        let torn = |sql: &str| all(new, sql, [], |row| row.get::<_, String>(0));
        for sheet in torn(SHEETS_SUM)? {
            for table in ["payments", "savings"] {
                let sql = format!("UPDATE {table} SET sheet = NULL WHERE sheet = ?1");
                self.loosened += new.execute(&sql, [&sheet])?;
            }
            self.drop_rows(new, SHEET.table, "id", &sheet)?;
        }
        for visit in torn(VISITS_SUM)? {
            self.drop_rows(new, VISIT_LINE.table, "visit", &visit)?;
            self.drop_rows(new, VISIT.table, "id", &visit)?;
        }
        Ok(())
    }

    /// Takes the versions of those rows away that do not say what the rows say.
    fn versions(&mut self, new: &Connection) -> rusqlite::Result<Stale> {
        let mut stale = Stale::new();
        for fault in versions(new)? {
            if fault.table == VERSION.table {
                let sql = "SELECT entity, key FROM versions WHERE id = ?1";
                let of = new
                    .query_row(sql, [&fault.key], |row| Ok((row.get(0)?, row.get(1)?)))
                    .optional()?;
                let kind = |word: &String| ALL.iter().find(|kind| kind.word == word);
                stale.extend(of.and_then(|(word, key)| Some((kind(&word)?.word, key))));
            } else if let Some(kind) = kind_of(&fault.table) {
                stale.insert((kind.word, fault.key));
            }
        }
        for (word, key) in &stale {
            let gone = "DELETE FROM versions WHERE entity = ?1 AND key = ?2";
            let count = new.prepare_cached(gone)?.execute([*word, key.as_str()])?;
            let of = self.of(VERSION.table);
            of.dropped += count;
            of.taken = of.taken.saturating_sub(count);
        }
        Ok(stale)
    }
}

fn kind_of(table: &str) -> Option<&'static Kind> {
    ALL.iter().copied().find(|kind| kind.table == table)
}

fn dangling(new: &Connection) -> rusqlite::Result<Vec<Dangling>> {
    let sql = "SELECT broken.\"table\", broken.rowid, tie.\"from\", cell.\"notnull\" = 0 \
               FROM pragma_foreign_key_check AS broken \
               JOIN pragma_foreign_key_list(broken.\"table\") AS tie ON tie.id = broken.fkid \
               JOIN pragma_table_info(broken.\"table\") AS cell ON cell.name = tie.\"from\"";
    all(new, sql, [], |row| {
        Ok(Dangling {
            table: row.get(0)?,
            rowid: row.get(1)?,
            column: row.get(2)?,
            may_be_empty: row.get(3)?,
        })
    })
}
