//! Why a command did not do what it was asked, and so its exit code.

use super::setting::Setting;
use crate::office::{StoreError, Trouble};
use crate::text::{Language, commands, refusals, troubles};
use std::io;
use std::path::Path;

/// Why not. The message is one line in the person's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// A rule or the machine says no: exit 1.
    Refused(String),
    /// All was said already: exit 1.
    Silent,
    /// It was asked for wrongly: exit 2.
    Usage(String),
    /// Whoever read the output went away: no error.
    BrokenPipe,
}

impl Failure {
    /// The output could not be written.
    pub(super) fn writing(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::BrokenPipe,
            _ => Failure::Refused(error.to_string()),
        }
    }

    /// A file could not be read or written.
    pub(super) fn file(language: Language, path: &Path, error: &io::Error) -> Failure {
        Failure::Refused(commands::file_error(language, &path.display().to_string(), error))
    }

    /// The book said no.
    pub(super) fn store(language: Language, error: &StoreError) -> Failure {
        Failure::Refused(troubles::store_error(language, error))
    }

    /// The office said no.
    pub(super) fn trouble(setting: &Setting, trouble: &Trouble) -> Failure {
        match trouble {
            Trouble::Refused(refusal) => {
                Failure::Refused(refusals::sentence(setting.language, refusal))
            }
            Trouble::Store(error) => Failure::store(setting.language, error),
        }
    }
}
