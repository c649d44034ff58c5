//! The commands of the program, one file each: what can be seen on a screen can be had here too.

mod answer;
mod arguments;
mod backup;
mod book;
mod check;
mod csv_text;
mod demo;
mod export;
mod failure;
mod generate;
mod help;
mod import;
mod open;
mod output;
mod record;
mod report;
mod setting;
mod table;

use crate::text::{Language, commands};
use arguments::{Arguments, Task};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use failure::Failure;
use setting::Setting;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// Runs the program with its arguments; its exit code: 0 done, 1 refused or found wrong, 2 wrong
/// usage (contract.md, section 1).
#[must_use]
pub fn main(arguments: Vec<OsString>) -> ExitCode {
    let language = setting::language_of(&arguments);
    let result = parse(arguments, language).and_then(|arguments| match arguments {
        Some(arguments) => run(arguments, language),
        None => Ok(()),
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => say(language, &failure),
    }
}

fn parse(arguments: Vec<OsString>, language: Language) -> Result<Option<Arguments>, Failure> {
    let command = help::localized(Arguments::command(), language);
    let parsed = command
        .try_get_matches_from(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Ok(arguments) => Ok(Some(arguments)),
        Err(error) if is_help(error.kind()) => {
            write!(io::stdout(), "{error}").map_err(Failure::writing)?;
            Ok(None)
        }
        Err(error) => Err(Failure::Usage(help::wrong_usage(language, &error))),
    }
}

const fn is_help(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
}

fn run(arguments: Arguments, language: Language) -> Result<(), Failure> {
    let Arguments { common, task } = arguments;
    let setting = Setting::of(common, language)?;
    if setting.known_on.is_some() && !matches!(task, Some(Task::Report(_))) {
        // Only what is asked has a past: what is done is done to the book as it is.
        let name = task.as_ref().map_or("tkvv", Task::name);
        return Err(Failure::Usage(commands::useless_option(language, name, "--known-on")));
    }
    match task {
        None => open::run(&setting),
        Some(Task::Demo) => demo::run(&setting),
        Some(Task::Import(asked)) => import::run(&setting, &asked),
        Some(Task::Export(asked)) => export::run(&setting, &asked.folder),
        Some(Task::Report(asked)) => report::run(&setting, &asked),
        Some(Task::Record(asked)) => record::run(&setting, &asked),
        Some(Task::Generate(asked)) => generate::run(&setting, &asked),
        Some(Task::Check(asked)) => check::run(&setting, &asked),
        Some(Task::Backup(asked)) => backup::run(&setting, &asked),
        Some(Task::Restore(asked)) => backup::restore(&setting, &asked),
    }
}

/// Says why it did not work on stderr; a reader that went away is no error.
fn say(language: Language, failure: &Failure) -> ExitCode {
    let (code, message) = match failure {
        Failure::BrokenPipe => return ExitCode::SUCCESS,
        Failure::Silent => return ExitCode::from(1),
        Failure::Refused(message) => (1, message),
        Failure::Usage(message) => (2, message),
    };
    // Where even stderr is gone, the code still says it.
    let _ = writeln!(io::stderr(), "{}: {message}", language.text().cli.error);
    ExitCode::from(code)
}
