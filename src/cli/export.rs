//! `tkvv export DIR`: the whole book as a native folder.

use super::failure::Failure;
use super::setting::Setting;
use super::{book, output};
use crate::exchange::native::export;
use crate::text::commands;
use std::path::Path;

pub(super) fn run(setting: &Setting, folder: &Path) -> Result<(), Failure> {
    let language = setting.language;
    let office = book::to_read(setting)?;
    let rows = office.whole().map_err(|error| Failure::store(language, &error))?;
    let written = export::write(folder, &rows);
    written.map_err(|error| Failure::file(language, folder, &error))?;
    let total = rows.counts().iter().map(|(_, count)| count).sum();
    let said = commands::exported(language, total, &folder.display().to_string());
    output::note(setting, &said);
    Ok(())
}
