//! Writing the whole book as a native folder: sorted, so that the same book gives the same bytes,
//! and never half there.

mod cells;

use super::book_toml;
use super::tables::Table;
use crate::domain::record::Batch;
use csv::{Terminator, WriterBuilder};
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes the book into a folder that is made by it: whole, or not at all. A folder that is there
/// must be empty.
///
/// # Errors
/// What the system says; then there is no folder.
pub fn write(folder: &Path, book: &Batch) -> io::Result<()> {
    if fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_some()) {
        return Err(io::Error::from(io::ErrorKind::DirectoryNotEmpty));
    }
    let beside = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
    let beside = beside.unwrap_or(Path::new("."));
    fs::create_dir_all(beside)?;
    let made = tempfile::Builder::new().prefix(".tkvv-export-").tempdir_in(beside)?;
    everything(made.path(), book)?;
    if folder.is_dir() {
        fs::remove_dir(folder)?;
    }
    fs::rename(made.path(), folder)?;
    // Its old name is gone: there is nothing left to be taken away.
    let _ = made.keep();
    Ok(())
}

fn everything(folder: &Path, book: &Batch) -> io::Result<()> {
    for (table, mut rows) in cells::all(book) {
        rows.sort_by(|one, other| one.order.cmp(&other.order));
        file(folder, table, &rows)?;
    }
    put(folder, book_toml::FILE, &book_toml::write(book))?;
    put(folder, "README.md", include_str!("export/readme.md"))
}

fn put(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    let mut file = fs::File::create(folder.join(name))?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// One row: its cells in the order of the table, and what it is sorted by.
#[derive(Debug)]
pub(super) struct Row {
    order: Vec<String>,
    cells: Vec<String>,
}

fn file(folder: &Path, table: &Table, rows: &[Row]) -> io::Result<()> {
    let with_trail = !table.trail.is_empty()
        && rows.iter().all(|row| row.cells.len() > table.columns.len())
        && !rows.is_empty();
    let file = fs::File::create(folder.join(table.file))?;
    let out = BufWriter::new(file);
    let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(out);
    let trail = if with_trail { table.trail } else { &[] };
    writer.write_record(table.columns.iter().chain(trail))?;
    for row in rows {
        writer.write_record(&row.cells)?;
    }
    writer.flush()?;
    let out = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}
