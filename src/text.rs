//! What the program says, in Vietnamese and English, and how it reads what people type.
//!
//! A phrase is a field of a struct, so one that is missing in a language does not compile. Each
//! area has its own file, so that several people can write at once.

pub mod audit;
pub mod backups;
pub mod cli;
pub mod columns;
pub mod commands;
pub mod debts;
pub mod fields;
pub mod fold;
pub mod format;
pub mod frame;
pub mod group_page;
pub mod history;
pub mod imports;
pub mod meeting;
pub mod overview;
pub mod parse;
pub mod people;
pub mod quality;
pub mod refusals;
pub mod rulebooks;
pub mod salvage;
pub mod session;
pub mod spell;
pub mod talks;
pub mod troubles;
pub mod usage;
pub mod visits;
pub mod words;

use serde::{Deserialize, Serialize};

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Vietnamese, the first language.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of a code, in any case: `vi`, `EN`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Language> {
        [Self::Vi, Self::En].into_iter().find(|known| known.code().eq_ignore_ascii_case(code))
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Language {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }

    /// All phrases in it.
    #[must_use]
    pub const fn text(self) -> &'static Text {
        match self {
            Self::Vi => &VI,
            Self::En => &EN,
        }
    }
}

/// All phrases of one language, by area.
#[derive(Debug)]
pub struct Text {
    /// Which language it is.
    pub language: Language,
    /// The frame, its keys and messages.
    pub frame: frame::Frame,
    /// Place 1.
    pub overview: overview::Overview,
    /// Place 2.
    pub session: session::Session,
    /// Place 3.
    pub debts: debts::Debts,
    /// A group's page.
    pub group_page: group_page::GroupPage,
    /// Talks with borrowers.
    pub talks: talks::Talks,
    /// The meeting after a session.
    pub meeting: meeting::Meeting,
    /// A member's page.
    pub history: history::History,
    /// Place 4.
    pub visits: visits::Visits,
    /// Places 5 and 8: groups, members, loans, and the book.
    pub people: people::People,
    /// Forms for groups, members and loans.
    pub entry: people::entry::Entry,
    /// The first start, without a book.
    pub first: people::first::First,
    /// Place 6.
    pub quality: quality::Quality,
    /// Copies of the book.
    pub backups: backups::Backups,
    /// The command line.
    pub cli: cli::Cli,
}

static VI: Text = Text {
    language: Language::Vi,
    frame: frame::VI,
    overview: overview::VI,
    session: session::VI,
    debts: debts::VI,
    group_page: group_page::VI,
    talks: talks::VI,
    meeting: meeting::VI,
    history: history::VI,
    visits: visits::VI,
    people: people::VI,
    entry: people::entry::VI,
    first: people::first::VI,
    quality: quality::VI,
    backups: backups::VI,
    cli: cli::VI,
};

static EN: Text = Text {
    language: Language::En,
    frame: frame::EN,
    overview: overview::EN,
    session: session::EN,
    debts: debts::EN,
    group_page: group_page::EN,
    talks: talks::EN,
    meeting: meeting::EN,
    history: history::EN,
    visits: visits::EN,
    people: people::EN,
    entry: people::entry::EN,
    first: people::first::EN,
    quality: quality::EN,
    backups: backups::EN,
    cli: cli::EN,
};
