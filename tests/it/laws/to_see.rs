//! Whom to talk to first, reckoned a second way from what other reports say of the sample.

use crate::stage::Stage;
use tkvv::domain::day::Day;
use tkvv::domain::ledger::Ledger;
use tkvv::domain::loan::LoanFile;
use tkvv::domain::rulebook::Shelf;
use tkvv::reports::Question;
use tkvv::reports::arrears::arrears;
use tkvv::reports::debts::debts;
use tkvv::reports::due::{SessionAsked, due};
use tkvv::reports::loans::{LoanRow, loan};
use tkvv::reports::overdue::overdue;
use tkvv::reports::worklist::worklist;
use tkvv::text::Language;

const DAYS: [&str; 4] = ["2026-10-15", "2026-10-16", "2026-07-31", "2026-01-05"];

fn each_day(law: impl Fn(&Question<'_>)) {
    let stage = Stage::demo(Language::Vi);
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    for on in DAYS {
        law(&Question::new(stage.book(), &shelf, Day::parse_iso(on).expect("a day")));
    }
}

#[test]
fn the_lists_of_one_pass_are_those_of_the_reports() {
    each_day(|question| {
        let lists = debts(question);
        assert_eq!(lists.due, due(question, SessionAsked::Next));
        assert_eq!(lists.overdue, overdue(question));
        assert_eq!(lists.arrears, arrears(question));
        assert_eq!(lists.work, worklist(question, SessionAsked::Next));
    });
}

#[test]
fn the_points_of_every_loan_follow_from_what_other_reports_say_of_it() {
    each_day(|question| {
        let rows = worklist(question, SessionAsked::Next);
        let mut with_points = 0;
        for (code, file) in &question.ledger.loans {
            let Some(row) = loan(question, code) else { continue };
            let listed = rows.iter().find(|listed| listed.loan == *code);
            let points = listed.map_or(0, |listed| listed.points);
            let expected = points_of(question, file, &row);
            assert_eq!(points, expected, "{code} on {}", question.as_of);
            with_points += usize::from(points > 0);
        }
        assert!(with_points > 2, "{with_points} on {}", question.as_of);
        let keys: Vec<_> = rows
            .iter()
            .map(|row| (-i64::from(row.points), -row.overdue.get(), &row.loan))
            .collect();
        assert!(keys.is_sorted());
    });
}

/// By the table of the shipped rulebooks, written down once more.
fn points_of(question: &Question<'_>, file: &LoanFile, row: &LoanRow) -> u32 {
    if row.settled_on.is_some() {
        return 0;
    }
    let mut points = match row.overdue.get() {
        20_000_000.. => 30,
        5_000_000.. => 20,
        1.. => 10,
        _ => 0,
    };
    points += match row.days_overdue {
        181.. => 30,
        91.. => 25,
        31.. => 20,
        1.. => 10,
        _ => 0,
    };
    if row.interest.arrears.is_positive() {
        let since = unpaid_since(question, file);
        points += match question.as_of {
            day if since <= day.months_before(6) => 20,
            day if since <= day.months_before(3) => 10,
            _ => 0,
        };
    }
    points += promise(question.ledger, file, question.as_of);
    let january = Day::new(question.as_of.year(), 1, 1).expect("a day");
    let seen = |day: Day| january <= day && day <= question.as_of;
    let visited = file.visits.iter().any(|visit| seen(visit.day));
    if points > 0 && !visited { points + 10 } else { points }
}

/// Back from session to session as long as the loan was in arrears on each.
fn unpaid_since(question: &Question<'_>, file: &LoanFile) -> Day {
    let calendar = &question.ledger.point_of_loan(file).expect("its point").calendar;
    let mut since = calendar.last_before(question.as_of);
    loop {
        let then = loan(&question.on(since), &file.loan.code);
        match then {
            Some(row) if row.interest.arrears.is_positive() => since = calendar.last_before(since),
            Some(_) => return since,
            None => return file.exists_from(),
        }
    }
}

fn promise(ledger: &Ledger, file: &LoanFile, on: Day) -> u32 {
    let talks = file.contacts.iter().filter(|talk| talk.day <= on);
    let Some((talk, promise)) = talks.filter_map(|talk| Some((talk, talk.promise?))).next_back()
    else {
        return 0;
    };
    let point = ledger.point_of_loan(file).expect("its point");
    let until = point.calendar.first_on_or_after(promise.by);
    let paid = |last: Day| -> i64 {
        let all = file.principal_paid.iter().chain(&file.interest_paid);
        let after = all.filter(|paid| paid.day > talk.day && paid.day <= last);
        after.map(|paid| paid.amount.get()).sum()
    };
    match (on > until, paid(until), paid(on)) {
        (false, ..) => 0,
        (true, _, late) if late >= promise.amount.get() => 0,
        (true, 0, _) => 25,
        (true, ..) => 10,
    }
}
