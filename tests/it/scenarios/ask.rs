//! A question as on the command line, put to the reports, its answer as JSON.

use super::file::Ask;
use serde::Serialize;
use serde_json::Value;
use tkvv::domain::day::Day;
use tkvv::domain::ids::LoanCode;
use tkvv::domain::ledger::Ledger;
use tkvv::domain::rulebook::Shelf;
use tkvv::office::Office;
use tkvv::reports::due::{self, SessionAsked};
use tkvv::reports::meeting::units::By as MeetingBy;
use tkvv::reports::portfolio::{self, By};
use tkvv::reports::scope::Scope;
use tkvv::reports::scores::{self, Level};
use tkvv::reports::{
    Question, contacts, coverage, loans, meeting, migration, overdue, ratios, visits_due,
};

/// The words of a question: its report, then values and `--option value`.
struct Words<'a> {
    report: &'a str,
    words: Vec<&'a str>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Words<'a> {
        let mut words = text.split_whitespace();
        let report = words.next().expect("the name of a report");
        Words { report, words: words.collect() }
    }

    /// Takes an option's value out.
    fn option(&mut self, option: &str) -> Option<&'a str> {
        let at = self.words.iter().position(|word| *word == option)?;
        self.words.remove(at);
        Some(self.words.remove(at))
    }

    fn level(&mut self) -> Level {
        self.option("--level").and_then(Level::from_word).expect("--level")
    }

    /// Takes an option without a value out.
    fn flag(&mut self, flag: &str) -> bool {
        let at = self.words.iter().position(|word| *word == flag);
        at.map(|at| self.words.remove(at)).is_some()
    }
}

/// The answer; none where the loan asked about does not exist on the day.
pub(super) fn answer(office: &Office, shelf: &Shelf, asked: &Ask) -> Option<Value> {
    match &asked.known_on {
        None => of_ledger(office.ledger(), shelf, asked),
        Some(known_on) => {
            let then = office.known_on(day(&known_on.to_string())).expect("the book of that day");
            of_ledger(&then, shelf, asked)
        }
    }
}

fn of_ledger(ledger: &Ledger, shelf: &Shelf, asked: &Ask) -> Option<Value> {
    let mut words = Words::of(&asked.report);
    let scope = words.option("--scope");
    let question = Question::new(ledger, shelf, day(&asked.as_of.to_string()))
        .within(scope.map_or_else(Scope::whole, |text| Scope::parse(text, ledger).expect(text)));
    let answer = match words.report {
        "loan" => {
            let code = words.words.pop().expect("the code of a loan");
            assert!(ledger.loans.contains_key(code), "no loan {code} is given");
            loans::loan(&question, &LoanCode::new(code)).as_ref().map(json)
        }
        "loans" => Some(json(&loans::loans(&question, words.flag("--all")))),
        "due" => {
            let session = match words.option("--session").expect("--session") {
                "next" => SessionAsked::Next,
                text => SessionAsked::On(day(text)),
            };
            Some(json(&due::due(&question, session)))
        }
        "overdue" => Some(json(&overdue::overdue(&question))),
        "contacts" => Some(json(&contacts::contacts(&question))),
        "meeting" => {
            let session = words.option("--session").map(day);
            let held = meeting::held(&question, session).expect("a session that was held");
            Some(json(&meeting::meeting(&question, held, MeetingBy::Group, scope)))
        }
        "ratios" => Some(json(&ratios::ratios(&question, scope))),
        "scores" => Some(json(&scores::scores(&question, words.level()))),
        "migration" => {
            let from = day(words.option("--from").expect("--from"));
            Some(json(&migration::migration(&question, words.level(), from)))
        }
        "visits-due" => Some(json(&visits_due::visits_due(&question))),
        "coverage" => {
            let year = words.option("--year").expect("--year").parse().expect("a year");
            Some(json(&coverage::coverage(&question, year)))
        }
        "portfolio" => {
            let by = words.option("--by").and_then(By::from_word).expect("--by");
            Some(json(&portfolio::portfolio(&question, by)))
        }
        other => panic!("there is no report {other}"),
    };
    assert!(words.words.is_empty(), "{}: {:?} says nothing", asked.report, words.words);
    answer
}

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap_or_else(|| panic!("{text} is no day"))
}

fn json(report: &impl Serialize) -> Value {
    serde_json::to_value(report).expect("a report as JSON")
}
