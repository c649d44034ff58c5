//! A commit that fails: the book is asked, and what is not in it is said to have failed.

use crate::store::small::{TODAY, batch, day, import, now, office_at, options, payment};
use rusqlite::Connection;
use tkvv::domain::money::Dong;
use tkvv::office::command::Command;
use tkvv::office::{Office, Trouble};

/// Lets the commit fail after a row of a table was written, as a full disk can.
fn doom(path: &std::path::Path, table: &str) {
    let sql = format!(
        "CREATE TABLE known (id INTEGER PRIMARY KEY) STRICT; \
         CREATE TABLE doom (id INTEGER REFERENCES known DEFERRABLE INITIALLY DEFERRED) STRICT; \
         CREATE TRIGGER boom AFTER INSERT ON {table} BEGIN INSERT INTO doom VALUES (1); END"
    );
    Connection::open(path).and_then(|raw| raw.execute_batch(&sql)).expect("doomed");
}

fn relieve(path: &std::path::Path) {
    let relieved = Connection::open(path).and_then(|raw| raw.execute_batch("DROP TRIGGER boom"));
    relieved.expect("relieved");
}

fn two() -> Vec<Command> {
    ["p1", "p2"]
        .map(|id| {
            let mut new = payment(id);
            new.amount = Dong::new(1_000_000);
            Command::Payment(new)
        })
        .to_vec()
}

#[test]
fn several_commands_whose_commit_fails_leave_nothing_and_can_be_asked_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    let before = office.ledger().clone();
    doom(&path, "payments");
    let failed = office.execute_all(two(), day(TODAY), now());
    assert!(matches!(failed, Err((1, Trouble::Store(_)))), "{failed:?}");
    assert_eq!(office.ledger(), &before);
    relieve(&path);
    let done = office.execute_all(two(), day(TODAY), now()).expect("done");
    assert!(done.iter().all(|done| !done.already && done.facts == 1));
    let again = office.execute_all(two(), day(TODAY), now()).expect("done already");
    assert!(again.iter().all(|done| done.already));
    assert_eq!(office.verify(), []);
}

#[test]
fn one_command_whose_commit_fails_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = office_at(&path);
    doom(&path, "payments");
    let failed = office.execute(Command::Payment(payment("p1")), day(TODAY), now());
    assert!(matches!(failed, Err(Trouble::Store(_))), "{failed:?}");
    relieve(&path);
    let done = office.execute(Command::Payment(payment("p1")), day(TODAY), now()).expect("done");
    assert!(!done.already);
}

#[test]
fn an_import_whose_commit_fails_leaves_nothing_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = Office::create(&path, options("Lan"), now()).expect("a book");
    let counts = office.counts().expect("counts");
    doom(&path, "loans");
    let failed = import(&mut office, &batch());
    assert!(matches!(failed, Err(Trouble::Store(_))), "{failed:?}");
    assert_eq!(office.counts().expect("counts"), counts);
    assert!(office.ledger().loans.is_empty());
    relieve(&path);
    assert!(import(&mut office, &batch()).expect("taken in") > 0);
    assert_eq!(office.verify(), []);
}
