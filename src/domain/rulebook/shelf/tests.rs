//! Which rulebook governs a day, and what fills its gaps.

use super::*;
use rust_decimal::dec;

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect(text)
}

fn factor(from: &str, factor: &str) -> String {
    format!("effective_from = {from}\n[interest]\noverdue_factor = \"{factor}\"\n")
}

#[test]
fn the_shipped_rulebook_of_a_day_is_the_latest_in_force() {
    let shelf = Shelf::shipped().expect("the shipped rulebooks have no fault");
    let coverage = |text| shelf.on(day(text)).map(|book| book.visits.yearly_coverage);
    assert_eq!(coverage("2026-02-10"), Some(dec!(0.15)));
    assert_eq!(coverage("2026-02-11"), Some(dec!(0.90)));
    assert_eq!(coverage("1999-01-01"), Some(dec!(0.15)));
    assert!(shelf.is_shipped());
    assert_eq!(shelf.listed().len(), 2);
}

#[test]
fn a_given_rulebook_replaces_the_shipped_ones_and_falls_back_to_that_of_the_day() {
    let shelf = Shelf::given(&[factor("2026-06-01", "1.5")]).expect("no fault");
    let of =
        |text| shelf.on(day(text)).map(|book| (book.overdue_factor, book.visits.yearly_coverage));
    // Also before its own first day, since there is no other; and each day falls back to its own.
    assert_eq!(of("2025-01-01"), Some((dec!(1.5), dec!(0.15))));
    assert_eq!(of("2026-05-01"), Some((dec!(1.5), dec!(0.90))));
    assert_eq!(of("2026-07-01"), Some((dec!(1.5), dec!(0.90))));
    let book = shelf.on(day("2026-07-01")).expect("a rulebook");
    assert_eq!(book.effective_from, day("2026-06-01"), "it keeps its own first day");
    assert_eq!(
        shelf.on(day("2025-01-01")).map(|book| book.effective_from),
        Some(book.effective_from)
    );
}

#[test]
fn of_several_the_latest_in_force_counts_whatever_the_order_they_are_given_in() {
    let texts =
        [factor("2026-06-01", "1.6"), factor("2024-01-01", "1.4"), factor("2030-01-01", "2")];
    let shelf = Shelf::given(&texts).expect("no fault");
    let of = |text| shelf.on(day(text)).map(|book| book.overdue_factor);
    assert_eq!(of("2023-12-31"), Some(dec!(1.4)));
    assert_eq!(of("2026-05-31"), Some(dec!(1.4)));
    assert_eq!(of("2026-06-01"), Some(dec!(1.6)));
    assert_eq!(of("2029-12-31"), Some(dec!(1.6)));
    assert_eq!(of("2030-01-01"), Some(dec!(2)));
    let days: Vec<String> =
        shelf.listed().iter().map(|one| one.effective_from.to_string()).collect();
    assert_eq!(days, ["2024-01-01", "2026-06-01", "2030-01-01", "2013-01-01", "2026-02-11"]);
}

#[test]
fn two_from_the_same_day_are_refused_and_a_fault_names_its_rulebook() {
    let texts =
        [factor("2026-06-01", "1.6"), factor("2024-01-01", "1.4"), factor("2026-06-01", "1.6")];
    assert_eq!(Shelf::given(&texts), Err(Unshelved::SameDay(0, 2)));
    let texts = [factor("2026-06-01", "1.6"), factor("2024-01-01", "x")];
    assert!(matches!(Shelf::given(&texts), Err(Unshelved::Fault(1, Fault { line: 3, .. }))));
}

#[test]
fn a_book_without_rulebooks_of_its_own_goes_by_the_shipped_ones() {
    assert!(Shelf::own(&[]).is_ok_and(|shelf| shelf.is_shipped()));
    let own = Shelf::own(&[OwnRulebook::read(&factor("2026-06-01", "1.5")).expect("no fault")])
        .expect("one alone");
    assert_eq!(own.origin(), Origin::Own);
}
