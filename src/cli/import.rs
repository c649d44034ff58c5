//! `tkvv import`: native folders into the book, all of them or nothing.

use super::arguments::Import;
use super::failure::Failure;
use super::setting::{Format, Setting};
use super::{book, output};
use crate::domain::record::Batch;
use crate::domain::rulebook::Shelf;
use crate::exchange::native::{self, Reader, Reading, Refused, Warning};
use crate::office::{Imported, Office, Progress};
use crate::text::{commands, imports};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// So many faults are listed.
const LISTED: usize = 50;

pub(super) fn run(setting: &Setting, asked: &Import) -> Result<(), Failure> {
    if asked.undo.is_some() {
        return Err(Failure::Usage(commands::not_yet(setting.language, "import --undo")));
    }
    let path = setting.book_path()?;
    let store = |error| Failure::store(setting.language, &error);
    let office = match path.exists() {
        true if asked.dry_run => Some(book::to_read(setting)?),
        true => Some(book::to_write(setting)?),
        false => None,
    };
    let known = office.as_ref().map(Office::whole).transpose().map_err(store)?;
    let shelf = office.as_ref().map_or(&setting.shelf, Office::shelf);
    let reading = read(setting, shelf, &asked.paths, &known.unwrap_or_default())?;
    if asked.dry_run {
        return said(setting, &reading, None);
    }
    let imported = match office {
        Some(mut office) => take_in(setting, &mut office, &reading.batch)?,
        None => book::make(setting, |office| take_in(setting, office, &reading.batch))?,
    };
    said(setting, &reading, Some(&imported))
}

/// Reads folders one after the other, each knowing what those before it brought.
pub(super) fn read(
    setting: &Setting,
    shelf: &Shelf,
    paths: &[PathBuf],
    known: &Batch,
) -> Result<Reading, Failure> {
    let bar = output::bar(setting, paths.iter().map(|path| native::size(path)).sum());
    let size = shelf.on(setting.today).map_or((0, u32::MAX), |rules| rules.group_size);
    let mut book = known.clone();
    let mut all = Reading::default();
    for (at, path) in paths.iter().enumerate() {
        let reader = Reader { book: &book, today: setting.today, group_size: size };
        let reading = reader.read(path, &mut |bytes| bar.inc(bytes)).map_err(|refused| {
            bar.finish_and_clear();
            let several = paths.len() > 1 && path.is_dir();
            list(setting, several.then_some(path.as_path()), &refused)
        })?;
        if at + 1 < paths.len() {
            book.add(reading.batch.clone());
        }
        all.batch.add(reading.batch);
        all.known += reading.known;
        all.warnings.extend(reading.warnings);
    }
    bar.finish_and_clear();
    Ok(all)
}

/// Lists faults on stderr, at most fifty.
fn list(setting: &Setting, folder: Option<&Path>, refused: &Refused) -> Failure {
    let language = setting.language;
    let place = folder.map(|folder| format!("{}/", folder.display())).unwrap_or_default();
    let mut lines: Vec<String> = refused
        .faults
        .iter()
        .take(LISTED)
        .map(|fault| format!("{place}{}", imports::fault(language, fault)))
        .collect();
    let more = refused.total.saturating_sub(LISTED);
    if more > 0 {
        lines.push(imports::and_more(language, more));
    }
    lines.push(imports::nothing_imported(language, refused.total));
    Failure::Refused(lines.join("\n"))
}

/// Takes a batch into a book.
pub(super) fn take_in(
    setting: &Setting,
    office: &mut Office,
    batch: &Batch,
) -> Result<Imported, Failure> {
    let bar = output::bar(setting, 0);
    let mut progress = |at: Progress| {
        bar.set_length(at.total as u64);
        bar.set_position(at.done as u64);
    };
    let result = office.import(batch, Setting::now(), &mut progress, &AtomicBool::new(false));
    bar.finish_and_clear();
    result.map_err(|trouble| Failure::trouble(setting, &trouble))
}

/// Says what was brought, by file.
fn said(setting: &Setting, reading: &Reading, imported: Option<&Imported>) -> Result<(), Failure> {
    let language = setting.language;
    let counts = reading.batch.counts();
    let known = reading.known + imported.map_or(0, |imported| imported.skipped);
    if setting.format() == Format::Json {
        let added: serde_json::Map<String, serde_json::Value> =
            counts.iter().map(|(file, count)| ((*file).to_owned(), json!(count))).collect();
        let warnings: Vec<String> =
            reading.warnings.iter().map(|one| imports::warning(language, one)).collect();
        let dry_run = imported.is_none();
        let answer =
            json!({"dry_run": dry_run, "added": added, "known": known, "warnings": warnings});
        return output::write(setting, &format!("{answer:#}\n"));
    }
    warn(setting, &reading.warnings);
    let mut text = String::new();
    for (file, count) in counts.iter().filter(|(_, count)| *count > 0) {
        text.push_str(&commands::rows_of_file(file, *count));
        text.push('\n');
    }
    let total = counts.iter().map(|(_, count)| count).sum();
    text.push_str(&commands::imported(language, total, known, imported.is_none()));
    text.push('\n');
    output::write(setting, &text)
}

fn warn(setting: &Setting, warnings: &[Warning]) {
    let language = setting.language;
    for warning in warnings.iter().take(LISTED) {
        let text = imports::warning(language, warning);
        output::note(setting, &commands::warning(language, &text));
    }
    if warnings.len() > LISTED {
        let more = commands::more_warnings(language, warnings.len() - LISTED);
        output::note(setting, &more);
    }
}
