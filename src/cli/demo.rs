//! `tkvv demo`: the screens on a throw-away copy of the sample data, on the data's own day.

mod sample;

use super::failure::Failure;
use super::setting::Setting;
use super::{book, import, open, output};
use crate::office::Office;
use crate::text::commands;

pub(super) fn run(setting: &Setting) -> Result<(), Failure> {
    open::needs_terminal(setting)?;
    let failed = |error| Failure::file(setting.language, &std::env::temp_dir(), &error);
    // The folder goes away with this value, and everything that was done with it.
    let folder = tempfile::Builder::new().prefix("tkvv-demo-").tempdir().map_err(failed)?;
    output::note(setting, &commands::making_demo(setting.language));
    let office = office(setting, folder.path())?;
    let said = office.as_of().map_err(|error| Failure::store(setting.language, &error))?;
    let day = said.unwrap_or(setting.today);
    open::screens(setting, office, (day, None), true)
}

/// A new book of the sample data.
fn office(setting: &Setting, folder: &std::path::Path) -> Result<Office, Failure> {
    let csv = folder.join("sample-data");
    let failed = |error| Failure::file(setting.language, &csv, &error);
    std::fs::create_dir(&csv).map_err(failed)?;
    for (name, text) in sample::FILES {
        std::fs::write(csv.join(name), text).map_err(failed)?;
    }
    let path = folder.join("book.db");
    let mut office = Office::create(&path, book::options(setting, false), Setting::now())
        .map_err(|error| Failure::store(setting.language, &error))?;
    let batch =
        import::read(setting, &setting.shelf, &[csv], &crate::domain::record::Batch::default())?
            .batch;
    import::take_in(setting, &mut office, &batch)?;
    Ok(office)
}
