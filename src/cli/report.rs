//! `tkvv report NAME`: the reports of contract.md, section 3, as table, JSON or CSV.

mod audit;
mod empty;
mod group_page;
mod meeting;
mod worklist;

use super::answer::{self, List};
use super::arguments::Report;
use super::book;
use super::failure::Failure;
use super::setting::Setting;
use crate::domain::day::Day;
use crate::domain::ids::LoanCode;
use crate::domain::ledger::Ledger;
use crate::reports::due::{self, SessionAsked};
use crate::reports::portfolio::{self, By};
use crate::reports::scope::{Scope, ScopeFault};
use crate::reports::scores::{self, Level};
use crate::reports::{
    Question, contacts, coverage, loans, migration, overdue, progress, ratios, visits_due,
};
use crate::text::commands;
use std::ops::ControlFlow;

/// The reports there are, and the options that each understands.
const REPORTS: [(&str, &[&str]); 17] = [
    ("loan", &["CODE"]),
    ("loans", &["--scope", "--all"]),
    ("due", &["--scope", "--session"]),
    ("overdue", &["--scope"]),
    ("worklist", &["--scope", "--session"]),
    ("contacts", &["--scope"]),
    ("group-page", &["--scope", "--session"]),
    ("ratios", &["--scope"]),
    ("scores", &["--scope", "--level"]),
    ("migration", &["--scope", "--level", "--from"]),
    ("visits-due", &["--scope"]),
    ("coverage", &["--scope", "--year"]),
    ("portfolio", &["--scope", "--by"]),
    ("progress", &["--scope"]),
    ("meeting", &["--scope", "--session", "--by"]),
    ("actions", &["--scope", "--all"]),
    ("audit", &["--scope", "--from"]),
];

pub(super) fn run(setting: &Setting, asked: &Report) -> Result<(), Failure> {
    understood(setting, asked)?;
    if asked.name == "loans" {
        return loans(setting, asked);
    }
    let office = book::to_read(setting)?;
    let then = setting.known_on.map(|day| office.known_on(day)).transpose();
    let then = then.map_err(|error| Failure::store(setting.language, &error))?;
    let ledger = then.as_ref().unwrap_or(office.ledger());
    let shelf = setting.known_on.map(|day| office.shelf_known_on(day)).transpose();
    let shelf = shelf.map_err(|error| Failure::store(setting.language, &error))?;
    let shelf = shelf.as_ref().unwrap_or(office.shelf());
    let question = Question::new(ledger, shelf, setting.day());
    let question = question.within(scope(setting, asked, ledger)?);
    match asked.name.as_str() {
        "loan" => loan(setting, &question, asked),
        "due" => {
            let session = session(setting, &question, asked)?;
            answer::list(setting, empty::DUE, due::due(&question, session))
        }
        "overdue" => answer::list(setting, empty::OVERDUE, overdue::overdue(&question)),
        "worklist" => {
            let session = session(setting, &question, asked)?;
            worklist::write(setting, &question, session)
        }
        "group-page" => {
            let session = session(setting, &question, asked)?;
            group_page::write(setting, &question, session)
        }
        "contacts" => answer::list(setting, empty::CONTACTS, contacts::contacts(&question)),
        "ratios" => answer::write(setting, &ratios::ratios(&question, asked.scope.as_deref())),
        "scores" => {
            let level = level(setting, asked)?;
            let rows = scores::scores(&question, level);
            answer::list_saying(setting, empty::SCORES, rows, estimate(setting))
        }
        "migration" => {
            let (level, from) = (level(setting, asked)?, from(setting, asked)?);
            let moved = migration::migration(&question, level, from);
            answer::write_saying(setting, &moved, estimate(setting))
        }
        "visits-due" => answer::list(setting, empty::VISITS_DUE, visits_due::visits_due(&question)),
        "coverage" => {
            let year = year(setting, asked)?;
            answer::list(setting, empty::COVERAGE, coverage::coverage(&question, year))
        }
        "portfolio" => {
            let words = By::ALL.map(|(word, _)| word);
            let by = word(setting, "--by", asked.by.as_deref(), &words, By::from_word)?;
            answer::list(setting, empty::PORTFOLIO, portfolio::portfolio(&question, by))
        }
        "meeting" => meeting::meeting(setting, &question, asked),
        "actions" => meeting::actions(setting, &question, asked.all),
        "progress" => answer::list(setting, empty::PROGRESS, progress::progress(&question)),
        _ => {
            let since = asked.from.as_ref().map(|_| from(setting, asked)).transpose()?;
            audit::write(setting, &office, &question, since)
        }
    }
}

/// Whether there is such a report, and all that was given says something to it.
fn understood(setting: &Setting, asked: &Report) -> Result<(), Failure> {
    let language = setting.language;
    let Some((_, options)) = REPORTS.iter().find(|(name, _)| *name == asked.name) else {
        let names = REPORTS.map(|(name, _)| name.to_owned());
        return Err(Failure::Usage(commands::unknown(language, "report", &asked.name, &names)));
    };
    let given = [
        ("CODE", asked.code.is_some()),
        ("--scope", asked.scope.is_some()),
        ("--session", asked.session.is_some()),
        ("--level", asked.level.is_some()),
        ("--by", asked.by.is_some()),
        ("--year", asked.year.is_some()),
        ("--from", asked.from.is_some()),
        ("--all", asked.all),
    ];
    match given.iter().find(|(option, given)| *given && !options.contains(option)) {
        Some((option, _)) => {
            let name = format!("report {}", asked.name);
            Err(Failure::Usage(commands::useless_option(language, &name, option)))
        }
        None => Ok(()),
    }
}

fn loan(setting: &Setting, question: &Question<'_>, asked: &Report) -> Result<(), Failure> {
    let code = asked.code.clone().unwrap_or_default();
    let language = setting.language;
    let known = question.ledger.loans.contains_key(code.as_str());
    match loans::loan(question, &LoanCode::new(code.as_str())) {
        Some(row) => answer::write(setting, &row),
        None if known => {
            let first = question.ledger.loans.get(code.as_str()).map(|file| file.exists_from());
            let first = first.unwrap_or(question.as_of);
            Err(Failure::Usage(commands::not_there_yet(language, &code, question.as_of, first)))
        }
        None => {
            let some: Vec<String> = question.ledger.loans.keys().map(ToString::to_string).collect();
            Err(Failure::Usage(commands::unknown(language, "loan", &code, &some)))
        }
    }
}

/// The list of loans is the long one: it is written while the book is read, loan by loan.
fn loans(setting: &Setting, asked: &Report) -> Result<(), Failure> {
    let book = book::loan_by_loan(setting)?;
    let question = Question::new(book.ledger(), book.shelf(), setting.day());
    let question = question.within(scope(setting, asked, book.ledger())?);
    let mut list = List::open(setting, empty::LOANS)?;
    let stopped = book.each_loan(|file| {
        let row = loans::listed(&question, &file, asked.all);
        match row.map(|row| list.put(&row)) {
            Some(Err(failure)) => ControlFlow::Break(failure),
            _ => ControlFlow::Continue(()),
        }
    });
    match stopped.map_err(|error| Failure::store(setting.language, &error))? {
        ControlFlow::Break(failure) => Err(failure),
        ControlFlow::Continue(()) => list.finish(),
    }
}

fn scope(setting: &Setting, asked: &Report, ledger: &Ledger) -> Result<Scope, Failure> {
    let Some(text) = &asked.scope else {
        return Ok(Scope::whole());
    };
    Scope::parse(text, ledger).map_err(|fault| {
        let message = match fault {
            ScopeFault::UnknownKind(given) => {
                let kinds = Scope::KINDS.map(|kind| format!("{kind}:…"));
                commands::unknown(setting.language, "--scope", &given, &kinds)
            }
            ScopeFault::UnknownCode(kind, given, some) => {
                commands::unknown(setting.language, &kind, &given, &some)
            }
        };
        Failure::Usage(message)
    })
}

fn session(
    setting: &Setting,
    question: &Question<'_>,
    asked: &Report,
) -> Result<SessionAsked, Failure> {
    let text = match asked.session.as_deref() {
        None | Some("next") => return Ok(SessionAsked::Next),
        Some(text) => text,
    };
    let language = setting.language;
    let wrong = |day| {
        let nearest = due::nearest_sessions(question, day);
        Failure::Usage(commands::no_session(language, text, &nearest))
    };
    match Day::parse_iso(text) {
        Some(day) if due::is_session(question, day) => Ok(SessionAsked::On(day)),
        Some(day) => Err(wrong(day)),
        None => Err(wrong(question.as_of)),
    }
}

fn level(setting: &Setting, asked: &Report) -> Result<Level, Failure> {
    let words = Level::ALL.map(|(word, _)| word);
    word(setting, "--level", asked.level.as_deref(), &words, Level::from_word)
}

/// The first day of a comparison: not after the day asked about.
fn from(setting: &Setting, asked: &Report) -> Result<Day, Failure> {
    let given = asked.from.as_deref().unwrap_or_default();
    let day = Day::parse_iso(given).filter(|day| *day <= setting.day());
    day.ok_or_else(|| {
        let expected = commands::a_day_until(setting.language, setting.day());
        Failure::Usage(commands::wrong_option(setting.language, "--from", given, &expected))
    })
}

/// What is said, where people read, of scores and grades: they are the program's own estimate.
fn estimate(setting: &Setting) -> &'static str {
    setting.language.text().quality.not_official
}

fn year(setting: &Setting, asked: &Report) -> Result<i32, Failure> {
    let Some(text) = asked.year.as_deref() else {
        return Ok(setting.day().year());
    };
    let year = text.parse().ok().filter(|year| Day::new(*year, 1, 1).is_some());
    year.ok_or_else(|| {
        let wrong = commands::wrong_option(setting.language, "--year", text, "1900–2199");
        Failure::Usage(wrong)
    })
}

/// A word that must be given and known.
fn word<T>(
    setting: &Setting,
    option: &str,
    given: Option<&str>,
    words: &[&str],
    read: impl Fn(&str) -> Option<T>,
) -> Result<T, Failure> {
    let words = words.join(", ");
    given.and_then(read).ok_or_else(|| {
        let given = given.unwrap_or_default();
        Failure::Usage(commands::wrong_option(setting.language, option, given, &words))
    })
}
