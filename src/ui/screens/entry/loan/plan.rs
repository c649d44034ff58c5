//! What follows from a contract as it is typed: the rate, the last due day, equal instalments.

use super::super::paper::Typed;
use super::day_text;
use crate::domain::day::Day;
use crate::domain::ids::ProgrammeCode;
use crate::domain::loan::LoanFile;
use crate::domain::money::Dong;
use crate::domain::refusal::Field;
use crate::text::format;
use crate::ui::look::Tone;
use crate::ui::screen::View;

/// Equal instalments are whole thousands.
const THOUSAND: i64 = 1_000;

/// The most instalments that are made at once.
const MOST: u32 = 360;

/// The instalments of a loan in the book; none where it has the one that every loan has.
pub fn of_book(file: &LoanFile) -> Vec<(u32, Day, Dong)> {
    if file.instalments == [file.loan.only_instalment()] {
        return Vec::new();
    }
    file.instalments.iter().map(|row| (row.no, row.due_on, row.amount)).collect()
}

/// Fills what follows from what was typed, where nobody typed otherwise.
pub fn follow(typed: &mut Typed, view: &View) {
    let form = &mut typed.form;
    let today = view.today;
    let disbursed = form.day(Field::DisbursedOn, today);
    let rules = view.shelf().on(disbursed.unwrap_or(today));
    let programme = form.picked(Field::Programme).map(ProgrammeCode::new);
    let known = programme.and_then(|code| rules.and_then(|rules| rules.programme(&code)));
    if let Some(programme) = known {
        form.offer(Field::Rate, &programme.rate.to_string().replace('.', ","));
    }
    let term = form.whole(Field::TermMonths).filter(|months| *months <= MOST);
    if let (Some(disbursed), Some(term)) = (disbursed, term) {
        form.offer(Field::DueOn, &day_text(disbursed.months_after(term)));
    }
    // a loan from before the book began stands at its beginning as the others do
    let begin = begin_of_book(view).filter(|begin| disbursed.is_some_and(|it| it < *begin));
    if let Some(begin) = begin {
        form.offer(Field::OpeningDay, &day_text(begin));
    }
    let count = form.whole(Field::Instalment).filter(|count| (1..=MOST).contains(count));
    if let (Some(term), Some(count)) = (term, count) {
        form.offer(Field::Value, &(term / count).max(1).to_string());
    }
    let every = form.whole(Field::Value).filter(|months| *months > 0);
    let due = form.day(Field::DueOn, today);
    let principal = form.money(Field::Principal);
    let (Some(plan), Some(first), Some(last)) = (typed.lines.first_mut(), disbursed, due) else {
        return;
    };
    if let (Some(count), Some(every), Some(principal)) = (count, every, principal) {
        plan.offer(&equal(principal, (first, last), count, every));
    }
}

/// What is said where the equal instalments that were asked for end on another day than the loan,
/// by a month or more: “5 kỳ × 6 tháng” of a loan of 36 months. The last one stands on the last due
/// day then, and nobody is to find that out later. Instalments that the person typed are theirs.
pub fn uneven(typed: &Typed, view: &View) -> Option<String> {
    let form = &typed.form;
    let today = view.today;
    let (count, every) = (form.whole(Field::Instalment)?, form.whole(Field::Value)?);
    let (first, last) = (form.day(Field::DisbursedOn, today)?, form.day(Field::DueOn, today)?);
    let span = (first, last);
    let offered = equal(form.money(Field::Principal)?, span, count.min(MOST), every);
    let stand = typed.lines.first()?.values(today);
    let stand: Vec<(Day, Dong)> = stand.into_iter().map(|(_, day, amount)| (day, amount)).collect();
    if offered.is_empty() || stand != offered || is_even(span, count, every) {
        return None;
    }
    let months = count.saturating_mul(every);
    Some((view.text.entry.loan.uneven)(count, every, months, &format::day(last)))
}

/// Whether so many instalments, so many months apart, end within a month of the last due day.
fn is_even((first, last): (Day, Day), count: u32, every: u32) -> bool {
    let end = first.months_after(count.saturating_mul(every));
    end.months_before(1) < last && last < end.months_after(1)
}

/// The latest day as at whose end loans stand in the book.
fn begin_of_book(view: &View) -> Option<Day> {
    let openings = view.ledger().loans.values().filter_map(|file| file.opening.as_ref());
    openings.map(|opening| opening.day).max()
}

/// Equal instalments, the last with the rest on the last due day; none where one will do.
fn equal(principal: Dong, (first, last): (Day, Day), count: u32, every: u32) -> Vec<(Day, Dong)> {
    if count < 2 {
        return Vec::new();
    }
    let each = principal.get() / i64::from(count) / THOUSAND * THOUSAND;
    let due = |no: u32| first.months_after(no.saturating_mul(every)).min(last);
    let mut rows: Vec<(Day, Dong)> = (1..count).map(|no| (due(no), Dong::new(each))).collect();
    let rest = principal.get() - each * i64::from(count - 1);
    rows.push((last, Dong::new(rest)));
    rows
}

/// In one line how principal is repaid and paid out.
pub fn summary(typed: &Typed, view: &View) -> Vec<(String, Tone)> {
    let words = &view.text.entry.loan;
    let Some(plan) = typed.lines.first() else { return Vec::new() };
    let principal = typed.form.money(Field::Principal);
    let due = typed.form.day(Field::DueOn, view.today);
    let (Some(principal), Some(due)) = (principal, due) else { return Vec::new() };
    let (mut said, mut tone) = if plan.count() == 0 {
        ((words.one_instalment)(&format::day(due)), Tone::Dim)
    } else {
        let sum = plan.sum();
        let tone = if sum == principal { Tone::Dim } else { Tone::Warn };
        ((words.instalments)(plan.count(), &format::money(sum)), tone)
    };
    if let Some(tranches) = typed.lines.get(1) {
        let sum = tranches.sum();
        let parts = (words.some_tranches)(tranches.count(), &format::money(sum));
        let parts = if tranches.count() == 0 { words.one_tranche.to_owned() } else { parts };
        said = format!("{said} · {parts}");
        if sum > principal {
            tone = Tone::Warn;
        }
    }
    let mut said = vec![(said, tone)];
    if let Some(uneven) = uneven(typed, view) {
        said.push((format!("! {uneven}"), Tone::Warn));
    }
    if never_paid(typed, view) {
        said.push((words.never_paid.to_owned(), Tone::Warn));
    }
    said
}

/// Whether a new loan is given out long ago, and nothing says what of it is left.
fn never_paid(typed: &Typed, view: &View) -> bool {
    let form = &typed.form;
    let disbursed = form.day(Field::DisbursedOn, view.today);
    let long_ago = disbursed.is_some_and(|day| day.months_after(2) < view.today);
    long_ago
        && form.input(Field::Outstanding).is_some()
        && form.day(Field::OpeningDay, view.today).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect(text)
    }

    #[test]
    fn equal_instalments_are_whole_thousands_and_the_last_takes_the_rest() {
        let span = (day("2026-01-31"), day("2029-01-31"));
        let rows = equal(Dong::new(50_000_000), span, 3, 12);
        assert_eq!(
            rows,
            [
                (day("2027-01-31"), Dong::new(16_666_000)),
                (day("2028-01-31"), Dong::new(16_666_000)),
                (day("2029-01-31"), Dong::new(16_668_000)),
            ]
        );
        assert_eq!(rows.iter().map(|row| row.1).sum::<Dong>(), Dong::new(50_000_000));
    }

    #[test]
    fn equal_instalments_are_even_where_they_end_within_a_month_of_the_last_day() {
        let first = day("2024-03-20");
        let even = |last, count, every| is_even((first, day(last)), count, every);
        assert!(even("2027-03-20", 6, 6) && even("2027-03-20", 3, 12));
        assert!(even("2027-04-19", 6, 6) && !even("2027-04-20", 6, 6));
        assert!(even("2027-02-21", 6, 6) && !even("2027-02-20", 6, 6));
        assert!(!even("2027-03-20", 5, 6), "30 months of 36");
        assert!(!even("2027-03-20", 4, 12), "48 months of 36");
    }

    #[test]
    fn one_instalment_needs_no_rows_and_none_falls_after_the_last_day() {
        let span = (day("2026-01-31"), day("2027-01-31"));
        assert!(equal(Dong::new(1_000_000), span, 1, 12).is_empty());
        let rows = equal(Dong::new(1_000_000), span, 4, 6);
        let days: Vec<Day> = rows.iter().map(|row| row.0).collect();
        let last = day("2027-01-31");
        assert_eq!(days, [day("2026-07-31"), last, last, last]);
    }
}
