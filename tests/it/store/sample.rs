//! The sample commune in the book: taken in whole, found sound, and nothing new the second time.

use super::small::{day, import, options};
use std::ops::ControlFlow;
use std::path::Path;
use tkvv::domain::ledger::Ledger;
use tkvv::domain::record::Batch;
use tkvv::exchange::native::Reader;
use tkvv::office::{Loanwise, Office, Stamp};
use tkvv::reports::Question;
use tkvv::reports::loans::{listed, loans};

fn read(book: &Batch) -> tkvv::exchange::native::Reading {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let reader = Reader { book, today: day("2026-10-15"), group_size: (5, 60) };
    reader.read(&folder, &mut |_| ()).expect("the sample has no fault")
}

#[test]
fn the_sample_commune_is_taken_in_whole_and_found_sound() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = Office::create(&path, options("Lan"), Stamp::EPOCH).expect("a book");
    let first = read(&Batch::default());
    let rows = import(&mut office, &first.batch).expect("taken in");
    let payments = office.counts().expect("counts").of("payment");
    assert_eq!(payments, first.batch.payments.len());
    assert_eq!(office.verify(), []);
    let ledger = office.ledger().clone();
    assert_eq!(import(&mut office, &first.batch), Ok(0));
    let again = read(&office.whole().expect("rows"));
    assert_eq!((again.batch.payments.len(), again.batch.members.len()), (0, 0));
    assert!(again.known > 0 && rows > 0);
    drop(office);
    let office = Office::open(&path, options("Lan")).expect("opened");
    assert_eq!(office.ledger(), &ledger);
    drop(office);
    loan_by_loan_it_says_the_same(&path, &ledger);
}

fn loan_by_loan_it_says_the_same(path: &Path, ledger: &Ledger) {
    let book = Loanwise::open(path, options("Lan"), None).expect("opened");
    let mut read = Vec::new();
    let all: ControlFlow<()> = book
        .each_loan(|file| {
            read.push(file);
            ControlFlow::Continue(())
        })
        .expect("read");
    assert!(all.is_continue());
    assert_eq!(read, ledger.loans.values().cloned().collect::<Vec<_>>());
    let (asked, of_book) = (day("2026-10-15"), Question::new);
    let whole = of_book(ledger, book.shelf(), asked);
    let apart = of_book(book.ledger(), book.shelf(), asked);
    let listed: Vec<_> = read.iter().filter_map(|file| listed(&apart, file, true)).collect();
    assert_eq!(listed, loans(&whole, true));
    let third = book.each_loan(|file| match read.get(2) {
        Some(known) if known.loan.code == file.loan.code => ControlFlow::Break(file.loan.code),
        _ => ControlFlow::Continue(()),
    });
    assert_eq!(third, Ok(ControlFlow::Break(read[2].loan.code.clone())));
}
