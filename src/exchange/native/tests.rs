//! The sample folder, read whole.

use super::{Reader, Warning, Wrong};
use crate::domain::day::Day;
use crate::domain::record::Batch;
use std::path::Path;

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect(text)
}

fn sample() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data")
}

#[test]
fn the_sample_folder_is_read_without_a_fault_and_a_second_time_nothing_is_new() {
    let today = day("2026-10-15");
    let empty = Batch::default();
    let reader = Reader { book: &empty, today, group_size: (5, 60) };
    let mut bytes = 0;
    let first = reader.read(&sample(), &mut |read| bytes += read).expect("no faults");
    assert_eq!(first.batch.groups.len(), 29);
    assert_eq!(first.known, 0);
    assert_eq!(first.warnings, Vec::<Warning>::new());
    assert_eq!(bytes, super::size(&sample()));
    let again = Reader { book: &first.batch, ..reader };
    let again = again.read(&sample(), &mut |_| ()).expect("no faults");
    let about = (again.batch.title.clone(), again.batch.home.clone(), again.batch.as_of);
    let nothing = Batch { title: about.0, home: about.1, as_of: about.2, ..Batch::default() };
    assert_eq!(again.batch, nothing);
    assert!(again.known > 60_000);
}

#[test]
fn facts_after_today_are_named_where_they_stand() {
    let empty = Batch::default();
    let today = day("2026-08-31");
    let reader = Reader { book: &empty, today, group_size: (5, 60) };
    // Where it is read after all, not the whole of it is to be printed.
    let read = reader.read(&sample(), &mut |_| ()).map(|_| "read");
    let refused = read.expect_err("facts of September");
    assert!(refused.faults.iter().all(|fault| fault.wrong == Wrong::InTheFuture(today)));
    assert!(refused.faults.iter().any(|fault| fault.file == "payments.csv"));
}
