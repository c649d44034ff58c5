//! `tkvv check` on books that somebody has been at: table and row are named, and it ends with 1.

use crate::cli::folder::{Folder, LOAN};
use rusqlite::Connection;

/// The folder's book with a visit, a check and a rulebook of its own in it.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write(
        "visits.csv",
        "id,group,day,kind,association,visitor,witness,reported_on\n\
         v1,0700001,2026-10-01,annual,12,Chị Lan,,\n",
    );
    folder.write(
        "visit_lines.csv",
        "visit,loan,received,balance_seen,right_use,wrong_use,unused,effect,interest_seen,note\n\
         v1,6600000000000001,,,,,,,,\n",
    );
    folder.write("rulebook-a.toml", "effective_from = 2020-01-01\n");
    folder.imported()
}

/// Does something to the book without the program, its triggers and its foreign keys.
fn behind_its_back(folder: &Folder, sql: &str) {
    let raw = Connection::open(folder.book()).expect("a database");
    raw.pragma_update(None, "foreign_keys", false).expect("set");
    let names = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
    let mut statement = raw.prepare(names).expect("triggers");
    let names: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .expect("triggers")
        .collect::<Result<_, _>>()
        .expect("names");
    drop(statement);
    for name in names {
        raw.execute_batch(&format!("DROP TRIGGER {name}")).expect("dropped");
    }
    assert!(raw.execute(sql, []).expect(sql) > 0, "{sql}");
}

/// What `check` says of it, which must end with 1.
fn found(folder: &Folder) -> String {
    let ran = folder.run(&["check"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{ran:?}");
    ran.out
}

#[test]
fn every_kind_of_damage_names_table_and_row() {
    for (sql, said) in [
        (
            "UPDATE payments SET amount = amount - 1 WHERE id = 'p1'",
            &["payments p1: was changed after it was recorded"][..],
        ),
        ("DELETE FROM payments WHERE id = 'p2'", &["payments p2: is in the journal but gone"]),
        ("DELETE FROM visit_lines", &["visit_lines v1-001: is in", "visits v1: does not add up"]),
        (
            "INSERT INTO savings SELECT 'x', member, day, kind, 1, NULL, NULL, NULL, NULL, \
             recorded_by, recorded_at, NULL, machine, 9999 FROM savings",
            &["savings x: is not in the journal"],
        ),
        (
            "DELETE FROM journal WHERE fact = 'p1'",
            &["payments p1: is not in the journal", "leaves a gap in the journal"],
        ),
        (
            "UPDATE members SET name = 'Ai đó' WHERE code = '0000000003'",
            &["members 0000000003: differs from its kept version"],
        ),
        (
            "DELETE FROM instalments WHERE no = 2",
            &["instalments 6600000000000001|2: is in", "loans 6600000000000001: does not add up"],
        ),
        (
            "INSERT INTO places VALUES ('000009', 'commune', 'Xã lạ', NULL, 0)",
            &["places 000009: differs from its kept version"],
        ),
        (
            "DELETE FROM members WHERE code = '0000000001'",
            &[
                "loans 6600000000000001: names something that is not there (members)",
                "savings s1: names something",
                "members 0000000001: is in the journal but gone",
            ],
        ),
        // A day that is none: the book can't be read any more, but the row is named all the same.
        (
            "UPDATE payments SET day = '2025-06-31' WHERE id = 'p1'",
            &["payments p1: was changed after it was recorded"],
        ),
        (
            "UPDATE rulebooks SET content = replace(content, '2020', '2021')",
            &["rulebooks rulebook:2020-01-01:1: was changed after it was recorded"],
        ),
    ] {
        let folder = folder();
        behind_its_back(&folder, sql);
        let out = found(&folder);
        for said in said {
            assert!(out.contains(said), "{sql}\n{said}\nin {out}");
        }
    }
}

#[test]
fn damaged_pages_are_a_fault_of_the_file() {
    let folder = folder();
    let raw = Connection::open(folder.book()).expect("a database");
    let page = "SELECT rootpage FROM sqlite_schema WHERE name = 'payments_day'";
    let page: i64 = raw.query_row(page, [], |row| row.get(0)).expect("a page");
    raw.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("in one file");
    drop(raw);
    let mut bytes = std::fs::read(folder.book()).expect("read");
    let start = (usize::try_from(page).expect("a page") - 1) * 4096;
    bytes[start..start + 64].fill(0xff);
    std::fs::write(folder.book(), bytes).expect("written");
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(format!("{}{}", ran.out, ran.err).contains("damaged"), "{ran:?}");
}

#[test]
fn what_is_half_typed_is_no_fact_and_nothing_is_stored_that_could_be_rebuilt() {
    let folder = folder();
    behind_its_back(
        &folder,
        "INSERT INTO drafts VALUES ('sheet', '0700001', 'not even JSON', '2026-10-15')",
    );
    let ran = folder.run(&["check"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    let rebuilt = folder.run(&["check", "--rebuild"]);
    assert_eq!((rebuilt.code, &rebuilt.out), (0, &ran.out), "{rebuilt:?}");
    assert!(rebuilt.err.contains("nothing to rebuild"), "{rebuilt:?}");
    behind_its_back(&folder, "UPDATE payments SET amount = amount - 1 WHERE id = 'p1'");
    assert_eq!(folder.run(&["check", "--rebuild"]).code, 1);
}

#[test]
fn a_book_of_an_older_shape_is_read_as_it_is_and_brought_up_when_written() {
    let folder = folder();
    let raw = Connection::open(folder.book()).expect("a database");
    let version = || {
        let read = |row: &rusqlite::Row<'_>| row.get::<_, i64>(0);
        raw.query_row("PRAGMA user_version", [], read).expect("a number")
    };
    // As the first release left it: without rulebooks, talks and meetings. Its one rulebook goes
    // with its journal row, the last of the chain.
    behind_its_back(&folder, "DELETE FROM journal WHERE kind = 'rulebook'");
    // The tables of the collection day fall in an order that their references allow.
    let later = ["confirmations", "action_steps", "actions", "meetings", "cash_counts", "contacts"];
    for table in later {
        raw.execute_batch(&format!("DROP TABLE {table}")).expect(table);
    }
    raw.execute_batch("DROP TABLE rulebooks; DROP INDEX versions_key; PRAGMA user_version = 1")
        .expect("the first shape");
    let loans = ["report", "loans", "--format", "json"];
    let (read, checked) = (folder.run(&loans), folder.run(&["check"]));
    assert_eq!((read.code, checked.code, version()), (0, 0, 1), "{read:?} {checked:?}");
    let audit = folder.run(&["report", "audit", "--format", "csv"]);
    assert_eq!(audit.code, 0, "{audit:?}");
    let paid = ["amount=1000", "kind=interest", "place=group", "day=2026-10-15"];
    let loan = format!("loan={LOAN}");
    let ran = folder.run(&[&["record", "payment", &loan], &paid[..]].concat());
    assert_eq!((ran.code, version()), (0, 4), "{ran:?}");
    assert_eq!(folder.run(&["check"]).code, 0);
}
