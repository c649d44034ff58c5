//! Laws that hold for every loan and every book on every day, tried on random ones.

use proptest::test_runner::{Config, FileFailurePersistence};

mod books;
mod changed;
mod every_report;
mod folder;
mod meeting;
mod one_loan;
mod program;
mod random;
mod random_book;
mod random_talks;
mod raw;
mod read_back;
mod second;
mod to_see;
mod two_ways;

/// That many cases, or as many as `PROPTEST_CASES` says. A seed that ever failed is kept in the
/// file, which is read again before any new case is tried.
pub fn config(cases: u32, seeds: &'static str) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    Config {
        cases: asked.unwrap_or(cases),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(seeds))),
        ..Config::default()
    }
}
