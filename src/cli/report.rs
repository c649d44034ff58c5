//! `tkvv report NAME`: the reports of contract.md, section 3, as table, JSON or CSV.

use super::arguments::Report;
use super::failure::Failure;
use super::setting::Setting;
use super::{answer, book};
use crate::domain::day::Day;
use crate::domain::ids::LoanCode;
use crate::domain::ledger::Ledger;
use crate::reports::due::{self, SessionAsked};
use crate::reports::portfolio::{self, By};
use crate::reports::scope::{Scope, ScopeFault};
use crate::reports::scores::{self, Level};
use crate::reports::{Question, coverage, loans, overdue, ratios, visits_due};
use crate::text::commands;
use std::ops::ControlFlow;

/// The reports there are, and the options that each understands.
const REPORTS: [(&str, &[&str]); 9] = [
    ("loan", &["CODE"]),
    ("loans", &["--scope", "--all"]),
    ("due", &["--scope", "--session"]),
    ("overdue", &["--scope"]),
    ("ratios", &["--scope"]),
    ("scores", &["--scope", "--level"]),
    ("visits-due", &["--scope"]),
    ("coverage", &["--scope", "--year"]),
    ("portfolio", &["--scope", "--by"]),
];

pub(super) fn run(setting: &Setting, asked: &Report) -> Result<(), Failure> {
    understood(setting, asked)?;
    if asked.name == "loans" {
        return loans(setting, asked);
    }
    let office = book::to_read(setting)?;
    let question = Question::new(office.ledger(), office.shelf(), setting.day());
    let question = question.within(scope(setting, asked, office.ledger())?);
    match asked.name.as_str() {
        "loan" => loan(setting, &question, asked),
        "due" => {
            let session = session(setting, &question, asked)?;
            answer::write(setting, &due::due(&question, session))
        }
        "overdue" => answer::write(setting, &overdue::overdue(&question)),
        "ratios" => answer::write(setting, &ratios::ratios(&question, asked.scope.as_deref())),
        "scores" => {
            let words = Level::ALL.map(|(word, _)| word);
            let level = word(setting, "--level", asked.level.as_deref(), &words, Level::from_word)?;
            answer::write(setting, &scores::scores(&question, level))
        }
        "visits-due" => answer::write(setting, &visits_due::visits_due(&question)),
        "coverage" => {
            let year = year(setting, asked)?;
            answer::write(setting, &coverage::coverage(&question, year))
        }
        _ => {
            let words = By::ALL.map(|(word, _)| word);
            let by = word(setting, "--by", asked.by.as_deref(), &words, By::from_word)?;
            answer::write(setting, &portfolio::portfolio(&question, by))
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
    answer::list::write(setting, |take| {
        let stopped = book.each_loan(|file| {
            let row = loans::listed(&question, &file, asked.all);
            match row.map(|row| take(&row)) {
                Some(Err(failure)) => ControlFlow::Break(failure),
                _ => ControlFlow::Continue(()),
            }
        });
        match stopped.map_err(|error| Failure::store(setting.language, &error))? {
            ControlFlow::Break(failure) => Err(failure),
            ControlFlow::Continue(()) => Ok(()),
        }
    })
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
