//! The arguments of the program, as clap reads them; their help is said by the text room.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// All arguments.
#[derive(Debug, Parser)]
#[command(name = "tkvv", version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) task: Option<Task>,
}

/// Options of every command.
#[derive(Debug, Args)]
pub(super) struct Common {
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) book: Option<PathBuf>,
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(super) as_of: Option<String>,
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(super) known_on: Option<String>,
    #[arg(long, global = true, value_name = "vi|en")]
    pub(super) lang: Option<String>,
    #[arg(long, global = true, value_name = "FILE", action = clap::ArgAction::Append)]
    pub(super) rules: Vec<PathBuf>,
    #[arg(long, global = true, value_name = "table|json|csv")]
    pub(super) format: Option<String>,
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(super) no_color: bool,
    #[arg(long, global = true)]
    pub(super) quiet: bool,
}

/// What is to be done; nothing: the terminal program.
#[derive(Debug, Subcommand)]
pub(super) enum Task {
    /// A throw-away copy of the sample data.
    Demo,
    /// Takes in native folders.
    Import(Import),
    /// Writes the whole book as a native folder.
    Export(Export),
    /// Answers a question.
    Report(Report),
    /// Records something.
    Record(Record),
    /// Makes synthetic communes.
    Generate(Generate),
    /// Checks the book.
    Check(Check),
    /// Makes a verified copy.
    Backup(Backup),
    /// Puts a copy in the book's place.
    Restore(Restore),
}

impl Task {
    /// The command's name.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Task::Demo => "demo",
            Task::Import(_) => "import",
            Task::Export(_) => "export",
            Task::Report(_) => "report",
            Task::Record(_) => "record",
            Task::Generate(_) => "generate",
            Task::Check(_) => "check",
            Task::Backup(_) => "backup",
            Task::Restore(_) => "restore",
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Import {
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long, value_name = "ID")]
    pub(super) undo: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(long)]
    pub(super) rebuild: bool,
}

#[derive(Debug, Args)]
pub(super) struct Backup {
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, conflicts_with = "file")]
    pub(super) list: bool,
}

#[derive(Debug, Args)]
pub(super) struct Restore {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) salvage: bool,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Report {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "CODE")]
    pub(super) code: Option<String>,
    #[arg(long, value_name = "KIND:CODE[,…]")]
    pub(super) scope: Option<String>,
    #[arg(long, value_name = "next|YYYY-MM-DD")]
    pub(super) session: Option<String>,
    #[arg(long, value_name = "LEVEL")]
    pub(super) level: Option<String>,
    #[arg(long, value_name = "PART")]
    pub(super) by: Option<String>,
    #[arg(long, value_name = "YYYY")]
    pub(super) year: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) from: Option<String>,
    #[arg(long)]
    pub(super) all: bool,
}

#[derive(Debug, Args)]
pub(super) struct Record {
    #[arg(value_name = "KIND", required_unless_present = "json")]
    pub(super) kind: Option<String>,
    #[arg(value_name = "key=value")]
    pub(super) cells: Vec<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Generate {
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=900))]
    pub(super) communes: Option<u32>,
    #[arg(long, conflicts_with = "communes")]
    pub(super) province: bool,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) seed: u64,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=30))]
    pub(super) years: Option<u32>,
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}
