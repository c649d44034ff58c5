//! What other terms would change, in sentences: each figure that moves, before and after.

use crate::domain::figures::InstalmentFigures;
use crate::reports::loans::LoanRow;
use crate::reports::terms::Preview;
use crate::text::format;
use crate::text::words::Named;
use crate::ui::screen::View;

/// One sentence a figure that moves; empty where none does.
pub(super) fn sentences(preview: &Preview, view: &View) -> Vec<String> {
    let words = &view.text.entry.loan.terms;
    let Preview { before, after } = preview;
    let mut said = instalments(before, after, view);
    said.extend(out_of_order(before, after, view));
    let mut figure = |label: &str, from: String, to: String| {
        if from != to {
            said.push((words.moves)(label, &from, &to));
        }
    };
    let status = |row: &LoanRow| row.status.say(view.language()).to_owned();
    figure(words.status, status(before), status(after));
    figure(words.overdue, overdue(before, view), overdue(after, view));
    figure(words.frozen, format::money(before.frozen), format::money(after.frozen));
    let session = format::day(after.next_session.day);
    let (from, to) = (&before.next_session, &after.next_session);
    figure(
        &(words.principal_at)(&session),
        format::money(from.principal),
        format::money(to.principal),
    );
    figure(
        &(words.interest_at)(&session),
        format::money(from.interest),
        format::money(to.interest),
    );
    said
}

/// Overdue principal, with its days where there is some.
fn overdue(row: &LoanRow, view: &View) -> String {
    let words = &view.text.entry.loan.terms;
    if row.overdue.is_positive() {
        (words.overdue_days)(&format::money(row.overdue), row.days_overdue)
    } else {
        format::money(row.overdue)
    }
}

/// The instalments whose due day moves, with the session at which they are then paid.
fn instalments(before: &LoanRow, after: &LoanRow, view: &View) -> Vec<String> {
    let words = &view.text.entry.loan.terms;
    let of = |row: &LoanRow| -> Vec<InstalmentFigures> {
        row.instalments.iter().flatten().cloned().collect()
    };
    let (from, to) = (of(before), of(after));
    let moved = from.iter().filter_map(|one| {
        let now = to.iter().find(|now| now.no == one.no && now.due_on != one.due_on)?;
        let (was, day) = (format::day(one.due_on), format::day(now.due_on));
        Some((words.due_moves)(one.no, &was, &day, &format::day(now.effective_due_on)))
    });
    moved.collect()
}

/// A warning for each moved instalment that would be due after the one that follows it by number.
fn out_of_order(before: &LoanRow, after: &LoanRow, view: &View) -> Vec<String> {
    let words = &view.text.entry.loan.terms;
    let mut now: Vec<&InstalmentFigures> = after.instalments.iter().flatten().collect();
    now.sort_by_key(|one| one.no);
    let was = |no: u32| before.instalments.iter().flatten().find(|one| one.no == no);
    let late = now.iter().zip(now.iter().skip(1)).filter(|(one, next)| {
        let moved = was(one.no).is_some_and(|old| old.due_on != one.due_on);
        moved && one.due_on > next.due_on
    });
    let say = |(one, next): (&&InstalmentFigures, &&InstalmentFigures)| {
        (words.after_next)(one.no, next.no, &format::day(next.due_on))
    };
    late.map(say).collect()
}
