//! Rows of a broken file one by one, by their numbers: a destroyed page costs what stood on it.

use super::SalvagedTable;
use crate::store::chain::{Hash, hash};
use crate::store::kinds::{ALL, Kind};
use crate::store::load::all;
use crate::store::settings::number;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

/// No page holds more rows: the smallest one has so many bytes.
const ROWS_OF_A_PAGE: i64 = 200;

/// What the journal says of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Vouched,
    /// The journal row can't be read.
    Silent,
    /// The fact is not what was recorded.
    Denied,
}

/// Takes over the rows of one table that can be read, and are what was recorded.
pub(super) fn take_over(
    broken: &Connection,
    new: &Connection,
    kind: &'static Kind,
) -> rusqlite::Result<SalvagedTable> {
    let mut table = SalvagedTable { table: kind.table.to_owned(), ..SalvagedTable::default() };
    each_row(broken, kind, |cells| {
        let word = if kind.fact { word_of(broken, kind, &cells) } else { Word::Vouched };
        if word == Word::Denied {
            table.changed += 1;
            return Ok(());
        }
        match put(new, kind, &cells)? {
            false => table.changed += 1,
            true => {
                table.taken += 1;
                table.unverified += usize::from(word == Word::Silent);
            }
        }
        Ok(())
    })?;
    Ok(table)
}

/// Writes a row as it is; whether it could be one of its table.
pub(super) fn put(new: &Connection, kind: &Kind, cells: &[Value]) -> rusqlite::Result<bool> {
    let written = new.prepare_cached(&kind.insert())?.execute(params_from_iter(cells));
    match written {
        Ok(_) => Ok(true),
        Err(error)
            if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) =>
        {
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

fn word_of(broken: &Connection, kind: &Kind, cells: &[Value]) -> Word {
    let count = cells.len();
    let (said, place) = cells.split_at(count.saturating_sub(2));
    let [Value::Text(machine), Value::Integer(seq)] = place else { return Word::Denied };
    let sql = "SELECT kind, fact, previous, hash FROM journal WHERE machine = ?1 AND seq = ?2";
    let link = broken.prepare_cached(sql).and_then(|mut find| {
        find.query_row((machine, seq), |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Value>(1)?, row.get(2)?, row.get(3)?))
        })
    });
    let link: (String, Value, Hash, Hash) = match link {
        Ok(link) => link,
        Err(_) => return Word::Silent,
    };
    let same = link.0 == kind.word && said.first() == Some(&link.1);
    let vouched = same && hash(&link.2, kind.word, machine, *seq, said) == link.3;
    if vouched { Word::Vouched } else { Word::Denied }
}

/// Goes through the rows of a table that can be read, in the order of their numbers. What can't be
/// read is stepped over, number by number.
fn each_row(
    broken: &Connection,
    kind: &Kind,
    mut take: impl FnMut(Vec<Value>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let place = if kind.fact { ", machine, seq" } else { "" };
    let columns =
        format!("SELECT rowid, {}{place} FROM {} NOT INDEXED", kind.covered(), kind.table);
    let count = kind.covered().split(", ").count() + if kind.fact { 2 } else { 0 };
    let cells = |row: &Row<'_>| -> rusqlite::Result<(i64, Vec<Value>)> {
        Ok((row.get(0)?, (1..=count).map(|at| row.get(at)).collect::<Result<_, _>>()?))
    };
    let last = last_number(broken, kind.table);
    let mut at = 0;
    while let Some(stopped) = on_from(broken, &columns, at, cells, &mut take)? {
        let one = format!("{columns} WHERE rowid = ?1");
        at = stopped;
        loop {
            at += 1;
            if at > last {
                return Ok(());
            }
            let Ok(mut find) = broken.prepare_cached(&one) else { return Ok(()) };
            if let Ok((_, row)) = find.query_row([at], cells) {
                take(row)?;
                break;
            }
        }
    }
    Ok(())
}

/// Reads on from a row; where it can't be read any further, the last row that could.
fn on_from(
    broken: &Connection,
    columns: &str,
    from: i64,
    cells: impl Fn(&Row<'_>) -> rusqlite::Result<(i64, Vec<Value>)>,
    take: &mut impl FnMut(Vec<Value>) -> rusqlite::Result<()>,
) -> rusqlite::Result<Option<i64>> {
    let mut at = from;
    let sql = format!("{columns} WHERE rowid > ?1 ORDER BY rowid");
    let Ok(mut find) = broken.prepare_cached(&sql) else { return Ok(Some(at)) };
    let Ok(mut rows) = find.query([from]) else { return Ok(Some(at)) };
    loop {
        match rows.next() {
            Ok(None) => return Ok(None),
            Err(_) => return Ok(Some(at)),
            Ok(Some(row)) => match cells(row) {
                Err(_) => return Ok(Some(at)),
                Ok((number, row)) => {
                    at = number;
                    take(row)?;
                }
            },
        }
    }
}

/// A number that no row of a table has beyond it.
fn last_number(broken: &Connection, table: &str) -> i64 {
    let sql = format!("SELECT coalesce(max(rowid), 0) FROM {table} NOT INDEXED");
    broken.query_row(&sql, [], |row| row.get(0)).unwrap_or_else(|_| {
        // The last page itself is destroyed.
        number(broken, "page_count").unwrap_or(0).saturating_mul(ROWS_OF_A_PAGE)
    })
}

/// Facts that were there once and are neither taken over nor known to be changed: the numbers of a
/// chain have no gaps. By table and id where the journal names them; and how many it does not.
pub(super) fn lost(
    broken: &Connection,
    new: &Connection,
) -> rusqlite::Result<(Vec<(String, String)>, usize)> {
    let facts: Vec<String> = ALL
        .iter()
        .filter(|kind| kind.fact)
        .map(|kind| format!("SELECT machine, seq FROM {}", kind.table))
        .collect();
    new.execute_batch(&format!(
        "CREATE TEMP TABLE known (machine TEXT, seq INTEGER, PRIMARY KEY (machine, seq)) \
         WITHOUT ROWID; INSERT OR IGNORE INTO known {}",
        facts.join(" UNION ALL ")
    ))?;
    let heads = "SELECT machine, max(seq) FROM known GROUP BY machine ORDER BY machine";
    let heads: Vec<(String, i64)> = all(new, heads, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (mut named, mut nameless) = (Vec::new(), 0);
    for (machine, last_read) in heads {
        let further = "SELECT max(seq) FROM journal WHERE machine = ?1";
        let last: i64 = broken
            .query_row(further, [&machine], |row| row.get(0))
            .map_or(last_read, |last: i64| last.max(last_read));
        for seq in 1..=last {
            let known = new
                .prepare_cached("SELECT 1 FROM known WHERE machine = ?1 AND seq = ?2")?
                .query_row((&machine, seq), |_| Ok(()))
                .optional()?;
            if known.is_none() {
                match name_of(broken, &machine, seq) {
                    Some(name) => named.push(name),
                    None => nameless += 1,
                }
            }
        }
    }
    new.execute_batch("DROP TABLE temp.known")?;
    Ok((named, nameless))
}

fn name_of(broken: &Connection, machine: &str, seq: i64) -> Option<(String, String)> {
    let sql = "SELECT kind, fact FROM journal WHERE machine = ?1 AND seq = ?2";
    let (word, fact): (String, String) = broken
        .prepare_cached(sql)
        .and_then(|mut find| find.query_row((machine, seq), |row| Ok((row.get(0)?, row.get(1)?))))
        .ok()?;
    Some((Kind::of_word(&word)?.table.to_owned(), fact))
}

/// What the book says of itself, and what was half typed, as far as it can be read.
pub(super) fn said_of_itself(broken: &Connection, new: &Connection) {
    type Text4 = (String, String, String, String);
    let meta = "SELECT key, value FROM meta WHERE key <> 'machine'";
    let pairs: Vec<(String, String)> =
        all(broken, meta, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap_or_default();
    for (key, value) in &pairs {
        let _ = crate::store::meta::say_once(new, key, value);
    }
    let drafts = "SELECT kind, key, content, updated FROM drafts";
    let drafts: Vec<Text4> =
        all(broken, drafts, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .unwrap_or_default();
    for draft in drafts {
        let sql = "INSERT OR IGNORE INTO drafts (kind, key, content, updated) \
                   VALUES (?1, ?2, ?3, ?4)";
        let _ = new.execute(sql, draft);
    }
}
