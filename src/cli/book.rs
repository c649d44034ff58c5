//! Opening the book that a command works on.

use super::failure::Failure;
use super::output;
use super::setting::Setting;
use crate::office::{Loanwise, Office, OpenOptions};
use crate::store::side_files;
use crate::text::commands;
use std::path::{Path, PathBuf};

/// How the office is opened.
pub(super) fn options(setting: &Setting, read_only: bool) -> OpenOptions {
    OpenOptions { read_only, who: Setting::who(), shelf: setting.shelf.clone() }
}

/// Opens the book for reading.
pub(super) fn to_read(setting: &Setting) -> Result<Office, Failure> {
    open(setting, true)
}

/// Opens the book for reading loan by loan.
pub(super) fn loan_by_loan(setting: &Setting) -> Result<Loanwise, Failure> {
    let opened = Loanwise::open(&there(setting)?, options(setting, true), setting.known_on);
    opened.map_err(|error| Failure::store(setting.language, &error))
}

/// Opens the book for writing; where somebody else writes in it, says who.
pub(super) fn to_write(setting: &Setting) -> Result<Office, Failure> {
    let office = open(setting, false)?;
    match office.held_by() {
        Some(holder) => Err(Failure::Refused(commands::held_by(setting.language, holder))),
        None => Ok(office),
    }
}

fn open(setting: &Setting, read_only: bool) -> Result<Office, Failure> {
    let path = there(setting)?;
    let opened = Office::open(&path, options(setting, read_only));
    opened.map_err(|error| Failure::store(setting.language, &error))
}

/// Where the book lies, if there is one.
pub(super) fn there(setting: &Setting) -> Result<PathBuf, Failure> {
    let path = setting.book_path()?;
    if path.exists() { Ok(path) } else { Err(no_book(setting, &path)) }
}

/// Makes a book for what is to be done with it; where that fails, no book is left behind.
pub(super) fn make<T>(
    setting: &Setting,
    work: impl FnOnce(&mut Office) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let path = setting.book_path()?;
    let folder = output::folder_of(&path);
    std::fs::create_dir_all(folder)
        .map_err(|error| Failure::file(setting.language, folder, &error))?;
    let office = Office::create(&path, options(setting, false), Setting::now());
    let mut office = office.map_err(|error| Failure::store(setting.language, &error))?;
    let done = work(&mut office);
    drop(office);
    if done.is_err() {
        // It was made a moment ago, and nothing is in it.
        for file in side_files(&path).into_iter().chain([path.clone()]) {
            let _ = std::fs::remove_file(file);
        }
    }
    done
}

/// That there is no book, and what to do.
pub(super) fn no_book(setting: &Setting, path: &Path) -> Failure {
    Failure::Refused(commands::no_book(setting.language, &path.display().to_string()))
}
