//! What holds for every command: language, days, rules, book, output.

use super::arguments::Common;
use super::failure::Failure;
use crate::domain::day::Day;
use crate::domain::entry::text::NAME;
use crate::domain::rulebook::{Shelf, Unshelved};
use crate::domain::stamp::Stamp;
use crate::text::{Language, commands, rulebooks};
use etcetera::BaseStrategy;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// What says what day today is (contract.md, section 1).
const TODAY: &str = "TKVV_TODAY";

/// How an answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    /// For people.
    #[default]
    Table,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}

/// The settings of one run.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub(super) language: Language,
    /// What lies in the future.
    pub(super) today: Day,
    /// Whether `TKVV_TODAY` says so: then midnight does not change it.
    pub(super) today_given: bool,
    /// The day asked about, where one was given.
    pub(super) as_of: Option<Day>,
    /// By when what counts had been recorded, where that was asked.
    pub(super) known_on: Option<Day>,
    pub(super) book: Option<PathBuf>,
    pub(super) shelf: Shelf,
    /// How to write, where it was said.
    pub(super) format: Option<Format>,
    pub(super) output: Option<PathBuf>,
    pub(super) no_color: bool,
    pub(super) quiet: bool,
}

/// The language asked for, before the arguments are understood: they may be wrong, and that is to
/// be said in it.
pub(super) fn language_of(arguments: &[OsString]) -> Language {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after = texts.iter().position(|text| *text == "--lang").and_then(|at| texts.get(at + 1));
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let asked = joined.or(after.copied()).map(ToOwned::to_owned);
    asked
        .or_else(|| std::env::var("TKVV_LANG").ok())
        .and_then(|code| Language::from_code(&code))
        .unwrap_or_default()
}

impl Setting {
    /// Understands the options that every command has.
    pub(super) fn of(common: Common, language: Language) -> Result<Setting, Failure> {
        let wrong = |option: &str, given: &str, expected: &str| {
            Failure::Usage(commands::wrong_option(language, option, given, expected))
        };
        if let Some(asked) = common.lang.filter(|code| Language::from_code(code).is_none()) {
            return Err(wrong("--lang", &asked, "vi, en"));
        }
        let given = std::env::var(TODAY).ok().filter(|text| !text.is_empty());
        let today = given.as_ref().map(|text| {
            Day::parse_iso(text).ok_or_else(|| wrong(TODAY, text, commands::a_day(language)))
        });
        let day = |option: &str, given: Option<String>| {
            let read = |text: String| {
                Day::parse_iso(&text).ok_or_else(|| wrong(option, &text, commands::a_day(language)))
            };
            given.map(read).transpose()
        };
        let format = common.format.map(|text| match text.as_str() {
            "table" => Ok(Format::Table),
            "json" => Ok(Format::Json),
            "csv" => Ok(Format::Csv),
            "xlsx" | "pdf" => {
                Err(Failure::Usage(commands::not_yet(language, &format!("--format {text}"))))
            }
            _ => Err(wrong("--format", &text, "table, json, csv")),
        });
        Ok(Setting {
            language,
            today: today.transpose()?.unwrap_or_else(Setting::local_day),
            today_given: given.is_some(),
            as_of: day("--as-of", common.as_of)?,
            known_on: day("--known-on", common.known_on)?,
            book: common.book,
            shelf: shelf(&common.rules, language)?,
            format: format.transpose()?,
            output: common.output,
            no_color: common.no_color || set("NO_COLOR"),
            quiet: common.quiet,
        })
    }

    /// The day asked about.
    pub(super) fn day(&self) -> Day {
        self.as_of.unwrap_or(self.today)
    }

    /// How to write an answer.
    pub(super) fn format(&self) -> Format {
        self.format.unwrap_or_default()
    }

    /// Where the book lies: as given, else in the person's own data folder.
    pub(super) fn book_path(&self) -> Result<PathBuf, Failure> {
        if let Some(book) = &self.book {
            return Ok(book.clone());
        }
        let folders = etcetera::choose_base_strategy()
            .map_err(|_| Failure::Refused(commands::no_home(self.language)))?;
        Ok(folders.data_dir().join("tkvv").join("book.db"))
    }

    /// Who is at work: the name under which the machine knows the person, such as a file can hold
    /// (contract.md, section 2), or a mark that nobody said. Without one an import of an export
    /// would say that whoever imports it had recorded it all.
    pub(super) fn who() -> String {
        let variables = ["TKVV_WHO", "USER", "USERNAME"];
        let names = variables.iter().filter_map(|variable| std::env::var(variable).ok());
        let mut plain = names.map(|name| {
            let letters = name.trim().chars().filter(|letter| !letter.is_control());
            letters.take(NAME).collect::<String>()
        });
        plain.find(|name| !name.trim().is_empty()).unwrap_or_else(|| "?".to_owned())
    }

    /// The day where the program runs.
    pub(super) fn local_day() -> Day {
        Day::from_date(chrono::Local::now().date_naive())
    }

    /// The clock. Where `TKVV_TODAY` says what day it is, what is recorded is recorded on that day.
    pub(super) fn now() -> Stamp {
        let now = chrono::Utc::now();
        let today = std::env::var(TODAY).ok().and_then(|text| Day::parse_iso(&text));
        today.map_or(Stamp::new(now), |day| Stamp::new(now).moved_to(day))
    }
}

fn shelf(rules: &[PathBuf], language: Language) -> Result<Shelf, Failure> {
    if rules.is_empty() {
        return Shelf::shipped()
            .map_err(|fault| Failure::Refused(rulebooks::fault(language, &fault)));
    }
    let mut texts = Vec::new();
    for path in rules {
        let text = std::fs::read_to_string(path);
        texts.push(text.map_err(|error| Failure::file(language, path, &error))?);
    }
    let name = |at: usize| rules.get(at).map(|path| path.display().to_string()).unwrap_or_default();
    Shelf::given(&texts).map_err(|why| match why {
        Unshelved::Fault(at, fault) => {
            Failure::Refused(format!("{}: {}", name(at), rulebooks::fault(language, &fault)))
        }
        Unshelved::SameDay(one, other) => {
            Failure::Usage(rulebooks::same_day(language, &name(one), &name(other)))
        }
    })
}

/// Whether a switch of the environment is set to anything.
fn set(variable: impl AsRef<OsStr>) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}
