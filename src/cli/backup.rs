//! `tkvv backup` and `tkvv restore`: verified copies, and one of them in the book's place.

use super::arguments::{Backup, Restore};
use super::failure::Failure;
use super::setting::{Format, Setting};
use super::{answer, book, output};
use crate::office::{BackupCopy, Kept, Office, SalvagedTable};
use crate::text::{backups, salvage as words, troubles};
use serde::Serialize;
use serde_json::json;
use std::path::Path;

/// A copy as a list has it.
#[derive(Serialize)]
struct Row {
    taken: String,
    file: String,
    bytes: u64,
    rows: i64,
    kept: &'static str,
    sound: bool,
    sha256: String,
}

const COLUMNS: &[&str] = &["taken", "file", "bytes", "rows", "kept", "sound", "sha256"];

/// Makes a copy, or lists those that there are.
pub(super) fn run(setting: &Setting, asked: &Backup) -> Result<(), Failure> {
    let language = setting.language;
    // Also while the screens have the book open for writing.
    let office = book::to_read(setting)?;
    if asked.list {
        return list(setting, &office);
    }
    let made = office.back_up(asked.file.as_deref(), Setting::now());
    let copy = made.map_err(|error| Failure::store(language, &error))?;
    let text = match setting.format() {
        Format::Table => {
            let file = copy.path.display().to_string();
            backups::copied(language, &file, copy.bytes, &copy.sum) + "\n"
        }
        Format::Json | Format::Csv => return answer::write(setting, &row(&copy)),
    };
    output::write(setting, &text)
}

/// Every copy is read whole for it; exit 1 where one is broken.
fn list(setting: &Setting, office: &Office) -> Result<(), Failure> {
    let copies = office.copies(true);
    let broken = copies.iter().filter(|copy| !copy.good).count();
    let said = backups::listed(setting.language, copies.len(), broken);
    let rows = copies.iter().map(|copy| match setting.format() {
        Format::Table => Row { taken: copy.taken.in_vietnam(), ..short(copy) },
        Format::Json | Format::Csv => row(copy),
    });
    answer::list_saying(setting, COLUMNS, rows, &said)?;
    if broken == 0 { Ok(()) } else { Err(Failure::Silent) }
}

fn row(copy: &BackupCopy) -> Row {
    Row {
        taken: copy.taken.to_string(),
        file: copy.path.display().to_string(),
        bytes: copy.bytes,
        rows: copy.rows(),
        kept: if copy.kept == Kept::Always { "always" } else { "rule" },
        sound: copy.good,
        sha256: copy.sum.clone(),
    }
}

/// The same for a table: the name alone, and as much of the sum as tells copies apart.
fn short(copy: &BackupCopy) -> Row {
    let name = copy.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Row { file: name, sha256: copy.sum.chars().take(12).collect(), ..row(copy) }
}

/// Puts a copy in the book's place.
pub(super) fn restore(setting: &Setting, asked: &Restore) -> Result<(), Failure> {
    let language = setting.language;
    if asked.salvage {
        return salvage(setting, &asked.file);
    }
    let path = setting.book_path()?;
    let done = Office::restore_file(&path, &asked.file, &Setting::who(), Setting::now());
    let done = done.map_err(|error| Failure::store(language, &error))?;
    let said = |path: &Path| path.display().to_string();
    let aside = done.aside.as_deref().map(said);
    let text = match setting.format() {
        Format::Table | Format::Csv => {
            backups::restored(language, &said(&done.from), done.rows, aside.as_deref())
        }
        Format::Json => {
            let answer = json!({
                "book": said(&path),
                "from": said(&done.from),
                "rows": done.rows,
                "aside": aside,
                "machine": done.machine,
            });
            format!("{answer:#}")
        }
    };
    output::write(setting, &(text + "\n"))
}

/// How many lost rows are named on a terminal; JSON names them all.
const NAMED: usize = 20;

/// Takes over what can be read of a broken book; exit 1 where the new one is not sound.
fn salvage(setting: &Setting, from: &Path) -> Result<(), Failure> {
    let language = setting.language;
    let done = Office::salvage(from, &Setting::who(), Setting::now());
    let done = done.map_err(|error| Failure::store(language, &error))?;
    let faults: Vec<String> =
        done.faults.iter().map(|fault| troubles::book_fault(language, fault)).collect();
    let text = match setting.format() {
        Format::Table | Format::Csv => words::page(language, &done, &faults, NAMED),
        Format::Json => {
            let tables: Vec<_> = done.tables.iter().map(counts).collect();
            let answer = json!({
                "from": done.from.display().to_string(),
                "book": done.book.display().to_string(),
                "machine": done.machine,
                "taken": done.taken(),
                "tables": tables,
                "lost": done.lost,
                "nameless": done.nameless,
                "loosened": done.loosened,
                "renewed": done.renewed,
                "faults": faults,
            });
            format!("{answer:#}\n")
        }
    };
    output::write(setting, &text)?;
    if faults.is_empty() { Ok(()) } else { Err(Failure::Silent) }
}

fn counts(table: &SalvagedTable) -> serde_json::Value {
    json!({
        "table": table.table,
        "taken": table.taken,
        "unverified": table.unverified,
        "changed": table.changed,
        "dropped": table.dropped,
        "rebuilt": table.rebuilt,
    })
}
