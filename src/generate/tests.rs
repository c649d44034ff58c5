//! What every generated book keeps: the same from the same seed, in the order of days, nobody real.

use super::*;
use std::collections::BTreeSet;

#[test]
fn the_same_seed_gives_the_same_rows_and_another_seed_others() {
    let one = batch(&Plan::small(7));
    assert_eq!(one, batch(&Plan::small(7)));
    let other = batch(&Plan::small(8));
    assert_ne!(one.members, other.members);
    assert_ne!(one.payments, other.payments);
    assert_eq!(one.groups.len(), 2);
}

#[test]
fn ids_and_codes_are_given_out_once() {
    let plan = Plan { groups: 3, members: 8, ..Plan::new(3, 5) };
    let book = batch(&plan);
    let mut ids = BTreeSet::new();
    let facts =
        book.payments.iter().map(|row| &row.id).chain(book.savings.iter().map(|row| &row.id));
    let seen =
        book.visits.iter().map(|row| &row.visit.id).chain(book.checks.iter().map(|row| &row.id));
    for id in facts.chain(seen).chain(book.tranches.iter().map(|row| &row.id)) {
        assert!(ids.insert(id.as_str()), "{id}");
    }
    let loans: BTreeSet<&str> = book.loans.iter().map(|loan| loan.code.as_str()).collect();
    assert_eq!(loans.len(), book.loans.len());
    let papers: BTreeSet<_> = book.members.iter().map(|member| &member.id_number).collect();
    assert_eq!(papers.len(), book.members.len());
}

#[test]
fn communes_one_by_one_are_the_same_as_all_at_once() {
    let plan = Plan { groups: 2, members: 6, years: 1, ..Plan::new(2, 3) };
    let mut all = Batch::default();
    for one in communes(&plan) {
        all.add(one);
    }
    assert_eq!(all, batch(&plan));
}

#[test]
fn a_book_for_benches_has_five_thousand_loans() {
    let plan = Plan { years: 1, ..Plan::bench_5000(1) };
    let loans = batch(&plan).loans.len();
    assert!((5_000..6_000).contains(&loans), "{loans}");
}
